//! Tells the network which words stand in lists of known names.

use std::sync::OnceLock;

use bitflags::bitflags;

use crate::hashing::{self, Index};
use crate::network::casing::Kind;
use crate::network::wordpiece::{self, Word};

bitflags! {
    /// The lists that a word is in, numbered as in training.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub(crate) struct Listed: u8 {
        const GIVEN_NAME = 1;
        const SURNAME = 1 << 1;
        const CITY = 1 << 2;
        const LARGE_CITY = 1 << 3;
        /// Countries, states, regions, waters, sites.
        const LAND = 1 << 4;
        /// Peoples, their adjectives and languages.
        const PEOPLE = 1 << 5;
        /// Mostly written in lower case.
        const COMMON_WORD = 1 << 6;
        /// Not the first word of the name that is listed.
        const CONTINUED = 1 << 7;

        /// Lists whose names of several words count, as a whole.
        const PHRASES = Self::CITY.bits()
            | Self::LARGE_CITY.bits()
            | Self::LAND.bits()
            | Self::PEOPLE.bits();
    }
}

/// Longer names are not looked for.
const LONGEST_NAME: usize = 6;

macro_rules! list {
    ($name:literal) => {
        include_str!(concat!("../../../../assets/names/", $name, ".txt"))
    };
}

/// Lists of one kind of name.
const FILES: [(Listed, &str); 8] = [
    (Listed::LAND, list!("countries")),
    (Listed::LAND, list!("states")),
    (Listed::CITY, list!("cities")),
    (Listed::LARGE_CITY, list!("large-cities")),
    (Listed::PEOPLE, list!("peoples")),
    (Listed::GIVEN_NAME, list!("given-names")),
    (Listed::SURNAME, list!("surnames")),
    (Listed::COMMON_WORD, list!("common-words")),
];

/// The list that has a section for each kind.
const BY_HAND: &str = list!("hand");

const SECTIONS: [(&str, Listed); 5] = [
    ("[countries]", Listed::LAND),
    ("[places]", Listed::LAND),
    ("[peoples]", Listed::PEOPLE),
    ("[given names]", Listed::GIVEN_NAME),
    ("[surnames]", Listed::SURNAME),
];

/// For each of the words of a sentence the lists that it is in, alone or as part of a longer name.
/// Where some word has a capital, only such words begin a name.
pub(super) fn listed(words: &[Word], kinds: &[Kind]) -> Vec<Listed> {
    let known = known();
    let has_capital = kinds.iter().any(|kind| kind.is_capital());
    let mut lists = vec![Listed::empty(); words.len()];
    for start in 0..words.len() {
        if has_capital && !kinds[start].is_capital() {
            continue;
        }
        let mut key = hashing::NO_WORDS;
        for (length, word) in (1..=LONGEST_NAME).zip(&words[start..]) {
            key = hashing::mix(key, word.hash);
            let mut found = known.get(key).map_or(Listed::empty(), from_bits);
            if length > 1 {
                found &= Listed::PHRASES;
            }
            if !found.is_empty() {
                lists[start] |= found;
                for word in &mut lists[start + 1..start + length] {
                    *word |= found | Listed::CONTINUED;
                }
            }
        }
    }
    lists
}

/// The lists that a name is in as a whole.
pub(crate) fn lists_of(name: &str) -> Listed {
    let mut key = hashing::NO_WORDS;
    wordpiece::each_word(name, |word, _| key = hashing::mix(key, hashing::hash(word)));
    known().get(key).map_or(Listed::empty(), from_bits)
}

fn from_bits(bits: u32) -> Listed {
    Listed::from_bits_retain(bits.to_le_bytes()[0])
}

/// The lists of each name, by its words; read at the first call.
fn known() -> &'static Index {
    static KNOWN: OnceLock<Index> = OnceLock::new();
    KNOWN.get_or_init(|| {
        let mut known = Index::with_room_for(64_000);
        each_name(|name, list| {
            let (mut key, mut words) = (hashing::NO_WORDS, 0);
            wordpiece::each_word(name, |word, _| {
                key = hashing::mix(key, hashing::hash(word));
                words += 1;
            });
            if (1..=LONGEST_NAME).contains(&words) {
                known.update(key, |before| before | u32::from(list.bits()));
            }
        });
        known
    })
}

/// Every name of every list.
fn each_name(mut found: impl FnMut(&'static str, Listed)) {
    for (list, names) in FILES {
        for name in names.lines() {
            found(name, list);
        }
    }
    let mut list = Listed::empty();
    for line in BY_HAND.lines() {
        if let Some((_, section)) = SECTIONS.iter().find(|(head, _)| *head == line) {
            list = *section;
        } else if !line.is_empty() && !line.starts_with('#') {
            found(line, list);
        }
    }
}
