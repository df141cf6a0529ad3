//! Bytes of other programs become articles: their texts unaltered, with the spans that are marked.

#[cfg(test)]
pub(crate) mod documents_tests;
pub(crate) mod encoding;
mod head;
mod mapping;
pub(crate) mod offsets;
mod placing;
pub(crate) mod prose;
pub(crate) mod quoted;
mod recoding;
mod source;
mod structure;
#[cfg(test)]
pub(crate) mod tests;
pub(crate) mod title;
mod yaml;

use std::fmt;
use std::ops::ControlFlow;

use crate::{Format, format, formats};
use copydesk_document::Record;
use copydesk_text::ArticleText;

pub use head::{Head, Likeness};
pub use mapping::{LabelMap, MapError};
pub use placing::{PlaceOptions, Placed, Unplaced, UnplacedReason, place};
pub use recoding::{read, recognize};
pub use source::{Line, MAX_LINE_BYTES, Source, next_line, read_bytes};
pub use structure::Structure;
pub(crate) use structure::is_mail;

/// One kind of file that articles come in.
pub trait Importer: Send + Sync {
    /// The format that it reads.
    fn format(&self) -> &'static Format;

    /// How surely a file that begins like this is of this kind.
    fn recognize(&self, head: &Head<'_>) -> Likeness;

    /// Gives each article of the file to `each`, in order, until that breaks off. An article that
    /// cannot be read does not hinder the next; an error ends the file.
    fn read(&self, source: &mut Source<'_>, each: &mut Each<'_>) -> Result<(), ImportError>;

    /// Whether it finds out by itself which encoding a file is in, or reads no text. Others get UTF-8,
    /// whatever the file is in, from [`read`] and [`recognize`].
    fn decodes(&self) -> bool {
        false
    }

    /// [`Format::id`].
    fn id(&self) -> &'static str {
        self.format().id
    }

    /// [`Format::name`].
    fn name(&self) -> &'static str {
        self.format().name
    }
}

/// Takes one article after the other; `Break` where no more are wanted.
pub type Each<'a> = dyn FnMut(Result<Record, Faulty>) -> ControlFlow<()> + 'a;

/// An article of a collection that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faulty {
    /// Where in the file, for a person: `line 7`, `task 3`.
    pub place: String,
    /// Without a full stop.
    pub why: String,
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

/// Why a file could not be read, or not to its end. More reasons may come.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ImportError {
    Empty,
    TooLarge,
    /// Another kind of file, by its name: `a PDF file`.
    Binary(&'static str),
    /// An encoding that is known but not read.
    Encoding(&'static str),
    /// Not prose, and of no format that is read.
    Unread(Structure),
    /// It is not what it was taken for, or damaged: where (`line 7`, empty if unknown), and what is
    /// wrong, without a full stop.
    Malformed {
        place: String,
        what: String,
    },
    /// It holds more than one may have without being an attack or an accident, as the words say.
    Limit(&'static str),
    /// The bytes stopped coming.
    Io(String),
}

/// The most bytes that are taken in at once.
pub(crate) const MAX_BYTES: usize = 256 * 1024 * 1024;

/// Every format that is read, in the order in which they are asked: first those whose files no other
/// would take.
pub fn importers() -> impl Iterator<Item = &'static dyn Importer> {
    let mut read: Vec<&Format> = formats().to_vec();
    read.sort_by_key(|format| format.breadth);
    read.into_iter().filter_map(|format| format.reader)
}

/// What reads the format with this id.
pub fn importer(id: &str) -> Option<&'static dyn Importer> {
    format(id)?.reader
}

/// The importers that may read a file that begins like this, the likeliest first. Where two are
/// [`Likeness::Sure`], a person should choose.
pub fn candidates(head: &Head<'_>) -> Vec<(&'static dyn Importer, Likeness)> {
    recoding::with_utf_8(head, candidates_of_text)
}

fn candidates_of_text(head: &Head<'_>) -> Vec<(&'static dyn Importer, Likeness)> {
    let mut candidates: Vec<_> = importers()
        .map(|importer| (importer, importer.recognize(head)))
        .filter(|(_, likeness)| *likeness != Likeness::No)
        .collect();
    candidates.sort_by_key(|(_, likeness)| std::cmp::Reverse(*likeness));
    candidates
}

/// The importer for whatever is nothing else.
pub fn plain_text() -> &'static dyn Importer {
    &crate::plain_text::Reader
}

/// What a file that no importer takes looks like, if not like prose.
pub fn structure(head: &Head<'_>) -> Option<Structure> {
    recoding::with_utf_8(head, Structure::of)
}

/// The plain text in `bytes`.
pub fn import(bytes: &[u8]) -> Result<Imported, ImportError> {
    crate::plain_text::imported(bytes)
}

impl fmt::Debug for dyn Importer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

impl Faulty {
    pub fn new(place: impl Into<String>, why: impl Into<String>) -> Self {
        Self {
            place: place.into(),
            why: why.into(),
        }
    }
}

impl ImportError {
    pub(crate) fn malformed(place: impl Into<String>, what: impl Into<String>) -> Self {
        Self::Malformed {
            place: place.into(),
            what: what.into(),
        }
    }
}

impl fmt::Display for Faulty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.why)
    }
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the file is empty; choose another"),
            Self::TooLarge => f.write_str("the file is larger than 256 MiB; split it"),
            Self::Binary(what) if what.contains("ZIP") => {
                write!(f, "this is {what}; unpack it and open what is in it")
            }
            Self::Binary(what) => write!(
                f,
                "this is {what}, not plain text; export its text and open that"
            ),
            Self::Encoding(name) => {
                write!(f, "{name} is not supported; save the file as UTF-8")
            }
            Self::Unread(structure) => write!(
                f,
                "this looks like {structure}, and no format here reads it; to take it as it stands for an \
                 article, choose plain text (--from text)"
            ),
            Self::Malformed { place, what } if place.is_empty() => f.write_str(what),
            Self::Malformed { place, what } => write!(f, "{place}: {what}"),
            Self::Limit(what) => f.write_str(what),
            Self::Io(what) => write!(f, "the file could not be read to the end: {what}"),
        }
    }
}

impl std::error::Error for ImportError {}

impl std::error::Error for Faulty {}
