//! Opens an article: its own RON file, or a text that an importer reads.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::engine::exchange::{Single, read_single};
use crate::engine::{Failure, FailureKind, Progress, article_path};
use copydesk_document::{Document, Metadata, Record, Schema};
use copydesk_formats::import::{self, Head};
use copydesk_store::{Draft, DraftKey, Home, Problem, Restored, Stamp, TextPlace, disk};
use copydesk_text::ArticleText;

/// An article as it was opened.
#[derive(Debug)]
pub struct Opened {
    pub document: Document,
    /// The file that it was opened from, if it was one.
    pub path: Option<PathBuf>,
    /// What that file held, if it is an article file of ours and can be saved to again.
    pub article_file: Option<Stamp>,
    pub text_place: TextPlace,
    /// What in an article file did not fit.
    pub problems: Vec<Problem>,
    /// What may not be as it was meant in a text.
    pub warnings: Vec<String>,
    /// An article file of the same name beside the text, where earlier work may be.
    pub article_file_beside: Option<PathBuf>,
    /// Unsaved work from an earlier time.
    pub draft: Option<Draft>,
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
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    copydesk_store::parse(bytes, &mut |name| text_beside(folder, name))
}

/// `None` where it is more than one article without marks, and a person should choose.
pub(super) fn file(
    path: &Path,
    schema: Arc<Schema>,
    home: Option<&Home>,
    progress: &Progress,
) -> Result<Option<Opened>, Failure> {
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
    let mut opened = match single {
        Single::More => return Ok(None),
        Single::Article(record) => from_record(*record, schema),
        Single::Text => own_or_text(path, schema, progress)?,
    };
    if opened.article_file.is_none() {
        opened.article_file_beside = article_file_beside(path);
    }
    opened.warnings.extend(broken_saves(path));
    progress.reach(800);
    opened.path = Some(path.to_owned());
    opened.draft = home.and_then(|home| draft(home, Some(path), &opened.document));
    // Found here, in the background: the window then has them at once.
    opened.document.text().paragraphs();
    Ok(Some(opened))
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
fn own_or_text(path: &Path, schema: Arc<Schema>, progress: &Progress) -> Result<Opened, Failure> {
    let contents = disk::read(path)?;
    progress.reach(300);
    if copydesk_store::is_or_was_article_file(path, &contents.bytes) {
        let restored = read_article_file(path, &contents.bytes)
            .map_err(|error| unreadable("the article", &error, path))?;
        return Ok(from_article_file(restored, contents.stamp));
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    text((&name, ""), &contents.bytes, schema)
        .map_err(|error| unreadable("the article", &error, path))
}

/// An article that was just imported and is in no file yet.
pub(super) fn imported(document: Document, home: Option<&Home>) -> Opened {
    let mut opened = unsaved(document, Vec::new());
    opened.draft = home.and_then(|home| draft(home, None, &opened.document));
    opened.document.text().paragraphs();
    opened
}

pub(super) fn bytes(
    (name, title): (&str, &str),
    bytes: &[u8],
    schema: Arc<Schema>,
    home: Option<&Home>,
) -> Result<Opened, Failure> {
    let path = Path::new(name);
    let mut opened = if copydesk_store::is_or_was_article_file(path, bytes) {
        let restored = read_article_file(path, bytes)
            .map_err(|error| unreadable("the article", &error, path))?;
        Opened {
            // It is in no file that could be saved to.
            article_file: None,
            ..from_article_file(restored, Stamp::of(bytes))
        }
    } else {
        text((name, title), bytes, schema)
            .map_err(|error| unreadable("the article", &error, path))?
    };
    opened.draft = home.and_then(|home| draft(home, None, &opened.document));
    Ok(opened)
}

fn text_beside(folder: &Path, name: &str) -> Result<ArticleText, String> {
    let contents = disk::read_beside(folder, name).map_err(|error| error.to_string())?;
    import::import(&contents.bytes)
        .map(|imported| imported.text)
        .map_err(|error| format!("the article's text: {error}: {name}"))
}

fn from_article_file(restored: Restored, stamp: Stamp) -> Opened {
    let Restored {
        document,
        problems,
        text_place,
    } = restored;
    Opened {
        document,
        path: None,
        article_file: Some(stamp),
        text_place,
        problems,
        warnings: Vec::new(),
        article_file_beside: None,
        draft: None,
    }
}

fn text(
    (name, title): (&str, &str),
    bytes: &[u8],
    schema: Arc<Schema>,
) -> Result<Opened, import::ImportError> {
    let imported = import::import(bytes)?;
    let title = [title, &imported.title, name]
        .into_iter()
        .find(|title| !title.is_empty())
        .unwrap_or_default()
        .to_owned();
    let metadata = Metadata {
        title,
        source: name.to_owned(),
        encoding: imported.encoding,
        ..Metadata::default()
    };
    let document = Document::new(imported.text, schema, metadata);
    Ok(unsaved(document, imported.warnings))
}

/// An article as another program has it, without marks.
fn from_record(record: Record, schema: Arc<Schema>) -> Opened {
    let mut metadata = record.metadata;
    // Ids are for the articles of a collection.
    metadata.id.clear();
    unsaved(
        Document::new(record.text, schema, metadata),
        record.warnings,
    )
}

fn unsaved(document: Document, warnings: Vec<String>) -> Opened {
    Opened {
        document,
        path: None,
        article_file: None,
        text_place: TextPlace::Inside,
        problems: Vec::new(),
        warnings,
        article_file_beside: None,
        draft: None,
    }
}

fn article_file_beside(path: &Path) -> Option<PathBuf> {
    let beside = article_path(path);
    let contents = disk::read(&beside).ok()?;
    copydesk_store::is_article_file(&contents.bytes).then_some(beside)
}

/// The draft of this article, if it holds other work than the file. A draft that cannot be read
/// does not keep anyone from the article.
fn draft(home: &Home, path: Option<&Path>, document: &Document) -> Option<Draft> {
    let key = DraftKey::new(document.text().fingerprint(), path);
    let draft = copydesk_store::find_draft(home, &key).ok()??;
    (draft.restored.document != *document).then_some(draft)
}

fn unreadable(what: &str, error: &dyn std::fmt::Display, path: &Path) -> Failure {
    Failure {
        kind: FailureKind::Other,
        message: format!("Could not open {what}: {error}: {}", path.display()),
    }
}
