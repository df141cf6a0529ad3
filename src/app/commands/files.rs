//! Files: opening, saving, closing, quitting, and what happens when that fails.

use std::path::PathBuf;

use crate::app::commands::{exchange, needs_article};
use crate::app::{
    Answer, ArticleId, Command, CommandId, Dialog, Event, FolderListing, FolderPurpose, Menu,
    NoticeKind, OpenArticle, Opened, Question, Request, SaveOver, SaveRequest, Session, Suggesting,
};
use copydesk_document::Metadata;

pub fn commands() -> Vec<Command> {
    let mut commands = vec![
        Command::new(CommandId::Open, "Open article…", |session, _| {
            session.requests.push(Request::PickFiles);
        })
        .help("Open text files, web pages, documents, annotated data or saved articles")
        .menu(Menu::File, 0)
        .keys(&["Ctrl+O"]),
        Command::new(CommandId::OpenFolder, "Open folder…", |session, _| {
            session.pick_folder(FolderPurpose::Open);
        })
        .help("Open every article in a folder and its subfolders")
        .menu(Menu::File, 0)
        .keys(&["Ctrl+Shift+O"]),
    ];
    commands.extend(listed_commands());
    commands.extend([
        Command::new(CommandId::Save, "Save", |session, _| session.save_active())
            .help("Save the article and its annotations")
            .menu(Menu::File, 3)
            .keys(&["Ctrl+S"])
            .ready(|session, id| {
                needs_article(session, id)?;
                let is_saving = session.article().is_some_and(OpenArticle::is_saving);
                (!is_saving).then_some(()).ok_or("Already saving")
            }),
        Command::new(CommandId::SaveAs, "Save as…", |session, _| {
            session.save_active_as();
        })
        .help("Save the article and its annotations under another name")
        .menu(Menu::File, 3)
        .keys(&["Ctrl+Shift+S"])
        .ready(needs_article),
    ]);
    commands.extend(exchange::commands());
    commands.extend([
        Command::new(CommandId::Close, "Close article", |session, _| {
            session.close_active();
        })
        .formerly("close the article")
        .help("Close the article")
        .menu(Menu::File, 5)
        .keys(&["Ctrl+W"])
        .ready(needs_article),
        Command::new(CommandId::Quit, "Quit", |session, _| session.quit())
            .help("Quit Copydesk")
            .menu(Menu::File, 5)
            .keys(&["Ctrl+Q"]),
    ]);
    commands
}

/// One command for each sample and recent file; those without one are hidden.
fn listed_commands() -> Vec<Command> {
    let mut commands = Vec::new();
    for index in 0..8 {
        let sample = Command::new(
            CommandId::OpenSample(index),
            format!("Open sample {}", index + 1),
            |session, id| {
                if let Some(name) = sample_of(session, id).map(|sample| sample.name) {
                    session.opening += 1;
                    session.requests.push(Request::OpenSample(name));
                }
            },
        )
        .help("Open a sample article")
        .menu(Menu::File, 1)
        .ready(|session, id| sample_of(session, id).map(|_| ()).ok_or("No such sample"))
        .title(|session, id| Some(format!("Open sample: {}", sample_of(session, id)?.title)));
        commands.push(sample);
    }
    for index in 0..9 {
        let recent = Command::new(
            CommandId::OpenRecent(index),
            format!("Open recent {}", index + 1),
            |session, id| {
                if let Some(path) = recent_of(session, id).cloned() {
                    session.open_paths(vec![path]);
                }
            },
        )
        .help("Open a recent file")
        .menu(Menu::File, 2)
        .ready(|session, id| {
            recent_of(session, id)
                .map(|_| ())
                .ok_or("No such recent file")
        })
        .title(|session, id| {
            let path = recent_of(session, id)?;
            Some(format!("Open {}", path.file_name()?.to_string_lossy()))
        });
        commands.push(recent);
    }
    commands
}

fn sample_of(session: &Session, id: CommandId) -> Option<&crate::app::Sample> {
    let CommandId::OpenSample(index) = id else {
        return None;
    };
    session.samples().get(usize::from(index))
}

fn recent_of(session: &Session, id: CommandId) -> Option<&PathBuf> {
    let CommandId::OpenRecent(index) = id else {
        return None;
    };
    session.preferences().recent.get(usize::from(index))
}

impl Session {
    pub(in crate::app) fn handle_files(&mut self, event: Event) {
        match event {
            Event::PathsChosen(paths) => self.ask_to_open(paths),
            Event::SavePathChosen { article, path } => {
                self.dialog = None;
                self.save_to(article, path, SaveOver::ArticleFile);
            }
            Event::NoFileDialog(purpose) => self.dialog = Some(Dialog::Path(purpose)),
            Event::FolderWanted(path) => self.requests.push(Request::ListFolder(path)),
            Event::FolderListed { path, mut entries } => {
                entries.sort_by(|(one, one_is_folder), (other, other_is_folder)| {
                    (other_is_folder, one).cmp(&(one_is_folder, other))
                });
                self.folder = FolderListing { path, entries };
            }
            Event::Opened(opened) => {
                self.take_in(*opened);
                self.note_opened();
            }
            Event::OpenFailed { path, message } => {
                self.forget_recent(&path);
                self.notices.tell(NoticeKind::Problem, message);
                self.note_opened();
            }
            Event::Saved {
                article,
                path,
                stamp,
                position,
            } => self.note_saved(article, path, stamp, position),
            Event::SaveFailed {
                article,
                message,
                changed_on_disk,
            } => {
                self.is_quitting = false;
                if let Some(article) = self.article_by_id(article) {
                    article.is_saving = false;
                }
                if changed_on_disk {
                    self.dialog = Some(Dialog::Confirm(Question::ChangedOnDisk(article)));
                } else {
                    self.notices.tell(NoticeKind::Problem, message);
                }
            }
            Event::Idle => self.keep_work(),
            Event::Answered(answer) => self.take_answer(answer),
            Event::CloseRequested => self.quit(),
            _ => {}
        }
    }

    fn ask_to_open(&mut self, paths: Vec<PathBuf>) {
        self.dialog = None;
        let mut new_paths = Vec::new();
        for path in paths {
            let known = self.articles.iter().find(|article| {
                article.saved_at.as_ref() == Some(&path) || article.path.as_ref() == Some(&path)
            });
            match known.map(|article| article.id) {
                Some(id) => self.activate(id),
                None => new_paths.push(path),
            }
        }
        if !new_paths.is_empty() {
            self.opening += new_paths.len();
            self.requests.push(Request::Open(new_paths));
        }
    }

    /// One file less is being read.
    pub(in crate::app) fn note_opened(&mut self) {
        self.opening = self.opening.saturating_sub(1);
        if self.opening == 0 {
            self.survey_waiting();
        }
    }

    /// Adds an article and shows it.
    pub(in crate::app) fn take_in(&mut self, opened: Opened) {
        if let Some(path) = opened.saved_at.as_ref().or(opened.path.as_ref()) {
            let mut preferences = self.preferences.clone();
            preferences.add_recent(path);
            self.set_preferences(preferences);
        }
        for warning in &opened.warnings {
            self.notices.tell(NoticeKind::Problem, warning.clone());
        }
        if opened.is_recovered {
            let text = "Unsaved work on this article was recovered";
            self.notices.tell(NoticeKind::Info, text);
        }
        self.next_article += 1;
        let id = ArticleId(self.next_article);
        let is_recovered = opened.is_recovered;
        let mut article = OpenArticle::new(id, opened);
        if is_recovered {
            article.open.mark_unsaved();
        }
        self.articles.push(article);
        self.active = self.articles.len() - 1;
        self.ask_for_suggestions(id);
        self.reveal_caret();
    }

    fn forget_recent(&mut self, path: &std::path::Path) {
        if self.preferences.recent.iter().any(|known| known == path) {
            let mut preferences = self.preferences.clone();
            preferences.recent.retain(|known| known != path);
            self.set_preferences(preferences);
        }
    }

    fn save_active(&mut self) {
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

    fn save_active_as(&mut self) {
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
        let folder = article
            .saved_at
            .as_ref()
            .or(article.path.as_ref())
            .and_then(|path| path.parent());
        Some(
            folder
                .map_or_else(PathBuf::new, PathBuf::from)
                .join(article.suggested_name()),
        )
    }

    fn save_to(&mut self, id: ArticleId, path: PathBuf, over: SaveOver) {
        let Some(article) = self.article_by_id(id) else {
            return;
        };
        article.is_saving = true;
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
        let draft_path = article.path.clone();
        article.is_saving = false;
        article.open.mark_saved(position);
        article.saved_at = Some(path);
        article.stamp = Some(stamp);
        if !article.is_unsaved() {
            article.kept_generation = article.generation();
        }
        let document = Box::new(article.document().clone());
        self.requests.push(Request::DropDraft {
            document,
            path: draft_path,
        });
        if self.is_quitting {
            self.quit();
        }
    }

    /// Writes unsaved work to its file, or to a draft where it has none yet.
    fn keep_work(&mut self) {
        let mut saves = Vec::new();
        for article in &mut self.articles {
            let is_kept = article.kept_generation == article.generation();
            if is_kept || article.is_saving || !article.is_unsaved() {
                continue;
            }
            article.kept_generation = article.generation();
            match article.saved_at.clone() {
                Some(path) => saves.push((article.id, path, article.over())),
                None => self.requests.push(Request::SaveDraft {
                    article: article.id,
                    document: Box::new(article.document().clone()),
                    path: article.path.clone(),
                }),
            }
        }
        for (id, path, over) in saves {
            self.save_to(id, path, over);
        }
    }

    fn close_active(&mut self) {
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

    fn close(&mut self, id: ArticleId) {
        let Some(index) = self.articles.iter().position(|article| article.id == id) else {
            return;
        };
        let article = self.articles.remove(index);
        if let Suggesting::Working { ticket, .. } = article.suggesting {
            self.requests.push(Request::CancelSuggest { ticket });
        }
        if self.active >= index {
            self.active = self.active.saturating_sub(usize::from(
                self.active > index || self.active == self.articles.len(),
            ));
        }
    }

    fn quit(&mut self) {
        let unsaved = self
            .articles
            .iter()
            .filter(|article| article.is_unsaved())
            .count();
        if unsaved == 0 {
            self.requests.push(Request::Quit);
        } else if !self.is_quitting {
            self.dialog = Some(Dialog::Confirm(Question::Quit { unsaved }));
        } else {
            self.save_next();
        }
    }

    /// Saves the first unsaved article; when that is done, quitting goes on.
    fn save_next(&mut self) {
        if let Some(index) = self.articles.iter().position(OpenArticle::is_unsaved) {
            self.active = index;
            self.save_active();
        }
    }

    fn take_answer(&mut self, answer: Answer) {
        let Some(Dialog::Confirm(question)) = self.dialog.take() else {
            return;
        };
        match (question, answer) {
            (_, Answer::Cancel) => self.is_quitting = false,
            (Question::Close(id), Answer::Save) => {
                self.activate(id);
                self.save_active();
            }
            (Question::Close(id), Answer::Keep) => {
                self.keep_work();
                self.close(id);
            }
            (Question::Close(id), _) => {
                self.drop_draft(id);
                self.close(id);
            }
            (Question::Quit { .. }, Answer::Save) => {
                self.is_quitting = true;
                self.save_next();
            }
            (Question::Quit { .. }, Answer::Keep) => {
                self.keep_work();
                self.requests.push(Request::Quit);
            }
            (Question::Quit { .. }, _) => {
                for id in self
                    .articles
                    .iter()
                    .map(|article| article.id)
                    .collect::<Vec<_>>()
                {
                    self.drop_draft(id);
                }
                self.requests.push(Request::Quit);
            }
            (Question::ChangedOnDisk(id), Answer::Overwrite) => self.overwrite(id),
            (Question::ChangedOnDisk(id), Answer::Save) => {
                self.activate(id);
                self.save_active_as();
            }
            (Question::ReplaceDataSet(path), Answer::Overwrite) => self.export_to(path, true),
            (Question::ChangedOnDisk(_) | Question::ReplaceDataSet(_), _) => {}
        }
    }

    fn overwrite(&mut self, id: ArticleId) {
        let path = self
            .article_by_id(id)
            .and_then(|article| article.saved_at.clone());
        if let Some(path) = path {
            self.save_to(id, path, SaveOver::Anything);
        }
    }

    fn drop_draft(&mut self, id: ArticleId) {
        let Some(article) = self.article_by_id(id) else {
            return;
        };
        let document = Box::new(article.document().clone());
        let path = article.path.clone();
        self.requests.push(Request::DropDraft { document, path });
    }
}

impl OpenArticle {
    fn suggested_name(&self) -> String {
        format!("{}.ron", self.stem())
    }

    /// A name for files of this article, without an extension.
    pub(in crate::app) fn stem(&self) -> String {
        let Metadata { id, source, .. } = self.document().metadata();
        // One article of a collection goes by its own name.
        let stem = if self.path.is_none() && self.saved_at.is_none() && !id.is_empty() {
            let is_plain = |c: char| c.is_alphanumeric() || "-_.".contains(c);
            id.chars()
                .take(MOST_STEM)
                .map(|c| if is_plain(c) { c } else { '-' })
                .collect()
        } else {
            let stem = std::path::Path::new(source).file_stem();
            stem.unwrap_or_default().to_string_lossy().into_owned()
        };
        if stem.trim_matches('.').is_empty() {
            "article".to_owned()
        } else {
            stem
        }
    }

    /// What saving to the known file may write over.
    fn over(&self) -> SaveOver {
        self.stamp
            .clone()
            .map_or(SaveOver::ArticleFile, SaveOver::Known)
    }
}

/// In characters; every system takes a name this long with its extension.
const MOST_STEM: usize = 60;
