//! The shape of format 1 on disk, and how it becomes what the program works with.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error as _, MapAccess, Visitor};

use crate::number_v1::NumberV1;
use copydesk_document::{
    AttributeContent, AttributeKind, ColorRole, Label, LabelId, LabelStyle, Layer, Status,
};

/// One article file. Missing fields have their default; unknown ones are an error, because they
/// would be lost with the next save.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ArticleV1 {
    pub format: u32,
    #[serde(default)]
    pub title: String,
    #[serde(default)]
    pub source: String,
    #[serde(default)]
    pub encoding: String,
    #[serde(default)]
    pub id: String,
    #[serde(default)]
    pub byline: String,
    #[serde(default)]
    pub date: String,
    #[serde(default)]
    pub address: String,
    #[serde(default)]
    pub status: StatusV1,
    #[serde(default)]
    pub marked: bool,
    #[serde(default)]
    pub fingerprint: String,
    pub text: TextV1,
    #[serde(default)]
    pub annotations: Vec<AnnotationV1>,
    #[serde(default)]
    pub rejections: Vec<RejectionV1>,
    #[serde(default)]
    pub suggestion_notes: Vec<SuggestionNoteV1>,
    #[serde(default)]
    pub detached_annotations: Vec<AnnotationV1>,
    #[serde(default)]
    pub detached_rejections: Vec<RejectionV1>,
    #[serde(default)]
    pub detached_suggestion_notes: Vec<SuggestionNoteV1>,
    pub schema: SchemaV1,
}

#[derive(Debug, Deserialize)]
pub(crate) enum TextV1 {
    Inside(String),
    /// Joined without anything between: for texts that a raw string cannot hold safely.
    Lines(Vec<String>),
    /// A file beside this one.
    Reference(String),
}

#[derive(Debug, Default, Deserialize)]
pub(crate) enum StatusV1 {
    #[default]
    Open,
    InWork,
    Done,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AnnotationV1 {
    pub id: Option<NumberV1>,
    pub label: String,
    pub start: NumberV1,
    pub end: NumberV1,
    pub quote: String,
    #[serde(default)]
    pub by: OriginV1,
    #[serde(default)]
    pub annotator: String,
    #[serde(default)]
    pub agreed: Vec<String>,
    #[serde(default)]
    pub reason: String,
    #[serde(default)]
    pub attributes: AttributesV1,
    #[serde(default)]
    pub note: String,
    #[serde(default)]
    pub before: String,
    #[serde(default)]
    pub after: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RejectionV1 {
    pub label: String,
    pub start: NumberV1,
    pub end: NumberV1,
    pub quote: String,
    #[serde(default)]
    pub before: String,
    #[serde(default)]
    pub after: String,
}

/// A note on a suggestion that nobody has accepted.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SuggestionNoteV1 {
    pub label: String,
    pub start: NumberV1,
    pub end: NumberV1,
    pub quote: String,
    #[serde(default)]
    pub note: String,
    #[serde(default)]
    pub before: String,
    #[serde(default)]
    pub after: String,
}

#[derive(Debug, Default, Deserialize)]
pub(crate) enum OriginV1 {
    #[default]
    Human,
    /// By whom, with how many percent of confidence.
    Suggested(String, NumberV1),
    Imported(String),
}

/// By name, without duplicates.
#[derive(Debug, Default)]
pub(crate) struct AttributesV1(pub BTreeMap<String, AttributeV1>);

#[derive(Debug, Deserialize)]
pub(crate) enum AttributeV1 {
    Figure(String),
    Words(String),
    /// Words that stand in the article.
    At(String, NumberV1, NumberV1),
}

/// The user's own schema file, or the built-in one.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SchemaFileV1 {
    pub format: u32,
    pub labels: Vec<LabelV1>,
}

/// The schema inside an article file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SchemaV1 {
    pub labels: Vec<LabelV1>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct LabelV1 {
    pub id: String,
    pub name: String,
    pub plural: String,
    pub layer: String,
    pub color: ColorV1,
    pub style: StyleV1,
    pub key: char,
    #[serde(default)]
    pub guideline: String,
    #[serde(default)]
    pub attributes: Vec<AttributeKindV1>,
}

#[derive(Debug, Deserialize)]
pub(crate) enum ColorV1 {
    Blue,
    Green,
    Amber,
    Magenta,
    Teal,
    Violet,
    Red,
    Gray,
}

#[derive(Debug, Deserialize)]
pub(crate) enum StyleV1 {
    Tint,
    Band,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AttributeKindV1 {
    pub name: String,
    pub title: String,
    pub content: ContentV1,
}

#[derive(Debug, Deserialize)]
pub(crate) enum ContentV1 {
    Figure,
    Words,
    Choice(Vec<String>),
}

impl<'de> Deserialize<'de> for AttributesV1 {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(AttributesVisitor)
    }
}

/// Reads a map and refuses a duplicate name: one of the two would be lost.
struct AttributesVisitor;

impl<'de> Visitor<'de> for AttributesVisitor {
    type Value = AttributesV1;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("attributes by name")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<AttributesV1, A::Error> {
        let mut attributes = BTreeMap::new();
        while let Some((name, value)) = map.next_entry::<String, AttributeV1>()? {
            if attributes.contains_key(&name) {
                return Err(A::Error::custom(format!(
                    "the attribute “{name}” is a duplicate"
                )));
            }
            attributes.insert(name, value);
        }
        Ok(AttributesV1(attributes))
    }
}

impl From<StatusV1> for Status {
    fn from(status: StatusV1) -> Self {
        match status {
            StatusV1::Open => Self::Open,
            StatusV1::InWork => Self::InWork,
            StatusV1::Done => Self::Done,
        }
    }
}

impl LabelV1 {
    /// The label, or its id if that is not a valid one.
    pub fn into_label(self) -> Result<Label, String> {
        let Self {
            id,
            name,
            plural,
            layer,
            color,
            style,
            key,
            guideline,
            attributes,
        } = self;
        Ok(Label {
            id: LabelId::new(&id).ok_or(id)?,
            name,
            plural,
            layer: Layer::new(&layer),
            color: color.into(),
            style: match style {
                StyleV1::Tint => LabelStyle::Tint,
                StyleV1::Band => LabelStyle::Band,
            },
            key,
            guideline,
            attributes: attributes.into_iter().map(AttributeKind::from).collect(),
        })
    }
}

impl From<ColorV1> for ColorRole {
    fn from(color: ColorV1) -> Self {
        match color {
            ColorV1::Blue => Self::Blue,
            ColorV1::Green => Self::Green,
            ColorV1::Amber => Self::Amber,
            ColorV1::Magenta => Self::Magenta,
            ColorV1::Teal => Self::Teal,
            ColorV1::Violet => Self::Violet,
            ColorV1::Red => Self::Red,
            ColorV1::Gray => Self::Gray,
        }
    }
}

impl From<AttributeKindV1> for AttributeKind {
    fn from(kind: AttributeKindV1) -> Self {
        let AttributeKindV1 {
            name,
            title,
            content,
        } = kind;
        Self {
            name,
            title,
            content: match content {
                ContentV1::Figure => AttributeContent::Figure,
                ContentV1::Words => AttributeContent::Words,
                ContentV1::Choice(choices) => AttributeContent::Choice(choices),
            },
        }
    }
}
