//! What is not consistent in the annotations of many articles.
//!
#![doc = include_str!("../README.md")]

mod across;
mod article;
mod edges;
mod few;
mod figures;
mod finding;
mod folder;
mod kind;
mod labels;
mod overlaps;
mod phrase;
mod right;
mod similar;
mod speakers;
mod survey;
mod twins;
mod unlike;

pub use article::{Article, Checks};
pub use finding::Finding;
pub use folder::{Folder, lint};
pub use kind::Kind;
pub use right::{Right, Rights};
pub use survey::Survey;

#[cfg(test)]
mod tests;
