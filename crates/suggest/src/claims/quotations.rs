//! Where quotations begin and end, over the sentences of each paragraph.

use std::ops::Range;

use crate::Analysis;
use crate::claims::words::{is_double_quote, is_final_mark};
use copydesk_text::TokenKind;

/// Which tokens of an article are quoted.
pub(super) struct Quotations {
    /// By token index.
    roles: Vec<Role>,
}

/// What a token is to the quotations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Plain,
    /// Inside a quotation.
    Quoted,
    /// A mark that opens or closes one; `''` is two of them.
    Open,
    Close,
}

/// How far a single quotation mark looks for its other half, in tokens.
const SINGLE_REACH: usize = 80;

impl Quotations {
    /// Marks that never close end with their paragraph.
    pub(super) fn find(analysis: &Analysis<'_>) -> Self {
        let mut roles = vec![Role::Plain; analysis.tokens.len()];
        let mut at = 0;
        while let Some(sentence) = analysis.sentences.get(at) {
            let first = sentence.tokens.start;
            let mut end = sentence.tokens.end;
            while let Some(next) = analysis.sentences.get(at)
                && next.paragraph == sentence.paragraph
            {
                end = next.tokens.end;
                at += 1;
            }
            mark_paragraph(analysis, first..end, &mut roles);
        }
        Self { roles }
    }

    /// Of an article without quotations.
    pub(super) fn none() -> Self {
        Self { roles: Vec::new() }
    }

    pub(super) fn role(&self, token: usize) -> Role {
        self.roles.get(token).copied().unwrap_or(Role::Plain)
    }
}

fn mark_paragraph(analysis: &Analysis<'_>, tokens: Range<usize>, roles: &mut [Role]) {
    // What closes the open quotation: `Some(true)` a double mark, `Some(false)` a single one.
    let mut open: Option<bool> = None;
    let mut token = tokens.start;
    while token < tokens.end {
        let width = double_width(analysis, token);
        let role = match open {
            None if width > 0 && opens(analysis, token) => {
                open = Some(true);
                Role::Open
            }
            None if width == 0 && opens_single(analysis, token, tokens.end) => {
                open = Some(false);
                Role::Open
            }
            None => Role::Plain,
            Some(true) if width > 0 && analysis.word(token) != "“" => {
                open = None;
                Role::Close
            }
            Some(false) if closes_single(analysis, token) => {
                open = None;
                Role::Close
            }
            Some(_) => Role::Quoted,
        };
        let width = if role == Role::Quoted {
            1
        } else {
            width.max(1)
        };
        for index in token..(token + width).min(tokens.end) {
            if let Some(slot) = roles.get_mut(index) {
                *slot = role;
            }
        }
        token += width;
    }
}

/// How many tokens the double quotation mark at `token` takes: 2 for `''`, 0 for none.
fn double_width(analysis: &Analysis<'_>, token: usize) -> usize {
    let word = analysis.word(token);
    if is_double_quote(word) {
        return 1;
    }
    let is_pair = matches!(word, "'" | "`" | "‘" | "’")
        && analysis.word(token + 1) == word
        && is_glued(analysis, token + 1);
    if is_pair { 2 } else { 0 }
}

/// A closing mark or one that means inches opens nothing.
fn opens(analysis: &Analysis<'_>, token: usize) -> bool {
    match analysis.word(token) {
        "”" | "»" | "〞" => false,
        "\"" => {
            let after_number = token > 0
                && is_glued(analysis, token)
                && analysis
                    .tokens
                    .get(token - 1)
                    .is_some_and(|before| before.kind == TokenKind::Number);
            !after_number
        }
        _ => true,
    }
}

fn opens_single(analysis: &Analysis<'_>, token: usize, end: usize) -> bool {
    let is_mark = matches!(analysis.word(token), "'" | "‘");
    is_mark
        && !is_glued(analysis, token)
        && is_glued(analysis, token + 1)
        && (token + 1..end.min(token + SINGLE_REACH)).any(|later| closes_single(analysis, later))
}

/// An apostrophe after a plural (`the ministers’ decision`) closes nothing.
fn closes_single(analysis: &Analysis<'_>, token: usize) -> bool {
    if !matches!(analysis.word(token), "'" | "’") || !is_glued(analysis, token) {
        return false;
    }
    let before = analysis.word(token.saturating_sub(1));
    let after = analysis.word(token + 1);
    let follows_stop = is_final_mark(before) || before == ",";
    let next_is_word = after.starts_with(char::is_alphanumeric);
    let next_is_glued = is_glued(analysis, token + 1);
    let is_plural = before.ends_with('s') && next_is_word;
    follows_stop || !(is_plural || (next_is_word && next_is_glued))
}

/// Whether no white space stands before the token.
fn is_glued(analysis: &Analysis<'_>, token: usize) -> bool {
    let before = token
        .checked_sub(1)
        .and_then(|before| analysis.tokens.get(before));
    match (before, analysis.tokens.get(token)) {
        (Some(before), Some(here)) => before.end == here.start,
        _ => false,
    }
}
