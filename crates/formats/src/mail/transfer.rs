//! How mail carries bytes and letters that its lines cannot: base64, quoted-printable, encoded words.

use encoding_rs::Encoding;

use crate::import::encoding;

/// The bytes that base64 in `text` spells; what is no digit of it is passed over, as mail wants it.
pub(super) fn from_base64(text: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0);
    for digit in text {
        let value = match digit {
            b'A'..=b'Z' => digit - b'A',
            b'a'..=b'z' => digit - b'a' + 26,
            b'0'..=b'9' => digit - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            b'=' => break,
            _ => continue,
        };
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            let [.., byte] = (bits >> count).to_be_bytes();
            bytes.push(byte);
            bits &= (1 << count) - 1;
        }
    }
    bytes
}

/// The bytes that quoted-printable in `text` spells: `=C5=BE`, and lines that go on after a `=`.
pub(super) fn from_quoted_printable(text: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        if *byte != b'=' {
            bytes.push(*byte);
            continue;
        }
        let line_end = after.iter().position(|byte| !matches!(byte, b' ' | b'\t'));
        let blank = after
            .get(line_end.unwrap_or(after.len())..)
            .unwrap_or_default();
        if let Some(next) = blank
            .strip_prefix(b"\r\n")
            .or_else(|| blank.strip_prefix(b"\n"))
        {
            rest = next;
        } else if let Some(value) = after.get(..2).and_then(from_hex) {
            bytes.push(value);
            rest = after.get(2..).unwrap_or_default();
        } else if !after.is_empty() {
            bytes.push(b'=');
        }
    }
    bytes
}

fn from_hex(digits: &[u8]) -> Option<u8> {
    let digits = str::from_utf8(digits).ok()?;
    let is_hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_hex.then(|| u8::from_str_radix(digits, 16).ok())?
}

/// A header's words with `=?utf-8?B?…?=` spelled out.
pub(super) fn header_words(value: &str) -> String {
    let mut words = String::new();
    let mut rest = value;
    // Only white space stood between the last encoded word and what comes.
    let mut after_encoded = false;
    while let Some((before, from)) = rest.split_once("=?") {
        let Some((decoded, next)) = encoded_word(from) else {
            words.push_str(before);
            words.push_str("=?");
            rest = from;
            after_encoded = false;
            continue;
        };
        if !(after_encoded && before.trim().is_empty()) {
            words.push_str(before);
        }
        words.push_str(&decoded);
        after_encoded = true;
        rest = next;
    }
    words.push_str(rest);
    words
}

/// What `utf-8?Q?Port=20Varn?=` spells, and what stands behind it.
fn encoded_word(from: &str) -> Option<(String, &str)> {
    let (charset, rest) = from.split_once('?')?;
    let (kind, rest) = rest.split_once('?')?;
    let (text, next) = rest.split_once("?=")?;
    if text.contains(char::is_whitespace) {
        return None;
    }
    let bytes = match kind {
        "B" | "b" => from_base64(text.as_bytes()),
        "Q" | "q" => from_quoted_printable(text.replace('_', " ").as_bytes()),
        _ => return None,
    };
    let label = charset.split('*').next().unwrap_or_default();
    let encoding = Encoding::for_label(label.as_bytes())?;
    Some((encoding::decoded_as(encoding, &bytes).text, next))
}

#[cfg(test)]
mod tests {
    use super::{from_base64, from_quoted_printable, header_words};

    #[test]
    fn base64_is_read_over_line_ends_and_without_its_last_signs() {
        for (text, bytes) in [
            ("T2Rh", "Oda"),
            ("T2RhIA==", "Oda "),
            ("T2Rh\r\nIGxl\r\nZnQ=", "Oda left"),
            ("T2RhIGxlZnQ", "Oda left"),
            ("", ""),
        ] {
            assert_eq!(from_base64(text.as_bytes()), bytes.as_bytes(), "{text}");
        }
    }

    #[test]
    fn quoted_printable_joins_lines_and_keeps_what_is_no_code() {
        for (text, plain) in [
            ("=C5=BDofie", "Žofie"),
            ("one =\r\nline, a=3Db, =zz", "one line, a=b, =zz"),
            ("soft =  \nend =", "soft end "),
        ] {
            let bytes = from_quoted_printable(text.as_bytes());
            assert_eq!(String::from_utf8(bytes).unwrap(), plain);
        }
    }

    #[test]
    fn encoded_words_of_headers_are_spelled_out() {
        assert_eq!(
            header_words("=?utf-8?B?UG9ydA==?= =?utf-8?Q?_Varn?= today"),
            "Port Varn today"
        );
        assert_eq!(header_words("=?iso-8859-1?q?F=E4hre?="), "Fähre");
        assert_eq!(header_words("a =? b =?x?B?"), "a =? b =?x?B?");
    }
}
