//! What the pointer does in the article: clicks, drags over words, drags of a span's edge.

use eframe::egui;
use egui::{CursorIcon, Pos2, Rect, Response};

use crate::app::{CommandId, Event, SelectBy};
use crate::ui::Outbox;
use crate::ui::article::Frame;
use copydesk_document::LabelStyle;
use copydesk_document::review::{State, Target};
use copydesk_text::{ArticleText, Edge, Span};

/// The drag that is under way, and the span that the pointer rests on.
#[derive(Default)]
pub struct PointerState {
    drag: Option<Drag>,
    hovered: Option<Target>,
    /// The focus in the last frame, and where the pointer lay when it came: a pointer that was left
    /// lying does not hide what the keyboard has gone on to.
    focus: Option<Target>,
    left_lying: Option<Pos2>,
    /// Whether the pointer was anywhere in the window since the article came into sight. Where a window
    /// opens under it, it lies there and points at nothing.
    has_come: bool,
}

#[derive(Clone, Debug)]
enum Drag {
    Words {
        anchor: usize,
        head: usize,
        by: SelectBy,
    },
    Edge {
        target: Target,
        edge: Edge,
        span: Span,
        to: usize,
    },
}

/// How near to an edge the pointer grips it, in points.
const GRIP: f32 = 5.0;

impl PointerState {
    pub fn is_dragging(&self) -> bool {
        self.drag.is_some()
    }

    /// The span under a pointer that rests.
    pub fn hovered(&self) -> Option<&Target> {
        self.hovered.as_ref()
    }

    /// What would be selected, or what the dragged span would become, on letting go.
    pub fn preview(&self, text: &ArticleText) -> Option<Span> {
        match self.drag.as_ref()? {
            Drag::Words {
                anchor,
                head,
                by: SelectBy::Grapheme,
            } => text.snap(*anchor.min(head), *anchor.max(head)),
            Drag::Words { anchor, head, .. } => text.smart_span(*anchor, *head),
            Drag::Edge { edge, span, to, .. } => match edge {
                Edge::Start => text.smart_span((*to).min(span.end() - 1), span.end()),
                Edge::End => text.smart_span(span.start(), (*to).max(span.start() + 1)),
            },
        }
    }

    pub(super) fn follow(
        &mut self,
        ui: &egui::Ui,
        response: &Response,
        frame: &Frame<'_>,
        outbox: &mut Outbox,
    ) {
        self.hover(ui, response, frame);
        if response.drag_started_by(egui::PointerButton::Primary) {
            self.start_drag(ui, frame);
        }
        if response.dragged_by(egui::PointerButton::Primary) {
            self.drag_on(ui, response, frame);
        }
        if response.drag_stopped_by(egui::PointerButton::Primary) {
            self.finish_drag(outbox);
        } else if self.drag.is_none() {
            send_clicks(ui, response, frame, outbox);
        }
        if response.clicked() || response.drag_started() {
            response.request_focus();
        }
    }

    fn hover(&mut self, ui: &egui::Ui, response: &Response, frame: &Frame<'_>) {
        const REST_SECS: f32 = 0.35;
        let position = response.hover_pos();
        if !self.has_come && ui.input(|input| input.pointer.latest_pos()).is_some() {
            self.has_come = true;
            self.left_lying = position;
        }
        if frame.article.focus() != self.focus.as_ref() {
            self.focus = frame.article.focus().cloned();
            self.left_lying = position;
        }
        let has_moved = position != self.left_lying;
        let at = position
            .filter(|position| frame.is_on_words(*position))
            .and_then(|position| frame.byte_at(position));
        let target = at.filter(|_| has_moved).and_then(|byte| {
            let items = frame.article.items_at(byte);
            items.first().map(|item| item.target.clone())
        });
        let rested = ui.input(|input| input.pointer.time_since_last_movement());
        let is_resting = rested >= REST_SECS;
        if target.is_some() && !is_resting {
            let left = std::time::Duration::from_secs_f32(REST_SECS - rested);
            ui.ctx().request_repaint_after(left);
        }
        if is_resting || self.hovered != target {
            self.hovered = target.filter(|_| is_resting);
        }
        if let Some(position) = position {
            let icon = if grip(frame, position).is_some() {
                CursorIcon::ResizeHorizontal
            } else if at.is_some() {
                CursorIcon::Text
            } else {
                CursorIcon::Default
            };
            ui.ctx().set_cursor_icon(icon);
        }
    }

    fn start_drag(&mut self, ui: &egui::Ui, frame: &Frame<'_>) {
        let Some(origin) = ui.input(|input| input.pointer.press_origin()) else {
            return;
        };
        if let Some((target, edge, span)) = grip(frame, origin) {
            let to = match edge {
                Edge::Start => span.start(),
                Edge::End => span.end(),
            };
            self.drag = Some(Drag::Edge {
                target,
                edge,
                span,
                to,
            });
        } else if let Some(anchor) = frame.byte_at(origin) {
            self.drag = Some(Drag::Words {
                anchor,
                head: anchor,
                by: by_modifiers(ui),
            });
        }
    }

    fn drag_on(&mut self, ui: &egui::Ui, response: &Response, frame: &Frame<'_>) {
        let Some(position) = response.interact_pointer_pos() else {
            return;
        };
        scroll_at_edges(ui, position, frame.screen);
        let inside = position.clamp(frame.screen.left_top(), frame.screen.right_bottom());
        let Some(byte) = frame.byte_at(inside) else {
            return;
        };
        match &mut self.drag {
            Some(Drag::Words { head, by, .. }) => {
                *head = byte;
                *by = by_modifiers(ui);
            }
            Some(Drag::Edge { to, .. }) => *to = byte,
            None => {}
        }
    }

    fn finish_drag(&mut self, outbox: &mut Outbox) {
        match self.drag.take() {
            Some(Drag::Words { anchor, head, by }) => {
                outbox.send(Event::Selected { anchor, head, by });
            }
            Some(Drag::Edge {
                target, edge, to, ..
            }) => outbox.send(Event::EdgeDragged { target, edge, to }),
            None => {}
        }
    }
}

/// With Alt, selections go by characters.
fn by_modifiers(ui: &egui::Ui) -> SelectBy {
    if ui.input(|input| input.modifiers.alt) {
        SelectBy::Grapheme
    } else {
        SelectBy::Word
    }
}

fn send_clicks(ui: &egui::Ui, response: &Response, frame: &Frame<'_>, outbox: &mut Outbox) {
    let Some(at) = response
        .interact_pointer_pos()
        .and_then(|position| frame.byte_at(position))
    else {
        return;
    };
    let select = |by| Event::Selected {
        anchor: at,
        head: at,
        by,
    };
    if response.secondary_clicked() {
        if !is_chosen(frame, at) {
            outbox.send(Event::Clicked { at });
        }
    } else if response.triple_clicked() {
        outbox.send(select(SelectBy::Sentence));
    } else if response.double_clicked() && is_open_name(frame, at) {
        outbox.send(Event::Command(CommandId::Accept));
    } else if response.double_clicked() {
        outbox.send(select(SelectBy::Word));
    } else if response.clicked() {
        let extends = ui.input(|input| input.modifiers.shift);
        outbox.send(if extends {
            Event::CaretMoved {
                to: at,
                extend: true,
            }
        } else {
            Event::Clicked { at }
        });
    }
}

/// Whether the pointer is on the selection or the focused span already.
fn is_chosen(frame: &Frame<'_>, at: usize) -> bool {
    let selected = frame.article.selection().map(|selection| selection.span);
    let focused = frame.article.focused_item().map(|item| item.span);
    let chosen = selected.or(focused);
    chosen.is_some_and(|span| span.range().contains(&at))
}

/// Whether the first of two clicks has focused a suggestion here. Not one of a claim: its words are
/// selected one by one.
fn is_open_name(frame: &Frame<'_>, at: usize) -> bool {
    let schema = frame.article.document().schema();
    frame.article.focused_item().is_some_and(|item| {
        let style = schema.label(&item.label).map(|label| label.style);
        item.state == State::Suggested
            && style == Some(LabelStyle::Tint)
            && item.span.range().contains(&at)
    })
}

/// The edge of the focused span that a press at `position` would drag.
fn grip(frame: &Frame<'_>, position: Pos2) -> Option<(Target, Edge, Span)> {
    let item = frame.article.focused_item()?;
    let rects = frame.rects(&item.span.range());
    let is_near =
        |rect: &Rect, x: f32| (position.x - x).abs() <= GRIP && rect.y_range().contains(position.y);
    let starts_here = frame.caret(item.span.start()).is_some();
    let ends_here = frame.caret(item.span.end()).is_some();
    let first = rects
        .first()
        .filter(|rect| starts_here && is_near(rect, rect.left()));
    let last = rects
        .last()
        .filter(|rect| ends_here && is_near(rect, rect.right()));
    let edge = match (first, last) {
        (_, Some(_)) => Edge::End,
        (Some(_), None) => Edge::Start,
        (None, None) => return None,
    };
    Some((item.target.clone(), edge, item.span))
}

/// Scrolls while a drag is held at or beyond the upper or lower edge.
fn scroll_at_edges(ui: &egui::Ui, position: Pos2, screen: Rect) {
    const ZONE: f32 = 24.0;
    const SPEED: f32 = 0.35;
    let above = (screen.top() + ZONE - position.y).max(0.0);
    let below = (position.y - screen.bottom() + ZONE).max(0.0);
    if above > 0.0 || below > 0.0 {
        ui.scroll_with_delta(egui::vec2(0.0, (above - below) * SPEED));
        ui.ctx().request_repaint();
    }
}
