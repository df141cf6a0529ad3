//! Copydesk: read news closely.

pub mod app;
pub mod document;
pub mod shell;
pub mod store;
pub mod suggest;
pub mod text;
pub mod ui;
