//! Deals articles to people at random, some of them to several.

use std::collections::BTreeMap;

/// Who has which article, by the article's name.
pub type Dealt = BTreeMap<String, Vec<String>>;

/// How articles are dealt. The same seed deals the same articles in the same way.
#[derive(Clone, Copy, Debug)]
pub struct Dealing<'a> {
    pub people: &'a [String],
    /// So many of 100 articles are dealt to several people …
    pub overlap: u8,
    /// … and each of them to so many; all others to one.
    pub each: usize,
    pub seed: u64,
}

impl Dealing<'_> {
    /// Who has which of `articles`. What is in `before` stays as it is; of the rest, as many are dealt to
    /// several people as it takes for the overlap of all, and everybody gets the same number, but for one.
    pub fn deal(&self, articles: &[String], before: &Dealt) -> Dealt {
        let mut dealt = before.clone();
        let known = articles.iter().filter_map(|name| before.get(name));
        let shared = known.filter(|people| people.len() > 1).count();
        let mut new: Vec<&String> = articles
            .iter()
            .filter(|name| !before.contains_key(*name))
            .collect();
        new.sort_by_cached_key(|name| (self.chance(&[name]), *name));
        new.dedup();
        let all = articles.len() * usize::from(self.overlap.min(100));
        // Rounded to the nearest whole article.
        let wanted = (all + 50) / 100;
        let several = wanted.saturating_sub(shared).min(new.len());
        let mut loads: Vec<usize> = self.people.iter().map(|it| load(it, before)).collect();
        for (index, name) in new.into_iter().enumerate() {
            let count = if index < several { self.each } else { 1 };
            let chosen = self.least_loaded(name, count, &loads);
            for person in &chosen {
                if let Some(load) = loads.get_mut(*person) {
                    *load += 1;
                }
            }
            let names = chosen.iter().filter_map(|person| self.people.get(*person));
            dealt.insert(name.clone(), names.cloned().collect());
        }
        dealt
    }

    /// Those `count` people who have the least, in their order; who of several is left to chance.
    fn least_loaded(&self, article: &str, count: usize, loads: &[usize]) -> Vec<usize> {
        let mut people: Vec<usize> = (0..self.people.len()).collect();
        people.sort_by_cached_key(|person| {
            let name = self.people.get(*person).map_or("", String::as_str);
            (loads.get(*person).copied(), self.chance(&[article, name]))
        });
        people.truncate(count.max(1));
        people.sort_unstable();
        people
    }

    /// A number that only the seed and the words decide.
    fn chance(&self, words: &[&str]) -> u64 {
        let mut mixed = mix(self.seed);
        for word in words {
            for byte in word.bytes().chain([0]) {
                mixed = mix(mixed ^ u64::from(byte));
            }
        }
        mixed
    }
}

fn load(person: &String, dealt: &Dealt) -> usize {
    let mut people = dealt.values();
    people
        .by_ref()
        .filter(|people| people.contains(person))
        .count()
}

/// One step of `SplitMix64`.
fn mix(number: u64) -> u64 {
    let mut mixed = number.wrapping_add(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

#[cfg(test)]
#[path = "dealing_tests.rs"]
mod tests;
