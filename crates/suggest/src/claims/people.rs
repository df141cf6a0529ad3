//! People by their common first names, for articles in which nobody looked for names before.

use crate::Analysis;
use crate::claims::humans::sex_of_first_name;
use crate::lists::{WordList, word_list};
use copydesk_text::{Span, TokenKind, folded};

/// The most words of a name after the first one.
const MOST_SURNAMES: usize = 3;

/// Names that begin with a common first name, and their surnames where they come again; sorted.
pub(super) fn guessed_people(analysis: &Analysis<'_>) -> Vec<Span> {
    let mut people = Vec::new();
    let mut surnames: Vec<&str> = Vec::new();
    let mut at = 0;
    while at < analysis.tokens.len() {
        let end = name_end(analysis, at).unwrap_or(at + 1);
        let is_known = surnames.contains(&analysis.word(at)) || follows_title(analysis, at);
        let is_surname = end == at + 1 && is_known;
        if end > at + 1 || is_surname {
            people.extend(span(analysis, at, end));
        }
        // A handful, so that looking through them stays quick on any text.
        if end > at + 1 && surnames.len() < 200 && !surnames.contains(&analysis.word(end - 1)) {
            surnames.push(analysis.word(end - 1));
        }
        at = end;
    }
    people
}

/// The token after a name of at least two words that begins at `first`.
fn name_end(analysis: &Analysis<'_>, first: usize) -> Option<usize> {
    if !is_capital(analysis, first) {
        return None;
    }
    let name = folded(analysis.word(first));
    let is_first_name = sex_of_first_name(&name).is_some();
    if !is_first_name && !follows_title(analysis, first) {
        return None;
    }
    let mut end = first + 1;
    while end <= first + MOST_SURNAMES && is_capital(analysis, end) {
        end += 1;
    }
    (end > first + 1).then_some(end)
}

/// `Captain Beiring`, `Mr. Ma`.
fn follows_title(analysis: &Analysis<'_>, at: usize) -> bool {
    let Some(mut title) = at.checked_sub(1) else {
        return false;
    };
    if analysis.word(title) == "." && title > 0 {
        title -= 1;
    }
    let has_title = TITLES.holds(&folded(analysis.word(title))) && is_capital(analysis, title);
    has_title && is_capital(analysis, at)
}

/// Titles that only people have: what follows with a capital is a name.
static TITLES: WordList = word_list!("titles", "person");

fn is_capital(analysis: &Analysis<'_>, at: usize) -> bool {
    let is_word = analysis
        .tokens
        .get(at)
        .is_some_and(|token| token.kind == TokenKind::Word);
    is_word && analysis.word(at).starts_with(char::is_uppercase)
}

fn span(analysis: &Analysis<'_>, first: usize, end: usize) -> Option<Span> {
    let start = analysis.tokens.get(first)?.start;
    let last = analysis.tokens.get(end.checked_sub(1)?)?;
    analysis.text().snap(start, last.end)
}
