//! What files of others hold, before any of it becomes an article: labels, counts, examples.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use crate::app::{DATA_FILE, ImportRequest, Survey, SurveyLabel};
use crate::engine::exchange::requests::left_out_groups;
use crate::engine::exchange::{LeftOut, Reading, folder, guess};
use crate::engine::{Failure, Progress};
use copydesk_document::{Record, Schema, SpanState};
use copydesk_formats::import::{self, Importer, LabelMap};
use copydesk_store::disk;

/// A file with more labels than these is no list of labels that a person could go through.
const MOST_LABELS: usize = 200;

/// The most characters of an example.
const LONGEST_EXAMPLE: usize = 80;

/// Reads all of `request` once and counts. `None` if it was stopped.
pub fn survey(request: &ImportRequest, progress: &Progress) -> Result<Option<Survey>, Failure> {
    let from = request.choice.format.and_then(import::importer);
    let mut counting = Counting::default();
    let mut reading = Reading::new(from, progress);
    let mut files = Vec::new();
    for path in &request.paths {
        if disk::is_folder(path) {
            let (found, format) = reading.files_in(path);
            files.extend(found.into_iter().map(|file| (file, format)));
        } else {
            counting.note_rivals(path, from);
            files.push((path.clone(), from));
        }
    }
    let count = files.len();
    for (index, (file, format)) in files.into_iter().enumerate() {
        counting.begin_file();
        let left_out = reading.left_out.len();
        let _flow = reading.file(&file, format, &mut |record, format| {
            counting.take(&record, format);
            Ok(ControlFlow::Continue(()))
        })?;
        if progress.is_cancelled() {
            return Ok(None);
        }
        if counting.in_file == 0 && folder::is_for_programs(&file) && count > 1 {
            reading.left_out.truncate(left_out);
            reading.left_out.push(LeftOut {
                what: file.display().to_string(),
                why: DATA_FILE.to_owned(),
            });
            continue;
        }
        counting.end_file(file, reading.left_out.len() > left_out);
        if count > 1 {
            progress.reach_part(index + 1, count);
        }
    }
    let mut survey = counting.survey(&request.schema);
    survey.left_out = left_out_groups(&reading.left_out);
    Ok(Some(survey))
}

#[derive(Default)]
struct Counting {
    survey: Survey,
    /// By what a map takes for the same.
    labels: BTreeMap<String, SurveyLabel>,
    /// How many articles the file has that is being read.
    in_file: usize,
    /// Whether one of these is more than a text, or comes from a collection.
    is_marked: bool,
    /// Whether every file until now is an article by itself.
    is_mixed: bool,
}

impl Counting {
    fn note_rivals(&mut self, path: &Path, from: Option<&'static dyn Importer>) {
        let rivals = &mut self.survey.rivals;
        if from.is_none()
            && rivals.is_empty()
            && let Ok((importers, true)) = guess(path)
        {
            rivals.extend(importers.iter().map(|importer| importer.id()));
        }
    }

    fn begin_file(&mut self) {
        self.in_file = 0;
        self.is_marked = false;
    }

    fn take(&mut self, record: &Record, format: &'static str) {
        self.in_file += 1;
        // An article file of ours is opened with all that is marked on it.
        self.is_marked |= !record.spans.is_empty() && format != "copydesk";
        self.survey.articles += 1;
        *self.survey.formats.entry(format).or_default() += 1;
        for span in &record.spans {
            if span.state == SpanState::Suggested {
                self.survey.predictions += 1;
            }
            let is_full = self.labels.len() == MOST_LABELS;
            let key = LabelMap::key(&span.label);
            match self.labels.get_mut(&key) {
                Some(label) => label.spans += 1,
                None if is_full => self.survey.unlisted += 1,
                None => {
                    let words = record.words(span).split_whitespace();
                    let words: Vec<&str> = words.collect();
                    let example = words.join(" ").chars().take(LONGEST_EXAMPLE).collect();
                    let label = SurveyLabel {
                        name: span.label.clone(),
                        spans: 1,
                        example,
                        ours: None,
                    };
                    self.labels.insert(key, label);
                }
            }
        }
    }

    fn end_file(&mut self, path: PathBuf, has_left_out: bool) {
        if self.in_file == 1 && !self.is_marked && !has_left_out {
            self.survey.plain_files.push(path);
        } else {
            self.is_mixed = true;
        }
    }

    fn survey(self, schema: &Schema) -> Survey {
        let map = LabelMap::standard(schema);
        let mut survey = self.survey;
        survey.labels = self.labels.into_values().collect();
        for label in &mut survey.labels {
            label.ours = map.of(&label.name).flatten().cloned();
        }
        if self.is_mixed || !survey.rivals.is_empty() {
            survey.plain_files.clear();
        }
        survey
    }
}
