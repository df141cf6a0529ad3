//! Closing and quitting: what is asked before, and what must be safe first.

use crate::app::{
    Answer, ArticleId, Dialog, JournalTask, OpenArticle, Question, SaveOver, Session, Suggesting,
    WindowRequest,
};

/// A close or a quit that a person wants, and that waits until the work is safe.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::app) enum Leaving {
    #[default]
    No,
    /// This article is closed once its file holds it …
    CloseSaved(ArticleId),
    /// … or once the journal does.
    CloseKept(ArticleId),
    /// The program ends once all articles are saved; this one is being saved …
    QuitSaved(ArticleId),
    /// … or once the journals hold them.
    QuitKept,
}

impl Session {
    pub(in crate::app) fn close_active(&mut self) {
        let Some(article) = self.article() else {
            return;
        };
        let id = article.id;
        if article.is_unsaved() {
            self.dialog = Some(Dialog::Confirm(Question::Close(id)));
        } else {
            self.close(id);
        }
    }

    pub(in crate::app) fn close(&mut self, id: ArticleId) {
        let Some(index) = self.articles.iter().position(|article| article.id == id) else {
            return;
        };
        self.tell_journal(JournalTask::Close(id));
        self.write_measured();
        let article = self.articles.remove(index);
        self.learn_from_closed(&article);
        self.note_closed_in_folder(&article);
        if let Suggesting::Working { ticket, .. } = article.suggesting {
            self.ask(WindowRequest::Cancel { ticket });
        }
        if self.active >= index {
            self.active = self.active.saturating_sub(usize::from(
                self.active > index || self.active == self.articles.len(),
            ));
        }
    }

    /// A person wants to quit, perhaps once more while work is being saved for it.
    pub(in crate::app) fn quit(&mut self) {
        self.stay();
        let articles = self.articles.iter();
        match articles.filter(|article| article.is_unsaved()).count() {
            0 => self.end(),
            unsaved => self.dialog = Some(Dialog::Confirm(Question::Quit { unsaved })),
        }
    }

    /// Whoever wanted to close or quit does not want it any more, or cannot have it.
    pub(in crate::app) fn stay(&mut self) {
        self.leaving = Leaving::No;
    }

    /// A file could not be written: whoever waits for that stays.
    pub(in crate::app) fn stay_if_saved(&mut self) {
        if matches!(self.leaving, Leaving::CloseSaved(_) | Leaving::QuitSaved(_)) {
            self.stay();
        }
    }

    /// The journal could not be written: whoever waits for that stays. `true` if somebody does.
    pub(in crate::app) fn stay_if_kept(&mut self) -> bool {
        let is_waited_for = matches!(self.leaving, Leaving::CloseKept(_) | Leaving::QuitKept);
        if is_waited_for {
            self.stay();
        }
        is_waited_for
    }

    /// The file or the journal holds the work on `done`: closes or quits if that was waited for.
    pub(in crate::app) fn go_on_leaving(&mut self, done: ArticleId) {
        let is = |id: ArticleId, is_safe: fn(&OpenArticle) -> bool| {
            let article = self.articles.iter().find(|article| article.id == id);
            article.is_none_or(is_safe)
        };
        match self.leaving {
            Leaving::CloseSaved(id) if id == done => {
                if is(id, |article| !article.is_unsaved()) {
                    self.stay();
                    self.close(id);
                } else {
                    self.save_and_wait(id);
                }
            }
            Leaving::CloseKept(id) if id == done => {
                if is(id, OpenArticle::is_kept) {
                    self.stay();
                    self.close(id);
                } else {
                    self.keep_again(id);
                }
            }
            Leaving::QuitSaved(id) if id == done => self.save_next(),
            Leaving::QuitKept => self.keep_all(),
            Leaving::No
            | Leaving::CloseSaved(_)
            | Leaving::CloseKept(_)
            | Leaving::QuitSaved(_) => {}
        }
    }

    /// Saves the first unsaved article, or quits where there is none left.
    fn save_next(&mut self) {
        let mut articles = self.articles.iter();
        match articles.find(|article| article.is_unsaved()) {
            Some(article) => {
                let id = article.id;
                self.leaving = Leaving::QuitSaved(id);
                self.save_and_wait(id);
            }
            None => self.end(),
        }
    }

    /// Beside its text, where it has no file yet. A save that is on its way is waited for: it knows best what the file holds.
    fn save_and_wait(&mut self, id: ArticleId) {
        if self.article().is_some_and(|article| article.id != id) {
            self.activate(id);
        }
        let Some(article) = self.article().filter(|article| !article.is_saving()) else {
            return;
        };
        match article.place() {
            Some((path, over)) => self.save_to(id, path, over),
            None => self.save_active(),
        }
    }

    /// Quits once all work is kept; what could not be is tried again.
    fn keep_all(&mut self) {
        if self.articles.iter().all(OpenArticle::is_kept) {
            self.end();
            return;
        }
        for id in self.ids() {
            self.keep_again(id);
        }
    }

    /// Quits without a question: the journals hold what no file does, and give it back at the next start.
    pub(in crate::app) fn end_now(&mut self) {
        for id in self.ids() {
            self.keep_again(id);
        }
        self.end();
    }

    fn end(&mut self) {
        self.stay();
        for id in self.ids() {
            self.tell_journal(JournalTask::Close(id));
        }
        self.write_measured();
        self.ask(WindowRequest::Quit);
    }

    fn ids(&self) -> Vec<ArticleId> {
        self.articles.iter().map(|article| article.id).collect()
    }

    pub(in crate::app) fn take_answer(&mut self, answer: Answer) {
        let Some(Dialog::Confirm(question)) = self.dialog.take() else {
            return;
        };
        if answer == Answer::Cancel {
            self.theirs = None;
            self.stay();
            return;
        }
        match question {
            Question::Close(id) => self.close_after(id, answer),
            Question::Quit { .. } => self.quit_after(answer),
            Question::ChangedOnDisk(id) => match answer {
                Answer::Merge => self.merge_theirs(id),
                Answer::TakeTheirs => self.take_theirs(id),
                Answer::Overwrite => self.overwrite(id),
                Answer::Save => self.save_copy(id),
                Answer::Keep | Answer::Discard | Answer::Cancel => self.theirs = None,
            },
            Question::OpenElsewhere(id) => match answer {
                Answer::Overwrite => self.open_anyway(id),
                Answer::Discard => self.close(id),
                Answer::Save
                | Answer::Keep
                | Answer::Merge
                | Answer::TakeTheirs
                | Answer::Cancel => {}
            },
            Question::ReplaceArticle(id, path) => match answer {
                Answer::Overwrite => self.save_to(id, path, SaveOver::ArticleFile),
                Answer::Save => self.save_copy(id),
                Answer::Keep
                | Answer::Discard
                | Answer::Merge
                | Answer::TakeTheirs
                | Answer::Cancel => {}
            },
            Question::DeleteActivity => {
                if answer == Answer::Discard {
                    self.delete_activity();
                }
            }
            Question::ReplaceDataSet(path) => {
                if answer == Answer::Overwrite {
                    self.export_to(path, true);
                }
            }
        }
    }

    fn close_after(&mut self, id: ArticleId, answer: Answer) {
        match answer {
            Answer::Save => {
                self.leaving = Leaving::CloseSaved(id);
                self.save_and_wait(id);
            }
            Answer::Keep => {
                self.leaving = Leaving::CloseKept(id);
                self.go_on_leaving(id);
            }
            Answer::Discard => {
                self.tell_journal(JournalTask::Discard(id));
                self.close(id);
            }
            Answer::Overwrite | Answer::Merge | Answer::TakeTheirs | Answer::Cancel => {}
        }
    }

    fn quit_after(&mut self, answer: Answer) {
        match answer {
            Answer::Save => self.save_next(),
            Answer::Keep => {
                self.leaving = Leaving::QuitKept;
                self.keep_all();
            }
            Answer::Discard => {
                for id in self.ids() {
                    self.tell_journal(JournalTask::Discard(id));
                }
                self.end();
            }
            Answer::Overwrite | Answer::Merge | Answer::TakeTheirs | Answer::Cancel => {}
        }
    }
}
