//! The window: draws the session and puts what the user does into an outbox.

mod announcements;
mod article;
mod direction;
mod keyboard;
mod panels;
pub mod theme;

use eframe::egui;

use crate::app::{Event, Session, ViewRequest};

/// Makes a window ready for what is drawn and typed in it. Called once, at the start.
pub fn install(ctx: &egui::Context) {
    theme::install(ctx);
    ctx.add_plugin(keyboard::Composing::default());
}

/// What lives only as long as the window: scroll positions, half-typed words.
#[derive(Default)]
pub struct Ui {
    article: article::ArticleView,
    panels: panels::Panels,
    /// How the window is drawn.
    look: theme::Look,
    announcements: announcements::Announcements,
}

/// What the user did while the window was drawn. Outlives egui's passes; drained once a frame.
#[derive(Debug, Default)]
pub struct Outbox {
    events: Vec<Event>,
}

impl Outbox {
    pub fn send(&mut self, event: Event) {
        self.events.push(event);
    }

    /// What was sent since the last frame.
    fn events(&self) -> &[Event] {
        &self.events
    }

    pub fn take(&mut self) -> Vec<Event> {
        std::mem::take(&mut self.events)
    }
}

impl Ui {
    /// Draws the whole window.
    pub fn show(&mut self, ui: &mut egui::Ui, session: &Session, outbox: &mut Outbox) {
        let look = theme::Look::of(session.preferences());
        if look != self.look {
            theme::adopt(ui.ctx(), look, self.look);
            self.look = look;
        }
        self.send_commands(ui.ctx(), session, outbox);
        self.panels.show_around(ui, session, outbox);
        let frame = egui::Frame::new().fill(theme::Theme::of(ui.ctx()).paper);
        let middle =
            egui::CentralPanel::default()
                .frame(frame)
                .show(ui, |ui| match session.article() {
                    Some(article) => {
                        self.article.shows_card = self.panels.typing().is_none();
                        self.article.show(ui, session, article, outbox);
                    }
                    None => self.panels.show_empty(ui, session, outbox),
                });
        let place = self.article.place(middle.response.rect);
        self.panels.show_in_front(ui, &place, session, outbox);
        self.announcements.show(ui.ctx(), session, outbox);
    }

    /// What is half-typed is saved before a command or the end of the window leads away from it.
    fn send_commands(&mut self, ctx: &egui::Context, session: &Session, outbox: &mut Outbox) {
        let mut commands = Outbox::default();
        let typing = self.panels.typing();
        keyboard::send_commands(ctx, session, article::article_id(), typing, &mut commands);
        let is_closing = ctx.input(|input| input.viewport().close_requested());
        if is_closing || !commands.events.is_empty() {
            self.panels.save_typed(session, outbox);
        }
        outbox.events.append(&mut commands.events);
    }

    /// Does what only the layout can do.
    pub fn request(&mut self, ctx: &egui::Context, request: ViewRequest) {
        match request {
            ViewRequest::Move { .. }
            | ViewRequest::Reveal { .. }
            | ViewRequest::Turn { .. }
            | ViewRequest::ScrollBy(_) => {
                self.article.request(request);
            }
            ViewRequest::FocusFind
            | ViewRequest::FocusReason
            | ViewRequest::EditFact(_)
            | ViewRequest::NextPane
            | ViewRequest::PreviousPane => {
                self.panels.request(ctx, request);
            }
        }
        ctx.request_repaint();
    }
}
