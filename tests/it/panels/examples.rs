//! Spans as examples in the guidelines of a project: written, followed back, and taken back.

use copydesk::app::{CommandId, Event};
use copydesk_document::review::State;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::real_desk::{Desk, click, write};

const PROJECT: &str = "(\n    format: 1,\n    name: \"Desk\",\n    guidelines: \"how.md\",\n)\n";

/// A project with an article, whose first annotation is focused.
fn desk(project: Option<&str>, guidelines: Option<&str>) -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let news = folder.path().join("news");
    write(
        &news,
        "talks.ron",
        "Talks\n\nAnn left. {person|Bo Lang} met Ann in {place|Seoul} on Monday. All was well.",
    );
    for (name, text) in [("copydesk-project.ron", project), ("how.md", guidelines)] {
        if let Some(text) = text {
            std::fs::write(folder.path().join(name), text).unwrap();
        }
    }
    let mut desk = Desk::open(folder, "news/talks.ron");
    focus(&mut desk, "Bo Lang");
    desk
}

fn focus(desk: &mut Desk, words: &str) {
    let article = desk.harness.state().session.article().unwrap();
    let mut items = article.items().iter();
    let is_it = |words_of: &str, state| words_of == words && state == State::Accepted;
    let target = items.find(|item| is_it(article.text().words(item.span), item.state));
    let target = target.unwrap().target.clone();
    desk.handle(Event::Focused(target));
}

fn held(desk: &Desk, name: &str) -> String {
    std::fs::read_to_string(desk.path(name)).unwrap()
}

#[test]
fn a_span_is_an_example_under_its_label_and_leads_back() {
    let mut desk = desk(
        Some(PROJECT),
        Some("# Desk\n\n## People\n\n- Names.\n\n## Place\n"),
    );
    desk.run(CommandId::AddExample);
    desk.work();
    assert_eq!(desk.last_notice(), "Added to the guidelines under Person");
    focus(&mut desk, "Seoul");
    desk.run(CommandId::AddCounterExample);
    desk.work();
    assert_eq!(
        held(&desk, "how.md"),
        "# Desk\n\n## People\n\n- Names.\n\
         - **[Bo Lang](<news/talks.ron#char=17,24>)** met Ann in Seoul on Monday.\n\n\
         ## Place\n\n\
         - Bo Lang met Ann in **[Seoul](<news/talks.ron#char=36,41>)** on Monday. *Why is this no place?*\n"
    );
    desk.run(CommandId::Guidelines);
    desk.work();
    let version = copydesk_store::guidelines_version(&held(&desk, "how.md"));
    assert!(desk.says(&format!("Version {version}")));
    let session = &mut desk.harness.state_mut().session;
    session.handle(Event::Clicked { at: 0 });
    click(&mut desk.harness, "Bo Lang met Ann in Seoul on Monday.");
    let article = desk.harness.state().session.article().unwrap();
    let selected = article.selection().unwrap().span;
    assert_eq!(article.text().words(selected), "Bo Lang");
}

#[test]
fn an_example_is_taken_back_unless_somebody_else_wrote_since() {
    let mut desk = desk(Some(PROJECT), Some("# Desk\n"));
    assert!(!desk.is_ready(CommandId::TakeBackExample));
    desk.run(CommandId::AddExample);
    desk.work();
    assert_ne!(held(&desk, "how.md"), "# Desk\n");
    click(&mut desk.harness, "Undo");
    desk.work();
    assert_eq!(held(&desk, "how.md"), "# Desk\n");
    assert_eq!(desk.last_notice(), "The example is taken back");
    assert!(!desk.is_ready(CommandId::TakeBackExample));
    desk.run(CommandId::AddExample);
    desk.work();
    std::fs::write(desk.path("how.md"), "theirs").unwrap();
    desk.run(CommandId::TakeBackExample);
    desk.work();
    assert!(
        desk.last_notice().contains("how.md"),
        "{}",
        desk.last_notice()
    );
    assert_eq!(held(&desk, "how.md"), "theirs");
}

#[test]
fn guidelines_are_begun_where_a_project_has_none_and_there_must_be_a_project() {
    let mut desk = desk(Some("(format: 1)"), None);
    desk.run(CommandId::AddExample);
    desk.work();
    assert!(held(&desk, "guidelines.md").starts_with("## Person\n\n- **[Bo Lang]"));
    assert!(held(&desk, "copydesk-project.ron").contains("guidelines: \"guidelines.md\""));
    desk.run(CommandId::TakeBackExample);
    desk.work();
    assert!(!desk.path("guidelines.md").exists());
    assert_eq!(held(&desk, "copydesk-project.ron"), "(format: 1)");
    let outside = self::desk(None, None);
    let session = &outside.harness.state().session;
    let why = session.is_ready(CommandId::AddExample);
    assert_eq!(why, Err("Make the folder a project first"));
}

#[test]
fn guidelines_that_cannot_be_read_are_left_alone_and_told() {
    let mut desk = desk(Some(PROJECT), None);
    std::fs::write(desk.path("how.md"), [0xff, 0xfe, 0x00]).unwrap();
    desk.run(CommandId::AddExample);
    desk.work();
    assert!(
        desk.last_notice().contains("how.md"),
        "{}",
        desk.last_notice()
    );
    assert_eq!(
        std::fs::read(desk.path("how.md")).unwrap(),
        [0xff, 0xfe, 0x00]
    );
    let links = desk.harness.query_all_by_role(Role::Link);
    assert_eq!(
        links
            .filter(|node| node.accesskit_node().label().is_some())
            .count(),
        0
    );
}
