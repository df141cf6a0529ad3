//! What is not consistent in a folder, gone through by a person: put right, remembered, all of a kind at once.

use copydesk::app::{CommandId, Dialog, Event, EverywhereEvent, LintEvent, SearchPlace};
use copydesk_lint::Kind;

use super::Desk;
use crate::exporting::Folder;
use crate::support::{open, press, problems, selected, session, shown};

const ARTICLES: [(&str, &str); 3] = [
    ("a", "{person|Putin,} who came to {place|Kyiv}, spoke."),
    ("b", "{person|Starmer:} he left {place|Odesa} on Monday."),
    ("c", "{person|Merkel;} she slept in Kyiv and {place|Bonn}."),
];

/// A folder of article files, opened and checked; the first article is open.
fn desk(name: &str) -> Desk {
    let folder = Folder::new(name);
    for (name, marked) in ARTICLES {
        let session = session(marked);
        let ron = copydesk_store::print(session.article().unwrap().document());
        folder.write(&format!("articles/{name}.ron"), &ron);
    }
    let mut desk = Desk::start(folder);
    desk.open();
    desk.press("Shift+F8");
    desk
}

/// Each line as `article: kind: words`; labels with few examples are left out.
fn lines(desk: &Desk) -> Vec<String> {
    let lines = desk.session.lint().lines().iter();
    let lines = lines.filter(|line| line.finding.kind != Kind::FewExamples);
    let words = lines.map(|line| {
        let article = line.article.as_ref().unwrap();
        let (kind, words) = (line.finding.kind, &line.finding.words);
        format!("{}: {kind}: {words}", article.name)
    });
    words.collect()
}

fn lint(desk: &mut Desk, event: LintEvent) {
    desk.handle(Event::Lint(event));
}

const ALL: [&str; 4] = [
    "c.ron: twin: Kyiv",
    "a.ron: edge: Putin,",
    "b.ron: edge: Starmer:",
    "c.ron: edge: Merkel;",
];

#[test]
fn all_articles_are_checked_and_a_place_is_gone_to() {
    let mut desk = desk("check-go");
    assert_eq!(desk.session.dialog(), Some(&Dialog::Lint));
    assert_eq!(lines(&desk), ALL);
    assert_eq!(desk.session.lint().articles(), 3);
    assert_eq!(
        desk.session.articles().len(),
        1,
        "no article is opened by a check"
    );
    lint(&mut desk, LintEvent::Chosen(2));
    assert_eq!(desk.session.dialog(), None);
    assert_eq!(selected(&desk.session).as_deref(), Some("Starmer:"));
    // What is about all articles leads nowhere.
    desk.press("Shift+F8");
    let last = desk.session.lint().lines().len() - 1;
    lint(&mut desk, LintEvent::Chosen(last));
    assert_eq!(desk.session.dialog(), Some(&Dialog::Lint));
}

#[test]
fn a_line_is_put_right_in_its_file_or_in_the_open_article() {
    let mut desk = desk("check-mend");
    let before = desk.read("b.ron");
    lint(&mut desk, LintEvent::Mended(2));
    assert_eq!(lines(&desk), [ALL[0], ALL[1], ALL[3]]);
    assert!(desk.read("b.ron").contains("quote: \"Starmer\""));
    lint(&mut desk, LintEvent::Mended(1));
    assert_eq!(lines(&desk), [ALL[0], ALL[3]]);
    let text = shown(&desk.session);
    assert!(text.starts_with("{person|Putin}, who"), "{text}");
    assert_eq!(desk.session.article().unwrap().history().position(), 1);
    desk.session.run(CommandId::UndoInFolder);
    desk.work();
    assert_eq!(desk.read("b.ron"), before);
}

#[test]
fn what_is_right_is_written_into_the_folder_and_not_found_again() {
    let mut desk = desk("check-right");
    lint(&mut desk, LintEvent::Right(2));
    assert_eq!(lines(&desk), [ALL[0], ALL[1], ALL[3]]);
    let ron = desk.read("copydesk-lint.ron");
    assert!(ron.contains("(kind: \"edge\", words: \"Starmer:\", labels: [\"person\"]),"));
    desk.press("Shift+F8");
    assert_eq!(lines(&desk), [ALL[0], ALL[1], ALL[3]]);
    // A file that cannot be read is told, and the line stays.
    desk.folder.write("articles/copydesk-lint.ron", "[7]");
    lint(&mut desk, LintEvent::Right(1));
    assert_eq!(lines(&desk).len(), 3);
    assert!(problems(&desk.session)[0].contains("line 1"));
    desk.press("Shift+F8");
    assert!(
        desk.session
            .lint()
            .failure()
            .unwrap()
            .ends_with("copydesk-lint.ron")
    );
}

#[test]
fn all_of_a_kind_are_shown_put_right_as_ticked_and_taken_back_together() {
    let mut desk = desk("check-all");
    let before = ["a.ron", "b.ron", "c.ron"].map(|name| desk.read(name));
    lint(&mut desk, LintEvent::AllMended(Kind::Edge));
    assert_eq!(desk.session.dialog(), Some(&Dialog::Everywhere));
    assert_eq!(desk.session.everywhere().unwrap().ticked(), 3);
    let ticked = EverywhereEvent::Ticked {
        line: 1,
        is_ticked: false,
    };
    desk.handle(Event::Everywhere(ticked));
    desk.handle(Event::Everywhere(EverywhereEvent::Done));
    assert_eq!(lines(&desk), [ALL[0], ALL[2]], "it is checked anew");
    assert_eq!(desk.session.dialog(), Some(&Dialog::Lint));
    assert_eq!(desk.read("b.ron"), before[1]);
    assert!(desk.read("c.ron").contains("quote: \"Merkel\""));
    desk.session.run(CommandId::UndoInFolder);
    desk.work();
    let after = ["a.ron", "b.ron", "c.ron"].map(|name| desk.read(name));
    assert_eq!(after, before);
}

#[test]
fn an_article_that_is_open_is_checked_as_it_is_now() {
    let mut desk = desk("check-open");
    let places = desk.session.lint().lines().iter();
    let places: Vec<bool> = places
        .filter_map(|line| line.article.as_ref())
        .map(|article| matches!(article.place, SearchPlace::Open(_)))
        .collect();
    assert_eq!(places, [false, true, false, false]);
    let before = desk.read("a.ron");
    lint(&mut desk, LintEvent::Mended(1));
    desk.press("Shift+F8");
    assert_eq!(lines(&desk), [ALL[0], ALL[2], ALL[3]]);
    assert_eq!(desk.read("a.ron"), before, "it is not saved yet");
}

#[test]
fn open_articles_are_checked_without_a_folder() {
    let mut session = session(ARTICLES[0].1);
    open(&mut session, "other", ARTICLES[2].1);
    session.take_requests();
    press(&mut session, "Shift+F8");
    let mut desk = Desk::start(Folder::new("check-no-folder"));
    desk.session = session;
    desk.work();
    let names = [
        "other: twin: Kyiv",
        "article: edge: Putin,",
        "other: edge: Merkel;",
    ];
    assert_eq!(lines(&desk), names);
    lint(&mut desk, LintEvent::Right(1));
    desk.press("Shift+F8");
    assert_eq!(
        lines(&desk),
        [names[0], names[2]],
        "until the window closes"
    );
    lint(&mut desk, LintEvent::AllMended(Kind::Edge));
    desk.handle(Event::Everywhere(EverywhereEvent::Done));
    assert_eq!(lines(&desk), [names[0]]);
    lint(&mut desk, LintEvent::Mended(0));
    assert_eq!(
        shown(&desk.session),
        "{person|Merkel}; she slept in {place|Kyiv} and {place|Bonn}."
    );
}

#[test]
fn a_check_that_nobody_waits_for_changes_nothing() {
    let mut desk = desk("check-late");
    let found = copydesk::app::LintEvent::Found {
        ticket: 0,
        found: Err("late".to_owned()),
    };
    lint(&mut desk, found);
    assert_eq!(desk.session.lint().failure(), None);
    assert_eq!(lines(&desk), ALL);
    let empty = Desk::empty_session();
    assert!(empty.is_ready(CommandId::Lint).is_err());
}
