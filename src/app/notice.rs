//! Short messages at the lower right that never interrupt the work.

use crate::app::{ArticleId, CommandId};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub id: u64,
    pub kind: NoticeKind,
    pub text: String,
    /// What can be done about it.
    pub action: Option<NoticeAction>,
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
        let text = text.into();
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
            action: action.into(),
        });
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
