//! Digits of all scripts, such as `٥٠٠`, `५००` and `５００`.

use std::borrow::Cow;

/// The zeros of scripts whose digits follow each other.
const ZEROS: [char; 17] = [
    '٠', '۰', '०', '০', '੦', '૦', '୦', '௦', '౦', '೦', '൦', '๐', '໐', '༠', '၀', '០', '０',
];

/// `words` with the digits of any script as those of ASCII, and their separators as point and comma.
pub(super) fn in_ascii(words: &str) -> Cow<'_, str> {
    if words.is_ascii() {
        return Cow::Borrowed(words);
    }
    Cow::Owned(words.chars().map(ascii).collect())
}

fn ascii(c: char) -> char {
    match c {
        '٫' | '．' => '.',
        '٬' | '，' | '،' => ',',
        _ => digit(c).unwrap_or(c),
    }
}

fn digit(c: char) -> Option<char> {
    let value = |zero: &char| {
        let value = u32::from(c).checked_sub(u32::from(*zero))?;
        char::from_digit(value, 10)
    };
    ZEROS.iter().find_map(value)
}

#[cfg(test)]
mod tests {
    use super::in_ascii;

    #[test]
    fn digits_of_all_scripts_are_digits() {
        for (words, ascii) in [
            ("500", "500"),
            ("٥٠٠", "500"),
            ("۱۲۳۴", "1234"),
            ("९८", "98"),
            ("১২", "12"),
            ("１２３．５", "123.5"),
            ("٣٫٥", "3.5"),
            ("1’234½", "1’234½"),
        ] {
            assert_eq!(in_ascii(words), ascii);
        }
    }
}
