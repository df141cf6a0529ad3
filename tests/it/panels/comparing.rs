//! The list of differences and what is decided on one, by keyboard and by what a screen reader hears.

use copydesk::app::{ComparingEvent, Event, Findings, Opened, ToCompare};
use copydesk_document::adjudication::{Comparison, Version};
use copydesk_document::{Document, LabelId, Metadata, OpenDocument};
use copydesk_text::ArticleText;
use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::{click, empty_session, is_disabled, listed, open_sized, schema};
use crate::window::Window;

const TEXT: &str = "Anna Keller met Boris Lang in Seoul.";

/// The article with these words as these labels.
fn version(person: &str, marks: &[(&str, &str)]) -> Version {
    let text = ArticleText::new(TEXT);
    let mut open = OpenDocument::new(Document::new(text, schema(), Metadata::default()));
    for (words, label) in marks {
        let start = TEXT.find(words).unwrap();
        let span = open.document().text().span(start, start + words.len());
        open.annotate(span.unwrap(), &LabelId::new(label).unwrap())
            .unwrap();
    }
    Version {
        person: person.to_owned(),
        document: open.document().clone(),
    }
}

/// A window with three people's versions side by side: an edge, a label and one that is missing.
fn comparing(width: f32, height: f32) -> Harness<'static, Window> {
    let lang = ("Boris Lang", "person");
    let versions = [
        version(
            "anna",
            &[("Anna Keller", "person"), lang, ("Seoul", "place")],
        ),
        version("ben", &[("Keller", "person"), lang, ("Seoul", "person")]),
        version("carla", &[("Anna Keller", "person"), ("Seoul", "place")]),
    ];
    let text = ArticleText::new(TEXT);
    let gold = OpenDocument::new(Document::new(text, schema(), Metadata::default()));
    let mut session = empty_session();
    let read = ToCompare {
        comparison: Comparison::new(&versions).unwrap(),
        gold: Opened {
            article: Box::new(gold),
            saved_at: None,
            own_file: None,
            path: Some("/news/talks.gold.ron".into()),
            stamp: None,
            text_beside: None,
            warnings: Vec::new(),
            findings: Findings::default(),
            is_recovered: false,
            caret: None,
            focus: None,
        },
        left_out: Vec::new(),
    };
    let read = ComparingEvent::Read(Ok(Box::new(read)));
    session.handle(Event::Comparing(read));
    open_sized(session, width, height)
}

/// Presses keys, and counts them.
fn press(harness: &mut Harness<'_, Window>, keys: &[Key]) -> usize {
    for key in keys {
        harness.key_press(*key);
        harness.run_steps(3);
    }
    keys.len()
}

/// The lines of the list of differences.
fn lines(harness: &Harness<'_, Window>) -> Vec<String> {
    let mut lines = listed(harness);
    lines.retain(|line| line.ends_with(", open") || line.ends_with(", settled"));
    lines
}

fn settled(harness: &Harness<'_, Window>) -> usize {
    let article = harness.state().session.article().unwrap();
    article.comparing().unwrap().settled_count()
}

#[test]
fn each_line_says_the_words_the_kind_who_has_what_and_whether_it_is_settled() {
    let mut harness = comparing(1280.0, 800.0);
    assert_eq!(
        lines(&harness),
        [
            "Anna Keller, Edge, anna, carla: “Anna Keller”; ben: “Keller”, open",
            "Boris Lang, Missing, anna, ben: Person “Boris Lang”; carla: nothing, open",
            "Seoul, Label, anna, carla: Place “Seoul”; ben: Person “Seoul”, open",
        ]
    );
    harness.get_by_label("0 of 3 settled");
    press(&mut harness, &[Key::Num1]);
    assert!(lines(&harness)[0].ends_with("settled"));
    harness.get_by_label("1 of 3 settled");
}

#[test]
fn three_differences_take_three_keys_and_the_next_one_comes_by_itself() {
    let mut harness = comparing(1280.0, 800.0);
    let heading = |harness: &Harness<'_, Window>, name: &str| {
        let headings = harness.query_all_by_role(Role::Heading);
        let mut names = headings.filter_map(|node| node.accesskit_node().label());
        names.any(|heading| heading == name)
    };
    assert!(heading(&harness, "Edge"));
    let mut keys = press(&mut harness, &[Key::Num2]);
    assert!(heading(&harness, "Missing"));
    keys += press(&mut harness, &[Key::N]);
    assert!(heading(&harness, "Label"));
    keys += press(&mut harness, &[Key::Enter]);
    assert_eq!((settled(&harness), keys), (3, 3));
    let used = harness.get_by_role_and_label(Role::RadioButton, "anna: Place “Seoul”");
    assert_eq!(
        used.accesskit_node().toggled(),
        Some(eframe::egui::accesskit::Toggled::True)
    );
}

#[test]
fn what_a_person_has_is_taken_with_a_click() {
    let mut harness = comparing(1280.0, 800.0);
    click(&mut harness, "ben: “Keller”");
    assert_eq!(settled(&harness), 1);
    assert!(is_disabled(&harness, Role::Button, "Both") || settled(&harness) == 1);
    click(&mut harness, "Neither");
    assert_eq!(settled(&harness), 2);
}

#[test]
fn where_there_is_no_room_for_both_that_cannot_be_pressed() {
    let harness = comparing(1280.0, 800.0);
    assert!(is_disabled(&harness, Role::Button, "Both"));
    assert!(!is_disabled(&harness, Role::Button, "Own"));
}

#[test]
fn a_reason_is_typed_and_kept_and_escape_leaves_it() {
    let mut harness = comparing(1280.0, 800.0);
    press(&mut harness, &[Key::U]);
    let field = harness.get_by_role_and_label(Role::TextInput, "Reason");
    assert!(field.is_focused());
    field.type_text("full names");
    harness.run_steps(3);
    press(&mut harness, &[Key::Enter, Key::Num1]);
    let reason = |harness: &Harness<'_, Window>| {
        let article = harness.state().session.article().unwrap();
        let first = article.document().annotations().iter().next();
        first.unwrap().provenance.reason.clone()
    };
    assert_eq!(reason(&harness), "full names");
    press(&mut harness, &[Key::U]);
    harness
        .get_by_role_and_label(Role::TextInput, "Reason")
        .type_text("no");
    harness.run_steps(3);
    press(&mut harness, &[Key::Escape, Key::Num1]);
    assert_eq!(settled(&harness), 2);
    let article = harness.state().session.article().unwrap();
    let lang = article.document().annotations().iter().nth(1).unwrap();
    assert_eq!(lang.provenance.reason, "");
}

#[test]
fn kinds_and_labels_and_what_is_open_filter_the_list() {
    let mut harness = comparing(1280.0, 800.0);
    click(&mut harness, "Label 1");
    assert_eq!(lines(&harness).len(), 1);
    click(&mut harness, "Label 1");
    click(&mut harness, "Places 1");
    assert_eq!(lines(&harness).len(), 1);
    click(&mut harness, "Places 1");
    click(&mut harness, "0 settled");
    assert_eq!(lines(&harness).len(), 0);
    harness.get_by_label("No differences match the filter");
}

#[test]
fn names_are_hidden_everywhere() {
    let mut harness = comparing(1280.0, 800.0);
    click(&mut harness, "Hide names");
    let said = lines(&harness).join("\n");
    assert!(said.contains("A, C: “Anna Keller”"), "{said}");
    for name in ["anna", "ben", "carla"] {
        assert!(harness.query_by_label_contains(name).is_none(), "{name}");
    }
}

#[test]
fn the_list_is_walked_with_arrows_and_keys_decide_from_there() {
    let mut harness = comparing(1280.0, 800.0);
    press(&mut harness, &[Key::F6, Key::ArrowDown, Key::ArrowDown]);
    let article = harness.state().session.article().unwrap();
    assert_eq!(article.comparing().unwrap().focused(), Some(2));
    press(&mut harness, &[Key::Num2]);
    assert_eq!(settled(&harness), 1);
}

#[test]
fn a_small_window_has_the_list_and_the_decisions() {
    let mut harness = comparing(900.0, 600.0);
    assert_eq!(lines(&harness).len(), 3);
    press(&mut harness, &[Key::Num1]);
    assert_eq!(settled(&harness), 1);
}

#[test]
fn ones_own_answer_has_its_details_in_place_of_the_decisions() {
    let mut harness = comparing(1280.0, 800.0);
    press(&mut harness, &[Key::E]);
    assert!(
        harness
            .query_by_role_and_label(Role::Button, "Neither")
            .is_none()
    );
    harness.get_by_role_and_label(Role::Button, "Remove");
    press(&mut harness, &[Key::Tab]);
    harness.get_by_role_and_label(Role::Button, "Neither");
}
