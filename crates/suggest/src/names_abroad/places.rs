//! Places by lists of their names in each language, and of cities behind a word that says where.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::OnceLock;

use crate::figures::abroad::pieces::{Kind, Pieces};
use crate::language::Language;
use crate::lists::{list_file, rows};
use crate::names_abroad::known::{is_body, is_of_place, is_small_word, may_be_name};
use crate::names_abroad::{Name, is_taken};
use crate::network::{Listed, lists_of};
use copydesk_i18n::tr;

/// A listed place that begins at some piece.
pub(super) struct Place {
    pub end: usize,
    /// Not the name of people as well.
    pub is_sure: bool,
}

/// Adds the places of a passage to `names`, outside of these.
pub(super) fn add_places(pieces: &Pieces<'_>, names: &mut Vec<Name>) {
    let mut at = 0;
    while at < pieces.len() {
        let found = listed(pieces, at)
            .or_else(|| city(pieces, at))
            .or_else(|| governed(pieces, at));
        match found.filter(|name| !is_taken(names, &name.pieces)) {
            Some(name) => {
                at = name.pieces.end;
                names.push(name);
            }
            None => at += 1,
        }
    }
}

/// A place of the language's own list.
fn listed(pieces: &Pieces<'_>, at: usize) -> Option<Name> {
    let place = place_at(pieces, at)?;
    let range = at..place.end;
    let is_behind = says_where(pieces, at);
    let is_free = (place.is_sure || is_behind) && !is_inside_name(pieces, &range);
    is_free.then(|| Name {
        confidence: if is_behind { 92 } else { 85 },
        reason: tr!("why-listed-place").to_owned(),
        pieces: range,
        label: "place",
    })
}

/// A city of the list of the world's, behind `in`, `à` or `en`.
fn city(pieces: &Pieces<'_>, at: usize) -> Option<Name> {
    if !says_where(pieces, at) || !may_be_name(pieces, at) {
        return None;
    }
    let is_city = |end: usize| {
        let words = pieces.slice(at, end);
        let lists = lists_of(words);
        let is_other = lists.intersects(Listed::GIVEN_NAME | Listed::COMMON_WORD | Listed::PEOPLE);
        let is_city = lists.intersects(Listed::CITY | Listed::LARGE_CITY | Listed::LAND);
        is_city && !is_other && words.chars().count() > 3
    };
    let is_two = pieces.is_capital(at + 1) && is_city(at + 2);
    let range = at..at + 1 + usize::from(is_two);
    let is_sure = is_two || is_city(at + 1);
    (is_sure && !is_inside_name(pieces, &range)).then(|| Name {
        confidence: 78,
        reason: tr!("why-listed-city-after", words = pieces.word(at - 1)),
        pieces: range,
        label: "place",
    })
}

/// Adds where places of `all`, each passage's, come again: `in Abbotsford` is a place, and so is `zu Abbotsford`.
pub(super) fn add_repeats(passages: &[Pieces<'_>], all: &mut [Vec<Name>]) {
    // By their first word, with their number of pieces.
    let mut known: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
    for (pieces, names) in passages.iter().zip(all.iter()) {
        for name in names.iter().filter(|name| name.label == "place") {
            let words = pieces.slice(name.pieces.start, name.pieces.end);
            let same = known.entry(pieces.word(name.pieces.start)).or_default();
            same.insert(words, name.pieces.len());
        }
    }
    for (pieces, names) in passages.iter().zip(all) {
        for at in 0..pieces.len() {
            let same = known.get(pieces.word(at)).into_iter().flatten();
            let ranges = same.filter(|(words, length)| pieces.slice(at, at + **length) == **words);
            let mut ranges = ranges.map(|(_, length)| at..at + length);
            let is_free =
                |range: &Range<usize>| !is_taken(names, range) && !is_inside_name(pieces, range);
            if let Some(range) = ranges.rfind(is_free) {
                names.push(Name {
                    confidence: 76,
                    reason: tr!("why-place-elsewhere").to_owned(),
                    pieces: range,
                    label: "place",
                });
            }
        }
    }
}

/// `la maire de Béziers`, `die Bürgermeisterin von Zwickau`: any name.
fn governed(pieces: &Pieces<'_>, at: usize) -> Option<Name> {
    let of = at.checked_sub(1)?;
    let noun = of.checked_sub(1)?;
    let is_of = matches!(pieces.folded(of), "von" | "de" | "d'");
    let range = at..at + 1;
    let is_named = is_of && is_of_place(pieces, noun) && may_be_name(pieces, at);
    (is_named && !is_before_name(pieces, at + 1) && !is_tied(pieces, &range)).then(|| Name {
        confidence: 82,
        reason: tr!("why-after", words = pieces.slice(noun, at)),
        pieces: range,
        label: "place",
    })
}

/// Whether a word before `at` says where: `in`, `nach`, `à`, `en`.
fn says_where(pieces: &Pieces<'_>, at: usize) -> bool {
    let words: &[&str] = match pieces.language {
        Language::German => &["in", "nach", "aus", "bei"],
        Language::French => &["à", "en", "vers"],
        _ => &["en", "desde", "hacia"],
    };
    let before = at.checked_sub(1).map_or("", |before| pieces.folded(before));
    let follows = pieces.gap(at) == " " || pieces.gap(at) == "\u{a0}";
    follows && words.contains(&before)
}

/// Whether the place is part of another name: `Real Madrid`, `Université de Paris`, `Paris-Brest`.
fn is_inside_name(pieces: &Pieces<'_>, range: &Range<usize>) -> bool {
    let (at, end) = (range.start, range.end);
    let before = at.wrapping_sub(1);
    let is_tied = is_tied(pieces, range);
    let is_name = |at: usize| {
        pieces.kind(at) == Kind::Word && pieces.is_capital(at) && !is_small_word(pieces, at)
    };
    let begins = |at: usize| {
        at == 0
            || matches!(
                pieces.word(at.wrapping_sub(1)),
                "." | "!" | "?" | ":" | "«" | "“" | "„"
            )
    };
    if pieces.language == Language::German {
        return is_tied || is_body(pieces, before);
    }
    let is_behind_name = is_name(before) && !begins(before) || is_body(pieces, before);
    let joins = matches!(pieces.folded(before), "de" | "d'" | "del" | "du" | "des");
    let is_of_name = joins && is_name(before.wrapping_sub(1));
    is_tied || is_behind_name || is_of_name || is_before_name(pieces, end)
}

fn is_before_name(pieces: &Pieces<'_>, end: usize) -> bool {
    let is_capital = pieces.kind(end) == Kind::Word && pieces.is_capital(end);
    is_capital && !is_small_word(pieces, end) && pieces.gap(end) == " "
}

/// Whether a hyphen ties the pieces to others: `Paris-Brest`.
fn is_tied(pieces: &Pieces<'_>, range: &Range<usize>) -> bool {
    let tie = |at: usize| {
        pieces.kind(at) == Kind::Hyphen || matches!(pieces.word(at), "/" | "&" | "@" | "#")
    };
    let (before, end) = (range.start.wrapping_sub(1), range.end);
    tie(before) && pieces.glued(range.start)
        || tie(end) && pieces.glued(end) && pieces.glued(end + 1)
}

type Phrases = BTreeMap<&'static str, Vec<(Vec<&'static str>, bool)>>;

/// The longest place of the language's list at `at`; in German also in the genitive.
pub(super) fn place_at(pieces: &Pieces<'_>, at: usize) -> Option<Place> {
    static ALL: [OnceLock<Phrases>; 3] = [const { OnceLock::new() }; 3];
    let (code, index) = match pieces.language {
        Language::German => ("de", 0),
        Language::French => ("fr", 1),
        Language::Spanish => ("es", 2),
        _ => return None,
    };
    let phrases = ALL.get(index)?.get_or_init(|| read(code));
    let word = pieces.word(at);
    let genitive = word
        .strip_suffix('s')
        .filter(|_| pieces.language == Language::German);
    [Some(word), genitive]
        .into_iter()
        .flatten()
        .find_map(|first| {
            let found = phrases.get(first)?.iter().find(|(words, _)| {
                let rest = words.iter().enumerate().skip(1);
                rest.into_iter()
                    .all(|(offset, word)| pieces.word(at + offset) == *word)
            });
            found.map(|(words, is_sure)| Place {
                end: at + words.len(),
                is_sure: *is_sure,
            })
        })
}

/// The places of a language by their first word, the longest first.
fn read(code: &str) -> Phrases {
    let mut phrases = Phrases::new();
    for (name, tags) in rows(list_file!("names/places-abroad")) {
        if tags.split(' ').any(|tag| tag == code) {
            let words: Vec<&str> = name.split(' ').collect();
            let first = words.first().copied().unwrap_or_default();
            let is_sure = !tags.contains("unsure");
            phrases.entry(first).or_default().push((words, is_sure));
        }
    }
    for names in phrases.values_mut() {
        names.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    }
    phrases
}
