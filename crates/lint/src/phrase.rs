//! The words of a span in one form, so that the same name is the same wherever it stands.

use copydesk_text::{Token, TokenKind, tokens};

/// No name is longer, in tokens.
pub(crate) const LONGEST: usize = 12;

/// Marks that belong to no name at its edge.
const STRAY: &[&str] = &[
    ",", ";", ":", ".", "(", ")", "[", "]", "“", "”", "„", "«", "»", "\"", "–", "—",
];

pub(crate) fn tokens_of(text: &str) -> Vec<Token> {
    tokens(text, 0)
}

/// The tokens of `words` with one space between, without marks at the edges and a possessive behind; `None` of what
/// is too long to be a name, or empty.
pub(crate) fn phrase(words: &str) -> Option<String> {
    let mut tokens = tokens_of(words);
    let is_stray = |token: &Token| STRAY.contains(&token.of(words));
    while tokens.pop_if(|last| is_stray(last)).is_some() {}
    tokens.pop_if(|last| last.kind == TokenKind::Possessive);
    let first = tokens.iter().position(|token| !is_stray(token));
    tokens.drain(..first.unwrap_or(tokens.len()));
    let is_name = (1..=LONGEST).contains(&tokens.len());
    is_name.then(|| {
        let words: Vec<String> = tokens.iter().map(|token| plain(token.of(words))).collect();
        words.join(" ")
    })
}

/// With straight apostrophes.
pub(crate) fn plain(word: &str) -> String {
    word.replace('’', "'")
}

/// Whether `words` end in a possessive.
pub(crate) fn is_possessive(words: &str) -> bool {
    let tokens = tokens_of(words);
    let is_one = |last: &Token| last.kind == TokenKind::Possessive;
    tokens.len() > 1 && tokens.last().is_some_and(is_one)
}

pub(crate) fn is_capitalized(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}
