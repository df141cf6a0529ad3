//! The path prompt, with completion, for systems without a file dialog.

use std::path::{MAIN_SEPARATOR, Path, PathBuf};

use eframe::egui;
use egui::{
    Context, CornerRadius, EventFilter, Id, Key, Role, ScrollArea, Sense, TextEdit, Ui, WidgetInfo,
    vec2,
};

use crate::app::{
    ACTIVITY_TABLE, ActivityEvent, AgreementEvent, ComparingEvent, DictionaryEvent, Event,
    ExchangeEvent, PathPurpose, Recent, Session, StatisticsEvent,
};
use crate::ui::Outbox;
use crate::ui::panels::lists::{self, Step};
use crate::ui::panels::sheet::{Sheet, buttons};
use crate::ui::panels::widgets::{self, Ink, Press};
use crate::ui::theme::{Theme, interface, size};
use copydesk_i18n::tr;
use copydesk_text::folded;

#[derive(Default)]
pub struct PathPrompt {
    typed: String,
    /// The folder that was asked for last.
    asked: Option<PathBuf>,
    chosen: Option<usize>,
    is_new: bool,
    /// Whether to move the caret to the end, after a completion.
    to_end: bool,
}

const ROW: f32 = 26.0;
const LIST_HEIGHT: f32 = 8.0 * ROW;

impl PathPrompt {
    /// Starts beside the article, or in the folder of the last file opened.
    pub fn of(session: &Session, purpose: PathPurpose) -> Self {
        let last_folder = || {
            let recent = session.preferences().recent.first();
            let folder = recent.and_then(Recent::folder);
            folder.map_or_else(PathBuf::new, |folder| folder.join(""))
        };
        let typed = match purpose {
            PathPurpose::Save(id) => session.suggested_path(id).unwrap_or_default(),
            PathPurpose::Export => session.suggested_export_path().unwrap_or_default(),
            PathPurpose::Open
            | PathPurpose::OpenFolder
            | PathPurpose::ImportFolder
            | PathPurpose::Dictionary
            | PathPurpose::Compare
            | PathPurpose::CompareVersions
            | PathPurpose::StatisticsTables
            | PathPurpose::DictionaryExport => last_folder(),
            PathPurpose::StatisticsReport => session.suggested_report(),
            PathPurpose::ActivityExport => last_folder().join(ACTIVITY_TABLE),
        };
        Self {
            typed: typed.display().to_string(),
            is_new: true,
            to_end: true,
            ..Self::default()
        }
    }

    /// Asks for the entries of the typed folder if it has changed.
    pub fn want_folder(&mut self, outbox: &mut Outbox) {
        let (folder, _) = self.split();
        let folder = if folder.is_empty() {
            PathBuf::from(".")
        } else {
            PathBuf::from(folder)
        };
        if self.asked.as_ref() != Some(&folder) {
            self.asked = Some(folder.clone());
            outbox.send(Event::FolderWanted(folder));
        }
    }

    pub fn show(
        &mut self,
        ctx: &Context,
        session: &Session,
        purpose: PathPurpose,
        outbox: &mut Outbox,
    ) {
        let title = match purpose {
            PathPurpose::Open => tr!("path-title-open-article"),
            PathPurpose::OpenFolder => tr!("path-title-open-folder"),
            PathPurpose::Save(_) => tr!("path-title-save-article"),
            PathPurpose::Export => tr!("path-title-export-data"),
            PathPurpose::ImportFolder => tr!("path-title-save-in-folder"),
            PathPurpose::Dictionary => tr!("path-title-add-dictionary"),
            PathPurpose::DictionaryExport => tr!("path-title-export-dictionary"),
            PathPurpose::ActivityExport => tr!("path-title-export-activity"),
            PathPurpose::StatisticsTables => tr!("statistics-save-tables-in"),
            PathPurpose::StatisticsReport => tr!("statistics-save-report-to"),
            PathPurpose::Compare => tr!("agreement-choose-folder"),
            PathPurpose::CompareVersions => tr!("path-title-compare"),
        };
        let sheet = Sheet {
            title,
            width: 560.0,
            is_at_top: false,
        };
        sheet.show_closable(ctx, outbox, |ui, outbox| {
            let entries = self.fitting(session);
            let is_sent = self.take_keys(ui, &entries);
            if self.show_field(ui) {
                self.chosen = None;
            }
            if let Some(index) = self.show_entries(ui, &entries) {
                self.complete_with(entries.get(index));
            }
            let is_there = self.names_a_file(session);
            match self.show_answer(ui, purpose, is_there) {
                Some(0) => self.send(purpose, is_there, outbox),
                Some(_) => outbox.send(Event::DialogClosed),
                None if is_sent && self.is_ready(purpose) => self.send(purpose, is_there, outbox),
                None => {}
            }
            self.want_folder(outbox);
        });
    }

    /// The typed folder, and the typed beginning of a name in it.
    fn split(&self) -> (&str, &str) {
        let is_separator = |c: char| c == '/' || c == MAIN_SEPARATOR;
        match self.typed.rfind(is_separator) {
            Some(at) => self.typed.split_at(at + 1),
            None => ("", &self.typed),
        }
    }

    /// The entries that begin with what is typed; hidden ones only after a typed dot.
    fn fitting(&self, session: &Session) -> Vec<(String, bool)> {
        let listing = session.folder();
        if self.asked.as_ref() != Some(&listing.path) {
            return Vec::new();
        }
        let (_, name) = self.split();
        let start = folded(name);
        let fits = |entry: &str| {
            folded(entry).starts_with(&start) && (!entry.starts_with('.') || start.starts_with('.'))
        };
        listing
            .entries
            .iter()
            .filter(|(entry, _)| fits(entry))
            .cloned()
            .collect()
    }

    /// Handles arrows and Tab; `true` if Enter was pressed on what is typed.
    fn take_keys(&mut self, ui: &Ui, entries: &[(String, bool)]) -> bool {
        let step = [(Key::ArrowDown, Step::Down), (Key::ArrowUp, Step::Up)]
            .into_iter()
            .find(|(key, _)| lists::pressed(ui, *key));
        if let Some((_, step)) = step
            && !entries.is_empty()
            && let Step::To(index) = step.from(self.chosen, entries.len(), 1)
        {
            self.chosen = Some(index);
            if let Some(entry) = entries.get(index) {
                lists::say_chosen(ui, &spoken(entry), index, entries.len());
            }
        }
        if lists::pressed(ui, Key::Tab) {
            match self.chosen {
                Some(index) => self.complete_with(entries.get(index)),
                None => self.complete_common(entries),
            }
        }
        if !lists::pressed(ui, Key::Enter) {
            return false;
        }
        match self.chosen.take().and_then(|index| entries.get(index)) {
            Some(entry) => {
                self.complete_with(Some(entry));
                !entry.1
            }
            None => true,
        }
    }

    fn complete_with(&mut self, entry: Option<&(String, bool)>) {
        let Some((name, is_folder)) = entry else {
            return;
        };
        let (folder, _) = self.split();
        let end = if *is_folder { "/" } else { "" };
        self.typed = format!("{folder}{name}{end}");
        self.chosen = None;
        self.to_end = true;
    }

    /// Completes what all matching entries have in common.
    fn complete_common(&mut self, entries: &[(String, bool)]) {
        if let [only] = entries {
            self.complete_with(Some(only));
            return;
        }
        let Some((first, _)) = entries.first() else {
            return;
        };
        let common: String = first
            .chars()
            .enumerate()
            .take_while(|(index, c)| {
                entries
                    .iter()
                    .all(|(name, _)| name.chars().nth(*index) == Some(*c))
            })
            .map(|(_, c)| c)
            .collect();
        let (folder, name) = self.split();
        if common.len() > name.len() {
            self.typed = format!("{folder}{common}");
            self.to_end = true;
        }
    }

    fn show_field(&mut self, ui: &mut Ui) -> bool {
        let id = Id::unique("path");
        if std::mem::take(&mut self.to_end) {
            let end = egui::text::CCursor::new(self.typed.chars().count());
            let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
            let range = egui::text::CCursorRange::one(end);
            state.cursor.set_char_range(Some(range));
            TextEdit::store_state(ui.ctx(), id, state);
        }
        let filter = EventFilter {
            tab: true,
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: false,
        };
        let field = widgets::field(&mut self.typed, id, tr!("path-hint"))
            .event_filter(filter)
            .margin(egui::Margin::symmetric(10, 7));
        let response = ui.add(field).accessible_name(tr!("path-path"));
        if std::mem::take(&mut self.is_new) {
            response.request_focus();
        }
        response.changed()
    }

    /// The entry that was clicked.
    fn show_entries(&self, ui: &mut Ui, entries: &[(String, bool)]) -> Option<usize> {
        let mut clicked = None;
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.set_min_height(LIST_HEIGHT);
            let rect = ui.available_rect_before_wrap();
            lists::beside_field(ui, rect, list_id(), tr!("path-files"));
            let area = ScrollArea::vertical()
                .max_height(LIST_HEIGHT)
                .auto_shrink(false);
            lists::show_rows(
                ui,
                (list_id(), entries.len()),
                area,
                (ROW, entries.len()),
                |ui, rows| {
                    for index in rows {
                        let Some(entry) = entries.get(index) else {
                            continue;
                        };
                        if show_entry(ui, (index, entry), self.chosen == Some(index)) {
                            clicked = Some(index);
                        }
                    }
                },
            );
        });
        clicked
    }

    /// Whether a file with the typed path exists.
    fn names_a_file(&self, session: &Session) -> bool {
        let (_, name) = self.split();
        let listing = session.folder();
        let mut entries = listing.entries.iter();
        self.asked.as_ref() == Some(&listing.path)
            && entries.any(|(entry, is_folder)| entry == name && !is_folder)
    }

    fn is_ready(&self, purpose: PathPurpose) -> bool {
        match purpose {
            PathPurpose::OpenFolder
            | PathPurpose::ImportFolder
            | PathPurpose::StatisticsTables
            | PathPurpose::Compare => !self.typed.trim().is_empty(),
            PathPurpose::Open
            | PathPurpose::CompareVersions
            | PathPurpose::Save(_)
            | PathPurpose::Export
            | PathPurpose::Dictionary
            | PathPurpose::DictionaryExport
            | PathPurpose::StatisticsReport
            | PathPurpose::ActivityExport => !self.split().1.is_empty(),
        }
    }

    /// The index of the pressed button: 0 sends, 1 cancels.
    fn show_answer(&self, ui: &mut Ui, purpose: PathPurpose, is_there: bool) -> Option<usize> {
        let replaces = is_there
            && matches!(
                purpose,
                PathPurpose::Save(_)
                    | PathPurpose::Export
                    | PathPurpose::DictionaryExport
                    | PathPurpose::StatisticsReport
                    | PathPurpose::ActivityExport
            );
        let verb = match purpose {
            _ if replaces => tr!("path-replace"),
            PathPurpose::Open | PathPurpose::OpenFolder => tr!("path-open"),
            PathPurpose::Dictionary | PathPurpose::Compare => tr!("path-add"),
            PathPurpose::Save(_)
            | PathPurpose::ImportFolder
            | PathPurpose::StatisticsTables
            | PathPurpose::StatisticsReport => tr!("path-save"),
            PathPurpose::CompareVersions => tr!("path-compare"),
            PathPurpose::Export | PathPurpose::DictionaryExport | PathPurpose::ActivityExport => {
                tr!("path-export")
            }
        };
        let about = if replaces {
            tr!("path-will-be-replaced")
        } else {
            tr!("path-keys")
        };
        widgets::quiet(ui, about);
        let presses = [
            Press::new(verb)
                .key("Enter")
                .enabled(self.is_ready(purpose)),
            Press::new(tr!("sheet-cancel")).key("Escape"),
        ];
        buttons(ui, presses)
    }

    /// Sends the path. Where a file `is_there`, the prompt has said that it will be replaced.
    fn send(&self, purpose: PathPurpose, is_there: bool, outbox: &mut Outbox) {
        let path = Path::new(self.typed.trim()).to_owned();
        outbox.send(match purpose {
            PathPurpose::Open | PathPurpose::OpenFolder => Event::PathsChosen(vec![path]),
            PathPurpose::Export => Event::Exchange(ExchangeEvent::ExportPathChosen {
                path,
                may_replace: is_there,
            }),
            PathPurpose::Dictionary => Event::Dictionary(DictionaryEvent::ImportPathChosen(path)),
            PathPurpose::DictionaryExport => {
                Event::Dictionary(DictionaryEvent::ExportPathChosen(path))
            }
            PathPurpose::CompareVersions => Event::Comparing(ComparingEvent::Chosen(vec![path])),
            PathPurpose::ActivityExport => Event::Activity(ActivityEvent::ExportPathChosen(path)),
            PathPurpose::ImportFolder => Event::Exchange(ExchangeEvent::ImportFolderChosen(path)),
            PathPurpose::StatisticsTables => {
                Event::Statistics(StatisticsEvent::TablesFolderChosen(path))
            }
            PathPurpose::StatisticsReport => Event::Statistics(StatisticsEvent::ReportPathChosen {
                path,
                may_replace: is_there,
            }),
            PathPurpose::Compare => Event::Agreement(AgreementEvent::FolderChosen(path)),
            PathPurpose::Save(article) => Event::SavePathChosen {
                article,
                path,
                may_replace: is_there,
            },
        });
    }
}

fn list_id() -> Id {
    Id::unique("entries of the folder")
}

fn spoken((name, is_folder): &(String, bool)) -> String {
    if *is_folder {
        tr!("path-folder-spoken", name = name)
    } else {
        tr!("path-file-spoken", name = name)
    }
}

/// Whether the entry, a name and whether it is a folder, was clicked.
fn show_entry(ui: &mut Ui, (place, entry): (usize, &(String, bool)), is_chosen: bool) -> bool {
    let (name, is_folder) = entry;
    let theme = Theme::of(ui.ctx());
    let response = ui.allocate_response(vec2(ui.available_width(), ROW), Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, true, spoken(entry)));
    lists::place_row(list_id(), &response, place, is_chosen);
    let rect = response.rect;
    if is_chosen || response.hovered() {
        let fill = if is_chosen { theme.chosen } else { theme.hover };
        ui.painter().rect_filled(rect, CornerRadius::same(4), fill);
    }
    if is_chosen {
        response.scroll_to_me_animation(None, egui::style::ScrollAnimation::none());
    }
    let ink = Ink::new(interface(size::INTERFACE), theme.text);
    let words = if *is_folder {
        format!("{name}/")
    } else {
        name.clone()
    };
    let galley = widgets::lay_out(ui, &words, &ink, rect.width() - 20.0, 1);
    let response = widgets::whole(response, &galley, &words);
    widgets::paint_line(ui, galley, rect.left() + 10.0, rect.center().y);
    response.clicked()
}
