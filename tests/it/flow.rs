//! The flow of review: what a key does next, and that nothing interrupts.

pub mod actions;
mod again;
mod candidates;
mod dictionaries;
mod everywhere;
mod folders;
mod hints;
mod keys;
mod learning;
mod minerals;
mod mouse;
mod notices;
mod order;
mod recent;
mod replaced;
mod select;
mod tour;
