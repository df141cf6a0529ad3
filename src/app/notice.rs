//! Short messages at the lower right that never interrupt the work.

use crate::app::CommandId;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub id: u64,
    pub kind: NoticeKind,
    pub text: String,
    /// What can be done about it.
    pub command: Option<CommandId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// Disappears by itself, unless it offers a command.
    Info,
    /// Stays until it is closed.
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

    /// As [`Self::tell`], with a button for a command.
    pub fn offer(&mut self, kind: NoticeKind, text: impl Into<String>, command: Option<CommandId>) {
        let text = text.into();
        // One information takes the place of another: they would only be read too late.
        let is_passing = |notice: &Notice| {
            let is_info = kind == NoticeKind::Info && notice.kind == NoticeKind::Info;
            is_info && notice.command.is_none()
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
            command,
        });
    }

    /// Closes the messages that offer `command`.
    pub fn withdraw(&mut self, command: CommandId) {
        self.shown.retain(|notice| notice.command != Some(command));
    }

    /// Closes the message with this text.
    pub fn take_back(&mut self, text: &str) {
        self.shown.retain(|notice| notice.text != text);
    }

    pub fn close(&mut self, id: u64) {
        self.shown.retain(|notice| notice.id != id);
    }
}
