//! Says in one sentence why a name was suggested.

use std::ops::Range;

use crate::network::decode::Class;
use crate::network::edges;
use crate::network::listed::Listed;
use crate::network::mention::{Mention, Reading, Source};
use copydesk_i18n::tr;

/// Longer words beside a name are cut.
const MOST_CHARS: usize = 14;

/// The reason for `mention`, one of `all`.
pub(super) fn reason(reading: &Reading<'_>, mention: &Mention, all: &[Mention]) -> String {
    match &mention.source {
        Source::FullName { full } => match all.get(*full) {
            Some(full) => tr!(
                "why-short-for",
                name = reading.written(full.sentence, &full.words),
                paragraph = reading.paragraph(full)
            ),
            None => context(reading, mention),
        },
        Source::Elsewhere { surest } => match all.get(*surest) {
            Some(surest) => tr!(
                "why-is-elsewhere",
                what = a_class(mention.class),
                paragraph = reading.paragraph(surest)
            ),
            None => context(reading, mention),
        },
        Source::Agreed { others } => {
            let why = surroundings(reading, mention);
            tr!("why-agreed", why = why, count = *others)
        }
        Source::Context => context(reading, mention),
    }
}

/// What the network read: the words around the mention, and the list that it is in.
fn context(reading: &Reading<'_>, mention: &Mention) -> String {
    let why = surroundings(reading, mention);
    let words = &mention.words;
    let is_in = |words: Range<usize>, list: Listed| {
        reading.listed(mention.sentence, &words).intersects(list)
    };
    let (first, last) = (words.start..words.start + 1, words.end - 1..words.end);
    match mention.class {
        Class::Place if is_in(words.clone(), Listed::LAND) => tr!("why-listed-land", why = why),
        Class::Place if is_in(words.clone(), Listed::CITY) => tr!("why-listed-city", why = why),
        Class::Peoples if is_in(words.clone(), Listed::PEOPLE) => {
            tr!("why-listed-people", why = why)
        }
        Class::Person if words.len() > 1 && is_in(first.clone(), Listed::GIVEN_NAME) => {
            let given = reading.written(mention.sentence, &first);
            tr!("why-listed-first-name", why = why, name = given)
        }
        Class::Person if is_in(last, Listed::SURNAME) => tr!("why-listed-surname", why = why),
        _ => why,
    }
}

fn surroundings(reading: &Reading<'_>, mention: &Mention) -> String {
    let before = mention
        .words
        .start
        .checked_sub(1)
        .map_or("", |at| reading.word(mention.sentence, at));
    if mention.class == Class::Person && edges::is_title(before) {
        return tr!("why-after-title", title = before);
    }
    let after = reading.word(mention.sentence, mention.words.end);
    let shown = |word: &str| word.chars().take(MOST_CHARS).collect::<String>();
    let is_word = |word: &str| word.starts_with(char::is_alphanumeric);
    match (is_word(before), is_word(after)) {
        (true, true) => tr!("why-between", one = shown(before), other = shown(after)),
        (true, false) => tr!("why-after", words = shown(before)),
        (false, true) => tr!("why-before", words = shown(after)),
        (false, false) => tr!("why-reads-like", what = a_class(mention.class)),
    }
}

fn a_class(class: Class) -> &'static str {
    match class {
        Class::Person => tr!("class-person"),
        Class::Place => tr!("class-place"),
        Class::Organization => tr!("class-organization"),
        Class::Peoples => tr!("class-people"),
        Class::Date => tr!("class-date"),
        Class::Other => tr!("class-other-name"),
    }
}
