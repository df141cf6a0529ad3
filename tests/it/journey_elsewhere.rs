//! A person opens an article that another window has open.

use copydesk::app::{Answer, Dialog, Event, JournalTask, Kept, Question, Session};

use crate::journey_saving::{asked, journal_tasks, keep_fails, kept, shown_id};
use crate::support::{press, problems, session, shown};

const ARTICLE: &str = "{person?90|Trump} said {figure?99|$500 billion}.";
const READ_ONLY: &str = "Read-only: the article is open in another window";

/// The disk says so of the shown article, and the person is asked.
fn elsewhere(mut session: Session) -> Session {
    session.take_requests();
    let article = shown_id(&session);
    session.handle(Event::OpenElsewhere {
        article,
        by: "Ann (process 7)".to_owned(),
    });
    let question = Question::OpenElsewhere(article);
    assert_eq!(session.dialog(), Some(&Dialog::Confirm(question)));
    session
}

fn answered(session: Session, answer: Answer) -> Session {
    let mut session = elsewhere(session);
    session.handle(Event::Answered(answer));
    assert_eq!(session.dialog(), None);
    session
}

#[test]
fn an_article_opened_read_only_cannot_be_changed_and_a_notice_says_why() {
    let mut session = answered(session(ARTICLE), Answer::Cancel);
    assert_eq!(
        session.article().unwrap().open_elsewhere(),
        Some("Ann (process 7)")
    );
    for keys in ["Tab Enter", "Tab X", "Tab L", "M", "Space", "Ctrl+Enter"] {
        press(&mut session, keys);
        assert_eq!(shown(&session), ARTICLE, "{keys}");
        let shown = session.notices().shown();
        assert!(
            shown.len() == 1 && shown[0].text == READ_ONLY,
            "{keys}: {shown:?}"
        );
        let notices: Vec<u64> = shown.iter().map(|notice| notice.id).collect();
        for notice in notices {
            session.handle(Event::NoticeClosed(notice));
        }
    }
    let article = session.article().unwrap();
    assert!(!article.is_unsaved() && article.is_kept());
    session.handle(Event::Idle);
    assert!(asked(&mut session).is_empty(), "nothing is to be kept");
}

#[test]
fn what_was_done_before_the_answer_cannot_be_undone_read_only_and_a_notice_says_why() {
    let mut session = session(ARTICLE);
    press(&mut session, "Tab Enter");
    let mut session = answered(session, Answer::Cancel);
    let before = shown(&session);
    press(&mut session, "Ctrl+Z");
    assert_eq!(shown(&session), before);
    let shown = session.notices().shown();
    assert!(shown.len() == 1 && shown[0].text == READ_ONLY, "{shown:?}");
}

#[test]
fn an_article_opened_anyway_has_a_journal_of_its_own() {
    let mut session = answered(session(ARTICLE), Answer::Overwrite);
    let tasks = journal_tasks(&mut session);
    let [JournalTask::Begin { is_anyway, .. }] = tasks.as_slice() else {
        panic!("{tasks:?}")
    };
    assert!(is_anyway);
    assert_eq!(session.article().unwrap().open_elsewhere(), None);
    press(&mut session, "Tab Enter");
    assert!(shown(&session).starts_with("{person|Trump}"));
    assert_eq!(asked(&mut session), ["keep 1"]);
}

#[test]
fn what_was_done_before_the_answer_is_kept_if_it_is_opened_anyway() {
    let mut session = session(ARTICLE);
    press(&mut session, "Tab Enter");
    session = answered(session, Answer::Overwrite);
    assert!(!session.article().unwrap().is_kept());
    let tasks = journal_tasks(&mut session);
    let [
        JournalTask::Begin { open, .. },
        JournalTask::Keep(Kept {
            generation: 1,
            steps,
            ..
        }),
    ] = tasks.as_slice()
    else {
        panic!("{tasks:?}")
    };
    assert_eq!(open.history().position(), 1);
    assert!(steps.is_empty(), "the journal begins with it");
    kept(&mut session, 1);
    assert!(session.article().unwrap().is_kept());
}

/// A step that was on its way to the journal when that turned out to be locked.
#[test]
fn a_step_that_came_too_early_is_neither_reported_nor_tried_again() {
    let mut session = session(ARTICLE);
    press(&mut session, "Tab Enter");
    let mut session = answered(session, Answer::Cancel);
    keep_fails(&mut session);
    assert_eq!(problems(&session), [""; 0]);
    session.handle(Event::Idle);
    assert!(asked(&mut session).is_empty());
    assert_eq!(session.dialog(), None, "the question does not come again");
}

#[test]
fn an_article_that_is_not_wanted_twice_is_closed() {
    let mut session = answered(session(ARTICLE), Answer::Discard);
    assert!(session.articles().is_empty());
    assert_eq!(asked(&mut session), ["close"]);
}

#[test]
fn a_read_only_article_is_closed_without_a_question() {
    let mut session = answered(session(ARTICLE), Answer::Cancel);
    press(&mut session, "Ctrl+W");
    assert!(session.articles().is_empty());
    assert_eq!(session.dialog(), None);
}
