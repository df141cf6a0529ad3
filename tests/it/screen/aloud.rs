//! The article as a text for a screen reader, and what it says when something happens.

use copydesk::app::{CommandId, Event, NoticeKind};
use eframe::egui;
use eframe::egui::accesskit::{
    Action, ActionData, ActionRequest, Live, NodeId, Role, TextPosition, TextSelection, TreeId,
};
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::{ARTICLE, press};
use crate::support::{caret_at, focused, session};
use crate::window::{Window, window};

/// The words of the whole text that a screen reader has, and those between caret and anchor.
fn text(harness: &Harness<'_, Window>) -> (String, Option<String>) {
    let node = harness.get_by_role(Role::Document);
    let node = node.accesskit_node();
    let selected = node.text_selection().map(|range| range.text());
    (node.document_range().text(), selected)
}

/// What stands before the caret, in all that a screen reader has; `None` without a caret.
fn before_caret(harness: &Harness<'_, Window>) -> Option<String> {
    let node = harness.get_by_role(Role::Document);
    let node = node.accesskit_node();
    let mut range = node.document_range();
    let caret = node.text_selection_focus()?;
    range.set_end(caret);
    Some(range.text())
}

/// What was said last, and how urgently.
fn said(harness: &Harness<'_, Window>) -> (String, Live) {
    let is_it = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
        matches!(node.role(), Role::Status | Role::Alert)
    };
    let node = harness.get_by(is_it);
    let node = node.accesskit_node();
    (node.label().unwrap_or_default(), node.live())
}

fn words(harness: &Harness<'_, Window>) -> String {
    said(harness).0
}

/// The node that tells of the last announcement: another one is heard even if it says the same.
fn announcement(harness: &Harness<'_, Window>) -> NodeId {
    let node = harness.get_by_role(Role::Status);
    node.accesskit_node().locate().0
}

#[test]
fn the_article_is_one_text_with_a_paragraph_to_a_line() {
    let mut harness = window(session(ARTICLE));
    let (all, _) = text(&harness);
    assert_eq!(
        all,
        "Trump said a deal with Kyiv could be worth $500 billion.\nThe second paragraph is here \
         and speaks of nothing in particular at all."
    );
    let session = &mut harness.state_mut().session;
    caret_at(session, "second");
    harness.run_steps(2);
    let before = before_caret(&harness).unwrap();
    assert!(before.ends_with("billion.\nThe "), "{before}");
    press(&mut harness, Modifiers::SHIFT, Key::ArrowRight);
    assert_eq!(text(&harness).1.as_deref(), Some("second"));
}

#[test]
fn the_text_is_walked_by_the_words_that_the_keys_walk() {
    let mut harness = window(session("Keller’s U.S. talks cost $5 million, she said."));
    let mut by_keys = vec![0];
    let mut by_words = vec![0];
    loop {
        press(&mut harness, Modifiers::NONE, Key::ArrowRight);
        let caret = harness.state().session.article().unwrap().caret();
        if by_keys.last() == Some(&caret) {
            break;
        }
        by_keys.push(caret);
    }
    let node = harness.get_by_role(Role::Document);
    let node = node.accesskit_node();
    let mut position = node.document_start();
    while !position.is_document_end() {
        position = position.forward_to_word_start();
        let mut range = node.document_range();
        range.set_end(position);
        by_words.push(range.text().len());
    }
    assert_eq!(by_keys, by_words);
}

#[test]
fn words_from_right_to_left_are_read_in_order_and_lie_where_they_are_drawn() {
    let harness = window(session("قال كيلر إن المحادثات كلفت 5 ملايين"));
    assert_eq!(text(&harness).0, "قال كيلر إن المحادثات كلفت 5 ملايين");
    let node = harness.get_by_role(Role::Document);
    let node = node.accesskit_node();
    let first = node.document_start();
    let mut word = first.to_degenerate_range();
    word.set_end(first.forward_to_word_end());
    let first = word.bounding_boxes()[0];
    let end = node.document_end();
    let mut word = end.to_degenerate_range();
    word.set_start(end.backward_to_word_start());
    let last = word.bounding_boxes()[0];
    assert!(first.x0 > last.x1, "{first:?} {last:?}");
}

#[test]
fn a_line_that_is_wrapped_is_a_line() {
    let harness = window(session(&"word ".repeat(60)));
    let node = harness.get_by_role(Role::Document);
    let node = node.accesskit_node();
    let start = node.document_start();
    let mut line = start.to_degenerate_range();
    line.set_end(start.forward_to_line_end());
    let count = line.text().matches("word").count();
    assert!((5..30).contains(&count), "{count}");
    assert!(line.bounding_boxes()[0].height() < 60.0);
}

#[test]
fn of_a_long_article_only_what_is_near_is_there_and_it_follows_the_caret() {
    let lines: Vec<String> = (0..4_000)
        .map(|line| format!("This is line {line}."))
        .collect();
    let long = lines.join("\n\n");
    let mut harness = window(session(&long));
    let (near, _) = text(&harness);
    assert!(
        near.starts_with("This is line 0.") && near.len() < 30_000,
        "{}",
        near.len()
    );
    press(&mut harness, Modifiers::COMMAND, Key::End);
    harness.run_steps(3);
    let (near, _) = text(&harness);
    assert!(near.ends_with("This is line 3999.") && near.len() < 30_000);
    assert!(before_caret(&harness).unwrap().ends_with("line 3999."));

    // Scrolled away from, the caret is nowhere in what is there.
    harness.event(egui::Event::PointerMoved(egui::pos2(500.0, 400.0)));
    for _ in 0..3 {
        harness.event(egui::Event::MouseWheel {
            source: egui::MouseWheelSource::Wheel,
            unit: egui::MouseWheelUnit::Point,
            delta: egui::vec2(0.0, 100_000.0),
            phase: egui::TouchPhase::Move,
            modifiers: Modifiers::NONE,
        });
        harness.run_steps(10);
    }
    assert_eq!(before_caret(&harness), None);
}

#[test]
fn a_screen_reader_puts_the_caret_and_selects() {
    let mut harness = window(session(ARTICLE));
    let document = harness.get_by_role(Role::Document);
    let document = document.accesskit_node().locate().0;
    let at = |harness: &Harness<'_, Window>, words: &str| -> TextPosition {
        let node = harness.get_by_role(Role::Document);
        let node = node.accesskit_node();
        let index = text(harness).0.find(words).unwrap();
        let position = node.text_position_from_global_usv_index(index);
        position.unwrap().to_raw()
    };
    let ask = |harness: &mut Harness<'_, Window>, anchor, focus| {
        let selection = TextSelection { anchor, focus };
        harness.event(egui::Event::AccessKitActionRequest(ActionRequest {
            action: Action::SetTextSelection,
            target_tree: TreeId::ROOT,
            target_node: document,
            data: Some(ActionData::SetTextSelection(selection)),
        }));
        harness.run_steps(3);
    };
    let second = at(&harness, "second");
    ask(&mut harness, second, second);
    assert!(before_caret(&harness).unwrap().ends_with("billion.\nThe "));
    let (said, speaks) = (at(&harness, "said"), at(&harness, "deal"));
    ask(&mut harness, said, speaks);
    assert_eq!(text(&harness).1.as_deref(), Some("said a"));
}

#[test]
fn what_is_done_undone_and_redone_is_said_with_what_comes_next() {
    let mut harness = window(session(ARTICLE));
    press(&mut harness, Modifiers::NONE, Key::Tab);
    assert_eq!(words(&harness), "Person: Trump, suggested, 90%, 1 of 4.");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    let claim = "Claim: a deal with Kyiv could be worth $500 billion, suggested, 71%, 2 of 4.";
    assert_eq!(words(&harness), format!("Accepted “Trump”. {claim}"));
    press(&mut harness, Modifiers::NONE, Key::X);
    let place = "Place: Kyiv, suggested, 98%, 2 of 3.";
    let rejected = "Rejected “a deal with Kyiv could be worth…”.";
    assert_eq!(words(&harness), format!("{rejected} {place}"));
    press(&mut harness, Modifiers::NONE, Key::P);
    let figure = "Figure: $500 billion, suggested, 99%, 3 of 3.";
    assert_eq!(
        words(&harness),
        format!("Marked “Kyiv” as person. {figure}")
    );
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(
        words(&harness),
        format!("Undone: mark “Kyiv” as person. {place}")
    );
    press(&mut harness, Modifiers::COMMAND, Key::Y);
    let redone = words(&harness);
    assert!(
        redone.starts_with("Redone: mark “Kyiv” as person. Person: Kyiv"),
        "{redone}"
    );
}

#[test]
fn the_same_is_said_again_when_it_happens_again() {
    let mut harness = window(session("{person?90|Trump} spoke."));
    press(&mut harness, Modifiers::NONE, Key::Tab);
    let first = (announcement(&harness), words(&harness));
    press(&mut harness, Modifiers::NONE, Key::Tab);
    let again = (announcement(&harness), words(&harness));
    assert_eq!(first.1, again.1);
    assert_ne!(first.0, again.0);

    press(&mut harness, Modifiers::NONE, Key::Enter);
    press(&mut harness, Modifiers::NONE, Key::Tab);
    let first = (announcement(&harness), words(&harness));
    assert_eq!(first.1, "Nothing left to review.");
    press(&mut harness, Modifiers::NONE, Key::Tab);
    let again = (announcement(&harness), words(&harness));
    assert_eq!(first.1, again.1);
    assert_ne!(first.0, again.0);
}

#[test]
fn nothing_is_said_twice_that_happened_once() {
    let mut harness = window(session(ARTICLE));
    press(&mut harness, Modifiers::NONE, Key::Tab);
    let said = announcement(&harness);
    harness.run_steps(20);
    assert_eq!(announcement(&harness), said);
}

#[test]
fn a_problem_interrupts_and_nothing_else_does() {
    for (kind, urgency) in [
        (NoticeKind::Info, Live::Polite),
        (NoticeKind::Warning, Live::Polite),
        (NoticeKind::Problem, Live::Assertive),
    ] {
        let mut harness = window(session(ARTICLE));
        harness.state_mut().session.tell(kind, "The disk is full");
        harness.run_steps(2);
        assert_eq!(said(&harness), ("The disk is full.".to_owned(), urgency));
    }
}

#[test]
fn the_caret_says_which_span_it_comes_into_and_sentences_are_read() {
    let mut harness = window(session(
        "He spoke. {person?90|Anna Keller} left early. Why?",
    ));
    press(&mut harness, Modifiers::NONE, Key::ArrowRight);
    press(&mut harness, Modifiers::NONE, Key::ArrowRight);
    assert_eq!(
        words(&harness),
        "Person: Anna Keller, suggested, 90%, 1 of 1."
    );
    let entered = announcement(&harness);
    press(&mut harness, Modifiers::NONE, Key::ArrowRight);
    assert_eq!(announcement(&harness), entered, "still in the same span");
    press(&mut harness, Modifiers::ALT, Key::PageDown);
    assert_eq!(words(&harness), "Why?");
    press(&mut harness, Modifiers::ALT, Key::PageUp);
    let expected = "Anna Keller left early. Person: Anna Keller, suggested, 90%, 1 of 1.";
    assert_eq!(words(&harness), expected);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(words(&harness).starts_with("Accepted “Anna Keller”."));
    assert_eq!(focused(&harness.state().session), None);
}

#[test]
fn an_edge_that_is_moved_says_what_the_span_now_is() {
    let mut harness = window(session("Sir {person?80|Keir} Starmer left."));
    press(&mut harness, Modifiers::NONE, Key::Tab);
    press(&mut harness, Modifiers::NONE, Key::Period);
    let said = words(&harness);
    assert!(
        said.ends_with("Person: Keir Starmer, accepted, 1 of 1."),
        "{said}"
    );
}

#[test]
fn matches_of_a_search_are_said_with_their_sentence() {
    let mut harness = window(session("He left. Keller left early. Why?"));
    press(&mut harness, Modifiers::COMMAND, Key::F);
    harness.run_steps(2);
    harness.event(egui::Event::Text("left".to_owned()));
    harness.run_steps(3);
    assert_eq!(words(&harness), "1 of 2.");
    press(&mut harness, Modifiers::NONE, Key::F3);
    assert_eq!(words(&harness), "2 of 2: Keller left early.");
}

#[test]
fn the_review_list_says_its_own_lines() {
    let mut harness = window(session(ARTICLE));
    press(&mut harness, Modifiers::NONE, Key::Tab);
    press(&mut harness, Modifiers::NONE, Key::F6);
    let said = announcement(&harness);
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    assert_eq!(announcement(&harness), said);
    let list = harness.get_by_role_and_label(Role::ListBox, "Review list");
    let list = list.accesskit_node();
    let row = list.active_descendant().unwrap();
    assert_eq!(row.is_selected(), Some(true));
    assert_eq!(
        (row.position_in_set(), list.size_of_set()),
        (Some(1), Some(4))
    );
    let mut above = row.parent();
    while above.is_some_and(|node| node.role() != Role::ListBox) {
        above = above.and_then(|node| node.parent());
    }
    assert!(above.is_some(), "the row is in the list");
}

#[test]
fn every_dialog_is_said_takes_the_keyboard_and_gives_it_back() {
    for id in [
        CommandId::Palette,
        CommandId::Keys,
        CommandId::Settings,
        CommandId::About,
        CommandId::Export,
        CommandId::Search,
        CommandId::Dictionaries,
        CommandId::Activity,
    ] {
        let mut harness = window(session(ARTICLE));
        press(&mut harness, Modifiers::NONE, Key::Tab);
        press(&mut harness, Modifiers::NONE, Key::F6);
        let list = harness.get_by_role_and_label(Role::ListBox, "Review list");
        assert!(list.accesskit_node().is_focused_in_tree());
        harness.state_mut().session.handle(Event::Command(id));
        harness.run_steps(4);
        assert!(harness.state().session.dialog().is_some(), "{id:?}");
        let dialog = harness.get_by_role(Role::Dialog);
        let name = dialog.accesskit_node().label().unwrap();
        assert!(dialog.accesskit_node().is_modal(), "{id:?}");
        assert!(
            words(&harness).contains(&format!("{name}, dialog")),
            "{id:?}"
        );
        harness.state_mut().session.handle(Event::DialogClosed);
        harness.run_steps(4);
        let list = harness.get_by_role_and_label(Role::ListBox, "Review list");
        assert!(list.accesskit_node().is_focused_in_tree(), "{id:?}");
    }
}

#[test]
fn the_palette_says_what_the_arrow_keys_come_to() {
    let mut harness = window(session(ARTICLE));
    press(&mut harness, Modifiers::COMMAND, Key::K);
    harness.event(egui::Event::Text("undo".to_owned()));
    harness.run_steps(3);
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    let said = words(&harness);
    assert!(said.contains(", 2 of "), "{said}");
}
