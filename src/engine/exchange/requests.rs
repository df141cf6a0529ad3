//! Turns the window's requests into exports and imports, and their results into reports.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::app::{
    self, ExportArticle, ExportArticles, ExportRequest, FolderArticle, Format, Formats,
    ImportRequest, ImportTo, MOST_OPENED, Opened, PreviewFile, Report, ReportGroup,
};
use crate::engine::exchange::export::id_of_open;
use crate::engine::exchange::import::import_here;
use crate::engine::exchange::{
    Beginning, Choice, Earlier, Export, Exported, Import, ImportedFiles, Input, LeftOut,
    LossReport, Output, Preview, Reading, Replace, export_articles, preview, run_import,
};
use crate::engine::project::Desk;
use crate::engine::{Failure, FailureKind, Progress, open};
use copydesk_document::{Record, SpanState};
use copydesk_formats::export::{Card, Shape, exporter, exporters};
use copydesk_formats::import::{LabelMap, importer, importers};
use copydesk_i18n::tr;
use copydesk_store::Home;

/// So many examples of one reason are read by a person.
const MOST_EXAMPLES: usize = 20;

/// Every format, for the dialogs.
pub fn formats() -> Formats {
    let written = exporters().map(|exporter| Format {
        id: exporter.id(),
        name: exporter.name(),
        about: exporter.about(),
        extension: match exporter.shape() {
            Shape::File(extension) => Some(extension),
            Shape::Folder | Shape::SplitFolder => None,
        },
    });
    let read = importers().map(|it| (it.id(), it.name()));
    Formats {
        written: written.collect(),
        read: read.collect(),
    }
}

/// How the first article will look; nothing if that is not open.
pub fn show(request: &ExportRequest) -> Result<app::Preview, Failure> {
    let export = as_export(request)?;
    let preview = match request.articles.first() {
        Some(ExportArticle::Open(article)) => {
            preview(&export, &request.name, &Record::of(&article.0, &article.1))?
        }
        Some(ExportArticle::Closed(_)) | None => Preview::default(),
    };
    let file = |(name, beginning): (String, Beginning)| PreviewFile {
        name,
        text: beginning.text,
        length: beginning.length,
    };
    Ok(app::Preview {
        files: preview.files.into_iter().map(file).collect(),
        losses: loss_groups(&preview.losses),
    })
}

/// Writes the data set to `path`; articles that are not open are read, by `desk`. `None` if it was stopped.
pub fn export(
    request: &ExportRequest,
    desk: &Desk<'_>,
    path: &Path,
    may_replace: bool,
    progress: &Progress,
) -> Result<Option<Report>, Failure> {
    let export = as_export(request)?;
    let desk = desk.sharing_cores(request.articles.len());
    let with_suggestions = request.choice.states.contains(&SpanState::Suggested);
    let record = |article: &ExportArticle| {
        let mut record = match article {
            ExportArticle::Open(article) => Record::of(&article.0, &article.1),
            ExportArticle::Closed(article) => closed_record(&desk, article, with_suggestions)?,
        };
        if record.metadata.id.is_empty() {
            record.metadata.id = id_of_open(&record);
        }
        Ok(record)
    };
    let replace = if may_replace {
        Replace::ByWhole
    } else {
        Replace::No
    };
    let output = Output::Path { path, replace };
    let exported = export_articles(&export, &request.articles, record, output, progress)?;
    Ok(exported.map(|exported| export_report(&exported, path)))
}

/// As the window would show the article, once it is open.
fn closed_record(
    desk: &Desk<'_>,
    article: &FolderArticle,
    with_suggestions: bool,
) -> Result<Record, LeftOut> {
    let quiet = Progress::new();
    let closed = desk.read(article, &quiet).map_err(|why| LeftOut {
        what: article.key().display().to_string(),
        why,
    })?;
    let suggested = with_suggestions.then(|| desk.suggest(article.path(), &closed.article, &quiet));
    let suggestions = suggested.flatten().map(|it| it.suggestions);
    Ok(Record::of(
        closed.article.document(),
        &suggestions.unwrap_or_default(),
    ))
}

fn as_export(request: &ExportRequest) -> Result<Export, Failure> {
    let choice = &request.choice;
    let to = exporter(choice.format).ok_or_else(|| unknown(choice.format))?;
    Ok(Export {
        to,
        choice: Choice {
            states: choice.states.clone(),
            // Articles may have labels that no list of the window knows.
            labels: BTreeSet::new(),
            without: choice.without.iter().map(ToString::to_string).collect(),
            only_done: choice.articles == ExportArticles::FolderDone,
        },
        map: None,
        schema: Arc::clone(&request.schema),
        split: choice.split,
        one_each: choice.one_each,
        annotator: request.annotator.clone(),
        card: Card::default(),
    })
}

fn unknown(format: &str) -> Failure {
    Failure {
        kind: FailureKind::Other,
        message: format!("There is no format “{format}”; choose another"),
    }
}

/// What an import made.
#[derive(Debug)]
pub struct Imported {
    pub report: Report,
    /// Articles that are in no file yet.
    pub opened: Vec<Opened>,
    /// Article files that were written, in order.
    pub files: Vec<PathBuf>,
}

/// Makes articles of files of others. `None` if it was stopped before anything was written.
pub fn import(
    request: &ImportRequest,
    home: Option<&Home>,
    progress: &Progress,
) -> Result<Option<Imported>, Failure> {
    let ImportRequest {
        paths,
        choice,
        schema,
        folder,
    } = request.clone();
    let from = choice.format.and_then(importer);
    let mut map = LabelMap::default();
    for (theirs, ours) in choice.map {
        map.set(&theirs, ours);
    }
    let name = name_of(&paths);
    let import = Import {
        inputs: paths.into_iter().map(Input::Path).collect(),
        folder: folder.unwrap_or_default(),
        schema,
        map,
        take_predictions: choice.takes_predictions,
        may_replace: false,
        // What is there already is refused one by one, and told.
        earlier: Earlier::Forget,
    };
    let mut reading = Reading::new(from, progress);
    let (documents, done) = match choice.to {
        ImportTo::Here => import_here(&import, MOST_OPENED, &mut reading)?,
        ImportTo::Folder => (Vec::new(), run_import(&import, &mut reading)?),
    };
    if progress.is_cancelled() && choice.to == ImportTo::Here {
        return Ok(None);
    }
    let (articles, spans) = (documents.len() + done.files.len(), done.placed);
    let folder = import.folder.display().to_string();
    let title = match choice.to {
        ImportTo::Here => {
            tr!(
                "reported-import-opened",
                articles = articles,
                spans = spans,
                file = name
            )
        }
        ImportTo::Folder if progress.is_cancelled() => {
            tr!(
                "reported-import-stopped",
                articles = articles,
                spans = spans,
                folder = folder
            )
        }
        ImportTo::Folder => {
            tr!(
                "reported-import-written",
                articles = articles,
                spans = spans,
                folder = folder
            )
        }
    };
    let groups = import_groups(&done);
    let opened = documents
        .into_iter()
        .map(|document| open::imported(document, home));
    Ok(Some(Imported {
        report: Report { title, groups },
        opened: opened.collect(),
        files: done.files,
    }))
}

fn name_of(paths: &[PathBuf]) -> String {
    match paths {
        [only] => {
            let name = only.file_name().unwrap_or(only.as_os_str());
            name.to_string_lossy().into_owned()
        }
        paths => tr!("reported-import-files", count = paths.len()),
    }
}

fn export_report(exported: &Exported, path: &Path) -> Report {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let spans = exported.spans.saturating_sub(exported.losses.lost_spans());
    let mut groups = loss_groups(&exported.losses);
    groups.extend(left_out_groups(&exported.left_out));
    groups.extend(note_group(&exported.notes));
    Report {
        title: tr!(
            "reported-export-written",
            articles = exported.articles,
            spans = spans,
            file = name
        ),
        groups,
    }
}

fn loss_groups(losses: &LossReport) -> Vec<ReportGroup> {
    let group =
        |(kind, why, count, examples): (&copydesk_formats::export::LossKind, &str, usize, &[_])| {
            let shown = |loss: &copydesk_formats::export::Loss| {
                let article = &loss.article;
                match &loss.span {
                    Some((label, words, _)) => tr!(
                        "reported-export-span",
                        label = label,
                        words = words,
                        article = article
                    ),
                    None => article.clone(),
                }
            };
            ReportGroup {
                count,
                what: kind.to_string(),
                why: why.to_owned(),
                examples: examples.iter().map(shown).collect(),
            }
        };
    losses.groups().map(group).collect()
}

/// By reason.
pub(super) fn left_out_groups(left_out: &[LeftOut]) -> Vec<ReportGroup> {
    let mut groups: BTreeMap<&str, ReportGroup> = BTreeMap::new();
    for LeftOut { what, why } in left_out {
        add(
            groups.entry(why).or_default(),
            (tr!("reported-left-out"), why),
            what,
        );
    }
    groups.into_values().collect()
}

/// What is to be known although nothing is missing.
fn note_group(notes: &[String]) -> Option<ReportGroup> {
    let mut group = ReportGroup::default();
    for note in notes {
        add(
            &mut group,
            (tr!("reported-renamed"), tr!("reported-why-renamed")),
            note,
        );
    }
    (!notes.is_empty()).then_some(group)
}

fn import_groups(done: &ImportedFiles) -> Vec<ReportGroup> {
    let mut groups = left_out_groups(&done.left_out);
    groups.extend(note_group(&done.notes));
    for (group, count) in &done.unplaced {
        let (label, why) = group;
        let examples = done.examples_of(group).take(MOST_EXAMPLES);
        let shown = |(article, span): &(String, copydesk_formats::import::Unplaced)| {
            tr!(
                "reported-import-span",
                words = &span.words,
                place = span.start.to_string(),
                article = article
            )
        };
        groups.push(ReportGroup {
            count: *count,
            what: label.clone(),
            why: (*why).to_owned(),
            examples: examples.map(shown).collect(),
        });
    }
    let mut warnings: BTreeMap<&str, ReportGroup> = BTreeMap::new();
    for (article, warning) in &done.warnings {
        add(
            warnings.entry(warning).or_default(),
            (tr!("reported-warning"), warning),
            article,
        );
    }
    groups.extend(warnings.into_values());
    groups
}

fn add(group: &mut ReportGroup, (what, why): (&str, &str), example: &str) {
    group.count += 1;
    if group.count == 1 {
        what.clone_into(&mut group.what);
        why.clone_into(&mut group.why);
    }
    if group.examples.len() < MOST_EXAMPLES {
        group.examples.push(example.to_owned());
    }
}
