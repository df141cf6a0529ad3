//! Reviewing: from one open suggestion to the next, accepting many, finishing an article.

use std::collections::BTreeSet;

use crate::app::commands::{going_on, needs_article, several};
use crate::app::{
    Command, CommandId, LabelIndex, Menu, NoticeKind, ReviewOrder, Session, ViewRequest,
    WindowRequest,
};
use copydesk_document::review::{Item, Target};
use copydesk_document::{Edit, EditError, Schema, Status, Suggestion};
use copydesk_i18n::{in_sentence, tr};
use copydesk_text::Direction;

pub fn commands(schema: &Schema) -> Vec<Command> {
    let mut commands = walking_commands();
    commands.extend(finishing_commands());
    commands.extend(going_on::commands());
    commands.extend(
        schema
            .labels()
            .iter()
            .enumerate()
            .filter_map(|(index, label)| {
                let index = LabelIndex::try_from(index).ok()?;
                let plural = in_sentence(&label.plural);
                let name = tr!("cmd-filter-label", labels = &plural);
                Some(
                    Command::new(CommandId::FilterLabel(index), name, |session, id| {
                        session.toggle_label_filter(id);
                    })
                    .help(tr!("cmd-filter-label-help", labels = &plural))
                    .menu(Menu::Review, 4)
                    .ready(needs_article)
                    .switches(Session::filters_label),
                )
            }),
    );
    commands.push(
        Command::new(
            CommandId::ClearFilter,
            tr!("cmd-clear-filter"),
            |session, _| {
                session.clear_filter();
            },
        )
        .help(tr!("cmd-clear-filter-help"))
        .menu(Menu::Review, 4)
        .ready(|session, id| {
            needs_article(session, id)?;
            let is_filtered = session.article().is_some_and(|it| match it.comparing() {
                Some(comparing) => comparing.filter().is_active(),
                None => it.filter().is_active(),
            });
            is_filtered
                .then_some(())
                .ok_or(tr!("cmd-clear-filter-why-not"))
        }),
    );
    commands
}

fn walking_commands() -> Vec<Command> {
    vec![
        Command::new(CommandId::Undo, tr!("undo"), |session, _| session.undo())
            .help(tr!("cmd-undo-help"))
            .menu(Menu::Edit, 0)
            .keys(&["Ctrl+Z"])
            .edits()
            .ready(|session, id| {
                needs_article(session, id)?;
                undo_name(session)
                    .map(|_| ())
                    .ok_or_else(|| nothing_to_undo(session))
            })
            .title(|session, _| Some(tr!("undo-named", name = undo_name(session)?))),
        Command::new(CommandId::Redo, tr!("cmd-redo"), |session, _| {
            session.redo();
        })
        .help(tr!("cmd-redo-help"))
        .menu(Menu::Edit, 0)
        .keys(&["Ctrl+Shift+Z", "Ctrl+Y"])
        .edits()
        .ready(|session, id| {
            needs_article(session, id)?;
            redo_name(session)
                .map(|_| ())
                .ok_or_else(|| nothing_to_redo(session))
        })
        .title(|session, _| Some(tr!("cmd-redo-named", name = redo_name(session)?))),
        Command::new(CommandId::NextOpen, tr!("cmd-next-open"), |session, _| {
            session.walk(Direction::Forward);
        })
        .help(tr!("cmd-next-open-help"))
        .menu(Menu::Review, 1)
        .keys(&["Tab"])
        .ready(has_open),
        Command::new(
            CommandId::PreviousOpen,
            tr!("cmd-previous-open"),
            |session, _| session.walk(Direction::Back),
        )
        .help(tr!("cmd-previous-open-help"))
        .menu(Menu::Review, 1)
        .keys(&["Shift+Tab"])
        .ready(has_open),
        Command::new(
            CommandId::NextDoubtful,
            tr!("cmd-next-doubtful"),
            |session, _| session.next_doubtful(),
        )
        .formerly("next doubtful suggestion")
        .help(tr!("cmd-next-doubtful-help"))
        .menu(Menu::Review, 1)
        .keys(&["D"])
        .ready(has_open),
        Command::new(CommandId::AcceptAll, tr!("cmd-accept-all"), |session, _| {
            session.accept_all();
        })
        .help(tr!("cmd-accept-all-help"))
        .menu(Menu::Review, 2)
        .keys(&["Ctrl+Enter"])
        .edits()
        .ready(|session, id| {
            needs_article(session, id)?;
            let has_any = session
                .article()
                .is_some_and(|article| !article.acceptable().is_empty());
            has_any.then_some(()).ok_or(tr!("cmd-accept-all-why-not"))
        })
        .title(|session, _| {
            let article = session.article()?;
            match (article.acceptable().len(), article.filter().is_active()) {
                (0, _) => None,
                (count, true) => Some(tr!("cmd-accept-all-filtered", count = count)),
                (count, false) => Some(tr!("cmd-accept-all-on-screen", count = count)),
            }
        }),
    ]
}

fn finishing_commands() -> Vec<Command> {
    vec![
        Command::new(CommandId::Done, tr!("cmd-done"), |session, _| {
            session.finish();
        })
        .help(tr!("cmd-done-help"))
        .menu(Menu::Review, 3)
        .keys(&["Space", "Ctrl+PageDown"])
        .edits()
        .ready(needs_article)
        .switches(|session, _| {
            session
                .article()
                .is_some_and(|article| article.document().status() == Status::Done)
        }),
        Command::new(CommandId::Mark, tr!("cmd-mark"), |session, _| {
            if let Some(article) = session.article_mut() {
                let done = article.open.toggle_mark();
                article.refresh();
                session.report(done);
            }
        })
        .formerly("mark for another look")
        .help(tr!("cmd-mark-help"))
        .menu(Menu::Review, 3)
        .keys(&["M"])
        .edits()
        .ready(needs_article)
        .switches(|session, _| {
            session
                .article()
                .is_some_and(|article| article.document().is_marked())
        }),
    ]
}

/// Where an article took part in a deed before it was opened, only the folder knows.
fn nothing_to_undo(session: &Session) -> &'static str {
    match session.can_turn(true) {
        Ok(()) => tr!("cmd-undo-why-in-folder"),
        Err(_) => tr!("cmd-undo-why-not"),
    }
}

fn nothing_to_redo(session: &Session) -> &'static str {
    match session.can_turn(false) {
        Ok(()) => tr!("cmd-redo-why-in-folder"),
        Err(_) => tr!("cmd-redo-why-not"),
    }
}

fn undo_name(session: &Session) -> Option<&str> {
    session.article()?.history().undo_name()
}

fn redo_name(session: &Session) -> Option<&str> {
    session.article()?.history().redo_name()
}

fn has_open(session: &Session, id: CommandId) -> Result<(), &'static str> {
    needs_article(session, id)?;
    let article = session.article();
    let has_any = article.is_some_and(|article| article.first_open(0, |_| true).is_some());
    has_any.then_some(()).ok_or(tr!("cmd-next-open-why-not"))
}

impl Session {
    fn walk(&mut self, direction: Direction) {
        let Some(article) = self.article_mut() else {
            return;
        };
        article.order = ReviewOrder::Reading;
        let target = match (article.focused_item(), direction) {
            (Some(item), Direction::Forward) => {
                let position = (item.span, &item.label);
                let from = item.span.start();
                article.first_open(from, |other| (other.span, &other.label) > position)
            }
            (Some(item), Direction::Back) => {
                let position = (item.span, &item.label);
                let until = item.span.start() + 1;
                article.last_open(until, |other| (other.span, &other.label) < position)
            }
            (None, Direction::Forward) => article.first_open(article.caret(), |_| true),
            (None, Direction::Back) => article.last_open(article.caret(), |_| true),
        };
        if let Some(target) = target {
            self.focus_on(target);
        }
    }

    /// Focuses the open item that follows `item` in the order of review, wrapping around; says so if
    /// none is left.
    pub(in crate::app) fn focus_next_after(&mut self, item: &Item) {
        if !self.focus_following(item) {
            self.end_review(None);
        }
    }

    /// Focuses the open item that follows `item`, as above. `false` if none is left.
    pub(in crate::app) fn focus_following(&mut self, item: &Item) -> bool {
        let Some(article) = self.article_mut() else {
            return false;
        };
        let next = match article.order {
            ReviewOrder::Reading | ReviewOrder::Candidates => {
                article.first_open(item.span.start(), |other| other.span >= item.span)
            }
            ReviewOrder::Doubt => article.next_by_doubt(Some(item)),
        };
        let is_any = next.is_some();
        if let Some(target) = next {
            self.focus_on(target);
        }
        is_any
    }

    /// Nothing is open any more; says so after `done`.
    pub(in crate::app) fn end_review(&mut self, done: Option<&str>) {
        let Some(article) = self.article_mut() else {
            return;
        };
        article.focus = None;
        article.order = ReviewOrder::Reading;
        let end = self.end_words();
        let text = match done {
            Some(done) => tr!("cmd-done-with-end", done = done, end = end),
            None => end.to_owned(),
        };
        self.notices.tell(NoticeKind::Info, text);
    }

    /// What is said once nothing is open any more.
    fn end_words(&self) -> &'static str {
        let article = self.article();
        if article.is_some_and(|article| article.filter().is_active()) {
            tr!("cmd-review-end-filtered")
        } else {
            tr!("cmd-review-end")
        }
    }

    /// Begins with the least certain suggestion, or goes on in that order.
    fn next_doubtful(&mut self) {
        let Some(article) = self.article_mut() else {
            return;
        };
        let focused = article.focused_item().cloned();
        let is_going_on = article.order == ReviewOrder::Doubt;
        article.order = ReviewOrder::Doubt;
        let first = article.next_by_doubt(None);
        let is_there = focused.as_ref().map(|item| &item.target) == first.as_ref();
        let next = match focused.filter(|_| is_going_on || is_there) {
            Some(focused) => article.next_by_doubt(Some(&focused)),
            None => first,
        };
        if let Some(target) = next {
            self.focus_on(target);
        }
    }

    fn accept_all(&mut self) {
        if let Some(count) = self.accept_shown() {
            let accepted = tr!("cmd-accepted-several", count = count);
            let text = if self.turn_page() {
                several::with_undo(&accepted)
            } else {
                tr!("cmd-done-with-end", done = accepted, end = self.end_words())
            };
            self.notices.tell(NoticeKind::Info, text);
        }
    }

    /// Accepts what is on screen or what the filter shows. How many suggestions that was; `None` if it
    /// could not be done.
    pub(super) fn accept_shown(&mut self) -> Option<usize> {
        let article = self.article_mut()?;
        let suggestions: Vec<Suggestion> = article.acceptable().into_iter().cloned().collect();
        let references: Vec<&Suggestion> = suggestions.iter().collect();
        let accepted = article.open.accept_all(&references);
        article.refresh();
        let count = accepted.as_ref().ok().copied();
        self.report(accepted.map(|_| ()));
        count
    }

    /// After all on screen is accepted: brings the next open suggestion to the top of the screen.
    /// `false` if there is none.
    fn turn_page(&mut self) -> bool {
        let Some(article) = self.article_mut() else {
            return false;
        };
        article.order = ReviewOrder::Reading;
        let from = article.visible.start;
        let Some(target) = article.first_open(from, |_| true) else {
            article.focus = None;
            return false;
        };
        let start = article.item(&target).map_or(from, |item| item.span.start());
        self.focus_on(target);
        self.ask(WindowRequest::View(ViewRequest::Turn { to: start }));
        true
    }

    fn toggle_label_filter(&mut self, id: CommandId) {
        let is_on = self.filters_label(id);
        let CommandId::FilterLabel(index) = id else {
            return;
        };
        let label = self
            .schema()
            .labels()
            .get(usize::from(index))
            .map(|label| label.id.clone());
        let Some(article) = self.article_mut() else {
            return;
        };
        let labels: BTreeSet<_> = label.into_iter().filter(|_| !is_on).collect();
        if let Some(comparing) = &mut article.comparing {
            comparing.filter.labels = labels;
            comparing.list();
            return;
        }
        article.filter.labels = labels;
        article.refresh_list();
    }

    fn filters_label(&self, id: CommandId) -> bool {
        let CommandId::FilterLabel(index) = id else {
            return false;
        };
        let label = self.schema().labels().get(usize::from(index));
        let article = self.article();
        let labels = article.map(|article| match article.comparing() {
            Some(comparing) => &comparing.filter().labels,
            None => &article.filter().labels,
        });
        label
            .zip(labels)
            .is_some_and(|(label, labels)| labels.contains(&label.id))
    }

    fn clear_filter(&mut self) {
        if let Some(article) = self.article_mut() {
            if let Some(comparing) = &mut article.comparing {
                comparing.filter = crate::app::ComparingFilter::default();
                comparing.list();
                return;
            }
            article.filter = copydesk_document::review::Filter::default();
            article.refresh_list();
        }
    }

    fn undo(&mut self) {
        self.go_in_history(true);
    }

    fn redo(&mut self) {
        self.go_in_history(false);
    }

    fn go_in_history(&mut self, is_undo: bool) {
        if self.turns_deed(is_undo) {
            return;
        }
        let Some(article) = self.article_mut() else {
            return;
        };
        let before = article.open.history().position();
        let edits = if is_undo {
            article.open.undo()
        } else {
            article.open.redo()
        };
        article.refresh();
        if edits.is_some() {
            self.follow_together(is_undo, before);
        }
        self.report_read_only();
        self.show_edits(edits.as_deref().unwrap_or_default());
    }

    /// Undo and redo do nothing where another window has the article open.
    fn report_read_only(&mut self) {
        let mut article = self.article().into_iter();
        if article.any(|article| article.open_elsewhere().is_some()) {
            self.report(Err(EditError::ReadOnly));
        }
    }

    /// Focuses what an undo or redo changed, so that it is seen.
    fn show_edits(&mut self, edits: &[Edit]) {
        let target = edits.iter().find_map(|edit| match edit {
            Edit::Annotation {
                after: Some(after), ..
            } => Some(Target::Annotation(after.id)),
            Edit::Annotation {
                before: Some(before),
                ..
            } => Some(Target::Suggestion(before.span, before.label.clone())),
            Edit::Rejection { rejection, .. } => {
                Some(Target::Suggestion(rejection.span, rejection.label.clone()))
            }
            Edit::SuggestionNote { span, label, .. } => {
                Some(Target::Suggestion(*span, label.clone()))
            }
            Edit::Annotation { .. }
            | Edit::Detached { .. }
            | Edit::Status { .. }
            | Edit::Mark { .. }
            | Edit::Labels { .. } => None,
        });
        let span = edits.iter().find_map(|edit| match edit {
            Edit::Annotation { before, after } => after
                .as_ref()
                .or(before.as_ref())
                .map(|annotation| annotation.span),
            Edit::Rejection { rejection, .. } => Some(rejection.span),
            Edit::SuggestionNote { span, .. } => Some(*span),
            Edit::Detached { .. }
            | Edit::Status { .. }
            | Edit::Mark { .. }
            | Edit::Labels { .. } => None,
        });
        if let Some(article) = self.article_mut()
            && let Some(span) = span
        {
            article.caret = span.start();
            article.selection = None;
            article.focus = None;
            self.reveal(span.start(), span.end());
        }
        if let Some(target) = target {
            self.focus_on(target);
        }
    }
}
