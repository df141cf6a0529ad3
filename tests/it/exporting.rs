//! A person exports what is open: session and engine together, without a window.

use std::path::{Path, PathBuf};

use copydesk::app::{
    CommandId, Dialog, Event, ExchangeEvent, ExportArticles, ExportChoice, NoticeKind, Question,
    Request, Session, Task, WindowRequest,
};
use copydesk::engine::exchange::formats;
use copydesk::engine::{Engine, Progress};
use copydesk_document::SpanState;

use crate::support::{label, open, press, schema, session};

/// A folder of its own that goes with the test.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("copydesk-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.0.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}

fn exchange(event: ExchangeEvent) -> Event {
    Event::Exchange(event)
}

/// Does what the session asks, on this thread, until it asks nothing more; what only a person or
/// a window can answer is returned.
pub fn carry_out(session: &mut Session, progress: &Progress) -> Vec<Request> {
    let engine = Engine::new(schema(), None);
    let mut left = Vec::new();
    loop {
        let requests = session.take_requests();
        if requests.is_empty() {
            return left;
        }
        for request in requests {
            match answer(&engine, request, progress) {
                Ok(events) => events.into_iter().for_each(|event| session.handle(event)),
                Err(request) => left.push(*request),
            }
        }
    }
}

fn answer(
    engine: &Engine,
    request: Request,
    progress: &Progress,
) -> Result<Vec<Event>, Box<Request>> {
    match request {
        Request::Task(Task::Suggest { .. } | Task::SavePreferences(_) | Task::Journal(_)) => {
            Ok(Vec::new())
        }
        Request::Task(task) => Ok(engine.answer(&task, progress)),
        Request::Window(WindowRequest::View(_)) => Ok(Vec::new()),
        window @ Request::Window(_) => Err(Box::new(window)),
    }
}

/// What the last notice says.
pub fn notice(session: &Session) -> &str {
    session
        .notices()
        .shown()
        .last()
        .map_or("", |notice| &notice.text)
}

const FIRST: &str = "{person|Trump} met {place?98|Kyiv} people.";

/// Two open articles with spans of three layers, one of them only suggested.
pub fn two_articles() -> Session {
    let mut session = session(FIRST);
    open(&mut session, "second", "{claim|Nothing {figure|5%} here}.");
    session.set_formats(formats());
    session
}

fn choose(session: &mut Session, change: impl FnOnce(&mut ExportChoice)) {
    let mut choice = session.exchange().export().clone();
    change(&mut choice);
    session.handle(exchange(ExchangeEvent::ExportChosen(choice)));
}

fn export_to(session: &mut Session, path: &Path, may_replace: bool) {
    let path = path.to_owned();
    session.handle(exchange(ExchangeEvent::ExportPathChosen {
        path,
        may_replace,
    }));
}

#[test]
fn all_open_articles_are_exported() {
    let folder = Folder::new("export-all");
    let mut session = two_articles();
    press(&mut session, "Ctrl+E");
    assert_eq!(session.dialog(), Some(&Dialog::Export));
    choose(&mut session, |choice| {
        choice.articles = ExportArticles::Open;
        choice.states.insert(SpanState::Suggested);
    });
    carry_out(&mut session, &Progress::new());
    session.handle(exchange(ExchangeEvent::ExportWanted));
    let asked = carry_out(&mut session, &Progress::new());
    let [
        Request::Window(WindowRequest::PickExportPath {
            suggested,
            extension,
        }),
    ] = asked.as_slice()
    else {
        panic!("{asked:?}")
    };
    assert_eq!(suggested, Path::new("articles.jsonl"));
    assert_eq!(*extension, Some("jsonl"));
    let path = folder.0.join("out.jsonl");
    export_to(&mut session, &path, false);
    assert!(session.exchange().work().is_some());
    carry_out(&mut session, &Progress::new());
    assert_eq!(
        notice(&session),
        "2 articles with 4 spans written to out.jsonl"
    );
    assert_eq!(session.exchange().work(), None);
    assert_eq!(session.dialog(), None);
    let written = std::fs::read_to_string(path).unwrap();
    assert_eq!(written.lines().count(), 2);
    assert!(written.contains("Kyiv"), "{written}");
}

#[test]
fn only_the_chosen_spans_are_shown_and_written() {
    let mut session = two_articles();
    press(&mut session, "Ctrl+E");
    carry_out(&mut session, &Progress::new());
    let shown = |session: &Session| {
        let preview = session.exchange().preview().unwrap().clone().unwrap();
        assert!(preview.losses.is_empty());
        preview.files[0].text.clone()
    };
    assert!(
        shown(&session).contains("\"figure\""),
        "{}",
        shown(&session)
    );
    choose(&mut session, |choice| {
        choice.without.insert(label("figure"));
    });
    carry_out(&mut session, &Progress::new());
    assert!(!shown(&session).contains("\"figure\""));
    assert!(shown(&session).contains("\"claim\""));
    choose(&mut session, |choice| choice.states.clear());
    assert!(session.export_ready().is_err());
    session.handle(exchange(ExchangeEvent::ExportWanted));
    assert!(carry_out(&mut session, &Progress::new()).is_empty());
    assert!(notice(&session).starts_with("Choose at least one kind of span"));
}

#[test]
fn one_preview_is_made_at_a_time_and_the_last_choice_is_shown() {
    let mut session = two_articles();
    press(&mut session, "Ctrl+E");
    for _ in 0..5 {
        choose(&mut session, |choice| choice.one_each = !choice.one_each);
    }
    let previews = |requests: &[Request]| {
        let is_preview =
            |request: &&Request| matches!(request, Request::Task(Task::Preview { .. }));
        requests.iter().filter(is_preview).count()
    };
    let first = session.take_requests();
    assert_eq!(previews(&first), 1);
    for request in first {
        for event in
            answer(&Engine::new(schema(), None), request, &Progress::new()).unwrap_or_default()
        {
            session.handle(event);
        }
    }
    let second = session.take_requests();
    let [Request::Task(Task::Preview { request, .. })] = second.as_slice() else {
        panic!("{second:?}")
    };
    assert!(request.choice.one_each);
}

#[test]
fn a_stopped_export_leaves_nothing() {
    let folder = Folder::new("export-stop");
    let mut session = two_articles();
    press(&mut session, "Ctrl+E");
    choose(&mut session, |choice| {
        choice.articles = ExportArticles::Open;
    });
    let path = folder.0.join("out.jsonl");
    export_to(&mut session, &path, false);
    assert_eq!(
        session.is_ready(CommandId::Export),
        Err("An export or import is running; wait for it to finish, or stop it")
    );
    let started = session.take_requests();
    press(&mut session, "Ctrl+.");
    let asked = session.take_requests();
    assert!(
        matches!(
            asked.as_slice(),
            [Request::Window(WindowRequest::Cancel { .. })]
        ),
        "{asked:?}"
    );
    let progress = Progress::new();
    progress.cancel();
    for request in started {
        for event in answer(&Engine::new(schema(), None), request, &progress).unwrap_or_default() {
            session.handle(event);
        }
    }
    assert!(
        notice(&session).starts_with("Stopped"),
        "{}",
        notice(&session)
    );
    assert_eq!(std::fs::read_dir(&folder.0).unwrap().count(), 0);
    assert_eq!(session.is_ready(CommandId::Export), Ok(()));
}

#[test]
fn a_data_set_that_is_there_is_asked_about() {
    let folder = Folder::new("export-again");
    let path = folder.0.join("parts");
    let mut session = two_articles();
    for round in 0..2 {
        press(&mut session, "Ctrl+E");
        choose(&mut session, |choice| {
            choice.articles = ExportArticles::Open;
            choice.split = Some((20, 20));
        });
        export_to(&mut session, &path, false);
        carry_out(&mut session, &Progress::new());
        if round == 0 {
            assert!(path.join("copydesk.json").exists());
        }
    }
    let question = Question::ReplaceDataSet(path.clone());
    assert_eq!(session.dialog(), Some(&Dialog::Confirm(question)));
    session.handle(Event::Answered(copydesk::app::Answer::Overwrite));
    carry_out(&mut session, &Progress::new());
    assert_eq!(notice(&session), "2 articles with 3 spans written to parts");
}

#[test]
fn where_nothing_can_be_written_it_is_said() {
    let folder = Folder::new("export-nowhere");
    let mut session = two_articles();
    press(&mut session, "Ctrl+E");
    export_to(&mut session, &folder.0.join("no/such/folder.jsonl"), false);
    carry_out(&mut session, &Progress::new());
    let notice = session.notices().shown().last().unwrap();
    assert_eq!(notice.kind, NoticeKind::Problem);
    assert!(notice.text.contains("folder.jsonl"), "{}", notice.text);
    assert_eq!(session.exchange().work(), None);
}
