//! One step in several articles: kept in all of their journals or, after a crash, in none.
//!
//! What is to be written to each journal is first written to one file as a whole. If that file is there at
//! the next start, the writing was broken off and is brought to its end.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{Entry, Journal};
use crate::disk::{self, Expected};
use crate::disk_error::{DiskError, DiskErrorKind, Task};
use crate::home::Home;
use crate::read_error;
use crate::sealed_lines::{Chain, whole_lines};

/// What the file begins with.
const HEADER: &str = "// Copydesk journals, format 1";

/// How its name begins; one for each program that runs.
const NAME: &str = "together-";

#[derive(Serialize, Deserialize)]
enum PartV1 {
    Write {
        path: PathBuf,
        /// Behind so many bytes; without it, the whole journal.
        at: Option<u64>,
        text: String,
    },
    /// All parts are there.
    End,
}

/// Keeps entries in several journals as [`Journal::append`] does in one, so that after a crash all of them
/// are kept or none. One result for each, in order.
pub fn append_together(
    home: &Home,
    parts: Vec<(&mut Journal, Vec<Entry>)>,
) -> Vec<Result<(), DiskError>> {
    let mut prepared = Vec::with_capacity(parts.len());
    let mut written = Vec::with_capacity(parts.len() + 1);
    for (journal, entries) in parts {
        let addition = journal.prepare(entries);
        if let Ok(addition) = &addition {
            written.push(PartV1::Write {
                path: journal.path.clone(),
                at: addition.at,
                text: addition.text.clone(),
            });
        }
        prepared.push((journal, addition));
    }
    written.push(PartV1::End);
    let name = format!("{NAME}{}.log", std::process::id());
    let path = home.journals().join(name);
    let written = log_of(&written, &path)
        .and_then(|log| disk::write_atomically(&path, log.as_bytes(), Expected::Anything));
    // Without that file a crash could leave some of it; what can be kept is kept all the same.
    let is_written = written.is_ok();
    let results = prepared.into_iter().map(|(journal, addition)| {
        let addition = addition?;
        journal.commit(addition)
    });
    let mut results: Vec<_> = results.collect();
    if is_written
        && let Err(error) = disk::remove(&path)
        && let Some(last) = results.last_mut()
        && last.is_ok()
    {
        *last = Err(error);
    }
    results
}

/// The parts as lines.
fn log_of(parts: &[PartV1], path: &Path) -> Result<String, DiskError> {
    let mut chain = Chain::new(HEADER);
    let mut log = format!("{HEADER}\n");
    for part in parts {
        let ron = ron::to_string(part).map_err(|error| {
            let cause = std::io::Error::other(error.to_string());
            DiskError::new(Task::Save, DiskErrorKind::Other, path, Some(cause))
        })?;
        log.push_str(&chain.seal(&ron));
    }
    Ok(log)
}

/// Brings to its end what a crash broke off. Nothing is touched while the program that began it runs.
pub(super) fn finish(home: &Home) -> Result<(), DiskError> {
    let paths = disk::list(&home.journals()).unwrap_or_default();
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with(NAME) && name.ends_with(".log") {
            finish_one(&path)?;
        }
    }
    Ok(())
}

fn finish_one(path: &Path) -> Result<(), DiskError> {
    let contents = disk::read(path)?;
    let lines = whole_lines(HEADER, &contents.bytes).map(|sealed| sealed.lines);
    let parts = lines.unwrap_or_default().into_iter();
    let parts: Result<Vec<PartV1>, _> = parts.map(read_error::from_ron).collect();
    let parts = parts.unwrap_or_default();
    // A part that was not written whole was not relied upon either.
    if matches!(parts.last(), Some(PartV1::End)) {
        let is_held = parts.iter().any(|part| match part {
            PartV1::Write { path, .. } => disk::is_locked(&path.with_extension("lock")),
            PartV1::End => false,
        });
        if is_held {
            return Ok(());
        }
        for part in &parts {
            if let PartV1::Write { path, at, text } = part {
                write(path, *at, text)?;
            }
        }
    }
    disk::remove(path)
}

/// Makes the journal hold `text` behind `at` bytes, or as a whole.
fn write(path: &Path, at: Option<u64>, text: &str) -> Result<(), DiskError> {
    let now = match disk::read(path) {
        Ok(contents) => contents.bytes,
        Err(error) if error.kind == DiskErrorKind::NotFound => Vec::new(),
        Err(error) => return Err(error),
    };
    let at = usize::try_from(at.unwrap_or(0)).unwrap_or(usize::MAX);
    let Some(before) = now.get(..at) else {
        // It is shorter than it was: nobody can tell what it holds.
        return Ok(());
    };
    if now
        .get(at..)
        .is_some_and(|rest| rest.starts_with(text.as_bytes()))
    {
        return Ok(());
    }
    let whole = [before, text.as_bytes()].concat();
    disk::write_atomically(path, &whole, Expected::Anything)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::built_in_schema;
    use crate::journal::{JournalKey, find_journal};
    use copydesk_document::{Document, Metadata, OpenDocument};
    use copydesk_text::ArticleText;

    struct Kept {
        open: OpenDocument,
        key: JournalKey,
        journal: Journal,
    }

    fn begun(home: &Home, text: &str) -> Kept {
        let text = ArticleText::new(text);
        let key = JournalKey::new(text.fingerprint(), None);
        let document = Document::new(text, built_in_schema(), Metadata::default());
        let mut open = OpenDocument::new(document);
        let mut journal = Journal::open(home, key.clone(), None, &open).unwrap();
        open.toggle_mark().unwrap();
        journal.append(steps(&mut open)).unwrap();
        Kept { open, key, journal }
    }

    fn steps(open: &mut OpenDocument) -> Vec<Entry> {
        open.take_steps().into_iter().map(Entry::Step).collect()
    }

    fn is_flagged(home: &Home, key: &JournalKey) -> bool {
        let found = find_journal(home, key).unwrap().unwrap();
        found.article.document().is_marked()
    }

    #[test]
    fn what_is_kept_together_is_in_each_journal() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::below(folder.path());
        let (mut one, mut other) = (begun(&home, "One"), begun(&home, "Two"));
        let mut parts = Vec::new();
        for kept in [&mut one, &mut other] {
            kept.open.toggle_mark().unwrap();
            parts.push((&mut kept.journal, steps(&mut kept.open)));
        }
        assert!(append_together(&home, parts).iter().all(Result::is_ok));
        drop((one.journal, other.journal));
        assert!(!is_flagged(&home, &one.key) && !is_flagged(&home, &other.key));
        let mut files = disk::list(&home.journals()).unwrap().into_iter();
        assert!(files.all(|path| path.extension().is_none_or(|it| it != "log")));
    }

    /// Wherever it is broken off, both journals tell the same afterwards.
    #[test]
    fn what_a_crash_broke_off_is_brought_to_its_end() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::below(folder.path());
        let (mut one, mut other) = (begun(&home, "One"), begun(&home, "Two"));
        let paths = [one.journal.path.clone(), other.journal.path.clone()];
        let before = paths.clone().map(|path| std::fs::read(path).unwrap());
        let mut parts = Vec::new();
        for kept in [&mut one, &mut other] {
            kept.open.toggle_mark().unwrap();
            let addition = kept.journal.prepare(steps(&mut kept.open)).unwrap();
            parts.push(PartV1::Write {
                path: kept.journal.path.clone(),
                at: addition.at,
                text: addition.text.clone(),
            });
            kept.journal.commit(addition).unwrap();
        }
        parts.push(PartV1::End);
        let after = paths.clone().map(|path| std::fs::read(path).unwrap());
        drop((one.journal, other.journal));
        let log = home.journals().join(format!("{NAME}1.log"));
        let whole = log_of(&parts, &log).unwrap();
        let states = |index: usize| {
            let (before, after): (&[u8], &[u8]) = (&before[index], &after[index]);
            let torn = &after[..usize::midpoint(before.len(), after.len())];
            [before, torn, after]
        };
        for first in states(0) {
            for second in states(1) {
                std::fs::write(&paths[0], first).unwrap();
                std::fs::write(&paths[1], second).unwrap();
                std::fs::write(&log, &whole).unwrap();
                assert!(!is_flagged(&home, &one.key) && !is_flagged(&home, &other.key));
                assert_eq!(std::fs::read(&paths[0]).unwrap(), after[0]);
                assert!(!log.exists());
            }
        }
        // Before the log was whole, nothing was written to the journals.
        for cut in [HEADER.len() + 1, whole.len() / 2, whole.len() - 1] {
            std::fs::write(&paths[0], &before[0]).unwrap();
            std::fs::write(&paths[1], &before[1]).unwrap();
            std::fs::write(&log, whole.get(..cut).unwrap()).unwrap();
            assert!(is_flagged(&home, &one.key) && is_flagged(&home, &other.key));
        }
    }
}
