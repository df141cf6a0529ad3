//! What a person has said is right as it is.

use std::collections::BTreeSet;

use crate::Kind;

/// What is right, wherever it is found again.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Right {
    pub kind: Kind,
    /// See [`crate::Finding::words`]; of a figure with its value.
    pub words: String,
    /// The labels that it is about, in order.
    pub labels: Vec<String>,
    /// The article, where it is right in that only.
    pub article: Option<String>,
}

/// All that is right.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rights(pub BTreeSet<Right>);

impl Rights {
    pub fn contains(&self, right: &Right) -> bool {
        self.0.contains(right)
    }
}
