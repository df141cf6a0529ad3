//! Why a name was suggested, in words that can be checked against the article.

use std::collections::BTreeMap;

use crate::Analysis;
use crate::lists::{Lists, Marks};
use crate::names::dateline;
use crate::names::model::Kind;
use crate::names::tagger::Found;
use crate::names::words::{Shape, Word, Words};

/// Looks for reasons in one article.
pub(super) struct Reasons<'a> {
    analysis: &'a Analysis<'a>,
    words: &'a Words,
    /// The first name of several words that holds the word of this hash, for people.
    full_names: BTreeMap<u64, &'a Found>,
}

/// The longest words that are quoted, in letters.
const LONGEST_QUOTE: usize = 60;

impl<'a> Reasons<'a> {
    pub(super) fn new(analysis: &'a Analysis<'a>, words: &'a Words, found: &'a [Found]) -> Self {
        let mut full_names = BTreeMap::new();
        for name in found {
            if name.kind != Kind::Person || name.tokens.len() < 2 {
                continue;
            }
            for word in name.tokens.clone().filter_map(|index| words.get(index)) {
                if word.is_capital() {
                    full_names.entry(word.hash).or_insert(name);
                }
            }
        }
        Self {
            analysis,
            words,
            full_names,
        }
    }

    pub(super) fn of(&self, name: &Found) -> String {
        match name.kind {
            Kind::Place => self.of_place(name),
            Kind::Person | Kind::Organization => self.of_person(name),
        }
    }

    fn of_person(&self, name: &Found) -> String {
        let after = self.words.get(name.tokens.end);
        let is_said = after
            .is_some_and(|word| word.shape == Shape::Lower && word.marks.has(Marks::AFTER_PERSON));
        if let Some(title) = self.title_before(name) {
            format!("after the title “{title}”")
        } else if let Some((full, paragraph)) = self.full_name(name) {
            format!("full name “{full}” in paragraph {paragraph}")
        } else if let Some(lists) = self.person_lists(name) {
            lists
        } else if is_said {
            format!(
                "before “{}”",
                self.quote(name.tokens.end, name.tokens.end + 1)
            )
        } else {
            self.fallback(name, "a person")
        }
    }

    fn of_place(&self, name: &Found) -> String {
        if dateline::is_dateline(self.analysis, self.words, name) {
            return "dateline: capitals before a dash".to_owned();
        }
        let inside = || {
            name.tokens
                .clone()
                .filter_map(|index| self.words.get(index))
        };
        let marks = Lists::embedded().of(inside().map(|word| word.folded.as_str()));
        let lists = [
            (Marks::COUNTRY, "countries"),
            (Marks::STATE, "US states"),
            (Marks::PLACE, "regions, waters and sites"),
            (Marks::CITY, "cities"),
        ];
        let list = lists.iter().find(|(list, _)| marks.has(*list));
        let before = self.preposition_before(name);
        if let Some((_, list)) = list {
            return match before {
                Some(before) => format!("in the list of {list}, after “{before}”"),
                None => format!("in the list of {list}"),
            };
        }
        let is_head = |word: &Word| word.marks.has(Marks::PLACE_HEAD);
        let (start, end) = (name.tokens.start, name.tokens.end);
        let is_long = name.tokens.len() > 1;
        if is_long && self.words.get(end - 1).is_some_and(is_head) {
            return format!("ends in “{}”", self.quote(end - 1, end));
        }
        if is_long && self.words.get(start).is_some_and(is_head) {
            return format!("begins with “{}”", self.quote(start, start + 1));
        }
        let after = self.words.get(end);
        if after
            .is_some_and(|word| word.shape == Shape::Lower && word.marks.has(Marks::AFTER_PLACE))
        {
            return format!("before “{}”", self.quote(end, end + 1));
        }
        self.fallback(name, "a place")
    }

    /// The words of the title that ends right before `name`.
    fn title_before(&self, name: &Found) -> Option<String> {
        let is = |index: usize, marks: Marks| {
            self.words
                .get(index)
                .is_some_and(|word| word.marks.has(marks))
        };
        let end = name.tokens.start;
        let mut start = end
            .checked_sub(1)
            .filter(|last| is(*last, Marks::TITLE_END))?;
        let longest = end.saturating_sub(4);
        if self.words.get(start).is_some_and(|word| word.folded == ".") && start > longest {
            start -= 1;
        }
        while start > longest && is(start - 1, Marks::TITLE) {
            start -= 1;
        }
        Some(self.quote(start, end))
    }

    /// The full name that `name` is short for, and the number of its paragraph.
    fn full_name(&self, name: &Found) -> Option<(String, usize)> {
        if name.tokens.len() > 1 {
            return None;
        }
        let full = self
            .full_names
            .get(&self.words.get(name.tokens.start)?.hash)?;
        let at = self.analysis.tokens.get(full.tokens.start)?.start;
        let paragraph = self.analysis.text().paragraph_at(at)? + 1;
        Some((self.quote(full.tokens.start, full.tokens.end), paragraph))
    }

    fn person_lists(&self, name: &Found) -> Option<String> {
        let is = |index: usize, marks: Marks| {
            self.words
                .get(index)
                .is_some_and(|word| word.marks.has(marks))
        };
        let (first, last) = (name.tokens.start, name.tokens.end.checked_sub(1)?);
        let is_given = is(first, Marks::GIVEN_NAME);
        let is_surname = is(last, Marks::SURNAME);
        match (is_given, is_surname, first == last) {
            (true, true, false) => Some("in the lists of given names and surnames".to_owned()),
            (true, _, _) => Some(format!(
                "“{}” is in the list of given names",
                self.quote(first, first + 1)
            )),
            (false, true, _) => Some(format!(
                "“{}” is in the list of surnames",
                self.quote(last, last + 1)
            )),
            (false, false, _) => None,
        }
    }

    fn preposition_before(&self, name: &Found) -> Option<String> {
        let mut before = name.tokens.start.checked_sub(1)?;
        if self.words.get(before)?.folded == "the" {
            before = before.checked_sub(1)?;
        }
        let is_preposition = PREPOSITIONS.contains(&self.words.get(before)?.folded.as_str());
        is_preposition.then(|| self.quote(before, before + 1))
    }

    fn fallback(&self, name: &Found, what: &str) -> String {
        match self.preposition_before(name) {
            Some(before) => format!("capitalized, after “{before}”"),
            None => format!("its form and the words around it fit {what}"),
        }
    }

    /// The words of the tokens `start..end` as they stand in the article, shortened.
    fn quote(&self, start: usize, end: usize) -> String {
        let first = self.analysis.tokens.get(start);
        let last = end
            .checked_sub(1)
            .and_then(|last| self.analysis.tokens.get(last));
        let words = first
            .zip(last)
            .and_then(|(first, last)| self.analysis.as_str().get(first.start..last.end))
            .unwrap_or_default();
        let mut quote: String = words
            .chars()
            .take(LONGEST_QUOTE)
            .map(|sign| if sign.is_whitespace() { ' ' } else { sign })
            .collect();
        if quote.len() < words.len() && words.chars().count() > LONGEST_QUOTE {
            quote.push('…');
        }
        quote
    }
}

const PREPOSITIONS: [&str; 16] = [
    "across",
    "around",
    "at",
    "by",
    "from",
    "in",
    "inside",
    "into",
    "near",
    "of",
    "outside",
    "over",
    "through",
    "throughout",
    "to",
    "with",
];
