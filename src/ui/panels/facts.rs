//! Rows of the inspector: a name, a value and, for some, a way to edit it.

use eframe::egui;
use egui::{CornerRadius, Response, RichText, Role, Sense, Ui, WidgetInfo, vec2};

use crate::app::{Fact, Session};
use crate::ui::panels::inspector::shortened;
use crate::ui::panels::widgets::{self, Ink};
use crate::ui::theme::{Theme, interface, size};
use copydesk_i18n::{in_sentence, tr};

const NAME_WIDTH: f32 = 76.0;

pub fn row(ui: &mut Ui, name: &str, content: impl FnOnce(&mut Ui)) {
    let theme = Theme::of(ui.ctx());
    ui.horizontal_top(|ui| {
        let galley = widgets::line(ui, name, &Ink::new(interface(12.0), theme.quiet));
        let width = galley.size().x.max(NAME_WIDTH - 6.0);
        let response = ui.allocate_response(vec2(width, 16.0), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name));
        widgets::paint_line(ui, galley, response.rect.left(), response.rect.center().y);
        ui.vertical(content);
    });
}

pub fn plain_row(ui: &mut Ui, name: &str, value: &str) {
    row(ui, name, |ui| {
        let theme = Theme::of(ui.ctx());
        let value = RichText::new(value).font(interface(12.0)).color(theme.text);
        ui.add(egui::Label::new(value).wrap());
    });
}

/// A value that can be edited by clicking it.
pub struct Editable<'a> {
    pub name: &'a str,
    pub value: &'a str,
    /// The command's key, or empty if it belongs to another row.
    pub key: &'a str,
    pub fact: Fact,
}

impl Editable<'_> {
    pub fn show(&self, ui: &mut Ui, session: &Session) -> Response {
        let theme = Theme::of(ui.ctx());
        let ready = session.is_ready(self.fact.command());
        let (words, color) = match (self.value, self.key) {
            ("", "") => (tr!("fact-none").to_owned(), theme.quiet),
            ("", key) => (tr!("fact-press-to-add", key = key), theme.quiet),
            (value, _) => (shortened(value), theme.text),
        };
        let name = widgets::line(ui, self.name, &Ink::new(interface(12.0), theme.quiet));
        let width = ui.available_width() - NAME_WIDTH - 28.0;
        let value = widgets::lay_out(ui, &words, &Ink::new(interface(12.0), color), width, 8);
        let height = value.size().y.max(16.0);
        let size = vec2(ui.available_width(), height);
        let response = ui
            .add_enabled_ui(ready.is_ok(), |ui| {
                ui.allocate_response(size, Sense::click())
            })
            .inner;
        response.widget_info(|| {
            let name = format!("{}: {words}", self.name);
            WidgetInfo::labeled(Role::Button, ready.is_ok(), name)
        });
        let rect = response.rect;
        if response.hovered() || response.has_focus() {
            ui.painter().rect_filled(
                rect.expand2(vec2(6.0, 2.0)),
                CornerRadius::same(4),
                theme.hover,
            );
        }
        let first_line = rect.top() + 8.0;
        widgets::paint_line(ui, name, rect.left(), first_line);
        ui.painter()
            .galley(rect.min + vec2(NAME_WIDTH, 0.0), value, color);
        let edit = if self.value.is_empty() {
            ""
        } else if self.key.is_empty() {
            "…"
        } else {
            self.key
        };
        let edit = widgets::line(ui, edit, &Ink::new(interface(size::SMALL), theme.quiet));
        let left = rect.right() - edit.size().x;
        widgets::paint_line(ui, edit, left, first_line);
        let ready_response = widgets::why_not(response, ready);
        ready_response.on_hover_text(tr!("fact-edit", name = in_sentence(self.name)))
    }
}
