//! What a person did to an article, kept on disk action by action: it survives a crash, and undo
//! survives a restart.
//!
//! A journal is a file of RON lines in the user's data folder, one for each article. It begins with
//! the article as it was, then tells each step; every line ends with a checksum of all lines so far,
//! so that a torn tail is cut off and nothing before it is lost.

mod aside_v1;
mod read;
mod together;
mod wire;

use std::path::{Path, PathBuf};

use crate::article_file;
use crate::disk::{self, AppendFile, Expected, Lock, Stamp};
use crate::disk_error::{DiskError, DiskErrorKind, Task};
use crate::home::Home;
use crate::sealed_lines::Chain;
use copydesk_document::review::Target;
use copydesk_document::{OpenDocument, Step, Transaction};
use copydesk_text::Fingerprint;

use wire::{FocusV1, LineV1, StartV1};

pub use read::{Recovered, find_journal, journals, journals_of, set_aside};
pub use together::append_together;

/// Which article a journal belongs to: its text, and the file that it was opened from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalKey {
    fingerprint: String,
    source: Option<PathBuf>,
    /// How many windows had the article open before this one.
    window: usize,
}

/// One thing to be kept.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    Step(Step),
    /// The state after `position` transactions (see `History::position`) is in the file at `path`; `None`
    /// if that state was replaced since.
    Saved {
        position: Option<usize>,
        path: PathBuf,
        /// `None` if `path` is the article's text, which says all there is: its article file was taken back.
        stamp: Option<Stamp>,
    },
    /// Where the person is: the caret's byte, and what is focused.
    At {
        caret: usize,
        focus: Option<Target>,
    },
}

/// The journal of one open article. Nobody else writes to it while this is held.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    key: JournalKey,
    state: State,
    /// The article's journal from an earlier time, which this one continues.
    closed: Option<PathBuf>,
    file: Option<AppendFile>,
    chain: Chain,
    /// Bytes that were appended since the file was last written whole.
    appended: u64,
    /// Bytes of the file when it was last written whole.
    whole: u64,
    /// Held as long as the journal is.
    lock: Lock,
}

/// All that the journal tells, as it would be told shortest.
#[derive(Debug)]
struct State {
    /// The stamp of the article file as it was opened; as it was saved, once it was.
    stamp: Option<Stamp>,
    /// The article before [`Self::done`]; its own history holds what was folded into it.
    base: OpenDocument,
    done: Vec<Transaction>,
    /// The next to be done again last.
    undone: Vec<Transaction>,
    /// No file held any state of the article when it was opened, as after an import.
    is_in_no_file: bool,
    /// The last save, its position counted from the first transaction ever.
    saved: Option<(Option<usize>, PathBuf, Option<Stamp>)>,
    at: Option<(usize, Option<Target>)>,
}

/// What every journal begins with.
const HEADER: &str = "// Copydesk journal, format 1";

/// So many steps can be undone after a restart; older ones become part of the article.
const MOST_STEPS: usize = 10_000;

/// Of so many articles that were closed the history is kept …
const MOST_CLOSED: usize = 500;

/// … and of so many bytes in all.
const MOST_CLOSED_BYTES: u64 = 256 * 1024 * 1024;

/// A journal is written anew when more than this and more than its own length was appended.
const LEAST_COMPACTED: u64 = 256 * 1024;

impl JournalKey {
    /// `source` is the file that the article was opened from or last saved to.
    pub fn new(fingerprint: &Fingerprint, source: Option<&Path>) -> Self {
        Self {
            fingerprint: fingerprint.as_str().to_owned(),
            source: source.map(disk::absolute),
            window: 0,
        }
    }

    /// How many windows had the article open before this one.
    pub fn window(&self) -> usize {
        self.window
    }

    /// For the same article once it is saved to the file at `path`.
    #[must_use]
    pub fn saved_at(&self, path: &Path) -> Self {
        Self {
            source: Some(disk::absolute(path)),
            ..self.clone()
        }
    }

    /// For one more window on the same article.
    #[must_use]
    pub fn of_next_window(&self) -> Self {
        Self {
            window: self.window + 1,
            ..self.clone()
        }
    }

    fn path(&self, home: &Home) -> PathBuf {
        home.journals().join(self.file_name())
    }

    /// Where the journal of an article is that was closed with nothing unsaved.
    fn closed_path(&self, home: &Home) -> PathBuf {
        home.closed_journals().join(self.file_name())
    }

    fn file_name(&self) -> String {
        let mut hasher = blake3::Hasher::new();
        hasher.update(self.fingerprint.as_bytes());
        if let Some(source) = &self.source {
            hasher.update(source.as_os_str().as_encoded_bytes());
        }
        let hex = hasher.finalize().to_hex();
        let short: String = hex.chars().take(32).collect();
        match self.window {
            0 => format!("{short}.ron"),
            window => format!("{short}-{}.ron", window + 1),
        }
    }
}

/// What is to be written to a journal.
struct Addition {
    /// Behind so many bytes; `None` for a whole journal.
    at: Option<u64>,
    text: String,
    /// The checksum behind it.
    chain: Chain,
}

impl Journal {
    /// A journal for an article that has just been opened: as it was read, or as [`find_journal`]
    /// brought it back. `stamp` is that of its article file. Nothing is written until there is something
    /// to keep.
    ///
    /// # Errors
    /// [`DiskErrorKind::Locked`] if another window has this article open.
    pub fn open(
        home: &Home,
        key: JournalKey,
        stamp: Option<Stamp>,
        article: &OpenDocument,
    ) -> Result<Self, DiskError> {
        disk::make_folder(&home.journals())?;
        let path = key.path(home);
        let lock = Lock::acquire(&path.with_extension("lock"))?;
        Ok(Self {
            path,
            state: State::of(&key, stamp, article),
            closed: Some(key.closed_path(home)),
            key,
            file: None,
            chain: Chain::new(HEADER),
            appended: 0,
            whole: 0,
            lock,
        })
    }

    /// Keeps `entries`, in order: when this returns, they are on disk. After an error they are not, and
    /// the next call tries again to write all there is.
    pub fn append(&mut self, entries: Vec<Entry>) -> Result<(), DiskError> {
        let addition = self.prepare(entries)?;
        self.commit(addition)
    }

    /// What is to be written so that `entries` are kept.
    fn prepare(&mut self, entries: Vec<Entry>) -> Result<Addition, DiskError> {
        let mut lines = Vec::with_capacity(entries.len());
        let mut must_rewrite = self.file.is_none();
        for entry in entries {
            lines.push(self.state.line_of(&entry));
            must_rewrite |= !self.state.take(entry);
        }
        must_rewrite |= self.appended > LEAST_COMPACTED.max(self.whole);
        if must_rewrite || self.state.done.len() > MOST_STEPS {
            return self.prepare_whole();
        }
        let mut chain = self.chain.clone();
        let mut text = String::new();
        for line in lines {
            text.push_str(&chain.seal(&self.ron(&line)?));
        }
        Ok(Addition {
            at: Some(self.whole + self.appended),
            text,
            chain,
        })
    }

    /// The whole journal anew, as short as it can be told.
    fn prepare_whole(&mut self) -> Result<Addition, DiskError> {
        self.file = None;
        self.state.fold();
        let mut chain = Chain::new(HEADER);
        let mut text = format!("{HEADER}\n");
        for line in self.state.lines(&self.key) {
            text.push_str(&chain.seal(&self.ron(&line)?));
        }
        Ok(Addition {
            at: None,
            text,
            chain,
        })
    }

    fn commit(&mut self, addition: Addition) -> Result<(), DiskError> {
        let Addition { at, text, chain } = addition;
        if at.is_none() {
            self.replace(&text)?;
        } else {
            let appended = self.file.as_mut().map(|file| file.append(text.as_bytes()));
            if let Some(Err(cause)) = appended {
                // Whether half a line is there now, nobody knows: the next time all is written anew.
                self.file = None;
                return Err(DiskError::from_io(Task::Save, &self.path, cause));
            }
            self.appended += text.len() as u64;
        }
        self.chain = chain;
        Ok(())
    }

    /// Whether there is anything in the journal that no article file holds.
    pub fn has_unsaved_work(&self) -> bool {
        let position = self.state.position();
        if let Some((saved, ..)) = &self.state.saved {
            return *saved != Some(position);
        }
        let is_changed = !self.state.done.is_empty() || self.state.folded() > 0;
        is_changed || self.state.is_in_no_file
    }

    /// The article is kept under another name from now on: the journal goes along.
    ///
    /// # Errors
    /// If another window has that article open, or the journal cannot be written; it then stays what
    /// it was.
    pub fn rename(&mut self, home: &Home, key: JournalKey) -> Result<(), DiskError> {
        if key == self.key {
            return Ok(());
        }
        let path = key.path(home);
        let lock = Lock::acquire(&path.with_extension("lock"))?;
        self.closed = Some(key.closed_path(home));
        let old_path = std::mem::replace(&mut self.path, path);
        let old_key = std::mem::replace(&mut self.key, key);
        if let Err(error) = self.rewrite() {
            self.path = old_path;
            self.key = old_key;
            self.file = None;
            return Err(error);
        }
        self.lock = lock;
        disk::remove(&old_path)
    }

    /// Puts the journal where it is found when the article is opened again, for its history; one with
    /// unsaved work stays where it is found at the next start.
    pub fn close(mut self, home: &Home) -> Result<(), DiskError> {
        let is_written = self.file.take().is_some();
        if !is_written || self.has_unsaved_work() {
            return Ok(());
        }
        close_file(home, &self.path)
    }

    /// Removes the journal: its work is not wanted.
    pub fn discard(mut self) -> Result<(), DiskError> {
        self.file = None;
        disk::remove(&self.path)
    }

    fn rewrite(&mut self) -> Result<(), DiskError> {
        let whole = self.prepare_whole()?;
        self.commit(whole)
    }

    /// Puts a journal of this text in the place of the one that is there.
    fn replace(&mut self, text: &str) -> Result<(), DiskError> {
        disk::write_atomically(&self.path, text.as_bytes(), Expected::Anything)?;
        if let Some(closed) = self.closed.take() {
            disk::remove(&closed)?;
        }
        let file = AppendFile::open(&self.path);
        let failed = |cause| DiskError::from_io(Task::Save, &self.path, cause);
        self.file = Some(file.map_err(failed)?);
        self.appended = 0;
        self.whole = text.len() as u64;
        Ok(())
    }

    fn ron(&self, line: &LineV1) -> Result<String, DiskError> {
        line.to_ron().map_err(|error| {
            let cause = std::io::Error::other(error.to_string());
            DiskError::new(Task::Save, DiskErrorKind::Other, &self.path, Some(cause))
        })
    }
}

impl State {
    /// The state of an article that was just opened, with its history.
    fn of(key: &JournalKey, stamp: Option<Stamp>, article: &OpenDocument) -> Self {
        let mut base = article.clone();
        let mut done = Vec::new();
        while let Some(transaction) = base.history().done().last().cloned() {
            if base.undo().is_none() {
                break;
            }
            done.push(transaction);
        }
        done.reverse();
        let saved = article.history().saved_position();
        let saved = saved.zip(key.source.clone());
        // Read from a text and untouched, it goes without saying.
        let saved = saved.filter(|(position, _)| stamp.is_some() || *position > 0);
        Self {
            stamp,
            base: OpenDocument::new(base.document().clone()),
            done,
            undone: article.history().undone().to_vec(),
            is_in_no_file: article.history().saved_position().is_none(),
            saved: saved.map(|(position, path)| (Some(position), path, stamp)),
            at: None,
        }
    }

    /// How many transactions were folded into the article.
    fn folded(&self) -> usize {
        self.base.history().position()
    }

    fn position(&self) -> usize {
        self.folded() + self.done.len()
    }

    /// A position as the file counts them, from the first transaction that it tells of.
    fn position_in_file(&self, position: Option<usize>) -> Option<usize> {
        position.and_then(|position| position.checked_sub(self.folded()))
    }

    fn line_of(&self, entry: &Entry) -> LineV1 {
        match entry {
            Entry::Step(step) => LineV1::of(step),
            Entry::Saved {
                position,
                path,
                stamp,
            } => saved_line(self.position_in_file(*position), path, *stamp),
            Entry::At { caret, focus } => LineV1::At {
                caret: *caret,
                focus: focus.as_ref().map(FocusV1::of),
            },
        }
    }

    /// Takes in one entry; `false` if the file cannot tell it by one line more.
    fn take(&mut self, entry: Entry) -> bool {
        match entry {
            Entry::Step(Step::Do(transaction)) => {
                let position = self.position();
                if let Some((saved, ..)) = &mut self.saved {
                    saved.take_if(|saved| *saved > position);
                }
                self.undone.clear();
                self.done.push(transaction);
            }
            Entry::Step(Step::Undo) => return self.undo(),
            Entry::Step(Step::Redo) => self.done.extend(self.undone.pop()),
            Entry::Saved {
                position,
                path,
                stamp,
            } => {
                self.stamp = stamp;
                self.saved = Some((position, path, stamp));
            }
            Entry::At { caret, focus } => self.at = Some((caret, focus)),
        }
        true
    }

    fn undo(&mut self) -> bool {
        if let Some(transaction) = self.done.pop() {
            self.undone.push(transaction);
            return true;
        }
        // It had become part of the article.
        if let Some(transaction) = self.base.history().done().last().cloned()
            && self.base.undo().is_some()
        {
            self.undone.push(transaction);
        }
        false
    }

    /// Makes the oldest of too many steps part of the article, a quarter more than need be so that this
    /// is rare.
    fn fold(&mut self) {
        if self.done.len() <= MOST_STEPS {
            return;
        }
        let kept = MOST_STEPS * 3 / 4;
        let oldest = self.done.drain(..self.done.len() - kept);
        for transaction in oldest {
            let done = self.base.edit(transaction);
            debug_assert!(done.is_ok(), "it was done before, in the same order");
        }
    }

    /// The lines that tell all of it.
    fn lines(&self, key: &JournalKey) -> Vec<LineV1> {
        let start = LineV1::Start(Box::new(StartV1 {
            format: 1,
            fingerprint: key.fingerprint.clone(),
            source: key
                .source
                .as_deref()
                .and_then(Path::to_str)
                .map(str::to_owned),
            base: self.stamp.map(Stamp::to_hex),
            article: article_file::print(self.base.document()),
        }));
        let step = |transaction: &Transaction| LineV1::of(&Step::Do(transaction.clone()));
        let mut lines = vec![start];
        lines.extend(self.done.iter().map(step));
        lines.extend(self.undone.iter().rev().map(step));
        lines.extend(self.undone.iter().map(|_| LineV1::Undo));
        if let Some((position, path, stamp)) = &self.saved {
            lines.push(saved_line(self.position_in_file(*position), path, *stamp));
        }
        if let Some((caret, focus)) = &self.at {
            lines.push(LineV1::At {
                caret: *caret,
                focus: focus.as_ref().map(FocusV1::of),
            });
        }
        lines
    }
}

/// Closes the journal at `path`, and removes the oldest of too many closed ones.
fn close_file(home: &Home, path: &Path) -> Result<(), DiskError> {
    let closed = home.closed_journals();
    disk::make_folder(&closed)?;
    disk::rename(path, &closed.join(path.file_name().unwrap_or_default()))?;
    disk::keep_newest(&closed, MOST_CLOSED, MOST_CLOSED_BYTES)
}

fn saved_line(position: Option<usize>, path: &Path, stamp: Option<Stamp>) -> LineV1 {
    LineV1::Saved {
        position,
        path: path.to_string_lossy().into_owned(),
        stamp: stamp.map(Stamp::to_hex).unwrap_or_default(),
    }
}

#[cfg(test)]
#[path = "journal_tests.rs"]
mod tests;
