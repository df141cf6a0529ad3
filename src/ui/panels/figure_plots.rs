//! Plots of figures in a dialog: shares as lines, amounts as bars, each with its numbers for a screen reader.

use eframe::egui;
use egui::{Color32, CornerRadius, Rect, Role, Sense, Stroke, Ui, WidgetInfo, vec2};
use egui_plot::{
    AxisHints, Bar, BarChart, GridInput, GridMark, Line, LineStyle, Plot, PlotPoints, Points,
};

use crate::ui::panels::plots;
use crate::ui::panels::widgets::{self, Ink};
use crate::ui::theme::{Theme, interface, size};
use copydesk_document::ColorRole;

/// What a plot shows, without its numbers.
pub struct Shown<'a> {
    /// Unique in the dialog; what a screen reader calls it.
    pub name: &'a str,
    /// All numbers in words.
    pub words: String,
    pub x: &'a str,
    pub y: &'a str,
}

/// Points that belong together, from left to right.
pub struct Series {
    pub name: String,
    pub color: Color32,
    pub points: Vec<[f64; 2]>,
    /// From where to where each may be off; empty where that is not shown.
    pub intervals: Vec<(f64, f64)>,
    pub is_dashed: bool,
}

const HEIGHT: f32 = 170.0;

/// Shares from 0 to 1 over `from` to `to`; with `diagonal`, a line where both are the same.
pub fn lines(
    ui: &mut Ui,
    shown: &Shown<'_>,
    series: &[Series],
    (from, to): (f64, f64),
    diagonal: bool,
) {
    let theme = Theme::of(ui.ctx());
    let plot = plot(shown, &theme)
        .include_x(from)
        .include_x(to)
        .include_y(0.0)
        .include_y(1.0)
        .y_grid_spacer(|_: GridInput| fifths());
    let response = plot.show(ui, |plot| {
        if diagonal {
            let points = PlotPoints::from(vec![[from, from], [to, to]]);
            let even = Line::new("even", points).color(theme.quiet).width(1.0);
            plot.line(even.style(LineStyle::dashed_loose()));
        }
        for series in series {
            let points = || PlotPoints::from(series.points.clone());
            let line = Line::new(&series.name, points())
                .color(series.color)
                .width(1.8);
            plot.line(if series.is_dashed {
                line.style(LineStyle::dashed_dense())
            } else {
                line
            });
            let points = Points::new(&series.name, points()).color(series.color);
            plot.points(points.radius(3.0));
            for (point, (low, high)) in series.points.iter().zip(&series.intervals) {
                let bar = PlotPoints::from(vec![[point[0], *low], [point[0], *high]]);
                plot.line(Line::new(&series.name, bar).color(series.color).width(1.0));
            }
        }
    });
    speak(&response.response, shown);
    legend(ui, series);
}

/// Marks of shares, from 0 to 1.
fn fifths() -> Vec<GridMark> {
    let marks = (0..=5_u8).map(|fifth| GridMark {
        value: f64::from(fifth) / 5.0,
        step_size: 0.2,
    });
    marks.collect()
}

/// One bar for each number, at its place on the axis.
pub fn bars(ui: &mut Ui, shown: &Shown<'_>, bars: &[(f64, f64)], name: impl Fn(f64) -> String) {
    let theme = Theme::of(ui.ctx());
    let fill = theme.label(ColorRole::Blue);
    let drawn = bars.iter().map(|(at, amount)| {
        Bar::new(*at, *amount)
            .width(0.7)
            .fill(fill)
            .stroke(Stroke::NONE)
    });
    let chart = BarChart::new(shown.name, drawn.collect()).allow_hover(false);
    let plot = plot(shown, &theme).include_y(0.0).include_y(1.0);
    let plot = plot.show(ui, |plot| plot.bar_chart(chart));
    speak(&plot.response, shown);
    let pointer = plot.response.hover_pos();
    let pointer = pointer.map(|at| plot.transform.value_from_position(at).x);
    let near = |at: f64| pointer.is_some_and(|pointer| (pointer - at).abs() <= 0.5);
    if let Some((at, amount)) = bars.iter().find(|(at, _)| near(*at)) {
        let words = format!("{}: {amount}", name(*at));
        plot.response.on_hover_text_at_pointer(words);
    }
}

/// The axes, without numbers.
fn plot(shown: &Shown<'_>, theme: &Theme) -> Plot<'static> {
    plots::still(shown.name, theme)
        .height(HEIGHT)
        .custom_x_axes(vec![plots::axis(AxisHints::new_x(), shown.x, theme)])
        .custom_y_axes(vec![
            plots::axis(AxisHints::new_y(), shown.y, theme).label_spacing(10.0..=14.0),
        ])
        .set_margin_fraction(vec2(0.02, 0.06))
}

fn speak(response: &egui::Response, shown: &Shown<'_>) {
    response.widget_info(|| {
        let words = format!("{}: {}", shown.name, shown.words);
        WidgetInfo::labeled(Role::Image, true, words)
    });
}

/// Which color is what; a screen reader has the numbers by their names.
fn legend(ui: &mut Ui, series: &[Series]) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 14.0;
        let theme = Theme::of(ui.ctx());
        for series in series {
            let ink = Ink::new(interface(size::SMALL), theme.text);
            let galley = widgets::line(ui, &series.name, &ink);
            let size = vec2(galley.size().x + 14.0, 18.0);
            let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
            let middle = rect.left_center() + vec2(4.0, 0.0);
            let mark = Rect::from_center_size(middle, vec2(8.0, 8.0));
            if series.is_dashed {
                let stroke = Stroke::new(1.5, series.color);
                let round = CornerRadius::same(2);
                let inside = egui::StrokeKind::Inside;
                ui.painter().rect_stroke(mark, round, stroke, inside);
            } else {
                ui.painter()
                    .rect_filled(mark, CornerRadius::same(2), series.color);
            }
            widgets::paint_line(ui, galley, rect.left() + 14.0, rect.center().y);
        }
    });
}
