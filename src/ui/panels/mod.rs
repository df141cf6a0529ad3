//! Everything around the article: menus, lists, status, dialogs.

use eframe::egui;

use crate::app::{Session, ViewRequest};
use crate::ui::Outbox;

/// Half-typed words and scroll positions of all panels.
#[derive(Default)]
pub struct Panels {}

impl Panels {
    /// Menu bar, status bar, list of articles, review list with inspector, find bar.
    pub fn show_around(&mut self, _ui: &mut egui::Ui, _session: &Session, _outbox: &mut Outbox) {}

    /// What stands in the middle while no article is open.
    pub fn show_empty(&mut self, _ui: &mut egui::Ui, _session: &Session, _outbox: &mut Outbox) {}

    /// Dialogs, palette and notices.
    pub fn show_in_front(&mut self, _ui: &mut egui::Ui, _session: &Session, _outbox: &mut Outbox) {}

    /// Puts the keyboard where `request` asks.
    pub fn request(&mut self, _ctx: &egui::Context, _request: ViewRequest) {}
}
