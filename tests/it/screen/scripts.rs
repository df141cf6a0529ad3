//! Scripts that run from right to left, emoji, and combining marks.

use eframe::egui;
use egui_kittest::kittest::Queryable as _;

use super::drag;
use crate::support::{selected, session};
use crate::window::window;

#[test]
fn right_to_left_words_stand_in_the_right_order() {
    let harness = window(session("{person?90|משה} אמר כי {person?80|דוד} יבוא מחר."));
    let first = harness.get_by_label("Person: משה, suggested, 90%").rect();
    let second = harness.get_by_label("Person: דוד, suggested, 80%").rect();
    assert!(
        first.left() > second.right(),
        "the first word stands to the right of the later one"
    );
}

#[test]
fn a_right_to_left_sentence_ends_at_its_left() {
    let harness = window(session("דוד אמר {person?90|משה}{figure?80|.}"));
    let word = harness.get_by_label("Person: משה, suggested, 90%").rect();
    let stop = harness.get_by_label("Figure: ., suggested, 80%").rect();
    assert!(stop.right() <= word.left() + 1.0, "{stop:?} {word:?}");
}

#[test]
fn right_to_left_words_are_selected_where_they_are_seen() {
    let mut harness = window(session("{person?90|משה} אמר כי {person?80|דוד} יבוא מחר."));
    let rect = harness.get_by_label("Person: דוד, suggested, 80%").rect();
    drag(
        &mut harness,
        rect.right_center() - egui::vec2(2.0, 0.0),
        rect.left_center() + egui::vec2(2.0, 0.0),
    );
    assert_eq!(selected(&harness.state().session).as_deref(), Some("דוד"));
}

#[test]
fn emoji_and_marks_are_selected_whole() {
    let mut harness = window(session("a {person?90|👩‍👩‍👧} b {person?80|cafe\u{301}} c 北京"));
    for (name, words) in [
        ("Person: 👩‍👩‍👧, suggested, 90%", "👩‍👩‍👧"),
        ("Person: cafe\u{301}, suggested, 80%", "cafe\u{301}"),
    ] {
        let rect = harness.get_by_label(name).rect();
        harness.run_steps(40);
        drag(
            &mut harness,
            rect.left_center() + egui::vec2(1.0, 0.0),
            rect.right_center() + egui::vec2(4.0, 0.0),
        );
        assert_eq!(selected(&harness.state().session).as_deref(), Some(words));
    }
}
