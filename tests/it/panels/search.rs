//! The search over all articles, by what a screen reader hears and by key.

use copydesk::app::{CommandId, Request, Task};
use copydesk::engine::{Engine, Progress};
use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::{click, command, listed, open, open_sized, schema, session};
use crate::window::Window;

/// Has the searches done that were asked for.
fn work(harness: &mut Harness<'static, Window>) {
    let engine = Engine::new(schema(), None);
    for request in std::mem::take(&mut harness.state_mut().asked) {
        if let Request::Task(task @ Task::Search { .. }) = request {
            for event in engine.answer(&task, &Progress::new()) {
                harness.state_mut().session.handle(event);
            }
        }
    }
    harness.run_steps(3);
}

fn searching(words: &str) -> Harness<'static, Window> {
    let mut harness = open(session());
    command(&mut harness, CommandId::Search);
    work(&mut harness);
    harness
        .get_by_role_and_label(Role::TextInput, "Find in all articles")
        .type_text(words);
    harness.run_steps(3);
    work(&mut harness);
    harness
}

fn places(harness: &Harness<'static, Window>) -> Vec<String> {
    let rows = listed(harness).into_iter();
    let places = rows.filter(|row| row.contains("Keller") && !row.contains("suggested"));
    places.collect()
}

fn selected(harness: &Harness<'static, Window>) -> Option<(usize, usize)> {
    let article = harness.state().session.article().unwrap();
    let span = article.selection()?.span;
    Some((span.start(), span.end()))
}

#[test]
fn what_is_typed_is_looked_for_and_enter_goes_to_the_chosen_place() {
    let mut harness = searching("keller");
    harness.get_by_role_and_label(Role::Heading, "Talks");
    assert_eq!(
        places(&harness),
        [
            "Minister visits Korea Anna Keller met Boris Lang in Seoul on Mo",
            "oris Lang in Seoul on Monday. Keller said the talks cost $5 millio",
        ]
    );
    harness.get_by_label("2 places in 1 of 1 article");
    harness.key_press(Key::ArrowDown);
    harness.run_steps(2);
    harness.key_press(Key::Enter);
    harness.run_steps(4);
    assert_eq!(harness.state().session.dialog(), None);
    let text = harness.state().session.article().unwrap().text().clone();
    let second = text.as_str().rfind("Keller").unwrap();
    assert_eq!(selected(&harness), Some((second, second + 6)));
}

#[test]
fn a_click_goes_to_a_place() {
    let mut harness = searching("keller");
    let first = places(&harness).remove(0);
    click(&mut harness, &first);
    harness.run_steps(3);
    assert_eq!(harness.state().session.dialog(), None);
    assert!(selected(&harness).is_some());
}

#[test]
fn only_annotations_of_one_label_are_searched_if_that_is_chosen() {
    let mut harness = searching("");
    harness.get_by_label("Type words to find; Enter goes to a place");
    click(&mut harness, "Annotations");
    work(&mut harness);
    harness.get_by_label("Nothing found in 1 article; try fewer words, or a part of one");
    click(&mut harness, "Whole text");
    harness.key_press(Key::Escape);
    harness.run_steps(3);
    command(&mut harness, CommandId::AcceptAll);
    command(&mut harness, CommandId::Search);
    click(&mut harness, "Annotations");
    click(&mut harness, "Places");
    work(&mut harness);
    harness.get_by_label("2 places in 1 of 1 article");
    let rows = listed(&harness);
    let places = rows.iter().filter(|row| row.ends_with(", Place"));
    assert_eq!(places.count(), 2, "{rows:?}");
}

#[test]
fn a_search_that_finds_nothing_says_so_and_escape_goes_back_to_the_article() {
    let mut harness = searching("nobody");
    harness.get_by_label("Nothing found in 1 article; try fewer words, or a part of one");
    harness.key_press(Key::Enter);
    harness.run_steps(2);
    assert!(harness.state().session.dialog().is_some());
    harness.key_press(Key::Escape);
    harness.run_steps(4);
    assert_eq!(harness.state().session.dialog(), None);
}

#[test]
fn the_search_fits_a_small_window() {
    let mut harness = open_sized(session(), 900.0, 600.0);
    command(&mut harness, CommandId::Search);
    work(&mut harness);
    let field = harness.get_by_role_and_label(Role::TextInput, "Find in all articles");
    assert!(field.rect().right() <= 900.0);
    let words = harness.get_by_label("Type words to find; Enter goes to a place");
    assert!(words.rect().bottom() <= 600.0, "{:?}", words.rect());
}
