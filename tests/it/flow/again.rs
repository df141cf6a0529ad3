//! Saving everything at once, and finding it again at the next start.

use copydesk::app::{OpenArticle, Preferences, Request, Sample, Session, Task, WindowRequest};
use copydesk::engine::Progress;
use copydesk::engine::exchange::formats;

use crate::exporting::{Folder, carry_out};
use crate::support::{open, press, schema, shown};

fn session(preferences: Preferences) -> Session {
    let samples = vec![Sample {
        name: "minerals-deal.txt",
        title: "Minerals deal",
    }];
    let mut session = Session::new(schema(), preferences, samples);
    session.set_formats(formats());
    session
}

#[test]
fn save_all_saves_beside_the_texts_and_asks_only_for_what_has_none() {
    let folder = Folder::new("flow-save-all");
    let paths = ["a.txt", "b.txt"].map(|name| folder.write(name, &format!("Trump is in {name}.")));
    let mut session = session(Preferences::default());
    session.open_paths(paths.to_vec());
    carry_out(&mut session, &Progress::new());
    press(&mut session, "P Ctrl+Down P");
    open(&mut session, "loose", "{person|Macron} stayed.");
    press(&mut session, "Ctrl+Alt+S");
    let asked = carry_out(&mut session, &Progress::new());
    assert!(
        matches!(
            asked.as_slice(),
            [Request::Window(WindowRequest::PickSavePath { .. })]
        ),
        "{asked:?}"
    );
    let unsaved = session.articles().iter().filter(|it| it.is_unsaved());
    let titles: Vec<&str> = unsaved.map(OpenArticle::title).collect();
    assert_eq!(titles, ["loose"]);
    assert!(folder.0.join("a.ron").exists() && folder.0.join("b.ron").exists());
}

#[test]
fn what_was_open_opens_again() {
    let folder = Folder::new("flow-again");
    let paths = ["a.txt", "b.txt"].map(|name| folder.write(name, &format!("It is {name}.")));
    let mut first = session(Preferences::default());
    first.open_paths(paths.to_vec());
    carry_out(&mut first, &Progress::new());
    let preferences = first.preferences().clone();
    assert_eq!(preferences.open, paths);
    let mut next = session(preferences);
    next.begin();
    carry_out(&mut next, &Progress::new());
    assert_eq!(next.articles().len(), 2);
    assert_eq!(shown(&next), "It is a.txt.");
    press(&mut next, "Ctrl+W");
    carry_out(&mut next, &Progress::new());
    assert_eq!(next.preferences().open, paths[1..]);
    let mut last = session(next.preferences().clone());
    last.begin();
    carry_out(&mut last, &Progress::new());
    assert_eq!(last.articles().len(), 1);
}

#[test]
fn a_first_start_begins_with_a_sample() {
    let mut session = session(Preferences::default());
    session.begin();
    let asked = session.take_requests();
    assert!(matches!(asked.as_slice(), [Request::Task(Task::Recover)]));
    session.handle(copydesk::app::Event::Recovered {
        opened: Vec::new(),
        problems: Vec::new(),
    });
    let asked = session.take_requests();
    assert!(
        matches!(asked.as_slice(), [Request::Task(Task::OpenSample(_))]),
        "{asked:?}"
    );
}
