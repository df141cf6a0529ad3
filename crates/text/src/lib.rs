//! Positions in an article that never changes: spans, tokens, sentences, offset units, quotes.

mod article;
mod fold;
mod quote;
mod select;
mod sentences;
mod structure;
mod tokens;
mod units;

pub use article::{ArticleText, Fingerprint, Span};
pub use fold::{contains_folded, find_folded, folded};
pub use quote::{Located, Quote};
pub use select::{Direction, Edge};
pub use structure::{Paragraph, ParagraphKind};
pub use tokens::{Token, TokenKind, tokens};
pub use units::{CodePointIndex, LineColumn, LineIndex, Utf16Index};
