//! A person opens what others made: session and engine together, without a window.

use std::fmt::Write as _;
use std::path::PathBuf;

use copydesk::app::{
    Answer, CommandId, Dialog, Event, ExchangeEvent, ExportArticles, FolderPurpose, ImportTo,
    MOST_OPENED, OpenArticle, Request, Session, Task, WindowRequest,
};
use copydesk::engine::exchange::formats;
use copydesk::engine::{Engine, Progress};
use copydesk_store::Home;

use crate::exporting::{Folder, carry_out, notice, two_articles};
use crate::support::{label, press, schema, shown};

const CORPUS: &str = r#"{"id":"a/1","title":"First","text":"Anna Keller of Siemens is in Seoul.","spans":[{"start":0,"end":11,"label":"PER"},{"start":15,"end":22,"label":"ORG"},{"start":29,"end":34,"label":"gpe","state":"suggested","by":"ner","score":0.8}]}
not JSON
{"id":"a/2","title":"Second","text":"Nothing in Busan.","spans":[{"start":11,"end":16,"label":"GPE"}]}
"#;

fn nothing_open() -> Session {
    let mut session = Session::new(schema(), copydesk::app::Preferences::default(), Vec::new());
    session.set_formats(formats());
    session
}

fn opening(paths: &[PathBuf]) -> Session {
    let mut session = nothing_open();
    session.open_paths(paths.to_vec());
    carry_out(&mut session, &Progress::new());
    session
}

fn titles(session: &Session) -> Vec<&str> {
    session.articles().iter().map(OpenArticle::title).collect()
}

fn want(session: &mut Session) -> Vec<Request> {
    session.handle(Event::Exchange(ExchangeEvent::ImportWanted));
    carry_out(session, &Progress::new())
}

/// What is exported in any format that is also read is recognized, surveyed and comes back.
#[test]
fn every_format_goes_out_and_comes_in_again() {
    let folder = Folder::new("import-every");
    let formats = formats();
    for format in &formats.written {
        if formats.read.iter().all(|(id, _)| *id != format.id) {
            continue;
        }
        let id = format.id;
        let name = format
            .extension
            .map_or_else(String::new, |it| format!(".{it}"));
        let path = folder.0.join(format!("{id}{name}"));
        let mut session = two_articles();
        press(&mut session, "Ctrl+E");
        let mut choice = session.exchange().export().clone();
        choice.format = id;
        choice.articles = ExportArticles::Open;
        session.handle(Event::Exchange(ExchangeEvent::ExportChosen(choice)));
        carry_out(&mut session, &Progress::new());
        let preview = session.exchange().preview().unwrap().clone();
        assert!(!preview.unwrap().files.is_empty(), "{id}");
        let (target, may_replace) = (path.clone(), false);
        session.handle(Event::Exchange(ExchangeEvent::ExportPathChosen {
            path: target,
            may_replace,
        }));
        carry_out(&mut session, &Progress::new());
        assert!(
            notice(&session).starts_with("2 articles with"),
            "{id}: {}",
            notice(&session)
        );

        let mut session = opening(&[path]);
        let import = session.exchange().import();
        let import = import.unwrap_or_else(|| panic!("{id}: {}", notice(&session)));
        let survey = import.survey.clone().unwrap();
        assert_eq!(survey.articles, 2, "{id}: {survey:?}");
        let is_known = survey.formats.contains_key(id) || survey.rivals.contains(&id);
        assert!(is_known, "{id}: {:?} {:?}", survey.formats, survey.rivals);
        want(&mut session);
        assert_eq!(session.articles().len(), 2, "{id}");
        let spans: usize = session
            .articles()
            .iter()
            .map(|article| article.counts().accepted)
            .sum();
        assert!(spans >= 1, "{id}: {}", session.exchange().report().unwrap());
    }
}

#[test]
fn labels_of_others_become_ours_and_what_does_not_is_listed() {
    let folder = Folder::new("import-map");
    let mut session = opening(&[folder.write("corpus.jsonl", CORPUS)]);
    assert_eq!(session.dialog(), Some(&Dialog::Import));
    let import = session.exchange().import().unwrap().clone();
    let survey = import.survey.unwrap();
    assert_eq!((survey.articles, survey.predictions), (2, 1));
    let labels: Vec<_> = survey
        .labels
        .iter()
        .map(|it| {
            (
                it.name.as_str(),
                it.spans,
                it.example.as_str(),
                it.ours.clone(),
            )
        })
        .collect();
    assert_eq!(
        labels,
        [
            ("gpe", 2, "Seoul", Some(label("place"))),
            ("ORG", 1, "Siemens", None),
            ("PER", 1, "Anna Keller", Some(label("person"))),
        ]
    );
    assert_eq!(survey.left_out.len(), 1);
    assert!(survey.left_out[0].examples[0].ends_with("corpus.jsonl, line 2"));

    let mut choice = import.choice;
    choice.map.insert("ORG".to_owned(), Some(label("claim")));
    session.handle(Event::Exchange(ExchangeEvent::ImportChosen(choice)));
    want(&mut session);
    assert_eq!(session.dialog(), None);
    assert_eq!(titles(&session), ["First", "Second"]);
    assert_eq!(session.article().unwrap().title(), "First");
    assert!(session.articles().iter().all(OpenArticle::is_unsaved));
    assert_eq!(
        shown(&session),
        "{person|Anna Keller} of {claim|Siemens} is in Seoul."
    );
    assert!(
        notice(&session)
            .starts_with("2 articles with 3 annotations opened from corpus.jsonl; 2 items")
    );
    let report = session.exchange().report().unwrap().to_string();
    assert!(
        report.contains("line 2") && report.contains("“Seoul” at 29 in a/1"),
        "{report}"
    );
    session.run(CommandId::LastReport);
    assert_eq!(session.dialog(), Some(&Dialog::Report));
}

#[test]
fn predictions_are_taken_if_a_person_says_so() {
    let folder = Folder::new("import-predictions");
    let mut session = opening(&[folder.write("corpus.jsonl", CORPUS)]);
    let mut choice = session.exchange().import().unwrap().choice.clone();
    choice.takes_predictions = true;
    session.handle(Event::Exchange(ExchangeEvent::ImportChosen(choice)));
    want(&mut session);
    assert!(
        shown(&session).contains("{place|Seoul}"),
        "{}",
        shown(&session)
    );
}

fn listed(session: &Session) -> Vec<String> {
    let rows = session.rows().into_iter();
    rows.map(|row| row.title().into_owned()).collect()
}

#[test]
fn articles_are_saved_in_a_folder_and_opened_from_there() {
    let folder = Folder::new("import-folder");
    let mut session = opening(&[folder.write("corpus.jsonl", CORPUS)]);
    let mut choice = session.exchange().import().unwrap().choice.clone();
    choice.to = ImportTo::Folder;
    session.handle(Event::Exchange(ExchangeEvent::ImportChosen(choice)));
    let asked = want(&mut session);
    assert!(
        matches!(
            asked.as_slice(),
            [Request::Window(WindowRequest::PickFolder(
                FolderPurpose::Import
            ))]
        ),
        "{asked:?}"
    );
    let target = folder.0.join("work");
    session.handle(Event::Exchange(ExchangeEvent::ImportFolderChosen(
        target.clone(),
    )));
    carry_out(&mut session, &Progress::new());
    assert_eq!(listed(&session), ["First", "Second"]);
    assert!(session.articles().iter().all(|it| !it.is_unsaved()));
    assert_eq!(
        session.articles()[0].saved_at(),
        Some(target.join("a%2F1.ron").as_path())
    );

    // The folder of articles of ours opens as it is, without a question.
    let again = opening(&[target]);
    assert_eq!(again.dialog(), None);
    assert_eq!(listed(&again), ["First", "Second"]);
    assert!(again.articles().iter().all(|it| it.saved_at().is_some()));
}

#[test]
fn a_folder_of_texts_opens_and_other_files_in_it_are_named() {
    let folder = Folder::new("import-texts");
    folder.write("texts/one.txt", "One\n\nThe first.");
    folder.write("texts/deeper/two.txt", "Two\n\nThe second.");
    let session = opening(&[folder.0.join("texts")]);
    assert_eq!(session.dialog(), None);
    assert_eq!(listed(&session), ["Two", "One"]);

    folder.write("texts/corpus.jsonl", CORPUS);
    let session = opening(&[folder.0.join("texts")]);
    assert_eq!(session.dialog(), None);
    assert_eq!(listed(&session), ["Two", "One"]);
    let notice = &session.notices().shown().last().unwrap().text;
    assert_eq!(notice, "Not listed as articles: corpus.jsonl");
}

#[test]
fn one_article_without_marks_opens_at_once() {
    let folder = Folder::new("import-single");
    let line = r#"{"id":"x","title":"Alone","byline":"A. Writer","text":"Just a text."}"#;
    let session = opening(&[folder.write("one.jsonl", line)]);
    assert_eq!(session.dialog(), None);
    assert_eq!(titles(&session), ["Alone"]);
    let metadata = session.article().unwrap().document().metadata();
    assert_eq!(
        (metadata.byline.as_str(), metadata.source.as_str()),
        ("A. Writer", "one.jsonl")
    );
}

#[test]
fn another_format_is_read_anew() {
    let folder = Folder::new("import-format");
    let mut session = opening(&[folder.write("corpus.jsonl", CORPUS)]);
    let mut choice = session.exchange().import().unwrap().choice.clone();
    choice.format = Some("text");
    session.handle(Event::Exchange(ExchangeEvent::ImportChosen(choice)));
    assert_eq!(session.exchange().import().unwrap().survey, None);
    carry_out(&mut session, &Progress::new());
    let survey = session.exchange().import().unwrap().survey.clone().unwrap();
    assert_eq!((survey.articles, survey.labels.len()), (1, 0));
}

#[test]
fn what_is_no_prose_is_asked_about_and_opened_as_it_stands_if_a_person_says_so() {
    let folder = Folder::new("import-structure");
    let mut session = opening(&[folder.write("strange.txt", "{\"headline\": [1, 2]}\n")]);
    assert_eq!(session.dialog(), Some(&Dialog::Import));
    assert!(session.articles().is_empty());
    let import = session.exchange().import().unwrap();
    let survey = import.survey.clone().unwrap();
    assert_eq!(survey.articles, 0);
    let why = &survey.left_out[0].why;
    assert!(why.starts_with("this looks like JSON"), "{why}");
    let mut choice = import.choice.clone();
    choice.format = Some("text");
    session.handle(Event::Exchange(ExchangeEvent::ImportChosen(choice)));
    carry_out(&mut session, &Progress::new());
    want(&mut session);
    assert_eq!(titles(&session), ["{\"headline\": [1, 2]}"]);
}

#[test]
fn leaving_the_dialog_or_stopping_imports_nothing() {
    let folder = Folder::new("import-leave");
    let path = folder.write("corpus.jsonl", CORPUS);
    let mut session = opening(std::slice::from_ref(&path));
    session.handle(Event::DialogClosed);
    assert_eq!(session.exchange().import(), None);
    assert!(session.articles().is_empty());

    session.open_paths(vec![path]);
    let progress = Progress::new();
    progress.cancel();
    carry_out(&mut session, &progress);
    assert!(
        notice(&session).starts_with("Stopped"),
        "{}",
        notice(&session)
    );
    assert_eq!(
        (session.dialog(), session.exchange().import()),
        (None, None)
    );
}

#[test]
fn a_dialog_that_is_open_is_not_taken_away() {
    let folder = Folder::new("import-behind");
    let mut session = nothing_open();
    session.run(CommandId::Palette);
    session.open_paths(vec![folder.write("corpus.jsonl", CORPUS)]);
    session.run(CommandId::Palette);
    carry_out(&mut session, &Progress::new());
    assert_eq!(session.dialog(), Some(&Dialog::Palette));
    session.handle(Event::DialogClosed);
    assert_eq!(session.dialog(), Some(&Dialog::Import));
}

#[test]
fn many_articles_go_into_a_folder() {
    let folder = Folder::new("import-many");
    let mut lines = String::new();
    for number in 0..=MOST_OPENED {
        writeln!(lines, "{{\"id\":\"{number}\",\"text\":\"Text {number}.\"}}").unwrap();
    }
    let mut session = opening(&[folder.write("many.jsonl", &lines)]);
    let import = session.exchange().import().unwrap();
    assert_eq!(import.choice.to, ImportTo::Folder);
    session.handle(Event::Exchange(ExchangeEvent::ImportFolderChosen(
        folder.0.join("work"),
    )));
    carry_out(&mut session, &Progress::new());
    assert_eq!(session.articles().len(), MOST_OPENED);
}

#[test]
fn a_folder_is_asked_for_by_its_key() {
    let mut session = nothing_open();
    press(&mut session, "Ctrl+Shift+O");
    let asked = session.take_requests();
    assert!(matches!(
        asked.as_slice(),
        [Request::Window(WindowRequest::PickFolder(
            FolderPurpose::Open
        ))]
    ));
}

/// As [`carry_out`], with journals on disk.
fn carry_out_at(engine: &Engine, session: &mut Session) {
    loop {
        let requests = session.take_requests();
        if requests.is_empty() {
            return;
        }
        for request in requests {
            match request {
                Request::Window(_) | Request::Task(Task::Suggest { .. }) => {}
                Request::Task(task) => {
                    let events = engine.answer(&task, &Progress::new());
                    for event in events {
                        session.handle(event);
                    }
                }
            }
        }
    }
}

#[test]
fn imported_articles_are_there_again_after_a_crash_and_when_they_were_kept_for_later() {
    for is_crash in [true, false] {
        let folder = Folder::new(&format!("import-kept-{is_crash}"));
        let home = Home::below(folder.0.join("home"));
        let engine = Engine::new(schema(), Some(home.clone()));
        let mut session = nothing_open();
        session.open_paths(vec![folder.write("corpus.jsonl", CORPUS)]);
        carry_out_at(&engine, &mut session);
        session.handle(Event::Exchange(ExchangeEvent::ImportWanted));
        carry_out_at(&engine, &mut session);
        let is_safe = |it: &OpenArticle| it.is_unsaved() && it.is_kept();
        assert!(session.articles().iter().all(is_safe));
        if !is_crash {
            session.handle(Event::CloseRequested);
            session.handle(Event::Answered(Answer::Keep));
            carry_out_at(&engine, &mut session);
        }
        drop(engine);

        let mut session = nothing_open();
        session.begin();
        carry_out_at(&Engine::new(schema(), Some(home)), &mut session);
        let mut titles = titles(&session);
        titles.sort_unstable();
        assert_eq!(titles, ["First", "Second"], "crash: {is_crash}");
        assert!(session.articles().iter().all(is_safe));
    }
}
