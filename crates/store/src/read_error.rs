//! Why a RON file of ours could not be read, case by case.

use std::fmt;

use ron::Options;
use ron::error::{Error, SpannedError};
use ron::extensions::Extensions;
use serde::de::DeserializeOwned;

use copydesk_text::LineColumn;

/// Nothing of the file was taken; it is as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError {
    pub kind: ReadErrorKind,
    /// Where in the file, if that is known.
    pub place: Option<LineColumn>,
    /// What is wrong and what to do, without the place.
    pub message: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadErrorKind {
    /// Not a file that Copydesk wrote.
    NotOurs,
    /// Written by a newer Copydesk.
    Newer,
    /// Ends too early: cut off while it was copied or written.
    CutOff,
    /// Not well-formed, or with fields that the format does not have.
    Syntax,
    /// Well-formed, but its labels make no schema.
    Schema,
    /// The text that it refers to could not be read.
    Text,
}

impl ReadError {
    pub(crate) fn new(kind: ReadErrorKind, message: impl Into<String>) -> Self {
        Self {
            kind,
            place: None,
            message: message.into(),
        }
    }

    pub(crate) fn at(self, place: Option<LineColumn>) -> Self {
        Self { place, ..self }
    }

    fn from_ron(error: &SpannedError, ron: &str) -> Self {
        let place = LineColumn {
            line: error.span.start.line,
            column: error.span.start.col,
        };
        let end = LineColumn::of(ron, ron.trim_end().len());
        let is_cut = matches!(error.code, Error::Eof | Error::ExpectedStringEnd)
            || (place.line, place.column) >= (end.line, end.column);
        let what = sentence_part(&error.code.to_string());
        let read_error = if is_cut {
            Self::new(
                ReadErrorKind::CutOff,
                format!("the file ends too early ({what})"),
            )
        } else {
            Self::new(
                ReadErrorKind::Syntax,
                format!("{what}; correct the file in a text editor"),
            )
        };
        read_error.at(Some(place))
    }
}

impl ReadErrorKind {
    /// Whether the file was damaged, so that an earlier state of it may be wanted.
    pub fn is_damage(self) -> bool {
        matches!(self, Self::CutOff | Self::Syntax)
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.place {
            Some(place) => write!(f, "{place}: {}", self.message),
            None => f.write_str(&self.message),
        }
    }
}

impl std::error::Error for ReadError {}

/// Reads `ron` as `T`. `Some(…)` need not be written.
pub(crate) fn from_ron<T: DeserializeOwned>(ron: &str) -> Result<T, ReadError> {
    Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME)
        .from_str(ron)
        .map_err(|error| ReadError::from_ron(&error, ron))
}

/// The bytes of a RON file as text, without the byte-order mark that some editors add.
pub(crate) fn text_of(bytes: &[u8]) -> Result<&str, ReadError> {
    let text = str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let before = String::from_utf8_lossy(before);
        ReadError::new(
            ReadErrorKind::Syntax,
            "the file is not UTF-8; save it as UTF-8",
        )
        .at(Some(LineColumn::of(&before, before.len())))
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// `message` as it stands inside a sentence: without a capital that is no name.
fn sentence_part(message: &str) -> String {
    let mut chars = message.chars();
    let Some(first) = chars.next() else {
        return String::new();
    };
    let rest = chars.as_str();
    let is_word = rest.starts_with(|next: char| next.is_lowercase());
    if is_word {
        format!("{}{rest}", first.to_lowercase())
    } else {
        message.to_owned()
    }
}
