//! The small bar at selected words: one button for each label. Never over the words themselves.

use std::sync::Arc;

use eframe::egui;
use egui::{
    Area, Color32, CornerRadius, Frame as Panel, Galley, Margin, Order, Pos2, Rect, Response, Role,
    Sense, Ui, WidgetInfo, pos2, vec2,
};

use crate::app::{CommandId, Event, LabelIndex};
use crate::ui::Outbox;
use crate::ui::article::Frame;
use crate::ui::panels::widgets::{self, Ink};
use crate::ui::theme::{Theme, interface, size, strong, tint};

const HEIGHT: f32 = 26.0;
const MARGIN: f32 = 4.0;
const DISTANCE: f32 = 8.0;
/// Of the square behind a label's key.
const CAP: f32 = 18.0;
const PADDING: f32 = 8.0;
const GAP: f32 = 6.0;

/// Shows the bar once words are selected and neither the button of `article` nor Shift is held any
/// more. Returns whether it is shown: the card then gives way.
pub(super) fn show(ui: &Ui, frame: &Frame<'_>, article: &Response, outbox: &mut Outbox) -> bool {
    let Some(selection) = frame.article.selection() else {
        return false;
    };
    let is_extending = ui.input(|input| input.modifiers.shift);
    if is_extending || article.is_pointer_button_down_on() {
        return false;
    }
    let buttons = buttons(ui, frame);
    let rows = rows(&buttons, frame.screen.width() - 24.0);
    let Some(at) = place(frame, &frame.rects(&selection.span.range()), size_of(&rows)) else {
        return false;
    };
    if rows.is_empty() {
        return false;
    }
    Area::new(egui::Id::unique("label bar"))
        .order(Order::Foreground)
        .fixed_pos(at)
        .show(ui.ctx(), |ui| {
            Panel::new()
                .fill(frame.theme.raised)
                .stroke(frame.theme.hairline_stroke())
                .corner_radius(8)
                .inner_margin(Margin::same(4))
                .shadow(ui.visuals().popup_shadow)
                .show(ui, |ui| {
                    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
                    for row in rows {
                        ui.horizontal(|ui| {
                            for button in row {
                                button.show(ui, outbox);
                            }
                        });
                    }
                });
        });
    true
}

/// A label that the words can be given.
struct Button {
    id: CommandId,
    /// What a screen reader hears: "Mark as person".
    title: String,
    help: String,
    key: Arc<Galley>,
    name: Arc<Galley>,
    color: Color32,
}

/// One for each label that can be given now.
fn buttons(ui: &Ui, frame: &Frame<'_>) -> Vec<Button> {
    let session = frame.session;
    let labels = session.schema().labels().iter().enumerate();
    let button = |(index, label): (usize, &copydesk_document::Label)| {
        let id = CommandId::Label(LabelIndex::try_from(index).ok()?);
        session.is_ready(id).ok()?;
        let color = frame.theme.label(label.color);
        let key = session.table().keymap().shown(id);
        let name = Ink::new(interface(size::INTERFACE), frame.theme.text);
        Some(Button {
            id,
            title: session.title_of(id),
            help: label.guideline.clone(),
            key: widgets::line(ui, &key, &Ink::new(strong(size::SMALL), color)),
            name: widgets::line(ui, &label.name, &name),
            color,
        })
    };
    labels.filter_map(button).collect()
}

/// The buttons in rows that are no wider than `most`.
fn rows(buttons: &[Button], most: f32) -> Vec<&[Button]> {
    let mut rows = Vec::new();
    let mut rest = buttons;
    while !rest.is_empty() {
        let mut width = 2.0 * MARGIN;
        let fits = |button: &&Button| {
            width += button.width();
            width <= most
        };
        let count = rest.iter().take_while(fits).count().max(1);
        let (row, after) = rest.split_at(count);
        rows.push(row);
        rest = after;
    }
    rows
}

fn size_of(rows: &[&[Button]]) -> egui::Vec2 {
    let widths = rows.iter().map(|row| row.iter().map(Button::width).sum());
    let width = widths.fold(0.0, f32::max);
    vec2(width, HEIGHT * rows.len() as f32) + egui::Vec2::splat(2.0 * MARGIN)
}

/// Below the end of the words at `rects`, or above their first line; `None` without room for either.
fn place(frame: &Frame<'_>, rects: &[Rect], size: egui::Vec2) -> Option<Pos2> {
    let (first, last) = (rects.first()?, rects.last()?);
    let screen = frame.screen;
    let below = last.bottom() + DISTANCE;
    let above = first.top() - DISTANCE - size.y;
    let y = if last.bottom() > screen.top() && below + size.y <= screen.bottom() - 4.0 {
        below
    } else if first.top() < screen.bottom() && above >= screen.top() {
        above
    } else {
        return None;
    };
    let most = (screen.right() - size.x - 12.0).max(screen.left() + 12.0);
    let x = (last.right() - CAP).clamp(screen.left() + 12.0, most);
    Some(pos2(x, y))
}

impl Button {
    fn width(&self) -> f32 {
        2.0 * PADDING + self.cap_width() + GAP + self.name.size().x
    }

    fn cap_width(&self) -> f32 {
        (self.key.size().x + 8.0).max(CAP)
    }

    /// Without keyboard focus: the keyboard stays with the words.
    fn show(&self, ui: &mut Ui, outbox: &mut Outbox) {
        let theme = Theme::of(ui.ctx());
        let response = ui.allocate_response(vec2(self.width(), HEIGHT), Sense::CLICK);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &self.title));
        let rect = response.rect;
        let ground = if response.is_pointer_button_down_on() {
            theme.chosen
        } else if response.hovered() {
            theme.hover
        } else {
            theme.raised
        };
        ui.painter()
            .rect_filled(rect, CornerRadius::same(5), ground);
        let middle = rect.center().y;
        let cap = Rect::from_center_size(
            pos2(rect.left() + PADDING + self.cap_width() / 2.0, middle),
            vec2(self.cap_width(), CAP),
        );
        let tint = Theme::mix(theme.raised, self.color, tint::PILL);
        ui.painter().rect_filled(cap, CornerRadius::same(4), tint);
        let key_left = cap.center().x - self.key.size().x / 2.0;
        widgets::paint_line(ui, Arc::clone(&self.key), key_left, middle);
        let name_left = cap.right() + GAP;
        widgets::paint_line(ui, Arc::clone(&self.name), name_left, middle);
        if response.clicked() {
            outbox.send(Event::Command(self.id));
        }
        if !self.help.is_empty() {
            response.on_hover_text(&self.help);
        }
    }
}
