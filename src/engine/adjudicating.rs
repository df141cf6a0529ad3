//! Gold standards for folders of articles: what all have, and what a rule decides.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::engine::Progress;
use crate::engine::agreement::Person;
use crate::engine::comparing::{GOLD, ReadVersions, document, empty_gold};
use copydesk_document::adjudication::{CompareError, Comparison, Version};
use copydesk_document::{Document, OpenDocument, Status};
use copydesk_store::TextPlace;
use copydesk_store::disk::{self, Expected};

/// What was decided.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Adjudicated {
    /// Gold standards that were written.
    pub written: usize,
    /// Gold standards that were complete already, as far as the rule goes.
    pub unchanged: usize,
    /// Annotations that all had, and that were taken.
    pub agreed: usize,
    /// Differences that the rule settled …
    pub settled: usize,
    /// … and that a person is to settle.
    pub open: usize,
    /// What was not compared and why, one sentence each.
    pub left_out: Vec<String>,
}

/// What is written as the reason of a decision.
const REASON: &str = "majority";

/// Makes a gold standard in `folder` of each article that two people or more have begun: what all have, and what
/// more than half of them have. One that is there already goes on; what was decided in it stays.
pub fn adjudicate(
    people: &[Person],
    folder: &Path,
    annotator: &str,
    progress: &Progress,
) -> Result<Adjudicated, String> {
    let mut stories = BTreeMap::<&str, Vec<(&str, &PathBuf)>>::new();
    for person in people.iter().filter(|person| person.name != GOLD) {
        for (name, path) in person.files() {
            let versions = stories.entry(name).or_default();
            versions.push((&person.name, path));
        }
    }
    let mut done = Adjudicated::default();
    let all = stories.len();
    for (count, (name, files)) in stories.into_iter().enumerate() {
        if progress.is_cancelled() {
            break;
        }
        let path = place(folder, name, &files);
        done.take(name, &files, (&path, annotator))?;
        progress.reach_part(count + 1, all);
    }
    Ok(done)
}

/// Beside the versions by its own name, elsewhere by that of the article.
fn place(folder: &Path, name: &str, files: &[(&str, &PathBuf)]) -> PathBuf {
    let plain = folder.join(format!("{name}.ron"));
    let own = folder.join(format!("{name}.{GOLD}.ron"));
    let is_beside = files.iter().any(|(_, path)| path.parent() == own.parent());
    if is_beside { own } else { plain }
}

impl Adjudicated {
    fn take(
        &mut self,
        name: &str,
        files: &[(&str, &PathBuf)],
        (path, annotator): (&Path, &str),
    ) -> Result<(), String> {
        let names: Vec<String> = files.iter().map(|(name, _)| (*name).to_owned()).collect();
        let paths: Vec<PathBuf> = files.iter().map(|(_, path)| (*path).clone()).collect();
        let mut read = ReadVersions::of(&paths, &names);
        read.versions.retain(is_begun);
        self.left_out.append(&mut read.left_out);
        let comparison = match Comparison::new(&read.versions) {
            Ok(comparison) => comparison,
            // Nobody has begun it, or one alone.
            Err(CompareError::Count(count)) if count < 2 => return Ok(()),
            Err(error) => {
                self.left_out.push(format!("Left out: {error}: {name}"));
                return Ok(());
            }
        };
        let (gold, expected) = match gold_so_far(path, &read.versions) {
            Ok(gold) => gold,
            Err(why) => {
                self.left_out.push(why);
                return Ok(());
            }
        };
        let mut gold = OpenDocument::new(gold);
        gold.set_annotator(annotator);
        let refused = |error: copydesk_document::EditError| format!("{error}: {}", path.display());
        let agreed = gold.take_agreed(&comparison).map_err(refused)?;
        let settled = gold
            .take_majority(&comparison, |_| true, REASON)
            .map_err(refused)?;
        let all = comparison.settled(gold.document());
        self.open += all.iter().filter(|settled| !**settled).count();
        self.agreed += agreed;
        self.settled += settled;
        let is_there = matches!(expected, Expected::Unchanged(_));
        if is_there && gold.history().position() == 0 {
            self.unchanged += 1;
            return Ok(());
        }
        let ron = copydesk_store::print_with(gold.document(), &TextPlace::Inside);
        if let Some(folder) = path.parent() {
            disk::make_folder(folder).map_err(|error| error.to_string())?;
        }
        disk::write_atomically(path, ron.as_bytes(), expected)
            .map_err(|error| error.to_string())?;
        self.written += 1;
        Ok(())
    }
}

/// What has not been begun is nobody's.
fn is_begun(version: &Version) -> bool {
    let document = &version.document;
    document.status() >= Status::InWork || !document.annotations().is_empty()
}

/// The gold standard at `path`, or an empty one.
fn gold_so_far(path: &Path, versions: &[Version]) -> Result<(Document, Expected), String> {
    let Ok(contents) = disk::read(path) else {
        return Ok((empty_gold(versions, path), Expected::Nothing));
    };
    let gold = Version {
        person: GOLD.to_owned(),
        document: document(path)?,
    };
    let first = versions.iter().take(1).cloned();
    let both: Vec<Version> = first.chain([gold.clone()]).collect();
    Comparison::new(&both).map_err(|error| format!("{error}: {}", path.display()))?;
    Ok((gold.document, Expected::Unchanged(contents.stamp)))
}
