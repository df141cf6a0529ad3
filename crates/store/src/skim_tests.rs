//! What is read for a search is what the whole file says, however it is written.

use proptest::prelude::*;

use super::*;
use crate::{TextPlace, built_in_schema, parse, print, print_with};
use copydesk_document::{Document, LabelId, Metadata, OpenDocument};
use copydesk_text::ArticleText;

/// An article of these words with each of `spans` marked as a person.
fn article(text: &str, spans: &[(usize, usize)]) -> Document {
    let metadata = Metadata {
        title: "text: Inside(r\"no\")".to_owned(),
        ..Metadata::default()
    };
    let text = ArticleText::new(text);
    let mut open = OpenDocument::new(Document::new(text, built_in_schema(), metadata));
    for (start, end) in spans {
        let span = open.document().text().span(*start, *end).unwrap();
        open.annotate(span, &LabelId::new("person").unwrap())
            .unwrap();
    }
    open.document().clone()
}

/// That a skim of `ron` finds what reading all of it does.
#[track_caller]
fn check(ron: &str) {
    let restored = parse(ron.as_bytes(), &mut |name| Err(name.to_owned())).unwrap();
    let document = restored.document;
    let skimmed = skim(ron.as_bytes()).unwrap();
    assert_eq!(
        skimmed.text,
        SkimmedText::Inside(document.text().as_str().into())
    );
    let marks: Vec<SkimmedMark> = document
        .annotations()
        .iter()
        .map(|annotation| SkimmedMark {
            label: annotation.label.as_str().to_owned(),
            range: annotation.span.range(),
            quote: document.text().words(annotation.span).to_owned(),
        })
        .collect();
    assert_eq!(skimmed.marks().unwrap(), marks);
}

#[test]
fn text_and_annotations_are_those_of_the_article() {
    let document = article("Ann said: \"Bob\" \\ left.", &[(0, 3), (11, 14)]);
    let ron = print(&document);
    check(&ron);
    let skimmed = skim(ron.as_bytes()).unwrap();
    assert!(skimmed.after_text.is_some(), "nothing was parsed");
}

#[test]
fn a_text_that_a_raw_string_cannot_hold_is_read_too() {
    check(&print(&article("Ann\r\nleft\u{202e}.", &[(0, 3)])));
}

#[test]
fn a_file_that_was_edited_by_hand_is_read_too() {
    let ron = print(&article("Ann left.", &[(0, 3)]));
    check(&ron.replace("    annotations:", "    // mine\n    /* [ */ annotations:"));
    let swapped = ron.replace("    format: 1,\n", "");
    check(&swapped.replacen("(\n", "(format: 1,\n", 1));
    let escaped = ron.replace("Inside(r\"Ann left.\")", "Inside(\"\\u{41}nn left.\")");
    assert_ne!(escaped, ron);
    check(&escaped);
}

#[test]
fn a_text_beside_is_named() {
    let document = article("Ann left.", &[(0, 3)]);
    let ron = print_with(&document, &TextPlace::Beside("texts/ann.txt".to_owned()));
    let skimmed = skim(ron.as_bytes()).unwrap();
    assert_eq!(
        skimmed.text,
        SkimmedText::Beside("texts/ann.txt".to_owned())
    );
    assert_eq!(skimmed.marks().unwrap().len(), 1);
}

#[test]
fn what_is_no_article_file_is_an_error() {
    assert_eq!(skim(b"Ann left.").unwrap_err().kind, ReadErrorKind::NotOurs);
    let ron = print(&article("Ann left.", &[]));
    let half = ron.find("left").unwrap();
    assert!(skim(ron.as_bytes().get(..half).unwrap()).is_err());
}

proptest! {
    #[test]
    fn any_text_is_found_as_it_was_saved(text in "[a-c\"#\\\\\n\r’]{1,30}", at in 0..30usize) {
        let spans = text.char_indices().nth(at).filter(|(_, c)| !c.is_whitespace());
        let spans: Vec<_> = spans.map(|(at, c)| (at, at + c.len_utf8())).into_iter().collect();
        let text_only = ArticleText::new(text.as_str());
        let spans: Vec<_> = spans
            .into_iter()
            .filter(|(start, end)| text_only.span(*start, *end).is_some())
            .collect();
        check(&print(&article(&text, &spans)));
    }

    #[test]
    fn any_file_is_skimmed_or_refused(
        bytes in prop::collection::vec(any::<u8>(), 0..100),
        at in 0..2000usize,
    ) {
        let mut ron = print(&article("Ann left “home”.", &[(0, 3)])).into_bytes();
        let at = at.min(ron.len());
        ron.splice(at..(at + bytes.len() / 2).min(ron.len()), bytes);
        if let Ok(skimmed) = skim(&ron) {
            drop(skimmed.marks());
        }
    }
}
