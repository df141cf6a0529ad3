//! How long the rest of a folder will take, from what was measured in it.

use copydesk::app::{ActivityEvent, Event, Preferences};
use copydesk_document::Day;

use super::Desk;

fn texts() -> Vec<(String, String)> {
    let text = |index| format!("Story {index}\n\nMacron stayed in Paris.\n");
    (0..8)
        .map(|index| (format!("{index}.txt"), text(index)))
        .collect()
}

fn opened(name: &str) -> Desk {
    let texts = texts();
    let texts: Vec<(&str, &str)> = texts
        .iter()
        .map(|(a, b)| (a.as_str(), b.as_str()))
        .collect();
    let mut desk = Desk::new(name, &texts);
    desk.open();
    desk
}

/// Works for so long on the article at hand and calls it done.
fn finish(desk: &mut Desk, secs: u32) {
    let day = Day::parse("2026-11-29").unwrap();
    let millis = secs * 1000;
    desk.handle(Event::Activity(ActivityEvent::Worked { day, millis }));
    desk.press("Space");
}

#[test]
fn the_rest_is_estimated_once_five_articles_are_done() {
    let mut desk = opened("pace");
    for _ in 0..4 {
        finish(&mut desk, 30);
    }
    assert_eq!(desk.session.pace(), None, "four are too few");
    finish(&mut desk, 60);
    desk.handle(Event::Idle);
    let pace = *desk.session.pace().unwrap();
    assert_eq!(pace.articles, 5);
    assert_eq!(pace.millis, 180_000);
    let rows = desk.session.rows();
    let left: usize = rows
        .iter()
        .filter(|row| !row.is_done())
        .map(copydesk::app::Row::bytes)
        .sum();
    let secs = pace.secs_for(left);
    assert!((107..=109).contains(&secs), "three of equal length: {secs}");
}

#[test]
fn the_pace_of_earlier_days_is_known_when_the_folder_is_opened_again() {
    let mut desk = opened("pace-again");
    for _ in 0..6 {
        finish(&mut desk, 30);
    }
    desk.handle(Event::Idle);
    let mut desk = desk.restart();
    desk.open();
    assert_eq!(desk.session.pace().unwrap().articles, 6);
}

#[test]
fn nothing_is_estimated_where_nothing_is_measured() {
    let mut desk = opened("pace-off");
    let preferences = Preferences {
        measures: false,
        ..desk.session.preferences().clone()
    };
    desk.handle(Event::PreferencesChanged(preferences));
    for _ in 0..6 {
        finish(&mut desk, 30);
    }
    desk.handle(Event::Idle);
    assert_eq!(desk.session.pace(), None);
}
