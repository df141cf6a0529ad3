//! What is known of a word in German, French or Spanish: first names, titles, what is no name.

use crate::figures::abroad::lexicon::Role;
use crate::figures::abroad::pieces::{Kind, Pieces};
use crate::language::Language;
use crate::lists::{WordList, word_list};
use crate::network::{Listed, lists_of};

/// First names of the three languages.
static GIVEN: WordList = word_list!("names/given-abroad");

/// Behind these stands a name, perhaps of one word …
static TITLES: [WordList; 3] = [
    word_list!("names/titles-abroad", "de"),
    word_list!("names/titles-abroad", "fr"),
    word_list!("names/titles-abroad", "es"),
];

/// … and behind the others one of several words.
static WEAK_TITLES: WordList = word_list!("names/titles-abroad", "weak");

/// Before the name of a place, these make the name of a club, an office or a school.
static BODIES: WordList = word_list!("names/bodies-abroad");

/// Words that begin a sentence with a capital and are no names.
static SMALL_WORDS: [WordList; 3] = [
    word_list!("small-words", "de"),
    word_list!("small-words", "fr"),
    word_list!("small-words", "es"),
];

/// Endings of German nouns that are no names of people.
const NOUN_ENDINGS: [&str; 34] = [
    "ung",
    "ungen",
    "heit",
    "keit",
    "schaft",
    "schaften",
    "tion",
    "tionen",
    "tät",
    "ismus",
    "ment",
    "nis",
    "tum",
    "amt",
    "rat",
    "haus",
    "platz",
    "straße",
    "partei",
    "verband",
    "gesetz",
    "bank",
    "werk",
    "verein",
    "institut",
    "gericht",
    "minister",
    "ministerin",
    "chef",
    "chefin",
    "sprecher",
    "tag",
    "zeit",
    "jahr",
];

/// German nouns that are first names in America.
const GERMAN_NOUNS: [&str; 26] = [
    "angel", "art", "baron", "boden", "chance", "elan", "gabe", "general", "halle", "heide",
    "jade", "kaiser", "major", "marine", "oma", "page", "park", "prince", "rand", "rose", "see",
    "sommer", "star", "tod", "winter", "wolf",
];

/// Mayors and governors, whose `of` stands before a place.
const OF_PLACES: [&str; 16] = [
    "bürgermeister",
    "bürgermeisterin",
    "oberbürgermeister",
    "oberbürgermeisterin",
    "maire",
    "ville",
    "village",
    "commune",
    "alcalde",
    "alcaldesa",
    "gobernador",
    "gobernadora",
    "ciudad",
    "localidad",
    "municipio",
    "provincia",
];

/// Whether the word at `at` is one that a place follows behind `von`, `de`: `alcaldesa`, `ville`.
pub(super) fn is_of_place(pieces: &Pieces<'_>, at: usize) -> bool {
    OF_PLACES.contains(&pieces.folded(at))
}

fn of<T>(lists: &[T; 3], language: Language) -> Option<&T> {
    match language {
        Language::German => lists.first(),
        Language::French => lists.get(1),
        Language::Spanish => lists.get(2),
        _ => None,
    }
}

/// Whether the word at `at` has a capital and may be part of a person's name.
pub(super) fn may_be_name(pieces: &Pieces<'_>, at: usize) -> bool {
    let word = pieces.word(at);
    let is_short = word.chars().nth(1).is_none();
    let has_small = word.chars().any(char::is_lowercase);
    pieces.kind(at) == Kind::Word
        && pieces.is_capital(at)
        && has_small
        && !is_short
        && !is_small_word(pieces, at)
        && !is_title(pieces, at)
        && ![Role::Month, Role::Weekday]
            .iter()
            .any(|role| pieces.has(at, role))
        && !(pieces.language == Language::German && is_noun(pieces.folded(at)))
}

fn is_noun(word: &str) -> bool {
    NOUN_ENDINGS
        .iter()
        .any(|ending| word.ends_with(ending) && word.len() > ending.len() + 1)
}

pub(super) fn is_small_word(pieces: &Pieces<'_>, at: usize) -> bool {
    of(&SMALL_WORDS, pieces.language).is_some_and(|list| list.holds(pieces.folded(at)))
}

/// Whether the word at `at` is a first name, as far as is known.
pub(super) fn is_given(pieces: &Pieces<'_>, at: usize) -> bool {
    let word = pieces.word(at);
    if GIVEN.holds(word) {
        return pieces.kind(at) == Kind::Word;
    }
    // American lists have what is a noun elsewhere.
    let lists = lists_of(word);
    let is_other =
        lists.intersects(Listed::COMMON_WORD | Listed::LAND | Listed::LARGE_CITY | Listed::PEOPLE);
    let is_listed = lists.contains(Listed::GIVEN_NAME) && !is_other && may_be_name(pieces, at);
    let is_noun = pieces.language == Language::German && GERMAN_NOUNS.contains(&pieces.folded(at));
    is_listed && word.len() > 2 && !is_noun
}

/// Whether the word at `at` is a title: `Präsident`, `ministre`.
pub(super) fn is_title(pieces: &Pieces<'_>, at: usize) -> bool {
    let list = of(&TITLES, pieces.language);
    list.is_some_and(|list| holds_title(list, pieces, at))
}

pub(super) fn is_weak_title(pieces: &Pieces<'_>, at: usize) -> bool {
    holds_title(&WEAK_TITLES, pieces, at)
}

/// `M.` is one piece with its point.
fn holds_title(list: &WordList, pieces: &Pieces<'_>, at: usize) -> bool {
    list.holds(pieces.word(at).trim_end_matches('.')) || list.holds(pieces.folded(at))
}

pub(super) fn is_body(pieces: &Pieces<'_>, at: usize) -> bool {
    BODIES.holds(pieces.word(at))
}
