//! The flow of review: what a key does next, and that nothing interrupts.

mod keys;
mod order;
mod replaced;
