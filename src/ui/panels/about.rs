//! The page about the program: its version, its licenses, and where it keeps things.

use eframe::egui;
use egui::{Align, Context, Label, RichText, ScrollArea, Ui, vec2};

use crate::app::{Event, Place, PlaceKind, Session};
use crate::ui::Outbox;
use crate::ui::direction;
use crate::ui::panels::sheet::{Sheet, buttons};
use crate::ui::panels::widgets::{self, Press};
use crate::ui::theme::{Theme, headline, interface, reading, size};
use copydesk_i18n::tr;

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
            title: tr!("about-title"),
            width: 560.0,
            is_at_top: false,
        };
        sheet.show_closable(ctx, outbox, |ui, outbox| {
            show_head(ui);
            show_places(ui, session.places(), outbox);
            self.show_licenses(ui);
            let close = Press::new(tr!("sheet-close")).key("Escape");
            let presses = [close, Press::new(tr!("sheet-copy"))];
            match buttons(ui, presses) {
                Some(0) => outbox.send(Event::DialogClosed),
                Some(_) => outbox.send(Event::CopyWanted(in_words(session.places()))),
                None => {}
            }
        });
    }

    fn show_licenses(&mut self, ui: &mut Ui) {
        widgets::hairline(ui, 6.0);
        widgets::heading(ui, tr!("about-licenses"));
        widgets::quiet(ui, tr!("about-licenses-text"));
        let words = if self.shows_credits {
            tr!("about-hide-credits")
        } else {
            tr!("about-show-credits")
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
    let what = RichText::new(tr!("copydesk-description"))
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
    widgets::heading(ui, tr!("about-places"));
    for place in places {
        ui.horizontal(|ui| {
            ui.set_min_height(26.0);
            ui.allocate_ui_with_layout(
                vec2(NAME_WIDTH, 26.0),
                direction::forward(Align::Center),
                |ui| {
                    ui.set_min_width(NAME_WIDTH);
                    let name = RichText::new(name_of(place.kind)).font(interface(12.0));
                    ui.add(Label::new(name.color(theme.quiet)));
                },
            );
            ui.with_layout(direction::backward(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 6.0;
                let name = name_in_a_sentence(place.kind);
                let open = Press::new(tr!("about-open-folder")).small().show(ui);
                widgets::describe(&open, name);
                if open.clicked() {
                    outbox.send(Event::ShowFolderWanted(place.folder.clone()));
                }
                let copy = Press::new(tr!("about-copy-path")).small().show(ui);
                widgets::describe(&copy, name);
                if copy.clicked() {
                    outbox.send(Event::CopyWanted(place.path.display().to_string()));
                }
                ui.with_layout(direction::forward(Align::Center), |ui| {
                    let path = place.path.display().to_string();
                    let path = RichText::new(path).font(interface(12.0));
                    ui.add(Label::new(path.color(theme.text)).truncate());
                });
            });
        });
    }
}

fn name_of(kind: PlaceKind) -> &'static str {
    match kind {
        PlaceKind::Settings => tr!("about-place-settings"),
        PlaceKind::UnsavedWork => tr!("about-place-unsaved"),
        PlaceKind::FaultReports => tr!("about-place-faults"),
    }
}

fn name_in_a_sentence(kind: PlaceKind) -> &'static str {
    match kind {
        PlaceKind::Settings => tr!("about-place-settings-in-sentence"),
        PlaceKind::UnsavedWork => tr!("about-place-unsaved-in-sentence"),
        PlaceKind::FaultReports => tr!("about-place-faults-in-sentence"),
    }
}

/// What helps whoever reads a report.
fn in_words(places: &[Place]) -> String {
    let system = format!("{} {}", std::env::consts::OS, std::env::consts::ARCH);
    let places = places
        .iter()
        .map(|place| format!("\n{}: {}", name_of(place.kind), place.path.display()));
    std::iter::once(format!("{VERSION}, {system}"))
        .chain(places)
        .collect()
}
