//! What did not fit when an article was opened: told, listed, and mended as a person says.

use crate::app::{
    Command, CommandId, Dialog, Event, Mend, Menu, NoticeAction, NoticeKind, OpenArticle, Opened,
    SelectBy, Session,
};
use copydesk_document::counted;
use copydesk_document::review::Target;
use copydesk_text::Span;

pub fn command() -> Command {
    Command::new(CommandId::Problems, "Problems…", |session, _| {
        session.dialog = Some(Dialog::Problems);
    })
    .help("Show what does not fit the article, and mend it")
    .menu(Menu::View, 2)
    .keys(&["F8"])
    .ready(|session, id| {
        super::needs_article(session, id)?;
        let has_any = session.article().is_some_and(OpenArticle::has_problems);
        has_any.then_some(()).ok_or("This article has no problems")
    })
    .title(|session, _| {
        let count = session.article()?.document().detached().len();
        (count > 0).then(|| format!("Problems ({count})…"))
    })
}

impl Session {
    /// Tells what is to be known of an article that was opened.
    pub(in crate::app) fn tell_of(&mut self, opened: &Opened) {
        for warning in &opened.warnings {
            self.notices.tell(NoticeKind::Warning, warning.clone());
        }
        for note in &opened.findings.notes {
            self.notices.tell(NoticeKind::Info, note.clone());
        }
        let aside = opened.article.document().detached().len();
        let problems = &opened.findings.problems;
        let text = match problems.as_slice() {
            _ if aside == 1 => Some("1 mark could not be placed and is set aside".to_owned()),
            _ if aside > 1 => Some(format!(
                "{aside} marks could not be placed and are set aside"
            )),
            [] => None,
            [only] => Some(only.clone()),
            more => Some(format!(
                "{} found while the file was read",
                counted(more.len(), "problem was", "problems were")
            )),
        };
        if let Some(text) = text {
            let action = NoticeAction::Run(CommandId::Problems);
            self.notices.offer(NoticeKind::Warning, text, action);
        }
    }

    pub(in crate::app) fn handle_problems(&mut self, event: Event) {
        match event {
            Event::Mended(mend) => self.mend(mend),
            Event::Shown(span) => {
                self.close_dialog();
                self.select_span(span);
            }
            _ => {}
        }
    }

    /// Selects `span` and goes there.
    fn select_span(&mut self, span: Span) {
        self.handle_reading(Event::Selected {
            anchor: span.start(),
            head: span.end(),
            by: SelectBy::Grapheme,
        });
        self.reveal(span.start(), span.end());
    }

    fn mend(&mut self, mend: Mend) {
        let Some(article) = self.article_mut() else {
            return;
        };
        let done = match &mend {
            Mend::Attach { detached, to } => article.open.attach(detached, *to),
            Mend::Drop(detached) => article.open.drop_detached(detached),
        };
        let is_done = done.is_ok();
        article.actions += usize::from(is_done);
        article.refresh();
        let is_over = article.document().detached().is_empty();
        self.report(done);
        if let (true, Mend::Attach { detached, to }) = (is_done, mend) {
            match detached.id() {
                Some(id) => self.focus_on(Target::Annotation(id)),
                None => self.reveal(to.start(), to.end()),
            }
        }
        if is_over {
            self.close_dialog();
        }
    }
}

impl OpenArticle {
    /// Whether anything did not fit when it was opened, or is still set aside.
    pub fn has_problems(&self) -> bool {
        !self.problems().is_empty() || !self.document().detached().is_empty()
    }
}
