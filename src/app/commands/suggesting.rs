//! Suggestions that come in from the background.

use crate::app::{ArticleId, Event, NoticeKind, Request, Session, Suggesting};

impl Session {
    pub(in crate::app) fn handle_suggesting(&mut self, event: Event) {
        match event {
            Event::Suggested {
                article,
                ticket,
                suggestions,
            } => {
                let Some(article) = self.article_by_id(article) else {
                    return;
                };
                if article.is_waiting_for(ticket) {
                    article.suggestions = suggestions;
                    article.suggesting = Suggesting::Ready;
                    article.refresh();
                }
            }
            Event::SuggestedFirst {
                article,
                ticket,
                suggestions,
            } => {
                let Some(article) = self.article_by_id(article) else {
                    return;
                };
                if article.is_waiting_for(ticket) {
                    article.suggestions = suggestions;
                    article.refresh();
                }
            }
            Event::Progress {
                article,
                ticket,
                done,
            } => {
                let Some(article) = self.article_by_id(article) else {
                    return;
                };
                if article.is_waiting_for(ticket) {
                    article.suggesting = Suggesting::Working { ticket, done };
                }
            }
            Event::SuggesterTrouble(text) => self.notices.tell(NoticeKind::Problem, text),
            _ => {}
        }
    }

    /// Asks for the suggestions of an article that was just opened.
    pub(in crate::app) fn ask_for_suggestions(&mut self, id: ArticleId) {
        self.next_ticket += 1;
        let ticket = self.next_ticket;
        let Some(article) = self.article_by_id(id) else {
            return;
        };
        article.suggesting = Suggesting::Working { ticket, done: 0.0 };
        let text = article.text().clone();
        self.requests.push(Request::Suggest {
            article: id,
            ticket,
            text,
        });
    }
}

impl crate::app::OpenArticle {
    fn is_waiting_for(&self, expected: u64) -> bool {
        matches!(self.suggesting, Suggesting::Working { ticket, .. } if ticket == expected)
    }
}
