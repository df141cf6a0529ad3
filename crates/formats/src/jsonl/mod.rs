//! Copydesk's own JSONL, and any collection that has its text in a field.
//!
//! A line is `{"id":…,"title":…,"text":…,"spans":[{"start":2,"end":20,"label":"claim",…}]}`.
//!
//! | field of an article | is |
//! |---|---|
//! | `id`, `text`, `spans` | always there |
//! | `title`, `byline`, `date`, `address`, `source`, `encoding` | left out where unknown |
//! | `status` | `in-work` or `done`; left out for `open` |
//! | `marked` | `true` if it is marked for another look |
//! | `warnings` | what may not be as it was meant |
//!
//! | field of a span | is |
//! |---|---|
//! | `start`, `end` | code points, half-open |
//! | `label`, `text` | its label and its words |
//! | `state` | `accepted`, `suggested` or `rejected` |
//! | `by` | `human`, `imported from …` or, beside a `score` from 0 to 1, the name of a suggester |
//! | `id`, `note` | left out where there is none |
//! | any other | an attribute, such as `value`, `speaker` or `cue` |
//! | `at` | where in the text the words of attributes stand: `{"speaker":[47,60]}` |
//!
//! An attribute whose name is one of these, `reason`, `token_start` or `token_end`, or begins with
//! `attribute_`, has `attribute_` before its name.

mod read;
#[cfg(test)]
mod tests;
mod write;

use crate::format::{Breadth, Format};

pub(crate) static FORMAT: Format = Format {
    id: "jsonl",
    name: "JSONL",
    about: "One article a line, with everything that is known of it; Copydesk and any script read it",
    reader: Some(&read::Reader),
    writer: Some(&write::Writer),
    breadth: Breadth::AnyJson,
};
