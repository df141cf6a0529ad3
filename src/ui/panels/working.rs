//! What a dialog shows while it works, and a page in it that keys scroll.

use eframe::egui;
use egui::{Key, ScrollArea, Ui, vec2};

use crate::ui::panels::{lists, widgets};

/// How far an arrow key scrolls, in points.
const STEP: f32 = 48.0;

/// A bar of what is `done`, from 0 to 1.
pub fn show_bar(ui: &mut Ui, words: &str, done: f32) {
    ui.add_space(8.0);
    widgets::quiet(ui, format!("{words} {:.0}%", done * 100.0));
    ui.add_space(4.0);
    let bar = egui::ProgressBar::new(done).desired_height(6.0);
    ui.add(bar).accessible_name(words);
    ui.ctx()
        .request_repaint_after(std::time::Duration::from_millis(100));
    ui.add_space(12.0);
}

/// A page of this height, or less where there is less in it, scrolled with the arrow keys, `PageUp`, `PageDown`, `Home` and `End` as well.
pub fn page(ui: &mut Ui, name: &str, height: f32, content: impl FnOnce(&mut Ui)) {
    let step = height * 0.9;
    let keys = [
        (Key::ArrowDown, STEP),
        (Key::ArrowUp, -STEP),
        (Key::PageDown, step),
        (Key::PageUp, -step),
        (Key::End, f32::from(u16::MAX)),
        (Key::Home, -f32::from(u16::MAX)),
    ];
    let mut pressed = keys.into_iter().filter(|(key, _)| lists::pressed(ui, *key));
    let by = pressed.next().map(|(_, by)| by);
    ScrollArea::vertical()
        .id_salt(name)
        .max_height(height)
        .min_scrolled_height(height)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            if let Some(by) = by {
                let at_once = egui::style::ScrollAnimation::none();
                ui.scroll_with_delta_animation(vec2(0.0, -by), at_once);
                // A plot that comes into sight knows in the next frame how wide its numbers are.
                ui.ctx().request_repaint();
            }
            content(ui);
        });
}
