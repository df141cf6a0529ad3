//! Any document prints and reads the same; no file makes the reader panic.

use proptest::prelude::*;

use super::tests::{ARTICLE, read, sample};
use super::*;
use crate::built_in_schema;
use copydesk_document::{
    Annotation, AnnotationId, AttributeValue, Attributes, Confidence, Detached, DetachedMark,
    LabelId, Marks, Origin, Provenance, Rejection, Status, SuggestionNote,
};
use copydesk_text::{Quote, Span};

/// Any text, and marks at random bytes of it; what is not valid is left out.
fn any_document() -> impl Strategy<Value = Document> {
    let text = prop_oneof![
        any::<String>(),
        "[a-z \"#\r\n\t\0\u{301}\u{2028}é😀\\\\]{0,60}",
        Just(ARTICLE.to_owned()),
    ];
    let mark = (0..6_u8, any::<[u16; 4]>(), any::<String>(), 0..=100_u8);
    let marks = prop::collection::vec(mark, 0..12);
    let metadata = (any::<String>(), any::<String>(), any::<bool>(), 0..3_u8);
    (text, marks, metadata).prop_map(|(text, marks, (title, source, is_marked, status))| {
        let text = ArticleText::new(text);
        let mut all = Marks {
            is_marked,
            status: [Status::Open, Status::InWork, Status::Done][usize::from(status)],
            ..Marks::default()
        };
        for (index, (kind, places, words, percent)) in marks.into_iter().enumerate() {
            add_mark(&mut all, &text, (index, kind, places), (words, percent));
        }
        let metadata = Metadata {
            id: source.clone(),
            byline: title.clone(),
            date: title.clone(),
            address: source.clone(),
            title,
            source,
            encoding: String::new(),
        };
        let mut document = Document::new(text, built_in_schema(), metadata);
        document.restore(all);
        document
    })
}

fn provenance(kind: u16, words: &str) -> Provenance {
    match kind % 3 {
        0 => Provenance::default(),
        1 => Provenance::by(words),
        _ => Provenance {
            annotator: "anna".to_owned(),
            agreed: vec![words.to_owned(), "ben".to_owned()],
            reason: words.to_owned(),
        },
    }
}

fn add_mark(
    all: &mut Marks,
    text: &ArticleText,
    (index, kind, places): (usize, u8, [u16; 4]),
    (words, percent): (String, u8),
) {
    let at = |one: u16, other: u16| -> Option<Span> {
        let (one, other) = (usize::from(one), usize::from(other));
        let len = text.len().max(1);
        text.snap(one % len, one % len + other % 20 + 1)
    };
    let labels = ["person", "place", "figure", "claim", "ship"];
    let label = labels[usize::from(places[0] % 5)];
    let origin = match kind {
        0 => Origin::Human,
        1 => Origin::Imported {
            from: words.clone(),
        },
        _ => Origin::Suggested {
            by: words.clone(),
            confidence: Confidence::from_percent(percent),
        },
    };
    let provenance = provenance(places[3], &words);
    let id = AnnotationId(index as u64 * 3);
    let mut attributes = Attributes::new();
    let speaker = at(places[2], places[3]);
    let value = AttributeValue::Words {
        words: speaker.map_or(words.clone(), |span| text.words(span).to_owned()),
        at: speaker,
    };
    attributes.insert(words.chars().take(3).collect(), value);
    if kind == 4 {
        // A private-use character that the text lacks: these words are nowhere.
        all.detached.push(Detached {
            start: usize::from(places[0]),
            end: usize::from(places[1]),
            quote: Quote {
                exact: format!("\u{e123}\u{e124}{words}\u{e125}"),
                prefix: words.clone(),
                suffix: String::new(),
            },
            label: words.clone(),
            mark: match percent {
                0..40 => DetachedMark::Rejection,
                40..60 => DetachedMark::Note(format!("{words}?")),
                _ => DetachedMark::Annotation {
                    id,
                    origin,
                    provenance,
                    note: words,
                    attributes,
                },
            },
        });
        return;
    }
    let Some(span) = at(places[0], places[1]) else {
        return;
    };
    let label = LabelId::new(label).unwrap();
    if kind == 3 {
        all.rejections.push(Rejection { span, label });
        return;
    }
    if kind == 5 {
        let note = SuggestionNote {
            span,
            label,
            note: words,
        };
        all.suggestion_notes.push(note);
        return;
    }
    all.annotations.push(Annotation {
        id,
        label,
        span,
        origin,
        provenance,
        note: words,
        attributes,
    });
}

proptest! {
    #[test]
    fn any_document_comes_back_equal_and_prints_the_same(document in any_document()) {
        let ron = print(&document);
        let restored = read(&ron).unwrap();
        prop_assert_eq!(&restored.document, &document);
        prop_assert_eq!(print(&restored.document), ron);
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..200), at in any::<prop::sample::Index>()) {
        let mut ron = print(&sample()).into_bytes();
        let at = at.index(ron.len());
        ron.splice(at..(at + bytes.len()).min(ron.len()), bytes);
        if let Ok(restored) = parse(&ron, &mut |_| Err(String::new())) {
            let again = read(&print(&restored.document)).unwrap();
            prop_assert_eq!(again.document, restored.document);
        }
    }
}
