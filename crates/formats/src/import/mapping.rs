//! Which of our labels a label of others becomes.

use std::collections::BTreeMap;

use copydesk_document::{LabelId, Schema, synonyms};

/// What becomes of labels, whose case does not count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LabelMap {
    /// By the foreign name in upper case; `None` leaves spans of that label out.
    rules: BTreeMap<String, Option<LabelId>>,
}

/// A rule that is none, or names a label that there is not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MapError {
    /// Not of the form `THEIRS=ours`.
    NoRule(String),
    /// Our labels have no such id.
    UnknownLabel { label: String, known: Vec<String> },
}

impl LabelMap {
    /// Labels of the same name, and the field's usual synonyms of those that `schema` has.
    pub fn standard(schema: &Schema) -> Self {
        let mut rules = BTreeMap::new();
        for name in synonyms::known_names() {
            if let Some(label) = schema.label_for(name) {
                rules.insert(Self::key(name), Some(label.id.clone()));
            }
        }
        for label in schema.labels() {
            let id = &label.id;
            for name in [id.as_str(), &label.name, &label.plural] {
                rules.insert(Self::key(name), Some(id.clone()));
            }
        }
        Self { rules }
    }

    /// Takes `rule` in, such as `ORG=organization`; `ORG=` leaves those spans out.
    pub fn add(&mut self, rule: &str, schema: &Schema) -> Result<(), MapError> {
        let (theirs, ours) = rule
            .rsplit_once('=')
            .filter(|(theirs, _)| !theirs.trim().is_empty())
            .ok_or_else(|| MapError::NoRule(rule.to_owned()))?;
        let ours = ours.trim();
        if ours.is_empty() {
            self.set(theirs, None);
            return Ok(());
        }
        let label = schema
            .labels()
            .iter()
            .find(|label| label.id.as_str().eq_ignore_ascii_case(ours));
        let Some(label) = label else {
            let known = schema.labels().iter().map(|label| label.id.to_string());
            return Err(MapError::UnknownLabel {
                label: ours.to_owned(),
                known: known.collect(),
            });
        };
        self.set(theirs, Some(label.id.clone()));
        Ok(())
    }

    pub fn set(&mut self, theirs: &str, ours: Option<LabelId>) {
        self.rules.insert(Self::key(theirs), ours);
    }

    /// `None` where nothing is known of the label, `Some(None)` where it is to be left out.
    pub fn of(&self, theirs: &str) -> Option<Option<&LabelId>> {
        self.rules.get(&Self::key(theirs)).map(Option::as_ref)
    }

    /// The same for names that this map takes for one. Names of labels are short ASCII words nearly
    /// always: no folding per token is needed.
    pub fn key(name: &str) -> String {
        name.trim().chars().flat_map(char::to_uppercase).collect()
    }
}

impl std::fmt::Display for MapError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NoRule(rule) => write!(
                f,
                "“{rule}” is not a label rule; write THEIRS=ours, such as ORG=organization"
            ),
            Self::UnknownLabel { label, known } => {
                write!(f, "there is no label “{label}”, only {}", known.join(", "))
            }
        }
    }
}

impl std::error::Error for MapError {}

#[cfg(test)]
#[path = "mapping_tests.rs"]
mod tests;
