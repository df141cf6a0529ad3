//! The letters that a page shows as an article has them.

use std::borrow::Cow;

/// Letters that a font shows joined, each by itself, so that words are found again.
pub(super) fn plain(letters: &str) -> Cow<'_, str> {
    let joined = |c: char| ('\u{fb00}'..='\u{fb06}').contains(&c);
    let is_plain =
        |c: char| !joined(c) && !c.is_control() && !matches!(c, '\u{a0}' | '\u{f0a7}' | '\u{f0b7}');
    if letters.chars().all(is_plain) {
        return letters.into();
    }
    let mut plain = String::new();
    for c in letters.chars() {
        match c {
            '\u{fb00}' => plain.push_str("ff"),
            '\u{fb01}' => plain.push_str("fi"),
            '\u{fb02}' => plain.push_str("fl"),
            '\u{fb03}' => plain.push_str("ffi"),
            '\u{fb04}' => plain.push_str("ffl"),
            '\u{fb05}' | '\u{fb06}' => plain.push_str("st"),
            // The bullets of Symbol and Wingdings.
            '\u{f0a7}' | '\u{f0b7}' => plain.push('•'),
            c if c.is_control() || c == '\u{a0}' => plain.push(' '),
            c => plain.push(c),
        }
    }
    plain.into()
}
