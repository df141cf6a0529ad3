//! Where a name begins and ends by our definition: titles, `the`, `'s` and marks stay outside.

use crate::lists::{WordList, word_list};
use std::ops::Range;

use crate::analysis::SentenceIndex;
use crate::network::bodies;
use crate::network::decode::Class;
use crate::network::listed::Listed;
use crate::network::mention::Reading;
use crate::network::personal;
use copydesk_text::folded;

/// Titles, ranks and roles, which are not part of the name after them.
static TITLES: WordList = word_list!("titles", "before");

/// Words for a kind of area that belong to a place's name only when capitalised.
static AREAS: WordList = word_list!("names/areas");

/// Peoples and the adjectives of countries.
static PEOPLES: WordList =
    WordList::new(include_str!("../../../../assets/names/peoples.txt"), None);

const ENDING_LIKE_PEOPLES: &[&str] = &["balkans", "mans", "orleans", "orléans", "evans"];

/// Places whose article belongs to the name.
const WITH_THE: &[&str] = &["Hague", "Gambia", "Bronx", "Bahamas"];

/// What joins words and neither begins nor ends a name, in lower case.
const JOINING: &[&str] = &[
    "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with",
];

/// Parts of a place, which are no place by themselves.
const DIRECTIONS: &[&str] = &["Central", "Eastern", "Northern", "Southern", "Western"];

/// Words whose full stop belongs to them.
const ABBREVIATED: &[&str] = &[
    "bros", "co", "corp", "inc", "jr", "ltd", "sr", "st", "mt", "ft",
];

/// `words` of a sentence without what does not belong to a name of `class`; `None` if nothing is
/// left of it.
pub(super) fn settle(
    reading: &Reading<'_>,
    sentence: SentenceIndex,
    words: Range<usize>,
    class: Class,
) -> Option<Range<usize>> {
    let word = |index: usize| reading.word(sentence, index);
    let mut words = complete_initials(reading, sentence, words);
    if class == Class::Person {
        words = personal::seat(reading, sentence, &words);
        words.start = personal::first_initial(reading, sentence, words.start);
        words = personal::before_maiden_name(reading, sentence, words);
    }
    if WITH_THE.contains(&word(words.start)) && words.start > 0 && word(words.start - 1) == "The" {
        words.start -= 1;
    }
    loop {
        let before = words.clone();
        while !words.is_empty()
            && (is_outer_mark(word(words.start)) || joins(word(words.start), class))
        {
            words.start += 1;
        }
        while !words.is_empty() && ends_outside(reading, sentence, &words, class) {
            words.end -= 1;
        }
        if words.len() > 1 && is_article(word(words.start), word(words.start + 1), class) {
            words.start += 1;
        }
        if class == Class::Person && words.len() > 1 && is_title(word(words.start)) {
            words.start += 1;
        }
        if class == Class::Place && words.len() > 1 && AREAS.holds(word(words.end - 1)) {
            words.end -= 1;
        }
        if words == before {
            break;
        }
    }
    if is_lone_direction(reading, sentence, &words, class)
        || is_lone_title(reading, sentence, &words, class)
        || is_administration(reading, sentence, &words, class)
        || class == Class::Person && bodies::is_party(reading, sentence, &words)
    {
        return None;
    }
    let has_letters = words
        .clone()
        .filter(|index| !personal::is_generation(word(*index)))
        .any(|index| word(index).chars().any(char::is_alphanumeric));
    has_letters.then_some(words)
}

/// The class of a settled name: a people or its adjective is no place, and what somebody is duke of
/// is no person, whatever was read.
pub(super) fn class(
    reading: &Reading<'_>,
    sentence: SentenceIndex,
    words: &Range<usize>,
    class: Class,
) -> Class {
    if class == Class::Place && is_people(reading, sentence, words.end - 1) {
        return Class::Peoples;
    }
    if class == Class::Person && personal::is_seat(reading, sentence, words.start) {
        return Class::Place;
    }
    let is_body = match class {
        Class::Person => bodies::is_body(reading, sentence, words),
        Class::Place => bodies::is_firm(reading, sentence, words),
        _ => false,
    };
    if is_body {
        return Class::Organization;
    }
    class
}

fn is_people(reading: &Reading<'_>, sentence: SentenceIndex, index: usize) -> bool {
    let word = &*folded(reading.word(sentence, index));
    // Peoples of old and of towns, that no list has: Romans, Phoenicians, San Franciscans.
    if word.ends_with("ans") && !ENDING_LIKE_PEOPLES.contains(&word) {
        return true;
    }
    // Their adjectives, Corsican and Megarian, against Dalian and the Vatican.
    let is_listed = || {
        let listed = reading.listed(sentence, &(index..index + 1));
        listed.intersects(Listed::CITY | Listed::LAND)
    };
    if (word.ends_with("ian") || word.ends_with("ican")) && !is_listed() {
        return true;
    }
    let one = word.strip_suffix('s').unwrap_or(word);
    PEOPLES.holds(word) || PEOPLES.holds(one)
}

/// Takes in the full stop of `U.S.` and the joined parts of a word that was cut in two.
fn complete_initials(
    reading: &Reading<'_>,
    sentence: SentenceIndex,
    mut words: Range<usize>,
) -> Range<usize> {
    let last = reading.word(sentence, words.end - 1);
    let is_initial = last.chars().count() == 1 && last.chars().all(char::is_uppercase);
    let has_stop = words.len() > 1 && reading.word(sentence, words.end - 2) == ".";
    let joined = words.start..words.end + 1;
    if is_initial && has_stop && reading.word(sentence, words.end) == "." {
        let written = reading.written(sentence, &joined);
        if !written.ends_with(" .") {
            words.end += 1;
        }
    }
    words
}

/// Whether only `Northern` of a longer name was taken for a place.
fn is_lone_direction(
    reading: &Reading<'_>,
    sentence: SentenceIndex,
    words: &Range<usize>,
    class: Class,
) -> bool {
    let is_direction = |index| DIRECTIONS.contains(&reading.word(sentence, index));
    class == Class::Place && words.clone().all(is_direction)
}

/// Whether a title alone was taken for a person: `Gen` in `Gen. Mark Milley`.
fn is_lone_title(
    reading: &Reading<'_>,
    sentence: SentenceIndex,
    words: &Range<usize>,
    class: Class,
) -> bool {
    if class != Class::Person || words.len() != 1 || !is_title(reading.word(sentence, words.start))
    {
        return false;
    }
    let next = match reading.word(sentence, words.end) {
        "." => reading.word(sentence, words.end + 1),
        next => next,
    };
    next.chars().next().is_some_and(char::is_uppercase)
}

/// Whether a government is named after the person, who is not meant: `the Trump administration`.
fn is_administration(
    reading: &Reading<'_>,
    sentence: SentenceIndex,
    words: &Range<usize>,
    class: Class,
) -> bool {
    let next = reading.word(sentence, words.end);
    class == Class::Person
        && matches!(
            next,
            "administration" | "Administration" | "administrations"
        )
}

fn is_outer_mark(word: &str) -> bool {
    !word.is_empty() && !word.chars().any(char::is_alphanumeric)
}

/// Whether the last word does not belong to the name: `'s`, a mark, a full stop after a word.
fn ends_outside(
    reading: &Reading<'_>,
    sentence: SentenceIndex,
    words: &Range<usize>,
    class: Class,
) -> bool {
    let last = reading.word(sentence, words.end - 1);
    let Some(before) = (words.end - 1)
        .checked_sub(1)
        .filter(|at| words.contains(at))
    else {
        return is_outer_mark(last);
    };
    let before = reading.word(sentence, before);
    match last {
        "." => {
            let is_letter = before.chars().count() == 1;
            !is_letter && !ABBREVIATED.contains(&folded(before).as_str())
        }
        ")" => !reading.written(sentence, words).contains('('),
        "s" | "S" => matches!(before, "'" | "’"),
        _ => is_outer_mark(last) || before != "-" && joins(last, class),
    }
}

fn joins(word: &str, class: Class) -> bool {
    class != Class::Other && JOINING.contains(&word)
}

fn is_article(word: &str, next: &str, class: Class) -> bool {
    let is_the = matches!(word, "the" | "The" | "THE");
    is_the && class != Class::Other && !WITH_THE.contains(&next)
}

pub(super) fn is_title(word: &str) -> bool {
    TITLES.holds(&folded(word))
}
