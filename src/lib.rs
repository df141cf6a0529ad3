//! Copydesk: read news closely.

pub mod app;
pub mod document;
pub mod suggest;
pub mod text;
