//! The find bar above the article: search words, matches, next and previous.

use std::ops::Range;

use eframe::egui;
use egui::{Frame, Id, Key, Margin, Modifiers, Ui, vec2};

use crate::app::{CommandId, Event, FindRequest, OpenArticle, SelectBy, Session};
use crate::ui::Outbox;
use crate::ui::article::article_id;
use crate::ui::direction;
use crate::ui::panels::inspector::command_press;
use crate::ui::panels::widgets::{self, Press};
use crate::ui::theme::Theme;
use copydesk_i18n::tr;

#[derive(Default)]
pub struct FindBar {
    is_open: bool,
    words: String,
    only_in_spans: bool,
    /// The session's search when this bar last followed it.
    seen: Option<FindRequest>,
    /// Whether the field's words are to be selected once it has the keyboard.
    selects_all: bool,
}

pub fn field_id() -> Id {
    Id::unique("find in the article")
}

impl FindBar {
    pub fn open(&mut self) {
        self.is_open = true;
        self.selects_all = true;
    }

    pub fn show(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        article: &OpenArticle,
        outbox: &mut Outbox,
    ) {
        self.agree(article);
        if !self.is_open {
            return;
        }
        let theme = Theme::of(ui.ctx());
        let frame = Frame::new()
            .fill(theme.panel)
            .inner_margin(Margin::symmetric(14, 0));
        egui::Panel::top("find bar")
            .exact_size(42.0)
            .frame(frame)
            .show(ui, |ui| {
                direction::column(ui, |ui| {
                    ui.horizontal_centered(|ui| {
                        self.show_field(ui, article, outbox);
                        self.show_buttons(ui, session, article, outbox);
                    });
                });
            });
    }

    /// Follows a search that was started or cleared elsewhere.
    fn agree(&mut self, article: &OpenArticle) {
        let request = &article.find().request;
        if *request == self.seen {
            return;
        }
        self.seen.clone_from(request);
        match request {
            Some(request) => {
                self.words.clone_from(&request.words);
                self.only_in_spans = request.only_in_spans;
            }
            None => self.is_open = false,
        }
    }

    fn show_field(&mut self, ui: &mut Ui, article: &OpenArticle, outbox: &mut Outbox) {
        let has_keyboard = ui.memory(|memory| memory.has_focus(field_id()));
        let pressed = |modifiers, key| {
            has_keyboard && ui.input_mut(|input| input.consume_key(modifiers, key))
        };
        if pressed(Modifiers::SHIFT, Key::Enter) {
            outbox.send(Event::Command(CommandId::FindPrevious));
        }
        if pressed(Modifiers::NONE, Key::Enter) {
            outbox.send(Event::Command(CommandId::FindNext));
        }
        // Before that, egui collapses a selection to its end.
        if self.selects_all && has_keyboard {
            self.selects_all = false;
            widgets::select_all(ui, field_id(), &self.words);
        }
        let width = (ui.available_width() * 0.42).clamp(90.0, 280.0);
        let field = widgets::field(&mut self.words, field_id(), tr!("find-hint"));
        let response = ui
            .add_sized(vec2(width, 26.0), field)
            .accessible_name(tr!("find-field"));
        if response.changed() {
            self.send(outbox);
        }
        if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape)) {
            ui.memory_mut(|memory| memory.request_focus(article_id()));
            if self.words.is_empty() {
                self.close(article, outbox);
            } else if let Some(hit) = current_match(article) {
                // A letter then labels it.
                outbox.send(Event::Selected {
                    anchor: hit.start,
                    head: hit.end,
                    by: SelectBy::Grapheme,
                });
            }
        }
    }

    fn show_buttons(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        article: &OpenArticle,
        outbox: &mut Outbox,
    ) {
        ui.spacing_mut().item_spacing.x = 6.0;
        widgets::quiet(ui, place_words(article));
        for (id, words) in [
            (CommandId::FindPrevious, tr!("find-previous")),
            (CommandId::FindNext, tr!("find-next")),
        ] {
            if ui.available_width() > 150.0 {
                command_press(ui, session, id, Press::new(words).small(), outbox);
            }
        }
        if ui.available_width() > 120.0 {
            let only = widgets::chip(ui, tr!("find-spans-only"), self.only_in_spans);
            if only.clicked() {
                self.only_in_spans = !self.only_in_spans;
                self.send(outbox);
            }
            only.on_hover_text(tr!("find-spans-only-about"));
        }
        ui.with_layout(direction::backward(egui::Align::Center), |ui| {
            if widgets::close_button(ui, tr!("find-close")).clicked() {
                self.close(article, outbox);
                ui.memory_mut(|memory| memory.request_focus(article_id()));
            }
        });
    }

    fn send(&self, outbox: &mut Outbox) {
        outbox.send(Event::Find(FindRequest {
            words: self.words.clone(),
            only_in_spans: self.only_in_spans,
        }));
    }

    fn close(&mut self, article: &OpenArticle, outbox: &mut Outbox) {
        self.is_open = false;
        self.words.clear();
        if article.find().request.is_some() {
            self.send(outbox);
        }
    }
}

fn current_match(article: &OpenArticle) -> Option<Range<usize>> {
    let find = article.find();
    find.matches.get(find.current?).cloned()
}

/// Which match this is, of how many; empty before anything is looked for.
pub fn place_words(article: &OpenArticle) -> String {
    let find = article.find();
    let has_words = find
        .request
        .as_ref()
        .is_some_and(|request| !request.words.is_empty());
    let mut request = find.request.iter();
    let only_in_spans = request.any(|request| request.only_in_spans);
    match (find.current, find.matches.len()) {
        (_, 0) if has_words && only_in_spans => tr!("find-none-in-spans").to_owned(),
        (_, 0) if has_words => tr!("find-none").to_owned(),
        (_, 0) => String::new(),
        (current, count) => {
            let place = current.map_or(1, |current| current + 1);
            tr!("find-place", place = place, count = count)
        }
    }
}
