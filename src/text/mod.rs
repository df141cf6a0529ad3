//! Positions in an article that never changes: spans, tokens, sentences, offset units, quotes.

mod article;
mod escaped_line;
mod fold;
mod percent;
mod quote;
mod select;
mod sentences;
mod structure;
mod tokens;
mod units;

pub use article::{ArticleText, Fingerprint, Span};
pub use escaped_line::{escaped_line, escaped_spaces, unescaped_line};
pub use fold::{contains_folded, find_folded, folded};
pub use percent::{percent_decoded, percent_encoded};
pub use quote::{Located, Quote};
pub use select::{Direction, Edge};
pub use structure::{Paragraph, ParagraphKind};
pub use tokens::{Token, TokenKind, tokens};
pub use units::{CodePointIndex, LineColumn, Utf16Index};
