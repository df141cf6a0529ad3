//! What is known of a span beside its words and label: notes, values and speakers, edited in place.

use crate::app::commands::labeling::{has_movable, mark_of};
use crate::app::{
    Command, CommandId, Event, Fact, Menu, NoticeKind, OpenArticle, Session, ViewRequest,
    WindowRequest,
};
use copydesk_document::review::Target;
use copydesk_document::{AttributeValue, Attributes};
use copydesk_i18n::tr;

pub fn commands() -> [Command; 2] {
    [
        Command::new(CommandId::Note, tr!("cmd-note"), |session, _| {
            session.edit_fact(Fact::Note);
        })
        .formerly("write a note")
        .help(tr!("cmd-note-help"))
        .menu(Menu::Annotate, 4)
        .keys(&["N"])
        .edits()
        .ready(has_movable),
        Command::new(CommandId::Attribute, tr!("cmd-attribute"), |session, _| {
            session.edit_fact(Fact::Attribute(0));
        })
        .formerly("value or speaker")
        .help(tr!("cmd-attribute-help"))
        .menu(Menu::Annotate, 4)
        .keys(&["V"])
        .edits()
        .ready(has_attribute),
    ]
}

fn has_attribute(session: &Session, id: CommandId) -> Result<(), &'static str> {
    has_movable(session, id)?;
    let article = session.article();
    let label = article.and_then(|article| {
        let item = article.aimed_item()?;
        article.document().schema().label(&item.label)
    });
    let has_any = label.is_some_and(|label| !label.attributes.is_empty());
    has_any.then_some(()).ok_or(tr!("cmd-attribute-why-not"))
}

impl Session {
    pub(in crate::app) fn handle_facts(&mut self, event: Event) {
        match event {
            Event::FactChosen(fact) => self.choose_fact(fact),
            Event::NoteWritten { target, note } => self.write_note(&target, &note),
            Event::AttributeSet {
                target,
                name,
                value,
            } => self.set_attribute(&target, &name, value),
            Event::NotUnderstood(why) => self.notices.tell(NoticeKind::Info, why),
            _ => {}
        }
    }

    /// Opens the field for `fact`, if it may be edited.
    fn choose_fact(&mut self, fact: Fact) {
        match self.is_ready(fact.command()) {
            Ok(()) => self.edit_fact(fact),
            Err(reason) => self.notices.tell(NoticeKind::Info, reason),
        }
    }

    /// Opens the field for `fact` of the span that keys act on, which is then the focused one.
    fn edit_fact(&mut self, fact: Fact) {
        let aimed = self.article().and_then(OpenArticle::aimed_item);
        if let Some(target) = aimed.map(|item| item.target.clone()) {
            self.focus_on(target);
            self.ask(WindowRequest::View(ViewRequest::EditFact(fact)));
        }
    }

    /// On a suggestion too, which stays as open as it was.
    fn write_note(&mut self, target: &Target, note: &str) {
        let Some(article) = self.article_mut() else {
            return;
        };
        let suggestion = article.suggestion(target).cloned();
        if let Some(mark) = mark_of(target, suggestion.as_ref()) {
            let done = article.open.set_note(mark, note);
            article.refresh();
            self.report(done);
        }
    }

    /// A suggestion is thereby accepted. Whoever has gone on to another span in the meantime stays there.
    fn set_attribute(&mut self, target: &Target, name: &str, value: Option<AttributeValue>) {
        let Some(article) = self.article_mut() else {
            return;
        };
        let suggestion = article.suggestion(target).cloned();
        let Some(mark) = mark_of(target, suggestion.as_ref()) else {
            return;
        };
        let is_focused = article.focus.as_ref() == Some(target);
        let done = article.open.set_attribute(mark, name, value);
        article.refresh();
        match done {
            Ok(id) if is_focused => self.focus_on(Target::Annotation(id)),
            Ok(_) => {}
            Err(error) => self.report(Err(error)),
        }
    }
}

impl OpenArticle {
    /// The note on `target`, whatever its state; empty where there is none.
    pub fn note(&self, target: &Target) -> &str {
        match target {
            Target::Annotation(id) => self.annotation(*id).map_or("", |it| &it.note),
            Target::Suggestion(span, label) | Target::Rejected(span, label) => {
                self.document().suggestion_note(*span, label)
            }
        }
    }

    /// What `target` carries; `None` if it is rejected or gone.
    pub fn attributes(&self, target: &Target) -> Option<&Attributes> {
        match target {
            Target::Annotation(id) => Some(&self.annotation(*id)?.attributes),
            target => Some(&self.suggestion(target)?.attributes),
        }
    }
}
