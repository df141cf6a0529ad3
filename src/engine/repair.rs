//! Mends an article file that cannot be read: by its journal or its newest earlier version.

use std::path::{Path, PathBuf};

use crate::engine::{Failure, FailureKind, read_article_file};
use copydesk_document::Document;
use copydesk_store::{Expected, Home, disk};

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Repaired {
    /// The file reads: nothing was done.
    NotNeeded,
    /// The file holds its newest state that could be found.
    From {
        source: RepairSource,
        /// Where the damaged file is now.
        damaged: PathBuf,
        /// How many annotations the article has now.
        annotations: usize,
    },
}

/// Where the newest whole state was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RepairSource {
    /// In the journal: every action is there.
    Journal,
    /// In the version that was saved at this time, in seconds since 1970 (UTC).
    Version(u64),
}

/// Mends the article file at `path`. The damaged file is kept under another name.
///
/// # Errors
/// If there is no file, or neither journal nor version of it; it is then as it was.
pub fn repair(path: &Path, home: &Home) -> Result<Repaired, Failure> {
    let contents = disk::read(path)?;
    let Err(error) = read_article_file(path, &contents.bytes) else {
        return Ok(Repaired::NotNeeded);
    };
    let Some((source, document)) = newest_state(path, home) else {
        return Err(Failure {
            kind: FailureKind::Other,
            message: format!(
                "Could not repair the article: {error}, and there is neither a journal nor an \
                 earlier version of it: {}",
                path.display()
            ),
        });
    };
    let ron = copydesk_store::print(&document);
    let damaged = disk::set_aside(path, "damaged")?;
    disk::write_atomically(path, ron.as_bytes(), Expected::Nothing)?;
    Ok(Repaired::From {
        source,
        damaged,
        annotations: document.annotations().len(),
    })
}

fn newest_state(path: &Path, home: &Home) -> Option<(RepairSource, Document)> {
    let journal = copydesk_store::journals_of(home, path).into_iter().next();
    if let Some(recovered) = journal {
        return Some((RepairSource::Journal, recovered.article.document().clone()));
    }
    let versions = copydesk_store::versions(home, path).ok()?;
    versions.iter().find_map(|version| {
        let bytes = disk::read(&version.path).ok()?.bytes;
        let restored = read_article_file(path, &bytes).ok()?;
        Some((RepairSource::Version(version.saved_at), restored.document))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use copydesk_document::{LabelId, Metadata, OpenDocument};
    use copydesk_store::{Entry, Journal, JournalKey, Stamp};
    use copydesk_text::ArticleText;

    fn annotated(words: &[&str]) -> OpenDocument {
        let text = ArticleText::new("Keir Starmer met Donald Trump.");
        let schema = copydesk_store::built_in_schema();
        let document = Document::new(text, schema, Metadata::default());
        let mut open = OpenDocument::new(document);
        for words in words {
            let text = open.document().text().clone();
            let start = text.as_str().find(words).unwrap();
            let span = text.span(start, start + words.len()).unwrap();
            open.annotate(span, &LabelId::new("person").unwrap())
                .unwrap();
        }
        open
    }

    struct Damaged {
        _folder: tempfile::TempDir,
        home: Home,
        path: PathBuf,
    }

    /// An article file that was cut off.
    fn damaged() -> Damaged {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.ron");
        let ron = copydesk_store::print(annotated(&["Keir Starmer"]).document());
        disk::write_atomically(&path, &ron.as_bytes()[..200], Expected::Nothing).unwrap();
        Damaged {
            home: Home::below(folder.path().join("home")),
            path,
            _folder: folder,
        }
    }

    #[test]
    fn without_a_journal_or_a_version_nothing_is_touched() {
        let Damaged {
            home,
            path,
            _folder,
        } = damaged();
        let before = disk::read(&path).unwrap().bytes;
        let error = repair(&path, &home).unwrap_err();
        assert!(error.message.contains("neither a journal"), "{error}");
        assert_eq!(disk::read(&path).unwrap().bytes, before);
    }

    #[test]
    fn the_newest_version_that_reads_is_taken_and_the_damaged_file_kept() {
        let Damaged {
            home,
            path,
            _folder,
        } = damaged();
        let whole = copydesk_store::print(annotated(&["Donald Trump"]).document());
        copydesk_store::keep_version(
            &home,
            &path,
            whole.as_bytes(),
            (1_000, 1),
            copydesk_store::MOST_VERSIONS,
        )
        .unwrap();
        copydesk_store::keep_version(
            &home,
            &path,
            b"damaged too",
            (2_000, 1),
            copydesk_store::MOST_VERSIONS,
        )
        .unwrap();
        let damaged = path.with_extension("damaged");
        let expected = Repaired::From {
            source: RepairSource::Version(1_000),
            damaged: damaged.clone(),
            annotations: 1,
        };
        assert_eq!(repair(&path, &home), Ok(expected));
        assert_eq!(disk::read(&path).unwrap().bytes, whole.as_bytes());
        assert_eq!(disk::read(&damaged).unwrap().bytes.len(), 200);
        assert_eq!(repair(&path, &home), Ok(Repaired::NotNeeded));
    }

    #[test]
    fn the_journal_knows_more_than_any_version() {
        let Damaged {
            home,
            path,
            _folder,
        } = damaged();
        let before = annotated(&["Keir Starmer"]);
        let key = JournalKey::new(before.document().text().fingerprint(), Some(&path));
        let stamp = Some(Stamp::of(b"as opened"));
        let mut article = annotated(&[]);
        let mut journal = Journal::open(&home, key, stamp, &article).unwrap();
        for words in ["Keir Starmer", "Donald Trump"] {
            let text = article.document().text().clone();
            let start = text.as_str().find(words).unwrap();
            let span = text.span(start, start + words.len()).unwrap();
            article
                .annotate(span, &LabelId::new("person").unwrap())
                .unwrap();
        }
        let entries = article.take_steps().into_iter().map(Entry::Step).collect();
        journal.append(entries).unwrap();
        let repaired = repair(&path, &home).unwrap();
        let Repaired::From {
            source,
            annotations,
            ..
        } = repaired
        else {
            panic!("{repaired:?}");
        };
        assert_eq!((source, annotations), (RepairSource::Journal, 2));
    }
}
