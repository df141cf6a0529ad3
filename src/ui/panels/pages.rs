//! The page of keyboard shortcuts.

use eframe::egui;
use egui::{Context, Id, RichText, ScrollArea, Ui, vec2};

use crate::app::{Command, CommandId, Section, Session, System};
use crate::ui::Outbox;
use crate::ui::direction;
use crate::ui::panels::sheet::{Sheet, list_height};
use crate::ui::panels::widgets;
use crate::ui::theme::{Theme, interface, size};
use copydesk_i18n::tr;
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
    Section::Comparing,
    Section::Files,
    Section::View,
];

impl KeysPage {
    pub fn show(&mut self, ctx: &Context, session: &Session, outbox: &mut Outbox) {
        let sheet = Sheet {
            title: tr!("shortcuts-title"),
            width: 1040.0,
            is_at_top: false,
        };
        sheet.show_closable(ctx, outbox, |ui, _| {
            let id = Id::unique("find a shortcut");
            let field = widgets::field(&mut self.words, id, tr!("shortcuts-hint"));
            let response = ui.add(field).accessible_name(tr!("shortcuts-find"));
            // To ask again while it has the keyboard would interrupt an input method.
            if !response.has_focus() {
                response.request_focus();
            }
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

/// The commands of one section.
type Chapter<'a> = (Section, Vec<&'a Command>);

/// A column is no narrower.
const COLUMN: f32 = 300.0;
const BETWEEN_COLUMNS: f32 = 28.0;

fn show_sections(ui: &mut Ui, session: &Session, words: &str) {
    let chapters = chapters(session, words);
    // Room for the scroll bar.
    ui.set_max_width(ui.available_width() - 14.0);
    if chapters.is_empty() {
        ui.add_space(6.0);
        widgets::quiet(ui, tr!("shortcuts-nothing"));
        return;
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a window is a few columns wide at most"
    )]
    let fitting = (ui.available_width() / COLUMN).max(1.0) as usize;
    let columns = columns(&chapters, fitting.min(chapters.len()));
    ui.spacing_mut().item_spacing = vec2(BETWEEN_COLUMNS, 0.0);
    ui.columns(columns.len(), |uis| {
        for (ui, chapters) in uis.iter_mut().zip(columns) {
            ui.spacing_mut().item_spacing.x = 5.0;
            for (section, commands) in chapters {
                ui.add_space(14.0);
                widgets::heading(ui, section.name());
                widgets::hairline(ui, 4.0);
                for command in commands {
                    show_keys(ui, session, command);
                }
            }
        }
    });
}

fn chapters<'a>(session: &'a Session, words: &str) -> Vec<Chapter<'a>> {
    let commands = |section| {
        let commands = session.table().all().iter();
        let of_section = commands.filter(move |command| command.section == section);
        let there = of_section.filter(|command| !is_place(command));
        there.filter(|command| fits(session, command, &keys_of(session, command), words))
    };
    let chapters = SECTIONS.map(|section| (section, commands(section).collect()));
    let chapters = chapters.into_iter();
    chapters
        .filter(|(_, commands): &Chapter<'_>| !commands.is_empty())
        .collect()
}

/// `chapters` in `count` columns of about the same height, in order.
fn columns<'c, 'a>(chapters: &'c [Chapter<'a>], count: usize) -> Vec<Vec<&'c Chapter<'a>>> {
    let height = |chapter: &Chapter<'_>| chapter.1.len() + 2;
    let whole: usize = chapters.iter().map(height).sum();
    let mut columns = vec![Vec::new(); count];
    let mut above = 0;
    for chapter in chapters {
        let middle = above + height(chapter) / 2;
        if let Some(column) = columns.get_mut(middle * count / whole) {
            column.push(chapter);
        }
        above += height(chapter);
    }
    columns.retain(|column| !column.is_empty());
    columns
}

/// Samples and recent files have no keys.
pub fn is_place(command: &Command) -> bool {
    matches!(
        command.id,
        CommandId::OpenSample(_) | CommandId::OpenRecent(_)
    )
}

/// All keys of a command, with space between.
pub fn keys_of(session: &Session, command: &Command) -> String {
    let chords = session.table().keymap().chords(command.id);
    let shown: Vec<String> = chords
        .iter()
        .map(|chord| chord.display(System::current()))
        .collect();
    shown.join("  ")
}

/// Whether a command has every one of `words` in its name, what it does or its keys.
pub fn fits(session: &Session, command: &Command, keys: &str, words: &str) -> bool {
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
    let name = command.name.as_ref();
    ui.allocate_ui_with_layout(
        vec2(ui.available_width(), 28.0),
        direction::forward(egui::Align::Center),
        |ui| {
            ui.set_min_height(28.0);
            ui.spacing_mut().item_spacing.x = 5.0;
            ui.with_layout(direction::backward(egui::Align::Center), |ui| {
                let chords = session.table().keymap().chords(command.id);
                for chord in chords.iter().rev() {
                    widgets::key_cap(ui, &chord.display(System::current()));
                }
                ui.with_layout(direction::forward(egui::Align::Center), |ui| {
                    let name = RichText::new(name).font(interface(size::INTERFACE));
                    ui.add(egui::Label::new(name.color(theme.text)).truncate())
                        .on_hover_text(command.help.as_ref());
                });
            });
        },
    );
}
