//! What a data set could not hold, counted and by examples.

use std::collections::BTreeMap;
use std::fmt;

use copydesk_formats::export::{Loss, LossKind};

/// All losses, counted; of each kind the first few in full.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LossReport {
    groups: BTreeMap<(LossKind, String), Group>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Group {
    count: usize,
    examples: Vec<Loss>,
}

/// A report of a million losses would be read by nobody, and must not fill the memory.
const MOST_EXAMPLES: usize = 20;

impl LossReport {
    pub fn add(&mut self, loss: Loss) {
        let key = (loss.kind.clone(), loss.why.clone());
        let group = self.groups.entry(key).or_default();
        group.count += 1;
        if group.examples.len() < MOST_EXAMPLES {
            group.examples.push(loss);
        }
    }

    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    pub fn count(&self) -> usize {
        self.groups.values().map(|group| group.count).sum()
    }

    /// Whole spans that are not in the data set.
    pub fn lost_spans(&self) -> usize {
        let spans = |((kind, _), group): (&(LossKind, String), &Group)| {
            (*kind == LossKind::Span).then_some(group.count)
        };
        self.groups.iter().filter_map(spans).sum()
    }

    /// Kind, reason, how many, and the first few, by kind.
    pub fn groups(&self) -> impl Iterator<Item = (&LossKind, &str, usize, &[Loss])> {
        self.groups
            .iter()
            .map(|((kind, why), group)| (kind, why.as_str(), group.count, &*group.examples))
    }
}

/// One line a group: `12 × note: it has no place for notes`.
impl fmt::Display for LossReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (kind, why, count, _) in self.groups() {
            writeln!(f, "{count} × {kind}: {why}")?;
        }
        Ok(())
    }
}
