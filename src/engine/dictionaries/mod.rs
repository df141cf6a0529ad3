//! Lists and patterns of one's own: read from disk, and again when a file has changed.

mod answer;
pub mod change;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use crate::engine::{Failure, project_settings};
use copydesk_document::{Schema, counted};
use copydesk_store::{Home, disk};
use copydesk_suggest::dictionary::{Dictionaries, Dictionary, DictionaryProblem};

pub use answer::answer;

/// Beside the articles, a folder of this name holds what goes with them.
pub const SHARED_FOLDER: &str = "copydesk-dictionaries";

/// The ends of the names of files that are read.
const EXTENSIONS: [&str; 5] = ["txt", "csv", "tsv", "jsonl", "json"];

/// Of one file, so many damaged lines are told.
const MOST_TOLD: usize = 3;

/// So many sets of files are kept ready: articles of several folders may be open.
const MOST_KEPT: usize = 4;

/// One file, as it was read.
#[derive(Clone, Debug)]
pub struct DictionaryFile {
    pub path: PathBuf,
    pub text: String,
    pub dictionary: Dictionary,
    pub problems: Vec<DictionaryProblem>,
}

/// What was read last, for as long as the files stay what they were.
#[derive(Debug, Default)]
pub struct Library {
    kept: Mutex<Vec<(Vec<FileState>, Arc<Dictionaries>)>>,
}

/// By which is told whether a file has changed.
type FileState = (PathBuf, Option<disk::FileVersion>);

impl DictionaryFile {
    /// Reads the file at `path`. `label` is that of a list which does not say it itself.
    pub fn read(path: &Path, label: Option<&str>) -> Result<Self, Failure> {
        let bytes = disk::read(path)?.bytes;
        let (text, bad_line) = match String::from_utf8(bytes) {
            Ok(text) => (text, None),
            Err(error) => {
                let good = error.utf8_error().valid_up_to();
                let before = error.as_bytes().iter().take(good);
                let line = 1 + before.filter(|byte| **byte == b'\n').count();
                let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
                (text, Some(line))
            }
        };
        let mut file = Self::of(path, text, label);
        file.problems.extend(bad_line.map(|line| DictionaryProblem {
            line,
            message: "this is not UTF-8; save the file as UTF-8 in a text editor".to_owned(),
        }));
        Ok(file)
    }

    fn of(path: &Path, text: String, label: Option<&str>) -> Self {
        let (dictionary, problems) = Dictionary::read(&name_of(path), &text, label);
        Self {
            path: path.to_owned(),
            text,
            dictionary,
            problems,
        }
    }

    /// What is wrong with it, each as a sentence that ends with the path.
    pub fn told_problems(&self) -> Vec<String> {
        let path = self.path.display();
        let told = self.problems.iter().take(MOST_TOLD).map(|problem| {
            let DictionaryProblem { line, message } = problem;
            format!("Could not read line {line} of a dictionary: {message}: {path}")
        });
        let more = self.problems.len().saturating_sub(MOST_TOLD);
        let lines = counted(more, "more line", "more lines");
        let rest = format!("Could not read {lines} of a dictionary: {path}");
        told.chain((more > 0).then_some(rest)).collect()
    }

    /// The labels that it names and `schema` does not have.
    pub fn note_unknown_labels(&mut self, schema: &Schema) {
        self.problems.extend(self.dictionary.unknown_labels(schema));
        self.problems.sort_by_key(|problem| problem.line);
    }
}

fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

/// The files of one's own, then those of the project of the articles and of their folder; an error for a
/// folder that cannot be listed.
pub fn files(home: Option<&Home>, articles: Option<&Path>) -> (Vec<PathBuf>, Vec<String>) {
    let own = home.map(Home::dictionaries);
    let beside = articles.map(|folder| folder.join(SHARED_FOLDER));
    let mut folders: Vec<PathBuf> = Vec::new();
    let of_project = articles.and_then(project_settings::dictionaries);
    for folder in own.into_iter().chain(of_project).chain(beside) {
        if !folders.contains(&folder) {
            folders.push(folder);
        }
    }
    let mut paths = Vec::new();
    let mut problems = Vec::new();
    for folder in folders {
        match disk::list(&folder) {
            Ok(listed) => paths.extend(listed.into_iter().filter(|path| is_dictionary(path))),
            Err(error) => problems.push(error.to_string()),
        }
    }
    (paths, problems)
}

fn is_dictionary(path: &Path) -> bool {
    let is_known = |extension: &str| {
        let mut known = EXTENSIONS.iter();
        known.any(|known| known.eq_ignore_ascii_case(extension))
    };
    let extension = path.extension().and_then(|extension| extension.to_str());
    let is_hidden = name_of(path).starts_with('.');
    !is_hidden && extension.is_some_and(is_known) && !disk::is_folder(path)
}

impl Library {
    /// All dictionaries for articles in the folder `articles`, and what is wrong with the files if they
    /// had to be read.
    pub fn load(
        &self,
        home: Option<&Home>,
        articles: Option<&Path>,
    ) -> (Arc<Dictionaries>, Vec<String>) {
        let (paths, mut problems) = files(home, articles);
        let state = |path: PathBuf| {
            let version = disk::version(&path);
            (path, version)
        };
        let states: Vec<FileState> = paths.into_iter().map(state).collect();
        // While one thread reads, another that needs the same waits instead of reading it, too.
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(index) = kept.iter().position(|(known, _)| *known == states) {
            let (states, ready) = kept.remove(index);
            kept.insert(0, (states, Arc::clone(&ready)));
            return (ready, problems);
        }
        let mut dictionaries = Vec::new();
        for (path, _) in &states {
            match DictionaryFile::read(path, None) {
                Ok(file) => {
                    problems.extend(file.told_problems());
                    dictionaries.push(file.dictionary);
                }
                Err(failure) => problems.push(failure.message),
            }
        }
        let ready = Arc::new(Dictionaries::new(&dictionaries));
        kept.insert(0, (states, Arc::clone(&ready)));
        kept.truncate(MOST_KEPT);
        (ready, problems)
    }
}

#[cfg(test)]
mod tests;
