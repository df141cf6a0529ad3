//! A window over a real folder, whose tasks the real engine does.

use std::path::{Path, PathBuf};

use copydesk::app::{CommandId, Dialog, Event, Request, Task, WindowRequest};
use copydesk::engine::{Engine, Progress};
use copydesk_document::{Document, LabelId, Metadata, OpenDocument, Status, markup};
use copydesk_store::{built_in_schema, print};
use copydesk_text::ArticleText;
use eframe::egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::{empty_session, open};
use crate::window::Window;

/// The window, its folder of articles, and what does its tasks.
pub struct Desk {
    pub harness: Harness<'static, Window>,
    pub folder: tempfile::TempDir,
}

/// An article file that is done, with what is marked up in `marked`.
pub fn write(folder: &Path, name: &str, marked: &str) {
    std::fs::create_dir_all(folder).unwrap();
    let marked = markup::parse(marked).unwrap();
    let text = ArticleText::new(marked.text);
    let document = Document::new(text.clone(), built_in_schema(), Metadata::default());
    let mut open = OpenDocument::new(document);
    for span in &marked.spans {
        let place = text.span(span.range.start, span.range.end).unwrap();
        open.annotate(place, &LabelId::new(span.label.as_str()).unwrap())
            .unwrap();
    }
    open.set_status(Status::Done).unwrap();
    std::fs::write(folder.join(name), print(open.document())).unwrap();
}

impl Desk {
    /// What was written into `folder`, with `name` of it opened.
    pub fn open(folder: tempfile::TempDir, name: &str) -> Self {
        let mut session = empty_session();
        session.open_paths(vec![folder.path().join(name)]);
        let mut desk = Self {
            harness: open(session),
            folder,
        };
        desk.work();
        desk
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Has all that is asked for done, until nothing more is; what only the window can do stays.
    pub fn work(&mut self) {
        let engine = Engine::new(built_in_schema(), None);
        loop {
            let window = self.harness.state_mut();
            window.asked.extend(window.session.take_requests());
            let (tasks, rest): (Vec<Request>, Vec<Request>) = std::mem::take(&mut window.asked)
                .into_iter()
                .partition(|request| matches!(request, Request::Task(_)));
            window.asked = rest;
            if tasks.is_empty() {
                break;
            }
            for request in tasks {
                if let Request::Task(task) = request
                    && !matches!(task, Task::Journal(_))
                {
                    for event in engine.answer(&task, &Progress::new()) {
                        self.harness.state_mut().session.handle(event);
                    }
                }
            }
            self.harness.run_steps(2);
        }
        self.harness.run_steps(4);
    }

    pub fn run(&mut self, command: CommandId) {
        self.harness.state_mut().session.run(command);
        self.harness.run_steps(3);
    }

    pub fn is_ready(&self, command: CommandId) -> bool {
        self.harness.state().session.is_ready(command).is_ok()
    }

    pub fn handle(&mut self, event: Event) {
        self.harness.state_mut().session.handle(event);
        self.harness.run_steps(3);
    }

    pub fn dialog(&self) -> Option<&Dialog> {
        self.harness.state().session.dialog()
    }

    /// They lie over what is at the lower right.
    pub fn close_notices(&mut self) {
        let notices = self.harness.state().session.notices().shown();
        let shown: Vec<u64> = notices.iter().map(|notice| notice.id).collect();
        for id in shown {
            self.handle(Event::NoticeClosed(id));
        }
    }

    pub fn last_notice(&self) -> String {
        let notices = self.harness.state().session.notices().shown();
        notices.last().unwrap().text.clone()
    }

    pub fn asks(&self, is_it: impl Fn(&WindowRequest) -> bool) -> bool {
        let asked = self.harness.state().asked.iter();
        asked.clone().any(|request| match request {
            Request::Window(request) => is_it(request),
            Request::Task(_) => false,
        })
    }

    /// Whether anything is called so that begins with these words.
    pub fn says(&self, beginning: &str) -> bool {
        let roles = [Role::Label, Role::Image, Role::Button, Role::Heading];
        roles.into_iter().any(|role| {
            self.harness.query_all_by_role(role).any(|node| {
                let node = node.accesskit_node();
                let words = node.label().or_else(|| node.value());
                words.is_some_and(|words| words.starts_with(beginning))
            })
        })
    }
}

/// Clicks what is called so in the dialog, which comes behind what the window below it has.
pub fn click(harness: &mut Harness<'_, Window>, name: &str) {
    {
        let nodes = harness.get_all_by_label(name);
        let mut clickable = nodes.filter(|node| node.accesskit_node().role() != Role::Label);
        clickable.next_back().unwrap().click();
    }
    harness.run_steps(4);
}
