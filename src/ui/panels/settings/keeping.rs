//! Who works, what follows from it, and what is kept.

use eframe::egui;
use egui::{DragValue, Id, Ui};

use crate::app::{Event, Preferences, Session};
use crate::ui::Outbox;
use crate::ui::panels::settings::{choose, line_field, row, switch};

/// The name as it is typed.
#[derive(Default)]
pub struct KeepingSettings {
    annotator: String,
}

impl KeepingSettings {
    pub fn of(preferences: &Preferences) -> Self {
        Self {
            annotator: preferences.annotator.clone(),
        }
    }

    pub fn show(&mut self, ui: &mut Ui, preferences: &mut Preferences) {
        let about = "Goes into data sets whose format says who annotated; nowhere else";
        row(ui, "Your name", about, |ui| {
            let id = Id::unique("annotator");
            let field = line_field(ui, &mut self.annotator, id, "Your name", 260.0);
            if field.lost_focus() {
                preferences.annotator = self.named();
            }
        });
        let about = "What you accept and reject changes the next suggestions, in this folder only";
        row(ui, "Learn from decisions", about, |ui| {
            switch(ui, "Learn from decisions", &mut preferences.learns);
        });
        let about = "For gold that no suggestion has led, and to see how far suggestions lead";
        row(ui, "Hide suggestions", about, |ui| {
            switch(ui, "Hide suggestions", &mut preferences.is_blind);
        });
        let about = "Keys, clicks and active time for each article, on this machine only";
        row(ui, "Measure work", about, |ui| {
            switch(ui, "Measure work", &mut preferences.measures);
        });
        let about = "Of each article, at earlier saves; old ones are thinned out first";
        row(ui, "Earlier versions", about, |ui| {
            let value = DragValue::new(&mut preferences.versions_kept)
                .range(Preferences::VERSIONS_KEPT)
                .suffix(" versions");
            ui.add(value).accessible_name("Earlier versions kept");
        });
        let about = "More for very large files of other programs; what takes more is refused";
        row(ui, "Memory for import", about, |ui| {
            let choices = [
                (1024, "1 GB"),
                (2048, "2 GB"),
                (4096, "4 GB"),
                (8192, "8 GB"),
                (16_384, "16 GB"),
            ];
            choose(ui, &mut preferences.import_memory_mb, &choices);
        });
    }

    /// Sends what was typed and not yet taken.
    pub fn save(&mut self, session: &Session, outbox: &mut Outbox) {
        let name = self.named();
        if name != session.preferences().annotator {
            outbox.send(Event::PreferencesChanged(Preferences {
                annotator: name,
                ..session.preferences().clone()
            }));
        }
    }

    fn named(&self) -> String {
        let words: Vec<&str> = self.annotator.split_whitespace().collect();
        words.join(" ")
    }
}
