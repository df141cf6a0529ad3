//! Formats made of rows with columns: a row for each word, for each span or for each article.

pub(super) mod brat;
pub(super) mod conllu;
pub(super) mod tables;
pub(super) mod tagged_rows;
pub(super) mod webanno;

mod words_in_rows;
