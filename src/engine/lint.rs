//! What is not consistent in the articles of folders: found, put right, and remembered as right.

mod answer;
mod right;

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::path::PathBuf;
use std::sync::Arc;

use crate::app::{FolderArticle, FolderDeed, Many, Repairs};
use crate::engine::Progress;
use crate::engine::dictionaries::Library;
use crate::engine::open::read_document;
use crate::engine::project::{Changed, Desk, Folder, do_deed, in_order, list};
use crate::engine::project_settings::TextLabels;
use copydesk_document::{AttributeValue, Document, FigureValue};
use copydesk_lint::{Article, Checks, Finding, Kind, Survey};
use copydesk_store::disk;
use copydesk_suggest::Analysis;
use copydesk_text::{ArticleText, Span};

pub(super) use answer::{answer, failed, kept};
use right::line_of;
pub use right::{remember, rights_of};

/// What is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    pub kinds: BTreeSet<Kind>,
    /// A label should have so many examples.
    pub least: usize,
}

/// An article that was checked.
#[derive(Clone, Debug)]
pub struct Linted {
    /// The folder that it was found in, one of those that were named.
    pub root: PathBuf,
    pub article: FolderArticle,
    /// Within its folder, or among several folders with that before it.
    pub name: String,
    /// The folder below that or, of several, the folder itself.
    pub part: String,
    pub document: Document,
}

/// What was checked, and what was found.
#[derive(Clone, Debug, Default)]
pub struct Lint {
    pub articles: Vec<Linted>,
    pub findings: Vec<Finding>,
    /// What was not checked and why, one sentence each.
    pub left_out: Vec<String>,
}

/// Checks the saved articles in `folders`, together. `None` if it was cancelled.
///
/// # Errors
/// If a folder is none, or what was said to be right in it cannot be read.
pub fn lint_folders(
    folders: &[PathBuf],
    wanted: &Wanted,
    progress: &Progress,
) -> Result<Option<Lint>, String> {
    let mut lint = Lint::default();
    for folder in folders {
        if !disk::is_folder(folder) {
            return Err(format!("There is no such folder: {}", folder.display()));
        }
    }
    let files = files_in(folders, progress);
    let mut read = 0;
    let load = |(root, article, name): &(PathBuf, FolderArticle, String)| {
        let path = article.path();
        read_document(path).map(|document| Linted {
            root: root.clone(),
            article: article.clone(),
            name: name.clone(),
            part: match folders {
                [_] => part_of(name).to_owned(),
                _ => root.display().to_string(),
            },
            document,
        })
    };
    let Ok(all) = in_order(&files, progress, load, |loaded| {
        read += 1;
        progress.reach_part(read, files.len() * 3);
        match loaded {
            Ok(linted) => lint.articles.push(linted),
            Err(why) => lint.left_out.push(why),
        }
        Ok::<(), Infallible>(())
    });
    if all.is_none() {
        return Ok(None);
    }
    let named = lint.articles.iter().map(|linted| Article {
        name: &linted.name,
        part: &linted.part,
        document: &linted.document,
    });
    let named: Vec<Article<'_>> = named.collect();
    let Some(mut findings) = find(&named, wanted, progress) else {
        return Ok(None);
    };
    let rights = rights_of(folders)?;
    findings.retain(|finding| !rights.contains(&finding.right));
    lint.findings = findings;
    Ok(Some(lint))
}

/// Checks `articles` on all cores; `None` if it was cancelled.
pub fn find(
    articles: &[Article<'_>],
    wanted: &Wanted,
    progress: &Progress,
) -> Option<Vec<Finding>> {
    let checks = Checks {
        kinds: wanted.kinds.clone(),
        least: wanted.least,
        figures: &figures,
    };
    let all = articles.len();
    let mut surveys = Vec::with_capacity(all);
    let survey = |article: &Article<'_>| Survey::of(article, &checks);
    let Ok(done) = in_order(articles, progress, survey, |survey| {
        surveys.push(survey);
        progress.reach_part(all + surveys.len(), all * 3);
        Ok::<(), Infallible>(())
    });
    done?;
    let folder = copydesk_lint::Folder::of(surveys);
    let numbered: Vec<(usize, &Article<'_>)> = articles.iter().enumerate().collect();
    let mut found = Vec::with_capacity(all);
    let check = |(index, article): &(usize, &Article<'_>)| folder.check(*index, article, &checks);
    let Ok(done) = in_order(&numbered, progress, check, |findings| {
        found.push(findings);
        progress.reach_part(all * 2 + found.len(), all * 3);
        Ok::<(), Infallible>(())
    });
    done?;
    Some(folder.finish(found, &checks, &copydesk_lint::Rights::default()))
}

/// The figures that the suggester reads, with what they amount to.
fn figures(text: &ArticleText) -> Vec<(Span, FigureValue)> {
    let read = copydesk_suggest::figures(&Analysis::new(text)).into_iter();
    let with_value = read.filter_map(|figure| {
        let mut values = figure.attributes.into_values();
        values.find_map(|value| match value {
            AttributeValue::Figure(value) => Some((figure.span, value)),
            AttributeValue::Words { .. } => None,
        })
    });
    with_value.collect()
}

/// The first folder of an article’s name.
fn part_of(name: &str) -> &str {
    name.split_once('/').map_or("", |(part, _)| part)
}

/// The article files in `folders` with their names; nothing that is not saved has annotations.
fn files_in(folders: &[PathBuf], progress: &Progress) -> Vec<(PathBuf, FolderArticle, String)> {
    let mut files = Vec::new();
    for folder in folders {
        for article in list(folder, progress).articles {
            let Some(saved) = &article.saved else {
                continue;
            };
            let inside = saved.strip_prefix(folder).unwrap_or(saved);
            let name = inside.to_string_lossy().replace('\\', "/");
            let name = match folders {
                [_] => name,
                _ => format!("{}/{name}", folder.display()),
            };
            files.push((folder.clone(), article, name));
        }
    }
    files
}

/// Puts right what `findings` know a remedy for in the articles of one folder, as one deed.
/// `None` if it was cancelled; then nothing is changed.
///
/// # Errors
/// If nothing could be written.
pub fn mend(
    folder: Folder<'_>,
    lint: &Lint,
    findings: &[&Finding],
    progress: &Progress,
) -> Result<Option<Changed>, String> {
    let labels = TextLabels::from(Arc::clone(folder.schema));
    let library = Library::default();
    let desk = Desk {
        labels: &labels,
        home: folder.home,
        library: &library,
        memory: None,
        annotator: folder.annotator,
        threads: None,
    };
    let mut spans: BTreeMap<usize, Vec<Span>> = BTreeMap::new();
    let kind = findings.first().map_or("", |finding| finding.kind.title());
    let mut repairs = Repairs::of(kind);
    for finding in findings {
        let linted = finding.article.and_then(|index| lint.articles.get(index));
        let (Some(index), Some(linted), Some(repair)) = (finding.article, linted, &finding.repair)
        else {
            continue;
        };
        repairs.add(linted.document.text(), repair.clone());
        spans.entry(index).or_default().push(repair.span);
    }
    let articles = spans.into_iter().filter_map(|(index, spans)| {
        let linted = lint.articles.get(index)?;
        (disk::absolute(&linted.root) == folder.path).then(|| (linted.article.clone(), spans))
    });
    let deed = FolderDeed {
        what: Many::Repairs(Arc::new(repairs)),
        root: folder.path.to_owned(),
        articles: articles.collect(),
        open: Vec::new(),
        annotator: folder.annotator.to_owned(),
    };
    if deed.articles.is_empty() {
        return Ok(Some(Changed::default()));
    }
    let outcome = do_deed(&desk, &deed, progress)?;
    Ok(outcome.map(Changed::from))
}
