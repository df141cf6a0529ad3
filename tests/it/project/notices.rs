//! What is said of a folder stays with it, and what is new takes the place of what is old.

use copydesk::app::{CommandId, Event, EverywhereEvent, NoticeKind, Scope};

use super::Desk;

const TEXTS: [(&str, &str); 2] = [
    ("a.txt", "Trump met Zelensky.\n"),
    ("b.txt", "Macron stayed in Paris.\n"),
];

fn said(desk: &Desk) -> Vec<&str> {
    let notices = desk.session.notices().shown().iter();
    notices.map(|notice| notice.text.as_str()).collect()
}

#[test]
fn what_is_said_of_a_folder_goes_with_it() {
    let mut desk = Desk::new("notices-folder", &TEXTS);
    desk.folder.write("articles/index.json", "{}");
    desk.folder
        .write("articles/a2.pdf", "%PDF-1.4 and nothing that a PDF has");
    desk.folder.write("other/c.txt", "Meloni came.\n");
    desk.open();
    desk.press("Ctrl+Down");
    assert_eq!(said(&desk).len(), 2, "{:?}", said(&desk));
    desk.session.tell(NoticeKind::Problem, "The disk is full");
    let other = desk.folder.0.join("other");
    desk.session.open_paths(vec![other]);
    desk.work();
    assert_eq!(said(&desk), ["The disk is full"]);
}

#[test]
fn of_articles_that_cannot_be_opened_the_last_is_told() {
    let mut desk = Desk::new("notices-unreadable", &TEXTS);
    for name in ["articles/c.pdf", "articles/d.pdf"] {
        desk.folder
            .write(name, "%PDF-1.4 and nothing that a PDF has");
    }
    desk.open();
    desk.go_to("c");
    desk.go_to("d");
    let said = said(&desk);
    assert!(said.len() == 1 && said[0].contains("d.pdf"), "{said:?}");
}

#[test]
fn of_two_deeds_the_last_is_offered_to_be_undone() {
    let mut desk = Desk::new("notices-deeds", &TEXTS);
    desk.open();
    let mark = |desk: &mut Desk, words: &str, key: &str| {
        crate::support::caret_at(&mut desk.session, words);
        desk.press(key);
        for event in [
            EverywhereEvent::Scoped(Scope::Folder),
            EverywhereEvent::Done,
        ] {
            desk.handle(Event::Everywhere(event));
        }
    };
    mark(&mut desk, "Trump", "Shift+P");
    mark(&mut desk, "Zelensky", "Shift+P");
    let said = said(&desk);
    assert!(said.len() == 1 && said[0].starts_with("Marked"), "{said:?}");
    desk.session.run(CommandId::CloseFolder);
    assert!(desk.session.notices().shown().is_empty());
}
