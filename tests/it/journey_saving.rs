//! A person saves, and the disk does not always let it: the journal has the work then.

use std::path::{Path, PathBuf};

use copydesk::app::{
    Answer, ArticleId, Dialog, Event, JournalTask, Kept, Question, Request, SaveFailure, SaveOver,
    Session, Task, WindowRequest,
};
use copydesk_document::Step;

use crate::support::{press, problems, session};

const ARTICLE: &str = "{person?90|Trump} said {figure?99|$500 billion} in {place?98|Kyiv}.";
const FILE: &str = "/articles/a.ron";

/// With one article that is saved and then changed; the journal was given the change.
pub fn changed_session() -> Session {
    let mut session = session(ARTICLE);
    press(&mut session, "Tab Enter");
    saved(&mut session, FILE);
    press(&mut session, "Tab Enter");
    session.take_requests();
    session
}

pub fn shown_id(session: &Session) -> ArticleId {
    session.article().unwrap().id
}

/// The disk says that all work on the shown article is in the file at `path`.
pub fn saved(session: &mut Session, path: &str) {
    let article = session.article().unwrap();
    session.handle(Event::Saved {
        article: article.id,
        path: PathBuf::from(path),
        stamp: "1".to_owned(),
        position: article.history().position(),
    });
}

pub fn save_fails(session: &mut Session, why: SaveFailure) {
    session.handle(Event::SaveFailed {
        article: shown_id(session),
        path: PathBuf::from(FILE),
        message: "The disk is full".to_owned(),
        why,
    });
}

/// What is asked of the disk and of the person, by name.
pub fn asked(session: &mut Session) -> Vec<String> {
    let name = |request| match request {
        Request::Task(Task::Save(save)) => Some(format!("save {}", save.path.display())),
        Request::Task(Task::Journal(task)) => Some(journaled(&task)),
        Request::Window(WindowRequest::PickSavePath { .. }) => Some("ask for a path".to_owned()),
        Request::Window(WindowRequest::Quit) => Some("quit".to_owned()),
        _ => None,
    };
    session
        .take_requests()
        .into_iter()
        .filter_map(name)
        .collect()
}

fn journaled(task: &JournalTask) -> String {
    match task {
        JournalTask::Begin { .. } => "begin".to_owned(),
        JournalTask::Keep(Kept { generation, .. }) => format!("keep {generation}"),
        JournalTask::KeepTogether(all) => format!("keep {} together", all.len()),
        JournalTask::Saved { path, .. } => format!("saved in {}", path.display()),
        JournalTask::Close(_) => "close".to_owned(),
        JournalTask::Discard(_) => "discard".to_owned(),
    }
}

/// What the journals are asked to do.
pub fn journal_tasks(session: &mut Session) -> Vec<JournalTask> {
    let task = |request| match request {
        Request::Task(Task::Journal(task)) => Some(task),
        _ => None,
    };
    session
        .take_requests()
        .into_iter()
        .filter_map(task)
        .collect()
}

/// The disk says that the journal of the shown article holds `generation`.
pub fn kept(session: &mut Session, generation: u64) {
    let article = shown_id(session);
    session.handle(Event::Kept {
        article,
        generation,
    });
}

pub fn keep_fails(session: &mut Session) {
    let (article, message) = (shown_id(session), "The disk is full".to_owned());
    session.handle(Event::KeepFailed { article, message });
}

fn close_notice(session: &mut Session) {
    let notice = session.notices().shown()[0].id;
    session.handle(Event::NoticeClosed(notice));
}

#[test]
fn work_that_could_not_be_saved_is_in_the_journal_and_so_is_each_change_after_it() {
    for why in [SaveFailure::ChangedOnDisk, SaveFailure::Other] {
        let mut session = changed_session();
        session.handle(Event::Idle);
        assert_eq!(asked(&mut session), [format!("save {FILE}")]);
        save_fails(&mut session, why);
        assert!(asked(&mut session).is_empty(), "the journal was given it");
        kept(&mut session, 2);
        assert!(session.article().unwrap().is_kept());
        session.handle(Event::Answered(Answer::Cancel));
        session.handle(Event::Idle);
        assert!(asked(&mut session).is_empty(), "the journal holds it");

        press(&mut session, "Tab Enter");
        assert_eq!(asked(&mut session), ["keep 3"]);
        session.handle(Event::Idle);
        assert!(asked(&mut session).is_empty(), "not the file again");
        kept(&mut session, 3);

        press(&mut session, "Ctrl+S");
        assert_eq!(asked(&mut session), [format!("save {FILE}")]);
        saved(&mut session, FILE);
        assert_eq!(asked(&mut session), [format!("saved in {FILE}")]);
        press(&mut session, "Ctrl+Z");
        assert_eq!(asked(&mut session), ["keep 4"]);
        session.handle(Event::Idle);
        assert_eq!(asked(&mut session), [format!("save {FILE}")], "as before");
    }
}

#[test]
fn work_is_kept_only_once_the_journal_says_so() {
    let mut session = changed_session();
    assert!(!session.article().unwrap().is_kept());
    kept(&mut session, 1);
    assert!(!session.article().unwrap().is_kept(), "that was before");
    kept(&mut session, 2);
    assert!(session.article().unwrap().is_kept());
    press(&mut session, "Tab Enter");
    assert!(!session.article().unwrap().is_kept());
    // Answers may overtake one another.
    kept(&mut session, 3);
    kept(&mut session, 2);
    assert!(session.article().unwrap().is_kept());
}

/// Nineteen suggestions, of which each is accepted by one key.
fn nineteen() -> Session {
    let marked: Vec<String> = ('a'..='s')
        .map(|letter| format!("{{person?90|{letter}nna}}"))
        .collect();
    let mut session = session(&format!("{}.", marked.join(" met ")));
    press(&mut session, "Tab");
    session.take_requests();
    session
}

#[test]
fn each_step_is_given_to_the_journal_with_the_very_next_requests() {
    let mut session = nineteen();
    for generation in 1..=19 {
        press(&mut session, "Enter");
        let tasks = journal_tasks(&mut session);
        let [
            JournalTask::Keep(Kept {
                generation: given,
                steps,
                focus,
                ..
            }),
        ] = tasks.as_slice()
        else {
            panic!("{tasks:?}")
        };
        assert_eq!(*given, generation);
        assert!(
            matches!(steps.as_slice(), [Step::Do(_)]),
            "one, though no answer came to the one before: {steps:?}"
        );
        assert_eq!(focus.as_ref(), session.article().unwrap().focus());
    }
    assert_eq!(session.article().unwrap().counts().accepted, 19);
}

#[test]
fn steps_that_come_together_are_given_to_the_journal_together_and_in_order() {
    let mut session = nineteen();
    press(&mut session, &"Enter ".repeat(19));
    press(&mut session, "Ctrl+Z Ctrl+Z Ctrl+Y");
    let tasks = journal_tasks(&mut session);
    let [
        JournalTask::Keep(Kept {
            generation: 22,
            steps,
            ..
        }),
    ] = tasks.as_slice()
    else {
        panic!("{tasks:?}")
    };
    let (done, then) = steps.split_at(19);
    assert!(done.iter().all(|step| matches!(step, Step::Do(_))));
    assert_eq!(then, [Step::Undo, Step::Undo, Step::Redo]);
    assert!(journal_tasks(&mut session).is_empty(), "once");
}

#[test]
fn a_journal_knows_its_file_and_what_that_held() {
    let mut session = changed_session();
    saved(&mut session, "/articles/b.ron");
    let tasks = journal_tasks(&mut session);
    let [
        JournalTask::Saved {
            position,
            path,
            stamp,
            ..
        },
    ] = tasks.as_slice()
    else {
        panic!("{tasks:?}")
    };
    assert_eq!(path, Path::new("/articles/b.ron"));
    assert_eq!((*position, stamp.as_deref()), (Some(2), Some("1")));

    // Begun anew, it still knows.
    keep_fails(&mut session);
    session.handle(Event::Idle);
    let tasks = journal_tasks(&mut session);
    let Some(JournalTask::Begin {
        open,
        source,
        stamp,
        ..
    }) = tasks.first()
    else {
        panic!("{tasks:?}")
    };
    assert_eq!(source.as_deref(), Some(Path::new("/articles/b.ron")));
    assert_eq!(stamp.as_deref(), Some("1"));
    assert_eq!(open.history().position(), 2, "with all that was done");
}

#[test]
fn a_failed_save_says_why() {
    let mut session = changed_session();
    save_fails(&mut session, SaveFailure::Other);
    assert_eq!(problems(&session), ["The disk is full"]);
    assert_eq!(session.dialog(), None);
    save_fails(&mut session, SaveFailure::ChangedOnDisk);
    let question = Question::ChangedOnDisk(shown_id(&session));
    assert_eq!(session.dialog(), Some(&Dialog::Confirm(question)));
}

#[test]
fn each_answer_where_another_program_changed_the_file() {
    let answered = |answer| {
        let mut session = changed_session();
        save_fails(&mut session, SaveFailure::ChangedOnDisk);
        kept(&mut session, 2);
        session.take_requests();
        session.handle(Event::Answered(answer));
        assert_eq!(session.dialog(), None, "{answer:?}");
        assert!(session.article().unwrap().is_unsaved(), "{answer:?}");
        session
    };
    let mut overwritten = answered(Answer::Overwrite);
    let requests = overwritten.take_requests();
    let [Request::Task(Task::Save(save))] = requests.as_slice() else {
        panic!("{requests:?}")
    };
    assert_eq!(save.over, SaveOver::Anything);
    assert_eq!(asked(&mut answered(Answer::Save)), ["ask for a path"]);
    for answer in [Answer::Cancel, Answer::Keep, Answer::Discard] {
        assert!(asked(&mut answered(answer)).is_empty(), "{answer:?}");
    }
}

#[test]
fn a_journal_that_fails_is_reported_once_and_tried_again() {
    let mut session = session(ARTICLE);
    press(&mut session, "Tab Enter");
    assert_eq!(asked(&mut session), ["keep 1"]);
    session.handle(Event::Idle);
    assert!(asked(&mut session).is_empty(), "one is on its way");
    for _ in 0..2 {
        keep_fails(&mut session);
        assert!(session.has_unkept_work());
        assert!(!session.article().unwrap().is_kept());
        session.handle(Event::Idle);
        assert_eq!(asked(&mut session), ["begin", "keep 1"], "with all of it");
    }
    let shown = problems(&session);
    assert_eq!(shown.len(), 1);
    assert!(
        shown[0].contains("“article”") && shown[0].ends_with("The disk is full"),
        "{shown:?}"
    );
    close_notice(&mut session);
    session.handle(Event::Idle);
    keep_fails(&mut session);
    assert!(
        problems(&session).is_empty(),
        "the same is not reported again"
    );
    kept(&mut session, 1);
    assert!(!session.has_unkept_work());
    keep_fails(&mut session);
    assert_eq!(problems(&session).len(), 1, "it is a new one by now");
}

#[test]
fn work_done_while_the_journal_fails_is_in_it_once_it_is_tried_again() {
    let mut session = session(ARTICLE);
    press(&mut session, "Tab Enter");
    session.take_requests();
    keep_fails(&mut session);
    press(&mut session, "Tab Enter");
    session.handle(Event::Idle);
    let tasks = journal_tasks(&mut session);
    let [
        JournalTask::Begin { open, .. },
        JournalTask::Keep(Kept {
            generation, steps, ..
        }),
    ] = tasks.as_slice()
    else {
        panic!("{tasks:?}")
    };
    assert_eq!(open.history().position(), 2);
    assert_eq!((*generation, steps.as_slice()), (2, [].as_slice()));
}

#[test]
fn the_journal_goes_on_where_all_is_undone_and_nothing_is_unsaved() {
    let mut session = session(ARTICLE);
    press(&mut session, "Tab Enter");
    session.take_requests();
    kept(&mut session, 1);
    press(&mut session, "Ctrl+Z");
    assert_eq!(asked(&mut session), ["keep 2"]);
    let article = session.article().unwrap();
    assert!(article.is_kept() && !article.is_unsaved());
    assert!(!session.has_unkept_work());
}

#[test]
fn a_save_that_holds_less_than_was_done_since_waits_for_the_journal() {
    let mut session = changed_session();
    session.handle(Event::Idle);
    let position = session.article().unwrap().history().position();
    press(&mut session, "Tab Enter Ctrl+W");
    session.handle(Event::Answered(Answer::Keep));
    let mut tasks = asked(&mut session);
    tasks.sort();
    assert_eq!(tasks, ["keep 3".to_owned(), format!("save {FILE}")]);
    session.handle(Event::Saved {
        article: shown_id(&session),
        path: PathBuf::from(FILE),
        stamp: "2".to_owned(),
        position,
    });
    assert_eq!(asked(&mut session), [format!("saved in {FILE}")]);
    assert_eq!(session.articles().len(), 1, "the last step is not kept yet");
    kept(&mut session, 3);
    assert!(session.articles().is_empty());
    assert_eq!(asked(&mut session), ["close"]);
}

#[test]
fn work_that_replaced_what_is_being_saved_is_still_unsaved() {
    let mut session = changed_session();
    session.handle(Event::Idle);
    let position = session.article().unwrap().history().position();
    press(&mut session, "Ctrl+Z Tab X");
    session.take_requests();
    assert_eq!(
        session.article().unwrap().history().position(),
        position,
        "as many steps, but others"
    );
    session.handle(Event::Saved {
        article: shown_id(&session),
        path: PathBuf::from(FILE),
        stamp: "2".to_owned(),
        position,
    });
    assert!(session.article().unwrap().is_unsaved());
    let tasks = journal_tasks(&mut session);
    let [JournalTask::Saved { position, .. }] = tasks.as_slice() else {
        panic!("{tasks:?}")
    };
    assert_eq!(*position, None, "after a crash it is unsaved too");
}

#[test]
fn work_that_a_panic_may_have_lost_is_kept_anew() {
    let mut session = changed_session();
    session.handle(Event::Panicked("index out of bounds".to_owned()));
    assert_eq!(asked(&mut session), ["begin", "keep 2"]);
    kept(&mut session, 2);
    session.handle(Event::Panicked("index out of bounds".to_owned()));
    assert!(asked(&mut session).is_empty(), "the journal holds it");
}
