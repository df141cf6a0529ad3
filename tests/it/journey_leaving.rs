//! A person closes and quits with unsaved work: nothing goes before it is safe.

use std::path::PathBuf;

use copydesk::app::{Answer, Dialog, Event, PathPurpose, Question, SaveFailure, Session};

use crate::journey_saving::{
    asked, changed_session, keep_fails, kept, save_fails, saved, shown_id,
};
use crate::support::{open, press, problems, session};

const FILE: &str = "/articles/a.ron";

/// With one unsaved article that has no file yet.
fn new_session() -> Session {
    let mut session = session("{person?90|Trump} said {figure?99|$500 billion}.");
    press(&mut session, "Tab Enter");
    session.take_requests();
    session
}

fn close(mut session: Session, answer: Answer) -> Session {
    press(&mut session, "Ctrl+W");
    let question = Question::Close(shown_id(&session));
    assert_eq!(session.dialog(), Some(&Dialog::Confirm(question)));
    session.handle(Event::Answered(answer));
    assert_eq!(session.dialog(), None);
    session
}

fn quit(mut session: Session, answer: Answer) -> Session {
    session.handle(Event::CloseRequested);
    let unsaved = session
        .articles()
        .iter()
        .filter(|it| it.is_unsaved())
        .count();
    let question = Question::Quit { unsaved };
    assert_eq!(session.dialog(), Some(&Dialog::Confirm(question)));
    session.handle(Event::Answered(answer));
    assert_eq!(session.dialog(), None);
    session
}

fn quits(session: &mut Session) -> bool {
    asked(session).contains(&"quit".to_owned())
}

#[test]
fn close_and_save_closes_once_the_file_holds_the_work() {
    let mut session = close(changed_session(), Answer::Save);
    assert_eq!(asked(&mut session), [format!("save {FILE}")]);
    assert_eq!(session.articles().len(), 1, "not before it is saved");
    saved(&mut session, FILE);
    assert!(session.articles().is_empty());
    let last = [format!("saved in {FILE}"), "close".to_owned()];
    assert_eq!(asked(&mut session), last);
}

#[test]
fn close_and_keep_writes_nothing_to_the_file() {
    let mut session = close(changed_session(), Answer::Keep);
    assert!(asked(&mut session).is_empty(), "it is on its way");
    assert_eq!(session.articles().len(), 1, "not before it is kept");
    kept(&mut session, 2);
    assert!(session.articles().is_empty());
    assert_eq!(asked(&mut session), ["close"]);
}

#[test]
fn close_and_discard_discards_the_journal() {
    let mut session = close(changed_session(), Answer::Discard);
    assert_eq!(asked(&mut session), ["discard", "close"]);
    assert!(session.articles().is_empty());
}

#[test]
fn close_and_cancel_changes_nothing() {
    for answer in [Answer::Cancel, Answer::Overwrite] {
        let mut session = close(changed_session(), answer);
        assert!(asked(&mut session).is_empty());
        saved(&mut session, FILE);
        assert_eq!(session.articles().len(), 1);
    }
}

#[test]
fn an_article_stays_open_where_its_work_cannot_be_kept() {
    let mut session = close(changed_session(), Answer::Save);
    save_fails(&mut session, SaveFailure::Other);
    saved(&mut session, FILE);
    assert_eq!(session.articles().len(), 1);

    let mut session = close(changed_session(), Answer::Keep);
    for _ in 0..2 {
        keep_fails(&mut session);
        assert_eq!(session.articles().len(), 1);
        assert_eq!(
            problems(&session).len(),
            1,
            "reported whenever it was wanted"
        );
        let notice = session.notices().shown()[0].id;
        session.handle(Event::NoticeClosed(notice));
        session.take_requests();
        session = close(session, Answer::Keep);
        assert_eq!(asked(&mut session), ["begin", "keep 2"], "tried again");
    }
    kept(&mut session, 2);
    assert!(session.articles().is_empty());
}

#[test]
fn quit_and_save_asks_for_names_one_by_one() {
    let mut session = new_session();
    open(&mut session, "second", "{person|Macron} was there.");
    session = quit(session, Answer::Save);
    assert_eq!(asked(&mut session), ["ask for a path"]);
    saved(&mut session, FILE);
    let next = asked(&mut session);
    assert!(next.contains(&"ask for a path".to_owned()), "{next:?}");
    assert_eq!(session.article().unwrap().title(), "second");
    saved(&mut session, "/articles/b.ron");
    assert!(quits(&mut session));
}

#[test]
fn quit_and_keep_waits_for_all_journals() {
    let mut session = changed_session();
    open(&mut session, "second", "{person|Macron} was there.");
    session = quit(session, Answer::Keep);
    assert!(asked(&mut session).is_empty(), "both are on their way");
    kept(&mut session, 1);
    assert!(!quits(&mut session));
    let first = session.articles()[0].id;
    session.handle(Event::ArticleChosen(first));
    kept(&mut session, 2);
    assert_eq!(asked(&mut session), ["close", "close", "quit"]);
}

#[test]
fn quit_and_keep_stays_where_a_journal_fails() {
    let mut session = quit(new_session(), Answer::Keep);
    keep_fails(&mut session);
    assert!(!quits(&mut session));
    session.handle(Event::Idle);
    kept(&mut session, 1);
    assert!(!quits(&mut session), "a later one does not quit by itself");
}

#[test]
fn quit_and_discard_discards_journals_and_cancel_stays() {
    let mut session = quit(changed_session(), Answer::Discard);
    assert_eq!(asked(&mut session), ["discard", "close", "quit"]);
    for answer in [Answer::Cancel, Answer::Overwrite] {
        assert!(asked(&mut quit(changed_session(), answer)).is_empty());
    }
}

#[test]
fn work_that_no_file_takes_survives_cancel_and_quit() {
    let mut session = changed_session();
    session.handle(Event::Idle);
    save_fails(&mut session, SaveFailure::ChangedOnDisk);
    kept(&mut session, 2);
    session.handle(Event::Answered(Answer::Cancel));
    session = quit(session, Answer::Keep);
    assert_eq!(
        asked(&mut session),
        [&format!("save {FILE}"), "close", "quit"]
    );
}

/// Quits with Save and calls the path off in the given way; then an autosave succeeds.
fn quit_called_off(call_off: impl FnOnce(&mut Session, PathPurpose)) {
    let mut session = quit(new_session(), Answer::Save);
    let purpose = PathPurpose::Save(shown_id(&session));
    call_off(&mut session, purpose);
    assert_eq!(session.dialog(), None);
    saved(&mut session, FILE);
    assert!(!quits(&mut session));
}

#[test]
fn a_save_dialog_that_is_cancelled_takes_back_the_quit() {
    quit_called_off(|session, purpose| session.handle(Event::DialogCancelled(purpose)));
    quit_called_off(|session, purpose| {
        session.handle(Event::NoFileDialog(purpose));
        assert_eq!(session.dialog(), Some(&Dialog::Path(purpose)));
        session.handle(Event::DialogClosed);
    });
    quit_called_off(|session, _| save_fails(session, SaveFailure::Other));
}

#[test]
fn a_dialog_that_asks_for_something_else_leaves_the_quit() {
    let mut session = quit(new_session(), Answer::Save);
    session.handle(Event::DialogCancelled(PathPurpose::Open));
    saved(&mut session, FILE);
    assert!(quits(&mut session));
}

#[test]
fn another_article_that_is_saved_meanwhile_asks_no_second_time() {
    let mut session = new_session();
    open(&mut session, "second", "{person|Macron} was there.");
    let second = shown_id(&session);
    session = quit(session, Answer::Save);
    session.take_requests();
    session.handle(Event::Saved {
        article: second,
        path: PathBuf::from("/articles/b.ron"),
        stamp: "1".to_owned(),
        position: 1,
    });
    let asked = asked(&mut session);
    assert!(!asked.contains(&"ask for a path".to_owned()), "{asked:?}");
}

#[test]
fn a_save_that_is_on_its_way_is_not_begun_twice() {
    let mut session = changed_session();
    session.handle(Event::Idle);
    session.take_requests();
    session = quit(session, Answer::Save);
    assert!(asked(&mut session).is_empty(), "its stamp is not known yet");
    saved(&mut session, FILE);
    assert!(quits(&mut session));
}

#[test]
fn overwriting_on_the_way_out_goes_on_quitting() {
    let mut session = quit(changed_session(), Answer::Save);
    save_fails(&mut session, SaveFailure::ChangedOnDisk);
    session.handle(Event::Answered(Answer::Overwrite));
    saved(&mut session, FILE);
    assert!(quits(&mut session));

    let mut session = quit(changed_session(), Answer::Save);
    save_fails(&mut session, SaveFailure::ChangedOnDisk);
    session.handle(Event::Answered(Answer::Cancel));
    saved(&mut session, FILE);
    assert!(!quits(&mut session));
}

#[test]
fn nothing_unsaved_quits_at_once() {
    let mut session = session("Nothing here.");
    session.handle(Event::CloseRequested);
    assert_eq!(asked(&mut session), ["close", "quit"]);
}

/// The last steps may be done in the very frame in which a person leaves.
#[test]
fn a_journal_gets_the_last_steps_before_it_is_closed() {
    let last = ["keep 3", "close"];
    let mut session = changed_session();
    press(&mut session, "Ctrl+Z Ctrl+W");
    assert!(session.articles().is_empty(), "nothing is unsaved");
    assert_eq!(asked(&mut session), last);

    let mut session = changed_session();
    press(&mut session, "Ctrl+Z Ctrl+Q");
    assert_eq!(asked(&mut session), [last.as_slice(), &["quit"]].concat());
}
