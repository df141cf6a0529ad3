//! Exports: the choices, the preview, the destination and the report.

use std::path::PathBuf;

use crate::app::commands::exporting::Snapshot;
use crate::app::commands::needs_article;
use crate::app::{
    Command, CommandId, Dialog, ExchangeEvent, ExportArticles, ExportChoice, Format, Formats,
    ImportDraft, Menu, NoticeAction, NoticeKind, Preview, Question, Recent, Report, Session, Task,
    TourStep, WindowRequest, Work, WorkEnd, WorkKind,
};
use copydesk_i18n::tr;

/// Exports and imports: what was chosen, what is running, and the last report.
#[derive(Clone, Debug, Default)]
pub struct Exchange {
    pub(in crate::app) formats: Formats,
    pub(super) export: ExportChoice,
    preview: PreviewState,
    pub(in crate::app) import: Option<ImportDraft>,
    /// Files to survey once no other file is being read.
    pub(in crate::app) waiting: Vec<PathBuf>,
    pub(in crate::app) work: Option<Work>,
    report: Option<Report>,
    /// Copies of articles for the export dialog, kept because copying a long one is slow.
    pub(super) snapshots: Vec<Snapshot>,
}

/// One preview is made at a time; the latest choice comes next.
#[derive(Clone, Debug, Default)]
struct PreviewState {
    last: Option<Result<Preview, String>>,
    ticket: Option<u64>,
    is_outdated: bool,
}

pub fn commands() -> Vec<Command> {
    vec![
        Command::new(CommandId::Export, tr!("cmd-export"), |session, _| {
            session.open_export();
        })
        .help(tr!("cmd-export-help"))
        .menu(Menu::File, 4)
        .keys(&["Ctrl+E"])
        .ready(|session, id| {
            needs_article(session, id)?;
            session.needs_no_work()
        }),
        Command::new(CommandId::StopWork, tr!("cmd-stop-work"), |session, _| {
            session.stop_work();
        })
        .formerly("stop the export or import")
        .help(tr!("cmd-stop-work-help"))
        .menu(Menu::File, 4)
        .keys(&["Ctrl+."])
        .ready(|session, _| {
            let work = session.exchange.work.as_ref();
            work.map(|_| ()).ok_or_else(|| tr!("cmd-stop-work-why-not"))
        }),
        Command::new(
            CommandId::LastReport,
            tr!("cmd-last-report"),
            |session, _| {
                session.dialog = Some(Dialog::Report);
            },
        )
        .formerly("what was left out")
        .help(tr!("cmd-last-report-help"))
        .menu(Menu::File, 4)
        .ready(|session, _| {
            let report = session.exchange.report.as_ref();
            report
                .map(|_| ())
                .ok_or_else(|| tr!("cmd-last-report-why-not"))
        }),
    ]
}

impl Exchange {
    pub fn formats(&self) -> &Formats {
        &self.formats
    }

    pub fn format(&self) -> Option<&Format> {
        let formats = self.formats.written.iter();
        formats
            .clone()
            .find(|format| format.id == self.export.format)
    }

    pub fn export(&self) -> &ExportChoice {
        &self.export
    }

    /// The latest finished preview, if any.
    pub fn preview(&self) -> Option<&Result<Preview, String>> {
        self.preview.last.as_ref()
    }

    /// Whether a newer preview is being made.
    pub fn is_previewing(&self) -> bool {
        self.preview.ticket.is_some()
    }

    pub fn import(&self) -> Option<&ImportDraft> {
        self.import.as_ref()
    }

    /// What is running now.
    pub fn work(&self) -> Option<&Work> {
        self.work.as_ref()
    }

    /// The report of the last export or import.
    pub fn report(&self) -> Option<&Report> {
        self.report.as_ref()
    }
}

impl Session {
    pub(in crate::app) fn handle_exchange(&mut self, event: ExchangeEvent) {
        match event {
            ExchangeEvent::ExportChosen(choice) => {
                self.exchange.export = choice;
                self.want_preview();
            }
            ExchangeEvent::ExportWanted => self.pick_export_path(),
            ExchangeEvent::ExportPathChosen { path, may_replace } => {
                self.export_to(path, may_replace);
            }
            ExchangeEvent::Previewed { ticket, preview } => {
                if self.exchange.preview.ticket != Some(ticket) {
                    return;
                }
                self.exchange.preview.ticket = None;
                self.exchange.preview.last = Some(preview);
                if std::mem::take(&mut self.exchange.preview.is_outdated) {
                    self.want_preview();
                }
            }
            ExchangeEvent::Ended { ticket, end } => {
                let is_it = |work: &mut Work| work.ticket == ticket;
                if let Some(work) = self.exchange.work.take_if(is_it) {
                    self.end_work(&work, end);
                }
            }
            other => self.handle_importing(other),
        }
    }

    pub(in crate::app) fn note_progress(&mut self, ticket: u64, done: f32) {
        self.note_everywhere_progress(ticket, done);
        self.note_lint_progress(ticket, done);
        let counting = [
            &mut self.figures.statistics.counting,
            &mut self.figures.agreement.counting,
        ];
        for counting in counting.into_iter().flatten() {
            if counting.ticket == ticket {
                counting.done = done;
            }
        }
        let work = self.exchange.work.as_mut();
        if let Some(work) = work.filter(|work| work.ticket == ticket) {
            work.done = done;
        }
    }

    /// Escape closes the front dialog; behind an export's path prompt is the export dialog.
    pub(in crate::app) fn close_dialog(&mut self) {
        use crate::app::PathPurpose::{
            ActivityExport, Compare, Dictionary, DictionaryExport, Export, ImportFolder, Save,
            StatisticsReport, StatisticsTables,
        };
        self.dialog = match self.dialog.take() {
            Some(Dialog::Path(Save(_))) => {
                self.stay();
                None
            }
            Some(Dialog::Path(Dictionary | DictionaryExport)) => Some(Dialog::Dictionaries),
            Some(Dialog::Path(ActivityExport)) => Some(Dialog::Activity),
            Some(Dialog::Path(StatisticsTables | StatisticsReport)) => Some(Dialog::Statistics),
            Some(Dialog::Path(Compare)) => Some(Dialog::Agreement),
            Some(Dialog::Path(Export)) => Some(Dialog::Export),
            Some(Dialog::Path(ImportFolder)) => Some(Dialog::Import),
            Some(Dialog::Import) => {
                self.exchange.import = None;
                self.stop_work();
                self.exchange.work = None;
                None
            }
            Some(Dialog::Export) => {
                self.exchange.snapshots.clear();
                None
            }
            Some(Dialog::Everywhere) => {
                self.stop_everywhere();
                self.everywhere = None;
                None
            }
            Some(Dialog::Lint) => {
                self.stop_lint();
                None
            }
            Some(Dialog::Versions) => {
                self.versions = None;
                None
            }
            Some(Dialog::Activity) => {
                self.close_activity();
                None
            }
            Some(Dialog::Statistics) => {
                self.stop_counting();
                None
            }
            Some(Dialog::Agreement) => {
                self.stop_agreement();
                None
            }
            Some(Dialog::Conflicts) => {
                self.conflicts = None;
                None
            }
            _ => None,
        };
    }

    pub(in crate::app) fn needs_no_work(&self) -> Result<(), &'static str> {
        let work = self.exchange.work.as_ref();
        work.map_or(Ok(()), |_| Err(tr!("exchange-busy")))
    }

    fn open_export(&mut self) {
        let exchange = &mut self.exchange;
        if exchange.format().is_none()
            && let Some(first) = exchange.formats.written.first()
        {
            exchange.export.format = first.id;
        }
        exchange.preview.last = None;
        self.dialog = Some(Dialog::Export);
        self.want_preview();
    }

    /// The folder is closed: nothing of it can be exported.
    pub(in crate::app) fn forget_folder_to_export(&mut self) {
        if self.exchange.export.articles.is_folder() {
            self.exchange.export.articles = ExportArticles::Shown;
        }
    }

    /// `Err` says why the choices make no data set.
    pub fn export_ready(&self) -> Result<(), &'static str> {
        let choice = &self.exchange.export;
        let labels = self.all_labels();
        if self.exchange.format().is_none() {
            Err(tr!("cmd-export-no-format"))
        } else if self.exported_count(choice.articles) == 0 {
            Err(tr!("cmd-export-none-done"))
        } else if choice.states.is_empty() {
            Err(tr!("cmd-export-no-kind"))
        } else if !labels.is_empty() && labels.iter().all(|it| choice.without.contains(&it.id)) {
            Err(tr!("cmd-export-no-label"))
        } else {
            self.needs_no_work()
        }
    }

    fn want_preview(&mut self) {
        if self.exchange.preview.ticket.is_some() {
            self.exchange.preview.is_outdated = true;
            return;
        }
        let Some(request) = self.export_request(true) else {
            self.exchange.preview.last = None;
            return;
        };
        self.next_ticket += 1;
        let ticket = self.next_ticket;
        self.exchange.preview.ticket = Some(ticket);
        self.start(Task::Preview {
            ticket,
            request: Box::new(request),
        });
    }

    /// The default path of an export: beside the article that is shown.
    pub fn suggested_export_path(&self) -> Option<PathBuf> {
        let format = self.exchange.format()?;
        let name = self.export_name();
        let name = match self.exchange.export.extension(format) {
            Some(extension) => format!("{name}.{extension}"),
            None => format!("{name}-{}", format.id),
        };
        Some(self.export_folder().join(name))
    }

    /// Beside the folder that is exported; or the folder of the article that is shown, or of what was opened
    /// last.
    fn export_folder(&self) -> PathBuf {
        let project = self.project.as_ref();
        let project = project.filter(|_| self.exchange.export.articles.is_folder());
        if let Some(beside) = project.and_then(|project| project.root().parent()) {
            return beside.to_owned();
        }
        let shown = self.article();
        let file = shown.and_then(|article| article.saved_at.as_ref().or(article.path.as_ref()));
        let beside = file.and_then(|path| path.parent());
        let last = self.preferences.recent.first();
        beside
            .or_else(|| last.and_then(Recent::folder))
            .map_or_else(PathBuf::new, PathBuf::from)
    }

    fn pick_export_path(&mut self) {
        if let Err(reason) = self.export_ready() {
            self.notices.tell(NoticeKind::Info, reason);
            return;
        }
        let (Some(suggested), Some(format)) =
            (self.suggested_export_path(), self.exchange.format())
        else {
            return;
        };
        let extension = self.exchange.export.extension(format);
        self.ask(WindowRequest::PickExportPath {
            suggested,
            extension,
        });
    }

    pub(in crate::app) fn export_to(&mut self, path: PathBuf, may_replace: bool) {
        self.dialog = None;
        if self.exchange.work.is_some() {
            self.notices.tell(NoticeKind::Info, tr!("exchange-busy"));
            return;
        }
        let Some(request) = self.export_request(false) else {
            return;
        };
        self.exchange.snapshots.clear();
        let kind = WorkKind::Export {
            path: path.clone(),
            may_replace,
        };
        let ticket = self.begin_work(kind);
        self.start(Task::Export {
            ticket,
            request: Box::new(request),
            path,
            may_replace,
        });
    }

    pub(in crate::app) fn begin_work(&mut self, kind: WorkKind) -> u64 {
        self.next_ticket += 1;
        self.exchange.work = Some(Work {
            ticket: self.next_ticket,
            kind,
            done: 0.0,
        });
        self.next_ticket
    }

    /// Asks the work to stop; what it had written by then is reported when it ends.
    pub(in crate::app) fn stop_work(&mut self) {
        if let Some(Work { ticket, .. }) = self.exchange.work {
            self.ask(WindowRequest::Cancel { ticket });
        }
    }

    fn end_work(&mut self, work: &Work, end: WorkEnd) {
        match end {
            WorkEnd::Exported(report) => {
                self.show_report(report);
                self.note_toured(TourStep::Export);
            }
            WorkEnd::Surveyed(survey) => self.take_survey(*survey),
            WorkEnd::Imported {
                report,
                opened,
                files,
            } => {
                self.show_report(report);
                self.take_imported(opened, files);
            }
            WorkEnd::Failed {
                message,
                is_in_the_way,
            } => match &work.kind {
                WorkKind::Export {
                    path,
                    may_replace: false,
                } if is_in_the_way => {
                    let question = Question::ReplaceDataSet(path.clone());
                    self.dialog = Some(Dialog::Confirm(question));
                }
                _ => {
                    self.drop_import();
                    self.notices.tell(NoticeKind::Problem, message);
                }
            },
            WorkEnd::Cancelled => {
                self.drop_import();
                let text = tr!("exchange-stopped");
                self.notices.tell(NoticeKind::Info, text);
            }
        }
        self.survey_waiting();
    }

    /// The notice offers the report, and stays until it is closed, where anything was left out.
    fn show_report(&mut self, report: Report) {
        let count = report.count();
        let text = match count {
            0 => report.title.clone(),
            count => tr!("report-left-out", title = &report.title, count = count),
        };
        let action = (count > 0).then_some(NoticeAction::Run(CommandId::LastReport));
        self.exchange.report = Some(report);
        self.notices.offer(NoticeKind::Info, text, action);
    }
}
