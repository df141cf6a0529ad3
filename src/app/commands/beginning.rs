//! The start of the program: what was open at the end of the last run, or else a sample.

use std::path::PathBuf;

use crate::app::{
    ArticleId, CommandId, NoticeKind, OpenArticle, Opened, Preferences, RowId, Session,
};
use copydesk_i18n::tr;

/// The sample that is shown where nothing was opened before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::app) enum Greeting {
    #[default]
    None,
    /// It is being read.
    Coming,
    Shown(ArticleId),
}

impl Session {
    /// What was open when the program ended, if it is not open again already.
    pub(in crate::app) fn note_recovered(&mut self, opened: Vec<Opened>, problems: Vec<String>) {
        let mut count = 0_usize;
        for opened in opened {
            let is_open = self.articles.iter().any(|article| {
                let path = opened.saved_at.as_ref().or(opened.path.as_ref());
                article.source() == path && article.text() == opened.article.document().text()
            });
            if !is_open {
                self.tell_of(&opened);
                count += 1;
                self.add(opened);
            }
        }
        if count > 0 {
            let text = tr!("cmd-articles-brought-back", count = count);
            self.notices.tell(NoticeKind::Info, text);
        }
        for problem in problems {
            self.notices.tell(NoticeKind::Problem, problem);
        }
        let again = std::mem::take(&mut self.open_again);
        let shown = self.preferences.shown.clone();
        self.note_opened();
        self.open_together(again, shown);
        if self.shows_nothing() && self.preferences.recent.is_empty() {
            self.greeting = Greeting::Coming;
            self.run(CommandId::OpenSample(0));
        }
    }

    /// Keeps which files are open for the next start, once all are read that were asked for.
    pub(in crate::app) fn note_open_files(&mut self) {
        if self.opening > 0 {
            return;
        }
        let open = self.to_open_again();
        let shown = self.article().and_then(OpenArticle::source).cloned();
        if open != self.preferences.open || shown != self.preferences.shown {
            let preferences = Preferences {
                open,
                shown,
                ..self.preferences.clone()
            };
            self.set_preferences(preferences);
        }
    }

    /// The folder with the article of it that is shown, and all other open articles.
    fn to_open_again(&self) -> Vec<PathBuf> {
        let shown = self.article().map(|article| article.id);
        let is_wanted = |article: &&OpenArticle| {
            let is_loose = matches!(self.row_of_article(article), RowId::Open(_));
            is_loose || Some(article.id) == shown
        };
        let root = self.project().map(|project| project.root().to_owned());
        let articles = self.articles.iter().filter(is_wanted);
        let open = articles.filter_map(OpenArticle::source).cloned();
        root.into_iter().chain(open).collect()
    }

    /// An article was added that is no file: the greeting, if that is awaited.
    pub(in crate::app) fn note_greeting(&mut self, id: ArticleId) {
        if self.greeting == Greeting::Coming {
            self.greeting = Greeting::Shown(id);
            self.offer_tour(id);
        }
    }

    /// Something of a person's own is opened: the greeting goes, unless work was done in it.
    pub(in crate::app) fn end_greeting(&mut self) {
        let greeting = std::mem::take(&mut self.greeting);
        let is_untouched = |article: &&OpenArticle| {
            let history = article.history();
            let is_worked_on = !history.done().is_empty() || !history.undone().is_empty();
            greeting == Greeting::Shown(article.id) && article.source().is_none() && !is_worked_on
        };
        let untouched = self.articles.iter().find(is_untouched);
        if let Some(id) = untouched.map(|article| article.id) {
            self.close(id);
        }
    }
}
