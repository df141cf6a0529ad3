//! What follows from decisions: the next suggestions, in this article and in the others.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::app::{
    ArticleId, Command, CommandId, Menu, NoticeAction, NoticeKind, OpenArticle, Preferences,
    Session, Task,
};
use copydesk_document::{Edit, Memory, Proposals, Suggestion, Touched, WordIndex};
use copydesk_i18n::tr;

/// What was decided in all articles that are, or were, open.
#[derive(Debug, Default)]
pub struct Learning {
    memory: Memory,
    /// In which folder each article lies, by the fingerprint of its text.
    folders: BTreeMap<String, PathBuf>,
    /// The folders whose memory was asked for.
    asked: Vec<PathBuf>,
    /// What was last forgotten.
    forgotten: Option<Memory>,
}

/// What an article has to do with learning.
#[derive(Debug, Default)]
pub struct Lessons {
    /// What the suggesters said, before anything was learned.
    pub(super) proposed: Proposals,
    /// Where the words of the text stand; made when it is first needed.
    index: OnceCell<WordIndex>,
    /// What was decided and is to be learned.
    decided: Vec<Edit>,
    /// More was learned since the suggestions were adjusted.
    is_behind: bool,
    /// The suggestions are not those of the suggesters.
    is_adjusted: bool,
}

impl Lessons {
    pub fn note(&mut self, touched: &Touched) {
        self.decided.extend_from_slice(touched.edits());
    }
}

pub fn commands() -> Vec<Command> {
    vec![
        Command::new(CommandId::Learns, tr!("cmd-learn"), |session, _| {
            session.prefer(|preferences| preferences.learns = !preferences.learns);
            session.adjust_all();
        })
        .help(tr!("cmd-learn-help"))
        .menu(Menu::Review, 4)
        .switches(|session, _| session.preferences().learns),
        Command::new(CommandId::Blind, tr!("cmd-blind"), |session, _| {
            session.prefer(|preferences| preferences.is_blind = !preferences.is_blind);
            session.adjust_all();
        })
        .help(tr!("cmd-blind-help"))
        .menu(Menu::Review, 4)
        .switches(|session, _| session.preferences().is_blind),
        Command::new(CommandId::Forget, tr!("cmd-forget"), |session, _| {
            session.forget();
        })
        .help(tr!("cmd-forget-help"))
        .menu(Menu::Review, 4)
        .ready(|session, _| {
            let is_empty = session.learning.memory.is_empty();
            if is_empty {
                Err(tr!("cmd-forget-why-not"))
            } else {
                Ok(())
            }
        }),
        Command::new(CommandId::Recall, tr!("cmd-recall"), |session, _| {
            session.recall();
        })
        .help(tr!("cmd-recall-help"))
        .menu(Menu::Review, 4)
        .ready(|session, _| {
            let forgotten = session.learning.forgotten.as_ref();
            forgotten.map(|_| ()).ok_or(tr!("cmd-recall-why-not"))
        }),
    ]
}

impl Session {
    /// What is to change the suggestions for articles that are not open.
    pub(in crate::app) fn learned(&self) -> Option<Arc<Memory>> {
        let is_wanted = self.preferences.learns && !self.learning.memory.is_empty();
        is_wanted.then(|| Arc::new(self.learning.memory.clone()))
    }

    /// What was decided in all articles.
    pub fn memory(&self) -> &Memory {
        &self.learning.memory
    }

    /// An article has come: what it holds was decided, and what lies beside it may be known.
    pub(in crate::app) fn learn_from_opened(&mut self, id: ArticleId) {
        let Some(article) = self.articles.iter().find(|article| article.id == id) else {
            return;
        };
        self.learning.memory.note(article.document());
        let (Some(folder), own) = (self.memory_folder(article), article.folder()) else {
            return;
        };
        let fingerprint = article.text().fingerprint().as_str().to_owned();
        self.learning.folders.insert(fingerprint, folder.clone());
        self.ask_for_memory(folder);
        // What was decided there before the folder became part of a project is not lost.
        if let Some(own) = own {
            self.ask_for_memory(own);
        }
    }

    fn ask_for_memory(&mut self, folder: PathBuf) {
        if !self.learning.asked.contains(&folder) {
            self.learning.asked.push(folder.clone());
            self.start(Task::ReadMemory(folder));
        }
    }

    /// A folder is a project: what is decided in its articles is kept there.
    pub(in crate::app) fn move_memory_to(&mut self, root: &Path) {
        let mut has_any = false;
        for folder in self.learning.folders.values_mut() {
            let project = self.known_projects.of(folder);
            if project.is_some_and(|project| project.root == root) {
                has_any = true;
                root.clone_into(folder);
            }
        }
        if has_any {
            self.ask_for_memory(root.to_owned());
        }
    }

    /// An article is closed: what was discarded was not decided.
    pub(in crate::app) fn learn_from_closed(&mut self, article: &OpenArticle) {
        if article.is_unsaved()
            && let Some(saved) = article.open.saved_document()
        {
            self.learning.memory.note(&saved);
        }
    }

    /// What a folder's memory knows of articles that are not open.
    pub(in crate::app) fn take_memory(&mut self, folder: &Path, read: Result<Memory, String>) {
        let memory = match read {
            Ok(memory) => memory,
            Err(message) => {
                self.notices.tell(NoticeKind::Warning, message);
                return;
            }
        };
        let project = self.known_projects.of(folder);
        let home = project.map_or(folder, |project| &project.root).to_owned();
        for (article, decisions) in memory.articles() {
            let mut open = self.articles.iter();
            let is_open = open.any(|open| open.text().fingerprint().as_str() == article);
            // The project's own memory is newer than what a folder in it had before.
            let is_older = home != folder && self.learning.folders.contains_key(article);
            if !is_open && !is_older {
                self.learning
                    .folders
                    .insert(article.to_owned(), home.clone());
                self.learning.memory.set(article, decisions.clone());
            }
        }
        self.adjust_all();
    }

    /// An article was saved: what was decided in its folder is kept beside it.
    pub(in crate::app) fn keep_memory(&mut self, id: ArticleId) {
        let Some(article) = self.articles.iter().find(|article| article.id == id) else {
            return;
        };
        let folder = self.memory_folder(article);
        let Some(folder) = folder.filter(|_| self.preferences.learns) else {
            return;
        };
        let fingerprint = article.text().fingerprint().as_str().to_owned();
        self.learning.folders.insert(fingerprint, folder.clone());
        self.write_memory(folder);
    }

    fn write_memory(&mut self, folder: PathBuf) {
        let mut memory = Memory::default();
        for (article, decisions) in self.learning.memory.articles() {
            if self.learning.folders.get(article) == Some(&folder) {
                memory.set(article, decisions.clone());
            }
        }
        self.start(Task::WriteMemory { folder, memory });
    }

    /// Learns what was decided since this was last called.
    pub(in crate::app) fn learn(&mut self) {
        let mut is_decided = false;
        for article in &mut self.articles {
            for edit in std::mem::take(&mut article.lessons.decided) {
                let document = article.open.document();
                let memory = &mut self.learning.memory;
                is_decided |= memory.follow(document.text(), document.schema(), &edit);
            }
        }
        if is_decided {
            for article in &mut self.articles {
                article.lessons.is_behind = true;
            }
            self.adjust_shown();
        }
    }

    /// The suggesters have spoken.
    pub(in crate::app) fn take_proposed(&mut self, id: ArticleId, proposed: Vec<Suggestion>) {
        let shown = Shown::of(&self.preferences, &self.learning);
        let mut articles = self.articles.iter_mut();
        if let Some(article) = articles.find(|article| article.id == id) {
            article.lessons.proposed.suggestions = proposed;
            article.lessons.is_behind = false;
            // Until they are adjusted, the suggestions are not even those that were proposed.
            article.lessons.is_adjusted = true;
            article.adjust(&shown);
        }
    }

    /// Brings the suggestions of the shown article up to what was decided. Others follow when they are
    /// shown.
    pub(in crate::app) fn adjust_shown(&mut self) {
        self.adjust(self.active);
    }

    /// Brings the suggestions of all open articles up to what was decided.
    pub(in crate::app) fn adjust_all(&mut self) {
        for index in 0..self.articles.len() {
            self.articles[index].lessons.is_behind = true;
            self.adjust(index);
        }
    }

    fn adjust(&mut self, index: usize) {
        let shown = Shown::of(&self.preferences, &self.learning);
        let Some(article) = self.articles.get_mut(index) else {
            return;
        };
        if !std::mem::take(&mut article.lessons.is_behind) {
            return;
        }
        let had_focus = article.focus.is_some();
        article.adjust(&shown);
        if !had_focus || article.focus.is_some() {
            return;
        }
        // The suggestion that was next has gone: another one is.
        match article.first_open(article.caret, |_| true) {
            Some(target) if index == self.active => self.focus_on(target),
            next => article.focus = next,
        }
    }

    fn forget(&mut self) {
        let memory = std::mem::take(&mut self.learning.memory);
        let text = tr!("cmd-forgotten", count = memory.len());
        self.learning.forgotten = Some(memory);
        self.after_memory_changed();
        let action = NoticeAction::Run(CommandId::Recall);
        self.notices.offer(NoticeKind::Info, text, action);
    }

    fn recall(&mut self) {
        if let Some(forgotten) = self.learning.forgotten.take() {
            self.learning.memory.merge(&forgotten);
            self.after_memory_changed();
            self.notices.tell(NoticeKind::Info, tr!("cmd-recalled"));
        }
    }

    fn after_memory_changed(&mut self) {
        self.adjust_all();
        let saved = self
            .articles
            .iter()
            .filter(|article| article.saved_at().is_some());
        let mut folders: Vec<PathBuf> = saved.filter_map(|it| self.memory_folder(it)).collect();
        folders.dedup();
        for folder in folders {
            self.write_memory(folder);
        }
    }
}

/// Adjusting more suggestions than these at each decision would be felt.
const MOST_ADJUSTED: usize = 10_000;

/// What is shown of the suggestions.
enum Shown<'a> {
    None,
    AsProposed,
    /// As they are after what was decided.
    Learned(&'a Memory),
}

impl<'a> Shown<'a> {
    fn of(preferences: &Preferences, learning: &'a Learning) -> Self {
        match preferences {
            Preferences { is_blind: true, .. } => Self::None,
            Preferences { learns: false, .. } => Self::AsProposed,
            _ if learning.memory.is_empty() => Self::AsProposed,
            _ => Self::Learned(&learning.memory),
        }
    }
}

impl OpenArticle {
    /// Follows what was decided and what is to be shown.
    fn adjust(&mut self, shown: &Shown<'_>) {
        // What people have made of it is shown as it is.
        if self.comparing.is_some() {
            return;
        }
        let proposed = &self.lessons.proposed;
        let is_long = proposed.suggestions.len() > MOST_ADJUSTED;
        let is_as_proposed = match shown {
            Shown::None => false,
            Shown::AsProposed => true,
            Shown::Learned(_) => is_long,
        };
        let was_adjusted = std::mem::replace(&mut self.lessons.is_adjusted, !is_as_proposed);
        let adjusted = match shown {
            _ if is_as_proposed && !was_adjusted => return,
            Shown::None => Proposals::default(),
            Shown::Learned(memory) if !is_long => {
                let document = self.open.document();
                let index = &self.lessons.index;
                let index = index.get_or_init(|| WordIndex::of(document.text()));
                memory.adjusted(document, index, proposed)
            }
            Shown::AsProposed | Shown::Learned(_) => proposed.clone(),
        };
        self.candidates = adjusted.candidates;
        if adjusted.suggestions != self.suggestions {
            self.follow(adjusted.suggestions);
        }
    }
}
