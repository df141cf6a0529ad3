//! `CoNLL-2012`, as `OntoNotes` comes: a token a line in columns, names in brackets.
//!
//! `#begin document (bc/cnn/00); part 000`, and rows with the word in the fourth column and names in the
//! eleventh: `(PERSON*`, `*`, `*)`. Chains of mentions in the last column are not read.

mod read;
#[cfg(test)]
mod tests;

use crate::format::{Breadth, Format};

pub(crate) static FORMAT: Format = Format {
    id: "conll2012",
    name: "CoNLL-2012",
    about: "OntoNotes in columns: the names of each part of a document; no coreference",
    reader: Some(&read::Reader),
    writer: None,
    breadth: Breadth::Distinct,
};
