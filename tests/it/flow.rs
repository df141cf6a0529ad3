//! The flow of review: what a key does next, and that nothing interrupts.

mod folders;
mod keys;
mod notices;
mod order;
mod replaced;
mod select;
