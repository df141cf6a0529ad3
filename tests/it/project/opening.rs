//! Opening a folder: what is listed, what is read, and what stays open.

use copydesk::app::{ArticleOrder, CommandId, Event, NoticeKind, ProjectEvent, Request};
use copydesk_document::Status;

use super::Desk;

const TEXTS: [(&str, &str); 3] = [
    ("a.txt", "Trump met Zelensky.\n"),
    ("b.txt", "Macron stayed in Paris.\n"),
    ("sub/c.txt", "Nothing happened.\n"),
];

fn many(count: usize) -> Vec<(String, String)> {
    let text = |index| format!("Story {index:03}\n\nMacron stayed in Paris.\n");
    (0..count)
        .map(|index| (format!("story-{index:03}.txt"), text(index)))
        .collect()
}

fn with_many(name: &str, count: usize) -> Desk {
    let texts = many(count);
    let texts: Vec<(&str, &str)> = texts
        .iter()
        .map(|(a, b)| (a.as_str(), b.as_str()))
        .collect();
    Desk::new(name, &texts)
}

#[test]
fn a_folder_is_listed_and_its_first_article_is_shown() {
    let mut desk = Desk::new("folder-list", &TEXTS);
    desk.open();
    let titles = [
        "Trump met Zelensky.",
        "Macron stayed in Paris.",
        "Nothing happened.",
    ];
    assert_eq!(desk.titles(), titles);
    assert_eq!(desk.shown(), titles[0]);
    assert_eq!(desk.session.articles().len(), 1, "the others are not read");
}

#[test]
fn what_is_no_article_is_not_listed() {
    let mut desk = Desk::new("folder-others", &TEXTS);
    for name in [
        "README.md",
        "LICENSE.txt",
        ".hidden.txt",
        "copydesk-project.ron",
    ] {
        desk.folder
            .write(&format!("articles/{name}"), "Not an article.");
    }
    desk.open();
    assert_eq!(desk.titles().len(), 3, "{:?}", desk.titles());
}

#[test]
fn a_folder_of_data_is_imported_as_before() {
    let mut desk = Desk::new("folder-brat", &[("a.txt", "Trump left.\n")]);
    desk.folder
        .write("articles/a.ann", "T1\tperson 0 5\tTrump\n");
    desk.open();
    assert!(desk.session.project().is_none());
}

#[test]
fn work_on_an_article_of_the_folder_is_saved_when_it_is_left() {
    let mut desk = Desk::new("folder-leave", &TEXTS);
    desk.open();
    crate::support::caret_at(&mut desk.session, "Trump");
    desk.press("P");
    assert!(!desk.has("a.ron"));
    desk.press("Ctrl+Down");
    assert_eq!(desk.shown(), "Macron stayed in Paris.");
    assert!(desk.read("a.ron").contains("\"Trump\""));
    assert!(
        desk.asked.is_empty(),
        "nobody is asked for a name: {:?}",
        desk.asked
    );
}

#[test]
fn saving_an_article_of_the_folder_asks_for_no_name() {
    let mut desk = Desk::new("folder-save", &TEXTS);
    desk.open();
    crate::support::caret_at(&mut desk.session, "Trump");
    desk.press("P Ctrl+S");
    assert!(desk.read("a.ron").contains("\"Trump\""));
    assert_eq!(desk.titles().len(), 3, "text and article file are one line");
}

#[test]
fn a_hundred_articles_are_gone_through_with_few_open() {
    let mut desk = with_many("folder-hundred", 100);
    desk.open();
    for _ in 0..100 {
        desk.press("Space");
        assert!(desk.session.articles().len() <= 10);
    }
    let rows = desk.session.rows();
    assert!(rows.iter().all(copydesk::app::Row::is_done));
    let notice = &desk.session.notices().shown().last().unwrap().text;
    assert_eq!(notice, "All articles are done");
}

/// Of the article that is shown.
fn annotations(desk: &Desk) -> usize {
    let article = desk.session.article().unwrap();
    article.document().annotations().len()
}

#[test]
fn undo_reaches_an_article_that_was_left_and_closed() {
    let mut desk = with_many("folder-undo", 20);
    desk.open();
    crate::support::caret_at(&mut desk.session, "Macron");
    desk.press("P");
    for _ in 0..15 {
        desk.press("Ctrl+Down");
    }
    let is_open = |desk: &Desk| {
        let mut open = desk.session.articles().iter();
        open.any(|article| article.title() == "Story 000")
    };
    assert!(!is_open(&desk), "it was closed");
    desk.go_to("Story 000");
    assert_eq!(annotations(&desk), 1);
    desk.press("Ctrl+Z");
    assert_eq!(annotations(&desk), 0);
}

#[test]
fn done_and_flagged_are_there_after_a_restart() {
    let mut desk = Desk::new("folder-states", &TEXTS);
    desk.open();
    desk.press("M Space");
    desk.press("Ctrl+S");
    let mut desk = desk.restart();
    desk.open();
    let row = desk.session.row(desk.row("Trump met Zelensky."));
    assert_eq!(row.status(), Status::Done);
    assert!(row.is_flagged());
}

#[test]
fn what_is_put_into_the_folder_is_picked_up() {
    let mut desk = Desk::new("folder-new", &TEXTS);
    desk.open();
    desk.folder.write("articles/b2.txt", "Meloni came.\n");
    std::fs::remove_file(desk.root().join("sub/c.txt")).unwrap();
    desk.handle(Event::Project(ProjectEvent::LookAgain));
    assert_eq!(
        desk.titles(),
        [
            "Trump met Zelensky.",
            "Macron stayed in Paris.",
            "Meloni came."
        ]
    );
    let notice = &desk.session.notices().shown().last().unwrap().text;
    assert_eq!(notice, "1 new article in the folder");
}

#[test]
fn an_article_that_cannot_be_read_says_so_and_the_others_open() {
    let mut desk = Desk::new("folder-damaged", &TEXTS);
    desk.folder.write(
        "articles/d.ron",
        "// Copydesk article, format 1\n(format: 1, title: \"a",
    );
    desk.open();
    let row = desk.session.row(desk.row("d"));
    let facts = row.listed.unwrap().facts.as_ref().unwrap();
    assert!(
        facts.problem.as_ref().unwrap().contains("too early"),
        "{facts:?}"
    );
}

#[test]
fn the_order_by_what_there_is_to_review_reads_all_articles() {
    let mut desk = Desk::new(
        "folder-order",
        &[
            ("a.txt", "Nothing happened.\n"),
            (
                "b.txt",
                "President Donald Trump met Volodymyr Zelensky in Kyiv and Paris.\n",
            ),
        ],
    );
    desk.open();
    desk.handle(Event::ArticlesOrdered(ArticleOrder::MostToReview));
    assert_eq!(desk.titles()[1], "Nothing happened.");
    let row = desk.session.row(desk.session.rows()[0].id);
    assert!(row.listed.unwrap().outlook.unwrap().open >= 3);
}

#[test]
fn the_folder_and_the_article_at_hand_are_opened_again_at_the_next_start() {
    let mut desk = Desk::new("folder-again", &TEXTS);
    desk.open();
    desk.press("Ctrl+Down");
    let open = desk.session.preferences().open.clone();
    assert_eq!(open, [desk.root(), desk.root().join("b.txt")]);
    let mut desk = desk.restart();
    desk.session.open_paths(open);
    desk.work();
    assert_eq!(desk.shown(), "Macron stayed in Paris.");
    assert_eq!(desk.titles().len(), 3);
}

#[test]
fn a_folder_that_is_closed_takes_its_saved_articles_along() {
    let mut desk = Desk::new("folder-close", &TEXTS);
    desk.open();
    desk.session.run(CommandId::CloseFolder);
    desk.work();
    assert!(desk.session.articles().is_empty());
    assert!(desk.titles().is_empty());
}

#[test]
fn an_article_that_cannot_be_opened_is_marked_and_passed_by() {
    let mut desk = Desk::new("folder-passed-by", &TEXTS);
    desk.folder
        .write("articles/a2.pdf", "%PDF-1.4 and nothing that a PDF has");
    desk.open();
    desk.press("Ctrl+Down");
    assert_eq!(desk.shown(), "Trump met Zelensky.");
    assert!(desk.session.row(desk.row("a2")).is_unreadable());
    desk.press("Ctrl+Down");
    assert_eq!(desk.shown(), "Macron stayed in Paris.");
    desk.press("Space");
    desk.press("Space");
    assert_eq!(desk.shown(), "Trump met Zelensky.", "the one that is left");
}

#[test]
fn a_folder_without_articles_says_so_and_the_open_one_stays() {
    let mut desk = Desk::new("folder-nothing", &TEXTS);
    desk.open();
    let empty = desk.folder.0.join("empty");
    desk.folder.write("empty/README.md", "About this folder.");
    desk.session.open_paths(vec![empty.clone()]);
    desk.work();
    let notice = desk.session.notices().shown().last().unwrap();
    let expected = format!("There are no articles in this folder: {}", empty.display());
    assert_eq!(
        (notice.kind, &notice.text),
        (NoticeKind::Problem, &expected)
    );
    assert_eq!(desk.titles().len(), 3);
    assert!(
        !desk
            .session
            .preferences()
            .recent
            .iter()
            .any(|recent| recent.path == empty)
    );
}

#[test]
fn suggesting_for_all_that_was_stopped_does_not_begin_again_by_itself() {
    let mut desk = Desk::new("folder-stopped", &TEXTS);
    desk.session.open_paths(vec![desk.root()]);
    while desk.session.assessing().is_none() {
        for request in desk.session.take_requests() {
            if let Request::Task(task) = request {
                desk.answer(&task);
            }
        }
    }
    desk.session.run(CommandId::StopAssessing);
    desk.session.take_requests();
    desk.handle(Event::Project(ProjectEvent::LookAgain));
    assert!(
        desk.session.assessing().is_none(),
        "nothing in the folder has changed"
    );
    assert_eq!(desk.session.is_ready(CommandId::AssessFolder), Ok(()));
}
