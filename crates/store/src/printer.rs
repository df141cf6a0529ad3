//! Writes a document as RON that a person can read, edit and compare line by line.
//!
//! By hand, because `ron`'s own serializer cannot write these lines: it escapes every apostrophe
//! (`world\'s`) and combining mark, closes an empty list on the same line, and its `depth_limit`
//! is one for the whole file, while annotations are one line each at depth 2 and labels at depth 3.
//! Wrapping every string and line in a `RawValue` would work around that with more code than this.
//! A test in `ron_string` notices when `ron` changes.

use std::fmt::{self, Write as _};

use crate::article_file::{FORMAT, HEADER, TextPlace};
use crate::label_printer;
use crate::ron_string;
use copydesk_document::{
    Annotation, AnnotationId, AttributeValue, Attributes, Detached, DetachedMark, Document, Origin,
    Provenance, Rejection, Schema, Status,
};
use copydesk_text::Quote;

pub(crate) use crate::ron_string::escaped as string;

/// The whole file. The same document always gives the same bytes.
pub(crate) fn article(document: &Document, text_place: &TextPlace) -> String {
    let text = document.text();
    let mut out = String::with_capacity(text.len() + 400 * document.annotations().len() + 4096);
    let metadata = document.metadata();
    line(&mut out, &format!("{HEADER}{FORMAT}"));
    line(&mut out, "(");
    line(&mut out, &format!("    format: {FORMAT},"));
    field(&mut out, "title", &string(&metadata.title));
    field(&mut out, "source", &string(&metadata.source));
    field(&mut out, "encoding", &string(&metadata.encoding));
    // What plain texts do not have is left out.
    let others = [
        ("id", &metadata.id),
        ("byline", &metadata.byline),
        ("date", &metadata.date),
        ("address", &metadata.address),
    ];
    for (name, value) in others.iter().filter(|(_, value)| !value.is_empty()) {
        field(&mut out, name, &string(value));
    }
    field(&mut out, "status", status(document.status()));
    field(&mut out, "marked", &document.is_marked().to_string());
    field(
        &mut out,
        "fingerprint",
        &string(text.fingerprint().as_str()),
    );
    match text_place {
        TextPlace::Inside => field(&mut out, "text", &inside(text.as_str())),
        TextPlace::Beside(name) => {
            field(&mut out, "text", &format!("Reference({})", string(name)));
        }
    }
    let annotations = document
        .annotations()
        .iter()
        .map(|each| annotation(each, document));
    list(&mut out, "annotations", annotations);
    let rejections = document
        .rejections()
        .iter()
        .map(|each| rejection(each, document));
    list(&mut out, "rejections", rejections);
    suggestion_notes(&mut out, document);
    detached_lists(&mut out, document.detached());
    schema(&mut out, document.schema());
    line(&mut out, ")");
    out
}

/// The article's text: real lines where nothing in it can be lost, else one escaped string per line.
fn inside(text: &str) -> String {
    if ron_string::is_plain(text) {
        return format!("Inside({})", ron_string::raw(text));
    }
    let mut out = String::from("Lines([\n");
    for part in text.split_inclusive('\n') {
        push(&mut out, format_args!("        {},\n", string(part)));
    }
    out.push_str("    ])");
    out
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Open => "Open",
        Status::InWork => "InWork",
        Status::Done => "Done",
    }
}

/// A mark on its line, whether it is on the article or set aside.
struct MarkLine<'a> {
    label: &'a str,
    start: usize,
    end: usize,
    quote: &'a Quote,
    /// What rejections and notes on suggestions do not have.
    annotation: Option<AnnotationFields<'a>>,
    /// Empty where there is none.
    note: &'a str,
}

struct AnnotationFields<'a> {
    id: AnnotationId,
    origin: &'a Origin,
    provenance: &'a Provenance,
    attributes: &'a Attributes,
}

fn annotation(annotation: &Annotation, document: &Document) -> String {
    let Annotation {
        id,
        label,
        span,
        origin,
        provenance,
        note,
        attributes,
    } = annotation;
    mark(&MarkLine {
        label: label.as_str(),
        start: span.start(),
        end: span.end(),
        quote: &Quote::of(document.text(), *span),
        annotation: Some(AnnotationFields {
            id: *id,
            origin,
            provenance,
            attributes,
        }),
        note,
    })
}

fn rejection(rejection: &Rejection, document: &Document) -> String {
    let Rejection { span, label } = rejection;
    mark(&MarkLine {
        label: label.as_str(),
        start: span.start(),
        end: span.end(),
        quote: &Quote::of(document.text(), *span),
        annotation: None,
        note: "",
    })
}

/// Most articles have none, and then no list of them.
fn suggestion_notes(out: &mut String, document: &Document) {
    let notes = document.suggestion_notes();
    let lines = notes.iter().map(|((span, label), note)| {
        mark(&MarkLine {
            label: label.as_str(),
            start: span.start(),
            end: span.end(),
            quote: &Quote::of(document.text(), *span),
            annotation: None,
            note,
        })
    });
    if !notes.is_empty() {
        list(out, "suggestion_notes", lines);
    }
}

fn detached_lists(out: &mut String, detached: &[Detached]) {
    let lists = [
        "detached_annotations",
        "detached_rejections",
        "detached_suggestion_notes",
    ];
    for name in lists {
        let marks = detached.iter().filter(|each| list_of(&each.mark) == name);
        let lines: Vec<String> = marks.map(detached_mark).collect();
        if !lines.is_empty() {
            list(out, name, lines.into_iter());
        }
    }
}

fn list_of(mark: &DetachedMark) -> &'static str {
    match mark {
        DetachedMark::Annotation { .. } => "detached_annotations",
        DetachedMark::Rejection => "detached_rejections",
        DetachedMark::Note(_) => "detached_suggestion_notes",
    }
}

fn detached_mark(detached: &Detached) -> String {
    let Detached {
        start,
        end,
        quote,
        label,
        mark: detached_mark,
    } = detached;
    let (annotation, note) = match detached_mark {
        DetachedMark::Annotation {
            id,
            origin,
            provenance,
            note,
            attributes,
        } => {
            let fields = AnnotationFields {
                id: *id,
                origin,
                provenance,
                attributes,
            };
            (Some(fields), note.as_str())
        }
        DetachedMark::Rejection => (None, ""),
        DetachedMark::Note(note) => (None, note.as_str()),
    };
    mark(&MarkLine {
        label,
        start: *start,
        end: *end,
        quote,
        annotation,
        note,
    })
}

fn mark(line: &MarkLine<'_>) -> String {
    let MarkLine {
        label,
        start,
        end,
        quote,
        annotation,
        note,
    } = line;
    let mut out = String::from("(");
    if let Some(AnnotationFields { id, .. }) = annotation {
        push(&mut out, format_args!("id: {}, ", id.0));
    }
    let (label, exact) = (string(label), string(&quote.exact));
    push(
        &mut out,
        format_args!("label: {label}, start: {start}, end: {end}, quote: {exact}"),
    );
    if let Some(fields) = annotation {
        push_annotation_fields(&mut out, fields);
    }
    if !note.is_empty() {
        push(&mut out, format_args!(", note: {}", string(note)));
    }
    // What stands around the words comes last: it matters least to a reader.
    for (name, words) in [("before", &quote.prefix), ("after", &quote.suffix)] {
        if !words.is_empty() {
            push(&mut out, format_args!(", {name}: {}", string(words)));
        }
    }
    out.push(')');
    out
}

fn push_annotation_fields(out: &mut String, fields: &AnnotationFields<'_>) {
    let AnnotationFields {
        id: _,
        origin,
        provenance,
        attributes,
    } = fields;
    match origin {
        Origin::Human => out.push_str(", by: Human"),
        Origin::Suggested { by, confidence } => push(
            out,
            format_args!(", by: Suggested({}, {})", string(by), confidence.percent()),
        ),
        Origin::Imported { from } => push(out, format_args!(", by: Imported({})", string(from))),
    }
    push_provenance(out, provenance);
    if !attributes.is_empty() {
        let entries: Vec<String> = attributes
            .iter()
            .map(|(name, value)| format!("{}: {}", string(name), attribute(value)))
            .collect();
        push(
            out,
            format_args!(", attributes: {{{}}}", entries.join(", ")),
        );
    }
}

/// What is known of who decided; nothing where nothing is.
fn push_provenance(out: &mut String, provenance: &Provenance) {
    let Provenance {
        annotator,
        agreed,
        reason,
    } = provenance;
    if !annotator.is_empty() {
        push(out, format_args!(", annotator: {}", string(annotator)));
    }
    if !agreed.is_empty() {
        let names: Vec<String> = agreed.iter().map(|name| string(name)).collect();
        push(out, format_args!(", agreed: [{}]", names.join(", ")));
    }
    if !reason.is_empty() {
        push(out, format_args!(", reason: {}", string(reason)));
    }
}

fn attribute(value: &AttributeValue) -> String {
    match value {
        AttributeValue::Figure(value) => format!("Figure({})", string(&value.to_string())),
        AttributeValue::Words { words, at: None } => format!("Words({})", string(words)),
        AttributeValue::Words {
            words,
            at: Some(span),
        } => format!("At({}, {}, {})", string(words), span.start(), span.end()),
    }
}

fn schema(out: &mut String, schema: &Schema) {
    line(out, "    schema: (");
    line(out, "        labels: [");
    for label in schema.labels() {
        line(
            out,
            &format!("            {},", label_printer::label(label)),
        );
    }
    line(out, "        ],");
    line(out, "    ),");
}

/// One element per line, and brackets on lines of their own even if it is empty: adding the first
/// element is a one-line change.
fn list(out: &mut String, name: &str, elements: impl Iterator<Item = String>) {
    line(out, &format!("    {name}: ["));
    for element in elements {
        line(out, &format!("        {element},"));
    }
    line(out, "    ],");
}

fn field(out: &mut String, name: &str, value: &str) {
    line(out, &format!("    {name}: {value},"));
}

fn line(out: &mut String, line: &str) {
    out.push_str(line);
    out.push('\n');
}

fn push(out: &mut String, words: fmt::Arguments<'_>) {
    // A String takes everything: there is no error to lose.
    out.write_fmt(words).unwrap_or_default();
}
