//! Where the words of a span stand elsewhere in an article, and where that is not certain.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::review::{Item, State};
use crate::synonyms::canonical_name;
use crate::{Deed, LabelId, Schema, WordIndex};
use copydesk_text::{ArticleText, Span, find_folded, folded};

/// A place where the words of a span stand, perhaps in another form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Twin {
    pub span: Span,
    /// Why a person should look at it first; `None` where it is plainly the same.
    pub doubt: Option<Doubt>,
}

/// Why a [`Twin`] may mean something else.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Doubt {
    /// The same words are marked, or suggested, as something else.
    OtherLabel(LabelId),
    /// They are part of a longer name, which is given.
    InLonger(String),
    /// They are written small where the name is not: `us` for `US`.
    Case,
    /// Another name in the article ends in this surname.
    SharedSurname(String),
    /// A person rejected them there.
    Rejected,
}

/// What is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Without titles before and `'s` behind.
    words: String,
    /// The last word of a person's full name.
    surname: Option<String>,
    label: LabelId,
}

/// Titles that stand before a name and do not belong to it, in lower case without a period.
const TITLES: [&str; 34] = [
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "prof",
    "professor",
    "sir",
    "dame",
    "lord",
    "lady",
    "president",
    "chancellor",
    "prime",
    "minister",
    "senator",
    "sen",
    "rep",
    "representative",
    "gov",
    "governor",
    "general",
    "gen",
    "col",
    "colonel",
    "capt",
    "captain",
    "judge",
    "justice",
    "king",
    "queen",
    "prince",
    "pope",
];

impl Wanted {
    /// The words of a span to look for; `None` if nothing but titles or punctuation is in it.
    pub fn new(words: &str, label: &LabelId) -> Option<Self> {
        let words = without_possessive(words.trim());
        let words = without_titles(words);
        if !words.chars().any(char::is_alphanumeric) {
            return None;
        }
        let surname = match canonical_name(label.as_str()) {
            Some("person") => surname(words),
            _ => None,
        };
        Some(Self {
            words: words.to_owned(),
            surname: surname.map(str::to_owned),
            label: label.clone(),
        })
    }

    /// These words only, and nothing that may stand for them.
    pub(crate) fn exactly(words: &str, label: &LabelId) -> Option<Self> {
        let is_wordy = words.chars().any(char::is_alphanumeric);
        is_wordy.then(|| Self {
            words: words.to_owned(),
            surname: None,
            label: label.clone(),
        })
    }

    /// As they are looked for.
    pub fn words(&self) -> &str {
        &self.words
    }

    /// All places in order, no two overlapping, where `deed` would change anything. `items` are those of
    /// the article, sorted by span. Reads all of the text.
    pub fn places(
        &self,
        deed: &Deed,
        text: &ArticleText,
        schema: &Schema,
        items: &[Item],
    ) -> Vec<Twin> {
        let whole = occurrences(text, &self.words);
        let surnames = self
            .surname
            .iter()
            .flat_map(|surname| occurrences(text, surname));
        let is_apart = |place: &Place| !whole.iter().any(|whole| meet(&whole.range, &place.range));
        let surnames: Vec<Place> = surnames.filter(is_apart).collect();
        let others = self.other_names(text, items);
        let place = Places {
            deed,
            text,
            schema,
            items,
        };
        let surnames = surnames.into_iter().filter_map(|surname| {
            let twin = self.twin(&place, &surname)?;
            let shared = others.first().cloned().map(Doubt::SharedSurname);
            Some(Twin {
                doubt: twin.doubt.or(shared),
                ..twin
            })
        });
        let whole = whole.iter().filter_map(|whole| self.twin(&place, whole));
        let mut twins: Vec<Twin> = whole.chain(surnames).collect();
        twins.sort_by_key(|twin| twin.span);
        twins
    }

    /// As [`Self::places`] of these very words, found with `index`, that of the text.
    pub(crate) fn indexed_places(&self, place: &Places<'_>, index: &WordIndex) -> Vec<Twin> {
        let starts = index.starts_of(&self.words);
        let found = occurrences_from(place.text, &self.words, starts);
        let twins = found.iter().filter_map(|found| self.twin(place, found));
        twins.collect()
    }

    fn twin(&self, within: &Places<'_>, place: &Place) -> Option<Twin> {
        let span = within.text.span(place.range.start, place.range.end)?;
        let there = Surroundings {
            text: within.text,
            schema: within.schema,
            items: within.items,
            span,
        };
        if !there.is_changed_by(within.deed) {
            return None;
        }
        let doubt = there.doubt(within.deed.label());
        let doubt = doubt.or_else(|| self.is_small(place).then_some(Doubt::Case));
        Some(Twin { span, doubt })
    }

    /// Whether a place is written small where the name is not. A headline in capitals is no such place.
    fn is_small(&self, place: &Place) -> bool {
        let wanted = match &self.surname {
            Some(surname) if place.words.len() <= surname.len() + 2 => surname,
            _ => &self.words,
        };
        let is_acronym = wanted
            .chars()
            .filter(|c| c.is_alphabetic())
            .all(char::is_uppercase);
        let begins_large = |words: &str| words.chars().next().is_some_and(char::is_uppercase);
        if is_acronym && wanted.chars().count() > 1 {
            return place.words.chars().any(char::is_lowercase);
        }
        begins_large(wanted) && !begins_large(&place.words)
    }

    /// Names of others that end in the same surname.
    fn other_names(&self, text: &ArticleText, items: &[Item]) -> Vec<String> {
        let Some(own) = &self.surname else {
            return Vec::new();
        };
        let names = items
            .iter()
            .filter(|item| item.label == self.label && item.state != State::Rejected)
            .map(|item| without_titles(text.words(item.span)));
        let others = names.filter(|name| {
            let is_same = folded(name) == folded(&self.words);
            !is_same && surname(name).is_some_and(|surname| folded(surname) == folded(own))
        });
        let others: BTreeSet<&str> = others.collect();
        others.into_iter().map(str::to_owned).collect()
    }
}

/// Where places are looked for, and for what.
pub(crate) struct Places<'a> {
    pub deed: &'a Deed,
    pub text: &'a ArticleText,
    pub schema: &'a Schema,
    /// Sorted by span.
    pub items: &'a [Item],
}

/// An occurrence, with its words.
struct Place {
    range: Range<usize>,
    words: String,
}

/// Where `words` stand as whole words whatever the case and the white space between them, or with a plural
/// ending that a small word may take.
fn occurrences(text: &ArticleText, words: &str) -> Vec<Place> {
    let first = words.split_whitespace().next().unwrap_or_default();
    let starts = find_folded(text.as_str(), first).into_iter();
    occurrences_from(text, words, starts.map(|found| found.start))
}

/// As [`occurrences`], where they can only begin at `starts`, in order.
fn occurrences_from(
    text: &ArticleText,
    words: &str,
    starts: impl IntoIterator<Item = usize>,
) -> Vec<Place> {
    let all = text.as_str();
    let mut parts = words.split_whitespace();
    let Some(first) = parts.next() else {
        return Vec::new();
    };
    let rest: Vec<&str> = parts.collect();
    let takes_plural =
        words.chars().all(|c| !c.is_uppercase()) && words.ends_with(char::is_alphabetic);
    let mut free_from = 0;
    let mut found = Vec::new();
    for start in starts {
        let end = all
            .get(start..)
            .and_then(|here| matching_length(here, first));
        let end = end.and_then(|length| phrase_end(all, start + length, &rest));
        let Some(end) = end else { continue };
        let end = if takes_plural {
            with_plural(all, end)
        } else {
            end
        };
        if start >= free_from && is_border(all, start) && is_border(all, end) {
            free_from = end;
            let range = start..end;
            let words = all.get(range.clone()).unwrap_or_default().to_owned();
            found.push(Place { range, words });
        }
    }
    found
}

/// Where a phrase ends whose other words are `rest`, after `end`.
fn phrase_end(all: &str, end: usize, rest: &[&str]) -> Option<usize> {
    rest.iter().try_fold(end, |end, word| {
        let gap = all.get(end..)?;
        let next = gap.trim_start();
        let at = end + (gap.len() - next.len());
        let length = matching_length(next, word)?;
        (gap.len() > next.len()).then_some(at + length)
    })
}

/// How many bytes of `text` read `word`, whatever the case.
fn matching_length(text: &str, word: &str) -> Option<usize> {
    let until = text.find(char::is_whitespace).unwrap_or(text.len());
    let head = text.get(..until)?;
    let first = find_folded(head, word).into_iter().next()?;
    (first.start == 0).then_some(first.end)
}

fn with_plural(text: &str, end: usize) -> usize {
    let rest = text.get(end..).unwrap_or_default();
    let endings = ["es", "s"].into_iter();
    let mut fitting = endings.filter(|ending| rest.starts_with(ending));
    let longer = fitting.find(|ending| is_border(text, end + ending.len()));
    end + longer.map_or(0, str::len)
}

/// Whether no word goes on over `byte`.
fn is_border(text: &str, byte: usize) -> bool {
    let (Some(before), Some(after)) = (text.get(..byte), text.get(byte..)) else {
        return false;
    };
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    !(before.ends_with(is_word) && after.starts_with(is_word))
}

fn meet(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

fn without_possessive(words: &str) -> &str {
    let endings = ["'s", "’s"];
    let cut = endings.iter().find_map(|ending| words.strip_suffix(ending));
    cut.unwrap_or(words)
}

fn without_titles(words: &str) -> &str {
    let mut rest = words;
    while let Some((first, others)) = rest.split_once(char::is_whitespace) {
        if !is_title(first) {
            break;
        }
        rest = others.trim_start();
    }
    rest
}

fn is_title(word: &str) -> bool {
    TITLES.contains(&folded(word.trim_end_matches('.')).as_str())
}

/// The last word of a name of several words, each of which begins with a capital; not `Jr.`.
fn surname(name: &str) -> Option<&str> {
    let is_large = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    let generation = ["jr", "sr", "ii", "iii", "iv"];
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_generation =
        |word: &&str| generation.contains(&folded(word.trim_end_matches('.')).as_str());
    let last = words.iter().rposition(|word| !is_generation(word))?;
    let surname = words.get(last)?.trim_end_matches(',');
    let is_name =
        last > 0 && words.first().is_some_and(|first| is_large(first)) && is_large(surname);
    (is_name && surname.chars().count() > 2).then_some(surname)
}

/// What stands at a place and around it.
struct Surroundings<'a> {
    text: &'a ArticleText,
    schema: &'a Schema,
    items: &'a [Item],
    span: Span,
}

impl Surroundings<'_> {
    /// Items that share a byte with the place, in its layer.
    fn overlapping(&self, label: &LabelId) -> impl Iterator<Item = &Item> {
        let until = self
            .items
            .partition_point(|item| item.span.start() < self.span.end());
        let items = self.items.get(..until).unwrap_or_default().iter().rev();
        // Names are short: a longer one would have to begin nearby.
        let items = items.take_while(|item| item.span.start() + LONGEST_NAME > self.span.start());
        let label = label.clone();
        items.filter(move |item| {
            item.span.overlaps(self.span) && self.schema.share_layer(&item.label, &label)
        })
    }

    fn is_changed_by(&self, deed: &Deed) -> bool {
        let label = deed.label();
        let is_it = |item: &&Item| item.label == *label && item.span == self.span;
        let mut states = self.overlapping(label).filter(is_it).map(|item| item.state);
        match deed {
            Deed::Mark(_) => !states.any(|state| state == State::Accepted),
            Deed::Clear(_) => states.any(|state| state != State::Rejected),
        }
    }

    fn doubt(&self, label: &LabelId) -> Option<Doubt> {
        let is_here = |item: &&Item| item.span == self.span;
        let mut here = self.overlapping(label).filter(is_here);
        if here.any(|item| item.state == State::Rejected && item.label == *label) {
            return Some(Doubt::Rejected);
        }
        let live = |item: &&Item| item.state != State::Rejected;
        let mut others = self.overlapping(label).filter(is_here).filter(live);
        if let Some(other) = others.find(|item| item.label != *label) {
            return Some(Doubt::OtherLabel(other.label.clone()));
        }
        let mut longer = self.overlapping(label).filter(live);
        if let Some(longer) = longer.find(|item| item.span != self.span) {
            let words = self.text.words(longer.span);
            return Some(Doubt::InLonger(words.to_owned()));
        }
        let is_marked = self
            .overlapping(label)
            .filter(is_here)
            .any(|item| live(&item));
        if is_marked {
            None
        } else {
            self.name_around().map(Doubt::InLonger)
        }
    }

    /// The run of capitalized words that goes on over an edge of the place, unless all of the line is so.
    fn name_around(&self) -> Option<String> {
        let all = self.text.as_str();
        let line_start = all
            .get(..self.span.start())?
            .rfind('\n')
            .map_or(0, |at| at + 1);
        let line_end = all
            .get(self.span.end()..)?
            .find('\n')
            .map_or(all.len(), |at| self.span.end() + at);
        let line = all.get(line_start..line_end)?;
        if is_headline(line) {
            return None;
        }
        let before = all.get(line_start..self.span.start())?;
        let after = all.get(self.span.end()..line_end)?;
        let previous = name_before(before);
        let next = name_after(after);
        if previous.is_none() && next.is_none() {
            return None;
        }
        let here = self.text.words(self.span);
        let words = [previous.unwrap_or_default(), here, next.unwrap_or_default()];
        let words: Vec<&str> = words
            .into_iter()
            .filter(|words| !words.is_empty())
            .collect();
        Some(words.join(" "))
    }
}

/// No name is longer, in bytes.
const LONGEST_NAME: usize = 2000;

/// The capitalized word directly before the end of `before`, unless it begins a sentence or is a title.
fn name_before(before: &str) -> Option<&str> {
    let trimmed = before.strip_suffix(' ')?;
    let word = trimmed.rsplit(char::is_whitespace).next()?;
    let rest = trimmed.get(..trimmed.len() - word.len())?.trim_end();
    let begins_sentence = rest.is_empty() || rest.ends_with(['.', '!', '?', '“', '"', ':', '”']);
    let is_name = is_capitalized(word)
        && word
            .chars()
            .all(|c| c.is_alphanumeric() || c == '-' || c == '.');
    (is_name && !begins_sentence && !is_title(word) && !word.ends_with('.')).then_some(word)
}

/// The capitalized word directly behind.
fn name_after(after: &str) -> Option<&str> {
    let word = after.strip_prefix(' ')?.split(char::is_whitespace).next()?;
    let word = word.trim_end_matches(|c: char| !c.is_alphanumeric());
    let word = without_possessive(word);
    is_capitalized(word).then_some(word)
}

fn is_capitalized(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// Whether most long words of `line` begin with a capital: in a headline that says nothing.
fn is_headline(line: &str) -> bool {
    if line.trim_end().ends_with('.') {
        return false;
    }
    let long = line
        .split_whitespace()
        .filter(|word| word.chars().count() > 3);
    let (mut large, mut count) = (0, 0);
    for word in long {
        count += 1;
        large += usize::from(is_capitalized(word));
    }
    count > 0 && large * 3 >= count * 2
}

#[cfg(test)]
#[path = "same_words_tests.rs"]
mod tests;
