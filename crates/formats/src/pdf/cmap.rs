//! Which letters the codes of a font stand for, as its `/ToUnicode` map says.

use std::collections::BTreeMap;

use lopdf::Object;
use lopdf::content::{Content, Operation};

/// The letters of each code.
#[derive(Debug, Default)]
pub(super) struct ToUnicode {
    letters: BTreeMap<u32, String>,
    /// How many codes were mapped, some perhaps more than once.
    mapped: usize,
}

/// No font has more codes.
const MAX_CODES: usize = 0x1_0000;

impl ToUnicode {
    pub fn parse(map: &[u8]) -> Self {
        let mut found = Self::default();
        // The operators of a content stream and those of a map are written alike.
        let Ok(Content { operations }) = Content::decode(map) else {
            return found;
        };
        for Operation { operator, operands } in operations {
            match operator.as_str() {
                "endbfchar" => {
                    for pair in operands.chunks_exact(2) {
                        if let [Object::String(code, _), Object::String(letters, _)] = pair {
                            found.put(number(code), utf_16(letters));
                        }
                    }
                }
                "endbfrange" => operands
                    .chunks_exact(3)
                    .for_each(|range| found.put_range(range)),
                _ => {}
            }
        }
        found
    }

    pub fn letters(&self, code: u32) -> Option<&str> {
        self.letters.get(&code).map(String::as_str)
    }

    fn put(&mut self, code: u32, letters: String) {
        self.mapped += 1;
        if self.mapped < 4 * MAX_CODES {
            self.letters.insert(code, letters);
        }
    }

    fn put_range(&mut self, range: &[Object]) {
        let [Object::String(first, _), Object::String(last, _), target] = range else {
            return;
        };
        let (first, last) = (number(first), number(last));
        let left = (4 * MAX_CODES).saturating_sub(self.mapped);
        let codes = (first..=last).take(left.min(MAX_CODES));
        match target {
            Object::Array(targets) => {
                for (code, target) in codes.zip(targets) {
                    if let Object::String(letters, _) = target {
                        self.put(code, utf_16(letters));
                    }
                }
            }
            // The last unit counts up.
            Object::String(letters, _) => {
                let mut units = utf_16_units(letters);
                for code in codes {
                    self.put(code, String::from_utf16_lossy(&units));
                    if let Some(last) = units.last_mut() {
                        *last = last.wrapping_add(1);
                    }
                }
            }
            _ => {}
        }
    }
}

fn number(bytes: &[u8]) -> u32 {
    bytes
        .iter()
        .take(4)
        .fold(0, |number, byte| number << 8 | u32::from(*byte))
}

fn utf_16_units(bytes: &[u8]) -> Vec<u16> {
    if let [byte] = bytes {
        return vec![u16::from(*byte)];
    }
    let pair = |pair: &[u8]| u16::from_be_bytes([pair[0], pair[1]]);
    bytes.chunks_exact(2).map(pair).collect()
}

fn utf_16(bytes: &[u8]) -> String {
    String::from_utf16_lossy(&utf_16_units(bytes))
}
