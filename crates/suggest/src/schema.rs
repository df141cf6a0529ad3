//! A schema with every label that is suggested, for programs that have none of their own.

use copydesk_document::{ColorRole, Label, LabelId, LabelStyle, Layer, Schema};

/// Each label and the layer that it is in: within one, suggestions do not overlap.
const LABELS: [(&str, &str, &str); 8] = [
    ("person", "People", "names"),
    ("place", "Places", "names"),
    ("organization", "Organizations", "names"),
    ("peoples", "Peoples", "names"),
    ("date", "Dates", "names"),
    ("other", "Other names", "names"),
    ("figure", "Figures", "figures"),
    ("claim", "Claims", "claims"),
];

/// Every label that is suggested: `person`, `place`, `organization`, `peoples`, `date` and `other` in one layer,
/// `figure` and `claim` in layers of their own.
pub fn every_label() -> Schema {
    let label = |(&(id, plural, layer), key): (&(&str, &str, &str), char)| {
        Some(Label {
            id: LabelId::new(id)?,
            name: id.to_owned(),
            plural: plural.to_owned(),
            layer: Layer::new(layer),
            color: ColorRole::Blue,
            style: LabelStyle::Tint,
            key,
            guideline: String::new(),
            attributes: Vec::new(),
        })
    };
    let labels = LABELS.iter().zip('a'..).filter_map(label).collect();
    #[expect(
        clippy::expect_used,
        reason = "ids and keys of a constant list, each once; a test calls this"
    )]
    Schema::new(labels).expect("every id and key is there once")
}
