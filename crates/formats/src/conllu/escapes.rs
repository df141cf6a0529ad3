//! Words on one line of a file: line ends and other characters that would break it are written as `\n`.

/// `text` with a backslash before what must not stand as it is: white space that is no plain space
/// inside, controls, and the backslash itself, as CoNLL-U's `SpacesAfter` has them.
pub fn escaped_line(text: &str) -> String {
    escaped(text, false)
}

/// As [`escaped_line`], with spaces as `\s` and `|` as `\p`.
pub fn escaped_spaces(text: &str) -> String {
    escaped(text, true)
}

fn escaped(text: &str, is_all: bool) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let is_edge = at == 0 || at + 1 == text.len();
        match c {
            '\\' => escaped.push_str("\\\\"),
            '\n' => escaped.push_str("\\n"),
            '\r' => escaped.push_str("\\r"),
            '\t' => escaped.push_str("\\t"),
            ' ' if is_all || is_edge => escaped.push_str("\\s"),
            '|' if is_all => escaped.push_str("\\p"),
            ' ' => escaped.push(' '),
            '\u{feff}' | '\u{200b}' => push_number(&mut escaped, c),
            _ if c.is_control() || c.is_whitespace() => push_number(&mut escaped, c),
            _ => escaped.push(c),
        }
    }
    escaped
}

/// All such characters have four digits at most.
fn push_number(escaped: &mut String, c: char) {
    let digits = format!("\\u{:04X}", u32::from(c));
    escaped.push_str(&digits);
}

/// The words that were escaped. A backslash before anything else stands for itself.
pub fn unescaped_line(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            words.push(c);
            continue;
        }
        let mut after = chars.clone();
        let meant = match after.next() {
            Some('\\') => Some('\\'),
            Some('n') => Some('\n'),
            Some('r') => Some('\r'),
            Some('t') => Some('\t'),
            Some('s') => Some(' '),
            Some('p') => Some('|'),
            Some('u') => {
                let digits: String = after.by_ref().take(4).collect();
                let number = u32::from_str_radix(&digits, 16).ok();
                let number = number.filter(|_| digits.len() == 4);
                number.and_then(char::from_u32)
            }
            _ => None,
        };
        if let Some(meant) = meant {
            words.push(meant);
            chars = after;
        } else {
            words.push('\\');
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{escaped_line, escaped_spaces, unescaped_line};

    #[test]
    fn only_what_would_break_the_line_is_escaped() {
        assert_eq!(
            escaped_line("3.5% \\ of\r\n“it” "),
            "3.5% \\\\ of\\r\\n“it”\\s"
        );
        assert_eq!(escaped_spaces(" \t|\u{2003}"), "\\s\\t\\p\\u2003");
        assert_eq!(unescaped_line("C:\\dir \\u12"), "C:\\dir \\u12");
    }

    proptest! {
        #[test]
        fn what_was_escaped_comes_back(text in any::<String>()) {
            let line = escaped_line(&text);
            let is_one_line = !line.contains(['\n', '\r', '\u{2028}', '\u{85}']);
            prop_assert!(is_one_line);
            prop_assert_eq!(unescaped_line(&line), text.clone());
            prop_assert_eq!(unescaped_line(&escaped_spaces(&text)), text);
        }
    }
}
