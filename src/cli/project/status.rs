//! `copydesk project status`: how far a folder is, for people or as JSON.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use serde::Serialize;

use crate::cli::Streams;
use crate::cli::project::tell;
use crate::engine::Progress;
use crate::engine::project::{self, Estimate, FolderStatus};
use copydesk_document::counted;
use copydesk_store::{find_project, load_project};

#[derive(Serialize)]
struct Wire<'a> {
    /// The name of the project; null where the folder is none.
    project: Option<&'a str>,
    articles: usize,
    open: usize,
    in_progress: usize,
    done: usize,
    flagged: usize,
    annotations: usize,
    /// By the id of each label.
    labels: &'a BTreeMap<String, usize>,
    /// Null where fewer than five articles are done.
    left: Option<Left>,
    problems: &'a [String],
}

/// Annotations that are still to be made.
#[derive(Serialize)]
struct Left {
    likely: usize,
    from: usize,
    to: usize,
}

pub(super) fn run(folder: &Path, as_json: bool, streams: &mut Streams<'_>) -> io::Result<u8> {
    let mut status = project::status(folder, &Progress::new());
    let mut project = None;
    if let Some(root) = find_project(folder) {
        match load_project(&root) {
            Ok(found) => {
                status.problems.extend(found.read_labels(&root).err());
                project = Some(found);
            }
            Err(problem) => status.problems.push(problem),
        }
    }
    let name = project.as_ref().map(|project| project.name.as_str());
    if as_json {
        let wire = wire(&status, name);
        writeln!(streams.out, "{}", serde_json::to_string(&wire)?)?;
    } else {
        write_words(&status, name, streams)?;
    }
    tell(&status.problems, streams)
}

fn wire<'a>(status: &'a FolderStatus, project: Option<&'a str>) -> Wire<'a> {
    Wire {
        project,
        articles: status.articles(),
        open: status.open,
        in_progress: status.in_progress,
        done: status.done,
        flagged: status.flagged,
        annotations: status.annotations(),
        labels: &status.labels,
        left: status
            .left
            .map(|Estimate { likely, from, to }| Left { likely, from, to }),
        problems: &status.problems,
    }
}

fn write_words(
    status: &FolderStatus,
    project: Option<&str>,
    streams: &mut Streams<'_>,
) -> io::Result<()> {
    let out = &mut streams.out;
    if let Some(name) = project {
        writeln!(out, "{name}")?;
    }
    let articles = counted(status.articles(), "article", "articles");
    let FolderStatus {
        open,
        in_progress,
        done,
        flagged,
        ..
    } = status;
    writeln!(
        out,
        "{articles}: {done} done, {in_progress} in progress, {open} open, {flagged} flagged"
    )?;
    let labels = status.labels.iter();
    let labels: Vec<String> = labels
        .map(|(label, count)| format!("{label} {count}"))
        .collect();
    let annotations = counted(status.annotations(), "annotation", "annotations");
    if labels.is_empty() {
        writeln!(out, "{annotations}")?;
    } else {
        writeln!(out, "{annotations}: {}", labels.join(", "))?;
    }
    match status.left {
        Some(Estimate { likely, from, to }) if likely > 0 || to > 0 => writeln!(
            out,
            "About {} left, between {from} and {to}, if the {done} that are done are like the others",
            counted(likely, "annotation", "annotations")
        ),
        _ => Ok(()),
    }
}
