//! What the capitals of a word say: the network's vocabulary is in lower case, so they are a separate input.

use crate::lists::{WordList, word_list};
use copydesk_text::folded;

/// The kinds of words, numbered as in training.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Special,
    Lower,
    Title,
    TitleFirst,
    Upper,
    Letter,
    Mixed,
    Digit,
    Mark,
    TitleInTitle,
    UpperInUpper,
}

impl Kind {
    /// Its row in the network's table.
    pub fn number(self) -> i32 {
        self as i32
    }

    /// Whether a word of this kind can be (part of) a name by itself.
    pub fn may_be_name(self) -> bool {
        !matches!(self, Self::Lower | Self::Mark)
    }

    /// Whether it has a capital.
    pub fn is_capital(self) -> bool {
        self.may_be_name() && self != Self::Digit
    }
}

/// Words that begin a sentence without being part of a name.
static PLAIN: WordList = word_list!("names/sentence-openers");

/// The kinds of the words of one sentence.
pub(super) fn kinds(words: &[&str]) -> Vec<Kind> {
    let letters: Vec<&str> = words
        .iter()
        .copied()
        .filter(|word| word.chars().any(char::is_alphabetic))
        .collect();
    let long: Vec<&str> = letters
        .iter()
        .copied()
        .filter(|word| word.chars().count() > 3)
        .collect();
    let titled = long.iter().filter(|word| starts_upper(word)).count();
    let shouted = letters.iter().filter(|word| is_shouted(word)).count();
    let in_title = long.len() >= 4 && titled * 10 >= long.len() * 8;
    let in_upper = letters.len() >= 3 && shouted * 10 >= letters.len() * 7;
    let mut is_first = true;
    let mut kinds = Vec::with_capacity(words.len());
    for word in words {
        kinds.push(kind(word, is_first, in_title, in_upper));
        if word.chars().any(char::is_alphanumeric) {
            is_first = false;
        } else if matches!(*word, ":" | "“" | "\"") {
            is_first = true;
        }
    }
    kinds
}

#[expect(
    clippy::fn_params_excessive_bools,
    reason = "three facts about where the word stands"
)]
fn kind(word: &str, is_first: bool, in_title: bool, in_upper: bool) -> Kind {
    if word.chars().any(char::is_numeric) {
        return Kind::Digit;
    }
    if !word.chars().any(char::is_alphabetic) {
        return Kind::Mark;
    }
    if !word.chars().any(char::is_uppercase) {
        return Kind::Lower;
    }
    if word.chars().nth(1).is_none() {
        return Kind::Letter;
    }
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    if letters.all(char::is_uppercase) {
        return if in_upper {
            Kind::UpperInUpper
        } else {
            Kind::Upper
        };
    }
    if starts_upper(word) && !word.chars().skip(1).any(char::is_uppercase) {
        return match (in_title, is_first) {
            (true, _) => Kind::TitleInTitle,
            (false, true) => Kind::TitleFirst,
            (false, false) => Kind::Title,
        };
    }
    Kind::Mixed
}

fn starts_upper(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// Whether it is all capitals, and has some.
fn is_shouted(word: &str) -> bool {
    let stays_upper = |c: char| c.to_uppercase().eq(std::iter::once(c));
    let stays_lower = |c: char| c.to_lowercase().eq(std::iter::once(c));
    word.chars().all(stays_upper) && !word.chars().all(stays_lower)
}

/// Which words the network's upper layers look at: those that may be part of a name and their
/// neighbours, across a hyphen or apostrophe too; after it a word in lower case only where the name may
/// go on within two words (`von der Leyen`). All of them where no word has a capital.
pub(super) fn kept(words: &[&str], kinds: &[Kind]) -> Vec<bool> {
    if !kinds.iter().any(|kind| kind.is_capital()) {
        return vec![true; kinds.len()];
    }
    let found: Vec<bool> = words
        .iter()
        .zip(kinds)
        .map(|(word, kind)| kind.may_be_name() && !is_plain(word, *kind))
        .collect();
    let mut kept = found.clone();
    for (index, is_found) in found.iter().enumerate() {
        if !is_found {
            continue;
        }
        for (near, far) in [
            (index.checked_sub(1), index.checked_sub(2)),
            (Some(index + 1), Some(index + 2)),
        ] {
            let Some((near, word)) = near.and_then(|near| Some((near, words.get(near)?))) else {
                continue;
            };
            let goes_on = || {
                found
                    .iter()
                    .skip(near + 1)
                    .take(2)
                    .any(|is_found| *is_found)
            };
            if near > index && kinds.get(near) == Some(&Kind::Lower) && !goes_on() {
                continue;
            }
            kept[near] = true;
            let far = far.filter(|far| *far < kept.len());
            if let (true, Some(far)) = (matches!(*word, "-" | "'" | "’" | "‘"), far) {
                kept[far] = true;
            }
        }
    }
    kept
}

/// Whether only its place in the sentence gives it a capital.
fn is_plain(word: &str, kind: Kind) -> bool {
    matches!(kind, Kind::TitleFirst | Kind::Letter) && PLAIN.holds(&folded(word))
}
