//! The dialog of one's own lists and patterns: what each finds, and its text to edit.

use std::path::PathBuf;

use eframe::egui;
use egui::{
    Context, CornerRadius, Id, Margin, Role, ScrollArea, Sense, TextEdit, Ui, WidgetInfo, vec2,
};

use crate::app::{
    DictionaryDeed, DictionaryEvent, DictionaryLine, Event, OwnDictionaries, Session,
};
use crate::ui::Outbox;
use crate::ui::panels::lists::{self, Step};
use crate::ui::panels::sheet::{Sheet, buttons};
use crate::ui::panels::widgets::{self, Ink, Press};
use crate::ui::panels::{context_menu, dictionary_file};
use crate::ui::theme::{Theme, interface, size, strong};
use copydesk_i18n::tr;

#[derive(Default)]
pub struct DictionariesDialog {
    is_new: bool,
    /// The file that is shown.
    chosen: Option<PathBuf>,
    /// The file that the session wanted shown, once that was done.
    followed: Option<PathBuf>,
    draft: Draft,
}

/// What is typed for one file.
#[derive(Default)]
pub struct Draft {
    pub path: PathBuf,
    /// As the file held it.
    saved: String,
    pub text: String,
    pub name: String,
    /// The text that was tried last.
    asked: String,
    /// The text that is being saved.
    sent: Option<String>,
}

const WIDTH: f32 = 860.0;
const LIST_WIDTH: f32 = 236.0;
const ROW: f32 = 44.0;
/// Height of the body without any file.
const EMPTY: f32 = 120.0;
/// Height around the dialog's body: margins, title and buttons.
const AROUND: f32 = 190.0;

fn list_id() -> Id {
    Id::unique("dictionaries")
}

impl DictionariesDialog {
    pub fn new() -> Self {
        Self {
            is_new: true,
            ..Self::default()
        }
    }

    pub fn show(&mut self, ctx: &Context, session: &Session, outbox: &mut Outbox) {
        let dictionaries = session.dictionaries();
        self.follow(dictionaries);
        let sheet = Sheet {
            title: tr!("dictionaries-title"),
            width: WIDTH,
            is_at_top: false,
        };
        let mut is_done = false;
        let is_closed = sheet.show(ctx, |ui| {
            widgets::quiet(ui, tr!("dictionaries-about"));
            ui.add_space(10.0);
            self.show_body(ui, session, outbox);
            is_done = show_buttons(ui, dictionaries, outbox);
        });
        if is_closed || is_done {
            self.draft.save(outbox);
            outbox.send(Event::DialogClosed);
        }
    }

    /// Shows what the session wants shown, and what the file holds now.
    fn follow(&mut self, dictionaries: &OwnDictionaries) {
        let is_listed = |path: &PathBuf| dictionaries.lines.iter().any(|line| line.path == *path);
        if dictionaries.wanted != self.followed {
            self.followed.clone_from(&dictionaries.wanted);
            let wanted = dictionaries.wanted.clone().filter(is_listed);
            self.chosen = wanted.or(self.chosen.take());
        }
        let chosen = self.chosen.take().filter(is_listed);
        self.chosen = chosen.or_else(|| Some(dictionaries.lines.first()?.path.clone()));
        let mut lines = dictionaries.lines.iter();
        match lines.find(|line| Some(&line.path) == self.chosen.as_ref()) {
            Some(line) => self.draft.follow(line, dictionaries.has_failed),
            None => self.draft = Draft::default(),
        }
    }

    fn show_body(&mut self, ui: &mut Ui, session: &Session, outbox: &mut Outbox) {
        let height = if session.dictionaries().lines.is_empty() {
            EMPTY
        } else {
            (ui.ctx().content_rect().height() - AROUND).clamp(200.0, 470.0)
        };
        let width = ui.available_width() - LIST_WIDTH - 20.0;
        ui.horizontal_top(|ui| {
            ui.set_min_height(height);
            ui.spacing_mut().item_spacing.x = 20.0;
            ui.allocate_ui(vec2(LIST_WIDTH, height), |ui| {
                ui.set_width(LIST_WIDTH);
                ui.vertical(|ui| self.show_list(ui, height, session.dictionaries(), outbox));
            });
            ui.allocate_ui(vec2(width, height), |ui| {
                ui.set_width(width);
                ui.vertical(|ui| self.show_file(ui, height, session, outbox));
            });
        });
    }

    fn show_list(
        &mut self,
        ui: &mut Ui,
        height: f32,
        dictionaries: &OwnDictionaries,
        outbox: &mut Outbox,
    ) {
        let list_height = height - 42.0;
        let rect = egui::Rect::from_min_size(ui.cursor().min, vec2(LIST_WIDTH, list_height));
        let is_menu_asked_for = context_menu::is_asked_for(ui, list_id());
        let name = tr!("dictionaries-title");
        let has_keyboard = lists::in_dialog(ui, rect, list_id(), name, &mut self.is_new);
        let lines = &dictionaries.lines;
        let here = lines
            .iter()
            .position(|line| Some(&line.path) == self.chosen.as_ref());
        if has_keyboard {
            let step = lists::pressed_step(ui).map(|step| step.from(here, lines.len(), 5));
            if let Some(Step::To(row)) = step {
                self.choose(lines.get(row), outbox);
            }
        }
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let area = ScrollArea::vertical()
                .id_salt("dictionaries")
                .max_height(list_height)
                .min_scrolled_height(list_height)
                .auto_shrink(false);
            lists::show_rows(
                ui,
                (list_id(), lines.len()),
                area,
                (ROW, lines.len()),
                |ui, rows| {
                    for place in rows {
                        if let Some(line) = lines.get(place) {
                            let line = (place, line, is_menu_asked_for);
                            self.show_row(ui, dictionaries, line, outbox);
                        }
                    }
                },
            );
        });
        lists::paint_ring(ui, list_id(), rect);
        ui.add_space(8.0);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            if Press::new(tr!("dictionaries-new")).show(ui).clicked() {
                self.draft.save(outbox);
                wanted(DictionaryDeed::Create, outbox);
            }
            if Press::new(tr!("dictionaries-add")).show(ui).clicked() {
                self.draft.save(outbox);
                outbox.send(Event::Dictionary(DictionaryEvent::ImportWanted));
            }
        });
    }

    fn choose(&mut self, line: Option<&DictionaryLine>, outbox: &mut Outbox) {
        if let Some(line) = line {
            self.draft.save(outbox);
            self.chosen = Some(line.path.clone());
        }
    }

    fn show_row(
        &mut self,
        ui: &mut Ui,
        dictionaries: &OwnDictionaries,
        (place, line, is_menu_asked_for): (usize, &DictionaryLine, bool),
        outbox: &mut Outbox,
    ) {
        let known = dictionaries.line(&line.path).unwrap_or(line);
        let about = about(known, dictionaries.has_article);
        let is_chosen = Some(&line.path) == self.chosen.as_ref();
        let response = ui.allocate_response(vec2(ui.available_width(), ROW), Sense::CLICK);
        response.widget_info(|| {
            let name = format!("{}, {about}", line.name);
            WidgetInfo::labeled(Role::ListBoxOption, true, name)
        });
        lists::place_row(list_id(), &response, place, is_chosen);
        let theme = Theme::of(ui.ctx());
        let ground = match (is_chosen, response.hovered()) {
            (true, _) => theme.chosen,
            (false, true) => theme.hover,
            (false, false) => theme.raised,
        };
        let rect = response.rect;
        ui.painter()
            .rect_filled(rect, CornerRadius::same(4), ground);
        let (left, width) = (rect.left() + 10.0, rect.width() - 20.0);
        let ink = Ink::new(strong(size::INTERFACE), theme.text);
        let name = widgets::lay_out(ui, &line.name, &ink, width, 1);
        let response = widgets::whole(response, &name, &line.name);
        widgets::paint_line(ui, name, left, rect.top() + 15.0);
        let ink = Ink::new(interface(size::SMALL), theme.quiet);
        let galley = widgets::lay_out(ui, &about, &ink, width, 1);
        widgets::paint_line(ui, galley, left, rect.top() + 31.0);
        if response.clicked() || response.secondary_clicked() {
            self.choose(Some(line), outbox);
            ui.memory_mut(|memory| memory.request_focus(list_id()));
        }
        let asks_menu = is_menu_asked_for && is_chosen;
        let asked_at = asks_menu.then(|| rect.left_bottom() + vec2(10.0, 0.0));
        context_menu::show(&response, asked_at, |ui| {
            let first = dictionary_file::show_lines(ui, line, &mut self.draft, outbox);
            widgets::hairline(ui, 3.0);
            context_menu::show_place(ui, &line.path, outbox);
            first
        });
    }

    fn show_file(&mut self, ui: &mut Ui, height: f32, session: &Session, outbox: &mut Outbox) {
        let dictionaries = session.dictionaries();
        let chosen = self.chosen.as_ref();
        let Some(line) = chosen.and_then(|path| dictionaries.line(path)) else {
            if dictionaries.is_listed {
                widgets::quiet(ui, tr!("dictionaries-none"));
            }
            return;
        };
        dictionary_file::show_head(ui, session, line, &mut self.draft, outbox);
        ui.add_space(8.0);
        let problems = dictionary_file::problems_height(line);
        self.show_text(ui, (height - 118.0 - problems).max(80.0));
        dictionary_file::show_problems(ui, line);
        self.draft.try_out(dictionaries, outbox);
        dictionary_file::show_found(ui, line, dictionaries.has_article);
        dictionary_file::show_deeds(ui, line, &mut self.draft, outbox);
    }

    fn show_text(&mut self, ui: &mut Ui, height: f32) {
        ScrollArea::vertical()
            .id_salt("entries")
            .max_height(height)
            .min_scrolled_height(height)
            .auto_shrink(false)
            .show(ui, |ui| {
                if self.draft.text.len() > MOST_EDITED {
                    widgets::quiet(ui, tr!("dictionaries-too-long"));
                    return;
                }
                let id = Id::unique("dictionary text");
                let field = TextEdit::multiline(&mut self.draft.text)
                    .id(id)
                    .font(interface(size::INTERFACE))
                    .margin(Margin::symmetric(8, 6))
                    .desired_width(f32::INFINITY)
                    .min_size(vec2(0.0, height))
                    .hint_text(tr!("dictionaries-entries-hint"));
                let response = ui.add(field);
                response.ctx.accesskit_node_builder(response.id, |node| {
                    node.set_label(tr!("dictionaries-entries"));
                });
            });
    }
}

/// `true` to close the dialog.
fn show_buttons(ui: &mut Ui, dictionaries: &OwnDictionaries, outbox: &mut Outbox) -> bool {
    let Some(deleted) = &dictionaries.deleted else {
        return buttons(ui, [Press::new(tr!("sheet-close")).key("Escape")]).is_some();
    };
    let undo = tr!("dictionaries-bring-back", name = &deleted.name);
    let presses = [
        Press::new(tr!("sheet-close")).key("Escape"),
        Press::new(&undo),
    ];
    match buttons(ui, presses) {
        Some(0) => true,
        Some(_) => {
            outbox.send(Event::Dictionary(DictionaryEvent::DeleteUndone));
            false
        }
        None => false,
    }
}

/// A longer file is laid out too slowly to type in.
const MOST_EDITED: usize = 200_000;

/// What is to be known of a file, in one line.
fn about(line: &DictionaryLine, has_article: bool) -> String {
    let mut parts = Vec::new();
    match line.labels.as_slice() {
        [] => {}
        [label] => parts.push(label.to_lowercase()),
        labels => parts.push(tr!("dictionaries-labels", count = labels.len())),
    }
    parts.push(tr!("dictionaries-entry-count", count = line.entries));
    if has_article {
        parts.push(tr!("dictionaries-here", count = line.matches));
    }
    if line.is_shared {
        parts.push(tr!("dictionaries-shared").to_owned());
    }
    parts.join(" · ")
}

pub fn wanted(deed: DictionaryDeed, outbox: &mut Outbox) {
    outbox.send(Event::Dictionary(DictionaryEvent::Wanted(deed)));
}

impl Draft {
    /// Takes over what the file holds, unless something else is typed and not saved.
    fn follow(&mut self, line: &DictionaryLine, has_failed: bool) {
        if has_failed && self.sent.take().is_some() {
            // Whoever saves once more has been told that the file is another one now.
            self.saved.clone_from(&line.text);
        }
        if self.sent.as_ref() == Some(&line.text) {
            // It may have been typed on since.
            self.saved.clone_from(&line.text);
            self.sent = None;
        }
        let is_other = self.path != line.path;
        let is_sent = self.sent.as_ref() == Some(&self.text);
        if is_other || (self.saved != line.text && (!self.is_changed() || is_sent)) {
            *self = Self {
                path: line.path.clone(),
                saved: line.text.clone(),
                text: line.text.clone(),
                name: line.name.clone(),
                asked: line.text.clone(),
                sent: None,
            };
        }
    }

    pub fn is_changed(&self) -> bool {
        self.text != self.saved
    }

    /// Saves what is typed, if anything is.
    pub fn save(&mut self, outbox: &mut Outbox) {
        let is_sent = self.sent.as_ref() == Some(&self.text);
        if self.is_changed() && !is_sent {
            self.sent = Some(self.text.clone());
            let deed = DictionaryDeed::Write {
                path: self.path.clone(),
                before: Some(self.saved.clone()),
                text: self.text.clone(),
            };
            wanted(deed, outbox);
        }
    }

    /// Asks what would be found with what is typed, one question at a time.
    fn try_out(&mut self, dictionaries: &OwnDictionaries, outbox: &mut Outbox) {
        let tried = dictionaries.tried.as_ref();
        let is_answered =
            self.asked == self.saved || tried.is_some_and(|line| line.text == self.asked);
        if self.text != self.asked && is_answered {
            self.asked.clone_from(&self.text);
            let (path, text) = (self.path.clone(), self.text.clone());
            wanted(DictionaryDeed::Try { path, text }, outbox);
        }
    }
}
