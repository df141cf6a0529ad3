//! Placeholder until the suggester is written.

use crate::document::Suggestion;
use crate::suggest::{Analysis, Suggester};

pub(super) struct Claims;

impl Suggester for Claims {
    fn name(&self) -> &'static str {
        "claims"
    }

    fn suggest(&self, _analysis: &Analysis<'_>, _earlier: &[Suggestion]) -> Vec<Suggestion> {
        Vec::new()
    }
}
