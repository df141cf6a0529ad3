//! How formats without a form for something write it: escapes, fields of spans, spaCy's tokens.

mod digits;
mod percent;
pub(crate) mod spacy_tokens;
mod span_fields;

pub use digits::push_digits;
pub use percent::{percent_decoded, percent_encoded};
pub use span_fields::{
    ATTRIBUTE_PREFIX, FieldNames, RESERVED, origin_from_words, origin_words, set_span_fields,
    span_fields,
};
