//! The dialog of what is not consistent: by kind, each place in context with what is wrong and what can be done.

use eframe::egui;
use egui::{Context, Id, Key, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};

use crate::app::{Event, LintEvent, LintLine, Session};
use crate::ui::Outbox;
use crate::ui::announcements;
use crate::ui::panels::in_context::InContext;
use crate::ui::panels::lists::{self, Step};
use crate::ui::panels::sheet::{Sheet, list_height};
use crate::ui::panels::widgets::{self, Ink, Press};
use crate::ui::theme::{Theme, interface, size, strong};
use copydesk_i18n::tr;
use copydesk_lint::Kind;

#[derive(Default)]
pub struct LintDialog {
    /// The index of a line; kept when the dialog is opened again.
    chosen: usize,
    is_new: bool,
    /// What came of the check, as a screen reader last heard it.
    said: String,
}

/// A row of the list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Row {
    /// A kind, and how many lines it has.
    Kind(Kind, usize),
    Line(usize),
}

const WIDTH: f32 = 900.0;
const ROW: f32 = 28.0;
/// From the left edge to the words that were found, so that they stand below one another.
const BEFORE: f32 = 230.0;
/// What is wrong takes no more room.
const MESSAGE: f32 = 380.0;

fn list_id() -> Id {
    Id::unique("what is not consistent")
}

impl LintDialog {
    /// The dialog is opened, at the line where it was left.
    pub fn begin(&mut self) {
        self.is_new = true;
    }

    pub fn show(&mut self, ctx: &Context, session: &Session, outbox: &mut Outbox) {
        let title = tr!("lint-title");
        let sheet = Sheet {
            title,
            width: WIDTH,
            is_at_top: false,
        };
        sheet.show_closable(ctx, outbox, |ui, outbox| {
            ui.spacing_mut().item_spacing.y = 6.0;
            let words = words_of(session);
            if words != self.said && session.lint().done().is_none() {
                announcements::say(ui.ctx(), words.clone());
                self.said.clone_from(&words);
            }
            let lines = session.lint().lines();
            self.chosen = self.chosen.min(lines.len().saturating_sub(1));
            self.show_list(ui, session, outbox);
            widgets::hairline(ui, 6.0);
            show_details(ui, lines.get(self.chosen));
            self.show_buttons(ui, session, outbox);
            show_work(ui, session, &words);
        });
    }

    fn show_list(&mut self, ui: &mut Ui, session: &Session, outbox: &mut Outbox) {
        let lint = session.lint();
        let rows = rows(session);
        let height = (list_height(ui.ctx()) - 90.0).max(4.0 * ROW);
        let rect = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), height));
        let is_moved = self.keyboard(ui, (rect, session), outbox);
        ui.spacing_mut().item_spacing.y = 0.0;
        let area = ScrollArea::vertical()
            .max_height(height)
            .min_scrolled_height(height)
            .auto_shrink(false);
        let count = lint.lines().len();
        lists::show_rows(
            ui,
            (list_id(), count),
            area,
            (ROW, rows.len()),
            |ui, shown| {
                let chosen = rows.iter().position(|row| *row == Row::Line(self.chosen));
                if let Some(chosen) = chosen.filter(|_| is_moved) {
                    // The heading above comes along with the first line.
                    let row = if self.chosen == 0 { 0 } else { chosen };
                    lists::scroll_to_row(ui, shown.start, row, ROW);
                }
                for row in rows.get(shown).unwrap_or_default() {
                    match *row {
                        Row::Kind(kind, count) => show_kind(ui, kind, count),
                        Row::Line(index) => {
                            if let Some(line) = lint.lines().get(index) {
                                self.show_line(ui, (index, line), outbox);
                            }
                        }
                    }
                }
            },
        );
        lists::paint_ring(ui, list_id(), rect);
    }

    /// Whether another line was chosen.
    fn keyboard(
        &mut self,
        ui: &Ui,
        (rect, session): (Rect, &Session),
        outbox: &mut Outbox,
    ) -> bool {
        let lines = session.lint().lines();
        let name = tr!("lint-list");
        if !lists::in_dialog(ui, rect, list_id(), name, &mut self.is_new) {
            return false;
        }
        if let Some(line) = lines.get(self.chosen) {
            for (key, deed) in DEEDS {
                if lists::pressed(ui, key) && deed.ready(session, line).is_ok() {
                    self.send(deed, line, outbox);
                }
            }
        }
        let step = lists::pressed_step(ui);
        let step = step.map(|step| step.from(Some(self.chosen), lines.len(), 10));
        match step {
            Some(Step::To(line)) => {
                self.chosen = line;
                true
            }
            _ => false,
        }
    }

    fn show_line(&mut self, ui: &mut Ui, (index, line): (usize, &LintLine), outbox: &mut Outbox) {
        let theme = Theme::of(ui.ctx());
        let is_chosen = index == self.chosen;
        let response = ui.allocate_response(vec2(ui.available_width(), ROW), Sense::CLICK);
        let context = context_of(line);
        let message = widgets::one_line(&line.finding.message);
        let spoken = match &context {
            Some(context) => format!("{}, {message}", context.spoken()),
            None => format!("{}, {message}", name_of(line)),
        };
        response.widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, true, &spoken));
        lists::place_row(list_id(), &response, index, is_chosen);
        lists::ground_of_row(ui, &response, is_chosen);
        let rect = response.rect;
        let ink = Ink::new(interface(size::SMALL), theme.quiet);
        let room = rect.width() - BEFORE - 120.0;
        let right = if let Some(context) = &context {
            let room = room.clamp(120.0, MESSAGE);
            context.paint(ui, rect, (BEFORE, room + 16.0), theme.text);
            room
        } else {
            let name = Ink::new(interface(size::INTERFACE), theme.text);
            let galley = widgets::lay_out(ui, &name_of(line), &name, BEFORE + 90.0, 1);
            widgets::paint_line(ui, galley, rect.left() + 10.0, rect.center().y);
            room
        };
        let galley = widgets::lay_out(ui, &message, &ink, right - 10.0, 1);
        let response = widgets::whole(response, &galley, &message);
        widgets::paint_line(ui, galley, rect.right() - right, rect.center().y);
        if response.double_clicked() {
            self.send(Deed::Go, line, outbox);
        } else if response.clicked() {
            self.chosen = index;
            self.is_new = true;
        }
    }

    fn show_buttons(&mut self, ui: &mut Ui, session: &Session, outbox: &mut Outbox) {
        let line = session.lint().lines().get(self.chosen);
        ui.add_space(6.0);
        ui.horizontal_wrapped(|ui| {
            for (key, deed) in DEEDS {
                let ready = match line {
                    Some(line) => deed.ready(session, line),
                    None => Err(tr!("lint-why-nothing")),
                };
                let press = Press::new(deed.words()).key(key.name());
                let press = press.enabled(ready.is_ok()).show(ui);
                let press = widgets::why_not(press, ready);
                if let Some(line) = line.filter(|_| press.clicked()) {
                    self.send(deed, line, outbox);
                    self.is_new = true;
                }
            }
            let close = Press::new(tr!("lint-close")).key("Escape");
            if close.show(ui).clicked() {
                outbox.send(Event::DialogClosed);
            }
        });
    }

    fn send(&self, deed: Deed, line: &LintLine, outbox: &mut Outbox) {
        let chosen = self.chosen;
        outbox.send(Event::Lint(match deed {
            Deed::Go => LintEvent::Chosen(chosen),
            Deed::Mend => LintEvent::Mended(chosen),
            Deed::Right => LintEvent::Right(chosen),
            Deed::MendAll => LintEvent::AllMended(line.finding.kind),
        }));
    }
}

/// What can be done with a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Deed {
    Go,
    Mend,
    Right,
    MendAll,
}

const DEEDS: [(Key, Deed); 4] = [
    (Key::Enter, Deed::Go),
    (Key::F, Deed::Mend),
    (Key::R, Deed::Right),
    (Key::A, Deed::MendAll),
];

impl Deed {
    fn words(self) -> &'static str {
        match self {
            Self::Go => tr!("lint-go"),
            Self::Mend => tr!("lint-mend"),
            Self::Right => tr!("lint-right"),
            Self::MendAll => tr!("lint-mend-all"),
        }
    }

    fn ready(self, session: &Session, line: &LintLine) -> Result<(), &'static str> {
        let finding = &line.finding;
        match self {
            Self::Go if line.article.is_none() => Err(tr!("lint-why-no-place")),
            Self::Mend if finding.repair.is_none() => Err(tr!("lint-why-no-mending")),
            Self::MendAll if !session.lint().can_mend(finding.kind) => {
                Err(tr!("lint-why-no-mending"))
            }
            _ => Ok(()),
        }
    }
}

fn rows(session: &Session) -> Vec<Row> {
    let groups = session.lint().groups().iter();
    let rows = groups.flat_map(|(kind, lines)| {
        let heading = Row::Kind(*kind, lines.len());
        std::iter::once(heading).chain(lines.clone().map(Row::Line))
    });
    rows.collect()
}

fn show_kind(ui: &mut Ui, kind: Kind, count: usize) {
    let theme = Theme::of(ui.ctx());
    let response = ui.allocate_response(vec2(ui.available_width(), ROW), Sense::hover());
    let title = tr!("lint-kind-counted", kind = kind.title(), count = count);
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &title));
    let rect = response.rect;
    let y = rect.center().y + 2.0;
    let ink = Ink::new(strong(size::INTERFACE), theme.text);
    let galley = widgets::line(ui, kind.title(), &ink);
    let right = rect.left() + 10.0 + galley.size().x;
    widgets::paint_line(ui, galley, rect.left() + 10.0, y);
    let ink = Ink::new(interface(size::SMALL), theme.quiet);
    let count = widgets::line(ui, &count.to_string(), &ink);
    widgets::paint_line(ui, count, right + 8.0, y);
}

fn context_of(line: &LintLine) -> Option<InContext> {
    let excerpt = line.article.as_ref()?.excerpt.as_ref()?;
    Some(InContext::of(&excerpt.text, excerpt.span))
}

/// The article, or what it is about where it is about all.
fn name_of(line: &LintLine) -> String {
    match &line.article {
        Some(article) => widgets::one_line(&article.name),
        None => tr!("lint-all-articles").to_owned(),
    }
}

/// The chosen line as a whole.
fn show_details(ui: &mut Ui, line: Option<&LintLine>) {
    let words = line.map_or_else(String::new, |line| {
        format!("{} · {}", line.finding.message, name_of(line))
    });
    let height = 2.0 * 18.0;
    ui.allocate_ui(vec2(ui.available_width(), height), |ui| {
        ui.set_min_height(height);
        widgets::quiet(ui, words);
    });
}

fn show_work(ui: &mut Ui, session: &Session, words: &str) {
    widgets::quiet(ui, words);
    if let Some(done) = session.lint().done() {
        let bar = egui::ProgressBar::new(done).desired_height(6.0);
        ui.add(bar).accessible_name(tr!("lint-checking"));
        let soon = std::time::Duration::from_millis(100);
        ui.ctx().request_repaint_after(soon);
    }
}

/// What came of the check, below the list.
fn words_of(session: &Session) -> String {
    let lint = session.lint();
    if lint.done().is_some() {
        return tr!("lint-checking").to_owned();
    }
    if let Some(failure) = lint.failure() {
        return failure.to_owned();
    }
    if !lint.is_done() {
        return tr!("lint-stopped").to_owned();
    }
    let (count, articles) = (lint.lines().len(), lint.articles());
    let found = tr!("lint-found", count = count, articles = articles);
    match lint.left_out() {
        [] => found,
        [why] => format!("{found} · {why}"),
        [why, rest @ ..] => {
            let more = tr!("lint-left-out-more", why = why, count = rest.len());
            format!("{found} · {more}")
        }
    }
}
