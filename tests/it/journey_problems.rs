//! A person opens an article whose text was edited, and mends the marks that do not fit.

use std::path::PathBuf;

use copydesk::app::{
    CommandId, Dialog, Event, Findings, Mend, NoticeAction, NoticeKind, Opened, Preferences,
    Request, Session, Task,
};
use copydesk_document::{
    AnnotationId, Attributes, Detached, DetachedMark, Document, Marks, Metadata, OpenDocument,
    Origin, Provenance, Step,
};
use copydesk_text::{ArticleText, Quote};

use crate::support::{press, problems, schema, selected, shown};

const TEXT: &str = "Trump met Starmer. Later Trump left London.";

/// A person's mark on `words`, which stood elsewhere.
pub fn aside(id: u64, label: &str, words: &str) -> Detached {
    Detached {
        start: 4,
        end: 4 + words.len(),
        quote: Quote {
            exact: words.to_owned(),
            prefix: "Then ".to_owned(),
            suffix: " left for home".to_owned(),
        },
        label: label.to_owned(),
        mark: DetachedMark::Annotation {
            id: AnnotationId(id),
            origin: Origin::Human,
            provenance: Provenance::default(),
            note: String::new(),
            attributes: Attributes::new(),
        },
    }
}

/// An article file as it was read, with these marks set aside.
pub fn opened(text: &str, detached: Vec<Detached>, findings: Findings) -> Opened {
    let metadata = Metadata {
        title: "Talks".to_owned(),
        ..Metadata::default()
    };
    let mut document = Document::new(ArticleText::new(text), schema(), metadata);
    document.restore(Marks {
        detached,
        ..Marks::default()
    });
    Opened {
        article: Box::new(OpenDocument::new(document)),
        saved_at: Some(PathBuf::from("/a.ron")),
        own_file: None,
        path: Some(PathBuf::from("/a.ron")),
        stamp: Some("1".to_owned()),
        text_beside: None,
        warnings: Vec::new(),
        findings,
        is_recovered: false,
        caret: None,
        focus: None,
    }
}

fn session(detached: Vec<Detached>) -> Session {
    let mut session = Session::new(schema(), Preferences::default(), Vec::new());
    let opened = opened(TEXT, detached, Findings::default());
    session.handle(Event::Opened(Box::new(opened)));
    session
}

fn detached(session: &Session) -> Vec<Detached> {
    session.article().unwrap().document().detached().to_vec()
}

/// Attaches `mark` to the place where `words` stand for the `nth` time.
fn attach(session: &mut Session, mark: &Detached, words: &str, nth: usize) {
    let text = session.article().unwrap().text().clone();
    let (at, _) = text.as_str().match_indices(words).nth(nth).unwrap();
    session.handle(Event::Mended(Mend::Attach {
        detached: Box::new(mark.clone()),
        to: text.span(at, at + words.len()).unwrap(),
    }));
}

#[test]
fn what_does_not_fit_is_told_once_with_the_way_to_mend_it() {
    let session = session(vec![
        aside(1, "person", "Trump"),
        aside(2, "place", "Paris"),
    ]);
    let [notice] = session.notices().shown() else {
        panic!("{:?}", session.notices().shown())
    };
    assert_eq!(notice.text, "2 marks could not be placed and are set aside");
    assert_eq!(notice.action, Some(NoticeAction::Run(CommandId::Problems)));
    assert_eq!(session.title_of(CommandId::Problems), "Problems (2)…");
}

#[test]
fn a_mark_is_put_where_the_person_says_and_undo_takes_it_back() {
    let mut session = session(vec![aside(5, "person", "Trump")]);
    session.run(CommandId::Learns);
    session.take_requests();
    press(&mut session, "F8");
    assert_eq!(session.dialog(), Some(&Dialog::Problems));
    let mark = detached(&session).remove(0);
    attach(&mut session, &mark, "Trump", 1);
    assert_eq!(
        shown(&session),
        "Trump met Starmer. Later {person|Trump} left London."
    );
    assert_eq!(session.dialog(), None, "nothing is left to mend");
    let kept = session.take_requests().into_iter().any(|request| {
        matches!(request, Request::Task(Task::Journal(copydesk::app::JournalTask::Keep(copydesk::app::Kept { steps, .. })))
            if matches!(steps.as_slice(), [Step::Do(_)]))
    });
    assert!(kept, "one step for the journal");
    press(&mut session, "Ctrl+Z");
    assert_eq!(detached(&session), [mark]);
    assert_eq!(shown(&session), TEXT);
    press(&mut session, "Ctrl+Shift+Z");
    assert!(detached(&session).is_empty());
}

#[test]
fn after_one_is_mended_the_list_stays_open_for_the_others() {
    let mut session = session(vec![
        aside(1, "person", "Trump"),
        aside(2, "place", "Paris"),
    ]);
    press(&mut session, "F8");
    for mark in detached(&session) {
        assert_eq!(session.dialog(), Some(&Dialog::Problems));
        session.handle(Event::Mended(Mend::Drop(Box::new(mark))));
    }
    assert_eq!(session.dialog(), None);
    press(&mut session, "Ctrl+Z Ctrl+Z");
    assert_eq!(detached(&session).len(), 2);
}

#[test]
fn a_mark_that_would_overlap_another_stays_aside_and_says_so() {
    let mut session = session(vec![
        aside(1, "person", "Trump"),
        aside(2, "place", "Trump"),
    ]);
    let marks = detached(&session);
    attach(&mut session, &marks[0], "Trump", 0);
    attach(&mut session, &marks[1], "Trump", 0);
    assert_eq!(detached(&session).len(), 1);
    let told = problems(&session);
    assert!(
        told.iter().any(|told| told.contains("overlaps")),
        "{told:?}"
    );
}

#[test]
fn a_place_is_shown_selected_so_that_it_can_be_looked_at() {
    let mut session = session(vec![aside(1, "person", "Trump")]);
    press(&mut session, "F8");
    let text = session.article().unwrap().text().clone();
    session.handle(Event::Shown(text.span(25, 30).unwrap()));
    assert_eq!(session.dialog(), None);
    assert_eq!(selected(&session).as_deref(), Some("Trump"));
}

#[test]
fn an_article_without_problems_says_so() {
    let mut session = session(Vec::new());
    assert!(session.notices().shown().is_empty());
    press(&mut session, "F8");
    assert_eq!(session.dialog(), None);
    assert_eq!(
        session.is_ready(CommandId::Problems),
        Err("This article has no problems")
    );
}

#[test]
fn a_file_that_was_edited_by_hand_is_mentioned_quietly() {
    let mut session = Session::new(schema(), Preferences::default(), Vec::new());
    let findings = Findings {
        notes: vec!["The file was edited".to_owned()],
        problems: Vec::new(),
    };
    session.handle(Event::Opened(Box::new(opened(TEXT, Vec::new(), findings))));
    let [notice] = session.notices().shown() else {
        panic!("{:?}", session.notices().shown())
    };
    assert_eq!(notice.kind, NoticeKind::Info);
}
