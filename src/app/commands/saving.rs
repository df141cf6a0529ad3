//! Saving: to the article's file, and what happens when that fails.

use std::path::PathBuf;

use crate::app::{
    ArticleId, Dialog, Event, JournalTask, NoticeAction, NoticeKind, OpenArticle, Question,
    SaveFailure, SaveOver, SaveRequest, Session, Task, WindowRequest,
};

impl Session {
    pub(in crate::app) fn handle_saving(&mut self, event: Event) {
        match event {
            Event::SavePathChosen {
                article,
                path,
                may_replace,
            } => self.save_as(article, path, may_replace),
            Event::Saved {
                article,
                path,
                stamp,
                position,
            } => self.note_saved(article, path, stamp, position),
            Event::SaveFailed {
                article,
                path,
                message,
                why,
            } => self.note_save_failed(article, path, message, why),
            _ => {}
        }
    }

    pub(in crate::app) fn save_active(&mut self) {
        let Some(article) = self.article() else {
            return;
        };
        match article.saved_at.clone() {
            Some(path) => {
                let (id, over) = (article.id, article.over());
                self.save_to(id, path, over);
            }
            None => match article.place().filter(|_| self.has_place(article)) {
                Some((path, over)) => self.save_to(article.id, path, over),
                None => self.save_active_as(),
            },
        }
    }

    /// Whether it is of the opened folder: its file belongs beside its text. A gold standard that is being made
    /// has its place too.
    fn has_place(&self, article: &OpenArticle) -> bool {
        let project = self.project.as_ref();
        let is_in_folder = project.is_some_and(|project| project.of(article).is_some());
        is_in_folder || article.comparing.is_some()
    }

    pub(in crate::app) fn save_active_as(&mut self) {
        if let Some(article) = self.article() {
            let ask = WindowRequest::PickSavePath {
                article: article.id,
                suggested_name: article.suggested_name(),
            };
            self.ask(ask);
        }
    }

    /// Saves the article under another name; its file stays as it is.
    pub(in crate::app) fn save_copy(&mut self, id: ArticleId) {
        if self.article_by_id(id).is_some() {
            self.activate(id);
            self.save_active_as();
        }
    }

    /// Where "Save as" begins: beside the text that was opened.
    pub fn suggested_path(&self, id: ArticleId) -> Option<PathBuf> {
        let article = self.articles.iter().find(|article| article.id == id)?;
        let folder = article.source().and_then(|path| path.parent());
        Some(
            folder
                .map_or_else(PathBuf::new, PathBuf::from)
                .join(article.suggested_name()),
        )
    }

    /// A name without an ending gets ours; what is then there already was not asked about.
    fn save_as(&mut self, id: ArticleId, path: PathBuf, may_replace: bool) {
        self.dialog = None;
        let (path, may_replace) = match path.extension() {
            Some(_) => (path, may_replace),
            None => (path.with_extension("ron"), false),
        };
        let own = self
            .article_by_id(id)
            .filter(|article| article.saved_at.as_ref() == Some(&path));
        let over = match own {
            _ if may_replace => SaveOver::ArticleFile,
            Some(article) => article.over(),
            None => SaveOver::Nothing,
        };
        self.save_to(id, path, over);
    }

    pub(in crate::app) fn save_to(&mut self, id: ArticleId, path: PathBuf, over: SaveOver) {
        let versions_kept = usize::from(self.preferences.versions_kept);
        let Some(article) = self.article_by_id(id) else {
            return;
        };
        article.is_saving = true;
        article.open.begin_save();
        let request = SaveRequest {
            article: id,
            document: article.document().clone(),
            path,
            over,
            versions_kept,
            text_beside: article.text_beside(),
            position: article.history().position(),
        };
        self.start(Task::Save(Box::new(request)));
    }

    fn note_saved(&mut self, id: ArticleId, path: PathBuf, stamp: String, position: usize) {
        let mut preferences = self.preferences.clone();
        preferences.add_recent(&path);
        self.set_preferences(preferences);
        let Some(article) = self.article_by_id(id) else {
            return;
        };
        article.is_saving = false;
        article.is_file_refused = false;
        article.open.mark_saved(position);
        let is_elsewhere = article.open_elsewhere.is_some();
        article.saved_at = Some(path);
        article.stamp = Some(stamp);
        if is_elsewhere {
            // The copy is no other window's.
            self.open_for_work(id, false);
        } else {
            self.note_in_journal(id);
        }
        self.keep_memory(id);
        self.go_on_leaving(id);
        self.go_on_everywhere();
    }

    /// Tells the journal what the article's file holds; where a deed that was undone took the file away, that
    /// there is nothing but the text. Otherwise the next start would take what is undone for lost work.
    pub(in crate::app) fn note_in_journal(&mut self, id: ArticleId) {
        let saved = self.article_by_id(id).and_then(|article| {
            Some(JournalTask::Saved {
                article: id,
                position: article.history().saved_position(),
                path: article.source()?.clone(),
                stamp: article.stamp.clone(),
                caret: article.caret,
                focus: article.focus.clone(),
            })
        });
        if let Some(saved) = saved {
            self.tell_journal(saved);
        }
    }

    /// What the file does not hold, the journal holds.
    fn note_save_failed(
        &mut self,
        id: ArticleId,
        path: PathBuf,
        message: String,
        why: SaveFailure,
    ) {
        let Some(article) = self.article_by_id(id) else {
            self.notices.tell(NoticeKind::Problem, message);
            return;
        };
        article.is_saving = false;
        article.is_file_refused |= article.saved_at.as_ref() == Some(&path);
        self.go_on_everywhere();
        match why {
            SaveFailure::ChangedOnDisk => {
                self.read_theirs(id, path);
                self.dialog = Some(Dialog::Confirm(Question::ChangedOnDisk(id)));
            }
            SaveFailure::AlreadyThere => {
                self.dialog = Some(Dialog::Confirm(Question::ReplaceArticle(id, path)));
            }
            SaveFailure::Other => {
                self.stay_if_saved();
                let action = NoticeAction::SaveCopy(id);
                self.notices.offer(NoticeKind::Problem, message, action);
            }
        }
    }

    pub(in crate::app) fn overwrite(&mut self, id: ArticleId) {
        let path = self
            .article_by_id(id)
            .and_then(|article| article.saved_at.clone());
        if let Some(path) = path {
            self.save_to(id, path, SaveOver::Anything);
        }
    }
}

impl OpenArticle {
    fn suggested_name(&self) -> String {
        format!("{}.ron", self.stem())
    }

    /// What saving to the known file may write over.
    pub(in crate::app) fn over(&self) -> SaveOver {
        self.stamp
            .clone()
            .map_or(SaveOver::ArticleFile, SaveOver::Known)
    }
}
