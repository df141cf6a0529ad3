//! Records become documents, and what does not fit is listed.

use crate::import::{LabelMap, PlaceOptions, Placed, UnplacedReason, place};
use copydesk_document::{
    AttributeValue, Metadata, Origin, Record, RecordAttribute, RecordSpan, SpanState,
};
use copydesk_store::built_in_schema;
use copydesk_text::ArticleText;

fn placed(text: &str, spans: Vec<RecordSpan>) -> Placed {
    let mut record = Record::new(ArticleText::new(text), Metadata::default());
    record.spans = spans;
    let schema = built_in_schema();
    let map = LabelMap::standard(&schema);
    place(
        record,
        &PlaceOptions {
            schema: &schema,
            map: &map,
            format: "brat",
            take_predictions: false,
        },
    )
}

#[test]
fn labels_are_mapped_and_values_become_figures() {
    let mut figure = RecordSpan::new("PERCENT", 12..14);
    let value = RecordAttribute::words("5 percent");
    figure.attributes.insert("value".to_owned(), value);
    let Placed {
        document, unplaced, ..
    } = placed(
        "Starmer got 5%.",
        vec![RecordSpan::new("PER", 0..7), figure],
    );
    assert_eq!(unplaced, []);
    let found: Vec<_> = document.annotations().iter().collect();
    assert_eq!(found[0].label.as_str(), "person");
    let brat = Origin::Imported {
        from: "brat".to_owned(),
    };
    assert_eq!(found[0].origin, brat);
    let figure = AttributeValue::Figure("5 percent".parse().unwrap());
    assert_eq!(found[1].attributes["value"], figure);
}

#[test]
fn whatever_does_not_fit_is_listed_with_the_reason() {
    let mut prediction = RecordSpan::new("LOC", 0..7);
    prediction.state = SpanState::Suggested;
    let spans = vec![
        RecordSpan::new("ORG", 0..7),
        prediction,
        RecordSpan::new("PER", 0..8),
        RecordSpan::new("LOC", 2..7),
        RecordSpan::new("PER", 7..8),
    ];
    let Placed {
        document,
        unplaced,
        placed,
    } = placed("Starmer got 5%.", spans);
    let reasons: Vec<&UnplacedReason> = unplaced.iter().map(|span| &span.reason).collect();
    let expected = [
        &UnplacedReason::UnknownLabel,
        &UnplacedReason::Prediction,
        &UnplacedReason::Moved("Starmer".to_owned()),
        &UnplacedReason::Overlaps,
        &UnplacedReason::Blank,
    ];
    assert_eq!(reasons, expected);
    assert_eq!((placed, document.annotations().len()), (1, 1));
    assert_eq!(document.detached().len(), 1);
}
