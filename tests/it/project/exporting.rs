//! The whole folder becomes a data set, whichever of its articles are open.

use copydesk::app::{
    CommandId, Event, ExchangeEvent, ExportArticles, ExportChoice, Request, Task, WorkEnd,
};
use copydesk::engine::Progress;
use copydesk::engine::exchange::formats;
use copydesk_document::SpanState;

use super::Desk;

const TEXTS: [(&str, &str); 3] = [
    ("a.txt", "Donald Trump met Volodymyr Zelensky in Kyiv.\n"),
    ("b.txt", "Emmanuel Macron stayed in Paris.\n"),
    ("sub/c.txt", "Nothing happened.\n"),
];

/// In “a” a person is marked and saved, in “b”, which is shown, one is marked and not saved.
fn marked(name: &str) -> Desk {
    let mut desk = Desk::new(name, &TEXTS);
    desk.session.set_formats(formats());
    desk.open();
    crate::support::caret_at(&mut desk.session, "Trump");
    desk.press("P");
    desk.press("Ctrl+Down");
    crate::support::caret_at(&mut desk.session, "Macron");
    desk.press("P");
    desk
}

fn choose(desk: &mut Desk, change: impl FnOnce(&mut ExportChoice)) {
    let mut choice = desk.session.exchange().export().clone();
    choice.format = "jsonl";
    choice.articles = ExportArticles::Folder;
    change(&mut choice);
    desk.handle(Event::Exchange(ExchangeEvent::ExportChosen(choice)));
}

fn export(desk: &mut Desk) -> Vec<serde_json::Value> {
    let path = desk.folder.0.join("out.jsonl");
    desk.handle(Event::Exchange(ExchangeEvent::ExportPathChosen {
        path: path.clone(),
        may_replace: true,
    }));
    let written = std::fs::read_to_string(path).unwrap();
    let lines = written.lines();
    lines
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn spans(article: &serde_json::Value) -> usize {
    article["spans"].as_array().unwrap().len()
}

#[test]
fn all_articles_of_the_folder_are_exported_as_they_are_now() {
    let mut desk = marked("export-folder");
    let a = desk.session.articles()[0].id;
    desk.handle(Event::ArticleChosen(a));
    desk.press("Ctrl+W");
    assert_eq!(desk.session.articles().len(), 1, "only “b” is open");
    choose(&mut desk, |_| {});
    let suggested = desk.session.suggested_export_path().unwrap();
    assert_eq!(suggested, desk.folder.0.join("articles.jsonl"), "beside it");
    let articles = export(&mut desk);
    let counts: Vec<usize> = articles.iter().map(spans).collect();
    assert_eq!(counts, [1, 1, 0], "{articles:?}");
    choose(&mut desk, |choice| {
        choice.states.insert(SpanState::Suggested);
    });
    let articles = export(&mut desk);
    assert!(spans(&articles[0]) >= 3, "{articles:?}");
}

#[test]
fn what_is_done_in_the_folder_is_exported_open_or_not() {
    let mut desk = marked("export-folder-done");
    assert_eq!(desk.session.exported_count(ExportArticles::FolderDone), 0);
    desk.press("Space");
    desk.go_to("Emmanuel Macron stayed in Paris.");
    desk.press("Ctrl+W");
    choose(&mut desk, |choice| {
        choice.articles = ExportArticles::FolderDone;
    });
    let articles = export(&mut desk);
    assert_eq!(articles.len(), 1);
    assert_eq!(spans(&articles[0]), 1);
    desk.session.run(CommandId::CloseFolder);
    assert_eq!(
        desk.session.exchange().export().articles,
        ExportArticles::Shown
    );
}

#[test]
fn a_label_that_is_switched_off_takes_no_other_with_it() {
    let mut desk = marked("export-folder-without");
    let golden = include_str!("../../fixtures/article-v1.ron");
    let own = golden
        .replace("id: \"person\"", "id: \"org\"")
        .replace("label: \"person\"", "label: \"org\"")
        .replace("by: Suggested(\"claims\", 81)", "by: Human");
    desk.folder.write("articles/z.ron", &own);
    desk.handle(Event::Project(copydesk::app::ProjectEvent::LookAgain));
    let labels = |articles: &[serde_json::Value]| -> Vec<String> {
        let spans = articles.last().unwrap()["spans"].as_array().unwrap();
        let labels = spans.iter().map(|span| span["label"].as_str().unwrap());
        labels.map(str::to_owned).collect()
    };
    choose(&mut desk, |_| {});
    assert_eq!(labels(&export(&mut desk)), ["org", "claim"]);
    choose(&mut desk, |choice| {
        choice.without.insert(crate::support::label("claim"));
    });
    assert_eq!(labels(&export(&mut desk)), ["org"]);
}

#[test]
fn an_article_that_cannot_be_read_is_reported_and_a_stopped_export_leaves_nothing() {
    let mut desk = marked("export-folder-damaged");
    desk.folder
        .write("articles/d.ron", "// Copydesk article, format 1\n(");
    desk.handle(Event::Project(copydesk::app::ProjectEvent::LookAgain));
    choose(&mut desk, |_| {});
    assert_eq!(export(&mut desk).len(), 3);
    let report = desk.session.exchange().report().unwrap();
    assert_eq!(report.count(), 1, "{report:?}");
    let path = desk.folder.0.join("stopped.jsonl");
    desk.session
        .handle(Event::Exchange(ExchangeEvent::ExportPathChosen {
            path: path.clone(),
            may_replace: false,
        }));
    let progress = Progress::new();
    progress.cancel();
    let requests = desk.session.take_requests().into_iter();
    let mut tasks = requests.filter_map(|request| match request {
        Request::Task(task @ Task::Export { .. }) => Some(task),
        _ => None,
    });
    let events = desk.engine.answer(&tasks.next().unwrap(), &progress);
    assert!(matches!(
        events.as_slice(),
        [Event::Exchange(ExchangeEvent::Ended {
            end: WorkEnd::Cancelled,
            ..
        })]
    ));
    assert!(!path.exists());
}
