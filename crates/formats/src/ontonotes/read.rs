//! Parts of documents between `#begin document` and `#end document`.

use crate::Format;
use crate::import::{Each, Faulty, Head, ImportError, Importer, Likeness, Source};
use crate::ontonotes::FORMAT;
use copydesk_document::{Metadata, Record, RecordSpan};
use copydesk_text::ArticleText;

pub(super) struct Reader;

const BEGIN: &str = "#begin document";

/// The column of words, and that of names.
const WORD: usize = 3;
const NAMES: usize = 10;

impl Importer for Reader {
    fn format(&self) -> &'static Format {
        &FORMAT
    }

    fn recognize(&self, head: &Head<'_>) -> Likeness {
        match head.first_line() {
            Some(line) if line.starts_with(BEGIN) => Likeness::Sure,
            _ => Likeness::No,
        }
    }

    fn read(&self, source: &mut Source<'_>, each: &mut Each<'_>) -> Result<(), ImportError> {
        let mut part: Option<Part> = None;
        let mut number = 0;
        while let Some(line) = source.line()? {
            number += 1;
            let line = line.text();
            let begun = line.as_deref().ok().and_then(|line| {
                let line = line.trim_start_matches('\u{feff}');
                line.strip_prefix(BEGIN).map(part_id)
            });
            if let Some(id) = begun {
                let before = part.replace(Part::new(id));
                if before.is_some_and(|before| each(before.finished()).is_break()) {
                    return Ok(());
                }
                continue;
            }
            let part = part.get_or_insert_with(|| Part::new(String::new()));
            let taken = line.and_then(|line| part.take(&line));
            if let Err(why) = taken {
                let place = format!("line {number}");
                part.wrong.get_or_insert(Faulty::new(place, why));
            }
        }
        // It is the last one either way.
        let _wants_more = part.map(|part| each(part.finished()));
        Ok(())
    }
}

/// `bc/cnn/00/cnn_0000-1` for ` (bc/cnn/00/cnn_0000); part 001`.
fn part_id(rest: &str) -> String {
    let (document, part) = rest.split_once("; part").unwrap_or((rest, ""));
    let document = document
        .trim()
        .trim_start_matches('(')
        .trim_end_matches([')', ';']);
    match part.trim().parse::<usize>() {
        Ok(part) if part > 0 => format!("{document}-{part}"),
        _ => document.to_owned(),
    }
}

struct Part {
    id: String,
    text: String,
    spans: Vec<RecordSpan>,
    /// Names that have begun: where, and their label.
    open: Vec<(usize, String)>,
    begins_line: bool,
    has_chains: bool,
    wrong: Option<Faulty>,
}

impl Part {
    fn new(id: String) -> Self {
        Self {
            id,
            text: String::new(),
            spans: Vec::new(),
            open: Vec::new(),
            begins_line: true,
            has_chains: false,
            wrong: None,
        }
    }

    fn take(&mut self, line: &str) -> Result<(), String> {
        if line.trim().is_empty() {
            self.begins_line = true;
            return Ok(());
        }
        if line.starts_with('#') {
            return Ok(());
        }
        let cells: Vec<&str> = line.split_whitespace().collect();
        let (Some(word), Some(names)) = (cells.get(WORD), cells.get(NAMES)) else {
            let found = cells.len();
            return Err(format!(
                "the row has {found} columns where it needs 12 or more"
            ));
        };
        if !self.text.is_empty() {
            self.text.push(if self.begins_line { '\n' } else { ' ' });
        }
        self.begins_line = false;
        let start = self.text.len();
        self.text.push_str(&spelled(word));
        // What is opened stands before the star, and what is closed behind it.
        for label in names.split('(').skip(1) {
            let label = label.trim_end_matches([')', '*']);
            self.open.push((start, label.to_owned()));
        }
        for _ in names.matches(')') {
            let (start, label) = self
                .open
                .pop()
                .ok_or("a name ends here that did not begin")?;
            self.spans
                .push(RecordSpan::new(label, start..self.text.len()));
        }
        self.has_chains |= cells
            .last()
            .is_some_and(|cell| *cell != "-" && *cell != "*");
        Ok(())
    }

    fn finished(self) -> Result<Record, Faulty> {
        if let Some(wrong) = self.wrong {
            return Err(wrong);
        }
        let metadata = Metadata {
            id: self.id,
            ..Metadata::default()
        };
        let mut record = Record::new(ArticleText::new(self.text), metadata);
        record.spans = self.spans;
        for (_, label) in self.open {
            record.lose(format!("{label} is left out: it does not end"));
        }
        if self.has_chains {
            let warning = "Chains of mentions are left out: only names are read";
            record.warnings.push(warning.to_owned());
        }
        record.sort();
        Ok(record)
    }
}

/// A word as it is printed, not as treebanks write it.
fn spelled(word: &str) -> String {
    match word {
        "-LRB-" => "(".to_owned(),
        "-RRB-" => ")".to_owned(),
        "-LSB-" => "[".to_owned(),
        "-RSB-" => "]".to_owned(),
        "-LCB-" => "{".to_owned(),
        "-RCB-" => "}".to_owned(),
        "``" | "''" => "\"".to_owned(),
        "/." | "/?" | "/-" => word.trim_start_matches('/').to_owned(),
        word => word.to_owned(),
    }
}
