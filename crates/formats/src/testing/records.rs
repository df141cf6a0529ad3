//! Articles to write and read back: three with everything that is hard, and random ones.

use std::ops::Range;

use copydesk_document::{
    Confidence, Metadata, Origin, Record, RecordAttribute, RecordSpan, SpanState, Status,
};
use copydesk_text::ArticleText;
use proptest::prelude::*;

/// An article with an emoji, accents that combine, quotes, tabs and a claim over a person, a place
/// and a figure, with everything that a span can carry; one in CRLF with crossing spans; one that
/// is empty.
pub(crate) fn three() -> Vec<Record> {
    vec![inflation(), crossing(), record("empty", "")]
}

/// As [`three()`], with nothing but accepted spans of the built-in labels that do not cross.
pub(crate) fn plain() -> Vec<Record> {
    let mut records = three();
    for record in &mut records {
        record.metadata = Metadata {
            id: record.metadata.id.clone(),
            ..Metadata::default()
        };
        record.status = Status::Open;
        record.is_marked = false;
        record.spans.retain(|span| {
            span.state == SpanState::Accepted && span.label != "claim" && span.label != "ORG"
        });
        for span in &mut record.spans {
            *span = RecordSpan::new(span.label.clone(), span.range.clone());
        }
    }
    records
}

fn inflation() -> Record {
    let text = "📈 Inflation hit 3.5%\n\n“Cafe\u{301} prices \\ {in} Krako\u{301}w rose\tby 3.5%,” \
                Bank of England governor Andrew Bailey said in London. <b>&amp;</b> O'Brien_1 -> it*.\n";
    let mut record = record("inflation-1", text);
    record.metadata = Metadata {
        title: "📈 Inflation hit 3.5%".to_owned(),
        byline: "Ann \"Q\" Author, Bob | Coauthor".to_owned(),
        date: "2026-05-01".to_owned(),
        address: "https://example.org/a?b=1&c=2".to_owned(),
        source: "inflation.html".to_owned(),
        ..record.metadata
    };
    record.status = Status::Done;
    record.is_marked = true;
    let bailey = place(text, "Andrew Bailey");
    let mut claim = RecordSpan::new(
        "claim",
        place(
            text,
            "Cafe\u{301} prices \\ {in} Krako\u{301}w rose\tby 3.5%",
        ),
    );
    claim.id = Some(4);
    claim.origin = Some(Origin::Suggested {
        by: "claims".to_owned(),
        confidence: Confidence::from_percent(71),
    });
    "ask \"ONS\"\nand\tthe [bank] | `x`; é 📈".clone_into(&mut claim.note);
    claim.attributes.insert(
        "speaker".to_owned(),
        RecordAttribute {
            words: "Andrew Bailey".to_owned(),
            at: Some(bailey.clone()),
        },
    );
    claim
        .attributes
        .insert("cue".to_owned(), RecordAttribute::words("said"));
    let mut figure = RecordSpan::new("figure", last_place(text, "3.5%"));
    figure.id = Some(7);
    figure.origin = Some(Origin::Human);
    figure
        .attributes
        .insert("value".to_owned(), RecordAttribute::words("3.5 percent"));
    let mut suggested = RecordSpan::new("place", place(text, "England"));
    suggested.state = SpanState::Suggested;
    suggested.origin = Some(Origin::Suggested {
        by: "model".to_owned(),
        confidence: Confidence::from_percent(55),
    });
    let mut rejected = RecordSpan::new("person", place(text, "O'Brien_1"));
    rejected.state = SpanState::Rejected;
    record.spans = vec![
        claim,
        figure,
        suggested,
        rejected,
        RecordSpan::new("person", bailey),
        RecordSpan::new("place", place(text, "London")),
        RecordSpan::new("place", place(text, "Krako\u{301}w")),
        RecordSpan::new("ORG", place(text, "Bank of England")),
    ];
    record.sort();
    record
}

fn crossing() -> Record {
    let text = "Talks in Paris\r\n\r\nAnna Berg told Jean Dupont\r\nthat 12 of 20 had left, he said.\r\nNA\r\n";
    let mut record = record("crossing/2", text);
    record.spans = vec![
        RecordSpan::new("claim", place(text, "Anna Berg told Jean Dupont")),
        RecordSpan::new(
            "claim",
            place(text, "Jean Dupont\r\nthat 12 of 20 had left"),
        ),
        RecordSpan::new("person", place(text, "Anna Berg")),
        RecordSpan::new("person", place(text, "Jean Dupont")),
        RecordSpan::new("figure", place(text, "12")),
        RecordSpan::new("figure", place(text, "20")),
        RecordSpan::new("place", place(text, "Paris")),
    ];
    record.sort();
    record
}

fn record(id: &str, text: &str) -> Record {
    let metadata = Metadata {
        id: id.to_owned(),
        ..Metadata::default()
    };
    Record::new(ArticleText::new(text), metadata)
}

fn place(text: &str, words: &str) -> Range<usize> {
    let start = text.find(words).unwrap();
    start..start + words.len()
}

fn last_place(text: &str, words: &str) -> Range<usize> {
    let start = text.rfind(words).unwrap();
    start..start + words.len()
}

/// A few articles of any characters, with spans anywhere.
pub(crate) fn random() -> impl Strategy<Value = Vec<Record>> {
    let text = prop_oneof![
        "[ -~\n\t]{0,80}",
        "([A-Z][a-z]{1,5}|[0-9]{1,3}%?|said|the|“|”|,|\\.|\n|\r\n| )( ([A-Z]?[a-z]{1,6}|[0-9.]{1,4}|\\.)){0,20}",
        "\\PC{0,40}",
        any::<String>(),
    ];
    let span = (
        prop_oneof!["person|place|figure|claim", "[A-Z]{2,5}"],
        any::<(u16, u16)>(),
        0..10_u8,
        "\\PC{0,8}",
    );
    let one = (text, prop::collection::vec(span, 0..6));
    prop::collection::vec(one, 1..4).prop_map(|articles| {
        articles
            .into_iter()
            .enumerate()
            .map(|(index, (text, spans))| random_record(index, &text, spans))
            .collect()
    })
}

fn random_record(index: usize, text: &str, spans: Vec<(String, (u16, u16), u8, String)>) -> Record {
    let mut record = record(&format!("article-{index}"), text);
    for (label, (one, other), kind, words) in spans {
        let border = |at: u16| {
            let at = usize::from(at) % (text.len() + 1);
            record.text.floor_grapheme(at)
        };
        let (one, other) = (border(one), border(other));
        let Some(snapped) = record.text.snap(one.min(other), one.max(other)) else {
            continue;
        };
        let mut span = RecordSpan::new(label, snapped.range());
        match kind {
            0 => span.state = SpanState::Rejected,
            1 => span.state = SpanState::Suggested,
            2 => span.origin = Some(Origin::Human),
            3 => words.trim().clone_into(&mut span.note),
            4 => {
                let attribute = RecordAttribute::words(words.trim());
                if !attribute.words.is_empty() {
                    span.attributes.insert("cue".to_owned(), attribute);
                }
            }
            _ => {}
        }
        if !record
            .spans
            .iter()
            .any(|other| other.label == span.label && other.range == span.range)
        {
            record.spans.push(span);
        }
    }
    record.sort();
    record
}
