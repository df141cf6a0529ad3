//! Jobs as the window and the command line give them: open, suggest, save, drafts.

use super::*;

fn open(path: &Path, home: Option<&Home>) -> Outcome {
    let job = Job::Open {
        path: path.to_owned(),
        schema: copydesk_store::built_in_schema(),
        home: home.cloned(),
    };
    run(job, &Progress::new())
}

fn opened(path: &Path, home: Option<&Home>) -> Opened {
    match open(path, home) {
        Outcome::Opened(opened) => *opened,
        other => panic!("{other:?}"),
    }
}

fn write(path: &Path, text: &str) {
    disk::write_atomically(path, text.as_bytes(), Expected::Anything).unwrap();
}

fn save(path: &Path, document: &Document, overwrite: Overwrite) -> Outcome {
    let job = Job::Save {
        path: path.to_owned(),
        document: Box::new(document.clone()),
        text_place: TextPlace::Inside,
        overwrite,
    };
    run(job, &Progress::new())
}

#[test]
fn a_text_is_opened_saved_and_opened_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("starmer.txt");
    write(&path, "Starmer arrives\r\n\r\nHe came on Monday.\r\n");
    let first = opened(&path, None);
    assert_eq!(first.document.metadata().title, "Starmer arrives");
    assert_eq!(first.article_file, None);
    let ron = article_path(&path);
    let Outcome::Saved { stamp, .. } = save(&ron, &first.document, Overwrite::Nothing) else {
        panic!("not saved");
    };
    let again = opened(&ron, None);
    assert_eq!(again.document, first.document);
    assert_eq!(again.article_file, Some(stamp));
    assert_eq!(opened(&path, None).article_file_beside, Some(ron.clone()));
    let saved = save(&ron, &again.document, Overwrite::Unchanged(stamp));
    assert!(matches!(saved, Outcome::Saved { .. }));
}

#[test]
fn failures_say_what_can_be_offered() {
    let folder = tempfile::tempdir().unwrap();
    let (text, ron) = (folder.path().join("a.txt"), folder.path().join("a.ron"));
    write(&text, "Text");
    let document = opened(&text, None).document;
    let kind = |outcome| match outcome {
        Outcome::Failed(failure) => {
            assert!(failure.message.starts_with("Could not "), "{failure}");
            failure.kind
        }
        other => panic!("{other:?}"),
    };
    assert_eq!(kind(open(&ron, None)), FailureKind::NotFound);
    assert_eq!(
        kind(save(&text, &document, Overwrite::ArticleFile)),
        FailureKind::InTheWay
    );
    assert_eq!(
        kind(save(&text, &document, Overwrite::Nothing)),
        FailureKind::InTheWay
    );
    let stamp = Stamp::of(b"other");
    assert_eq!(
        kind(save(&text, &document, Overwrite::Unchanged(stamp))),
        FailureKind::ChangedOutside
    );
    write(&ron, "(not: \"ours\")");
    assert_eq!(kind(open(&ron, None)), FailureKind::Other);
}

#[test]
fn a_draft_is_offered_only_where_it_holds_other_work() {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::below(folder.path().join("home"));
    let path = folder.path().join("a.txt");
    write(&path, "Keir Starmer arrives");
    let mut document = opened(&path, Some(&home)).document;
    let key = DraftKey::new(document.text().fingerprint(), Some(&path));
    let save_draft = |document: &Document| {
        let job = Job::SaveDraft {
            home: home.clone(),
            key: key.clone(),
            document: Box::new(document.clone()),
            base: None,
        };
        assert!(matches!(run(job, &Progress::new()), Outcome::DraftSaved));
    };
    save_draft(&document);
    assert!(opened(&path, Some(&home)).draft.is_none());
    document.restore(copydesk_document::Marks {
        is_marked: true,
        ..copydesk_document::Marks::default()
    });
    save_draft(&document);
    let draft = opened(&path, Some(&home)).draft.unwrap();
    assert_eq!(draft.restored.document, document);
}

#[test]
fn a_cancelled_job_gives_no_answer() {
    let progress = Progress::new();
    progress.cancel();
    let job = Job::Suggest {
        text: ArticleText::new("Text"),
        schema: copydesk_store::built_in_schema(),
        threads: None,
    };
    assert!(matches!(run(job, &progress), Outcome::Cancelled));
}

#[test]
fn the_beginning_of_a_long_article_is_suggested_first() {
    let first_of = |text: &str| {
        let progress = Progress::new();
        let job = Job::Suggest {
            text: ArticleText::new(text),
            schema: copydesk_store::built_in_schema(),
            threads: None,
        };
        assert!(matches!(run(job, &progress), Outcome::Suggested { .. }));
        progress.take_first()
    };
    let sentence = "Prices rose by 5% in Kyiv on Monday, Ann Berg said.\n\n";
    assert_eq!(first_of(sentence), None, "a short one comes at once");
    let first = first_of(&sentence.repeat(300)).unwrap();
    assert!(first.len() > 100, "{} suggestions", first.len());
    assert!(first.iter().all(|suggestion| suggestion.span.end() < 5_100));
}
