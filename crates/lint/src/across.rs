//! Spans that go over the end of a sentence.

use copydesk_i18n::tr;

use crate::article::Page;
use crate::labels::is_statement;
use crate::{Finding, Kind, Right};

pub(crate) fn check(page: &Page<'_>) -> Vec<Finding> {
    let text = page.text();
    let mut found = Vec::new();
    for annotation in page.document.annotations().iter() {
        let span = annotation.span;
        let Some(sentence) = text.sentence_at(span.start()) else {
            continue;
        };
        // Nothing but closing marks may stand behind.
        let beyond = text.as_str().get(sentence.end.min(span.end())..span.end());
        if !beyond.is_some_and(|beyond| beyond.contains(char::is_alphanumeric)) {
            continue;
        }
        let label = page.document.schema().label(&annotation.label);
        let head = text.as_str().get(span.start()..sentence.end);
        if !label.is_some_and(is_statement) && head.is_some_and(is_abbreviated) {
            continue;
        }
        let words = text.words(span).to_owned();
        found.push(Finding {
            kind: Kind::Sentences,
            article: Some(page.index),
            span: Some(span),
            label: Some(annotation.label.clone()),
            message: tr!("lint-sentences").to_owned(),
            repair: None,
            right: Right {
                kind: Kind::Sentences,
                words: words.clone(),
                labels: vec![annotation.label.to_string()],
                article: Some(page.name.to_owned()),
            },
            words,
        });
    }
    found
}

/// Whether the head of a name may end in an abbreviation: “Regina v. St. Catharines”, “Michael I. Carol”.
fn is_abbreviated(head: &str) -> bool {
    let Some(head) = head.strip_suffix('.') else {
        return false;
    };
    let word = head.rsplit(|c: char| !c.is_alphanumeric()).next();
    word.is_some_and(|word| word.chars().count() <= 3)
}
