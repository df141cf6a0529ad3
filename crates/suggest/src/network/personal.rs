//! What English adds to a person's name: `Jr.`, `the Great`, and titles that name a place.

use crate::lists::{WordList, word_list};
use std::ops::Range;

use crate::analysis::SentenceIndex;
use crate::network::edges;
use crate::network::mention::Reading;
use copydesk_text::folded;

const GENERATIONS: &[&str] = &["Jr", "Sr", "JR", "SR"];

/// What follows `the` after a name.
static EPITHETS: WordList = word_list!("names/epithets");

/// Titles that go with a place.
static SEATED: WordList = word_list!("titles", "seat");

/// `words` of a person's name with what follows and belongs to it: `, Jr.` or `the Great`.
pub(super) fn completed(
    reading: &Reading<'_>,
    sentence: SentenceIndex,
    mut words: Range<usize>,
) -> Range<usize> {
    let word = |index: usize| reading.word(sentence, index);
    let next = words.end + usize::from(word(words.end) == ",");
    if is_generation(word(words.end - 1)) {
        words.end += usize::from(word(words.end) == ".");
    } else if is_generation(word(next)) {
        words.end = next + 1 + usize::from(word(next + 1) == ".");
    } else if word(words.end) == "the" && EPITHETS.holds(word(words.end + 1)) {
        let goes_on = word(words.end + 2).starts_with(char::is_uppercase);
        words.end += if goes_on { 0 } else { 2 };
    }
    words
}

/// `words` of a person's name without `, Jr.` or `the Great`: what says whether it is one.
pub(super) fn bare(
    reading: &Reading<'_>,
    sentence: SentenceIndex,
    words: &Range<usize>,
) -> Range<usize> {
    let word = |index: usize| reading.word(sentence, index);
    let mut bare = without_generation(reading, sentence, words);
    if bare.len() > 2 && word(bare.end - 2) == "the" && EPITHETS.holds(word(bare.end - 1)) {
        bare.end -= 2;
    }
    bare
}

/// The word that stands for the whole name later on: `Kennedy` of `Robert F. Kennedy Jr.`
pub(super) fn surname(
    reading: &Reading<'_>,
    sentence: SentenceIndex,
    words: &Range<usize>,
) -> Option<usize> {
    let words = without_generation(reading, sentence, words);
    let last = words.end - 1;
    (last > words.start && reading.word(sentence, last - 1) != "the").then_some(last)
}

/// The surname that ends at `last` with the particles before it, as a sentence may begin with it: `De Gaulle`
/// of `Charles de Gaulle`.
pub(super) fn with_particles<'a>(
    reading: &Reading<'a>,
    sentence: SentenceIndex,
    words: &Range<usize>,
    last: usize,
) -> Option<Vec<&'a str>> {
    let particle = |index: usize| {
        let word = reading.word(sentence, index);
        PARTICLES.iter().find(|(small, _)| *small == word)
    };
    let first = (words.start + 1..last)
        .rev()
        .take_while(|index| particle(*index).is_some())
        .last()?;
    let capital = particle(first).map(|(_, capital)| *capital);
    let rest = (first + 1..=last).map(|index| reading.word(sentence, index));
    Some(capital.into_iter().chain(rest).collect())
}

/// Small words that belong to the surname behind them, and as a sentence begins with them.
const PARTICLES: &[(&str, &str)] = &[
    ("da", "Da"),
    ("dalla", "Dalla"),
    ("de", "De"),
    ("del", "Del"),
    ("della", "Della"),
    ("den", "Den"),
    ("der", "Der"),
    ("di", "Di"),
    ("dos", "Dos"),
    ("du", "Du"),
    ("la", "La"),
    ("ten", "Ten"),
    ("van", "Van"),
    ("von", "Von"),
];

/// `words` without `, Jr.`; at least the first.
fn without_generation(
    reading: &Reading<'_>,
    sentence: SentenceIndex,
    words: &Range<usize>,
) -> Range<usize> {
    let mut left = words.clone();
    while left.len() > 1 && is_added(reading.word(sentence, left.end - 1)) {
        left.end -= 1;
    }
    left
}

/// `words` without a title and its `of`: `Sussex` of `Duke and Duchess of Sussex`.
pub(super) fn seat(
    reading: &Reading<'_>,
    sentence: SentenceIndex,
    words: &Range<usize>,
) -> Range<usize> {
    let of = words
        .clone()
        .find(|&index| reading.word(sentence, index) == "of");
    match of {
        Some(of) if is_seated_title(reading, sentence, words.start..of) => of + 1..words.end,
        _ => words.clone(),
    }
}

/// `Jane Roe` of `Jane Roe née Smith`.
pub(super) fn before_maiden_name(
    reading: &Reading<'_>,
    sentence: SentenceIndex,
    words: Range<usize>,
) -> Range<usize> {
    let born = words
        .clone()
        .skip(1)
        .find(|&index| matches!(reading.word(sentence, index), "née" | "né" | "nee"));
    words.start..born.unwrap_or(words.end)
}

/// Where the initials begin that stand before the word at `start`: `A.` in `A. B. Crane`.
pub(super) fn first_initial(
    reading: &Reading<'_>,
    sentence: SentenceIndex,
    mut start: usize,
) -> usize {
    let word = |index: usize| reading.word(sentence, index);
    let is_initial = |index: usize| {
        let word = word(index);
        word.chars().count() == 1 && word.chars().all(char::is_uppercase) && word != "I"
    };
    while start >= 2 && word(start - 1) == "." && is_initial(start - 2) {
        // `Plan B. Smith said`: a letter behind a noun names that.
        let before = start.checked_sub(3).map_or("", word);
        let is_free = start == 2
            || before == "."
            || before.chars().all(|c| !c.is_alphanumeric())
            || before.chars().all(char::is_lowercase)
            || edges::is_title(before);
        if !is_free {
            break;
        }
        start -= 2;
    }
    start
}

/// Whether a title that goes with a place, and `of`, stand before the word at `index`.
pub(super) fn is_seat(reading: &Reading<'_>, sentence: SentenceIndex, index: usize) -> bool {
    index >= 2
        && reading.word(sentence, index - 1) == "of"
        && is_seated_title(reading, sentence, index - 2..index - 1)
}

fn is_seated_title(reading: &Reading<'_>, sentence: SentenceIndex, words: Range<usize>) -> bool {
    let word = |index: usize| reading.word(sentence, index);
    let is_title = |index: usize| SEATED.holds(&folded(word(index)));
    !words.is_empty()
        && words
            .clone()
            .all(|index| word(index) == "and" || is_title(index))
}

fn is_added(word: &str) -> bool {
    matches!(word, "." | ",") || is_generation(word)
}

pub(super) fn is_generation(word: &str) -> bool {
    GENERATIONS.contains(&word)
}
