//! Storms and firms that go by the name of somebody: `Milton` beside `Hurricane Milton`, `Tiffany` beside
//! `Tiffany & Co.`

use std::collections::BTreeSet;

use crate::network::bodies;
use crate::network::decode::Class;
use crate::network::mention::{Mention, Reading};
use crate::network::votes::surname;

const STORMS: &[&str] = &["Cyclone", "Hurricane", "Storm", "Typhoon"];

/// Behind `&`, these make a firm of a name.
const PARTNERS: &[&str] = &[
    "Associates",
    "Bros",
    "Brothers",
    "Co",
    "Company",
    "Daughters",
    "Partners",
    "Sons",
];

/// Labels what has the name of a storm or a firm in this article accordingly, unless somebody has it as a surname.
pub(super) fn relabel(reading: &Reading<'_>, mentions: &mut [Mention]) {
    let (mut storms, mut firms) = names(reading);
    for mention in mentions.iter() {
        if let Some(surname) = surname(reading, mention) {
            storms.remove(reading.word(mention.sentence, surname));
            firms.remove(reading.word(mention.sentence, surname));
        }
        if bodies::is_introduced(reading, mention.sentence, &mention.words) {
            firms.remove(reading.written(mention.sentence, &mention.words));
        }
    }
    for mention in mentions {
        let written = reading.written(mention.sentence, &mention.words);
        let class = match mention.class {
            Class::Person | Class::Place if storms.contains(written) => Class::Other,
            Class::Person if firms.contains(written) => Class::Organization,
            _ => continue,
        };
        mention
            .shares
            .swap(1 + mention.class.index(), 1 + class.index());
        mention.class = class;
    }
}

/// The names behind words for storms, and those that firms are made of.
fn names<'a>(reading: &Reading<'a>) -> (BTreeSet<&'a str>, BTreeSet<&'a str>) {
    let (mut storms, mut firms) = (BTreeSet::new(), BTreeSet::new());
    for (sentence, found) in reading.all_sentences() {
        let word = |index: usize| reading.word(sentence, index);
        let is_capital = |index: usize| word(index).starts_with(char::is_uppercase);
        for index in 0..found.words.len() {
            if !is_capital(index) {
                continue;
            }
            let before = index.checked_sub(1);
            let is_storm = before.is_some_and(|before| STORMS.contains(&word(before)));
            if is_storm && !is_capital(index + 1) {
                storms.insert(word(index));
            }
            let begins = before.is_none_or(|before| !is_capital(before) && word(before) != "&");
            let has_partners = word(index + 1) == "&" && PARTNERS.contains(&word(index + 2));
            if begins && (has_partners || bodies::ends_firm(word(index + 1))) {
                firms.insert(word(index));
            }
        }
    }
    (storms, firms)
}
