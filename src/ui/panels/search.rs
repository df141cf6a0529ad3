//! The dialog that finds words in all articles: a field, and the places by article in context.

use eframe::egui;
use egui::{Context, Id, Key, Rect, Response, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};

use crate::app::{Event, SearchCounts, SearchEvent, SearchHit, SearchWithin, Session};
use crate::ui::Outbox;
use crate::ui::announcements;
use crate::ui::panels::in_context::InContext;
use crate::ui::panels::lists::{self, Step};
use crate::ui::panels::sheet::{Sheet, list_height};
use crate::ui::panels::switches;
use crate::ui::panels::widgets::{self, Ink, Pill};
use crate::ui::theme::{Theme, interface, size, strong};
use copydesk_i18n::tr;

#[derive(Default)]
pub struct SearchDialog {
    words: String,
    within: SearchWithin,
    /// The index of a hit.
    chosen: usize,
    is_new: bool,
    /// What came of the search, as a screen reader last heard it.
    said: String,
}

/// A row of the list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Row {
    /// The first hit of an article, and how many it has.
    Article(usize, usize),
    Hit(usize),
}

const WIDTH: f32 = 860.0;
const ROW: f32 = 28.0;
/// From the left edge to the words that were found, so that they stand below one another.
const BEFORE: f32 = 290.0;
const RIGHT: f32 = 100.0;
/// A file's name takes no more room.
const FILE: f32 = 260.0;

fn field_id() -> Id {
    Id::unique("find in all articles")
}

fn list_id() -> Id {
    Id::unique("places in all articles")
}

impl SearchDialog {
    /// Goes on with the last search.
    pub fn of(session: &Session) -> Self {
        let search = session.search();
        Self {
            words: search.words.clone(),
            within: search.within.clone(),
            chosen: 0,
            is_new: true,
            said: words_of(session),
        }
    }

    pub fn show(&mut self, ctx: &Context, session: &Session, outbox: &mut Outbox) {
        let sheet = Sheet {
            title: tr!("search-title"),
            width: WIDTH,
            is_at_top: true,
        };
        sheet.show_closable(ctx, outbox, |ui, outbox| {
            ui.spacing_mut().item_spacing.y = 6.0;
            let rows = rows(session);
            let is_moved = self.keyboard(ui, session, &rows, outbox);
            self.show_field(ui, outbox);
            self.show_choices(ui, session, outbox);
            self.show_rows(ui, session, (&rows, is_moved), outbox);
            let words = words_of(session);
            if words != self.said && !session.search().is_running() {
                announcements::say(ui.ctx(), words.clone());
                self.said.clone_from(&words);
            }
            widgets::quiet(ui, words);
        });
    }

    /// Whether another hit was chosen.
    fn keyboard(&mut self, ui: &Ui, session: &Session, rows: &[Row], outbox: &mut Outbox) -> bool {
        let hits = session.search().hits().len();
        self.chosen = self.chosen.min(hits.saturating_sub(1));
        let focused = ui.memory(egui::Memory::focused);
        // A switch that has the keyboard takes the Enter key itself.
        let is_free = focused.is_none_or(|focused| focused == field_id());
        if is_free && hits > 0 && lists::pressed(ui, Key::Enter) {
            go_to(self.chosen, outbox);
        }
        let page = rows.len().min(12);
        let step = lists::pressed_step(ui).map(|step| step.from(Some(self.chosen), hits, page));
        match step {
            Some(Step::To(hit)) => {
                self.chosen = hit;
                if let Some(found) = session.search().hits().get(hit) {
                    lists::say_chosen(ui, &hit_words(session, found), hit, hits);
                }
                true
            }
            _ => false,
        }
    }

    fn show_field(&mut self, ui: &mut Ui, outbox: &mut Outbox) {
        if self.is_new {
            widgets::select_all(ui, field_id(), &self.words);
        }
        let field = widgets::field(&mut self.words, field_id(), tr!("search-hint"))
            .font(interface(15.0))
            .margin(egui::Margin::symmetric(10, 8));
        let response = ui.add(field).accessible_name(tr!("search-title"));
        if response.changed() {
            self.send(outbox);
        }
        if std::mem::take(&mut self.is_new) {
            response.request_focus();
        }
    }

    /// Whether the whole text is searched or only its annotations, and of which label.
    fn show_choices(&mut self, ui: &mut Ui, session: &Session, outbox: &mut Outbox) {
        let is_within = matches!(self.within, SearchWithin::Annotations(_));
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            let choices = [
                (tr!("search-whole-text").to_owned(), !is_within),
                (tr!("search-annotations").to_owned(), is_within),
            ];
            let clicked = ui.scope(|ui| {
                ui.set_max_width(220.0);
                switches::segments(ui, &choices)
            });
            match clicked.inner {
                Some(0) => self.choose(SearchWithin::Text, outbox),
                Some(_) => self.choose(SearchWithin::Annotations(None), outbox),
                None => {}
            }
            if let SearchWithin::Annotations(only) = self.within.clone() {
                for label in session.schema().labels() {
                    let is_on = only.as_ref() == Some(&label.id);
                    if switches::swatch(ui, label, &label.plural, is_on).clicked() {
                        let only = (!is_on).then(|| label.id.clone());
                        self.choose(SearchWithin::Annotations(only), outbox);
                    }
                }
            }
        });
    }

    fn choose(&mut self, within: SearchWithin, outbox: &mut Outbox) {
        self.within = within;
        self.send(outbox);
    }

    fn send(&mut self, outbox: &mut Outbox) {
        self.chosen = 0;
        outbox.send(Event::Search(SearchEvent::Wanted {
            words: self.words.clone(),
            within: self.within.clone(),
        }));
    }

    fn show_rows(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        (rows, is_moved): (&[Row], bool),
        outbox: &mut Outbox,
    ) {
        let height = list_height(ui.ctx()) - 40.0;
        let rect = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), height));
        let list = ui.interact(rect, list_id(), Sense::hover());
        list.widget_info(|| WidgetInfo::labeled(Role::ListBox, true, tr!("search-places")));
        ui.spacing_mut().item_spacing.y = 0.0;
        let area = ScrollArea::vertical()
            .max_height(height)
            .min_scrolled_height(height)
            .auto_shrink(false);
        lists::show_rows(
            ui,
            (list_id(), session.search().hits().len()),
            area,
            (ROW, rows.len()),
            |ui, shown| {
                let chosen = rows.iter().position(|row| *row == Row::Hit(self.chosen));
                if let Some(chosen) = chosen.filter(|_| is_moved) {
                    // The name of the article above comes along with its first place.
                    let is_first = chosen == 1 || self.chosen == 0;
                    let row = if is_first { 0 } else { chosen };
                    lists::scroll_to_row(ui, shown.start, row, ROW);
                }
                for row in rows.get(shown).unwrap_or_default() {
                    match *row {
                        Row::Article(first, count) => show_article(ui, session, first, count),
                        Row::Hit(index) => {
                            if self.show_hit(ui, session, index) {
                                go_to(index, outbox);
                            }
                        }
                    }
                }
            },
        );
    }

    /// Whether the hit with this index was clicked.
    fn show_hit(&self, ui: &mut Ui, session: &Session, index: usize) -> bool {
        let Some(hit) = session.search().hits().get(index) else {
            return false;
        };
        let is_chosen = index == self.chosen;
        let row = show_hit(ui, session, hit, is_chosen);
        lists::place_row(list_id(), &row, index, is_chosen);
        row.clicked()
    }
}

fn go_to(hit: usize, outbox: &mut Outbox) {
    outbox.send(Event::Search(SearchEvent::HitChosen(hit)));
}

fn rows(session: &Session) -> Vec<Row> {
    let search = session.search();
    let groups = search.groups().iter();
    let rows = groups.flat_map(|group| {
        let heading = Row::Article(group.start, group.len());
        std::iter::once(heading).chain(group.clone().map(Row::Hit))
    });
    rows.collect()
}

fn show_article(ui: &mut Ui, session: &Session, first: usize, count: usize) {
    let Some(hit) = session.search().hits().get(first) else {
        return;
    };
    let theme = Theme::of(ui.ctx());
    let title = widgets::one_line(&session.title_of_place(&hit.place));
    let response = ui.allocate_response(vec2(ui.available_width(), ROW), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &title));
    let rect = response.rect;
    let y = rect.center().y + 2.0;
    let ink = Ink::new(interface(size::SMALL), theme.quiet);
    let file_words = session.file_of_place(&hit.place).unwrap_or_default();
    let file = widgets::lay_out(ui, &file_words, &ink, FILE, 1);
    let is_file_cut = file.elided;
    let file_left = rect.right() - file.size().x - 14.0;
    widgets::paint_line(ui, file, file_left, y);
    let strong = Ink::new(strong(size::INTERFACE), theme.text);
    let width = file_left - rect.left() - 60.0;
    let title_words = title;
    let title = widgets::lay_out(ui, &title_words, &strong, width, 1);
    if title.elided || is_file_cut {
        response.on_hover_text(format!("{title_words}\n{file_words}"));
    }
    let title_right = rect.left() + 10.0 + title.size().x;
    widgets::paint_line(ui, title, rect.left() + 10.0, y);
    let count = widgets::line(ui, &count.to_string(), &ink);
    widgets::paint_line(ui, count, title_right + 8.0, y);
}

fn context_of(hit: &SearchHit) -> InContext {
    InContext {
        before: hit.before.clone(),
        words: hit.words.clone(),
        after: hit.after.clone(),
    }
}

/// As a screen reader hears it.
fn hit_words(session: &Session, hit: &SearchHit) -> String {
    let place = context_of(hit).spoken();
    let label = hit.label.as_ref();
    match label.and_then(|label| session.schema().label(label)) {
        Some(label) => format!("{place}, {}", label.name),
        None => place,
    }
}

fn show_hit(ui: &mut Ui, session: &Session, hit: &SearchHit, is_chosen: bool) -> Response {
    let theme = Theme::of(ui.ctx());
    let response = ui.allocate_response(vec2(ui.available_width(), ROW), Sense::CLICK);
    let label = hit.label.as_ref();
    let label = label.and_then(|label| session.schema().label(label));
    let context = context_of(hit);
    response
        .widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, true, hit_words(session, hit)));
    let ground = lists::ground_of_row(ui, &response, is_chosen);
    let rect = response.rect;
    context.paint(ui, rect, (BEFORE, RIGHT), theme.text);
    if let Some(label) = label {
        let pill = Pill::new(ui, label, ground);
        let center = rect.right_center() - vec2(10.0 + pill.size.x / 2.0, 0.0);
        let pill_rect = Rect::from_center_size(center, pill.size);
        pill.paint(ui, pill_rect);
    }
    response
}

/// What came of the search, below the list.
fn words_of(session: &Session) -> String {
    let search = session.search();
    let counts = match search.counts() {
        Some(Ok(counts)) => counts,
        Some(Err(message)) => return message.clone(),
        None if search.is_running() => return tr!("search-running").to_owned(),
        None => return tr!("search-how").to_owned(),
    };
    let mut parts = vec![found_words(counts, search.hits().len())];
    if counts.unread_formats > 0 {
        parts.push(tr!("search-other-formats", count = counts.unread_formats));
    }
    match counts.problems.as_slice() {
        [] => {}
        [problem] => parts.push(problem.clone()),
        [first, rest @ ..] => parts.push(tr!(
            "search-more-problems",
            problem = first,
            count = rest.len()
        )),
    }
    parts.join(" · ")
}

fn found_words(counts: &SearchCounts, listed: usize) -> String {
    if counts.hits == 0 {
        return tr!("search-nothing", articles = counts.searched);
    }
    if listed < counts.hits {
        return tr!(
            "search-found-first",
            places = counts.hits,
            found = counts.articles,
            articles = counts.searched,
            listed = listed
        );
    }
    tr!(
        "search-found",
        places = counts.hits,
        found = counts.articles,
        articles = counts.searched
    )
}
