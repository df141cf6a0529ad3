//! Everything around the article: menus, lists, status, dialogs.

mod about;
mod activity;
mod activity_plots;
mod agreement;
pub mod article_choices;
mod articles;
mod banner;
mod chosen;
mod command_match;
mod comparing;
mod confirm;
mod conflicts;
pub mod context_menu;
mod dialogs;
mod dictionaries;
mod dictionary_file;
mod difference_card;
mod difference_words;
mod everywhere;
mod export;
mod fact_entry;
mod fact_field;
mod fact_words;
mod facts;
mod figure_plots;
mod figure_table;
pub mod filters;
pub mod find;
mod guidelines;
mod import;
mod in_context;
mod inspector;
mod lint;
mod lists;
mod markdown;
mod menu_bar;
mod notices;
mod pages;
mod palette;
mod panes;
mod path_prompt;
mod plots;
mod preview;
mod problems;
mod report;
pub mod review;
mod search;
mod settings;
pub mod sheet;
mod speakers;
mod start;
mod start_picture;
mod statistics;
pub mod status;
mod switches;
mod tour;
mod versions;
pub mod widgets;
mod working;

use eframe::egui;
use egui::Id;

use crate::app::{self, Event, Room, Session, ViewRequest};
use crate::ui::Outbox;
use crate::ui::article::{ArticlePlace, article_id};

/// Half-typed words and scroll positions of all panels.
#[derive(Default)]
pub struct Panels {
    menu: menu_bar::MenuBar,
    status: status::StatusBar,
    articles: articles::Articles,
    review: review::Review,
    differences: comparing::Differences,
    guidelines: guidelines::GuidelinesPane,
    find: find::FindBar,
    dialogs: dialogs::Dialogs,
    notices: notices::NoticeCards,
    start: start::StartPage,
    sizes: panes::Panes,
    /// The widget to focus in the next frame.
    wanted: Option<Id>,
    /// What had the keyboard before a dialog opened.
    before_dialog: Option<Id>,
    /// What gets the keyboard back in the next frame.
    returning: Option<Id>,
    /// The panes that can have keyboard focus, as last drawn.
    panes: Vec<Pane>,
}

/// A pane: the widget that is focused on entering it, and a field that belongs to it.
struct Pane {
    id: Id,
    field: Option<Id>,
}

/// Below this width there is room for one pane …
const NARROW: f32 = 1000.0;
/// … and below this one for none.
const VERY_NARROW: f32 = 560.0;

impl Panels {
    /// Menu bar, status bar, article list, review list with inspector, guidelines, tour, find bar.
    pub fn show_around(&mut self, ui: &mut egui::Ui, session: &Session, outbox: &mut Outbox) {
        self.give_keyboard(ui.ctx(), session);
        self.review.fact_field().begin(ui.ctx(), session, outbox);
        self.start.begin(ui.ctx());
        let width = ui.available_width();
        let room = room_in(width);
        if room != session.room() {
            outbox.send(Event::RoomChanged(room));
        }
        self.sizes.begin(session, width);
        self.menu.show(ui, session, outbox);
        self.status.show(ui, session, outbox);
        self.panes = vec![Pane::new(article_id(), None)];
        if let Some(article) = session.article() {
            if session.shows(app::Pane::Review) {
                let field = self.show_review(ui, session, article, outbox);
                self.panes.push(Pane::new(review::list_id(), Some(field)));
            }
            if session.shows(app::Pane::Guidelines) {
                let panes = &mut self.sizes;
                self.guidelines.show(ui, panes, session, outbox);
                self.panes.push(Pane::new(guidelines::pane_id(), None));
            }
            if session.shows(app::Pane::Articles) {
                self.articles.show(ui, &mut self.sizes, session, outbox);
                let pane = Pane::new(articles::list_id(), Some(article_choices::filter_id()));
                self.panes.push(pane);
            }
            if let Some(first) = tour::show(ui, session, article, outbox) {
                self.panes.insert(1, Pane::new(first, None));
            }
            banner::show(ui, article, outbox);
            self.find.show(ui, session, article, outbox);
        }
        self.panes
            .extend(self.menu.first().map(|id| Pane::new(id, None)));
    }

    /// The review list, or the differences while versions are compared; the field that belongs to it.
    fn show_review(
        &mut self,
        ui: &mut egui::Ui,
        session: &Session,
        article: &app::OpenArticle,
        outbox: &mut Outbox,
    ) -> Id {
        if article.comparing().is_none() {
            self.review.show(ui, &mut self.sizes, session, outbox);
            return filters::words_id();
        }
        let parts = (&mut self.sizes, self.review.inspector());
        self.differences.show(ui, parts, session, outbox);
        difference_card::reason_id()
    }

    /// The start page, while no article is open.
    pub fn show_empty(&mut self, ui: &mut egui::Ui, session: &Session, outbox: &mut Outbox) {
        self.start.show(ui, session, outbox);
    }

    /// Dialogs, palette and notices.
    pub fn show_in_front(
        &mut self,
        ui: &mut egui::Ui,
        place: &ArticlePlace,
        session: &Session,
        outbox: &mut Outbox,
    ) {
        self.sizes.show_edges(ui, session, outbox);
        self.notices.show(ui, place.rect, session, outbox);
        let field = self.review.fact_field();
        field.show_beside(ui.ctx(), place, outbox);
        self.dialogs.show(ui.ctx(), session, outbox);
        start::show_drop(ui);
    }

    /// The field in which a fact is being typed, if there is one.
    pub fn typing(&self) -> Option<Id> {
        self.review.typing()
    }

    /// Saves what is half-typed, before a command that may lead away from it.
    pub fn save_typed(&mut self, session: &Session, outbox: &mut Outbox) {
        self.review.fact_field().save_typed(session, outbox);
        self.differences.save_typed(session, outbox);
    }

    /// Moves keyboard focus as `request` asks.
    pub fn request(&mut self, ctx: &egui::Context, request: ViewRequest) {
        match request {
            ViewRequest::FocusFind => {
                self.find.open();
                self.wanted = Some(find::field_id());
            }
            ViewRequest::FocusReason => self.wanted = Some(difference_card::reason_id()),
            ViewRequest::EditFact(fact) => self.review.fact_field().ask(ctx, fact),
            ViewRequest::NextPane => self.wanted = self.other_pane(ctx, 1),
            ViewRequest::PreviousPane => {
                self.wanted = self.other_pane(ctx, self.panes.len().saturating_sub(1));
            }
            ViewRequest::Move { .. }
            | ViewRequest::Reveal { .. }
            | ViewRequest::Turn { .. }
            | ViewRequest::ScrollBy(_) => {}
        }
    }

    /// Focuses the widget that was asked for, or the pane that had the keyboard once a dialog has closed.
    fn give_keyboard(&mut self, ctx: &egui::Context, session: &Session) {
        if session.dialog().is_none() && !self.dialogs.has_closed(session) {
            self.before_dialog = ctx.memory(egui::Memory::focused);
        }
        let holds = |id: &Id| self.panes.iter().any(|pane| pane.holds(*id));
        let back = self.before_dialog.filter(holds).unwrap_or_else(article_id);
        let is_closed = self.dialogs.has_closed(session) && session.article().is_some();
        let back = is_closed.then_some(back);
        // In the frame in which a dialog closes, nothing below it can have the keyboard yet.
        let again = std::mem::replace(&mut self.returning, back);
        if let Some(id) = self.wanted.take().or(back).or(again) {
            ctx.memory_mut(|memory| memory.request_focus(id));
        }
    }

    fn other_pane(&self, ctx: &egui::Context, step: usize) -> Option<Id> {
        let focused = ctx.memory(egui::Memory::focused);
        let here = self
            .panes
            .iter()
            .position(|pane| focused.is_some_and(|focused| pane.holds(focused)))
            .unwrap_or(0);
        let pane = self
            .panes
            .get((here + step).checked_rem(self.panes.len())?)?;
        Some(pane.id)
    }
}

/// What a window of this width has room for.
fn room_in(width: f32) -> Room {
    if width >= NARROW {
        Room::All
    } else if width >= VERY_NARROW {
        Room::One
    } else {
        Room::None
    }
}

impl Pane {
    fn new(id: Id, field: Option<Id>) -> Self {
        Self { id, field }
    }

    fn holds(&self, focused: Id) -> bool {
        self.id == focused || self.field == Some(focused)
    }
}
