//! The small card at a span: what it is, why it was suggested, which keys act. Never over the span, nor
//! over what is read next.

use eframe::egui;
use egui::{Align2, Area, Frame as Panel, Margin, Order, Pos2, Rect, RichText, Stroke, pos2, vec2};

use crate::app::{CommandId, EdgeOf, Pane};
use crate::ui::article::Frame;
use crate::ui::theme::{self, Theme, size, tint};
use copydesk_document::review::{Item, State, Target};
use copydesk_document::{Attributes, Label};
use copydesk_i18n::tr;

pub const WIDTH: f32 = 396.0;
const DISTANCE: f32 = 4.0;

/// Shows the card of the hovered span, else of the focused one.
pub(super) fn show(ui: &egui::Ui, frame: &Frame<'_>, hovered: Option<&Target>) {
    let hovered = hovered.and_then(|target| frame.article.item(target));
    // Its keys would act on all that is chosen.
    let focused = || {
        let item = frame.article.focused_item();
        item.filter(|_| frame.article.chosen().is_empty())
    };
    let Some(item) = hovered.or_else(focused) else {
        return;
    };
    let rects = frame.rects(&item.span.range());
    let (Some(first), Some(last)) = (rects.first(), rects.last()) else {
        return;
    };
    let Some(label) = frame.article.document().schema().label(&item.label) else {
        return;
    };
    let is_short = is_told_beside(frame, item);
    let id = egui::Id::unique(("card", is_short));
    let known = ui
        .ctx()
        .memory(|memory| memory.area_rect(id))
        .map_or(vec2(WIDTH, if is_short { 32.0 } else { 130.0 }), |rect| {
            rect.size()
        });
    Area::new(id)
        .order(Order::Tooltip)
        .pivot(Align2::LEFT_TOP)
        .fixed_pos(place(frame.screen, first, last, known))
        .interactable(false)
        .show(ui.ctx(), |ui| {
            let margin = if is_short {
                Margin::symmetric(8, 4)
            } else {
                Margin::symmetric(14, 10)
            };
            self::frame(&frame.theme)
                .inner_margin(margin)
                .show(ui, |ui| {
                    ui.spacing_mut().item_spacing = vec2(6.0, 5.0);
                    if is_short {
                        ui.horizontal(|ui| {
                            head(ui, frame, item, label);
                            keys(ui, frame, decisions(item));
                        });
                    } else {
                        ui.set_width(WIDTH - 28.0);
                        contents(ui, frame, item, label);
                    }
                });
        });
}

/// Whether the details beside the article say all about `item`, so that the card need not.
fn is_told_beside(frame: &Frame<'_>, item: &Item) -> bool {
    frame.article.focus() == Some(&item.target) && frame.session.shows(Pane::Review)
}

/// What a card is drawn on.
pub fn frame(theme: &Theme) -> Panel {
    Panel::new()
        .fill(theme.raised)
        .stroke(theme.hairline_stroke())
        .corner_radius(8)
        .inner_margin(Margin::symmetric(14, 10))
        .shadow(egui::Shadow {
            offset: [0, 6],
            blur: 20,
            spread: 0,
            color: egui::Color32::from_black_alpha(if theme.is_dark { 110 } else { 30 }),
        })
}

/// Above the span, where everything has been read; where there is no room, below the line that is read
/// next.
pub fn place(screen: Rect, first: &Rect, last: &Rect, size: egui::Vec2) -> Pos2 {
    let above = first.top() - DISTANCE - size.y;
    let fits = |below: &f32| below + size.y <= screen.bottom() - 4.0;
    let below = last.bottom() + DISTANCE;
    let below_next = Some(below + last.height()).filter(fits);
    let fits_below = fits(&below);
    let below = below_next.unwrap_or(below);
    let (x, y) = if above >= screen.top() + 2.0 || !fits_below {
        (first.left(), above.max(screen.top() + 2.0))
    } else {
        (last.left(), below)
    };
    let x = x.min(screen.right() - size.x - 12.0);
    pos2(x.max(screen.left() + 12.0), y)
}

/// What it is, and how sure that is.
fn head(ui: &mut egui::Ui, frame: &Frame<'_>, item: &Item, label: &Label) {
    pill(ui, &frame.theme, label);
    ui.label(RichText::new(state_words(item)).color(frame.theme.quiet));
}

fn contents(ui: &mut egui::Ui, frame: &Frame<'_>, item: &Item, label: &Label) {
    let theme = &frame.theme;
    ui.horizontal(|ui| head(ui, frame, item, label));
    let attributes = attributes(frame, item);
    for kind in &label.attributes {
        if let Some(value) = attributes.and_then(|attributes| attributes.get(&kind.name)) {
            ui.horizontal_wrapped(|ui| {
                ui.label(
                    RichText::new(&kind.title)
                        .size(size::SMALL)
                        .color(theme.quiet),
                );
                ui.label(
                    RichText::new(value.display())
                        .font(theme::strong(size::INTERFACE))
                        .color(theme.text),
                );
            });
        }
    }
    if let Some(suggestion) = frame.article.suggestion(&item.target) {
        ui.label(RichText::new(&suggestion.reason).color(theme.quiet));
    }
    let note = frame.article.note(&item.target);
    if !note.is_empty() {
        ui.label(RichText::new(note).italics().color(theme.text));
    }
    ui.add_space(3.0);
    let mut hints = decisions(item);
    if item.state != State::Rejected {
        hints.extend(corrections(label));
    }
    ui.horizontal_wrapped(|ui| keys(ui, frame, hints));
}

/// The label's name on its tint.
pub fn pill(ui: &mut egui::Ui, theme: &Theme, label: &Label) {
    let color = theme.label(label.color);
    Panel::new()
        .fill(Theme::mix(theme.raised, color, tint::PILL))
        .corner_radius(9)
        .inner_margin(Margin::symmetric(8, 2))
        .show(ui, |ui| {
            ui.label(
                RichText::new(&label.name)
                    .font(theme::strong(size::SMALL))
                    .color(color),
            )
        });
}

fn state_words(item: &Item) -> String {
    match (item.state, item.confidence) {
        (State::Suggested, Some(confidence)) => {
            tr!("card-suggested-sure", percent = confidence.percent())
        }
        (State::Suggested, None) => tr!("span-suggested").to_owned(),
        (State::Accepted, Some(_)) => tr!("span-accepted").to_owned(),
        (State::Accepted, None) => tr!("span-by-hand").to_owned(),
        (State::Rejected, _) => tr!("span-rejected").to_owned(),
    }
}

fn attributes<'a>(frame: &'a Frame<'_>, item: &Item) -> Option<&'a Attributes> {
    match &item.target {
        Target::Annotation(id) => frame
            .article
            .annotation(*id)
            .map(|annotation| &annotation.attributes),
        Target::Suggestion(..) => frame
            .article
            .suggestion(&item.target)
            .map(|suggestion| &suggestion.attributes),
        Target::Rejected(..) => None,
    }
}

/// Keys, and what they do.
type Hint = (Vec<CommandId>, String);

fn decisions(item: &Item) -> Vec<Hint> {
    let (accept, remove) = match item.state {
        State::Suggested => (tr!("card-accept"), Some(tr!("card-reject"))),
        State::Accepted => (tr!("card-next"), Some(tr!("card-remove"))),
        State::Rejected => (tr!("card-restore"), None),
    };
    let mut hints = vec![(vec![CommandId::Accept], accept.to_owned())];
    hints.extend(remove.map(|words| (vec![CommandId::Remove], words.to_owned())));
    hints
}

/// What else can be done with what is not rejected.
fn corrections(label: &Label) -> Vec<Hint> {
    let edge = |edge| CommandId::MoveEdge {
        edge,
        outward: true,
    };
    let edges = vec![edge(EdgeOf::Start), edge(EdgeOf::End)];
    let mut hints = vec![(edges, tr!("card-edges").to_owned())];
    if let Some(first) = label.attributes.first() {
        hints.push((vec![CommandId::Attribute], first.name.clone()));
    }
    hints.push((vec![CommandId::Note], tr!("card-note").to_owned()));
    hints
}

fn keys(ui: &mut egui::Ui, frame: &Frame<'_>, hints: Vec<Hint>) {
    let keymap = frame.session.table().keymap();
    ui.spacing_mut().item_spacing.x = 4.0;
    for (commands, words) in hints {
        for command in commands {
            key_cap(ui, &frame.theme, &keymap.shown(command));
        }
        let words = RichText::new(words).size(size::SMALL);
        ui.label(words.color(frame.theme.quiet));
        ui.add_space(6.0);
    }
}

/// A key as it looks on a keyboard.
pub fn key_cap(ui: &mut egui::Ui, theme: &Theme, key: &str) {
    if key.is_empty() {
        return;
    }
    Panel::new()
        .fill(theme.panel)
        .stroke(Stroke::new(1.0, theme.hairline))
        .corner_radius(3)
        .inner_margin(Margin::symmetric(5, 1))
        .show(ui, |ui| {
            ui.label(
                RichText::new(key)
                    .font(theme::strong(size::SMALL))
                    .color(theme.text),
            )
        });
}
