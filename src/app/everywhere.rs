//! What a person is about to do everywhere: the places, in context, each with a check mark.

use crate::app::{ArticleId, OpenArticle};
use copydesk_document::review::{Item, State};
use copydesk_document::{Deed, Doubt, Wanted};
use copydesk_text::Span;

/// Places where the same words stand, while a person looks at them.
#[derive(Clone, Debug)]
pub struct Everywhere {
    pub deed: Deed,
    wanted: Wanted,
    pub scope: Scope,
    /// Those that are plainly the same, then those that are doubtful; each part by article and place.
    pub lines: Vec<EverywhereLine>,
    /// Where it was begun.
    from: (ArticleId, Option<Span>),
}

/// Which articles are looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    #[default]
    ThisArticle,
    OpenArticles,
}

/// One place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EverywhereLine {
    pub article: ArticleId,
    pub span: Span,
    /// Why it is set apart.
    pub doubt: Option<Doubt>,
    pub is_ticked: bool,
    /// It is an annotation, not a suggestion or plain words.
    pub is_marked: bool,
}

/// What the dialog asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EverywhereEvent {
    Ticked {
        line: usize,
        is_ticked: bool,
    },
    /// All lines, or none.
    TickedAll(bool),
    Scoped(Scope),
    /// Do it at the ticked places.
    Done,
}

impl Everywhere {
    /// Looks for `wanted` in `article`; `from` is the span that a person has come to.
    pub(super) fn of(
        deed: Deed,
        wanted: Wanted,
        article: &OpenArticle,
        from: Option<Span>,
    ) -> Self {
        let mut everywhere = Self {
            deed,
            wanted,
            scope: Scope::ThisArticle,
            lines: Vec::new(),
            from: (article.id, from),
        };
        everywhere.look(&[article]);
        everywhere
    }

    /// The words that are looked for.
    pub fn words(&self) -> &str {
        self.wanted.words()
    }

    /// How many places are ticked.
    pub fn ticked(&self) -> usize {
        self.lines.iter().filter(|line| line.is_ticked).count()
    }

    /// How many of the ticked places are annotations.
    pub fn ticked_marks(&self) -> usize {
        let lines = self.lines.iter();
        lines
            .filter(|line| line.is_ticked && line.is_marked)
            .count()
    }

    /// How many lines are not doubtful; they come first.
    pub fn plain(&self) -> usize {
        self.lines.partition_point(|line| line.doubt.is_none())
    }

    /// Whether there is any place beside the one that a person has come to.
    pub(super) fn has_others(&self) -> bool {
        let mut lines = self.lines.iter();
        lines.any(|line| (line.article, Some(line.span)) != self.from)
    }

    /// Looks again, in these articles.
    pub(super) fn look(&mut self, articles: &[&OpenArticle]) {
        self.lines.clear();
        for article in articles {
            let document = article.document();
            let places = self.wanted.places(
                &self.deed,
                article.text(),
                document.schema(),
                article.items(),
            );
            self.lines.extend(places.into_iter().map(|place| {
                let is_from = self.from == (article.id, Some(place.span));
                let doubt = place.doubt.filter(|_| !is_from);
                let range = place.span.range();
                let mut there = article.items_touching(&range);
                let is_it = |item: &Item| {
                    let label = self.deed.label();
                    item.span == place.span && item.label == *label && item.state == State::Accepted
                };
                EverywhereLine {
                    article: article.id,
                    span: place.span,
                    is_ticked: doubt.is_none(),
                    is_marked: there.any(is_it),
                    doubt,
                }
            }));
        }
        self.lines.sort_by_key(|line| line.doubt.is_some());
    }

    /// The ticked places of `article`, in order.
    pub(super) fn chosen(&self, article: ArticleId) -> Vec<Span> {
        let lines = self.lines.iter();
        let lines = lines.filter(|line| line.is_ticked && line.article == article);
        let mut spans: Vec<Span> = lines.map(|line| line.span).collect();
        spans.sort();
        spans
    }
}
