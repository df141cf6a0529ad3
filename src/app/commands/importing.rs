//! Imports: surveys other programs' files, maps their labels, and opens or saves the articles.

use std::path::PathBuf;

use crate::app::{
    DATA_FILE, Dialog, ExchangeEvent, FolderPurpose, FolderTask, ImportChoice, ImportDraft,
    ImportRequest, ImportTo, MOST_OPENED, NoticeKind, Opened, Project, Session, Survey, Task,
    WindowRequest, WorkKind,
};
use copydesk_document::Label;
use copydesk_i18n::tr;

impl Session {
    pub(in crate::app) fn handle_importing(&mut self, event: ExchangeEvent) {
        match event {
            ExchangeEvent::ImportNeeded { path, is_folder } => {
                if is_folder {
                    self.prefer(|preferences| preferences.add_recent_folder(&path));
                }
                self.exchange.waiting.push(path);
                self.note_opened();
            }
            ExchangeEvent::ImportChosen(choice) => self.choose_import(choice),
            ExchangeEvent::ImportWanted => self.want_import(),
            ExchangeEvent::ImportFolderChosen(folder) => self.import(Some(folder)),
            _ => {}
        }
    }

    pub(in crate::app) fn pick_folder(&mut self, purpose: FolderPurpose) {
        self.ask(WindowRequest::PickFolder(purpose));
    }

    /// Surveys the files that are waiting, unless other work is running.
    pub(in crate::app) fn survey_waiting(&mut self) {
        let exchange = &mut self.exchange;
        if exchange.waiting.is_empty() || exchange.work.is_some() || exchange.import.is_some() {
            return;
        }
        exchange.import = Some(ImportDraft {
            paths: std::mem::take(&mut exchange.waiting),
            ..ImportDraft::default()
        });
        self.survey();
    }

    /// Asks about the files of the folder that are not listed as articles.
    pub(in crate::app) fn import_data_files(&mut self) {
        let files = self.project.as_ref().map(Project::data_files);
        let files = files.unwrap_or_default().to_vec();
        self.exchange.waiting.extend(files);
        self.survey_waiting();
    }

    fn survey(&mut self) {
        let Some(request) = self.import_request(None) else {
            return;
        };
        let ticket = self.begin_work(WorkKind::Survey);
        let request = Box::new(request);
        self.start(Task::Survey { ticket, request });
    }

    fn import_request(&self, folder: Option<PathBuf>) -> Option<ImportRequest> {
        let draft = self.exchange.import.as_ref()?;
        Some(ImportRequest {
            paths: draft.paths.clone(),
            choice: draft.choice.clone(),
            schema: std::sync::Arc::clone(&self.schema),
            folder,
        })
    }

    /// Opens plain texts and our own article files at once; asks about anything else.
    pub(in crate::app) fn take_survey(&mut self, survey: Survey) {
        let Some(draft) = &mut self.exchange.import else {
            return;
        };
        let is_plain = (1..=MOST_OPENED).contains(&survey.plain_files.len());
        let is_all = survey.left_out.iter().all(|group| group.why == DATA_FILE);
        if is_plain && is_all && self.dialog != Some(Dialog::Import) {
            let paths = self.exchange.import.take().map(|draft| draft.paths);
            match paths.as_deref() {
                Some([folder]) if survey.plain_files.iter().all(|file| file != folder) => {
                    self.opening += 1;
                    self.opening_paths = vec![folder.clone()];
                    self.start(Task::Folder(FolderTask::Open(folder.clone())));
                }
                _ => {
                    self.note_data_files(&survey);
                    self.open_paths(survey.plain_files);
                }
            }
            return;
        }
        draft.choice = survey.choice(draft.choice.format);
        draft.survey = Some(survey);
    }

    fn note_data_files(&mut self, survey: &Survey) {
        for group in &survey.left_out {
            let text = tr!(
                "importing-left-out",
                count = group.count,
                why = group.reason()
            );
            self.notices.tell(NoticeKind::Info, text);
        }
    }

    /// Shows the import dialog once no other dialog is open.
    pub(in crate::app) fn show_import(&mut self) {
        let draft = self.exchange.import.as_ref();
        if self.dialog.is_none() && draft.is_some_and(|draft| draft.survey.is_some()) {
            self.dialog = Some(Dialog::Import);
        }
    }

    pub(in crate::app) fn drop_import(&mut self) {
        self.exchange.import = None;
        if self.dialog == Some(Dialog::Import) {
            self.dialog = None;
        }
    }

    /// A change of format surveys the files again.
    fn choose_import(&mut self, choice: ImportChoice) {
        let Some(draft) = &mut self.exchange.import else {
            return;
        };
        let is_other = choice.format != draft.choice.format;
        draft.choice = choice;
        if is_other {
            draft.survey = None;
            self.stop_work();
            self.survey();
        }
    }

    /// Our labels that other programs' labels can be mapped to.
    pub fn import_labels(&self) -> &[Label] {
        self.schema.labels()
    }

    /// `Err` says why nothing can be imported.
    pub fn import_ready(&self) -> Result<(), &'static str> {
        let draft = self.exchange.import.as_ref();
        match draft.and_then(|draft| draft.survey.as_ref()) {
            None => Err(tr!("importing-still-reading")),
            Some(survey) if survey.articles == 0 => Err(tr!("importing-no-articles")),
            Some(_) => Ok(()),
        }
    }

    fn want_import(&mut self) {
        if let Err(reason) = self.import_ready() {
            self.notices.tell(NoticeKind::Info, reason);
            return;
        }
        let to = self.exchange.import.as_ref().map(|draft| draft.choice.to);
        match to {
            Some(ImportTo::Folder) => self.pick_folder(FolderPurpose::Import),
            _ => self.import(None),
        }
    }

    fn import(&mut self, folder: Option<PathBuf>) {
        self.dialog = None;
        let Some(request) = self.import_request(folder) else {
            return;
        };
        self.exchange.import = None;
        let ticket = self.begin_work(WorkKind::Import);
        let request = Box::new(request);
        self.start(Task::Import { ticket, request });
    }

    /// Adds the imported articles and shows the first.
    pub(in crate::app) fn take_imported(&mut self, opened: Vec<Opened>, mut files: Vec<PathBuf>) {
        let before = self.articles.len();
        for mut opened in opened {
            // Its journal begins with work that no file holds …
            opened.article.mark_unsaved();
            self.take_in(opened);
            // … and holds that before anything else is done.
            if let Some(article) = self.articles.last_mut() {
                article.open.mark_unsaved();
            }
        }
        if let Some(first) = self.articles.get(before) {
            let id = first.id;
            self.activate(id);
        }
        if files.len() > MOST_OPENED {
            let text = tr!(
                "importing-opened-first",
                opened = MOST_OPENED,
                count = files.len()
            );
            self.notices.tell(NoticeKind::Info, text);
            files.truncate(MOST_OPENED);
        }
        if !files.is_empty() {
            self.open_paths(files);
        }
    }
}
