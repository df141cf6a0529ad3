//! The statistics of the opened folder: counted beside the window, filtered, and saved.

use std::path::PathBuf;
use std::sync::Arc;

use crate::app::{
    Command, CommandId, Counting, Dialog, FolderPurpose, Menu, NoticeKind, OpenArticle, Project,
    STATISTICS_REPORT, Session, Statistics, StatisticsEvent, StatisticsFilter, StatisticsTask,
    StatisticsView, Task, WindowRequest,
};
use copydesk_i18n::tr;

pub fn command() -> Command {
    Command::new(
        CommandId::Statistics,
        tr!("cmd-statistics"),
        |session, _| {
            session.open_statistics();
        },
    )
    .help(tr!("cmd-statistics-help"))
    .menu(Menu::View, 4)
    .ready(|session, _| {
        let folder = session.counted_folder();
        folder
            .map(drop)
            .ok_or_else(|| tr!("cmd-statistics-why-not"))
    })
}

impl Session {
    pub fn statistics(&self) -> &StatisticsView {
        &self.figures.statistics
    }

    /// The opened folder, or else that of the shown article.
    pub(in crate::app) fn counted_folder(&self) -> Option<PathBuf> {
        let opened = self.project.as_ref().map(Project::root);
        let shown = || self.article().and_then(OpenArticle::folder);
        opened.map(ToOwned::to_owned).or_else(shown)
    }

    /// Where a report goes, unless a person says otherwise.
    pub fn suggested_report(&self) -> PathBuf {
        let folder = self.counted_folder().unwrap_or_default();
        folder.join(STATISTICS_REPORT)
    }

    fn open_statistics(&mut self) {
        let Some(folder) = self.counted_folder() else {
            return;
        };
        self.stop_counting();
        self.next_ticket += 1;
        let ticket = self.next_ticket;
        let folders = vec![folder];
        self.figures.statistics = StatisticsView {
            folders: folders.clone(),
            counting: Some(Counting { ticket, done: 0.0 }),
            counted: None,
            filter: StatisticsFilter::default(),
        };
        self.dialog = Some(Dialog::Statistics);
        self.start(Task::Statistics(StatisticsTask::Count { ticket, folders }));
    }

    pub(in crate::app) fn handle_statistics(&mut self, event: StatisticsEvent) {
        match event {
            StatisticsEvent::Counted { ticket, counted } => {
                let is_it = |counting: &mut Counting| counting.ticket == ticket;
                if self.figures.statistics.counting.take_if(is_it).is_some() {
                    let counted = counted.map(|counted| counted.map(|it| Arc::new(*it)));
                    self.figures.statistics.counted = counted.transpose();
                }
            }
            StatisticsEvent::Filtered(filter) => self.figures.statistics.filter = filter,
            StatisticsEvent::Stopped => {
                self.stop_counting();
                self.dialog = None;
            }
            StatisticsEvent::TablesWanted => {
                self.ask(WindowRequest::PickFolder(FolderPurpose::Tables));
            }
            StatisticsEvent::ReportWanted => {
                let suggested = self.suggested_report();
                self.ask(WindowRequest::PickReportPath { suggested });
            }
            StatisticsEvent::TablesFolderChosen(folder) => {
                self.save_statistics(|statistics, _| StatisticsTask::SaveTables {
                    statistics,
                    folder,
                });
            }
            StatisticsEvent::ReportPathChosen { path, may_replace } => {
                self.save_statistics(|statistics, folders| StatisticsTask::SaveReport {
                    statistics,
                    folders,
                    path,
                    may_replace,
                });
            }
            StatisticsEvent::Saved(Ok(words)) => self.notices.tell(NoticeKind::Info, words),
            StatisticsEvent::Saved(Err(why)) => self.notices.tell(NoticeKind::Problem, why),
        }
    }

    fn save_statistics(
        &mut self,
        task: impl FnOnce(Arc<Statistics>, Vec<PathBuf>) -> StatisticsTask,
    ) {
        if let Some(Ok(statistics)) = &self.figures.statistics.counted {
            let task = task(
                Arc::clone(statistics),
                self.figures.statistics.folders.clone(),
            );
            // In place of the path prompt, if that was asked.
            self.dialog = Some(Dialog::Statistics);
            self.start(Task::Statistics(task));
        }
    }

    /// Nobody waits for the figures any more.
    pub(in crate::app) fn stop_counting(&mut self) {
        if let Some(Counting { ticket, .. }) = self.figures.statistics.counting.take() {
            self.ask(WindowRequest::Cancel { ticket });
        }
    }
}
