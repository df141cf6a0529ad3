//! What keys and buttons do while several lines of the review list are chosen.

use crate::app::{Choose, Chosen, CommandId, NoticeKind, OpenArticle, Session};
use copydesk_document::review::{Item, Target};
use copydesk_document::{EditError, LabelId, MarkRef, Rejection, Suggestion};
use copydesk_i18n::{in_sentence, tr};

/// What is chosen, if it is several lines.
fn chosen(session: &Session) -> Option<&Chosen> {
    let chosen = session.article()?.chosen();
    (!chosen.is_empty()).then_some(chosen)
}

/// Whether Enter can act on what is chosen; `None` unless several are.
pub(super) fn can_accept(session: &Session) -> Option<Result<(), &'static str>> {
    let chosen = chosen(session)?;
    let has_any = chosen.suggested + chosen.rejected > 0;
    Some(has_any.then_some(()).ok_or(tr!("cmd-several-why-accepted")))
}

/// Whether what is chosen can be labeled, rejected or removed; `None` unless several are.
pub(super) fn can_change(session: &Session) -> Option<Result<(), &'static str>> {
    let has_any = chosen(session)?.changeable() > 0;
    let why = tr!("cmd-several-why-rejected");
    Some(has_any.then_some(()).ok_or(why))
}

/// What can be done with one span alone cannot be done now.
pub(super) fn needs_one(session: &Session) -> Result<(), &'static str> {
    match chosen(session) {
        Some(_) => Err(tr!("cmd-several-why-not-one")),
        None => Ok(()),
    }
}

pub(super) fn accept_title(session: &Session) -> Option<String> {
    let chosen = chosen(session)?;
    match (chosen.suggested, chosen.rejected) {
        (0, 0) => None,
        (0, count) => Some(tr!("cmd-restore-several", count = count)),
        (count, _) => Some(tr!("cmd-accept-several", count = count)),
    }
}

pub(super) fn remove_title(session: &Session) -> Option<String> {
    let chosen = chosen(session)?;
    match (chosen.suggested, chosen.accepted) {
        (0, 0) => None,
        (count, 0) => Some(tr!("cmd-reject-several", count = count)),
        (0, count) => Some(tr!("cmd-remove-several", count = count)),
        (suggestions, annotations) => Some(tr!(
            "cmd-reject-and-remove-several",
            suggestions = suggestions,
            annotations = annotations
        )),
    }
}

pub(super) fn label_title(session: &Session, id: CommandId) -> Option<String> {
    let count = chosen(session)?.changeable();
    let CommandId::Label(index) = id else {
        return None;
    };
    let label = session.schema().labels().get(usize::from(index))?;
    let label = in_sentence(&label.name);
    Some(tr!("cmd-label-several", count = count, label = label))
}

/// What has happened to suggestions and annotations.
fn removed_words(chosen: &Chosen) -> String {
    match (chosen.suggested, chosen.accepted) {
        (0, 0) => String::new(),
        (count, 0) => tr!("cmd-rejected-several", count = count),
        (0, count) => tr!("cmd-removed-several", count = count),
        (suggestions, annotations) => tr!(
            "cmd-rejected-and-removed-several",
            suggestions = suggestions,
            annotations = annotations
        ),
    }
}

impl Session {
    pub(super) fn choose(&mut self, choose: Choose) {
        let Some(article) = self.article_mut() else {
            return;
        };
        match article.choose(choose) {
            Some(lead) => self.focus_on(lead),
            None => article.focus = None,
        }
    }

    /// Accepts the chosen suggestions or, where all of them are rejected, restores them.
    /// `false` unless several are chosen.
    pub(super) fn accept_chosen(&mut self) -> bool {
        let Some((article, items)) = self.chosen_to_change() else {
            return false;
        };
        if article.chosen().suggested == 0 {
            self.restore_chosen(&items);
            return true;
        }
        let suggestions = article.chosen_suggestions();
        let references: Vec<&Suggestion> = suggestions.iter().collect();
        let done = article.open.accept_all(&references);
        let done = done.map(|count| {
            let left = suggestions.len() - count;
            with_left(tr!("cmd-accepted-several", count = count), left)
        });
        self.after_several(&items, done);
        true
    }

    fn restore_chosen(&mut self, items: &[Item]) {
        let Some(article) = self.article_mut() else {
            return;
        };
        let rejections: Vec<Rejection> = items.iter().filter_map(rejection).collect();
        let done = article.open.restore_all(&rejections);
        let restored = rejections.len();
        let first = rejections.into_iter().next();
        article.refresh();
        match (done, first) {
            (Ok(()), Some(Rejection { span, label })) => {
                self.focus_on(Target::Suggestion(span, label));
                let text = tr!("cmd-restored-several", count = restored);
                self.notices.tell(NoticeKind::Info, with_undo(&text));
            }
            (done, _) => self.report(done),
        }
    }

    /// Rejects the chosen suggestions and removes the chosen annotations. `false` unless several are
    /// chosen.
    pub(super) fn remove_chosen(&mut self) -> bool {
        let Some((article, items)) = self.chosen_to_change() else {
            return false;
        };
        let suggestions = article.chosen_suggestions();
        let words = removed_words(article.chosen());
        let done = article.open.remove_all(&marks(&items, &suggestions));
        self.after_several(&items, done.map(|()| words));
        true
    }

    /// Labels all that is chosen as `label`. `false` unless several are chosen.
    pub(super) fn label_chosen(&mut self, label: &LabelId) -> bool {
        let Some((article, items)) = self.chosen_to_change() else {
            return false;
        };
        let suggestions = article.chosen_suggestions();
        let done = article
            .open
            .relabel_all(&marks(&items, &suggestions), label);
        let done = done.map(|tally| {
            let labeled = tr!("cmd-labeled-several", count = tally.done);
            with_left(labeled, tally.left)
        });
        self.after_several(&items, done);
        true
    }

    fn chosen_to_change(&mut self) -> Option<(&mut OpenArticle, Vec<Item>)> {
        let article = self.article_mut()?;
        let items = article.chosen_items();
        (!items.is_empty()).then_some((article, items))
    }

    /// Says what was done, and focuses the next open suggestion after the last of `items`.
    fn after_several(&mut self, items: &[Item], done: Result<String, EditError>) {
        let (Some(last), Some(article)) = (items.last(), self.article_mut()) else {
            return;
        };
        article.refresh();
        article.caret = last.span.start();
        match done {
            Ok(done) if self.focus_following(last) => {
                self.notices.tell(NoticeKind::Info, with_undo(&done));
            }
            Ok(done) => self.end_review(Some(&done)),
            Err(error) => self.report(Err(error)),
        }
    }
}

impl OpenArticle {
    fn chosen_suggestions(&self) -> Vec<Suggestion> {
        let items = self.chosen_items();
        let suggestions = items
            .iter()
            .filter_map(|item| self.suggestion(&item.target));
        suggestions.cloned().collect()
    }
}

/// What of `items` can be changed: annotations, and the open `suggestions`.
fn marks<'s>(items: &[Item], suggestions: &'s [Suggestion]) -> Vec<MarkRef<'s>> {
    let annotations = items.iter().filter_map(|item| match item.target {
        Target::Annotation(id) => Some(MarkRef::Annotation(id)),
        Target::Suggestion(..) | Target::Rejected(..) => None,
    });
    let suggestions = suggestions.iter().map(MarkRef::Suggestion);
    annotations.chain(suggestions).collect()
}

fn rejection(item: &Item) -> Option<Rejection> {
    match &item.target {
        Target::Rejected(span, label) => Some(Rejection {
            span: *span,
            label: label.clone(),
        }),
        Target::Annotation(_) | Target::Suggestion(..) => None,
    }
}

/// What was `done`, and how much of it could not be.
fn with_left(done: String, left: usize) -> String {
    if left == 0 {
        done
    } else {
        tr!("cmd-done-with-left", done = done, left = left)
    }
}

/// What was `done`, and how to undo it.
pub(super) fn with_undo(done: &str) -> String {
    tr!("cmd-done-with-undo", done = done)
}
