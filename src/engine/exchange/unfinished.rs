//! What an import has written until it is done, by which the next one goes on or takes it away.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::engine::exchange::{Import, Input};
use crate::engine::{Failure, FailureKind};
use copydesk_formats::import::Importer;
use copydesk_store::Stamp;
use copydesk_store::disk::{self, WrittenList};

/// What becomes of an import into the same folder that was broken off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Earlier {
    /// It is told, and nothing is done.
    Ask,
    /// If it was the same, what it wrote stays and the rest is added.
    Resume,
    /// What it wrote is removed, but for what was changed since.
    Discard,
    /// It is forgotten; what it wrote stays.
    Forget,
}

/// The import that is going on.
pub(super) struct Unfinished {
    list: WrittenList,
    folder: PathBuf,
    /// What an earlier run of it wrote, by the file's name.
    earlier: BTreeMap<String, String>,
    /// Whether a file that is there and is the same counts as written: a power cut may have taken the end
    /// of the list, and an import that came to its end has none.
    pub is_resumed: bool,
    is_any_written: bool,
}

/// Hidden, so that it is never taken for an article.
const LIST: &str = ".copydesk-import.jsonl";

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Line {
    /// The first one.
    Import {
        /// The same for the same inputs and choices.
        import: String,
        /// For people.
        inputs: Vec<String>,
    },
    File {
        file: String,
        blake3: String,
    },
}

impl Unfinished {
    /// The answer also says in words what was done about an earlier import.
    pub fn begin(
        import: &Import,
        from: Option<&'static dyn Importer>,
    ) -> Result<(Self, Option<String>), Failure> {
        let (list, lines) = WrittenList::open(&import.folder.join(LIST))?;
        let mut unfinished = Self {
            list,
            folder: import.folder.clone(),
            earlier: BTreeMap::new(),
            is_resumed: import.earlier == Earlier::Resume,
            is_any_written: false,
        };
        let was = unfinished.take(&lines);
        let own = fingerprint(import, from);
        let count = unfinished.earlier.len();
        let mut note = None;
        if count > 0 {
            match import.earlier {
                Earlier::Ask => return Err(broken_off(count, &import.folder)),
                Earlier::Resume if was == own => {
                    unfinished.is_any_written = true;
                    let there = (unfinished.earlier.keys())
                        .filter(|name| unfinished.is_there(name))
                        .count();
                    note = Some(format!("going on after {there} articles of an earlier run"));
                    return Ok((unfinished, note));
                }
                Earlier::Resume => return Err(another(count, &import.folder)),
                Earlier::Discard => note = Some(unfinished.discard()?),
                Earlier::Forget => {}
            }
        }
        unfinished.earlier.clear();
        unfinished.list.clear()?;
        unfinished.add(&Line::Import {
            import: own,
            inputs: import.inputs.iter().map(shown).collect(),
        })?;
        Ok((unfinished, note))
    }

    /// Reads the lines of an earlier run. The answer is which import it was.
    fn take(&mut self, lines: &[u8]) -> String {
        let mut was = String::new();
        for line in lines.split(|byte| *byte == b'\n') {
            match serde_json::from_slice(line) {
                Ok(Line::Import { import, .. }) => was = import,
                Ok(Line::File { file, blake3 }) if is_plain(&file) => {
                    self.earlier.insert(file, blake3);
                }
                _ => {}
            }
        }
        was
    }

    /// Removes what the earlier import wrote and nobody has changed since.
    fn discard(&mut self) -> Result<String, Failure> {
        let mut removed = 0;
        let mut changed = 0;
        for (file, blake3) in &self.earlier {
            let path = self.folder.join(file);
            match disk::read(&path) {
                Ok(contents) if contents.stamp.to_hex() == *blake3 => {
                    disk::remove(&path)?;
                    removed += 1;
                }
                Ok(_) => changed += 1,
                // It was never written, or was removed.
                Err(_) => {}
            }
        }
        let stay = match changed {
            0 => String::new(),
            changed => format!("; {changed} that were changed since stay"),
        };
        Ok(format!(
            "removed {removed} articles of an earlier run{stay}"
        ))
    }

    /// Whether an earlier run of this import wrote the file called `name`.
    pub fn has(&self, name: &str) -> bool {
        self.earlier.contains_key(name) && self.is_there(name)
    }

    fn is_there(&self, name: &str) -> bool {
        disk::exists(&self.folder.join(name))
    }

    /// Notes that the file called `name` is or will be one that this import wrote.
    pub fn note(&mut self, name: &str, stamp: Stamp) -> Result<(), Failure> {
        self.is_any_written = true;
        self.add(&Line::File {
            file: name.to_owned(),
            blake3: stamp.to_hex(),
        })
    }

    fn add(&mut self, line: &Line) -> Result<(), Failure> {
        let line = serde_json::to_string(line).unwrap_or_default();
        Ok(self.list.add(&line)?)
    }

    /// The list goes when the import is done, and where it says nothing.
    pub fn end(self, is_done: bool) -> Result<(), Failure> {
        if is_done || !self.is_any_written {
            self.list.remove()?;
        }
        Ok(())
    }
}

/// Whether it is a name in the folder: a person may have edited the list.
fn is_plain(name: &str) -> bool {
    Path::new(name).file_name().is_some_and(|only| only == name)
}

fn shown(input: &Input) -> String {
    match input {
        Input::Path(path) => disk::absolute(path).to_string_lossy().into_owned(),
        Input::Stream => "-".to_owned(),
    }
}

fn fingerprint(import: &Import, from: Option<&'static dyn Importer>) -> String {
    let inputs: Vec<String> = import.inputs.iter().map(shown).collect();
    let labels = import.schema.labels().iter().map(|label| &label.id);
    let labels: Vec<_> = labels.collect();
    let choices = (&import.map, import.take_predictions, labels, from);
    Stamp::of(format!("{inputs:?} {choices:?}").as_bytes()).to_hex()
}

fn broken_off(count: usize, folder: &Path) -> Failure {
    failure(&format!(
        "an import into this folder was broken off after {count} articles; --resume goes on with it, \
         --discard removes what it wrote and begins anew, --force writes over it: {}",
        folder.display()
    ))
}

fn another(count: usize, folder: &Path) -> Failure {
    failure(&format!(
        "the import that was broken off after {count} articles was of other files or with other options; \
         repeat those, or take --discard or --force: {}",
        folder.display()
    ))
}

fn failure(why: &str) -> Failure {
    Failure {
        kind: FailureKind::Other,
        message: format!("Could not import; nothing was changed: {why}"),
    }
}
