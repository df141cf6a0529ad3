//! Short messages at the lower right that never interrupt the work.

use crate::app::{ArticleId, CommandId, Session};
use copydesk_i18n::tr;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub id: u64,
    pub kind: NoticeKind,
    pub text: String,
    /// What can be done about it.
    pub action: Option<NoticeAction>,
    /// What of the opened folder it tells of, if it does.
    pub about: Option<About>,
}

/// What of the opened folder a notice tells of. It goes when something new is told of the same, and with
/// the folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// What in the folder cannot be listed.
    Contents,
    /// What other programs did to it.
    News,
    /// The article that was opened last.
    Article,
    /// What was done in many articles at once …
    Deed,
    /// … and where it was not done.
    LeftOut,
}

/// What the button of a notice does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeAction {
    Run(CommandId),
    /// Save this article under another name.
    SaveCopy(ArticleId),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// Disappears by itself, unless it offers an action.
    Info,
    /// Something worked, but not as it should have; stays until it is closed.
    Warning,
    /// Something could not be done; stays until it is closed.
    Problem,
}

/// The notices on screen, the newest last.
#[derive(Clone, Debug, Default)]
pub struct Notices {
    shown: Vec<Notice>,
    next_id: u64,
}

const MOST: usize = 5;

/// Of several reasons for the same thing, so many are shown.
const MOST_REASONS: usize = 3;

impl Notices {
    pub fn shown(&self) -> &[Notice] {
        &self.shown
    }

    /// Shows a message; one that is already on screen moves to the end. An older information goes.
    pub fn tell(&mut self, kind: NoticeKind, text: impl Into<String>) {
        self.offer(kind, text, None);
    }

    /// As [`Self::tell`], with a button.
    pub fn offer(
        &mut self,
        kind: NoticeKind,
        text: impl Into<String>,
        action: impl Into<Option<NoticeAction>>,
    ) {
        self.show(kind, text.into(), action.into(), None);
    }

    /// As [`Self::offer`], of something of the opened folder.
    pub fn tell_of(
        &mut self,
        about: About,
        kind: NoticeKind,
        text: impl Into<String>,
        action: impl Into<Option<NoticeAction>>,
    ) {
        self.show(kind, text.into(), action.into(), Some(about));
    }

    /// One warning that holds several reasons in place of what was told `about` that before; closes that
    /// if there are none.
    pub fn warn_of(&mut self, about: About, reasons: &[String]) {
        self.close_about(about);
        let mut lines: Vec<String> = reasons.iter().take(MOST_REASONS).cloned().collect();
        if reasons.len() > MOST_REASONS {
            lines.push(tr!(
                "notice-more-reasons",
                count = reasons.len() - MOST_REASONS
            ));
        }
        if !lines.is_empty() {
            self.tell_of(about, NoticeKind::Warning, lines.join("\n"), None);
        }
    }

    pub(super) fn show(
        &mut self,
        kind: NoticeKind,
        text: String,
        action: Option<NoticeAction>,
        about: Option<About>,
    ) {
        // One information takes the place of another: they would only be read too late.
        let is_passing = |notice: &Notice| {
            let is_info = kind == NoticeKind::Info && notice.kind == NoticeKind::Info;
            is_info && notice.action.is_none()
        };
        self.shown
            .retain(|notice| notice.text != text && !is_passing(notice));
        if self.shown.len() == MOST {
            self.shown.remove(0);
        }
        self.next_id += 1;
        self.shown.push(Notice {
            id: self.next_id,
            kind,
            text,
            action,
            about,
        });
    }

    /// Closes what was told of something of the opened folder.
    pub(super) fn close_about(&mut self, about: About) {
        self.shown.retain(|notice| notice.about != Some(about));
    }

    /// Closes all that was told of the opened folder.
    pub(super) fn close_folder(&mut self) {
        self.shown.retain(|notice| notice.about.is_none());
    }

    /// Closes the messages that offer `command`.
    pub fn withdraw(&mut self, command: CommandId) {
        self.shown
            .retain(|notice| notice.action != Some(NoticeAction::Run(command)));
    }

    /// What comes before the next message.
    pub(super) fn mark(&self) -> u64 {
        self.next_id
    }

    /// Closes information from before `mark`: it told of something that has changed since.
    pub(super) fn close_passed(&mut self, mark: u64) {
        self.shown
            .retain(|notice| notice.id > mark || notice.kind != NoticeKind::Info);
    }

    /// Closes the message with this text.
    pub fn take_back(&mut self, text: &str) {
        self.shown.retain(|notice| notice.text != text);
    }

    pub fn close(&mut self, id: u64) {
        self.shown.retain(|notice| notice.id != id);
    }

    /// What the button of the notice with this id does.
    pub(super) fn action_of(&self, id: u64) -> Option<NoticeAction> {
        self.shown.iter().find(|notice| notice.id == id)?.action
    }
}

impl Session {
    pub(super) fn answer_notice(&mut self, id: u64) {
        let action = self.notices.action_of(id);
        self.notices.close(id);
        match action {
            Some(NoticeAction::Run(command)) => self.run(command),
            Some(NoticeAction::SaveCopy(article)) => self.save_copy(article),
            None => {}
        }
    }

    /// The words on a notice's button.
    pub fn words_of(&self, action: NoticeAction) -> String {
        match action {
            // What is undone stands beside it.
            NoticeAction::Run(CommandId::UndoInFolder | CommandId::TakeBackExample) => {
                tr!("notice-undo").to_owned()
            }
            NoticeAction::Run(CommandId::RedoInFolder) => tr!("notice-redo").to_owned(),
            NoticeAction::Run(command) => self.title_of(command),
            NoticeAction::SaveCopy(_) => tr!("notice-save-copy").to_owned(),
        }
    }
}
