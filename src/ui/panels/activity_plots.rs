//! The plots of how much work the spans of each day took.

use eframe::egui;
use egui::{Response, Role, Ui, WidgetInfo, vec2};
use egui_plot::{AxisHints, Bar, BarChart, GridInput, GridMark, Plot};

use crate::app::ActivitySummary;
use crate::ui::panels::{plots, widgets};
use crate::ui::theme::Theme;
use copydesk_document::{ColorRole, Day, Effort};
use copydesk_i18n::tr;

/// One plot: a number for each day.
struct Measure {
    title: &'static str,
    /// Of the numbers, on their axis.
    unit: &'static str,
    of: fn(&Effort) -> Option<f64>,
    decimals: usize,
}

fn measures() -> [Measure; 3] {
    [
        Measure {
            title: tr!("activity-plot-actions"),
            unit: tr!("activity-plot-actions-unit"),
            of: |effort| effort.actions_per_span(),
            decimals: 1,
        },
        Measure {
            title: tr!("activity-plot-secs"),
            unit: tr!("activity-plot-secs-unit"),
            of: |effort| effort.secs_per_span(),
            decimals: 1,
        },
        Measure {
            title: tr!("activity-plot-spans"),
            unit: tr!("activity-plot-spans-unit"),
            of: |effort| {
                let spans = effort.spans.total();
                (spans > 0).then_some(spans as f64)
            },
            decimals: 0,
        },
    ]
}

pub const GAP: f32 = 16.0;
/// Of a plot without its title.
pub const HEIGHT: f32 = 134.0;
/// Fewer days than these would be bars as wide as a hand.
const LEAST_DAYS: u16 = 7;
/// At most so many days, or amounts above zero, have their name on an axis.
const MOST_NAMED: i32 = 4;

/// All plots, side by side.
pub fn show(ui: &mut Ui, summary: &ActivitySummary) {
    let Some(days) = shown_days(summary) else {
        return;
    };
    let measures = measures();
    let count = measures.len() as f32;
    let width = ((ui.available_width() - GAP * (count - 1.0)) / count).floor();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        for measure in &measures {
            ui.allocate_ui(vec2(width, HEIGHT + 20.0), |ui| {
                ui.set_width(width);
                ui.vertical(|ui| {
                    widgets::heading(ui, measure.title);
                    measure.show(ui, summary, days);
                });
            });
        }
    });
}

/// The first and the last day on the axis.
fn shown_days(summary: &ActivitySummary) -> Option<(Day, Day)> {
    let (first, last) = (summary.days.first()?.0, summary.days.last()?.0);
    Some((first.min(last.before(LEAST_DAYS - 1)), last))
}

impl Measure {
    fn words(&self, number: f64) -> String {
        widgets::decimal(number, self.decimals)
    }

    fn show(&self, ui: &mut Ui, summary: &ActivitySummary, days: (Day, Day)) {
        let numbers = summary.days.iter();
        let numbers: Vec<(Day, f64)> = numbers
            .filter_map(|(day, effort)| Some((*day, (self.of)(effort)?)))
            .collect();
        let theme = Theme::of(ui.ctx());
        let bars = numbers.iter().map(|(day, number)| {
            Bar::new(f64::from(day.number()), *number)
                .width(0.7)
                .fill(theme.label(ColorRole::Blue))
                .stroke(egui::Stroke::NONE)
        });
        let chart = BarChart::new(self.title, bars.collect()).allow_hover(false);
        let plot = self.plot(&theme, days);
        let plot = plot.show(ui, |plot| plot.bar_chart(chart));
        self.speak(&plot.response, &numbers);
        let pointer = plot.response.hover_pos();
        let pointer = pointer.map(|at| day_at(plot.transform.value_from_position(at).x));
        let hovered = numbers.iter().find(|(day, _)| Some(*day) == pointer);
        if let Some((day, number)) = hovered {
            let words = tr!(
                "activity-plot-hover",
                day = day.short(),
                number = self.words(*number),
                unit = self.unit
            );
            plot.response.on_hover_text_at_pointer(words);
        }
    }

    /// The axes, without numbers; it stays as it is, whatever is done with the mouse.
    fn plot(&self, theme: &Theme, (first, last): (Day, Day)) -> Plot<'static> {
        let days = plots::axis(AxisHints::new_x(), tr!("activity-plot-day"), theme)
            .label_spacing(20.0..=30.0)
            .formatter(|mark, _| day_at(mark.value).short());
        let amounts = plots::axis(AxisHints::new_y(), self.unit, theme)
            .label_spacing(10.0..=14.0)
            .formatter(|mark, _| amount_words(mark));
        plots::still(self.title, theme)
            .height(HEIGHT)
            .custom_x_axes(vec![days])
            .custom_y_axes(vec![amounts])
            .x_grid_spacer(move |_: GridInput| day_marks(first, last))
            .y_grid_spacer(|input: GridInput| amount_marks(input.bounds.1))
            .include_x(f64::from(first.number()) - 0.6)
            .include_x(f64::from(last.number()) + 0.6)
            .include_y(0.0)
            .include_y(1.0)
            .set_margin_fraction(vec2(0.0, 0.06))
    }

    /// Tells a screen reader all numbers.
    fn speak(&self, response: &Response, numbers: &[(Day, f64)]) {
        response.widget_info(|| {
            let numbers = numbers.iter();
            let numbers: Vec<String> = numbers
                .map(|(day, number)| format!("{} {}", day.short(), self.words(*number)))
                .collect();
            let name = format!("{}: {}", self.title, numbers.join(", "));
            WidgetInfo::labeled(Role::Image, true, name)
        });
    }
}

fn day_at(value: f64) -> Day {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "the nearest day that there is, whatever the number"
    )]
    Day::from_number(value.round() as i32)
}

/// Amounts from zero to `most` that are named: in steps of 1, 2 or 5, or of tens of these.
fn amount_marks(most: f64) -> Vec<GridMark> {
    let least_step = most.max(1.0) / f64::from(MOST_NAMED);
    let ten = 10.0_f64.powf(least_step.log10().floor());
    let steps = [1.0, 2.0, 5.0].map(|step| step * ten);
    let step = steps.into_iter().find(|step| *step >= least_step);
    let step = step.unwrap_or(10.0 * ten);
    let marks = (0..=MOST_NAMED).map(|index| f64::from(index) * step);
    marks
        .filter(|value| *value <= most)
        .map(|value| GridMark {
            value,
            step_size: step,
        })
        .collect()
}

fn amount_words(mark: GridMark) -> String {
    let decimals = usize::from(mark.step_size < 1.0);
    widgets::decimal(mark.value, decimals)
}

/// Days that have a name, back from the last one.
fn day_marks(first: Day, last: Day) -> Vec<GridMark> {
    let days = last.number() - first.number() + 1;
    let step = (days + MOST_NAMED - 1) / MOST_NAMED;
    let marks = (0..MOST_NAMED).map(|index| last.number() - index * step);
    marks
        .filter(|number| *number >= first.number())
        .map(|number| GridMark {
            value: f64::from(number),
            step_size: f64::from(step),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(marks: Vec<GridMark>) -> Vec<f64> {
        marks.into_iter().map(|mark| mark.value).collect()
    }

    #[test]
    fn amounts_are_named_in_round_steps() {
        assert_eq!(values(amount_marks(2.2)), [0.0, 1.0, 2.0]);
        assert_eq!(values(amount_marks(1.06)), [0.0, 0.5, 1.0]);
        assert_eq!(values(amount_marks(170.0)), [0.0, 50.0, 100.0, 150.0]);
        assert_eq!(values(amount_marks(2600.0)), [0.0, 1000.0, 2000.0]);
    }

    #[test]
    fn days_are_named_back_from_the_last_one() {
        let day = |written| Day::parse(written).unwrap();
        let marks = |first, last| {
            let named = values(day_marks(day(first), day(last))).into_iter();
            named.map(|value| day_at(value).short()).collect::<Vec<_>>()
        };
        let week = ["Nov 29", "Nov 27", "Nov 25", "Nov 23"];
        assert_eq!(marks("2026-11-23", "2026-11-29"), week);
        let month = ["Mar 2", "Feb 22", "Feb 14", "Feb 6"];
        assert_eq!(marks("2026-02-01", "2026-03-02"), month);
    }
}
