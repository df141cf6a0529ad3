//! The file of what people decided, beside the articles: RON that can be read, shared and merged.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::disk::{self, Expected};
use crate::disk_error::{DiskError, DiskErrorKind};
use crate::read_error::{self, ReadError, ReadErrorKind};
use crate::ron_string;
use copydesk_document::{Decisions, LabelId, Memory, Votes};

/// Its name begins with a period, so that a folder of articles does not list it.
const NAME: &str = ".copydesk-memory.ron";

/// The memory of the articles in `folder`; an empty one where there is none.
///
/// # Errors
/// If there is one that cannot be read.
pub fn load_memory(folder: &Path) -> Result<Memory, String> {
    let path = path(folder);
    let contents = match disk::read(&path) {
        Ok(contents) => contents,
        Err(error) if error.kind == DiskErrorKind::NotFound => return Ok(Memory::default()),
        Err(error) => return Err(error.to_string()),
    };
    let parsed = parse(&contents.bytes);
    parsed.map_err(|error| {
        let path = path.display();
        format!("Could not read what was learned from these articles: {error}: {path}")
    })
}

/// Writes the memory of the articles in `folder`. An empty one is written only over another.
///
/// # Errors
/// If it cannot be written, or another file has its name.
pub fn save_memory(folder: &Path, memory: &Memory) -> Result<(), DiskError> {
    let path = path(folder);
    if memory.is_empty() && !disk::exists(&path) {
        return Ok(());
    }
    let is_ours: fn(&[u8]) -> bool = |bytes| parse(bytes).is_ok();
    let ron = print(memory);
    disk::write_atomically(&path, ron.as_bytes(), Expected::NothingOrOurs(is_ours)).map(|_| ())
}

fn path(folder: &Path) -> PathBuf {
    folder.join(NAME)
}

/// Words, label, how often marked, of these by hand, and rejected.
type LineV1 = (String, String, u32, u32, u32);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MemoryV1 {
    format: u32,
    /// By the fingerprint of the text.
    articles: BTreeMap<String, Vec<LineV1>>,
}

fn parse(bytes: &[u8]) -> Result<Memory, ReadError> {
    let MemoryV1 { format, articles } = read_error::from_ron(read_error::text_of(bytes)?)?;
    if format != 1 {
        let message = format!("it has format {format}, this program reads format 1");
        return Err(ReadError::new(ReadErrorKind::Newer, message));
    }
    let mut memory = Memory::default();
    for (article, lines) in articles {
        let decision = |(words, label, marked, by_hand, rejected): LineV1| {
            let label = LabelId::new(&label)?;
            let by_hand = by_hand.min(marked);
            let votes = Votes {
                marked,
                by_hand,
                rejected,
            };
            (votes != Votes::default()).then_some(((words, label), votes))
        };
        let decisions: Decisions = lines.into_iter().filter_map(decision).collect();
        memory.set(&article, decisions);
    }
    Ok(memory)
}

fn print(memory: &Memory) -> String {
    let articles: Vec<String> = memory.articles().map(print_article).collect();
    let articles = articles.concat();
    format!(
        "// What was decided in the articles of this folder: words, label, how often marked, \
         of these by hand, and rejected; in “_ said” the line is the span\n(\n    format: 1,\n    articles: {{\n{articles}    }},\n)\n"
    )
}

fn print_article((article, decisions): (&str, &Decisions)) -> String {
    let line = |((words, label), votes): (&(String, LabelId), &Votes)| {
        let Votes {
            marked,
            by_hand,
            rejected,
        } = votes;
        let words = ron_string::escaped(words);
        let label = ron_string::escaped(label.as_str());
        format!("            ({words}, {label}, {marked}, {by_hand}, {rejected}),\n")
    };
    let lines: Vec<String> = decisions.iter().map(line).collect();
    let article = ron_string::escaped(article);
    format!("        {article}: [\n{}        ],\n", lines.concat())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_written_is_read(lines in prop::collection::vec(("[a-c]", "\\PC{1,12}", 0..3u32, 0..3u32), 0..9)) {
            let mut memory = Memory::default();
            for (article, words, marked, rejected) in lines {
                let votes = Votes { marked, by_hand: marked / 2, rejected };
                let label = LabelId::new("person").unwrap();
                let decision = (votes != Votes::default()).then_some(((words, label), votes));
                memory.set(&article, decision.into_iter().collect());
            }
            prop_assert_eq!(parse(print(&memory).as_bytes()).unwrap(), memory);
        }

        #[test]
        fn any_file_is_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            drop(parse(&bytes));
        }
    }

    #[test]
    fn a_folder_without_one_has_an_empty_one_and_gets_none() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(load_memory(folder.path()), Ok(Memory::default()));
        save_memory(folder.path(), &Memory::default()).unwrap();
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_file_of_something_else_is_told_and_left() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(NAME);
        std::fs::write(&path, "something else").unwrap();
        let error = load_memory(folder.path()).unwrap_err();
        assert!(
            error.starts_with("Could not read what was learned"),
            "{error}"
        );
        let mut memory = Memory::default();
        let label = LabelId::new("person").unwrap();
        let votes = Votes {
            marked: 1,
            by_hand: 1,
            rejected: 0,
        };
        memory.set("a", [(("Ann".to_owned(), label), votes)].into());
        assert!(save_memory(folder.path(), &memory).is_err());
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "something else");
    }
}
