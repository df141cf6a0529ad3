//! Keeping work in the journal, action by action, and trying again when that fails.

use crate::app::commands::needs_article;
use crate::app::{
    ArticleId, Command, CommandId, Dialog, Event, JournalTask, Kept, NoticeAction, NoticeKind,
    OpenArticle, Question, Session, Task,
};
use copydesk_i18n::tr;

pub fn command() -> Command {
    Command::new(
        CommandId::OpenAnyway,
        tr!("cmd-open-anyway"),
        |session, _| {
            if let Some(id) = session.article().map(|article| article.id) {
                session.open_anyway(id);
            }
        },
    )
    .help(tr!("cmd-open-anyway-help"))
    .ready(|session, id| {
        needs_article(session, id)?;
        let article = session.article().and_then(OpenArticle::open_elsewhere);
        article
            .map(|_| ())
            .ok_or_else(|| tr!("cmd-open-anyway-why-not"))
    })
}

impl Session {
    pub(in crate::app) fn handle_keeping(&mut self, event: Event) {
        match event {
            Event::Kept {
                article,
                generation,
            } => self.note_kept(article, generation),
            Event::KeepFailed { article, message } => self.note_keep_failed(article, &message),
            Event::OpenElsewhere { article, by } => self.note_open_elsewhere(article, by),
            Event::Panicked(words) => self.note_panic(&words),
            Event::Idle => {
                self.keep_work();
                self.write_measured();
            }
            _ => {}
        }
    }

    /// Gives the journals what was done since they were last given anything.
    pub(in crate::app) fn keep_steps(&mut self) {
        let articles = self.articles.iter_mut();
        let mut kept: Vec<Kept> = articles.filter_map(OpenArticle::keep).collect();
        let task = match kept.len() {
            0 => None,
            1 => kept.pop().map(JournalTask::Keep),
            // Only one deed goes through several articles in one moment.
            _ => Some(JournalTask::KeepTogether(kept)),
        };
        self.start_all(task.into_iter().collect());
    }

    fn start_all(&mut self, tasks: Vec<JournalTask>) {
        for task in tasks {
            self.start(Task::Journal(task));
        }
    }

    /// Gives a journal one more task, after all that was done so far.
    pub(in crate::app) fn tell_journal(&mut self, task: JournalTask) {
        self.keep_steps();
        self.start(Task::Journal(task));
    }

    fn note_kept(&mut self, id: ArticleId, generation: u64) {
        let Some(article) = self.article_by_id(id) else {
            return;
        };
        article.kept = article.kept.max(generation);
        article.keep_trouble = None;
        self.go_on_leaving(id);
    }

    /// It is tried again; the same trouble is shown once, unless a person waits for it to end.
    fn note_keep_failed(&mut self, id: ArticleId, message: &str) {
        let is_waited_for = self.stay_if_kept();
        let Some(article) = self.article_by_id(id) else {
            self.notices.tell(NoticeKind::Problem, message);
            return;
        };
        if article.open_elsewhere.is_some() {
            // What was done before that was known; the person is asked about it.
            return;
        }
        let text = tr!(
            "article-only-in-memory",
            title = article.title(),
            message = message
        );
        let is_known = article.keep_trouble.as_ref() == Some(&text);
        article.keep_trouble = Some(text.clone());
        if !is_known || is_waited_for {
            let action = NoticeAction::SaveCopy(id);
            self.notices.offer(NoticeKind::Problem, text, action);
        }
    }

    fn note_open_elsewhere(&mut self, id: ArticleId, by: String) {
        let Some(article) = self.article_by_id(id) else {
            return;
        };
        article.open_elsewhere = Some(by);
        article.open.set_read_only(true);
        // Nothing was done yet, or it was done on a copy that nobody keeps.
        article.open.take_steps();
        article.asked = article.generation();
        article.keep_trouble = None;
        self.dialog = Some(Dialog::Confirm(Question::OpenElsewhere(id)));
    }

    /// A person wants to work on an article though another window has it open.
    pub(in crate::app) fn open_anyway(&mut self, id: ArticleId) {
        self.open_for_work(id, true);
    }

    pub(in crate::app) fn open_for_work(&mut self, id: ArticleId, is_anyway: bool) {
        if let Some(article) = self.article_by_id(id) {
            article.open_elsewhere = None;
            article.is_anyway = is_anyway;
            article.open.set_read_only(false);
            let tasks = if article.is_kept() {
                vec![article.begin_journal()]
            } else {
                article.keep_again()
            };
            self.start_all(tasks);
        }
    }

    /// Writes what is due to the files, and tries again what the journals could not take.
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
        if article.keep_trouble.is_some() {
            let tasks = article.keep_again();
            self.start_all(tasks);
        }
        let Some(article) = self.article_by_id(id) else {
            return;
        };
        let file = article.saved_at.clone();
        let file = file.filter(|_| !article.is_file_refused && !article.is_saving);
        if let Some(path) = file.filter(|_| article.is_unsaved()) {
            let over = article.over();
            self.save_to(id, path, over);
        }
    }

    /// Asks once more for all that no file holds to be kept, unless it is.
    pub(in crate::app) fn keep_again(&mut self, id: ArticleId) {
        if let Some(article) = self.article_by_id(id)
            && !article.is_kept()
            && article.keep_trouble.is_some()
        {
            let tasks = article.keep_again();
            self.start_all(tasks);
        }
    }

    /// What was on its way may have been lost with the panic: it is asked for anew.
    fn note_panic(&mut self, words: &str) {
        self.stay();
        let mut tasks = Vec::new();
        for article in &mut self.articles {
            article.is_saving = false;
            if !article.is_kept() {
                tasks.extend(article.keep_again());
            }
        }
        self.start_all(tasks);
        let text = tr!("went-wrong-work-kept", words = words);
        self.notices.tell(NoticeKind::Problem, text);
    }
}

impl OpenArticle {
    /// Begins its journal, or goes on with it.
    pub(in crate::app) fn begin_journal(&self) -> JournalTask {
        JournalTask::Begin {
            article: self.id,
            open: Box::new(self.open.clone()),
            source: self.journal_source().cloned(),
            stamp: self.stamp.clone(),
            is_anyway: self.is_anyway,
        }
    }

    /// What was done since this was last asked; `None` if nothing was.
    fn keep(&mut self) -> Option<Kept> {
        let steps = self.open.take_steps();
        if self.asked == self.generation() {
            return None;
        }
        self.asked = self.generation();
        Some(Kept {
            article: self.id,
            generation: self.generation(),
            steps,
            caret: self.caret,
            focus: self.focus.clone(),
        })
    }

    /// Begins the journal anew with all there is.
    fn keep_again(&mut self) -> Vec<JournalTask> {
        // They are part of what the journal begins with.
        self.open.take_steps();
        self.asked = self.generation();
        vec![
            self.begin_journal(),
            JournalTask::Keep(Kept {
                article: self.id,
                generation: self.generation(),
                steps: Vec::new(),
                caret: self.caret,
                focus: self.focus.clone(),
            }),
        ]
    }
}
