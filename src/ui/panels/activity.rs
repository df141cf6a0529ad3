//! The dialog of how much work articles took: totals, plots by day, and a table of the articles.

use eframe::egui;
use egui::{
    Context, CornerRadius, Id, RichText, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2,
};

use crate::app::{ActivityEvent, ActivitySummary, Event, Reading, Session};
use crate::ui::Outbox;
use crate::ui::panels::activity_plots;
use crate::ui::panels::lists::{self, Step};
use crate::ui::panels::sheet::{Sheet, buttons};
use crate::ui::panels::widgets::{self, Ink, Press};
use crate::ui::theme::{Theme, interface, size, strong};
use copydesk_document::{ArticleActivity, Effort};
use copydesk_i18n::tr;

#[derive(Default)]
pub struct ActivityDialog {
    is_new: bool,
    /// The row of the table that the keyboard is on.
    chosen: usize,
}

const WIDTH: f32 = 860.0;
const ROW: f32 = 26.0;
/// In rows; fewer than are on screen in most windows.
const PAGE: usize = 5;
/// Of the columns of numbers, from the right; the title has the rest.
const COLUMN: f32 = 112.0;
/// Height around the table: title, totals, plots and buttons.
const AROUND: f32 = 400.0;

fn list_id() -> Id {
    Id::unique("measured articles")
}

impl ActivityDialog {
    pub fn new() -> Self {
        Self {
            is_new: true,
            chosen: 0,
        }
    }

    pub fn show(&mut self, ctx: &Context, session: &Session, outbox: &mut Outbox) {
        let sheet = Sheet {
            title: tr!("activity-title"),
            width: WIDTH,
            is_at_top: false,
        };
        sheet.show_closable(ctx, outbox, |ui, outbox| {
            let is_measured = session.preferences().measures;
            widgets::quiet(ui, about(is_measured));
            ui.add_space(8.0);
            let summary = match session.activity() {
                Some(Reading::Done(summary)) => Some(summary),
                Some(Reading::Failed(message)) => {
                    show_problem(ui, message);
                    None
                }
                Some(Reading::Waiting) | None => None,
            };
            let has_any = summary.is_some_and(|summary| !summary.articles.is_empty());
            match summary {
                Some(summary) if has_any => self.show_summary(ui, summary),
                Some(_) => drop(widgets::quiet(ui, nothing(is_measured))),
                None => {}
            }
            let presses = [
                Press::new(tr!("sheet-close")).key("Escape"),
                Press::new(tr!("activity-export")).enabled(has_any),
            ];
            match buttons(ui, presses) {
                Some(0) => outbox.send(Event::DialogClosed),
                Some(_) => outbox.send(Event::Activity(ActivityEvent::ExportWanted)),
                None => {}
            }
        });
    }

    fn show_summary(&mut self, ui: &mut Ui, summary: &ActivitySummary) {
        show_totals(ui, summary);
        ui.add_space(10.0);
        activity_plots::show(ui, summary);
        ui.add_space(8.0);
        self.show_table(ui, &summary.articles);
    }

    fn show_table(&mut self, ui: &mut Ui, articles: &[ArticleActivity]) {
        show_head(ui);
        let most = (ui.ctx().content_rect().height() - AROUND).clamp(2.0 * ROW, 260.0);
        let height = most.min(articles.len() as f32 * ROW);
        let width = ui.available_width();
        let rect = egui::Rect::from_min_size(ui.cursor().min, vec2(width, height));
        let has_keyboard = lists::in_dialog(
            ui,
            rect,
            list_id(),
            tr!("activity-articles"),
            &mut self.is_new,
        );
        let step = has_keyboard.then(|| lists::pressed_step(ui)).flatten();
        let to = step.map(|step| step.from(Some(self.chosen), articles.len(), PAGE));
        if let Some(Step::To(row)) = to {
            self.chosen = row;
        }
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let area = ScrollArea::vertical()
                .id_salt("measured articles")
                .max_height(height)
                .min_scrolled_height(height)
                .auto_shrink(false);
            lists::show_rows(
                ui,
                (list_id(), articles.len()),
                area,
                (ROW, articles.len()),
                |ui, shown| {
                    if step.is_some() {
                        lists::scroll_to_row(ui, shown.start, self.chosen, ROW);
                    }
                    for row in shown {
                        if let Some(article) = articles.get(row) {
                            self.show_row(ui, row, article);
                        }
                    }
                },
            );
        });
        lists::paint_ring(ui, list_id(), rect);
    }

    fn show_row(&mut self, ui: &mut Ui, row: usize, article: &ArticleActivity) {
        let is_chosen = row == self.chosen;
        let response = ui.allocate_response(vec2(ui.available_width(), ROW), Sense::CLICK);
        response.widget_info(|| {
            let name = format!("{}, {}", article.title, spoken(article.effort));
            WidgetInfo::labeled(Role::ListBoxOption, true, name)
        });
        lists::place_row(list_id(), &response, row, is_chosen);
        let theme = Theme::of(ui.ctx());
        let rect = response.rect;
        let has_keyboard = ui.memory(|memory| memory.has_focus(list_id()));
        if response.hovered() || (is_chosen && has_keyboard) {
            let ground = if is_chosen { theme.chosen } else { theme.hover };
            ui.painter()
                .rect_filled(rect, CornerRadius::same(4), ground);
        }
        let ink = Ink::new(interface(size::INTERFACE), theme.text);
        let is_cut = paint_cells(ui, rect, &article.title, &numbers(article.effort), &ink);
        if response.clicked() {
            self.chosen = row;
            ui.memory_mut(|memory| memory.request_focus(list_id()));
        }
        if is_cut {
            response.on_hover_text(&article.title);
        }
    }
}

fn about(is_measured: bool) -> &'static str {
    if is_measured {
        tr!("activity-about")
    } else {
        tr!("activity-about-off")
    }
}

fn nothing(is_measured: bool) -> &'static str {
    if is_measured {
        tr!("activity-nothing")
    } else {
        tr!("activity-nothing-off")
    }
}

fn show_problem(ui: &mut Ui, message: &str) {
    let words = RichText::new(message)
        .font(interface(size::INTERFACE))
        .color(Theme::of(ui.ctx()).problem);
    ui.add(egui::Label::new(words).wrap());
}

/// Today, the last week and all, side by side like the plots below.
fn show_totals(ui: &mut Ui, summary: &ActivitySummary) {
    let totals = [
        (tr!("activity-today"), summary.today),
        (tr!("activity-week"), summary.week),
        (tr!("activity-all"), summary.all),
    ];
    let gap = activity_plots::GAP;
    let width = ((ui.available_width() - 2.0 * gap) / 3.0).floor();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        for (name, effort) in totals {
            let (rect, response) = ui.allocate_exact_size(vec2(width, 40.0), Sense::hover());
            response.widget_info(|| {
                let words = format!("{name}: {}", spoken(effort));
                WidgetInfo::labeled(Role::Label, true, words)
            });
            let theme = Theme::of(ui.ctx());
            let [spans, actions, secs, minutes] = numbers(effort);
            let first = tr!(
                "activity-total",
                name = name,
                spans = spans,
                minutes = minutes
            );
            let second = match effort.actions_per_span() {
                Some(_) => tr!("activity-rates", actions = actions, secs = secs),
                None => tr!("activity-no-span").to_owned(),
            };
            let ink = Ink::new(strong(size::INTERFACE), theme.text);
            let galley = widgets::lay_out(ui, &first, &ink, width, 1);
            widgets::paint_line(ui, galley, rect.left(), rect.top() + 10.0);
            let ink = Ink::new(interface(size::INTERFACE), theme.quiet);
            let galley = widgets::lay_out(ui, &second, &ink, width, 1);
            widgets::paint_line(ui, galley, rect.left(), rect.top() + 30.0);
        }
    });
}

fn show_head(ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 22.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, tr!("activity-columns-spoken")));
    let columns = [
        tr!("activity-spans"),
        tr!("activity-actions-per-span"),
        tr!("activity-secs-per-span"),
        tr!("activity-minutes"),
    ];
    let ink = Ink::new(interface(size::SMALL), theme.quiet);
    let title = tr!("activity-article");
    paint_cells(ui, rect, title, &columns.map(str::to_owned), &ink);
    ui.painter()
        .hline(rect.x_range(), rect.bottom(), theme.hairline_stroke());
}

/// The title at the left and the numbers in columns at the right. Whether the title had to be cut.
fn paint_cells(ui: &Ui, rect: egui::Rect, title: &str, numbers: &[String; 4], ink: &Ink) -> bool {
    let left = rect.left() + 8.0;
    let width = rect.width() - COLUMN * numbers.len() as f32 - 16.0;
    let galley = widgets::lay_out(ui, title, ink, width, 1);
    let is_cut = galley.elided;
    widgets::paint_line(ui, galley, left, rect.center().y);
    let mut right = rect.right() - 12.0;
    for number in numbers.iter().rev() {
        let galley = widgets::lay_out(ui, number, ink, COLUMN, 1);
        let at = pos2(right - galley.size().x, rect.center().y);
        widgets::paint_line(ui, galley, at.x, at.y);
        right -= COLUMN;
    }
    is_cut
}

/// Spans, actions per span, seconds per span, minutes.
fn numbers(effort: Effort) -> [String; 4] {
    let rate =
        |rate: Option<f64>| rate.map_or_else(|| "–".to_owned(), |rate| widgets::decimal(rate, 1));
    [
        effort.spans.total().to_string(),
        rate(effort.actions_per_span()),
        rate(effort.secs_per_span()),
        widgets::decimal(effort.active_secs() / 60.0, 1),
    ]
}

/// The same in words.
fn spoken(effort: Effort) -> String {
    let [spans, actions, secs, minutes] = numbers(effort);
    let count = u64::try_from(effort.spans.total()).unwrap_or(0);
    if effort.actions_per_span().is_none() {
        return tr!(
            "activity-spoken-total",
            count = count,
            spans = spans,
            minutes = minutes
        );
    }
    tr!(
        "activity-spoken",
        count = count,
        spans = spans,
        actions = actions,
        secs = secs,
        minutes = minutes
    )
}
