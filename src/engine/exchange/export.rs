//! Writes articles as a data set: whole or not at all, with a report of what was lost.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::engine::exchange::file_names::{FileName, FileNames, hash};
use crate::engine::exchange::{Input, LeftOut, LossReport, Reading, manifest};
use crate::engine::project::in_order;
use crate::engine::{Failure, FailureKind, Progress};
use copydesk_document::{Record, Schema, SpanState, Status};
use copydesk_formats::export::{
    Article, Card, DataSet, Exporter, Loss, Losses, Place, Settings, Shape, Sink, Split,
    report_names, safe_name,
};
use copydesk_formats::import::LabelMap;
use copydesk_store::disk::{self, NewFiles};

/// A data set to be made.
#[derive(Clone)]
pub struct Export {
    pub to: &'static dyn Exporter,
    pub choice: Choice,
    /// What becomes of labels; without one they stay as they are.
    pub map: Option<LabelMap>,
    /// The labels that are known beforehand.
    pub schema: Arc<Schema>,
    /// Of a hundred articles so many for development and so many for testing.
    pub split: Option<(u8, u8)>,
    /// A file for each article, where the format has one for all.
    pub one_each: bool,
    /// Who annotated; empty where nobody is to be named.
    pub annotator: String,
    /// For formats that have one.
    pub card: Card,
}

/// What of an article goes into a data set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub states: BTreeSet<SpanState>,
    /// Whose case does not count; all if there are none.
    pub labels: BTreeSet<String>,
    /// Those that are left out, whatever else is wanted; their case does not count either.
    pub without: BTreeSet<String>,
    /// Only articles that are done.
    pub only_done: bool,
}

/// Where a data set goes.
pub enum Output<'a> {
    Path { path: &'a Path, replace: Replace },
    Stream(&'a mut dyn Write),
}

/// Whether a data set that is there may be replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replace {
    No,
    /// Only by one that has all that was to be in it.
    ByWhole,
    /// Also by one that lacks what could not be read.
    ByPart,
}

/// What came of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exported {
    pub articles: usize,
    pub spans: usize,
    pub losses: LossReport,
    pub left_out: Vec<LeftOut>,
    /// What may not be as it was meant, each after the id of its article.
    pub warnings: Vec<(String, String)>,
    /// How many spans of what was read could not be taken; a warning tells of each.
    pub unread: usize,
    /// What is to be known although nothing is missing: names that had to change.
    pub notes: Vec<String>,
    /// The files that were made, with their lengths in bytes.
    pub files: BTreeMap<PathBuf, u64>,
}

impl Default for Choice {
    /// What a person stands by.
    fn default() -> Self {
        Self {
            states: BTreeSet::from([SpanState::Accepted]),
            labels: BTreeSet::new(),
            without: BTreeSet::new(),
            only_done: false,
        }
    }
}

impl Choice {
    fn takes(&self, record: &Record) -> bool {
        !self.only_done || record.status == Status::Done
    }

    pub(super) fn apply(&self, record: &mut Record) {
        let Self {
            states,
            labels,
            without,
            only_done: _,
        } = self;
        record.spans.retain(|span| {
            let is_it = |label: &String| label.eq_ignore_ascii_case(&span.label);
            let is_wanted = labels.is_empty() || labels.iter().any(is_it);
            states.contains(&span.state) && is_wanted && !without.iter().any(is_it)
        });
    }
}

/// Makes the data set of what is in `inputs`. `reading` says how they are read; every loss is also given to
/// `lost` as it comes. `None` where it was cancelled, and then nothing was written.
pub fn run_export<'a>(
    export: &'a Export,
    inputs: &[Input],
    output: Output<'a>,
    reading: &mut Reading<'_>,
    lost: &mut dyn FnMut(&Loss),
) -> Result<Option<Exported>, Failure> {
    let progress = reading.progress;
    let mut writing = Writing::new(export, output)?;
    for (index, input) in inputs.iter().enumerate() {
        reading.read(std::slice::from_ref(input), &mut |record, _format| {
            writing.take(record, lost)?;
            Ok(ControlFlow::Continue(()))
        })?;
        if progress.is_cancelled() {
            return Ok(None);
        }
        if inputs.len() > 1 {
            progress.reach_part(index + 1, inputs.len());
        }
    }
    writing.check_whole(&reading.left_out)?;
    writing.exported.notes.append(&mut reading.notes);
    let left_out = std::mem::take(&mut reading.left_out);
    writing.finish(left_out).map(Some)
}

/// Makes the data set of `articles`, each of which becomes a record by `record`, or is left out. `None` where
/// it was cancelled, and then nothing was written.
pub fn export_articles<'a, T: Sync>(
    export: &'a Export,
    articles: &[T],
    record: impl Fn(&T) -> Result<Record, LeftOut> + Sync,
    output: Output<'a>,
    progress: &Progress,
) -> Result<Option<Exported>, Failure> {
    let mut writing = Writing::new(export, output)?;
    let mut left_out = Vec::new();
    let mut read = 0;
    let done = in_order(articles, progress, record, |record| {
        read += 1;
        progress.reach_part(read, articles.len());
        match record {
            Ok(record) => writing.take(record, &mut |_| {})?,
            Err(article) => left_out.push(article),
        }
        Ok::<(), Failure>(())
    })?;
    if done.is_none() || progress.is_cancelled() {
        return Ok(None);
    }
    writing.check_whole(&left_out)?;
    writing.finish(left_out).map(Some)
}

pub(super) fn id_of_open(record: &Record) -> String {
    let metadata = &record.metadata;
    let source = Path::new(&metadata.source).file_stem();
    let source = source.unwrap_or_default().to_string_lossy().into_owned();
    [source, metadata.title.clone()]
        .into_iter()
        .find(|name| !name.is_empty())
        .unwrap_or_else(|| "article".to_owned())
}

pub(super) fn settings(export: &Export, name: &str) -> Settings {
    Settings {
        name: safe_name(name),
        schema: Arc::clone(&export.schema),
        annotator: export.annotator.clone(),
        card: export.card.clone(),
    }
}

pub(super) fn map_labels(map: Option<&LabelMap>, record: &mut Record) {
    let Some(map) = map else { return };
    record.spans.retain_mut(|span| match map.of(&span.label) {
        Some(Some(ours)) => {
            span.label = ours.as_str().to_owned();
            true
        }
        Some(None) => false,
        None => true,
    });
    record.sort();
}

/// A data set while it is made.
struct Writing<'a> {
    export: &'a Export,
    settings: Settings,
    files: Files<'a>,
    /// Where the data set goes, for messages.
    path: PathBuf,
    /// Whether it is to replace another, and may if something could not be read.
    replaces: Option<Replace>,
    /// One for each part of the split, or one for all.
    parts: BTreeMap<Option<Split>, Box<dyn DataSet>>,
    /// Ids that are taken, by hash: of a million articles they take few megabytes.
    ids: BTreeSet<u64>,
    /// Where each article has a file.
    names: Option<FileNames>,
    counts: BTreeMap<String, usize>,
    exported: Exported,
}

enum Files<'a> {
    New(NewFiles),
    Stream(&'a mut dyn Write),
}

impl<'a> Writing<'a> {
    fn new(export: &'a Export, output: Output<'a>) -> Result<Self, Failure> {
        let is_many = export.split.is_some() || export.one_each;
        let is_one_each = export.one_each || export.to.shape() == Shape::Folder;
        let is_one_file = matches!(export.to.shape(), Shape::File(_)) && !is_many;
        let mut replaces = None;
        let (files, path) = match output {
            Output::Path { path, replace } => {
                let may_replace = replace != Replace::No;
                replaces = disk::exists(path).then_some(replace);
                let files = if is_one_file {
                    NewFiles::file(path, may_replace)?
                } else {
                    NewFiles::folder(path, may_replace)?
                };
                (Files::New(files), path.to_owned())
            }
            Output::Stream(out) if is_one_file => (Files::Stream(out), PathBuf::from("-")),
            Output::Stream(_) => {
                return Err(Failure {
                    kind: FailureKind::Other,
                    message: format!(
                        "Could not write the data set: it has several files; name a folder: {}",
                        export.to.name()
                    ),
                });
            }
        };
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        Ok(Self {
            settings: settings(export, &name),
            export,
            files,
            path,
            replaces,
            parts: BTreeMap::new(),
            ids: BTreeSet::new(),
            names: is_one_each.then(FileNames::of_data_set),
            counts: BTreeMap::new(),
            exported: Exported::default(),
        })
    }

    fn take(&mut self, mut record: Record, lost: &mut dyn FnMut(&Loss)) -> Result<(), Failure> {
        if !self.export.choice.takes(&record) {
            return Ok(());
        }
        map_labels(self.export.map.as_ref(), &mut record);
        self.export.choice.apply(&mut record);
        let id = self.own_id(&record.metadata.id);
        let name = self.file_name(&id);
        let fingerprint = record.text.fingerprint();
        let split = self
            .export
            .split
            .map(|(dev, test)| Split::of(fingerprint, dev, test));
        let warnings = std::mem::take(&mut record.warnings).into_iter();
        let warnings = warnings.map(|warning| (id.clone(), warning));
        self.exported.warnings.extend(warnings);
        self.exported.unread += std::mem::take(&mut record.lost);
        self.exported.articles += 1;
        self.exported.spans += record.spans.len();
        if let Some(split) = split {
            *self.counts.entry(split.name().to_owned()).or_default() += 1;
        }
        let report = &mut self.exported.losses;
        let mut add = |loss: Loss| {
            lost(&loss);
            report.add(loss);
        };
        let mut losses = Losses(&mut add);
        let to = self.export.to;
        // Formats that are folders call their files by the id.
        let shown = if to.shape() == Shape::Folder {
            &name
        } else {
            &id
        };
        let article = Article::new(&record, shown, split);
        report_names(to, &article, &mut losses);
        let written = if self.export.one_each && matches!(to.shape(), Shape::File(_)) {
            let mut sink = Routed::new(&mut self.files, to.shape(), split, Some(&name));
            let mut data_set = to.begin(&self.settings);
            data_set
                .article(&article, &mut sink, &mut losses)
                .and_then(|()| data_set.finish(&mut sink))
        } else {
            let part = split.filter(|_| to.shape() != Shape::SplitFolder);
            let settings = &self.settings;
            let data_set = self.parts.entry(part).or_insert_with(|| to.begin(settings));
            let mut sink = Routed::new(&mut self.files, to.shape(), part, None);
            data_set.article(&article, &mut sink, &mut losses)
        };
        written.map_err(|error| failed(&error, &self.path))
    }

    /// `id`, or with a number after it if another article has it.
    fn own_id(&mut self, id: &str) -> String {
        if self.ids.insert(hash(id)) {
            return id.to_owned();
        }
        let numbered = (2..u64::MAX)
            .map(|number| format!("{id}-{number}"))
            .find(|id| self.ids.insert(hash(id)))
            .unwrap_or_default();
        self.exported.notes.push(format!(
            "two articles have the id “{id}”; the second is called “{numbered}”"
        ));
        numbered
    }

    /// What the article's file is called after, where it has one of its own.
    fn file_name(&mut self, id: &str) -> String {
        let Some(names) = &mut self.names else {
            return id.to_owned();
        };
        let FileName { id, note } = names.of(id);
        self.exported.notes.extend(note);
        id
    }

    /// A data set that lacks something takes the place of no other unless a person said so, and one of
    /// which nothing could be read is none.
    fn check_whole(&self, left_out: &[LeftOut]) -> Result<(), Failure> {
        if left_out.is_empty() || matches!(self.files, Files::Stream(_)) {
            return Ok(());
        }
        let what = if self.exported.articles == 0 {
            "no article could be read"
        } else if matches!(self.replaces, Some(Replace::ByWhole | Replace::No)) {
            "what was left out would be missing from the one that is there; --allow-partial replaces it \
             all the same"
        } else {
            return Ok(());
        };
        Err(Failure {
            kind: FailureKind::Other,
            message: format!(
                "Could not write the data set; nothing was changed: {what}: {}",
                self.path.display()
            ),
        })
    }

    fn finish(mut self, left_out: Vec<LeftOut>) -> Result<Exported, Failure> {
        let to = self.export.to;
        if self.parts.is_empty() && !self.export.one_each && self.export.split.is_none() {
            // A data set of no articles is one too.
            self.parts.insert(None, to.begin(&self.settings));
        }
        for (part, data_set) in &mut self.parts {
            let mut sink = Routed::new(&mut self.files, to.shape(), *part, None);
            data_set
                .finish(&mut sink)
                .map_err(|error| failed(&error, &self.path))?;
        }
        let mut exported = self.exported;
        exported.left_out = left_out;
        match self.files {
            Files::Stream(out) => out.flush().map_err(|error| failed(&error, &self.path))?,
            Files::New(mut files) => {
                let ended = files.brought_to_end().iter().map(|path| {
                    let path = path.display();
                    format!("an earlier run was broken off at its end; what it made is now complete: {path}")
                });
                exported.notes.extend(ended);
                let is_folder = to.shape() == Shape::Folder
                    || to.shape() == Shape::SplitFolder
                    || self.export.one_each
                    || self.export.split.is_some();
                if is_folder {
                    let manifest =
                        manifest::print(to.id(), exported.articles, exported.spans, &self.counts);
                    files
                        .append(NewFiles::MANIFEST, &manifest)
                        .map_err(|error| failed(&error, &self.path))?;
                }
                exported.files = files.commit()?;
            }
        }
        Ok(exported)
    }
}

/// Gives the places of a format their names in the whole.
struct Routed<'a, 'b> {
    files: &'a mut Files<'b>,
    /// The main file's name and its extension, where there are several.
    main: Option<(String, &'static str)>,
    /// The folder for this part, with a `/` after it, or nothing.
    folder: String,
}

impl<'a, 'b> Routed<'a, 'b> {
    fn new(
        files: &'a mut Files<'b>,
        shape: Shape,
        part: Option<Split>,
        article: Option<&str>,
    ) -> Self {
        let folder = part.map_or_else(String::new, |part| format!("{}/", part.name()));
        match (shape, part, article) {
            (Shape::File(extension), _, Some(id)) => Self {
                files,
                main: Some((safe_name(id), extension)),
                folder,
            },
            (Shape::File(extension), Some(part), None) => Self {
                files,
                main: Some((part.name().to_owned(), extension)),
                folder: String::new(),
            },
            _ => Self {
                files,
                main: None,
                folder,
            },
        }
    }
}

impl Sink for Routed<'_, '_> {
    fn write(&mut self, place: Place<'_>, bytes: &[u8]) -> io::Result<()> {
        let folder = &self.folder;
        let name = match (place, &self.main) {
            (Place::Main, None) => String::new(),
            (Place::Main, Some((stem, extension))) => format!("{folder}{stem}.{extension}"),
            (Place::Beside(ending), None) => ending.to_owned(),
            (Place::Beside(ending), Some((stem, _))) => format!("{folder}{stem}{ending}"),
            (Place::In(path), _) => format!("{folder}{path}"),
        };
        match self.files {
            Files::New(files) => files.append(&name, bytes),
            Files::Stream(out) if place == Place::Main => out.write_all(bytes),
            Files::Stream(_) => Ok(()),
        }
    }
}

pub(super) fn failed(error: &io::Error, path: &Path) -> Failure {
    let kind = match error.kind() {
        io::ErrorKind::BrokenPipe => FailureKind::ReaderGone,
        _ => FailureKind::Other,
    };
    let why = match error.kind() {
        io::ErrorKind::FileTooLarge => {
            "a file would become larger than this system or user may write".to_owned()
        }
        _ => error.to_string(),
    };
    Failure {
        kind,
        message: format!(
            "Could not write the data set; nothing was left behind: {why}: {}",
            path.display()
        ),
    }
}
