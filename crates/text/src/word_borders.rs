//! The pieces of a text between its word borders, by UAX #29.
//!
//! `unicode-segmentation` knows all the rules but looks each character up in a table. What English news
//! is nearly all made of needs no table; wherever another character has a say, that crate is asked.

use unicode_segmentation::UnicodeSegmentation as _;

/// The pieces of `text`, each with the byte at which it begins; together they are the text.
pub(crate) fn word_pieces(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = text.get(start..).filter(|rest| !rest.is_empty())?;
        let by_tables = || rest.split_word_bounds().next().map_or(rest.len(), str::len);
        let length = plain_piece(rest.as_bytes()).unwrap_or_else(by_tables);
        let piece = (start, rest.get(..length)?);
        start += length;
        Some(piece)
    })
}

/// What the rules call a character: its `Word_Break` property.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// `ALetter`
    Letter,
    /// `Numeric`
    Digit,
    /// `ExtendNumLet`: goes with letters and digits.
    Underscore,
    /// `MidLetter`: goes between letters.
    MidLetter,
    /// `MidNum`: goes between digits.
    MidNumber,
    /// `MidNumLet` and `Single_Quote`: go between letters and between digits.
    Mid,
    /// `WSegSpace`
    Space,
    /// `CR`, `LF` and `Newline`: nothing goes on after them.
    LineEnd,
    /// A border is on both sides.
    Other,
    /// Only the tables know.
    Unknown,
}

/// The class of the character with which `bytes` begin, and its length; nothing at the end.
fn class(bytes: &[u8]) -> Option<(Class, usize)> {
    let class = match *bytes {
        [] => return None,
        [first, ..] if first < 0x80 => {
            return Some((ASCII[usize::from(first)], 1));
        }
        // × and ÷, then the letters of Latin-1.
        [0xC3, 0x97 | 0xB7, ..] => (Class::Other, 2),
        [0xC3, _, ..] => (Class::Letter, 2),
        // ‘ and ’, then – — “ ” …
        [0xE2, 0x80, 0x98 | 0x99, ..] => (Class::Mid, 3),
        [0xE2, 0x80, 0x93 | 0x94 | 0x9C | 0x9D | 0xA6, ..] => (Class::Other, 3),
        _ => (Class::Unknown, 0),
    };
    Some(class)
}

const ASCII: [Class; 128] = {
    let mut classes = [Class::Other; 128];
    let mut byte = 0_u8;
    while byte < 128 {
        classes[byte as usize] = match byte {
            b'A'..=b'Z' | b'a'..=b'z' => Class::Letter,
            b'0'..=b'9' => Class::Digit,
            b'_' => Class::Underscore,
            b':' => Class::MidLetter,
            b',' | b';' => Class::MidNumber,
            b'.' | b'\'' => Class::Mid,
            b' ' => Class::Space,
            b'\n' | b'\r' | 0x0B | 0x0C => Class::LineEnd,
            _ => Class::Other,
        };
        byte += 1;
    }
    classes
};

/// The length of the first piece of `bytes`; `None` where only the tables know it.
fn plain_piece(bytes: &[u8]) -> Option<usize> {
    let (first, length) = class(bytes)?;
    let end = match first {
        Class::Unknown => return None,
        Class::LineEnd => {
            return Some(if bytes.starts_with(b"\r\n") { 2 } else { 1 });
        }
        Class::Letter | Class::Digit | Class::Underscore => word_end(bytes, first, length)?,
        Class::Space => bytes.iter().take_while(|byte| **byte == b' ').count(),
        _ => length,
    };
    // A mark without width belongs to what is before it.
    let next = bytes.get(end..).and_then(class);
    next.is_none_or(|(next, _)| next != Class::Unknown)
        .then_some(end)
}

/// Where the word ends whose first character is of the class `last` and ends at `end`.
fn word_end(bytes: &[u8], mut last: Class, mut end: usize) -> Option<usize> {
    while let Some((here, length)) = class(bytes.get(end..)?) {
        match (last, here) {
            (_, Class::Letter | Class::Digit | Class::Underscore) => {
                last = here;
                end += length;
            }
            (Class::Letter, Class::Mid | Class::MidLetter)
            | (Class::Digit, Class::Mid | Class::MidNumber) => {
                let after = bytes.get(end + length..).and_then(class);
                match after {
                    Some((Class::Unknown, _)) => return None,
                    Some((after, more)) if after == last => end += length + more,
                    _ => break,
                }
            }
            _ => break,
        }
    }
    Some(end)
}

#[cfg(test)]
mod tests {
    use super::word_pieces;
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation as _;

    fn check(text: &str) {
        let ours: Vec<(usize, &str)> = word_pieces(text).collect();
        let theirs: Vec<(usize, &str)> = text.split_word_bound_indices().collect();
        assert_eq!(ours, theirs, "{text:?}");
    }

    /// One of each class, those with a path of their own and those that need the tables.
    const CHARACTERS: [&str; 46] = [
        "a", "Z", "7", "_", ":", ";", ",", ".", "'", "\"", " ", "\n", "\r", "\t", "\u{b}", "\u{c}",
        "-", "$", "é", "×", "÷", "ÿ", "’", "‘", "“", "”", "–", "—", "…", "·", "\u{a0}", "\u{ad}",
        "\u{301}", "\u{200d}", "\u{200b}", "\u{3000}", "\u{85}", "\u{2028}", "я", "א", "カ", "漢",
        "٣", "🇺", "👩", "❤",
    ];

    #[test]
    fn up_to_three_characters_of_any_class_are_parted_as_the_tables_part_them() {
        for one in CHARACTERS {
            check(one);
            for two in CHARACTERS {
                for three in CHARACTERS {
                    check(&[one, two, three].concat());
                }
            }
        }
    }

    #[test]
    fn every_character_is_parted_from_letters_digits_and_spaces_as_the_tables_part_it() {
        for character in '\0'..='\u{ffff}' {
            check(&format!(
                "a{character}a1{character}1 {character} {character}{character}"
            ));
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]

        #[test]
        fn any_mix_is_parted_as_the_tables_part_it(
            parts in prop::collection::vec(prop::sample::select(CHARACTERS.to_vec()), 0..24),
        ) {
            check(&parts.concat());
        }

        #[test]
        fn any_text_is_parted_as_the_tables_part_it(text in any::<String>()) {
            check(&text);
        }

        #[test]
        fn words_of_many_scripts_are_parted_as_the_tables_part_them(
            text in "([a-z0-9.,:;'’_ ]{0,6}[àÿœžяїאבء٣漢カ한ไ👩🏽‍🚀🇺🇦❤️“”—…\u{301}\u{ad}]{0,3}){0,8}",
        ) {
            check(&text);
        }
    }
}
