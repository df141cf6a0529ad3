//! The settings window: a page each for the looks, the keys, the labels and what is kept.

mod keeping;
mod keys;
mod labels;
mod looks;

use eframe::egui;
use egui::{Context, CornerRadius, Id, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use crate::app::{Event, Session};
use crate::ui::Outbox;
use crate::ui::direction;
use crate::ui::panels::lists::{self, Step};
use crate::ui::panels::sheet::Sheet;
use crate::ui::panels::widgets::{self, Ink, Press};
use crate::ui::theme::{Theme, interface, size, strong};
use copydesk_i18n::tr;

/// What is typed and chosen in the window; preferences themselves are the session's.
#[derive(Default)]
pub struct SettingsDialog {
    page: Page,
    is_new: bool,
    keys: keys::KeysSettings,
    labels: labels::LabelsSettings,
    keeping: keeping::KeepingSettings,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
enum Page {
    #[default]
    Looks,
    Keys,
    Labels,
    Keeping,
}

const WIDTH: f32 = 880.0;
const PAGES_WIDTH: f32 = 148.0;
/// Height around the pages: margins, title and buttons.
const AROUND: f32 = 150.0;
const ROW: f32 = 30.0;
/// Of the names of settings.
const NAMES_WIDTH: f32 = 150.0;

impl Page {
    const ALL: [Self; 4] = [Self::Looks, Self::Keys, Self::Labels, Self::Keeping];

    fn name(self) -> &'static str {
        match self {
            Self::Looks => tr!("settings-page-looks"),
            Self::Keys => tr!("settings-page-keys"),
            Self::Labels => tr!("settings-page-labels"),
            Self::Keeping => tr!("settings-page-keeping"),
        }
    }
}

fn list_id() -> Id {
    Id::unique("pages of settings")
}

impl SettingsDialog {
    pub fn of(session: &Session) -> Self {
        Self {
            is_new: true,
            keeping: keeping::KeepingSettings::of(session.preferences()),
            ..Self::default()
        }
    }

    pub fn show(&mut self, ctx: &Context, session: &Session, outbox: &mut Outbox) {
        let sheet = Sheet {
            title: tr!("settings-title"),
            width: WIDTH,
            is_at_top: false,
        };
        let height = (ctx.content_rect().height() - AROUND).clamp(220.0, 560.0);
        let mut is_done = false;
        let is_closed = sheet.show(ctx, |ui| {
            ui.horizontal_top(|ui| {
                ui.set_min_height(height);
                ui.spacing_mut().item_spacing.x = 22.0;
                ui.allocate_ui(vec2(PAGES_WIDTH, height), |ui| {
                    ui.set_width(PAGES_WIDTH);
                    ui.vertical(|ui| self.show_pages(ui));
                });
                let width = ui.available_width();
                ui.allocate_ui(vec2(width, height), |ui| {
                    ui.set_width(width);
                    ui.set_min_height(height);
                    ui.vertical(|ui| self.show_page(ui, height, session, outbox));
                });
            });
            is_done = self.show_buttons(ui, session, outbox);
        });
        let wants_to_close = is_closed || is_done;
        if wants_to_close && !self.labels.may_close() {
            self.page = Page::Labels;
        } else if wants_to_close {
            self.keeping.save(session, outbox);
            outbox.send(Event::DialogClosed);
        }
    }

    fn show_pages(&mut self, ui: &mut Ui) {
        let count = Page::ALL.len();
        let rect =
            egui::Rect::from_min_size(ui.cursor().min, vec2(PAGES_WIDTH, ROW * count as f32));
        let name = tr!("settings-title");
        let has_keyboard = lists::in_dialog(ui, rect, list_id(), name, &mut self.is_new);
        let here = Page::ALL.iter().position(|page| *page == self.page);
        if has_keyboard
            && let Some(Step::To(row)) =
                lists::pressed_step(ui).map(|step| step.from(here, count, count))
            && let Some(page) = Page::ALL.get(row)
        {
            self.page = *page;
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        lists::rows(ui, list_id(), count, |ui| self.show_page_names(ui));
        lists::paint_ring(ui, list_id(), rect);
    }

    fn show_page_names(&mut self, ui: &mut Ui) {
        for (place, page) in Page::ALL.into_iter().enumerate() {
            let is_chosen = page == self.page;
            let row = ui.allocate_response(vec2(PAGES_WIDTH, ROW), Sense::CLICK);
            row.widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, true, page.name()));
            lists::place_row(list_id(), &row, place, is_chosen);
            lists::ground_of_row(ui, &row, is_chosen);
            let theme = Theme::of(ui.ctx());
            let font = if is_chosen {
                strong(size::INTERFACE)
            } else {
                interface(size::INTERFACE)
            };
            let name = widgets::line(ui, page.name(), &Ink::new(font, theme.text));
            widgets::paint_line(ui, name, row.rect.left() + 10.0, row.rect.center().y);
            if row.clicked() {
                self.page = page;
                ui.memory_mut(|memory| memory.request_focus(list_id()));
            }
        }
    }

    fn show_page(&mut self, ui: &mut Ui, height: f32, session: &Session, outbox: &mut Outbox) {
        match self.page {
            Page::Keys => self.keys.show(ui, height, session, outbox),
            Page::Labels => self.labels.show(ui, height, session, outbox),
            Page::Looks | Page::Keeping => {
                ScrollArea::vertical()
                    .id_salt(("page of settings", self.page))
                    .max_height(height)
                    .min_scrolled_height(height)
                    .auto_shrink(false)
                    .show(ui, |ui| {
                        let mut preferences = session.preferences().clone();
                        match self.page {
                            Page::Looks => looks::show(ui, session, &mut preferences),
                            _ => self.keeping.show(ui, &mut preferences),
                        }
                        if preferences != *session.preferences() {
                            outbox.send(Event::PreferencesChanged(preferences));
                        }
                    });
            }
        }
    }

    /// `true` to close the window.
    fn show_buttons(&mut self, ui: &mut Ui, session: &Session, outbox: &mut Outbox) -> bool {
        ui.add_space(8.0);
        let mut is_done = false;
        ui.with_layout(direction::backward(egui::Align::Min), |ui| {
            is_done = Press::new(tr!("sheet-close"))
                .key("Escape")
                .show(ui)
                .clicked();
            match self.page {
                Page::Keys => self.keys.show_deeds(ui, session, outbox),
                Page::Labels => self.labels.show_deeds(ui, session, outbox),
                Page::Looks => {
                    if Press::new(tr!("settings-reset-looks")).show(ui).clicked() {
                        let reset = looks::reset(session.preferences());
                        outbox.send(Event::PreferencesChanged(reset));
                    }
                }
                Page::Keeping => {}
            }
        });
        is_done
    }
}

/// Whether Ctrl+Z was pressed, and not in a field, which has an undo of its own.
fn is_undo_pressed(ui: &Ui) -> bool {
    !ui.ctx().text_edit_focused()
        && ui.input_mut(|input| input.consume_key(egui::Modifiers::COMMAND, egui::Key::Z))
}

/// A setting: its name on the left, what can be chosen on the right, and what it means below.
fn row(ui: &mut Ui, name: &str, about: &str, content: impl FnOnce(&mut Ui)) {
    let theme = Theme::of(ui.ctx());
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        let width = NAMES_WIDTH.min(ui.available_width() * 0.35);
        let ink = Ink::new(interface(size::INTERFACE), theme.text);
        let words = widgets::lay_out(ui, name, &ink, width, 2);
        let height = words.size().y.max(26.0);
        let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
        let top = rect.top() + (26.0 - words.size().y).max(0.0) / 2.0;
        let middle = top + words.size().y / 2.0;
        widgets::paint_line(ui, words, rect.left(), middle);
        ui.vertical(|ui| {
            // A screen reader says of what the choices are.
            let choices = UiBuilder::new()
                .accessibility_role(Role::Group)
                .accessibility_label(name);
            ui.scope_builder(choices, |ui| {
                ui.horizontal_wrapped(|ui| {
                    ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
                    ui.set_min_height(26.0);
                    content(ui);
                });
            });
            if !about.is_empty() {
                widgets::quiet(ui, about);
            }
        });
    });
    ui.add_space(8.0);
}

/// Choices of which one holds, side by side. `value` becomes the one that is clicked.
fn choose<T: PartialEq + Copy>(ui: &mut Ui, value: &mut T, choices: &[(T, &str)]) {
    for (choice, words) in choices {
        let is_on = *value == *choice;
        if widgets::chip_as(ui, Role::RadioButton, words, is_on).clicked() {
            *value = *choice;
        }
    }
}

/// A switch that is on or off.
fn switch(ui: &mut Ui, words: &str, is_on: &mut bool) {
    const SIZE: egui::Vec2 = vec2(36.0, 20.0);
    let theme = Theme::of(ui.ctx());
    let (whole, response) = ui.allocate_exact_size(vec2(SIZE.x, 26.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Switch, ui.is_enabled(), *is_on, words));
    if response.clicked() {
        *is_on = !*is_on;
    }
    let rect = egui::Rect::from_center_size(whole.center(), SIZE);
    let round = CornerRadius::same(10);
    let (fill, edge, knob) = match (*is_on, response.hovered()) {
        (true, _) => (theme.text, theme.text, theme.paper),
        (false, true) => (theme.hover, theme.text, theme.text),
        (false, false) => (theme.paper, theme.quiet, theme.quiet),
    };
    let edge = egui::Stroke::new(1.0, edge);
    let inside = egui::StrokeKind::Inside;
    ui.painter().rect(rect, round, fill, edge, inside);
    let reach = if *is_on { 8.0 } else { -8.0 };
    let center = rect.center() + vec2(reach, 0.0);
    ui.painter().circle_filled(center, 6.5, knob);
    widgets::paint_focus(ui, &response, round);
}

/// A value that is set by dragging, with its number beside it.
fn slide(ui: &mut Ui, name: &str, slider: egui::Slider<'_>) {
    let theme = Theme::of(ui.ctx());
    ui.scope(|ui| {
        let widgets = &mut ui.visuals_mut().widgets;
        for state in [
            &mut widgets.inactive,
            &mut widgets.hovered,
            &mut widgets.active,
        ] {
            state.bg_fill = theme.hairline;
        }
        ui.visuals_mut().selection.bg_fill = theme.quiet;
        ui.spacing_mut().slider_width = 180.0;
        ui.spacing_mut().slider_rail_height = 4.0;
        let slider = slider.trailing_fill(true).fixed_decimals(0);
        ui.add(slider).accessible_name(name);
    });
}

/// A field for one line, with the edges of the others.
fn line_field(ui: &mut Ui, words: &mut String, id: Id, name: &str, width: f32) -> egui::Response {
    let field = widgets::field(words, id, "").desired_width(width);
    let round = CornerRadius::same(5);
    let response = ui.add(field).accessible_name(name);
    widgets::paint_focus(ui, &response, round);
    response
}
