//! Where a line begins: on the left or, in a language that is read from right to left, on the right.

use copydesk_i18n::{Direction, spoken};
use eframe::egui;
use egui::{Align, Layout, Panel, Ui};

/// Whether all is on the other side than in English.
pub fn is_mirrored() -> bool {
    spoken().direction() == Direction::RightToLeft
}

/// A pane on the side where lines begin.
pub fn start_panel(id: &'static str) -> Panel {
    if is_mirrored() {
        Panel::right(id)
    } else {
        Panel::left(id)
    }
}

/// A pane on the side where lines end.
pub fn end_panel(id: &'static str) -> Panel {
    if is_mirrored() {
        Panel::left(id)
    } else {
        Panel::right(id)
    }
}

/// In a row, in the order in which one reads.
pub fn forward(align: Align) -> Layout {
    if is_mirrored() {
        Layout::right_to_left(align)
    } else {
        Layout::left_to_right(align)
    }
}

/// In a row, from the end of the line.
pub fn backward(align: Align) -> Layout {
    if is_mirrored() {
        Layout::left_to_right(align)
    } else {
        Layout::right_to_left(align)
    }
}

/// `content` in a column whose rows begin where lines do.
pub fn column<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    if is_mirrored() {
        ui.with_layout(Layout::top_down(Align::Max), content).inner
    } else {
        content(ui)
    }
}
