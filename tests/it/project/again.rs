//! The next start: what was on screen is on screen again, and a sample makes room for a folder.

use copydesk::app::{Event, NaturalPathKey, Preferences, Sample, Session};

use super::Desk;
use crate::support::schema;

const TEXTS: [(&str, &str); 4] = [
    ("1.txt", "Trump met Zelensky.\n"),
    ("2.txt", "Macron stayed in Paris.\n"),
    ("10.txt", "Meloni came.\n"),
    ("11/3.txt", "Nothing happened.\n"),
];

fn samples() -> Vec<Sample> {
    let samples = copydesk::engine::SAMPLES.iter().take(1);
    samples.map(|(sample, _)| *sample).collect()
}

/// The program was killed, and begins anew.
fn killed(desk: Desk) -> Desk {
    let preferences = desk.session.preferences().clone();
    let mut desk = desk.restart();
    begin(&mut desk, preferences);
    desk
}

fn begin(desk: &mut Desk, preferences: Preferences) {
    desk.session = Session::new(schema(), preferences, samples());
    desk.session.begin();
    desk.work();
}

#[test]
fn files_are_listed_in_the_order_of_their_numbers() {
    let mut desk = Desk::new("again-numbers", &TEXTS);
    desk.open();
    let expected = TEXTS.map(|(_, text)| text.trim_end());
    assert_eq!(desk.titles(), expected);
    desk.folder.write("articles/9.txt", "Orban left.\n");
    desk.handle(Event::Project(copydesk::app::ProjectEvent::LookAgain));
    assert_eq!(desk.titles()[2], "Orban left.");
    let paths = ["9.txt", "10.txt"].map(|name| NaturalPathKey::of(&desk.root().join(name)));
    assert!(paths[0] < paths[1]);
}

#[test]
fn after_a_kill_the_article_at_hand_is_shown_again_where_one_was() {
    let mut desk = Desk::new("again-killed", &TEXTS);
    desk.open();
    desk.press("Ctrl+Down");
    desk.press("Ctrl+Down");
    crate::support::caret_at(&mut desk.session, "Meloni");
    desk.press("P");
    let caret = desk.session.article().unwrap().caret();
    assert!(desk.session.article().unwrap().is_unsaved());
    let desk = killed(desk);
    assert_eq!(desk.shown(), "Meloni came.");
    assert_eq!(desk.session.article().unwrap().caret(), caret);
    assert_eq!(desk.titles().len(), 4);
}

#[test]
fn after_a_kill_the_article_at_hand_is_shown_among_others_that_were_open() {
    let mut desk = Desk::new("again-others", &TEXTS);
    let loose = ["x.txt", "y.txt", "z.txt"]
        .map(|name| desk.folder.write(name, &format!("It is {name}.\n")));
    desk.session.open_paths(loose.to_vec());
    desk.work();
    desk.open();
    desk.go_to("It is y.txt.");
    let before = desk.titles();
    let desk = killed(desk);
    assert_eq!(desk.shown(), "It is y.txt.");
    assert_eq!(desk.titles(), before);
}

#[test]
fn where_the_article_at_hand_is_gone_the_first_of_the_folder_is_shown() {
    let mut desk = Desk::new("again-gone", &TEXTS);
    desk.open();
    desk.press("Ctrl+Down");
    std::fs::remove_file(desk.root().join("2.txt")).unwrap();
    let desk = killed(desk);
    assert_eq!(desk.shown(), "Trump met Zelensky.");
}

#[test]
fn a_folder_takes_the_place_of_the_sample_that_greets() {
    let mut desk = Desk::new("again-sample", &TEXTS);
    begin(&mut desk, Preferences::default());
    assert_eq!(desk.session.articles().len(), 1, "the sample");
    desk.press("Down Tab");
    desk.open();
    assert_eq!(desk.titles().len(), 4, "{:?}", desk.titles());
    assert_eq!(desk.shown(), "Trump met Zelensky.");
}

#[test]
fn the_sample_stays_with_what_was_done_in_it() {
    let mut desk = Desk::new("again-worked", &TEXTS);
    begin(&mut desk, Preferences::default());
    desk.press("M");
    desk.open();
    assert_eq!(desk.titles().len(), 5, "{:?}", desk.titles());
    assert_eq!(desk.shown(), "Trump met Zelensky.");
}
