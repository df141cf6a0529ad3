//! Placeholder until the suggester is written.

use crate::document::Suggestion;
use crate::suggest::{Analysis, Suggester};

pub(super) struct Figures;

impl Suggester for Figures {
    fn name(&self) -> &'static str {
        "figures"
    }

    fn suggest(&self, _analysis: &Analysis<'_>, _earlier: &[Suggestion]) -> Vec<Suggestion> {
        Vec::new()
    }
}
