//! Saving: to the article's file, or to a draft where the file cannot be written or is not wanted.

use std::path::PathBuf;

use crate::app::open_article::Kept;
use crate::app::{
    ArticleId, Dialog, Event, NoticeKind, OpenArticle, Question, Request, SaveFailure, SaveOver,
    SaveRequest, Session,
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
            Event::DraftSaved {
                article,
                generation,
            } => self.note_draft(article, generation),
            Event::DraftFailed { article, message } => self.note_draft_failed(article, &message),
            Event::Panicked(words) => self.note_panic(&words),
            Event::Idle => self.keep_work(),
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
            None => self.save_active_as(),
        }
    }

    pub(in crate::app) fn save_active_as(&mut self) {
        if let Some(article) = self.article() {
            self.requests.push(Request::PickSavePath {
                article: article.id,
                suggested_name: article.suggested_name(),
            });
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
            text_beside: article.text_beside(),
            position: article.history().position(),
        };
        self.requests.push(Request::Save(Box::new(request)));
    }

    fn note_saved(&mut self, id: ArticleId, path: PathBuf, stamp: String, position: usize) {
        let mut preferences = self.preferences.clone();
        preferences.add_recent(&path);
        self.set_preferences(preferences);
        let Some(article) = self.article_by_id(id) else {
            return;
        };
        // A draft that is on its way may hold more than the file: it goes with the next save.
        let drafts = if article.keeping.is_none() {
            article.take_drafts()
        } else {
            Vec::new()
        };
        article.is_saving = false;
        article.is_file_refused = false;
        article.open.mark_saved(position);
        article.saved_at = Some(path);
        article.stamp = Some(stamp);
        self.requests.extend(drafts);
        self.go_on_leaving(id);
    }

    /// What the file does not hold, a draft holds from now on.
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
        self.keep_as_draft(id);
        match why {
            SaveFailure::ChangedOnDisk => {
                self.dialog = Some(Dialog::Confirm(Question::ChangedOnDisk(id)));
            }
            SaveFailure::AlreadyThere => {
                self.dialog = Some(Dialog::Confirm(Question::ReplaceArticle(id, path)));
            }
            SaveFailure::Other => {
                self.stay_if_saved();
                self.notices.tell(NoticeKind::Problem, message);
            }
        }
    }

    /// Keeps unsaved work: in its file, or in a draft where it has none or that cannot be written.
    fn keep_work(&mut self) {
        let waiting = self.articles.iter().filter(|it| it.needs_keeping());
        for id in waiting.map(|article| article.id).collect::<Vec<_>>() {
            self.keep(id);
        }
    }

    fn keep(&mut self, id: ArticleId) {
        let Some(article) = self.article_by_id(id) else {
            return;
        };
        let file = article
            .saved_at
            .clone()
            .filter(|_| !article.is_file_refused);
        match file {
            // All was undone since the draft was written.
            _ if !article.is_unsaved() => self.drop_drafts(id),
            Some(path) => {
                let over = article.over();
                self.save_to(id, path, over);
            }
            None => self.keep_as_draft(id),
        }
    }

    /// Asks for a draft of what the article holds now, unless there is one or one is on its way.
    pub(in crate::app) fn keep_as_draft(&mut self, id: ArticleId) {
        let article = self.article_by_id(id);
        let Some(article) = article.filter(|it| !it.is_kept() && it.keeping.is_none()) else {
            return;
        };
        let request = article.draft();
        self.requests.push(request);
    }

    fn note_draft(&mut self, id: ArticleId, generation: u64) {
        let Some(article) = self.article_by_id(id) else {
            return;
        };
        let Some(kept) = article.keeping.take_if(|it| it.generation == generation) else {
            return;
        };
        article.draft_trouble = None;
        let older = article.kept.replace(kept);
        let older =
            older.filter(|it| article.kept.as_ref().map(|kept| &kept.source) != Some(&it.source));
        let drop = older.map(|older| article.drop_request(older.source));
        self.requests.extend(drop);
        self.go_on_leaving(id);
    }

    /// It is tried again; the same trouble is told once, unless a person waits for the draft.
    fn note_draft_failed(&mut self, id: ArticleId, message: &str) {
        let is_waited_for = self.stay_if_kept();
        let Some(article) = self.article_by_id(id) else {
            self.notices.tell(NoticeKind::Problem, message);
            return;
        };
        article.keeping = None;
        let text = format!(
            "The changes to “{}” are in no file and no draft yet: save them elsewhere. {message}",
            article.title()
        );
        let is_known = article.draft_trouble.as_ref() == Some(&text);
        article.draft_trouble = Some(text.clone());
        if !is_known || is_waited_for {
            self.notices.tell(NoticeKind::Problem, text);
        }
    }

    /// The drafts of an article whose work is in its file or not wanted.
    pub(in crate::app) fn drop_drafts(&mut self, id: ArticleId) {
        if let Some(article) = self.article_by_id(id) {
            let drafts = article.take_drafts();
            self.requests.extend(drafts);
        }
    }

    /// What was on its way may have been lost with the panic: drafts are asked for anew.
    fn note_panic(&mut self, words: &str) {
        self.stay();
        for article in &mut self.articles {
            article.is_saving = false;
            article.keeping = None;
            if !article.is_kept() {
                let request = article.draft();
                self.requests.push(request);
            }
        }
        let text =
            format!("Something in Copydesk went wrong; unsaved work goes into drafts: {words}");
        self.notices.tell(NoticeKind::Problem, text);
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
    fn over(&self) -> SaveOver {
        self.stamp
            .clone()
            .map_or(SaveOver::ArticleFile, SaveOver::Known)
    }

    /// Asks for a draft of the present state, which is then on its way.
    pub(in crate::app) fn draft(&mut self) -> Request {
        let kept = Kept {
            generation: self.generation(),
            source: self.source().cloned(),
        };
        self.keeping = Some(kept.clone());
        Request::SaveDraft {
            article: self.id,
            generation: kept.generation,
            document: Box::new(self.document().clone()),
            source: kept.source,
            base: self.stamp.clone(),
        }
    }

    /// Asks for the end of every draft that there may be, one of an earlier time among them.
    fn take_drafts(&mut self) -> Vec<Request> {
        let mut sources = vec![self.source().cloned()];
        for kept in [self.kept.take(), self.keeping.take()]
            .into_iter()
            .flatten()
        {
            if !sources.contains(&kept.source) {
                sources.push(kept.source);
            }
        }
        let drop = |source| self.drop_request(source);
        sources.into_iter().map(drop).collect()
    }

    fn drop_request(&self, source: Option<PathBuf>) -> Request {
        Request::DropDraft {
            document: Box::new(self.document().clone()),
            source,
        }
    }
}
