//! Clicks and drags in the article.

use eframe::egui::{self, Key, Modifiers, PointerButton, Pos2};
use egui_kittest::kittest::Queryable as _;

use super::{ARTICLE, click, drag, middle, press};
use crate::support::{focused, selected, session, shown};
use crate::window::window;

#[test]
fn a_pointer_where_the_window_opens_points_at_nothing() {
    let mut harness = window(session(ARTICLE));
    let at = middle(&harness, "Figure: $500 billion, suggested, 99%");
    harness.hover_at(at);
    harness.run_steps(40);
    assert!(harness.query_by_label("suggested · 99%").is_none());
    harness.hover_at(at + egui::vec2(3.0, 0.0));
    harness.run_steps(40);
    harness.get_by_label("suggested · 99%");
}

#[test]
fn the_card_leaves_the_line_that_is_read_next_free() {
    let lines = "Some words that fill a line of it. ".repeat(35);
    let text = format!("{lines}{{person?98|Keir Starmer}} met others. {lines}");
    let mut harness = window(session(&text));
    let at = text.find('{').unwrap();
    let visible = harness.state().session.article().unwrap().visible().clone();
    assert!(visible.contains(&at), "{visible:?}");
    let span = harness
        .get_by_label("Person: Keir Starmer, suggested, 98%")
        .rect();
    // Its line becomes the first: there is no room above.
    harness.hover_at(span.center());
    harness.event(egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: egui::vec2(0.0, 60.0 - span.top()),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Unknown,
        modifiers: Modifiers::NONE,
    });
    harness.run_steps(60);
    let span = harness
        .get_by_label("Person: Keir Starmer, suggested, 98%")
        .rect();
    assert!(span.top() < 110.0, "{span:?}");
    harness.hover_at(span.center());
    harness.run_steps(1);
    harness.hover_at(span.center() + egui::vec2(2.0, 0.0));
    harness.run_steps(40);
    let card = harness.get_by_label("suggested · 98%").rect();
    let next_line = span.bottom() + 31.0;
    assert!(card.top() >= next_line - 4.0, "{card:?} {span:?}");
}

#[test]
fn a_pointer_left_lying_does_not_hide_what_the_keyboard_chose() {
    let mut harness = window(session(ARTICLE));
    let at = middle(&harness, "Figure: $500 billion, suggested, 99%");
    harness.hover_at(at);
    harness.run_steps(1);
    harness.hover_at(at + egui::vec2(1.0, 0.0));
    harness.run_steps(40);
    harness.get_by_label("suggested · 99%");
    press(&mut harness, Modifiers::NONE, Key::Tab);
    harness.run_steps(40);
    harness.get_by_label("suggested · 90%");
    assert!(harness.query_by_label("suggested · 99%").is_none());
}

#[test]
fn the_card_covers_neither_its_span_nor_what_is_read_next() {
    let mut harness = window(session(
        "A line before it.\n\n{person?98|Keir Starmer} met {person?97|Macron}.",
    ));
    press(&mut harness, Modifiers::NONE, Key::Tab);
    harness.run_steps(40);
    let card = harness.get_by_label("suggested · 98%").rect();
    let span = harness.get_by_label("Person: Keir Starmer, suggested, 98%");
    assert!(card.bottom() <= span.rect().top(), "{card:?}");
}

#[test]
fn the_card_leaves_to_the_details_what_they_say() {
    let article = "{person?98|Keir Starmer} met {person?97|Macron}.";
    let mut harness = window(session(article));
    press(&mut harness, Modifiers::NONE, Key::Tab);
    harness.run_steps(40);
    let reasons = |harness: &egui_kittest::Harness<'_, crate::window::Window>| {
        harness
            .query_all_by_label("because the test says so")
            .count()
    };
    assert_eq!(reasons(&harness), 1, "in the details");
    let macron = middle(&harness, "Person: Macron, suggested, 97%");
    harness.hover_at(macron - egui::vec2(0.0, 60.0));
    harness.run_steps(1);
    harness.hover_at(macron);
    harness.run_steps(40);
    assert_eq!(
        reasons(&harness),
        2,
        "the card of what is not focused says it too"
    );
}

#[test]
fn a_click_focuses_the_innermost_span_and_again_the_one_beneath() {
    let mut harness = window(session(ARTICLE));
    let at = middle(&harness, "Place: Kyiv, suggested, 98%");
    click(&mut harness, at);
    assert_eq!(focused(&harness.state().session).as_deref(), Some("Kyiv"));
    harness.run_steps(40); // two slow clicks are no double click
    click(&mut harness, at);
    assert_eq!(
        focused(&harness.state().session).as_deref(),
        Some("a deal with Kyiv could be worth $500 billion")
    );
}

#[test]
fn a_drag_selects_words_and_a_letter_labels_them() {
    let mut harness = window(session("Keir Starmer {person|met} Macron."));
    let met = harness.get_by_label("Person: met, accepted").rect();
    let from = Pos2::new(met.left() - 70.0, met.center().y);
    drag(
        &mut harness,
        from,
        Pos2::new(met.left() - 12.0, met.center().y),
    );
    assert_eq!(
        selected(&harness.state().session).as_deref(),
        Some("Starmer")
    );
    press(&mut harness, Modifiers::NONE, Key::P);
    assert_eq!(
        shown(&harness.state().session),
        "Keir {person|Starmer} {person|met} Macron."
    );
}

#[test]
fn with_alt_a_drag_selects_characters() {
    let mut harness = window(session("Keir Starmer {person|met} Macron."));
    let met = harness.get_by_label("Person: met, accepted").rect();
    let from = Pos2::new(met.left() - 70.0, met.center().y);
    harness.event(egui::Event::ModifiersChanged(Modifiers::ALT));
    drag(
        &mut harness,
        from,
        Pos2::new(met.left() - 30.0, met.center().y),
    );
    let words = selected(&harness.state().session).unwrap();
    assert!("Starmer".contains(&words) && words.len() < 7, "{words}");
}

#[test]
fn an_edge_of_the_focused_span_can_be_dragged() {
    let mut harness = window(session("Sir {person|Keir} Starmer left."));
    let at = middle(&harness, "Person: Keir, accepted");
    click(&mut harness, at);
    let rect = harness.get_by_label("Person: Keir, accepted").rect();
    let edge = Pos2::new(rect.right(), rect.center().y);
    drag(&mut harness, edge, edge + egui::vec2(40.0, 0.0));
    assert_eq!(
        shown(&harness.state().session),
        "Sir {person|Keir Starmer} left."
    );
}

#[test]
fn double_and_triple_clicks_select_the_word_and_the_sentence() {
    let mut harness = window(session("One. The {person|second} sentence is here. Three."));
    let at = middle(&harness, "Person: second, accepted");
    for expected in [None, Some("second"), Some("The second sentence is here")] {
        harness.drag_at(at);
        harness.run_steps(1);
        harness.drop_at(at);
        harness.run_steps(1);
        assert_eq!(selected(&harness.state().session).as_deref(), expected);
    }
}

#[test]
fn other_buttons_do_not_select() {
    let mut harness = window(session("Keir Starmer {person|met} Macron."));
    let at = middle(&harness, "Person: met, accepted");
    for pressed in [true, false] {
        harness.event(egui::Event::PointerButton {
            pos: at,
            button: PointerButton::Secondary,
            pressed,
            modifiers: Modifiers::NONE,
        });
        harness.run_steps(1);
    }
    let session = &harness.state().session;
    assert_eq!(selected(session), None);
    assert_eq!(
        focused(session).as_deref(),
        Some("met"),
        "what the menu is for"
    );
}
