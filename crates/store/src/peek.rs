//! What a list shows of an article file, read without making the article of it.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::article_file::is_article_file;
use crate::read_error::{self, ReadError, ReadErrorKind};
use crate::wire_v1::{StatusV1, TextV1};
use copydesk_document::Status;

/// What a list shows of an article file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Peek {
    /// May be empty.
    pub title: String,
    pub status: Status,
    /// Flagged for another look.
    pub is_flagged: bool,
    /// Of the text; `None` where the text is in a file beside.
    pub bytes: Option<usize>,
    /// How many annotations there are, by the id of their label.
    pub labels: BTreeMap<String, usize>,
}

impl Peek {
    pub fn annotations(&self) -> usize {
        self.labels.values().sum()
    }
}

/// An article file as far as a list shows it; other fields are skipped.
#[derive(Deserialize)]
struct PeekV1 {
    #[serde(default)]
    title: String,
    #[serde(default)]
    status: StatusV1,
    #[serde(default)]
    marked: bool,
    text: TextV1,
    #[serde(default)]
    annotations: Vec<MarkV1>,
}

#[derive(Deserialize)]
struct MarkV1 {
    label: String,
}

/// Reads what a list shows of an article file. Spans are not checked.
///
/// # Errors
/// If the bytes are no article file of ours, or are damaged.
pub fn peek(bytes: &[u8]) -> Result<Peek, ReadError> {
    if !is_article_file(bytes) {
        return Err(ReadError::new(
            ReadErrorKind::NotOurs,
            "this is not a Copydesk article file",
        ));
    }
    let article: PeekV1 = read_error::from_ron(read_error::text_of(bytes)?)?;
    let mut labels = BTreeMap::new();
    for mark in article.annotations {
        *labels.entry(mark.label).or_default() += 1;
    }
    Ok(Peek {
        title: article.title,
        status: article.status.into(),
        is_flagged: article.marked,
        bytes: match article.text {
            TextV1::Inside(text) => Some(text.len()),
            TextV1::Lines(lines) => Some(lines.iter().map(String::len).sum()),
            TextV1::Reference(_) => None,
        },
        labels,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{built_in_schema, print};
    use copydesk_document::{Document, LabelId, Metadata, OpenDocument};
    use copydesk_text::ArticleText;

    fn opened() -> OpenDocument {
        let text = ArticleText::new("Trump met Zelensky in Kyiv.");
        let metadata = Metadata {
            title: "A \"visit\"".to_owned(),
            ..Metadata::default()
        };
        OpenDocument::new(Document::new(text, built_in_schema(), metadata))
    }

    #[test]
    fn what_a_list_shows_is_what_the_document_has() {
        let mut open = opened();
        for (start, end, label) in [(0, 5, "person"), (10, 18, "person"), (22, 26, "place")] {
            let span = open.document().text().span(start, end).unwrap();
            open.annotate(span, &LabelId::new(label).unwrap()).unwrap();
        }
        open.set_status(Status::Done).unwrap();
        open.toggle_mark().unwrap();
        let expected = Peek {
            title: "A \"visit\"".to_owned(),
            status: Status::Done,
            is_flagged: true,
            bytes: Some(27),
            labels: BTreeMap::from([("person".to_owned(), 2), ("place".to_owned(), 1)]),
        };
        assert_eq!(peek(print(open.document()).as_bytes()).unwrap(), expected);
    }

    #[test]
    fn what_is_no_article_file_or_damaged_is_an_error() {
        let error = peek(b"Trump met Zelensky.").unwrap_err();
        assert_eq!(error.kind, ReadErrorKind::NotOurs);
        let ron = print(opened().document());
        let half = ron.as_bytes().get(..ron.len() / 2).unwrap();
        assert!(peek(half).is_err());
    }
}
