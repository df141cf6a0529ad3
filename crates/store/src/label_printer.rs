//! Writes a schema's labels as RON, one per line.

use crate::ron_string::escaped as string;
use copydesk_document::{AttributeContent, AttributeKind, Label, LabelStyle};

pub(crate) fn label(label: &Label) -> String {
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
