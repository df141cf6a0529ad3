//! The page of guidelines: those of the project, then what each label means.

use eframe::egui;
use egui::{Context, RichText, ScrollArea, Ui};

use crate::app::{ProjectSettings, Session};
use crate::ui::Outbox;
use crate::ui::panels::markdown::{self, Block};
use crate::ui::panels::sheet::{Sheet, list_height};
use crate::ui::panels::widgets;
use crate::ui::theme::{Theme, reading};

#[derive(Default)]
pub struct GuidelinesPage {
    /// What was shown last, with what came of it.
    shown: Option<(String, Vec<Block>)>,
}

impl GuidelinesPage {
    pub fn show(&mut self, ctx: &Context, session: &Session, outbox: &mut Outbox) {
        let settings = session.shown_settings();
        let guidelines = settings.and_then(|settings| settings.guidelines.as_deref());
        let title = match settings {
            Some(settings) if !settings.name.is_empty() => {
                format!("Guidelines of {}", widgets::one_line(&settings.name))
            }
            _ => "Label guidelines".to_owned(),
        };
        let sheet = Sheet {
            title: &title,
            width: 600.0,
            is_at_top: false,
        };
        sheet.show_closable(ctx, outbox, |ui, _| {
            ScrollArea::vertical()
                .min_scrolled_height(list_height(ui.ctx()))
                .max_height(list_height(ui.ctx()))
                .auto_shrink([false, true])
                .show(ui, |ui| {
                    // Room for the scroll bar.
                    ui.set_max_width(ui.available_width() - 14.0);
                    if let Some(guidelines) = guidelines {
                        markdown::show(ui, self.blocks(guidelines));
                        ui.add_space(8.0);
                    }
                    show_annotators(ui, settings);
                    show_labels(ui, session);
                });
        });
    }

    fn blocks(&mut self, guidelines: &str) -> &[Block] {
        let is_it = |shown: &(String, Vec<Block>)| shown.0 == guidelines;
        if !self.shown.as_ref().is_some_and(is_it) {
            self.shown = Some((guidelines.to_owned(), markdown::parse(guidelines)));
        }
        self.shown.as_ref().map_or(&[], |(_, blocks)| blocks)
    }
}

fn show_annotators(ui: &mut Ui, settings: Option<&ProjectSettings>) {
    let names = settings.map(|settings| settings.annotators.join(", "));
    if let Some(names) = names.filter(|names| !names.is_empty()) {
        widgets::quiet(ui, format!("Annotated by {}", widgets::one_line(&names)));
    }
}

/// Each label with its color, its key and what belongs to it.
fn show_labels(ui: &mut Ui, session: &Session) {
    let theme = Theme::of(ui.ctx());
    for label in session.schema().labels() {
        widgets::hairline(ui, 6.0);
        ui.horizontal(|ui| {
            widgets::label_pill(ui, label);
            widgets::key_cap(ui, &label.key.to_ascii_uppercase().to_string());
        });
        let guideline = RichText::new(&label.guideline)
            .font(reading(16.0))
            .line_height(Some(24.0))
            .color(theme.text);
        ui.add(egui::Label::new(guideline).wrap());
    }
}
