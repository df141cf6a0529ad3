//! Two windows or programs work on one article file: merging, taking theirs, keeping a copy, reading only.

use std::path::{Path, PathBuf};

use copydesk::app::{
    Answer, CommandId, Dialog, Event, JournalTask, Kept, NoticeAction, Question, Request,
    SaveFailure, SaveOver, Session, Task, Theirs, WindowRequest,
};
use copydesk_document::review::Target;
use copydesk_document::{Document, Metadata, OpenDocument};
use copydesk_text::ArticleText;

use crate::journey_saving::{asked, journal_tasks, save_fails, saved, shown_id};
use crate::support::{label, open, press, schema, session, shown};

const ARTICLE: &str = "{person|Trump} said {figure?99|$500 billion} in {place?98|Kyiv}.";
const FILE: &str = "/articles/a.ron";

/// Saved; then, by `mine`, work of one's own; and, by `theirs`, that of another program in the file.
fn both(mine: &str, theirs: impl FnOnce(&mut OpenDocument)) -> Session {
    let mut session = session(ARTICLE);
    saved(&mut session, FILE);
    let mut other = OpenDocument::new(session.article().unwrap().document().clone());
    theirs(&mut other);
    let target = session.article().unwrap().items()[0].target.clone();
    session.handle(Event::Focused(target));
    press(&mut session, mine);
    session.take_requests();
    save_fails(&mut session, SaveFailure::ChangedOnDisk);
    assert!(session.take_requests().iter().any(|request| {
        matches!(request, Request::Task(Task::ReadTheirs { path, .. }) if path == Path::new(FILE))
    }));
    answer_theirs(&mut session, Ok(other.document().clone()));
    session
}

fn answer_theirs(session: &mut Session, document: Result<Document, String>) {
    session.handle(Event::TheirsRead {
        article: shown_id(session),
        theirs: document.map(|document| {
            Box::new(Theirs {
                document,
                stamp: "2".to_owned(),
                has_unfit: false,
            })
        }),
    });
}

fn mark(open: &mut OpenDocument, words: &str, as_label: &str) {
    let text = open.document().text();
    let start = text.as_str().find(words).unwrap();
    let span = text.span(start, start + words.len()).unwrap();
    open.annotate(span, &label(as_label)).unwrap();
}

/// The saves that were asked for: where to, and over what.
fn saves(session: &mut Session) -> Vec<(PathBuf, SaveOver)> {
    let save = |request| match request {
        Request::Task(Task::Save(save)) => Some((save.path, save.over)),
        _ => None,
    };
    let requests = session.take_requests();
    requests.into_iter().filter_map(save).collect()
}

const MERGED: &str = "{person|Trump} said {figure|$500 billion} in {place|Kyiv}.";

#[test]
fn a_merge_has_the_work_of_both_and_is_saved_and_undone_in_one_step() {
    let mut session = both("Tab Enter", |theirs| mark(theirs, "Kyiv", "place"));
    let mine = shown(&session);
    let question = Question::ChangedOnDisk(shown_id(&session));
    assert_eq!(session.dialog(), Some(&Dialog::Confirm(question)));
    session.handle(Event::Answered(Answer::Merge));
    assert_eq!(shown(&session), MERGED);
    assert_eq!(session.dialog(), None, "there is nothing to decide");
    let over = SaveOver::Known("2".to_owned());
    assert_eq!(saves(&mut session), [(PathBuf::from(FILE), over)]);
    saved(&mut session, FILE);
    assert!(!session.article().unwrap().is_unsaved());
    press(&mut session, "Ctrl+Z");
    assert_eq!(shown(&session), mine);
}

/// Mine says that Trump is a place; theirs removed him, and marked Kyiv.
fn in_conflict() -> Session {
    both("L", |theirs| {
        let trump = theirs.document().annotations().iter().next().unwrap().id;
        theirs.remove(trump).unwrap();
        mark(theirs, "Kyiv", "place");
    })
}

const MINE: &str = "{place|Trump} said {figure?99|$500 billion} in {place|Kyiv}.";
const THEIRS: &str = "Trump said {figure?99|$500 billion} in {place|Kyiv}.";

#[test]
fn what_both_changed_stays_mine_until_theirs_is_taken() {
    let mut session = in_conflict();
    session.handle(Event::Answered(Answer::Merge));
    assert_eq!(shown(&session), MINE);
    assert_eq!(session.dialog(), Some(&Dialog::Conflicts));
    assert_eq!(session.conflicts().unwrap().lines.len(), 1);
    saved(&mut session, FILE);

    let decide = |session: &mut Session, is_theirs| {
        let index = 0;
        session.handle(Event::ConflictDecided { index, is_theirs });
    };
    decide(&mut session, false);
    assert!(!session.article().unwrap().is_unsaved(), "it is mine");
    decide(&mut session, true);
    assert_eq!(shown(&session), THEIRS);
    assert_eq!(
        session.title_of(CommandId::Undo),
        "Undo take their version of “Trump”"
    );
    decide(&mut session, false);
    assert_eq!(shown(&session), MINE);
    assert_eq!(
        session.title_of(CommandId::Undo),
        "Undo keep my version of “Trump”"
    );
    decide(&mut session, true);
    session.handle(Event::DialogClosed);
    assert_eq!(session.dialog(), None);
    assert!(session.article().unwrap().is_unsaved());
    session.take_requests();
    session.handle(Event::Idle);
    assert_eq!(asked(&mut session), [format!("save {FILE}")]);
    press(&mut session, "Ctrl+Z");
    assert_eq!(shown(&session), MINE);
}

#[test]
fn using_theirs_makes_the_article_what_is_in_the_file() {
    let mut session = both("Tab Enter", |theirs| mark(theirs, "Kyiv", "place"));
    let mine = shown(&session);
    session.handle(Event::Answered(Answer::TakeTheirs));
    assert_eq!(
        shown(&session),
        "{person|Trump} said {figure?99|$500 billion} in {place|Kyiv}."
    );
    assert!(!session.article().unwrap().is_unsaved());
    let journal: Vec<&str> = session
        .take_requests()
        .iter()
        .filter_map(|request| match request {
            Request::Task(Task::Journal(JournalTask::Keep(Kept { steps, .. })))
                if steps.len() == 1 =>
            {
                Some("keep the step")
            }
            Request::Task(Task::Journal(JournalTask::Saved { stamp, .. }))
                if stamp.as_deref() == Some("2") =>
            {
                Some("saved")
            }
            Request::Task(Task::Save(_)) => Some("write the file"),
            _ => None,
        })
        .collect();
    assert_eq!(journal, ["keep the step", "saved"]);
    press(&mut session, "Ctrl+Z");
    assert_eq!(shown(&session), mine);
    assert!(session.article().unwrap().is_unsaved());
    press(&mut session, "Ctrl+S");
    let over = SaveOver::Known("2".to_owned());
    assert_eq!(saves(&mut session), [(PathBuf::from(FILE), over)]);
}

#[test]
fn a_file_that_cannot_be_read_is_neither_merged_nor_used() {
    for answer in [Answer::Merge, Answer::TakeTheirs] {
        let mut session = both("Tab Enter", |_| ());
        answer_theirs(&mut session, Err("It is damaged".to_owned()));
        let id = shown_id(&session);
        assert_eq!(session.theirs_ready(id), Err("It is damaged"));
        let mine = shown(&session);
        session.handle(Event::Answered(answer));
        assert_eq!(shown(&session), mine);
        assert!(saves(&mut session).is_empty());
        let notices = session.notices().shown();
        assert!(notices.iter().any(|it| it.text == "It is damaged"));
    }
}

#[test]
fn another_text_cannot_be_merged() {
    let mut session = both("Tab Enter", |_| ());
    let text = ArticleText::new("Trump said nothing.");
    let other = Document::new(text, schema(), Metadata::default());
    answer_theirs(&mut session, Ok(other));
    let reason = session.theirs_ready(shown_id(&session)).unwrap_err();
    assert!(reason.contains("different text"), "{reason}");
}

#[test]
fn while_the_file_is_read_it_cannot_be_merged_yet() {
    let mut session = session(ARTICLE);
    saved(&mut session, FILE);
    press(&mut session, "Tab Enter");
    save_fails(&mut session, SaveFailure::ChangedOnDisk);
    let id = shown_id(&session);
    assert_eq!(session.theirs_ready(id), Err("Reading the file…"));
    session.handle(Event::Answered(Answer::Cancel));
    assert_eq!(session.dialog(), None);
    assert!(session.article().unwrap().is_unsaved());
}

/// A person who closes the article, and in whose way the file is that another program wrote.
fn closing(mut session: Session, answer: Answer) -> Session {
    let theirs = session.theirs_ready(shown_id(&session)).is_ok();
    assert!(theirs, "it was read");
    session.handle(Event::Answered(Answer::Cancel));
    press(&mut session, "Ctrl+W");
    session.handle(Event::Answered(Answer::Save));
    save_fails(&mut session, SaveFailure::ChangedOnDisk);
    let article = session.article().unwrap();
    let mut other = OpenDocument::new(article.document().clone());
    let first = other.document().annotations().iter().next().map(|it| it.id);
    other.remove(first.unwrap()).unwrap();
    answer_theirs(&mut session, Ok(other.document().clone()));
    session.handle(Event::Answered(answer));
    session
}

#[test]
fn an_article_is_closed_once_the_merge_is_saved() {
    let session = both("M", |_| ());
    let mut session = closing(session, Answer::Merge);
    assert_eq!(session.articles().len(), 1);
    saved(&mut session, FILE);
    assert!(session.articles().is_empty());
    let session = both("M", |_| ());
    assert!(closing(session, Answer::TakeTheirs).articles().is_empty());
}

#[test]
fn an_article_is_not_closed_before_a_person_saw_the_conflicts() {
    let session = both("L", |_| ());
    let mut session = closing(session, Answer::Merge);
    assert_eq!(session.dialog(), Some(&Dialog::Conflicts));
    saved(&mut session, FILE);
    assert_eq!(session.articles().len(), 1);
}

#[test]
fn a_failed_save_offers_a_copy_of_that_article_whichever_is_shown() {
    let mut session = session(ARTICLE);
    saved(&mut session, FILE);
    let first = shown_id(&session);
    press(&mut session, "Tab Enter");
    save_fails(&mut session, SaveFailure::Other);
    open(&mut session, "another", "Nothing here.");
    session.take_requests();
    let notice = session.notices().shown().last().unwrap().clone();
    assert_eq!(notice.action, Some(NoticeAction::SaveCopy(first)));
    assert_eq!(
        session.words_of(NoticeAction::SaveCopy(first)),
        "Save a copy…"
    );
    session.handle(Event::NoticeAnswered(notice.id));
    assert!(session.notices().shown().is_empty());
    let requests = session.take_requests();
    assert!(requests.iter().any(|request| matches!(
        request,
        Request::Window(WindowRequest::PickSavePath { article, .. }) if *article == first
    )));
}

/// With an article that another window has open, to be read only.
fn read_only() -> Session {
    let mut session = session(ARTICLE);
    saved(&mut session, FILE);
    session.handle(Event::OpenElsewhere {
        article: shown_id(&session),
        by: "Ann".to_owned(),
    });
    session.handle(Event::Answered(Answer::Cancel));
    session.take_requests();
    session
}

#[test]
fn what_would_change_a_read_only_article_says_why_it_cannot() {
    let mut session = read_only();
    let target = session.article().unwrap().items()[0].target.clone();
    assert!(matches!(target, Target::Annotation(_)));
    session.handle(Event::Focused(target));
    for id in [
        CommandId::Label(1),
        CommandId::Remove,
        CommandId::Note,
        CommandId::AcceptAll,
        CommandId::Done,
        CommandId::Mark,
        CommandId::Undo,
        CommandId::Redo,
        CommandId::Save,
    ] {
        let reason = session.is_ready(id).unwrap_err();
        assert_eq!(
            reason, "Read-only: the article is open in another window",
            "{id:?}"
        );
    }
    assert_eq!(session.is_ready(CommandId::NextOpen), Ok(()));
    assert_eq!(session.is_ready(CommandId::SaveAs), Ok(()));
}

#[test]
fn a_read_only_article_is_opened_anyway_by_a_command() {
    let mut session = read_only();
    session.run(CommandId::OpenAnyway);
    let tasks = journal_tasks(&mut session);
    assert!(matches!(
        tasks.as_slice(),
        [JournalTask::Begin {
            is_anyway: true,
            ..
        }]
    ));
    press(&mut session, "Tab Enter");
    assert_eq!(session.article().unwrap().counts().accepted, 2);
    assert!(session.is_ready(CommandId::OpenAnyway).is_err());
}

#[test]
fn a_copy_of_a_read_only_article_can_be_worked_on() {
    let mut session = read_only();
    saved(&mut session, "/articles/copy.ron");
    assert_eq!(session.article().unwrap().open_elsewhere(), None);
    let tasks = journal_tasks(&mut session);
    let [
        JournalTask::Begin {
            source, is_anyway, ..
        },
    ] = tasks.as_slice()
    else {
        panic!("{tasks:?}")
    };
    assert_eq!(*source, Some(PathBuf::from("/articles/copy.ron")));
    assert!(!is_anyway);
    press(&mut session, "Tab Enter");
    assert_eq!(session.article().unwrap().counts().accepted, 2);
}
