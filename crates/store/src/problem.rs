//! What a file says that does not fit, in words for the person who marked the article.

use std::fmt;

use copydesk_text::LineColumn;

/// Something that was repaired or set aside while a file was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub kind: ProblemKind,
    /// Where in the file, if that is known.
    pub place: Option<LineColumn>,
    /// One sentence without a full stop.
    pub message: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProblemKind {
    /// The file is not as Copydesk saved it: somebody edited it, or it was damaged. What reads is taken.
    Edited,
    /// The text is not the one that was annotated.
    TextChanged,
    /// Its words were found elsewhere; it is there now.
    Moved,
    /// Its words were not found, or in several places; it is set aside.
    Detached,
    /// It had been set aside and fits again.
    Reattached,
    /// The schema has no such label; it is set aside.
    UnknownLabel,
    /// It overlaps another of its layer; it is set aside.
    Overlaps,
    /// Another annotation has its id; it got a new one.
    DuplicateId,
    /// An attribute or a confidence that could not be read as what it should be.
    Attribute,
}

impl ProblemKind {
    /// Whether it is only mentioned: a file that was edited by hand is welcome.
    pub fn is_note(self) -> bool {
        self == Self::Edited
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}
