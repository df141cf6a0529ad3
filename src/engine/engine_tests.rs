//! Tasks as the window gives them and what the command line calls: open, suggest, save, earlier versions.

use std::sync::Arc;

use super::*;
use crate::app::{ArticleId, Event, Opened, SaveFailure, SaveOver, SaveRequest, Task};
use copydesk_document::{Document, LabelId, Metadata, OpenDocument};
use copydesk_store::{Expected, Home, disk};
use copydesk_suggest::dictionary::Dictionaries;
use copydesk_text::ArticleText;

fn read(path: &Path) -> Result<Opened, Failure> {
    let schema = copydesk_store::built_in_schema();
    open(path, schema, None, &Progress::new()).map(|opened| opened.unwrap())
}

fn write(path: &Path, text: &str) {
    disk::write_atomically(path, text.as_bytes(), Expected::Anything).unwrap();
}

fn save(home: Option<Home>, path: &Path, document: &Document, over: SaveOver) -> Event {
    let engine = Engine::new(copydesk_store::built_in_schema(), home);
    let request = SaveRequest {
        article: ArticleId(1),
        document: document.clone(),
        path: path.to_owned(),
        over,
        versions_kept: 20,
        text_beside: None,
        position: 0,
    };
    let task = Task::Save(Box::new(request));
    let mut events = engine.answer(&task, &Progress::new());
    assert_eq!(events.len(), 1, "{events:?}");
    events.remove(0)
}

#[test]
fn a_text_is_opened_saved_and_opened_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("starmer.txt");
    write(&path, "Starmer arrives\r\n\r\nHe came on Monday.\r\n");
    let first = read(&path).unwrap();
    let document = first.article.document();
    assert_eq!(document.metadata().title, "Starmer arrives");
    assert_eq!(first.stamp, None);
    let ron = article_path(&path);
    let Event::Saved { stamp, .. } = save(None, &ron, document, SaveOver::Nothing) else {
        panic!("not saved");
    };
    let again = read(&ron).unwrap();
    assert_eq!(again.article.document(), document);
    assert_eq!(again.stamp, Some(stamp.clone()));
    let by_text = read(&path).unwrap();
    assert_eq!(by_text.saved_at, Some(ron.clone()), "the work beside it");
    assert!(by_text.warnings.is_empty(), "{:?}", by_text.warnings);
    let saved = save(None, &ron, document, SaveOver::Known(stamp));
    assert!(matches!(saved, Event::Saved { .. }));
}

#[test]
fn a_save_that_was_refused_at_its_very_end_is_not_taken_for_the_work_of_another() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.ron");
    let document = |text: &str| {
        let schema = copydesk_store::built_in_schema();
        let metadata = copydesk_document::Metadata::default();
        Document::new(ArticleText::new(text), schema, metadata)
    };
    write(&path, &copydesk_store::print(&document("Anna went.")));
    let known = disk::read(&path).unwrap().stamp.to_hex();
    // It had its name already when the folder could not be synced.
    let new = document("Anna came.");
    write(&path, &copydesk_store::print(&new));
    let again = save(None, &path, &new, SaveOver::Known(known.clone()));
    assert!(matches!(again, Event::Saved { .. }), "{again:?}");
    let other = save(None, &path, &document("Ben."), SaveOver::Known(known));
    assert!(
        matches!(
            &other,
            Event::SaveFailed {
                why: SaveFailure::ChangedOnDisk,
                ..
            }
        ),
        "{other:?}"
    );
}

#[test]
fn failures_say_what_can_be_offered() {
    let folder = tempfile::tempdir().unwrap();
    let (text, ron) = (folder.path().join("a.txt"), folder.path().join("a.ron"));
    write(&text, "Text");
    let document = read(&text).unwrap().article.document().clone();
    let why = |over| match save(None, &text, &document, over) {
        Event::SaveFailed { message, why, .. } => {
            assert!(message.starts_with("Could not "), "{message}");
            why
        }
        other => panic!("{other:?}"),
    };
    assert_eq!(why(SaveOver::ArticleFile), SaveFailure::Other);
    assert_eq!(why(SaveOver::Nothing), SaveFailure::AlreadyThere);
    let stamp = copydesk_store::Stamp::of(b"other").to_hex();
    assert_eq!(why(SaveOver::Known(stamp)), SaveFailure::ChangedOnDisk);
    assert_eq!(read(&ron).unwrap_err().kind, FailureKind::NotFound);
    write(&ron, "(not: \"ours\")");
    assert_eq!(read(&ron).unwrap_err().kind, FailureKind::Other);
}

#[test]
fn every_save_leaves_an_earlier_version_and_so_does_what_others_wrote() {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::below(folder.path().join("home"));
    let (text, ron) = (folder.path().join("a.txt"), folder.path().join("a.ron"));
    write(&text, "Keir Starmer arrives");
    let mut article = *read(&text).unwrap().article;
    let theirs = copydesk_store::print(article.document());
    write(&ron, &theirs);
    article.toggle_mark().unwrap();
    save(
        Some(home.clone()),
        &ron,
        article.document(),
        SaveOver::ArticleFile,
    );
    let versions = copydesk_store::versions(&home, &ron).unwrap();
    let contents: Vec<Vec<u8>> = versions
        .iter()
        .map(|version| disk::read(&version.path).unwrap().bytes)
        .collect();
    assert_eq!(contents.len(), 2);
    assert!(contents.contains(&theirs.into_bytes()));
    assert!(contents.contains(&disk::read(&ron).unwrap().bytes));
}

#[test]
fn a_cancelled_task_gives_no_suggestions() {
    let progress = Progress::new();
    progress.cancel();
    let text = ArticleText::new("Text");
    let schema = copydesk_store::built_in_schema();
    assert_eq!(
        suggest(&Dictionaries::default(), &text, &schema, None, &progress),
        None
    );
}

#[test]
fn the_beginning_of_a_long_article_is_suggested_first() {
    let first_of = |text: &str| {
        let progress = Progress::new();
        let schema = copydesk_store::built_in_schema();
        assert!(
            suggest(
                &Dictionaries::default(),
                &ArticleText::new(text),
                &schema,
                None,
                &progress
            )
            .is_some()
        );
        progress.take_first()
    };
    let sentence = "Prices rose by 5% in Kyiv on Monday, Ann Berg said.\n\n";
    assert_eq!(first_of(sentence), None, "a short one comes at once");
    let first = first_of(&sentence.repeat(300)).unwrap();
    assert!(first.len() > 100, "{} suggestions", first.len());
    assert!(first.iter().all(|suggestion| suggestion.span.end() < 5_100));
}

#[test]
fn every_task_that_cannot_be_done_is_answered() {
    let text = Arc::new(ArticleText::new("Text"));
    let tasks = [
        Task::Open("a.txt".into()),
        Task::OpenSample("a.txt"),
        Task::Recover,
        Task::ListFolder("/".into()),
        Task::SavePreferences(crate::app::Preferences::default()),
        Task::Suggest {
            folder: None,
            article: ArticleId(1),
            ticket: 1,
            text: (*text).clone(),
            schema: copydesk_store::built_in_schema(),
        },
    ];
    for task in tasks {
        let events = failed(&task, "no thread".to_owned());
        assert!(!events.is_empty(), "{task:?}");
        assert!(format!("{events:?}").contains("no thread"), "{events:?}");
    }
}

#[test]
fn an_article_whose_text_was_edited_is_compared_with_its_earlier_version() {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::below(folder.path().join("home"));
    let path = folder.path().join("a.ron");
    let text = ArticleText::new("Trump said no. Then Trump said no.");
    let schema = copydesk_store::built_in_schema();
    let document = Document::new(text, schema, Metadata::default());
    let mut open = OpenDocument::new(document);
    let first = open.document().text().span(0, 5).unwrap();
    let person = LabelId::new("person").unwrap();
    open.annotate(first, &person).unwrap();
    let ron = copydesk_store::print(open.document());
    let edited = ron.replace("Inside(r\"Trump", "Inside(r\"On Monday Trump");
    disk::write_atomically(&path, edited.as_bytes(), Expected::Nothing).unwrap();
    let opened = |home| {
        let schema = copydesk_store::built_in_schema();
        let opened = super::open(&path, schema, Some(home), &Progress::new()).unwrap();
        let opened = opened.unwrap();
        let document = opened.article.document();
        let starts: Vec<usize> = document
            .annotations()
            .iter()
            .map(|annotation| annotation.span.start())
            .collect();
        (starts, document.detached().len(), opened.findings)
    };
    // By its words alone it is not certain which of the two it was.
    let (starts, aside, findings) = opened(&home);
    assert_eq!((starts, aside), (Vec::new(), 1));
    assert_eq!(findings.notes.len(), 1, "that the file was edited");
    copydesk_store::keep_version(
        &home,
        &path,
        ron.as_bytes(),
        (1_000, 1),
        copydesk_store::MOST_VERSIONS,
    )
    .unwrap();
    let (starts, aside, _) = opened(&home);
    assert_eq!((starts, aside), (vec![10], 0));
}
