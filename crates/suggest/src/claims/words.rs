//! Small classes of English words that show where a clause, a source or a time begins.

use crate::lists::{WordList, word_list};
use copydesk_text::{Token, TokenKind};

pub(super) static BE: WordList = word_list!("claims/be");

/// Forms of “to be” and “to have”, and modals: what comes before a verb, or makes a clause finite.
pub(super) static AUXILIARIES: WordList = word_list!("claims/auxiliaries");

/// Nouns without a plural ending that take a plural verb.
pub(super) static COLLECTIVES: WordList = word_list!("claims/collectives");

/// Before a verb of saying, these mean that no claim was made.
pub(super) static UNREAL: WordList = word_list!("claims/unreal");

/// What may stand between a subject and its verb.
pub(super) static ADVERBS: WordList = word_list!("claims/adverbs");

pub(super) static SUBJECT_PRONOUNS: WordList = word_list!("claims/subject-pronouns");

pub(super) static OBJECT_PRONOUNS: WordList = word_list!("claims/object-pronouns");

pub(super) static DETERMINERS: WordList = word_list!("claims/determiners");

pub(super) static PREPOSITIONS: WordList = word_list!("claims/prepositions");

/// A clause or a phrase of its own begins here: no subject reaches across.
pub(super) static CONJUNCTIONS: WordList = word_list!("claims/conjunctions");

/// What follows leaves what the source said, after a comma.
pub(super) static TURNS: WordList = word_list!("claims/contrasts");

static TIMES: WordList = word_list!("times", "when");

/// Finite forms that no ending gives away.
static COMMON_FINITE: WordList = word_list!("claims/finite-verbs");

/// Past forms that are no participle, or that nothing is done to: after them no clause is in doubt.
pub(super) static ONLY_FINITE: WordList = word_list!("claims/only-finite-verbs");

pub(super) fn is_time(word: &str) -> bool {
    TIMES.holds(word)
}

pub(super) fn is_adverb(word: &str) -> bool {
    ADVERBS.holds(word) || (word.len() > 4 && word.ends_with("ly") && !NOT_ADVERBS.holds(word))
}

static NOT_ADVERBS: WordList = word_list!("claims/not-adverbs");

/// Whether a word reads as the finite verb of a clause, by list or by ending.
pub(super) fn is_finite(word: &str) -> bool {
    AUXILIARIES.holds(word)
        || COMMON_FINITE.holds(word)
        || (word.len() > 4 && word.ends_with("ed") && word != "united" && word != "indeed")
        || word.ends_with("n't")
        || ["'ll", "'re", "'ve", "'d"]
            .iter()
            .any(|short| word.ends_with(short))
}

pub(super) fn is_final_mark(word: &str) -> bool {
    matches!(word, "." | "!" | "?" | "…" | "。" | "！" | "？")
}

pub(super) fn is_double_quote(word: &str) -> bool {
    matches!(word, "\"" | "“" | "”" | "„" | "«" | "»" | "‟" | "〝" | "〞")
}

pub(super) fn is_dash(word: &str) -> bool {
    matches!(word, "—" | "–" | "--")
}

/// Whether the token is a word or number, no mark.
pub(super) fn is_wordlike(token: Token) -> bool {
    matches!(token.kind, TokenKind::Word | TokenKind::Number)
}
