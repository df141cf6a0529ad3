//! The kinds of what is not consistent, with their names.

use std::fmt;

use copydesk_i18n::tr;

/// What is wrong with a place, an article or a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The same words have two labels of one layer.
    TwoLabels,
    /// A name that is labeled elsewhere is not labeled here.
    Twin,
    /// A span begins or ends in a mark that does not belong to it, or in a possessive.
    Edge,
    /// A figure has no value, or not the one that its words say.
    Value,
    /// A claim has no speaker, but one is named.
    Speaker,
    /// A span goes over the end of a sentence.
    Sentences,
    /// Two spans of one layer overlap, which only a file edited by hand can have.
    Overlap,
    /// Nearly the same article twice.
    Duplicate,
    /// A label with fewer examples than are wanted.
    FewExamples,
}

impl Kind {
    pub const ALL: [Self; 9] = [
        Self::TwoLabels,
        Self::Twin,
        Self::Edge,
        Self::Value,
        Self::Speaker,
        Self::Sentences,
        Self::Overlap,
        Self::Duplicate,
        Self::FewExamples,
    ];

    /// As it is called on the command line and in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::TwoLabels => "two-labels",
            Self::Twin => "twin",
            Self::Edge => "edge",
            Self::Value => "value",
            Self::Speaker => "speaker",
            Self::Sentences => "sentences",
            Self::Overlap => "overlap",
            Self::Duplicate => "duplicate",
            Self::FewExamples => "few-examples",
        }
    }

    pub fn called(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// For a person to read, over a list of them.
    pub fn title(self) -> &'static str {
        match self {
            Self::TwoLabels => tr!("lint-kind-two-labels"),
            Self::Twin => tr!("lint-kind-twin"),
            Self::Edge => tr!("lint-kind-edge"),
            Self::Value => tr!("lint-kind-value"),
            Self::Speaker => tr!("lint-kind-speaker"),
            Self::Sentences => tr!("lint-kind-sentences"),
            Self::Overlap => tr!("lint-kind-overlap"),
            Self::Duplicate => tr!("lint-kind-duplicate"),
            Self::FewExamples => tr!("lint-kind-few-examples"),
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
