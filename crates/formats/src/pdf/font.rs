//! A font of a PDF file: which letters its codes show, and how wide these are.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Encoding, Object};

use crate::pdf::cmap::ToUnicode;

pub(super) struct Font {
    /// Codes have two bytes.
    is_wide: bool,
    to_unicode: ToUnicode,
    /// For codes of one byte that the map does not have.
    by_encoding: Vec<String>,
    /// Wide codes are UTF-16 themselves.
    is_utf_16: bool,
    /// In thousandths of the size.
    widths: BTreeMap<u32, f64>,
    usual_width: Option<f64>,
    family: Family,
}

/// What is shown for a code.
pub(super) struct Shown<'a> {
    pub code: u32,
    /// `None` where the font does not say.
    pub letters: Option<std::borrow::Cow<'a, str>>,
    /// In sizes.
    pub width: f64,
    /// It is a space of one byte, which word spacing widens.
    pub is_space: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Family {
    Sans,
    Serif,
    Typewriter,
}

/// No font has more codes.
const MAX_CODES: usize = 0x1_0000;

impl Font {
    /// Reads `font`, taking at most `limit` bytes from a stream.
    pub fn read(document: &Document, font: &Dictionary, limit: usize) -> Self {
        let subtype = font
            .get(b"Subtype")
            .and_then(Object::as_name)
            .unwrap_or_default();
        let is_wide = subtype == b"Type0";
        let to_unicode = font
            .get_deref(b"ToUnicode", document)
            .and_then(Object::as_stream)
            .and_then(|stream| stream.get_plain_content_with_limit(limit))
            .map(|map| ToUnicode::parse(&map))
            .unwrap_or_default();
        let encoding = font.get_deref(b"Encoding", document).ok();
        let is_utf_16 = encoding
            .and_then(|encoding| encoding.as_name().ok())
            .is_some_and(|name| {
                name.windows(4)
                    .any(|part| part == b"UCS2" || part == b"UTF1")
            });
        let by_encoding = if is_wide {
            Vec::new()
        } else {
            by_encoding(document, font, limit)
        };
        let mut read = Self {
            is_wide,
            to_unicode,
            by_encoding,
            is_utf_16,
            widths: BTreeMap::new(),
            usual_width: None,
            family: family(font),
        };
        if is_wide {
            read.take_wide_widths(document, font);
        } else {
            read.take_widths(document, font, subtype == b"Type3");
        }
        read
    }

    /// What is shown for each code of `bytes`.
    pub fn shown<'a>(&'a self, bytes: &'a [u8]) -> impl Iterator<Item = Shown<'a>> {
        let length = if self.is_wide { 2 } else { 1 };
        bytes.chunks(length).map(|bytes| {
            let code = bytes
                .iter()
                .fold(0, |code, byte| code << 8 | u32::from(*byte));
            let letters = self.letters(code);
            let first = letters.as_ref().and_then(|letters| letters.chars().next());
            let width = self.widths.get(&code).copied().or(self.usual_width);
            Shown {
                code,
                width: width.unwrap_or_else(|| self.family.width(first)) / 1000.0,
                letters,
                is_space: !self.is_wide && code == 32,
            }
        })
    }

    fn letters(&self, code: u32) -> Option<std::borrow::Cow<'_, str>> {
        let mapped = self.to_unicode.letters(code);
        // A map may say that a code shows nothing, but hardly what replaces unknown characters.
        if let Some(letters) = mapped.filter(|letters| !letters.contains(['\u{fffd}', '\0'])) {
            return Some(letters.into());
        }
        if self.is_wide {
            let unit = u16::try_from(code).ok().filter(|_| self.is_utf_16)?;
            return char::from_u32(u32::from(unit)).map(|c| c.to_string().into());
        }
        let letters = self.by_encoding.get(usize::try_from(code).ok()?)?;
        (!letters.is_empty()).then(|| letters.as_str().into())
    }

    fn take_widths(&mut self, document: &Document, font: &Dictionary, is_drawn: bool) {
        let first = font.get(b"FirstChar").and_then(Object::as_i64).unwrap_or(0);
        let mut first = u32::try_from(first).unwrap_or(0);
        // The letters of a drawn font have a measure of their own.
        let scale = if is_drawn {
            let matrix = font
                .get_deref(b"FontMatrix", document)
                .and_then(Object::as_array);
            let scale = matrix
                .ok()
                .and_then(|matrix| matrix.first()?.as_float().ok());
            f64::from(scale.unwrap_or(0.001)) * 1000.0
        } else {
            1.0
        };
        if let Ok(widths) = font
            .get_deref(b"Widths", document)
            .and_then(Object::as_array)
        {
            for width in widths.iter().take(256) {
                if let Some(width) = float(document, width) {
                    self.widths.insert(first, width * scale);
                }
                first += 1;
            }
        }
        let descriptor = font
            .get_deref(b"FontDescriptor", document)
            .and_then(Object::as_dict);
        let missing =
            descriptor.and_then(|descriptor| descriptor.get_deref(b"MissingWidth", document));
        if !self.widths.is_empty() {
            let missing = missing.and_then(Object::as_float).map(f64::from);
            self.usual_width = Some(missing.unwrap_or(500.0)).filter(|width| *width > 0.0);
        }
    }

    fn take_wide_widths(&mut self, document: &Document, font: &Dictionary) {
        let descendants = font
            .get_deref(b"DescendantFonts", document)
            .and_then(Object::as_array);
        let first = descendants.ok().and_then(|fonts| fonts.first());
        let Some(font) = first
            .and_then(|font| document.dereference(font).ok())
            .and_then(|(_, font)| font.as_dict().ok())
        else {
            return;
        };
        let usual = font.get_deref(b"DW", document).and_then(Object::as_float);
        self.usual_width = Some(f64::from(usual.unwrap_or(1000.0)));
        let Ok(widths) = font.get_deref(b"W", document).and_then(Object::as_array) else {
            return;
        };
        let mut rest = widths.as_slice();
        // A range may be given more than once.
        let mut left = 4 * MAX_CODES;
        while let [first, second, after @ ..] = rest
            && left > 0
        {
            let Some(code) = first
                .as_i64()
                .ok()
                .and_then(|code| u32::try_from(code).ok())
            else {
                return;
            };
            let list = document
                .dereference(second)
                .ok()
                .and_then(|(_, list)| list.as_array().ok());
            if let Some(list) = list {
                for (code, width) in (code..).zip(list.iter().take(left)) {
                    left -= 1;
                    self.put_width(code, float(document, width));
                }
                rest = after;
                continue;
            }
            let [width, after @ ..] = after else {
                return;
            };
            let last = second
                .as_i64()
                .ok()
                .and_then(|last| u32::try_from(last).ok());
            for code in (code..=last.unwrap_or(code)).take(left) {
                left -= 1;
                self.put_width(code, float(document, width));
            }
            rest = after;
        }
    }

    fn put_width(&mut self, code: u32, width: Option<f64>) {
        if let Some(width) = width
            && self.widths.len() < MAX_CODES
        {
            self.widths.insert(code, width);
        }
    }
}

fn float(document: &Document, number: &Object) -> Option<f64> {
    let (_, number) = document.dereference(number).ok()?;
    number.as_float().ok().map(f64::from)
}

/// The letters of the 256 codes, empty where there are none.
fn by_encoding(document: &Document, font: &Dictionary, limit: usize) -> Vec<String> {
    let encoding = font
        .get_font_encoding_with_limit(document, limit)
        .unwrap_or(Encoding::SimpleEncoding(b"WinAnsiEncoding"));
    // A font of another language's characters without a map: nobody knows what they show.
    if matches!(encoding, Encoding::UnicodeMapEncoding(_)) {
        return Vec::new();
    }
    (0..=u8::MAX)
        .map(|byte| encoding.bytes_to_string(&[byte]).unwrap_or_default())
        .map(|letters| letters.replace(['\0', '\u{fffd}'], ""))
        .collect()
}

fn family(font: &Dictionary) -> Family {
    let name = font
        .get(b"BaseFont")
        .and_then(Object::as_name)
        .unwrap_or_default();
    let name = String::from_utf8_lossy(name);
    if name.contains("Courier") || name.contains("Mono") {
        Family::Typewriter
    } else if name.contains("Times") || name.contains("Serif") {
        Family::Serif
    } else {
        Family::Sans
    }
}

impl Family {
    /// About how wide a letter is where the file does not say: it need not for the fourteen fonts that
    /// every reader has.
    fn width(self, letter: Option<char>) -> f64 {
        let sans = match letter {
            _ if self == Family::Typewriter => return 600.0,
            Some('i' | 'j' | 'l' | '\'' | '’' | '‘') => 222.0,
            Some(' ' | '.' | ',' | ';' | ':' | '!' | '/' | '|' | 'I' | 'f' | 't') => 278.0,
            Some('r' | '-' | '(' | ')' | '“' | '”' | '"') => 340.0,
            Some('m' | 'M') => 833.0,
            Some('w' | 'C' | 'D' | 'H' | 'N' | 'R' | 'U') => 722.0,
            Some('O' | 'Q' | 'G') => 778.0,
            Some('W' | '—' | '…' | '@' | '%') => 950.0,
            Some('c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' | 'J') => 500.0,
            Some(letter) if letter.is_uppercase() => 667.0,
            _ => 556.0,
        };
        if self == Family::Serif {
            sans * 0.89
        } else {
            sans
        }
    }
}
