//! Bytes of other programs become the text of an article, unaltered.

mod encoding;
mod plain_text;

use std::fmt;

use crate::text::ArticleText;

/// One kind of file that articles come in.
pub trait Importer: Send + Sync {
    /// Whether these bytes, from a file called `name`, are of this kind.
    fn recognize(&self, name: &str, bytes: &[u8]) -> bool;

    fn import(&self, bytes: &[u8]) -> Result<Imported, ImportError>;
}

/// An article's text and how it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    pub text: ArticleText,
    /// As people name it: `UTF-8`, `windows-1252`.
    pub encoding: String,
    /// What may not be as it was meant, each one sentence without a full stop.
    pub warnings: Vec<String>,
    /// The headline, shortened; empty if there is none.
    pub title: String,
}

/// Why bytes are no article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportError {
    Empty,
    TooLarge,
    /// Another kind of file, by its name: `a PDF file`.
    Binary(&'static str),
    /// An encoding that is known but not read.
    Encoding(&'static str),
}

/// The most bytes that are taken in.
pub const MAX_BYTES: usize = 256 * 1024 * 1024;

/// Every importer; the first that recognizes a file takes it.
pub fn importers() -> Vec<Box<dyn Importer>> {
    vec![Box::new(plain_text::PlainText)]
}

/// The article in the bytes of a file called `name`.
pub fn import(name: &str, bytes: &[u8]) -> Result<Imported, ImportError> {
    if bytes.len() > MAX_BYTES {
        return Err(ImportError::TooLarge);
    }
    let importers = importers();
    importers
        .iter()
        .find(|importer| importer.recognize(name, bytes))
        .map_or_else(
            || plain_text::PlainText.import(bytes),
            |importer| importer.import(bytes),
        )
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the file is empty; choose another"),
            Self::TooLarge => f.write_str("the file is larger than 256 MiB; split it"),
            Self::Binary(what) => write!(
                f,
                "this is {what}, not plain text; export its text and open that"
            ),
            Self::Encoding(name) => {
                write!(f, "texts in {name} cannot be read; save it as UTF-8")
            }
        }
    }
}

impl std::error::Error for ImportError {}
