//! Suggestions that come in from the background.

use crate::app::{ArticleId, Event, NoticeKind, OpenArticle, Request, Session, Suggesting};

impl Session {
    pub(in crate::app) fn handle_suggesting(&mut self, event: Event) {
        match event {
            Event::Suggested {
                article,
                ticket,
                suggestions,
            } => {
                if let Some(article) = self.article_waiting_for(article, ticket) {
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
                if let Some(article) = self.article_waiting_for(article, ticket) {
                    article.suggestions = suggestions;
                    article.refresh();
                }
            }
            Event::Progress {
                article,
                ticket,
                done,
            } => {
                if let Some(article) = self.article_waiting_for(article, ticket) {
                    article.suggesting = Suggesting::Working { ticket, done };
                }
            }
            Event::SuggesterTrouble(text) => self.notices.tell(NoticeKind::Problem, text),
            _ => {}
        }
    }

    /// The article, if it is still this answer that it waits for.
    fn article_waiting_for(&mut self, id: ArticleId, expected: u64) -> Option<&mut OpenArticle> {
        self.article_by_id(id).filter(|article| {
            matches!(article.suggesting, Suggesting::Working { ticket, .. } if ticket == expected)
        })
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
