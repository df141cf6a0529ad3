//! The command table: names that people can rely on, and the file that changes their keys.

use std::collections::BTreeSet;

use copydesk::app::{Chord, CommandTable, key_name};
use copydesk_store::built_in_schema;

use crate::support::session;

fn chord(key: &str) -> Chord {
    Chord::parse(key).unwrap()
}

/// The commands that `keys.ron` gives `F9` by calling one of them `name`.
fn bound(name: &str) -> Vec<String> {
    let overrides = [(name.to_owned(), vec![chord("F9")])];
    let table = CommandTable::new(&built_in_schema(), &overrides);
    let commands = table.all().iter();
    commands
        .filter(|command| command.chords == [chord("F9")])
        .map(|command| command.name.to_string())
        .collect()
}

#[test]
fn names_and_helps_are_written_alike() {
    let table = CommandTable::new(&built_in_schema(), &[]);
    let mut names = BTreeSet::new();
    for command in table.all() {
        let (name, help) = (&command.name, &command.help);
        assert!(names.insert(name), "two commands are called “{name}”");
        for text in [name, help] {
            let first = text.chars().next();
            assert!(first.is_some_and(char::is_uppercase), "“{text}”: {name}");
            assert!(!text.ends_with('.'), "“{text}”: {name}");
        }
    }
}

#[test]
fn keys_are_changed_by_the_name_of_the_command() {
    assert_eq!(bound("next suggestion"), ["Next suggestion"]);
    assert_eq!(bound("keyboard shortcuts"), ["Keyboard shortcuts…"]);
}

#[test]
fn keys_that_were_set_under_a_former_name_still_work() {
    assert_eq!(bound("select nothing"), ["Deselect"]);
    assert_eq!(bound("mark for another look"), ["Flag for review"]);
    assert_eq!(bound("keys"), ["Keyboard shortcuts…"]);
    assert_eq!(bound("move a word on"), ["Move a word forward"]);
    let table = CommandTable::new(&built_in_schema(), &[]);
    for command in table.all() {
        for former in &command.former_names {
            assert_eq!(bound(former), [command.name.to_string()], "{former}");
        }
        assert_eq!(bound(&key_name(&command.name)), [command.name.to_string()]);
    }
}

#[test]
fn a_file_of_keys_that_does_not_fit_is_reported() {
    let mut session = session("Nothing here.");
    session.set_keys(vec![
        ("fly".to_owned(), vec![chord("F9")]),
        ("undo".to_owned(), vec![chord("F10")]),
        ("redo".to_owned(), vec![chord("F10")]),
    ]);
    let shown: Vec<&str> = session
        .notices()
        .shown()
        .iter()
        .map(|notice| notice.text.as_str())
        .collect();
    assert_eq!(
        shown,
        [
            "No command is called “fly” (keys.ron); press F1 for the list",
            "F10 is assigned to both “Undo” and “Redo”; the first takes precedence",
        ]
    );
}
