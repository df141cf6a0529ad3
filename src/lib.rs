//! The parts of Copydesk, a program to read news closely: people, places, figures and claims are
//! suggested and put right. ARCHITECTURE.md says which part is for what, and who may know whom.

pub mod annotator;
pub mod app;
pub mod cli;
pub mod engine;
pub mod shell;
pub mod ui;
