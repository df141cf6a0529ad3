//! Tells the network which words stand in lists of known names.

use std::sync::OnceLock;

use crate::hashing::{self, Index};
use crate::lists::{self, Marks};
use crate::model::casing::Kind;
use crate::model::wordpiece::{self, Word};

/// The lists that a word is in, a bit for each, numbered as in training.
pub(super) type Listed = u8;

pub(super) const GIVEN_NAME: Listed = 1;
pub(super) const SURNAME: Listed = 1 << 1;
pub(super) const CITY: Listed = 1 << 2;
const LARGE_CITY: Listed = 1 << 3;
/// Countries, states, regions, waters, sites.
pub(super) const LAND: Listed = 1 << 4;
pub(super) const PEOPLE: Listed = 1 << 5;
const COMMON_WORD: Listed = 1 << 6;
/// Not the first word of the name that is listed.
const CONTINUED: Listed = 1 << 7;
/// Lists whose names of several words count, as a whole.
const PHRASES: Listed = CITY | LARGE_CITY | LAND | PEOPLE;

const OF_MARKS: [(Marks, Listed); 9] = [
    (Marks::GIVEN_NAME, GIVEN_NAME),
    (Marks::SURNAME, SURNAME),
    (Marks::CITY, CITY),
    (Marks::LARGE_CITY, LARGE_CITY),
    (Marks::COUNTRY, LAND),
    (Marks::STATE, LAND),
    (Marks::PLACE, LAND),
    (Marks::PEOPLE, PEOPLE),
    (Marks::COMMON_WORD, COMMON_WORD),
];
/// Longer names are not looked for.
const LONGEST_NAME: usize = 6;

/// For each of the words of a sentence the lists that it is in, alone or as part of a longer name.
/// Where some word has a capital, only such words begin a name.
pub(super) fn listed(words: &[Word], kinds: &[Kind]) -> Vec<Listed> {
    let known = known();
    let has_capital = kinds.iter().any(|kind| kind.is_capital());
    let mut marks = vec![0; words.len()];
    for start in 0..words.len() {
        if has_capital && !kinds[start].is_capital() {
            continue;
        }
        let mut key = hashing::NO_WORDS;
        for (length, word) in (1..=LONGEST_NAME).zip(&words[start..]) {
            key = hashing::mix(key, word.hash);
            let found = known.get(key).map_or(0, |bits| bits.to_le_bytes()[0]);
            let found = if length > 1 { found & PHRASES } else { found };
            if found != 0 {
                marks[start] |= found;
                for mark in &mut marks[start + 1..start + length] {
                    *mark |= found | CONTINUED;
                }
            }
        }
    }
    marks
}

/// The lists of each name, by its words; read at the first call.
fn known() -> &'static Index {
    static KNOWN: OnceLock<Index> = OnceLock::new();
    KNOWN.get_or_init(|| {
        let mut known = Index::with_room_for(64_000);
        lists::each_name(|name, marks| {
            let bits = OF_MARKS.iter().filter(|(list, _)| marks.has(*list));
            let bits = bits.fold(0, |all, (_, bit)| all | bit);
            if bits == 0 {
                return;
            }
            let (mut key, mut words) = (hashing::NO_WORDS, 0);
            wordpiece::each_word(name, |word, _| {
                key = hashing::mix(key, hashing::hash(word));
                words += 1;
            });
            if (1..=LONGEST_NAME).contains(&words) {
                known.update(key, |before| before | u32::from(bits));
            }
        });
        known
    })
}
