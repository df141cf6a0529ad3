//! A folder with a project file: what its articles share.

use copydesk::app::{CommandId, NoticeKind, Pane};

use super::Desk;
use crate::support::{caret_at, problems};

const TEXTS: [(&str, &str); 3] = [
    ("a.txt", "Trump met Zelensky.\n"),
    ("june/b.txt", "Macron met Zelensky in Paris.\n"),
    ("june/week/c.txt", "Macron left.\n"),
];

const MEMORY: &str = ".copydesk-memory.ron";

fn notices(desk: &Desk) -> Vec<&str> {
    let shown = desk.session.notices().shown().iter();
    shown.map(|notice| notice.text.as_str()).collect()
}

/// Marks a word of the shown article as a person, and saves.
fn mark(desk: &mut Desk, words: &str) {
    caret_at(&mut desk.session, words);
    desk.press("P");
    desk.press("Ctrl+S");
}

#[test]
fn what_is_decided_in_a_project_is_kept_in_one_file_at_its_root() {
    let mut desk = Desk::new("project-memory", &TEXTS);
    desk.folder.write(
        "articles/copydesk-project.ron",
        "(format: 1, name: \"May\")",
    );
    desk.open();
    mark(&mut desk, "Trump");
    desk.go_to("Macron left.");
    mark(&mut desk, "Macron");
    let memory = desk.read(MEMORY);
    assert!(
        memory.contains("\"Trump\"") && memory.contains("\"Macron\""),
        "{memory}"
    );
    assert!(!desk.has(&format!("june/week/{MEMORY}")));
    let mut desk = desk.restart();
    desk.open();
    assert_eq!(desk.session.memory().len(), 2);
}

#[test]
fn what_was_decided_before_a_folder_became_a_project_is_not_lost() {
    let mut desk = Desk::new("project-memory-before", &TEXTS);
    desk.open();
    desk.go_to("Macron met Zelensky in Paris.");
    mark(&mut desk, "Macron");
    assert!(desk.has(&format!("june/{MEMORY}")));
    let mut desk = desk.restart();
    desk.folder
        .write("articles/copydesk-project.ron", "(format: 1)");
    desk.open();
    desk.go_to("Macron left.");
    desk.go_to("Trump met Zelensky.");
    mark(&mut desk, "Trump");
    desk.go_to("Macron met Zelensky in Paris.");
    caret_at(&mut desk.session, "Paris");
    desk.press("L");
    desk.press("Ctrl+S");
    let memory = desk.read(MEMORY);
    for words in ["\"Trump\"", "\"Macron\"", "\"Paris\""] {
        assert!(memory.contains(words), "{memory}");
    }
}

#[test]
fn a_folder_becomes_a_project_by_command() {
    let mut desk = Desk::new("project-command", &TEXTS);
    assert_eq!(
        desk.session.is_ready(CommandId::SetUpProject),
        Err("Open a folder, or an article that is in a file")
    );
    desk.open();
    desk.go_to("Macron left.");
    assert_eq!(desk.session.shown_settings(), None);
    desk.session.run(CommandId::SetUpProject);
    desk.work();
    let path = desk.root().join("copydesk-project.ron");
    let told = format!("This folder is a project now: {}", path.display());
    assert!(
        notices(&desk).contains(&told.as_str()),
        "{:?}",
        notices(&desk)
    );
    assert!(desk.has("labels.ron") && desk.has("guidelines.md"));
    let settings = desk.session.shown_settings().unwrap();
    assert_eq!(
        (settings.root.clone(), settings.name.as_str()),
        (desk.root(), "articles")
    );
    assert_eq!(
        desk.session.is_ready(CommandId::SetUpProject),
        Err("This folder is a project already")
    );
    mark(&mut desk, "Macron");
    assert!(
        desk.has(MEMORY),
        "what is decided from now on is kept at the root"
    );
    assert_eq!(desk.titles().len(), 3, "its files are no articles");
}

#[test]
fn guidelines_are_read_again_when_they_are_opened() {
    let mut desk = Desk::new("project-guidelines", &TEXTS);
    let file = "(format: 1, guidelines: \"rules.md\")";
    desk.folder.write("articles/copydesk-project.ron", file);
    desk.folder.write("articles/rules.md", "# Rules\n");
    desk.open();
    desk.folder.write("articles/rules.md", "# New rules\n");
    desk.press("G");
    assert!(desk.session.shows(Pane::Guidelines));
    let settings = desk.session.shown_settings().unwrap();
    assert_eq!(settings.guidelines.as_deref(), Some("# New rules\n"));
}

#[test]
fn what_cannot_be_read_of_a_project_is_told_once() {
    let mut desk = Desk::new("project-damaged", &TEXTS);
    desk.folder
        .write("articles/copydesk-project.ron", "(format: 1,\n  name: 7)");
    desk.open();
    let told: Vec<String> = problems(&desk.session)
        .into_iter()
        .map(str::to_owned)
        .collect();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(
        told[0].starts_with("Could not read the project file: line 2, column"),
        "{told:?}"
    );
    let notice = desk.session.notices().shown().iter();
    let ids: Vec<u64> = notice
        .filter(|notice| notice.kind == NoticeKind::Warning)
        .map(|notice| notice.id)
        .collect();
    for id in ids {
        desk.handle(copydesk::app::Event::NoticeClosed(id));
    }
    desk.go_to("Macron left.");
    assert_eq!(problems(&desk.session), Vec::<&str>::new());
}

#[test]
fn an_article_elsewhere_is_not_made_part_of_the_project_of_the_folder() {
    let mut desk = Desk::new("project-elsewhere", &TEXTS);
    desk.open();
    let path = desk.folder.write("elsewhere/d.txt", "Merkel left.\n");
    desk.session.open_paths(vec![path.clone()]);
    desk.work();
    desk.session.run(CommandId::SetUpProject);
    desk.work();
    assert!(path.with_file_name("copydesk-project.ron").exists());
    assert!(!desk.has("copydesk-project.ron"));
}
