//! The application without a window: events in, changes and requests out.

use std::path::PathBuf;
use std::sync::Arc;

use crate::app::commands::leaving::Leaving;
use crate::app::{
    ArticleId, Chord, CommandId, CommandTable, Dialog, Event, Exchange, FolderListing, Formats,
    NoticeKind, Notices, OpenArticle, Preferences, Request, Task, WindowRequest,
};
use copydesk_document::{EditError, Schema};

/// Everything that is open, and what can be done with it.
pub struct Session {
    pub(super) articles: Vec<OpenArticle>,
    pub(super) active: usize,
    pub(super) schema: Arc<Schema>,
    pub(super) table: Arc<CommandTable>,
    /// The schema that [`Self::table`] was made for.
    table_schema: Arc<Schema>,
    key_overrides: Vec<(String, Vec<Chord>)>,
    pub(super) samples: Vec<Sample>,
    pub(super) preferences: Preferences,
    pub(super) notices: Notices,
    pub(super) dialog: Option<Dialog>,
    pub(super) folder: FolderListing,
    pub(super) requests: Vec<Request>,
    pub(super) next_article: u64,
    pub(super) next_ticket: u64,
    pub(super) leaving: Leaving,
    pub(super) opening: usize,
    pub(super) exchange: Exchange,
}

/// An article that is part of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sample {
    /// How [`Task::OpenSample`] names it.
    pub name: &'static str,
    pub title: &'static str,
}

impl Session {
    pub fn new(schema: Arc<Schema>, preferences: Preferences, samples: Vec<Sample>) -> Self {
        let table = Arc::new(CommandTable::new(&schema, &[]));
        Self {
            articles: Vec::new(),
            active: 0,
            table_schema: Arc::clone(&schema),
            schema,
            table,
            key_overrides: Vec::new(),
            samples,
            preferences,
            notices: Notices::default(),
            dialog: None,
            folder: FolderListing::default(),
            requests: Vec::new(),
            next_article: 0,
            next_ticket: 0,
            leaving: Leaving::No,
            opening: 0,
            exchange: Exchange::default(),
        }
    }

    /// Gives commands other keys, and reports names and keys that do not work.
    pub fn set_keys(&mut self, overrides: Vec<(String, Vec<Chord>)>) {
        self.key_overrides = overrides;
        self.table = Arc::new(CommandTable::new(&self.table_schema, &self.key_overrides));
        for name in self.table.unknown_names(&self.key_overrides) {
            let text = format!("No command is called “{name}” (keys.ron); press F1 for the list");
            self.notices.tell(NoticeKind::Problem, text);
        }
        for clash in self.table.keymap().clashes(crate::app::System::current()) {
            if let crate::app::Clash::Commands(chord, one, other) = clash {
                let name = |id| self.table.get(id).map_or("", |command| &command.name);
                let text = format!(
                    "{chord} is assigned to both “{}” and “{}”; the first takes precedence",
                    name(one),
                    name(other)
                );
                self.notices.tell(NoticeKind::Problem, text);
            }
        }
    }

    pub fn articles(&self) -> &[OpenArticle] {
        &self.articles
    }

    pub fn article(&self) -> Option<&OpenArticle> {
        self.articles.get(self.active)
    }

    pub(super) fn article_mut(&mut self) -> Option<&mut OpenArticle> {
        self.articles.get_mut(self.active)
    }

    pub(super) fn article_by_id(&mut self, id: ArticleId) -> Option<&mut OpenArticle> {
        self.articles.iter_mut().find(|article| article.id == id)
    }

    pub fn schema(&self) -> &Arc<Schema> {
        self.article()
            .map_or(&self.schema, |article| article.document().schema())
    }

    /// The labels of an open article.
    pub fn schema_of(&self, id: ArticleId) -> Option<Arc<Schema>> {
        let article = self.articles.iter().find(|article| article.id == id)?;
        Some(Arc::clone(article.document().schema()))
    }

    pub fn table(&self) -> &Arc<CommandTable> {
        &self.table
    }

    pub fn samples(&self) -> &[Sample] {
        &self.samples
    }

    pub fn preferences(&self) -> &Preferences {
        &self.preferences
    }

    pub fn notices(&self) -> &Notices {
        &self.notices
    }

    pub fn dialog(&self) -> Option<&Dialog> {
        self.dialog.as_ref()
    }

    /// The folder that the path prompt listed last.
    pub fn folder(&self) -> &FolderListing {
        &self.folder
    }

    /// The formats that data sets can be in; none without this.
    pub fn set_formats(&mut self, formats: Formats) {
        self.exchange.formats = formats;
    }

    /// Exports and imports.
    pub fn exchange(&self) -> &Exchange {
        &self.exchange
    }

    /// Whether files are being read at the moment.
    pub fn is_opening(&self) -> bool {
        self.opening > 0
    }

    /// Whether any article is to be written to its file by itself, or could not be kept.
    pub fn has_unkept_work(&self) -> bool {
        self.articles.iter().any(OpenArticle::needs_keeping)
    }

    pub fn tell(&mut self, kind: NoticeKind, text: impl Into<String>) {
        self.notices.tell(kind, text);
    }

    /// Asks to read these files, as the command line or a drop does.
    pub fn open_paths(&mut self, paths: Vec<PathBuf>) {
        self.handle(Event::PathsChosen(paths));
    }

    /// Begins without files: with the work that was never saved, or else, where nothing was opened
    /// before, with the first sample.
    pub fn begin(&mut self) {
        self.opening += 1;
        self.start(Task::Recover);
    }

    /// Asks the window for something.
    pub(super) fn ask(&mut self, request: WindowRequest) {
        self.requests.push(Request::Window(request));
    }

    /// Asks for a piece of work that is done beside the window.
    pub(super) fn start(&mut self, task: Task) {
        self.requests.push(Request::Task(task));
    }

    /// Takes the requests to the host, in order.
    pub fn take_requests(&mut self) -> Vec<Request> {
        self.keep_steps();
        std::mem::take(&mut self.requests)
    }

    /// Whether `id` can be done now, or why not.
    pub fn is_ready(&self, id: CommandId) -> Result<(), &'static str> {
        match self.table.get(id) {
            Some(command) => (command.ready)(self, id),
            None => Err("No such command"),
        }
    }

    /// The command's name at this moment.
    pub fn title_of(&self, id: CommandId) -> String {
        let Some(command) = self.table.get(id) else {
            return String::new();
        };
        (command.title)(self, id).unwrap_or_else(|| command.name.clone().into_owned())
    }

    /// Runs `id` if it is ready; otherwise says why not.
    pub fn run(&mut self, id: CommandId) {
        if let Err(reason) = self.is_ready(id) {
            self.notices.tell(NoticeKind::Info, reason);
            return;
        }
        let table = Arc::clone(&self.table);
        if let Some(command) = table.get(id) {
            (command.run)(self, id);
        }
    }

    /// Handles one event.
    pub fn handle(&mut self, event: Event) {
        match event {
            Event::Command(id) => self.run(id),
            Event::Clicked { .. }
            | Event::Selected { .. }
            | Event::CaretMoved { .. }
            | Event::Focused(_)
            | Event::Visible(_)
            | Event::Filtered(_)
            | Event::Find(_) => self.handle_reading(event),
            Event::EdgeDragged { .. }
            | Event::NoteWritten { .. }
            | Event::AttributeChosen(_)
            | Event::AttributeSet { .. } => {
                self.handle_labeling(event);
            }
            Event::Suggested { .. }
            | Event::SuggestedFirst { .. }
            | Event::SuggesterTrouble(_)
            | Event::Progress { .. } => {
                self.handle_suggesting(event);
            }
            Event::PathsChosen(_)
            | Event::DialogCancelled(_)
            | Event::NoFileDialog(_)
            | Event::FolderWanted(_)
            | Event::FolderListed { .. }
            | Event::Opened(_)
            | Event::OpenFailed { .. }
            | Event::Recovered { .. }
            | Event::Answered(_)
            | Event::CloseRequested => self.handle_files(event),
            Event::SavePathChosen { .. } | Event::Saved { .. } | Event::SaveFailed { .. } => {
                self.handle_saving(event);
            }
            Event::Kept { .. }
            | Event::KeepFailed { .. }
            | Event::OpenElsewhere { .. }
            | Event::Panicked(_)
            | Event::Idle => self.handle_keeping(event),
            Event::Mended(_) | Event::Shown(_) => self.handle_problems(event),
            Event::Trouble(text) => self.notices.tell(NoticeKind::Problem, text),
            Event::DialogClosed => self.close_dialog(),
            Event::ArticleChosen(id) => self.activate(id),
            Event::Exchange(event) => self.handle_exchange(event),
            Event::NoticeClosed(id) => self.notices.close(id),
            Event::PreferencesChanged(preferences) => self.set_preferences(preferences),
        }
        self.show_import();
        self.keep_table_current();
    }

    pub(super) fn set_preferences(&mut self, preferences: Preferences) {
        if preferences != self.preferences {
            self.preferences = preferences.clone();
            self.start(Task::SavePreferences(preferences));
        }
    }

    pub(super) fn activate(&mut self, id: ArticleId) {
        if let Some(index) = self.articles.iter().position(|article| article.id == id) {
            self.active = index;
            self.reveal_caret();
        }
    }

    /// Shows why an edit was refused.
    pub(super) fn report(&mut self, done: Result<(), EditError>) {
        if let Err(error) = done {
            self.notices.tell(
                NoticeKind::Problem,
                format!("Could not make that change: {error}"),
            );
        }
    }

    fn keep_table_current(&mut self) {
        let schema = self.schema();
        if !Arc::ptr_eq(schema, &self.table_schema) && **schema != *self.table_schema {
            self.table_schema = Arc::clone(schema);
            self.table = Arc::new(CommandTable::new(&self.table_schema, &self.key_overrides));
        }
    }
}
