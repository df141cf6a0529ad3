//! What was measured goes to the disk, and what happens where it cannot.

use std::path::Path;

use copydesk::app::{Event, Preferences, Request, Session, Task};
use copydesk::engine::{Engine, Progress};
use copydesk_store::Home;

use super::{ARTICLE, at_work};
use crate::support::{press, problems, schema};

/// Has what was measured written below `home`.
fn write(session: &mut Session, home: &Path) {
    let engine = Engine::new(schema(), Some(Home::below(home)));
    for request in session.take_requests() {
        if let Request::Task(task @ Task::Activity(_)) = request {
            for event in engine.answer(&task, &Progress::new()) {
                session.handle(event);
            }
        }
    }
}

#[test]
fn where_it_cannot_be_written_this_is_told_once_and_work_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().join("home");
    // A file where the folder should be: nothing can be made below it.
    std::fs::write(&home, "").unwrap();
    let mut session = at_work(ARTICLE);
    press(&mut session, "Tab Enter");
    session.handle(Event::Idle);
    write(&mut session, &home);
    let told: Vec<String> = problems(&session).into_iter().map(str::to_owned).collect();
    let [text] = told.as_slice() else {
        panic!("{told:?}")
    };
    assert!(
        text.starts_with("Time and actions could not be written"),
        "{text}"
    );
    session.handle(Event::NoticeClosed(
        session.notices().shown().last().unwrap().id,
    ));
    press(&mut session, "Enter");
    assert!(session.has_unkept_work(), "it is tried again");
    session.handle(Event::Idle);
    write(&mut session, &home);
    assert_eq!(problems(&session), Vec::<&str>::new());

    std::fs::remove_file(&home).unwrap();
    session.handle(Event::Idle);
    write(&mut session, &home);
    assert!(!session.has_unkept_work());
    let (activity, _) = copydesk_store::load_activity(&Home::below(&home)).unwrap();
    assert_eq!(activity.total().spans.accepted, 2);
    assert_eq!(activity.total().actions, 3);
}

#[test]
fn the_trouble_goes_from_the_screen_when_it_is_over() {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().join("home");
    std::fs::write(&home, "").unwrap();
    let mut session = at_work(ARTICLE);
    press(&mut session, "Tab");
    session.handle(Event::Idle);
    write(&mut session, &home);
    assert_eq!(problems(&session).len(), 1);
    std::fs::remove_file(&home).unwrap();
    session.handle(Event::Idle);
    write(&mut session, &home);
    assert_eq!(problems(&session), Vec::<&str>::new());
}

#[test]
fn preferences_of_earlier_versions_measure() {
    assert!(Preferences::default().measures);
    let folder = tempfile::tempdir().unwrap();
    let home = Home::below(folder.path());
    std::fs::create_dir_all(home.preferences().parent().unwrap()).unwrap();
    std::fs::write(home.preferences(), "(format: 1, learns: false)").unwrap();
    let (stored, trouble) = copydesk_store::load_preferences(&home);
    assert_eq!(trouble, None);
    let mut preferences = copydesk::engine::preferences_from_store(&stored);
    assert!(preferences.measures && !preferences.learns);
    preferences.measures = false;
    let engine = Engine::new(schema(), Some(home.clone()));
    engine.answer(&Task::SavePreferences(preferences), &Progress::new());
    assert!(!copydesk_store::load_preferences(&home).0.measures);
}
