//! Strings in RON that survive editors, diffs and mail: on one line or as plain lines of text.

use std::fmt::Write as _;

/// `text` as a RON string on one line, with everything escaped that an editor might not keep.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            // A String takes everything: there is no error to lose.
            _ if is_unsafe(c) => write!(out, "\\u{{{:x}}}", u32::from(c)).unwrap_or_default(),
            _ => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Whether a raw string can hold `text` so that nothing in it is lost.
pub(crate) fn is_plain(text: &str) -> bool {
    text.chars()
        .all(|c| c == '\n' || c == '\t' || !is_unsafe(c))
}

/// `text` as it is, with as many `#` around as it takes that no `"#` inside ends it.
pub(crate) fn raw(text: &str) -> String {
    let longest = text
        .split('"')
        .skip(1)
        .map(|after| after.len() - after.trim_start_matches('#').len() + 1)
        .max()
        .unwrap_or(0);
    let hashes = "#".repeat(longest);
    format!("r{hashes}\"{text}\"{hashes}")
}

/// Characters that editors drop, change or do not show: controls, separators, bidi marks, BOM.
fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{61c}'
                | '\u{200b}'
                | '\u{200e}'
                | '\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
        )
}

#[cfg(test)]
mod tests {
    use super::{escaped, is_plain, raw};

    #[test]
    fn only_what_an_editor_might_not_keep_is_escaped() {
        assert_eq!(escaped("the world's “5%”"), "\"the world's “5%”\"");
        assert_eq!(
            escaped("\"a\"\t\\\n\u{202e}b\u{feff}"),
            r#""\"a\"\t\\\n\u{202e}b\u{feff}""#
        );
    }

    #[test]
    fn a_raw_string_ends_where_it_should() {
        assert_eq!(raw("plain"), "r\"plain\"");
        assert_eq!(raw("a \"# b"), "r##\"a \"# b\"##");
        assert!(is_plain("two\n\tlines") && !is_plain("a\r\n"));
    }

    /// Why the printer is ours and not ron's serializer; if this fails, try that again.
    #[test]
    fn the_serializer_of_ron_would_change_saved_files() {
        // It escapes the apostrophe, which nearly every article and guideline has, and marks over
        // letters.
        assert_eq!(ron::to_string("world's").unwrap(), r#""world\'s""#);
        assert_eq!(ron::to_string("e\u{301}").unwrap(), r#""e\u{301}""#);
        // It closes an empty list on the same line, so that the first element changes two lines.
        let pretty = |list: &[u8], depth_limit| {
            let config = ron::ser::PrettyConfig::new()
                .new_line("\n")
                .depth_limit(depth_limit);
            ron::ser::to_string_pretty(&list, config).unwrap()
        };
        assert_eq!(pretty(&[], 2), "[]");
        // One depth for all lists: the labels of a schema lie deeper than annotations.
        assert_eq!(pretty(&[1], 0), "[1]");
    }
}
