//! Counts with their nouns.

/// `1 byte`, `3 bytes`: for nouns whose plural ends in `s`.
pub(crate) fn counted(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}
