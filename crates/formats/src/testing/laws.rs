//! What holds for every format in the list.

use std::ops::ControlFlow;

use copydesk_document::{Metadata, Origin, Provenance, Record, RecordAttribute, RecordSpan};
use copydesk_text::ArticleText;
use proptest::prelude::*;

use crate::export::{LossKind, MemorySink, Shape, exporter};
use crate::import::{Head, Likeness, Source, candidates, importer};
use crate::testing::records::{plain, random, three};
use crate::testing::writing::{DETAILS, article};
use crate::testing::{check_round_trip, export, import};
use crate::{Format, formats};

/// Formats of JSON objects and marked-up text, which have a field for everything.
const WHOLE: [&str; 8] = [
    "w3c",
    "jsonl",
    "prodigy",
    "spacy",
    "doccano",
    "label-studio",
    "hf",
    "marked",
];

/// The formats that are both read and written.
fn both() -> impl Iterator<Item = &'static Format> {
    let both = formats().iter().copied();
    both.filter(|format| format.reader.is_some() && format.writer.is_some())
}

#[test]
fn what_goes_out_comes_back_or_is_reported_as_lost() {
    for format in both() {
        check_round_trip(format.id, &three());
        check_round_trip(format.id, &plain());
    }
}

#[test]
fn formats_that_hold_everything_lose_nothing() {
    let others = ["csv", "tsv", "excel-csv", "conllu", "docbin", "parquet"];
    for id in WHOLE.into_iter().chain(others).filter(|id| *id != "marked") {
        assert_eq!(export(id, &three()).1, [], "{id}");
    }
}

#[test]
fn what_was_written_is_recognized_first_and_surely() {
    for format in both() {
        for records in [three(), three().split_off(1), three().split_off(2)] {
            let has_spans = records.iter().any(|record| !record.spans.is_empty());
            if !has_spans && !WHOLE.contains(&format.id) {
                // Without tags or types there is nothing to go by.
                continue;
            }
            let (sink, _) = export(format.id, &records);
            for (name, bytes) in data_files(format.id, &sink) {
                let bytes = bytes.get(..Head::BYTES).unwrap_or(bytes);
                let head = Head { name: &name, bytes };
                let (first, likeness) = candidates(&head)[0];
                assert_eq!(first.id(), format.id, "{name}");
                let has_spans = records.iter().any(|record| !record.spans.is_empty());
                assert!(
                    likeness == Likeness::Sure || !has_spans,
                    "{}: {name}",
                    format.id
                );
            }
        }
    }
}

/// The files that hold articles, as they are called on disk.
fn data_files<'a>(id: &str, sink: &'a MemorySink) -> Vec<(String, &'a [u8])> {
    let files = sink.files.iter();
    let named = files.filter_map(|(name, bytes)| match exporter(id).unwrap().shape() {
        Shape::File(extension) => {
            (name == MemorySink::MAIN).then(|| (format!("x.{extension}"), &**bytes))
        }
        _ => Some((name.clone(), &**bytes)),
    });
    let is_data = |name: &str| {
        ![".txt", ".conf", ".md", "croissant.json"]
            .iter()
            .any(|end| name.ends_with(end))
    };
    named.filter(|(name, _)| is_data(name)).collect()
}

#[test]
fn a_long_article_is_recognized_by_its_beginning() {
    let mut record = article(DETAILS);
    record.text = ArticleText::new(format!(
        "{}{}",
        record.text.as_str(),
        " word".repeat(20_000)
    ));
    for id in WHOLE {
        let (sink, _) = export(id, &[record.clone()]);
        let (_, bytes) = data_files(id, &sink).remove(0);
        let head = Head {
            name: "data",
            bytes: &bytes[..Head::BYTES],
        };
        let first = candidates(&head).first().map(|(importer, _)| importer.id());
        assert_eq!(first, Some(id));
    }
}

/// Names that fields of the formats have themselves.
const ODD_NAMES: [&str; 26] = [
    "",
    "id",
    "start",
    "end",
    "label",
    "text",
    "state",
    "by",
    "score",
    "annotator",
    "agreed",
    "reason",
    "note",
    "at",
    "type",
    "tag",
    "begin",
    "meta",
    "source",
    "answer",
    "kb_id",
    "token_end",
    "attribute_",
    "attribute_id",
    "a b",
    "labels",
];

#[test]
fn attributes_keep_their_names_whatever_they_are_called() {
    let mut record = article(DETAILS);
    for span in &mut record.spans {
        for name in ODD_NAMES {
            let attribute = RecordAttribute {
                words: format!("the {name}"),
                at: Some(0..4),
            };
            span.attributes.insert(name.to_owned(), attribute);
        }
        span.attributes
            .insert("cue".to_owned(), RecordAttribute::words(""));
    }
    record.spans[0].origin = Some(Origin::Imported {
        from: "human".to_owned(),
    });
    for id in WHOLE {
        check_round_trip(id, &[record.clone()]);
        assert_eq!(export(id, &[record.clone()]).1, [], "{id}");
    }
}

#[test]
fn names_come_back_or_are_reported_as_lost() {
    let mut record = article(DETAILS);
    record.spans.truncate(1);
    record.spans[0].provenance = Provenance {
        annotator: "carla".to_owned(),
        agreed: vec!["anna".to_owned(), "Ben; B".to_owned()],
        reason: "“a, b”".to_owned(),
    };
    for format in both() {
        let (sink, lost) = export(format.id, std::slice::from_ref(&record));
        let is_lost = lost.iter().any(|loss| loss.kind == LossKind::Annotator);
        let read = import(format.id, &sink);
        let comes_back = read[0].spans[0].provenance == record.spans[0].provenance;
        assert_ne!(comes_back, is_lost, "{}", format.id);
    }
}

#[test]
fn control_characters_are_reported_and_come_back() {
    let mut record = control_characters();
    record.spans[0].note = "\u{7}".to_owned();
    for id in ["xmi", "tei", "html"] {
        let (sink, lost) = export(id, std::slice::from_ref(&record));
        let kinds: Vec<&LossKind> = lost.iter().map(|loss| &loss.kind).collect();
        assert_eq!(kinds, [&LossKind::Text, &LossKind::Note], "{id}");
        let read = import(id, &sink);
        assert_eq!(read[0].text, record.text, "{id}");
        assert_eq!(read[0].spans[0].range, 2..3, "{id}");
    }
    for id in ["docbin", "parquet"] {
        assert_eq!(export(id, &[record.clone()]).1, [], "{id}");
        check_round_trip(id, &[record.clone()]);
    }
}

fn control_characters() -> Record {
    let metadata = Metadata {
        id: "c".to_owned(),
        ..Metadata::default()
    };
    let mut record = Record::new(ArticleText::new("a\u{1}b \u{fffe}c\u{b}"), metadata);
    record.spans = vec![RecordSpan::new("x", 2..3)];
    record
}

/// Reads what is left of a file after a bad disk or a careless hand. An error is as good as articles;
/// it only may not panic.
fn read_damaged(id: &str, name: &str, bytes: &[u8], sink: &MemorySink) {
    let mut input = bytes;
    let mut source = Source {
        name,
        input: &mut input,
        beside: &mut |name| sink.files.get(name).cloned(),
    };
    let mut take = |record: Result<Record, _>| {
        if let Ok(record) = record {
            let has_words = |span: &RecordSpan| !record.words(span).is_empty();
            assert!(record.spans.iter().all(has_words), "{id}");
        }
        ControlFlow::Continue(())
    };
    drop(crate::import::read(
        importer(id).unwrap(),
        &mut source,
        &mut take,
    ));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_articles_come_back_or_are_reported_as_lost(records in random()) {
        for format in both() {
            check_round_trip(format.id, &records);
        }
    }

    #[test]
    fn damaged_files_are_no_panic(
        records in random(),
        format in prop::sample::select(both().collect::<Vec<_>>()),
        cut in any::<prop::sample::Index>(),
        flips in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..4),
    ) {
        let (sink, _) = export(format.id, &records);
        for (name, bytes) in &sink.files {
            let mut bytes = bytes.clone();
            if bytes.is_empty() {
                continue;
            }
            for (at, byte) in &flips {
                let at = at.index(bytes.len());
                bytes[at] = *byte;
            }
            bytes.truncate(cut.index(bytes.len()) + 1);
            read_damaged(format.id, name, &bytes, &sink);
            for (candidate, _) in candidates(&Head { name, bytes: &bytes }) {
                read_damaged(candidate.id(), name, &bytes, &sink);
            }
        }
    }
}
