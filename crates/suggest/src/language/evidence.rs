//! What the words of a text say about its language: small words, letters and common words of English.

use std::sync::OnceLock;

use crate::hashing::{self, Index};
use crate::language::{CODES, Language};
use crate::lists::{list_file, rows};
use copydesk_text::{Token, TokenKind};

/// How many languages the small words tell apart.
const COUNT: usize = CODES.len();
const ENGLISH: usize = 0;

/// Stands beside the bits of the languages: an English word that is no small one.
const COMMON: u32 = 1 << COUNT;
const COMMON_WORDS: &str = include_str!("../../../../assets/names/common-words.txt");

/// What such a word counts; a small word that no other language has counts 1.
const COMMON_WEIGHT: f32 = 0.3;

/// Letters of small words or nouns that one language has, and what it then counts.
const LETTERS: [(&str, Language); 10] = [
    ("ß", Language::German),
    ("ñ", Language::Spanish),
    ("œ", Language::French),
    ("ãõ", Language::Portuguese),
    ("ø", Language::Danish),
    ("łżęą", Language::Polish),
    ("ğış", Language::Turkish),
    ("șț", Language::Romanian),
    ("řůě", Language::Czech),
    ("őű", Language::Hungarian),
];

/// With less the words are those of many languages.
const LEAST_OF_ONE: f32 = 0.9;

/// Of fewer words nothing is known.
const FEWEST_WORDS: f32 = 3.0;

/// English news has .3 to .45; headlines alone .15; other languages below .08.
const LEAST_SHARE: f32 = 0.12;
/// Fewer words may be a list of names.
const LEAST_WORDS: f32 = 12.0;

/// What is known of some words.
#[derive(Clone, Debug, Default)]
pub(super) struct Evidence {
    /// By place in [`CODES`].
    scores: [f32; COUNT],
    /// Small words that English does not have.
    foreign: f32,
    /// Small words that no other language has.
    english_alone: f32,
    /// Common English words that are no small ones.
    common: f32,
    words: f32,
    /// Words in Latin letters without a capital.
    lower: f32,
    /// Words whose first letter is not Latin.
    in_other_letters: f32,
}

impl Evidence {
    pub fn of(text: &str, tokens: &[Token]) -> Self {
        let mut evidence = Self::default();
        for (at, token) in tokens.iter().enumerate() {
            if token.kind == TokenKind::Word && !is_in_address(text, token) {
                let beside = |at: Option<usize>| at.and_then(|at| tokens.get(at));
                let beside = |at| beside(at).map_or("", |token| token.of(text));
                let around = (beside(at.checked_sub(1)), beside(Some(at + 1)));
                evidence.add_word(token.of(text), around);
            }
        }
        evidence
    }

    fn add_word(&mut self, word: &str, around: (&str, &str)) {
        self.words += 1.0;
        let Some(first) = word.chars().next() else {
            return;
        };
        if !is_latin(first) {
            self.in_other_letters += 1.0;
            return;
        }
        let bits = known().get(folded_hash(word)).unwrap_or_default();
        let languages = bits & (COMMON - 1);
        self.lower += f32::from(u8::from(first.is_lowercase()));
        if languages != 0 {
            let weight = 1.0 / languages.count_ones() as f32;
            let elsewhere = weight * self::elsewhere(word, around);
            if languages == 1 << ENGLISH {
                self.english_alone += 1.0;
            } else if languages & 1 << ENGLISH == 0 {
                self.foreign += self::elsewhere(word, around);
            }
            for (at, score) in self.scores.iter_mut().enumerate() {
                if languages & (1 << at) != 0 {
                    *score += if at == ENGLISH { weight } else { elsewhere };
                }
            }
        } else if bits & COMMON != 0 {
            self.common += 1.0;
        } else if first.is_lowercase() && !word.is_ascii() {
            self.add_letters(word);
        }
    }

    /// `groß`, `l’accord`; but no names, which an article in any language may have.
    fn add_letters(&mut self, word: &str) {
        let found = LETTERS
            .iter()
            .find(|(letters, _)| word.contains(|c| letters.contains(c)));
        if let Some((_, language)) = found {
            self.scores[*language as usize] += 1.0;
        }
    }

    pub fn add(&mut self, other: &Self) {
        for (score, more) in self.scores.iter_mut().zip(other.scores) {
            *score += more;
        }
        self.foreign += other.foreign;
        self.english_alone += other.english_alone;
        self.common += other.common;
        self.words += other.words;
        self.lower += other.lower;
        self.in_other_letters += other.in_other_letters;
    }

    /// Of a whole article. Without anything that shows another, it is English.
    pub fn of_article(&self) -> Language {
        if let Some(script) = self.script() {
            return script;
        }
        let is_dense = self.foreign >= 0.15 * self.words || self.has_no_english();
        let is_enough =
            self.words >= FEWEST_WORDS && (self.foreign >= 2.0 || self.foreign >= 1.0 && is_dense);
        if is_enough && (self.foreign >= 1.6 * self.english() || self.has_no_english()) {
            let (language, score) = self.best();
            let is_known = score >= LEAST_OF_ONE;
            return if is_known { language } else { Language::Other };
        }
        // Names say nothing.
        let (least, english) = (self.lower * LEAST_SHARE, self.scores[ENGLISH]);
        let is_unlike_english =
            self.lower >= LEAST_WORDS && english < least && self.common < 2.0 * least;
        if is_unlike_english {
            Language::Other
        } else {
            Language::English
        }
    }

    /// Of a paragraph in an article in the language `article`.
    pub fn of_paragraph(&self, article: Language) -> Language {
        self.unlike(article, 2.0, 1.6)
    }

    /// Of a sentence in a paragraph in the language `paragraph`.
    pub fn of_sentence(&self, paragraph: Language) -> Language {
        self.unlike(paragraph, 2.5, 2.0)
    }

    /// Whether these words of an English text are in another language.
    pub fn is_foreign_quotation(&self) -> bool {
        self.script().is_some()
            || self.foreign >= 1.5 && self.english_alone == 0.0 && self.common == 0.0
    }

    /// `around`, unless another language has a score of `least` and so many `times` that of `around`.
    fn unlike(&self, around: Language, least: f32, times: f32) -> Language {
        if let Some(script) = self.script() {
            return script;
        }
        let around = match around {
            Language::OtherScript if self.words > 0.0 => Language::English,
            around => around,
        };
        let english = self.english();
        let (language, score, own) = match around {
            Language::English => (self.best().0, self.foreign, english),
            around => {
                let own = self
                    .scores
                    .get(around as usize)
                    .copied()
                    .unwrap_or_default();
                let (language, score) = self.best();
                if english > score {
                    (Language::English, english, self.foreign)
                } else {
                    (language, score, own)
                }
            }
        };
        if language != around && score >= least && score >= times * own {
            language
        } else {
            around
        }
    }

    /// Half a dozen words of which none is English alone: German has `in`, `am`, `hat` and `die` too.
    fn has_no_english(&self) -> bool {
        self.words >= 6.0 && self.english_alone == 0.0 && self.common == 0.0
    }

    fn english(&self) -> f32 {
        self.scores[ENGLISH] + COMMON_WEIGHT * self.common
    }

    /// Most words in other letters.
    fn script(&self) -> Option<Language> {
        (self.in_other_letters * 2.0 > self.words).then_some(Language::OtherScript)
    }

    /// The likeliest language but English, the first of several.
    fn best(&self) -> (Language, f32) {
        let mut best = (Language::German, 0.0);
        for ((_, language), score) in CODES.iter().zip(self.scores).skip(1) {
            if score > best.1 {
                best = (*language, score);
            }
        }
        best
    }
}

/// Whether a word is a part of something like `www.example.com/a=b`.
fn is_in_address(text: &str, token: &Token) -> bool {
    let before = text.get(..token.start).unwrap_or_default();
    let after = text.get(token.end..).unwrap_or_default();
    before.ends_with(['/', '=', '@', '&', '_']) || after.starts_with(['/', '=', '@', '&'])
}

/// Small words in names, which an article in any language may have: `Ursula von der Leyen`.
const PARTICLES: [&str; 24] = [
    "al", "ben", "bin", "da", "das", "de", "del", "den", "der", "des", "di", "do", "dos", "du",
    "e", "el", "et", "la", "le", "ten", "und", "van", "von", "y",
];

/// The part of its weight that a word has for another language than English, between those `around` it.
fn elsewhere(word: &str, (before, next): (&str, &str)) -> f32 {
    let is_capital = |word: &str| word.starts_with(char::is_uppercase);
    let is_particle = |word: &str| PARTICLES.iter().any(|one| one.eq_ignore_ascii_case(word));
    let is_in_name = next == "-" || is_capital(next) && (is_capital(before) || is_particle(before));
    if is_particle(word) && is_in_name {
        0.25
    } else if is_capital(word) {
        0.5
    } else {
        1.0
    }
}

/// Latin letters, with or without marks.
fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic()
        || matches!(c, '\u{aa}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '_' | 'ﬁ' | 'ﬂ')
}

/// The languages of each small word, and the common words of English.
fn known() -> &'static Index {
    static KNOWN: OnceLock<Index> = OnceLock::new();
    KNOWN.get_or_init(|| {
        let mut known = Index::with_room_for(9000);
        for word in COMMON_WORDS.lines() {
            known.update(folded_hash(word), |bits| bits | COMMON);
        }
        for (word, languages) in rows(list_file!("small-words")) {
            let bit = |code: &str| CODES.iter().position(|(known, _)| *known == code);
            let bits = languages
                .split(' ')
                .filter_map(bit)
                .fold(0, |bits, at| bits | 1 << at);
            known.update(folded_hash(word), |common| common | bits);
        }
        known
    })
}

/// The longest beginning of a word that is cut off, in bytes: `quell’`.
const MOST_ELIDED: usize = 5;

/// The hash of `word` in lower case with straight apostrophes; of a word such as `l’accord`, that of `l'`.
fn folded_hash(word: &str) -> u64 {
    let mut hash = hashing::NO_WORDS;
    let mut buffer = [0; 4];
    for (at, c) in word.char_indices() {
        let straight = if c == '’' { '\'' } else { c };
        for lower in straight.to_lowercase() {
            hash = hashing::extend(hash, lower.encode_utf8(&mut buffer));
        }
        if straight != '\'' || at > MOST_ELIDED {
            continue;
        }
        let rest = word.get(at + c.len_utf8()..).unwrap_or_default();
        let is_elided = rest.chars().nth(2).is_some();
        if is_elided && rest.starts_with(char::is_lowercase) {
            break;
        }
    }
    hash
}
