//! Tokens that together are the text, as spaCy would part them.

use super::*;
use copydesk_document::{Metadata, Record};
use copydesk_text::ArticleText;

fn check(text: &str, span: Option<std::ops::Range<usize>>, expected: &[&str]) {
    let mut record = Record::new(ArticleText::new(text), Metadata::default());
    record
        .spans
        .extend(span.map(|span| RecordSpan::new("x", span)));
    let tokens = spacy_tokens(&Article::new(&record, "a", None), record.spans.iter());
    let words = tokens.iter().map(|token| {
        let space = if token.has_space { "␣" } else { "" };
        format!("{}{space}", text.get(token.range.clone()).unwrap())
    });
    assert_eq!(words.collect::<Vec<_>>(), expected, "{text:?}");
}

#[test]
fn white_space_is_a_token_but_for_one_space() {
    check("a b", None, &["a␣", "b"]);
    check("a  b", None, &["a␣", " ", "b"]);
    check("a\n\nb ", None, &["a", "\n\n", "b␣"]);
    check("a \n b", None, &["a␣", "\n ", "b"]);
    check(" a", None, &[" ", "a"]);
    check("", None, &[]);
}

#[test]
fn tokens_are_cut_where_a_span_is() {
    check(
        "fish-and-chips now",
        Some(2..6),
        &["fi", "sh", "-", "a", "nd", "-", "chips␣", "now"],
    );
    // A span that begins or ends with a space has it as a token.
    check("a b", Some(1..3), &["a", " ", "b"]);
    check("a b", Some(0..2), &["a", " ", "b"]);
}
