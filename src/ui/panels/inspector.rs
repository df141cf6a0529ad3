//! The focused span in full: label, words, attributes, reason, note and commands.

use eframe::egui;
use egui::text::LayoutJob;
use egui::{Frame, Margin, Response, Role, ScrollArea, Ui, WidgetInfo, vec2};

use crate::app::{ArticleId, CommandId, Event, Fact, LabelIndex, OpenArticle, Session};
use crate::ui::Outbox;
use crate::ui::direction;
use crate::ui::panels::chosen;
use crate::ui::panels::fact_field::FactField;
use crate::ui::panels::facts::{Editable, plain_row, row};
use crate::ui::panels::widgets::{self, Press};
use crate::ui::theme::{Theme, reading};
use copydesk_document::review::{Item, State, Target};
use copydesk_document::{
    FigureRelation, Label, LabelStyle, Origin, Provenance, Status, Suggestion,
};
use copydesk_i18n::{in_sentence, tr};
use copydesk_text::Span;

pub const HEIGHT: f32 = 280.0;
/// Below this height labels are given by key and menu alone: what the span is must stay in sight.
const SHORT: f32 = 170.0;
/// How much of the words is shown; the article shows the rest.
const MOST_CHARS: usize = 220;

/// The claim around the focused span, cached because finding it scans many items.
#[derive(Default)]
pub struct Inspector {
    /// In place of the row of what is edited.
    pub field: FactField,
    seen: Option<Seen>,
    claim: Option<String>,
}

/// What the claim depends on.
#[derive(PartialEq)]
struct Seen {
    article: ArticleId,
    generation: u64,
    items: usize,
    target: Target,
}

impl Inspector {
    pub fn show(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        article: &OpenArticle,
        outbox: &mut Outbox,
    ) {
        if !article.chosen().is_empty() {
            chosen::show(ui, session, article, outbox);
            return;
        }
        if let Some(item) = article.focused_item() {
            let now = Seen {
                article: article.id,
                generation: article.generation(),
                items: article.items().len(),
                target: item.target.clone(),
            };
            if self.seen.as_ref() != Some(&now) {
                self.seen = Some(now);
                self.claim = claim_around(article, item);
            }
        }
        let claim = self.claim.as_deref();
        let item = article.focused_item();
        let label = item.and_then(|item| session.schema().label(&item.label));
        let inspected = item.zip(label).map(|(item, label)| Inspected {
            session,
            article,
            item,
            label,
            claim,
        });
        if let Some(inspected) = &inspected {
            inspected.show_below(ui, outbox);
        }
        let field = &mut self.field;
        show(ui, |ui| match (&inspected, article.selected_candidate()) {
            (Some(inspected), _) => inspected.show(ui, field, outbox),
            (None, Some(candidate)) => show_candidate(ui, session, article, candidate),
            (None, None) => show_nothing(ui, session, article),
        });
    }
}

fn show(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    ScrollArea::vertical()
        .id_salt("inspector")
        .auto_shrink(false)
        .min_scrolled_height(0.0)
        .show(ui, |ui| {
            let frame = Frame::new().inner_margin(Margin::symmetric(14, 12));
            frame.show(ui, |ui| {
                ui.spacing_mut().item_spacing = vec2(6.0, 5.0);
                contents(ui);
            });
        });
}

/// What to do next while nothing is focused.
fn show_nothing(ui: &mut Ui, session: &Session, article: &OpenArticle) {
    let key = |id| session.table().keymap().shown(id);
    let has_open = session.is_ready(CommandId::NextOpen).is_ok();
    let is_reviewed = article.is_suggested() && article.counts().suggested == 0;
    let is_done = article.document().status() == Status::Done;
    let (heading, hint) = if has_open || !is_reviewed {
        let hint = tr!(
            "details-nothing-selected-hint",
            key = key(CommandId::NextOpen)
        );
        (tr!("details-nothing-selected"), hint)
    } else if is_done {
        let hint = tr!(
            "details-article-done-hint",
            next = key(CommandId::NextArticle),
            export = key(CommandId::Export)
        );
        (tr!("details-article-done"), hint)
    } else {
        let hint = tr!(
            "details-nothing-left-hint",
            search = key(CommandId::NextCandidate),
            done = key(CommandId::Done)
        );
        (tr!("details-nothing-left"), hint)
    };
    widgets::heading(ui, heading);
    widgets::quiet(ui, hint);
}

/// Words that may be a missing span, and the keys that decide about them.
fn show_candidate(ui: &mut Ui, session: &Session, article: &OpenArticle, candidate: &Suggestion) {
    let label = session.schema().label(&candidate.label);
    let name = label.map_or(candidate.label.as_str(), |label| &label.name);
    widgets::heading(ui, tr!("details-possible-miss"));
    ui.add_space(2.0);
    plain_row(
        ui,
        tr!("details-words"),
        &shortened(article.text().words(candidate.span)),
    );
    let percent = candidate.confidence.percent();
    let guess = tr!("details-guess", name = name, percent = percent);
    plain_row(ui, tr!("details-may-be"), &guess);
    plain_row(ui, tr!("details-why"), &candidate.reason);
    let key = |id| session.table().keymap().shown(id);
    let hint = tr!(
        "details-candidate-hint",
        accept = key(CommandId::Accept),
        remove = key(CommandId::Remove),
        next = key(CommandId::NextCandidate)
    );
    widgets::quiet(ui, hint);
}

/// The span that is shown.
struct Inspected<'a> {
    session: &'a Session,
    article: &'a OpenArticle,
    item: &'a Item,
    label: &'a Label,
    /// The words of the claim that contains it.
    claim: Option<&'a str>,
}

impl Inspected<'_> {
    fn show(&self, ui: &mut Ui, field: &mut FactField, outbox: &mut Outbox) {
        widgets::heading(ui, &self.label.name);
        ui.add_space(2.0);
        let words = shortened(self.article.text().words(self.item.span));
        row(ui, tr!("details-words"), |ui| {
            // The article has the rest of a long claim; what follows here must stay in sight.
            let theme = Theme::of(ui.ctx());
            let mut job = LayoutJob::simple(words, reading(15.0), theme.text, ui.available_width());
            job.wrap.max_rows = 2;
            ui.add(egui::Label::new(job));
        });
        plain_row(ui, tr!("details-state"), &self.state_words());
        self.show_attributes(ui, field, outbox);
        if let Some(claim) = self.claim {
            let claim = tr!("details-quoted", words = claim);
            plain_row(ui, tr!("details-in-claim"), &claim);
        }
        for relation in self.article.figure_relations(self.item.span) {
            self.show_relation(ui, &relation);
        }
        self.show_decision(ui);
        if let Some(reason) = self.reason() {
            plain_row(ui, tr!("details-why"), &reason);
        }
        self.show_note(ui, field, outbox);
    }

    fn show_below(&self, ui: &mut Ui, outbox: &mut Outbox) {
        let has_room = ui.available_height() >= SHORT;
        decisions(ui, |ui| {
            if has_room {
                self.show_relabeling(ui, outbox);
            }
            self.show_decisions(ui, outbox);
        });
    }

    /// Who decided, and what a gold standard says of that.
    fn show_decision(&self, ui: &mut Ui) {
        let annotation = match &self.item.target {
            Target::Annotation(id) => self.article.annotation(*id),
            _ => None,
        };
        let Some(Provenance {
            annotator,
            agreed,
            reason,
        }) = annotation.map(|annotation| &annotation.provenance)
        else {
            return;
        };
        let names = agreed.join(", ");
        let words = match (annotator.is_empty(), agreed.is_empty()) {
            (true, true) => String::new(),
            (false, true) => tr!("who-by", name = annotator),
            (true, false) => tr!("who-agreed", names = names),
            (false, false) => tr!("who-by-agreed", name = annotator, names = names),
        };
        if !words.is_empty() {
            plain_row(ui, tr!("who-decided"), &words);
        }
        if !reason.is_empty() {
            plain_row(ui, tr!("who-reason"), reason);
        }
    }

    fn state_words(&self) -> String {
        let annotation = match &self.item.target {
            Target::Annotation(id) => self.article.annotation(*id),
            _ => None,
        };
        let by = self
            .article
            .suggestion(&self.item.target)
            .map(|suggestion| suggestion.by);
        match (
            self.item.state,
            annotation.map(|annotation| &annotation.origin),
        ) {
            (State::Rejected, _) => tr!("span-rejected").to_owned(),
            (State::Accepted, Some(Origin::Suggested { by, confidence })) => {
                tr!(
                    "details-accepted-from",
                    by = by,
                    percent = confidence.percent()
                )
            }
            (State::Accepted, Some(Origin::Imported { from })) => {
                tr!("details-imported-from", from = from)
            }
            (State::Accepted, _) => tr!("span-by-hand").to_owned(),
            (State::Suggested, _) => {
                let by = by.unwrap_or(tr!("details-a-suggester"));
                match self.item.confidence {
                    Some(sure) => {
                        tr!("details-suggested-sure", by = by, percent = sure.percent())
                    }
                    None => tr!("details-suggested", by = by),
                }
            }
        }
    }

    fn show_attributes(&self, ui: &mut Ui, field: &mut FactField, outbox: &mut Outbox) {
        let attributes = self.article.attributes(&self.item.target);
        let key = self.session.table().keymap().shown(CommandId::Attribute);
        for (index, kind) in self.label.attributes.iter().enumerate() {
            let value = attributes.and_then(|attributes| attributes.get(&kind.name));
            let shown = value.map(copydesk_document::AttributeValue::display);
            let key = if index == 0 { key.as_str() } else { "" };
            let editable = Editable {
                name: &kind.title,
                value: shown.as_deref().unwrap_or_default(),
                key,
                fact: Fact::Attribute(index),
            };
            self.show_editable(ui, &editable, field, outbox);
        }
    }

    fn show_note(&self, ui: &mut Ui, field: &mut FactField, outbox: &mut Outbox) {
        let key = self.session.table().keymap().shown(CommandId::Note);
        let editable = Editable {
            name: tr!("fact-note"),
            value: self.article.note(&self.item.target),
            key: &key,
            fact: Fact::Note,
        };
        self.show_editable(ui, &editable, field, outbox);
    }

    fn show_editable(
        &self,
        ui: &mut Ui,
        editable: &Editable<'_>,
        field: &mut FactField,
        outbox: &mut Outbox,
    ) {
        if field.is_open_for(editable.fact) {
            row(ui, editable.name, |ui| field.show_in_row(ui, outbox));
        } else if editable.show(ui, self.session).clicked() {
            outbox.send(Event::FactChosen(editable.fact));
        }
    }

    /// Another figure with the same amount, or a different amount of the same thing.
    fn show_relation(&self, ui: &mut Ui, relation: &FigureRelation) {
        let text = self.article.text();
        let place = |span: Span| {
            let paragraph = text.paragraph_at(span.start()).map_or(1, |index| index + 1);
            (text.words(span), paragraph)
        };
        match relation {
            FigureRelation::SameAmount { other } => {
                let (words, paragraph) = place(*other);
                let same = tr!("details-in-paragraph", words = words, paragraph = paragraph);
                plain_row(ui, tr!("details-same-as"), &same);
            }
            FigureRelation::Differs { other, noun } => {
                let (words, paragraph) = place(*other);
                let other = tr!(
                    "details-differs-from",
                    words = words,
                    paragraph = paragraph,
                    noun = noun
                );
                plain_row(ui, tr!("details-differs"), &other);
            }
        }
    }

    /// Why it was suggested, even once it has been accepted unchanged.
    fn reason(&self) -> Option<String> {
        let suggested = Target::Suggestion(self.item.span, self.item.label.clone());
        Some(self.article.suggestion(&suggested)?.reason.clone())
    }

    fn show_decisions(&self, ui: &mut Ui, outbox: &mut Outbox) {
        let accept = match self.item.state {
            State::Rejected => tr!("span-restore"),
            State::Accepted => tr!("span-next"),
            State::Suggested => tr!("span-accept"),
        };
        let remove = if self.item.state == State::Suggested {
            tr!("span-reject")
        } else {
            tr!("span-remove")
        };
        let width = (ui.available_width() - 6.0) / 2.0;
        ui.horizontal(|ui| {
            for (id, words) in [(CommandId::Accept, accept), (CommandId::Remove, remove)] {
                let key = self.session.table().keymap().shown(id);
                let press = Press::new(words).key(&key).width(width);
                let is_main = id == CommandId::Accept && self.item.state == State::Suggested;
                command_press(ui, self.session, id, press.main(is_main), outbox);
            }
        });
    }

    fn show_relabeling(&self, ui: &mut Ui, outbox: &mut Outbox) {
        if self.item.state == State::Rejected {
            return;
        }
        ui.horizontal_wrapped(|ui| {
            for (index, label) in self.session.schema().labels().iter().enumerate() {
                let Ok(index) = LabelIndex::try_from(index) else {
                    return;
                };
                if label.id == self.item.label {
                    continue;
                }
                let key = self.session.table().keymap().shown(CommandId::Label(index));
                let response = relabel_chip(ui, label, &key);
                if response.clicked() {
                    outbox.send(Event::Command(CommandId::Label(index)));
                }
                let name = in_sentence(&label.name);
                let words = tr!("details-change-to", label = name);
                response.on_hover_text(widgets::with_key(&words, &key));
            }
        });
    }
}

/// The words of the shortest claim (a label drawn as a band) that contains `inspected`.
fn claim_around(article: &OpenArticle, inspected: &Item) -> Option<String> {
    let schema = article.document().schema();
    let is_band = |item: &Item| {
        let label = schema.label(&item.label);
        label.is_some_and(|label| label.style == LabelStyle::Band)
    };
    article
        .items_touching(&inspected.span.range())
        .filter(|item| item.target != inspected.target && item.state != State::Rejected)
        .filter(|item| item.span.covers(inspected.span) && is_band(item))
        .min_by_key(|item| item.span.len())
        .map(|item| shortened_to(article.text().words(item.span), 80))
}

/// The buttons, below the details and always in the same place, however long those are.
pub fn decisions(ui: &mut Ui, show: impl FnOnce(&mut Ui)) {
    let margin = Margin {
        left: 14,
        right: 14,
        top: 8,
        bottom: 10,
    };
    egui::Panel::bottom("decisions")
        .resizable(false)
        .frame(Frame::new().inner_margin(margin))
        .show(ui, |ui| {
            direction::column(ui, |ui| {
                ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
                show(ui);
            });
        });
}

pub fn relabel_chip(ui: &mut Ui, label: &Label, key: &str) -> Response {
    let response = widgets::chip(ui, &format!("{key}  {}", label.name), false);
    response.widget_info(|| {
        let name = in_sentence(&label.name);
        WidgetInfo::labeled(Role::Button, true, tr!("details-mark-as", label = name))
    });
    response
}

/// A button for a command, disabled with its reason when it is not ready.
pub fn command_press(
    ui: &mut Ui,
    session: &Session,
    id: CommandId,
    press: Press<'_>,
    outbox: &mut Outbox,
) -> Response {
    let ready = session.is_ready(id);
    let response = press.enabled(ready.is_ok()).show(ui);
    if response.clicked() {
        outbox.send(Event::Command(id));
    }
    let response = widgets::why_not(response, ready);
    match session.table().get(id).filter(|_| ready.is_ok()) {
        Some(command) => response.on_hover_text(command.help.as_ref()),
        None => response,
    }
}

/// As much of `words` as fits a narrow panel.
pub fn shortened(words: &str) -> String {
    shortened_to(words, MOST_CHARS)
}

/// The first `most` characters of `words`, on one line; `…` for the rest.
pub fn shortened_to(words: &str, most: usize) -> String {
    let mut chars = words.chars();
    let mut shown: String = chars
        .by_ref()
        .take(most)
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .collect();
    if chars.next().is_some() {
        shown.truncate(shown.trim_end().len());
        shown.push('…');
    }
    shown
}
