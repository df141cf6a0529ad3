//! Which articles are listed and follow one another.

use crate::app::{Project, Row, Session};
use copydesk_i18n::tr;
use copydesk_text::{contains_folded, folded};

/// What an article must have to be listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArticleFilter {
    /// Its title holds these words.
    pub words: String,
    /// It is in this state; any will do for `None`.
    pub only: Option<Only>,
}

/// Articles by their state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Only {
    ToReview,
    Done,
    Flagged,
    /// Dealt to the one who works here.
    Mine,
}

impl Only {
    pub const ALL: [Self; 4] = [Self::ToReview, Self::Done, Self::Flagged, Self::Mine];

    pub fn name(self) -> &'static str {
        match self {
            Self::ToReview => tr!("article-filter-to-review"),
            Self::Done => tr!("article-filter-done"),
            Self::Flagged => tr!("article-filter-flagged"),
            Self::Mine => tr!("article-filter-mine"),
        }
    }

    fn admits(self, row: &Row<'_>) -> bool {
        match self {
            Self::ToReview => !row.is_done(),
            Self::Done => row.is_done(),
            Self::Flagged => row.is_flagged(),
            Self::Mine => row.is_mine(),
        }
    }
}

impl Session {
    /// With fewer articles a filter would only be in the way.
    pub const WORTH_FILTERING: usize = 6;

    pub fn article_filter(&self) -> &ArticleFilter {
        &self.article_filter
    }

    /// Whether a filter can be chosen: nobody’s own articles are none to ask for.
    pub fn offers(&self, only: Only) -> bool {
        only != Only::Mine || self.project.as_ref().is_some_and(Project::has_mine)
    }

    /// The lines that are listed, of `all`.
    pub fn listed<'a>(&self, all: &[Row<'a>]) -> Vec<Row<'a>> {
        if all.len() < Self::WORTH_FILTERING {
            return all.to_vec();
        }
        let ArticleFilter { words, only } = &self.article_filter;
        let only = only.filter(|only| self.offers(*only));
        let words = folded(words.trim());
        let is_listed = |row: &&Row<'a>| {
            let is_admitted = only.is_none_or(|only| only.admits(row));
            is_admitted && (words.is_empty() || contains_folded(&row.title(), &words))
        };
        all.iter().filter(is_listed).copied().collect()
    }
}
