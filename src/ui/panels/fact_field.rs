//! Where a fact of the focused span is typed: in its row of the details, or beside the span where those
//! are hidden.

use eframe::egui;
use egui::{Area, Context, Id, Order, Ui, pos2, vec2};

use crate::app::{Fact, OpenArticle, Session};
use crate::ui::Outbox;
use crate::ui::article::{ArticlePlace, card};
use crate::ui::panels::fact_entry::FactEntry;
use crate::ui::panels::widgets;
use crate::ui::theme::Theme;

/// At most one is open. It saves when it is left, except by Escape.
#[derive(Default)]
pub struct FactField {
    wanted: Option<Fact>,
    open: Option<FactEntry>,
    /// So many were opened. Each has an id of its own, so that Undo in one never brings up what was typed
    /// in another.
    opened: usize,
    is_in_row: bool,
}

fn id_of(opened: usize) -> Id {
    Id::unique(("fact", opened))
}

impl FactField {
    /// Gives the keyboard to the field for `fact` at once, so that no letter is taken for a command.
    pub fn ask(&mut self, ctx: &Context, fact: Fact) {
        self.wanted = Some(fact);
        ctx.memory_mut(|memory| memory.request_focus(id_of(self.opened + 1)));
    }

    /// Opens the field that was asked for. One whose span is no longer focused is left.
    pub fn begin(&mut self, ctx: &Context, session: &Session, outbox: &mut Outbox) {
        self.is_in_row = false;
        let article = session.article();
        let is_left = |open: &FactEntry| {
            let is_there = |article: &OpenArticle| open.is_about(article);
            let is_in_front = session.dialog().is_none();
            self.wanted.is_some() || !is_in_front || !article.is_some_and(is_there)
        };
        if self.open.as_ref().is_some_and(is_left) {
            self.save_typed(session, outbox);
            self.open = None;
        }
        let Some(fact) = self.wanted.take() else {
            return;
        };
        self.opened += 1;
        let id = id_of(self.opened);
        self.open = article.and_then(|article| FactEntry::new(article, fact, id));
        if self.open.is_none() {
            ctx.memory_mut(|memory| memory.surrender_focus(id));
        }
    }

    pub fn id(&self) -> Option<Id> {
        let asked = self.wanted.map(|_| id_of(self.opened + 1));
        asked.or(self.open.as_ref().map(|open| open.id))
    }

    /// Whether the row of `fact` is the field.
    pub fn is_open_for(&self, fact: Fact) -> bool {
        self.open
            .as_ref()
            .is_some_and(|open| open.words.fact == fact)
    }

    /// Saves what is half-typed and stays open.
    pub fn save_typed(&mut self, session: &Session, outbox: &mut Outbox) {
        let Some(open) = &mut self.open else { return };
        let is_same = |article: &OpenArticle| article.id == open.article;
        if session.article().is_some_and(is_same) {
            open.send(outbox);
        }
    }

    /// In the row of its fact.
    pub fn show_in_row(&mut self, ui: &mut Ui, outbox: &mut Outbox) {
        self.is_in_row = true;
        self.show(ui, outbox);
    }

    /// At the focused span, where no row shows it.
    pub fn show_beside(&mut self, ctx: &Context, place: &ArticlePlace, outbox: &mut Outbox) {
        let Some(open) = self.open.as_ref().filter(|_| !self.is_in_row) else {
            return;
        };
        let title = open.words.title().to_owned();
        let id = Id::unique("fact beside its span");
        let known = ctx.memory(|memory| memory.area_rect(id));
        let height = known.map_or(90.0, |rect| rect.height());
        let middle = place.rect;
        let width = card::WIDTH.min(middle.width() - 24.0);
        let at = place.focused_lines.map_or_else(
            || pos2(middle.left() + 12.0, middle.bottom() - height - 12.0),
            |[first, last]| card::place(middle, &first, &last, vec2(width, height)),
        );
        Area::new(id)
            .order(Order::Foreground)
            .fixed_pos(at)
            .show(ctx, |ui| {
                card::frame(&Theme::of(ctx)).show(ui, |ui| {
                    ui.set_width(width - 28.0);
                    ui.spacing_mut().item_spacing = vec2(6.0, 5.0);
                    widgets::heading(ui, &title);
                    self.show(ui, outbox);
                });
            });
    }

    fn show(&mut self, ui: &mut Ui, outbox: &mut Outbox) {
        let is_left = |entry: &mut FactEntry| entry.show(ui, outbox);
        if self.open.as_mut().is_some_and(is_left) {
            self.open = None;
        }
    }
}
