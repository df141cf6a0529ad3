//! Where each word of an article stands, to find many phrases without reading the text for each.

use std::collections::HashMap;

use copydesk_text::{ArticleText, folded};

/// The words of a text, in lower case, each with the bytes where it begins.
#[derive(Clone, Debug, Default)]
pub struct WordIndex {
    starts: HashMap<String, Vec<usize>>,
}

impl WordIndex {
    pub fn of(text: &ArticleText) -> Self {
        let mut starts: HashMap<String, Vec<usize>> = HashMap::new();
        for (start, word) in words(text.as_str()) {
            starts.entry(folded(word)).or_default().push(start);
        }
        Self { starts }
    }

    /// The bytes where `phrase` can begin, in order: where its first word stands, if all its words do.
    pub(crate) fn starts_of(&self, phrase: &str) -> Vec<usize> {
        let mut found = words(phrase).map(|(at, word)| Some((at, self.starts.get(&folded(word))?)));
        let Some(Some((offset, first))) = found.next() else {
            return Vec::new();
        };
        if !found.all(|found| found.is_some()) {
            return Vec::new();
        }
        let starts = first.iter().filter_map(|start| start.checked_sub(offset));
        starts.collect()
    }
}

/// Runs of letters and digits, with the byte where each begins.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    let runs = text.split_inclusive(|c: char| !c.is_alphanumeric());
    let runs = runs.map(move |run| {
        let start = at;
        at += run.len();
        (start, run.trim_end_matches(|c: char| !c.is_alphanumeric()))
    });
    runs.filter(|(_, run)| !run.is_empty())
}
