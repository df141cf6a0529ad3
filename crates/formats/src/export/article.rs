//! One record as exporters need it: chosen spans, offsets in every unit, sentences and tokens.

use std::cell::OnceCell;
use std::ops::Range;

use copydesk_document::Record;
use copydesk_text::{CodePointIndex, Fingerprint, Token, Utf16Index, tokens};

/// An article on its way into a data set. What formats ask of its text is worked out once.
pub struct Article<'a> {
    /// With the spans that were chosen, and no others.
    pub record: &'a Record,
    /// Not empty, and no other article of the data set has it.
    pub id: &'a str,
    /// The part of the data set that it belongs to, if that is split.
    pub split: Option<Split>,
    code_points: OnceCell<CodePointIndex<'a>>,
    utf16: OnceCell<Utf16Index<'a>>,
    sentences: OnceCell<Vec<Sentence>>,
}

/// One sentence and its tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sentence {
    /// Half-open, in bytes, without white space at the edges.
    pub range: Range<usize>,
    /// Half-open, in bytes of the article's text; never empty.
    pub tokens: Vec<Token>,
}

/// The part of a data set that an article belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Split {
    Train,
    Dev,
    Test,
}

impl<'a> Article<'a> {
    pub fn new(record: &'a Record, id: &'a str, split: Option<Split>) -> Self {
        Self {
            record,
            id,
            split,
            code_points: OnceCell::new(),
            utf16: OnceCell::new(),
            sentences: OnceCell::new(),
        }
    }

    pub(crate) fn text(&self) -> &'a str {
        self.record.text.as_str()
    }

    /// The words in a range of bytes.
    pub(crate) fn words(&self, range: &Range<usize>) -> &'a str {
        self.text().get(range.clone()).unwrap_or_default()
    }

    /// A range of bytes in code points.
    pub(crate) fn code_points(&self, range: &Range<usize>) -> Range<usize> {
        let index = self
            .code_points
            .get_or_init(|| CodePointIndex::new(self.text()));
        let places = index.code_points_from_bytes(range);
        places.start.0..places.end.0
    }

    /// A range of bytes in UTF-16 code units.
    pub(crate) fn utf16(&self, range: &Range<usize>) -> Range<usize> {
        let index = self.utf16.get_or_init(|| Utf16Index::new(self.text()));
        let places = index.utf16_from_bytes(range);
        places.start.0..places.end.0
    }

    /// The sentences in reading order. All ink of the text is in exactly one token.
    pub(crate) fn sentences(&self) -> &[Sentence] {
        self.sentences.get_or_init(|| {
            let text = &self.record.text;
            let paragraphs = text.paragraphs().iter();
            let ranges = paragraphs.flat_map(|paragraph| text.sentences(paragraph.range()));
            let sentence = |range: Range<usize>| {
                let words = text.as_str().get(range.clone()).unwrap_or_default();
                Sentence {
                    tokens: tokens(words, range.start),
                    range,
                }
            };
            ranges
                .map(sentence)
                .filter(|sentence| !sentence.tokens.is_empty())
                .collect()
        })
    }
}

impl Split {
    pub const ALL: [Self; 3] = [Self::Train, Self::Dev, Self::Test];

    /// The part for a text, of which `dev` and `test` in a hundred go into those parts. The same
    /// text always comes into the same part, whatever else is in the data set.
    pub fn of(text: &Fingerprint, dev: u8, test: u8) -> Self {
        let digits = text.as_str().get(..8).unwrap_or_default();
        let number = u32::from_str_radix(digits, 16).unwrap_or(0);
        let percent = f64::from(number) / (f64::from(u32::MAX) + 1.0) * 100.0;
        if percent < f64::from(test) {
            Self::Test
        } else if percent < f64::from(test) + f64::from(dev) {
            Self::Dev
        } else {
            Self::Train
        }
    }

    /// For names of files: `train`, `dev`, `test`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Train => "train",
            Self::Dev => "dev",
            Self::Test => "test",
        }
    }
}
