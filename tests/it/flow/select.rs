//! Words are selected and screens are accepted in few keys.

use copydesk::app::Event;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use crate::support::{focused, press, selected, session, shown};
use crate::window::window;

const ARTICLE: &str =
    "It rained. Trump said a deal with Kyiv could be worth $500 billion, and left.";

#[test]
fn a_claim_takes_four_keys_from_the_caret() {
    let mut session = session("Trump said a deal with Kyiv could be worth $500 billion.");
    let to = session
        .article()
        .unwrap()
        .text()
        .as_str()
        .find("500")
        .unwrap();
    session.handle(Event::CaretMoved { to, extend: false });
    press(&mut session, "Alt+Up Alt+Up Alt+Up C");
    assert_eq!(
        shown(&session),
        "Trump said {claim|a deal with Kyiv could be worth $500 billion}."
    );
}

#[test]
fn a_selection_grows_and_shrinks_around_the_caret() {
    let mut session = session(ARTICLE);
    let to = session
        .article()
        .unwrap()
        .text()
        .as_str()
        .find("500")
        .unwrap();
    session.handle(Event::CaretMoved { to, extend: false });
    press(&mut session, "Alt+Up");
    assert_eq!(selected(&session).as_deref(), Some("500"));
    press(&mut session, "Alt+Up");
    assert_eq!(selected(&session).as_deref(), Some("worth $500 billion"));
    press(&mut session, "Alt+Up Alt+Down");
    assert_eq!(selected(&session).as_deref(), Some("worth $500 billion"));
    press(&mut session, "Shift+Right");
    assert_eq!(
        selected(&session).as_deref(),
        Some("worth $500 billion, and"),
        "it goes on from its end"
    );
}

#[test]
fn a_focused_span_grows() {
    let mut session = session("He said {claim?70|prices rose} in May.");
    press(&mut session, "Tab Alt+Up C");
    assert_eq!(shown(&session), "He said {claim|prices rose in May}.");
}

#[test]
fn accepting_a_screen_turns_the_page() {
    let line = "{person?90|Trump} and {place?90|Kyiv} and some more words.\n\n";
    let mut harness = window(session(&line.repeat(60)));
    harness.run_steps(3);
    let counts = |harness: &egui_kittest::Harness<'_, crate::window::Window>| {
        harness.state().session.article().unwrap().counts().clone()
    };
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    harness.run_steps(4);
    let first = counts(&harness).accepted;
    assert!(first >= 20, "{first}");
    let focus = focused(&harness.state().session);
    assert_eq!(focus.as_deref(), Some("Trump"), "the next one");
    let at = harness.get_all_by_label("Person: Trump, suggested, 99%");
    let top = at.map(|node| node.rect().top()).fold(f32::MAX, f32::min);
    assert!(
        (40.0..160.0).contains(&top),
        "at the top of the screen: {top}"
    );
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    harness.run_steps(4);
    assert!(
        counts(&harness).accepted >= 2 * first - 4,
        "a whole screen again"
    );
}
