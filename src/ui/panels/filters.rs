//! The review list's filters: states, labels, confidence and words.

use eframe::egui;
use egui::{Frame, Id, Margin, Ui, vec2};

use crate::app::{CommandId, Event, OpenArticle, Session};
use crate::ui::Outbox;
use crate::ui::panels::widgets;
use copydesk_document::Confidence;
use copydesk_document::review::{Filter, State};

/// The words that are typed, and the session's when they last agreed.
#[derive(Default)]
pub struct Filters {
    words: String,
    seen: String,
    /// Shows only the state filters; the Review menu filters by label too.
    pub is_short: bool,
}

pub fn words_id() -> Id {
    Id::unique("words of the review list")
}

/// The confidences that the switch goes through, the strictest first.
const CONFIDENCES: [u8; 3] = [90, 70, 50];

impl Filters {
    pub fn show(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        article: &OpenArticle,
        outbox: &mut Outbox,
    ) {
        let margin = Margin {
            left: 14,
            right: 14,
            top: 12,
            bottom: 8,
        };
        Frame::new().inner_margin(margin).show(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(5.0, 5.0);
            ui.horizontal_wrapped(|ui| show_states(ui, article, outbox));
            if self.is_short {
                return;
            }
            ui.horizontal_wrapped(|ui| {
                show_labels(ui, session, article, outbox);
                show_confidence(ui, article, outbox);
            });
            ui.add_space(3.0);
            self.show_words(ui, article, outbox);
        });
    }

    fn show_words(&mut self, ui: &mut Ui, article: &OpenArticle, outbox: &mut Outbox) {
        let filter = article.filter();
        if self.seen != filter.words {
            self.seen.clone_from(&filter.words);
            self.words.clone_from(&filter.words);
        }
        let clear = if filter.is_active() { 78.0 } else { 0.0 };
        ui.horizontal(|ui| {
            let width = ui.available_width() - clear;
            let field = widgets::field(&mut self.words, words_id(), "Filter…").desired_width(width);
            let response = ui
                .add_sized(vec2(width, 26.0), field)
                .accessible_name("Filter by words");
            if response.changed() {
                let words = self.words.clone();
                send(outbox, article, |filter| filter.words = words);
            }
            if filter.is_active() && widgets::chip(ui, "Show all", false).clicked() {
                outbox.send(Event::Command(CommandId::ClearFilter));
            }
        });
    }
}

fn send(outbox: &mut Outbox, article: &OpenArticle, change: impl FnOnce(&mut Filter)) {
    let mut filter = article.filter().clone();
    change(&mut filter);
    outbox.send(Event::Filtered(filter));
}

fn show_states(ui: &mut Ui, article: &OpenArticle, outbox: &mut Outbox) {
    let counts = article.counts();
    for (state, words) in [
        (State::Suggested, format!("{} to review", counts.suggested)),
        (State::Accepted, format!("{} accepted", counts.accepted)),
        (State::Rejected, format!("{} rejected", counts.rejected)),
    ] {
        let is_on = article.filter().states.contains(&state);
        if widgets::chip(ui, &words, is_on).clicked() {
            send(outbox, article, |filter| {
                if !filter.states.remove(&state) {
                    filter.states.insert(state);
                }
            });
        }
    }
}

fn show_labels(ui: &mut Ui, session: &Session, article: &OpenArticle, outbox: &mut Outbox) {
    for label in session.schema().labels() {
        let count = article.counts().by_label.get(&label.id).copied();
        let words = format!("{} {}", label.plural, count.unwrap_or_default());
        let is_on = article.filter().labels.contains(&label.id);
        if widgets::chip(ui, &words, is_on).clicked() {
            send(outbox, article, |filter| {
                if !filter.labels.remove(&label.id) {
                    filter.labels.insert(label.id.clone());
                }
            });
        }
    }
}

fn show_confidence(ui: &mut Ui, article: &OpenArticle, outbox: &mut Outbox) {
    let current = article.filter().confidence.map(Confidence::percent);
    let next = match current {
        None => CONFIDENCES.first(),
        Some(current) => CONFIDENCES.iter().find(|percent| **percent < current),
    };
    let words = format!("≥ {}%", current.unwrap_or(CONFIDENCES[0]));
    let response = widgets::chip(ui, &words, current.is_some());
    let clicked = response.clicked();
    let help = match next {
        Some(next) => format!("Show only suggestions with at least {next}% confidence"),
        None => "Show suggestions at any confidence".to_owned(),
    };
    widgets::describe(&response, &help);
    response.on_hover_text(help);
    if clicked {
        let next = next.copied().map(Confidence::from_percent);
        send(outbox, article, |filter| filter.confidence = next);
    }
}
