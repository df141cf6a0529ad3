//! The list of articles on the left, open ones and those of the folder, with the progress of each.

use eframe::egui;
use egui::{
    Color32, CornerRadius, Frame, Id, Margin, Pos2, Rect, Response, Role, ScrollArea, Sense,
    Stroke, Ui, WidgetInfo, pos2, vec2,
};

use crate::app::{
    ArticleFilter, ArticleOrder, CommandId, Event, Listed, OpenArticle, Pane, ProjectEvent, Room,
    Row, RowId, Session,
};
use crate::ui::Outbox;
use crate::ui::direction;
use crate::ui::panels::article_choices::ArticleChoices;
use crate::ui::panels::context_menu;
use crate::ui::panels::lists::{self, Step};
use crate::ui::panels::panes::Panes;
use crate::ui::panels::status::progress_words;
use crate::ui::panels::widgets::{self, Ink, Press};
use crate::ui::theme::{Theme, interface, size};
use copydesk_document::{ColorRole, Status};
use copydesk_i18n::tr;

#[derive(Default)]
pub struct Articles {
    choices: ArticleChoices,
    /// What is listed, as long as nothing has changed.
    listed: Listing,
    /// What the list last scrolled to: the chosen line, in this order and at this height.
    scrolled_to: Option<(RowId, ArticleOrder, f32)>,
}

/// The lines that are listed, kept from frame to frame: a folder may have thousands.
#[derive(Default)]
struct Listing {
    made_for: Option<u64>,
    rows: Vec<RowId>,
    /// The line of the shown article.
    chosen: Option<usize>,
    /// Of all articles, also those that are not listed.
    all: usize,
    done: usize,
    /// Of the texts of those that are not done.
    bytes_left: usize,
}

/// The list as one widget with keyboard focus.
pub fn list_id() -> Id {
    Id::unique("list of articles")
}

const ROW: f32 = 46.0;

impl Articles {
    pub fn show(&mut self, ui: &mut Ui, panes: &mut Panes, session: &Session, outbox: &mut Outbox) {
        let theme = Theme::of(ui.ctx());
        let panel = direction::start_panel("articles")
            .exact_size(panes.widths().articles)
            .resizable(false)
            .frame(Frame::new().fill(theme.panel))
            .show(ui, |ui| {
                direction::column(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    self.update(session);
                    self.show_top(ui, session, outbox);
                    show_foot(ui, session, &self.listed, outbox);
                    self.show_list(ui, session, outbox);
                });
            });
        panes.note(Pane::Articles, panel.response.rect);
    }

    fn show_top(&mut self, ui: &mut Ui, session: &Session, outbox: &mut Outbox) {
        let margin = Margin {
            left: 14,
            right: 14,
            top: 14,
            bottom: 8,
        };
        Frame::new().inner_margin(margin).show(ui, |ui| {
            widgets::heading(ui, tr!("articles-list"));
            if session.room() != Room::All {
                ui.add_space(8.0);
                show_way_back(ui, session, outbox);
            }
            if self.listed.all >= Session::WORTH_FILTERING {
                ui.add_space(8.0);
                let first = self.listed.rows.first().copied();
                self.choices.show(ui, first, session, outbox);
            }
        });
    }

    /// Lists anew if anything has changed that the list shows.
    fn update(&mut self, session: &Session) {
        let made_for = session.changes();
        if self.listed.made_for == Some(made_for) {
            return;
        }
        let rows = session.rows();
        let shown = session
            .article()
            .map(|article| session.row_of_article(article));
        let left = rows.iter().filter(|row| !row.is_done());
        let listed: Vec<RowId> = session.listed(&rows).iter().map(|row| row.id).collect();
        self.listed = Listing {
            chosen: listed.iter().position(|row| Some(*row) == shown),
            all: rows.len(),
            done: rows.iter().filter(|row| row.is_done()).count(),
            bytes_left: left.map(Row::bytes).sum(),
            rows: listed,
            made_for: Some(made_for),
        };
    }

    /// The line to scroll to: the chosen one, once that, the order or the list's height is another.
    fn line_to_reveal(&mut self, session: &Session, height: f32) -> Option<usize> {
        let chosen = self.listed.chosen?;
        let row = *self.listed.rows.get(chosen)?;
        let now = (row, session.article_order(), height);
        let before = self.scrolled_to.replace(now);
        (before != Some(now)).then_some(chosen)
    }

    fn show_list(&mut self, ui: &mut Ui, session: &Session, outbox: &mut Outbox) {
        let revealed = self.line_to_reveal(session, ui.available_height());
        let Listing { rows, chosen, .. } = &self.listed;
        if rows.is_empty() {
            Frame::new()
                .inner_margin(Margin::symmetric(14, 4))
                .show(ui, |ui| {
                    widgets::quiet(ui, tr!("articles-none-match"));
                    ui.add_space(8.0);
                    let all = Press::new(tr!("articles-show-all")).small();
                    if all.show(ui).clicked() {
                        outbox.send(Event::ArticlesFiltered(ArticleFilter::default()));
                    }
                });
            return;
        }
        let is_menu_asked_for = context_menu::is_asked_for(ui, list_id());
        let step = lists::keyboard(ui, list_id(), tr!("articles-list"));
        if let Some(Step::To(index)) = step.map(|step| step.from(*chosen, rows.len(), 10))
            && let Some(row) = rows.get(index)
        {
            outbox.send(Event::Project(ProjectEvent::Chosen(*row)));
        }
        let rect = ui.available_rect_before_wrap();
        let area = ScrollArea::vertical()
            .id_salt("articles")
            .auto_shrink(false);
        lists::show_rows(
            ui,
            (list_id(), rows.len()),
            area,
            (ROW, rows.len()),
            |ui, visible| {
                if let Some(revealed) = revealed {
                    lists::scroll_to_row(ui, visible.start, revealed, ROW);
                }
                for index in visible {
                    if let Some(row) = rows.get(index) {
                        let is_chosen = *chosen == Some(index);
                        let shown = session.row(*row);
                        let response = show_row(ui, (index, &shown), is_chosen, outbox);
                        let asks_menu = is_menu_asked_for && is_chosen;
                        show_menu(&response, session, (*row, is_chosen, asks_menu), outbox);
                    }
                }
            },
        );
        lists::paint_ring(ui, list_id(), rect);
    }
}

/// The list stands where another was, or over the article: this leads back.
fn show_way_back(ui: &mut Ui, session: &Session, outbox: &mut Outbox) {
    let back_to_review = session.room() == Room::One && session.preferences().shows_review;
    let words = if back_to_review {
        tr!("articles-back-to-review")
    } else {
        tr!("articles-close-list")
    };
    let key = session.table().keymap().shown(CommandId::ShowArticles);
    let back = Press::new(words).key(&key);
    if back.small().show(ui).clicked() {
        outbox.send(Event::Command(CommandId::ShowArticles));
    }
}

/// What the second line says.
fn row_words(row: &Row<'_>) -> String {
    match (row.open, row.listed) {
        (Some(article), _) => progress_words(article),
        (None, Some(listed)) => listed_words(listed),
        (None, None) => String::new(),
    }
}

fn listed_words(listed: &Listed) -> String {
    let Some(facts) = &listed.facts else {
        return String::new();
    };
    if facts.problem.is_some() {
        return tr!("progress-unreadable").to_owned();
    }
    let spans = facts.annotations;
    match (facts.status, listed.outlook) {
        (Status::Done, _) => tr!("progress-done", count = spans),
        (_, Some(outlook)) if outlook.open > 0 => tr!("count-to-review", count = outlook.open),
        (_, Some(_)) => tr!("progress-reviewed", count = spans),
        (Status::Open, None) if spans == 0 => tr!("progress-not-begun").to_owned(),
        (_, None) => tr!("progress-spans", count = spans),
    }
}

fn show_row(
    ui: &mut Ui,
    (place, row): (usize, &Row<'_>),
    is_chosen: bool,
    outbox: &mut Outbox,
) -> Response {
    let theme = Theme::of(ui.ctx());
    let title = row.title();
    let progress = row_words(row);
    let is_marked = row.is_flagged();
    let response = ui.allocate_response(vec2(ui.available_width(), ROW), Sense::CLICK);
    response.widget_info(|| {
        let name = if is_marked {
            tr!(
                "articles-row-flagged",
                title = title.as_ref(),
                progress = &progress
            )
        } else {
            format!("{title}, {progress}")
        };
        WidgetInfo::labeled(Role::ListBoxOption, true, name)
    });
    lists::place_row(list_id(), &response, place, is_chosen);
    let rect = response.rect;
    let (fill, bar) = match (is_chosen, response.hovered()) {
        (true, _) => (theme.chosen, widgets::focus_color(&theme)),
        (false, true) => (theme.hover, Color32::TRANSPARENT),
        (false, false) => (Color32::TRANSPARENT, Color32::TRANSPARENT),
    };
    ui.painter().rect_filled(rect, CornerRadius::ZERO, fill);
    let bar_rect = Rect::from_min_size(rect.min, vec2(3.0, rect.height()));
    ui.painter().rect_filled(bar_rect, CornerRadius::ZERO, bar);
    paint_disc(
        ui,
        pos2(rect.left() + 18.0, rect.top() + 16.0),
        row.status(),
    );
    let width = rect.width() - 32.0 - if is_marked { 26.0 } else { 12.0 };
    let ink = Ink::new(interface(size::INTERFACE), theme.text);
    let words = widgets::lay_out(ui, &title, &ink, width, 1);
    widgets::paint_line(ui, words, rect.left() + 32.0, rect.top() + 15.5);
    let second = if is_chosen { theme.text } else { theme.quiet };
    let ink = Ink::new(interface(size::SMALL), second);
    let words = widgets::lay_out(ui, &progress, &ink, width, 1);
    widgets::paint_line(ui, words, rect.left() + 32.0, rect.top() + 32.0);
    if is_marked {
        paint_flag(ui, pos2(rect.right() - 18.0, rect.top() + 16.0));
    }
    if response.clicked() || (response.secondary_clicked() && !is_chosen) {
        outbox.send(Event::Project(ProjectEvent::Chosen(row.id)));
    }
    let problem = row.listed.and_then(|listed| listed.facts.as_ref());
    let problem = problem.and_then(|facts| facts.problem.as_deref());
    let file = row.open.and_then(OpenArticle::source);
    let file = file.map_or_else(String::new, |path| format!("\n{}", path.display()));
    match problem {
        Some(problem) => response.on_hover_text(problem),
        None => response.on_hover_text(format!("{title}{file}")),
    }
}

/// The commands for the article of a line; they come once it is the one that is shown.
fn show_menu(
    line: &Response,
    session: &Session,
    (row, is_chosen, asks_menu): (RowId, bool, bool),
    outbox: &mut Outbox,
) {
    let asked_at = asks_menu.then(|| line.rect.left_bottom() + vec2(32.0, 0.0));
    context_menu::show(line, asked_at, |ui| {
        if !is_chosen {
            let row = session.row(row);
            let words = if row.is_unreadable() {
                tr!("articles-unreadable")
            } else {
                tr!("article-opening")
            };
            widgets::quiet(ui, words);
            return None;
        }
        let groups = [
            vec![CommandId::Done, CommandId::Mark],
            vec![CommandId::Save, CommandId::Versions, CommandId::Export],
            vec![CommandId::Close],
        ];
        let first = context_menu::show_groups(ui, &groups, session, outbox);
        if let Some(path) = session.row(row).open.and_then(OpenArticle::source) {
            widgets::hairline(ui, 3.0);
            context_menu::show_place(ui, path, outbox);
        }
        first
    });
}

/// Open: a ring; in work: half full; done: full.
fn paint_disc(ui: &Ui, center: Pos2, status: Status) {
    let theme = Theme::of(ui.ctx());
    let radius = 4.2;
    let (color, reach) = match status {
        Status::Open => (theme.quiet, 0.0),
        Status::InWork => (widgets::focus_color(&theme), 0.5),
        Status::Done => (theme.label(ColorRole::Green), 1.0),
    };
    let painter = ui.painter();
    if reach > 0.0 {
        let width = 2.0 * radius * reach;
        let filled = Rect::from_min_size(center - vec2(radius, radius), vec2(width, 2.0 * radius));
        painter
            .with_clip_rect(filled.intersect(ui.clip_rect()))
            .circle_filled(center, radius, color);
    }
    painter.circle_stroke(center, radius, Stroke::new(1.3, color));
}

fn paint_flag(ui: &Ui, foot: Pos2) {
    let theme = Theme::of(ui.ctx());
    let color = theme.label(ColorRole::Amber);
    let top = foot - vec2(0.0, 5.0);
    ui.painter()
        .line_segment([top, foot + vec2(0.0, 5.5)], Stroke::new(1.4, color));
    let cloth = vec![top, top + vec2(7.5, 2.6), top + vec2(0.0, 5.2)];
    ui.painter()
        .add(egui::Shape::convex_polygon(cloth, color, Stroke::NONE));
}

/// How many are done and, while the suggesters read the folder, how far they are.
fn show_foot(ui: &mut Ui, session: &Session, listing: &Listing, outbox: &mut Outbox) {
    let (done, all) = (listing.done, listing.all);
    let pace = session.pace().filter(|_| done < all);
    let words = match pace {
        Some(pace) => {
            let left = time_words(pace.secs_for(listing.bytes_left));
            tr!(
                "articles-done-time-left",
                done = done,
                all = all,
                left = left
            )
        }
        None => tr!("articles-done", done = done, all = all),
    };
    let frame = Frame::new().inner_margin(Margin::symmetric(14, 10));
    egui::Panel::bottom("articles done")
        .frame(frame)
        .show_separator_line(false)
        .show(ui, |ui| {
            if let Some(assessing) = session.assessing() {
                ui.horizontal(|ui| {
                    let percent = format!("{:.0}", assessing.done() * 100.0);
                    widgets::quiet(ui, tr!("suggesting-percent", percent = percent));
                    let stop = Press::new(tr!("work-stop")).height(22.0);
                    if stop.show(ui).clicked() {
                        outbox.send(Event::Command(CommandId::StopAssessing));
                    }
                });
                ui.add_space(4.0);
            }
            let response = widgets::quiet(ui, words);
            if let Some(pace) = pace {
                let each = time_words(pace.secs_each());
                let words = tr!("articles-time-about", count = pace.articles, each = each);
                response.on_hover_text(words);
            }
        });
}

/// A time as exactly as an estimate can be: `40 s`, `25 min`, `3 h 10 min`, `12 h`.
fn time_words(secs: u64) -> String {
    let rounded = |unit: u64| (secs + unit / 2) / unit * unit;
    match secs {
        ..60 => tr!("time-seconds", seconds = rounded(5).max(5)),
        60..3_600 => tr!("time-minutes", minutes = rounded(60) / 60),
        3_600..36_000 => {
            let minutes = rounded(600) / 60;
            match minutes % 60 {
                0 => tr!("time-hours", hours = minutes / 60),
                rest => tr!("time-hours-minutes", hours = minutes / 60, minutes = rest),
            }
        }
        _ => tr!("time-hours", hours = rounded(3_600) / 3_600),
    }
}

#[cfg(test)]
mod tests {
    use super::time_words;

    #[test]
    fn a_time_is_said_as_exactly_as_an_estimate_can_be() {
        let said = [0, 42, 59, 90, 3_599, 3_700, 8_000, 35_000, 100_000];
        let said = said.map(time_words);
        let expected = [
            "5 s",
            "40 s",
            "60 s",
            "2 min",
            "60 min",
            "1 h",
            "2 h 10 min",
            "9 h 40 min",
            "28 h",
        ];
        assert_eq!(said, expected);
    }
}
