//! Files and folders that were opened are offered again.

use std::path::PathBuf;

use copydesk::app::{CommandId, Preferences, Session};
use copydesk::engine::Progress;
use copydesk::engine::exchange::formats;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;

use crate::exporting::{Folder, carry_out};
use crate::support::{problems, schema};
use crate::window::window;

fn begin(preferences: &Preferences) -> Session {
    let mut session = Session::new(schema(), preferences.clone(), Vec::new());
    session.set_formats(formats());
    session
}

fn open(session: &mut Session, path: PathBuf) {
    session.open_paths(vec![path]);
    carry_out(session, &Progress::new());
}

fn names(session: &Session) -> Vec<String> {
    let recent = session.preferences().recent.iter();
    recent.map(copydesk::app::Recent::name).collect()
}

#[test]
fn chosen_files_are_shown_by_name_and_named_ones_as_they_were_named() {
    let folder = Folder::new("chosen-files");
    let names = ["10.txt", "2.txt", "1.txt"];
    let paths: Vec<PathBuf> = names.map(|name| folder.write(name, name)).to_vec();
    let titles = |event: copydesk::app::Event| {
        let mut session = begin(&Preferences::default());
        session.handle(event);
        carry_out(&mut session, &Progress::new());
        let shown = session
            .article()
            .unwrap()
            .document()
            .metadata()
            .source
            .clone();
        let all = session.articles().iter();
        let all: Vec<String> = all
            .map(|it| it.document().metadata().source.clone())
            .collect();
        (shown, all)
    };
    let (shown, all) = titles(copydesk::app::Event::PathsChosen(paths.clone()));
    assert_eq!(
        (shown.as_str(), all),
        (
            "1.txt",
            ["1.txt", "2.txt", "10.txt"].map(String::from).to_vec()
        )
    );
    let (shown, all) = titles(copydesk::app::Event::PathsNamed(paths));
    assert_eq!(
        (shown.as_str(), all),
        ("10.txt", names.map(String::from).to_vec())
    );
}

/// A folder with two articles.
fn news(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.write("a.txt", "Trump met Zelensky.");
    folder.write("b.txt", "Macron stayed.");
    folder
}

#[test]
fn a_folder_is_remembered_in_place_of_its_articles_and_opened_again() {
    let folder = news("recent-folder");
    let mut session = begin(&Preferences::default());
    open(&mut session, folder.0.clone());
    assert_eq!(session.rows().len(), 2);
    let name = folder.0.file_name().unwrap().to_str().unwrap();
    assert_eq!(names(&session), [format!("{name}/")]);
    let mut again = begin(&Preferences {
        open: Vec::new(),
        ..session.preferences().clone()
    });
    let title = again.title_of(CommandId::OpenRecent(0));
    assert_eq!(title, format!("Open {name}/"));
    again.run(CommandId::OpenRecent(0));
    carry_out(&mut again, &Progress::new());
    assert_eq!(again.rows().len(), 2);
}

#[test]
fn what_is_opened_later_comes_first() {
    let (folder, other) = (news("recent-later"), Folder::new("recent-other"));
    let mut session = begin(&Preferences::default());
    open(&mut session, folder.0.clone());
    open(&mut session, other.write("c.txt", "Starmer left."));
    assert_eq!(names(&session)[0], "c.txt");
    assert!(names(&session)[1].ends_with('/'));
    assert_eq!(names(&session).len(), 2);
}

#[test]
fn what_opens_again_by_itself_does_not_come_first() {
    let (folder, other) = (news("recent-again"), Folder::new("recent-again-other"));
    let mut session = begin(&Preferences::default());
    open(&mut session, folder.0.clone());
    open(&mut session, other.write("c.txt", "Starmer left."));
    let before = names(&session);
    let mut again = begin(session.preferences());
    again.begin();
    carry_out(&mut again, &Progress::new());
    assert_eq!(again.rows().len(), 3);
    assert_eq!(names(&again), before);
}

#[test]
fn a_folder_that_has_gone_says_so_and_is_forgotten() {
    let mut preferences = Preferences::default();
    let gone = Folder::new("recent-gone").0.join("news");
    preferences.add_recent_folder(&gone);
    let mut session = begin(&preferences);
    session.run(CommandId::OpenRecent(0));
    carry_out(&mut session, &Progress::new());
    let [problem] = problems(&session)[..] else {
        panic!("{:?}", problems(&session))
    };
    let text = format!("This folder is no longer there: {}", gone.display());
    assert_eq!(problem, text);
    assert!(names(&session).is_empty());
}

#[test]
fn the_start_page_and_the_file_menu_show_folders() {
    let mut preferences = Preferences::default();
    preferences.add_recent("/work/a.txt".as_ref());
    preferences.add_recent_folder("/news/korea".as_ref());
    let mut harness = window(begin(&preferences));
    harness.get_by_role_and_label(Role::Button, "Open korea/");
    harness.get_by_role_and_label(Role::Button, "Open a.txt");
    harness.get_by_label("File").click();
    harness.run_steps(4);
    harness.get_by_label("Open recent").click();
    harness.run_steps(4);
    harness.get_by_role_and_label(Role::MenuItem, "korea/");
}
