//! The small card at a span: what it is, why it was suggested, which keys act. Never over the span.

use eframe::egui;
use egui::{Align2, Area, Frame as Panel, Margin, Order, Pos2, Rect, RichText, Stroke, pos2, vec2};

use crate::app::{CommandId, EdgeOf};
use crate::ui::article::Frame;
use crate::ui::theme::{self, Theme, size, tint};
use copydesk_document::review::{Item, State, Target};
use copydesk_document::{Attributes, Label};

const WIDTH: f32 = 396.0;
const DISTANCE: f32 = 8.0;

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
    let id = egui::Id::unique("card");
    let height = Area::new(id).order(Order::Tooltip).pivot(Align2::LEFT_TOP);
    let known = ui
        .ctx()
        .memory(|memory| memory.area_rect(id))
        .map_or(130.0, |rect| rect.height());
    let at = place(frame.screen, first, last, known);
    height
        .fixed_pos(at)
        .interactable(false)
        .show(ui.ctx(), |ui| {
            let theme = &frame.theme;
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
                .show(ui, |ui| {
                    ui.set_width(WIDTH - 28.0);
                    ui.spacing_mut().item_spacing = vec2(6.0, 5.0);
                    contents(ui, frame, item, label);
                });
        });
}

/// Below the span's last line, or above its first where there is no room.
fn place(screen: Rect, first: &Rect, last: &Rect, height: f32) -> Pos2 {
    let below = last.bottom() + DISTANCE;
    let above = first.top() - DISTANCE - height;
    let fits_below = below + height <= screen.bottom() - 4.0;
    let y = if fits_below || above < screen.top() {
        below
    } else {
        above
    };
    let x = last
        .left()
        .min(screen.right() - WIDTH - 12.0)
        .max(screen.left() + 12.0);
    pos2(x, y)
}

fn contents(ui: &mut egui::Ui, frame: &Frame<'_>, item: &Item, label: &Label) {
    let theme = &frame.theme;
    ui.horizontal(|ui| {
        pill(ui, theme, label);
        ui.label(RichText::new(state_words(item)).color(theme.quiet));
    });
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
    if let Target::Annotation(id) = &item.target
        && let Some(annotation) = frame.article.annotation(*id)
        && !annotation.note.is_empty()
    {
        ui.label(RichText::new(&annotation.note).italics().color(theme.text));
    }
    ui.add_space(3.0);
    keys(ui, frame, item, label);
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
        (State::Suggested, Some(confidence)) => format!("suggested · {}%", confidence.percent()),
        (State::Suggested, None) => "suggested".to_owned(),
        (State::Accepted, Some(_)) => "accepted".to_owned(),
        (State::Accepted, None) => "marked by hand".to_owned(),
        (State::Rejected, _) => "rejected".to_owned(),
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

fn keys(ui: &mut egui::Ui, frame: &Frame<'_>, item: &Item, label: &Label) {
    let start = CommandId::MoveEdge {
        edge: EdgeOf::Start,
        outward: true,
    };
    let end = CommandId::MoveEdge {
        edge: EdgeOf::End,
        outward: true,
    };
    let mut hints: Vec<(Vec<CommandId>, &str)> = match item.state {
        State::Suggested => vec![
            (vec![CommandId::Accept], "accept"),
            (vec![CommandId::Remove], "reject"),
        ],
        State::Accepted => vec![
            (vec![CommandId::Accept], "next"),
            (vec![CommandId::Remove], "remove"),
        ],
        State::Rejected => vec![(vec![CommandId::Accept], "restore")],
    };
    if item.state != State::Rejected {
        hints.push((vec![start, end], "edges"));
        if let Some(first) = label.attributes.first() {
            hints.push((vec![CommandId::Attribute], first.name.as_str()));
        }
        hints.push((vec![CommandId::Note], "note"));
    }
    let keymap = frame.session.table().keymap();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for (commands, words) in hints {
            for command in commands {
                key_cap(ui, &frame.theme, &keymap.shown(command));
            }
            ui.label(
                RichText::new(words)
                    .size(size::SMALL)
                    .color(frame.theme.quiet),
            );
            ui.add_space(6.0);
        }
    });
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
