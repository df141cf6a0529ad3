//! Words, numbers and marks of a text, by UAX #29 with what English news needs on top.

use crate::word_borders::word_pieces;

/// One word, number or mark: a half-open byte range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    pub start: usize,
    pub end: usize,
    pub kind: TokenKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, with inner apostrophes (`don't`) and the dots of initials (`U.S.`, `J.`).
    Word,
    /// Begins with a digit: `1,000.5`, `12th`, `350m`.
    Number,
    /// `'s` and `’s` after a word.
    Possessive,
    /// Any other visible symbol, one grapheme each: `%`, `—`, an emoji.
    Mark,
}

impl Token {
    /// Its words in the text that it was made from.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }
}

/// The tokens of `text`; `offset` is added to each position. White space yields none.
///
/// Hyphenated words are several tokens with the hyphen between; `U.S.` and `J.` are one token.
pub fn tokens(text: &str, offset: usize) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::with_capacity(text.len() / 5);
    for (at, segment) in word_pieces(text) {
        let Some(first) = segment.chars().next() else {
            continue;
        };
        if first.is_whitespace() {
            continue;
        }
        let (start, end) = (offset + at, offset + at + segment.len());
        if first.is_numeric() {
            tokens.push(Token {
                start,
                end,
                kind: TokenKind::Number,
            });
        } else if first.is_alphabetic() || first == '_' {
            push_word(&mut tokens, segment, start);
        } else if first == '.' && continues_initials(text, offset, tokens.last(), start) {
            if let Some(initials) = tokens.last_mut() {
                initials.end = end;
            }
        } else {
            tokens.push(Token {
                start,
                end,
                kind: TokenKind::Mark,
            });
        }
    }
    tokens
}

/// Splits a possessive from its word.
fn push_word(tokens: &mut Vec<Token>, word: &str, start: usize) {
    let end = start + word.len();
    let possessive = ["'s", "’s", "'S", "’S"]
        .iter()
        .find(|suffix| word.len() > suffix.len() && word.ends_with(**suffix));
    let Some(suffix) = possessive else {
        tokens.push(Token {
            start,
            end,
            kind: TokenKind::Word,
        });
        return;
    };
    let cut = end - suffix.len();
    tokens.push(Token {
        start,
        end: cut,
        kind: TokenKind::Word,
    });
    tokens.push(Token {
        start: cut,
        end,
        kind: TokenKind::Possessive,
    });
}

/// Whether a full stop right after `last` belongs to it: `J.`, `U.S.`, `a.m.`
fn continues_initials(text: &str, offset: usize, last: Option<&Token>, at: usize) -> bool {
    let Some(last) = last.filter(|last| last.kind == TokenKind::Word && last.end == at) else {
        return false;
    };
    let Some(word) = text.get(last.start - offset..last.end - offset) else {
        return false;
    };
    let mut letters = 0;
    for part in word.split('.') {
        let mut characters = part.chars();
        let one_letter =
            characters.next().is_some_and(char::is_alphabetic) && characters.next().is_none();
        if !one_letter {
            return false;
        }
        letters += 1;
    }
    letters > 1 || word.chars().all(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::{TokenKind, tokens};

    /// `expected` has a space between tokens.
    fn check(text: &str, expected: &str) {
        let found: Vec<&str> = tokens(text, 0)
            .into_iter()
            .map(|token| token.of(text))
            .collect();
        assert_eq!(found.join(" "), expected);
    }

    #[test]
    fn words_numbers_and_marks_are_tokens() {
        check(
            "Prices rose 1,000.5%, again.",
            "Prices rose 1,000.5 % , again .",
        );
        check("state-run", "state - run");
        check("don’t", "don’t");
        check(" \n\t", "");
    }

    #[test]
    fn initials_keep_their_dots_and_other_words_do_not() {
        check(
            "J. D. Vance left the U.S. at 5 a.m. today.",
            "J. D. Vance left the U.S. at 5 a.m. today .",
        );
    }

    #[test]
    fn a_possessive_is_a_token_of_its_own() {
        check("Kyiv’s and PUTIN'S", "Kyiv ’s and PUTIN 'S");
        let kinds: Vec<TokenKind> = tokens("Kyiv's", 0).iter().map(|token| token.kind).collect();
        assert_eq!(kinds, [TokenKind::Word, TokenKind::Possessive]);
    }

    #[test]
    fn positions_count_from_the_offset() {
        let places: Vec<(usize, usize)> = tokens("J. met Åsa's", 100)
            .iter()
            .map(|token| (token.start, token.end))
            .collect();
        assert_eq!(places, [(100, 102), (103, 106), (107, 111), (111, 113)]);
    }
}
