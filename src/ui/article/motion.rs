//! Caret motions and scrolling that depend on how the lines fall.

use eframe::egui;
use egui::{Rect, pos2};

use crate::app::{Event, Motion, OpenArticle, ViewRequest};
use crate::ui::Outbox;
use crate::ui::article::{ArticleView, Shown};
use copydesk_text::Direction;

/// How near to the edge of the view a revealed line may stand, in lines.
const MARGIN_LINES: f32 = 2.5;
/// How many lines stay above the first one of a new page, so that the eye finds where it was.
const TURN_LINES: f32 = 1.5;

impl ArticleView {
    /// Does what was asked since the last frame. Returns the offset to scroll to, if any.
    pub(super) fn answer_requests(
        &mut self,
        ctx: &egui::Context,
        article: &OpenArticle,
        shown: &mut Shown,
        outbox: &mut Outbox,
    ) -> Option<f32> {
        let mut jump = None;
        for request in std::mem::take(&mut self.requests) {
            match request {
                ViewRequest::Move { motion, extend } => {
                    if let Some(to) = self.destination(ctx, article, shown, motion) {
                        outbox.send(Event::CaretMoved { to, extend });
                        ctx.request_repaint();
                    }
                }
                ViewRequest::Reveal { start, end } => {
                    if !is_vertical_echo(self.goal, article, start, end) {
                        self.goal = None;
                    }
                    jump = shown.offset_to_reveal(ctx, article, start, end).or(jump);
                }
                ViewRequest::Turn { to } => {
                    let first = shown.caret(ctx, article, to);
                    let top = first.map(|rect| rect.top() - rect.height() * TURN_LINES);
                    jump = top.map(|top| top.max(0.0)).or(jump);
                }
                ViewRequest::ScrollBy(by) => jump = Some((shown.offset + by).max(0.0)),
                ViewRequest::FocusFind
                | ViewRequest::FocusReason
                | ViewRequest::EditFact(_)
                | ViewRequest::NextPane
                | ViewRequest::PreviousPane => {}
            }
        }
        jump
    }

    /// Where the caret goes by `motion`.
    fn destination(
        &mut self,
        ctx: &egui::Context,
        article: &OpenArticle,
        shown: &mut Shown,
        motion: Motion,
    ) -> Option<usize> {
        let head = article
            .selection()
            .map_or(article.caret(), |selection| selection.head);
        let caret = shown.caret(ctx, article, head)?;
        let goal = self.goal.unwrap_or(caret.center().x);
        let page = (shown.view_height - 2.0 * caret.height()).max(caret.height());
        let (x, y) = match motion {
            Motion::LineUp => (goal, shown.above(head, &caret)),
            Motion::LineDown => (goal, shown.below(head, &caret)),
            Motion::PageUp => (goal, caret.center().y - page),
            Motion::PageDown => (goal, caret.center().y + page),
            Motion::LineStart => (-1000.0, caret.center().y),
            Motion::LineEnd => (1_000_000.0, caret.center().y),
        };
        let is_vertical = !matches!(motion, Motion::LineStart | Motion::LineEnd);
        self.goal = is_vertical.then_some(goal);
        if y < 0.0 {
            return Some(0);
        }
        let to = shown.byte_at(ctx, article, pos2(x, y))?;
        Some(if motion == Motion::LineEnd {
            before_hanging_space(article, head, to)
        } else {
            to
        })
    }
}

/// Whether a request to reveal comes from a vertical caret motion, which keeps its column.
fn is_vertical_echo(goal: Option<f32>, article: &OpenArticle, start: usize, end: usize) -> bool {
    goal.is_some() && start == end && start == article.caret()
}

/// A line that was wrapped ends before its space: after it the caret would stand on the next line.
fn before_hanging_space(article: &OpenArticle, head: usize, end: usize) -> usize {
    let text = article.text();
    let line = text.as_str().get(head..end).unwrap_or_default();
    if line.ends_with(char::is_whitespace) {
        text.step_grapheme(end, Direction::Back)
    } else {
        end
    }
}

impl Shown {
    /// A height within the line above the one of `caret`.
    fn above(&self, byte: usize, caret: &Rect) -> f32 {
        let index = self.block_of(byte);
        #[expect(clippy::cast_possible_truncation, reason = "pixels")]
        let top = self.heights.top(index) as f32;
        let gap = self
            .blocks
            .get(index)
            .map_or(0.0, |block| self.settings.gap(block, index == 0));
        let is_first_line = caret.top() - top - gap < caret.height() * 0.5;
        if is_first_line {
            top - 4.0
        } else {
            caret.top() - caret.height() * 0.5
        }
    }

    /// A height within the line below the one of `caret`.
    fn below(&self, byte: usize, caret: &Rect) -> f32 {
        let next = self.block_of(byte) + 1;
        #[expect(clippy::cast_possible_truncation, reason = "pixels")]
        let next_top = self.heights.top(next) as f32;
        let gap = self
            .blocks
            .get(next)
            .map_or(0.0, |block| self.settings.gap(block, false));
        let is_last_line = next_top - caret.bottom() < caret.height() * 0.5;
        if is_last_line {
            next_top + gap + 4.0
        } else {
            caret.bottom() + caret.height() * 0.5
        }
    }

    /// The offset that brings the bytes into sight; `None` where they are.
    fn offset_to_reveal(
        &mut self,
        ctx: &egui::Context,
        article: &OpenArticle,
        start: usize,
        end: usize,
    ) -> Option<f32> {
        let first = self.caret(ctx, article, start)?;
        let last = self.caret(ctx, article, end)?;
        let wanted: Rect = first.union(last);
        let margin = first.height() * MARGIN_LINES;
        let view_height = if self.view_height > 0.0 {
            self.view_height
        } else {
            600.0
        };
        let (top, bottom) = (self.offset, self.offset + view_height);
        if wanted.top() >= top + margin.min(self.offset) && wanted.bottom() + margin <= bottom {
            return None;
        }
        let is_near =
            wanted.bottom() > top - view_height * 0.5 && wanted.top() < bottom + view_height * 0.5;
        let offset = if !is_near || wanted.height() + 2.0 * margin > view_height {
            wanted.top() - view_height / 3.0
        } else if wanted.top() < top + margin {
            wanted.top() - margin
        } else {
            wanted.bottom() + margin - view_height
        };
        Some(offset.max(0.0))
    }
}
