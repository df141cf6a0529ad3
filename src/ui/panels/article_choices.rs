//! Above the article list: which articles are listed, and in which order.

use eframe::egui;
use egui::{ComboBox, Id, PointerButton, RichText, Ui, vec2};

use crate::app::{ArticleFilter, ArticleOrder, Event, Only, ProjectEvent, RowId, Session};
use crate::ui::Outbox;
use crate::ui::panels::{switches, widgets};
use crate::ui::theme::size;
use copydesk_i18n::tr;

/// The words that are typed, and the session's when they last agreed.
#[derive(Default)]
pub struct ArticleChoices {
    words: String,
    seen: String,
    is_order_open: bool,
}

pub fn filter_id() -> Id {
    Id::unique("filter of articles")
}

impl ArticleChoices {
    /// Enter in the filter goes to `first`, the first article that is listed.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        first: Option<RowId>,
        session: &Session,
        outbox: &mut Outbox,
    ) {
        self.show_words(ui, first, session, outbox);
        ui.add_space(6.0);
        ui.spacing_mut().item_spacing = vec2(4.0, 5.0);
        show_states(ui, session, outbox);
        self.show_order(ui, session, outbox);
    }

    fn show_words(
        &mut self,
        ui: &mut Ui,
        first: Option<RowId>,
        session: &Session,
        outbox: &mut Outbox,
    ) {
        let filter = session.article_filter();
        if self.seen != filter.words {
            self.seen.clone_from(&filter.words);
            self.words.clone_from(&filter.words);
        }
        let field = widgets::field(&mut self.words, filter_id(), tr!("articles-filter-hint"));
        let response = ui.add(field).accessible_name(tr!("articles-filter"));
        if response.changed() {
            let words = self.words.clone();
            let filter = filter.clone();
            outbox.send(Event::ArticlesFiltered(ArticleFilter { words, ..filter }));
        }
        let is_entered = ui.input(|input| input.key_pressed(egui::Key::Enter));
        let first = first.filter(|_| !self.words.is_empty());
        if response.lost_focus()
            && is_entered
            && let Some(first) = first
        {
            outbox.send(Event::Project(ProjectEvent::Chosen(first)));
        }
    }

    /// A menu of the orders. Opened by a key it is walked by keys, and gives the keyboard back.
    fn show_order(&mut self, ui: &mut Ui, session: &Session, outbox: &mut Outbox) {
        let current = session.article_order();
        let was_open = std::mem::take(&mut self.is_order_open);
        let menu = ComboBox::from_id_salt("order of articles")
            .width(ui.available_width())
            .selected_text(RichText::new(current.name()).size(size::SMALL))
            .icon(switches::paint_chevron)
            .show_ui(ui, |ui| {
                let mut is_chosen_by_key = false;
                for order in ArticleOrder::ALL {
                    let entry = ui.selectable_label(order == current, order.name());
                    if order == current && !was_open {
                        entry.request_focus();
                    }
                    if entry.clicked() {
                        outbox.send(Event::ArticlesOrdered(order));
                        is_chosen_by_key = !entry.clicked_by(PointerButton::Primary);
                        ui.close();
                    }
                }
                is_chosen_by_key
            });
        self.is_order_open = menu.inner.is_some();
        if menu.inner == Some(true) {
            menu.response.request_focus();
        }
        menu.response
            .accessible_name(tr!("articles-order"))
            .on_hover_text(tr!("articles-order-about"));
    }
}

fn show_states(ui: &mut Ui, session: &Session, outbox: &mut Outbox) {
    let filter = session.article_filter();
    ui.horizontal_wrapped(|ui| {
        for only in Only::ALL.into_iter().filter(|only| session.offers(*only)) {
            let is_on = filter.only == Some(only);
            let chip = widgets::chip(ui, only.name(), is_on);
            let hint = if is_on {
                tr!("articles-list-all")
            } else {
                tr!("articles-list-only")
            };
            if chip.on_hover_text(hint).clicked() {
                let only = (!is_on).then_some(only);
                let filter = filter.clone();
                outbox.send(Event::ArticlesFiltered(ArticleFilter { only, ..filter }));
            }
        }
    });
}
