//! Cuts a sentence into the words and word pieces that the network knows, each with its bytes.

use std::collections::HashMap;
use std::ops::Range;

use icu_normalizer::DecomposingNormalizerBorrowed;
use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory as _};

use crate::hashing;

/// BERT's uncased vocabulary: a word piece to its number.
pub(super) struct Vocabulary {
    numbers: HashMap<Box<str>, u32>,
    longest_bytes: usize,
}

/// A word or mark of the text and how many pieces it has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub bytes: Range<usize>,
    pub pieces: Range<usize>,
    /// Of its letters in lower case and without accents.
    pub hash: u64,
}

/// The words of one sentence; `pieces` are numbers of the vocabulary.
#[derive(Debug, Default)]
pub(super) struct Pieces {
    pub words: Vec<Word>,
    pub pieces: Vec<u32>,
}

pub(super) const UNKNOWN: u32 = 100;
pub(super) const START: u32 = 101;
pub(super) const SEPARATOR: u32 = 102;

/// Longer words are one unknown piece, as in the reference.
const LONGEST_WORD: usize = 100;

impl Vocabulary {
    /// One piece a line; `None` if it is not a vocabulary.
    pub fn read(lines: &str) -> Option<Self> {
        let mut numbers = HashMap::with_capacity(32_000);
        let mut longest_bytes = 1;
        for (number, line) in lines.lines().enumerate() {
            longest_bytes = longest_bytes.max(line.len());
            numbers.insert(line.into(), u32::try_from(number).ok()?);
        }
        let marks = [("[UNK]", UNKNOWN), ("[CLS]", START), ("[SEP]", SEPARATOR)];
        let is_ours = marks
            .iter()
            .all(|(mark, number)| numbers.get(*mark) == Some(number));
        is_ours.then_some(Self {
            numbers,
            longest_bytes,
        })
    }

    /// The pieces of `text`; `offset` is added to each position.
    pub fn cut(&self, text: &str, offset: usize) -> Pieces {
        let mut cut = Pieces::default();
        each_word(text, |word, bytes| {
            let first = cut.pieces.len();
            if self.push_pieces(&mut cut.pieces, word).is_none() {
                cut.pieces.truncate(first);
                cut.pieces.push(UNKNOWN);
            }
            cut.words.push(Word {
                bytes: offset + bytes.start..offset + bytes.end,
                pieces: first..cut.pieces.len(),
                hash: hashing::hash(word),
            });
        });
        cut
    }

    /// The longest piece first, then the longest that continues it, and so on.
    /// `None` where a part of the word is in no piece.
    fn push_pieces(&self, pieces: &mut Vec<u32>, word: &str) -> Option<()> {
        if word.chars().nth(LONGEST_WORD).is_some() {
            return None;
        }
        let mut rest = word;
        let mut continued = String::from("##");
        while !rest.is_empty() {
            let is_first = rest.len() == word.len();
            let mut end = rest.len().min(self.longest_bytes);
            let number = loop {
                while !rest.is_char_boundary(end) {
                    end -= 1;
                }
                let piece = rest.get(..end).filter(|piece| !piece.is_empty())?;
                let found = if is_first {
                    self.numbers.get(piece)
                } else {
                    continued.truncate(2);
                    continued.push_str(piece);
                    self.numbers.get(continued.as_str())
                };
                match found {
                    Some(number) => break *number,
                    None => end -= 1,
                }
            };
            pieces.push(number);
            rest = rest.get(end..)?;
        }
        Some(())
    }
}

/// Every word and mark of `text`, in lower case and without accents, with its bytes there.
pub(super) fn each_word(text: &str, mut found: impl FnMut(&str, Range<usize>)) {
    let mut word = String::new();
    let mut bytes = 0..0;
    let mut finish = |word: &mut String, bytes: &Range<usize>| {
        if !word.is_empty() {
            found(word, bytes.clone());
            word.clear();
        }
    };
    for (at, c) in text.char_indices() {
        let here = at..at + c.len_utf8();
        match role(c) {
            Role::Nothing => {}
            Role::Space => finish(&mut word, &bytes),
            Role::Alone => {
                finish(&mut word, &bytes);
                push_plain(&mut word, c);
                finish(&mut word, &here);
            }
            Role::Inside => {
                if word.is_empty() {
                    bytes = here.clone();
                }
                push_plain(&mut word, c);
                bytes.end = here.end;
            }
        }
    }
    finish(&mut word, &bytes);
}

/// What a character does to the word before it.
enum Role {
    Nothing,
    Space,
    Alone,
    Inside,
}

fn role(c: char) -> Role {
    if c.is_ascii_alphanumeric() {
        return Role::Inside;
    }
    if c.is_whitespace() {
        return Role::Space;
    }
    if c.is_ascii_punctuation() || is_ideograph(c) {
        return Role::Alone;
    }
    let category = c.general_category();
    match category {
        GeneralCategory::Control
        | GeneralCategory::Format
        | GeneralCategory::PrivateUse
        | GeneralCategory::Surrogate
        | GeneralCategory::Unassigned => Role::Nothing,
        _ if c == '\u{fffd}' || category == GeneralCategory::NonspacingMark => Role::Nothing,
        _ if c.general_category_group() == GeneralCategoryGroup::Punctuation => Role::Alone,
        _ => Role::Inside,
    }
}

/// The blocks of Chinese characters that BERT takes one by one.
fn is_ideograph(c: char) -> bool {
    matches!(u32::from(c),
        0x4E00..=0x9FFF | 0x3400..=0x4DBF | 0x2_0000..=0x2_A6DF | 0x2_A700..=0x2_B73F
        | 0x2_B740..=0x2_B81F | 0x2_B920..=0x2_CEAF | 0xF900..=0xFAFF | 0x2_F800..=0x2_FA1F)
}

/// Adds `c` in lower case and without its accents.
fn push_plain(word: &mut String, c: char) {
    if c.is_ascii() {
        word.push(c.to_ascii_lowercase());
        return;
    }
    let decomposed = DecomposingNormalizerBorrowed::new_nfd().normalize_iter(std::iter::once(c));
    let bare = decomposed.filter(|part| part.general_category() != GeneralCategory::NonspacingMark);
    word.extend(bare.flat_map(char::to_lowercase));
}
