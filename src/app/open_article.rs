//! One open article: its document, its suggestions, what is listed, chosen and focused.

use std::cell::OnceCell;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::app::commands::learning::Lessons;
use crate::app::commands::measuring::Measured;
use crate::app::{Chosen, Comparing, FindRequest, Hint, Opened, SelectBy};
use copydesk_document::review::{self, Counts, Filter, Item, State, Target};
use copydesk_document::{
    AnnotationId, AttributeContent, Document, FigureMention, FigureRelation, FigureRelations,
    Label, Metadata, OpenDocument, ReviewQueue, Schema, Suggestion, compare_figures,
    figure_mentions,
};
use copydesk_i18n::tr;
use copydesk_text::{ArticleText, Span, find_folded};

/// Stays the same as long as the program runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArticleId(pub u64);

/// An open article. What can be computed is kept beside the document's generation.
#[derive(Debug)]
pub struct OpenArticle {
    pub id: ArticleId,
    pub(super) open: OpenDocument,
    /// While it is the gold standard of versions that are compared.
    pub(super) comparing: Option<Box<Comparing>>,
    pub(super) suggestions: Vec<Suggestion>,
    pub(super) lessons: Lessons,
    /// What is too unlikely to be suggested, the likeliest first.
    pub(super) candidates: Vec<Suggestion>,
    /// The candidate that was last looked at.
    pub(super) candidate: Option<Suggestion>,
    /// The letters that are shown beside words.
    pub(super) hints: Vec<Hint>,
    pub(super) suggesting: Suggesting,
    /// The labels that suggestions were last asked for.
    pub(super) suggested_with: Option<Arc<Schema>>,
    /// What a person should know of the suggestions, until work has begun.
    pub(super) trouble: Option<String>,
    /// The article file, once there is one.
    pub(super) saved_at: Option<PathBuf>,
    /// The file that the text was read from.
    pub(super) path: Option<PathBuf>,
    /// See [`Opened::own_file`].
    own_file: Option<PathBuf>,
    pub(super) stamp: Option<String>,
    text_beside: Option<String>,
    /// What did not fit when its file was read.
    problems: Vec<String>,
    pub(super) is_saving: bool,
    /// Its file could not be written: it is not written by itself until a save succeeds.
    pub(super) is_file_refused: bool,
    /// The generation that the journal was last given …
    pub(super) asked: u64,
    /// … and the one that it holds, as the answer of the disk said.
    pub(super) kept: u64,
    /// Why the journal could not be written, as it was shown.
    pub(super) keep_trouble: Option<String>,
    /// Who else has the article open; until a person says otherwise, nothing is changed here.
    pub(super) open_elsewhere: Option<String>,
    /// A person works on it although another window has it open.
    pub(super) is_anyway: bool,
    pub(super) caret: usize,
    pub(super) selection: Option<Selection>,
    pub(super) focus: Option<Target>,
    pub(super) chosen: Chosen,
    /// What was focused when the program ended; its suggestion may have yet to come.
    restored_focus: Option<Target>,
    pub(super) visible: Range<usize>,
    pub(super) filter: Filter,
    pub(super) find: Find,
    /// In which order the open suggestions are walked.
    pub(super) order: ReviewOrder,
    /// When it was last shown, in the order of showings.
    pub(super) shown_at: u64,
    /// How often a person did something here: keys, clicks and drags, moves too.
    pub(super) actions: usize,
    pub(super) measured: Measured,
    /// Spans that were accepted already when it was opened.
    accepted_before: usize,
    queue: ReviewQueue,
    /// Computed when it is first asked for.
    relations: OnceCell<FigureRelations>,
}

/// How far the suggesters are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Suggesting {
    /// Under way, from 0 to 1 done.
    Working {
        ticket: u64,
        done: f32,
    },
    Ready,
}

/// In which order open suggestions follow one another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReviewOrder {
    #[default]
    Reading,
    /// The least certain first.
    Doubt,
    /// Not the suggestions, but what they may miss, the likeliest first.
    Candidates,
}

/// Chosen words. `anchor` and `head` are where it was begun and where it goes on, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selection {
    pub anchor: usize,
    pub head: usize,
    pub by: SelectBy,
    pub span: Span,
}

/// What is looked for, and where it is.
#[derive(Clone, Debug, Default)]
pub struct Find {
    pub request: Option<FindRequest>,
    /// Half-open byte ranges in order.
    pub matches: Vec<Range<usize>>,
    pub current: Option<usize>,
}

impl OpenArticle {
    pub(super) fn new(id: ArticleId, opened: Opened) -> Self {
        let open = *opened.article;
        let mut article = Self {
            id,
            comparing: None,
            suggestions: Vec::new(),
            lessons: Lessons::default(),
            candidates: Vec::new(),
            candidate: None,
            hints: Vec::new(),
            suggesting: Suggesting::Ready,
            suggested_with: None,
            trouble: None,
            saved_at: opened.saved_at,
            path: opened.path,
            own_file: opened.own_file,
            stamp: opened.stamp,
            text_beside: opened.text_beside,
            problems: opened.findings.problems,
            is_saving: false,
            is_file_refused: false,
            asked: open.generation(),
            kept: open.generation(),
            keep_trouble: None,
            open_elsewhere: None,
            is_anyway: false,
            caret: opened.caret.map_or_else(
                || first_byte(open.document().text()),
                |caret| open.document().text().floor_grapheme(caret),
            ),
            measured: Measured::default(),
            open,
            selection: None,
            focus: None,
            chosen: Chosen::default(),
            restored_focus: opened.focus,
            visible: 0..0,
            filter: Filter::default(),
            find: Find::default(),
            order: ReviewOrder::default(),
            shown_at: 0,
            actions: 0,
            accepted_before: 0,
            queue: ReviewQueue::default(),
            relations: OnceCell::new(),
        };
        article.rebuild();
        article.accepted_before = article.counts().accepted;
        article.measured = Measured::of(&article.open);
        article
    }

    pub fn document(&self) -> &Document {
        self.open.document()
    }

    pub fn text(&self) -> &ArticleText {
        self.document().text()
    }

    pub fn history(&self) -> &copydesk_document::History {
        self.open.history()
    }

    /// Goes up with every change of the document.
    pub fn generation(&self) -> u64 {
        self.open.generation()
    }

    /// Sorted by span.
    pub fn suggestions(&self) -> &[Suggestion] {
        &self.suggestions
    }

    pub fn suggesting(&self) -> Suggesting {
        self.suggesting
    }

    /// In which it lies.
    pub(super) fn folder(&self) -> Option<PathBuf> {
        self.source()?.parent().map(Path::to_owned)
    }

    pub fn saved_at(&self) -> Option<&Path> {
        self.saved_at.as_deref()
    }

    /// What lists and the window's title call it.
    pub fn title(&self) -> &str {
        let Metadata {
            title, id, source, ..
        } = self.document().metadata();
        let known = [title, id, source]
            .into_iter()
            .find(|name| !name.is_empty());
        known.map_or_else(|| tr!("untitled-article"), String::as_str)
    }

    /// What did not fit when its file was read, one sentence each.
    pub fn problems(&self) -> &[String] {
        &self.problems
    }

    /// See [`Opened::text_beside`].
    pub(super) fn text_beside(&self) -> Option<String> {
        self.text_beside.clone()
    }

    /// Whether there is work that no file holds.
    pub fn is_unsaved(&self) -> bool {
        !self.history().is_saved()
    }

    /// Whether its file or the journal holds all work, as the answer of the disk said. Where another
    /// window has the article open, nothing is to be kept.
    pub fn is_kept(&self) -> bool {
        let is_asked_for = self.is_unsaved() && self.open_elsewhere.is_none();
        !is_asked_for || self.kept == self.generation()
    }

    /// Whether the file is to be written by itself, or the journal to be tried again.
    pub(super) fn needs_keeping(&self) -> bool {
        let has_file = self.saved_at.is_some() && !self.is_file_refused;
        let has_file = has_file && self.open_elsewhere.is_none();
        let is_due = has_file && self.is_unsaved() && !self.is_saving;
        is_due || self.keep_trouble.is_some()
    }

    /// Who else has the article open, if it cannot be changed here for that reason.
    pub fn open_elsewhere(&self) -> Option<&str> {
        self.open_elsewhere.as_deref()
    }

    /// The file that it was last saved to or else was read from.
    pub fn source(&self) -> Option<&PathBuf> {
        self.saved_at.as_ref().or(self.path.as_ref())
    }

    /// The file that its journal is kept for: there or not, it is nobody else’s.
    pub(super) fn journal_source(&self) -> Option<&PathBuf> {
        self.saved_at.as_ref().or_else(|| self.unsaved_source())
    }

    /// Where it is to be saved, or else what it was read from.
    pub(super) fn unsaved_source(&self) -> Option<&PathBuf> {
        self.own_file.as_ref().or(self.path.as_ref())
    }

    pub fn is_saving(&self) -> bool {
        self.is_saving
    }

    /// A byte position on a grapheme border.
    pub fn caret(&self) -> usize {
        self.caret
    }

    pub fn selection(&self) -> Option<&Selection> {
        self.selection.as_ref()
    }

    pub fn focus(&self) -> Option<&Target> {
        self.focus.as_ref()
    }

    pub fn filter(&self) -> &Filter {
        &self.filter
    }

    pub fn find(&self) -> &Find {
        &self.find
    }

    pub fn order(&self) -> ReviewOrder {
        self.order
    }

    /// The half-open byte range that is on screen, as the window last said.
    pub fn visible(&self) -> &Range<usize> {
        &self.visible
    }

    pub fn actions(&self) -> usize {
        self.actions
    }

    /// How many actions each accepted span has taken since the article was opened.
    pub fn actions_per_span(&self) -> Option<f64> {
        let accepted = self.counts().accepted.checked_sub(self.accepted_before)?;
        (accepted > 0 && self.actions > 0).then(|| self.actions as f64 / accepted as f64)
    }

    /// All items in reading order.
    pub fn items(&self) -> &[Item] {
        self.queue.items()
    }

    /// Indices into [`Self::items`] of those that the filter admits, in reading order.
    pub fn listed(&self) -> &[usize] {
        self.queue.listed()
    }

    pub fn listed_items(&self) -> impl DoubleEndedIterator<Item = &Item> {
        let listed = self.listed().iter();
        listed.filter_map(|index| self.items().get(*index))
    }

    pub fn counts(&self) -> &Counts {
        self.queue.counts()
    }

    pub fn focused_item(&self) -> Option<&Item> {
        self.item(self.focus.as_ref()?)
    }

    /// What a key acts on: the focused span or else, without a selection, the shortest one at the
    /// caret.
    pub fn aimed_item(&self) -> Option<&Item> {
        let focused = self.focused_item();
        focused.or_else(|| self.items_at_caret().into_iter().next())
    }

    /// The items at the caret, the shortest first; none beside a selection.
    pub(super) fn items_at_caret(&self) -> Vec<&Item> {
        if self.selection.is_some() {
            return Vec::new();
        }
        let items = self.items_at(self.caret);
        // Behind the last letter of a word, that word is meant.
        match self.text().word_at(self.caret) {
            Some(word) if items.is_empty() && word.end() == self.caret => {
                self.items_at(word.start())
            }
            _ => items,
        }
    }

    pub fn item(&self, target: &Target) -> Option<&Item> {
        self.items().get(self.position(target)?)
    }

    /// The index of a target in [`Self::items`], found by its span.
    pub fn position(&self, target: &Target) -> Option<usize> {
        let span = match target {
            Target::Annotation(id) => self.annotation(*id)?.span,
            Target::Suggestion(span, _) | Target::Rejected(span, _) => *span,
        };
        let first = self.items().partition_point(|item| item.span < span);
        let same = self
            .items()
            .get(first..)?
            .iter()
            .take_while(|item| item.span == span)
            .position(|item| item.target == *target)?;
        Some(first + same)
    }

    /// The suggestion behind an open item.
    pub fn suggestion(&self, target: &Target) -> Option<&Suggestion> {
        let Target::Suggestion(span, label) = target else {
            return None;
        };
        review::suggestion_at(&self.suggestions, *span, label)
    }

    pub fn annotation(&self, id: AnnotationId) -> Option<&copydesk_document::Annotation> {
        self.document().annotations().get(id)
    }

    /// Which other figures name the same amount as the one at `span`, or another one for the same
    /// thing. None in an article with so many figures that this would be felt.
    pub fn figure_relations(&self, span: Span) -> Vec<FigureRelation> {
        let relations = self.relations.get_or_init(|| {
            if self.figures() > MOST_COMPARED {
                return FigureRelations::default();
            }
            let mentions = figure_mentions(self.document(), self.items(), &self.suggestions);
            compare_figures(self.text(), &mentions.collect::<Vec<FigureMention>>())
        });
        relations.of(span)
    }

    /// How many spans have a label with a figure's value.
    fn figures(&self) -> usize {
        let labels = self.document().schema().labels().iter();
        let has_value = |label: &&Label| {
            let mut kinds = label.attributes.iter();
            kinds.any(|kind| kind.content == AttributeContent::Figure)
        };
        let counts = labels.filter(has_value);
        let counts = counts.filter_map(|label| self.counts().by_label.get(&label.id));
        counts.sum()
    }

    /// All items that share a byte with `range`, in reading order, with their indices.
    fn indexed_touching(&self, range: &Range<usize>) -> impl Iterator<Item = (usize, &Item)> {
        let indices = self.queue.touching(range);
        indices.filter_map(|index| self.items().get(index).map(|item| (index, item)))
    }

    /// All items that share a byte with `range`, in reading order.
    pub fn items_touching(&self, range: &Range<usize>) -> impl Iterator<Item = &Item> {
        self.indexed_touching(range).map(|(_, item)| item)
    }

    /// The items that the filter shows and that share a byte with `range`, in reading order.
    /// Rejected ones are among them if `with_rejected` is set or the filter asks for them.
    pub fn shown_items(&self, range: &Range<usize>, with_rejected: bool) -> Vec<&Item> {
        let is_filtered = self.filter.is_active();
        let is_listed = |index: &usize| self.listed().binary_search(index).is_ok();
        self.indexed_touching(range)
            .filter(|(index, item)| match item.state {
                State::Rejected => with_rejected || (is_filtered && is_listed(index)),
                State::Suggested | State::Accepted => !is_filtered || is_listed(index),
            })
            .map(|(_, item)| item)
            .collect()
    }

    /// The shown items at `byte`, the shortest first.
    pub fn items_at(&self, byte: usize) -> Vec<&Item> {
        let mut items = self.shown_items(&(byte..byte + 1), false);
        items.sort_by_key(|item| item.span.len());
        items
    }

    /// Follows an edit of the document.
    pub(super) fn refresh(&mut self) {
        self.refresh_as(false);
    }

    /// As [`Self::refresh`], where the edit is no decision of the person: it came from elsewhere.
    pub(super) fn refresh_given(&mut self) {
        self.refresh_as(true);
    }

    fn refresh_as(&mut self, is_given: bool) {
        let touched = self.open.take_touched();
        self.lessons.note(&touched);
        self.measured.note(touched.edits(), is_given);
        let document = self.open.document();
        self.queue
            .update(&touched, document, &self.suggestions, &self.filter);
        self.after_refresh();
    }

    /// Follows other suggestions, sorted by span.
    pub(super) fn follow(&mut self, suggestions: Vec<Suggestion>) {
        self.suggestions = suggestions;
        self.rebuild();
    }

    fn rebuild(&mut self) {
        let touched = self.open.take_touched();
        self.lessons.note(&touched);
        self.measured.note(touched.edits(), false);
        let document = self.open.document();
        self.queue
            .rebuild(document, &self.suggestions, &self.filter);
        self.after_refresh();
    }

    fn after_refresh(&mut self) {
        self.prune_chosen();
        self.relations.take();
        if self
            .focus
            .as_ref()
            .is_some_and(|focus| self.item(focus).is_none())
        {
            self.focus = None;
        }
        if self.focus.is_none()
            && let Some(target) = &self.restored_focus
            && self.item(target).is_some()
        {
            self.focus = self.restored_focus.take();
        }
    }

    pub(super) fn refresh_list(&mut self) {
        self.queue.filter(self.open.document(), &self.filter);
        self.prune_chosen();
    }

    pub(super) fn look_for(&mut self, request: FindRequest) {
        let mut matches = find_folded(self.text().as_str(), &request.words);
        if request.only_in_spans {
            let is_marked = |range: &Range<usize>| !self.shown_items(range, false).is_empty();
            matches.retain(is_marked);
        }
        let caret = self.caret;
        self.find.current = match matches.iter().position(|range| range.start >= caret) {
            None if matches.is_empty() => None,
            found => Some(found.unwrap_or(0)),
        };
        self.find.matches = matches;
        self.find.request = Some(request);
    }
}

/// The first byte of the first paragraph.
fn first_byte(text: &ArticleText) -> usize {
    text.paragraphs().first().map_or(0, |first| first.start)
}

/// Comparing more figures than these takes longer than a frame.
const MOST_COMPARED: usize = 1000;
