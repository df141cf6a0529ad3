//! Every format there and back: what comes back is what went out, except what was reported as lost.

mod laws;
pub(crate) mod reading;
pub(crate) mod records;
pub(crate) mod writing;
pub(crate) mod xml;

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use crate::export::{Loss, LossKind, MemorySink, Settings, Shape, exporter, write_to_memory};
use crate::import::{self, Head, Likeness, Source, importer};
use copydesk_document::{Record, RecordSpan, SpanState};
use copydesk_store::built_in_schema;

/// The files that `records` become in the format `id`, and what was lost.
pub(crate) fn export(id: &str, records: &[Record]) -> (MemorySink, Vec<Loss>) {
    export_by("", id, records)
}

/// As [`export`]; `annotator` annotated.
pub(crate) fn export_by(annotator: &str, id: &str, records: &[Record]) -> (MemorySink, Vec<Loss>) {
    let settings = Settings {
        name: "test".to_owned(),
        schema: built_in_schema(),
        annotator: annotator.to_owned(),
        card: crate::export::Card::default(),
    };
    write_to_memory(exporter(id).unwrap(), &settings, records).unwrap()
}

/// What the importer `id` makes of the files.
pub(crate) fn import(id: &str, sink: &MemorySink) -> Vec<Record> {
    let is_one_file = matches!(exporter(id).unwrap().shape(), Shape::File(_));
    let importer = importer(id).unwrap();
    let mut records = Vec::new();
    for (name, bytes) in &sink.files {
        let head = Head {
            name,
            bytes: bytes.get(..Head::BYTES).unwrap_or(bytes),
        };
        let is_data = if is_one_file {
            name == MemorySink::MAIN
        } else {
            import::recognize(importer, &head) != Likeness::No
        };
        if !is_data {
            continue;
        }
        let mut input = bytes.as_slice();
        let mut source = Source {
            name,
            input: &mut input,
            beside: &mut |name| sink.files.get(name).cloned(),
        };
        let mut take = |record: Result<Record, _>| {
            records.push(record.unwrap());
            ControlFlow::Continue(())
        };
        import::read(importer, &mut source, &mut take).unwrap();
    }
    records
}

/// Writes `records`, each with an id of its own, in the format `id`, reads them back and compares,
/// leaving aside exactly what the loss report names.
pub(crate) fn check_round_trip(id: &str, records: &[Record]) {
    let (sink, lost) = export(id, records);
    let read: BTreeMap<String, Record> = import(id, &sink)
        .into_iter()
        .map(|record| (record.metadata.id.clone(), record))
        .collect();
    assert_eq!(read.len(), records.len(), "{id}: articles");
    for record in records {
        let of_article = |loss: &&Loss| loss.article == record.metadata.id;
        let lost: Vec<&Loss> = lost.iter().filter(of_article).collect();
        let read = read
            .get(&record.metadata.id)
            .unwrap_or_else(|| panic!("{id}: no article {}", record.metadata.id));
        check_same(id, record, read, &lost);
    }
    let again = export(id, records);
    assert_eq!(again.0, sink, "{id}: two runs differ");
}

fn check_same(id: &str, written: &Record, read: &Record, lost: &[&Loss]) {
    let is_lost = |kind: &LossKind| {
        lost.iter()
            .any(|loss| loss.span.is_none() && loss.kind == *kind)
    };
    if is_lost(&LossKind::Text) {
        let ink = |record: &Record| record.text.as_str().split_whitespace().collect::<String>();
        assert_eq!(ink(read), ink(written), "{id}: the ink of the text");
    } else {
        assert_eq!(read.text.as_str(), written.text.as_str(), "{id}: the text");
    }
    let metadata = |record: &Record| {
        let of = &record.metadata;
        let fields = [
            ("title", of.title.clone()),
            ("byline", of.byline.clone()),
            ("date", of.date.clone()),
            ("address", of.address.clone()),
            ("source", of.source.clone()),
            ("status", format!("{:?}", record.status)),
            ("marked", record.is_marked.to_string()),
        ];
        fields
            .into_iter()
            .filter(|(name, _)| !is_lost(&LossKind::Metadata((*name).to_owned())))
            .collect::<Vec<_>>()
    };
    assert_eq!(metadata(read), metadata(written), "{id}: metadata");
    let expected: Vec<_> = written
        .spans
        .iter()
        .filter_map(|span| after_loss(written, span, lost))
        .collect();
    let found: Vec<_> = read.spans.iter().map(|span| facts(read, span)).collect();
    assert_eq!(found.len(), expected.len(), "{id}: spans");
    // New edges may change the order: those of whom all is known take theirs first.
    let has_new_edges = |facts: &&Facts| facts.values().any(Option::is_none);
    let (moved, kept): (Vec<_>, Vec<_>) = expected.iter().partition(has_new_edges);
    let mut left = found;
    for fact in kept.into_iter().chain(moved) {
        let place = left.iter().position(|span| is_same(fact, span));
        let place = place.unwrap_or_else(|| panic!("{id}: wrote {fact:?}\nread {left:?}"));
        left.remove(place);
    }
}

/// A fact that was lost may be anything.
fn is_same(written: &Facts, read: &Facts) -> bool {
    let same = written
        .iter()
        .all(|(name, value)| value.is_none() || read.get(name) == Some(value));
    same && read.keys().all(|name| written.contains_key(name))
}

type Facts = BTreeMap<String, Option<String>>;

/// All that is said of a span, by name; `None` only for what a loss report names.
fn facts(record: &Record, span: &RecordSpan) -> Facts {
    let before = |byte: usize| {
        let text = record.text.as_str().get(..byte).unwrap();
        text.split_whitespace().collect::<String>().len()
    };
    let mut facts = Facts::new();
    let mut fact = |name: &str, value: String| facts.insert(name.to_owned(), Some(value));
    fact("label", span.label.clone());
    // Counted in ink, so that it means the same where the space between words is lost.
    let place = (before(span.range.start), before(span.range.end));
    let ink = record.words(span).split_whitespace().collect::<String>();
    fact("edges", format!("{place:?} {ink}"));
    if span.state != SpanState::Accepted {
        fact("state", format!("{:?}", span.state));
    }
    if let Some(origin) = &span.origin {
        fact("origin", format!("{origin:?}"));
    }
    if !span.note.is_empty() {
        fact("note", span.note.clone());
    }
    for (name, attribute) in &span.attributes {
        let at = attribute
            .at
            .as_ref()
            .map(|at| (before(at.start), before(at.end)));
        fact(
            &format!("attribute {name}"),
            format!("{} {at:?}", attribute.words),
        );
    }
    facts
}

/// What should come back of a span; `None` if it is lost as a whole.
fn after_loss(record: &Record, span: &RecordSpan, lost: &[&Loss]) -> Option<Facts> {
    let mut facts = facts(record, span);
    let start = record
        .text
        .as_str()
        .get(..span.range.start)
        .unwrap()
        .chars()
        .count();
    let place = (span.label.clone(), record.words(span).to_owned(), start);
    for loss in lost
        .iter()
        .filter(|loss| loss.span.as_ref() == Some(&place))
    {
        let name = match &loss.kind {
            LossKind::Span => return None,
            LossKind::Attribute(name) => format!("attribute {name}"),
            other => other.to_string(),
        };
        if name == "edges" {
            facts.insert(name, None);
        } else {
            facts.remove(&name);
        }
    }
    Some(facts)
}

/// The articles that the readers in `tests/readers` check are those of these tests; `UPDATE=1` writes
/// them again.
#[test]
fn the_articles_for_the_real_readers_are_these() {
    let (sink, lost) = export("jsonl", &records::three());
    assert_eq!(lost, []);
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../tests/readers/articles.jsonl"
    );
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, &sink.files[MemorySink::MAIN]).unwrap();
    }
    let written = std::fs::read(path).unwrap();
    assert!(
        written == sink.files[MemorySink::MAIN],
        "tests/readers/articles.jsonl is not what the tests write; UPDATE=1 cargo test -p copydesk-formats"
    );
}
