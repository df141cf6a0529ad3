//! The file of what a person said is right as it is, beside the articles: RON with one thing a line, so that it can
//! be read and merged.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::disk::{self, Expected};
use crate::disk_error::DiskErrorKind;
use crate::read_error::{self, ReadError};
use crate::ron_string::escaped;

/// The name of the file, at the root of the folder.
pub const RIGHTS_FILE: &str = "copydesk-lint.ron";

/// Something that is right as it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RightLine {
    /// What is found otherwise; one that this program does not know stays in the file.
    pub kind: String,
    /// The article, where it is right in that only, by its path within the folder.
    #[serde(default)]
    pub article: Option<String>,
    #[serde(default)]
    pub words: String,
    #[serde(default)]
    pub labels: Vec<String>,
}

/// What is right in `folder`; nothing where there is no file.
///
/// # Errors
/// If there is one that cannot be read; in words, with the line and the path.
pub fn load_rights(folder: &Path) -> Result<BTreeSet<RightLine>, String> {
    load(folder).map(|(lines, _)| lines)
}

/// Adds `new` to what is right in `folder`. Returns how many lines were not there yet.
///
/// # Errors
/// If the file cannot be read or written; it is as it was then.
pub fn add_rights(folder: &Path, new: &[RightLine]) -> Result<usize, String> {
    let (mut lines, expected) = load(folder)?;
    let before = lines.len();
    lines.extend(new.iter().cloned());
    if lines.len() > before {
        let ron = print(&lines);
        disk::write_atomically(&path(folder), ron.as_bytes(), expected)
            .map_err(|error| error.to_string())?;
    }
    Ok(lines.len() - before)
}

fn path(folder: &Path) -> PathBuf {
    folder.join(RIGHTS_FILE)
}

/// With what the file must still be when it is written.
fn load(folder: &Path) -> Result<(BTreeSet<RightLine>, Expected), String> {
    let path = path(folder);
    let contents = match disk::read(&path) {
        Ok(contents) => contents,
        Err(error) if error.kind == DiskErrorKind::NotFound => {
            return Ok((BTreeSet::new(), Expected::Nothing));
        }
        Err(error) => return Err(error.to_string()),
    };
    let lines = parse(&contents.bytes).map_err(|error| {
        let path = path.display();
        format!("Could not read what was said to be right: {error}: {path}")
    })?;
    Ok((lines, Expected::Unchanged(contents.stamp)))
}

fn parse(bytes: &[u8]) -> Result<BTreeSet<RightLine>, ReadError> {
    let lines: Vec<RightLine> = read_error::from_ron(read_error::text_of(bytes)?)?;
    Ok(lines.into_iter().collect())
}

fn print(lines: &BTreeSet<RightLine>) -> String {
    let lines: Vec<String> = lines.iter().map(print_line).collect();
    format!(
        "// What is right as it is, one a line: “Check consistency” does not find it again\n[\n{}]\n",
        lines.concat()
    )
}

fn print_line(line: &RightLine) -> String {
    let RightLine {
        kind,
        article,
        words,
        labels,
    } = line;
    let mut fields = vec![format!("kind: {}", escaped(kind))];
    fields.extend(
        article
            .as_ref()
            .map(|it| format!("article: {}", escaped(it))),
    );
    if !words.is_empty() {
        fields.push(format!("words: {}", escaped(words)));
    }
    if !labels.is_empty() {
        let labels: Vec<String> = labels.iter().map(|label| escaped(label)).collect();
        fields.push(format!("labels: [{}]", labels.join(", ")));
    }
    format!("    ({}),\n", fields.join(", "))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn line(kind: &str, words: &str) -> RightLine {
        RightLine {
            kind: kind.to_owned(),
            article: None,
            words: words.to_owned(),
            labels: vec!["place".to_owned()],
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(
            lines in prop::collection::btree_set(
                ("[a-z-]{1,8}", prop::option::of(".{0,9}"), ".{0,9}", prop::collection::vec(".{0,4}", 0..3)),
                0..6,
            ),
        ) {
            let lines = lines.into_iter().map(|(kind, article, words, labels)| RightLine {
                kind, article, words, labels,
            });
            let lines: BTreeSet<RightLine> = lines.collect();
            let ron = print(&lines);
            prop_assert_eq!(ron.lines().count(), lines.len() + 3);
            prop_assert_eq!(parse(ron.as_bytes()), Ok(lines));
        }
    }

    #[test]
    fn what_is_right_is_added_to_what_was() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        assert_eq!(load_rights(root), Ok(BTreeSet::new()));
        let (one, two) = (line("edge", "Yahoo!"), line("new-kind", "x"));
        assert_eq!(add_rights(root, std::slice::from_ref(&two)), Ok(1));
        assert_eq!(add_rights(root, &[one.clone(), two.clone()]), Ok(1));
        assert_eq!(load_rights(root), Ok(BTreeSet::from([one, two])));
        let ron = std::fs::read_to_string(root.join(RIGHTS_FILE)).unwrap();
        let second = ron.lines().nth(2).unwrap();
        assert_eq!(
            second,
            "    (kind: \"edge\", words: \"Yahoo!\", labels: [\"place\"]),"
        );
    }

    #[test]
    fn a_file_with_a_conflict_is_left_alone_and_its_line_named() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(RIGHTS_FILE);
        let ron = "[\n    (kind: \"edge\"),\n<<<<<<< ours\n    (kind: \"twin\"),\n]\n";
        std::fs::write(&path, ron).unwrap();
        let error = add_rights(folder.path(), &[line("edge", "a")]).unwrap_err();
        assert!(error.contains("line 3"), "{error}");
        assert!(error.ends_with(RIGHTS_FILE), "{error}");
        assert_eq!(std::fs::read_to_string(&path).unwrap(), ron);
    }
}
