//! Where a name begins and ends, and which names are none, by the guidelines.

use std::ops::Range;

use crate::Analysis;
use crate::lists::Marks;
use crate::names::dateline;
use crate::names::model::Kind;
use crate::names::tagger::Found;
use crate::names::words::{Shape, Word, Words};

/// Brings `found` in line with what the labels mean; keeps order, and nothing overlaps.
pub(super) fn tidy(analysis: &Analysis<'_>, words: &Words, found: &mut Vec<Found>) {
    for name in found.iter_mut() {
        if name.kind == Kind::Person {
            take_suffix(analysis, words, name);
            leave_titles(words, name);
            leave_first_common_word(words, name);
        }
        if name.kind == Kind::Place {
            leave_compass_point(words, name);
        }
        leave_article(analysis, words, name);
        leave_marks(words, name);
    }
    let mut free_from = 0;
    found.retain(|name| {
        let is_name =
            name.tokens.start >= free_from && !name.tokens.is_empty() && !is_none(words, name);
        if is_name {
            free_from = name.tokens.end;
        }
        is_name
    });
    put(found, dateline::places(analysis, words));
    let missed = people_after_titles(words, found);
    put(found, missed);
}

/// Puts `better` into `found`, in place of what overlaps them. Both are in order.
fn put(found: &mut Vec<Found>, better: Vec<Found>) {
    if better.is_empty() {
        return;
    }
    let mut rest = better.iter().peekable();
    found.retain(|name| {
        while rest
            .next_if(|better| better.tokens.end <= name.tokens.start)
            .is_some()
        {}
        rest.peek()
            .is_none_or(|better| better.tokens.start >= name.tokens.end)
    });
    found.extend(better);
    found.sort_by_key(|name| name.tokens.start);
}

/// What stands before people only.
const HONORIFICS: [&str; 3] = ["mr", "mrs", "ms"];
/// How often a given name and a surname after a title, missed by the model, are a person.
const AFTER_TITLE: f64 = 0.85;

/// People whom the model missed after a title: after `Mr.`, and where given name and surname are
/// in the lists.
fn people_after_titles(words: &Words, found: &[Found]) -> Vec<Found> {
    let mut missed: Vec<Found> = Vec::new();
    let mut names = found.iter().peekable();
    for (before, title) in words.words.iter().enumerate() {
        let start = before + 1;
        let Some(first) = words.get(start).filter(|first| first.run.start == start) else {
            continue;
        };
        let end = first.run.end;
        while names.next_if(|name| name.tokens.end <= start).is_some() {}
        let is_known = names
            .peek()
            .is_some_and(|name| name.kind == Kind::Person && name.tokens.start < end);
        let is_title = title.marks.has(Marks::TITLE_END) && !title.marks.has(Marks::GIVEN_NAME);
        if is_known || !is_title || !first.is_capital() || first.run.len() > 4 {
            continue;
        }
        let honorific = if title.folded == "." {
            before.checked_sub(1)
        } else {
            Some(before)
        };
        let is_honorific = honorific
            .and_then(|honorific| words.get(honorific))
            .is_some_and(|word| HONORIFICS.contains(&word.folded.as_str()));
        let is_listed = first.run.len() > 1
            && title.is_capital()
            && first.marks.has(Marks::GIVEN_NAME)
            && !first
                .marks
                .has(Marks::COUNTRY | Marks::STATE | Marks::LARGE_CITY | Marks::TITLE)
            && words
                .get(end - 1)
                .is_some_and(|last| last.marks.has(Marks::SURNAME));
        if is_honorific || is_listed {
            missed.push(Found {
                tokens: start..end,
                kind: Kind::Person,
                probability: AFTER_TITLE,
            });
        }
    }
    missed
}

/// `Martin Luther King Jr.` is one name, whether or not a comma stands in it.
fn take_suffix(analysis: &Analysis<'_>, words: &Words, name: &mut Found) {
    let is = |index: usize, choice: &[&str]| {
        words
            .get(index)
            .is_some_and(|word| choice.contains(&word.folded.as_str()))
    };
    let mut end = name.tokens.end;
    end += usize::from(is(end, &[","]));
    let is_suffix = is(end, &["jr", "sr"]);
    let ends_in_suffix = is(name.tokens.end.saturating_sub(1), &["jr", "sr"]);
    if is_suffix {
        end += 1;
    } else if ends_in_suffix {
        end = name.tokens.end;
    } else {
        return;
    }
    let touches = |index: usize| {
        let (before, after) = (analysis.tokens.get(index - 1), analysis.tokens.get(index));
        before
            .zip(after)
            .is_some_and(|(before, after)| before.end == after.start)
    };
    if is(end, &["."]) && touches(end) {
        end += 1;
    }
    name.tokens.end = end;
}

/// Titles that nobody is called by.
const TITLES_ONLY: [&str; 16] = [
    "captain",
    "emperor",
    "empress",
    "general",
    "king",
    "lady",
    "lord",
    "mister",
    "pope",
    "president",
    "prince",
    "princess",
    "queen",
    "senator",
    "sheikh",
    "sir",
];

/// `President`, `Sir` and `Dr` stand before a name, not in it.
fn leave_titles(words: &Words, name: &mut Found) {
    while name.tokens.len() > 1 {
        let Some(first) = words.get(name.tokens.start) else {
            return;
        };
        let is_only_title = TITLES_ONLY.binary_search(&first.folded.as_str()).is_ok();
        let is_title =
            first.marks.has(Marks::TITLE) && (is_only_title || !first.marks.has(Marks::GIVEN_NAME));
        let is_stop_of_title = first.folded == "." && first.marks.has(Marks::TITLE);
        if !is_title && !is_stop_of_title {
            return;
        }
        name.tokens.start += 1;
    }
}

/// `Using Alvarez’s antenna`: the capital of the first word of a sentence says nothing.
fn leave_first_common_word(words: &Words, name: &mut Found) {
    let first = words.get(name.tokens.start);
    let is_common = first.is_some_and(|first| first.begins_sentence && first.is_plainly_common());
    if is_common && name.tokens.len() > 1 {
        name.tokens.start += 1;
    }
}

/// `eastern Congo`: what is written small is no part of the name.
fn leave_compass_point(words: &Words, name: &mut Found) {
    let is_small = |word: &Word| word.shape == Shape::Lower && !word.marks.has(Marks::PARTICLE);
    while name.tokens.len() > 1 && words.get(name.tokens.start).is_some_and(is_small) {
        name.tokens.start += 1;
    }
}

/// Names that keep their article.
const WITH_ARTICLE: [&str; 1] = ["hague"];

fn leave_article(analysis: &Analysis<'_>, words: &Words, name: &mut Found) {
    let Range { start, end } = name.tokens;
    let is_article = words.get(start).is_some_and(|word| word.folded == "the");
    let second = words.get(start + 1).map_or("", |word| word.folded.as_str());
    let keeps_article = WITH_ARTICLE.contains(&second);
    if is_article && end - start > 1 && !keeps_article {
        name.tokens.start += 1;
    }
    let before = start
        .checked_sub(1)
        .map_or("", |before| analysis.word(before));
    let first = words.get(start).map_or("", |word| word.folded.as_str());
    if before == "The" && WITH_ARTICLE.contains(&first) {
        name.tokens.start = start - 1;
    }
}

/// No mark stands at the edge of a name, but the full stop of an abbreviation.
fn leave_marks(words: &Words, name: &mut Found) {
    let is_ink = |index: usize| {
        words
            .get(index)
            .is_some_and(|word| !matches!(word.shape, Shape::Mark | Shape::Possessive))
    };
    while !name.tokens.is_empty() && !is_ink(name.tokens.start) {
        name.tokens.start += 1;
    }
    while !name.tokens.is_empty() && !is_ink(name.tokens.end - 1) {
        let is_stop = words
            .get(name.tokens.end - 1)
            .is_some_and(|word| word.folded == ".");
        let before = name
            .tokens
            .end
            .checked_sub(2)
            .and_then(|index| words.get(index));
        if is_stop && before.is_some_and(|word| matches!(word.folded.as_str(), "jr" | "sr")) {
            return;
        }
        name.tokens.end -= 1;
    }
}

/// What follows a person's name where it names a government.
const GOVERNMENTS: [&str; 4] = ["administration", "dictatorship", "government", "regime"];

/// Whether `name` is something else by the guidelines: a people, a month, an organization, a
/// government called after its head.
fn is_none(words: &Words, name: &Found) -> bool {
    let inside: Vec<&Word> = name
        .tokens
        .clone()
        .filter_map(|index| words.get(index))
        .collect();
    let all = |marks: Marks, but: Marks| {
        inside
            .iter()
            .all(|word| word.marks.has(marks) && !word.marks.has(but))
    };
    if all(
        Marks::PEOPLE,
        Marks::ANY_PLACE | Marks::GIVEN_NAME | Marks::SURNAME,
    ) {
        return true;
    }
    if inside.len() == 1 && all(Marks::TIME, Marks::GIVEN_NAME | Marks::ANY_PLACE) {
        return true;
    }
    if all(
        Marks::ORGANIZATION,
        Marks::ANY_PLACE | Marks::GIVEN_NAME | Marks::SURNAME,
    ) {
        return true;
    }
    let after = words
        .get(name.tokens.end)
        .map_or("", |word| word.folded.as_str());
    let is_surname = inside
        .last()
        .is_some_and(|word| word.marks.has(Marks::SURNAME) && !word.marks.has(Marks::ANY_PLACE));
    GOVERNMENTS.contains(&after) && (name.kind == Kind::Person || is_surname)
}
