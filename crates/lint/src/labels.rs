//! What labels are for, whatever they are called.

use copydesk_document::{AttributeContent, Label, LabelId, Schema, synonyms::canonical_name};

/// The attribute of a figure's value, if the label has one.
pub(crate) fn value_of<'a>(schema: &'a Schema, label: &LabelId) -> Option<&'a str> {
    let mut kinds = schema.label(label)?.attributes.iter();
    let value = kinds.find(|kind| kind.content == AttributeContent::Figure)?;
    Some(&value.name)
}

/// The attribute of who says it, if the label has one.
pub(crate) fn speaker_of<'a>(schema: &'a Schema, label: &LabelId) -> Option<&'a str> {
    let mut kinds = schema.label(label)?.attributes.iter();
    let speaker =
        kinds.find(|kind| kind.name == "speaker" && kind.content == AttributeContent::Words)?;
    Some(&speaker.name)
}

/// Whether what has this label can say something.
pub(crate) fn can_speak(label: &LabelId) -> bool {
    matches!(
        canonical_name(label.as_str()),
        Some("person" | "organization")
    )
}

/// Whether its spans are names, of which each stands for the same thing everywhere.
pub(crate) fn names_things(label: &LabelId) -> bool {
    let kind = canonical_name(label.as_str());
    !matches!(kind, Some("claim" | "figure" | "date"))
}

/// Whether its spans are statements and not names or numbers.
pub(crate) fn is_statement(label: &Label) -> bool {
    canonical_name(label.id.as_str()) == Some("claim")
}
