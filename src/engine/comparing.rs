//! Versions of one article, found by their names, read and laid side by side.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::app::{CompareSource, ComparingEvent, Event, Opened, ToCompare};
use crate::engine::{Progress, open};
use copydesk_document::adjudication::{CompareError, Comparison, MOST_VERSIONS, Version};
use copydesk_document::{Document, Metadata};
use copydesk_i18n::tr;
use copydesk_store::{Home, disk};
use copydesk_text::ArticleText;

/// What people call a gold standard, in the place of a person's name.
pub const GOLD: &str = "gold";

/// Where versions come from, and what they are called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Naming {
    /// In the order of the files; no two are the same.
    pub people: Vec<String>,
    /// Of the article, without extension.
    pub story: String,
    /// In which all files are, or their folders.
    pub folder: PathBuf,
    /// Each person has a folder.
    pub is_in_folders: bool,
}

impl Naming {
    /// `summit.anna.ron` is of anna, and so is `anna/summit.ron` beside `ben/summit.ron`.
    pub fn of(paths: &[PathBuf]) -> Self {
        let stems: Vec<String> = paths.iter().map(|path| stem(path)).collect();
        let first = stems.first().cloned().unwrap_or_default();
        let folders: Vec<&Path> = paths.iter().map(|path| folder_of(path)).collect();
        let folder = common(&folders);
        if paths.len() > 1 && stems.iter().all(|stem| *stem == first) {
            return Self {
                people: distinct(
                    &folders.iter().map(|it| last_name(it)).collect::<Vec<_>>(),
                    paths,
                ),
                story: first,
                folder,
                is_in_folders: true,
            };
        }
        let story = common_story(&stems).unwrap_or(first);
        let dotted = format!("{story}.");
        let person = |stem: &String| stem.strip_prefix(&dotted).unwrap_or(stem).to_owned();
        Self {
            people: distinct(&stems.iter().map(person).collect::<Vec<_>>(), paths),
            story,
            folder,
            is_in_folders: false,
        }
    }

    /// Where the gold standard of these versions belongs: in a folder of that name, if there is one beside the
    /// folders of the people, or else by its name.
    pub fn gold(&self) -> PathBuf {
        let among = self.folder.join(GOLD);
        let own = self.folder.join(format!("{}.{GOLD}.ron", self.story));
        if self.is_in_folders && disk::is_folder(&among) && disk::head(&own, 1).is_err() {
            return among.join(format!("{}.ron", self.story));
        }
        own
    }
}

/// The name of a file without its folder and extension.
fn stem(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default();
    stem.to_string_lossy().into_owned()
}

fn folder_of(path: &Path) -> &Path {
    path.parent().unwrap_or_else(|| Path::new(""))
}

fn last_name(folder: &Path) -> String {
    let last = folder.file_name().unwrap_or(folder.as_os_str());
    last.to_string_lossy().into_owned()
}

/// The folder that all of `folders` are in, or are.
fn common(folders: &[&Path]) -> PathBuf {
    let Some((first, others)) = folders.split_first() else {
        return PathBuf::new();
    };
    let holds_all = |folder: &&Path| others.iter().all(|other| other.starts_with(folder));
    let shared = first.ancestors().find(holds_all);
    shared.unwrap_or(first).to_owned()
}

/// What stands before the last dot of all names, or is one of them and stands before a dot of the others.
fn common_story(stems: &[String]) -> Option<String> {
    let cut = |stem: &String| Some(stem.rsplit_once('.')?.0.to_owned());
    let cuts: BTreeSet<Option<String>> = stems.iter().map(cut).collect();
    if let (1, Some(Some(story))) = (cuts.len(), cuts.first()) {
        return Some(story.clone());
    }
    let shortest = stems.iter().min_by_key(|stem| stem.len())?;
    let dotted = format!("{shortest}.");
    let is_theirs = |stem: &String| stem == shortest || stem.starts_with(&dotted);
    stems.iter().all(is_theirs).then(|| shortest.clone())
}

/// Where two have one name, they are called as their files are.
fn distinct(names: &[String], paths: &[PathBuf]) -> Vec<String> {
    let is_alone = |name: &String| names.iter().filter(|other| *other == name).count() == 1;
    let named = names.iter().zip(paths);
    named
        .map(|(name, path)| {
            if is_alone(name) {
                name.clone()
            } else {
                path.display().to_string()
            }
        })
        .collect()
}

/// The versions of the article at `path`, itself among them: files of one name with each a person's before the
/// extension, or of the same name in folders side by side. Sorted; the gold standard is none.
pub fn versions_beside(path: &Path) -> Vec<PathBuf> {
    let (folder, stem) = (folder_of(path), stem(path));
    let story = stem.rsplit_once('.').map(|(story, _)| story.to_owned());
    for story in story.iter().chain([&stem]) {
        let found = named_in(folder, story);
        if found.len() > 1 {
            return found;
        }
    }
    in_folders_beside(folder, path)
}

/// `story.*.ron` in `folder`.
fn named_in(folder: &Path, story: &str) -> Vec<PathBuf> {
    let is_version = |name: &str| {
        let rest = name.strip_prefix(story).and_then(|it| it.strip_prefix('.'));
        let person = rest.and_then(|it| it.strip_suffix(".ron"));
        person.is_some_and(|person| person != GOLD && !person.contains('.') && !person.is_empty())
    };
    let entries = disk::entries(folder).unwrap_or_default().into_iter();
    let files = entries.filter(|(name, is_folder)| !is_folder && is_version(name));
    let mut paths: Vec<PathBuf> = files.map(|(name, _)| folder.join(name)).collect();
    paths.sort();
    paths
}

/// The file of the same name in each folder beside `folder`.
fn in_folders_beside(folder: &Path, path: &Path) -> Vec<PathBuf> {
    let (Some(name), Some(above)) = (path.file_name(), folder.parent()) else {
        return Vec::new();
    };
    let entries = disk::entries(above).unwrap_or_default().into_iter();
    let folders = entries.filter(|(name, is_folder)| *is_folder && name != GOLD);
    let files = folders.map(|(folder, _)| above.join(folder).join(name));
    let mut paths: Vec<PathBuf> = files.filter(|file| disk::head(file, 1).is_ok()).collect();
    paths.sort();
    paths
}

/// Versions that can be laid side by side, and what cannot.
#[derive(Debug, Default)]
pub struct ReadVersions {
    pub versions: Vec<Version>,
    /// One sentence each.
    pub left_out: Vec<String>,
}

impl ReadVersions {
    /// Reads `paths`, whose people are called `names`. What is no article file, is of another text than the
    /// first, or has other labels, is left out.
    pub fn of(paths: &[PathBuf], names: &[String]) -> Self {
        let mut read = Self::default();
        for (path, name) in paths.iter().zip(names) {
            match document(path) {
                Ok(document) => read.take(name.clone(), document, &path.display().to_string()),
                Err(why) => read.left_out.push(why),
            }
        }
        read
    }

    fn take(&mut self, person: String, document: Document, place: &str) {
        let version = Version { person, document };
        let fits = match self.versions.first() {
            Some(first) => Comparison::new(&[first.clone(), version.clone()]).map(|_| ()),
            None => Ok(()),
        };
        match fits {
            Ok(()) => self.versions.push(version),
            Err(CompareError::OtherLabels(_)) => self
                .left_out
                .push(tr!("compare-other-labels", path = place)),
            Err(_) => self.left_out.push(tr!("compare-other-text", path = place)),
        }
    }
}

/// What the article file at `path` holds.
pub fn document(path: &Path) -> Result<Document, String> {
    let contents = disk::read(path).map_err(|error| error.to_string())?;
    if !copydesk_store::is_article_file(&contents.bytes) {
        let path = path.display().to_string();
        return Err(tr!("engine-theirs-no-article", path = path));
    }
    let restored = open::read_article_file(path, &contents.bytes).map_err(|error| {
        let (error, path) = (error.to_string(), path.display().to_string());
        tr!("engine-theirs-unreadable", error = error, path = path)
    })?;
    Ok(restored.document)
}

/// What was read, for the window.
pub(super) fn answer(sources: &[CompareSource], home: Option<&Home>, progress: &Progress) -> Event {
    let read = read(sources, home, progress).map(Box::new);
    Event::Comparing(ComparingEvent::Read(read))
}

/// Reads what is to be compared and the gold standard so far.
fn read(
    sources: &[CompareSource],
    home: Option<&Home>,
    progress: &Progress,
) -> Result<ToCompare, String> {
    let sources = expanded(sources)?;
    let paths = sources.iter().filter_map(path_of);
    let paths: Vec<PathBuf> = paths.map(Path::to_owned).collect();
    let naming = Naming::of(&paths);
    let gold = naming.gold();
    let mut read = ReadVersions::default();
    let mut people = naming.people.iter();
    for source in &sources {
        let name = match path_of(source) {
            Some(_) => people.next().cloned().unwrap_or_default(),
            None => String::new(),
        };
        match source {
            // What is made of them is none of them.
            CompareSource::File(path) | CompareSource::Open { path, .. } if *path == gold => {}
            CompareSource::File(path) => match document(path) {
                Ok(document) => read.take(name, document, &path.display().to_string()),
                Err(why) => read.left_out.push(why),
            },
            CompareSource::Open { path, document } => {
                read.take(name, (**document).clone(), &path.display().to_string());
            }
            CompareSource::Named { name, document } => {
                read.take(name.clone(), (**document).clone(), name);
            }
        }
    }
    let ReadVersions { versions, left_out } = read;
    let comparison = Comparison::new(&versions).map_err(|error| {
        let reasons = left_out.iter().cloned();
        let mut all: Vec<String> = reasons.collect();
        all.insert(0, error.to_string());
        all.join("\n")
    })?;
    let gold = gold_so_far(&gold, &versions, home, progress)?;
    Ok(ToCompare {
        comparison,
        gold,
        left_out,
    })
}

fn path_of(source: &CompareSource) -> Option<&Path> {
    match source {
        CompareSource::File(path) | CompareSource::Open { path, .. } => Some(path),
        CompareSource::Named { .. } => None,
    }
}

/// Of one file alone, its versions.
fn expanded(sources: &[CompareSource]) -> Result<Vec<CompareSource>, String> {
    let [CompareSource::File(path)] = sources else {
        return Ok(sources.to_vec());
    };
    let found = versions_beside(path);
    if found.len() < 2 {
        let path = path.display().to_string();
        return Err(tr!("compare-no-versions", path = path));
    }
    if found.len() > MOST_VERSIONS {
        return Err(CompareError::Count(found.len()).to_string());
    }
    Ok(found.into_iter().map(CompareSource::File).collect())
}

/// The gold standard at `path`, or an empty one that is to become it.
fn gold_so_far(
    path: &Path,
    versions: &[Version],
    home: Option<&Home>,
    progress: &Progress,
) -> Result<Opened, String> {
    if disk::head(path, 1).is_err() {
        return Ok(open::fresh(empty_gold(versions, path), path, home));
    }
    let first = versions
        .first()
        .ok_or_else(|| CompareError::Count(0).to_string())?;
    let schema = first.document.schema().clone();
    let opened = open::open(path, schema, home, progress).map_err(|failure| failure.message)?;
    let other = || tr!("compare-other-gold", path = path.display().to_string());
    let opened = opened.ok_or_else(other)?;
    let gold = opened.article.document();
    let gold = Version {
        person: GOLD.to_owned(),
        document: gold.clone(),
    };
    let fits = Comparison::new(&[first.clone(), gold]).is_ok();
    if !fits {
        return Err(other());
    }
    Ok(opened)
}

/// A gold standard without a mark, to be saved at `path`. What the versions do not all say of the article is left
/// open.
pub(super) fn empty_gold(versions: &[Version], path: &Path) -> Document {
    let all = || versions.iter().map(|version| version.document.metadata());
    let shared = |field: fn(&Metadata) -> &String| {
        let values: BTreeSet<&String> = all().map(field).collect();
        let only = values.first().filter(|_| values.len() == 1);
        only.map_or_else(String::new, |value| (*value).clone())
    };
    let source = path.file_name().unwrap_or_default();
    let metadata = Metadata {
        id: shared(|it| &it.id),
        title: shared(|it| &it.title),
        byline: shared(|it| &it.byline),
        date: shared(|it| &it.date),
        address: shared(|it| &it.address),
        source: source.to_string_lossy().into_owned(),
        encoding: shared(|it| &it.encoding),
    };
    let first = versions.first().map(|version| &version.document);
    let (text, schema) = match first {
        Some(first) => (first.text().clone(), first.schema().clone()),
        None => (ArticleText::new(""), copydesk_store::built_in_schema()),
    };
    Document::new(text, schema, metadata)
}

#[cfg(test)]
#[path = "comparing_tests.rs"]
mod tests;
