//! Going on to another article: once one is done, and by a key.

use crate::app::{Command, CommandId, Menu, NoticeKind, Row, Session};
use copydesk_document::Status;
use copydesk_i18n::tr;
use copydesk_text::Direction;

pub fn commands() -> Vec<Command> {
    vec![
        Command::new(
            CommandId::NextArticle,
            tr!("cmd-next-article"),
            |session, _| {
                session.step_article(Direction::Forward);
            },
        )
        .help(tr!("cmd-next-article-help"))
        .menu(Menu::Review, 3)
        .keys(&["Ctrl+Down"])
        .ready(has_other_articles),
        Command::new(
            CommandId::PreviousArticle,
            tr!("cmd-previous-article"),
            |session, _| {
                session.step_article(Direction::Back);
            },
        )
        .help(tr!("cmd-previous-article-help"))
        .menu(Menu::Review, 3)
        .keys(&["Ctrl+Up"])
        .ready(has_other_articles),
    ]
}

fn has_other_articles(session: &Session, _: CommandId) -> Result<(), &'static str> {
    let is_folder = session.project().is_some_and(|it| it.sorted().len() > 1);
    (is_folder || session.articles().len() > 1)
        .then_some(())
        .ok_or(tr!("cmd-next-article-why-not"))
}

impl Session {
    pub(super) fn finish(&mut self) {
        let Some(article) = self.article_mut() else {
            return;
        };
        let status = match article.document().status() {
            Status::Done => Status::InWork,
            Status::Open | Status::InWork => Status::Done,
        };
        let done = article.open.set_status(status);
        article.refresh();
        self.report(done);
        if status == Status::Done {
            let mut after = self.rows_after().into_iter();
            let next = after.find(|row| !row.is_done() && !row.is_unreadable());
            match next.map(|row| row.id) {
                Some(next) => self.go_to_row(next),
                None => self.notices.tell(NoticeKind::Info, self.all_done()),
            }
        }
    }

    fn all_done(&self) -> &'static str {
        if self.rows().iter().all(Row::is_done) {
            tr!("cmd-all-articles-done")
        } else {
            tr!("cmd-no-article-left-to-review")
        }
    }

    fn step_article(&mut self, direction: Direction) {
        let mut after = self.rows_after();
        after.retain(|row| !row.is_unreadable());
        let next = match direction {
            Direction::Forward => after.first(),
            Direction::Back => after.last(),
        };
        if let Some(next) = next.map(|row| row.id) {
            self.go_to_row(next);
        } else {
            let text = tr!("cmd-no-other-article");
            self.notices.tell(NoticeKind::Info, text);
        }
    }
}
