//! Reads articles out of files, folders and streams, whatever format they are in.

use std::io::{BufRead, BufReader, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use crate::app::DATA_FILE;
use crate::engine::exchange::arrivals::Arrivals;
use crate::engine::exchange::child::{self, Given};
use crate::engine::exchange::{folder, manifest};
use crate::engine::open::broken_saves;
use crate::engine::{Failure, FailureKind, Progress, read_article_file};
use copydesk_document::Record;
use copydesk_formats::import::{self, Faulty, Head, ImportError, Importer, Likeness, Source};
use copydesk_store::disk::{self, EntryKind, NewFiles};
use copydesk_store::{Problem, ProblemKind, Restored};
use copydesk_suggest::Analysis;

/// Where articles are read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A file, or a folder with all that is in it.
    Path(PathBuf),
    /// What comes in by the standard input.
    Stream,
}

/// Reads any number of inputs, one article after the other.
pub struct Reading<'a> {
    /// The format of all of them; recognized by content where there is none.
    pub from: Option<&'static dyn Importer>,
    /// For [`Input::Stream`].
    pub stream: Option<Box<dyn BufRead + Send>>,
    /// Whether article files of ours also give what the suggesters find in them and nobody has
    /// decided on.
    pub with_suggestions: bool,
    /// Whether an article whose source is not known gets the name of the file that it is in.
    pub names_source: bool,
    pub progress: &'a Progress,
    /// What was not read, in order.
    pub left_out: Vec<LeftOut>,
    /// What was put right in our own files, each after the file's path.
    pub notes: Vec<String>,
}

/// A file or an article that was not read, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The file, and the place in it: `corpus.jsonl, line 7`.
    pub what: String,
    /// Without a full stop.
    pub why: String,
}

/// Takes an article and the format that it came in.
pub(super) type Take<'a> = dyn FnMut(Record, &'static str) -> Result<ControlFlow<()>, Failure> + 'a;

impl<'a> Reading<'a> {
    pub fn new(from: Option<&'static dyn Importer>, progress: &'a Progress) -> Self {
        Self {
            from,
            stream: None,
            with_suggestions: false,
            names_source: false,
            progress,
            left_out: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// Gives every article of `inputs` to `take`. A file that cannot be read does not hinder the
    /// next one.
    pub(super) fn read(&mut self, inputs: &[Input], take: &mut Take<'_>) -> Result<(), Failure> {
        for (index, input) in inputs.iter().enumerate() {
            let flow = match input {
                Input::Stream => self.stream(take)?,
                Input::Path(path) if disk::is_folder(path) => self.folder(path, take)?,
                Input::Path(path) => self.file(path, self.from, take)?,
            };
            if inputs.len() > 1 {
                self.progress.reach_part(index + 1, inputs.len());
            }
            if flow.is_break() || self.progress.is_cancelled() {
                break;
            }
        }
        Ok(())
    }

    fn stream(&mut self, take: &mut Take<'_>) -> Result<ControlFlow<()>, Failure> {
        let Some(stream) = self.stream.take() else {
            return Ok(ControlFlow::Continue(()));
        };
        let path = Path::new("-");
        let mut arrivals = Arrivals::new(stream, self.progress);
        let head = read_most(&mut arrivals, Head::BYTES as u64)?;
        if self.from.is_none() && copydesk_store::is_or_was_article_file(path, &head) {
            let mut bytes = head;
            bytes.append(&mut read_most(&mut arrivals, disk::MAX_BYTES)?);
            let restored = read_article_file(path, &bytes).map_err(|error| error.to_string());
            return self.restored(path, restored, take);
        }
        let importer = match self.importer(&Head {
            name: "-",
            bytes: &head,
        }) {
            Ok(importer) => importer,
            Err(error) => {
                self.leave_out(path, "", &error.to_string());
                return Ok(ControlFlow::Continue(()));
            }
        };
        if child::is_wanted_for(importer) {
            return self.in_child(importer, path, Given::Stream(head, &mut arrivals), take);
        }
        let mut input = BufReader::new(head.as_slice().chain(arrivals));
        let mut source = Source {
            name: "-",
            input: &mut input,
            beside: &mut |_| None,
        };
        self.here(importer, &mut source, path, take)
    }

    /// What reads a file that begins like this. What is neither prose nor of a known format is read
    /// by nothing unless a person says so: an article of its markup would be worse than none.
    fn importer(&self, head: &Head<'_>) -> Result<&'static dyn Importer, ImportError> {
        if let Some(from) = self.from {
            return Ok(from);
        }
        match (import::candidates(head).first(), import::structure(head)) {
            (Some((importer, _)), _) => Ok(*importer),
            (None, Some(structure)) => Err(ImportError::Unread(structure)),
            (None, None) => Ok(import::plain_text()),
        }
    }

    fn folder(&mut self, path: &Path, take: &mut Take<'_>) -> Result<ControlFlow<()>, Failure> {
        let (found, format) = self.files_in(path);
        let count = found.len();
        for (index, file) in found.into_iter().enumerate() {
            if self.progress.is_cancelled() || self.file(&file, format, take)?.is_break() {
                return Ok(ControlFlow::Break(()));
            }
            self.progress.reach_part(index + 1, count);
        }
        Ok(ControlFlow::Continue(()))
    }

    /// The files in the folder at `path` and below that are read by themselves, and their format
    /// if it is known.
    pub(super) fn files_in(
        &mut self,
        path: &Path,
    ) -> (Vec<PathBuf>, Option<&'static dyn Importer>) {
        let format = self.from.or_else(|| manifest::format(path));
        let mut found = folder::files(path, &mut self.left_out, self.progress);
        let progress = self.progress;
        let mut data = Vec::new();
        found.retain(|file| {
            !progress.is_cancelled()
                && match format {
                    Some(format) => !file.ends_with(NewFiles::MANIFEST) && is_of(format, file),
                    None if folder::is_companion(file) => false,
                    None if folder::is_for_programs(file) && is_unknown(file) => {
                        data.push(file.clone());
                        false
                    }
                    None => !folder::is_saved_beside(file),
                }
        });
        for file in data {
            self.leave_out(&file, "", DATA_FILE);
        }
        (found, format)
    }

    /// The articles of one file.
    pub(super) fn file(
        &mut self,
        path: &Path,
        from: Option<&'static dyn Importer>,
        take: &mut Take<'_>,
    ) -> Result<ControlFlow<()>, Failure> {
        let head = match disk::head(path, Head::BYTES) {
            Ok(head) => head,
            Err(error) => {
                self.leave_out(path, "", &error.to_string());
                return Ok(ControlFlow::Continue(()));
            }
        };
        if from.is_none() && copydesk_store::is_or_was_article_file(path, &head) {
            return self.article_file(path, take);
        }
        let name = file_name(path);
        let known = from.map_or_else(
            || {
                self.importer(&Head {
                    name: &name,
                    bytes: &head,
                })
            },
            Ok,
        );
        let importer = match known {
            Ok(importer) => importer,
            Err(error) => {
                self.leave_out(path, "", &error.to_string());
                return Ok(ControlFlow::Continue(()));
            }
        };
        if child::is_wanted_for(importer) {
            return self.in_child(importer, path, Given::Path(path), take);
        }
        match disk::open_stream(path) {
            Ok(mut input) => {
                let beside = path.parent().unwrap_or(Path::new("")).to_owned();
                let mut source = Source {
                    name: &name,
                    input: &mut input,
                    beside: &mut |name| read_beside(&beside, name),
                };
                self.here(importer, &mut source, path, take)
            }
            Err(error) => {
                self.leave_out(path, "", &error.to_string());
                Ok(ControlFlow::Continue(()))
            }
        }
    }

    /// One of ours.
    fn article_file(
        &mut self,
        path: &Path,
        take: &mut Take<'_>,
    ) -> Result<ControlFlow<()>, Failure> {
        let shown = path.display();
        let broken = broken_saves(path).map(|words| format!("{shown}: {words}"));
        self.notes.extend(broken);
        let read = disk::read(path)
            .map_err(|error| error.to_string())
            .and_then(|contents| {
                read_article_file(path, &contents.bytes).map_err(|error| error.to_string())
            });
        self.restored(path, read, take)
    }

    fn restored(
        &mut self,
        path: &Path,
        read: Result<Restored, String>,
        take: &mut Take<'_>,
    ) -> Result<ControlFlow<()>, Failure> {
        match read {
            Ok(restored) => {
                for Problem { kind, message, .. } in &restored.problems {
                    match kind {
                        ProblemKind::Edited
                        | ProblemKind::TextChanged
                        | ProblemKind::Moved
                        | ProblemKind::Reattached
                        | ProblemKind::DuplicateId => {
                            self.notes.push(format!("{}: {message}", path.display()));
                        }
                        _ => self.leave_out(path, "", message),
                    }
                }
                let document = &restored.document;
                let suggestions = if self.with_suggestions {
                    let analysis = Analysis::watched(document.text(), Some(self.progress.watch()));
                    copydesk_suggest::suggest(&analysis, document.schema())
                } else {
                    Vec::new()
                };
                let record = self.named(Record::of(document, &suggestions), path);
                take(record, "copydesk")
            }
            Err(why) => {
                self.leave_out(path, "", &why);
                Ok(ControlFlow::Continue(()))
            }
        }
    }

    fn in_child(
        &mut self,
        importer: &'static dyn Importer,
        path: &Path,
        given: Given<'_, '_>,
        take: &mut Take<'_>,
    ) -> Result<ControlFlow<()>, Failure> {
        let mut flow = Ok(ControlFlow::Continue(()));
        let progress = self.progress;
        let ended = child::read(importer, given, progress, &mut |record| {
            // Where it was stopped the last article may lack its end.
            if progress.is_cancelled() {
                return ControlFlow::Break(());
            }
            flow = self.hand_over(record, importer, path, take);
            *flow.as_ref().unwrap_or(&ControlFlow::Break(()))
        });
        if let Err(why) = ended {
            self.leave_out(path, "", &why);
        }
        flow
    }

    /// In this process.
    fn here(
        &mut self,
        importer: &'static dyn Importer,
        source: &mut Source<'_>,
        path: &Path,
        take: &mut Take<'_>,
    ) -> Result<ControlFlow<()>, Failure> {
        let mut flow = Ok(ControlFlow::Continue(()));
        let progress = self.progress;
        let ended = import::read(importer, source, &mut |record| {
            if progress.is_cancelled() {
                return ControlFlow::Break(());
            }
            flow = self.hand_over(record, importer, path, take);
            *flow.as_ref().unwrap_or(&ControlFlow::Break(()))
        });
        if let Err(error) = ended {
            self.leave_out(path, "", &error.to_string());
        }
        flow
    }

    /// Gives an article to `take`, or notes that it cannot be read.
    fn hand_over(
        &mut self,
        record: Result<Record, Faulty>,
        importer: &'static dyn Importer,
        path: &Path,
        take: &mut Take<'_>,
    ) -> Result<ControlFlow<()>, Failure> {
        match record {
            Ok(record) => take(self.named(record, path), importer.id()),
            Err(Faulty { place, why }) => {
                self.leave_out(path, &place, &why);
                Ok(ControlFlow::Continue(()))
            }
        }
    }

    /// Where neither the file nor the format names an article, its file does.
    fn named(&self, mut record: Record, path: &Path) -> Record {
        let metadata = &mut record.metadata;
        if self.names_source && metadata.source.is_empty() && path != Path::new("-") {
            metadata.source = file_name(path);
        }
        if metadata.id.is_empty() {
            let stem = path.file_stem().unwrap_or_default().to_string_lossy();
            metadata.id = stem.into_owned();
        }
        record
    }

    fn leave_out(&mut self, path: &Path, place: &str, why: &str) {
        let path = path.display();
        let what = if place.is_empty() {
            path.to_string()
        } else {
            format!("{path}, {place}")
        };
        self.left_out.push(LeftOut {
            what,
            why: why.to_owned(),
        });
    }
}

/// The importers that may read the file at `path`, the likeliest first, and whether a person should
/// choose among them.
pub fn guess(path: &Path) -> Result<(Vec<&'static dyn Importer>, bool), Failure> {
    let head = disk::head(path, Head::BYTES)?;
    let candidates = import::candidates(&Head {
        name: &file_name(path),
        bytes: &head,
    });
    let sure = candidates
        .iter()
        .filter(|(_, likeness)| *likeness == Likeness::Sure)
        .count();
    let importers = candidates.into_iter().map(|(importer, _)| importer);
    Ok((importers.collect(), sure > 1))
}

/// Whether the file at `path`, which no importer takes, is no prose either.
pub(super) fn has_structure(path: &Path) -> Result<bool, Failure> {
    let head = disk::head(path, Head::BYTES)?;
    let structure = import::structure(&Head {
        name: &file_name(path),
        bytes: &head,
    });
    Ok(structure.is_some())
}

/// What `importer` makes of the file at `path`, in this process.
pub(super) fn read_here(
    importer: &dyn Importer,
    path: &Path,
    each: &mut import::Each<'_>,
) -> Result<(), ImportError> {
    let mut input = disk::open_stream(path).map_err(|error| ImportError::Io(error.to_string()))?;
    let beside = path.parent().unwrap_or(Path::new("")).to_owned();
    let mut source = Source {
        name: &file_name(path),
        input: &mut input,
        beside: &mut |name| read_beside(&beside, name),
    };
    import::read(importer, &mut source, each)
}

fn read_beside(folder: &Path, name: &str) -> Option<Vec<u8>> {
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    let only;
    let name = match name.strip_prefix('*') {
        Some(ending) => {
            only = only_one(folder, ending)?;
            &only
        }
        None => name,
    };
    let contents = disk::read_beside(folder, name).ok()?;
    Some(contents.bytes)
}

/// The name of the file in `folder` that ends in `ending`, if there is no second one.
fn only_one(folder: &Path, ending: &str) -> Option<String> {
    let kinds = disk::kinds(folder).ok()?.into_iter();
    let files = kinds.filter(|(_, kind)| matches!(kind, EntryKind::File));
    let mut names = files
        .map(|(path, _)| file_name(&path))
        .filter(|name| name.ends_with(ending));
    let first = names.next()?;
    names.next().is_none().then_some(first)
}

fn read_most(input: &mut dyn Read, most: u64) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = input.take(most).read_to_end(&mut bytes);
    read.map(|_| bytes).map_err(|error| Failure {
        kind: FailureKind::Other,
        message: format!("Could not read the standard input: {error}"),
    })
}

/// Whether no format but plain text takes the file.
fn is_unknown(path: &Path) -> bool {
    guess(path).is_ok_and(|(importers, _)| importers.iter().all(|it| it.id() == "text"))
}

fn is_of(format: &dyn Importer, path: &Path) -> bool {
    disk::head(path, Head::BYTES).is_ok_and(|bytes| {
        let head = Head {
            name: &file_name(path),
            bytes: &bytes,
        };
        import::recognize(format, &head) != Likeness::No
    })
}

fn file_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}
