//! Names of files made from ids, which may hold any character.

use percent_encoding::percent_encode_byte;

/// The longest name in bytes; systems allow 255, and an extension comes after.
const LONGEST: usize = 100;

/// A name for a file of the article `id`, the same for the same id and another for another one: all
/// but ASCII letters, digits, `-`, `_` and `.` as `%` and two hexadecimal digits for each byte. Too
/// long a name is cut and ends in a hash.
pub fn safe_name(id: &str) -> String {
    let mut name = String::with_capacity(id.len());
    for (at, byte) in id.bytes().enumerate() {
        let is_plain = byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        if is_plain || (byte == b'.' && at > 0) {
            name.push(char::from(byte));
        } else {
            name.push_str(percent_encode_byte(byte));
        }
    }
    if name.len() > LONGEST {
        let hash = blake3::hash(id.as_bytes()).to_hex();
        name.truncate(LONGEST);
        name.push('-');
        name.extend(hash.chars().take(16));
    }
    if name.is_empty() {
        name.push('%');
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_plain_and_their_own() {
        assert_eq!(safe_name("crossing/2"), "crossing%2F2");
        assert_eq!(safe_name("../x"), "%2E.%2Fx");
        assert_eq!(safe_name("Krakó w.txt"), "Krak%C3%B3%20w.txt");
        assert_eq!(safe_name(""), "%");
        let (one, other) = ("a".repeat(300), format!("{}b", "a".repeat(300)));
        assert_ne!(safe_name(&one), safe_name(&other));
        assert!(safe_name(&one).len() <= 120);
    }
}
