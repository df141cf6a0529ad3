//! Positions in an article that never changes: spans, tokens, sentences, offset units, quotes.
//!
//! A position is a byte of UTF-8 wherever it is a bare `usize`. Other units have types of their
//! own, [`CodePointOffset`] and [`Utf16Offset`], and are converted here only.
//!
//! ```
//! use copydesk_text::{ArticleText, Changes, CodePointIndex, CodePointOffset, Located, Quote};
//!
//! let text = ArticleText::new("Søren Kierkegaard's heirs met in Aarhus.");
//!
//! // Only the text makes spans: on whole characters, without white space at the edges.
//! let name = text.span(0, 18).unwrap();
//! assert_eq!(text.words(name), "Søren Kierkegaard");
//! assert_eq!(text.span(0, 2), None, "half of the ø");
//!
//! // Other programs count code points.
//! let index = CodePointIndex::new(text.as_str());
//! assert_eq!(index.code_point_from_byte(name.end()), CodePointOffset(17));
//!
//! // What was changed in a text tells where a span of it is now.
//! let edited = ArticleText::new("Yesterday Søren Kierkegaard's heirs met in Aarhus.");
//! let moved = Changes::between(&text, &edited).moved(name, &edited);
//! assert_eq!(moved.map(|span| span.start()), Some(10));
//!
//! // Where the earlier text is lost, a quote finds its words again.
//! let quote = Quote::of(&text, name);
//! assert_eq!(quote.locate(&text, 0, 18), Located::InPlace(name));
//! ```

mod article;
mod changes;
mod fold;
mod grow;
mod quote;
mod quote_index;
mod select;
mod sentences;
mod structure;
mod tokens;
mod units;
mod word_borders;

pub use article::{ArticleText, Fingerprint, Span};
pub use changes::Changes;
pub use fold::{contains_folded, find_folded, folded};
pub use quote::{Located, Quote};
pub use quote_index::QuoteIndex;
pub use select::{Direction, Edge};
pub use structure::{Paragraph, ParagraphKind};
pub use tokens::{Token, TokenKind, tokens};
pub use units::{CodePointIndex, CodePointOffset, LineColumn, LineIndex, Utf16Index, Utf16Offset};
