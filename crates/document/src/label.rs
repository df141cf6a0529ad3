//! Labels as data: what a schema says about each, its key, its color role, its attributes.

use std::fmt;
use std::sync::Arc;

use copydesk_i18n::in_sentence;

/// The name that files and exports know a label by, such as `person`.
///
/// ASCII letters, digits, `_` and `-`, beginning with a letter.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LabelId(Arc<str>);

/// Labels of one layer never overlap each other; labels of different layers may.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Layer(Arc<str>);

/// One kind of span.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    pub id: LabelId,
    /// For a person to read: `Person`.
    pub name: String,
    /// For filters and counts: `People`.
    pub plural: String,
    pub layer: Layer,
    /// Which of the theme's colors it takes.
    pub color: ColorRole,
    /// Whether it is drawn as a quiet band under the labels that lie in it.
    pub style: LabelStyle,
    /// The letter that labels with it.
    pub key: char,
    /// What to label with it and what not, in a few sentences.
    pub guideline: String,
    /// What a span of it can carry in addition to its words, the most important first.
    pub attributes: Vec<AttributeKind>,
}

/// A color of the theme, by its place in the palette.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ColorRole {
    Blue,
    Green,
    Amber,
    Magenta,
    Teal,
    Violet,
    Red,
    Gray,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelStyle {
    /// Tinted words with a line below.
    Tint,
    /// A band that goes under tinted words, with a rule in the margin.
    Band,
}

/// One attribute that spans of a label may carry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttributeKind {
    /// The name in files: `value`, `speaker`, `cue`.
    pub name: String,
    /// For a person to read: `Value`.
    pub title: String,
    pub content: AttributeContent,
}

/// What may be written into an attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AttributeContent {
    /// A figure's normalized value.
    Figure,
    /// Words, often those of another span (a speaker).
    Words,
    /// One of these.
    Choice(Vec<String>),
}

/// All labels that a document may use; at least one, ids and keys unique.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schema {
    labels: Vec<Label>,
}

/// Why labels do not make a schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SchemaError {
    Empty,
    DuplicateId(LabelId),
    DuplicateKey(char),
    BadKey(LabelId, char),
    TooMany,
}

impl LabelId {
    pub fn new(id: &str) -> Option<Self> {
        let is_well_formed = id.starts_with(|first: char| first.is_ascii_alphabetic())
            && id
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
        is_well_formed.then(|| Self(id.into()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for LabelId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Layer {
    pub fn new(name: &str) -> Self {
        Self(name.into())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl ColorRole {
    pub const ALL: [Self; 8] = [
        Self::Blue,
        Self::Green,
        Self::Amber,
        Self::Magenta,
        Self::Teal,
        Self::Violet,
        Self::Red,
        Self::Gray,
    ];
}

impl Schema {
    /// As many labels as there are number keys for.
    const MAX_LABELS: usize = 64;

    pub fn new(labels: Vec<Label>) -> Result<Self, SchemaError> {
        if labels.is_empty() {
            return Err(SchemaError::Empty);
        }
        if labels.len() > Self::MAX_LABELS {
            return Err(SchemaError::TooMany);
        }
        for (index, label) in labels.iter().enumerate() {
            if !label.key.is_ascii_lowercase() {
                return Err(SchemaError::BadKey(label.id.clone(), label.key));
            }
            for earlier in labels.iter().take(index) {
                if earlier.id == label.id {
                    return Err(SchemaError::DuplicateId(label.id.clone()));
                }
                if earlier.key == label.key {
                    return Err(SchemaError::DuplicateKey(label.key));
                }
            }
        }
        Ok(Self { labels })
    }

    /// This schema with those of `others` that it lacks. Where their key is taken, they get a free one;
    /// those that there is no room for are left out.
    #[must_use]
    pub fn with(self: &Arc<Self>, others: impl IntoIterator<Item = Label>) -> Arc<Self> {
        let mut labels = self.labels.clone();
        for mut other in others {
            if labels.iter().any(|label| label.id == other.id) {
                continue;
            }
            let is_free = |key: &char| labels.iter().all(|label| label.key != *key);
            let Some(key) = std::iter::once(other.key).chain('a'..='z').find(is_free) else {
                continue;
            };
            other.key = key;
            labels.push(other);
        }
        Self::new(labels).map_or_else(|_| Arc::clone(self), Arc::new)
    }

    pub fn labels(&self) -> &[Label] {
        &self.labels
    }

    pub fn label(&self, id: &LabelId) -> Option<&Label> {
        self.labels.iter().find(|label| label.id == *id)
    }

    /// The label with this id, whatever its case; the first of several.
    pub fn label_called(&self, name: &str) -> Option<&Label> {
        let mut labels = self.labels.iter();
        labels.find(|label| label.id.as_str().eq_ignore_ascii_case(name))
    }

    /// The name of a label as it stands within a sentence: in small letters, but in German, which writes nouns
    /// with a capital; its id if the schema does not have it.
    pub fn name_in_sentence(&self, id: &LabelId) -> String {
        match self.label(id) {
            Some(label) => in_sentence(&label.name),
            None => id.to_string(),
        }
    }

    /// Its place in the schema's order, by which lists and number keys go.
    pub fn position(&self, id: &LabelId) -> Option<usize> {
        self.labels.iter().position(|label| label.id == *id)
    }

    /// Whether spans of the two labels may not overlap.
    pub fn share_layer(&self, one: &LabelId, other: &LabelId) -> bool {
        match (self.label(one), self.label(other)) {
            (Some(one), Some(other)) => one.layer == other.layer,
            _ => one == other,
        }
    }
}

impl fmt::Display for SchemaError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("a schema needs at least one label"),
            Self::DuplicateId(id) => write!(f, "two labels are called “{id}”"),
            Self::DuplicateKey(key) => write!(f, "two labels have the key “{key}”"),
            Self::BadKey(id, key) => write!(
                f,
                "the key of “{id}” must be one letter from a to z, not “{key}”"
            ),
            Self::TooMany => write!(f, "a schema holds at most {} labels", Schema::MAX_LABELS),
        }
    }
}

impl std::error::Error for SchemaError {}
