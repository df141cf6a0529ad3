//! Accepts what is sure in a folder, and takes back what was last done in it, without a window.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::app::{DeedOutcome, FolderArticle, FolderDeed, Many};
use crate::engine::Progress;
use crate::engine::dictionaries::Library;
use crate::engine::project::closed::Desk;
use crate::engine::project::{deeds, listing, looking, own};
use crate::engine::project_settings::TextLabels;
use copydesk_document::{Confidence, LabelId, Schema};
use copydesk_store::{Home, load_memory};
use copydesk_text::Span;

/// A suggestion that is sure enough.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SurePlace {
    /// The article's text or, where that is inside, its article file.
    pub path: PathBuf,
    pub label: LabelId,
    pub confidence: Confidence,
    pub words: String,
}

/// What was changed in the files of a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changed {
    /// Completes “Undo …”.
    pub name: String,
    pub articles: usize,
    pub places: usize,
    /// What was not changed and why, one sentence each.
    pub left_out: Vec<String>,
}

/// The folder whose articles are changed, and with what.
#[derive(Clone, Copy)]
pub struct Folder<'a> {
    pub path: &'a Path,
    /// For texts; article files bring their own.
    pub schema: &'a Arc<Schema>,
    pub home: Option<&'a Home>,
    /// Who does it; empty where nobody said.
    pub annotator: &'a str,
}

/// Every open suggestion of at least `at_least` in the folder's articles; all are accepted if `is_wanted`.
/// `None` if it was cancelled; then nothing is changed.
///
/// # Errors
/// If what was decided in the folder or the labels of a project cannot be read, or nothing can be written.
pub fn accept_sure(
    folder: Folder<'_>,
    at_least: Confidence,
    is_wanted: bool,
    progress: &Progress,
) -> Result<Option<(Vec<SurePlace>, Changed)>, String> {
    let labels = TextLabels::from(Arc::clone(folder.schema));
    let listed = own::only_own(listing::list(folder.path, progress), folder.annotator);
    check_labels(&labels, &listed.articles)?;
    let memory = load_memory(folder.path)?;
    let library = Library::default();
    let desk = Desk {
        labels: &labels,
        home: folder.home,
        library: &library,
        memory: (!memory.is_empty()).then_some(&memory),
        annotator: folder.annotator,
        threads: None,
    };
    let what = Many::Sure(at_least);
    let Some((found, problems)) = looking::look(&desk, &what, &listed.articles, progress) else {
        return Ok(None);
    };
    let mut spans: BTreeMap<&Path, Vec<Span>> = BTreeMap::new();
    for place in &found {
        spans.entry(&place.key).or_default().push(place.twin.span);
    }
    let chosen = listed.articles.iter().filter_map(|article| {
        let spans = spans.remove(article.key())?;
        Some((article.clone(), spans))
    });
    let deed = FolderDeed {
        what,
        root: listed.root.clone(),
        articles: chosen.collect(),
        open: Vec::new(),
        annotator: folder.annotator.to_owned(),
    };
    let mut changed = Changed::default();
    if is_wanted && !deed.articles.is_empty() {
        match deeds::do_deed(&desk, &deed, progress)? {
            Some(outcome) => changed = outcome.into(),
            None => return Ok(None),
        }
    }
    changed.left_out.extend(problems);
    let places = found.into_iter().filter_map(|place| {
        let (label, confidence) = place.suggested?;
        let excerpt = place.excerpt?;
        Some(SurePlace {
            path: place.key,
            label,
            confidence,
            words: excerpt.text.words(excerpt.span).to_owned(),
        })
    });
    Ok(Some((places.collect(), changed)))
}

/// With other labels than its project's, a folder would get other annotations, and nobody looks on.
fn check_labels(labels: &TextLabels, articles: &[FolderArticle]) -> Result<(), String> {
    let folders = articles.iter().filter_map(|article| article.key().parent());
    let folders: BTreeSet<&Path> = folders.collect();
    folders
        .into_iter()
        .try_for_each(|folder| labels.read_of_folder(folder).map(drop))
}

/// Takes back what was last done in many of the folder's articles at once.
///
/// # Errors
/// If there is nothing to take back, or it cannot be written.
pub fn undo_last(folder: Folder<'_>, progress: &Progress) -> Result<Changed, String> {
    let next = folder.home.map(|home| deeds::next_deeds(home, folder.path));
    let last = next.unwrap_or_default().undo;
    let last = last.ok_or("Nothing was done in this folder as a whole")?;
    let here = deeds::OpenHere::default();
    deeds::turn_deed(folder.home, &last.id, true, here, progress).map(Changed::from)
}

impl From<DeedOutcome> for Changed {
    fn from(outcome: DeedOutcome) -> Self {
        let DeedOutcome {
            name,
            articles,
            places,
            left_out,
            ..
        } = outcome;
        Self {
            name,
            articles,
            places,
            left_out,
        }
    }
}
