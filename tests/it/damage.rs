//! Journals that are cut or have a flipped bit: noticed, or without effect.

use copydesk_document::{Document, LabelId, Metadata, OpenDocument};
use copydesk_store::{Entry, Home, Journal, JournalKey, built_in_schema};
use copydesk_text::ArticleText;

use crate::figures::record;

/// States that a journal may tell: after so many of the steps.
fn worked_on() -> (OpenDocument, Vec<Document>) {
    let text = ArticleText::new("Anna Keller went to Seoul.");
    let mut open = OpenDocument::new(Document::new(text, built_in_schema(), Metadata::default()));
    let mut states = vec![open.document().clone()];
    for (start, end, label) in [(0, 11, "person"), (20, 25, "place")] {
        let span = open.document().text().span(start, end).unwrap();
        open.annotate(span, &LabelId::new(label).unwrap()).unwrap();
        states.push(open.document().clone());
    }
    open.undo();
    (open, states)
}

#[test]
fn a_journal_with_any_cut_or_flipped_bit_tells_an_earlier_state_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::below(folder.path());
    let (mut open, states) = worked_on();
    let steps = open.take_steps();
    let key = JournalKey::new(open.document().text().fingerprint(), None);
    let first = OpenDocument::new(states[0].clone());
    let mut journal = Journal::open(&home, key, None, &first).unwrap();
    for step in steps {
        journal.append(vec![Entry::Step(step)]).unwrap();
    }
    drop(journal);
    let journals = folder.path().join("data/journal");
    let path = || {
        let paths = std::fs::read_dir(&journals).unwrap();
        paths.map(|it| it.unwrap().path()).next().unwrap()
    };
    let path = path();
    let whole = std::fs::read(&path).unwrap();
    let is_all = std::env::var_os("COPYDESK_CRASH_ALL").is_some();
    let cuts = (0..whole.len()).step_by(if is_all { 1 } else { 3 });
    let cuts = cuts.map(|end| whole[..end].to_vec());
    // 13 bits on, so that each place in a byte has its turn.
    let flips = (0..whole.len() * 8).step_by(if is_all { 1 } else { 13 });
    let flips = flips.map(|bit| {
        let mut bytes = whole.clone();
        bytes[bit / 8] ^= 1 << (bit % 8);
        bytes
    });
    let (mut tried, mut unnoticed) = (0, 0);
    for bytes in cuts.chain(flips) {
        tried += 1;
        std::fs::write(&path, &bytes).unwrap();
        let (found, errors) = copydesk_store::journals(&home);
        let is_known = |document: &Document| states.contains(document);
        let is_noticed = match found.first() {
            // Cut where a line ends, it is an earlier state, as if no more had been done.
            Some(it) => is_known(it.article.document()) && (it.is_cut || whole.starts_with(&bytes)),
            None => !errors.is_empty(),
        };
        unnoticed += usize::from(!is_noticed);
        for entry in std::fs::read_dir(&journals).unwrap() {
            std::fs::remove_file(entry.unwrap().path()).unwrap();
        }
    }
    record("journal: cuts and flips tried", tried);
    record("journal: cuts and flips unnoticed", unnoticed);
    assert_eq!(unnoticed, 0);
}
