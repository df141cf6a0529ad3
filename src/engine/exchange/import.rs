//! Turns foreign files into article files of ours, one for each article.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;

use crate::engine::exchange::file_names::FileNames;
use crate::engine::exchange::unfinished::Unfinished;
use crate::engine::exchange::{Earlier, Input, LeftOut, Reading};
use crate::engine::open::broken_saves;
use crate::engine::{Failure, FailureKind};
use copydesk_document::{Document, Record, Schema};
use copydesk_formats::import::{self, LabelMap, PlaceOptions, Placed, Unplaced};
use copydesk_store::{Expected, Stamp, disk};

/// What is to be read, and where it goes.
#[derive(Clone, Debug)]
pub struct Import {
    pub inputs: Vec<Input>,
    /// Made if it is not there.
    pub folder: PathBuf,
    pub schema: Arc<Schema>,
    pub map: LabelMap,
    /// Whether spans that a program predicted and nobody accepted become annotations.
    pub take_predictions: bool,
    /// Whether article files of the same names may be replaced.
    pub may_replace: bool,
    pub earlier: Earlier,
}

/// What came of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportedFiles {
    /// Those that were written, in order.
    pub files: Vec<PathBuf>,
    /// Annotations and rejections that stand.
    pub placed: usize,
    /// Spans that are not as the file has them, counted by their label and reason.
    pub unplaced: BTreeMap<(String, &'static str), usize>,
    /// The first of these in full, each after the id of its article.
    pub examples: Vec<(String, Unplaced)>,
    /// What may not be as it was meant, each after the id of its article.
    pub warnings: Vec<(String, String)>,
    /// How many spans of the files could not be taken; a warning tells of each.
    pub unread: usize,
    pub left_out: Vec<LeftOut>,
    /// What is to be known although nothing is missing: names that had to change.
    pub notes: Vec<String>,
}

impl ImportedFiles {
    /// The first spans of a group of [`Self::unplaced`], each after the id of its article.
    pub fn examples_of(
        &self,
        (label, why): &(String, &'static str),
    ) -> impl Iterator<Item = &(String, Unplaced)> {
        self.examples
            .iter()
            .filter(move |(_, span)| span.label == *label && span.reason.summary() == *why)
    }
}

/// More are counted and not listed.
const MOST_EXAMPLES: usize = 200;

/// Reads all of `import` and writes an article file for each article. What was written before an
/// error or before it was cancelled stays: each file stands for itself, and a list says which they are.
pub fn run_import(import: &Import, reading: &mut Reading<'_>) -> Result<ImportedFiles, Failure> {
    let mut done = ImportedFiles::default();
    let mut names = FileNames::default();
    disk::make_folder(&import.folder)?;
    let (mut unfinished, note) = Unfinished::begin(import, reading.from)?;
    done.notes.extend(note);
    let mut refused = Vec::new();
    reading.names_source = true;
    let read = reading.read(&import.inputs, &mut |record, format| {
        let (id, placed) = placed(import, (record, format), &mut done);
        let name = names.of(&id);
        let file = format!("{}.ron", name.stem());
        done.notes.extend(name.note);
        match write(import, &file, &placed.document, &mut unfinished) {
            Ok(path) => {
                let shown = path.display();
                let broken = broken_saves(&path).map(|words| format!("{shown}: {words}"));
                done.notes.extend(broken);
                done.files.push(path);
                done.placed += placed.placed;
                list(&mut done, &id, placed.unplaced);
            }
            Err(failure) if failure.kind == FailureKind::InTheWay => refused.push(LeftOut {
                what: format!("the article “{id}”"),
                why: failure.message,
            }),
            Err(failure) => return Err(failure),
        }
        Ok(ControlFlow::Continue(()))
    });
    unfinished.end(read.is_ok() && !reading.progress.is_cancelled())?;
    read?;
    done.notes.append(&mut reading.notes);
    done.left_out = std::mem::take(&mut reading.left_out);
    done.left_out.extend(refused);
    Ok(done)
}

/// Writes one article, unless an earlier run did. What is new is listed before it is there, and what
/// replaces another when it is: so the list never names what somebody else wrote.
fn write(
    import: &Import,
    file: &str,
    document: &Document,
    unfinished: &mut Unfinished,
) -> Result<PathBuf, Failure> {
    let path = import.folder.join(file);
    if unfinished.has(file) {
        return Ok(path);
    }
    let ron = copydesk_store::print(document);
    let stamp = Stamp::of(ron.as_bytes());
    let is_there = disk::exists(&path);
    if !is_there {
        unfinished.note(file, stamp)?;
    } else if unfinished.is_resumed && disk::read(&path).is_ok_and(|found| found.stamp == stamp) {
        return Ok(path);
    }
    let expected = if import.may_replace {
        Expected::NothingOrOurs(copydesk_store::is_article_file)
    } else {
        Expected::Nothing
    };
    disk::write_atomically(&path, ron.as_bytes(), expected)?;
    if is_there {
        unfinished.note(file, stamp)?;
    }
    Ok(path)
}

/// As [`run_import`], but nothing is written: gives at most `most` documents.
pub(super) fn import_here(
    import: &Import,
    most: usize,
    reading: &mut Reading<'_>,
) -> Result<(Vec<Document>, ImportedFiles), Failure> {
    let mut done = ImportedFiles::default();
    let mut documents = Vec::new();
    reading.names_source = true;
    reading.read(&import.inputs, &mut |record, format| {
        if documents.len() == most {
            return Ok(ControlFlow::Break(()));
        }
        let (id, placed) = placed(import, (record, format), &mut done);
        done.placed += placed.placed;
        list(&mut done, &id, placed.unplaced);
        documents.push(placed.document);
        Ok(ControlFlow::Continue(()))
    })?;
    done.notes.append(&mut reading.notes);
    done.left_out = std::mem::take(&mut reading.left_out);
    Ok((documents, done))
}

/// The id of the article, and the article with its warnings told.
fn placed(
    import: &Import,
    (record, format): (Record, &'static str),
    done: &mut ImportedFiles,
) -> (String, Placed) {
    let id = record.metadata.id.clone();
    for warning in &record.warnings {
        done.warnings.push((id.clone(), warning.clone()));
    }
    done.unread += record.lost;
    let options = PlaceOptions {
        schema: &import.schema,
        map: &import.map,
        format,
        take_predictions: import.take_predictions,
    };
    let placed = import::place(record, &options);
    (id, placed)
}

fn list(done: &mut ImportedFiles, id: &str, unplaced: Vec<Unplaced>) {
    for span in unplaced {
        let why = span.reason.summary();
        *done.unplaced.entry((span.label.clone(), why)).or_default() += 1;
        if done.examples.len() < MOST_EXAMPLES {
            done.examples.push((id.to_owned(), span));
        }
    }
}
