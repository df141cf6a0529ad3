//! The lists of known names and telling words, and which tokens of an article are in them.

use std::ops::{BitOr, BitOrAssign};
use std::sync::OnceLock;

use crate::hashing::{self, Index};

/// The lists that a token is in, a bit for each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks(u32);

/// All lists, as one index from the hash of a folded name (its tokens parted by one space).
pub(super) struct Lists {
    index: Index,
}

/// No listed name has more tokens.
const LONGEST_NAME: usize = 8;

impl Marks {
    pub(super) const COUNTRY: Self = Self(1);
    pub(super) const STATE: Self = Self(1 << 1);
    /// Continents, regions, waters, famous sites.
    pub(super) const PLACE: Self = Self(1 << 2);
    pub(super) const CITY: Self = Self(1 << 3);
    pub(super) const LARGE_CITY: Self = Self(1 << 4);
    /// Peoples, their adjectives and languages.
    pub(super) const PEOPLE: Self = Self(1 << 5);
    pub(super) const ORGANIZATION: Self = Self(1 << 6);
    /// Months, days and feasts.
    pub(super) const TIME: Self = Self(1 << 7);
    pub(super) const TITLE: Self = Self(1 << 8);
    pub(super) const GIVEN_NAME: Self = Self(1 << 9);
    pub(super) const SURNAME: Self = Self(1 << 10);
    /// Words that follow people, such as `said`.
    pub(super) const AFTER_PERSON: Self = Self(1 << 11);
    /// Words that follow places, such as `province`.
    pub(super) const AFTER_PLACE: Self = Self(1 << 12);
    pub(super) const PLACE_HEAD: Self = Self(1 << 13);
    pub(super) const ORGANIZATION_HEAD: Self = Self(1 << 14);
    pub(super) const PARTICLE: Self = Self(1 << 15);
    /// The last token of a title.
    pub(super) const TITLE_END: Self = Self(1 << 16);
    /// Not the first token of the listed name.
    pub(super) const CONTINUED: Self = Self(1 << 17);
    /// Part of a listed name of several tokens.
    pub(super) const SEVERAL: Self = Self(1 << 18);

    /// Mostly written in lower case.
    pub(super) const COMMON_WORD: Self = Self(1 << 19);

    /// Lists of names of places.
    pub(super) const ANY_PLACE: Self =
        Self(Self::COUNTRY.0 | Self::STATE.0 | Self::PLACE.0 | Self::CITY.0);
    /// Lists whose words also count in lower case.
    const COMMON: Self = Self(
        Self::TITLE.0
            | Self::AFTER_PERSON.0
            | Self::AFTER_PLACE.0
            | Self::PLACE_HEAD.0
            | Self::ORGANIZATION_HEAD.0
            | Self::PARTICLE.0,
    );
    /// Lists in which names of several tokens matter.
    const PHRASES: Self = Self(
        Self::ANY_PLACE.0
            | Self::LARGE_CITY.0
            | Self::PEOPLE.0
            | Self::ORGANIZATION.0
            | Self::TITLE.0
            | Self::AFTER_PERSON.0,
    );

    pub(super) fn bits(self) -> u32 {
        self.0
    }

    /// Whether it has any of `others`.
    pub(super) fn has(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    fn only(self, others: Self) -> Self {
        Self(self.0 & others.0)
    }
}

impl BitOr for Marks {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Marks {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

const FILES: [(Marks, &str); 8] = [
    (
        Marks::COUNTRY,
        include_str!("../../../assets/names/countries.txt"),
    ),
    (
        Marks::STATE,
        include_str!("../../../assets/names/states.txt"),
    ),
    (
        Marks::CITY,
        include_str!("../../../assets/names/cities.txt"),
    ),
    (
        Marks::LARGE_CITY,
        include_str!("../../../assets/names/large-cities.txt"),
    ),
    (
        Marks::PEOPLE,
        include_str!("../../../assets/names/peoples.txt"),
    ),
    (
        Marks::GIVEN_NAME,
        include_str!("../../../assets/names/given-names.txt"),
    ),
    (
        Marks::SURNAME,
        include_str!("../../../assets/names/surnames.txt"),
    ),
    (
        Marks::COMMON_WORD,
        include_str!("../../../assets/names/common-words.txt"),
    ),
];

const BY_HAND: &str = include_str!("../../../assets/names/hand.txt");

const SECTIONS: [(&str, Marks); 13] = [
    ("[countries]", Marks::COUNTRY),
    ("[places]", Marks::PLACE),
    ("[peoples]", Marks::PEOPLE),
    ("[organizations]", Marks::ORGANIZATION),
    ("[given names]", Marks::GIVEN_NAME),
    ("[surnames]", Marks::SURNAME),
    ("[times]", Marks::TIME),
    ("[titles]", Marks::TITLE),
    ("[after a person]", Marks::AFTER_PERSON),
    ("[after a place]", Marks::AFTER_PLACE),
    ("[place heads]", Marks::PLACE_HEAD),
    ("[organization heads]", Marks::ORGANIZATION_HEAD),
    ("[name particles]", Marks::PARTICLE),
];

/// Every name of every list, folded.
pub(super) fn each_name(mut tell: impl FnMut(&'static str, Marks)) {
    for (marks, names) in FILES {
        for name in names.lines() {
            tell(name, marks);
        }
    }
    let mut section = Marks::default();
    for line in BY_HAND.lines() {
        if let Some((_, marks)) = SECTIONS.iter().find(|(head, _)| *head == line) {
            section = *marks;
        } else if !line.is_empty() && !line.starts_with('#') {
            tell(line, section);
        }
    }
}

impl Lists {
    /// The lists built into the program, read at the first call.
    pub(super) fn embedded() -> &'static Self {
        static LISTS: OnceLock<Lists> = OnceLock::new();
        LISTS.get_or_init(Self::read)
    }

    fn read() -> Self {
        let mut lists = Self {
            index: Index::with_room_for(64_000),
        };
        each_name(|name, marks| lists.add(name, marks));
        lists
    }

    fn add(&mut self, name: &str, marks: Marks) {
        self.index
            .update(hashing::hash(name), |before| before | marks.0);
    }

    /// The lists that hold exactly `words` (folded) as one name.
    pub(super) fn of<'a>(&self, words: impl Iterator<Item = &'a str>) -> Marks {
        let mut key = hashing::NO_WORDS;
        for (place, word) in words.enumerate() {
            if place > 0 {
                key = hashing::extend(key, " ");
            }
            key = hashing::extend(key, word);
        }
        Marks(self.index.get(key).unwrap_or_default())
    }

    /// The lists that each of `words` (folded) is in, alone or as part of a longer name.
    /// `capital` says which words are written with a capital: others match common words only.
    pub(super) fn mark(&self, words: &[&str], capital: &[bool]) -> Vec<Marks> {
        let mut marks = vec![Marks::default(); words.len()];
        for start in 0..words.len() {
            let is_capital = capital.get(start).copied().unwrap_or(false);
            let allowed = if is_capital {
                Marks(u32::MAX)
            } else {
                Marks::COMMON
            };
            self.mark_from(start, words, allowed, &mut marks);
        }
        marks
    }

    fn mark_from(&self, start: usize, words: &[&str], allowed: Marks, marks: &mut [Marks]) {
        let mut key = hashing::NO_WORDS;
        for length in 1..=LONGEST_NAME.min(words.len() - start) {
            let Some(word) = words.get(start + length - 1) else {
                return;
            };
            if length > 1 {
                key = hashing::extend(key, " ");
            }
            key = hashing::extend(key, word);
            let Some(found) = self.index.get(key) else {
                continue;
            };
            let mut found = Marks(found).only(allowed);
            if length > 1 {
                found = found.only(Marks::PHRASES);
            }
            if found == Marks::default() {
                continue;
            }
            for (offset, mark) in marks.iter_mut().skip(start).take(length).enumerate() {
                *mark |= found;
                if length > 1 && found.has(Marks::ANY_PLACE) {
                    *mark |= Marks::SEVERAL;
                    if offset > 0 {
                        *mark |= Marks::CONTINUED;
                    }
                }
                if offset + 1 == length && found.has(Marks::TITLE) {
                    *mark |= Marks::TITLE_END;
                }
            }
        }
    }
}
