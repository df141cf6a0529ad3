//! People by a title or a first name before a name, and by their surname where they come again.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::figures::abroad::lexicon::Role;
use crate::figures::abroad::pieces::{Kind, Pieces};
use crate::language::Language;
use crate::names_abroad::known::{
    is_body, is_given, is_small_word, is_title, is_weak_title, may_be_name,
};
use crate::names_abroad::places::place_at;
use crate::names_abroad::{Name, is_taken};
use crate::network::{Listed, lists_of};
use copydesk_i18n::tr;

/// Small words inside a name.
const PARTICLES: [&str; 17] = [
    "von", "van", "der", "den", "zu", "de", "del", "la", "las", "los", "du", "da", "dos", "di",
    "le", "d'", "ten",
];

/// No name has more words.
const LONGEST: usize = 5;

/// The people named in a passage, in order.
pub(super) fn people(pieces: &Pieces<'_>) -> Vec<Name> {
    let mut names = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        match titled(pieces, at).or_else(|| given(pieces, at)) {
            Some(name) => {
                at = name.pieces.end;
                names.push(name);
            }
            None => at += 1,
        }
    }
    names
}

/// The name behind a title: `Präsident Putin`, `M. Dupont`, `Herr Dr. Schmidt`, `l’écrivain algérien Boualem Sansal`.
fn titled(pieces: &Pieces<'_>, at: usize) -> Option<Name> {
    let before = at.checked_sub(1)?;
    let is_apart = pieces.is_capital(at) && !pieces.glued(at);
    let title = title_before(pieces, before).filter(|_| is_apart)?;
    let range = full_name(pieces, at, true)?;
    let is_one = words(pieces, &range) == 1;
    let is_far = title + 1 < before && pieces.word(before) != ".";
    let is_weak = is_weak_title(pieces, title) || is_far || place_at(pieces, at).is_some();
    let is_tied = pieces.kind(range.end) == Kind::Hyphen && pieces.glued(range.end);
    (!(is_tied || is_one && is_weak)).then(|| Name {
        confidence: if is_one { 80 } else { 92 },
        reason: tr!("why-after-title", title = pieces.slice(title, at)),
        pieces: range,
        label: "person",
    })
}

/// The title that ends at `before`, perhaps with its point; in French and Spanish one adjective may stand between.
fn title_before(pieces: &Pieces<'_>, before: usize) -> Option<usize> {
    let has_point = pieces.word(before) == "." && pieces.glued(before);
    let at = if has_point {
        before.checked_sub(1)?
    } else {
        before
    };
    if is_title(pieces, at) {
        return Some(at);
    }
    let is_adjective = pieces.language != Language::German
        && pieces.kind(at) == Kind::Word
        && pieces.is_lower(at)
        && !pieces.has(at, &Role::Function)
        && !is_small_word(pieces, at);
    let title = at
        .checked_sub(1)
        .filter(|title| is_adjective && is_title(pieces, *title));
    title.filter(|_| !pieces.glued(at))
}

/// A first name and what belongs to it: `Jörg Kühn`, `Valéry Giscard d’Estaing`.
fn given(pieces: &Pieces<'_>, at: usize) -> Option<Name> {
    if !is_given(pieces, at) || is_behind_name(pieces, at) {
        return None;
    }
    let range = full_name(pieces, at, false)?;
    let is_body = range.clone().any(|index| is_body(pieces, index));
    let is_full = words(pieces, &range) > 1 && !is_body;
    is_full.then(|| Name {
        confidence: 88,
        reason: tr!("why-first-name", name = pieces.word(at)),
        pieces: range,
        label: "person",
    })
}

/// Whether the word before is part of the same name, as in `Institut Robert Koch` or `Real Carlos`.
fn is_behind_name(pieces: &Pieces<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    let is_tied = pieces.kind(before) == Kind::Hyphen && pieces.glued(at) && pieces.glued(before);
    let is_capital = pieces.kind(before) == Kind::Word
        && pieces.is_capital(before)
        && !pieces.glued(at)
        && pieces.language != Language::German
        && !is_title(pieces, before)
        && !is_small_word(pieces, before);
    is_tied || is_capital
}

/// The capitals from `at` on that make one name. In German every noun has one, so that a name ends with the first
/// word that is no first name; behind a title the first may be one that is not listed.
fn full_name(pieces: &Pieces<'_>, at: usize, is_titled: bool) -> Option<Range<usize>> {
    let mut next = at;
    let mut count = 0;
    while count < LONGEST {
        let Some(after) = name_word(pieces, next, count > 0) else {
            break;
        };
        let is_surname = pieces.language == Language::German
            && after == next + 1
            && !is_given(pieces, next)
            && pieces.kind(next) == Kind::Word
            && !(is_titled && count == 0 && lists_of(pieces.word(after)).contains(Listed::SURNAME));
        next = after;
        count += 1;
        if is_surname {
            break;
        }
    }
    (count > 0).then_some(at..next)
}

/// The piece behind the word of a name at `at`, with what is tied to it and the particles before it.
fn name_word(pieces: &Pieces<'_>, at: usize, has_first: bool) -> Option<usize> {
    let mut from = at;
    while from < at + 3 && PARTICLES.contains(&pieces.folded(from)) && pieces.is_lower(from) {
        from += 1;
    }
    let has_particles = from > at;
    if has_particles && place_at(pieces, from).is_some() {
        return None;
    }
    // `J. Edgar`, `Thorsten B.`
    let is_initial = pieces.word(from).chars().count() == 1
        && pieces.is_capital(from)
        && pieces.word(from + 1) == "."
        && pieces.glued(from + 1);
    let is_initials =
        has_first && pieces.word(from).ends_with('.') && pieces.word(from).chars().count() == 2;
    if is_initial && has_first {
        return Some(from + 2);
    }
    if is_initials && pieces.is_capital(from) {
        return Some(from + 1);
    }
    let ends_sentence = at > 0 && pieces.word(at - 1) == ".";
    if !may_be_name(pieces, from) || has_first && ends_sentence {
        return None;
    }
    // A place behind a name is no part of it.
    if has_first && !has_particles && place_at(pieces, from).is_some_and(|place| place.is_sure) {
        return None;
    }
    let mut next = from + 1;
    while pieces.kind(next) == Kind::Hyphen
        && pieces.glued(next)
        && pieces.glued(next + 1)
        && pieces.is_capital(next + 1)
    {
        next += 2;
    }
    Some(next)
}

fn words(pieces: &Pieces<'_>, range: &Range<usize>) -> usize {
    let is_word =
        |at: &usize| pieces.kind(*at) == Kind::Word && pieces.is_capital(*at) && !pieces.glued(*at);
    range.clone().filter(is_word).count().max(1)
}

/// Surnames of people that are named in full somewhere in the article.
pub(super) struct Surnames(BTreeSet<String>);

impl Surnames {
    pub fn of(passages: &[Pieces<'_>], people: &[Vec<Name>]) -> Self {
        let mut surnames = BTreeSet::new();
        for (pieces, names) in passages.iter().zip(people) {
            for name in names {
                let start = surname(pieces, &name.pieces);
                let words = pieces.slice(start, name.pieces.end);
                if words.chars().count() > 2 && !words.ends_with('.') {
                    surnames.insert(words.to_owned());
                }
            }
        }
        Self(surnames)
    }

    /// Adds where the surnames stand alone: `Kühn`, `von der Leyens`.
    pub fn add_repeats(&self, pieces: &Pieces<'_>, names: &mut Vec<Name>) {
        let mut at = 0;
        while at < pieces.len() {
            let repeat = self
                .repeat_at(pieces, at)
                .filter(|range| !is_taken(names, range));
            match repeat {
                Some(range) => {
                    at = range.end;
                    let words = pieces.slice(range.start, range.end);
                    names.push(Name {
                        confidence: 82,
                        reason: tr!("why-surname", name = words),
                        pieces: range,
                        label: "person",
                    });
                }
                None => at += 1,
            }
        }
        names.sort_by_key(|name| name.pieces.start);
    }

    fn repeat_at(&self, pieces: &Pieces<'_>, at: usize) -> Option<Range<usize>> {
        let may_begin = pieces.is_capital(at) || PARTICLES.contains(&pieces.folded(at));
        let is_noun =
            pieces.language == Language::German && pieces.has_before(at, &Role::Determiner);
        if pieces.kind(at) != Kind::Word || !may_begin || is_noun || is_behind_name(pieces, at) {
            return None;
        }
        (at + 1..at + 1 + LONGEST).rev().find_map(|end| {
            let words = pieces.slice(at, end);
            let genitive = words
                .strip_suffix('s')
                .filter(|_| pieces.language == Language::German);
            let is_known =
                self.0.contains(words) || genitive.is_some_and(|words| self.0.contains(words));
            let is_tied =
                pieces.kind(end) == Kind::Hyphen && pieces.glued(end) && pieces.glued(end + 1);
            (is_known && !is_tied && end <= pieces.len()).then_some(at..end)
        })
    }
}

/// Where the surname begins: behind the first names and initials.
fn surname(pieces: &Pieces<'_>, range: &Range<usize>) -> usize {
    let mut start = range.start;
    while start + 1 < range.end && is_given(pieces, start) {
        start += 1;
        while start + 1 < range.end && pieces.kind(start) == Kind::Hyphen {
            start += 2;
        }
    }
    if start == range.start && words(pieces, range) > 1 {
        start + 1
    } else {
        start
    }
}
