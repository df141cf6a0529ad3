//! Writes a schema's labels as RON: one per line, or for a file of labels alone a field per line.

use crate::ron_string::{escaped as string, is_plain, raw};
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
    let style = label_style(*style);
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

/// A label of a file that people edit: each field on its own line, the guideline as it reads.
pub(crate) fn label_in_lines(label: &Label) -> String {
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
    let guideline = if is_plain(guideline) {
        raw(guideline)
    } else {
        string(guideline)
    };
    let attributes: Vec<String> = attributes.iter().map(attribute_kind).collect();
    let fields = [
        ("id", string(id.as_str())),
        ("name", string(name)),
        ("plural", string(plural)),
        ("layer", string(layer.as_str())),
        ("color", format!("{color:?}")),
        ("style", label_style(*style).to_owned()),
        ("key", format!("'{key}'")),
        ("guideline", guideline),
        ("attributes", format!("[{}]", attributes.join(", "))),
    ];
    let lines = fields.map(|(field, value)| format!("            {field}: {value},\n"));
    format!("        (\n{}        ),\n", lines.concat())
}

fn label_style(style: LabelStyle) -> &'static str {
    match style {
        LabelStyle::Tint => "Tint",
        LabelStyle::Band => "Band",
    }
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
