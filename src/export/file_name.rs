//! Names of files for articles whose ids may hold any character.

use std::fmt::Write as _;

/// The longest name, without an extension.
const MAX_BYTES: usize = 100;

/// A name that every file system takes, another one for every other `id`: what is not a letter, a
/// digit, `-`, `_` or `.` is percent-encoded.
pub(super) fn safe(id: &str) -> String {
    let mut name = String::with_capacity(id.len());
    for (at, byte) in id.bytes().enumerate() {
        let is_plain =
            byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_') || (byte == b'.' && at > 0);
        if is_plain {
            name.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            let _done = write!(name, "%{byte:02X}");
        }
    }
    if name.len() <= MAX_BYTES {
        return name;
    }
    let hash = blake3::hash(id.as_bytes()).to_hex();
    let kept: String = name.chars().take(MAX_BYTES).collect();
    format!("{kept}-{}", hash.chars().take(16).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[test]
    fn names_are_plain_short_and_never_those_of_folders() {
        assert_eq!(safe("crossing/2"), "crossing%2F2");
        assert_eq!(safe("../etc"), "%2E.%2Fetc");
        assert_eq!(safe("é 1.txt"), "%C3%A9%201.txt");
        let long = safe(&"x/".repeat(300));
        assert_eq!(long.len(), 117);
        assert_ne!(long, safe(&"x/".repeat(301)));
    }
}
