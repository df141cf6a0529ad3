//! A claim before it becomes a suggestion: positions in one sentence, and by which pattern.

use std::ops::Range;

use crate::suggest::claims::sources::Source;
use crate::suggest::claims::verbs::Polarity;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Draft {
    /// Positions in the sentence, tidied.
    pub content: Range<usize>,
    pub pattern: Pattern,
    /// The words of attribution, by position.
    pub cue: Option<Range<usize>>,
    pub source: Source,
    pub polarity: Polarity,
}

/// The way in which a claim is attributed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Pattern {
    /// `…, officials said`
    Trailing,
    /// `according to officials`
    AccordingTo,
    /// `said that …`
    That,
    /// `said …`
    Bare,
    /// `found …`: the verb often has an object instead.
    WeakBare,
    /// `thinks that …`
    Thought,
    /// `explained how …`
    How,
    /// `said: “…”`
    Quoted,
    /// `accused the minister of lying`
    Accused,
    /// `, claiming that …`
    Participle,
    /// `it is said that …`
    Unnamed,
    /// `fears that …`
    Noun,
    /// `…, officials said, …`
    Middle,
    /// A quotation in a sentence without cue.
    Lone,
}

impl Pattern {
    /// How often its claims were right, in percent: precision on whole documents of the training
    /// genres and by reading, rounded.
    pub(super) fn percent(self) -> u8 {
        match self {
            Self::AccordingTo => 88,
            Self::Trailing => 86,
            Self::That => 84,
            Self::Quoted => 76,
            Self::Bare => 78,
            Self::Participle | Self::Accused => 72,
            Self::Unnamed => 66,
            Self::Middle => 64,
            Self::WeakBare => 60,
            Self::Thought => 55,
            Self::How => 52,
            Self::Lone => 51,
            Self::Noun => 50,
        }
    }
}
