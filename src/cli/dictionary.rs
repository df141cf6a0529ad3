//! `copydesk dictionary`: lists and patterns of one's own, listed, imported and exported.

use std::ffi::{OsStr, OsString};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::{Args, Subcommand};

use crate::cli::{FINDINGS, GOOD, Streams};
use crate::engine::dictionaries::{DictionaryFile, change, files};
use crate::engine::{self, Failure, Progress};
use copydesk_document::{Document, Schema, counted};
use copydesk_store::{Home, disk};
use copydesk_suggest::Analysis;
use copydesk_suggest::dictionary::{Dictionaries, Dictionary, label_called};

#[derive(Debug, Args)]
pub(super) struct DictionaryArgs {
    #[command(subcommand)]
    deed: Deed,
}

#[derive(Debug, Subcommand)]
enum Deed {
    /// Check your dictionaries, or these files, and count what they find
    List {
        /// Lists, CSV or patterns.jsonl; your own dictionaries if there are none
        #[arg(value_name = "FILE[=LABEL]")]
        files: Vec<OsString>,
        /// Count the matches in this article
        #[arg(long = "in", value_name = "ARTICLE")]
        articles: Vec<PathBuf>,
    },
    /// Copy files to your dictionaries, which the window uses
    Import {
        #[arg(value_name = "FILE[=LABEL]", required = true)]
        files: Vec<OsString>,
    },
    /// Write a dictionary as the kind that the file's name ends in: .txt, .csv or .jsonl
    Export {
        /// The name of one of your dictionaries, or a file
        #[arg(value_name = "NAME")]
        name: PathBuf,
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
        /// Replace the file if it exists
        #[arg(long)]
        replace: bool,
    },
}

pub(super) const HELP: &str = "\
A list has one entry a line; its label is LABEL, or the one in its first line “# label: person”, or the one
of its name: people.txt. CSV has the columns words, label and case (any, exact or empty). The patterns.jsonl
of Prodigy and spaCy can use TEXT, ORTH, LOWER, REGEX, SHAPE, LENGTH, IS_DIGIT, IS_ALPHA, IS_UPPER, IS_LOWER,
IS_TITLE, IS_PUNCT, LIKE_NUM and OP.

Examples:
  copydesk dictionary list                                  your dictionaries
  copydesk dictionary list patterns.jsonl --in story.txt    what a file finds in an article
  copydesk dictionary import people.txt senate.txt=person
  copydesk dictionary export people.txt -o patterns.jsonl

Exit codes: 0 success; 1 a line or a file cannot be read or written; 2 usage error";

pub(super) fn run(
    args: &DictionaryArgs,
    schema: &Arc<Schema>,
    streams: &mut Streams<'_>,
) -> io::Result<u8> {
    let home = Home::find();
    let code = match &args.deed {
        Deed::List {
            files: named,
            articles,
        } => list(named, articles, schema, home.as_ref(), streams),
        Deed::Import { files } => import(files, home.as_ref(), streams),
        Deed::Export {
            name,
            output,
            replace,
        } => export(name, output, *replace, home.as_ref(), streams),
    };
    streams.out.flush()?;
    code
}

/// Files as they were named, or those of the settings folder.
fn read_all(named: &[OsString], home: Option<&Home>) -> Vec<Result<DictionaryFile, Failure>> {
    if named.is_empty() {
        let (paths, _) = files(home, None);
        let paths = paths.iter();
        return paths.map(|path| DictionaryFile::read(path, None)).collect();
    }
    let named = named.iter().map(|named| named_file(named));
    named
        .map(|(path, label)| DictionaryFile::read(&path, label.as_deref()))
        .collect()
}

fn list(
    named: &[OsString],
    articles: &[PathBuf],
    schema: &Arc<Schema>,
    home: Option<&Home>,
    streams: &mut Streams<'_>,
) -> io::Result<u8> {
    let mut code = GOOD;
    let mut dictionaries = Vec::new();
    for read in read_all(named, home) {
        let mut problems = Vec::new();
        match read {
            Ok(mut file) => {
                file.note_unknown_labels(schema);
                problems = file.told_problems();
                dictionaries.push(file.dictionary);
            }
            Err(failure) => problems.push(failure.message),
        }
        for problem in problems {
            writeln!(streams.err, "copydesk: {problem}")?;
            code = FINDINGS;
        }
    }
    let mut counts = vec![0; dictionaries.len()];
    let ready = Dictionaries::new(&dictionaries);
    for path in articles {
        match article(path, schema) {
            Ok(document) => add_counts(&mut counts, &ready, &document),
            Err(failure) => {
                writeln!(streams.err, "copydesk: {failure}")?;
                code = FINDINGS;
            }
        }
    }
    for (dictionary, count) in dictionaries.iter().zip(counts) {
        let mut parts = labels(dictionary, schema);
        parts.push(counted(dictionary.entries.len(), "entry", "entries"));
        if !articles.is_empty() {
            parts.push(counted(count, "match", "matches"));
        }
        writeln!(streams.out, "{}: {}", dictionary.name, parts.join(", "))?;
    }
    Ok(code)
}

/// The ids of the labels in use, each once.
fn labels(dictionary: &Dictionary, schema: &Schema) -> Vec<String> {
    let mut labels: Vec<String> = Vec::new();
    for entry in &dictionary.entries {
        let label = label_called(schema, &entry.label);
        let id = label.map_or(entry.label.as_str(), |label| label.id.as_str());
        if labels.iter().all(|label| label != id) {
            labels.push(id.to_owned());
        }
    }
    labels
}

fn article(path: &Path, schema: &Arc<Schema>) -> Result<Document, Failure> {
    let opened = engine::open(path, Arc::clone(schema), None, &Progress::new())?;
    let opened = opened.ok_or_else(|| super::suggest::several(path))?;
    Ok(opened.article.document().clone())
}

fn add_counts(counts: &mut [usize], ready: &Dictionaries, document: &Document) {
    let found = ready.counts(&Analysis::new(document.text()), document.schema());
    for (count, more) in counts.iter_mut().zip(found) {
        *count += more;
    }
}

fn import(named: &[OsString], home: Option<&Home>, streams: &mut Streams<'_>) -> io::Result<u8> {
    let mut code = GOOD;
    for named in named {
        let (path, label) = named_file(named);
        let folder = change::folder(home);
        let done = folder.and_then(|folder| change::import(&path, label.as_deref(), &folder));
        match done {
            Ok(done) => writeln!(streams.out, "{}: {}", done.words, done.path.display())?,
            Err(failure) => {
                writeln!(streams.err, "copydesk: {failure}")?;
                code = FINDINGS;
            }
        }
    }
    Ok(code)
}

fn export(
    name: &Path,
    output: &Path,
    replace: bool,
    home: Option<&Home>,
    streams: &mut Streams<'_>,
) -> io::Result<u8> {
    if disk::exists(output) && !replace {
        writeln!(
            streams.err,
            "copydesk: The file exists; give --replace to replace it: {}",
            output.display()
        )?;
        return Ok(FINDINGS);
    }
    let own = home.map(|home| home.dictionaries().join(name));
    let path = own.filter(|path| disk::exists(path));
    match change::export(path.as_deref().unwrap_or(name), output) {
        Ok(done) => {
            writeln!(streams.err, "copydesk: {}", done.words)?;
            Ok(GOOD)
        }
        Err(failure) => {
            writeln!(streams.err, "copydesk: {failure}")?;
            Ok(FINDINGS)
        }
    }
}

/// The dictionaries that an option names, or what is wrong with them.
pub(super) fn dictionaries(
    named: &[OsString],
    schema: &Schema,
) -> Result<Dictionaries, Vec<String>> {
    let mut dictionaries = Vec::new();
    let mut problems = Vec::new();
    for named in named {
        let (path, label) = named_file(named);
        match DictionaryFile::read(&path, label.as_deref()) {
            Ok(mut file) => {
                file.note_unknown_labels(schema);
                problems.extend(file.told_problems());
                dictionaries.push(file.dictionary);
            }
            Err(failure) => problems.push(failure.message),
        }
    }
    if problems.is_empty() {
        Ok(Dictionaries::new(&dictionaries))
    } else {
        Err(problems)
    }
}

/// `FILE=LABEL`; a file whose own name has the sign goes first.
fn named_file(named: &OsStr) -> (PathBuf, Option<String>) {
    let path = Path::new(named);
    let split = named.to_str().and_then(|words| words.rsplit_once('='));
    match split {
        Some((file, label)) if !disk::exists(path) => (PathBuf::from(file), Some(label.to_owned())),
        _ => (path.to_owned(), None),
    }
}
