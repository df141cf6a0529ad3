//! Files: what is done with them by command, and what is opened.

use std::path::PathBuf;

use crate::app::commands::{exchange, keeping, needs_article, project_settings, versions};
use crate::app::{
    ArticleId, Command, CommandId, Dialog, Event, FolderListing, FolderPurpose, Menu,
    NaturalPathKey, NoticeKind, OpenArticle, Opened, PathPurpose, Recent, Sample, SaveOver,
    Session, Task, WindowRequest, is_sample,
};
use copydesk_document::Metadata;
use copydesk_i18n::tr;

pub fn commands() -> Vec<Command> {
    let mut commands = vec![
        Command::new(CommandId::Open, tr!("cmd-open-article"), |session, _| {
            session.ask(WindowRequest::PickFiles);
        })
        .help(tr!("cmd-open-article-help"))
        .menu(Menu::File, 0)
        .keys(&["Ctrl+O"]),
        Command::new(
            CommandId::OpenFolder,
            tr!("cmd-open-folder"),
            |session, _| {
                session.pick_folder(FolderPurpose::Open);
            },
        )
        .help(tr!("cmd-open-folder-help"))
        .menu(Menu::File, 0)
        .keys(&["Ctrl+Shift+O"]),
        project_settings::command(),
    ];
    commands.extend(listed_commands());
    commands.extend([
        Command::new(CommandId::Save, tr!("cmd-save"), |session, _| {
            session.save_active();
        })
        .help(tr!("cmd-save-help"))
        .menu(Menu::File, 3)
        .keys(&["Ctrl+S"])
        .edits()
        .ready(|session, id| {
            needs_article(session, id)?;
            let is_saving = session.article().is_some_and(OpenArticle::is_saving);
            (!is_saving)
                .then_some(())
                .ok_or_else(|| tr!("cmd-save-why-not"))
        }),
        Command::new(CommandId::SaveAs, tr!("cmd-save-as"), |session, _| {
            session.save_active_as();
        })
        .help(tr!("cmd-save-as-help"))
        .menu(Menu::File, 3)
        .keys(&["Ctrl+Shift+S"])
        .ready(needs_article),
        Command::new(CommandId::SaveAll, tr!("cmd-save-all"), |session, _| {
            session.save_all();
        })
        .help(tr!("cmd-save-all-help"))
        .menu(Menu::File, 3)
        .keys(&["Ctrl+Alt+S"])
        .ready(|session, id| {
            needs_article(session, id)?;
            let mut articles = session.articles().iter();
            let has_any = articles.any(|it| it.is_unsaved() && !it.is_saving());
            has_any
                .then_some(())
                .ok_or_else(|| tr!("cmd-save-all-why-not"))
        }),
        versions::command(),
        keeping::command(),
    ]);
    commands.extend(exchange::commands());
    commands.extend([
        Command::new(CommandId::Close, tr!("cmd-close-article"), |session, _| {
            session.close_active();
        })
        .formerly("close the article")
        .help(tr!("cmd-close-article-help"))
        .menu(Menu::File, 5)
        .keys(&["Ctrl+W"])
        .ready(needs_article),
        Command::new(CommandId::Quit, tr!("cmd-quit"), |session, _| {
            session.quit();
        })
        .help(tr!("cmd-quit-help"))
        .menu(Menu::File, 6)
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
            tr!("cmd-open-sample", number = index + 1),
            |session, id| {
                if let Some(sample) = sample_of(session, id).copied() {
                    session.open_sample(sample);
                }
            },
        )
        .help(tr!("cmd-open-sample-help"))
        .menu(Menu::File, 1)
        .ready(|session, id| {
            sample_of(session, id)
                .map(|_| ())
                .ok_or_else(|| tr!("cmd-open-sample-why-not"))
        })
        .title(|session, id| {
            let title = sample_of(session, id)?.title;
            Some(tr!("cmd-open-sample-titled", title = title))
        });
        commands.push(sample);
    }
    for index in 0..9 {
        let recent = Command::new(
            CommandId::OpenRecent(index),
            tr!("cmd-open-recent", number = index + 1),
            |session, id| {
                if let Some(recent) = recent_of(session, id).cloned() {
                    session.open_paths(vec![recent.path]);
                }
            },
        )
        .help(tr!("cmd-open-recent-help"))
        .menu(Menu::File, 2)
        .ready(|session, id| {
            recent_of(session, id)
                .map(|_| ())
                .ok_or_else(|| tr!("cmd-open-recent-why-not"))
        })
        .title(|session, id| {
            let name = recent_of(session, id)?.name();
            Some(tr!("cmd-open-recent-named", name = name))
        });
        commands.push(recent);
    }
    commands
}

impl Session {
    /// Shows the sample, which is read unless it is open already.
    pub(in crate::app) fn open_sample(&mut self, sample: Sample) {
        let mut open = self.articles.iter();
        if let Some(article) = open.find(|article| is_sample(article, sample)) {
            let id = article.id;
            self.activate(id);
        } else {
            self.opening += 1;
            self.start(Task::OpenSample(sample.name));
        }
    }
}

fn sample_of(session: &Session, id: CommandId) -> Option<&crate::app::Sample> {
    let CommandId::OpenSample(index) = id else {
        return None;
    };
    session.samples().get(usize::from(index))
}

fn recent_of(session: &Session, id: CommandId) -> Option<&Recent> {
    let CommandId::OpenRecent(index) = id else {
        return None;
    };
    session.preferences().recent.get(usize::from(index))
}

impl Session {
    pub(in crate::app) fn handle_files(&mut self, event: Event) {
        match event {
            Event::PathsChosen(mut paths) => {
                paths.sort_by_cached_key(|path| NaturalPathKey::of(path));
                self.open_together(paths, None);
            }
            Event::PathsNamed(paths) => self.open_together(paths, None),
            // Whoever did not choose a name does not want to quit without saving.
            Event::DialogCancelled(PathPurpose::Save(_)) => self.stay(),
            Event::NoFileDialog(purpose) => self.dialog = Some(Dialog::Path(purpose)),
            Event::FolderWanted(path) => self.start(Task::ListFolder(path)),
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
            Event::Recovered { opened, problems } => self.note_recovered(opened, problems),
            Event::OpenFailed { path, message } => {
                let text = self.gone_folder(&path).unwrap_or(message);
                self.forget_recent(&path);
                self.miss_tour(&path);
                self.note_unreadable(&path, &text);
                self.tell_unreadable(&path, text);
                self.note_opened();
                if self.shows_nothing() {
                    self.show_first();
                }
            }
            Event::Answered(answer) => self.take_answer(answer),
            Event::CloseRequested => self.quit(),
            Event::MustEnd => self.end_now(),
            _ => {}
        }
    }

    /// Reads these files; `shown` is shown if it is among them, or else the first.
    pub(in crate::app) fn open_together(&mut self, paths: Vec<PathBuf>, shown: Option<PathBuf>) {
        self.dialog = None;
        let mut new_paths = Vec::new();
        let mut known_paths = Vec::new();
        for path in &paths {
            // Beside a text its article file may lie, which is opened instead.
            let beside = path.with_extension("ron");
            let known = self.articles.iter().find(|article| {
                article
                    .saved_at
                    .as_ref()
                    .is_some_and(|at| at == path || *at == beside)
                    || article.path.as_ref() == Some(path)
            });
            match known.map(|article| article.id) {
                Some(id) => known_paths.push((path.clone(), id)),
                None => new_paths.push(path.clone()),
            }
        }
        if self.opening == 0 || !new_paths.is_empty() {
            self.opening_paths = paths;
            self.shown_path = None;
            self.shown_last = shown;
        }
        self.opening += new_paths.len();
        // Of those that are open already one is shown at once, until a better one is read.
        for (path, id) in known_paths {
            if self.is_shown_next(Some(path)) {
                self.activate(id);
            }
        }
        for path in new_paths {
            self.start(Task::Open(path));
        }
    }

    /// Whatever still comes does not take the person away from what is shown.
    pub(in crate::app) fn stay_here(&mut self) {
        self.shown_path = self
            .opening_paths
            .iter()
            .min_by_key(|path| self.rank(path))
            .cloned();
    }

    /// One file less is being read.
    pub(in crate::app) fn note_opened(&mut self) {
        self.opening = self.opening.saturating_sub(1);
        if self.opening == 0 {
            self.offer_comparison();
            self.survey_waiting();
        }
    }

    /// Nothing is shown, and nothing is being read that could be.
    pub(in crate::app) fn shows_nothing(&self) -> bool {
        self.opening == 0 && self.articles.is_empty()
    }

    /// Adds an article that was opened, and tells what is to be known of it.
    pub(in crate::app) fn take_in(&mut self, opened: Opened) {
        let path = opened.saved_at.as_ref().or(opened.path.as_ref());
        // What was open last time is opened again by itself: that is no reason to list it first.
        let is_again = path.is_some_and(|path| self.preferences.open.contains(path));
        if let Some(path) = path.filter(|_| !is_again) {
            self.prefer(|preferences| preferences.add_recent(path));
        }
        self.tell_of(&opened);
        if opened.is_recovered {
            let text = tr!("article-recovered");
            self.notices.tell(NoticeKind::Info, text);
        }
        self.add(opened);
    }

    /// Adds an article and shows it.
    pub(in crate::app) fn add(&mut self, opened: Opened) {
        self.next_article += 1;
        let id = ArticleId(self.next_article);
        let asked_as = opened.path.clone();
        let mut article = OpenArticle::new(id, opened);
        article.open.set_annotator(self.annotator());
        let begin = article.begin_journal();
        let is_file = article.source().is_some();
        let at = self.place_in_list(asked_as.as_ref());
        self.articles.insert(at, article);
        if !is_file {
            self.note_greeting(id);
            self.begin_tour(id);
        }
        self.learn_from_opened(id);
        self.start(Task::Journal(begin));
        if self.is_shown_next(asked_as) {
            self.active = at;
            self.note_shown();
        } else if self.active >= at {
            self.active += 1;
        }
        self.ask_for_suggestions(id);
        self.reveal_caret();
        self.arrive(id);
    }

    /// Saves to the files that there are, and beside the texts; asks where else to for one article.
    fn save_all(&mut self) {
        let is_due = |article: &&OpenArticle| {
            article.is_unsaved() && !article.is_saving() && article.open_elsewhere().is_none()
        };
        let due = self.articles.iter().filter(is_due);
        let (placed, loose): (Vec<_>, Vec<_>) = due
            .map(|article| (article.id, article.place()))
            .partition(|(_, place)| place.is_some());
        for (id, place) in placed {
            if let Some((path, over)) = place {
                self.save_to(id, path, over);
            }
        }
        if let Some((id, _)) = loose.first() {
            self.activate(*id);
            self.save_active_as();
        }
        if loose.len() > 1 {
            let text = tr!("save-all-no-file", count = loose.len());
            self.notices.tell(NoticeKind::Info, text);
        }
    }

    /// Whether an article from `path` is shown: of several that were asked for together, the one that was
    /// shown at the end of the last run, or else the first.
    fn is_shown_next(&mut self, path: Option<PathBuf>) -> bool {
        let now = path.as_ref().and_then(|path| self.rank(path));
        let shown = self.shown_path.as_ref();
        let before = shown.and_then(|path| self.rank(path));
        let is_shown = match (now, before) {
            (Some(now), Some(before)) => now < before,
            _ => true,
        };
        if is_shown {
            self.shown_path = path;
        }
        is_shown
    }

    /// Of paths that were asked for together, the lowest is shown.
    fn rank(&self, path: &PathBuf) -> Option<(bool, usize)> {
        let is_other = self.shown_last.as_ref() != Some(path);
        Some((is_other, self.place_asked(path)?))
    }

    /// Where a path stands among those that were asked for together.
    fn place_asked(&self, path: &PathBuf) -> Option<usize> {
        let mut paths = self.opening_paths.iter();
        paths.position(|asked| asked == path || asked.with_extension("ron") == *path)
    }

    /// Where an article from `path` is listed: at the end, but in the order that was asked for,
    /// whichever is read first.
    fn place_in_list(&self, path: Option<&PathBuf>) -> usize {
        let end = self.articles.len();
        let Some(now) = path.and_then(|path| self.place_asked(path)) else {
            return end;
        };
        let is_later = |article: &OpenArticle| {
            let path = article.path.as_ref();
            path.and_then(|path| self.place_asked(path)) > Some(now)
        };
        self.articles.iter().position(is_later).unwrap_or(end)
    }

    /// What is said where a folder was once and now is none; any folder that is there can be opened.
    fn gone_folder(&self, path: &std::path::Path) -> Option<String> {
        let mut recent = self.preferences.recent.iter();
        let is_folder = recent.any(|recent| recent.is_folder && recent.path == path);
        is_folder.then(|| tr!("folder-gone", path = path.display().to_string()))
    }

    pub(in crate::app) fn forget_recent(&mut self, path: &std::path::Path) {
        self.prefer(|preferences| preferences.forget_recent(path));
    }
}

impl OpenArticle {
    /// Where it is saved without a question, and over what.
    pub(in crate::app) fn place(&self) -> Option<(PathBuf, SaveOver)> {
        match (&self.saved_at, self.unsaved_source()) {
            (Some(path), _) => Some((path.clone(), self.over())),
            (None, Some(source)) => Some((source.with_extension("ron"), SaveOver::Nothing)),
            (None, None) => None,
        }
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
}

/// In characters; every system takes a name this long with its extension.
const MOST_STEM: usize = 60;
