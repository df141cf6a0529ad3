//! How formats write what has no form of its own: words with escapes, fields of spans, numbers of strings.

mod percent;
pub(crate) mod spacy_tokens;
mod span_fields;

pub use percent::{percent_decoded, percent_encoded};
pub use span_fields::{
    ATTRIBUTE_PREFIX, FieldNames, RESERVED, origin_from_words, origin_words, set_span_fields,
    span_fields,
};
