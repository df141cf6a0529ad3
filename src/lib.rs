//! Copydesk: read news closely.

pub mod app;
pub mod cli;
pub mod document;
pub mod engine;
pub mod evaluate;
pub mod import;
pub mod shell;
pub mod store;
pub mod suggest;
pub mod text;
pub mod ui;
