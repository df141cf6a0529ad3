//! The application without a window: events in, changes and requests out.

use std::path::PathBuf;
use std::sync::Arc;

use crate::app::beside::Beside;
use crate::app::commands::beginning::Greeting;
use crate::app::commands::everywhere::Together;
use crate::app::commands::everywhere_folder::FolderDeeds;
use crate::app::commands::labeling::Before;
use crate::app::commands::learning::Learning;
use crate::app::commands::leaving::Leaving;
use crate::app::commands::measuring::Measuring;
use crate::app::commands::search::Destination;
use crate::app::{
    ArticleFilter, ArticleId, ArticleOrder, Assessing, Chord, CommandId, CommandTable, Conflicts,
    Dialog, EarlierVersions, Event, Everywhere, Exchange, Figures, FolderListing, Formats,
    KnownProjects, Lint, NoticeKind, Notices, OpenArticle, OwnDictionaries, Preferences, Project,
    Reading, Request, Search, Settings, Task, Theirs, Tour, WindowRequest,
};
use copydesk_document::{EditError, Schema};
use copydesk_i18n::{Language, tr};

/// Everything that is open, and what can be done with it.
pub struct Session {
    pub(super) articles: Vec<OpenArticle>,
    pub(super) active: usize,
    pub(super) article_order: ArticleOrder,
    pub(super) article_filter: ArticleFilter,
    pub(super) schema: Arc<Schema>,
    pub(super) table: Arc<CommandTable>,
    /// The schema that [`Self::table`] was made for.
    table_schema: Arc<Schema>,
    pub(super) key_overrides: Vec<(String, Vec<Chord>)>,
    pub(super) settings: Settings,
    pub(super) samples: Vec<Sample>,
    places: Vec<Place>,
    pub(super) preferences: Preferences,
    /// See [`Self::work_as`].
    pub(super) works_as: Option<String>,
    /// What the window speaks where a person chose no language.
    system_language: Language,
    pub(super) notices: Notices,
    pub(super) beside: Beside,
    pub(super) dialog: Option<Dialog>,
    pub(super) folder: FolderListing,
    pub(super) requests: Vec<Request>,
    pub(super) next_article: u64,
    pub(super) next_ticket: u64,
    pub(super) leaving: Leaving,
    pub(super) opening: usize,
    /// What was last asked for together, in order, and which of it is shown.
    pub(super) opening_paths: Vec<PathBuf>,
    /// What was open at the end of the last run, until it is opened.
    pub(super) open_again: Vec<PathBuf>,
    pub(super) greeting: Greeting,
    pub(super) tour: Option<Tour>,
    /// Which of it is to be shown: what was at the end of the last run.
    pub(super) shown_last: Option<PathBuf>,
    pub(super) shown_path: Option<PathBuf>,
    pub(super) exchange: Exchange,
    /// While the dialog of earlier versions is open.
    pub(super) versions: Option<EarlierVersions>,
    /// What another program wrote to an article's file, while a person is asked about it.
    pub(super) theirs: Option<(ArticleId, Reading<Theirs>)>,
    /// What the last merge left to decide.
    pub(super) conflicts: Option<Conflicts>,
    /// Lists and patterns of one's own, as last read.
    pub(super) dictionaries: OwnDictionaries,
    /// What is to be done everywhere, while a person looks at it.
    pub(super) everywhere: Option<Everywhere>,
    /// What was done in several articles at once, the last at the end.
    pub(super) together: Vec<Together>,
    pub(super) learning: Learning,
    /// The projects of the articles that are open, by their files.
    pub(super) known_projects: KnownProjects,
    /// The last search over many articles, and a place in it that is being opened.
    pub(super) search: Search,
    pub(super) lint: Lint,
    pub(super) destination: Option<Destination>,
    /// The folder that is open.
    pub(super) project: Option<Project>,
    pub(super) deeds: FolderDeeds,
    /// While the suggesters read that folder.
    pub(super) assessing: Option<Assessing>,
    /// Goes up whenever an article is shown.
    showings: u64,
    /// See [`Self::changes`].
    changes: u64,
    pub(super) measuring: Measuring,
    pub(super) figures: Figures,
    /// What was said of the suggestions of the article that is shown.
    pub(super) trouble: Option<String>,
}

/// An article that is part of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sample {
    /// How [`Task::OpenSample`] names it.
    pub name: &'static str,
    pub title: &'static str,
}

/// Where the program keeps something on this machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub kind: PlaceKind,
    pub path: PathBuf,
    /// The folder, which is `path` itself unless that is a file.
    pub folder: PathBuf,
}

/// What is kept at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceKind {
    Settings,
    UnsavedWork,
    FaultReports,
}

impl Session {
    pub fn new(schema: Arc<Schema>, preferences: Preferences, samples: Vec<Sample>) -> Self {
        if preferences.language.is_some() {
            copydesk_i18n::speak_here(preferences.language);
        }
        let table = Arc::new(CommandTable::new(&schema, &[]));
        Self {
            articles: Vec::new(),
            active: 0,
            article_order: ArticleOrder::default(),
            article_filter: ArticleFilter::default(),
            table_schema: Arc::clone(&schema),
            schema,
            table,
            key_overrides: Vec::new(),
            settings: Settings::default(),
            samples,
            places: Vec::new(),
            preferences,
            works_as: None,
            system_language: copydesk_i18n::spoken(),
            notices: Notices::default(),
            beside: Beside::default(),
            dialog: None,
            folder: FolderListing::default(),
            requests: Vec::new(),
            next_article: 0,
            next_ticket: 0,
            leaving: Leaving::No,
            opening: 0,
            opening_paths: Vec::new(),
            open_again: Vec::new(),
            greeting: Greeting::default(),
            tour: None,
            shown_last: None,
            shown_path: None,
            exchange: Exchange::default(),
            versions: None,
            theirs: None,
            conflicts: None,
            dictionaries: OwnDictionaries::default(),
            everywhere: None,
            together: Vec::new(),
            learning: Learning::default(),
            known_projects: KnownProjects::default(),
            search: Search::default(),
            lint: Lint::default(),
            destination: None,
            project: None,
            assessing: None,
            deeds: FolderDeeds::default(),
            showings: 0,
            changes: 0,
            measuring: Measuring::default(),
            figures: Figures::default(),
            trouble: None,
        }
    }

    /// Gives commands other keys, and reports names and keys that do not work.
    pub fn set_keys(&mut self, overrides: Vec<(String, Vec<Chord>)>) {
        self.take_keys(overrides);
        for name in self.table.unknown_names(&self.key_overrides) {
            let text = tr!("keys-unknown-command", name = name);
            self.notices.tell(NoticeKind::Warning, text);
        }
        for clash in self.table.keymap().clashes(crate::app::System::current()) {
            if let crate::app::Clash::Commands(chord, one, other) = clash {
                let name = |id| self.table.get(id).map_or("", |command| &*command.name);
                let text = tr!(
                    "keys-clash",
                    chord = chord.to_string(),
                    first = name(one),
                    second = name(other)
                );
                self.notices.tell(NoticeKind::Warning, text);
            }
        }
    }

    /// What the window speaks where a person chose no language.
    pub fn set_system_language(&mut self, language: Language) {
        self.system_language = language;
        self.speak();
    }

    /// Of the window.
    pub fn language(&self) -> Language {
        self.preferences.language.unwrap_or(self.system_language)
    }

    /// What is said from now on is in the language of the window.
    fn speak(&mut self) {
        copydesk_i18n::speak_here(Some(self.language()));
        let overrides = std::mem::take(&mut self.key_overrides);
        self.take_keys(overrides);
    }

    pub(super) fn take_keys(&mut self, overrides: Vec<(String, Vec<Chord>)>) {
        self.key_overrides = overrides;
        self.table = Arc::new(CommandTable::new(&self.table_schema, &self.key_overrides));
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

    /// Where the program keeps things, for a person to look at; none without this.
    pub fn set_places(&mut self, places: Vec<Place>) {
        self.places = places;
    }

    pub fn places(&self) -> &[Place] {
        &self.places
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

    /// Whether any article is to be written to its file by itself or could not be kept, or what was
    /// measured is to be written.
    pub fn has_unkept_work(&self) -> bool {
        self.articles.iter().any(OpenArticle::needs_keeping) || self.has_unwritten_activity()
    }

    pub fn tell(&mut self, kind: NoticeKind, text: impl Into<String>) {
        self.notices.tell(kind, text);
    }

    /// Asks to read these files in this order, as the command line does.
    pub fn open_paths(&mut self, paths: Vec<PathBuf>) {
        self.handle(Event::PathsNamed(paths));
    }

    /// Begins without files: with what was open last and the work that was never saved, or else, where
    /// nothing was opened before, with the first sample.
    pub fn begin(&mut self) {
        self.opening += 1;
        self.open_again.clone_from(&self.preferences.open);
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
            Some(command) if command.is_edit => {
                self.needs_write()?;
                (command.ready)(self, id)
            }
            Some(command) => (command.ready)(self, id),
            None => Err(tr!("no-such-command")),
        }
    }

    /// Whether the shown article, if there is one, may be changed, or why not.
    pub(super) fn needs_write(&self) -> Result<(), &'static str> {
        match self.article().and_then(OpenArticle::open_elsewhere) {
            Some(_) => Err(tr!("article-read-only")),
            None => Ok(()),
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
        self.changes += 1;
        let table = Arc::clone(&self.table);
        if let Some(command) = table.get(id) {
            (command.run)(self, id);
        }
        self.learn();
    }

    /// Goes up with every event that may change more than where in an article a person is.
    pub fn changes(&self) -> u64 {
        self.changes
    }

    /// Handles one event.
    pub fn handle(&mut self, event: Event) {
        let is_only_place = matches!(event, Event::Visible(_) | Event::CaretMoved { .. });
        self.changes += u64::from(!is_only_place);
        let before = Before::of(self);
        let toured = self.toured_steps();
        let shown = self.article().map(|article| article.id);
        if self.is_action(&event)
            && let Some(article) = self.article_mut()
        {
            article.actions += 1;
            if !matches!(
                event,
                Event::Hinted(_) | Event::Command(CommandId::Unselect)
            ) {
                article.hints.clear();
            }
        }
        self.dispatch(event);
        self.follow_comparing();
        self.learn();
        if let Some(article) = self.article_mut() {
            article.settle_chosen();
        }
        self.note_step(&before);
        self.follow_tour(toured);
        if self.article().map(|article| article.id) != shown {
            self.write_measured();
        }
        self.note_open_files();
        self.show_import();
        self.keep_table_current();
        self.suggest_for_other_labels();
    }

    fn dispatch(&mut self, event: Event) {
        match event {
            Event::Command(id) => self.run(id),
            Event::Clicked { .. }
            | Event::Selected { .. }
            | Event::CaretMoved { .. }
            | Event::Focused(_)
            | Event::Chosen(_)
            | Event::Visible(_)
            | Event::Filtered(_)
            | Event::Find(_)
            | Event::Hinted(_) => self.handle_reading(event),
            Event::EdgeDragged { target, edge, to } => self.drag_edge(&target, edge, to),
            Event::FactChosen(_)
            | Event::NoteWritten { .. }
            | Event::AttributeSet { .. }
            | Event::NotUnderstood(_) => self.handle_facts(event),
            Event::Suggested { .. }
            | Event::SuggestedFirst { .. }
            | Event::CandidatesFound { .. }
            | Event::SuggesterTrouble { .. }
            | Event::Progress { .. } => {
                self.handle_suggesting(event);
            }
            Event::PathsChosen(_)
            | Event::PathsNamed(_)
            | Event::DialogCancelled(_)
            | Event::NoFileDialog(_)
            | Event::FolderWanted(_)
            | Event::FolderListed { .. }
            | Event::Opened(_)
            | Event::OpenFailed { .. }
            | Event::Recovered { .. }
            | Event::Answered(_)
            | Event::CloseRequested
            | Event::MustEnd => self.handle_files(event),
            Event::SavePathChosen { .. } | Event::Saved { .. } | Event::SaveFailed { .. } => {
                self.handle_saving(event);
            }
            Event::Kept { .. }
            | Event::KeepFailed { .. }
            | Event::OpenElsewhere { .. }
            | Event::Panicked(_)
            | Event::Idle => self.handle_keeping(event),
            Event::VersionsListed { .. }
            | Event::VersionChosen(_)
            | Event::VersionRead { .. }
            | Event::VersionRestored => self.handle_versions(event),
            Event::TheirsRead { .. } | Event::ConflictDecided { .. } => {
                self.handle_merging(event);
            }
            Event::Mended(_) | Event::Shown(_) => self.handle_problems(event),
            Event::Dictionary(event) => self.handle_dictionary(event),
            Event::Activity(_) | Event::Statistics(_) | Event::Agreement(_) => self.measure(event),
            Event::Trouble(text) => self.notices.tell(NoticeKind::Problem, text),
            Event::DialogClosed => self.close_dialog(),
            Event::ArticleChosen(id) => {
                self.stay_here();
                self.activate(id);
            }
            Event::Exchange(event) => self.handle_exchange(event),
            Event::Everywhere(event) => self.handle_everywhere(event),
            Event::ProjectSettings(event) => self.handle_project_settings(event),
            Event::Search(event) => self.handle_search(event),
            Event::Lint(event) => self.handle_lint(event),
            Event::Comparing(event) => self.handle_comparing(event),
            Event::ArticlesOrdered(order) => self.order_articles(order),
            Event::ArticlesFiltered(filter) => self.article_filter = filter,
            Event::Project(event) => self.handle_project(event),
            Event::MemoryRead { folder, memory } => self.take_memory(&folder, memory),
            Event::NoticeClosed(id) => self.close_notice(id),
            Event::NoticeAnswered(id) => self.answer_notice(id),
            Event::Settings(event) => self.handle_settings(event),
            Event::PreferencesChanged(preferences) => self.set_preferences(preferences),
            Event::Tour(event) => self.handle_tour(event),
            Event::CopyWanted(words) => self.ask(WindowRequest::Copy(words)),
            Event::ShowFolderWanted(path) => self.ask(WindowRequest::ShowFolder(path)),
            Event::RecentForgotten(path) => self.forget_recent(&path),
            Event::RoomChanged(room) => self.set_room(room),
            Event::PaneResized { pane, to } => self.resize_pane(pane, to),
        }
    }

    pub(super) fn set_preferences(&mut self, preferences: Preferences) {
        if preferences != self.preferences {
            if !preferences.measures {
                self.write_measured();
            } else if !self.preferences.measures {
                self.measure_anew();
            }
            let language = self.language();
            self.preferences = preferences.clone();
            self.note_annotator();
            if self.language() != language {
                self.speak();
            }
            self.start(Task::SavePreferences(preferences));
        }
    }

    pub(super) fn activate(&mut self, id: ArticleId) {
        if let Some(index) = self.articles.iter().position(|article| article.id == id) {
            self.active = index;
            self.note_shown();
            self.adjust_shown();
            self.reveal_caret();
        }
    }

    /// Another article is shown than before.
    pub(super) fn note_shown(&mut self) {
        self.showings += 1;
        let showings = self.showings;
        if let Some(article) = self.article_mut() {
            article.shown_at = showings;
        }
        self.leave_article();
    }

    /// Shows why an edit was refused.
    pub(super) fn report(&mut self, done: Result<(), EditError>) {
        if let Err(error) = done {
            self.notices.tell(
                NoticeKind::Problem,
                tr!("edit-refused", error = error.to_string()),
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
