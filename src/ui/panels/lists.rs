//! Keyboard handling for a list that is one widget, however many rows it has.

use eframe::egui;
use egui::{CornerRadius, EventFilter, Id, Key, Modifiers, Role, Sense, Stroke, StrokeKind, Ui};

use crate::ui::article::article_id;
use crate::ui::panels::widgets::focus_color;
use crate::ui::theme::Theme;

/// What a key asks of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Up,
    Down,
    PageUp,
    PageDown,
    First,
    Last,
    /// The line with this index.
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
    /// Where the step leads from `chosen` among `count` lines; always [`Step::To`].
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

/// The key that was pressed while the list in the rest of `ui` has the keyboard. Enter and Escape
/// give it back to the article.
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

/// The step that an arrow or page key asks for; the key is used up.
pub fn pressed_step(ui: &Ui) -> Option<Step> {
    KEYS.into_iter()
        .find(|(key, _)| pressed(ui, *key))
        .map(|(_, step)| step)
}

pub fn pressed(ui: &Ui, key: Key) -> bool {
    ui.input_mut(|input| input.consume_key(Modifiers::NONE, key))
}

/// Tells a screen reader which row of the list is selected.
pub fn set_active_row(ui: &Ui, list: Id, row: Id) {
    ui.ctx()
        .accesskit_node_builder(list, |node| node.set_active_descendant(row.accesskit_id()));
}

/// A ring around the list at `rect` while it has the keyboard; painted after its lines.
pub fn paint_ring(ui: &Ui, list: Id, rect: egui::Rect) {
    if ui.memory(|memory| memory.has_focus(list)) {
        let theme = Theme::of(ui.ctx());
        let ring = Stroke::new(2.0, focus_color(&theme));
        ui.painter()
            .rect_stroke(rect, CornerRadius::ZERO, ring, StrokeKind::Inside);
    }
}
