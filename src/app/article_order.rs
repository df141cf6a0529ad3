//! In which order the open articles are listed and follow one another.

use std::cmp::Reverse;

use crate::app::{ArticleId, OpenArticle, Session};
use copydesk_document::review::State;
use copydesk_text::folded;

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
    /// By the fingerprint of the text: the same for everybody, and without regard to what is in it, so that
    /// the first so many are a fair sample.
    Random,
}

impl ArticleOrder {
    const ALL: [Self; 5] = [
        Self::Opened,
        Self::Title,
        Self::MostToReview,
        Self::LeastCertain,
        Self::Random,
    ];

    /// The order that comes after this one when a person goes through them.
    #[must_use]
    pub fn next(self) -> Self {
        let at = Self::ALL.iter().position(|order| *order == self);
        let next = at.and_then(|at| Self::ALL.get(at + 1));
        next.copied().unwrap_or_default()
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Opened => "As opened",
            Self::Title => "By title",
            Self::MostToReview => "Most to review",
            Self::LeastCertain => "Least certain",
            Self::Random => "Random sample",
        }
    }

    fn sort(self, articles: &mut [&OpenArticle]) {
        match self {
            Self::Opened => {}
            Self::Title => articles.sort_by_cached_key(|article| folded(article.title())),
            Self::MostToReview => {
                articles.sort_by_key(|article| Reverse(article.counts().suggested));
            }
            Self::LeastCertain => articles.sort_by_cached_key(|article| certainty(article)),
            Self::Random => articles.sort_by_cached_key(|article| {
                let fingerprint = article.text().fingerprint();
                fingerprint.as_str().to_owned()
            }),
        }
    }
}

/// The mean confidence of the open suggestions, in hundredths of a percent; without any, the most.
fn certainty(article: &OpenArticle) -> u64 {
    let open = article.items().iter();
    let open = open.filter(|item| item.state == State::Suggested);
    let (mut sum, mut count) = (0, 0);
    for confidence in open.filter_map(|item| item.confidence) {
        sum += u64::from(confidence.percent()) * 100;
        count += 1;
    }
    sum.checked_div(count).unwrap_or(u64::MAX)
}

impl Session {
    pub fn article_order(&self) -> ArticleOrder {
        self.article_order
    }

    /// The open articles in the order that was chosen.
    pub fn ordered_articles(&self) -> Vec<&OpenArticle> {
        let mut articles: Vec<&OpenArticle> = self.articles.iter().collect();
        self.article_order.sort(&mut articles);
        articles
    }

    /// The articles after the shown one in that order, going round; the shown one is not among them.
    pub(super) fn articles_after(&self) -> Vec<ArticleId> {
        let ordered = self.ordered_articles().into_iter();
        let mut ids: Vec<ArticleId> = ordered.map(|article| article.id).collect();
        let shown = self.article().map(|article| article.id);
        let at = ids.iter().position(|id| Some(*id) == shown).unwrap_or(0);
        ids.rotate_left(at);
        ids.drain(..ids.len().min(1));
        ids
    }
}
