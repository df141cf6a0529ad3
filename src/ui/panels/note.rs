//! The dialog for a note on a span.

use eframe::egui;
use egui::{Context, Id, Key, Modifiers, TextEdit};

use crate::app::{Event, OpenArticle, Session};
use crate::ui::Outbox;
use crate::ui::panels::inspector::shortened_to;
use crate::ui::panels::sheet::{Sheet, buttons};
use crate::ui::panels::widgets::Press;
use crate::ui::theme::reading;
use copydesk_document::review::Target;

#[derive(Default)]
pub struct NoteDialog {
    note: String,
    is_new: bool,
}

impl NoteDialog {
    pub fn of(session: &Session, target: &Target) -> Self {
        let note = session.article().map_or("", |article| article.note(target));
        Self {
            note: note.to_owned(),
            is_new: true,
        }
    }

    pub fn show(&mut self, ctx: &Context, session: &Session, target: &Target, outbox: &mut Outbox) {
        let title = format!("Note on {}", quoted(session, target));
        let sheet = Sheet {
            title: &title,
            width: 460.0,
            is_at_top: false,
        };
        let is_new = std::mem::take(&mut self.is_new);
        sheet.show_closable(ctx, outbox, |ui, outbox| {
            let is_sent = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
            let field = TextEdit::multiline(&mut self.note)
                .id(Id::unique("note"))
                .font(reading(17.0))
                .margin(egui::Margin::same(10))
                .desired_rows(5)
                .desired_width(f32::INFINITY);
            let response = ui.add(field).accessible_name("Note");
            if is_new {
                response.request_focus();
            }
            let presses = [
                Press::new("Save note").key("Ctrl+Enter"),
                Press::new("Cancel").key("Escape"),
            ];
            match buttons(ui, presses) {
                Some(0) => self.send(target, outbox),
                Some(_) => outbox.send(Event::DialogClosed),
                None if is_sent => self.send(target, outbox),
                None => {}
            }
        });
    }

    fn send(&self, target: &Target, outbox: &mut Outbox) {
        outbox.send(Event::NoteWritten {
            target: target.clone(),
            note: self.note.trim().to_owned(),
        });
    }
}

/// The words that a dialog is about.
pub fn quoted(session: &Session, target: &Target) -> String {
    let words = |article: &OpenArticle| {
        let item = article.item(target)?;
        Some(shortened_to(article.text().words(item.span), 60))
    };
    session
        .article()
        .and_then(words)
        .map_or_else(|| "the span".to_owned(), |words| format!("“{words}”"))
}
