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
    let mut free_from = 0;
    for (at, c) in haystack.char_indices() {
        let may_start = fold_char(c).next() == Some(*first);
        if at < free_from || !may_start {
            continue;
        }
        if let Some(end) = match_folded(haystack, at, &needle) {
            found.push(at..end);
            free_from = end;
        }
    }
    found
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
