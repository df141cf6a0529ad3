//! The menus, made from the command table, and the palette button to their right.

use eframe::egui;
use egui::containers::menu::{MenuButton, MenuConfig, SubMenuButton};
use egui::{CornerRadius, Frame, Margin, Response, Role, Sense, StrokeKind, Ui, WidgetInfo, vec2};

use crate::app::{Command, CommandId, Event, Menu, Session};
use crate::ui::Outbox;
use crate::ui::direction;
use crate::ui::panels::start;
use crate::ui::panels::widgets::{self, Ink};
use crate::ui::theme::{Theme, interface, size};
use copydesk_i18n::tr;

#[derive(Default)]
pub struct MenuBar {
    first: Option<egui::Id>,
    /// The menu that a key has opened, until its first line has the keyboard.
    opened: Option<Menu>,
}

/// One line of a menu.
struct Row<'a> {
    title: &'a str,
    key: &'a str,
    /// A check mark, for commands that are on or off.
    mark: Option<bool>,
    has_marks: bool,
}

const HEIGHT: f32 = 34.0;
const ROW_HEIGHT: f32 = 26.0;
const PALETTE_WIDTH: f32 = 260.0;

impl MenuBar {
    /// The widget to focus on entering the menu bar.
    pub fn first(&self) -> Option<egui::Id> {
        self.first
    }

    pub fn show(&mut self, ui: &mut Ui, session: &Session, outbox: &mut Outbox) {
        let theme = Theme::of(ui.ctx());
        let frame = Frame::new()
            .fill(theme.panel)
            .inner_margin(Margin::symmetric(6, 0));
        egui::Panel::top("menu bar")
            .exact_size(HEIGHT)
            .frame(frame)
            .show(ui, |ui| {
                direction::column(ui, |ui| {
                    ui.set_min_height(HEIGHT - 1.0);
                    let config = MenuConfig::new().style(menu_style as fn(&mut egui::Style));
                    egui::MenuBar::new()
                        .style(menu_style as fn(&mut egui::Style))
                        .config(config)
                        .ui(ui, |ui| {
                            ui.set_min_height(HEIGHT - 1.0);
                            self.menus(ui, session, outbox);
                            palette_button(ui, session, outbox);
                        });
                });
            });
    }

    fn menus(&mut self, ui: &mut Ui, session: &Session, outbox: &mut Outbox) {
        ui.spacing_mut().item_spacing.x = 0.0;
        let pressed = session
            .dialog()
            .is_none()
            .then(|| pressed_menu(ui))
            .flatten();
        for (index, menu) in Menu::ALL.into_iter().enumerate() {
            let is_new = self.opened == Some(menu);
            let (response, shown) = MenuButton::new(menu.name()).ui(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                show_menu(ui, menu, session, outbox)
            });
            if let Some(shown) = shown.filter(|_| is_new) {
                self.opened = None;
                if let Some(line) = shown.inner {
                    ui.memory_mut(|memory| memory.request_focus(line));
                }
            }
            if pressed == Some(menu) {
                egui::Popup::toggle_id(ui.ctx(), egui::Popup::default_response_id(&response));
                self.opened = Some(menu);
                ui.ctx().request_repaint();
            }
            if index == 0 {
                self.first = Some(response.id);
            }
            widgets::paint_focus(ui, &response, CornerRadius::same(5));
        }
    }
}

fn menu_style(style: &mut egui::Style) {
    style.spacing.button_padding = vec2(10.0, 4.0);
    let widgets = &mut style.visuals.widgets;
    for state in [
        &mut widgets.active,
        &mut widgets.open,
        &mut widgets.hovered,
        &mut widgets.inactive,
    ] {
        state.bg_stroke = egui::Stroke::NONE;
    }
    widgets.inactive.weak_bg_fill = egui::Color32::TRANSPARENT;
}

/// The menu whose letter was pressed with Alt, the first of its name that is of no menu before it; or the
/// first menu, with F10.
fn pressed_menu(ui: &Ui) -> Option<Menu> {
    // With Shift it opens the menu of what has the keyboard.
    let is_bare = ui.input(|input| input.modifiers.is_none());
    if is_bare && ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::F10)) {
        return Menu::ALL.first().copied();
    }
    let mut taken: Vec<egui::Key> = Vec::new();
    Menu::ALL.into_iter().find(|menu| {
        let letters = menu.name().to_uppercase();
        let letters = letters.chars().filter(char::is_ascii_alphabetic);
        let mut keys = letters.filter_map(|letter| egui::Key::from_name(&letter.to_string()));
        let Some(key) = keys.find(|key| !taken.contains(key)) else {
            return false;
        };
        taken.push(key);
        ui.input_mut(|input| input.consume_key(egui::Modifiers::ALT, key))
    })
}

/// Returns the first line that can be chosen.
fn show_menu(ui: &mut Ui, menu: Menu, session: &Session, outbox: &mut Outbox) -> Option<egui::Id> {
    let mut first = None;
    let mut commands: Vec<(&Command, u8)> = session.table().in_menu(menu).collect();
    commands.sort_by_key(|(_, group)| *group);
    let has_marks = commands.iter().any(|(command, _)| command.is_on.is_some());
    let mut last_group = None;
    let mut listed: Vec<&Command> = Vec::new();
    for (command, group) in commands {
        let is_listed = matches!(
            command.id,
            CommandId::OpenSample(_) | CommandId::OpenRecent(_)
        );
        if is_listed && session.is_ready(command.id).is_err() {
            continue;
        }
        if last_group.is_some_and(|last| last != group) {
            show_listed(ui, session, &mut listed, outbox);
            ui.add_space(2.0);
            widgets::hairline(ui, 2.0);
            ui.add_space(2.0);
        }
        last_group = Some(group);
        if is_listed {
            listed.push(command);
        } else {
            let line = show_command(ui, session, command, has_marks, outbox);
            first = first.or(line);
        }
    }
    show_listed(ui, session, &mut listed, outbox);
    first
}

/// As much of the end of a path as fits beside a name.
fn end_of(path: &str) -> String {
    const MOST_CHARS: usize = 36;
    let count = path.chars().count();
    if count <= MOST_CHARS {
        return path.to_owned();
    }
    let end = path.chars().skip(count - MOST_CHARS);
    std::iter::once('…').chain(end).collect()
}

/// Samples or recent files and folders, in a menu of their own.
fn show_listed(ui: &mut Ui, session: &Session, listed: &mut Vec<&Command>, outbox: &mut Outbox) {
    let Some(first) = listed.first() else { return };
    let name = match first.id {
        CommandId::OpenSample(_) => tr!("menu-open-sample"),
        _ => tr!("menu-open-recent"),
    };
    let button = SubMenuButton::new(name);
    button.ui(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for command in listed.iter() {
            let title = start::name_of(session, command.id);
            let folder = start::folder_of(session, command.id);
            let row = Row {
                title: &title,
                key: &end_of(&folder),
                mark: None,
                has_marks: false,
            };
            if menu_row(ui, &row).clicked() {
                outbox.send(Event::Command(command.id));
                ui.close();
            }
        }
    });
    listed.clear();
}

/// A line that runs `command`. Returns it if it can be chosen.
pub fn show_command(
    ui: &mut Ui,
    session: &Session,
    command: &Command,
    has_marks: bool,
    outbox: &mut Outbox,
) -> Option<egui::Id> {
    let ready = session.is_ready(command.id);
    let title = session.title_of(command.id);
    let key = session.table().keymap().shown(command.id);
    let row = Row {
        title: &title,
        key: &key,
        mark: command.is_on.map(|is_on| is_on(session, command.id)),
        has_marks,
    };
    let response = ui
        .add_enabled_ui(ready.is_ok(), |ui| menu_row(ui, &row))
        .inner;
    widgets::tell_key(&response, &key);
    if response.clicked() {
        outbox.send(Event::Command(command.id));
        ui.close();
    }
    if ready.is_ok() {
        return Some(response.on_hover_text(command.help.as_ref()).id);
    }
    widgets::why_not(response, ready);
    None
}

/// A line that does what no command does.
pub fn show_line(ui: &mut Ui, title: &str) -> Response {
    let row = Row {
        title,
        key: "",
        mark: None,
        has_marks: false,
    };
    menu_row(ui, &row)
}

fn menu_row(ui: &mut Ui, row: &Row<'_>) -> Response {
    let theme = Theme::of(ui.ctx());
    let title = widgets::line(
        ui,
        row.title,
        &Ink::new(interface(size::INTERFACE), theme.text),
    );
    let key = widgets::line(ui, row.key, &Ink::new(interface(12.0), theme.quiet));
    let left = if row.has_marks { 26.0 } else { 10.0 };
    let width = left + title.size().x + 36.0 + key.size().x + 10.0;
    let response = ui.allocate_response(vec2(width.max(200.0), ROW_HEIGHT), Sense::click());
    response.widget_info(|| match row.mark {
        Some(is_on) => {
            WidgetInfo::selected(Role::MenuItemCheckBox, ui.is_enabled(), is_on, row.title)
        }
        None => WidgetInfo::labeled(Role::MenuItem, ui.is_enabled(), row.title),
    });
    let rect = response.rect;
    if response.hovered() || response.has_focus() {
        ui.painter()
            .rect_filled(rect, CornerRadius::same(4), theme.hover);
    }
    if row.mark == Some(true) {
        let center = egui::pos2(rect.left() + 14.0, rect.center().y);
        widgets::paint_check(ui, center, theme.text);
    }
    let key_left = rect.right() - 10.0 - key.size().x;
    widgets::paint_line(ui, title, rect.left() + left, rect.center().y);
    widgets::paint_line(ui, key, key_left, rect.center().y);
    response
}

/// A button in the shape of a field; opens the palette.
fn palette_button(ui: &mut Ui, session: &Session, outbox: &mut Outbox) {
    let theme = Theme::of(ui.ctx());
    let width = PALETTE_WIDTH.min(ui.available_width() - 24.0);
    let title = session.title_of(CommandId::Palette);
    let shown_key = session.table().keymap().shown(CommandId::Palette);
    let ink = Ink::new(interface(size::INTERFACE), theme.quiet);
    let words = widgets::line(ui, &title, &ink);
    let key = widgets::line(ui, &shown_key, &ink);
    if width < key.size().x + 24.0 {
        return;
    }
    ui.with_layout(direction::backward(egui::Align::Center), |ui| {
        ui.add_space(8.0);
        let response = ui.allocate_response(vec2(width, 24.0), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &title));
        widgets::tell_key(&response, &shown_key);
        let rect = response.rect;
        let edge = if response.hovered() {
            theme.quiet
        } else {
            theme.hairline
        };
        ui.painter().rect(
            rect,
            CornerRadius::same(6),
            theme.paper,
            egui::Stroke::new(1.0, edge),
            StrokeKind::Inside,
        );
        let key_left = rect.right() - 10.0 - key.size().x;
        if rect.left() + 10.0 + words.size().x + 12.0 < key_left {
            widgets::paint_line(ui, words, rect.left() + 10.0, rect.center().y);
        }
        widgets::paint_line(ui, key, key_left, rect.center().y);
        widgets::paint_focus(ui, &response, CornerRadius::same(6));
        if response.clicked() {
            outbox.send(Event::Command(CommandId::Palette));
        }
        if let Some(command) = session.table().get(CommandId::Palette) {
            response.on_hover_text(command.help.as_ref());
        }
    });
}
