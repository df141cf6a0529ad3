//! The suggester as the program has it, with what trains and measures it beside.

#[allow(dead_code, unused_imports, reason = "shared with the program")]
#[path = "../../../src/suggest/analysis.rs"]
mod analysis;
#[allow(dead_code, unused_imports, reason = "shared with the program")]
#[path = "../../../src/suggest/hashing.rs"]
mod hashing;
#[allow(dead_code, unused_imports, reason = "shared with the program")]
#[path = "../../../src/suggest/lists.rs"]
mod lists;
#[allow(dead_code, unused_imports, reason = "shared with the program")]
#[path = "../../../src/suggest/names/mod.rs"]
mod names;

pub mod corpus;
pub mod score;
pub mod train;

use copydesk_document::Suggestion;

pub use analysis::Analysis;

/// As in the program.
pub trait Suggester: Send + Sync {
    fn name(&self) -> &'static str;
    fn suggest(&self, analysis: &Analysis<'_>, earlier: &[Suggestion]) -> Vec<Suggestion>;
}
