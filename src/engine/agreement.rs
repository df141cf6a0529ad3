//! What several people made of the same articles, brought together by the text.

mod tables;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::engine::open::read_document;
use crate::engine::{Progress, project};
use copydesk_agreement::{Article, Categories, Report, Setting, Unit};
use copydesk_document::{Annotation, AttributeValue, Document, LabelId, Schema, Status, counted};
use copydesk_store::disk;
use copydesk_text::{CodePointIndex, Token, tokens};

pub(in crate::engine) use tables::{answer, failed};

/// A person whose work is compared, and their article files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    pub name: String,
    /// By name within the folder, such as `korea/summit`.
    files: BTreeMap<String, PathBuf>,
}

impl Person {
    /// Their article files, by name within the folder.
    pub fn files(&self) -> &BTreeMap<String, PathBuf> {
        &self.files
    }
}

/// What can be compared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Compared {
    /// Of the people, in the order of the versions of each article.
    pub people: Vec<String>,
    /// Those that anybody used, in the order of the categories of all units.
    pub labels: Vec<LabelId>,
    pub categories: Option<Categories>,
    /// By name; each that one person or more annotated.
    pub articles: Vec<Article>,
    /// Where each article comes from, by name.
    pub sources: BTreeMap<String, Source>,
    /// What was not compared and why, one sentence each.
    pub left_out: Vec<String>,
}

/// Where an article comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// Each person's file.
    pub files: Vec<PathBuf>,
    /// When it was published; empty if unknown.
    pub date: String,
}

/// The people whose files are in `folders`: one in each, called as it is; or, where there is one folder only,
/// those whose names stand before the extension of its files, as in `summit.anna.ron`.
pub fn people(folders: &[PathBuf], progress: &Progress) -> Result<Vec<Person>, String> {
    let people = match folders {
        [folder] => people_in(folder, progress)?,
        _ => one_in_each(folders, progress)?,
    };
    if people.len() < 2 {
        let what = "Agreement takes two people: name a folder for each, or one whose files are called like story.anna.ron and story.ben.ron";
        return Err(what.to_owned());
    }
    Ok(people)
}

fn one_in_each(folders: &[PathBuf], progress: &Progress) -> Result<Vec<Person>, String> {
    let mut people: Vec<Person> = Vec::new();
    for folder in folders {
        let files = files_in(folder, progress)?;
        let last = folder.components().next_back();
        let last = last.map_or(folder.as_os_str(), |last| last.as_os_str());
        let mut name = last.to_string_lossy().into_owned();
        if people.iter().any(|person| person.name == name) {
            name = folder.display().to_string();
        }
        people.push(Person { name, files });
    }
    Ok(people)
}

fn people_in(folder: &Path, progress: &Progress) -> Result<Vec<Person>, String> {
    let mut people = BTreeMap::<String, BTreeMap<String, PathBuf>>::new();
    for (name, path) in files_in(folder, progress)? {
        if let Some((story, person)) = name.rsplit_once('.') {
            let files = people.entry(person.to_owned()).or_default();
            files.insert(story.to_owned(), path);
        }
    }
    let people = people.into_iter();
    Ok(people.map(|(name, files)| Person { name, files }).collect())
}

/// The article files in `folder` and below, by name without extension.
fn files_in(folder: &Path, progress: &Progress) -> Result<BTreeMap<String, PathBuf>, String> {
    if !disk::is_folder(folder) {
        return Err(format!("There is no such folder: {}", folder.display()));
    }
    let listed = project::list(folder, progress);
    let saved = listed
        .articles
        .into_iter()
        .filter_map(|article| article.saved);
    let named = saved.map(|path| {
        let name = path
            .strip_prefix(folder)
            .unwrap_or(&path)
            .with_extension("");
        (name.to_string_lossy().replace('\\', "/"), path)
    });
    Ok(named.collect())
}

/// One person's version of an article.
struct Version {
    person: usize,
    path: PathBuf,
    document: Document,
}

/// Reads the files of `people`; with `only_done` those that are done. What has not been begun is nobody's.
pub fn read(people: &[Person], only_done: bool, progress: &Progress) -> Compared {
    let mut reading = Reading {
        compared: Compared {
            people: people.iter().map(|person| person.name.clone()).collect(),
            ..Compared::default()
        },
        only_done,
        schema: None,
        versions: BTreeMap::new(),
        names: BTreeMap::new(),
    };
    let all: usize = people.iter().map(|person| person.files.len()).sum();
    let mut done = 0;
    for (index, person) in people.iter().enumerate() {
        for (name, path) in &person.files {
            if progress.is_cancelled() {
                return reading.compared;
            }
            reading.read(index, name, path);
            done += 1;
            progress.reach_part(done, 2 * all);
        }
    }
    reading.finish()
}

struct Reading {
    compared: Compared,
    only_done: bool,
    /// That all files must have: that of the first.
    schema: Option<(Labels, PathBuf)>,
    /// By the text's fingerprint, with the name of the first.
    versions: BTreeMap<String, (String, Vec<Version>)>,
    /// Which texts files of one name have.
    names: BTreeMap<String, BTreeSet<String>>,
}

/// Labels with their layers: what makes two files comparable.
type Labels = BTreeMap<LabelId, String>;

impl Reading {
    fn leave_out(&mut self, why: String) {
        self.compared.left_out.push(why);
    }

    fn read(&mut self, person: usize, name: &str, path: &Path) {
        let document = match read_document(path) {
            Ok(document) => document,
            Err(why) => return self.leave_out(why),
        };
        let wanted = if self.only_done {
            Status::Done
        } else {
            Status::InWork
        };
        let is_begun = document.status() >= wanted || !document.annotations().is_empty();
        if !is_begun || (self.only_done && document.status() != Status::Done) {
            return;
        }
        let labels = labels_of(document.schema());
        let (first, of) = self
            .schema
            .get_or_insert_with(|| (labels.clone(), path.to_owned()));
        if *first != labels {
            let why = format!(
                "Its labels are not those of {}: {}",
                of.display(),
                path.display()
            );
            return self.leave_out(why);
        }
        let aside = document.detached().len();
        if aside > 0 {
            let aside = counted(aside, "annotation is", "annotations are");
            self.leave_out(format!(
                "{aside} set aside, because the words are no longer in the text: {}",
                path.display()
            ));
        }
        let text = document.text().fingerprint().as_str().to_owned();
        let of_name = self.names.entry(name.to_owned()).or_default();
        of_name.insert(text.clone());
        let (_, versions) = self
            .versions
            .entry(text)
            .or_insert_with(|| (name.to_owned(), Vec::new()));
        if versions.iter().any(|version| version.person == person) {
            let why = format!(
                "{} has its text twice: {}",
                self.compared.people[person],
                path.display()
            );
            return self.leave_out(why);
        }
        versions.push(Version {
            person,
            path: path.to_owned(),
            document,
        });
    }

    fn finish(mut self) -> Compared {
        for (name, texts) in &self.names {
            if texts.len() > 1 {
                self.compared.left_out.push(format!(
                    "Its text is not the same for all, so that it is compared only with those who have the same: {name}"
                ));
            }
        }
        let Some((labels, _)) = &mut self.schema else {
            return self.compared;
        };
        // Where nobody marked anything, in a whole layer, all would agree on nothing.
        let versions = self.versions.values().flat_map(|(_, versions)| versions);
        let annotations = versions.flat_map(|version| version.document.annotations().iter());
        let used: BTreeSet<&LabelId> = annotations.map(|annotation| &annotation.label).collect();
        labels.retain(|label, _| used.contains(label));
        self.compared.labels = labels.keys().cloned().collect();
        let layers: BTreeSet<&String> = labels.values().collect();
        let layers: Vec<&String> = layers.into_iter().collect();
        let number = |layer: &String| layers.iter().position(|it| *it == layer).unwrap_or(0);
        self.compared.categories = Some(Categories {
            layers: labels.values().map(number).collect(),
        });
        let people = self.compared.people.len();
        for (name, versions) in self.versions.into_values() {
            self.compared
                .sources
                .insert(name.clone(), source(&versions));
            let article = article(name, &versions, people, &self.compared.labels);
            self.compared.articles.extend(article);
        }
        self.compared
            .articles
            .sort_by(|one, other| one.id.cmp(&other.id));
        self.compared
    }
}

fn labels_of(schema: &Schema) -> Labels {
    let labels = schema.labels().iter();
    labels
        .map(|label| (label.id.clone(), label.layer.as_str().to_owned()))
        .collect()
}

fn source(versions: &[Version]) -> Source {
    let mut dates = versions.iter().map(|it| &it.document.metadata().date);
    let date = dates.find(|date| !date.is_empty());
    Source {
        files: versions.iter().map(|it| it.path.clone()).collect(),
        date: date.cloned().unwrap_or_default(),
    }
}

/// `None` of no versions.
fn article(id: String, versions: &[Version], people: usize, labels: &[LabelId]) -> Option<Article> {
    let text = versions.first()?.document.text();
    let index = CodePointIndex::new(text.as_str());
    let words = tokens(text.as_str(), 0);
    let unit = |annotation: &Annotation| {
        let span = annotation.span;
        Some(Unit {
            start: index.code_point_from_byte(span.start()).0,
            end: index.code_point_from_byte(span.end()).0,
            first_token: words.partition_point(|token: &Token| token.end <= span.start()),
            end_token: words.partition_point(|token: &Token| token.start < span.end()),
            category: labels.binary_search(&annotation.label).ok()?,
            facts: facts(annotation),
        })
    };
    let mut all = vec![None; people];
    for version in versions {
        let annotations = version.document.annotations().iter();
        all[version.person] = Some(annotations.filter_map(unit).collect());
    }
    Some(Article {
        id,
        length: index.code_point_from_byte(text.as_str().len()).0,
        tokens: words.len(),
        versions: all,
    })
}

fn facts(annotation: &Annotation) -> BTreeMap<String, String> {
    let words = |value: &AttributeValue| match value {
        AttributeValue::Figure(value) => value.to_string(),
        AttributeValue::Words { words, .. } => words.clone(),
    };
    let attributes = annotation.attributes.iter();
    attributes
        .map(|(name, value)| (name.clone(), words(value)))
        .collect()
}

/// How far they agree; `None` if nobody waits for it any more.
pub fn measure(compared: &Compared, setting: &Setting, progress: &Progress) -> Option<Report> {
    let note = |done: usize, all: usize| {
        progress.reach_part(all + done, 2 * all);
        !progress.is_cancelled()
    };
    copydesk_agreement::agreement(&compared.articles, setting, &note)
}
