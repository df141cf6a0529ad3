//! The word lists in `lists/`: text files with one word or phrase a line, read when first asked.

use std::cmp::Ordering;
use std::sync::OnceLock;

/// Words and phrases of one kind, as [`copydesk_text::folded`] writes them unless the file says that case
/// matters.
pub(crate) struct WordList {
    file: &'static str,
    /// Only lines with this tag count: `captain : before person`.
    tag: Option<&'static str>,
    /// Sorted.
    words: OnceLock<Vec<&'static str>>,
}

/// The list in a file, or what has a tag there: `word_list!("titles", "office")`.
macro_rules! word_list {
    ($file:literal) => {
        $crate::lists::WordList::new($crate::lists::list_file!($file), None)
    };
    ($file:literal, $tag:literal) => {
        $crate::lists::WordList::new($crate::lists::list_file!($file), Some($tag))
    };
}

macro_rules! list_file {
    ($file:literal) => {
        include_str!(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/lists/",
            $file,
            ".txt"
        ))
    };
}

pub(crate) use {list_file, word_list};

impl WordList {
    pub(crate) const fn new(file: &'static str, tag: Option<&'static str>) -> Self {
        Self {
            file,
            tag,
            words: OnceLock::new(),
        }
    }

    fn words(&self) -> &[&'static str] {
        self.words.get_or_init(|| {
            let rows = rows(self.file).filter(|(_, tags)| {
                self.tag
                    .is_none_or(|tag| tags.split(' ').any(|it| it == tag))
            });
            let mut words: Vec<&str> = rows.map(|(word, _)| word).collect();
            words.sort_unstable();
            words
        })
    }

    /// Whether the list has `word` as it is written.
    pub(crate) fn holds(&self, word: &str) -> bool {
        self.words().binary_search(&word).is_ok()
    }

    /// Whether the list, which is in lower case, has `word` in whatever case.
    pub(crate) fn holds_in_any_case(&self, word: &str) -> bool {
        let lower = || word.bytes().map(|byte| byte.to_ascii_lowercase());
        self.find(|listed| listed.bytes().cmp(lower()))
    }

    /// Whether the list, which is in lower case, has `word` and its first letter alone is a capital.
    pub(crate) fn holds_capitalized(&self, word: &str) -> bool {
        let is_capitalized = word.starts_with(|c: char| c.is_ascii_uppercase())
            && !word.bytes().skip(1).any(|byte| byte.is_ascii_uppercase());
        is_capitalized && self.holds_in_any_case(word)
    }

    /// Whether the list has a phrase of these two words.
    pub(crate) fn holds_pair(&self, first: &str, second: &str) -> bool {
        let phrase = || first.bytes().chain([b' ']).chain(second.bytes());
        self.find(|listed| listed.bytes().cmp(phrase()))
    }

    fn find(&self, order: impl Fn(&str) -> Ordering) -> bool {
        self.words()
            .binary_search_by(|listed| order(listed))
            .is_ok()
    }
}

/// The lines of a list, each with what follows its colon; without comments.
pub(crate) fn rows(file: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    file.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.split_once(" : ").unwrap_or((line, "")))
}

#[cfg(test)]
mod tests {
    use super::WordList;

    const FILE: &str = "# Comment\nmarch : month\nmay : month also\nof course\n";

    #[test]
    fn a_list_holds_its_words_and_nothing_else() {
        let list = WordList::new(FILE, None);
        assert!(list.holds("march") && list.holds("of course"));
        for word in ["", "#", "# Comment", "marc", "March", "month", "of", ":"] {
            assert!(!list.holds(word), "{word}");
        }
    }

    #[test]
    fn a_tag_picks_some_of_the_words() {
        let list = WordList::new(FILE, Some("also"));
        assert!(list.holds("may"));
        assert!(!list.holds("march") && !list.holds("of course"));
    }

    #[test]
    fn case_counts_only_where_it_is_meant_to() {
        let list = WordList::new(FILE, None);
        assert!(list.holds_in_any_case("MARCH") && list.holds_in_any_case("march"));
        assert!(list.holds_capitalized("March"));
        for word in ["MARCH", "march", "", "Marchs"] {
            assert!(!list.holds_capitalized(word), "{word}");
        }
    }

    #[test]
    fn a_pair_is_a_phrase_of_two_words() {
        let list = WordList::new(FILE, None);
        assert!(list.holds_pair("of", "course"));
        assert!(!list.holds_pair("of", "courses") && !list.holds_pair("march", ""));
    }

    /// Every file of the folder, and those that are built in are all there.
    #[test]
    fn every_list_says_what_it_is_for_and_is_sorted_without_repeats() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("lists");
        let mut folders = vec![folder];
        let mut count = 0;
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                let file = std::fs::read_to_string(&path).unwrap();
                assert!(file.starts_with("# "), "{}", path.display());
                let words: Vec<&str> = super::rows(String::leak(file))
                    .map(|(word, _)| word)
                    .collect();
                let is_ordered = words.is_sorted_by(|one, other| one < other);
                assert!(
                    is_ordered || path.ends_with("hedges.txt"),
                    "{}",
                    path.display()
                );
                count += 1;
            }
        }
        assert!(count > 40, "{count} lists");
    }
}
