//! What comes back after a crash, a restart, a full disk and a damaged file.

use super::*;
use crate::{built_in_schema, print};
use copydesk_document::{Attributes, Confidence, Document, LabelId, MarkRef, Metadata, Suggestion};
use copydesk_text::{ArticleText, Span};
use proptest::prelude::*;

const TEXT: &str = "Keir Starmer arrives\n\nStarmer met \"Trump\" in London on Monday.\n";
const WORDS: [&str; 6] = [
    "Keir Starmer",
    "Starmer",
    "Trump",
    "London",
    "Monday",
    "met",
];

struct Setting {
    _folder: tempfile::TempDir,
    home: Home,
    article: OpenDocument,
    journal: Journal,
}

fn article() -> OpenDocument {
    let text = ArticleText::new(TEXT);
    OpenDocument::new(Document::new(text, built_in_schema(), Metadata::default()))
}

fn key(article: &OpenDocument) -> JournalKey {
    let fingerprint = article.document().text().fingerprint();
    JournalKey::new(fingerprint, Some(Path::new("/news/starmer.ron")))
}

impl Setting {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::below(folder.path());
        let article = article();
        let journal = Journal::open(&home, key(&article), None, &article).unwrap();
        Self {
            _folder: folder,
            home,
            article,
            journal,
        }
    }

    /// Plays `gestures`; the document before the first and after each.
    fn played(&mut self, gestures: [usize; 3]) -> Vec<Document> {
        let mut states = vec![self.article.document().clone()];
        for gesture in gestures {
            self.play(gesture);
            states.push(self.article.document().clone());
        }
        states
    }

    /// Does one gesture and keeps it, as the window would.
    fn play(&mut self, gesture: usize) {
        let words = WORDS[gesture % WORDS.len()];
        let start = TEXT.find(words).unwrap();
        let text = self.article.document().text().clone();
        let span = text.span(start, start + words.len()).unwrap();
        let label = LabelId::new(["person", "claim"][gesture / 6 % 2]).unwrap();
        if gesture >= 42 {
            self.play_on_suggestion(gesture, span, label);
            return self.keep();
        }
        match gesture % 7 {
            0 => drop(self.article.undo()),
            1 => drop(self.article.redo()),
            2 => self.article.toggle_mark().unwrap(),
            3 => {
                let first = self.article.document().annotations().iter().next();
                if let Some(id) = first.map(|it| it.id) {
                    self.article.remove(id).unwrap();
                }
            }
            // One that overlaps is refused and changes nothing.
            _ => drop(self.article.annotate(span, &label)),
        }
        self.keep();
    }

    /// Writes a note on a suggestion, removes it, or accepts the suggestion with it.
    fn play_on_suggestion(&mut self, gesture: usize, span: Span, label: LabelId) {
        let suggestion = Suggestion {
            label,
            span,
            confidence: Confidence::from_percent(90),
            by: "test",
            reason: String::new(),
            attributes: Attributes::new(),
        };
        let mark = MarkRef::Suggestion(&suggestion);
        let notes = ["which?", "of \"two\"\nlines // \\", ""];
        match notes.get(gesture % 4) {
            Some(note) => self.article.set_note(mark, note).unwrap(),
            None => drop(self.article.accept(&suggestion, &suggestion.label)),
        }
    }

    fn keep(&mut self) {
        let steps = self.article.take_steps();
        let entries = steps.into_iter().map(Entry::Step).collect();
        self.journal.append(entries).unwrap();
    }

    fn file(&self) -> PathBuf {
        self.journal.path.clone()
    }

    /// What another start of the program finds, the journal as it is on disk.
    fn found(&self) -> Recovered {
        read::read(&self.file()).unwrap().unwrap()
    }
}

#[track_caller]
fn check_same(found: &Recovered, article: &OpenDocument) {
    assert_eq!(found.article.document(), article.document());
    assert_eq!(found.article.history().done(), article.history().done());
    assert_eq!(found.article.history().undone(), article.history().undone());
    assert!(!found.is_cut);
}

#[test]
fn what_was_done_comes_back_with_its_history() {
    let mut setting = Setting::new();
    for gesture in [4, 5, 6, 0, 2, 11, 0, 44, 45, 47] {
        setting.play(gesture);
        check_same(&setting.found(), &setting.article);
    }
    let mut found = setting.found().article;
    while found.undo().is_some() {}
    assert_eq!(found.document(), article().document());
}

#[test]
fn marks_that_were_attached_or_dropped_come_back_with_undo() {
    let mut setting = Setting::new();
    let text = ArticleText::new(TEXT);
    let quote = |exact: &str| copydesk_text::Quote {
        exact: exact.to_owned(),
        prefix: "elsewhere ".to_owned(),
        suffix: String::new(),
    };
    let detached = |exact: &str, mark| copydesk_document::Detached {
        start: 3,
        end: 9,
        quote: quote(exact),
        label: "person".to_owned(),
        mark,
    };
    let annotation = copydesk_document::DetachedMark::Annotation {
        id: copydesk_document::AnnotationId(9),
        origin: copydesk_document::Origin::Human,
        provenance: copydesk_document::Provenance {
            annotator: "anna".to_owned(),
            agreed: vec!["ben".to_owned()],
            reason: String::new(),
        },
        note: "Check".to_owned(),
        attributes: copydesk_document::Attributes::new(),
    };
    let mut document = Document::new(text, built_in_schema(), Metadata::default());
    document.restore(copydesk_document::Marks {
        detached: vec![
            detached("somebody", annotation),
            detached("nobody", copydesk_document::DetachedMark::Rejection),
            detached(
                "one",
                copydesk_document::DetachedMark::Note("Who?".to_owned()),
            ),
        ],
        ..copydesk_document::Marks::default()
    });
    setting.article = OpenDocument::new(document.clone());
    drop(setting.journal);
    setting.journal =
        Journal::open(&setting.home, key(&setting.article), None, &setting.article).unwrap();
    let word = setting.article.document().text().word_at(0).unwrap();
    for aside in document.detached() {
        match aside.id() {
            Some(_) => setting.article.attach(aside, word).unwrap(),
            None => setting.article.drop_detached(aside).unwrap(),
        }
        setting.keep();
        check_same(&setting.found(), &setting.article);
    }
    setting.article.undo();
    setting.keep();
    let mut found = setting.found().article;
    assert_eq!(found.document().detached().len(), 1);
    while found.undo().is_some() {}
    assert_eq!(*found.document(), document);
}

#[test]
fn what_is_saved_and_where_the_person_was_comes_back() {
    let mut setting = Setting::new();
    setting.play(4);
    let stamp = Stamp::of(print(setting.article.document()).as_bytes());
    let saved = Entry::Saved {
        position: Some(1),
        path: PathBuf::from("/news/starmer.ron"),
        stamp: Some(stamp),
    };
    let id = setting
        .article
        .document()
        .annotations()
        .iter()
        .next()
        .unwrap()
        .id;
    let focus = Some(Target::Annotation(id));
    let at = Entry::At {
        caret: 22,
        focus: focus.clone(),
    };
    setting.journal.append(vec![saved, at]).unwrap();
    let found = setting.found();
    assert!(found.article.history().is_saved());
    assert_eq!(
        (found.stamp, found.caret, found.focus),
        (Some(stamp), Some(22), focus)
    );
    setting.play(5);
    assert!(!setting.found().article.history().is_saved());
}

#[test]
fn a_journal_with_nothing_unsaved_is_closed_and_its_history_found_again() {
    let mut setting = Setting::new();
    setting.play(4);
    let stamp = Stamp::of(b"as saved");
    let path = PathBuf::from("/news/starmer.ron");
    let saved = Entry::Saved {
        position: Some(1),
        path,
        stamp: Some(stamp),
    };
    setting.journal.append(vec![saved]).unwrap();
    let Setting {
        home,
        article,
        journal,
        _folder,
    } = setting;
    journal.close(&home).unwrap();
    assert!(journals(&home).0.is_empty());
    let found = find_journal(&home, &key(&article)).unwrap().unwrap();
    check_same(&found, &article);
    // Work goes on where it was, and the closed journal does not come up a second time.
    let mut journal = Journal::open(&home, key(&article), Some(stamp), &found.article).unwrap();
    let mut article = found.article;
    article.undo().unwrap();
    let steps = article.take_steps().into_iter().map(Entry::Step).collect();
    journal.append(steps).unwrap();
    drop(journal);
    let found = find_journal(&home, &key(&article)).unwrap().unwrap();
    check_same(&found, &article);
    assert!(disk::list(&home.closed_journals()).unwrap().is_empty());
}

#[test]
fn an_article_that_no_file_holds_is_found_after_it_was_closed_though_nothing_was_done() {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::below(folder.path());
    let mut article = article();
    article.mark_unsaved();
    let key = JournalKey::new(article.document().text().fingerprint(), None);
    let mut journal = Journal::open(&home, key, None, &article).unwrap();
    let at = Entry::At {
        caret: 0,
        focus: None,
    };
    journal.append(vec![at]).unwrap();
    journal.close(&home).unwrap();
    let (found, errors) = journals(&home);
    assert_eq!((found.len(), errors.len()), (1, 0));
    check_same(&found[0], &article);
}

#[test]
fn unsaved_work_is_found_at_the_next_start_whatever_its_file() {
    let mut setting = Setting::new();
    setting.play(4);
    let Setting {
        home,
        article,
        journal,
        _folder,
    } = setting;
    // Another window works on it: nothing to bring back.
    assert!(journals(&home).0.is_empty());
    drop(journal);
    let (found, errors) = journals(&home);
    assert!(errors.is_empty());
    assert_eq!(found.len(), 1);
    assert_eq!(
        found[0].source.as_deref(),
        Some(Path::new("/news/starmer.ron"))
    );
    check_same(&found[0], &article);
}

#[test]
fn a_second_window_does_not_write_to_the_journal() {
    let setting = Setting::new();
    let second = Journal::open(&setting.home, key(&setting.article), None, &setting.article);
    assert_eq!(second.unwrap_err().kind, DiskErrorKind::Locked);
}

#[test]
fn a_journal_cut_at_any_byte_brings_back_all_whole_lines() {
    let mut setting = Setting::new();
    let states = setting.played([4, 5, 2]);
    let path = setting.file();
    let whole = disk::read(&path).unwrap().bytes;
    let lines: Vec<usize> = (0..whole.len()).filter(|at| whole[*at] == b'\n').collect();
    // The header and the beginning are written whole or not at all, with the first step.
    for cut in lines[2] + 1..whole.len() {
        disk::write_atomically(&path, &whole[..cut], Expected::Anything).unwrap();
        let steps = lines.iter().filter(|line| **line < cut).count() - 2;
        let found = setting.found();
        assert_eq!(*found.article.document(), states[steps], "cut at {cut}");
        assert_eq!(found.is_cut, whole[cut - 1] != b'\n', "cut at {cut}");
    }
}

#[test]
fn no_flipped_bit_is_taken_for_what_was_done() {
    let mut setting = Setting::new();
    let states = setting.played([4, 5, 2]);
    let path = setting.file();
    let whole = disk::read(&path).unwrap().bytes;
    let first = whole.iter().position(|byte| *byte == b'\n').unwrap();
    for at in (first + 1..whole.len()).step_by(3) {
        let mut damaged = whole.clone();
        damaged[at] ^= 1 << (at % 8);
        disk::write_atomically(&path, &damaged, Expected::Anything).unwrap();
        match read::read(&path) {
            Ok(Some(found)) => {
                assert!(found.is_cut, "flipped at {at}");
                assert!(states.contains(found.article.document()), "flipped at {at}");
            }
            // Damaged from its beginning: set aside, and told.
            Err(error) => assert_eq!(error.kind, DiskErrorKind::Damaged),
            Ok(None) => panic!("flipped at {at}: gone"),
        }
    }
}

#[test]
fn what_could_not_be_written_is_written_the_next_time() {
    let mut setting = Setting::new();
    setting.play(4);
    // As after an error: nobody knows how much of the line is there.
    setting.journal.file = None;
    let path = setting.file();
    let mut torn = disk::read(&path).unwrap().bytes;
    torn.extend_from_slice(b"Do(\"half a li");
    disk::write_atomically(&path, &torn, Expected::Anything).unwrap();
    assert!(setting.found().is_cut);
    setting.play(5);
    check_same(&setting.found(), &setting.article);
}

#[test]
fn another_name_takes_the_journal_along() {
    let mut setting = Setting::new();
    setting.play(4);
    let old = setting.file();
    let fingerprint = setting.article.document().text().fingerprint().clone();
    let saved_as = JournalKey::new(&fingerprint, Some(Path::new("/news/other.ron")));
    setting
        .journal
        .rename(&setting.home, saved_as.clone())
        .unwrap();
    assert!(!old.exists());
    setting.play(5);
    let Setting {
        home,
        article,
        journal,
        _folder,
    } = setting;
    // Nobody reads it as long as it is written to.
    assert!(find_journal(&home, &saved_as).unwrap().is_none());
    drop(journal);
    let found = find_journal(&home, &saved_as).unwrap().unwrap();
    check_same(&found, &article);
}

#[test]
fn many_steps_are_bounded_and_the_last_ones_can_be_undone() {
    let mut setting = Setting::new();
    let flips = MOST_STEPS + 100;
    for _ in 0..flips {
        setting.article.toggle_mark().unwrap();
    }
    setting.keep();
    let found = setting.found();
    assert_eq!(found.article.document(), setting.article.document());
    let kept = found.article.history().done().len();
    assert!((MOST_STEPS / 2..=MOST_STEPS).contains(&kept), "{kept}");
    // Undo goes on past what was folded away, as long as the window is open.
    for _ in 0..flips {
        setting.article.undo().unwrap();
    }
    setting.keep();
    assert_eq!(
        setting.found().article.document(),
        setting.article.document()
    );
    assert_eq!(setting.article.document(), article().document());
}

#[test]
fn undoing_and_redoing_for_ever_does_not_fill_the_disk() {
    let mut setting = Setting::new();
    setting.play(4);
    for _ in 0..2_000 {
        setting.article.undo().unwrap();
        setting.article.redo().unwrap();
        setting.article.toggle_mark().unwrap();
        setting.article.undo().unwrap();
    }
    for _ in 0..20 {
        for _ in 0..400 {
            setting.article.undo().unwrap();
            setting.article.redo().unwrap();
        }
        setting.keep();
    }
    let length = disk::length(&setting.file()).unwrap();
    assert!(length < 2 * LEAST_COMPACTED, "{length}");
    check_same(&setting.found(), &setting.article);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn after_whatever_was_done_the_same_comes_back(gestures in prop::collection::vec(0..60usize, 0..40)) {
        let mut setting = Setting::new();
        for gesture in gestures {
            setting.play(gesture);
        }
        if setting.article.generation() > 0 {
            check_same(&setting.found(), &setting.article);
        }
    }
}

#[test]
fn what_was_taken_back_to_its_text_is_saved_work_with_its_history() {
    let mut setting = Setting::new();
    setting.play(4);
    let saved = Entry::Saved {
        position: Some(1),
        path: PathBuf::from("/news/starmer.txt"),
        stamp: None,
    };
    setting.journal.append(vec![saved]).unwrap();
    assert!(!setting.journal.has_unsaved_work());
    let found = setting.found();
    assert!(found.article.history().is_saved());
    assert_eq!(found.stamp, None);
    assert_eq!(found.source, Some(PathBuf::from("/news/starmer.txt")));
    assert!(found.article.history().position() > 0);
}

#[test]
fn other_labels_and_what_was_marked_with_them_come_back() {
    let mut setting = Setting::new();
    let mut labels = built_in_schema().labels().to_vec();
    labels[0].id = LabelId::new("organization").unwrap();
    labels[0].guideline = "Firms, \"parties\"\nand the like".to_owned();
    let labels = std::sync::Arc::new(copydesk_document::Schema::new(labels).unwrap());
    setting.article.set_labels(&labels).unwrap();
    let word = setting.article.document().text().word_at(0).unwrap();
    let label = LabelId::new("organization").unwrap();
    setting.article.annotate(word, &label).unwrap();
    setting.keep();
    let mut found = setting.found().article;
    assert_eq!(found.document(), setting.article.document());
    while found.undo().is_some() {}
    assert_eq!(**found.document().schema(), *built_in_schema());
}
