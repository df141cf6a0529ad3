//! Compares what several people made of the same articles: the folders, the work, and going to an article.

use crate::app::AgreementView;
use crate::app::{
    AgreementEvent, AgreementTask, Command, CommandId, Counting, Dialog, FolderPurpose,
    MOST_PEOPLE, Menu, Project, Session, Task, WindowRequest,
};
use copydesk_i18n::tr;

pub fn command() -> Command {
    Command::new(CommandId::Agreement, tr!("cmd-agreement"), |session, _| {
        session.open_agreement();
    })
    .help(tr!("cmd-agreement-help"))
    .menu(Menu::Review, 5)
}

impl Session {
    pub fn agreement(&self) -> &AgreementView {
        &self.figures.agreement
    }

    /// `Err` says why nothing can be compared.
    pub fn agreement_ready(&self) -> Result<(), &'static str> {
        if self.figures.agreement.folders.is_empty() {
            Err(tr!("agreement-no-folder"))
        } else if self.figures.agreement.counting.is_some() {
            Err(tr!("agreement-busy"))
        } else {
            Ok(())
        }
    }

    /// Shows the last comparison, or begins with the opened folder.
    fn open_agreement(&mut self) {
        if self.figures.agreement.folders.is_empty() {
            let root = self.project.as_ref().map(Project::root);
            self.figures
                .agreement
                .folders
                .extend(root.map(ToOwned::to_owned));
        }
        self.dialog = Some(Dialog::Agreement);
    }

    pub(in crate::app) fn handle_agreement(&mut self, event: AgreementEvent) {
        match event {
            AgreementEvent::FolderWanted => {
                self.ask(WindowRequest::PickFolder(FolderPurpose::Compare));
            }
            AgreementEvent::FolderChosen(folder) => {
                self.dialog = Some(Dialog::Agreement);
                let folders = &mut self.figures.agreement.folders;
                if folders.len() < MOST_PEOPLE && !folders.contains(&folder) {
                    folders.push(folder);
                    self.forget_agreement();
                }
            }
            AgreementEvent::FolderDropped(index) => {
                if index < self.figures.agreement.folders.len() {
                    self.figures.agreement.folders.remove(index);
                    self.forget_agreement();
                }
            }
            AgreementEvent::OnlyDone(only_done) => {
                self.figures.agreement.only_done = only_done;
                self.forget_agreement();
            }
            AgreementEvent::Wanted => self.measure_agreement(),
            AgreementEvent::Stopped => self.stop_agreement(),
            AgreementEvent::Measured { ticket, measured } => {
                let is_it = |counting: &mut Counting| counting.ticket == ticket;
                if self.figures.agreement.counting.take_if(is_it).is_some() {
                    let measured = measured.map(|tables| tables.map(|it| *it));
                    self.figures.agreement.measured = measured.transpose();
                }
            }
            AgreementEvent::ArticleChosen(index) => self.open_compared(index),
        }
    }

    /// The tables are of other folders.
    fn forget_agreement(&mut self) {
        self.stop_agreement();
        self.figures.agreement.measured = None;
    }

    fn measure_agreement(&mut self) {
        if self.agreement_ready().is_err() {
            return;
        }
        self.next_ticket += 1;
        let ticket = self.next_ticket;
        self.figures.agreement.measured = None;
        self.figures.agreement.counting = Some(Counting { ticket, done: 0.0 });
        self.start(Task::Agreement(AgreementTask {
            ticket,
            folders: self.figures.agreement.folders.clone(),
            only_done: self.figures.agreement.only_done,
        }));
    }

    /// Nobody waits for the tables any more.
    pub(in crate::app) fn stop_agreement(&mut self) {
        if let Some(Counting { ticket, .. }) = self.figures.agreement.counting.take() {
            self.ask(WindowRequest::Cancel { ticket });
        }
    }

    /// Opens each person's version of an article.
    fn open_compared(&mut self, index: usize) {
        let Some(Ok(tables)) = &self.figures.agreement.measured else {
            return;
        };
        if let Some(article) = tables.by_article.get(index) {
            let files = article.files.clone();
            self.dialog = None;
            self.open_paths(files);
        }
    }
}
