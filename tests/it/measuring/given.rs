//! What is no work of the person: it was there before, or came from elsewhere.

use copydesk::app::{Answer, CommandId, Event, Findings, Opened, SaveFailure, Session, Theirs};
use copydesk_document::{Document, Metadata, OpenDocument};
use copydesk_text::ArticleText;

use super::{ARTICLE, FRIDAY, at_work, measured, works};
use crate::journey_saving::{save_fails, saved, shown_id};
use crate::journey_versions::{looking, read, version};
use crate::support::{label, press, schema, shown};

/// The spans that count as accepted, added, changed and rejected since this was last asked.
fn spans(session: &mut Session) -> Vec<[i64; 4]> {
    let measured = measured(session).into_iter();
    measured.map(|line| line.4).collect()
}

#[test]
fn what_the_article_brings_along_is_no_work() {
    let mut session = at_work("Nothing here.");
    let text = ArticleText::new("Trump met Macron.");
    let document = Document::new(text.clone(), schema(), Metadata::default());
    let mut earlier = OpenDocument::new(document);
    let trump = text.span(0, 5).unwrap();
    earlier.annotate(trump, &label("person")).unwrap();
    session.handle(Event::Opened(Box::new(Opened {
        article: Box::new(earlier),
        saved_at: None,
        own_file: None,
        path: None,
        stamp: None,
        text_beside: None,
        warnings: Vec::new(),
        findings: Findings::default(),
        is_recovered: true,
        caret: None,
        focus: None,
    })));
    assert_eq!(measured(&mut session), []);
    press(&mut session, "Ctrl+Z");
    works(&mut session, FRIDAY, 10);
    let undone = [0, -1, 0, 0];
    assert_eq!(
        spans(&mut session),
        [undone],
        "it was counted when it was marked"
    );
}

/// One's own decision on Trump; then `answer` to the question what becomes of Bern, which another program
/// marked in the file.
fn changed_by_another_program(answer: Answer) -> Session {
    let mut session = at_work(ARTICLE);
    saved(&mut session, "/articles/a.ron");
    let mut theirs = OpenDocument::new(session.article().unwrap().document().clone());
    let bern = theirs.document().text().as_str().find("Bern").unwrap();
    let bern = theirs.document().text().span(bern, bern + 4).unwrap();
    theirs.annotate(bern, &label("place")).unwrap();
    press(&mut session, "Tab Enter");
    save_fails(&mut session, SaveFailure::ChangedOnDisk);
    session.handle(Event::TheirsRead {
        article: shown_id(&session),
        theirs: Ok(Box::new(Theirs {
            document: theirs.document().clone(),
            stamp: "2".to_owned(),
            has_unfit: false,
        })),
    });
    session.handle(Event::Answered(answer));
    session
}

#[test]
fn what_another_program_wrote_to_the_file_is_no_work() {
    let mut session = changed_by_another_program(Answer::Merge);
    let merged = "{person|Trump} met {person?80|Macron} in {place|Bern}, not in {place?72|March}.";
    assert_eq!(shown(&session), merged);
    assert_eq!(spans(&mut session), [[1, 0, 0, 0]]);
    press(&mut session, "Ctrl+Z");
    works(&mut session, FRIDAY, 10);
    assert_eq!(spans(&mut session), [[0, 0, 0, 0]], "the merge is undone");
}

#[test]
fn what_is_dropped_for_the_work_of_another_program_was_not_decided() {
    let mut session = changed_by_another_program(Answer::TakeTheirs);
    assert!(shown(&session).contains("{place|Bern}"));
    assert_eq!(spans(&mut session), [[0, 0, 0, 0]]);
    press(&mut session, "Ctrl+Z");
    works(&mut session, FRIDAY, 10);
    assert_eq!(spans(&mut session), [[1, 0, 0, 0]], "it stands again");
}

#[test]
fn an_earlier_version_that_is_restored_is_no_work() {
    let (mut session, earlier) = looking();
    works(&mut session, FRIDAY, 10);
    measured(&mut session);
    let mut earlier = OpenDocument::new(earlier);
    let said = earlier.document().text().as_str().find("said").unwrap();
    let said = earlier.document().text().span(said, said + 4).unwrap();
    earlier.annotate(said, &label("person")).unwrap();
    read(&mut session, version(1, 1), Ok(earlier.document().clone()));
    session.handle(Event::VersionRestored);
    assert_eq!(session.article().unwrap().counts().accepted, 2);
    works(&mut session, FRIDAY, 10);
    // The two that it does not have are taken back; the one that it has beside them was not marked now.
    assert_eq!(spans(&mut session), [[-2, 0, 0, 0]]);
    session.run(CommandId::Undo);
    works(&mut session, FRIDAY, 10);
    assert_eq!(spans(&mut session), [[2, 0, 0, 0]]);
}
