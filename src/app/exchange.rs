//! Exports and imports as data: choices, previews, surveys and reports.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use crate::app::{FolderArticle, Opened};
use copydesk_document::{Document, LabelId, Memory, Schema, SpanState, Suggestion};
use copydesk_i18n::tr;

/// A format that is written, as lists show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Format {
    pub id: &'static str,
    pub name: &'static str,
    /// Who reads it and what it holds, in one line without a full stop.
    pub about: &'static str,
    /// The extension, for a format that is one file; `None` for a folder.
    pub extension: Option<&'static str>,
}

/// All formats, in the order in which lists show them.
#[derive(Clone, Debug, Default)]
pub struct Formats {
    pub written: Vec<Format>,
    /// Id and name.
    pub read: Vec<(&'static str, &'static str)>,
}

/// What goes into a data set, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportChoice {
    /// The id of the format.
    pub format: &'static str,
    pub articles: ExportArticles,
    pub states: BTreeSet<SpanState>,
    /// Labels whose spans are left out.
    pub without: BTreeSet<LabelId>,
    /// Percentages of the articles for dev and test.
    pub split: Option<(u8, u8)>,
    /// Whether each article gets its own file.
    pub one_each: bool,
}

/// Which of the open articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ExportArticles {
    /// The one that is shown.
    Shown,
    Open,
    /// The open ones that are marked as done.
    Done,
    /// All of the folder, open or not.
    Folder,
    /// Those of the folder that are marked as done.
    FolderDone,
}

impl ExportArticles {
    pub fn is_folder(self) -> bool {
        matches!(self, Self::Folder | Self::FolderDone)
    }
}

/// An article to export.
#[derive(Clone, Debug)]
pub enum ExportArticle {
    /// With its suggestions, sorted by span.
    Open(Arc<(Document, Vec<Suggestion>)>),
    /// One of the folder, which is read when its turn comes.
    Closed(FolderArticle),
}

/// Articles to export, or the first of them to preview.
#[derive(Clone, Debug)]
pub struct ExportRequest {
    pub choice: ExportChoice,
    pub articles: Vec<ExportArticle>,
    /// What was decided, if that is to change the suggestions of articles that are not open.
    pub memory: Option<Arc<Memory>>,
    /// The labels of the data set.
    pub schema: Arc<Schema>,
    /// The name of the data set, without an extension.
    pub name: String,
    /// Who annotated; empty where nobody is to be named.
    pub annotator: String,
}

/// A preview of the first article of a data set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// The files of the data set, those with the annotations first.
    pub files: Vec<PreviewFile>,
    /// What of this article the format cannot hold.
    pub losses: Vec<ReportGroup>,
}

/// The beginning of one file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PreviewFile {
    pub name: String,
    pub text: String,
    /// Length of the whole file in bytes; more than [`Self::text`] if that was cut.
    pub length: usize,
}

/// What other programs' files and folders hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Survey {
    pub articles: usize,
    /// The formats that were recognized, by id, with the articles in each.
    pub formats: BTreeMap<&'static str, usize>,
    /// The ids of the formats that fit equally well, if several do, the likeliest first.
    pub rivals: Vec<&'static str>,
    /// By name.
    pub labels: Vec<SurveyLabel>,
    /// Spans whose labels are not listed because there are too many.
    pub unlisted: usize,
    /// Spans that a program predicted and nobody accepted.
    pub predictions: usize,
    /// The files, if each is one of our articles or a plain text.
    pub plain_files: Vec<PathBuf>,
    pub left_out: Vec<ReportGroup>,
}

/// A label as it is called in other programs' files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SurveyLabel {
    pub name: String,
    pub spans: usize,
    /// The words of the first span.
    pub example: String,
    /// Ours that means the same, if one is known.
    pub ours: Option<LabelId>,
}

/// How other programs' files become articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportChoice {
    /// The id of the format; recognized where there is none.
    pub format: Option<&'static str>,
    /// By their label: ours, or nothing where such spans are left out.
    pub map: BTreeMap<String, Option<LabelId>>,
    pub takes_predictions: bool,
    pub to: ImportTo,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ImportTo {
    /// They are opened, and in no file yet.
    #[default]
    Here,
    /// They are saved as article files in a folder, and the first of them opened.
    Folder,
}

/// Files to be surveyed or imported.
#[derive(Clone, Debug)]
pub struct ImportRequest {
    pub paths: Vec<PathBuf>,
    pub choice: ImportChoice,
    pub schema: Arc<Schema>,
    /// For [`ImportTo::Folder`].
    pub folder: Option<PathBuf>,
}

/// The import that the dialog is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportDraft {
    pub paths: Vec<PathBuf>,
    /// `None` while they are being read.
    pub survey: Option<Survey>,
    pub choice: ImportChoice,
}

/// How many articles an import opens at most.
pub const MOST_OPENED: usize = 50;

/// What came of an export or an import, to be read and copied.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// One sentence without a full stop.
    pub title: String,
    /// What is not there, or not as it was; empty where all is.
    pub groups: Vec<ReportGroup>,
}

/// Why a file of data among articles is left out, in whatever language the window is; nobody needs to be
/// asked about it.
pub const DATA_FILE: &str = "data, not an article";

/// Things that share one reason.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReportGroup {
    pub count: usize,
    /// `note`, `file`, the name of a label.
    pub what: String,
    /// Without a full stop.
    pub why: String,
    /// The first of them.
    pub examples: Vec<String>,
}

/// A long piece of work that is going on.
#[derive(Clone, Debug, PartialEq)]
pub struct Work {
    pub ticket: u64,
    pub kind: WorkKind,
    /// From 0 to 1.
    pub done: f32,
}

#[derive(Clone, Debug, PartialEq)]
pub enum WorkKind {
    Export { path: PathBuf, may_replace: bool },
    Survey,
    Import,
}

/// How a piece of work ended.
#[derive(Clone, Debug)]
pub enum WorkEnd {
    Exported(Report),
    Surveyed(Box<Survey>),
    Imported {
        report: Report,
        /// Articles that are in no file yet.
        opened: Vec<Opened>,
        /// Article files that were written, in order.
        files: Vec<PathBuf>,
    },
    Failed {
        message: String,
        /// Something of that name is there.
        is_in_the_way: bool,
    },
    /// Nobody waited for it any more, or it was stopped.
    Cancelled,
}

/// What happens around exports and imports.
#[derive(Clone, Debug)]
pub enum ExchangeEvent {
    /// Something was chosen in the export dialog.
    ExportChosen(ExportChoice),
    /// The choice stands: ask where to.
    ExportWanted,
    ExportPathChosen {
        path: PathBuf,
        /// The user has already agreed to replace what is there.
        may_replace: bool,
    },
    Previewed {
        ticket: u64,
        preview: Result<Preview, String>,
    },
    /// What was to be opened is a folder, holds several articles or spans of others, or may be of
    /// several formats.
    ImportNeeded {
        path: PathBuf,
        is_folder: bool,
    },
    /// Something was chosen in the import dialog.
    ImportChosen(ImportChoice),
    /// The choice stands.
    ImportWanted,
    ImportFolderChosen(PathBuf),
    Ended {
        ticket: u64,
        end: WorkEnd,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FolderPurpose {
    /// To open all that is in it.
    Open,
    /// For the article files of an import.
    Import,
    /// For the tables of statistics.
    Tables,
    /// Of a person, to compare.
    Compare,
}

impl Default for ExportChoice {
    /// Only accepted spans of the article that is shown.
    fn default() -> Self {
        Self {
            format: "",
            articles: ExportArticles::Shown,
            states: BTreeSet::from([SpanState::Accepted]),
            without: BTreeSet::new(),
            split: None,
            one_each: false,
        }
    }
}

impl ExportChoice {
    /// What this choice makes of `format`: the extension of one file, or nothing for a folder.
    pub fn extension(&self, format: &Format) -> Option<&'static str> {
        let is_many = self.split.is_some() || self.one_each;
        format.extension.filter(|_| !is_many)
    }
}

impl Survey {
    /// The choice to begin with: labels of the same meaning, no predictions.
    pub(super) fn choice(&self, format: Option<&'static str>) -> ImportChoice {
        let rule = |label: &SurveyLabel| (label.name.clone(), label.ours.clone());
        ImportChoice {
            format,
            map: self.labels.iter().map(rule).collect(),
            takes_predictions: false,
            to: if self.articles > MOST_OPENED {
                ImportTo::Folder
            } else {
                ImportTo::Here
            },
        }
    }
}

impl Report {
    /// How many things are not there, or not as they were.
    pub fn count(&self) -> usize {
        self.groups.iter().map(|group| group.count).sum()
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.title)?;
        for group in &self.groups {
            writeln!(f, "\n{group}")?;
            for example in &group.examples {
                writeln!(f, "    {example}")?;
            }
            let others = group.count.saturating_sub(group.examples.len());
            if others > 0 && !group.examples.is_empty() {
                writeln!(f, "    {}", tr!("report-more-examples", count = others))?;
            }
        }
        Ok(())
    }
}

impl ReportGroup {
    /// [`Self::why`] as the window says it.
    pub fn reason(&self) -> &str {
        match self.why.as_str() {
            DATA_FILE => tr!("report-data-file"),
            why => why,
        }
    }
}

impl fmt::Display for ReportGroup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { count, what, .. } = self;
        let why = self.reason();
        write!(f, "{count} × {what}")?;
        if !why.is_empty() {
            f.write_str(": ")?;
            f.write_str(why)?;
        }
        Ok(())
    }
}

impl Work {
    /// For the status bar: `Exporting to news.jsonl… 40%`.
    pub fn words(&self) -> String {
        let words = match &self.kind {
            WorkKind::Export { path, .. } => {
                let name = path.file_name().unwrap_or_default();
                tr!("work-exporting", name = name.to_string_lossy())
            }
            WorkKind::Survey => tr!("work-reading").to_owned(),
            WorkKind::Import => tr!("work-importing").to_owned(),
        };
        if self.done > 0.0 {
            let percent = format!("{:.0}", self.done * 100.0);
            tr!("work-percent", work = words, percent = percent)
        } else {
            words
        }
    }
}
