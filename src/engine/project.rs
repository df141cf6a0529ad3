//! A folder of articles that are opened one by one: what is in it, and what its list shows.

mod assessing;
mod closed;
mod listing;
mod peeking;

pub use assessing::assess;
pub use closed::Desk;
pub use listing::{list, list_if_plain};
pub use peeking::peek;
