//! Unsaved work on disk, so that it survives a crash: one draft an article.

use std::path::{Path, PathBuf};

use crate::article_file::{self, Restored};
use crate::disk::{self, Expected, Stamp};
use crate::disk_error::{DiskError, DiskErrorKind};
use crate::home::Home;
use crate::printer;
use crate::read_error::{ReadError, from_ron};
use copydesk_document::Document;
use copydesk_text::Fingerprint;

/// Which article a draft belongs to: its text, and the file that it was opened from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftKey {
    fingerprint: String,
    source: Option<PathBuf>,
}

/// A draft that was found.
#[derive(Debug)]
pub struct Draft {
    pub restored: Restored,
    /// What the article's file held when the work on it began.
    pub base: Option<Stamp>,
    /// The file that it belongs to.
    pub source: Option<PathBuf>,
}

/// The line of a draft that says which file it belongs to; comments, so that a draft is an
/// ordinary article file.
const SOURCE: &str = "// Draft of ";
const BASE: &str = "// Begun from ";

impl DraftKey {
    /// `source` is the file that the article was opened from or last saved to.
    pub fn new(fingerprint: &Fingerprint, source: Option<&Path>) -> Self {
        Self {
            fingerprint: fingerprint.as_str().to_owned(),
            source: source.map(disk::absolute),
        }
    }

    fn path(&self, home: &Home) -> PathBuf {
        let mut hasher = blake3::Hasher::new();
        hasher.update(self.fingerprint.as_bytes());
        if let Some(source) = &self.source {
            hasher.update(source.as_os_str().as_encoded_bytes());
        }
        let hex = hasher.finalize().to_hex();
        let short: String = hex.chars().take(32).collect();
        home.drafts().join(format!("{short}.ron"))
    }
}

/// Keeps `document` as the draft of `key`, instead of an older one. `base` is the stamp of its
/// file as opened.
pub fn save_draft(
    home: &Home,
    key: &DraftKey,
    document: &Document,
    base: Option<Stamp>,
) -> Result<(), DiskError> {
    disk::make_folder(&home.drafts())?;
    let article = article_file::print(document);
    let source = key.source.as_deref().and_then(Path::to_str);
    let source = source.map_or(String::new(), |source| {
        format!("{SOURCE}{}\n", printer::string(source))
    });
    let base = base.map_or(String::new(), |stamp| format!("{BASE}{}\n", stamp.to_hex()));
    let (header, rest) = article.split_once('\n').unwrap_or_default();
    let draft = format!("{header}\n{source}{base}{rest}");
    disk::write_atomically(&key.path(home), draft.as_bytes(), Expected::Anything).map(|_| ())
}

/// The draft of `key`, if there is one that can be read.
pub fn find_draft(home: &Home, key: &DraftKey) -> Result<Option<Draft>, DiskError> {
    let contents = match disk::read(&key.path(home)) {
        Err(error) if error.kind == DiskErrorKind::NotFound => return Ok(None),
        contents => contents?,
    };
    Ok(draft(&contents.bytes).ok())
}

/// Removes the draft of `key`: its work is saved, or not wanted.
pub fn remove_draft(home: &Home, key: &DraftKey) -> Result<(), DiskError> {
    disk::remove(&key.path(home))
}

/// All drafts, in the order of their files; for the start after a crash. One that cannot be read
/// hinders no other: why, in words to show, the path last.
pub fn all_drafts(home: &Home) -> Result<Vec<Result<Draft, String>>, DiskError> {
    let is_draft = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "ron");
    let paths = disk::list(&home.drafts())?;
    Ok(paths
        .iter()
        .filter(|path| is_draft(path))
        .map(|path| read_draft(path))
        .collect())
}

fn read_draft(path: &Path) -> Result<Draft, String> {
    let contents = disk::read(path).map_err(|error| error.to_string())?;
    draft(&contents.bytes)
        .map_err(|error| format!("Could not read the draft: {error}: {}", path.display()))
}

fn draft(bytes: &[u8]) -> Result<Draft, ReadError> {
    let restored =
        article_file::parse(
            bytes,
            &mut |_| Err("a draft has its text inside".to_owned()),
        )?;
    let source = comment(bytes, SOURCE).and_then(|source| from_ron::<String>(&source).ok());
    Ok(Draft {
        restored,
        base: comment(bytes, BASE).and_then(|hex| Stamp::from_hex(&hex)),
        source: source.map(PathBuf::from),
    })
}

/// What follows `mark` in one of the comments at the top.
fn comment(bytes: &[u8], mark: &str) -> Option<String> {
    let text = str::from_utf8(bytes).ok()?;
    text.lines()
        .take_while(|line| line.starts_with("//"))
        .find_map(|line| line.strip_prefix(mark))
        .map(str::to_owned)
}

#[cfg(test)]
#[path = "drafts_tests.rs"]
mod tests;
