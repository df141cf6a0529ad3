//! What tells two states of a span apart, in words.

use copydesk_document::{Annotation, Difference, Document, LabelId, Schema, quoted};
use copydesk_i18n::tr;
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
            Difference::Added(it) => (&it.label, it.span, tr!("difference-added").to_owned()),
            Difference::Removed(it) => (&it.label, it.span, tr!("difference-removed").to_owned()),
            Difference::Changed { before, after } => {
                (&after.label, after.span, changed(before, after, document))
            }
            Difference::Rejected(it) => {
                let what = tr!("difference-rejected").to_owned();
                (&it.label, it.span, what)
            }
            Difference::NoLongerRejected(it) => {
                let what = tr!("difference-reopened").to_owned();
                (&it.label, it.span, what)
            }
            Difference::Noted {
                span,
                label,
                before,
                after,
            } => {
                let change = value_change(tr!("difference-note-on-suggestion"), before, after);
                (label, *span, sentence(&change.unwrap_or_default()))
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
        parts.push(tr!("difference-relabeled", from = from, to = to));
    }
    if before.span != after.span {
        let words = quoted(document, before.span);
        parts.push(tr!("difference-was", words = words));
    }
    parts.extend(value_change(
        tr!("difference-note"),
        &before.note,
        &after.note,
    ));
    for title_and_values in attribute_values(before, after, schema) {
        let (title, old, new) = title_and_values;
        parts.extend(value_change(&title.to_lowercase(), &old, &new));
    }
    if parts.is_empty() {
        parts.push(tr!("difference-source").to_owned());
    }
    sentence(&parts.join("; "))
}

/// `None` if nothing changed.
fn value_change(title: &str, old: &str, new: &str) -> Option<String> {
    match (old, new) {
        (old, new) if old == new => None,
        ("", new) => Some(tr!("difference-value-added", title = title, new = new)),
        (old, "") => Some(tr!("difference-value-removed", title = title, old = old)),
        (old, new) => Some(tr!(
            "difference-value-changed",
            title = title,
            old = old,
            new = new
        )),
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
        let title = tr!("difference-note");
        parts.push(tr!(
            "difference-value",
            title = title,
            value = &annotation.note
        ));
    }
    let same = other.unwrap_or(annotation);
    for (title, theirs, own) in attribute_values(same, annotation, schema) {
        let is_other = other.is_none() || theirs != own;
        let title = title.to_lowercase();
        match own.as_str() {
            _ if !is_other => {}
            "" => parts.push(tr!("difference-no-value", title = title)),
            own => parts.push(tr!("difference-value", title = title, value = own)),
        }
    }
    if annotation.note.is_empty() && !other_note.is_empty() {
        let title = tr!("difference-note");
        parts.push(tr!("difference-no-value", title = title));
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

#[cfg(test)]
mod tests {
    use super::*;
    use copydesk_document::{
        AnnotationId, Attributes, Confidence, LabelId, MarkRef, Metadata, OpenDocument, Suggestion,
        differences,
    };
    use copydesk_text::ArticleText;

    /// An article with one person.
    fn article() -> (OpenDocument, AnnotationId) {
        let text = ArticleText::new("Keir Starmer met Trump in Paris.");
        let schema = copydesk_store::built_in_schema();
        let mut open = OpenDocument::new(Document::new(text, schema, Metadata::default()));
        let span = open.document().text().span(0, 12).unwrap();
        let id = open.annotate(span, &label("person")).unwrap();
        (open, id)
    }

    fn label(id: &str) -> LabelId {
        LabelId::new(id).unwrap()
    }

    /// What the change of the one annotation is called.
    fn change(act: impl FnOnce(&mut OpenDocument, AnnotationId)) -> Vec<String> {
        let (before, id) = article();
        let mut after = before.clone();
        act(&mut after, id);
        let found = differences(before.document(), after.document());
        found
            .iter()
            .map(|difference| ChangeWords::of(difference, after.document()).what)
            .collect()
    }

    #[test]
    fn a_change_of_a_span_says_what_it_was() {
        assert_eq!(change(|open, id| open.remove(id).unwrap()), ["Removed"]);
        let relabel = |open: &mut OpenDocument, id| open.relabel(id, &label("place")).unwrap();
        assert_eq!(change(relabel), ["Label changed from Person to Place"]);
        let shorten = |open: &mut OpenDocument, id| {
            let span = open.document().text().span(5, 12).unwrap();
            open.move_to(MarkRef::Annotation(id), span).unwrap();
        };
        assert_eq!(change(shorten), ["Was “Keir Starmer”"]);
        let note = |open: &mut OpenDocument, id| {
            open.set_note(MarkRef::Annotation(id), "which?").unwrap();
        };
        assert_eq!(change(note), ["Note added: which?"]);
    }

    #[test]
    fn a_note_on_a_suggestion_is_told_as_such() {
        let (before, _) = article();
        let mut after = before.clone();
        let text = after.document().text().clone();
        let trump = Suggestion {
            label: label("person"),
            span: text.span(17, 22).unwrap(),
            confidence: Confidence::from_percent(90),
            by: "test",
            reason: String::new(),
            attributes: Attributes::new(),
        };
        let mark = MarkRef::Suggestion(&trump);
        after.set_note(mark, "which?").unwrap();
        let found = differences(before.document(), after.document());
        let words = ChangeWords::of(&found[0], after.document());
        assert_eq!(words.what, "Note on the suggestion added: which?");
        assert_eq!(words.span, trump.span);
    }

    #[test]
    fn of_two_answers_only_what_differs_is_said() {
        let (mut open, id) = article();
        let other = open.document().annotations().get(id).unwrap().clone();
        open.set_note(MarkRef::Annotation(id), "which?").unwrap();
        let (document, schema) = (open.document(), open.document().schema());
        let noted = document.annotations().get(id).unwrap();
        assert_eq!(facts(noted, Some(&other), schema), "Note: which?");
        assert_eq!(facts(&other, Some(noted), schema), "No note");
        assert_eq!(facts(noted, Some(noted), schema), "");
    }
}
