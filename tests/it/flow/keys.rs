//! Keys of the window around the article: sizes, menus, fields.

use copydesk::app::Preferences;
use eframe::egui::{Key, Modifiers};
use egui_kittest::Harness;

use crate::support::session;
use crate::window::{Window, window};

fn text_size(harness: &Harness<'_, Window>) -> f32 {
    harness.state().session.preferences().text_size
}

#[test]
fn zooming_keys_change_the_text_and_not_the_window() {
    let mut harness = window(session("Nothing here."));
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::Plus);
    harness.run_steps(3);
    assert!((harness.ctx.zoom_factor() - 1.0).abs() < 0.01);
    assert!((text_size(&harness) - Preferences::USUAL_TEXT_SIZE - 2.0).abs() < 0.1);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num0);
    harness.run_steps(3);
    assert!((text_size(&harness) - Preferences::USUAL_TEXT_SIZE).abs() < 0.1);
}
