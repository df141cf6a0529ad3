//! What did not fit when an article was opened: told, listed, and mended as a person says.

use std::path::Path;

use crate::app::{
    About, Command, CommandId, Dialog, Event, Mend, Menu, NoticeAction, NoticeKind, OpenArticle,
    Opened, SelectBy, Session,
};
use copydesk_document::review::Target;
use copydesk_i18n::tr;
use copydesk_text::Span;

pub fn command() -> Command {
    Command::new(CommandId::Problems, tr!("cmd-problems"), |session, _| {
        session.dialog = Some(Dialog::Problems);
    })
    .help(tr!("cmd-problems-help"))
    .menu(Menu::View, 2)
    .keys(&["F8"])
    .ready(|session, id| {
        super::needs_article(session, id)?;
        let has_any = session.article().is_some_and(OpenArticle::has_problems);
        has_any
            .then_some(())
            .ok_or_else(|| tr!("cmd-problems-why-not"))
    })
    .title(|session, _| {
        let count = session.article()?.document().detached().len();
        (count > 0).then(|| tr!("cmd-problems-counted", count = count))
    })
}

impl Session {
    /// Tells what is to be known of an article that was opened.
    pub(in crate::app) fn tell_of(&mut self, opened: &Opened) {
        let about = self.about(opened.saved_at.as_deref().or(opened.path.as_deref()));
        let notices = &mut self.notices;
        if about.is_some() {
            // They are gone through one by one: what is told of the last one would be read too late.
            notices.close_about(About::Article);
        }
        for warning in &opened.warnings {
            notices.show(NoticeKind::Warning, warning.clone(), None, about);
        }
        for note in &opened.findings.notes {
            notices.show(NoticeKind::Info, note.clone(), None, about);
        }
        if let Some(text) = trouble_words(opened) {
            let action = NoticeAction::Run(CommandId::Problems);
            notices.show(NoticeKind::Warning, text, Some(action), about);
        }
    }

    /// Tells that the file at `path` could not be opened.
    pub(in crate::app) fn tell_unreadable(&mut self, path: &Path, why: String) {
        let about = self.about(Some(path));
        if about.is_some() {
            self.notices.close_about(About::Article);
        }
        self.notices.show(NoticeKind::Problem, why, None, about);
    }

    /// What a notice of an article from `path` is about.
    fn about(&self, path: Option<&Path>) -> Option<About> {
        let project = self.project.as_ref()?;
        project.at(path?).map(|_| About::Article)
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

/// What was found while the file was read, in a sentence.
fn trouble_words(opened: &Opened) -> Option<String> {
    let aside = opened.article.document().detached().len();
    match opened.findings.problems.as_slice() {
        _ if aside > 0 => Some(tr!("problems-set-aside", count = aside)),
        [] => None,
        [only] => Some(only.clone()),
        more => Some(tr!("problems-found", count = more.len())),
    }
}
