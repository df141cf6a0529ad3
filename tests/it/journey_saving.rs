//! A person saves, and the disk does not always let it: the work is then kept elsewhere.

use std::path::{Path, PathBuf};

use copydesk::app::{
    Answer, ArticleId, Dialog, Event, Question, Request, SaveFailure, SaveOver, Session, Task,
    WindowRequest,
};

use crate::support::{press, problems, session};

const ARTICLE: &str = "{person?90|Trump} said {figure?99|$500 billion} in {place?98|Kyiv}.";
const FILE: &str = "/articles/a.ron";

/// With one article that is saved and then changed.
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

/// What is asked of the disk, by name.
pub fn asked(session: &mut Session) -> Vec<String> {
    let name = |request| match request {
        Request::Task(Task::Save(save)) => Some(format!("save {}", save.path.display())),
        Request::SaveDraft { generation, .. } => Some(format!("draft of {generation}")),
        Request::DropDraft { source, .. } => Some(format!(
            "drop draft of {}",
            source.as_deref().unwrap_or(Path::new("nothing")).display()
        )),
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

pub fn draft_saved(session: &mut Session, generation: u64) {
    let article = shown_id(session);
    session.handle(Event::DraftSaved {
        article,
        generation,
    });
}

#[test]
fn work_that_could_not_be_saved_is_kept_as_a_draft_at_once_and_after_each_change() {
    for why in [SaveFailure::ChangedOnDisk, SaveFailure::Other] {
        let mut session = changed_session();
        session.handle(Event::Idle);
        assert_eq!(asked(&mut session), [format!("save {FILE}")]);
        save_fails(&mut session, why);
        assert_eq!(asked(&mut session), ["draft of 2"]);
        draft_saved(&mut session, 2);
        session.handle(Event::Answered(Answer::Cancel));
        session.handle(Event::Idle);
        assert!(asked(&mut session).is_empty(), "the draft holds it");

        press(&mut session, "Tab Enter");
        asked(&mut session);
        session.handle(Event::Idle);
        assert_eq!(asked(&mut session), ["draft of 3"], "not the file again");
        draft_saved(&mut session, 3);

        press(&mut session, "Ctrl+S");
        assert_eq!(asked(&mut session), [format!("save {FILE}")]);
        saved(&mut session, FILE);
        assert_eq!(asked(&mut session), [format!("drop draft of {FILE}")]);
        press(&mut session, "Ctrl+Z");
        session.handle(Event::Idle);
        assert_eq!(asked(&mut session), [format!("save {FILE}")], "as before");
    }
}

#[test]
fn a_draft_knows_its_file_and_what_that_held() {
    let mut session = changed_session();
    save_fails(&mut session, SaveFailure::Other);
    let requests = session.take_requests();
    let [Request::SaveDraft { source, base, .. }] = requests.as_slice() else {
        panic!("{requests:?}")
    };
    assert_eq!(source.as_deref(), Some(Path::new(FILE)));
    assert_eq!(base.as_deref(), Some("1"));
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
        draft_saved(&mut session, 2);
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
fn a_draft_that_fails_is_told_once_and_tried_again() {
    let mut session = session(ARTICLE);
    press(&mut session, "Tab Enter");
    session.take_requests();
    let article = shown_id(&session);
    for _ in 0..2 {
        session.handle(Event::Idle);
        assert_eq!(asked(&mut session), ["draft of 1"]);
        assert!(!session.has_unkept_work(), "one is on its way");
        let message = "The disk is full".to_owned();
        session.handle(Event::DraftFailed { article, message });
        assert!(session.has_unkept_work());
    }
    let told = problems(&session);
    assert_eq!(told.len(), 1);
    assert!(
        told[0].contains("“article”") && told[0].ends_with("The disk is full"),
        "{told:?}"
    );
    let notice = session.notices().shown()[0].id;
    session.handle(Event::NoticeClosed(notice));
    session.handle(Event::Idle);
    let message = "The disk is full".to_owned();
    session.handle(Event::DraftFailed { article, message });
    assert!(problems(&session).is_empty(), "the same is not told again");
}

#[test]
fn a_draft_is_dropped_when_all_is_undone() {
    let mut session = session(ARTICLE);
    press(&mut session, "Tab Enter");
    session.handle(Event::Idle);
    draft_saved(&mut session, 1);
    press(&mut session, "Ctrl+Z");
    session.take_requests();
    assert!(session.has_unkept_work());
    session.handle(Event::Idle);
    assert_eq!(asked(&mut session), ["drop draft of nothing"]);
    assert!(!session.has_unkept_work());
}

#[test]
fn a_draft_goes_once_its_article_is_saved_under_another_name() {
    let mut session = changed_session();
    save_fails(&mut session, SaveFailure::Other);
    draft_saved(&mut session, 2);
    session.take_requests();
    saved(&mut session, "/articles/b.ron");
    assert_eq!(asked(&mut session), [format!("drop draft of {FILE}")]);
}

#[test]
fn a_save_that_holds_less_than_the_draft_behind_it_leaves_the_draft() {
    let mut session = changed_session();
    session.handle(Event::Idle);
    let position = session.article().unwrap().history().position();
    press(&mut session, "Tab Enter Ctrl+W");
    session.handle(Event::Answered(Answer::Keep));
    assert_eq!(
        asked(&mut session),
        [format!("save {FILE}"), "draft of 3".to_owned()]
    );
    session.handle(Event::Saved {
        article: shown_id(&session),
        path: PathBuf::from(FILE),
        stamp: "2".to_owned(),
        position,
    });
    assert!(asked(&mut session).is_empty(), "the draft is not dropped");
    draft_saved(&mut session, 3);
    assert!(session.articles().is_empty());
}

#[test]
fn work_that_replaced_what_is_being_saved_is_still_unsaved() {
    let mut session = changed_session();
    session.handle(Event::Idle);
    let position = session.article().unwrap().history().position();
    press(&mut session, "Ctrl+Z Tab X");
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
}
