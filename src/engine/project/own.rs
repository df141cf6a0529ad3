//! Of the files that several people have of one article, those of the one who works here.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use crate::app::{FolderArticle, FolderListed};
use crate::engine::project::listing::{article_of, in_name_order};
use copydesk_store::{find_project, load_project, own_file, person_of};

/// Who annotates in a folder, where several do and `annotator` is one of them.
fn several(folder: &Path, annotator: &str) -> Option<Vec<String>> {
    if annotator.is_empty() {
        return None;
    }
    let project = load_project(&find_project(folder)?).ok()?;
    let people = project.annotators;
    (people.len() > 1 && people.iter().any(|name| name == annotator)).then_some(people)
}

/// The article file that `annotator` has of the article at `path`, if several people annotate it. `None` as
/// well where `path` is somebody’s own file.
pub fn own_of(path: &Path, annotator: &str) -> Option<PathBuf> {
    let people = several(path.parent()?, annotator)?;
    let is_free = person_of(path, &people).is_none();
    is_free.then(|| own_file(path, annotator))
}

/// `listed`, without the files that are other people's than `annotator`’s where several annotate. An article
/// file that is nobody's is what everybody begins with.
pub fn only_own(mut listed: FolderListed, annotator: &str) -> FolderListed {
    let mut known: HashMap<PathBuf, Option<Vec<String>>> = HashMap::new();
    let mut people_of = |path: &Path| {
        let folder = path.parent()?.to_owned();
        let people = known
            .entry(folder)
            .or_insert_with_key(|folder| several(folder, annotator));
        people.clone()
    };
    // By path without extension.
    let mut own: HashMap<PathBuf, PathBuf> = HashMap::new();
    let mut all: Vec<(FolderArticle, bool)> = Vec::new();
    for article in std::mem::take(&mut listed.articles) {
        let Some(people) = people_of(article.key()) else {
            all.push((article, false));
            continue;
        };
        match person_of(article.key(), &people) {
            Some((person, stem)) if person == annotator => {
                own.insert(stem, article.key().to_owned());
            }
            Some(_) => {}
            None => all.push((article, true)),
        }
    }
    let articles = all.into_iter().map(|(article, is_shared)| {
        if is_shared {
            let stem = article.key().with_extension("");
            article_of(Some(article.key().to_owned()), own.remove(&stem))
        } else {
            article
        }
    });
    listed.articles = articles.collect();
    let alone = own.into_values();
    let alone = alone.map(|file| article_of(None, Some(file)));
    listed.articles.extend(alone);
    in_name_order(listed)
}

#[cfg(test)]
#[path = "own_tests.rs"]
mod tests;
