//! Cuts and flipped bits of article files: what is read differs from what was saved only if somebody is
//! told so.

use std::sync::Arc;

use copydesk_document::{
    Annotation, AnnotationId, AttributeValue, Attributes, ColorRole, Confidence, Detached,
    DetachedMark, Document, Label, LabelId, LabelStyle, Layer, Marks, Metadata, Origin, Provenance,
    Rejection, Schema, Status, SuggestionNote,
};
use copydesk_store::{built_in_schema, parse, print};
use copydesk_text::{ArticleText, Quote, Span};

use crate::figures;

fn label(id: &str, layer: &str, key: char) -> Label {
    Label {
        id: LabelId::new(id).unwrap(),
        name: id.to_owned(),
        plural: format!("{id}s"),
        layer: Layer::new(layer),
        color: ColorRole::Blue,
        style: LabelStyle::Tint,
        key,
        guideline: String::new(),
        attributes: Vec::new(),
    }
}

fn annotation(id: u64, label: &str, span: Span, origin: Origin) -> Annotation {
    Annotation {
        id: AnnotationId(id),
        label: LabelId::new(label).unwrap(),
        span,
        origin,
        provenance: Provenance::default(),
        note: String::new(),
        attributes: Attributes::new(),
    }
}

fn detached(label: &str, start: usize, words: &str, mark: DetachedMark) -> Detached {
    Detached {
        start,
        end: start + words.len(),
        quote: Quote {
            exact: words.to_owned(),
            prefix: "said that ".to_owned(),
            suffix: " would".to_owned(),
        },
        label: label.to_owned(),
        mark,
    }
}

/// Something of everything that an article file can hold.
fn document() -> Document {
    let text = ArticleText::new("Keir Starmer said taxes would rise by 5%.\n");
    let span = |start, end| text.span(start, end).unwrap();
    let suggested = Origin::Suggested {
        by: "claims".to_owned(),
        confidence: Confidence::from_percent(81),
    };
    let mut claim = annotation(2, "claim", span(18, 40), suggested);
    "Ask the Treasury".clone_into(&mut claim.note);
    let speaker = AttributeValue::Words {
        words: "Keir Starmer".to_owned(),
        at: Some(span(0, 12)),
    };
    let polarity = AttributeValue::Words {
        words: "asserts".to_owned(),
        at: None,
    };
    claim.attributes.insert("speaker".to_owned(), speaker);
    claim.attributes.insert("polarity".to_owned(), polarity);
    let imported = Origin::Imported {
        from: "brat".to_owned(),
    };
    let mut figure = annotation(3, "figure", span(38, 40), imported);
    figure.provenance = Provenance {
        annotator: "anna".to_owned(),
        agreed: vec!["ben".to_owned(), "carla".to_owned()],
        reason: "The sign belongs to it".to_owned(),
    };
    let value = AttributeValue::Figure("5%".parse().unwrap());
    figure.attributes.insert("value".to_owned(), value);
    let aside = DetachedMark::Annotation {
        id: AnnotationId(9),
        origin: Origin::Human,
        provenance: Provenance::by("carla"),
        note: "Who?".to_owned(),
        attributes: Attributes::new(),
    };
    let marks = Marks {
        annotations: vec![
            annotation(1, "person", span(0, 12), Origin::Human),
            claim,
            figure,
        ],
        rejections: vec![Rejection {
            span: span(18, 23),
            label: LabelId::new("person").unwrap(),
        }],
        suggestion_notes: vec![SuggestionNote {
            span: span(13, 17),
            label: LabelId::new("person").unwrap(),
            note: "Or did he?".to_owned(),
        }],
        detached: vec![
            detached("person", 7, "Liz Truss", aside),
            detached("figure", 9, "45%", DetachedMark::Rejection),
            detached(
                "person",
                11,
                "Ed Balls",
                DetachedMark::Note("Him?".to_owned()),
            ),
        ],
        status: Status::InWork,
        is_marked: true,
    };
    let labels = vec![
        label("person", "names", 'p'),
        label("figure", "figures", 'f'),
        label("claim", "claims", 'c'),
    ];
    let schema = Arc::new(Schema::new(labels).unwrap());
    let metadata = Metadata {
        title: "Taxes".to_owned(),
        byline: "Anna Keller".to_owned(),
        source: "taxes.txt".to_owned(),
        ..Metadata::default()
    };
    let mut document = Document::new(text, schema, metadata);
    assert_eq!(document.restore(marks), []);
    document
}

/// Whether `bytes` are read as another document without a word.
fn is_unnoticed(bytes: &[u8], document: &Document, whole: &[copydesk_store::Problem]) -> bool {
    parse(bytes, &mut |name| Err(name.to_owned()))
        .is_ok_and(|restored| restored.document != *document && restored.problems == whole)
}

#[test]
fn no_cut_and_no_flipped_bit_changes_anything_without_a_word() {
    let document = document();
    let ron = print(&document).into_bytes();
    let whole = parse(&ron, &mut |name| Err(name.to_owned())).unwrap();
    assert_eq!(whole.document, document);
    // The marks that are set aside are reported each time.
    assert_eq!(whole.problems.len(), 3);
    let mut unnoticed = Vec::new();
    for end in 0..ron.len() {
        if is_unnoticed(&ron[..end], &document, &whole.problems) {
            unnoticed.push(format!("cut at {end}"));
        }
    }
    let mut damaged = ron.clone();
    for at in 0..ron.len() {
        for bit in 0..8 {
            damaged[at] ^= 1 << bit;
            if is_unnoticed(&damaged, &document, &whole.problems) {
                unnoticed.push(format!("bit {bit} of byte {at}"));
            }
            damaged[at] ^= 1 << bit;
        }
    }
    figures::record("cuts of an article file", ron.len());
    figures::record("bits of an article file flipped", ron.len() * 8);
    figures::record(
        "cuts and flips of an article file unnoticed",
        unnoticed.len(),
    );
    assert_eq!(unnoticed, Vec::<String>::new());
}

/// Two files that differ by nothing but the number of spans: what is told grows as they do. How long it
/// takes, the benchmark `overlapping` shows.
#[test]
fn spans_that_overlap_are_each_told_once() {
    for spans in [1_000, 10_000] {
        let text = ArticleText::new("Keir Starmer arrives");
        let empty = print(&Document::new(text, built_in_schema(), Metadata::default()));
        let line = "label: \"person\", start: 0, end: 12, quote: \"Keir Starmer\"";
        let lines: Vec<String> = (1..=spans)
            .map(|id| {
                format!(
                    "        (id: {id}, {line}),
"
                )
            })
            .collect();
        let lines = lines.concat();
        let ron = empty.replace(
            "    annotations: [\n",
            &format!("    annotations: [\n{lines}"),
        );
        let restored = parse(ron.as_bytes(), &mut |name| Err(name.to_owned())).unwrap();
        assert_eq!(restored.document.annotations().len(), 1);
        assert_eq!(restored.document.detached().len(), spans - 1);
        // One for each, and one for the file, which was edited.
        figures::record("overlapping spans told", restored.problems.len() - 1);
        assert_eq!(restored.problems.len(), spans);
    }
}
