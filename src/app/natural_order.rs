//! The order in which people expect names: numbers by what they count, `2.txt` before `10.txt`.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use copydesk_text::folded;

/// Sorts words; case counts for nothing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NaturalKey(Vec<Part>);

/// Sorts paths, folder by folder, then by name and then by extension.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NaturalPathKey(Vec<NaturalKey>, PathBuf);

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    /// Of any length: how many digits, and which.
    Number(usize, String),
    Words(String),
}

impl NaturalKey {
    pub fn of(words: &str) -> Self {
        let words = folded(words);
        let mut parts = Vec::new();
        let mut rest = words.as_str();
        while let Some(first) = rest.chars().next() {
            let is_number = first.is_ascii_digit();
            let end = rest.find(|c: char| c.is_ascii_digit() != is_number);
            let (part, after) = rest.split_at(end.unwrap_or(rest.len()));
            parts.push(if is_number {
                let digits = part.trim_start_matches('0');
                Part::Number(digits.len(), digits.to_owned())
            } else {
                Part::Words(part.to_owned())
            });
            rest = after;
        }
        Self(parts)
    }
}

impl NaturalPathKey {
    pub fn of(path: &Path) -> Self {
        let key = |part: &OsStr| NaturalKey::of(&part.to_string_lossy());
        let folders = path.parent().into_iter().flat_map(Path::iter);
        let name = [path.file_stem(), path.extension()].into_iter().flatten();
        Self(folders.chain(name).map(key).collect(), path.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::{NaturalKey, NaturalPathKey};
    use std::path::Path;

    #[test]
    fn names_are_sorted_by_what_their_numbers_count() {
        let expected = [
            "1.txt",
            "2.md",
            "02.txt",
            "2.txt",
            "10.txt",
            "10 more/1.txt",
            "99999999999999999999999999.txt",
            "a.txt",
            "a-1.txt",
            "B.txt",
            "c/2/x10.txt",
            "c/10/x2.txt",
        ];
        let mut sorted = expected;
        sorted.reverse();
        sorted.sort_by_key(|path| NaturalPathKey::of(Path::new(path)));
        assert_eq!(sorted, expected);
    }

    #[test]
    fn titles_are_sorted_by_what_their_numbers_count() {
        let mut titles = ["Chapter 10", "chapter 9", "Chapter 1, part 2"];
        titles.sort_by_cached_key(|title| NaturalKey::of(title));
        assert_eq!(titles, ["Chapter 1, part 2", "chapter 9", "Chapter 10"]);
    }
}
