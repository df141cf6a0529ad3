//! Text without the difference of cases, per token, so that no offset ever shifts.

/// `word` in lower case, curly apostrophes made straight. Its length may differ: never use it for
/// offsets.
pub fn folded(word: &str) -> String {
    word.chars()
        .flat_map(char::to_lowercase)
        .map(|c| if c == '’' { '\'' } else { c })
        .collect()
}

/// Whether `haystack` holds `folded_needle` (already folded), whatever its case.
pub fn contains_folded(haystack: &str, folded_needle: &str) -> bool {
    folded_needle.is_empty() || folded(haystack).contains(folded_needle)
}

/// The half-open byte ranges in `haystack` that read `needle` whatever the case; they do not
/// overlap. Offsets are into `haystack` itself.
pub fn find_folded(haystack: &str, needle: &str) -> Vec<std::ops::Range<usize>> {
    let needle: Vec<char> = folded(needle).chars().collect();
    let mut found = Vec::new();
    let Some(first) = needle.first() else {
        return found;
    };
    let mut from = 0;
    while let Some(at) = next_start(haystack, from, *first) {
        from = match match_folded(haystack, at, &needle) {
            Some(end) => {
                found.push(at..end);
                end
            }
            None => at + 1,
        };
    }
    found
}

/// The next byte from `from` on at which a character may begin that folds to one beginning with
/// `first`. Bytes are compared, which is many times faster than folding every character: what is ASCII
/// folds to itself in lower case, and anything else may fold to anything.
fn next_start(haystack: &str, from: usize, first: char) -> Option<usize> {
    const FIRST_OF_SEVERAL: u8 = 0xc0;
    let ascii = u8::try_from(first).ok().filter(u8::is_ascii);
    let rest = haystack.as_bytes().get(from..)?;
    let offset = match ascii {
        Some(ascii) => rest
            .iter()
            .position(|byte| byte.eq_ignore_ascii_case(&ascii) || *byte >= FIRST_OF_SEVERAL),
        None => rest.iter().position(|byte| *byte >= FIRST_OF_SEVERAL),
    };
    offset.map(|offset| from + offset)
}

/// The end of a match of `needle` that begins at `at`.
fn match_folded(haystack: &str, at: usize, needle: &[char]) -> Option<usize> {
    let mut rest = needle.iter();
    for (offset, c) in haystack.get(at..)?.char_indices() {
        for folded in fold_char(c) {
            if rest.next() != Some(&folded) {
                return None;
            }
        }
        if rest.len() == 0 {
            return Some(at + offset + c.len_utf8());
        }
    }
    None
}

fn fold_char(c: char) -> impl Iterator<Item = char> {
    let c = if c == '’' { '\'' } else { c };
    c.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words of `haystack` that read `needle`.
    #[track_caller]
    fn check(haystack: &str, needle: &str, expected: &[&str]) {
        let found = find_folded(haystack, needle).into_iter();
        let words: Vec<&str> = found.filter_map(|range| haystack.get(range)).collect();
        assert_eq!(words, expected, "{needle} in {haystack}");
    }

    #[test]
    fn words_are_found_whatever_their_case_and_length_in_bytes() {
        check("Kyiv, KYIV and kyiv", "kyiv", &["Kyiv", "KYIV", "kyiv"]);
        check("Łódź łódź", "ŁÓDŹ", &["Łódź", "łódź"]);
        // The sign for kelvin folds to a letter that is shorter.
        check("5 \u{212a}g", "kg", &["\u{212a}g"]);
        check("İstanbul", "i\u{307}s", &["İs"]);
        check("Korea’s, Korea's", "korea's", &["Korea’s", "Korea's"]);
        check("’tis", "'", &["’"]);
    }

    #[test]
    fn what_is_found_does_not_overlap() {
        check("aaaa aab", "aa", &["aa", "aa", "aa"]);
        check("", "a", &[]);
        check("a", "", &[]);
    }
}
