//! The page about the program: its version, its licenses, and where it keeps things.

use eframe::egui;
use egui::{Align, Context, Label, Layout, RichText, ScrollArea, Ui, vec2};

use crate::app::{Event, Place, Session};
use crate::ui::Outbox;
use crate::ui::panels::sheet::{Sheet, buttons};
use crate::ui::panels::widgets::{self, Press};
use crate::ui::theme::{Theme, headline, interface, reading, size};

/// Whose works are in the program.
const CREDITS: &str = include_str!("../../../NOTICE");

const VERSION: &str = concat!("Copydesk ", env!("CARGO_PKG_VERSION"));

const NAME_WIDTH: f32 = 96.0;
const MOST_CREDITS: f32 = 240.0;

#[derive(Default)]
pub struct AboutPage {
    shows_credits: bool,
}

impl AboutPage {
    pub fn show(&mut self, ctx: &Context, session: &Session, outbox: &mut Outbox) {
        let sheet = Sheet {
            title: "About Copydesk",
            width: 560.0,
            is_at_top: false,
        };
        sheet.show_closable(ctx, outbox, |ui, outbox| {
            show_head(ui);
            show_places(ui, session.places(), outbox);
            self.show_licenses(ui);
            let presses = [Press::new("Close").key("Escape"), Press::new("Copy")];
            match buttons(ui, presses) {
                Some(0) => outbox.send(Event::DialogClosed),
                Some(_) => outbox.send(Event::CopyWanted(in_words(session.places()))),
                None => {}
            }
        });
    }

    fn show_licenses(&mut self, ui: &mut Ui) {
        widgets::hairline(ui, 6.0);
        widgets::heading(ui, "Licenses");
        widgets::quiet(
            ui,
            "Copydesk is licensed under MIT or Apache-2.0, at your option. It holds fonts, name lists, data and \
             libraries of others, under licenses of their own. In its source, Cargo.lock names every library, and \
             deny.toml the licenses that these have.",
        );
        let words = if self.shows_credits {
            "Hide credits"
        } else {
            "Show credits"
        };
        if Press::new(words).small().show(ui).clicked() {
            self.shows_credits = !self.shows_credits;
        }
        if self.shows_credits {
            let theme = Theme::of(ui.ctx());
            let most = (ui.ctx().content_rect().height() - 420.0).clamp(90.0, MOST_CREDITS);
            ScrollArea::vertical()
                .max_height(most)
                .auto_shrink([false, true])
                .show(ui, |ui| {
                    let credits = RichText::new(CREDITS).font(interface(size::SMALL));
                    ui.add(Label::new(credits.color(theme.text)).wrap());
                });
        }
    }
}

fn show_head(ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    let name = RichText::new(VERSION).font(headline(26.0));
    ui.add(Label::new(name.color(theme.text)));
    let what = RichText::new(env!("CARGO_PKG_DESCRIPTION"))
        .font(reading(16.0))
        .line_height(Some(24.0))
        .color(theme.text);
    ui.add(Label::new(what).wrap());
}

/// Each place with its path, and buttons to copy that and to show it.
fn show_places(ui: &mut Ui, places: &[Place], outbox: &mut Outbox) {
    if places.is_empty() {
        return;
    }
    let theme = Theme::of(ui.ctx());
    widgets::hairline(ui, 6.0);
    widgets::heading(ui, "On this machine");
    for place in places {
        ui.horizontal(|ui| {
            ui.set_min_height(26.0);
            ui.allocate_ui_with_layout(
                vec2(NAME_WIDTH, 26.0),
                Layout::left_to_right(Align::Center),
                |ui| {
                    ui.set_min_width(NAME_WIDTH);
                    let name = RichText::new(place.name).font(interface(12.0));
                    ui.add(Label::new(name.color(theme.quiet)));
                },
            );
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 6.0;
                let name = place.name.to_lowercase();
                let open = Press::new("Open folder").small().show(ui);
                widgets::describe(&open, &name);
                if open.clicked() {
                    outbox.send(Event::ShowFolderWanted(place.folder.clone()));
                }
                let copy = Press::new("Copy path").small().show(ui);
                widgets::describe(&copy, &name);
                if copy.clicked() {
                    outbox.send(Event::CopyWanted(place.path.display().to_string()));
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let path = place.path.display().to_string();
                    let path = RichText::new(path).font(interface(12.0));
                    ui.add(Label::new(path.color(theme.text)).truncate());
                });
            });
        });
    }
}

/// What helps whoever reads a report.
fn in_words(places: &[Place]) -> String {
    let system = format!("{} {}", std::env::consts::OS, std::env::consts::ARCH);
    let places = places
        .iter()
        .map(|place| format!("\n{}: {}", place.name, place.path.display()));
    std::iter::once(format!("{VERSION}, {system}"))
        .chain(places)
        .collect()
}
