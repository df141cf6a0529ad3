//! Which encoding bytes are in, and the text that they spell.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

use crate::import::ImportError;
use copydesk_document::counted;

pub(crate) struct Decoded {
    pub text: String,
    pub encoding: String,
    pub warnings: Vec<String>,
}

/// The text in `bytes`, without a byte-order mark at the start, which is named with the encoding.
pub(crate) fn decode(bytes: &[u8]) -> Result<Decoded, ImportError> {
    if bytes.starts_with(b"\xff\xfe\0\0") || bytes.starts_with(b"\0\0\xfe\xff") {
        return Err(ImportError::Encoding("UTF-32"));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        return Ok(utf_16(UTF_16LE, rest, " with byte-order mark"));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        return Ok(utf_16(UTF_16BE, rest, " with byte-order mark"));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        return Ok(utf_8(rest, "UTF-8 with byte-order mark"));
    }
    // Before UTF-8: plain ASCII in UTF-16 is valid UTF-8 with NULs between.
    if let Some(encoding) = utf_16_by_nuls(bytes) {
        return Ok(utf_16(encoding, bytes, ""));
    }
    if is_binary(bytes) {
        return Err(ImportError::Binary("a binary file"));
    }
    if is_utf_8_perhaps_damaged(bytes) {
        return Ok(utf_8(bytes, "UTF-8"));
    }
    if let Some(declared) = declared_in_xml(bytes) {
        return Ok(decoded_as(declared, bytes));
    }
    Ok(legacy(bytes))
}

/// Whether `bytes`, which may be cut at their end, begin a text in another encoding than UTF-8.
pub(crate) fn is_foreign(bytes: &[u8]) -> bool {
    let whole = match str::from_utf8(bytes) {
        Err(error) if error.error_len().is_none() => bytes.get(..error.valid_up_to()),
        _ => Some(bytes),
    };
    let whole = whole.unwrap_or(bytes);
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return !bytes.starts_with(b"\xff\xfe\0\0");
    }
    let even = bytes.get(..bytes.len() & !1).unwrap_or(bytes);
    utf_16_by_nuls(even).is_some() || !(is_binary(whole) || is_utf_8_perhaps_damaged(whole))
}

/// What the first line of an XML file says of a file that is not UTF-8.
fn declared_in_xml(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes.get(..bytes.len().min(256)).unwrap_or_default();
    let line = String::from_utf8_lossy(start.strip_prefix(b"<?xml")?).into_owned();
    let (declaration, _) = line.split_once("?>")?;
    let (_, after) = declaration.split_once("encoding")?;
    let label = after.trim_start_matches(['=', ' ', '"', '\'']);
    let end = label.find(['"', '\'', ' ']).unwrap_or(label.len());
    let encoding = Encoding::for_label(label.get(..end)?.as_bytes())?;
    // What was read as ASCII cannot be UTF-16, and the bytes were just found not to be UTF-8.
    let encoding = encoding.output_encoding();
    (encoding != encoding_rs::UTF_8).then_some(encoding)
}

/// The text in `bytes`, which say themselves that they are in `encoding`.
pub(crate) fn decoded_as(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let (text, had_errors) = encoding.decode_without_bom_handling(bytes);
    let warnings = if had_errors {
        vec![replaced(&text, encoding.name())]
    } else {
        Vec::new()
    };
    Decoded {
        text: text.into_owned(),
        encoding: encoding.name().to_owned(),
        warnings,
    }
}

/// UTF-16 without a mark: nearly every second byte of Western text is NUL, the others never.
fn utf_16_by_nuls(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..bytes.len().min(64 * 1024)).unwrap_or_default();
    let pairs = sample.len() / 2;
    if pairs < 2 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let nuls_at = |offset: usize| {
        sample
            .iter()
            .skip(offset)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let (even, odd) = (nuls_at(0), nuls_at(1));
    let is_most = |nuls: usize| nuls * 10 >= pairs * 6;
    let is_rare = |nuls: usize| nuls * 100 <= pairs;
    match (even, odd) {
        (even, odd) if is_most(odd) && is_rare(even) => Some(UTF_16LE),
        (even, odd) if is_most(even) && is_rare(odd) => Some(UTF_16BE),
        _ => None,
    }
}

/// More than a few bytes that no text has.
fn is_binary(bytes: &[u8]) -> bool {
    let is_odd = |byte: u8| byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b);
    let odd = bytes.iter().filter(|byte| is_odd(**byte)).count();
    // One NUL in a short text is a slip; one byte in thirty is not text.
    odd > 2 && odd * 30 > bytes.len()
}

/// Valid, or with fewer than one wrong byte in a hundred while its other characters beyond ASCII are
/// right: a detector would take a whole text for another encoding because of two bad bytes.
fn is_utf_8_perhaps_damaged(bytes: &[u8]) -> bool {
    let (wrong, right) = bytes
        .utf8_chunks()
        .fold((0_usize, 0_usize), |(wrong, right), chunk| {
            let beyond_ascii = chunk.valid().chars().filter(|c| !c.is_ascii());
            (wrong + chunk.invalid().len(), right + beyond_ascii.count())
        });
    // In a short text one byte is more than that; but what is right by chance is rare.
    wrong == 0 || (right > wrong && (wrong * 100 <= bytes.len() || right >= 3 * wrong))
}

fn utf_8(bytes: &[u8], encoding: &str) -> Decoded {
    let wrong: usize = bytes.utf8_chunks().map(|chunk| chunk.invalid().len()).sum();
    let warnings = if wrong == 0 {
        Vec::new()
    } else {
        vec![format!(
            "{} not valid in UTF-8, replaced by “\u{fffd}”",
            counted(wrong, "byte", "bytes")
        )]
    };
    Decoded {
        text: String::from_utf8_lossy(bytes).into_owned(),
        encoding: encoding.to_owned(),
        warnings,
    }
}

fn utf_16(encoding: &'static Encoding, bytes: &[u8], mark: &str) -> Decoded {
    let mut decoded = decoded_as(encoding, bytes);
    decoded.encoding.push_str(mark);
    decoded
}

fn legacy(bytes: &[u8]) -> Decoded {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    let (text, had_errors) = encoding.decode_without_bom_handling(bytes);
    let mut warnings = vec![format!(
        "Read as {}, a guess from the bytes",
        encoding.name()
    )];
    if had_errors {
        warnings.push(replaced(&text, encoding.name()));
    }
    Decoded {
        text: text.into_owned(),
        encoding: encoding.name().to_owned(),
        warnings,
    }
}

fn replaced(text: &str, encoding: &str) -> String {
    let count = text.matches('\u{fffd}').count();
    format!(
        "{} not valid in {encoding}, shown as “\u{fffd}”",
        counted(count, "place", "places")
    )
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn a_short_text_with_one_wrong_byte_stays_in_utf_8() {
        let bytes = [
            "Die Bürgermeisterin fuhr über die Brücke. ".as_bytes(),
            b"\xff",
            " Köln.".as_bytes(),
        ]
        .concat();
        let decoded = decode(&bytes).unwrap();
        assert_eq!(decoded.encoding, "UTF-8");
        assert!(decoded.text.ends_with("Brücke. \u{fffd} Köln."));
        assert_eq!(decoded.warnings.len(), 1);
        // Of Latin-1 no more than one in many is right by chance.
        let latin_1 = b"Die F\xe4hre f\xe4hrt \xfcber den Flu\xdf.";
        assert_eq!(decode(latin_1).unwrap().encoding, "windows-1252");
    }
}
