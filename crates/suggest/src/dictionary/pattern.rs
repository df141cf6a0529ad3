//! Token patterns: what each token must be and how often, as steps of a machine that never goes back.

use crate::dictionary::token_test::{TestedToken, TokenTest};

/// What one token pattern of a file says.
#[derive(Clone, Debug)]
pub struct TokenPattern {
    /// As written in the file.
    pub json: String,
    pub(super) states: Vec<State>,
}

/// A token that is expected.
#[derive(Clone, Debug)]
pub(super) struct State {
    /// All must hold.
    pub tests: Vec<TokenTest>,
    /// Rather, they must not all hold.
    pub is_negated: bool,
    /// It need not be there.
    pub is_optional: bool,
    /// It may be there again and again; such a state is optional.
    pub repeats: bool,
}

/// The states that are waited for are kept in the bits of a number.
pub(super) const MOST_STATES: usize = 127;
/// The longest match in tokens; without a limit, “anything” would read a long paragraph from each word.
const LONGEST: usize = 100;

impl PartialEq for TokenPattern {
    fn eq(&self, other: &Self) -> bool {
        self.json == other.json
    }
}

impl State {
    fn holds(&self, token: &TestedToken<'_>) -> bool {
        self.tests.iter().all(|test| test.holds(token)) != self.is_negated
    }
}

impl TokenPattern {
    /// The number of tokens of the longest match at the beginning of `tokens`.
    pub(super) fn longest(&self, tokens: &[TestedToken<'_>]) -> Option<usize> {
        let accepting = 1_u128 << self.states.len();
        let mut waiting = self.with_optional(1);
        let mut longest = None;
        for (index, token) in tokens.iter().take(LONGEST).enumerate() {
            waiting = self.after(waiting, token);
            if waiting == 0 {
                break;
            }
            if waiting & accepting != 0 {
                longest = Some(index + 1);
            }
        }
        longest
    }

    /// The states that are waited for after `token`.
    fn after(&self, waiting: u128, token: &TestedToken<'_>) -> u128 {
        let mut next = 0;
        for (index, state) in self.states.iter().enumerate() {
            if waiting >> index & 1 == 1 && state.holds(token) {
                next |= 1 << if state.repeats { index } else { index + 1 };
            }
        }
        self.with_optional(next)
    }

    /// Where a state may be left out, the one after it is waited for as well.
    fn with_optional(&self, mut waiting: u128) -> u128 {
        for (index, state) in self.states.iter().enumerate() {
            if state.is_optional && waiting >> index & 1 == 1 {
                waiting |= 1 << (index + 1);
            }
        }
        waiting
    }

    /// The folded word with which every match begins, where there is such a one.
    pub(super) fn first_word(&self) -> Option<String> {
        let first = self.states.first()?;
        if first.is_optional || first.is_negated {
            return None;
        }
        first.tests.iter().find_map(TokenTest::only_word)
    }
}
