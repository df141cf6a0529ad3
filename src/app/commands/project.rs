//! A folder of articles: opened as a list, its articles opened one by one and closed again by themselves.

use std::path::PathBuf;

use crate::app::project::{Outlook, Project};
use crate::app::{
    About, ArticleFilter, ArticleId, ArticleOrder, Command, CommandId, FolderArticle, FolderListed,
    FolderTask, Menu, NextDeeds, NoticeAction, NoticeKind, OpenArticle, ProjectEvent, Session,
    Suggesting, Task, WindowRequest,
};
use copydesk_i18n::tr;

/// So many articles of the folder stay open after they were looked at.
const MOST_SPARE: usize = 8;

/// The facts of so many articles are read at a time …
const READ_AT_ONCE: usize = 500;
/// … and the suggestions for so many.
const ASSESSED_AT_ONCE: usize = 8;

/// A folder with no more bytes of text is read by the suggesters at once; for others a person decides.
const ASSESSED_UNASKED: usize = 300_000;

/// The suggesters read the articles of the folder that are not open.
#[derive(Clone, Debug)]
pub struct Assessing {
    ticket: u64,
    left: Vec<usize>,
    all: usize,
}

impl Assessing {
    /// From 0 to 1.
    pub fn done(&self) -> f32 {
        (self.all - self.left.len()) as f32 / self.all.max(1) as f32
    }
}

pub fn commands() -> Vec<Command> {
    vec![
        Command::new(
            CommandId::CloseFolder,
            tr!("cmd-close-folder"),
            |session, _| {
                session.close_folder();
            },
        )
        .help(tr!("cmd-close-folder-help"))
        .menu(Menu::File, 5)
        .ready(|session, _| {
            let has_folder = session.project.is_some();
            has_folder
                .then_some(())
                .ok_or_else(|| tr!("no-folder-open"))
        }),
        Command::new(
            CommandId::ImportDataFiles,
            tr!("cmd-import-data-files"),
            |session, _| session.import_data_files(),
        )
        .help(tr!("cmd-import-data-files-help"))
        .menu(Menu::File, 4)
        .ready(|session, _| match &session.project {
            None => Err(tr!("no-folder-open")),
            Some(project) if project.data_files().is_empty() => {
                Err(tr!("cmd-import-data-files-why-not"))
            }
            Some(_) => session.needs_no_work(),
        }),
        Command::new(
            CommandId::AssessFolder,
            tr!("cmd-assess-folder"),
            |session, _| session.assess(),
        )
        .help(tr!("cmd-assess-folder-help"))
        .menu(Menu::Review, 4)
        .ready(|session, _| {
            if session.project.is_none() {
                Err(tr!("no-folder-open"))
            } else if session.assessing.is_some() {
                Err(tr!("cmd-assess-folder-running"))
            } else if session.unassessed().is_empty() {
                Err(tr!("cmd-assess-folder-why-not"))
            } else {
                Ok(())
            }
        }),
        Command::new(
            CommandId::StopAssessing,
            tr!("cmd-stop-assessing"),
            |session, _| session.stop_assessing(),
        )
        .help(tr!("cmd-stop-assessing-help"))
        .ready(|session, _| {
            let is_assessing = session.assessing.is_some();
            is_assessing
                .then_some(())
                .ok_or_else(|| tr!("cmd-stop-assessing-why-not"))
        }),
    ]
}

impl Session {
    /// The opened folder.
    pub fn project(&self) -> Option<&Project> {
        self.project.as_ref()
    }

    /// While the suggesters read the folder.
    pub fn assessing(&self) -> Option<&Assessing> {
        self.assessing.as_ref()
    }

    pub(in crate::app) fn handle_project(&mut self, event: ProjectEvent) {
        match event {
            ProjectEvent::Opened(listed) => self.open_folder(*listed),
            ProjectEvent::LookedAgain(listed) => self.follow_folder(*listed),
            ProjectEvent::LookAgain => {
                if let Some(project) = &self.project {
                    let root = project.root().to_owned();
                    self.start(Task::Folder(FolderTask::LookAgain(root)));
                }
            }
            ProjectEvent::Peeked(facts) => {
                for (path, facts) in facts {
                    let project = self.project.as_mut();
                    if let Some(listed) = project.and_then(|project| project.at_mut(&path)) {
                        listed.facts = Some(facts);
                    }
                }
                self.peek();
            }
            ProjectEvent::Assessed { ticket, outlooks } => self.take_outlooks(ticket, outlooks),
            ProjectEvent::Placed { ticket, places } => self.take_places(ticket, places),
            ProjectEvent::DeedDone { ticket, outcome } => self.take_deed(ticket, outcome),
            ProjectEvent::Chosen(row) => {
                self.stay_here();
                self.go_to_row(row);
            }
        }
    }

    fn open_folder(&mut self, listed: FolderListed) {
        self.end_greeting();
        self.close_folder();
        let root = listed.root.clone();
        // What was open last time is opened again by itself: that is no reason to list it first, nor to
        // say again what it holds.
        let is_again = self.preferences.open.contains(&root);
        if !is_again {
            self.prefer(|preferences| preferences.add_recent_folder(&root));
        }
        self.notices.warn_of(About::Contents, &listed.problems);
        if !is_again && let Some(text) = data_words(&listed) {
            let action = NoticeAction::Run(CommandId::ImportDataFiles);
            self.notices
                .tell_of(About::Contents, NoticeKind::Info, text, action);
        }
        self.deeds.next.clone_from(&listed.next_deeds);
        self.project = Some(Project::new(listed));
        self.note_mine();
        self.note_opened();
        self.ask_for_pace();
        self.peek();
        // Else something was to be opened with the folder, and could be.
        if self.opening_paths.len() <= 1 || self.shows_nothing() {
            self.show_first();
        }
    }

    /// Shows the first article of the folder.
    pub(in crate::app) fn show_first(&mut self) {
        let rows = self.rows();
        let mut listed = rows
            .iter()
            .filter(|row| row.listed.is_some() && !row.is_unreadable());
        if let Some(first) = listed.next().map(|row| row.id) {
            self.go_to_row(first);
        }
    }

    /// An article of the folder could not be opened: its line says so, and keys pass it by.
    pub(in crate::app) fn note_unreadable(&mut self, path: &std::path::Path, why: &str) {
        let project = self.project.as_mut();
        if let Some(listed) = project.and_then(|project| project.at_mut(path)) {
            let title = listed.title();
            let facts = listed.facts.get_or_insert_default();
            facts.title = title;
            facts.problem = Some(why.to_owned());
        }
    }

    fn follow_folder(&mut self, listed: FolderListed) {
        let Some(project) = self.project.as_mut().filter(|it| it.root() == listed.root) else {
            return;
        };
        let came = project.update(listed);
        let has_changed = project.has_unread();
        self.note_mine();
        if came > 0 {
            let text = tr!("folder-new-articles", count = came);
            self.notices
                .tell_of(About::News, NoticeKind::Info, text, None);
        }
        // Else nobody has to be asked anything: this comes every few seconds.
        if has_changed {
            self.peek();
        }
    }

    /// Has the facts read that the list does not have yet, some at a time.
    fn peek(&mut self) {
        let Some(project) = &mut self.project else {
            return;
        };
        let articles = project.take_unread(READ_AT_ONCE);
        if !articles.is_empty() {
            self.start(Task::Folder(FolderTask::Peek(articles)));
            return;
        }
        self.note_pace();
        if self.assessing.is_none() && self.is_small_folder() {
            self.assess();
        }
    }

    fn is_small_folder(&self) -> bool {
        let project = self.project.as_ref();
        let listed =
            project.map(|project| project.sorted().iter().filter_map(|it| project.get(*it)));
        let facts = listed
            .into_iter()
            .flatten()
            .filter_map(|listed| listed.facts.as_ref());
        facts.map(|facts| facts.bytes).sum::<usize>() <= ASSESSED_UNASKED
    }

    /// Articles that are not open, not done, and have not been read by the suggesters.
    fn unassessed(&self) -> Vec<usize> {
        let rows = self.rows();
        let wanted = rows
            .iter()
            .filter(|row| row.open.is_none() && !row.is_done());
        let listed = wanted.filter_map(|row| match (row.id, row.listed) {
            (crate::app::RowId::Listed(index), Some(listed)) => Some((index, listed)),
            _ => None,
        });
        let unknown = listed.filter(|(_, listed)| {
            let is_readable = listed.facts.as_ref().is_none_or(|it| it.problem.is_none());
            listed.outlook.is_none() && is_readable
        });
        unknown.map(|(index, _)| index).collect()
    }

    pub(in crate::app) fn assess(&mut self) {
        let left = self.unassessed();
        if left.is_empty() || self.preferences.is_blind {
            return;
        }
        self.next_ticket += 1;
        self.assessing = Some(Assessing {
            ticket: self.next_ticket,
            all: left.len(),
            left,
        });
        self.assess_next();
    }

    fn assess_next(&mut self) {
        let Some(assessing) = &mut self.assessing else {
            return;
        };
        let project = self.project.as_ref();
        let next = assessing.left.iter().take(ASSESSED_AT_ONCE);
        let next = next.filter_map(|index| project?.get(*index));
        let articles: Vec<FolderArticle> = next.map(|listed| listed.article.clone()).collect();
        if articles.is_empty() {
            self.assessing = None;
            return;
        }
        let ticket = assessing.ticket;
        let memory = self.learned();
        self.start(Task::Folder(FolderTask::Assess {
            ticket,
            articles,
            memory,
        }));
    }

    fn take_outlooks(&mut self, ticket: u64, outlooks: Vec<(PathBuf, Outlook)>) {
        for (path, outlook) in outlooks {
            let project = self.project.as_mut();
            if let Some(listed) = project.and_then(|project| project.at_mut(&path)) {
                listed.outlook = Some(outlook);
            }
        }
        if let Some(assessing) = self.assessing.as_mut().filter(|it| it.ticket == ticket) {
            let done = assessing.left.len().min(ASSESSED_AT_ONCE);
            assessing.left.drain(..done);
            self.assess_next();
        }
    }

    fn stop_assessing(&mut self) {
        if let Some(Assessing { ticket, .. }) = self.assessing.take() {
            self.ask(WindowRequest::Cancel { ticket });
        }
    }

    pub(in crate::app) fn close_folder(&mut self) {
        self.stop_assessing();
        self.notices.close_folder();
        let Some(project) = self.project.take() else {
            return;
        };
        self.deeds.next = NextDeeds::default();
        self.forget_folder_to_export();
        self.article_filter = ArticleFilter::default();
        let articles = self.articles.iter();
        let spare = articles.filter(|article| project.of(article).is_some() && article.is_spare());
        let spare: Vec<ArticleId> = spare.map(|article| article.id).collect();
        for id in spare {
            self.close(id);
        }
    }

    /// An article of the folder is left for another one: its work is saved, and of those that were left
    /// long ago and are saved, all but some are closed.
    pub(in crate::app) fn leave_article(&mut self) {
        let Some(project) = &self.project else {
            return;
        };
        let shown = self.article().map(|article| article.id);
        let left = self
            .articles
            .iter()
            .filter(|article| Some(article.id) != shown && project.of(article).is_some());
        let left: Vec<&OpenArticle> = left.collect();
        let unsaved = left.iter().filter(|article| article.can_be_saved_unasked());
        let unsaved: Vec<_> = unsaved
            .filter_map(|article| Some((article.id, article.place()?)))
            .collect();
        let mut spare: Vec<(u64, ArticleId)> = left
            .iter()
            .filter(|article| article.is_spare())
            .map(|article| (article.shown_at, article.id))
            .collect();
        spare.sort_unstable();
        let many = spare.len().saturating_sub(MOST_SPARE);
        for (id, (path, over)) in unsaved {
            self.save_to(id, path, over);
        }
        for (_, id) in spare.into_iter().take(many) {
            self.close(id);
        }
    }

    /// An article of the folder was closed: the list knows what it had, or reads it again.
    pub(in crate::app) fn note_closed_in_folder(&mut self, article: &OpenArticle) {
        let Some(project) = &mut self.project else {
            return;
        };
        project.note(article);
        if article.is_unsaved()
            && let Some(index) = project.of(article)
        {
            project.read_again(index);
            self.peek();
        }
    }

    /// The suggestions for the shown articles are wanted in this order: they must be known.
    pub(in crate::app) fn order_articles(&mut self, order: ArticleOrder) {
        self.article_order = order;
        let needs_all = matches!(
            order,
            ArticleOrder::MostToReview | ArticleOrder::LeastCertain
        );
        if needs_all && self.assessing.is_none() {
            self.assess();
        }
    }
}

/// Which files are not listed as articles, the first ones by name.
fn data_words(listed: &FolderListed) -> Option<String> {
    const MOST: usize = 3;
    let names = listed.data_files.iter().take(MOST);
    let names = names.map(|file| file.strip_prefix(&listed.root).unwrap_or(file));
    let names: Vec<String> = names.map(|name| name.display().to_string()).collect();
    if names.is_empty() {
        return None;
    }
    let more = listed.data_files.len() - names.len();
    let names = names.join(", ");
    Some(match more {
        0 => tr!("folder-data-files", names = names),
        more => tr!("folder-data-files-more", names = names, count = more),
    })
}

impl OpenArticle {
    /// Nothing is lost if it is closed.
    fn is_spare(&self) -> bool {
        !self.is_unsaved() && !self.is_saving() && self.keep_trouble.is_none()
    }

    fn can_be_saved_unasked(&self) -> bool {
        let is_due = self.is_unsaved() && !self.is_saving();
        is_due && !self.is_file_refused && self.open_elsewhere.is_none()
    }

    /// Whether all suggestions are there.
    pub fn is_suggested(&self) -> bool {
        self.suggesting == Suggesting::Ready
    }
}
