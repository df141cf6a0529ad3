//! A table of figures in a dialog: names at the left, numbers in columns at the right.

use eframe::egui;
use egui::{CornerRadius, Response, Role, Sense, Ui, WidgetInfo, vec2};

use crate::ui::panels::widgets::{self, Ink};
use crate::ui::theme::{Theme, interface, size, strong};

/// The names of the columns, and a line for each thing.
pub struct FigureTable {
    pub head: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

const ROW: f32 = 24.0;
/// Between two columns.
const GAP: f32 = 18.0;
const MOST_WIDTH: f32 = 190.0;

impl FigureTable {
    pub fn show(&self, ui: &mut Ui) {
        self.lay_out(ui, Sense::hover(), &mut Vec::new());
    }

    /// Each line can be pressed. The index of the one that was.
    pub fn show_pressable(&self, ui: &mut Ui) -> Option<usize> {
        let mut responses = Vec::new();
        self.lay_out(ui, Sense::click(), &mut responses);
        responses.iter().position(Response::clicked)
    }

    fn lay_out(&self, ui: &mut Ui, sense: Sense, responses: &mut Vec<Response>) {
        let theme = Theme::of(ui.ctx());
        let widths = self.widths(ui);
        let spacing = std::mem::take(&mut ui.spacing_mut().item_spacing.y);
        let ink = Ink::new(interface(size::SMALL), theme.quiet);
        let head = ui.allocate_response(vec2(ui.available_width(), ROW), Sense::hover());
        let names = self.head.iter().filter(|name| !name.is_empty());
        let names: Vec<&str> = names.map(String::as_str).collect();
        head.widget_info(|| WidgetInfo::labeled(Role::Label, true, names.join(", ")));
        paint(ui, &head, &self.head, &widths, &ink);
        let rect = head.rect;
        ui.painter()
            .hline(rect.x_range(), rect.bottom(), theme.hairline_stroke());
        for cells in &self.rows {
            let row = ui.allocate_response(vec2(ui.available_width(), ROW), sense);
            let role = if sense.senses_click() {
                Role::Button
            } else {
                Role::Label
            };
            row.widget_info(|| WidgetInfo::labeled(role, true, self.spoken(cells)));
            if sense.senses_click() && row.hovered() {
                let round = CornerRadius::same(4);
                ui.painter().rect_filled(row.rect, round, theme.hover);
            }
            let ink = Ink::new(interface(size::INTERFACE), theme.text);
            let row = paint(ui, &row, cells, &widths, &ink);
            widgets::paint_focus(ui, &row, CornerRadius::same(4));
            responses.push(row);
        }
        ui.spacing_mut().item_spacing.y = spacing;
    }

    /// Of all columns but the first, which has the rest.
    fn widths(&self, ui: &Ui) -> Vec<f32> {
        let ink = Ink::new(interface(size::INTERFACE), Theme::of(ui.ctx()).text);
        let width = |column: usize| {
            let rows = [&self.head].into_iter().chain(&self.rows);
            let cells = rows.filter_map(|row| row.get(column));
            let widths = cells.map(|cell| widgets::line(ui, cell, &ink).size().x);
            widths.fold(0.0, f32::max).min(MOST_WIDTH)
        };
        (1..self.head.len()).map(width).collect()
    }

    /// A line as a screen reader hears it: each number with the name of its column.
    fn spoken(&self, cells: &[String]) -> String {
        let named = self.head.iter().zip(cells);
        let named = named.filter(|(_, cell)| !cell.is_empty());
        let words = named.enumerate().map(|(index, (name, cell))| {
            if index == 0 || name.is_empty() {
                cell.clone()
            } else {
                format!("{name} {cell}")
            }
        });
        words.collect::<Vec<_>>().join(", ")
    }
}

/// The response shows the whole first cell where it had to be cut.
fn paint(ui: &Ui, row: &Response, cells: &[String], widths: &[f32], ink: &Ink) -> Response {
    let rect = row.rect;
    let mut right = rect.right() - 10.0;
    for (cell, width) in cells.iter().skip(1).zip(widths).rev() {
        let galley = widgets::lay_out(ui, cell, ink, *width, 1);
        widgets::paint_line(ui, galley.clone(), right - galley.size().x, rect.center().y);
        right -= width + GAP;
    }
    let first = cells.first().map_or("", String::as_str);
    let first = widgets::one_line(first);
    let room = (right - rect.left() - 8.0).max(20.0);
    let galley = widgets::lay_out(ui, &first, ink, room, 1);
    let row = widgets::whole(row.clone(), &galley, &first);
    widgets::paint_line(ui, galley, rect.left() + 8.0, rect.center().y);
    row
}

/// A share as it stands in a table, with its interval.
pub fn with_interval(share: Option<crate::app::Share>) -> String {
    share.map_or_else(
        || "–".to_owned(),
        |it| format!("{:.2} ({:.2}–{:.2})", it.estimate, it.low, it.high),
    )
}

/// A section's name above a table or a plot.
pub fn title(ui: &mut Ui, words: &str) {
    let theme = Theme::of(ui.ctx());
    ui.add_space(10.0);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 22.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, words));
    let ink = Ink::new(strong(size::INTERFACE), theme.text);
    let galley = widgets::lay_out(ui, words, &ink, rect.width(), 1);
    widgets::paint_line(ui, galley, rect.left(), rect.center().y);
}
