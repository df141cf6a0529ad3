//! One article as several people annotated it.

use std::collections::BTreeMap;

/// An article, and what each person marked in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Article {
    /// For a person to find it again.
    pub id: String,
    /// In code points.
    pub length: usize,
    pub tokens: usize,
    /// By annotator; `None` where the article was not theirs to annotate.
    pub versions: Vec<Option<Vec<Unit>>>,
}

/// A span as it is compared. Both ranges are half-open.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unit {
    /// In code points.
    pub start: usize,
    pub end: usize,
    /// The tokens that it touches.
    pub first_token: usize,
    pub end_token: usize,
    /// Its label: an index into [`Categories`].
    pub category: usize,
    /// What it carries in addition to its words, by name: `value`, `speaker`, `polarity`.
    pub facts: BTreeMap<String, String>,
}

/// The labels that are compared. Units of one layer, by one person, do not overlap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Categories {
    /// For each label its layer, a number from 0 on.
    pub layers: Vec<usize>,
}

impl Article {
    /// How many people annotated it.
    pub fn raters(&self) -> usize {
        self.versions.iter().flatten().count()
    }

    /// With the units of `category` only, if one is given.
    pub(crate) fn units_of(
        &self,
        annotator: usize,
        category: Option<usize>,
    ) -> Option<impl Iterator<Item = &Unit>> {
        let units = self.versions.get(annotator)?.as_ref()?;
        Some(
            units
                .iter()
                .filter(move |unit| category.is_none_or(|wanted| unit.category == wanted)),
        )
    }
}

impl Categories {
    /// Of the labels, in order.
    pub fn len(&self) -> usize {
        self.layers.len()
    }

    pub fn is_empty(&self) -> bool {
        self.layers.is_empty()
    }

    /// Each layer once.
    pub(crate) fn distinct_layers(&self) -> Vec<usize> {
        let mut layers = self.layers.clone();
        layers.sort_unstable();
        layers.dedup();
        layers
    }
}
