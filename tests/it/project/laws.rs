//! What holds for any folder: what is done in all of it and undone leaves every file as it was.

use std::collections::BTreeMap;

use copydesk::app::{CommandId, Event, EverywhereEvent, Scope};
use proptest::prelude::*;

use super::Desk;

/// A line of words of which some are the name.
fn text() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        Just("Gbarnga"),
        Just("gbarnga"),
        Just("GBARNGA’s"),
        Just("Gbarnga Street"),
        Just("rain"),
        Just("Ms. Okonjo"),
        Just("5%"),
        Just("\n\n"),
    ];
    prop::collection::vec(word, 1..14).prop_map(|words| format!("Gbarnga {}\n", words.join(" ")))
}

fn files(desk: &Desk) -> BTreeMap<String, Vec<u8>> {
    let entries = std::fs::read_dir(desk.root()).unwrap();
    let files = entries.map(|entry| entry.unwrap().path());
    let named = files.map(|path| {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        (name, std::fs::read(path).unwrap())
    });
    named.filter(|(name, _)| !name.starts_with('.')).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn what_is_done_in_the_folder_and_undone_leaves_every_file_as_it_was(
        texts in prop::collection::vec(text(), 2..6),
        marked in 0_usize..6,
        keys in prop_oneof![Just("Shift+L"), Just("Shift+P"), Just("E"), Just("Shift+X")],
        unticked in prop::collection::vec(any::<prop::sample::Index>(), 0..4),
    ) {
        let named: Vec<(String, String)> = texts
            .into_iter()
            .enumerate()
            .map(|(index, text)| (format!("{index}.txt"), text))
            .collect();
        let named: Vec<(&str, &str)> = named.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        let mut desk = Desk::new("folder-law", &named);
        desk.open();
        // Some articles have work of their own before.
        for _ in 0..marked {
            crate::support::caret_at(&mut desk.session, "Gbarnga");
            desk.press("L Ctrl+S Ctrl+Down");
        }
        crate::support::caret_at(&mut desk.session, "Gbarnga");
        desk.press(keys);
        desk.handle(Event::Everywhere(EverywhereEvent::Scoped(Scope::Folder)));
        let before = files(&desk);
        let lines = desk.session.everywhere().map_or(0, |everywhere| everywhere.lines.len());
        for index in unticked.iter().filter(|_| lines > 0) {
            let (line, is_ticked) = (index.index(lines), false);
            desk.handle(Event::Everywhere(EverywhereEvent::Ticked { line, is_ticked }));
        }
        desk.handle(Event::Everywhere(EverywhereEvent::Done));
        let after = files(&desk);
        if desk.session.is_ready(CommandId::UndoInFolder).is_ok() {
            desk.session.run(CommandId::UndoInFolder);
            desk.work();
            prop_assert_eq!(&files(&desk), &before);
            desk.session.run(CommandId::RedoInFolder);
            desk.work();
            prop_assert_eq!(&files(&desk), &after);
        }
    }
}
