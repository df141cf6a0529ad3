//! English with accents, for what no translation reaches.

use std::borrow::Cow;

/// The letters a to z, each with an accent or from another alphabet; in the order of ASCII.
const LOWER: &str = "àƀçđéƒĝĥíĵķĺɱñóþɋŕšŧúṽŵẋýž";
const UPPER: &str = "ÀƁÇĐÉƑĜĤÍĴĶĹṀÑÓÞɊŔŠŦÚṼŴẊÝŽ";

/// `text` with an accent on every ASCII letter.
pub fn accented(text: &str) -> Cow<'_, str> {
    if !text.bytes().any(|byte| byte.is_ascii_alphabetic()) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(with_accent).collect())
}

fn with_accent(letter: char) -> char {
    let (letters, first) = match letter {
        'a'..='z' => (LOWER, 'a'),
        'A'..='Z' => (UPPER, 'A'),
        _ => return letter,
    };
    let place = u32::from(letter) - u32::from(first);
    letters.chars().nth(place as usize).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::accented;

    #[test]
    fn every_letter_gets_an_accent_and_nothing_else_changes() {
        assert_eq!(accented("Save 3…"), "Šàṽé 3…");
        assert_eq!(accented("… 3"), "… 3");
        let all: String = ('a'..='z').chain('A'..='Z').collect();
        assert!(!accented(&all).chars().any(|letter| letter.is_ascii()));
    }
}
