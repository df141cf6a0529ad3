//! Words without the characters that a format reserves: `%20` for a space.

use percent_encoding::{percent_decode_str, percent_encode_byte};

/// `text` with `%` and every character that is not plain written as its UTF-8 bytes: `%25`. What is
/// plain need not be ASCII, as it must for the sets of the library.
pub fn percent_encoded(text: &str, is_plain: impl Fn(char) -> bool) -> String {
    let mut encoded = String::with_capacity(text.len());
    for c in text.chars() {
        if c != '%' && is_plain(c) {
            encoded.push(c);
        } else {
            let mut buffer = [0; 4];
            let bytes = c.encode_utf8(&mut buffer).bytes();
            encoded.extend(bytes.map(percent_encode_byte));
        }
    }
    encoded
}

/// The words that [`percent_encoded`] encoded. A `%` that two hexadecimal digits do not follow stands for
/// itself, and so does the whole text if the result is not UTF-8.
pub fn percent_decoded(text: &str) -> String {
    percent_decode_str(text)
        .decode_utf8()
        .map_or_else(|_not_utf8| text.to_owned(), Into::into)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{percent_decoded, percent_encoded};

    #[test]
    fn reserved_characters_are_encoded() {
        let encoded = percent_encoded("a b%é", |c| c != ' ');
        assert_eq!(encoded, "a%20b%25é");
        assert_eq!(percent_decoded("100% %2 %zz %FF"), "100% %2 %zz %FF");
    }

    proptest! {
        #[test]
        fn what_was_encoded_comes_back(text in any::<String>()) {
            let encoded = percent_encoded(&text, |c| c.is_ascii_alphanumeric());
            prop_assert_eq!(percent_decoded(&encoded), text);
        }
    }
}
