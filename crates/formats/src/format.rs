//! The one list of formats: what each is called, and what reads and writes it.

use std::fmt;

use crate::export::Exporter;
use crate::import::Importer;

/// A file format, as its folder describes it.
pub struct Format {
    /// What the command line calls it: `conll2003`. Also in manifests: never changed once released.
    pub id: &'static str,
    /// What people call it: `CoNLL-2003`.
    pub name: &'static str,
    /// What it is for and what it holds: one line in sentence case, without a full stop.
    pub about: &'static str,
    /// `None` if it is only written.
    pub reader: Option<&'static dyn Importer>,
    /// `None` if it is only read.
    pub writer: Option<&'static dyn Exporter>,
    /// Its place among readers.
    pub(crate) breadth: Breadth,
}

/// How many files of other formats a reader would take as well. Of two formats that are equally sure
/// of a file, the one with the narrower reader goes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Breadth {
    /// Its files have fields, a header or a signature that no others have.
    Distinct,
    /// Any table with a header.
    Table,
    /// Any rows that end in tags.
    TaggedRows,
    /// Known by its file name, if by nothing else.
    Document,
    /// Any JSON object with a text.
    AnyJson,
    AnyText,
    /// Any text with braces and a bar in it: too many to be preferred to plain text.
    MarkedUpText,
}

/// Every format, in the order in which lists show them: those that hold everything first, then
/// columns, markup, binary files, and documents that are only read.
///
/// A new format is one folder and one line here.
static FORMATS: [&Format; 37] = [
    &crate::jsonl::FORMAT,
    &crate::prodigy::FORMAT,
    &crate::spacy::FORMAT,
    &crate::doccano::FORMAT,
    &crate::label_studio::FORMAT,
    &crate::argilla::FORMAT,
    &crate::w3c::FORMAT,
    &crate::hypothesis::FORMAT,
    &crate::hugging_face::FORMAT,
    &crate::marked::FORMAT,
    &crate::tagged_rows::CONLL2003,
    &crate::tagged_rows::IOB2,
    &crate::tagged_rows::BILOU,
    &crate::conllu::FORMAT,
    &crate::ontonotes::FORMAT,
    &crate::pubtator::FORMAT,
    &crate::brat::FORMAT,
    &crate::webanno::FORMAT,
    &crate::span_table::CSV,
    &crate::span_table::TSV,
    &crate::span_table::EXCEL_CSV,
    &crate::xlsx::FORMAT,
    &crate::xmi::FORMAT,
    &crate::tei::FORMAT,
    &crate::bioc::FORMAT,
    &crate::gate::FORMAT,
    &crate::docbin::FORMAT,
    &crate::parquet::FORMAT,
    &crate::html::FORMAT,
    &crate::docx::FORMAT,
    &crate::odt::FORMAT,
    &crate::rtf::FORMAT,
    &crate::epub::FORMAT,
    &crate::mail::FORMAT,
    &crate::pdf::FORMAT,
    &crate::markdown::FORMAT,
    &crate::plain_text::FORMAT,
];

/// Every format, in the order in which lists show them.
///
/// Readers are asked in another order, see [`importers`](crate::import::importers).
pub fn formats() -> &'static [&'static Format] {
    &FORMATS
}

/// The format with this id.
pub fn format(id: &str) -> Option<&'static Format> {
    formats().iter().find(|format| format.id == id).copied()
}

impl fmt::Debug for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id)
    }
}

#[cfg(test)]
#[path = "format_tests.rs"]
mod tests;
