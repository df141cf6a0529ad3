//! Copydesk: read news closely.

pub mod cli;
pub mod document;
pub mod engine;
pub mod import;
pub mod store;
pub mod suggest;
pub mod text;
