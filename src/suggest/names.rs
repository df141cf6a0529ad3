//! Placeholder until the suggester is written.

use crate::document::Suggestion;
use crate::suggest::{Analysis, Suggester};

pub(super) struct Names;

impl Suggester for Names {
    fn name(&self) -> &'static str {
        "names"
    }

    fn suggest(&self, _analysis: &Analysis<'_>, _earlier: &[Suggestion]) -> Vec<Suggestion> {
        Vec::new()
    }
}
