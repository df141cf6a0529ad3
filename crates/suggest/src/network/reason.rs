//! Says in one sentence why a name was suggested.

use std::ops::Range;

use crate::network::decode::Class;
use crate::network::edges;
use crate::network::listed::Listed;
use crate::network::mention::{Mention, Reading, Source};

/// Longer words beside a name are cut.
const MOST_CHARS: usize = 14;

/// The reason for `mention`, one of `all`.
pub(super) fn reason(reading: &Reading<'_>, mention: &Mention, all: &[Mention]) -> String {
    match &mention.source {
        Source::FullName { full } => match all.get(*full) {
            Some(full) => format!(
                "Is short for “{}” in paragraph {}",
                reading.written(full.sentence, &full.words),
                reading.paragraph(full)
            ),
            None => context(reading, mention),
        },
        Source::Elsewhere { surest } => match all.get(*surest) {
            Some(surest) => format!(
                "Is {} in paragraph {}, so also here",
                a_class(mention.class),
                reading.paragraph(surest)
            ),
            None => context(reading, mention),
        },
        Source::Agreed { others } => {
            let context = surroundings(reading, mention);
            match others {
                1 => format!("{context}; read the same way once more here"),
                _ => format!("{context}; read the same way {others} more times here"),
            }
        }
        Source::Context => context(reading, mention),
    }
}

/// What the network read: the words around the mention, and the list that it is in.
fn context(reading: &Reading<'_>, mention: &Mention) -> String {
    match list(reading, mention) {
        Some(list) => format!("{}; {list}", surroundings(reading, mention)),
        None => surroundings(reading, mention),
    }
}

fn list(reading: &Reading<'_>, mention: &Mention) -> Option<String> {
    let words = &mention.words;
    let is_in = |words: Range<usize>, list: Listed| {
        reading.listed(mention.sentence, &words).intersects(list)
    };
    let (first, last) = (words.start..words.start + 1, words.end - 1..words.end);
    let list = match mention.class {
        Class::Place if is_in(words.clone(), Listed::LAND) => "countries and regions",
        Class::Place if is_in(words.clone(), Listed::CITY) => "cities",
        Class::Peoples if is_in(words.clone(), Listed::PEOPLE) => "peoples",
        Class::Person if words.len() > 1 && is_in(first.clone(), Listed::GIVEN_NAME) => {
            let given = reading.written(mention.sentence, &first);
            return Some(format!("“{given}” is a listed first name"));
        }
        Class::Person if is_in(last, Listed::SURNAME) => "surnames",
        _ => return None,
    };
    Some(format!("it is on the list of {list}"))
}

fn surroundings(reading: &Reading<'_>, mention: &Mention) -> String {
    let before = mention
        .words
        .start
        .checked_sub(1)
        .map_or("", |at| reading.word(mention.sentence, at));
    if mention.class == Class::Person && edges::is_title(before) {
        return format!("Comes after the title “{before}”");
    }
    let after = reading.word(mention.sentence, mention.words.end);
    let shown = |word: &str| word.chars().take(MOST_CHARS).collect::<String>();
    let is_word = |word: &str| word.starts_with(char::is_alphanumeric);
    match (is_word(before), is_word(after)) {
        (true, true) => format!("Comes between “{}” and “{}”", shown(before), shown(after)),
        (true, false) => format!("Comes after “{}”", shown(before)),
        (false, true) => format!("Comes before “{}”", shown(after)),
        (false, false) => format!("Reads like {} by its place", a_class(mention.class)),
    }
}

fn a_class(class: Class) -> &'static str {
    match class {
        Class::Person => "a person",
        Class::Place => "a place",
        Class::Organization => "an organization",
        Class::Peoples => "a people or its adjective",
        Class::Date => "a date",
        Class::Other => "another kind of name",
    }
}
