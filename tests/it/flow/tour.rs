//! The tour: each step is done once the session did the thing, whichever way it was asked for.

use std::path::PathBuf;

use copydesk::app::{
    CommandId, Event, ExchangeEvent, Preferences, Request, Sample, Session, Task, TourEvent,
    TourStep, TourStop,
};
use copydesk::engine::Progress;
use copydesk::engine::exchange::formats;
use copydesk_text::{ArticleText, Edge};
use eframe::egui::{self, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use crate::exporting::{Folder, carry_out};
use crate::support::{caret_at, focused, open, open_text, press, schema, shown};
use crate::window::{Window, window, window_of};

const ARTICLE: &str =
    "{person?90|Ann} met {person?80|Bob} Roe, {person?70|Cy} and Di in {place?95|Kyiv}.";

fn samples() -> Vec<Sample> {
    vec![Sample {
        name: "news.txt",
        title: "News",
    }]
}

fn empty() -> Session {
    let mut session = Session::new(schema(), Preferences::default(), samples());
    session.set_formats(formats());
    session
}

/// The sample is open, and the tour has begun on it.
fn toured() -> Session {
    let mut session = empty();
    open(&mut session, "news", ARTICLE);
    session.run(CommandId::Tour);
    session
}

fn at(session: &Session) -> Option<TourStop> {
    session.tour().map(copydesk::app::Tour::at)
}

/// The step that is to be done.
fn step_at(session: &Session) -> Option<TourStep> {
    match at(session)? {
        TourStop::Step(step) => Some(step),
        TourStop::Offer | TourStop::End => None,
    }
}

/// What the session asks to read.
fn asked(session: &mut Session) -> Vec<&'static str> {
    let requests = session.take_requests().into_iter();
    let sample = |request| match request {
        Request::Task(Task::OpenSample(name)) => Some(name),
        _ => None,
    };
    requests.filter_map(sample).collect()
}

fn sample_comes(session: &mut Session) {
    open_text(session, "news", &ArticleText::new("Ann met Bob."));
}

#[test]
fn the_tour_is_taken_by_keys_alone() {
    let folder = Folder::new("tour-export");
    let mut session = toured();
    assert_eq!(step_at(&session), Some(TourStep::Accept));
    press(&mut session, "Tab Enter");
    assert_eq!(step_at(&session), Some(TourStep::Fix));
    press(&mut session, ".");
    assert_eq!(step_at(&session), Some(TourStep::Add));
    caret_at(&mut session, "Di");
    press(&mut session, "Shift+Right P");
    assert_eq!(step_at(&session), Some(TourStep::Undo));
    press(&mut session, "Ctrl+Z");
    assert_eq!(step_at(&session), Some(TourStep::Export));
    let path = folder.0.join("news.jsonl");
    press(&mut session, "Ctrl+E");
    carry_out(&mut session, &Progress::new());
    let may_replace = false;
    session.handle(Event::Exchange(ExchangeEvent::ExportPathChosen {
        path: path.clone(),
        may_replace,
    }));
    carry_out(&mut session, &Progress::new());
    assert!(path.exists());
    assert_eq!(at(&session), Some(TourStop::End));
}

#[test]
fn the_tour_is_taken_by_mouse_too() {
    let mut session = toured();
    session.handle(Event::Clicked { at: 1 });
    session.handle(Event::Command(CommandId::Accept));
    assert_eq!(step_at(&session), Some(TourStep::Fix));
    let target = session.article().unwrap().focus().cloned().unwrap();
    assert_eq!(focused(&session).as_deref(), Some("Bob"));
    let (edge, to) = (Edge::End, "Ann met Bob Roe".len());
    session.handle(Event::EdgeDragged { target, edge, to });
    assert_eq!(step_at(&session), Some(TourStep::Add));
    assert!(shown(&session).contains("{person|Bob Roe}"));
}

#[test]
fn a_span_is_fixed_by_another_label_as_well() {
    let mut session = toured();
    session.handle(Event::Tour(TourEvent::Skip));
    press(&mut session, "Tab L");
    assert_eq!(step_at(&session), Some(TourStep::Add));
    session.handle(Event::Tour(TourEvent::Back));
    session.run(CommandId::Undo);
    press(&mut session, "Enter");
    assert_eq!(
        step_at(&session),
        Some(TourStep::Fix),
        "accepted is not fixed"
    );
    session.handle(Event::Clicked { at: 1 });
    press(&mut session, "L");
    assert_eq!(
        step_at(&session),
        Some(TourStep::Add),
        "an annotation is relabeled"
    );
}

#[test]
fn something_else_does_not_end_a_step() {
    let mut session = toured();
    press(&mut session, "Tab X");
    press(&mut session, "L");
    press(&mut session, "Ctrl+Z Escape");
    caret_at(&mut session, "Di");
    press(&mut session, "Shift+Right P");
    assert_eq!(step_at(&session), Some(TourStep::Accept));
}

#[test]
fn steps_are_skipped_and_done_once_more() {
    let mut session = toured();
    let send = |session: &mut Session, event| session.handle(Event::Tour(event));
    send(&mut session, TourEvent::Back);
    assert_eq!(
        step_at(&session),
        Some(TourStep::Accept),
        "there is none before"
    );
    for next in TourStep::ALL.into_iter().skip(1) {
        send(&mut session, TourEvent::Skip);
        assert_eq!(step_at(&session), Some(next));
    }
    send(&mut session, TourEvent::Skip);
    assert_eq!(at(&session), Some(TourStop::End));
    send(&mut session, TourEvent::Skip);
    assert_eq!(
        at(&session),
        Some(TourStop::End),
        "nothing is behind the end"
    );
    send(&mut session, TourEvent::Back);
    assert_eq!(step_at(&session), Some(TourStep::Export));
    send(&mut session, TourEvent::Back);
    press(&mut session, "Tab Enter Ctrl+Z");
    assert_eq!(
        step_at(&session),
        Some(TourStep::Export),
        "undone once more"
    );
    send(&mut session, TourEvent::End);
    assert_eq!(at(&session), None);
}

#[test]
fn the_tour_is_offered_once_at_the_first_start() {
    let mut session = empty();
    session.begin();
    let (opened, problems) = (Vec::new(), Vec::new());
    session.handle(Event::Recovered { opened, problems });
    assert_eq!(asked(&mut session), ["news.txt"]);
    sample_comes(&mut session);
    assert_eq!(at(&session), Some(TourStop::Offer));
    let preferences = session.preferences().clone();
    assert!(preferences.was_tour_offered);
    session.handle(Event::Tour(TourEvent::Skip));
    session.handle(Event::Tour(TourEvent::Back));
    assert_eq!(at(&session), Some(TourStop::Offer));
    session.run(CommandId::Tour);
    assert_eq!(step_at(&session), Some(TourStep::Accept));
    let mut next = Session::new(schema(), preferences, samples());
    next.begin();
    let (opened, problems) = (Vec::new(), Vec::new());
    next.handle(Event::Recovered { opened, problems });
    sample_comes(&mut next);
    assert_eq!(at(&next), None);
}

#[test]
fn the_tour_opens_the_sample_and_stays_in_it() {
    let mut session = empty();
    open(&mut session, "other", "Nothing.");
    let other = session.article().unwrap().id;
    session.run(CommandId::Tour);
    assert_eq!(asked(&mut session), ["news.txt"]);
    assert_eq!(at(&session), None);
    sample_comes(&mut session);
    assert_eq!(step_at(&session), Some(TourStep::Accept));
    session.handle(Event::ArticleChosen(other));
    assert_eq!(at(&session), None, "it is not about this article");
    session.run(CommandId::Tour);
    assert!(asked(&mut session).is_empty(), "the sample is open");
    assert_eq!(step_at(&session), Some(TourStep::Accept));
    session.run(CommandId::Close);
    sample_comes(&mut session);
    assert_eq!(at(&session), None, "it went with its article");
}

#[test]
fn a_sample_that_does_not_come_ends_the_tour() {
    let mut session = empty();
    session.run(CommandId::Tour);
    session.handle(Event::OpenFailed {
        path: PathBuf::from("news.txt"),
        message: "No memory is left".to_owned(),
    });
    sample_comes(&mut session);
    assert_eq!(at(&session), None);
    let none = Session::new(schema(), Preferences::default(), Vec::new());
    assert!(none.is_ready(CommandId::Tour).is_err());
}

fn key(harness: &mut Harness<'_, Window>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run_steps(4);
}

#[test]
fn the_card_is_reached_by_key_and_escape_does_not_close_it() {
    let mut harness = window(toured());
    harness.get_by_label("1 of 5");
    harness
        .get_by_label("Tab goes to the next suggestion, and Enter accepts it. X would reject it.");
    key(&mut harness, Modifiers::NONE, Key::Tab);
    key(&mut harness, Modifiers::NONE, Key::Enter);
    harness.get_by_label("Accepted. Fix one that is not quite right");
    key(&mut harness, Modifiers::NONE, Key::Escape);
    harness.get_by_label("2 of 5");
    key(&mut harness, Modifiers::NONE, Key::F6);
    key(&mut harness, Modifiers::NONE, Key::Enter);
    harness.get_by_label("Accept a suggestion");
    for keys in [Key::F6, Key::Tab, Key::Enter] {
        key(&mut harness, Modifiers::NONE, keys);
    }
    assert!(
        harness.state().session.tour().is_none(),
        "Tab leads from Skip to the cross"
    );
    let before = focused(&harness.state().session);
    key(&mut harness, Modifiers::NONE, Key::Tab);
    assert_ne!(
        focused(&harness.state().session),
        before,
        "the article has the keyboard again"
    );
}

#[test]
fn the_card_names_the_labels_and_keys_that_there_are() {
    let mut session = toured();
    let keys = ["Alt+9", "F9"].map(|key| copydesk::app::Chord::parse(key).unwrap());
    let [person, undo] = keys;
    session.set_keys(vec![
        ("mark as person".to_owned(), vec![person]),
        ("undo".to_owned(), vec![undo]),
        ("redo".to_owned(), Vec::new()),
    ]);
    press(&mut session, "Tab Enter");
    let mut harness = window(session);
    harness.get_by_label_contains("Or change its label: Alt+9 person, L place, F figure, C claim.");
    press(&mut harness.state_mut().session, ".");
    press(&mut harness.state_mut().session, "Escape Shift+Right");
    harness.run_steps(3);
    harness.get_by_label_contains("Now press the key of a label: Alt+9 person,");
    let skip = Event::Tour(TourEvent::Skip);
    harness.state_mut().session.handle(skip);
    harness.run_steps(3);
    harness.get_by_label_contains(
        "F9 undoes the last step, then the one before, without limit. “Redo” does",
    );
}

#[test]
fn without_suggestions_the_card_says_to_go_on() {
    let mut session = empty();
    open(&mut session, "news", "Ann met Bob.");
    session.run(CommandId::Tour);
    let mut harness = window(session);
    harness.get_by_label("Nothing is suggested here with these labels: skip this step.");
    for _ in 0..3 {
        harness.get_by_label("Skip").click();
        harness.run_steps(4);
    }
    harness.get_by_label_contains("Nothing has been done yet that could be undone");
}

#[test]
fn the_card_never_lies_over_the_focused_span() {
    let lines = "A line of an article.\n\n".repeat(11);
    let text = format!("{lines}And {{person?50|Keir Starmer}} at the end.\n\n{lines}");
    let mut session = empty();
    open(&mut session, "news", &text);
    press(&mut session, "Tab");
    let size = egui::vec2(900.0, 600.0);
    let mut harness = window_of(session, size, egui::Theme::Light);
    harness.run_steps(4);
    harness.state_mut().session.run(CommandId::Tour);
    let focus = Event::Command(CommandId::NextOpen);
    harness.state_mut().session.handle(focus);
    harness.run_steps(6);
    let span = harness.get_by_label("Person: Keir Starmer, suggested, 50%");
    let card = harness.get_by_label("Accept a suggestion");
    assert!(
        span.rect().bottom() < card.rect().top(),
        "{:?} {:?}",
        span.rect(),
        card.rect()
    );
}

#[test]
fn what_is_to_be_marked_has_the_caret_before_it() {
    let mut session = Session::new(schema(), Preferences::default(), samples());
    let article =
        "{person?90|Ann} met {person?80|Bob} on a boat in {place?95|Kyiv} where reporters wait.";
    open(&mut session, "news", article);
    session.run(CommandId::Tour);
    press(&mut session, "Tab Enter .");
    assert_eq!(step_at(&session), Some(TourStep::Add));
    // No longer on what was just mended.
    press(&mut session, "Shift+Right P");
    assert_eq!(step_at(&session), Some(TourStep::Undo));
    let shown = shown(&session);
    assert!(shown.contains("a {person|boat} in"), "{shown}");
    assert!(shown.contains("{person|Bob on}"), "{shown}");
}

#[test]
fn a_sample_that_is_open_is_shown_and_not_read_again() {
    let mut session = empty();
    open(&mut session, "news", ARTICLE);
    open(&mut session, "other", ARTICLE);
    asked(&mut session);
    session.run(CommandId::OpenSample(0));
    assert_eq!(asked(&mut session), [""; 0]);
    assert_eq!(session.article().unwrap().title(), "news");
    assert_eq!(session.articles().len(), 2);
}
