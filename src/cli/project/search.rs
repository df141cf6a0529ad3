//! `copydesk project search`: each place where words stand, in context or as JSON.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use serde::Serialize;

use crate::cli::project::tell;
use crate::cli::{FINDINGS, Streams, USAGE};
use crate::engine::{
    Progress, SearchHit, SearchWithin, TextLabels, load_schema, project, search_folder,
};
use copydesk_document::{Label, LabelId, Schema, counted};
use copydesk_store::Home;
use copydesk_text::folded;

#[derive(Debug, Args)]
pub(super) struct SearchArgs {
    #[arg(value_name = "FOLDER")]
    pub folder: PathBuf,
    /// Words to find, whatever their case
    #[arg(value_name = "WORDS")]
    words: Option<String>,
    /// Only where an annotation with this label stands, whatever its case
    #[arg(long, value_name = "LABEL")]
    label: Option<String>,
    /// Only where an annotation stands
    #[arg(long)]
    annotations: bool,
    /// Print a JSON object a line
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Wire<'a> {
    path: &'a str,
    /// Half-open, in bytes of the article’s text in UTF-8.
    start_byte: usize,
    end_byte: usize,
    before: &'a str,
    words: &'a str,
    after: &'a str,
    /// Of the shortest annotation there.
    label: Option<&'a str>,
}

pub(super) fn run(
    args: &SearchArgs,
    given: Option<&Path>,
    streams: &mut Streams<'_>,
) -> io::Result<u8> {
    let within = match within(args, given) {
        Ok(within) => within,
        Err(Refused { code, message }) => {
            writeln!(streams.err, "copydesk: {message}")?;
            return Ok(code);
        }
    };
    let words = args.words();
    // What cannot be written ends the search at its end: it takes a moment.
    let mut written = Ok(());
    let counts = search_folder(&args.folder, words, within, &mut |hits| {
        for hit in hits {
            if written.is_ok() {
                written = write_hit(&hit, args.json, streams);
            }
        }
    });
    written?;
    streams.out.flush()?;
    let places = counted(counts.hits, "place", "places");
    let articles = counted(counts.searched, "article", "articles");
    writeln!(
        streams.err,
        "copydesk: {places} in {} of {articles}",
        counts.articles
    )?;
    if counts.unread_formats > 0 {
        let files = counted(counts.unread_formats, "file", "files");
        writeln!(
            streams.err,
            "copydesk: {files} in other formats: searched once opened and saved"
        )?;
    }
    tell(&counts.problems, streams)
}

/// Why nothing is searched.
struct Refused {
    code: u8,
    message: String,
}

impl SearchArgs {
    fn words(&self) -> &str {
        self.words.as_deref().unwrap_or_default().trim()
    }
}

/// Where to search, once it is known that there is something to find.
fn within(args: &SearchArgs, given: Option<&Path>) -> Result<SearchWithin, Refused> {
    if args.words().is_empty() && args.label.is_none() && !args.annotations {
        return Err(Refused {
            code: USAGE,
            message: "Name the words to find, a label with --label, or --annotations for all"
                .to_owned(),
        });
    }
    let labels = labels(&args.folder, given).map_err(|message| Refused {
        code: FINDINGS,
        message,
    })?;
    let label = args.label.as_deref();
    let label = label.map(|label| known_label(label, &args.folder, &labels));
    let label = label.transpose().map_err(|message| Refused {
        code: USAGE,
        message,
    })?;
    Ok(match label {
        None if !args.annotations => SearchWithin::Text,
        label => SearchWithin::Annotations(label),
    })
}

fn labels(folder: &Path, given: Option<&Path>) -> Result<Arc<Schema>, String> {
    let schema = load_schema(given, Home::find().as_ref()).map_err(|failure| failure.message)?;
    let labels = match given {
        Some(_) => TextLabels::given(schema),
        None => TextLabels::usual(schema),
    };
    labels.read_of_folder(folder)
}

/// The label that a person means by `name`, whatever its case: one of the folder's own labels, or one that
/// any of its articles has.
fn known_label(name: &str, folder: &Path, schema: &Schema) -> Result<LabelId, String> {
    let wanted = folded(name);
    let is_meant = |label: &&Label| {
        [label.id.as_str(), &label.name, &label.plural]
            .iter()
            .any(|own| folded(own) == wanted)
    };
    if let Some(label) = schema.labels().iter().find(is_meant) {
        return Ok(label.id.clone());
    }
    // Only now all articles have to be read.
    let annotated = project::status(folder, &Progress::new()).labels;
    let found = annotated.keys().find(|id| folded(id) == wanted);
    let found = found.and_then(|id| LabelId::new(id));
    found.ok_or_else(|| unknown(name, schema, &annotated))
}

/// `annotated` are the labels that articles have, with how often.
fn unknown(name: &str, schema: &Schema, annotated: &BTreeMap<String, usize>) -> String {
    let mut known: Vec<&str> = schema.labels().iter().map(|it| it.id.as_str()).collect();
    for label in annotated.keys() {
        if !known.contains(&label.as_str()) {
            known.push(label);
        }
    }
    format!(
        "No label is called “{name}”; there are {}",
        known.join(", ")
    )
}

fn write_hit(hit: &SearchHit, as_json: bool, streams: &mut Streams<'_>) -> io::Result<()> {
    let path = hit.place.path().unwrap_or_else(|| std::path::Path::new(""));
    let path = path.to_string_lossy();
    let SearchHit {
        range,
        before,
        words,
        after,
        label,
        ..
    } = hit;
    let label = label.as_ref().map(LabelId::as_str);
    if as_json {
        let wire = Wire {
            path: &path,
            start_byte: range.start,
            end_byte: range.end,
            before,
            words,
            after,
            label,
        };
        return writeln!(streams.out, "{}", serde_json::to_string(&wire)?);
    }
    let label = label.map_or_else(String::new, |label| format!("  ({label})"));
    writeln!(
        streams.out,
        "{path}: {}[{words}]{}{label}",
        before.trim_start(),
        after.trim_end()
    )
}
