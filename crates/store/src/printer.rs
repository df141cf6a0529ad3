//! Writes a document as RON that a person can read, edit and compare line by line.

use std::fmt::{self, Write as _};

use crate::article_file::{FORMAT, HEADER, TextPlace};
use copydesk_document::{
    Annotation, AttributeContent, AttributeKind, AttributeValue, Attributes, Detached,
    DetachedMark, Document, Label, LabelStyle, Origin, Rejection, Schema, Status,
};
use copydesk_text::Quote;

/// The whole file. The same document always gives the same bytes.
pub(super) fn article(document: &Document, text_place: &TextPlace) -> String {
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
    detached_lists(&mut out, document.detached());
    schema(&mut out, document.schema());
    line(&mut out, ")");
    out
}

/// `text` as a RON string on one line, with everything escaped that an editor might not keep.
pub(super) fn string(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for sign in text.chars() {
        match sign {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            _ if is_unsafe(sign) => push(&mut out, format_args!("\\u{{{:x}}}", u32::from(sign))),
            _ => out.push(sign),
        }
    }
    out.push('"');
    out
}

/// Signs that editors drop, change or show as nothing: controls, separators, bidi marks, BOM.
fn is_unsafe(sign: char) -> bool {
    sign.is_control()
        || matches!(
            sign,
            '\u{61c}'
                | '\u{200b}'
                | '\u{200e}'
                | '\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
        )
}

/// The article's text: real lines where nothing in it can be lost, else an escaped string a line.
fn inside(text: &str) -> String {
    let is_plain = |sign: char| sign == '\n' || sign == '\t' || !is_unsafe(sign);
    if text.chars().all(is_plain) {
        return format!("Inside({})", raw_string(text));
    }
    let mut out = String::from("Lines([\n");
    for part in text.split_inclusive('\n') {
        push(&mut out, format_args!("        {},\n", string(part)));
    }
    out.push_str("    ])");
    out
}

/// With as many `#` as it takes that no `"#` inside ends it.
fn raw_string(text: &str) -> String {
    let longest = text
        .split('"')
        .skip(1)
        .map(|after| after.len() - after.trim_start_matches('#').len() + 1)
        .max()
        .unwrap_or(0);
    let hashes = "#".repeat(longest);
    format!("r{hashes}\"{text}\"{hashes}")
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Open => "Open",
        Status::InWork => "InWork",
        Status::Done => "Done",
    }
}

fn annotation(annotation: &Annotation, document: &Document) -> String {
    let Annotation {
        id,
        label,
        span,
        origin,
        note,
        attributes,
    } = annotation;
    let quote = Quote::of(document.text(), *span);
    let mut out = format!("(id: {}, ", id.0);
    place(&mut out, label.as_str(), span.start(), span.end(), &quote);
    by(&mut out, origin);
    extras(&mut out, attributes, note);
    context(&mut out, &quote);
    out
}

fn rejection(rejection: &Rejection, document: &Document) -> String {
    let Rejection { span, label } = rejection;
    let quote = Quote::of(document.text(), *span);
    let mut out = String::from("(");
    place(&mut out, label.as_str(), span.start(), span.end(), &quote);
    context(&mut out, &quote);
    out
}

fn detached_lists(out: &mut String, detached: &[Detached]) {
    let mut annotations = Vec::new();
    let mut rejections = Vec::new();
    for each in detached {
        let Detached {
            start,
            end,
            quote,
            label,
            mark,
        } = each;
        match mark {
            DetachedMark::Annotation {
                id,
                origin,
                note,
                attributes,
            } => {
                let mut line = format!("(id: {}, ", id.0);
                place(&mut line, label, *start, *end, quote);
                by(&mut line, origin);
                extras(&mut line, attributes, note);
                context(&mut line, quote);
                annotations.push(line);
            }
            DetachedMark::Rejection => {
                let mut line = String::from("(");
                place(&mut line, label, *start, *end, quote);
                context(&mut line, quote);
                rejections.push(line);
            }
        }
    }
    for (name, lines) in [
        ("detached_annotations", annotations),
        ("detached_rejections", rejections),
    ] {
        if !lines.is_empty() {
            list(out, name, lines.into_iter());
        }
    }
}

fn place(out: &mut String, label: &str, start: usize, end: usize, quote: &Quote) {
    let (label, exact) = (string(label), string(&quote.exact));
    push(
        out,
        format_args!("label: {label}, start: {start}, end: {end}, quote: {exact}"),
    );
}

fn by(out: &mut String, origin: &Origin) {
    match origin {
        Origin::Human => out.push_str(", by: Human"),
        Origin::Suggested { by, confidence } => push(
            out,
            format_args!(", by: Suggested({}, {})", string(by), confidence.percent()),
        ),
        Origin::Imported { from } => push(out, format_args!(", by: Imported({})", string(from))),
    }
}

fn extras(out: &mut String, attributes: &Attributes, note: &str) {
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
    if !note.is_empty() {
        push(out, format_args!(", note: {}", string(note)));
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

/// What stands around the words, last on the line, and the closing bracket.
fn context(out: &mut String, quote: &Quote) {
    for (name, words) in [("before", &quote.prefix), ("after", &quote.suffix)] {
        if !words.is_empty() {
            push(out, format_args!(", {name}: {}", string(words)));
        }
    }
    out.push(')');
}

fn schema(out: &mut String, schema: &Schema) {
    line(out, "    schema: (");
    line(out, "        labels: [");
    for each in schema.labels() {
        line(out, &format!("            {},", label(each)));
    }
    line(out, "        ],");
    line(out, "    ),");
}

fn label(label: &Label) -> String {
    let Label {
        id,
        name,
        plural,
        layer,
        color,
        style,
        key,
        guideline,
        attributes,
    } = label;
    let style = match style {
        LabelStyle::Tint => "Tint",
        LabelStyle::Band => "Band",
    };
    let attributes: Vec<String> = attributes.iter().map(attribute_kind).collect();
    format!(
        "(id: {}, name: {}, plural: {}, layer: {}, color: {color:?}, style: {style}, \
         key: '{key}', attributes: [{}], guideline: {})",
        string(id.as_str()),
        string(name),
        string(plural),
        string(layer.as_str()),
        attributes.join(", "),
        string(guideline),
    )
}

fn attribute_kind(kind: &AttributeKind) -> String {
    let AttributeKind {
        name,
        title,
        content,
    } = kind;
    let content = match content {
        AttributeContent::Figure => "Figure".to_owned(),
        AttributeContent::Words => "Words".to_owned(),
        AttributeContent::Choice(choices) => {
            let choices: Vec<String> = choices.iter().map(|choice| string(choice)).collect();
            format!("Choice([{}])", choices.join(", "))
        }
    };
    let (name, title) = (string(name), string(title));
    format!("(name: {name}, title: {title}, content: {content})")
}

/// One element a line, also when there is none: adding the first is a one-line change.
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
