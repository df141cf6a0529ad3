//! What a person is about to do at many places: the places, in context, each with a check mark.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::app::{ArticleId, FolderArticle, OpenArticle, RowId};
use copydesk_document::review::{Item, State};
use copydesk_document::{
    Confidence, Deed, Doubt, EditError, LabelId, OpenDocument, Repair, Schema, Suggestion, Twin,
    Wanted,
};
use copydesk_text::{ArticleText, Span};

/// What is done at many places.
#[derive(Clone, Debug, PartialEq)]
pub enum Many {
    /// The same thing wherever the same words stand.
    Words { deed: Deed, wanted: Wanted },
    /// Open suggestions are accepted that are at least so sure.
    Sure(Confidence),
    /// Places are put right as is known beforehand.
    Repairs(Arc<Repairs>),
}

/// What puts places right, by the text that they are in: the same for an article that is open and for its file.
#[derive(Clone, Debug, PartialEq)]
pub struct Repairs {
    /// What is wrong with them, as a heading.
    pub title: String,
    by_text: BTreeMap<String, Vec<Repair>>,
}

impl Repairs {
    /// None yet.
    pub fn of(title: &str) -> Self {
        Self {
            title: title.to_owned(),
            by_text: BTreeMap::new(),
        }
    }

    pub fn add(&mut self, text: &ArticleText, repair: Repair) {
        let of_text = text.fingerprint().as_str().to_owned();
        self.by_text.entry(of_text).or_default().push(repair);
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.by_text.values().map(Vec::len).sum()
    }

    fn in_text(&self, text: &ArticleText) -> &[Repair] {
        let of_text = self.by_text.get(text.fingerprint().as_str());
        of_text.map_or(&[], Vec::as_slice)
    }
}

impl Many {
    /// All places in order where it would change anything. `items` are those of the article, sorted by span.
    pub fn places(&self, text: &ArticleText, schema: &Schema, items: &[Item]) -> Vec<Twin> {
        match self {
            Self::Words { deed, wanted } => wanted.places(deed, text, schema, items),
            Self::Sure(at_least) => {
                let sure = items.iter().filter(|item| is_sure(item, *at_least));
                let mut spans: Vec<Span> = sure.map(|item| item.span).collect();
                spans.dedup();
                let twin = |span| Twin { span, doubt: None };
                spans.into_iter().map(twin).collect()
            }
            Self::Repairs(repairs) => {
                let spans = repairs.in_text(text).iter().map(|repair| repair.span);
                let spans: BTreeSet<Span> = spans.collect();
                let twin = |span| Twin { span, doubt: None };
                spans.into_iter().map(twin).collect()
            }
        }
    }

    /// Whether it takes the suggestions of an article to know what is done there.
    pub fn needs_suggestions(&self) -> bool {
        !matches!(self, Self::Repairs(_))
    }

    /// Does it at `spans`, which are in order, in one step. `suggestions` are those of the article, sorted by
    /// span. Returns how many places were changed.
    pub fn apply(
        &self,
        article: &mut OpenDocument,
        spans: &[Span],
        suggestions: &[Suggestion],
        items: &[Item],
    ) -> Result<usize, EditError> {
        match self {
            Self::Words { deed, .. } => article.do_everywhere(deed, spans, suggestions),
            Self::Sure(at_least) => {
                let sure = items.iter().filter(|item| is_sure(item, *at_least));
                let wanted: BTreeSet<(Span, &LabelId)> = sure
                    .filter(|item| spans.binary_search(&item.span).is_ok())
                    .map(|item| (item.span, &item.label))
                    .collect();
                let is_wanted = |suggestion: &&Suggestion| {
                    wanted.contains(&(suggestion.span, &suggestion.label))
                };
                let accepted: Vec<&Suggestion> = suggestions.iter().filter(is_wanted).collect();
                article.accept_all(&accepted)
            }
            Self::Repairs(repairs) => {
                let text = article.document().text().clone();
                let here = repairs.in_text(&text).iter();
                let chosen: Vec<&Repair> =
                    here.filter(|repair| spans.contains(&repair.span)).collect();
                article.repair(&chosen)
            }
        }
    }
}

fn is_sure(item: &Item, at_least: Confidence) -> bool {
    let is_open = item.state == State::Suggested;
    is_open && item.confidence.is_some_and(|it| it >= at_least)
}

/// Places where something can be done, while a person looks at them.
#[derive(Clone, Debug)]
pub struct Everywhere {
    pub what: Many,
    pub scope: Scope,
    /// Those that are plainly meant, then those that are doubtful; each part by article and place.
    pub lines: Vec<EverywhereLine>,
    /// Places beyond those that are listed.
    pub unlisted: usize,
    /// Files are being read or written for it.
    pub work: Option<EverywhereWork>,
    /// Where it was begun.
    from: (ArticleId, Option<Span>),
}

/// What goes on in files while a person waits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum EverywhereWork {
    /// Open articles of the folder are being saved, so that their files tell all.
    Saving,
    /// The folder's articles are being read, from 0 to 1 done.
    Looking { ticket: u64, done: f32 },
    /// Files are being changed, from 0 to 1 done.
    Doing { ticket: u64, done: f32 },
}

impl EverywhereWork {
    pub fn ticket(self) -> Option<u64> {
        match self {
            Self::Saving => None,
            Self::Looking { ticket, .. } | Self::Doing { ticket, .. } => Some(ticket),
        }
    }
}

/// Which articles are looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    #[default]
    ThisArticle,
    OpenArticles,
    /// All articles of the opened folder, by their files.
    Folder,
}

/// One place.
#[derive(Clone, Debug, PartialEq)]
pub struct EverywhereLine {
    /// An open article or, in the scope of the folder, one of its articles, whether that is open or not.
    pub row: RowId,
    pub span: Span,
    /// What stands around, where the article may not be open.
    pub excerpt: Option<Excerpt>,
    /// What is suggested there.
    pub suggested: Option<(LabelId, Confidence)>,
    /// Why it is set apart.
    pub doubt: Option<Doubt>,
    pub is_ticked: bool,
    /// It is an annotation, not a suggestion or plain words.
    pub is_marked: bool,
}

/// Some of an article around a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Excerpt {
    pub text: ArticleText,
    /// The place, within `text`.
    pub span: Span,
}

impl Excerpt {
    /// What stands around `span`; some bytes of it only.
    pub fn of(text: &ArticleText, span: Span) -> Option<Self> {
        const REACH: usize = 130;
        let start = text.ceil_grapheme(span.start().saturating_sub(REACH));
        let end = text.floor_grapheme((span.end() + REACH).min(text.len()));
        let excerpt = ArticleText::new(text.as_str().get(start..end)?);
        let span = excerpt.span(span.start() - start, span.end() - start)?;
        Some(Self {
            text: excerpt,
            span,
        })
    }
}

/// A place in an article that is read from its file.
#[derive(Clone, Debug)]
pub struct FolderPlace {
    /// See [`FolderArticle::key`].
    pub key: PathBuf,
    pub twin: Twin,
    pub excerpt: Option<Excerpt>,
    pub suggested: Option<(LabelId, Confidence)>,
    pub is_marked: bool,
}

/// Something to be done to articles by their files.
#[derive(Clone, Debug)]
pub struct FolderDeed {
    pub what: Many,
    pub root: PathBuf,
    /// Each with the chosen places, in order.
    pub articles: Vec<(FolderArticle, Vec<Span>)>,
    /// The article files of those that are open here: what they become is told.
    pub open: Vec<PathBuf>,
    /// Who does it; empty where nobody said.
    pub annotator: String,
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
    /// Suggestions that are at least so sure, in percent.
    AtLeast(u8),
    /// Do it at the ticked places.
    Done,
}

impl Everywhere {
    /// Looks for places in `article`; `from` is the span that a person has come to.
    pub(super) fn of(what: Many, article: &OpenArticle, from: Option<Span>) -> Self {
        let mut everywhere = Self {
            what,
            scope: Scope::ThisArticle,
            lines: Vec::new(),
            unlisted: 0,
            work: None,
            from: (article.id, from),
        };
        everywhere.look(&[article]);
        everywhere
    }

    /// The words that are looked for, if any are.
    pub fn words(&self) -> Option<&str> {
        match &self.what {
            Many::Words { wanted, .. } => Some(wanted.words()),
            Many::Sure(_) | Many::Repairs(_) => None,
        }
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

    /// How many articles have a ticked place.
    pub fn ticked_articles(&self) -> usize {
        let ticked = self.lines.iter().filter(|line| line.is_ticked);
        let rows: BTreeSet<RowId> = ticked.map(|line| line.row).collect();
        rows.len()
    }

    /// How many lines are not doubtful; they come first.
    pub fn plain(&self) -> usize {
        self.lines.partition_point(|line| line.doubt.is_none())
    }

    /// Whether there is any place beside the one that a person has come to.
    pub(super) fn has_others(&self) -> bool {
        let (article, span) = self.from;
        let mut lines = self.lines.iter();
        lines.any(|line| (line.row, Some(line.span)) != (RowId::Open(article), span))
    }

    /// Looks again, in these articles.
    pub(super) fn look(&mut self, articles: &[&OpenArticle]) {
        self.lines.clear();
        self.unlisted = 0;
        for article in articles {
            let document = article.document();
            let items = article.items();
            let places = self.what.places(article.text(), document.schema(), items);
            let lines = places.into_iter().map(|place| EverywhereLine {
                row: RowId::Open(article.id),
                span: place.span,
                excerpt: None,
                suggested: self.what.suggested_at(place.span, items),
                is_ticked: true,
                is_marked: self.what.is_marked_at(place.span, items),
                doubt: place.doubt,
            });
            self.lines.extend(lines);
        }
        self.settle(RowId::Open(self.from.0));
    }

    /// Takes in what files have; `row` gives the line of the list for a key, `from` is that of the article
    /// where it was begun.
    pub(super) fn take(
        &mut self,
        places: Vec<FolderPlace>,
        row: impl Fn(&Path) -> Option<RowId>,
        from: Option<RowId>,
    ) {
        /// More lines than a person will look at.
        const MOST_LINES: usize = 20_000;
        let all = places.len();
        let lines = places.into_iter().take(MOST_LINES).filter_map(|place| {
            Some(EverywhereLine {
                row: row(&place.key)?,
                span: place.twin.span,
                excerpt: place.excerpt,
                suggested: place.suggested,
                doubt: place.twin.doubt,
                is_ticked: true,
                is_marked: place.is_marked,
            })
        });
        self.lines = lines.collect();
        self.unlisted = all - self.lines.len();
        self.settle(from.unwrap_or(RowId::Open(self.from.0)));
    }

    /// The place where it was begun is never in doubt; the others that are come last, unticked.
    fn settle(&mut self, from: RowId) {
        for line in &mut self.lines {
            if line.row == from && Some(line.span) == self.from.1 {
                line.doubt = None;
            }
            line.is_ticked = line.doubt.is_none();
        }
        self.lines.sort_by_key(|line| line.doubt.is_some());
    }

    /// The ticked places of each line of the article list, in order.
    pub(super) fn chosen(&self) -> BTreeMap<RowId, Vec<Span>> {
        let mut chosen: BTreeMap<RowId, Vec<Span>> = BTreeMap::new();
        for line in self.lines.iter().filter(|line| line.is_ticked) {
            chosen.entry(line.row).or_default().push(line.span);
        }
        for spans in chosen.values_mut() {
            spans.sort();
        }
        chosen
    }

    /// The article where it was begun.
    pub(super) fn article(&self) -> ArticleId {
        self.from.0
    }
}

impl Many {
    /// Whether an annotation of the deed's label stands at `span`.
    pub fn is_marked_at(&self, span: Span, items: &[Item]) -> bool {
        let Self::Words { deed, .. } = self else {
            return false;
        };
        let mut there = at(span, items);
        there.any(|item| item.label == *deed.label() && item.state == State::Accepted)
    }

    /// The suggestion that would be accepted at `span`.
    pub fn suggested_at(&self, span: Span, items: &[Item]) -> Option<(LabelId, Confidence)> {
        let Self::Sure(at_least) = self else {
            return None;
        };
        let found = at(span, items).find(|item| is_sure(item, *at_least))?;
        Some((found.label.clone(), found.confidence?))
    }
}

/// The items of exactly `span`.
fn at(span: Span, items: &[Item]) -> impl Iterator<Item = &Item> {
    let first = items.partition_point(|item| item.span < span);
    let rest = items.get(first..).unwrap_or_default().iter();
    rest.take_while(move |item| item.span == span)
}
