//! Growing and shrinking a selection from the caret: word, phrase, clause, sentence, paragraph.

use crate::{ArticleText, Direction, Span, Token, TokenKind, tokens};

impl ArticleText {
    /// The next larger unit at `byte` that holds `span`; the word where nothing is selected.
    pub fn grown(&self, byte: usize, span: Option<Span>) -> Option<Span> {
        let mut units = self.units_at(byte).into_iter();
        units.find(|unit| span.is_none_or(|span| unit.covers(span) && *unit != span))
    }

    /// The next smaller unit at `byte` within `span`.
    pub fn shrunk(&self, byte: usize, span: Span) -> Option<Span> {
        let mut units = self.units_at(byte).into_iter();
        units.rfind(|unit| span.covers(*unit) && *unit != span)
    }

    /// What may be meant at `byte`, each unit within the next.
    fn units_at(&self, byte: usize) -> Vec<Span> {
        // At the end of the text, or behind a full stop, the last word is meant.
        let before = || self.word_at(self.step_word(byte, Direction::Back));
        let Some(word) = self.word_at(byte).or_else(before) else {
            return Vec::new();
        };
        let sentence = self.sentence_at(word.start()).unwrap_or(word.range());
        let words = self.as_str().get(sentence.clone()).unwrap_or_default();
        let sentence = Sentence {
            text: self.as_str(),
            tokens: tokens(words, sentence.start),
        };
        let wider = [
            sentence.around(word, Sentence::ends_phrase),
            sentence.around(word, Sentence::ends_clause),
            sentence.around(word, Sentence::ends_statement),
        ];
        let wider = wider.into_iter().filter_map(|tokens| self.trimmed(tokens));
        let whole = [
            self.sentence_span(word.start()),
            self.paragraph_span(word.start()),
        ];
        let mut units = vec![word];
        for unit in wider.chain(whole.into_iter().flatten()) {
            let is_wider = |last: &Span| unit.covers(*last) && unit != *last;
            if units.last().is_some_and(is_wider) {
                units.push(unit);
            }
        }
        units
    }
}

struct Sentence<'t> {
    text: &'t str,
    tokens: Vec<Token>,
}

impl Sentence<'_> {
    /// The tokens around `word` up to the nearest ones that end such a unit.
    fn around(&self, word: Span, ends: impl Fn(&Self, usize) -> bool) -> &[Token] {
        let is_at = |token: &Token| token.end > word.start();
        let Some(at) = self
            .tokens
            .iter()
            .position(is_at)
            .filter(|at| !ends(self, *at))
        else {
            return &[];
        };
        let before = (0..at).rfind(|index| ends(self, *index));
        let after = (at..self.tokens.len()).find(|index| ends(self, *index));
        let start = before.map_or(0, |index| index + 1);
        let range = start..after.unwrap_or(self.tokens.len());
        self.tokens.get(range).unwrap_or_default()
    }

    fn word(&self, index: usize) -> String {
        let token = self.tokens.get(index);
        token.map_or_else(String::new, |token| token.of(self.text).to_lowercase())
    }

    fn ends_phrase(&self, index: usize) -> bool {
        let is_mark = self
            .tokens
            .get(index)
            .is_some_and(|token| token.kind == TokenKind::Mark);
        let word = self.word(index);
        if is_mark {
            return !KEEP_TOGETHER.contains(&word.as_str());
        }
        LINKING.contains(&word.as_str()) || SAYING.contains(&word.as_str())
    }

    fn ends_clause(&self, index: usize) -> bool {
        let word = self.word(index);
        let is_mark = matches!(word.as_str(), "," | "(" | ")" | "that");
        is_mark || is_strong_mark(&word) || SAYING.contains(&word.as_str())
    }

    /// As a clause, but with its commas, except where a comma leads to who said it.
    fn ends_statement(&self, index: usize) -> bool {
        let word = self.word(index);
        let says = |index: usize| SAYING.contains(&self.word(index).as_str());
        match word.as_str() {
            "that" => index.checked_sub(1).is_some_and(says),
            "," => (index + 1..self.tokens.len().min(index + 1 + SOURCE_WORDS))
                .take_while(|index| {
                    let word = self.word(*index);
                    word != "," && !is_strong_mark(&word)
                })
                .any(says),
            word => is_strong_mark(word) || SAYING.contains(&word),
        }
    }
}

/// How many words name a source between a comma and its verb of saying.
const SOURCE_WORDS: usize = 8;

fn is_strong_mark(word: &str) -> bool {
    matches!(
        word,
        ";" | ":" | "—" | "–" | "\"" | "“" | "”" | "„" | "«" | "»"
    )
}

/// Marks within a phrase.
const KEEP_TOGETHER: [&str; 10] = ["$", "€", "£", "¥", "%", "-", "‑", "&", "'", "’"];

/// Words between phrases: prepositions, conjunctions, auxiliaries and pronouns.
const LINKING: [&str; 72] = [
    "of", "in", "on", "at", "for", "with", "from", "by", "to", "into", "over", "under", "about",
    "against", "and", "or", "but", "if", "as", "than", "so", "because", "while", "although",
    "though", "when", "where", "after", "before", "since", "unless", "until", "whether", "that",
    "which", "who", "whom", "whose", "is", "are", "was", "were", "be", "been", "being", "has",
    "have", "had", "will", "would", "can", "could", "may", "might", "must", "should", "shall",
    "do", "does", "did", "not", "he", "she", "it", "they", "we", "i", "you", "his", "her", "its",
    "their",
];

/// Words that come between what was said and who said it.
const SAYING: [&str; 67] = [
    "say",
    "says",
    "said",
    "saying",
    "tell",
    "tells",
    "told",
    "add",
    "adds",
    "added",
    "adding",
    "stated",
    "states",
    "announced",
    "announces",
    "reported",
    "reports",
    "reporters",
    "claim",
    "claims",
    "claimed",
    "claiming",
    "confirmed",
    "confirms",
    "denied",
    "denies",
    "insisted",
    "insists",
    "warned",
    "warns",
    "argued",
    "argues",
    "noted",
    "notes",
    "believes",
    "believed",
    "thinks",
    "thought",
    "explained",
    "hopes",
    "hoped",
    "knew",
    "expects",
    "expected",
    "estimates",
    "estimated",
    "suggested",
    "suggests",
    "admitted",
    "acknowledged",
    "according",
    "declared",
    "predicted",
    "predicts",
    "showed",
    "shows",
    "agreed",
    "indicated",
    "stressed",
    "wrote",
    "tweeted",
    "emphasized",
    "concluded",
    "conceded",
    "asserted",
    "alleged",
    "vowed",
];

#[cfg(test)]
#[path = "grow_tests.rs"]
mod tests;
