//! The article on the screen: what a person sees, hears, clicks and drags.

mod aloud;
mod label_bar;
mod pointer;
mod scripts;

use eframe::egui;
use egui::{Key, Modifiers, Pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use crate::support::{focused, session, shown};
use crate::window::{Window, assert_heard, window, window_that_moves};

const ARTICLE: &str = "{person?90|Trump} said {claim?71|a deal with {place?98|Kyiv} could be worth {figure?99|$500 billion}}.\n\nThe second paragraph is here and speaks of nothing in particular at all.";

/// The middle of a span, by what a screen reader says of it.
fn middle(harness: &Harness<'_, Window>, name: &str) -> Pos2 {
    harness.get_by_label(name).rect().center()
}

fn press(harness: &mut Harness<'_, Window>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run_steps(3);
    assert_heard(harness);
}

fn click(harness: &mut Harness<'_, Window>, at: Pos2) {
    harness.hover_at(at);
    harness.run_steps(1);
    harness.drag_at(at);
    harness.run_steps(1);
    harness.drop_at(at);
    harness.run_steps(2);
}

fn drag(harness: &mut Harness<'_, Window>, from: Pos2, to: Pos2) {
    harness.hover_at(from);
    harness.run_steps(1);
    harness.drag_at(from);
    harness.run_steps(1);
    for step in 1..=4 {
        harness.hover_at(from + (to - from) * (step as f32 / 4.0));
        harness.run_steps(1);
    }
    harness.drop_at(to);
    harness.run_steps(2);
}

#[test]
fn every_span_and_paragraph_is_heard() {
    let harness = window(session(ARTICLE));
    harness.get_by_label("Person: Trump, suggested, 90%");
    harness.get_by_label("Place: Kyiv, suggested, 98%");
    harness.get_by_label("Figure: $500 billion, suggested, 99%");
    harness
        .get_by_label("The second paragraph is here and speaks of nothing in particular at all.");
}

#[test]
fn the_article_is_corrected_by_keyboard_alone() {
    let mut harness = window(session(ARTICLE));
    press(&mut harness, Modifiers::NONE, Key::Tab);
    harness.get_by_label("Person: Trump, suggested, 90%, 1 of 4.");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    press(&mut harness, Modifiers::NONE, Key::X);
    press(&mut harness, Modifiers::NONE, Key::P);
    let expected =
        "{person|Trump} said a deal with {person|Kyiv} could be worth {figure?99|$500 billion}.";
    assert!(
        shown(&harness.state().session).starts_with(expected),
        "{}",
        shown(&harness.state().session)
    );
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert!(shown(&harness.state().session).starts_with("{person?90|Trump} said {claim?71|"));
}

#[test]
fn edges_move_by_comma_and_full_stop() {
    let mut harness = window(session("Sir {person?80|Keir} Starmer left."));
    press(&mut harness, Modifiers::NONE, Key::Tab);
    press(&mut harness, Modifiers::NONE, Key::Period);
    press(&mut harness, Modifiers::NONE, Key::Comma);
    assert_eq!(
        shown(&harness.state().session),
        "{person|Sir Keir Starmer} left."
    );
    press(&mut harness, Modifiers::SHIFT, Key::Comma);
    press(&mut harness, Modifiers::SHIFT, Key::Period);
    assert_eq!(
        shown(&harness.state().session),
        "Sir {person|Keir} Starmer left."
    );
}

#[test]
fn the_caret_walks_lines_and_pages() {
    let long = "Some words that make up a line or two of an article.\n\n".repeat(60);
    let mut harness = window(session(&long));
    let caret = |harness: &Harness<'_, Window>| harness.state().session.article().unwrap().caret();
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    assert_eq!(
        caret(&harness),
        54,
        "the first word of the second paragraph"
    );
    press(&mut harness, Modifiers::NONE, Key::End);
    assert_eq!(caret(&harness), 54 + 52);
    press(&mut harness, Modifiers::NONE, Key::Home);
    assert_eq!(caret(&harness), 54);
    press(&mut harness, Modifiers::NONE, Key::ArrowUp);
    assert_eq!(caret(&harness), 0);
    press(&mut harness, Modifiers::NONE, Key::PageDown);
    assert!(caret(&harness) > 54 * 5);
    press(&mut harness, Modifiers::COMMAND, Key::End);
    assert_eq!(caret(&harness), long.len());
    let last = long.len() - 54..long.len();
    assert!(
        harness
            .state()
            .session
            .article()
            .unwrap()
            .text()
            .as_str()
            .get(last)
            .is_some()
    );
    press(&mut harness, Modifiers::NONE, Key::PageUp);
    press(
        &mut harness,
        Modifiers::COMMAND | Modifiers::SHIFT,
        Key::Home,
    );
    let session = &harness.state().session;
    assert_eq!(
        session.article().unwrap().selection().unwrap().span.start(),
        0
    );
}

#[test]
fn a_far_suggestion_is_scrolled_into_sight() {
    let long = format!(
        "{}And {{person?50|Keir Starmer}} at the end.",
        "A line of an article.\n\n".repeat(300)
    );
    let mut harness = window(session(&long));
    assert!(
        harness
            .query_by_label("Person: Keir Starmer, suggested, 50%")
            .is_none()
    );
    press(&mut harness, Modifiers::NONE, Key::Tab);
    harness.run_steps(3);
    let rect = harness
        .get_by_label("Person: Keir Starmer, suggested, 50%")
        .rect();
    assert!(rect.top() > 40.0 && rect.bottom() < 760.0, "{rect:?}");
}

#[test]
fn a_letter_does_not_fire_while_text_is_typed() {
    let mut harness = window(session(ARTICLE));
    press(&mut harness, Modifiers::COMMAND, Key::F);
    harness.run_steps(3);
    harness.event(egui::Event::Text("p".to_owned()));
    press(&mut harness, Modifiers::NONE, Key::P);
    assert_eq!(
        harness.state().session.article().unwrap().counts().accepted,
        0
    );
}

#[test]
fn a_screen_reader_can_choose_a_span() {
    let mut harness = window(session(ARTICLE));
    harness
        .get_by_label("Place: Kyiv, suggested, 98%")
        .click_accesskit();
    harness.run_steps(3);
    assert_eq!(focused(&harness.state().session).as_deref(), Some("Kyiv"));
}

/// An article of many screens, each paragraph with a suggestion.
fn long() -> copydesk::app::Session {
    let paragraph = "{person?90|Trump} spoke of one thing and another, at length and with feeling, as he had done before and would do again, until it was late.";
    session(&[paragraph; 60].join("\n\n"))
}

/// Where the article is scrolled to, by the first byte in sight.
fn top(harness: &Harness<'_, Window>) -> usize {
    harness.state().session.article().unwrap().visible().start
}

#[test]
fn the_article_glides_to_what_is_focused_unless_nothing_is_to_move() {
    let tops = |mut harness: Harness<'static, Window>| {
        for _ in 0..12 {
            press(&mut harness, Modifiers::NONE, Key::Tab);
            harness.run_steps(20);
        }
        let before = top(&harness);
        harness.key_press_modifiers(Modifiers::NONE, Key::PageDown);
        let mut tops = vec![before];
        for _ in 0..20 {
            harness.run_steps(1);
            tops.push(top(&harness));
        }
        tops.dedup();
        tops
    };
    let at_once = tops(window(long()));
    assert_eq!(at_once.len(), 2, "{at_once:?}");
    let gliding = tops(window_that_moves(long()));
    assert!(gliding.len() > 3, "{gliding:?}");
    assert!(gliding.is_sorted(), "{gliding:?}");
    assert_eq!(gliding.last(), at_once.last());
}

#[test]
fn a_click_beside_the_scroll_bar_goes_where_its_marks_are() {
    let mut harness = window(long());
    let strip = harness.get_by_label("Where 60 open suggestions lie").rect();
    click(&mut harness, strip.center_bottom() - egui::vec2(0.0, 4.0));
    harness.run_steps(3);
    let text = harness.state().session.article().unwrap().text();
    let end = text.as_str().len();
    assert!(top(&harness) > end * 3 / 4, "{} of {end}", top(&harness));
    assert!(
        window(session(ARTICLE))
            .query_by_label_contains("open suggestions lie")
            .is_none(),
        "a short article needs none"
    );
}
