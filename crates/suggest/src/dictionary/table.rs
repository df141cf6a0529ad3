//! CSV with the columns `words`, `label` and `case`.

use csv::{ReaderBuilder, StringRecord};

use crate::dictionary::{Case, Content, DictionaryProblem, Entry, can_be_found};

/// In which column what is.
struct Columns {
    words: usize,
    label: usize,
    case: Option<usize>,
}

pub fn read(text: &str) -> (Vec<Entry>, Vec<DictionaryProblem>) {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(text))
        .from_reader(text.as_bytes());
    let mut columns = None;
    let mut entries = Vec::new();
    let mut problems = Vec::new();
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                let line = error.position().map_or(1, csv::Position::line);
                problems.push(DictionaryProblem::new(line_number(line), error.to_string()));
                continue;
            }
        };
        let line = line_number(record.position().map_or(1, csv::Position::line));
        let Some(known) = &columns else {
            let header = Columns::named_in(&record);
            let is_header = header.is_some();
            let known = columns.insert(header.unwrap_or_default());
            if !is_header {
                add(known, &record, line, &mut entries, &mut problems);
            }
            continue;
        };
        add(known, &record, line, &mut entries, &mut problems);
    }
    (entries, problems)
}

fn add(
    columns: &Columns,
    record: &StringRecord,
    line: usize,
    entries: &mut Vec<Entry>,
    problems: &mut Vec<DictionaryProblem>,
) {
    match columns.entry(record, line) {
        Ok(entry) => entries.push(entry),
        Err(message) => problems.push(DictionaryProblem::new(line, message)),
    }
}

fn line_number(line: u64) -> usize {
    usize::try_from(line).unwrap_or(usize::MAX)
}

/// Spreadsheets write a semicolon or a tab where the comma is a decimal sign.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    match first {
        _ if first.contains(',') => b',',
        _ if first.contains(';') => b';',
        _ if first.contains('\t') => b'\t',
        _ => b',',
    }
}

impl Default for Columns {
    fn default() -> Self {
        Self {
            words: 0,
            label: 1,
            case: Some(2),
        }
    }
}

impl Columns {
    /// If the first line names the columns.
    fn named_in(record: &StringRecord) -> Option<Self> {
        let column = |name: &str| {
            let mut fields = record.iter();
            fields.position(|field| field.trim().eq_ignore_ascii_case(name))
        };
        Some(Self {
            words: column("words")?,
            label: column("label")?,
            case: column("case"),
        })
    }

    fn entry(&self, record: &StringRecord, line: usize) -> Result<Entry, String> {
        let field = |column: usize| record.get(column).unwrap_or_default().trim();
        let (words, label) = (field(self.words), field(self.label));
        if !can_be_found(words) {
            return Err("no words to find".to_owned());
        }
        if label.is_empty() {
            return Err(format!("no label for “{words}”"));
        }
        let case = self.case.map_or("", field);
        let case = Case::parse(case)
            .ok_or_else(|| format!("the case must be “any”, “exact” or empty, not “{case}”"))?;
        Ok(Entry {
            label: label.to_owned(),
            line,
            content: Content::Words {
                words: words.to_owned(),
                case,
            },
        })
    }
}
