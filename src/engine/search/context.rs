//! The words around a place, short enough for a line.

use std::ops::Range;

/// So many bytes before and after are looked at.
const REACH: usize = 90;

/// Longer words are cut.
const MOST_WORDS: usize = 300;

/// What stands at a place and around it, each on one line.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct InContext {
    pub before: String,
    pub words: String,
    pub after: String,
}

impl InContext {
    pub fn of(text: &str, range: &Range<usize>) -> Self {
        let from = text.ceil_char_boundary(range.start.saturating_sub(REACH));
        let until = text.floor_char_boundary((range.end + REACH).min(text.len()));
        let part = |range: Range<usize>| text.get(range).unwrap_or_default();
        let before = part(from..range.start);
        let after = part(range.end..until);
        // Half a word says nothing.
        let before = match before.split_once(char::is_whitespace) {
            Some((_, rest)) if from > 0 => rest,
            _ => before,
        };
        let after = match after.rsplit_once(char::is_whitespace) {
            Some((rest, _)) if until < text.len() => rest,
            _ => after,
        };
        let end = text.floor_char_boundary(range.end.min(range.start + MOST_WORDS));
        Self {
            before: one_line(before),
            words: one_line(part(range.start..end)).trim().to_owned(),
            after: one_line(after),
        }
    }
}

/// `words` with each run of white space as one space; one at either end stays.
fn one_line(words: &str) -> String {
    let mut line = String::with_capacity(words.len());
    for c in words.chars() {
        let c = if c.is_whitespace() { ' ' } else { c };
        if c != ' ' || !line.ends_with(' ') {
            line.push(c);
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_shown_with_what_is_around_it() {
        let text = "Ann\n\nsaid that  Kyiv’s mayor left.";
        let start = text.find("Kyiv").unwrap();
        let expected = InContext {
            before: "Ann said that ".to_owned(),
            words: "Kyiv".to_owned(),
            after: "’s mayor left.".to_owned(),
        };
        assert_eq!(InContext::of(text, &(start..start + 4)), expected);
    }

    #[test]
    fn what_is_cut_begins_and_ends_with_whole_words() {
        let text = format!("{} Kyiv {}", "äb ".repeat(60), "ößc ".repeat(60));
        let start = text.find("Kyiv").unwrap();
        let context = InContext::of(&text, &(start..start + 4));
        assert!(context.before.starts_with("äb "), "{context:?}");
        assert!(context.after.ends_with(" ößc"), "{context:?}");
    }
}
