//! Where quotations begin and end, over the sentences of each paragraph.

use crate::Analysis;
use crate::analysis::{Sentence, TokenIndex, TokenRange};
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
    /// Marks that never close end with their paragraph where the next one opens with a mark too, and
    /// quote nothing where it does not.
    pub(super) fn find(analysis: &Analysis<'_>) -> Self {
        let mut roles = vec![Role::Plain; analysis.tokens.len()];
        let mut goes_on = false;
        let mut paragraphs = analysis
            .sentences
            .chunk_by(|one, other| one.paragraph == other.paragraph)
            .filter_map(tokens_of)
            .peekable();
        while let Some(tokens) = paragraphs.next() {
            let open = mark_paragraph(analysis, tokens, &mut roles);
            let is_second = goes_on && opens_paragraph(analysis, tokens);
            goes_on = open.is_some()
                && paragraphs.peek().is_some_and(|next| {
                    opens_paragraph(analysis, *next) || closes_first(analysis, *next)
                });
            // A mark that was forgotten: nobody knows where the quotation ends.
            if let Some(open) = open.filter(|_| !goes_on && !is_second) {
                let rest = roles.iter_mut().take(tokens.end.0).skip(open.0 + 1);
                rest.for_each(|role| *role = Role::Plain);
            }
        }
        Self { roles }
    }

    /// Of an article without quotations.
    pub(super) fn none() -> Self {
        Self { roles: Vec::new() }
    }

    pub(super) fn role(&self, token: TokenIndex) -> Role {
        self.roles.get(token.0).copied().unwrap_or(Role::Plain)
    }
}

fn tokens_of(paragraph: &[Sentence]) -> Option<TokenRange> {
    let (first, last) = (paragraph.first()?, paragraph.last()?);
    Some(TokenRange {
        start: first.tokens.start,
        end: last.tokens.end,
    })
}

/// Whether a quotation goes on in this paragraph: it begins with a mark.
fn opens_paragraph(analysis: &Analysis<'_>, tokens: TokenRange) -> bool {
    let first = tokens.start;
    double_width(analysis, first) > 0 && opens(analysis, first) || analysis.word(first) == "‘"
}

/// Whether the first double mark of the paragraph is one that closes.
fn closes_first(analysis: &Analysis<'_>, tokens: TokenRange) -> bool {
    let first = tokens
        .iter()
        .find(|token| double_width(analysis, *token) > 0);
    first.is_some_and(|token| analysis.word(token) == "”")
}

/// Says where a mark stands that never closes.
fn mark_paragraph(
    analysis: &Analysis<'_>,
    tokens: TokenRange,
    roles: &mut [Role],
) -> Option<TokenIndex> {
    let mut last_open = None;
    // What closes the open quotation: `Some(true)` a double mark, `Some(false)` a single one.
    let mut open: Option<bool> = None;
    let mut token = tokens.start;
    while token < tokens.end {
        let width = double_width(analysis, token);
        let role = match open {
            None if width > 0 && opens(analysis, token) => {
                (open, last_open) = (Some(true), Some(token));
                Role::Open
            }
            None if width == 0 && opens_single(analysis, token, tokens.end) => {
                (open, last_open) = (Some(false), Some(token));
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
        let next = TokenIndex(token.0 + width);
        for slot in roles.iter_mut().take(next.min(tokens.end).0).skip(token.0) {
            *slot = role;
        }
        token = next;
    }
    last_open.filter(|_| open.is_some())
}

/// How many tokens the double quotation mark at `token` takes: 2 for `''`, 0 for none.
fn double_width(analysis: &Analysis<'_>, token: TokenIndex) -> usize {
    let word = analysis.word(token);
    if is_double_quote(word) {
        return 1;
    }
    let is_pair = matches!(word, "'" | "`" | "‘" | "’")
        && analysis.word(token.next()) == word
        && is_glued(analysis, token.next());
    if is_pair { 2 } else { 0 }
}

/// A closing mark or one that means inches opens nothing.
fn opens(analysis: &Analysis<'_>, token: TokenIndex) -> bool {
    match analysis.word(token) {
        "”" | "»" | "〞" => false,
        "\"" => {
            let before = token.before().and_then(|before| analysis.token(before));
            let is_number = before.is_some_and(|before| before.kind == TokenKind::Number);
            !(is_number && is_glued(analysis, token))
        }
        _ => true,
    }
}

fn opens_single(analysis: &Analysis<'_>, token: TokenIndex, end: TokenIndex) -> bool {
    let is_mark = matches!(analysis.word(token), "'" | "‘");
    let within_reach = TokenRange {
        start: token.next(),
        end: end.min(TokenIndex(token.0 + SINGLE_REACH)),
    };
    is_mark
        && !is_glued(analysis, token)
        && is_glued(analysis, token.next())
        && within_reach
            .iter()
            .any(|later| closes_single(analysis, later))
}

/// An apostrophe after a plural (`the ministers’ decision`) closes nothing.
fn closes_single(analysis: &Analysis<'_>, token: TokenIndex) -> bool {
    if !matches!(analysis.word(token), "'" | "’") || !is_glued(analysis, token) {
        return false;
    }
    let before = token.before().map_or("", |before| analysis.word(before));
    let after = analysis.word(token.next());
    let follows_stop = is_final_mark(before) || before == ",";
    let next_is_word = after.starts_with(char::is_alphanumeric);
    let next_is_glued = is_glued(analysis, token.next());
    let is_plural = before.ends_with('s') && next_is_word;
    follows_stop || !(is_plural || (next_is_word && next_is_glued))
}

/// Whether no white space stands before the token.
fn is_glued(analysis: &Analysis<'_>, token: TokenIndex) -> bool {
    let before = token.before().and_then(|before| analysis.token(before));
    match (before, analysis.token(token)) {
        (Some(before), Some(here)) => before.end == here.start,
        _ => false,
    }
}
