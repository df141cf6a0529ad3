//! Keyboard handling for a list that is one widget, however many rows it has.

use std::ops::Range;

use eframe::egui;
use egui::{
    Color32, CornerRadius, EventFilter, Id, Key, Modifiers, Rect, Response, Role, ScrollArea,
    Sense, Stroke, StrokeKind, Ui, UiBuilder, pos2, vec2,
};

use crate::ui::announcements;
use crate::ui::article::article_id;
use crate::ui::panels::widgets::focus_color;
use crate::ui::theme::Theme;
use copydesk_i18n::tr;

/// A move in a list, as a key asks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Up,
    Down,
    PageUp,
    PageDown,
    First,
    Last,
    /// The row with this index.
    To(usize),
}

const KEYS: [(Key, Step); 6] = [
    (Key::ArrowUp, Step::Up),
    (Key::ArrowDown, Step::Down),
    (Key::PageUp, Step::PageUp),
    (Key::PageDown, Step::PageDown),
    (Key::Home, Step::First),
    (Key::End, Step::Last),
];

impl Step {
    /// Where the step leads from row `chosen` of `count`; always [`Step::To`].
    pub fn from(self, chosen: Option<usize>, count: usize, page: usize) -> Self {
        let last = count.saturating_sub(1);
        let to = match (self, chosen) {
            (Self::First, _) | (Self::Up | Self::Down | Self::PageUp | Self::PageDown, None) => 0,
            (Self::Last, _) => last,
            (Self::Up, Some(at)) => at.saturating_sub(1),
            (Self::Down, Some(at)) => at + 1,
            (Self::PageUp, Some(at)) => at.saturating_sub(page),
            (Self::PageDown, Some(at)) => at + page,
            (Self::To(index), _) => index,
        };
        Self::To(to.min(last))
    }
}

/// Makes the rest of `ui` a list that can have keyboard focus, and returns the move that was
/// pressed. Enter and Escape return the focus to the article.
pub fn keyboard(ui: &mut Ui, id: Id, name: &str) -> Option<Step> {
    let rect = ui.available_rect_before_wrap();
    let response = ui.interact(rect, id, Sense::focusable_noninteractive());
    response.widget_info(|| egui::WidgetInfo::labeled(Role::ListBox, true, name));
    if !response.has_focus() {
        return None;
    }
    let filter = EventFilter {
        vertical_arrows: true,
        horizontal_arrows: true,
        escape: true,
        tab: false,
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    if pressed(ui, Key::Enter) || pressed(ui, Key::Escape) {
        ui.memory_mut(|memory| memory.request_focus(article_id()));
        return None;
    }
    pressed_step(ui)
}

/// Makes `rect` a list of a dialog, called `name`, and gives it the keyboard if `wants_focus`, which is
/// cleared. Returns whether it has the keyboard; then the arrow keys are its own.
pub fn in_dialog(ui: &Ui, rect: Rect, id: Id, name: &str, wants_focus: &mut bool) -> bool {
    let response = ui.interact(rect, id, Sense::focusable_noninteractive());
    response.widget_info(|| egui::WidgetInfo::labeled(Role::ListBox, true, name));
    if std::mem::take(wants_focus) {
        response.request_focus();
    }
    if !response.has_focus() {
        return false;
    }
    let filter = EventFilter {
        vertical_arrows: true,
        horizontal_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    true
}

/// A list of a dialog that is walked while a field of it has the keyboard: only named here. What is chosen is
/// said by [`say_chosen`].
pub fn beside_field(ui: &Ui, rect: Rect, id: Id, name: &str) {
    let response = ui.interact(rect, id, Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(Role::ListBox, true, name));
}

/// Says which of `count` rows was chosen while a field keeps the keyboard.
pub fn say_chosen(ui: &Ui, name: &str, row: usize, count: usize) {
    let words = tr!("list-place", name = name, place = row + 1, count = count);
    announcements::say(ui.ctx(), words);
}

/// Draws the rows of `list`, of which there are `count`: a screen reader finds them in it.
pub fn rows<R>(ui: &mut Ui, list: Id, count: usize, add: impl FnOnce(&mut Ui) -> R) -> R {
    ui.ctx()
        .accesskit_node_builder(list, |node| node.set_size_of_set(count));
    let builder = UiBuilder::new().accessibility_parent(list);
    ui.scope_builder(builder, add).inner
}

/// Draws those of `shown` rows of this `height`, in points, that are in sight in `area`; as [`rows`].
pub fn show_rows(
    ui: &mut Ui,
    list: (Id, usize),
    area: ScrollArea,
    (height, shown): (f32, usize),
    add: impl FnOnce(&mut Ui, Range<usize>),
) {
    let (id, count) = list;
    rows(ui, id, count, |ui| {
        area.show_rows(ui, height, shown, add);
    });
}

/// Tells a screen reader where in `list` a row stands, from 0, and whether it is the chosen one.
pub fn place_row(list: Id, row: &Response, place: usize, is_chosen: bool) {
    row.ctx.accesskit_node_builder(row.id, |node| {
        node.set_position_in_set(place);
        node.set_selected(is_chosen);
    });
    if is_chosen {
        row.ctx.accesskit_node_builder(list, |node| {
            node.set_active_descendant(row.id.accesskit_id());
        });
    }
}

/// Scrolls to a row where rows from `first` on are shown, each as high as the others.
pub fn scroll_to_row(ui: &Ui, first: usize, row: usize, height: f32) {
    let top = ui.max_rect().top() + (row as f32 - first as f32) * height;
    let rect = Rect::from_min_size(pos2(ui.max_rect().left(), top), vec2(1.0, height));
    ui.scroll_to_rect_animation(rect, None, egui::style::ScrollAnimation::none());
}

/// The move that was pressed with Shift while the list has keyboard focus; call it before
/// [`keyboard`], which does not look at Shift.
pub fn pressed_with_shift(ui: &Ui, list: Id) -> Option<Step> {
    if !ui.memory(|memory| memory.has_focus(list)) {
        return None;
    }
    let is_pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::SHIFT, key));
    let found = KEYS.into_iter().find(|(key, _)| is_pressed(*key));
    found.map(|(_, step)| step)
}

/// The move of an arrow or page key that was pressed; consumes the key.
pub fn pressed_step(ui: &Ui) -> Option<Step> {
    KEYS.into_iter()
        .find(|(key, _)| pressed(ui, *key))
        .map(|(_, step)| step)
}

pub fn pressed(ui: &Ui, key: Key) -> bool {
    ui.input_mut(|input| input.consume_key(Modifiers::NONE, key))
}

/// Paints the ground of a dialog's row and returns its color.
pub fn ground_of_row(ui: &Ui, row: &Response, is_chosen: bool) -> Color32 {
    let theme = Theme::of(ui.ctx());
    let ground = match (is_chosen, row.hovered()) {
        (true, _) => theme.chosen,
        (false, true) => theme.hover,
        (false, false) => theme.raised,
    };
    ui.painter()
        .rect_filled(row.rect, CornerRadius::same(4), ground);
    ground
}

/// Paints a ring around the list at `rect` while it has keyboard focus; call it after its rows.
pub fn paint_ring(ui: &Ui, list: Id, rect: Rect) {
    if ui.memory(|memory| memory.has_focus(list)) {
        let theme = Theme::of(ui.ctx());
        let ring = Stroke::new(2.0, focus_color(&theme));
        ui.painter()
            .rect_stroke(rect, CornerRadius::ZERO, ring, StrokeKind::Inside);
    }
}
