//! The yes-or-no questions that a token pattern can ask, such as `IS_TITLE`.

use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory as _};

use crate::dictionary::number_words::is_number_word;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flag {
    Digit,
    Alpha,
    Upper,
    Lower,
    Title,
    Punctuation,
    LikeNumber,
}

/// The name of each in a pattern.
pub const FLAGS: [(&str, Flag); 7] = [
    ("IS_DIGIT", Flag::Digit),
    ("IS_ALPHA", Flag::Alpha),
    ("IS_UPPER", Flag::Upper),
    ("IS_LOWER", Flag::Lower),
    ("IS_TITLE", Flag::Title),
    ("IS_PUNCT", Flag::Punctuation),
    ("LIKE_NUM", Flag::LikeNumber),
];

impl Flag {
    /// Whether it is so, as Python and spaCy say it.
    pub fn holds(self, text: &str) -> bool {
        let has = |is: fn(char) -> bool| text.chars().any(is);
        match self {
            Self::Digit => text.chars().all(char::is_numeric),
            Self::Alpha => text.chars().all(char::is_alphabetic),
            Self::Upper => has(char::is_uppercase) && !has(char::is_lowercase),
            Self::Lower => has(char::is_lowercase) && !has(char::is_uppercase),
            Self::Title => is_title(text),
            Self::Punctuation => text.chars().all(|c| {
                let group = c.general_category_group();
                group == GeneralCategoryGroup::Punctuation
            }),
            Self::LikeNumber => is_like_number(text),
        }
    }
}

/// Each word in it begins with a capital and goes on in lower case.
fn is_title(text: &str) -> bool {
    let mut is_inside = false;
    let mut has_capital = false;
    for c in text.chars() {
        if c.is_uppercase() {
            if is_inside {
                return false;
            }
            has_capital = true;
        } else if c.is_lowercase() && !is_inside {
            return false;
        }
        is_inside = c.is_uppercase() || c.is_lowercase();
    }
    has_capital
}

fn is_like_number(text: &str) -> bool {
    let text = text.trim_start_matches(['+', '-', '±', '~']);
    let is_digits = |part: &str| {
        let mut digits = part.chars().filter(|c| !matches!(c, ',' | '.')).peekable();
        digits.peek().is_some() && digits.all(char::is_numeric)
    };
    let ordinal = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|end| text.strip_suffix(end));
    is_digits(text)
        || text
            .split_once('/')
            .is_some_and(|(one, other)| is_digits(one) && is_digits(other))
        || ordinal.is_some_and(is_digits)
        || is_number_word(text)
}
