//! How far several people agree on spans.
//!
#![doc = include_str!("../README.md")]

mod article;
mod gamma;
mod nominal;
mod overlap;
mod report;
mod unitizing;

pub use article::{Article, Categories, Unit};
pub use nominal::Nominal;
pub use report::{Agreement, ArticleReport, FactReport, PairReport, Report, Setting, agreement};
