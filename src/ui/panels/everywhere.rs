//! The dialog of places where the same words stand: each in context with a check mark, the doubtful apart.

use eframe::egui;
use egui::{
    Context, CornerRadius, Id, Key, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

use crate::app::{
    Event, Everywhere, EverywhereEvent, EverywhereLine, EverywhereWork, Many, Scope, Session,
};
use crate::ui::Outbox;
use crate::ui::direction;
use crate::ui::panels::in_context::InContext;
use crate::ui::panels::sheet::{Sheet, buttons, list_height};
use crate::ui::panels::widgets::{self, Ink, Press};
use crate::ui::panels::{lists, switches};
use crate::ui::theme::{Theme, interface, size};
use copydesk_document::{Deed, Doubt, LabelId};
use copydesk_i18n::{in_sentence, tr};

#[derive(Default)]
pub struct EverywhereDialog {
    chosen: usize,
    is_new: bool,
}

const WIDTH: f32 = 820.0;
const ROW: f32 = 28.0;
/// From the left edge to the words, so that they stand below one another.
const BEFORE: f32 = 270.0;
const RIGHT: f32 = 190.0;

fn list_id() -> Id {
    Id::unique("places")
}

impl EverywhereDialog {
    pub fn new() -> Self {
        Self {
            chosen: 0,
            is_new: true,
        }
    }

    pub fn show(&mut self, ctx: &Context, session: &Session, outbox: &mut Outbox) {
        let Some(everywhere) = session.everywhere() else {
            return;
        };
        let title = title(session, everywhere);
        let sheet = Sheet {
            title: &title,
            width: WIDTH,
            is_at_top: false,
        };
        sheet.show_closable(ctx, outbox, |ui, outbox| {
            let is_sent = lists::pressed(ui, Key::Enter);
            self.is_new |= show_choices(ui, session, everywhere, outbox);
            match everywhere.work {
                Some(work) => {
                    show_work(ui, work);
                    // The list that comes has the keyboard again.
                    self.is_new = true;
                }
                None => self.show_list(ui, session, everywhere, outbox),
            }
            let ticked = match everywhere.work {
                Some(_) => 0,
                None => everywhere.ticked(),
            };
            let words = doing_words(everywhere, ticked);
            let presses = [
                Press::new(&words).key("Enter").enabled(ticked > 0),
                Press::new(tr!("sheet-cancel")).key("Escape"),
            ];
            let answer = buttons(ui, presses);
            if everywhere.work.is_none() {
                widgets::beside_buttons(ui, hint(session));
            }
            match answer {
                Some(1) => outbox.send(Event::DialogClosed),
                Some(_) => outbox.send(Event::Everywhere(EverywhereEvent::Done)),
                None if is_sent && ticked > 0 => {
                    outbox.send(Event::Everywhere(EverywhereEvent::Done));
                }
                None => {}
            }
        });
    }

    fn show_list(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        everywhere: &Everywhere,
        outbox: &mut Outbox,
    ) {
        let lines = &everywhere.lines;
        self.chosen = self.chosen.min(lines.len().saturating_sub(1));
        let rows = rows(everywhere);
        let height = (rows.len() as f32 * ROW).clamp(3.0 * ROW, list_height(ui.ctx()));
        let rect = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), height));
        let is_moved = self.keyboard(ui, rect, everywhere, outbox);
        ui.spacing_mut().item_spacing.y = 0.0;
        let area = ScrollArea::vertical()
            .max_height(height)
            .min_scrolled_height(height)
            .auto_shrink(false);
        lists::show_rows(
            ui,
            (list_id(), lines.len()),
            area,
            (ROW, rows.len()),
            |ui, shown| {
                let chosen = rows.iter().position(|row| *row == Row::Line(self.chosen));
                if let Some(chosen) = chosen.filter(|_| is_moved) {
                    lists::scroll_to_row(ui, shown.start, chosen, ROW);
                }
                for row in rows.get(shown).unwrap_or_default() {
                    match row {
                        Row::Doubtful => show_heading(ui),
                        Row::Line(index) => {
                            if let Some(line) = lines.get(*index) {
                                self.show_line(ui, session, (*index, line), outbox);
                            }
                        }
                    }
                }
            },
        );
        if lines.is_empty() {
            let words = match everywhere.what {
                Many::Words { .. } => tr!("everywhere-nowhere-else"),
                Many::Sure(_) => tr!("everywhere-none-sure"),
                Many::Repairs(_) => tr!("lint-nothing-to-repair"),
            };
            widgets::quiet(ui, words);
        }
        if everywhere.unlisted > 0 {
            widgets::quiet(ui, tr!("everywhere-more", count = everywhere.unlisted));
        }
        lists::paint_ring(ui, list_id(), rect);
    }

    /// Whether the chosen line has changed.
    fn keyboard(
        &mut self,
        ui: &Ui,
        rect: Rect,
        everywhere: &Everywhere,
        outbox: &mut Outbox,
    ) -> bool {
        if !lists::in_dialog(
            ui,
            rect,
            list_id(),
            tr!("everywhere-places"),
            &mut self.is_new,
        ) {
            return false;
        }
        if lists::pressed(ui, Key::Space)
            && let Some(line) = everywhere.lines.get(self.chosen)
        {
            tick(self.chosen, !line.is_ticked, outbox);
        }
        if lists::pressed(ui, Key::A) {
            let has_all = everywhere.ticked() == everywhere.lines.len();
            outbox.send(Event::Everywhere(EverywhereEvent::TickedAll(!has_all)));
        }
        let step = lists::pressed_step(ui);
        let step = step.map(|step| step.from(Some(self.chosen), everywhere.lines.len(), 10));
        match step {
            Some(lists::Step::To(line)) => {
                self.chosen = line;
                true
            }
            _ => false,
        }
    }

    fn show_line(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        (index, line): (usize, &EverywhereLine),
        outbox: &mut Outbox,
    ) {
        let row = session.row(line.row);
        let context = match (&line.excerpt, row.open) {
            (Some(excerpt), _) => InContext::of(&excerpt.text, excerpt.span),
            (None, Some(article)) => InContext::of(article.text(), line.span),
            (None, None) => return,
        };
        let theme = Theme::of(ui.ctx());
        let is_chosen = index == self.chosen;
        let response = ui.allocate_response(vec2(ui.available_width(), ROW), Sense::CLICK);
        let doubt = line.doubt.as_ref().map(|doubt| doubt_words(session, doubt));
        let place = context.spoken();
        let spoken = match &doubt {
            Some(doubt) => format!("{place}, {doubt}"),
            None => place,
        };
        response
            .widget_info(|| WidgetInfo::selected(Role::CheckBox, true, line.is_ticked, &spoken));
        lists::place_row(list_id(), &response, index, is_chosen);
        lists::ground_of_row(ui, &response, is_chosen);
        let rect = response.rect;
        paint_tick(ui, rect, line.is_ticked);
        let color = if line.is_ticked {
            theme.text
        } else {
            theme.quiet
        };
        context.paint(ui, rect, (BEFORE, RIGHT), color);
        let is_scoped = session.everywhere().map(|it| it.scope) != Some(Scope::ThisArticle);
        let title = is_scoped.then(|| widgets::one_line(&row.title()));
        let accepted = line
            .is_marked
            .then(|| tr!("everywhere-accepted").to_owned());
        let suggested = line.suggested.as_ref().map(|(label, confidence)| {
            tr!(
                "everywhere-suggested",
                label = label_words(session, label),
                percent = confidence.percent()
            )
        });
        let right = [accepted, suggested, doubt, title].into_iter().flatten();
        let right = right.collect::<Vec<_>>().join(" · ");
        let ink = Ink::new(interface(size::SMALL), theme.quiet);
        let galley = widgets::lay_out(ui, &right, &ink, RIGHT - 20.0, 1);
        let left = rect.right() - galley.size().x - 10.0;
        widgets::paint_line(ui, galley, left, rect.center().y);
        if response.clicked() {
            self.chosen = index;
            self.is_new = true;
            tick(index, !line.is_ticked, outbox);
        }
    }
}

fn tick(line: usize, is_ticked: bool, outbox: &mut Outbox) {
    outbox.send(Event::Everywhere(EverywhereEvent::Ticked {
        line,
        is_ticked,
    }));
}

/// What a row of the list shows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Row {
    Line(usize),
    /// The heading of the doubtful ones.
    Doubtful,
}

fn rows(everywhere: &Everywhere) -> Vec<Row> {
    let (plain, all) = (everywhere.plain(), everywhere.lines.len());
    let heading = (plain < all).then_some(Row::Doubtful);
    let lines = (0..plain).map(Row::Line);
    lines
        .chain(heading)
        .chain((plain..all).map(Row::Line))
        .collect()
}

fn show_heading(ui: &mut Ui) {
    let size = vec2(ui.available_width(), ROW);
    let layout = direction::forward(egui::Align::Center);
    ui.allocate_ui_with_layout(size, layout, |ui| {
        ui.set_min_height(ROW);
        ui.add_space(8.0);
        widgets::heading(ui, tr!("everywhere-doubtful"));
    });
}

fn label_words(session: &Session, id: &LabelId) -> String {
    let label = session.schema().label(id);
    label.map_or_else(|| id.to_string(), |label| in_sentence(&label.name))
}

fn title(session: &Session, everywhere: &Everywhere) -> String {
    let (deed, wanted) = match &everywhere.what {
        Many::Words { deed, wanted } => (deed, wanted),
        Many::Sure(at_least) => {
            return tr!("everywhere-title-sure", percent = at_least.percent());
        }
        Many::Repairs(repairs) => return tr!("lint-repair-title", kind = &repairs.title),
    };
    let label = label_words(session, deed.label());
    let words = crate::ui::panels::inspector::shortened_to(wanted.words(), 40);
    match deed {
        Deed::Mark(_) => tr!("everywhere-title-mark", words = words, label = label),
        Deed::Clear(_) => tr!("everywhere-title-clear", words = words, label = label),
    }
}

/// What the button does, and in how many articles of the folder.
fn doing_words(everywhere: &Everywhere, ticked: usize) -> String {
    let articles = match everywhere.scope {
        Scope::Folder if ticked > 0 => everywhere.ticked_articles(),
        _ => 0,
    };
    match &everywhere.what {
        Many::Words {
            deed: Deed::Mark(_),
            ..
        } => tr!("everywhere-mark", count = ticked, articles = articles),
        Many::Words { .. } => clearing_words(everywhere, articles),
        Many::Sure(_) => tr!("everywhere-accept", count = ticked, articles = articles),
        Many::Repairs(_) => tr!("lint-repair-count", count = ticked, articles = articles),
    }
}

/// What is read or written for it at the moment.
fn show_work(ui: &mut Ui, work: EverywhereWork) {
    let (words, done) = match work {
        EverywhereWork::Saving => (tr!("everywhere-saving"), 0.0),
        EverywhereWork::Looking { done, .. } => (tr!("everywhere-reading"), done),
        EverywhereWork::Doing { done, .. } => (tr!("everywhere-changing"), done),
    };
    ui.add_space(8.0);
    let percent = format!("{:.0}", done * 100.0);
    widgets::quiet(
        ui,
        tr!("everywhere-progress", work = words, percent = percent),
    );
    ui.add_space(4.0);
    let bar = egui::ProgressBar::new(done).desired_height(6.0);
    ui.add(bar).accessible_name(words);
    ui.ctx()
        .request_repaint_after(std::time::Duration::from_millis(100));
    ui.add_space(12.0);
}

/// “Reject 6, remove 5”.
fn clearing_words(everywhere: &Everywhere, articles: usize) -> String {
    let marks = everywhere.ticked_marks();
    match (everywhere.ticked() - marks, marks) {
        (rejected, 0) => tr!("everywhere-reject", count = rejected, articles = articles),
        (0, marks) => tr!("everywhere-remove", count = marks, articles = articles),
        (rejected, marks) => tr!(
            "everywhere-reject-remove",
            rejected = rejected,
            removed = marks,
            articles = articles
        ),
    }
}

/// Which articles, and how sure; whether anything else was chosen.
fn show_choices(
    ui: &mut Ui,
    session: &Session,
    everywhere: &Everywhere,
    outbox: &mut Outbox,
) -> bool {
    let scopes = scopes(session);
    let is_doing = matches!(everywhere.work, Some(EverywhereWork::Doing { .. }));
    if is_doing {
        return false;
    }
    let mut chosen = pressed_scope(ui, &scopes, everywhere.scope).map(EverywhereEvent::Scoped);
    ui.horizontal(|ui| {
        if scopes.len() > 1 {
            let is_on = |scope| scope == everywhere.scope;
            let choices: Vec<_> = scopes
                .iter()
                .map(|(scope, words)| ((*words).to_owned(), is_on(*scope)))
                .collect();
            let width = 150.0 * choices.len() as f32;
            let index = segments(ui, width, &choices);
            let scope = index.and_then(|index| scopes.get(index));
            chosen = chosen.or(scope.map(|(scope, _)| EverywhereEvent::Scoped(*scope)));
        }
        if let Many::Sure(at_least) = everywhere.what {
            ui.add_space(12.0);
            let choices = SURE.map(|percent| {
                let words = tr!("everywhere-percent", percent = percent);
                (words, percent == at_least.percent())
            });
            let index = segments(ui, 190.0, &choices);
            let percent = index.and_then(|index| SURE.get(index));
            chosen = chosen.or(percent.map(|percent| EverywhereEvent::AtLeast(*percent)));
        }
    });
    ui.add_space(6.0);
    if let Some(event) = chosen {
        outbox.send(Event::Everywhere(event));
    }
    chosen.is_some()
}

/// Which articles there are to choose from, the fewest first.
fn scopes(session: &Session) -> Vec<(Scope, &'static str)> {
    let open = session.articles().len() > 1;
    let folder = session.project().is_some();
    let all = [
        (true, Scope::ThisArticle, tr!("everywhere-this-article")),
        (open, Scope::OpenArticles, tr!("everywhere-open-articles")),
        (folder, Scope::Folder, tr!("everywhere-folder")),
    ];
    let there = all.into_iter().filter(|(is_there, ..)| *is_there);
    there.map(|(_, scope, words)| (scope, words)).collect()
}

/// More or fewer articles, as the arrow keys ask for; beyond the last comes the first.
fn pressed_scope(ui: &Ui, scopes: &[(Scope, &str)], now: Scope) -> Option<Scope> {
    let at = scopes.iter().position(|(scope, _)| *scope == now)?;
    let count = scopes.len();
    let to = if lists::pressed(ui, Key::ArrowRight) {
        at + 1
    } else if lists::pressed(ui, Key::ArrowLeft) {
        at + count - 1
    } else {
        return None;
    };
    let (scope, _) = scopes.get(to % count)?;
    (*scope != now).then_some(*scope)
}

fn hint(session: &Session) -> &'static str {
    if scopes(session).len() > 1 {
        tr!("everywhere-hint-scopes")
    } else {
        tr!("everywhere-hint")
    }
}

/// How sure a suggestion may be asked to be, in percent.
const SURE: [u8; 3] = [90, 95, 99];

fn segments(ui: &mut Ui, width: f32, choices: &[(String, bool)]) -> Option<usize> {
    let shown = ui.scope(|ui| {
        ui.set_max_width(width);
        switches::segments(ui, choices)
    });
    shown.inner
}

fn paint_tick(ui: &Ui, row: Rect, is_ticked: bool) {
    let theme = Theme::of(ui.ctx());
    let center = pos2(row.left() + 16.0, row.center().y);
    let square = Rect::from_center_size(center, vec2(15.0, 15.0));
    let round = CornerRadius::same(3);
    if is_ticked {
        ui.painter().rect_filled(square, round, theme.text);
        widgets::paint_check(ui, center, theme.raised);
    } else {
        let stroke = Stroke::new(1.2, theme.quiet);
        ui.painter()
            .rect_stroke(square, round, stroke, StrokeKind::Inside);
    }
}

fn doubt_words(session: &Session, doubt: &Doubt) -> String {
    match doubt {
        Doubt::OtherLabel(id) => tr!("everywhere-now", label = label_words(session, id)),
        Doubt::InLonger(words) => tr!("everywhere-part-of", words = widgets::one_line(words)),
        Doubt::Case => tr!("everywhere-small-letters").to_owned(),
        Doubt::SharedSurname(name) => tr!("everywhere-or-name", name = name),
        Doubt::Rejected => tr!("everywhere-rejected-before").to_owned(),
    }
}
