//! Settling the differences of versions that are compared: one by one, many at once, with reasons.

use crate::app::commands::several;
use crate::app::{Comparing, NoticeKind, Session};
use copydesk_document::adjudication::{Decision, SettleError};
use copydesk_document::review::Target;
use copydesk_document::{Annotation, EditError, OpenDocument};
use copydesk_i18n::tr;

impl Session {
    pub(super) fn decide_on(&mut self, decision: Decision) {
        let done = self.settle_focused(decision);
        self.after_settling(done);
    }

    fn settle_focused(&mut self, decision: Decision) -> Result<(), SettleError> {
        let Some(article) = self.article_mut() else {
            return Ok(());
        };
        let Some(comparing) = &mut article.comparing else {
            return Ok(());
        };
        let Some(index) = comparing.focused else {
            return Ok(());
        };
        let reason = comparing.reason(article.open.document()).to_owned();
        let comparison = comparing.comparison();
        article.open.settle(comparison, index, decision, &reason)?;
        comparing.reason.clear();
        article.refresh();
        Ok(())
    }

    /// The next difference comes by itself; after the last one it is said that all are settled.
    fn after_settling(&mut self, done: Result<(), SettleError>) {
        match done {
            Ok(()) => {}
            Err(SettleError::Refused(error)) => return self.report(Err(error)),
            Err(error) => return self.notices.tell(NoticeKind::Info, error.to_string()),
        }
        self.follow_comparing();
        let Some(comparing) = self.comparing_mut() else {
            return;
        };
        let (next, here) = (comparing.next_open(), comparing.focused);
        let all = comparing.differences().len();
        let is_all = comparing.settled_count() == all;
        match (next, here) {
            (Some(next), _) => self.show_difference(next),
            (None, here) => {
                if let Some(here) = here {
                    self.show_difference(here);
                }
                let text = if is_all {
                    tr!("comparing-all-settled", count = all)
                } else {
                    tr!("comparing-listed-settled").to_owned()
                };
                self.notices.tell(NoticeKind::Info, text);
            }
        }
    }

    /// Enter takes what is focused in the article, as the people have it who have that. `false` where
    /// nothing is compared or nothing of a difference is focused.
    pub(in crate::app) fn take_aimed(&mut self) -> bool {
        let Some((article, comparing)) = self
            .article()
            .and_then(|article| Some((article, article.comparing()?)))
        else {
            return false;
        };
        let difference = comparing.focused_difference();
        let (Some(Target::Suggestion(span, label)), Some(difference)) =
            (article.focus(), difference)
        else {
            return false;
        };
        let has = |side: &Vec<Annotation>| {
            let mut annotations = side.iter();
            annotations.any(|it| it.span == *span && it.label == *label)
        };
        let groups = difference.groups().into_iter();
        let with_it = groups.filter(|group| has(&difference.sides[group[0]]));
        let person = with_it.rev().max_by_key(Vec::len).map(|group| group[0]);
        if let Some(person) = person {
            self.decide_on(Decision::Take(person));
        }
        person.is_some()
    }

    pub(super) fn begin_own(&mut self) {
        let Some(article) = self.article_mut() else {
            return;
        };
        let Some(comparing) = &mut article.comparing else {
            return;
        };
        let Some(index) = comparing.focused else {
            return;
        };
        let reason = comparing.reason(article.open.document()).to_owned();
        let comparison = comparing.comparison();
        let begun = article.open.begin_own(comparison, index, &reason);
        comparing.is_own = true;
        article.refresh();
        match begun {
            Ok(_) => self.show_difference(index),
            Err(error) => self.after_settling(Err(error)),
        }
    }

    pub(super) fn write_reason(&mut self, reason: &str) {
        let Some(article) = self.article_mut() else {
            return;
        };
        let Some(comparing) = &mut article.comparing else {
            return;
        };
        let Some(index) = comparing.focused else {
            return;
        };
        if !comparing.is_settled(index) {
            reason.clone_into(&mut comparing.reason);
            return;
        }
        let comparison = comparing.comparison();
        let done = article.open.set_reason(comparison, index, reason);
        article.refresh();
        self.report(done);
    }

    pub(super) fn take_all_of(&mut self, person: usize) {
        self.settle_listed(|open, comparing| {
            let is_meant = comparing.meant();
            open.take_all_of(comparing.comparison(), person, is_meant, &comparing.reason)
        });
    }

    pub(super) fn take_majority(&mut self) {
        self.settle_listed(|open, comparing| {
            let is_meant = comparing.meant();
            open.take_majority(comparing.comparison(), is_meant, &comparing.reason)
        });
    }

    pub(super) fn take_agreed(&mut self) {
        self.settle_listed(|open, comparing| open.take_agreed(comparing.comparison()));
    }

    fn settle_listed(
        &mut self,
        settle: impl FnOnce(&mut OpenDocument, &Comparing) -> Result<usize, EditError>,
    ) {
        let Some(article) = self.article_mut() else {
            return;
        };
        let Some(comparing) = &article.comparing else {
            return;
        };
        let done = settle(&mut article.open, comparing);
        article.refresh();
        match done {
            Ok(0) => self
                .notices
                .tell(NoticeKind::Info, tr!("comparing-took-none")),
            Ok(count) => {
                let text = several::with_undo(&tr!("comparing-took", count = count));
                self.after_settling(Ok(()));
                self.notices.tell(NoticeKind::Info, text);
            }
            Err(error) => self.report(Err(error)),
        }
    }
}
