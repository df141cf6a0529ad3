//! The dialog of statistics: what is marked in the opened folder, and how good the suggestions are.

use eframe::egui;
use egui::{Context, Ui};

use crate::app::{
    Event, LabelScores, Session, Share, Statistics, StatisticsEvent, StatisticsFilter,
    SuggesterScores,
};
use crate::ui::Outbox;
use crate::ui::panels::figure_plots::{self, Series, Shown};
use crate::ui::panels::figure_table::{self, FigureTable, with_interval};
use crate::ui::panels::sheet::{Sheet, buttons, list_height};
use crate::ui::panels::widgets::{self, Press};
use crate::ui::panels::{switches, working};
use crate::ui::theme::Theme;
use copydesk_document::{ColorRole, Day, LabelId, LabelSums, Schema, Status};
use copydesk_i18n::tr;

const WIDTH: f32 = 860.0;
/// So many frequent spans of each label are shown.
const MOST_WORDS: usize = 8;
/// As the filter offers them.
const STATES: [Option<Status>; 4] = [
    None,
    Some(Status::Open),
    Some(Status::InWork),
    Some(Status::Done),
];
/// Longer spans share the last bar.
const MOST_TOKENS: usize = 40;

pub fn show(ctx: &Context, session: &Session, outbox: &mut Outbox) {
    let sheet = Sheet {
        title: tr!("statistics-title"),
        width: WIDTH,
        is_at_top: false,
    };
    sheet.show_closable(ctx, outbox, |ui, outbox| {
        let view = session.statistics();
        if let Some(done) = view.counting() {
            working::show_bar(ui, tr!("statistics-counting"), done);
            if buttons(ui, [Press::new(tr!("statistics-stop")).key("Escape")]).is_some() {
                outbox.send(Event::Statistics(StatisticsEvent::Stopped));
            }
            return;
        }
        let counted = match view.counted() {
            Some(Ok(statistics)) => Some(statistics),
            Some(Err(why)) => {
                widgets::quiet(ui, why);
                None
            }
            None => None,
        };
        if let Some(statistics) = counted {
            show_filter(ui, session, statistics, outbox);
            let height = list_height(ui.ctx()) - 30.0;
            working::page(ui, tr!("statistics-title"), height, |ui| {
                show_all(ui, statistics, view.filter());
            });
        }
        let presses = [
            Press::new(tr!("sheet-close")).key("Escape"),
            Press::new(tr!("statistics-save-tables")).enabled(counted.is_some()),
            Press::new(tr!("statistics-save-report")).enabled(counted.is_some()),
        ];
        match buttons(ui, presses) {
            Some(0) => outbox.send(Event::DialogClosed),
            Some(1) => outbox.send(Event::Statistics(StatisticsEvent::TablesWanted)),
            Some(_) => outbox.send(Event::Statistics(StatisticsEvent::ReportWanted)),
            None => {}
        }
    });
}

/// States, and the labels that are used.
fn show_filter(ui: &mut Ui, session: &Session, statistics: &Statistics, outbox: &mut Outbox) {
    let filter = session.statistics().filter();
    let mut send = |filter: StatisticsFilter| {
        outbox.send(Event::Statistics(StatisticsEvent::Filtered(filter)));
    };
    let choices = STATES.map(|status| {
        let of = StatisticsFilter {
            label: None,
            status,
        };
        let count = statistics.articles(&of);
        (state_words(status, count), filter.status == status)
    });
    if let Some(index) = switches::segments(ui, &choices) {
        send(StatisticsFilter {
            status: STATES.get(index).copied().flatten(),
            ..filter.clone()
        });
    }
    let schema = statistics.schema.as_deref();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        for label in schema.map(Schema::labels).unwrap_or_default() {
            let is_on = filter.label.as_ref() == Some(&label.id);
            if switches::swatch(ui, label, &label.plural, is_on).clicked() {
                send(StatisticsFilter {
                    label: (!is_on).then(|| label.id.clone()),
                    ..filter.clone()
                });
            }
        }
    });
}

fn state_words(status: Option<Status>, count: usize) -> String {
    match status {
        None => tr!("statistics-all", count = count),
        Some(Status::Open) => tr!("statistics-open", count = count),
        Some(Status::InWork) => tr!("statistics-in-work", count = count),
        Some(Status::Done) => tr!("statistics-done", count = count),
    }
}

fn show_all(ui: &mut Ui, statistics: &Statistics, filter: &StatisticsFilter) {
    let labels = statistics.labels(filter);
    if labels.is_empty() {
        widgets::quiet(ui, tr!("statistics-nothing"));
    } else {
        show_labels(ui, statistics, &labels);
        show_words(ui, statistics, &labels);
        show_lengths(ui, &labels);
    }
    show_days(ui, statistics);
    if let Some(suggester) = &statistics.suggester {
        show_scores(ui, statistics, suggester, filter);
        show_calibration(ui, statistics, suggester, filter);
        show_curve(ui, statistics, suggester, filter);
    } else {
        figure_table::title(ui, tr!("statistics-suggestions"));
        widgets::quiet(ui, tr!("statistics-none-done"));
    }
    show_left_out(ui, &statistics.left_out);
}

/// What could not be counted, named.
pub fn show_left_out(ui: &mut Ui, left_out: &[String]) {
    if !left_out.is_empty() {
        figure_table::title(ui, tr!("statistics-left-out"));
        for why in left_out {
            widgets::quiet(ui, why);
        }
    }
}

fn show_labels(ui: &mut Ui, statistics: &Statistics, labels: &[(LabelId, LabelSums)]) {
    figure_table::title(ui, tr!("statistics-labels"));
    let head = [
        tr!("statistics-column-label"),
        tr!("statistics-column-spans"),
        tr!("statistics-column-articles"),
        tr!("statistics-column-median"),
        tr!("statistics-column-quartiles"),
        tr!("statistics-column-most"),
    ];
    let rows = labels.iter().filter_map(|(label, sums)| {
        let quartiles = sums.quartiles()?;
        Some(vec![
            statistics.name_of(label),
            sums.spans().to_string(),
            sums.articles().to_string(),
            quartiles.median.to_string(),
            format!("{}–{}", quartiles.lower, quartiles.upper),
            quartiles.most.to_string(),
        ])
    });
    let table = FigureTable {
        head: head.map(str::to_owned).to_vec(),
        rows: rows.collect(),
    };
    table.show(ui);
}

fn show_words(ui: &mut Ui, statistics: &Statistics, labels: &[(LabelId, LabelSums)]) {
    let frequent = labels.iter().filter_map(|(label, sums)| {
        let words = sums.frequent(MOST_WORDS).into_iter();
        let words: Vec<String> = words
            .map(|(words, count)| format!("{words} {count}"))
            .collect();
        (!words.is_empty()).then(|| format!("{}: {}", statistics.name_of(label), words.join(", ")))
    });
    let frequent: Vec<String> = frequent.collect();
    if !frequent.is_empty() {
        figure_table::title(ui, tr!("statistics-frequent"));
        for words in frequent {
            widgets::quiet(ui, words);
        }
    }
}

fn show_lengths(ui: &mut Ui, labels: &[(LabelId, LabelSums)]) {
    let mut all = LabelSums::default();
    for (_, sums) in labels {
        all.add(sums);
    }
    let mut bars = vec![0.0; MOST_TOKENS];
    for (tokens, spans) in all.lengths() {
        if let Some(bar) = bars.get_mut(tokens.clamp(1, MOST_TOKENS) - 1) {
            *bar += spans as f64;
        }
    }
    let bars = bars.into_iter().enumerate();
    let bars: Vec<(f64, f64)> = bars
        .map(|(index, spans)| (index as f64 + 1.0, spans))
        .filter(|(_, spans)| *spans > 0.0)
        .collect();
    figure_table::title(ui, tr!("statistics-lengths"));
    let words = bars
        .iter()
        .map(|(tokens, spans)| format!("{tokens} {spans}"));
    let shown = Shown {
        name: tr!("statistics-lengths"),
        words: words.collect::<Vec<_>>().join(", "),
        x: tr!("statistics-axis-tokens"),
        y: tr!("statistics-axis-spans"),
    };
    figure_plots::bars(ui, &shown, &bars, |tokens| format!("{tokens}"));
}

fn show_days(ui: &mut Ui, statistics: &Statistics) {
    let Some((first, _)) = statistics.days.first() else {
        return;
    };
    figure_table::title(ui, tr!("statistics-days"));
    let since = |day: &Day| f64::from(day.number() - first.number());
    let bars = statistics.days.iter();
    let bars: Vec<(f64, f64)> = bars
        .map(|(day, count)| (since(day), *count as f64))
        .collect();
    let words = statistics.days.iter();
    let words = words.map(|(day, count)| format!("{} {count}", day.short()));
    let shown = Shown {
        name: tr!("statistics-days"),
        words: words.collect::<Vec<_>>().join(", "),
        x: &tr!("statistics-axis-days", day = first.short()),
        y: tr!("statistics-axis-annotations"),
    };
    let days = &statistics.days;
    figure_plots::bars(ui, &shown, &bars, |at| {
        let day = days.iter().find(|(day, _)| (since(day) - at).abs() < 0.5);
        day.map(|(day, _)| day.short()).unwrap_or_default()
    });
}

fn scored<'a>(
    suggester: &'a SuggesterScores,
    filter: &'a StatisticsFilter,
) -> impl Iterator<Item = (usize, &'a LabelScores)> {
    let labels = suggester.labels.iter().enumerate();
    labels.filter(|(_, scores)| filter.has_label(&scores.label))
}

fn show_scores(
    ui: &mut Ui,
    statistics: &Statistics,
    suggester: &SuggesterScores,
    filter: &StatisticsFilter,
) {
    figure_table::title(ui, tr!("statistics-suggestions"));
    widgets::quiet(ui, tr!("statistics-against", count = suggester.articles));
    let head = [
        tr!("statistics-column-label"),
        tr!("statistics-column-marked"),
        tr!("statistics-column-suggested"),
        tr!("statistics-column-right"),
        tr!("statistics-column-precision"),
        tr!("statistics-column-recall"),
        tr!("statistics-column-f1"),
    ];
    let rows = scored(suggester, filter).map(|(_, scores)| {
        vec![
            statistics.name_of(&scores.label),
            scores.marked.to_string(),
            scores.suggested.to_string(),
            scores.right.to_string(),
            with_interval(scores.precision),
            with_interval(scores.recall),
            with_interval(scores.f1),
        ]
    });
    let table = FigureTable {
        head: head.map(str::to_owned).to_vec(),
        rows: rows.collect(),
    };
    table.show(ui);
    if let Some(lagging) = suggester.lagging() {
        let name = statistics.name_of(&lagging.label);
        widgets::quiet(ui, tr!("statistics-lags", label = name));
    }
}

fn color_of(theme: &Theme, statistics: &Statistics, label: &LabelId) -> egui::Color32 {
    let schema = statistics.schema.as_ref();
    let role = schema.and_then(|schema| Some(schema.label(label)?.color));
    theme.label(role.unwrap_or(ColorRole::Gray))
}

fn show_calibration(
    ui: &mut Ui,
    statistics: &Statistics,
    suggester: &SuggesterScores,
    filter: &StatisticsFilter,
) {
    let theme = Theme::of(ui.ctx());
    let series = scored(suggester, filter).map(|(_, scores)| Series {
        name: statistics.name_of(&scores.label),
        color: color_of(&theme, statistics, &scores.label),
        points: scores
            .bins
            .iter()
            .map(|bin| [bin.confidence, bin.right])
            .collect(),
        intervals: Vec::new(),
        is_dashed: false,
    });
    let series: Vec<Series> = series.collect();
    figure_table::title(ui, tr!("statistics-calibration"));
    widgets::quiet(ui, tr!("statistics-calibration-about"));
    let words = scored(suggester, filter).map(|(_, scores)| {
        let bins = scores.bins.iter().map(|bin| {
            tr!(
                "statistics-bin",
                from = bin.from,
                count = bin.suggestions,
                right = format!("{:.2}", bin.right)
            )
        });
        let bins: Vec<String> = bins.collect();
        format!("{}: {}", statistics.name_of(&scores.label), bins.join(", "))
    });
    let shown = Shown {
        name: tr!("statistics-calibration"),
        words: words.collect::<Vec<_>>().join("; "),
        x: tr!("statistics-axis-confidence"),
        y: tr!("statistics-axis-right"),
    };
    figure_plots::lines(ui, &shown, &series, (0.0, 1.0), true);
}

fn show_curve(
    ui: &mut Ui,
    statistics: &Statistics,
    suggester: &SuggesterScores,
    filter: &StatisticsFilter,
) {
    figure_table::title(ui, tr!("statistics-curve"));
    let curve = &suggester.curve;
    let Some(last) = curve.last().filter(|_| curve.len() > 1) else {
        widgets::quiet(ui, tr!("statistics-curve-short"));
        return;
    };
    let theme = Theme::of(ui.ctx());
    let line = |name: String, color, of: &dyn Fn(usize) -> Option<Share>, is_all: bool| {
        let points =
            (0..curve.len()).filter_map(|index| Some((curve.get(index)?.last, of(index)?)));
        let points: Vec<(usize, Share)> = points.collect();
        let interval = |(_, share): &(usize, Share)| (share.low, share.high);
        Series {
            name,
            color,
            points: points
                .iter()
                .map(|(at, share)| [*at as f64, share.estimate])
                .collect(),
            intervals: if is_all {
                points.iter().map(interval).collect()
            } else {
                Vec::new()
            },
            is_dashed: false,
        }
    };
    let mut series = Vec::new();
    if filter.label.is_none() {
        let all = tr!("statistics-all-labels").to_owned();
        series.push(line(
            all,
            theme.text,
            &|index| curve.get(index)?.together,
            true,
        ));
        let unlearned = tr!("statistics-unlearned").to_owned();
        series.push(Series {
            is_dashed: true,
            ..line(
                unlearned,
                theme.quiet,
                &|index| curve.get(index)?.unlearned,
                false,
            )
        });
    }
    for (place, scores) in scored(suggester, filter) {
        let of = |index: usize| curve.get(index)?.labels.get(place).copied().flatten();
        let color = color_of(&theme, statistics, &scores.label);
        let is_all = filter.label.is_some();
        series.push(line(statistics.name_of(&scores.label), color, &of, is_all));
    }
    let words = series.iter().map(|series| {
        let points = series.points.iter();
        let points = points.map(|[at, f1]| format!("{at} {f1:.2}"));
        format!("{}: {}", series.name, points.collect::<Vec<_>>().join(", "))
    });
    let shown = Shown {
        name: tr!("statistics-curve"),
        words: words.collect::<Vec<_>>().join("; "),
        x: tr!("statistics-axis-articles"),
        y: tr!("statistics-column-f1"),
    };
    widgets::quiet(ui, tr!("statistics-curve-about"));
    figure_plots::lines(ui, &shown, &series, (0.0, last.last as f64), false);
}
