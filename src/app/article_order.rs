//! In which order the articles are listed and follow one another.

use crate::app::Session;
use copydesk_i18n::tr;

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
            Self::Opened => tr!("article-order-opened"),
            Self::Title => tr!("article-order-title"),
            Self::MostToReview => tr!("article-order-most-to-review"),
            Self::LeastCertain => tr!("article-order-least-certain"),
            Self::Random => tr!("article-order-random"),
        }
    }
}

impl Session {
    pub fn article_order(&self) -> ArticleOrder {
        self.article_order
    }
}
