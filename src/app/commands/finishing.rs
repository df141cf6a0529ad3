//! Finishing an article whose last suggestions are right.

use crate::app::commands::needs_article;
use crate::app::{Command, CommandId, Menu, NoticeKind, OpenArticle, Session};
use copydesk_document::Status;
use copydesk_i18n::tr;

pub fn commands() -> Vec<Command> {
    vec![
        Command::new(
            CommandId::AcceptAndFinish,
            tr!("cmd-accept-and-finish"),
            |session, _| session.accept_and_finish(),
        )
        .help(tr!("cmd-accept-and-finish-help"))
        .menu(Menu::Review, 3)
        .keys(&["Ctrl+Shift+Enter"])
        .edits()
        .ready(can_finish),
    ]
}

fn can_finish(session: &Session, id: CommandId) -> Result<(), &'static str> {
    needs_article(session, id)?;
    let Some(article) = session.article() else {
        return Ok(());
    };
    let (shown, open) = (article.acceptable().len(), article.counts().suggested);
    if article.document().status() == Status::Done {
        Err(tr!("cmd-accept-and-finish-why-done"))
    } else if open == 0 {
        Err(tr!("cmd-accept-and-finish-why-none"))
    } else if shown < open {
        Err(tr!("cmd-accept-and-finish-why-off-screen"))
    } else {
        Ok(())
    }
}

impl Session {
    fn accept_and_finish(&mut self) {
        let title = self.article().map(OpenArticle::title);
        let title = title.unwrap_or_default().to_owned();
        if let Some(count) = self.accept_shown() {
            let text = tr!("cmd-accepted-and-finished", count = count, title = title);
            self.notices.tell(NoticeKind::Info, text);
            self.finish();
        }
    }
}
