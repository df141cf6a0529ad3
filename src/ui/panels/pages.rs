//! Pages to read: keyboard shortcuts, label guidelines, about.

use eframe::egui;
use egui::{Context, Id, RichText, ScrollArea, Ui, vec2};

use crate::app::{Command, CommandId, Event, Section, Session, System};
use crate::ui::Outbox;
use crate::ui::panels::sheet::{Sheet, buttons, list_height};
use crate::ui::panels::widgets;
use crate::ui::theme::{Theme, headline, interface, reading, size};
use copydesk_text::folded;

#[derive(Default)]
pub struct KeysPage {
    words: String,
}

/// What is needed most comes first.
const SECTIONS: [Section; Section::ALL.len()] = [
    Section::Reviewing,
    Section::Labeling,
    Section::Reading,
    Section::Files,
    Section::View,
];

impl KeysPage {
    pub fn show(&mut self, ctx: &Context, session: &Session, outbox: &mut Outbox) {
        let sheet = Sheet {
            title: "Keyboard shortcuts",
            width: 640.0,
            is_at_top: false,
        };
        sheet.show_closable(ctx, outbox, |ui, _| {
            let id = Id::unique("find a shortcut");
            let field = widgets::field(&mut self.words, id, "Find a shortcut…");
            let response = ui.add(field).accessible_name("Find a shortcut");
            response.request_focus();
            ui.add_space(4.0);
            let words = folded(self.words.trim());
            ScrollArea::vertical()
                .min_scrolled_height(list_height(ui.ctx()))
                .max_height(list_height(ui.ctx()))
                .auto_shrink(false)
                .show(ui, |ui| show_sections(ui, session, &words));
        });
    }
}

fn show_sections(ui: &mut Ui, session: &Session, words: &str) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut is_empty = true;
    for section in SECTIONS {
        let commands: Vec<(&Command, String)> = session
            .table()
            .all()
            .iter()
            .filter(|command| command.section == section && !is_empty_place(session, command))
            .map(|command| (command, keys_of(session, command)))
            .filter(|(command, keys)| fits(session, command, keys, words))
            .collect();
        if commands.is_empty() {
            continue;
        }
        ui.add_space(if is_empty { 6.0 } else { 20.0 });
        is_empty = false;
        widgets::heading(ui, section.name());
        widgets::hairline(ui, 4.0);
        for (command, _) in commands {
            show_keys(ui, session, command);
        }
    }
    if is_empty {
        ui.add_space(6.0);
        widgets::quiet(ui, "No matching shortcuts");
    }
}

/// Lines for samples and recent files that are not there.
fn is_empty_place(session: &Session, command: &Command) -> bool {
    let is_place = matches!(
        command.id,
        CommandId::OpenSample(_) | CommandId::OpenRecent(_)
    );
    is_place && session.is_ready(command.id).is_err()
}

fn keys_of(session: &Session, command: &Command) -> String {
    let chords = session.table().keymap().chords(command.id);
    let shown: Vec<String> = chords
        .iter()
        .map(|chord| chord.display(System::current()))
        .collect();
    shown.join("  ")
}

fn fits(session: &Session, command: &Command, keys: &str, words: &str) -> bool {
    let text = folded(&format!(
        "{} {} {} {keys}",
        command.name,
        session.title_of(command.id),
        command.help
    ));
    words.split_whitespace().all(|word| text.contains(word))
}

fn show_keys(ui: &mut Ui, session: &Session, command: &Command) {
    let theme = Theme::of(ui.ctx());
    let is_place = matches!(
        command.id,
        CommandId::OpenSample(_) | CommandId::OpenRecent(_)
    );
    let name = if is_place {
        session.title_of(command.id)
    } else {
        command.name.clone().into_owned()
    };
    ui.allocate_ui_with_layout(
        vec2(ui.available_width(), 28.0),
        egui::Layout::left_to_right(egui::Align::Center),
        |ui| {
            ui.set_min_height(28.0);
            ui.spacing_mut().item_spacing.x = 5.0;
            let name = RichText::new(name)
                .font(interface(size::INTERFACE))
                .color(theme.text);
            ui.add(egui::Label::new(name))
                .on_hover_text(command.help.as_ref());
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                ui.add_space(14.0);
                let chords = session.table().keymap().chords(command.id);
                for chord in chords.iter().rev() {
                    widgets::key_cap(ui, &chord.display(System::current()));
                }
            });
        },
    );
}

/// Each label with its color, its key and what belongs to it.
pub fn show_guidelines(ctx: &Context, session: &Session, outbox: &mut Outbox) {
    let sheet = Sheet {
        title: "Label guidelines",
        width: 600.0,
        is_at_top: false,
    };
    sheet.show_closable(ctx, outbox, |ui, _| {
        let theme = Theme::of(ui.ctx());
        ScrollArea::vertical()
            .min_scrolled_height(list_height(ui.ctx()))
            .max_height(list_height(ui.ctx()))
            .auto_shrink([false, true])
            .show(ui, |ui| {
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
            });
    });
}

pub fn show_about(ctx: &Context, outbox: &mut Outbox) {
    let sheet = Sheet {
        title: "About Copydesk",
        width: 420.0,
        is_at_top: false,
    };
    sheet.show_closable(ctx, outbox, |ui, outbox| {
        let theme = Theme::of(ui.ctx());
        let name = RichText::new(format!("Copydesk {}", env!("CARGO_PKG_VERSION")))
            .font(headline(26.0))
            .color(theme.text);
        ui.add(egui::Label::new(name));
        let what = RichText::new(env!("CARGO_PKG_DESCRIPTION"))
            .font(reading(16.0))
            .line_height(Some(24.0))
            .color(theme.text);
        ui.add(egui::Label::new(what).wrap());
        ui.add_space(4.0);
        widgets::quiet(ui, "Licensed under MIT or Apache-2.0, at your option");
        widgets::quiet(
            ui,
            "Newsreader and Inter are licensed under the SIL Open Font License 1.1",
        );
        let close = widgets::Press::new("Close").key("Escape");
        if buttons(ui, [close]).is_some() {
            outbox.send(Event::DialogClosed);
        }
    });
}
