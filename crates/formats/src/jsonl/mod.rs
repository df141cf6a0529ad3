//! Copydesk's own JSONL, and any collection that has its text in a field.
//!
//! A line is `{"id":…,"title":…,"text":…,"spans":[{"start":2,"end":20,"label":"claim",…}]}`.
//!
//! | field of an article | contents |
//! |---|---|
//! | `id`, `text`, `spans` | always present |
//! | `title`, `byline`, `date`, `address`, `source`, `encoding` | absent if unknown |
//! | `status` | `in-work` or `done`; absent for `open` |
//! | `marked` | `true` if it is flagged for review |
//! | `warnings` | what may not be as intended |
//! | `lost` | how many spans of the file it came from are not here |
//!
//! | field of a span | contents |
//! |---|---|
//! | `start`, `end` | code points, half-open |
//! | `label`, `text` | its label and its words |
//! | `state` | `accepted`, `suggested` or `rejected` |
//! | `by` | `human`, `imported from …` or, beside a `score` from 0 to 1, the name of a suggester |
//! | `annotator` | who marked or accepted it last, or adjudicated; absent if unknown |
//! | `agreed`, `reason` | in a gold standard: the annotators who had it so, and why; absent if there are none |
//! | `id`, `note` | absent if there is none |
//! | any other | an attribute, such as `value`, `speaker` or `cue` |
//! | `at` | where in the text the words of attributes are: `{"speaker":[47,60]}` |
//!
//! An attribute whose name is one of these, `token_start` or `token_end`, or begins with
//! `attribute_`, is prefixed with `attribute_`.

mod read;
#[cfg(test)]
mod tests;
mod write;

use crate::format::{Breadth, Format};

pub(crate) static FORMAT: Format = Format {
    id: "jsonl",
    name: "JSONL",
    about: "One article per line with everything known about it, for Copydesk and any script",
    reader: Some(&read::Reader),
    writer: Some(&write::Writer),
    breadth: Breadth::AnyJson,
};
