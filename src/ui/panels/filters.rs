//! The review list's filters: states, labels, confidence and words.

use eframe::egui;
use egui::{ComboBox, Frame, Id, Margin, RichText, Ui, vec2};

use crate::app::{CommandId, Event, OpenArticle, Session};
use crate::ui::Outbox;
use crate::ui::panels::{switches, widgets};
use crate::ui::theme::size;
use copydesk_document::Confidence;
use copydesk_document::review::{Filter, State};
use copydesk_i18n::{in_sentence, tr};

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

/// The confidences that can be asked for, the strictest first.
const CONFIDENCES: [u8; 3] = [90, 70, 50];
const CONFIDENCE_WIDTH: f32 = 122.0;

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
            show_states(ui, article, outbox);
            if self.is_short {
                return;
            }
            ui.add_space(1.0);
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(2.0, 3.0);
                show_labels(ui, session, article, outbox);
            });
            ui.add_space(1.0);
            self.show_words(ui, article, outbox);
        });
    }

    fn show_words(&mut self, ui: &mut Ui, article: &OpenArticle, outbox: &mut Outbox) {
        let filter = article.filter();
        if self.seen != filter.words {
            self.seen.clone_from(&filter.words);
            self.words.clone_from(&filter.words);
        }
        ui.horizontal(|ui| {
            let is_active = article.filter().is_active();
            let space = ui.spacing().item_spacing.x;
            let clear = if is_active { 22.0 + space } else { 0.0 };
            let width = ui.available_width() - CONFIDENCE_WIDTH - 2.0 * space - clear;
            let hint = tr!("filter-words-hint");
            let field = widgets::field(&mut self.words, words_id(), hint).desired_width(width);
            let response = ui
                .add_sized(vec2(width, 26.0), field)
                .accessible_name(tr!("filter-words"));
            if response.changed() {
                let words = self.words.clone();
                send(outbox, article, |filter| filter.words = words);
            }
            show_confidence(ui, article, outbox);
            if is_active {
                let all = widgets::close_button(ui, tr!("filter-show-all"));
                if all.clicked() {
                    outbox.send(Event::Command(CommandId::ClearFilter));
                }
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
    let choices = [
        (
            State::Suggested,
            tr!("count-to-review", count = counts.suggested),
        ),
        (
            State::Accepted,
            tr!("count-accepted", count = counts.accepted),
        ),
        (
            State::Rejected,
            tr!("count-rejected", count = counts.rejected),
        ),
    ];
    let shown = choices.clone().map(|(state, words)| {
        let is_on = article.filter().states.contains(&state);
        (words, is_on)
    });
    let clicked = switches::segments(ui, &shown);
    if let Some((state, _)) = clicked.and_then(|index| choices.get(index)) {
        send(outbox, article, |filter| {
            if !filter.states.remove(state) {
                filter.states.insert(*state);
            }
        });
    }
}

fn show_labels(ui: &mut Ui, session: &Session, article: &OpenArticle, outbox: &mut Outbox) {
    for label in session.schema().labels() {
        let count = article.counts().by_label.get(&label.id).copied();
        let words = format!("{} {}", label.plural, count.unwrap_or_default());
        let is_on = article.filter().labels.contains(&label.id);
        let swatch = switches::swatch(ui, label, &words, is_on);
        let hint = if is_on {
            tr!("filter-all-labels").to_owned()
        } else {
            tr!("filter-only-label", labels = in_sentence(&label.plural))
        };
        if swatch.on_hover_text(hint).clicked() {
            send(outbox, article, |filter| {
                if !filter.labels.remove(&label.id) {
                    filter.labels.insert(label.id.clone());
                }
            });
        }
    }
}

/// A menu of the least confidence that a suggestion must have.
fn show_confidence(ui: &mut Ui, article: &OpenArticle, outbox: &mut Outbox) {
    let current = article.filter().confidence;
    let words = |confidence: Option<Confidence>| match confidence {
        None => tr!("filter-any-confidence").to_owned(),
        Some(confidence) => tr!("filter-at-least", percent = confidence.percent()),
    };
    let choices = CONFIDENCES.map(|percent| Some(Confidence::from_percent(percent)));
    let shown = RichText::new(words(current)).size(size::SMALL);
    let menu = ComboBox::from_id_salt("confidence")
        .width(CONFIDENCE_WIDTH)
        .selected_text(shown)
        .icon(switches::paint_chevron)
        .show_ui(ui, |ui| {
            for choice in std::iter::once(None).chain(choices) {
                if ui
                    .selectable_label(current == choice, words(choice))
                    .clicked()
                {
                    send(outbox, article, |filter| filter.confidence = choice);
                }
            }
        });
    menu.response
        .accessible_name(tr!("filter-confidence"))
        .on_hover_text(tr!("filter-confidence-about"));
}
