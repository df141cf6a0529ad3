//! Lists and token patterns of one's own, whose matches are suggested in every article.

mod compiled;
mod flags;
mod list;
pub(crate) mod number_words;
mod pattern;
mod pattern_json;
mod pattern_lines;
mod phrases;
mod precedence;
mod table;
mod token_test;
mod write;

use copydesk_document::{Label, Schema};
use copydesk_text::tokens;

pub use compiled::Dictionaries;
pub use list::{head as list_head, with_head as with_list_head};
pub use pattern::TokenPattern;
pub(crate) use precedence::put_first;
pub use write::write;

/// What one file of entries holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dictionary {
    /// The file's name, which the reasons give.
    pub name: String,
    pub entries: Vec<Entry>,
}

/// Something to find.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// As written: the label's id, its name or another word for it.
    pub label: String,
    /// Where it stands in the file, from 1.
    pub line: usize,
    pub content: Content,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    Words { words: String, case: Case },
    Tokens(TokenPattern),
}

/// In which case words are found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Case {
    /// With a capital: as written, or all in capitals. Without one: in any case.
    #[default]
    Usual,
    Any,
    /// As written and in no other way.
    Exact,
}

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DictionaryKind {
    /// One entry a line, all of one label.
    List,
    /// CSV with the columns `words`, `label` and `case`.
    Table,
    /// The `patterns.jsonl` of Prodigy and spaCy.
    Patterns,
}

/// What cannot be read in a file; the rest of it can.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DictionaryProblem {
    /// From 1.
    pub line: usize,
    /// What is wrong, as the end of a sentence.
    pub message: String,
}

impl DictionaryKind {
    pub const ALL: [Self; 3] = [Self::List, Self::Table, Self::Patterns];

    /// By the end of a file's name.
    pub fn of(name: &str) -> Self {
        let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
        match extension.to_ascii_lowercase().as_str() {
            "csv" | "tsv" => Self::Table,
            "jsonl" | "json" | "ndjson" => Self::Patterns,
            _ => Self::List,
        }
    }

    pub fn extension(self) -> &'static str {
        match self {
            Self::List => "txt",
            Self::Table => "csv",
            Self::Patterns => "jsonl",
        }
    }
}

impl Dictionary {
    /// Reads the file `name`, whose end says what kind it is. `label` is that of a plain list, which else
    /// says it by its first line or its name.
    pub fn read(name: &str, text: &str, label: Option<&str>) -> (Self, Vec<DictionaryProblem>) {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let (entries, problems) = match DictionaryKind::of(name) {
            DictionaryKind::List => list::read(name, text, label),
            DictionaryKind::Table => table::read(text),
            DictionaryKind::Patterns => pattern_lines::read(text),
        };
        let name = name.to_owned();
        (Self { name, entries }, problems)
    }

    /// Entries whose label `schema` does not have: they find nothing.
    pub fn unknown_labels(&self, schema: &Schema) -> Vec<DictionaryProblem> {
        let mut told: Vec<&str> = Vec::new();
        let mut problems = Vec::new();
        for entry in &self.entries {
            let name = entry.label.as_str();
            if told.contains(&name) || label_called(schema, name).is_some() {
                continue;
            }
            told.push(name);
            problems.push(DictionaryProblem {
                line: entry.line,
                message: format!("no label is called “{name}”"),
            });
        }
        problems
    }
}

/// The label that a file means by `name`: its id, its name, its plural or another word for it.
pub fn label_called<'a>(schema: &'a Schema, name: &str) -> Option<&'a Label> {
    let name = name.trim();
    schema.label_for(name).or_else(|| {
        let folded = copydesk_text::folded(name);
        schema.labels().iter().find(|label| {
            copydesk_text::folded(&label.name) == folded
                || copydesk_text::folded(&label.plural) == folded
        })
    })
}

impl DictionaryProblem {
    fn new(line: usize, message: impl Into<String>) -> Self {
        Self {
            line,
            message: message.into(),
        }
    }
}

impl std::fmt::Display for DictionaryProblem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

impl Case {
    fn parse(word: &str) -> Option<Self> {
        match word.trim().to_ascii_lowercase().as_str() {
            "" => Some(Self::Usual),
            "any" => Some(Self::Any),
            "exact" => Some(Self::Exact),
            _ => None,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Usual => "",
            Self::Any => "any",
            Self::Exact => "exact",
        }
    }
}

/// Whether there is anything in `words` that an article could hold.
fn can_be_found(words: &str) -> bool {
    !tokens(words, 0).is_empty()
}

#[cfg(test)]
mod reading_tests;
#[cfg(test)]
mod tests;
