//! A person looks at what an article was at earlier saves, and makes it so again.

use std::path::PathBuf;

use copydesk::app::{CommandId, Dialog, EarlierVersion, Event, Reading, Request, Session, Task};
use copydesk_document::{Document, Metadata};
use copydesk_text::ArticleText;

use crate::support::{press, schema, session, shown};

const ARTICLE: &str = "{person?90|Trump} said {figure?99|$500 billion} in {place?98|Kyiv}.";
const FILE: &str = "/articles/a.ron";

pub fn version(saved_at: u64, annotations: usize) -> EarlierVersion {
    EarlierVersion {
        saved_at,
        when: format!("Nov {saved_at}, 2026, 14:03:00"),
        annotations,
        path: PathBuf::from(format!("/versions/{saved_at}.ron")),
    }
}

/// The disk says that all work is in the file.
fn saved(session: &mut Session) {
    let article = session.article().unwrap();
    session.handle(Event::Saved {
        article: article.id,
        path: PathBuf::from(FILE),
        stamp: "1".to_owned(),
        position: article.history().position(),
    });
}

/// What was asked of the disk about versions.
fn asked(session: &mut Session) -> Vec<String> {
    let name = |request| match request {
        Request::Task(Task::ListVersions { path, .. }) => Some(format!("list {}", path.display())),
        Request::Task(Task::ReadVersion { version, .. }) => {
            Some(format!("read {}", version.path.display()))
        }
        _ => None,
    };
    let requests = session.take_requests();
    requests.into_iter().filter_map(name).collect()
}

fn listed(session: &mut Session, versions: Result<Vec<EarlierVersion>, String>) {
    let article = session.article().unwrap().id;
    session.handle(Event::VersionsListed { article, versions });
}

pub fn read(session: &mut Session, version: EarlierVersion, document: Result<Document, String>) {
    session.handle(Event::VersionRead {
        article: session.article().unwrap().id,
        version,
        document: document.map(Box::new),
    });
}

/// With three accepted names, saved; and what the article was when it had one.
fn worked_on() -> (Session, Document) {
    let mut session = session(ARTICLE);
    press(&mut session, "Tab Enter");
    let earlier = session.article().unwrap().document().clone();
    press(&mut session, "Tab Enter Tab Enter");
    saved(&mut session);
    session.take_requests();
    (session, earlier)
}

/// The dialog with two versions, of which the older one is chosen.
pub fn looking() -> (Session, Document) {
    let (mut session, earlier) = worked_on();
    session.run(CommandId::Versions);
    assert_eq!(asked(&mut session), [format!("list {FILE}")]);
    listed(&mut session, Ok(vec![version(2, 3), version(1, 1)]));
    assert_eq!(asked(&mut session), ["read /versions/2.ron"]);
    session.handle(Event::VersionChosen(1));
    assert_eq!(asked(&mut session), ["read /versions/1.ron"]);
    (session, earlier)
}

/// Why what is shown cannot be restored.
fn obstacle(session: &Session) -> Option<&'static str> {
    session.versions()?.shown.done()?.ready.err()
}

#[test]
fn an_earlier_version_is_restored_in_one_step_that_can_be_undone() {
    let (mut session, earlier) = looking();
    let now = shown(&session);
    read(&mut session, version(1, 1), Ok(earlier.clone()));
    let differences = session.versions().unwrap().shown.done().unwrap();
    assert_eq!(differences.differences.len(), 2);
    assert_eq!(obstacle(&session), None);
    session.handle(Event::VersionRestored);
    assert_eq!(session.dialog(), None);
    assert_eq!(*session.article().unwrap().document(), earlier);
    assert!(session.article().unwrap().is_unsaved());
    assert_eq!(
        session.title_of(CommandId::Undo),
        "Undo restore version of Nov 1, 2026, 14:03:00"
    );
    press(&mut session, "Ctrl+Z");
    assert_eq!(shown(&session), now);
}

#[test]
fn there_are_versions_only_of_an_article_in_a_file() {
    let mut session = session(ARTICLE);
    assert!(session.is_ready(CommandId::Versions).is_err());
    saved(&mut session);
    assert_eq!(session.is_ready(CommandId::Versions), Ok(()));
}

#[test]
fn a_version_that_cannot_be_read_says_why_and_changes_nothing() {
    let (mut session, _) = looking();
    let before = shown(&session);
    read(&mut session, version(1, 1), Err("It is damaged".to_owned()));
    let versions = session.versions().unwrap();
    assert!(matches!(&versions.shown, Reading::Failed(why) if why == "It is damaged"));
    session.handle(Event::VersionRestored);
    assert_eq!(session.dialog(), Some(&Dialog::Versions));
    assert_eq!(shown(&session), before);
    session.handle(Event::DialogClosed);
    assert_eq!(session.dialog(), None);
    assert!(session.versions().is_none());
}

#[test]
fn a_version_with_another_text_is_shown_but_not_restored() {
    let (mut session, _) = looking();
    let before = shown(&session);
    let text = ArticleText::new("Trump said nothing.");
    let other = Document::new(text, schema(), Metadata::default());
    read(&mut session, version(1, 1), Ok(other));
    assert!(obstacle(&session).unwrap().contains("text was different"));
    session.handle(Event::VersionRestored);
    assert_eq!(shown(&session), before);
}

#[test]
fn a_version_like_the_article_has_nothing_to_restore() {
    let (mut session, _) = looking();
    let now = session.article().unwrap().document().clone();
    read(&mut session, version(1, 1), Ok(now));
    assert!(
        obstacle(&session)
            .unwrap()
            .starts_with("Nothing to restore")
    );
}

#[test]
fn the_answer_to_an_earlier_choice_is_not_shown() {
    let (mut session, earlier) = looking();
    read(&mut session, version(2, 3), Ok(earlier.clone()));
    assert!(session.versions().unwrap().shown.done().is_none());
    read(&mut session, version(1, 1), Ok(earlier));
    assert!(session.versions().unwrap().shown.done().is_some());
}

#[test]
fn versions_that_cannot_be_listed_say_why() {
    let (mut session, _) = worked_on();
    session.run(CommandId::Versions);
    listed(&mut session, Err("The folder is gone".to_owned()));
    let list = &session.versions().unwrap().list;
    assert!(matches!(list, Reading::Failed(why) if why == "The folder is gone"));
}
