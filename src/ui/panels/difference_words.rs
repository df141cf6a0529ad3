//! What tells two states of a span apart, in words.

use copydesk_document::{Annotation, Difference, Document, LabelId, Schema, quoted};
use copydesk_text::Span;

/// What happens to one span.
pub struct ChangeWords {
    pub label: LabelId,
    pub span: Span,
    /// In sentence case, without a full stop.
    pub what: String,
}

impl ChangeWords {
    pub fn of(difference: &Difference, document: &Document) -> Self {
        let (label, span, what) = match difference {
            Difference::Added(it) => (&it.label, it.span, "Added".to_owned()),
            Difference::Removed(it) => (&it.label, it.span, "Removed".to_owned()),
            Difference::Changed { before, after } => {
                (&after.label, after.span, changed(before, after, document))
            }
            Difference::Rejected(it) => (&it.label, it.span, "Suggestion rejected".to_owned()),
            Difference::NoLongerRejected(it) => {
                (&it.label, it.span, "Suggestion reopened".to_owned())
            }
        };
        Self {
            label: label.clone(),
            span,
            what,
        }
    }
}

fn changed(before: &Annotation, after: &Annotation, document: &Document) -> String {
    let schema = document.schema();
    let mut parts = Vec::new();
    if before.label != after.label {
        let (from, to) = (name(schema, &before.label), name(schema, &after.label));
        parts.push(format!("label changed from {from} to {to}"));
    }
    if before.span != after.span {
        parts.push(format!("was {}", quoted(document, before.span)));
    }
    parts.extend(value_change("note", &before.note, &after.note));
    for title_and_values in attribute_values(before, after, schema) {
        let (title, old, new) = title_and_values;
        parts.extend(value_change(&title.to_lowercase(), &old, &new));
    }
    if parts.is_empty() {
        parts.push("source changed".to_owned());
    }
    sentence(&parts.join("; "))
}

/// `None` if nothing changed.
fn value_change(title: &str, old: &str, new: &str) -> Option<String> {
    match (old, new) {
        (old, new) if old == new => None,
        ("", new) => Some(format!("{title} added: {new}")),
        (old, "") => Some(format!("{title} removed: {old}")),
        (old, new) => Some(format!("{title} changed from {old} to {new}")),
    }
}

/// The attributes that either has: title, old value, new value; a value that is missing is empty.
fn attribute_values(
    before: &Annotation,
    after: &Annotation,
    schema: &Schema,
) -> Vec<(String, String, String)> {
    let title = |attribute: &String| {
        let kinds = [&after.label, &before.label]
            .into_iter()
            .filter_map(|id| schema.label(id))
            .flat_map(|label| &label.attributes);
        let mut named = kinds.filter(|kind| kind.name == *attribute);
        named
            .next()
            .map_or_else(|| attribute.clone(), |kind| kind.title.clone())
    };
    let value = |annotation: &Annotation, attribute: &String| {
        let value = annotation.attributes.get(attribute);
        value.map_or_else(String::new, copydesk_document::AttributeValue::display)
    };
    let mut names: Vec<&String> = before.attributes.keys().collect();
    names.extend(after.attributes.keys());
    names.sort();
    names.dedup();
    names
        .into_iter()
        .map(|it| (title(it), value(before, it), value(after, it)))
        .collect()
}

/// What is known of `annotation` beside its label and words, where `other` says something else.
pub fn facts(annotation: &Annotation, other: Option<&Annotation>, schema: &Schema) -> String {
    let mut parts = Vec::new();
    let other_note = other.map_or("", |other| &other.note);
    if !annotation.note.is_empty() && annotation.note != other_note {
        parts.push(format!("note: {}", annotation.note));
    }
    let same = other.unwrap_or(annotation);
    for (title, theirs, own) in attribute_values(same, annotation, schema) {
        let is_other = other.is_none() || theirs != own;
        match own.as_str() {
            _ if !is_other => {}
            "" => parts.push(format!("no {}", title.to_lowercase())),
            own => parts.push(format!("{}: {own}", title.to_lowercase())),
        }
    }
    if annotation.note.is_empty() && !other_note.is_empty() {
        parts.push("no note".to_owned());
    }
    sentence(&parts.join("; "))
}

pub fn name(schema: &Schema, label: &LabelId) -> String {
    schema
        .label(label)
        .map_or_else(|| label.to_string(), |label| label.name.clone())
}

fn sentence(words: &str) -> String {
    let mut chars = words.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    first.chain(chars).collect()
}
