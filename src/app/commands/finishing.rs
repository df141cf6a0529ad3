//! Finishing an article whose last suggestions are right.

use crate::app::commands::needs_article;
use crate::app::{Command, CommandId, Menu, NoticeKind, OpenArticle, Session};
use copydesk_document::{Status, counted};

pub fn commands() -> Vec<Command> {
    vec![
        Command::new(
            CommandId::AcceptAndFinish,
            "Accept the rest and finish",
            |session, _| session.accept_and_finish(),
        )
        .help("Accept what is left, if all of it is on screen, mark the article as done and go to the next")
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
        Err("The article is done")
    } else if open == 0 {
        Err("Nothing left to accept; press Space to mark the article as done")
    } else if shown < open {
        Err("Some suggestions are still off screen; scroll down")
    } else {
        Ok(())
    }
}

impl Session {
    fn accept_and_finish(&mut self) {
        let title = self.article().map(OpenArticle::title);
        let title = title.unwrap_or_default().to_owned();
        if let Some(count) = self.accept_shown() {
            let suggestions = counted(count, "suggestion", "suggestions");
            let text = format!("Accepted {suggestions}; “{title}” is done");
            self.notices.tell(NoticeKind::Info, text);
            self.finish();
        }
    }
}
