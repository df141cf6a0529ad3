//! A field for a fact of a span: its keys, its words and what may be meant by them.

use eframe::egui;
use egui::{
    EventFilter, Id, Key, KeyboardShortcut, Margin, Modifiers, Rect, Response, RichText, TextEdit,
    Ui, vec2,
};

use crate::app::{ArticleId, Event, Fact, OpenArticle};
use crate::ui::Outbox;
use crate::ui::article::article_id;
use crate::ui::panels::fact_words::FactWords;
use crate::ui::panels::inspector::shortened_to;
use crate::ui::panels::{lists, widgets};
use crate::ui::theme::{Theme, interface, size};
use copydesk_i18n::{in_sentence, tr};

/// An open field.
pub struct FactEntry {
    pub article: ArticleId,
    pub words: FactWords,
    pub id: Id,
    /// Until it has the keyboard.
    is_new: bool,
    /// What belongs to it on screen, as last drawn.
    rect: Rect,
}

/// How the field is left.
#[derive(Clone, Copy)]
enum Leave {
    /// As it was.
    Cancel,
    Save,
    /// Saved, for the field before or after it.
    SaveAnd(Option<Fact>),
    /// The keyboard has gone elsewhere.
    Lost,
}

impl FactEntry {
    pub fn new(article: &OpenArticle, fact: Fact, id: Id) -> Option<Self> {
        Some(Self {
            article: article.id,
            words: FactWords::of(article, fact)?,
            id,
            is_new: true,
            rect: Rect::NOTHING,
        })
    }

    pub fn is_about(&self, article: &OpenArticle) -> bool {
        article.id == self.article && article.focus() == Some(&self.words.target)
    }

    /// Sends what is typed, or why it cannot be saved.
    pub fn send(&mut self, outbox: &mut Outbox) {
        match self.words.event() {
            Ok(event) => {
                if let Some(event) = event {
                    outbox.send(event);
                }
                self.words.mark_saved();
            }
            Err(why) => {
                let title = in_sentence(self.words.title());
                let words = shortened_to(self.words.words.trim(), 40);
                let text = tr!(
                    "fact-not-understood",
                    title = title,
                    words = words,
                    why = why
                );
                outbox.send(Event::NotUnderstood(text));
            }
        }
    }

    /// Draws the field with what belongs to it. Returns whether it was left.
    pub fn show(&mut self, ui: &mut Ui, outbox: &mut Outbox) -> bool {
        let pressed = self.take_keys(ui);
        let drawn = ui.vertical(|ui| self.show_parts(ui));
        self.rect = drawn.response.rect.expand(4.0);
        let lost = || self.is_lost(ui).then_some(Leave::Lost);
        let leave = pressed.or(drawn.inner).or_else(lost);
        leave.is_some_and(|leave| self.leave(ui, leave, outbox))
    }

    /// Takes the keys that are not for the text.
    fn take_keys(&mut self, ui: &Ui) -> Option<Leave> {
        if !ui.memory(|memory| memory.has_focus(self.id)) {
            return None;
        }
        let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
        if pressed(Modifiers::NONE, Key::Escape) {
            return Some(Leave::Cancel);
        }
        for (modifiers, is_forward) in [(Modifiers::SHIFT, false), (Modifiers::NONE, true)] {
            if pressed(modifiers, Key::Tab) {
                self.words.take_chosen();
                return Some(Leave::SaveAnd(self.words.neighbor(is_forward)));
            }
        }
        let starts_line = ui.input(|input| input.modifiers.shift) && self.words.fact == Fact::Note;
        let is_sent = !starts_line
            && (pressed(Modifiers::COMMAND, Key::Enter) || pressed(Modifiers::NONE, Key::Enter));
        if is_sent {
            self.words.take_chosen();
            return Some(Leave::Save);
        }
        if !self.words.offered().is_empty() {
            for (key, is_down) in [(Key::ArrowDown, true), (Key::ArrowUp, false)] {
                if pressed(Modifiers::NONE, key) {
                    self.words.step(is_down);
                }
            }
        }
        None
    }

    fn show_parts(&mut self, ui: &mut Ui) -> Option<Leave> {
        let response = self.show_field(ui);
        let reading = self.words.reading();
        let (Ok(said) | Err(said)) = &reading;
        widgets::describe(&response, said);
        show_reading(ui, &reading);
        if self.words.accepts() {
            show_reading(ui, &Ok(tr!("fact-saving-accepts").to_owned()));
        }
        let leave = self.show_offers(ui);
        if self.is_new {
            // Neither below a dialog that has just closed nor in an area that is laid out unseen can
            // anything have the keyboard: it is asked for until it comes.
            self.is_new = !response.has_focus();
            let whole = ui.min_rect().expand(4.0);
            let animation = egui::style::ScrollAnimation::none();
            ui.scroll_to_rect_animation(whole, None, animation);
        }
        leave
    }

    fn show_field(&mut self, ui: &mut Ui) -> Response {
        if self.is_new {
            ui.memory_mut(|memory| memory.request_focus(self.id));
            widgets::select_all(ui, self.id, &self.words.words);
            ui.ctx().request_repaint();
        }
        let filter = EventFilter {
            tab: true,
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: true,
        };
        let title = self.words.title().to_owned();
        let field = if self.words.fact == Fact::Note {
            let line = KeyboardShortcut::new(Modifiers::SHIFT, Key::Enter);
            TextEdit::multiline(&mut self.words.words)
                .id(self.id)
                .desired_rows(2)
                .desired_width(f32::INFINITY)
                .return_key(line)
        } else {
            let hint = self.words.hint();
            widgets::field(&mut self.words.words, self.id, hint)
        };
        let field = field
            .font(interface(size::INTERFACE))
            .margin(Margin::symmetric(7, 4))
            .event_filter(filter);
        let response = ui.add(field).accessible_name(title);
        if response.changed() {
            self.words.chosen = None;
        }
        response
    }

    /// What may be meant. One that is clicked is saved.
    fn show_offers(&mut self, ui: &mut Ui) -> Option<Leave> {
        let offered: Vec<String> = self
            .words
            .offered()
            .into_iter()
            .map(str::to_owned)
            .collect();
        if offered.is_empty() {
            return None;
        }
        let mut clicked = None;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
            for (index, name) in offered.iter().enumerate() {
                let is_chosen = self.words.chosen == Some(index);
                let is_on = is_chosen || self.words.chosen.is_none() && *name == self.words.words;
                let response = widgets::chip(ui, &shortened_to(name, 30), is_on);
                lists::place_row(self.id, &response, index, is_chosen);
                if is_chosen {
                    response.scroll_to_me(None);
                }
                if response.clicked() {
                    clicked = Some(index);
                }
            }
        });
        self.words.chosen = clicked.or(self.words.chosen);
        clicked.map(|_| {
            self.words.take_chosen();
            Leave::Save
        })
    }

    /// Whether the keyboard has gone elsewhere; by a click on what belongs to the field it comes back.
    fn is_lost(&self, ui: &Ui) -> bool {
        if self.is_new || ui.memory(|memory| memory.has_focus(self.id)) {
            return false;
        }
        let at = ui.input(|input| input.pointer.interact_pos());
        let is_pressing = ui.input(|input| input.pointer.any_down() || input.pointer.any_click());
        let is_own = is_pressing && at.is_some_and(|at| self.rect.contains(at));
        if is_own {
            ui.memory_mut(|memory| memory.request_focus(self.id));
        }
        !is_own
    }

    /// Whether the field is to be closed.
    fn leave(&mut self, ui: &Ui, leave: Leave, outbox: &mut Outbox) -> bool {
        let is_kept_open = matches!(leave, Leave::Save | Leave::SaveAnd(_));
        if is_kept_open && self.words.event().is_err() {
            ui.memory_mut(|memory| memory.request_focus(self.id));
            return false;
        }
        if !matches!(leave, Leave::Cancel) {
            self.send(outbox);
        }
        match leave {
            Leave::Lost => {}
            Leave::SaveAnd(Some(next)) => outbox.send(Event::FactChosen(next)),
            Leave::Cancel | Leave::Save | Leave::SaveAnd(None) => {
                ui.memory_mut(|memory| memory.request_focus(article_id()));
            }
        }
        true
    }
}

/// How what is typed is understood, or why it cannot be saved.
fn show_reading(ui: &mut Ui, reading: &Result<String, String>) {
    let theme = Theme::of(ui.ctx());
    let (words, color) = match reading {
        Ok(words) => (words, theme.quiet),
        Err(why) => (why, theme.problem),
    };
    if !words.is_empty() {
        let words = RichText::new(words)
            .font(interface(size::SMALL))
            .color(color);
        ui.add(egui::Label::new(words).wrap());
    }
}
