//! Opens an article: its own RON file, or a text that an importer reads.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::app::{Findings, Opened};
use crate::engine::exchange::{Single, read_single};
use crate::engine::project::own_of;
use crate::engine::{Failure, FailureKind, Progress, article_path};
use copydesk_document::{Document, Metadata, OpenDocument, Record, Schema, transaction_between};
use copydesk_formats::import::{self, Head};
use copydesk_i18n::tr;
use copydesk_store::{
    Home, JournalKey, OtherTexts, ProblemKind, Recovered, Restored, Stamp, TextPlace, disk,
};
use copydesk_text::ArticleText;

/// An article as it was read, without what a journal knows of it.
struct ReadArticle {
    document: Document,
    /// What the file held, if it is an article file of ours and can be saved to again.
    article_file: Option<Stamp>,
    text_place: TextPlace,
    /// What a person should know of it.
    warnings: Vec<String>,
    findings: Findings,
}

/// The labels to work with: of the file at `given`, else the user's own, else the built-in ones.
pub fn load_schema(given: Option<&Path>, home: Option<&Home>) -> Result<Arc<Schema>, Failure> {
    let own = home.map(Home::schema).filter(|path| disk::exists(path));
    let Some(path) = given.map(Path::to_owned).or(own) else {
        return Ok(copydesk_store::built_in_schema());
    };
    let contents = disk::read(&path)?;
    copydesk_store::parse_schema(&contents.bytes)
        .map(Arc::new)
        .map_err(|error| unreadable("the labels", &error, &path))
}

/// Reads an article file; a text that it refers to is looked for beside it.
pub fn read_article_file(path: &Path, bytes: &[u8]) -> Result<Restored, copydesk_store::ReadError> {
    read_knowing(path, bytes, None)
}

/// What the article file at `path` holds; else why it cannot be read, in a sentence with the path.
pub(super) fn read_document(path: &Path) -> Result<Document, String> {
    let contents = disk::read(path).map_err(|error| error.to_string())?;
    let restored = read_article_file(path, &contents.bytes)
        .map_err(|error| format!("Could not be read: {error}: {}", path.display()))?;
    Ok(restored.document)
}

/// Like [`read_article_file`]. If the text was edited since it was annotated, the earlier one is looked
/// for in `home`.
fn read_knowing(
    path: &Path,
    bytes: &[u8],
    home: Option<&Home>,
) -> Result<Restored, copydesk_store::ReadError> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut others = OtherTexts {
        beside: &mut |name| text_beside(folder, name),
        earlier: &mut |fingerprint| copydesk_store::earlier_text(home?, path, fingerprint),
    };
    copydesk_store::parse_with(bytes, &mut others)
}

/// As [`open`], but where several people annotate, the article file is that of `annotator`, whether it is there
/// yet or not. Until it is, an article file that is nobody’s is what everybody begins with.
pub fn open_own(
    path: &Path,
    annotator: &str,
    schema: Arc<Schema>,
    home: Option<&Home>,
    progress: &Progress,
) -> Result<Option<Opened>, Failure> {
    let Some(own) = own_of(path, annotator) else {
        return open(path, schema, home, progress);
    };
    let Some(mut article) = read_alone(path, schema, home, progress)? else {
        return Ok(None);
    };
    // It is not written to: it belongs to all.
    article.article_file = None;
    if let Some(saved) = read_saved(&own) {
        if saved.document.text() == article.document.text() {
            article = saved;
        } else {
            article.warnings.push(other_work(&own));
        }
    }
    article.warnings.extend(broken_saves(&own));
    progress.reach(800);
    let mut opened = with_journal(article, Some(&own), home);
    opened.path = Some(path.to_owned());
    opened.own_file = Some(own);
    Ok(Some(opened))
}

/// Opens the file at `path`: an article file of ours, or the text of an article, told apart by what is
/// in it. `None` where it is more than one article without marks, and a person should choose.
pub fn open(
    path: &Path,
    schema: Arc<Schema>,
    home: Option<&Home>,
    progress: &Progress,
) -> Result<Option<Opened>, Failure> {
    let Some(mut article) = read_alone(path, schema, home, progress)? else {
        return Ok(None);
    };
    let mut path = path.to_owned();
    if article.article_file.is_none()
        && let Some((beside, saved)) = work_beside(&path)
    {
        if saved.document.text() == article.document.text() {
            (path, article) = (beside, saved);
        } else {
            article.warnings.push(other_work(&beside));
        }
    }
    article.warnings.extend(broken_saves(&path));
    progress.reach(800);
    Ok(Some(with_journal(article, Some(&path), home)))
}

/// What the file at `path` holds, whatever lies beside it; `None` as [`open`] has it.
fn read_alone(
    path: &Path,
    schema: Arc<Schema>,
    home: Option<&Home>,
    progress: &Progress,
) -> Result<Option<ReadArticle>, Failure> {
    if disk::is_folder(path) {
        return Ok(None);
    }
    // A corpus of others may be of any size: no more of it is read than tells what it is.
    let head = disk::head(path, Head::BYTES)?;
    let is_ours = copydesk_store::is_or_was_article_file(path, &head);
    let single = if is_ours {
        Single::Text
    } else {
        read_single(path, progress)?
    };
    Ok(match single {
        Single::More => None,
        Single::Article(record) => Some(from_record(*record, schema)),
        Single::Text => Some(own_or_text(path, schema, home, progress)?),
    })
}

/// What saves left that were broken off while they wrote over a file with several names, in words.
pub(super) fn broken_saves(path: &Path) -> impl Iterator<Item = String> {
    disk::backups(path).into_iter().map(|backup| {
        let backup = backup.display();
        format!(
            "An earlier save of this file was broken off; what it held before is in {backup}. \
             Compare the two and remove that one"
        )
    })
}

/// An article file of ours, or a plain text.
fn own_or_text(
    path: &Path,
    schema: Arc<Schema>,
    home: Option<&Home>,
    progress: &Progress,
) -> Result<ReadArticle, Failure> {
    let contents = disk::read(path)?;
    progress.reach(300);
    if copydesk_store::is_or_was_article_file(path, &contents.bytes) {
        let restored =
            read_knowing(path, &contents.bytes, home).map_err(|error| damaged(&error, path))?;
        return Ok(from_article_file(restored, contents.stamp));
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let text = LooseText {
        name: &name,
        title: "",
        bytes: &contents.bytes,
    };
    read_text(text, schema).map_err(|error| unreadable("the article", &error, path))
}

/// An article that was just imported and is in no file yet.
pub(super) fn imported(document: Document, home: Option<&Home>) -> Opened {
    with_journal(unsaved(document, Vec::new()), None, home)
}

/// An article that is to be saved at `path`, where nothing is yet.
pub(super) fn fresh(document: Document, path: &Path, home: Option<&Home>) -> Opened {
    with_journal(unsaved(document, Vec::new()), Some(path), home)
}

/// An article's text that is no file, such as a sample or the standard input.
#[derive(Clone, Copy, Debug)]
pub struct LooseText<'a> {
    /// As the article's source.
    pub name: &'a str,
    /// Instead of the headline; empty for that.
    pub title: &'a str,
    pub bytes: &'a [u8],
}

pub fn open_text(
    text: LooseText<'_>,
    schema: Arc<Schema>,
    home: Option<&Home>,
) -> Result<Opened, Failure> {
    let path = Path::new(text.name);
    let article = if copydesk_store::is_or_was_article_file(path, text.bytes) {
        let restored = read_article_file(path, text.bytes)
            .map_err(|error| unreadable("the article", &error, path))?;
        ReadArticle {
            // It is in no file that could be saved to.
            article_file: None,
            ..from_article_file(restored, Stamp::of(text.bytes))
        }
    } else {
        read_text(text, schema).map_err(|error| unreadable("the article", &error, path))?
    };
    Ok(with_journal(article, None, home))
}

/// The article with the work that a journal knows of: its history, and what was never saved.
fn with_journal(article: ReadArticle, path: Option<&Path>, home: Option<&Home>) -> Opened {
    let ReadArticle {
        document,
        article_file,
        text_place,
        mut warnings,
        findings,
    } = article;
    let key = JournalKey::new(document.text().fingerprint(), path);
    let found = home.map(|home| copydesk_store::find_journal(home, &key));
    let found = found.and_then(|found| {
        found.unwrap_or_else(|error| {
            warnings.push(error.to_string());
            None
        })
    });
    let mut stamp = article_file;
    let mut open = OpenDocument::new(document);
    let (mut is_recovered, mut caret, mut focus) = (false, None, None);
    if let Some(found) = found {
        let found = follow_file(found, open.document());
        let is_same = found.article.document() == open.document();
        is_recovered = !is_same && !found.article.history().is_saved();
        if is_same || is_recovered {
            if found.is_cut {
                warnings.push(tr!("journal-cut").to_owned());
            }
            if is_recovered && found.stamp != article_file {
                warnings.push(tr!("journal-of-older-file").to_owned());
                // If the file is saved, the person is asked: it is not the one that was worked on.
                stamp = found.stamp;
            }
            open = found.article;
            (caret, focus) = (found.caret, found.focus);
        }
        if is_same && article_file.is_some() {
            open.mark_saved(open.history().position());
        }
    }
    // Found here, in the background: the window then has them at once.
    open.document().text().paragraphs();
    Opened {
        article: Box::new(open),
        saved_at: stamp.and(path.map(Path::to_owned)),
        path: path.map(Path::to_owned),
        stamp: stamp.map(Stamp::to_hex),
        text_beside: match text_place {
            TextPlace::Inside => None,
            TextPlace::Beside(path) => Some(path),
        },
        warnings,
        findings,
        own_file: None,
        is_recovered,
        caret,
        focus,
    }
}

/// A journal whose work is all saved takes what its file became since as one more step: what came before
/// can be undone too.
fn follow_file(mut found: Recovered, document: &Document) -> Recovered {
    if found.article.history().is_saved() {
        let name = tr!("deed-file-changed");
        let transaction = transaction_between(found.article.document(), document, name);
        // Of another text, or with other labels, it is not that article any more.
        let mut article = found.article.clone();
        if article.edit(transaction).is_ok() && article.document() == document {
            found.article = article;
        }
    }
    found
}

pub(super) fn text_beside(folder: &Path, name: &str) -> Result<ArticleText, String> {
    let contents = disk::read_beside(folder, name).map_err(|error| error.to_string())?;
    import::import(&contents.bytes)
        .map(|imported| imported.text)
        .map_err(|error| format!("the article's text: {error}: {name}"))
}

fn from_article_file(restored: Restored, stamp: Stamp) -> ReadArticle {
    let Restored {
        document,
        problems,
        text_place,
    } = restored;
    let mut findings = Findings::default();
    for problem in problems {
        let words = match problem.place {
            Some(place) => format!("{problem} ({place})"),
            None => problem.to_string(),
        };
        match problem.kind {
            ProblemKind::Edited => findings.notes.push(words),
            // Each is in the list of what is set aside.
            ProblemKind::Detached | ProblemKind::UnknownLabel | ProblemKind::Overlaps => {}
            _ => findings.problems.push(words),
        }
    }
    ReadArticle {
        document,
        article_file: Some(stamp),
        text_place,
        warnings: Vec::new(),
        findings,
    }
}

fn read_text(text: LooseText<'_>, schema: Arc<Schema>) -> Result<ReadArticle, import::ImportError> {
    let imported = import::import(text.bytes)?;
    let title = [text.title, &imported.title, text.name]
        .into_iter()
        .find(|title| !title.is_empty())
        .unwrap_or_default()
        .to_owned();
    let metadata = Metadata {
        title,
        source: text.name.to_owned(),
        encoding: imported.encoding,
        ..Metadata::default()
    };
    let document = Document::new(imported.text, schema, metadata);
    Ok(unsaved(document, imported.warnings))
}

/// An article as another program has it, without marks.
fn from_record(record: Record, schema: Arc<Schema>) -> ReadArticle {
    let mut metadata = record.metadata;
    // Ids are for the articles of a collection.
    metadata.id.clear();
    unsaved(
        Document::new(record.text, schema, metadata),
        record.warnings,
    )
}

fn unsaved(document: Document, warnings: Vec<String>) -> ReadArticle {
    ReadArticle {
        document,
        article_file: None,
        text_place: TextPlace::Inside,
        warnings,
        findings: Findings::default(),
    }
}

/// The article file of the same name beside the text at `path`.
fn work_beside(path: &Path) -> Option<(PathBuf, ReadArticle)> {
    let beside = article_path(path);
    let saved = read_saved(&beside)?;
    Some((beside, saved))
}

/// The article file at `path`, if one is there and can be read.
fn read_saved(path: &Path) -> Option<ReadArticle> {
    let contents = disk::read(path).ok()?;
    if !copydesk_store::is_article_file(&contents.bytes) {
        return None;
    }
    let restored = read_article_file(path, &contents.bytes).ok()?;
    Some(from_article_file(restored, contents.stamp))
}

/// What to say of work on another state of the text.
fn other_work(beside: &Path) -> String {
    let name = beside.file_name().unwrap_or_default().to_string_lossy();
    tr!("open-other-work", file = name)
}

/// What a person can do about an article file that was damaged; its path follows.
pub const REPAIR: &str = "to restore its newest whole state, run copydesk check --repair";

fn damaged(error: &copydesk_store::ReadError, path: &Path) -> Failure {
    if error.kind.is_damage() {
        unreadable("the article", &format!("{error}; {REPAIR}"), path)
    } else {
        unreadable("the article", error, path)
    }
}

fn unreadable(what: &str, error: &dyn std::fmt::Display, path: &Path) -> Failure {
    Failure {
        kind: FailureKind::Other,
        message: format!("Could not open {what}: {error}: {}", path.display()),
    }
}
