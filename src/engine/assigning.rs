//! Deals the articles of a project to those who annotate it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::engine::{Progress, project};
use copydesk_document::{Dealing, Dealt};
use copydesk_store::{
    PROJECT_FILE, disk, find_project, load_project, person_of, unfit_name, write_assignment,
};

/// Who is to have what.
#[derive(Clone, Debug)]
pub struct Assignment {
    /// Whose articles are dealt: a project's folder, or one in it.
    pub folder: PathBuf,
    /// Empty for all annotators of the project.
    pub people: Vec<String>,
    /// So many of 100 articles go to several people …
    pub overlap: u8,
    /// … each of them to so many; `None` for all.
    pub each: Option<usize>,
    pub seed: u64,
}

/// What was dealt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assigned {
    /// The project file.
    pub path: PathBuf,
    pub people: Vec<String>,
    /// Of the articles in the folder.
    pub dealt: Dealt,
    /// How many of these were dealt now.
    pub new: usize,
    /// What could not be looked at, one sentence each.
    pub problems: Vec<String>,
}

/// Deals the articles that have not been dealt yet, and writes all down in the project file.
///
/// # Errors
/// If the folder is no project, a name is not known or no file can be called so, or nothing can be written;
/// in words.
pub fn assign(wanted: &Assignment, progress: &Progress) -> Result<Assigned, String> {
    let root = find_project(&wanted.folder).ok_or_else(|| {
        format!(
            "This folder is no project; make it one with copydesk project init: {}",
            wanted.folder.display()
        )
    })?;
    let project = load_project(&root)?;
    let people = people(&wanted.people, &project.annotators, &root)?;
    let each = wanted.each.unwrap_or(people.len());
    if each > people.len() {
        return Err(format!(
            "An article cannot go to {each} people: there are {}",
            people.len()
        ));
    }
    let listed = project::list(&disk::absolute(&wanted.folder), progress);
    let known = if project.annotators.is_empty() {
        &people
    } else {
        &project.annotators
    };
    let names: BTreeSet<String> = listed
        .articles
        .iter()
        .filter_map(|article| article_name(article.key(), &root, known))
        .collect();
    if names.is_empty() {
        let folder = wanted.folder.display();
        return Err(format!("There is no article in this folder: {folder}"));
    }
    let names = Vec::from_iter(names);
    let dealing = Dealing {
        people: &people,
        overlap: wanted.overlap,
        each,
        seed: wanted.seed,
    };
    let dealt = dealing.deal(&names, &project.assigned);
    let path = write_assignment(&root, known, &dealt)?;
    let is_new = |name: &&String| !project.assigned.contains_key(*name);
    let new = names.iter().filter(is_new).count();
    let here = names.into_iter().filter_map(|name| {
        let people = dealt.get(&name)?.clone();
        Some((name, people))
    });
    Ok(Assigned {
        path,
        people,
        dealt: here.collect(),
        new,
        problems: listed.problems,
    })
}

/// What a project file calls the article whose file is at `path`: its path without extension and person.
pub fn article_name(path: &Path, root: &Path, people: &[String]) -> Option<String> {
    let stem = match person_of(path, people) {
        Some((_, article)) => article,
        None => path.with_extension(""),
    };
    let inside = stem.strip_prefix(root).ok()?;
    Some(inside.to_string_lossy().replace('\\', "/"))
}

/// Those who are asked for, or all whom the project names.
fn people(wanted: &[String], known: &[String], root: &Path) -> Result<Vec<String>, String> {
    let file = root.join(PROJECT_FILE);
    let people = if wanted.is_empty() { known } else { wanted };
    if people.is_empty() {
        return Err(format!(
            "Nobody annotates this project yet; name them with --to: {}",
            file.display()
        ));
    }
    for (index, name) in people.iter().enumerate() {
        if !known.is_empty() && !known.contains(name) {
            return Err(format!(
                "“{name}” is not among the annotators of the project, who are {}; correct the name or add it there: {}",
                known.join(", "),
                file.display()
            ));
        }
        if let Some(why) = unfit_name(name) {
            return Err(format!("“{name}” cannot be used: {why}"));
        }
        if people.iter().take(index).any(|other| other == name) {
            return Err(format!("“{name}” is named twice"));
        }
    }
    Ok(people.to_vec())
}
