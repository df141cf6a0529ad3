//! Says in one line why a name was suggested.

use crate::suggest::model::decode::Class;
use crate::suggest::model::edges;
use crate::suggest::model::mention::{Mention, Reading, Source};

/// The reason for `mention`, one of `all`.
pub(super) fn reason(reading: &Reading<'_>, mention: &Mention, all: &[Mention]) -> String {
    let class = a_class(mention.class);
    match &mention.source {
        Source::FullName { full } => match all.get(*full) {
            Some(full) => format!(
                "last word of “{}” in paragraph {}",
                reading.written(full.sentence, &full.words),
                reading.paragraph(full)
            ),
            None => context(reading, mention),
        },
        Source::Elsewhere { surest } => match all.get(*surest) {
            Some(surest) => format!(
                "reads as {class} in paragraph {}, and one name has one label",
                reading.paragraph(surest)
            ),
            None => context(reading, mention),
        },
        Source::Agreed { others: 1 } => {
            format!("{}; so once more in the article", context(reading, mention))
        }
        Source::Agreed { others } => {
            format!(
                "{}; so {others} more times in the article",
                context(reading, mention)
            )
        }
        Source::Context => context(reading, mention),
    }
}

/// The words around the mention, which the network read.
fn context(reading: &Reading<'_>, mention: &Mention) -> String {
    let class = a_class(mention.class);
    let before = mention
        .words
        .start
        .checked_sub(1)
        .map_or("", |at| reading.word(mention.sentence, at));
    if mention.class == Class::Person && edges::is_title(before) {
        return format!("reads as {class} after the title “{before}”");
    }
    let after = reading.word(mention.sentence, mention.words.end);
    let shown = |word: &str| word.chars().take(20).collect::<String>();
    match (shown(before), shown(after)) {
        (before, after) if before.is_empty() && after.is_empty() => format!("reads as {class}"),
        (before, after) if before.is_empty() => format!("reads as {class} in “___ {after}”"),
        (before, after) if after.is_empty() => format!("reads as {class} in “{before} ___”"),
        (before, after) => format!("reads as {class} in “{before} ___ {after}”"),
    }
}

fn a_class(class: Class) -> &'static str {
    match class {
        Class::Person => "a person",
        Class::Place => "a place",
        Class::Organisation => "an organisation",
        Class::Peoples => "a people or its adjective",
        Class::Date => "a date",
        Class::Other => "another kind of name",
    }
}
