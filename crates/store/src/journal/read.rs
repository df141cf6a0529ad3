//! Finds journals again: after a crash, and when an article is opened that was worked on before.

use std::path::{Path, PathBuf};

use super::wire::{self, LineV1, StartV1};
use super::{HEADER, JournalKey};
use crate::article_file;
use crate::disk::{self, Stamp};
use crate::disk_error::{DiskError, DiskErrorKind, Task};
use crate::home::Home;
use crate::read_error;
use crate::sealed_lines::whole_lines;
use copydesk_document::review::Target;
use copydesk_document::{OpenDocument, Step};

/// An article as a journal tells it.
#[derive(Clone, Debug)]
pub struct Recovered {
    /// With its history; which state is saved is marked in it.
    pub article: OpenDocument,
    /// The file that the article was opened from or saved to; `None` if it never was in one.
    pub source: Option<PathBuf>,
    /// What the article file held when it was last opened or saved here.
    pub stamp: Option<Stamp>,
    /// The caret's byte.
    pub caret: Option<usize>,
    pub focus: Option<Target>,
    /// The journal's end was damaged or not written whole: the last actions may be missing.
    pub is_cut: bool,
}

/// The journal of `key`, if there is one that no other window writes to.
///
/// # Errors
/// If it cannot be read. One that is damaged from its very beginning is set aside, so that a new one
/// never takes its place; the error names where it is.
pub fn find_journal(home: &Home, key: &JournalKey) -> Result<Option<Recovered>, DiskError> {
    super::together::finish(home)?;
    let path = key.path(home);
    if disk::is_locked(&path.with_extension("lock")) {
        return Ok(None);
    }
    for path in [path, key.closed_path(home)] {
        if let Some(recovered) = read(&path)? {
            return Ok(Some(recovered));
        }
    }
    Ok(None)
}

/// The journals that were not closed in good order and hold work that no file has, in the order of
/// their names; those without such work are closed. One that cannot be read is set aside and told.
pub fn journals(home: &Home) -> (Vec<Recovered>, Vec<DiskError>) {
    let mut found = Vec::new();
    let mut errors: Vec<DiskError> = super::together::finish(home).err().into_iter().collect();
    let paths = disk::list(&home.journals()).unwrap_or_default();
    for path in paths {
        let is_journal = path.extension().is_some_and(|extension| extension == "ron");
        if !is_journal || disk::is_folder(&path) || disk::is_locked(&path.with_extension("lock")) {
            continue;
        }
        match read(&path) {
            Ok(Some(recovered)) if recovered.article.history().is_saved() => {
                errors.extend(super::close_file(home, &path).err());
            }
            Ok(Some(recovered)) => found.push(recovered),
            Ok(None) => {}
            Err(error) => errors.push(error),
        }
    }
    (found, errors)
}

/// What journals, open or closed, tell of the article file at `path`, the one written last first: for an
/// article file that cannot be read itself. Those that cannot be read either are passed over.
pub fn journals_of(home: &Home, path: &Path) -> Vec<Recovered> {
    let path = disk::absolute(path);
    let folders = [home.journals(), home.closed_journals()];
    let mut files: Vec<PathBuf> = folders
        .iter()
        .flat_map(|folder| disk::list(folder).unwrap_or_default())
        .filter(|path| path.extension().is_some_and(|extension| extension == "ron"))
        .collect();
    files.sort_by_key(|path| std::cmp::Reverse(disk::changed_at(path)));
    let read = files.iter().filter_map(|path| read(path).ok().flatten());
    read.filter(|recovered| recovered.source.as_deref() == Some(&path))
        .collect()
}

/// Gives the journal of `key` another name, where nothing finds or overwrites it: the article's file was
/// changed elsewhere and the person chose that. Returns where it is.
pub fn set_aside(home: &Home, key: &JournalKey) -> Result<Option<PathBuf>, DiskError> {
    let path = key.path(home);
    if !disk::exists(&path) {
        return Ok(None);
    }
    disk::set_aside(&path, "aside").map(Some)
}

pub(super) fn read(path: &Path) -> Result<Option<Recovered>, DiskError> {
    let contents = match disk::read(path) {
        Err(error) if error.kind == DiskErrorKind::NotFound => return Ok(None),
        contents => contents?,
    };
    let damaged = || -> DiskError {
        match disk::set_aside(path, "damaged") {
            Ok(aside) => DiskError::new(Task::Open, DiskErrorKind::Damaged, &aside, None),
            Err(error) => error,
        }
    };
    let sealed = whole_lines(HEADER, &contents.bytes).ok_or_else(damaged)?;
    let mut lines = sealed.lines.into_iter();
    let start = lines.next().and_then(|ron| read_error::from_ron(ron).ok());
    let Some(LineV1::Start(start)) = start else {
        return Err(damaged());
    };
    let mut recovered = begun(*start).ok_or_else(damaged)?;
    recovered.is_cut = sealed.is_cut;
    for ron in lines {
        let line = read_error::from_ron::<LineV1>(ron).ok();
        if line.and_then(|line| recovered.take(line)).is_none() {
            recovered.is_cut = true;
            break;
        }
    }
    if recovered.is_cut {
        // What comes after is no use to the program; to a person it may be.
        disk::copy(path, &path.with_extension("damaged"))?;
    }
    Ok(Some(recovered))
}

/// The article before the first step; `None` if it is not the one that the journal names.
fn begun(start: StartV1) -> Option<Recovered> {
    let StartV1 {
        format: _,
        fingerprint,
        source,
        base,
        article,
    } = start;
    let restored = article_file::parse(article.as_bytes(), &mut |_| {
        Err("a journal has its text inside".to_owned())
    });
    let document = restored.ok()?.document;
    let mut article = OpenDocument::new(document);
    if source.is_none() {
        // There is no file that could hold it.
        article.mark_unsaved();
    }
    let is_its_text = article.document().text().fingerprint().as_str() == fingerprint;
    is_its_text.then(|| Recovered {
        article,
        source: source.map(PathBuf::from),
        stamp: base.and_then(|hex| Stamp::from_hex(&hex)),
        caret: None,
        focus: None,
        is_cut: false,
    })
}

impl Recovered {
    /// `None` if the line does not fit what came before.
    fn take(&mut self, line: LineV1) -> Option<()> {
        match line {
            LineV1::Start(_) => return None,
            LineV1::Do(name, edits) => {
                let text = self.article.document().text().clone();
                let transaction = wire::transaction(name, edits, &text)?;
                self.article.replay(Step::Do(transaction)).ok()?;
            }
            LineV1::Undo => self.article.replay(Step::Undo).ok()?,
            LineV1::Redo => self.article.replay(Step::Redo).ok()?,
            LineV1::Saved {
                position,
                path,
                stamp,
            } => {
                match position {
                    Some(position) => self.article.mark_saved(position),
                    None => self.article.mark_unsaved(),
                }
                self.source = Some(PathBuf::from(path));
                self.stamp = Stamp::from_hex(&stamp);
            }
            LineV1::At { caret, focus } => {
                self.caret = Some(caret);
                self.focus = focus.and_then(|focus| focus.on(self.article.document().text()));
            }
        }
        Some(())
    }
}
