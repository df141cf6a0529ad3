//! The dialog for a span's attributes: a figure's value, a claim's speaker.

use eframe::egui;
use egui::{Context, Id, Key, Modifiers, RichText, Ui};

use crate::app::{Event, OpenArticle, Session};
use crate::ui::Outbox;
use crate::ui::panels::inspector::shortened_to;
use crate::ui::panels::note::quoted;
use crate::ui::panels::sheet::{Sheet, buttons};
use crate::ui::panels::widgets::{self, Press};
use crate::ui::theme::{Theme, interface, reading, size};
use copydesk_document::review::{State, Target};
use copydesk_document::{
    AttributeContent, AttributeKind, AttributeValue, Attributes, FigureValue, Label, LabelStyle,
};
use copydesk_text::{Span, contains_folded, folded};

#[derive(Default)]
pub struct AttributeDialog {
    /// The attribute that is edited.
    name: String,
    words: String,
    /// Words of other spans that may be meant, the nearest first.
    candidates: Vec<(String, Span)>,
    is_new: bool,
    /// Whether the field's words are to be selected once it has the keyboard.
    selects_all: bool,
}

const MOST_CANDIDATES: usize = 40;
const MOST_SHOWN: usize = 8;

impl AttributeDialog {
    pub fn of(session: &Session, target: &Target, name: &str) -> Self {
        let mut dialog = Self {
            candidates: session
                .article()
                .map_or_else(Vec::new, |article| candidates(article, target)),
            ..Self::default()
        };
        dialog.turn_to(session, target, name);
        dialog
    }

    fn turn_to(&mut self, session: &Session, target: &Target, name: &str) {
        let value = session
            .article()
            .and_then(|article| attributes(article, target)?.get(name));
        self.words = value.map_or_else(String::new, AttributeValue::display);
        name.clone_into(&mut self.name);
        self.is_new = true;
    }

    pub fn show(&mut self, ctx: &Context, session: &Session, target: &Target, outbox: &mut Outbox) {
        let Some(article) = session.article() else {
            return;
        };
        let Some(label) = label_of(article, target) else {
            return;
        };
        let Some(kind) = label.attributes.iter().find(|kind| kind.name == self.name) else {
            return;
        };
        let title = format!("{} of {}", kind.title, quoted(session, target));
        let sheet = Sheet {
            title: &title,
            width: 460.0,
            is_at_top: false,
        };
        sheet.show_closable(ctx, outbox, |ui, outbox| {
            let value = self.show_content(ui, kind);
            if matches!(target, Target::Suggestion(..)) {
                widgets::quiet(ui, "Saving also accepts the suggestion");
            }
            self.show_others(ui, session, target, label);
            self.show_buttons(ui, target, value, outbox);
        });
    }

    /// Shows the fields and returns their value; `Ok(None)` removes it.
    fn show_content(
        &mut self,
        ui: &mut Ui,
        kind: &AttributeKind,
    ) -> Result<Option<AttributeValue>, String> {
        match &kind.content {
            AttributeContent::Figure => {
                self.show_field(ui, kind);
                let value = figure(&self.words);
                show_reading(ui, &value);
                value
            }
            AttributeContent::Words => {
                self.show_field(ui, kind);
                self.show_candidates(ui);
                Ok(self.words_value())
            }
            AttributeContent::Choice(choices) => {
                for choice in choices {
                    let is_on = self.words == *choice;
                    if ui.radio(is_on, choice).clicked() {
                        self.words.clone_from(choice);
                    }
                }
                Ok(self.words_value())
            }
        }
    }

    fn show_field(&mut self, ui: &mut Ui, kind: &AttributeKind) {
        let id = Id::unique(("attribute", &kind.name));
        // Before that, egui collapses a selection to its end.
        if self.selects_all && ui.memory(|memory| memory.has_focus(id)) {
            self.selects_all = false;
            widgets::select_all(ui, id, &self.words);
        }
        let hint = match kind.content {
            AttributeContent::Figure => "For example: 500000000 USD",
            AttributeContent::Words | AttributeContent::Choice(_) => "Type or choose…",
        };
        let field = widgets::field(&mut self.words, id, hint)
            .font(reading(17.0))
            .margin(egui::Margin::symmetric(10, 7));
        let response = ui.add(field).accessible_name(&kind.title);
        if std::mem::take(&mut self.is_new) {
            response.request_focus();
            self.selects_all = true;
            ui.ctx().request_repaint();
        }
    }

    fn show_candidates(&mut self, ui: &mut Ui) {
        let words = folded(self.words.trim());
        let is_chosen = self.candidates.iter().any(|(name, _)| *name == self.words);
        let fitting: Vec<String> = self
            .candidates
            .iter()
            .filter(|(name, _)| is_chosen || contains_folded(name, &words))
            .take(MOST_SHOWN)
            .map(|(name, _)| name.clone())
            .collect();
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(5.0, 5.0);
            for name in fitting {
                let is_on = self.words == name;
                if widgets::chip(ui, &shortened_to(&name, 40), is_on).clicked() {
                    self.words = name;
                }
            }
        });
    }

    fn words_value(&self) -> Option<AttributeValue> {
        let words = self.words.trim();
        let at = self
            .candidates
            .iter()
            .find(|(name, _)| name == words)
            .map(|(_, span)| *span);
        (!words.is_empty()).then(|| AttributeValue::Words {
            words: words.to_owned(),
            at,
        })
    }

    /// The span's other attributes, each with a button to edit it.
    fn show_others(&mut self, ui: &mut Ui, session: &Session, target: &Target, label: &Label) {
        if label.attributes.len() < 2 {
            return;
        }
        widgets::hairline(ui, 6.0);
        let mut turned_to = None;
        for kind in label
            .attributes
            .iter()
            .filter(|kind| kind.name != self.name)
        {
            let value = session
                .article()
                .and_then(|article| attributes(article, target)?.get(&kind.name));
            let shown = value.map_or_else(|| "none".to_owned(), AttributeValue::display);
            ui.horizontal(|ui| {
                widgets::quiet(ui, format!("{}: {}", kind.title, shortened_to(&shown, 46)));
                let words = format!("Edit {}", kind.title.to_lowercase());
                if widgets::chip(ui, &words, false).clicked() {
                    turned_to = Some(kind.name.clone());
                }
            });
        }
        if let Some(name) = turned_to {
            self.turn_to(session, target, &name);
        }
    }

    fn show_buttons(
        &self,
        ui: &mut Ui,
        target: &Target,
        value: Result<Option<AttributeValue>, String>,
        outbox: &mut Outbox,
    ) {
        let is_sent = ui.input_mut(|input| {
            input.consume_key(Modifiers::NONE, Key::Enter)
                || input.consume_key(Modifiers::COMMAND, Key::Enter)
        });
        let presses = [
            Press::new("Save").key("Enter").enabled(value.is_ok()),
            Press::new("Cancel").key("Escape"),
        ];
        let answer = buttons(ui, presses);
        let is_saved = answer == Some(0) || (is_sent && answer.is_none());
        match value {
            Ok(value) if is_saved => outbox.send(Event::AttributeSet {
                target: target.clone(),
                name: self.name.clone(),
                value,
            }),
            _ if answer == Some(1) => outbox.send(Event::DialogClosed),
            _ => {}
        }
    }
}

fn figure(words: &str) -> Result<Option<AttributeValue>, String> {
    if words.trim().is_empty() {
        return Ok(None);
    }
    words
        .trim()
        .parse::<FigureValue>()
        .map(|value| Some(AttributeValue::Figure(value)))
        .map_err(|error| error.to_string())
}

/// How the typed value is understood, or why it is not valid.
fn show_reading(ui: &mut Ui, value: &Result<Option<AttributeValue>, String>) {
    let theme = Theme::of(ui.ctx());
    let (words, color) = match value {
        Ok(Some(value)) => (format!("Understood as {}", value.display()), theme.quiet),
        Ok(None) => ("Leave empty to remove".to_owned(), theme.quiet),
        Err(error) => (format!("Not a valid value: {error}"), theme.problem),
    };
    let words = RichText::new(words)
        .font(interface(size::INTERFACE))
        .color(color);
    ui.add(egui::Label::new(words).wrap());
}

fn label_of<'a>(article: &'a OpenArticle, target: &Target) -> Option<&'a Label> {
    let item = article.item(target)?;
    article.document().schema().label(&item.label)
}

fn attributes<'a>(article: &'a OpenArticle, target: &Target) -> Option<&'a Attributes> {
    match target {
        Target::Annotation(id) => Some(&article.annotation(*id)?.attributes),
        target => Some(&article.suggestion(target)?.attributes),
    }
}

/// Who may be meant: the people of this article and whoever speaks in another claim, an organization
/// too, each once, those next to `target` first. Where no label is for people, all names.
fn candidates(article: &OpenArticle, target: &Target) -> Vec<(String, Span)> {
    let Some(place) = article.item(target).map(|item| item.span) else {
        return Vec::new();
    };
    let mut found: Vec<(String, Span)> = speakers(article, target);
    found.extend(names(article, target));
    found.sort_by_key(|(_, span)| (span.start().abs_diff(place.start()), *span));
    let mut candidates: Vec<(String, Span)> = Vec::new();
    for (words, span) in found {
        if !candidates.iter().any(|(name, _)| *name == words) {
            candidates.push((words, span));
        }
        if candidates.len() == MOST_CANDIDATES {
            break;
        }
    }
    candidates
}

fn names(article: &OpenArticle, target: &Target) -> Vec<(String, Span)> {
    let schema = article.document().schema();
    let has_people = schema.labels().iter().any(is_for_speakers);
    let has_figure = |kind: &AttributeKind| kind.content == AttributeContent::Figure;
    let is_name = |label: &Label| {
        is_for_speakers(label)
            || !has_people
                && label.style == LabelStyle::Tint
                && !label.attributes.iter().any(has_figure)
    };
    let items = article.items().iter();
    let items = items.filter(|item| item.state != State::Rejected && item.target != *target);
    items
        .filter(|item| schema.label(&item.label).is_some_and(is_name))
        .map(|item| (article.text().words(item.span).to_owned(), item.span))
        .collect()
}

fn is_for_speakers(label: &Label) -> bool {
    let id = label.id.to_string();
    matches!(
        id.as_str(),
        "person" | "people" | "organization" | "organisation" | "org"
    )
}

/// The words that other claims of the article have for who says them, where they stand in the text.
fn speakers(article: &OpenArticle, target: &Target) -> Vec<(String, Span)> {
    let items = article.items().iter().filter(|item| item.target != *target);
    let known = items.filter_map(|item| attributes(article, &item.target)?.get("speaker"));
    let placed = known.filter_map(|value| match value {
        AttributeValue::Words {
            words,
            at: Some(span),
        } => Some((words.clone(), *span)),
        _ => None,
    });
    placed.collect()
}
