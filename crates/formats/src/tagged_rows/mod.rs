//! CoNLL-2003, IOB2, BILOU and their kin: one token per line with tags in columns.
//!
//! A blank line ends a sentence. A file beside it has the exact text with offsets in code points.
//!
//! - CoNLL-2003 has four columns separated by spaces, as in the shared task: word, `-X-`, `_` and the tag
//!   in IOB2. One column cannot hold claims over names, so labels drawn as bands are left out.
//! - IOB2 has the word and a column for each layer of the schema, then one for labels outside the schema,
//!   separated by tabs. `B-` begins a span, `I-` continues it.
//! - BILOU is the same with `L-` for the last token of a span and `U-` for the only one.

mod read;
#[cfg(test)]
mod tests;
mod write;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::format::{Breadth, Format};

pub(crate) static CONLL2003: Format = Format {
    id: "conll2003",
    name: "CoNLL-2003",
    about: "Four columns with one tag per word, for training named-entity models; no claims",
    reader: Some(&read::Reader(Layout::Conll2003)),
    writer: Some(&write::Writer(Layout::Conll2003)),
    breadth: Breadth::TaggedRows,
};

pub(crate) static IOB2: Format = Format {
    id: "iob2",
    name: "IOB2 columns",
    about: "One word per line with a column of tags for each layer, for seqeval and sequence taggers",
    reader: Some(&read::Reader(Layout::Iob2)),
    writer: Some(&write::Writer(Layout::Iob2)),
    breadth: Breadth::TaggedRows,
};

pub(crate) static BILOU: Format = Format {
    id: "bilou",
    name: "BILOU columns",
    about: "Like IOB2, with tags for the last word of a span and for one-word spans",
    reader: Some(&read::Reader(Layout::Bilou)),
    writer: Some(&write::Writer(Layout::Bilou)),
    breadth: Breadth::TaggedRows,
};

/// Begins the line before a document.
const DOCUMENT: &str = "-DOCSTART-";

/// What the file beside the main one ends in. It has a line of JSON for each article, an
/// [`ExactText`], since rows do not say what white space stands between words.
const OFFSETS: &str = ".offsets";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Layout {
    Conll2003,
    Iob2,
    Bilou,
}

/// An article's text and where its tokens begin and end, in code points.
#[derive(Serialize, Deserialize)]
struct ExactText<'a> {
    id: Cow<'a, str>,
    text: Cow<'a, str>,
    tokens: Vec<[usize; 2]>,
}

impl Layout {
    fn format(self) -> &'static Format {
        match self {
            Self::Conll2003 => &CONLL2003,
            Self::Iob2 => &IOB2,
            Self::Bilou => &BILOU,
        }
    }
}
