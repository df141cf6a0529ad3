//! How formats write what has no form of its own: words with escapes, fields of spans, numbers of strings.

mod escaped_line;
mod percent;
mod spacy_strings;
mod span_fields;

pub use escaped_line::{escaped_line, escaped_spaces, unescaped_line};
pub use percent::{percent_decoded, percent_encoded};
pub use spacy_strings::spacy_string_id;
pub use span_fields::{
    ATTRIBUTE_PREFIX, FieldNames, origin_from_words, origin_words, set_span_fields, span_fields,
};
