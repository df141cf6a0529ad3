//! Suggestions that come in from the background.

use std::sync::Arc;

use crate::app::{ArticleId, Event, NoticeKind, OpenArticle, Session, Suggesting, Task};

impl Session {
    pub(in crate::app) fn handle_suggesting(&mut self, event: Event) {
        match event {
            Event::Suggested {
                article,
                ticket,
                suggestions,
            } => {
                if let Some(article) = self.article_waiting_for(article, ticket) {
                    article.suggesting = Suggesting::Ready;
                    let id = article.id;
                    self.take_proposed(id, suggestions);
                }
            }
            Event::SuggestedFirst {
                ticket,
                suggestions,
            } => {
                let waits = |article: &&mut OpenArticle| article.waits_for(ticket);
                let waiting = self.articles.iter_mut().find(waits);
                if let Some(id) = waiting.map(|article| article.id) {
                    self.take_proposed(id, suggestions);
                }
            }
            Event::CandidatesFound { ticket, candidates } => {
                let waits = |article: &&mut OpenArticle| article.waits_for(ticket);
                if let Some(article) = self.articles.iter_mut().find(waits) {
                    article.lessons.proposed.candidates = candidates;
                }
            }
            Event::Progress { ticket, done } => {
                let waits = |article: &&mut OpenArticle| article.waits_for(ticket);
                if let Some(article) = self.articles.iter_mut().find(waits) {
                    article.suggesting = Suggesting::Working { ticket, done };
                }
                self.note_progress(ticket, done);
            }
            Event::SuggesterTrouble { article, text } => self.note_trouble(article, text),
            _ => {}
        }
    }

    /// It is said while the article is shown, until a person goes to work on it.
    fn note_trouble(&mut self, id: ArticleId, text: String) {
        if let Some(article) = self.article_by_id(id) {
            article.trouble = Some(text);
        }
        if self.article().is_some_and(|article| article.id == id) {
            self.show_trouble();
        }
    }

    /// Says what is known of the suggestions of the article that is shown.
    pub(in crate::app) fn show_trouble(&mut self) {
        if let Some(text) = self.article().and_then(|article| article.trouble.clone()) {
            self.trouble = Some(text.clone());
            self.notices.tell(NoticeKind::Warning, text);
        }
    }

    /// What is said of the suggestions of an article is said once.
    pub(in crate::app) fn close_notice(&mut self, id: u64) {
        let mut shown = self.notices.shown().iter();
        let text = shown.find(|notice| notice.id == id);
        let text = text.map(|notice| notice.text.clone());
        if let (Some(text), Some(article)) = (text, self.article_mut())
            && article.trouble.as_ref() == Some(&text)
        {
            article.trouble = None;
        }
        self.notices.close(id);
    }

    /// The article, if it is still this answer that it waits for.
    fn article_waiting_for(&mut self, id: ArticleId, expected: u64) -> Option<&mut OpenArticle> {
        self.article_by_id(id)
            .filter(|article| article.waits_for(expected))
    }

    /// Asks for the suggestions of an article that was just opened.
    pub(in crate::app) fn ask_for_suggestions(&mut self, id: ArticleId) {
        self.next_ticket += 1;
        let ticket = self.next_ticket;
        let article = self.article_by_id(id);
        let Some(article) = article.filter(|article| article.comparing.is_none()) else {
            return;
        };
        article.suggesting = Suggesting::Working { ticket, done: 0.0 };
        article.suggested_with = Some(Arc::clone(article.document().schema()));
        let task = Task::Suggest {
            article: id,
            ticket,
            text: article.text().clone(),
            schema: Arc::clone(article.document().schema()),
            folder: article.folder(),
        };
        self.start(task);
    }
}

impl OpenArticle {
    /// Whether the suggestions with this ticket are those that it waits for.
    fn waits_for(&self, expected: u64) -> bool {
        matches!(self.suggesting, Suggesting::Working { ticket, .. } if ticket == expected)
    }
}
