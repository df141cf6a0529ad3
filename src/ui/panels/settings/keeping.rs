//! Who works, what follows from it, and what is kept.

use eframe::egui;
use egui::{DragValue, Id, Ui};

use crate::app::{Event, Preferences, Session};
use crate::ui::Outbox;
use crate::ui::panels::settings::{choose, line_field, row, switch};
use copydesk_i18n::tr;

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
        let about = tr!("settings-annotator-about");
        row(ui, tr!("settings-annotator"), about, |ui| {
            let id = Id::unique("annotator");
            let field = line_field(
                ui,
                &mut self.annotator,
                id,
                tr!("settings-annotator"),
                260.0,
            );
            if field.lost_focus() {
                preferences.annotator = self.named();
            }
        });
        let about = tr!("settings-learn-about");
        row(ui, tr!("settings-learn"), about, |ui| {
            switch(ui, tr!("settings-learn"), &mut preferences.learns);
        });
        let about = tr!("settings-hide-suggestions-about");
        row(ui, tr!("settings-hide-suggestions"), about, |ui| {
            let name = tr!("settings-hide-suggestions");
            switch(ui, name, &mut preferences.is_blind);
        });
        let about = tr!("settings-measure-about");
        row(ui, tr!("settings-measure"), about, |ui| {
            switch(ui, tr!("settings-measure"), &mut preferences.measures);
        });
        let about = tr!("settings-versions-about");
        row(ui, tr!("settings-versions"), about, |ui| {
            let value = DragValue::new(&mut preferences.versions_kept)
                .range(Preferences::VERSIONS_KEPT)
                .suffix(tr!("settings-versions-suffix"));
            ui.add(value).accessible_name(tr!("settings-versions-kept"));
        });
        let about = tr!("settings-memory-about");
        row(ui, tr!("settings-memory"), about, |ui| {
            let sizes = [1, 2, 4, 8, 16].map(|count: u32| {
                let words = tr!("settings-gigabytes", count = count);
                (count * 1024, words)
            });
            let choices = sizes.each_ref().map(|(mb, words)| (*mb, words.as_str()));
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
