//! How far the work on a folder is: its articles by state, what is marked on them, and what is left.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::app::{FolderArticle, NaturalKey};
use crate::engine::Progress;
use crate::engine::project::listing::{is_plain_text, list};
use copydesk_document::Status;
use copydesk_formats::import::{self, Head};
use copydesk_store::disk;

/// How far the work on a folder is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FolderStatus {
    pub open: usize,
    pub in_progress: usize,
    pub done: usize,
    pub flagged: usize,
    /// How many annotations there are, by the id of their label.
    pub labels: BTreeMap<String, usize>,
    /// What can be expected to be left; `None` where too little is done to tell.
    pub left: Option<Estimate>,
    /// What cannot be read or was left out, one sentence each, the path last.
    pub problems: Vec<String>,
}

/// A number of annotations that is not known: the best guess, and the bounds that it lies between in 95
/// of 100 cases if the articles that are done are like the others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    pub likely: usize,
    pub from: usize,
    pub to: usize,
}

/// In which order articles follow one another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    #[default]
    Path,
    Title,
    /// As in the window's random sample: the same for everybody, whatever the articles say.
    Random,
}

/// With fewer articles done, their number of annotations says little of the others’.
const LEAST_DONE: usize = 5;

impl FolderStatus {
    pub fn articles(&self) -> usize {
        self.open + self.in_progress + self.done
    }

    pub fn annotations(&self) -> usize {
        self.labels.values().sum()
    }
}

/// What an article file or a text says of itself.
struct Facts {
    title: String,
    status: Status,
    is_flagged: bool,
    labels: BTreeMap<String, usize>,
    bytes: usize,
}

/// How far the work on the articles in `folder` and below is.
pub fn status(folder: &Path, progress: &Progress) -> FolderStatus {
    let listed = list(folder, progress);
    let mut status = FolderStatus {
        problems: listed.problems,
        ..FolderStatus::default()
    };
    let mut estimating = Estimating::default();
    for (index, article) in listed.articles.iter().enumerate() {
        progress.reach_part(index, listed.articles.len());
        let facts = match facts(article) {
            Ok(facts) => facts,
            Err(problem) => {
                status.problems.push(problem);
                continue;
            }
        };
        let annotations: usize = facts.labels.values().sum();
        match facts.status {
            Status::Open => status.open += 1,
            Status::InWork => status.in_progress += 1,
            Status::Done => status.done += 1,
        }
        status.flagged += usize::from(facts.is_flagged);
        for (label, count) in facts.labels {
            *status.labels.entry(label).or_default() += count;
        }
        estimating.take(facts.status == Status::Done, facts.bytes, annotations);
    }
    status.left = estimating.estimate();
    status
}

/// The first article that is not done; what cannot be read on the way is told.
pub fn next(folder: &Path, order: Order, progress: &Progress) -> (Option<PathBuf>, Vec<String>) {
    let listed = list(folder, progress);
    let mut problems = listed.problems;
    let mut articles = listed.articles;
    match order {
        Order::Path => {}
        Order::Title => articles.sort_by_cached_key(|article| {
            let title = facts(article).map(|facts| facts.title);
            NaturalKey::of(&title.unwrap_or_default())
        }),
        Order::Random => articles.sort_by_cached_key(|article| article.sample_key(folder)),
    }
    for article in articles {
        match facts(&article) {
            Ok(facts) if facts.status == Status::Done => {}
            Ok(_) => return (Some(article.key().to_owned()), problems),
            Err(problem) => problems.push(problem),
        }
    }
    (None, problems)
}

fn facts(article: &FolderArticle) -> Result<Facts, String> {
    let Some(saved) = &article.saved else {
        return facts_of_text(article.key());
    };
    let unreadable = |why: &dyn std::fmt::Display| {
        format!("Could not read the article: {why}: {}", saved.display())
    };
    let contents = disk::read(saved).map_err(|error| error.to_string())?;
    let peek = copydesk_store::peek(&contents.bytes).map_err(|error| unreadable(&error))?;
    let length_beside = || {
        let length = article.text.as_deref().and_then(disk::length);
        length.and_then(|length| usize::try_from(length).ok())
    };
    Ok(Facts {
        title: peek.title,
        status: peek.status,
        is_flagged: peek.is_flagged,
        labels: peek.labels,
        bytes: peek.bytes.or_else(length_beside).unwrap_or_default(),
    })
}

/// A text that was never worked on.
fn facts_of_text(path: &Path) -> Result<Facts, String> {
    let head = disk::head(path, Head::BYTES).map_err(|error| error.to_string())?;
    let imported = is_plain_text(path).then(|| import::import(&head));
    let title = imported.and_then(Result::ok).map(|imported| imported.title);
    let length = disk::length(path).and_then(|length| usize::try_from(length).ok());
    Ok(Facts {
        title: title.unwrap_or_default(),
        status: Status::Open,
        is_flagged: false,
        labels: BTreeMap::new(),
        bytes: length.unwrap_or_default(),
    })
}

/// Of the articles that are done, how many annotations stand in how much text; of the others, how much
/// text there is.
#[derive(Default)]
struct Estimating {
    /// Bytes and annotations of each.
    done: Vec<(f64, f64)>,
    rest_bytes: f64,
    rest_annotations: f64,
}

impl Estimating {
    fn take(&mut self, is_done: bool, bytes: usize, annotations: usize) {
        let (bytes, annotations) = (bytes as f64, annotations as f64);
        if is_done {
            self.done.push((bytes, annotations));
        } else {
            self.rest_bytes += bytes;
            self.rest_annotations += annotations;
        }
    }

    /// By the ratio of annotations to text, whose error is that of a sample of articles.
    fn estimate(&self) -> Option<Estimate> {
        let count = self.done.len() as f64;
        let all_bytes: f64 = self.done.iter().map(|(bytes, _)| bytes).sum();
        if self.done.len() < LEAST_DONE || all_bytes == 0.0 {
            return None;
        }
        let annotations: f64 = self.done.iter().map(|(_, annotations)| annotations).sum();
        let ratio = annotations / all_bytes;
        let residual = |(bytes, annotations): &(f64, f64)| (annotations - ratio * bytes).powi(2);
        let squares: f64 = self.done.iter().map(residual).sum();
        let error = (count / (count - 1.0) * squares).sqrt() / all_bytes;
        let left = |ratio: f64| rounded(ratio * self.rest_bytes - self.rest_annotations);
        Some(Estimate {
            likely: left(ratio),
            from: left(ratio - 1.96 * error),
            to: left(ratio + 1.96 * error),
        })
    }
}

/// To two digits: more would promise what is not known.
fn rounded(number: f64) -> usize {
    let number = number.max(0.0);
    let step = 10_f64.powf((number.max(1.0).log10().floor() - 1.0).max(0.0));
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it is not negative, and no folder has so many annotations"
    )]
    let rounded = ((number / step).round() * step) as usize;
    rounded
}

#[cfg(test)]
#[path = "status_tests.rs"]
mod tests;
