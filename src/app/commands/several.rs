//! What keys and buttons do while several lines of the review list are chosen.

use crate::app::{Choose, Chosen, CommandId, NoticeKind, OpenArticle, Session};
use copydesk_document::review::{Item, Target};
use copydesk_document::{EditError, LabelId, MarkRef, Rejection, Suggestion, counted};

/// What is chosen, if it is several lines.
fn chosen(session: &Session) -> Option<&Chosen> {
    let chosen = session.article()?.chosen();
    (!chosen.is_empty()).then_some(chosen)
}

/// Whether Enter can act on what is chosen; `None` unless several are.
pub(super) fn can_accept(session: &Session) -> Option<Result<(), &'static str>> {
    let chosen = chosen(session)?;
    let has_any = chosen.suggested + chosen.rejected > 0;
    Some(has_any.then_some(()).ok_or("Already accepted"))
}

/// Whether what is chosen can be labeled, rejected or removed; `None` unless several are.
pub(super) fn can_change(session: &Session) -> Option<Result<(), &'static str>> {
    let has_any = chosen(session)?.changeable() > 0;
    let why = "Already rejected; press Enter to restore them";
    Some(has_any.then_some(()).ok_or(why))
}

/// What can be done with one span alone cannot be done now.
pub(super) fn needs_one(session: &Session) -> Result<(), &'static str> {
    match chosen(session) {
        Some(_) => Err("Several spans are chosen; press Escape to go back to one"),
        None => Ok(()),
    }
}

pub(super) fn accept_title(session: &Session) -> Option<String> {
    let chosen = chosen(session)?;
    match (chosen.suggested, chosen.rejected) {
        (0, 0) => None,
        (0, count) => Some(format!("Restore {}", suggestions(count))),
        (count, _) => Some(format!("Accept {}", suggestions(count))),
    }
}

pub(super) fn remove_title(session: &Session) -> Option<String> {
    removal(chosen(session)?, "Reject", "remove")
}

pub(super) fn label_title(session: &Session, id: CommandId) -> Option<String> {
    let spans = counted(chosen(session)?.changeable(), "span", "spans");
    let CommandId::Label(index) = id else {
        return None;
    };
    let label = session.schema().labels().get(usize::from(index))?;
    Some(format!("Mark {spans} as {}", label.name.to_lowercase()))
}

fn suggestions(count: usize) -> String {
    counted(count, "suggestion", "suggestions")
}

/// What happens to suggestions and annotations, each named by its verb.
fn removal(chosen: &Chosen, reject: &str, remove: &str) -> Option<String> {
    let rejected = format!("{reject} {}", suggestions(chosen.suggested));
    let annotations = counted(chosen.accepted, "annotation", "annotations");
    match (chosen.suggested, chosen.accepted) {
        (0, 0) => None,
        (_, 0) => Some(rejected),
        (0, _) => {
            let (first, rest) = remove.split_at_checked(1)?;
            Some(format!("{}{rest} {annotations}", first.to_uppercase()))
        }
        _ => Some(format!("{rejected} and {remove} {annotations}")),
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
            let accepted = counted(count, "suggestion", "suggestions");
            let left = suggestions.len() - count;
            format!("Accepted {accepted}{}", left_words(left))
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
        let restored = suggestions(rejections.len());
        let first = rejections.into_iter().next();
        article.refresh();
        match (done, first) {
            (Ok(()), Some(Rejection { span, label })) => {
                self.focus_on(Target::Suggestion(span, label));
                let text = format!("Restored {restored}; press Ctrl+Z to undo");
                self.notices.tell(NoticeKind::Info, text);
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
        let words = removal(article.chosen(), "Rejected", "removed").unwrap_or_default();
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
            let spans = counted(tally.done, "span", "spans");
            format!("Labeled {spans}{}", left_words(tally.left))
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
                let text = format!("{done}; press Ctrl+Z to undo");
                self.notices.tell(NoticeKind::Info, text);
            }
            Ok(done) => self.end_review(&format!("{done}. ")),
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

fn left_words(left: usize) -> String {
    match left {
        0 => String::new(),
        1 => "; 1 overlaps another annotation and was left as it is".to_owned(),
        left => format!("; {left} overlap other annotations and were left as they are"),
    }
}
