//! Spans as they are drawn: bands under tints, lines below words, rules in the margin, focus,
//! selection and caret.

use eframe::egui;
use egui::{Align2, Color32, CornerRadius, Painter, Rect, Stroke, StrokeKind, pos2, vec2};

use crate::ui::article::pointer::PointerState;
use crate::ui::article::{Frame, VisibleBlock};
use crate::ui::theme::{self, Theme, size, tint};
use copydesk_document::review::{Item, State};
use copydesk_document::{ColorRole, Confidence, Label, LabelStyle};

/// From the column to the rule in the margin, in points.
const RULE_OFFSET: f32 = 17.0;

/// Draws text and spans of everything in sight.
pub(super) fn paint(ui: &egui::Ui, frame: &Frame<'_>, pointer: &PointerState) {
    let painter = ui.painter();
    let preview = pointer.preview(frame.article.text());
    let with_rejected = frame.session.preferences().shows_rejected;
    for block in frame.visible {
        let items = frame
            .article
            .shown_items(block.layout.range(), with_rejected);
        let drawn: Vec<Drawn<'_>> = items
            .into_iter()
            .filter_map(|item| Drawn::new(frame, block, item))
            .collect();
        for drawn in &drawn {
            drawn.paint_under(painter, frame, block);
        }
        paint_found(painter, frame, block);
        paint_selection(
            painter,
            frame,
            block,
            preview.map(copydesk_text::Span::range),
        );
        block.layout.paint(painter, block.at, frame.theme.text);
        for drawn in &drawn {
            drawn.paint_over(painter, frame);
        }
    }
    let chosen = frame.article.chosen();
    let in_sight = frame.visible_bytes();
    let in_sight = frame.article.items_touching(&in_sight);
    for item in in_sight.filter(|item| chosen.contains(&item.target)) {
        paint_ring(painter, frame, item);
    }
    if let Some(item) = frame.article.focused_item() {
        paint_focus(painter, frame, item);
    }
    let has_keyboard = ui.memory(|memory| memory.has_focus(super::article_id()));
    if has_keyboard && frame.article.focus().is_none() && preview.is_none() {
        paint_caret(painter, frame);
    }
}

/// A span with its lines within one block.
struct Drawn<'a> {
    item: &'a Item,
    label: &'a Label,
    look: Look,
    /// One a line, on screen.
    rects: Vec<Rect>,
}

/// How a span is drawn.
#[derive(Clone, Copy)]
pub struct Look {
    style: LabelStyle,
    role: ColorRole,
    color: Color32,
    state: State,
    /// In percent, of a suggestion.
    confidence: Option<u8>,
}

impl Look {
    pub fn new(theme: &Theme, label: &Label, state: State, confidence: Option<u8>) -> Self {
        Self {
            style: label.style,
            role: label.color,
            color: theme.label(label.color),
            state,
            confidence,
        }
    }

    /// Suggestions are paler the less sure they are.
    fn strength(self) -> f32 {
        let sureness = self
            .confidence
            .map_or(1.0, |percent| 0.55 + 0.45 * f32::from(percent) / 100.0);
        match (self.style, self.state) {
            (_, State::Rejected) => 0.0,
            (LabelStyle::Tint, State::Accepted) => tint::ACCEPTED,
            (LabelStyle::Tint, State::Suggested) => tint::SUGGESTED * sureness,
            (LabelStyle::Band, State::Accepted) => tint::BAND_ACCEPTED,
            (LabelStyle::Band, State::Suggested) => tint::BAND_SUGGESTED * sureness,
        }
    }

    /// Under the words at `rect`.
    pub fn paint_ground(self, painter: &Painter, rect: Rect) {
        let fill = self.color.gamma_multiply(self.strength());
        painter.rect_filled(rect, CornerRadius::same(size::RADIUS), fill);
    }

    /// The rule at `x` and the letter before it, beside these lines.
    pub fn paint_rule(self, painter: &Painter, x: f32, lines: egui::Rangef, letter: char) {
        let (top, bottom) = (lines.min + 3.0, lines.max - 3.0);
        let stroke = Stroke::new(2.5, self.color);
        let path = [pos2(x, top), pos2(x, bottom)];
        if self.state == State::Accepted {
            painter.line_segment(path, stroke);
        } else {
            painter.extend(egui::Shape::dashed_line(&path, stroke, 5.0, 4.0));
        }
        painter.text(
            pos2(x - 8.0, top),
            Align2::RIGHT_TOP,
            letter.to_ascii_uppercase(),
            theme::strong(10.5),
            self.color,
        );
    }

    /// Below the words at `rect`.
    pub fn paint_line(self, painter: &Painter, rect: Rect) {
        let along = Segment {
            left: rect.left(),
            right: rect.right(),
            y: rect.bottom() - 0.5,
        };
        let is_solid = self.state == State::Accepted;
        Underline::of(self.role).paint(painter, along, self.color, is_solid);
    }
}

impl<'a> Drawn<'a> {
    fn new(frame: &'a Frame<'_>, block: &VisibleBlock, item: &'a Item) -> Option<Self> {
        let label = frame.article.document().schema().label(&item.label)?;
        let rects = block.layout.rects(frame.words(block), &item.span.range());
        Some(Self {
            item,
            label,
            look: Look::new(
                &frame.theme,
                label,
                item.state,
                item.confidence.map(Confidence::percent),
            ),
            rects: rects
                .into_iter()
                .map(|rect| rect.translate(block.at.to_vec2()))
                .collect(),
        })
    }

    fn paint_under(&self, painter: &Painter, frame: &Frame<'_>, block: &VisibleBlock) {
        for rect in &self.rects {
            let rect = match self.label.style {
                LabelStyle::Band => rect.shrink2(vec2(0.0, 1.0)),
                LabelStyle::Tint => tinted(*rect, frame),
            };
            self.look.paint_ground(painter, rect);
        }
        let is_ruled = self.label.style == LabelStyle::Band && self.item.state != State::Rejected;
        if is_ruled && let (Some(first), Some(last)) = (self.rects.first(), self.rects.last()) {
            let lines = egui::Rangef::new(first.top(), last.bottom());
            let x = block.at.x - RULE_OFFSET;
            self.look.paint_rule(painter, x, lines, self.label.key);
        }
    }

    fn paint_over(&self, painter: &Painter, frame: &Frame<'_>) {
        for rect in &self.rects {
            match (self.item.state, self.label.style) {
                (State::Rejected, _) => {
                    let stroke = Stroke::new(1.0, frame.theme.quiet);
                    painter.line_segment([rect.left_center(), rect.right_center()], stroke);
                }
                (_, LabelStyle::Tint) => self.look.paint_line(painter, tinted(*rect, frame)),
                (_, LabelStyle::Band) => {}
            }
        }
    }
}

/// The part of a line that a tint fills: less than the line, so that lines stay apart.
fn tinted(line: Rect, frame: &Frame<'_>) -> Rect {
    let wanted = frame.session.preferences().text_size * 1.42;
    let height = if line.height() > wanted * 1.25 {
        wanted
    } else {
        line.height() - 4.0
    };
    Rect::from_center_size(line.center(), vec2(line.width() + 2.0, height))
}

/// A level line, in points on screen.
#[derive(Clone, Copy)]
struct Segment {
    left: f32,
    right: f32,
    y: f32,
}

/// The form of the line below a span, which distinguishes labels without color.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Underline {
    Single,
    /// Two hairlines once accepted, one of dots before: two dashed ones would be the loudest thing on the page.
    Double,
    /// With short upward strokes at both ends, like a dimension line.
    Bracket,
    Thick,
}

impl Underline {
    fn of(role: ColorRole) -> Self {
        match role {
            ColorRole::Blue | ColorRole::Violet => Self::Single,
            ColorRole::Green | ColorRole::Red => Self::Double,
            ColorRole::Amber | ColorRole::Gray => Self::Bracket,
            ColorRole::Magenta | ColorRole::Teal => Self::Thick,
        }
    }

    fn paint(self, painter: &Painter, along: Segment, color: Color32, is_solid: bool) {
        let Segment {
            left,
            right,
            y: bottom,
        } = along;
        let line = |y: f32, width: f32| {
            let stroke = Stroke::new(width, color);
            let path = [pos2(left, y), pos2(right, y)];
            if is_solid {
                painter.line_segment(path, stroke);
            } else {
                painter.extend(egui::Shape::dashed_line(&path, stroke, 5.0, 3.0));
            }
        };
        match self {
            Self::Single => line(bottom, 2.0),
            Self::Double if is_solid => {
                line(bottom - 2.0, 1.0);
                line(bottom + 1.0, 1.0);
            }
            Self::Double => {
                let path = [pos2(left + 1.0, bottom), pos2(right - 1.0, bottom)];
                painter.extend(egui::Shape::dotted_line(&path, color, 4.0, 1.0));
            }
            Self::Bracket => {
                line(bottom, 1.75);
                for x in [left + 0.75, right - 0.75] {
                    painter.line_segment(
                        [pos2(x, bottom - 5.0), pos2(x, bottom)],
                        Stroke::new(1.5, color),
                    );
                }
            }
            Self::Thick => line(bottom, 3.0),
        }
    }
}

fn paint_found(painter: &Painter, frame: &Frame<'_>, block: &VisibleBlock) {
    let find = frame.article.find();
    let range = block.layout.range();
    let from = find
        .matches
        .partition_point(|found| found.end <= range.start);
    for (index, found) in find.matches.iter().enumerate().skip(from) {
        if found.start >= range.end {
            break;
        }
        for rect in block.layout.rects(frame.words(block), found) {
            let rect = tinted(rect.translate(block.at.to_vec2()), frame);
            painter.rect_filled(rect, CornerRadius::same(2), frame.theme.found);
            if find.current == Some(index) {
                let stroke = Stroke::new(1.5, frame.theme.text);
                painter.rect_stroke(rect, CornerRadius::same(2), stroke, StrokeKind::Outside);
            }
        }
    }
}

fn paint_selection(
    painter: &Painter,
    frame: &Frame<'_>,
    block: &VisibleBlock,
    preview: Option<std::ops::Range<usize>>,
) {
    let selected = frame
        .article
        .selection()
        .map(|selection| selection.span.range());
    let Some(range) = preview.or(selected) else {
        return;
    };
    for rect in block.layout.rects(frame.words(block), &range) {
        let rect = rect.translate(block.at.to_vec2()).shrink2(vec2(0.0, 1.0));
        painter.rect_filled(rect, CornerRadius::same(2), frame.theme.selection);
    }
}

/// A strong ring; returns its color, and what it surrounds on each line.
fn paint_ring(painter: &Painter, frame: &Frame<'_>, item: &Item) -> Option<(Color32, Vec<Rect>)> {
    let label = frame.article.document().schema().label(&item.label)?;
    let color = frame.theme.label(label.color);
    let rects: Vec<Rect> = frame
        .rects(&item.span.range())
        .into_iter()
        .map(|rect| tinted(rect, frame))
        .collect();
    for rect in &rects {
        let stroke = Stroke::new(2.0, color);
        painter.rect_stroke(
            rect.expand(1.0),
            CornerRadius::same(5),
            stroke,
            StrokeKind::Outside,
        );
    }
    Some((color, rects))
}

/// A ring with grips at both ends.
fn paint_focus(painter: &Painter, frame: &Frame<'_>, item: &Item) {
    let Some((color, rects)) = paint_ring(painter, frame, item) else {
        return;
    };
    let is_movable = item.state != State::Rejected;
    let grips = [
        rects.first().map(Rect::left_center),
        rects.last().map(Rect::right_center),
    ];
    for (side, grip) in [-2.0, 2.0].into_iter().zip(grips) {
        if let Some(grip) = grip.filter(|_| is_movable) {
            let handle = Rect::from_center_size(grip + vec2(side, 0.0), vec2(4.0, 10.0));
            painter.rect_filled(handle, CornerRadius::same(2), color);
        }
    }
}

fn paint_caret(painter: &Painter, frame: &Frame<'_>) {
    let article = frame.article;
    let byte = article
        .selection()
        .map_or(article.caret(), |selection| selection.head);
    if let Some(rect) = frame.caret(byte) {
        let rect = tinted(rect, frame);
        painter.line_segment(
            [rect.center_top(), rect.center_bottom()],
            Stroke::new(1.5, frame.theme.text),
        );
    }
}
