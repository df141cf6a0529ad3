//! Copydesk: read news closely.

pub mod document;
pub mod suggest;
pub mod text;
