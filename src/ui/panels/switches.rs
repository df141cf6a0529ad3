//! What the review list is filtered with: segments for states, swatches for labels, a menu for confidence.

use eframe::egui;
use egui::style::WidgetVisuals;
use egui::{CornerRadius, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use crate::ui::panels::widgets::{self, Ink};
use crate::ui::theme::{Theme, interface, size, strong, tint};
use copydesk_document::Label;

const HEIGHT: f32 = 24.0;
/// Left and right of words, together.
const MARGIN: f32 = 8.0;

/// Toggles side by side in one frame, each as wide as the others if their words fit so. Returns the index of
/// the one that was clicked.
pub fn segments(ui: &mut Ui, choices: &[(String, bool)]) -> Option<usize> {
    let theme = Theme::of(ui.ctx());
    let (whole, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    let round = CornerRadius::same(6);
    ui.painter().rect_filled(whole, round, theme.paper);
    let mut clicked = None;
    let mut left = whole.left();
    let widths = widths(ui, choices, whole.width());
    for (index, ((words, is_on), width)) in choices.iter().zip(widths).enumerate() {
        let rect = Rect::from_min_size(egui::pos2(left, whole.top()), vec2(width, HEIGHT));
        if segment(ui, rect, words, *is_on).clicked() {
            clicked = Some(index);
        }
        if index > 0 {
            let stroke = theme.hairline_stroke();
            ui.painter().vline(left, whole.y_range(), stroke);
        }
        left += width;
    }
    let stroke = theme.hairline_stroke();
    ui.painter()
        .rect_stroke(whole, round, stroke, StrokeKind::Inside);
    clicked
}

/// Equal parts of `whole`; where the longest words need more, as much as each needs and an equal part of the
/// rest.
fn widths(ui: &Ui, choices: &[(String, bool)], whole: f32) -> Vec<f32> {
    let equal = whole / choices.len().max(1) as f32;
    let needed = |(words, _): &(String, bool)| {
        let ink = Ink::new(strong(size::SMALL), ui.visuals().text_color());
        widgets::line(ui, words, &ink).size().x + MARGIN
    };
    let needed: Vec<f32> = choices.iter().map(needed).collect();
    if needed.iter().all(|width| *width <= equal) {
        return vec![equal; choices.len()];
    }
    let rest = (whole - needed.iter().sum::<f32>()) / choices.len() as f32;
    needed
        .iter()
        .map(|width| (width + rest).max(MARGIN))
        .collect()
}

fn segment(ui: &mut Ui, rect: Rect, words: &str, is_on: bool) -> Response {
    let theme = Theme::of(ui.ctx());
    let response = ui.interact(rect, ui.scope_id().with(("segment", words)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), is_on, words));
    let inside = rect.shrink(2.0);
    let round = CornerRadius::same(4);
    let (color, font) = if is_on {
        ui.painter().rect_filled(inside, round, theme.text);
        (theme.paper, strong(size::SMALL))
    } else {
        if response.hovered() {
            ui.painter().rect_filled(inside, round, theme.hover);
        }
        (theme.text, interface(size::SMALL))
    };
    let ink = Ink::new(font, color);
    let galley = widgets::lay_out(ui, words, &ink, rect.width() - MARGIN, 1);
    let left = rect.center().x - galley.size().x / 2.0;
    let response = widgets::whole(response, &galley, words);
    widgets::paint_line(ui, galley, left, rect.center().y);
    widgets::paint_focus(ui, &response, round);
    response
}

/// A toggle for a label, in its color: a swatch, and once it is on a tint and an edge.
pub fn swatch(ui: &mut Ui, label: &Label, words: &str, is_on: bool) -> Response {
    let theme = Theme::of(ui.ctx());
    let color = theme.label(label.color);
    let font = if is_on {
        strong(size::SMALL)
    } else {
        interface(size::SMALL)
    };
    let galley = widgets::line(ui, words, &Ink::new(font, theme.text));
    let response = ui.allocate_response(vec2(galley.size().x + 25.0, 22.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), is_on, words));
    let rect = response.rect;
    let round = CornerRadius::same(5);
    let (fill, edge) = match (is_on, response.hovered()) {
        (true, _) => (Theme::mix(theme.panel, color, tint::PILL), color),
        (false, true) => (theme.hover, theme.hairline),
        (false, false) => (theme.panel, theme.panel),
    };
    let edge = Stroke::new(1.0, edge);
    ui.painter()
        .rect(rect, round, fill, edge, StrokeKind::Inside);
    let mark = Rect::from_center_size(rect.left_center() + vec2(11.0, 0.0), vec2(8.0, 8.0));
    ui.painter().rect_filled(mark, CornerRadius::same(2), color);
    widgets::paint_line(ui, galley, rect.left() + 19.0, rect.center().y);
    widgets::paint_focus(ui, &response, round);
    response
}

/// The sign of a menu.
pub fn paint_chevron(ui: &Ui, rect: Rect, visuals: &WidgetVisuals, _: bool) {
    let center = rect.center();
    let points = [vec2(-3.5, -1.75), vec2(0.0, 1.75), vec2(3.5, -1.75)].map(|point| center + point);
    let stroke = Stroke::new(1.4, visuals.fg_stroke.color);
    ui.painter().line(points.to_vec(), stroke);
}
