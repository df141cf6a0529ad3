//! A sentence as the pieces that a number may be made of.

use crate::Analysis;
use crate::analysis::TokenRange;
use crate::figures::words::CODES;
use copydesk_text::TokenKind;

/// One sentence, cut a little finer than into tokens: `350m` is `350` and `m`.
pub(super) struct Pieces<'a> {
    text: &'a str,
    all: Vec<Piece>,
    /// Title case: capitals say nothing about names.
    pub is_title: bool,
    /// The article writes money as `£`, so its pounds are no weight.
    pub pounds_are_money: bool,
}

#[derive(Clone, Copy, Debug)]
struct Piece {
    start: usize,
    end: usize,
    class: Class,
}

/// What a piece may be in a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Digits with their separators: `1,000.5`.
    Digits,
    /// `½` as one over two.
    Vulgar(u8, u8),
    /// `zero` to `ninety`.
    Small(u8),
    Hundred,
    /// `thousand`, `million`, … as a power of ten.
    Scale(u8),
    Dozen,
    /// `tens`, `hundreds`, `millions`, … as a power of ten.
    Plural(u8),
    Dozens,
    /// `half`, `third`, `quarters`, … by what divides the whole.
    Part(u64),
    /// `tenfold` as 10; `twice`.
    Fold(u16),
    /// `a`, `an`.
    Article,
    Hyphen,
    /// `$`, `€`, …
    Sign,
    Word,
    Mark,
    /// Past either end.
    Edge,
}

impl<'a> Pieces<'a> {
    pub fn new(analysis: &Analysis<'a>) -> Self {
        let text = analysis.as_str();
        Self {
            text,
            all: Vec::new(),
            is_title: false,
            pounds_are_money: text.contains('£'),
        }
    }

    /// Takes up the tokens `range` of `analysis`; says whether any of them may begin a figure.
    pub fn take(&mut self, analysis: &Analysis<'a>, range: TokenRange) -> bool {
        self.all.clear();
        let mut any = false;
        for token in analysis.tokens_in(range) {
            let words = token.of(self.text);
            let class = match token.kind {
                TokenKind::Number => {
                    any = true;
                    self.push_number(token.start, words);
                    continue;
                }
                TokenKind::Word if self.push_code(token.start, words) => {
                    any = true;
                    continue;
                }
                TokenKind::Word => class_of_word(words),
                TokenKind::Possessive => Class::Mark,
                TokenKind::Mark => class_of_mark(words),
            };
            any |= match class {
                Class::Word => has(&["several", "few", "couple"], words),
                Class::Mark | Class::Hyphen | Class::Article => false,
                _ => true,
            };
            self.push(token.start, token.end, class);
        }
        any
    }

    fn push(&mut self, start: usize, end: usize, class: Class) {
        self.all.push(Piece { start, end, class });
    }

    /// Divides `350m`; joins the point of `.5`.
    fn push_number(&mut self, start: usize, words: &str) {
        if let Some((above, below)) = words.chars().next().and_then(vulgar) {
            self.push(start, start + words.len(), Class::Vulgar(above, below));
            return;
        }
        // `6'2"`: feet and inches.
        if let Some((feet, inches)) = words.split_once(['\'', '’'])
            && inches.len() < 3
            && words.bytes().all(|byte| !byte.is_ascii_alphabetic())
        {
            let inches_at = start + words.len() - inches.len();
            self.push(start, start + feet.len(), Class::Digits);
            self.push(start + feet.len(), inches_at, Class::Mark);
            self.push(inches_at, start + words.len(), Class::Digits);
            return;
        }
        let cut = words.find(char::is_alphabetic).unwrap_or(words.len());
        let mut from = start;
        if self.joins_a_point(start) {
            from -= 1;
            self.all.pop();
        }
        self.push(from, start + cut, Class::Digits);
        if cut < words.len() {
            let suffix = words.get(cut..).unwrap_or_default();
            let class = match class_of_word(suffix) {
                scale @ Class::Scale(_) => scale,
                _ => Class::Word,
            };
            self.push(start + cut, start + words.len(), class);
        }
    }

    /// Divides `USD115` and `RM1.5b`.
    fn push_code(&mut self, start: usize, words: &str) -> bool {
        let length = words.bytes().take_while(u8::is_ascii_alphabetic).count();
        let is_long = words.as_bytes().get(length).is_some_and(u8::is_ascii_digit);
        let Some((code, amount)) = words.split_at_checked(length).filter(|_| is_long) else {
            return false;
        };
        let scale_at = amount
            .find(|c: char| c.is_ascii_alphabetic())
            .unwrap_or(amount.len());
        let (digits, scale) = amount.split_at_checked(scale_at).unwrap_or((amount, ""));
        let is_amount = scale.is_empty() || GLUED_SCALES.contains(&scale);
        let rest = self.text.get(start + words.len()..).unwrap_or_default();
        if !is_amount || !CODES.holds(code) || !is_amount_of(code, digits, scale, rest) {
            return false;
        }
        self.push(start, start + length, Class::Word);
        self.push_number(start + length, amount);
        true
    }

    fn joins_a_point(&self, start: usize) -> bool {
        let last = self.all.len().wrapping_sub(1);
        let ends_here = self.all.last().is_some_and(|piece| piece.end == start);
        ends_here && self.word(last) == "." && !self.glued(last)
    }

    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Empty past either end.
    pub fn word(&self, index: usize) -> &'a str {
        self.all.get(index).map_or("", |piece| {
            self.text.get(piece.start..piece.end).unwrap_or_default()
        })
    }

    pub fn class(&self, index: usize) -> Class {
        self.all.get(index).map_or(Class::Edge, |piece| piece.class)
    }

    /// Whether the piece touches the one before it.
    pub fn glued(&self, index: usize) -> bool {
        let before = index.checked_sub(1).and_then(|at| self.all.get(at));
        match (before, self.all.get(index)) {
            (Some(before), Some(piece)) => before.end == piece.start,
            _ => false,
        }
    }

    /// The characters between the piece and the one before it.
    pub fn gap(&self, index: usize) -> &'a str {
        let before = index.checked_sub(1).and_then(|at| self.all.get(at));
        match (before, self.all.get(index)) {
            (Some(before), Some(piece)) => {
                self.text.get(before.end..piece.start).unwrap_or_default()
            }
            _ => "",
        }
    }

    /// The word `count` pieces before `index`; empty where there is none.
    pub fn before(&self, index: usize, count: usize) -> &'a str {
        index.checked_sub(count).map_or("", |at| self.word(at))
    }

    /// Whether the piece is `word`, whatever its case.
    pub fn is(&self, index: usize, word: &str) -> bool {
        self.word(index).eq_ignore_ascii_case(word)
    }

    pub fn is_any(&self, index: usize, words: &[&str]) -> bool {
        has(words, self.word(index))
    }

    /// The text of the pieces `from..until`, as it stands in the article.
    pub fn slice(&self, from: usize, until: usize) -> &'a str {
        let range = self.bytes(from, until);
        self.text.get(range).unwrap_or_default()
    }

    /// The bytes of the pieces `from..until` in the article.
    pub fn bytes(&self, from: usize, until: usize) -> std::ops::Range<usize> {
        let start = self.all.get(from).map_or(0, |piece| piece.start);
        let last = until.checked_sub(1).and_then(|at| self.all.get(at));
        start..last.map_or(start, |piece| piece.end)
    }

    pub fn is_capital(&self, index: usize) -> bool {
        self.word(index).starts_with(char::is_uppercase)
    }

    pub fn is_lower(&self, index: usize) -> bool {
        self.word(index).starts_with(char::is_lowercase)
    }

    /// Whether a hyphen ties the piece before it to the one after it.
    pub fn ties(&self, index: usize) -> bool {
        self.class(index) == Class::Hyphen && self.glued(index) && self.glued(index + 1)
    }

    /// `index`, or the piece after it if that is a tying hyphen.
    pub fn past_hyphen(&self, index: usize) -> usize {
        if self.ties(index) { index + 1 } else { index }
    }
}

/// What may stand behind an amount without a space: `RM1.5b`, `Rs5cr`.
const GLUED_SCALES: [&str; 16] = [
    "b", "bn", "B", "m", "mn", "M", "k", "K", "t", "tn", "trn", "mil", "cr", "Cr", "L", "mln",
];

/// Whether `digits` behind `code` are money: `COP28` is a conference and `R2` a robot, but `COP2,500` and
/// `R2 million` are not.
pub(super) fn is_amount_of(code: &str, digits: &str, scale: &str, rest: &str) -> bool {
    let is_marked = digits.contains(',') || !scale.is_empty() || begins_with_scale(rest);
    match code {
        "COP" => digits.len() > 2 || is_marked,
        "R" => is_marked,
        _ => true,
    }
}

fn begins_with_scale(rest: &str) -> bool {
    let word = rest.trim_start_matches([' ', '-', '\u{a0}']);
    ["million", "billion", "trillion", "thousand"]
        .iter()
        .any(|scale| word.starts_with(scale))
}

pub(super) fn has(words: &[&str], word: &str) -> bool {
    words.iter().any(|known| word.eq_ignore_ascii_case(known))
}

fn class_of_mark(mark: &str) -> Class {
    match mark {
        "-" | "‐" | "‑" | "–" | "—" | "−" => Class::Hyphen,
        "$" | "€" | "£" | "¥" | "￥" | "₹" | "₽" | "₩" | "₪" | "₴" | "₺" | "₫" | "₱" | "₦"
        | "฿" | "₭" => Class::Sign,
        _ => Class::Mark,
    }
}

fn vulgar(c: char) -> Option<(u8, u8)> {
    Some(match c {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅙' => (1, 6),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        _ => return None,
    })
}

/// The longest word of the tables below, in bytes.
const LONGEST: usize = 13;

fn class_of_word(word: &str) -> Class {
    let mut lower = [0_u8; LONGEST];
    let Some(lower) = lower.get_mut(..word.len()) else {
        return Class::Word;
    };
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    let lower = std::str::from_utf8(lower).unwrap_or_default();
    // Most words end here: no number word begins with one of the other letters.
    if !lower.starts_with([
        'a', 'b', 'c', 'd', 'e', 'f', 'h', 'l', 'm', 'n', 'o', 'q', 's', 't', 'z',
    ]) {
        return Class::Word;
    }
    small(lower)
        .map(Class::Small)
        .or_else(|| part(lower).map(Class::Part))
        .or_else(|| fold(lower).map(Class::Fold))
        .unwrap_or_else(|| scale(lower))
}

fn scale(lower: &str) -> Class {
    match lower {
        "a" | "an" => Class::Article,
        "hundred" => Class::Hundred,
        "thousand" => Class::Scale(3),
        "lakh" | "lakhs" | "lac" | "lacs" => Class::Scale(5),
        "million" => Class::Scale(6),
        "crore" | "crores" => Class::Scale(7),
        "billion" => Class::Scale(9),
        "trillion" => Class::Scale(12),
        "quadrillion" => Class::Scale(15),
        "dozen" => Class::Dozen,
        "tens" => Class::Plural(1),
        "hundreds" => Class::Plural(2),
        "thousands" => Class::Plural(3),
        "millions" => Class::Plural(6),
        "billions" => Class::Plural(9),
        "trillions" => Class::Plural(12),
        "dozens" => Class::Dozens,
        _ => Class::Word,
    }
}

fn small(lower: &str) -> Option<u8> {
    Some(match lower {
        "zero" | "nought" | "naught" => 0,
        "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        "eleven" => 11,
        "twelve" => 12,
        "thirteen" => 13,
        "fourteen" => 14,
        "fifteen" => 15,
        "sixteen" => 16,
        "seventeen" => 17,
        "eighteen" => 18,
        "nineteen" => 19,
        "twenty" => 20,
        "thirty" => 30,
        "forty" | "fourty" => 40,
        "fifty" => 50,
        "sixty" => 60,
        "seventy" => 70,
        "eighty" => 80,
        "ninety" => 90,
        _ => return None,
    })
}

fn part(lower: &str) -> Option<u64> {
    Some(match lower {
        "half" => 2,
        "third" | "thirds" => 3,
        "quarter" | "quarters" | "fourth" | "fourths" => 4,
        "fifth" | "fifths" => 5,
        "sixth" | "sixths" => 6,
        "seventh" | "sevenths" => 7,
        "eighth" | "eighths" => 8,
        "ninth" | "ninths" => 9,
        "tenth" | "tenths" => 10,
        "eleventh" | "elevenths" => 11,
        "twelfth" | "twelfths" => 12,
        "fifteenth" | "fifteenths" => 15,
        "sixteenth" | "sixteenths" => 16,
        "twentieth" | "twentieths" => 20,
        "thirtieth" | "thirtieths" => 30,
        "hundredth" | "hundredths" => 100,
        "thousandth" | "thousandths" => 1000,
        "millionth" | "millionths" => 1_000_000,
        "billionth" | "billionths" => 1_000_000_000,
        "trillionth" | "trillionths" => 1_000_000_000_000,
        _ => return None,
    })
}

fn fold(lower: &str) -> Option<u16> {
    if lower == "twice" {
        return Some(2);
    }
    let count = lower.strip_suffix("fold")?;
    match count {
        "hundred" => Some(100),
        "thousand" => Some(1000),
        // "onefold" is no word, and "zerofold" no multiple.
        _ => small(count).filter(|count| *count > 1).map(u16::from),
    }
}
