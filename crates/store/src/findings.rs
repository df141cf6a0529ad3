//! What did not fit while a file was read, each with its place in the file.

use std::collections::BTreeMap;

use crate::outline;
use crate::problem::{Problem, ProblemKind};
use copydesk_text::LineIndex;

/// One element of one list of the file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Entry {
    pub list: List,
    pub index: usize,
}

/// A list of marks in an article file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum List {
    Annotations,
    Rejections,
    SuggestionNotes,
    DetachedAnnotations,
    DetachedRejections,
    DetachedSuggestionNotes,
}

/// A problem before its place in the file is looked up.
pub(crate) struct Finding {
    pub entry: Entry,
    pub kind: ProblemKind,
    pub message: String,
}

impl List {
    /// Its name in the file.
    fn field(self) -> &'static str {
        match self {
            Self::Annotations => "annotations",
            Self::Rejections => "rejections",
            Self::SuggestionNotes => "suggestion_notes",
            Self::DetachedAnnotations => "detached_annotations",
            Self::DetachedRejections => "detached_rejections",
            Self::DetachedSuggestionNotes => "detached_suggestion_notes",
        }
    }
}

/// The findings in the order of the file `ron`, each with its line and column. The file is looked
/// through once for each list that has any, however many they are.
pub(crate) fn problems(mut findings: Vec<Finding>, ron: &str) -> Vec<Problem> {
    if findings.is_empty() {
        return Vec::new();
    }
    findings.sort_by_key(|finding| finding.entry);
    let lines = LineIndex::new(ron);
    let mut starts: BTreeMap<List, Vec<usize>> = BTreeMap::new();
    findings
        .into_iter()
        .map(|finding| {
            let Entry { list, index } = finding.entry;
            let starts = starts
                .entry(list)
                .or_insert_with(|| outline::element_starts(ron, &[list.field()]));
            Problem {
                kind: finding.kind,
                place: starts
                    .get(index)
                    .map(|byte| lines.line_column_from_byte(*byte)),
                message: finding.message,
            }
        })
        .collect()
}

/// The words in quotation marks on one line, the first few of many.
pub(crate) fn shortened(words: &str) -> String {
    const LONGEST: usize = 40;
    let one_line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if one_line.chars().count() <= LONGEST {
        return format!("“{one_line}”");
    }
    let short: String = one_line.chars().take(LONGEST).collect();
    format!("“{}…”", short.trim_end())
}
