//! What readers make of the files of other programs, in lines that a test can compare.

use std::ops::ControlFlow;

use crate::import::{self, Head, Source, candidates, importer};
use copydesk_document::{Origin, Record, RecordSpan, SpanState};

/// What the importer makes of `input`: a line for each article, span, warning and fault.
pub(crate) fn read(id: &str, input: &str) -> Vec<String> {
    read_with(id, input, &mut |_| None)
}

pub(crate) fn read_with(
    id: &str,
    input: &str,
    beside: &mut dyn FnMut(&str) -> Option<Vec<u8>>,
) -> Vec<String> {
    let mut bytes = input.as_bytes();
    let mut source = Source {
        name: "file",
        input: &mut bytes,
        beside,
    };
    let mut lines = Vec::new();
    let read = import::read(importer(id).unwrap(), &mut source, &mut |record| {
        match record {
            Ok(record) => push_lines(&record, &mut lines),
            Err(faulty) => lines.push(format!("× {faulty}")),
        }
        ControlFlow::Continue(())
    });
    if let Err(error) = read {
        lines.push(format!("error: {error}"));
    }
    lines
}

fn push_lines(record: &Record, lines: &mut Vec<String>) {
    lines.push(format!("{}: {}", record.metadata.id, record.text.as_str()));
    let spans = record.spans.iter();
    lines.extend(spans.map(|span| span_in_words(record, span)));
    lines.extend(record.warnings.iter().map(|warning| format!("! {warning}")));
}

fn span_in_words(record: &Record, span: &RecordSpan) -> String {
    let mut parts = vec![format!("{} “{}”", span.label, record.words(span))];
    match span.state {
        SpanState::Accepted => {}
        SpanState::Suggested => parts.push("suggested".to_owned()),
        SpanState::Rejected => parts.push("rejected".to_owned()),
    }
    match &span.origin {
        Some(Origin::Suggested { by, confidence }) => {
            parts.push(format!("{by} {} %", confidence.percent()));
        }
        Some(origin) => parts.push(format!("{origin:?}")),
        None => {}
    }
    if !span.note.is_empty() {
        parts.push(format!("note {}", span.note));
    }
    for (name, attribute) in &span.attributes {
        let at = attribute.at.as_ref();
        let at = at.map(|at| format!(" at {}–{}", at.start, at.end));
        parts.push(format!(
            "{name} {}{}",
            attribute.words,
            at.unwrap_or_default()
        ));
    }
    parts.join(", ")
}

/// Whether the importer `id` is the first that is proposed for `input`.
pub(crate) fn check_recognized(id: &str, input: &str) {
    let head = Head {
        name: "file.json",
        bytes: input.as_bytes(),
    };
    let first = candidates(&head).first().map(|(importer, _)| importer.id());
    assert_eq!(first, Some(id), "{input}");
}

pub(crate) fn check_read(id: &str, input: &str, expected: &[&str]) {
    check_recognized(id, input);
    assert_eq!(read(id, input), expected, "{input}");
}
