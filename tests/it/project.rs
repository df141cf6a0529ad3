//! A folder of articles that are opened one by one.

mod again;
mod checking;
pub mod counted;
mod deeds;
mod exporting;
mod killed;
mod laws;
mod notices;
mod opening;
mod pace;
mod searching;
mod settings;

use std::path::PathBuf;

use copydesk::app::{
    Event, Preferences, ProjectEvent, Request, RowId, Session, Task, WindowRequest,
};
use copydesk::engine::{Engine, Progress};
use copydesk_store::Home;

use crate::exporting::Folder;
use crate::support::schema;

/// A session with everything that it asks for, in a home folder of its own.
pub struct Desk {
    pub session: Session,
    pub folder: Folder,
    pub engine: Engine,
    /// What only a person or a window can answer.
    pub asked: Vec<WindowRequest>,
}

impl Desk {
    /// With texts of these names in the folder `name`, which is not opened yet.
    pub fn new(name: &str, texts: &[(&str, &str)]) -> Self {
        let folder = Folder::new(name);
        for (name, text) in texts {
            folder.write(&format!("articles/{name}"), text);
        }
        Self::start(folder)
    }

    fn start(folder: Folder) -> Self {
        Self {
            session: Self::empty_session(),
            engine: Engine::new(schema(), Some(Home::below(folder.0.join("home")))),
            folder,
            asked: Vec::new(),
        }
    }

    /// The program ends without a word, and begins anew with the same folder and home.
    pub fn restart(self) -> Self {
        let Self { folder, engine, .. } = self;
        drop(engine);
        Self::start(folder)
    }

    pub fn root(&self) -> PathBuf {
        self.folder.0.join("articles")
    }

    pub fn open(&mut self) {
        self.session.open_paths(vec![self.root()]);
        self.work();
    }

    /// Does all that is asked for, until nothing is.
    pub fn work(&mut self) {
        loop {
            let requests = self.session.take_requests();
            if requests.is_empty() {
                return;
            }
            for request in requests {
                match request {
                    Request::Task(task) => self.answer(&task),
                    Request::Window(WindowRequest::View(_)) => {}
                    Request::Window(request) => self.asked.push(request),
                }
            }
        }
    }

    pub fn empty_session() -> Session {
        Session::new(schema(), Preferences::default(), Vec::new())
    }

    /// What comes of a task.
    pub fn events(&self, task: &Task) -> Vec<Event> {
        self.engine.answer(task, &Progress::new())
    }

    pub fn answer(&mut self, task: &Task) {
        for event in self.events(task) {
            self.session.handle(event);
        }
    }

    pub fn press(&mut self, keys: &str) {
        crate::support::press(&mut self.session, keys);
        self.work();
    }

    pub fn handle(&mut self, event: Event) {
        self.session.handle(event);
        self.work();
    }

    /// Goes to the article of this title in the list.
    pub fn go_to(&mut self, title: &str) {
        let row = self.row(title);
        self.handle(Event::Project(ProjectEvent::Chosen(row)));
    }

    pub fn row(&self, title: &str) -> RowId {
        let rows = self.session.rows();
        let row = rows.iter().find(|row| row.title() == title);
        row.unwrap_or_else(|| panic!("no “{title}” in the list")).id
    }

    pub fn titles(&self) -> Vec<String> {
        let rows = self.session.rows().into_iter();
        rows.map(|row| row.title().into_owned()).collect()
    }

    pub fn shown(&self) -> &str {
        self.session.article().unwrap().title()
    }

    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.root().join(name)).unwrap()
    }

    pub fn has(&self, name: &str) -> bool {
        self.root().join(name).exists()
    }
}
