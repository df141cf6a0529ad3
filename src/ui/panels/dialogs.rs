//! Which dialog is open, and what is typed into it.

use eframe::egui;
use egui::Context;

use crate::app::{Dialog, Session};
use crate::ui::Outbox;
use crate::ui::panels::about::AboutPage;
use crate::ui::panels::activity::ActivityDialog;
use crate::ui::panels::confirm::ConfirmDialog;
use crate::ui::panels::conflicts::ConflictsDialog;
use crate::ui::panels::dictionaries::DictionariesDialog;
use crate::ui::panels::everywhere::EverywhereDialog;
use crate::ui::panels::export::ExportDialog;
use crate::ui::panels::import::ImportDialog;
use crate::ui::panels::lint::LintDialog;
use crate::ui::panels::pages::KeysPage;
use crate::ui::panels::palette::Palette;
use crate::ui::panels::path_prompt::PathPrompt;
use crate::ui::panels::problems::ProblemsDialog;
use crate::ui::panels::search::SearchDialog;
use crate::ui::panels::settings::SettingsDialog;
use crate::ui::panels::versions::VersionsDialog;
use crate::ui::panels::{agreement, report, statistics};

/// The dialog that was open in the last frame, and the state of every dialog.
#[derive(Default)]
pub struct Dialogs {
    open: Option<Dialog>,
    palette: Palette,
    keys: KeysPage,
    about: AboutPage,
    path: PathPrompt,
    export: ExportDialog,
    import: ImportDialog,
    versions: VersionsDialog,
    conflicts: ConflictsDialog,
    everywhere: EverywhereDialog,
    search: SearchDialog,
    lint: LintDialog,
    settings: SettingsDialog,
    dictionaries: DictionariesDialog,
    activity: ActivityDialog,
    confirm: ConfirmDialog,
    problems: ProblemsDialog,
}

impl Dialogs {
    /// Whether the dialog of the last frame has closed and no other has opened.
    pub fn has_closed(&self, session: &Session) -> bool {
        self.open.is_some() && session.dialog().is_none()
    }

    pub fn show(&mut self, ctx: &Context, session: &Session, outbox: &mut Outbox) {
        if self.open.as_ref() != session.dialog() {
            self.open = session.dialog().cloned();
            if self.open.is_some() {
                egui::Popup::close_all(ctx);
            }
            self.begin(session, outbox);
        }
        let Some(dialog) = &self.open else { return };
        match dialog {
            Dialog::Palette => self.palette.show(ctx, session, outbox),
            Dialog::Keys => self.keys.show(ctx, session, outbox),
            Dialog::About => self.about.show(ctx, session, outbox),
            Dialog::Path(purpose) => self.path.show(ctx, session, *purpose, outbox),
            Dialog::Export => self.export.show(ctx, session, outbox),
            Dialog::Import => self.import.show(ctx, session, outbox),
            Dialog::Problems => self.problems.show(ctx, session, outbox),
            Dialog::Report => report::show(ctx, session, outbox),
            Dialog::Confirm(question) => self.confirm.show(ctx, session, question, outbox),
            Dialog::Versions => self.versions.show(ctx, session, outbox),
            Dialog::Conflicts => self.conflicts.show(ctx, session, outbox),
            Dialog::Dictionaries => self.dictionaries.show(ctx, session, outbox),
            Dialog::Everywhere => self.everywhere.show(ctx, session, outbox),
            Dialog::Search => self.search.show(ctx, session, outbox),
            Dialog::Lint => self.lint.show(ctx, session, outbox),
            Dialog::Settings => self.settings.show(ctx, session, outbox),
            Dialog::Activity => self.activity.show(ctx, session, outbox),
            Dialog::Statistics => statistics::show(ctx, session, outbox),
            Dialog::Agreement => agreement::show(ctx, session, outbox),
        }
    }

    /// Resets the state of the dialog that has just opened.
    fn begin(&mut self, session: &Session, outbox: &mut Outbox) {
        match &self.open {
            Some(Dialog::Palette) => self.palette = Palette::default(),
            Some(Dialog::Keys) => self.keys = KeysPage::default(),
            Some(Dialog::Path(purpose)) => {
                self.path = PathPrompt::of(session, *purpose);
                self.path.want_folder(outbox);
            }
            Some(Dialog::Export) => self.export = ExportDialog::of(session),
            Some(Dialog::Problems) => self.problems.begin(session),
            Some(Dialog::Import) => self.import = ImportDialog::new(),
            Some(Dialog::Versions) => self.versions = VersionsDialog::new(),
            Some(Dialog::Conflicts) => self.conflicts = ConflictsDialog::new(),
            Some(Dialog::Everywhere) => self.everywhere = EverywhereDialog::new(),
            Some(Dialog::Search) => self.search = SearchDialog::of(session),
            Some(Dialog::Lint) => self.lint.begin(),
            Some(Dialog::Settings) => self.settings = SettingsDialog::of(session),
            Some(Dialog::Dictionaries) => self.dictionaries = DictionariesDialog::new(),
            Some(Dialog::Activity) => self.activity = ActivityDialog::new(),
            Some(Dialog::Confirm(_)) => self.confirm = ConfirmDialog::default(),
            Some(Dialog::About) => self.about = AboutPage::default(),
            Some(Dialog::Report | Dialog::Statistics | Dialog::Agreement) | None => {}
        }
    }
}
