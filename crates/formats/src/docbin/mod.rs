//! spaCy's `DocBin`: binary training data, a bounded number of articles per file.
//!
//! A folder of `part-00001.spacy` and so on, inside `train`, `dev` and `test` if the data set is split.
//!
//! - `doc.text` is the article's text. Tokens are Copydesk's, cut where a span begins or ends inside one;
//!   white space other than one space after a token is a token, as in spaCy.
//! - `doc.spans["sc"]` has all accepted spans, `["suggested"]` and `["rejected"]` the others.
//! - `doc.ents` has the accepted spans except those of labels drawn as bands; where they overlap, the
//!   first and longest.
//! - `doc.user_data["copydesk"]` has the rest: of the article and, in `spans`, of each span that carries
//!   more, identified by `state`, `label`, `start` and `end` in code points.

mod details;
mod read;
mod strings;
#[cfg(test)]
mod tests;
mod write;

use copydesk_document::SpanState;

use crate::format::{Breadth, Format};

pub(crate) static FORMAT: Format = Format {
    id: "docbin",
    name: "spaCy DocBin",
    about: "For spacy train: a folder of .spacy files with entities and overlapping spans",
    reader: Some(&read::Reader),
    writer: Some(&write::Writer),
    breadth: Breadth::Distinct,
};

/// The numbers of token attributes, as `spacy.attrs` has them.
const ORTH: u64 = 65;
const ENT_IOB: u64 = 77;
const ENT_TYPE: u64 = 78;

/// The span group of each state; spaCy's `spancat` trains on `sc`.
const GROUPS: [(SpanState, &str); 3] = [
    (SpanState::Accepted, "sc"),
    (SpanState::Suggested, "suggested"),
    (SpanState::Rejected, "rejected"),
];

/// The key in `user_data` of what spaCy has no place for.
const DETAILS: &str = "copydesk";

/// Groups of other programs hold what stands.
fn state_of_group(key: &str) -> SpanState {
    let group = GROUPS.iter().find(|(_, known)| *known == key);
    group.map_or(SpanState::Accepted, |(state, _)| *state)
}
