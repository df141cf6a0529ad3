//! In which order the articles are listed and follow one another.

use crate::app::Session;

/// An order of articles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ArticleOrder {
    #[default]
    Opened,
    Title,
    /// Those with the most open suggestions first.
    MostToReview,
    /// Those first whose open suggestions are the least certain: they teach most.
    LeastCertain,
    /// By the fingerprint of the text or, in a folder, of the file's name: the same for everybody, and without
    /// regard to what is in it, so that the first so many are a fair sample.
    Random,
}

impl ArticleOrder {
    pub const ALL: [Self; 5] = [
        Self::Opened,
        Self::Title,
        Self::MostToReview,
        Self::LeastCertain,
        Self::Random,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Opened => "As opened",
            Self::Title => "By title",
            Self::MostToReview => "Most to review",
            Self::LeastCertain => "Least certain",
            Self::Random => "Random sample",
        }
    }
}

impl Session {
    pub fn article_order(&self) -> ArticleOrder {
        self.article_order
    }
}
