//! Words without the characters that a format reserves: `%20` for a space.

/// `text` with `%` and every character that is not plain written as its UTF-8 bytes: `%25`.
pub fn percent_encoded(text: &str, is_plain: impl Fn(char) -> bool) -> String {
    let mut encoded = String::with_capacity(text.len());
    for c in text.chars() {
        if c != '%' && is_plain(c) {
            encoded.push(c);
            continue;
        }
        for byte in c.encode_utf8(&mut [0; 4]).bytes() {
            encoded.push('%');
            for half in [byte >> 4, byte & 0xf] {
                let digit = char::from_digit(u32::from(half), 16).unwrap_or('0');
                encoded.push(digit.to_ascii_uppercase());
            }
        }
    }
    encoded
}

/// The words that [`percent_encoded`] hid. A `%` that no two digits follow stands for itself, as
/// does the whole where the digits spell no text.
pub fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        match (first, after) {
            (b'%', [high, low, after @ ..]) => match (digit(*high), digit(*low)) {
                (Some(high), Some(low)) => {
                    bytes.push(high << 4 | low);
                    rest = after;
                    continue;
                }
                _ => bytes.push(b'%'),
            },
            (first, _) => bytes.push(*first),
        }
        rest = after;
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte)
        .to_digit(16)
        .and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{percent_decoded, percent_encoded};

    #[test]
    fn signs_that_are_not_plain_are_hidden() {
        let encoded = percent_encoded("a b%é", |c| c != ' ');
        assert_eq!(encoded, "a%20b%25é");
        assert_eq!(percent_decoded("100% %2 %zz %FF"), "100% %2 %zz %FF");
    }

    proptest! {
        #[test]
        fn what_was_hidden_comes_back(text in any::<String>()) {
            let encoded = percent_encoded(&text, |c| c.is_ascii_alphanumeric());
            prop_assert_eq!(percent_decoded(&encoded), text);
        }
    }
}
