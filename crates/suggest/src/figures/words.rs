//! Lists of words around a number that show what it is.

use crate::lists::{WordList, word_list};

/// Months and their abbreviations.
pub(super) static MONTHS: WordList = word_list!("times", "month");

/// Days of the week.
pub(super) static DAYS: WordList = word_list!("times", "weekday");

/// Words before `one` that show it to be a pronoun.
pub(super) static BEFORE_PRONOUN: WordList = word_list!("figures/before-pronoun-one");

/// Words behind `one` that show it to be a pronoun or an indefinite article.
pub(super) static AFTER_PRONOUN: WordList = word_list!("figures/after-pronoun-one");

/// What happens to people, who are counted by it: `one injured in Ohio`.
pub(super) static CASUALTIES: WordList = word_list!("figures/casualties");

/// What stands before a year.
pub(super) static YEAR_BEFORE: WordList = word_list!("figures/before-year");

/// What is counted often enough in four digits without a comma.
static COUNTED: WordList = word_list!("figures/counted");

/// Nouns that a number names instead of counting what follows, whatever their case.
pub(super) static NUMBERED: WordList = word_list!("figures/numbered");

/// Words before a part of a series that show the number behind it not to be its name.
pub(super) static DETERMINERS: WordList = word_list!("figures/before-turn");

/// Words behind which a verb stands, though it could be a noun elsewhere.
pub(super) static BEFORE_VERB: WordList = word_list!("figures/before-verb");

/// Makers and things whose models are numbers, so that even `737 jets` counts none.
pub(super) static MODELS: WordList = word_list!("figures/models");

/// Words that a sentence begins with before a count, and others that name nothing.
pub(super) static FUNCTION: WordList = word_list!("figures/not-names");

/// Words of sport and votes near a score.
pub(super) static SCORE_WORDS: WordList = word_list!("figures/score-words");

/// What a pair of numbers names when it stands behind it.
pub(super) static NO_SCORE: WordList = word_list!("figures/before-no-score");

/// Codes that stand before the amount in news; other capitals there are names.
pub(super) static CODES: WordList = word_list!("figures/currency-codes");

/// Verbs of change, and `up` and `down`: what follows is by how much.
pub(super) static CHANGES: WordList = word_list!("figures/changes");

/// Whether `word` is counted often enough in four digits without a comma: `soldiers`, `schoolchildren`.
pub(super) fn is_counted(word: &str) -> bool {
    let is_compound = word.starts_with(char::is_lowercase)
        && ["children", "women", "boys", "girls"]
            .iter()
            .any(|people| word.ends_with(people));
    COUNTED.holds_in_any_case(word) || is_compound
}
