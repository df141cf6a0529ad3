//! The same thing done in all articles of a folder, and taken back: by files, as a whole.

use copydesk::app::{
    CommandId, Event, EverywhereEvent, FolderTask, NoticeKind, Request, Scope, Task,
};
use copydesk::engine::Progress;

use super::Desk;

const TEXTS: [(&str, &str); 4] = [
    ("a.txt", "Ms. Okonjo met Bolu in Gbarnga.\n"),
    ("b.txt", "In Gbarnga it rained.\n\nGbarnga is wet.\n"),
    ("c.txt", "Nothing happened.\n"),
    ("sub/d.txt", "They left Gbarnga.\n"),
];

fn send(desk: &mut Desk, event: EverywhereEvent) {
    desk.handle(Event::Everywhere(event));
}

/// All files of the folder and what they hold.
fn files(desk: &Desk) -> Vec<(String, String)> {
    let mut files = Vec::new();
    let mut folders = vec![desk.root()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path
                .strip_prefix(desk.root())
                .unwrap()
                .to_str()
                .unwrap()
                .to_owned();
            if path.is_dir() {
                folders.push(path);
            } else if !name.starts_with('.') {
                files.push((name, std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    files.sort();
    files
}

/// In the first article the caret stands on the place, and the dialog has looked through the folder.
fn looked(name: &str) -> Desk {
    let mut desk = Desk::new(name, &TEXTS);
    desk.open();
    crate::support::caret_at(&mut desk.session, "Gbarnga");
    desk.press("Shift+L");
    send(&mut desk, EverywhereEvent::Scoped(Scope::Folder));
    desk
}

fn has_place(desk: &Desk, name: &str) -> usize {
    if desk.has(name) {
        desk.read(name).matches("quote: \"Gbarnga\"").count()
    } else {
        0
    }
}

#[test]
fn words_are_found_and_marked_in_articles_that_are_not_open() {
    let mut desk = looked("deed-mark");
    let everywhere = desk.session.everywhere().unwrap();
    assert_eq!(everywhere.work, None);
    assert_eq!(everywhere.ticked(), 4, "{:?}", everywhere.lines);
    assert_eq!(everywhere.ticked_articles(), 3);
    send(&mut desk, EverywhereEvent::Done);
    assert!(desk.session.everywhere().is_none());
    let places = ["a.ron", "b.ron", "c.ron", "sub/d.ron"].map(|name| has_place(&desk, name));
    assert_eq!(places, [1, 2, 0, 1]);
    let notice = &desk.session.notices().shown().last().unwrap().text;
    assert_eq!(notice, "Marked as place 4 times in 3 articles");
    let shown = crate::support::shown(&desk.session);
    assert!(shown.contains("{place|Gbarnga}"), "{shown}");
    assert!(!desk.session.article().unwrap().is_unsaved());
}

#[test]
fn what_is_unticked_stays_as_it_is() {
    let mut desk = looked("deed-untick");
    let line = 1;
    send(
        &mut desk,
        EverywhereEvent::Ticked {
            line,
            is_ticked: false,
        },
    );
    send(&mut desk, EverywhereEvent::Done);
    let all: usize = ["a.ron", "b.ron", "sub/d.ron"]
        .iter()
        .map(|name| has_place(&desk, name))
        .sum();
    assert_eq!(all, 3);
}

#[test]
fn one_undo_takes_it_back_in_every_file_and_redo_does_it_again() {
    let mut desk = looked("deed-undo");
    let before = files(&desk);
    send(&mut desk, EverywhereEvent::Done);
    let after = files(&desk);
    assert_ne!(after, before);
    desk.press("Ctrl+Z");
    assert_eq!(files(&desk), before);
    assert!(!crate::support::shown(&desk.session).contains("{place|Gbarnga}"));
    desk.press("Ctrl+Y");
    assert_eq!(files(&desk), after);
    assert!(crate::support::shown(&desk.session).contains("{place|Gbarnga}"));
}

#[test]
fn it_can_be_taken_back_from_another_article_and_after_a_restart() {
    let mut desk = looked("deed-restart");
    let before = files(&desk);
    send(&mut desk, EverywhereEvent::Done);
    let mut desk = desk.restart();
    desk.open();
    desk.go_to("Nothing happened.");
    let title = desk.session.title_of(CommandId::UndoInFolder);
    assert_eq!(title, "Undo in folder: mark “Gbarnga” as place");
    desk.session.run(CommandId::UndoInFolder);
    desk.work();
    assert_eq!(files(&desk), before);
    assert!(desk.session.is_ready(CommandId::UndoInFolder).is_err());
    assert_eq!(desk.session.is_ready(CommandId::RedoInFolder), Ok(()));
}

#[test]
fn what_was_undone_in_the_folder_does_not_come_back_at_the_next_start() {
    let mut desk = Desk::new("deed-undone-restart", &TEXTS);
    desk.open();
    desk.press("Ctrl+Down");
    desk.press("Ctrl+Down");
    desk.go_to("Ms. Okonjo met Bolu in Gbarnga.");
    crate::support::caret_at(&mut desk.session, "Gbarnga");
    desk.press("Shift+L");
    send(&mut desk, EverywhereEvent::Scoped(Scope::Folder));
    let (before, titles) = (files(&desk), desk.titles());
    send(&mut desk, EverywhereEvent::Done);
    desk.press("Ctrl+Z");
    // The caret moves on: a journal is kept that has nothing unsaved.
    desk.press("Ctrl+Down");
    for _ in 0..2 {
        desk = desk.restart();
        desk.session.begin();
        desk.work();
        assert_eq!(desk.titles(), [] as [&str; 0], "nothing was lost");
        assert!(desk.session.dialog().is_none());
        desk.open();
        assert_eq!(desk.titles(), titles);
        assert_eq!(files(&desk), before);
    }
    desk.session.run(CommandId::RedoInFolder);
    desk.work();
    assert_eq!(has_place(&desk, "b.ron"), 2);
}

#[test]
fn an_article_that_was_opened_after_the_deed_is_undone_with_the_others() {
    let mut desk = looked("deed-opened-later");
    let before = files(&desk);
    send(&mut desk, EverywhereEvent::Done);
    desk.go_to("They left Gbarnga.");
    let shown = |desk: &Desk| crate::support::shown(&desk.session);
    assert!(shown(&desk).contains("{place|Gbarnga}"));
    desk.session.run(CommandId::UndoInFolder);
    desk.work();
    assert!(
        !shown(&desk).contains("{place|Gbarnga}"),
        "{}",
        shown(&desk)
    );
    // Nor does anything that is done later bring it back.
    desk.press("M M Ctrl+Down");
    desk.handle(Event::Idle);
    assert_eq!(has_place(&desk, "sub/d.ron"), 0);
    desk.session.run(CommandId::RedoInFolder);
    desk.work();
    assert_eq!(has_place(&desk, "b.ron"), 2);
    desk.session.run(CommandId::UndoInFolder);
    desk.work();
    let texts = |files: Vec<(String, String)>| -> Vec<String> {
        files
            .into_iter()
            .map(|(name, _)| name)
            .filter(|name| !name.contains("d.ron"))
            .collect()
    };
    assert_eq!(texts(files(&desk)), texts(before));
}

#[test]
fn one_deed_after_the_other_is_taken_back() {
    let mut desk = looked("deed-two");
    let before = files(&desk);
    send(&mut desk, EverywhereEvent::Done);
    let between = files(&desk);
    desk.press("Shift+X");
    send(&mut desk, EverywhereEvent::Scoped(Scope::Folder));
    send(&mut desk, EverywhereEvent::Done);
    assert_ne!(files(&desk), between);
    let mut desk = desk.restart();
    desk.open();
    for expected in [&between, &before] {
        desk.session.run(CommandId::UndoInFolder);
        desk.work();
        assert_eq!(&files(&desk), expected);
    }
    assert!(desk.session.is_ready(CommandId::UndoInFolder).is_err());
    desk.session.run(CommandId::RedoInFolder);
    desk.work();
    assert_eq!(files(&desk), between, "the older one first");
}

#[test]
fn where_nothing_can_be_written_nothing_is_said_to_be_done() {
    let mut desk = looked("deed-nowhere");
    for name in ["a", "b", "sub/d"] {
        std::fs::create_dir(desk.root().join(format!("{name}.ron"))).unwrap();
    }
    send(&mut desk, EverywhereEvent::Done);
    let last = desk.session.notices().shown().last().unwrap();
    assert_eq!(last.kind, NoticeKind::Problem, "{last:?}");
    assert!(last.text.contains(".ron"), "{last:?}");
    assert!(desk.session.is_ready(CommandId::UndoInFolder).is_err());
}

#[test]
fn a_file_with_newer_work_keeps_it_when_the_deed_is_undone() {
    let mut desk = looked("deed-newer");
    send(&mut desk, EverywhereEvent::Done);
    desk.go_to("In Gbarnga it rained.");
    desk.press("M Ctrl+S");
    desk.session.run(CommandId::UndoInFolder);
    desk.work();
    let places = ["a.ron", "b.ron", "sub/d.ron"].map(|name| has_place(&desk, name));
    assert_eq!(places, [0, 2, 0]);
    let mut notices = desk.session.notices().shown().iter();
    assert!(notices.any(|it| it.kind == NoticeKind::Warning && it.text.contains("changed since")));
}

#[test]
fn sure_suggestions_are_accepted_in_the_whole_folder() {
    let mut desk = Desk::new(
        "deed-sure",
        &[
            (
                "a.txt",
                "President Donald Trump met Volodymyr Zelensky in Kyiv.\n",
            ),
            ("b.txt", "Prices rose 5% in Germany, Angela Merkel said.\n"),
        ],
    );
    desk.open();
    let before = files(&desk);
    desk.press("Ctrl+Shift+A");
    let everywhere = desk.session.everywhere().unwrap();
    assert_eq!(everywhere.scope, Scope::Folder);
    let ticked = everywhere.ticked();
    assert!(ticked >= 3, "{:?}", everywhere.lines);
    assert!(
        everywhere
            .lines
            .iter()
            .all(|line| line.suggested.as_ref().unwrap().1.percent() >= 95)
    );
    send(&mut desk, EverywhereEvent::AtLeast(99));
    assert!(desk.session.everywhere().unwrap().ticked() <= ticked);
    send(&mut desk, EverywhereEvent::AtLeast(95));
    send(&mut desk, EverywhereEvent::Done);
    assert!(desk.has("a.ron") && desk.has("b.ron"));
    desk.press("Ctrl+Z");
    assert_eq!(files(&desk), before);
}

#[test]
fn what_is_done_is_not_decided_anew() {
    let text = "President Donald Trump met Volodymyr Zelensky in Kyiv.\n";
    let mut desk = Desk::new("deed-done", &[("a.txt", text), ("b.txt", text)]);
    desk.open();
    desk.press("Space");
    desk.press("Ctrl+Shift+A");
    let everywhere = desk.session.everywhere().unwrap();
    assert!(everywhere.ticked() > 0);
    assert_eq!(everywhere.ticked_articles(), 1, "{:?}", everywhere.lines);
}

#[test]
fn unsaved_work_in_an_open_article_is_saved_before_the_folder_is_looked_through() {
    let mut desk = Desk::new("deed-unsaved", &TEXTS);
    desk.open();
    crate::support::caret_at(&mut desk.session, "Bolu");
    desk.press("P");
    crate::support::caret_at(&mut desk.session, "Gbarnga");
    desk.press("Shift+L");
    send(&mut desk, EverywhereEvent::Scoped(Scope::Folder));
    send(&mut desk, EverywhereEvent::Done);
    let saved = desk.read("a.ron");
    assert!(saved.contains("quote: \"Bolu\"") && saved.contains("quote: \"Gbarnga\""));
    desk.press("Ctrl+Z");
    assert!(desk.read("a.ron").contains("quote: \"Bolu\""));
    assert_eq!(has_place(&desk, "a.ron"), 0);
    desk.press("Ctrl+Z");
    let shown = crate::support::shown(&desk.session);
    assert!(
        !shown.contains("{person|Bolu}"),
        "the undo before it is there too: {shown}"
    );
}

#[test]
fn undo_in_an_article_that_was_not_open_takes_back_the_deed_and_what_came_before() {
    let mut desk = Desk::new("deed-history", &TEXTS);
    desk.open();
    desk.go_to("They left Gbarnga.");
    crate::support::caret_at(&mut desk.session, "They");
    desk.press("P Ctrl+S");
    desk.press("Ctrl+W");
    desk.go_to("Ms. Okonjo met Bolu in Gbarnga.");
    crate::support::caret_at(&mut desk.session, "Gbarnga");
    desk.press("Shift+L");
    send(&mut desk, EverywhereEvent::Scoped(Scope::Folder));
    send(&mut desk, EverywhereEvent::Done);
    desk.go_to("They left Gbarnga.");
    let has = |desk: &Desk, marked| crate::support::shown(&desk.session).contains(marked);
    assert!(has(&desk, "{person|They} left {place|Gbarnga}."));
    desk.press("Ctrl+Z");
    assert!(has(&desk, "{person|They} left") && !has(&desk, "{place|Gbarnga}"));
    desk.press("Ctrl+Z");
    assert!(!has(&desk, "{person|They}"));
}

/// The task that the dialog asks for when it is done.
fn deed_task(desk: &mut Desk) -> Task {
    desk.session
        .handle(Event::Everywhere(EverywhereEvent::Done));
    let mut requests = desk.session.take_requests().into_iter();
    let task = requests.find_map(|request| match request {
        Request::Task(task @ Task::Folder(FolderTask::Do { .. })) => Some(task),
        _ => None,
    });
    task.unwrap()
}

#[test]
fn what_is_stopped_changes_nothing() {
    let mut desk = looked("deed-stop");
    let before = files(&desk);
    let task = deed_task(&mut desk);
    let progress = Progress::new();
    progress.cancel();
    for event in desk.engine.answer(&task, &progress) {
        desk.session.handle(event);
    }
    assert_eq!(files(&desk), before);
    let notice = &desk.session.notices().shown().last().unwrap().text;
    assert_eq!(notice, "Stopped; no file was changed");
}

#[test]
fn a_file_that_cannot_be_written_is_named_and_the_others_are_done() {
    let mut desk = looked("deed-denied");
    // A folder stands where the article file would be.
    std::fs::create_dir(desk.root().join("sub/d.ron")).unwrap();
    send(&mut desk, EverywhereEvent::Done);
    assert_eq!(has_place(&desk, "b.ron"), 2);
    let mut notices = desk.session.notices().shown().iter();
    assert!(notices.any(|it| it.kind == NoticeKind::Warning && it.text.contains("d.ron")));
}

#[test]
fn after_a_kill_between_two_files_all_or_nothing_is_done() {
    use copydesk_store::{DeedLog, DeedState, Home, file_changes};

    let mut desk = looked("deed-kill");
    let before = files(&desk);
    send(&mut desk, EverywhereEvent::Done);
    let after = files(&desk);
    let home = Home::below(desk.folder.0.join("home"));
    let (deeds, _) = copydesk_store::deeds(&home);
    let id = deeds.last().unwrap().id.clone();
    let changes: Vec<_> = file_changes(&home, &id)
        .unwrap()
        .map(Result::unwrap)
        .collect();
    assert_eq!(changes.len(), 3);
    // As if the program had been killed after each number of files, on the way forth and back.
    for (state, expected) in [(DeedState::Doing, &after), (DeedState::Undoing, &before)] {
        for done in 0..=changes.len() {
            for (index, change) in changes.iter().enumerate() {
                let is_after = (index < done) == (state == DeedState::Doing);
                match (&change.before, is_after) {
                    (_, true) => std::fs::write(&change.path, &change.after).unwrap(),
                    (Some(before), false) => std::fs::write(&change.path, before).unwrap(),
                    (None, false) => drop(std::fs::remove_file(&change.path)),
                }
            }
            DeedLog::go_on(&home, &id).unwrap().mark(state).unwrap();
            desk = desk.restart();
            desk.session.begin();
            desk.work();
            assert_eq!(&files(&desk), expected, "{state:?} after {done} files");
        }
    }
}
