//! What another program wrote to an article's file: merged, taken, and what is left to decide.

use std::path::PathBuf;

use crate::app::{
    ArticleId, ConflictLine, Conflicts, Dialog, Event, NoticeKind, OpenArticle, Reading, Session,
    Task, Theirs,
};
use copydesk_document::{
    Conflict, Document, Merged, Transaction, merge, quoted, transaction_between,
};
use copydesk_i18n::tr;

impl Session {
    /// What the last merge left to decide.
    pub fn conflicts(&self) -> Option<&Conflicts> {
        self.conflicts.as_ref()
    }

    /// Whether the article can be merged with what is in its file, or become that; else why not.
    pub fn theirs_ready(&self, id: ArticleId) -> Result<(), &str> {
        let theirs = self.theirs.as_ref().filter(|(of, _)| *of == id);
        let article = self.articles.iter().find(|article| article.id == id);
        match (theirs, article) {
            (Some((_, Reading::Done(theirs))), Some(article)) => theirs.fits(article.document()),
            (Some((_, Reading::Failed(message))), _) => Err(message),
            (Some((_, Reading::Waiting)), _) => Err(tr!("cmd-merge-why-reading")),
            (None, _) | (_, None) => Err(tr!("cmd-merge-why-not-read")),
        }
    }

    pub(in crate::app) fn read_theirs(&mut self, id: ArticleId, path: PathBuf) {
        self.theirs = Some((id, Reading::Waiting));
        self.start(Task::ReadTheirs { article: id, path });
    }

    pub(in crate::app) fn handle_merging(&mut self, event: Event) {
        match event {
            Event::TheirsRead { article, theirs } => {
                if let Some((id, reading)) = &mut self.theirs
                    && *id == article
                {
                    *reading = theirs.map(|theirs| *theirs).into();
                }
            }
            Event::ConflictDecided { index, is_theirs } => self.decide(index, is_theirs),
            _ => {}
        }
    }

    /// What was read of the file, if it fits the article; it is needed once.
    fn fitting_theirs(&mut self, id: ArticleId) -> Option<Theirs> {
        if let Err(reason) = self.theirs_ready(id) {
            let reason = reason.to_owned();
            self.stay();
            self.notices.tell(NoticeKind::Info, reason);
            return None;
        }
        match self.theirs.take()? {
            (_, Reading::Done(theirs)) => Some(theirs),
            (_, Reading::Waiting | Reading::Failed(_)) => None,
        }
    }

    /// One step that can be undone; the result is saved over what was merged.
    pub(in crate::app) fn merge_theirs(&mut self, id: ArticleId) {
        let Some(Theirs {
            document, stamp, ..
        }) = self.fitting_theirs(id)
        else {
            return;
        };
        let Some(article) = self.article_by_id(id) else {
            return;
        };
        let base = article.open.saved_document();
        let merged = match merge(base.as_ref(), article.document(), &document) {
            Ok(merged) => merged,
            Err(error) => {
                let text = tr!("cmd-merge-failed", why = error.to_string());
                self.stay();
                self.notices.tell(NoticeKind::Problem, text);
                return;
            }
        };
        let count = merged.transaction.edits().len();
        let Merged {
            transaction,
            conflicts,
        } = merged;
        let done = article.open.edit(transaction);
        article.refresh_given();
        if done.is_err() {
            self.stay();
            self.report(done);
            return;
        }
        article.stamp = Some(stamp);
        self.save_merged(id);
        self.tell_merged(id, count, conflicts);
    }

    fn save_merged(&mut self, id: ArticleId) {
        let file = self
            .article_by_id(id)
            .and_then(|article| Some((article.saved_at.clone()?, article.over())));
        if let Some((path, over)) = file {
            self.save_to(id, path, over);
        }
    }

    fn tell_merged(&mut self, id: ArticleId, count: usize, conflicts: Vec<Conflict>) {
        let text = match count {
            0 => tr!("cmd-merged-nothing").to_owned(),
            _ => tr!("cmd-merged", count = count),
        };
        self.notices.tell(NoticeKind::Info, text);
        if conflicts.is_empty() {
            return;
        }
        // Whoever is asked something does not leave yet.
        self.stay();
        self.activate(id);
        let line = |conflict| ConflictLine {
            conflict,
            taken: None,
        };
        self.conflicts = Some(Conflicts {
            article: id,
            lines: conflicts.into_iter().map(line).collect(),
        });
        self.dialog = Some(Dialog::Conflicts);
    }

    /// One step that can be undone; the article is then what its file holds.
    pub(in crate::app) fn take_theirs(&mut self, id: ArticleId) {
        let Some(Theirs {
            document, stamp, ..
        }) = self.fitting_theirs(id)
        else {
            return;
        };
        let Some(article) = self.article_by_id(id) else {
            return;
        };
        let name = tr!("cmd-undo-take-file");
        let transaction = transaction_between(article.document(), &document, name);
        let done = article.open.edit(transaction);
        article.refresh_given();
        if done.is_err() {
            self.stay();
            self.report(done);
            return;
        }
        article.stamp = Some(stamp);
        article.is_file_refused = false;
        // What is not taken, such as the title, is saved again.
        if *article.document() == document {
            article.open.begin_save();
            article.open.mark_saved(article.open.history().position());
        }
        self.note_in_journal(id);
        let text = tr!("cmd-merge-taken");
        self.notices.tell(NoticeKind::Info, text);
        self.go_on_leaving(id);
    }

    /// Takes "theirs" of a conflict, or "mine" again; each is one step.
    fn decide(&mut self, index: usize, is_theirs: bool) {
        let Some(conflicts) = &mut self.conflicts else {
            return;
        };
        let mut articles = self.articles.iter_mut();
        let article = articles.find(|article| article.id == conflicts.article);
        if let Some(line) = conflicts.lines.get_mut(index)
            && let Some(article) = article
            && line.is_theirs() != is_theirs
        {
            let done = line.decide(article);
            article.refresh();
            self.report(done);
        }
    }
}

impl ConflictLine {
    /// Goes over from one answer to the other.
    fn decide(&mut self, article: &mut OpenArticle) -> Result<(), copydesk_document::EditError> {
        let name = name_of_decision(&self.conflict, article.document(), self.taken.is_none());
        match self.taken.take() {
            None => {
                let edits = self.conflict.taking_theirs(article.document());
                let transaction = Transaction::new(name, edits);
                article.open.edit(transaction.clone())?;
                self.taken = Some(transaction);
            }
            Some(taken) => {
                let edits = taken.inverse().edits().to_vec();
                let done = article.open.edit(Transaction::new(name, edits));
                if done.is_err() {
                    self.taken = Some(taken);
                }
                done?;
            }
        }
        Ok(())
    }
}

/// Completes “Undo …”, with the words that the conflict is about.
fn name_of_decision(conflict: &Conflict, document: &Document, is_theirs: bool) -> String {
    let annotation = conflict.theirs.as_ref().or(conflict.mine.as_ref());
    let words = annotation.map(|annotation| quoted(document, annotation.span));
    match (words, is_theirs) {
        (Some(words), true) => tr!("cmd-undo-take-theirs-of", words = words),
        (Some(words), false) => tr!("cmd-undo-keep-mine-of", words = words),
        (None, true) => tr!("cmd-undo-take-theirs").to_owned(),
        (None, false) => tr!("cmd-undo-keep-mine").to_owned(),
    }
}
