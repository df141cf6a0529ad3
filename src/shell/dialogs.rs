//! The system's file dialogs, which never hold up the window.

use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use eframe::egui;

use crate::app::{
    ActivityEvent, AgreementEvent, ArticleId, ComparingEvent, DictionaryEvent, Event,
    ExchangeEvent, FolderPurpose, PathPurpose, StatisticsEvent,
};
use crate::shell::desktop;
use copydesk_i18n::tr;

/// Asks for files on threads and turns the answers into events.
pub struct Dialogs {
    ctx: egui::Context,
    answers: (Sender<Event>, Receiver<Event>),
}

/// No person can have closed a dialog so soon: what the machine has for dialogs does not work.
const TOO_SOON: Duration = Duration::from_millis(250);

impl Dialogs {
    pub fn new(ctx: egui::Context) -> Self {
        Self {
            ctx,
            answers: channel(),
        }
    }

    pub fn pick_files(&self, parent: &eframe::Frame) {
        let dialog = rfd::AsyncFileDialog::new()
            .set_title(tr!("shell-open-articles"))
            .set_parent(parent)
            // Files are recognized by what is in them, whatever they are called.
            .add_filter(tr!("shell-all-files"), &["*"])
            .add_filter(tr!("shell-articles"), &["ron"])
            .add_filter(tr!("shell-texts"), &["txt", "text", "md"]);
        let picked = dialog.pick_files();
        self.wait(PathPurpose::Open, move || {
            let files = pollster::block_on(picked)?;
            let paths = files.iter().map(|file| file.path().to_owned()).collect();
            Some(Event::PathsChosen(paths))
        });
    }

    /// From two to five versions of an article, or one of them.
    pub fn pick_versions(&self, parent: &eframe::Frame) {
        let dialog = rfd::AsyncFileDialog::new()
            .set_title(tr!("shell-compare-versions"))
            .set_parent(parent)
            .add_filter(tr!("shell-articles"), &["ron"])
            .add_filter(tr!("shell-all-files"), &["*"]);
        let picked = dialog.pick_files();
        self.wait(PathPurpose::CompareVersions, move || {
            let files = pollster::block_on(picked)?;
            let paths = files.iter().map(|file| file.path().to_owned()).collect();
            Some(Event::Comparing(ComparingEvent::Chosen(paths)))
        });
    }

    pub fn pick_save_path(&self, parent: &eframe::Frame, article: ArticleId, suggested: &Path) {
        let dialog = rfd::AsyncFileDialog::new()
            .set_title(tr!("shell-save-article"))
            .set_parent(parent)
            .add_filter(tr!("shell-article"), &["ron"]);
        let picked = beginning_at(dialog, suggested).save_file();
        self.wait(PathPurpose::Save(article), move || {
            let path = pollster::block_on(picked)?.path().to_owned();
            // The dialog has asked about exactly this name.
            Some(Event::SavePathChosen {
                article,
                path,
                may_replace: true,
            })
        });
    }

    /// A file with `extension`, or a folder that the data set becomes.
    pub fn pick_export_path(
        &self,
        parent: &eframe::Frame,
        suggested: &Path,
        extension: Option<&'static str>,
    ) {
        let title = match extension {
            Some(_) => tr!("shell-export-data-set"),
            None => tr!("shell-name-folder"),
        };
        let mut dialog = rfd::AsyncFileDialog::new()
            .set_title(title)
            .set_parent(parent);
        if let Some(extension) = extension {
            dialog = dialog.add_filter(tr!("shell-data-set"), &[extension]);
        }
        let picked = beginning_at(dialog, suggested).save_file();
        self.wait(PathPurpose::Export, move || {
            let path = pollster::block_on(picked)?.path().to_owned();
            let named = match extension {
                Some(extension) if path.extension().is_none() => path.with_extension(extension),
                _ => path.clone(),
            };
            Some(Event::Exchange(ExchangeEvent::ExportPathChosen {
                // The dialog has asked about the file that it was given, and about no folder.
                may_replace: extension.is_some() && named == path,
                path: named,
            }))
        });
    }

    pub fn pick_dictionary(&self, parent: &eframe::Frame) {
        let dialog = rfd::AsyncFileDialog::new()
            .set_title(tr!("shell-add-dictionary"))
            .set_parent(parent)
            .add_filter(
                tr!("shell-dictionaries"),
                &["txt", "csv", "tsv", "jsonl", "json"],
            )
            .add_filter(tr!("shell-all-files"), &["*"]);
        let picked = dialog.pick_file();
        self.wait(PathPurpose::Dictionary, move || {
            let path = pollster::block_on(picked)?.path().to_owned();
            let event = DictionaryEvent::ImportPathChosen(path);
            Some(Event::Dictionary(event))
        });
    }

    pub fn pick_dictionary_path(
        &self,
        parent: &eframe::Frame,
        suggested: &Path,
        extension: &'static str,
    ) {
        let dialog = rfd::AsyncFileDialog::new()
            .set_title(tr!("shell-export-dictionary"))
            .set_parent(parent)
            .add_filter(tr!("shell-dictionary"), &[extension]);
        let picked = beginning_at(dialog, suggested).save_file();
        self.wait(PathPurpose::DictionaryExport, move || {
            let path = pollster::block_on(picked)?.path().to_owned();
            let event = DictionaryEvent::ExportPathChosen(path);
            Some(Event::Dictionary(event))
        });
    }

    pub fn pick_activity_path(&self, parent: &eframe::Frame, suggested: &Path) {
        let dialog = rfd::AsyncFileDialog::new()
            .set_title(tr!("shell-export-activity"))
            .set_parent(parent)
            .add_filter(tr!("shell-table"), &["csv"]);
        let picked = beginning_at(dialog, suggested).save_file();
        self.wait(PathPurpose::ActivityExport, move || {
            let path = pollster::block_on(picked)?.path().to_owned();
            let event = ActivityEvent::ExportPathChosen(path);
            Some(Event::Activity(event))
        });
    }

    pub fn pick_report_path(&self, parent: &eframe::Frame, suggested: &Path) {
        let dialog = rfd::AsyncFileDialog::new()
            .set_title(tr!("statistics-save-report-to"))
            .set_parent(parent)
            .add_filter(tr!("statistics-page"), &["html"]);
        let picked = beginning_at(dialog, suggested).save_file();
        self.wait(PathPurpose::StatisticsReport, move || {
            let path = pollster::block_on(picked)?.path().to_owned();
            // The dialog has asked about exactly this name.
            let event = StatisticsEvent::ReportPathChosen {
                path,
                may_replace: true,
            };
            Some(Event::Statistics(event))
        });
    }

    pub fn pick_folder(&self, parent: &eframe::Frame, purpose: FolderPurpose) {
        let (title, path_purpose) = match purpose {
            FolderPurpose::Open => (tr!("shell-open-folder"), PathPurpose::OpenFolder),
            FolderPurpose::Import => (tr!("shell-import-folder"), PathPurpose::ImportFolder),
            FolderPurpose::Tables => (
                tr!("statistics-save-tables-in"),
                PathPurpose::StatisticsTables,
            ),
            FolderPurpose::Compare => (tr!("agreement-choose-folder"), PathPurpose::Compare),
        };
        let dialog = rfd::AsyncFileDialog::new()
            .set_title(title)
            .set_parent(parent);
        let picked = dialog.pick_folder();
        self.wait(path_purpose, move || {
            let path = pollster::block_on(picked)?.path().to_owned();
            Some(match purpose {
                FolderPurpose::Open => Event::PathsChosen(vec![path]),
                FolderPurpose::Import => Event::Exchange(ExchangeEvent::ImportFolderChosen(path)),
                FolderPurpose::Tables => {
                    Event::Statistics(StatisticsEvent::TablesFolderChosen(path))
                }
                FolderPurpose::Compare => Event::Agreement(AgreementEvent::FolderChosen(path)),
            })
        });
    }

    /// Shows a folder in the desktop's program for files; says so where that cannot be done.
    pub fn show_folder(&self, path: &Path) {
        let (answers, ctx, path) = (self.answers.0.clone(), self.ctx.clone(), path.to_owned());
        let work = move || {
            if let Err(trouble) = desktop::show_folder(desktop::FILE_PROGRAM, &path)
                && answers.send(Event::Trouble(trouble)).is_ok()
            {
                ctx.request_repaint();
            }
        };
        let thread = std::thread::Builder::new().name("show folder".to_owned());
        if let Err(error) = thread.spawn(work) {
            let trouble = tr!("shell-folder-no-thread", error = error.to_string());
            // We hold the other end of the channel.
            drop(self.answers.0.send(Event::Trouble(trouble)));
        }
    }

    pub fn answers(&self) -> Vec<Event> {
        self.answers.1.try_iter().collect()
    }

    /// The dialog of rfd says "nothing chosen" both when a person cancels and when the machine has
    /// no dialog at all: so it is only asked where there is one.
    fn wait(&self, purpose: PathPurpose, ask: impl FnOnce() -> Option<Event> + Send + 'static) {
        let (answers, ctx) = (self.answers.0.clone(), self.ctx.clone());
        let work = move || {
            let begun = Instant::now();
            let has_dialog = desktop::has_file_dialog();
            let chosen = has_dialog.then(ask).flatten();
            let is_missing = !has_dialog || begun.elapsed() < TOO_SOON;
            let answer = chosen.unwrap_or(if is_missing {
                Event::NoFileDialog(purpose)
            } else {
                Event::DialogCancelled(purpose)
            });
            // The window that asked may be gone by now: then nobody waits for the answer.
            if answers.send(answer).is_ok() {
                ctx.request_repaint();
            }
        };
        let thread = std::thread::Builder::new().name("file dialog".to_owned());
        // Without a thread the window asks by itself; we hold the other end of the channel.
        if thread.spawn(work).is_err() && self.answers.0.send(Event::NoFileDialog(purpose)).is_ok()
        {
            self.ctx.request_repaint();
        }
    }
}

fn beginning_at(mut dialog: rfd::AsyncFileDialog, suggested: &Path) -> rfd::AsyncFileDialog {
    if let Some(folder) = suggested.parent().filter(|folder| folder.is_dir()) {
        dialog = dialog.set_directory(folder);
    }
    // zenity is given the name only, without the folder.
    let is_whole = suggested.is_absolute() && desktop::uses_zenity();
    let name = if is_whole {
        Some(suggested.as_os_str())
    } else {
        suggested.file_name()
    };
    if let Some(name) = name {
        dialog = dialog.set_file_name(name.to_string_lossy());
    }
    dialog
}
