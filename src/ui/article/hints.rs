//! The letters beside what a letter leads to.

use eframe::egui;
use egui::{CornerRadius, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{Frame, article_id};
use crate::app::{Hint, HintTarget};
use crate::ui::panels::widgets::{self, Ink};
use crate::ui::theme::{size, strong};

const HEIGHT: f32 = 16.0;
const PADDING: f32 = 4.0;

/// Draws the letters over the first word of each span; those of suggestions stand out.
pub(super) fn show(ui: &mut Ui, frame: &Frame<'_>) {
    let mut taken = Rect::NOTHING;
    for hint in frame.article.hints() {
        let rects = frame.rects(&hint.span.range());
        let Some(line) = rects.first() else {
            continue;
        };
        let mut left = line.left() - PADDING;
        // A claim may begin with a name: its letter stands behind that of the name.
        if (taken.top() - line.top()).abs() < 1.0 && (left - taken.left()).abs() < taken.width() {
            left = taken.right() + 1.0;
        }
        let rect = show_one(ui, frame, hint, pos2(left, line.top()));
        taken = Rect::from_min_max(pos2(rect.left(), line.top()), rect.max);
    }
}

fn show_one(ui: &mut Ui, frame: &Frame<'_>, hint: &Hint, at: egui::Pos2) -> Rect {
    let theme = &frame.theme;
    let (ground, ink) = match hint.to {
        HintTarget::Suggestion(_) => (theme.text, theme.paper),
        HintTarget::Candidate(_) => (theme.raised, theme.text),
    };
    let letter = widgets::line(
        ui,
        &hint.letter.to_string(),
        &Ink::new(strong(size::SMALL), ink),
    );
    let size = vec2(letter.size().x + 2.0 * PADDING, HEIGHT);
    let rect = Rect::from_min_size(at - vec2(0.0, HEIGHT / 2.0), size);
    let id = article_id().with(("hint", hint.letter));
    let response = ui.interact(rect, id, Sense::hover());
    let words = frame.article.text().words(hint.span);
    let name = format!("{}: {words}", hint.letter);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    let painter = ui.painter();
    let corners = CornerRadius::same(4);
    painter.rect(
        rect,
        corners,
        ground,
        theme.hairline_stroke(),
        egui::StrokeKind::Inside,
    );
    let left = rect.left() + PADDING;
    widgets::paint_line(ui, letter, left, rect.center().y);
    rect
}
