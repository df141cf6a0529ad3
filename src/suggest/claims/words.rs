//! Small classes of English words that tell where a clause, a source or a time begins.

use crate::text::{Token, TokenKind};

/// Whether the sorted list holds `word` (folded).
pub(super) fn holds(list: &[&str], word: &str) -> bool {
    list.binary_search(&word).is_ok()
}

pub(super) const BE: &[&str] = &[
    "am", "are", "be", "been", "being", "is", "isn't", "was", "wasn't", "were", "weren't",
];

/// Forms of “to be” and “to have”, and modals: what comes before a verb, or makes a clause finite.
pub(super) const AUXILIARIES: &[&str] = &[
    "am",
    "are",
    "aren't",
    "be",
    "been",
    "being",
    "can",
    "can't",
    "cannot",
    "could",
    "couldn't",
    "did",
    "didn't",
    "do",
    "does",
    "doesn't",
    "don't",
    "had",
    "hadn't",
    "has",
    "hasn't",
    "have",
    "haven't",
    "is",
    "isn't",
    "may",
    "might",
    "must",
    "mustn't",
    "shall",
    "should",
    "shouldn't",
    "was",
    "wasn't",
    "were",
    "weren't",
    "will",
    "won't",
    "would",
    "wouldn't",
];

/// With one of these before it a verb of saying tells no claim that was made.
pub(super) const UNREAL: &[&str] = &[
    "can",
    "can't",
    "cannot",
    "could",
    "couldn't",
    "didn't",
    "doesn't",
    "don't",
    "hadn't",
    "hasn't",
    "haven't",
    "may",
    "might",
    "must",
    "never",
    "not",
    "should",
    "shouldn't",
    "won't",
    "would",
    "wouldn't",
];

/// What may stand between a subject and its verb.
pub(super) const ADVERBS: &[&str] = &[
    "again",
    "already",
    "also",
    "always",
    "even",
    "ever",
    "finally",
    "first",
    "further",
    "furthermore",
    "however",
    "just",
    "later",
    "long",
    "meanwhile",
    "moreover",
    "nevertheless",
    "nonetheless",
    "now",
    "often",
    "once",
    "soon",
    "still",
    "then",
    "therefore",
    "though",
    "today",
    "too",
    "yesterday",
];

pub(super) const SUBJECT_PRONOUNS: &[&str] = &[
    "everybody",
    "everyone",
    "he",
    "i",
    "it",
    "nobody",
    "one",
    "she",
    "somebody",
    "someone",
    "there",
    "they",
    "this",
    "we",
    "you",
];

pub(super) const OBJECT_PRONOUNS: &[&str] = &["her", "him", "it", "me", "them", "us", "you"];

pub(super) const DETERMINERS: &[&str] = &[
    "a", "all", "an", "another", "any", "both", "each", "either", "every", "few", "her", "his",
    "its", "many", "more", "most", "my", "neither", "no", "nobody", "our", "several", "some",
    "such", "the", "their", "these", "this", "those", "your",
];

pub(super) const PREPOSITIONS: &[&str] = &[
    "about",
    "after",
    "against",
    "ahead",
    "along",
    "amid",
    "among",
    "around",
    "as",
    "at",
    "before",
    "behind",
    "below",
    "between",
    "beyond",
    "by",
    "despite",
    "during",
    "following",
    "for",
    "from",
    "in",
    "inside",
    "into",
    "near",
    "of",
    "off",
    "on",
    "outside",
    "over",
    "per",
    "since",
    "than",
    "through",
    "throughout",
    "to",
    "toward",
    "towards",
    "under",
    "until",
    "upon",
    "via",
    "when",
    "while",
    "with",
    "within",
    "without",
];

/// A clause or a phrase of its own begins here: no subject reaches across.
pub(super) const CONJUNCTIONS: &[&str] = &[
    "after", "although", "as", "because", "before", "but", "how", "if", "since", "so", "than",
    "that", "though", "unless", "until", "what", "when", "whenever", "where", "whereas", "whether",
    "which", "while", "who", "whom", "whose", "why", "yet",
];

/// What follows leaves what the source said, after a comma.
pub(super) const TURNS: &[&str] = &["although", "but", "despite", "though", "whereas", "while"];

const TIMES: &[&str] = &[
    "afternoon",
    "ago",
    "april",
    "august",
    "day",
    "days",
    "december",
    "earlier",
    "early",
    "evening",
    "february",
    "friday",
    "hours",
    "january",
    "july",
    "june",
    "last",
    "late",
    "later",
    "march",
    "may",
    "monday",
    "month",
    "months",
    "morning",
    "next",
    "night",
    "november",
    "october",
    "previously",
    "recently",
    "saturday",
    "september",
    "sunday",
    "thursday",
    "today",
    "tomorrow",
    "tonight",
    "tuesday",
    "wednesday",
    "week",
    "weekend",
    "weeks",
    "year",
    "years",
    "yesterday",
];

/// Finite forms that no ending gives away.
const COMMON_FINITE: &[&str] = &[
    "ate",
    "became",
    "began",
    "bought",
    "broke",
    "brought",
    "built",
    "came",
    "caught",
    "chose",
    "comes",
    "costs",
    "cut",
    "drew",
    "drove",
    "fell",
    "felt",
    "fled",
    "flew",
    "fought",
    "found",
    "gave",
    "gets",
    "goes",
    "got",
    "grew",
    "heard",
    "held",
    "helps",
    "hit",
    "hurt",
    "keeps",
    "kept",
    "knew",
    "laid",
    "leads",
    "led",
    "left",
    "let",
    "lies",
    "lost",
    "made",
    "makes",
    "means",
    "meant",
    "met",
    "needs",
    "paid",
    "plans",
    "put",
    "ran",
    "remains",
    "rose",
    "said",
    "sank",
    "saw",
    "says",
    "seems",
    "sent",
    "set",
    "shot",
    "shows",
    "sold",
    "sought",
    "spent",
    "spoke",
    "spread",
    "stood",
    "struck",
    "supports",
    "takes",
    "taught",
    "thinks",
    "thought",
    "threw",
    "told",
    "took",
    "understood",
    "wants",
    "went",
    "woke",
    "won",
    "works",
    "wrote",
];

pub(super) fn is_time(word: &str) -> bool {
    holds(TIMES, word)
}

pub(super) fn is_adverb(word: &str) -> bool {
    holds(ADVERBS, word) || (word.len() > 4 && word.ends_with("ly") && !holds(NOT_ADVERBS, word))
}

const NOT_ADVERBS: &[&str] = &[
    "ally", "assembly", "family", "italy", "july", "police", "reply",
];

/// Whether a word reads as the finite verb of a clause, by list or by ending.
pub(super) fn is_finite(word: &str) -> bool {
    holds(AUXILIARIES, word)
        || holds(COMMON_FINITE, word)
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

#[cfg(test)]
pub(super) const SORTED_LISTS: &[&[&str]] = &[
    BE,
    AUXILIARIES,
    UNREAL,
    ADVERBS,
    SUBJECT_PRONOUNS,
    OBJECT_PRONOUNS,
    DETERMINERS,
    PREPOSITIONS,
    CONJUNCTIONS,
    TURNS,
    TIMES,
    COMMON_FINITE,
    NOT_ADVERBS,
];
