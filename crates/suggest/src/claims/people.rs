//! People by their common first names, for articles in which nobody looked for names before.

use crate::Analysis;
use crate::analysis::{TokenIndex, TokenRange};
use crate::claims::humans::sex_of_first_name;
use crate::lists::{WordList, word_list};
use copydesk_text::{Span, TokenKind, folded};

/// The most words of a name after the first one.
const MOST_SURNAMES: usize = 3;

/// Names that begin with a common first name, and their surnames where they come again; sorted.
pub(super) fn guessed_people(analysis: &Analysis<'_>) -> Vec<Span> {
    let mut people = Vec::new();
    let mut surnames: Vec<&str> = Vec::new();
    let mut at = TokenIndex(0);
    while at < analysis.all_tokens().end {
        let full = full_name(analysis, at);
        let is_surname = || surnames.contains(&analysis.word(at)) || follows_title(analysis, at);
        let name = match full {
            Some(last) => Some(last),
            None => is_surname().then_some(at),
        };
        people.extend(name.and_then(|last| span(analysis, at, last)));
        if let Some(last) = full {
            // A handful, so that looking through them stays quick on any text.
            let surname = analysis.word(last);
            if surnames.len() < 200 && !surnames.contains(&surname) {
                surnames.push(surname);
            }
        }
        at = full.unwrap_or(at).next();
    }
    people
}

/// The last token of a name of at least two words that begins at `first`.
fn full_name(analysis: &Analysis<'_>, first: TokenIndex) -> Option<TokenIndex> {
    if !is_capital(analysis, first) {
        return None;
    }
    let name = folded(analysis.word(first));
    if sex_of_first_name(&name).is_none() && !follows_title(analysis, first) {
        return None;
    }
    let surnames = TokenRange {
        start: first.next(),
        end: TokenIndex(first.next().0 + MOST_SURNAMES),
    };
    surnames
        .iter()
        .take_while(|index| is_capital(analysis, *index))
        .last()
}

/// `Captain Beiring`, `Mr. Ma`.
fn follows_title(analysis: &Analysis<'_>, at: TokenIndex) -> bool {
    let Some(before) = at.before() else {
        return false;
    };
    let title = match before.before() {
        Some(title) if analysis.word(before) == "." => title,
        _ => before,
    };
    TITLES.holds(&folded(analysis.word(title)))
        && is_capital(analysis, title)
        && is_capital(analysis, at)
}

/// Titles that only people have: what follows with a capital is a name.
static TITLES: WordList = word_list!("titles", "person");

fn is_capital(analysis: &Analysis<'_>, at: TokenIndex) -> bool {
    let token = analysis.token(at);
    token.is_some_and(|token| token.kind == TokenKind::Word)
        && analysis.word(at).starts_with(char::is_uppercase)
}

fn span(analysis: &Analysis<'_>, first: TokenIndex, last: TokenIndex) -> Option<Span> {
    let (first, last) = (analysis.token(first)?, analysis.token(last)?);
    analysis.text().snap(first.start, last.end)
}
