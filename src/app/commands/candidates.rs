//! Looking for what the suggestions miss: words that were too unlikely to be suggested, one after the other.

use crate::app::commands::needs_article;
use crate::app::{Command, CommandId, Menu, NoticeKind, OpenArticle, ReviewOrder, Session};
use copydesk_document::review::State;
use copydesk_document::{LabelId, Rejection, Suggestion};
use copydesk_i18n::tr;
use copydesk_text::Direction;

pub fn commands() -> Vec<Command> {
    vec![
        Command::new(
            CommandId::NextCandidate,
            tr!("cmd-next-candidate"),
            |session, _| session.next_candidate(Direction::Forward),
        )
        .help(tr!("cmd-next-candidate-help"))
        .menu(Menu::Review, 1)
        .keys(&["U"])
        .ready(has_candidates),
        Command::new(
            CommandId::PreviousCandidate,
            tr!("cmd-previous-candidate"),
            |session, _| session.next_candidate(Direction::Back),
        )
        .help(tr!("cmd-previous-candidate-help"))
        .menu(Menu::Review, 1)
        .keys(&["Shift+U"])
        .ready(has_candidates),
    ]
}

fn has_candidates(session: &Session, id: CommandId) -> Result<(), &'static str> {
    needs_article(session, id)?;
    if session.preferences().is_blind {
        return Err(tr!("cmd-candidate-why-hidden"));
    }
    let mut open = session
        .article()
        .into_iter()
        .flat_map(OpenArticle::open_candidates);
    let is_any = open.next().is_some();
    is_any.then_some(()).ok_or(tr!("cmd-candidate-why-none"))
}

impl Session {
    /// Selects the next candidate; after the last one, says so.
    fn next_candidate(&mut self, direction: Direction) {
        let Some(article) = self.article_mut() else {
            return;
        };
        let next = match direction {
            Direction::Forward => article.next_candidate(),
            Direction::Back => article.candidate_before(article.candidate.as_ref()),
        };
        if let Some(next) = next.cloned() {
            self.select_candidate(next);
            return;
        }
        article.candidate = None;
        article.focus = None;
        article.selection = None;
        article.order = ReviewOrder::Reading;
        let text = tr!("cmd-candidates-end");
        self.notices.tell(NoticeKind::Info, text);
    }

    pub(super) fn select_candidate(&mut self, candidate: Suggestion) {
        let Some(article) = self.article_mut() else {
            return;
        };
        let span = candidate.span;
        article.candidate = Some(candidate);
        article.order = ReviewOrder::Candidates;
        article.caret = span.start();
        article.select_around_caret(span);
        self.reveal(span.start(), span.end());
    }

    /// Marks the selected candidate, as `label` or as what it may be, and goes on to the next one. `false`
    /// if none is selected.
    pub(super) fn label_candidate(&mut self, label: Option<&LabelId>) -> bool {
        let Some(article) = self.article_mut() else {
            return false;
        };
        let selected = article.selection.map(|selection| selection.span);
        let (Some(span), Some(candidate)) = (selected, article.selected_candidate()) else {
            return false;
        };
        let label = label.unwrap_or(&candidate.label).clone();
        let done = article.open.annotate(span, &label).map(|_| ());
        article.refresh();
        self.report(done);
        self.next_candidate(Direction::Forward);
        true
    }

    /// Remembers that the selected candidate is nothing, and goes on to the next one. `false` if none is
    /// selected.
    pub(super) fn reject_candidate(&mut self) -> bool {
        let Some(article) = self.article_mut() else {
            return false;
        };
        let Some(candidate) = article.selected_candidate().cloned() else {
            return false;
        };
        let done = article.open.reject(&candidate);
        article.refresh();
        self.report(done);
        self.next_candidate(Direction::Forward);
        true
    }
}

impl OpenArticle {
    /// The candidate that was gone to, while its words are selected.
    pub fn selected_candidate(&self) -> Option<&Suggestion> {
        let selection = self
            .selection
            .filter(|_| self.order == ReviewOrder::Candidates)?;
        let candidate = self.candidate.as_ref();
        candidate.filter(|candidate| candidate.span.overlaps(selection.span))
    }

    /// What may be missing here, the likeliest first: nothing is marked or suggested there, and the filter
    /// shows such labels.
    pub fn open_candidates(&self) -> impl DoubleEndedIterator<Item = &Suggestion> {
        let candidates = self.candidates.iter();
        candidates.filter(|candidate| self.is_open_candidate(candidate))
    }

    fn is_open_candidate(&self, candidate: &Suggestion) -> bool {
        let Suggestion { span, label, .. } = candidate;
        let schema = self.document().schema();
        let labels = &self.filter.labels;
        let is_shown = labels.is_empty() || labels.contains(label);
        let rejection = Rejection {
            span: *span,
            label: label.clone(),
        };
        let range = span.range();
        let mut touching = self.items_touching(&range);
        is_shown
            && !self.document().rejections().contains(&rejection)
            && !touching.any(|item| {
                item.state != State::Rejected
                    && item.span.overlaps(*span)
                    && schema.share_layer(&item.label, label)
            })
    }

    /// Where the key for it goes on to.
    pub fn next_candidate(&self) -> Option<&Suggestion> {
        self.candidate_after(self.candidate.as_ref())
    }

    /// The candidate after `last` in order, or the first one.
    fn candidate_after(&self, last: Option<&Suggestion>) -> Option<&Suggestion> {
        let mut open = self.open_candidates();
        open.find(|one| last.is_none_or(|last| order(one) > order(last)))
    }

    fn candidate_before(&self, last: Option<&Suggestion>) -> Option<&Suggestion> {
        let mut open = self.open_candidates().rev();
        open.find(|one| last.is_none_or(|last| order(one) < order(last)))
    }
}

/// The likeliest first.
fn order(candidate: &Suggestion) -> impl Ord {
    let Suggestion {
        confidence,
        span,
        label,
        ..
    } = candidate;
    (std::cmp::Reverse(*confidence), *span, label.clone())
}
