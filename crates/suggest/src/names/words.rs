//! What is known of each token before any guess: its form, its lists, what the article says elsewhere.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::Analysis;
use crate::hashing;
use crate::lists::{Lists, Marks};
use copydesk_text::{TokenKind, folded};

/// All tokens of an article, as [`Analysis::tokens`] counts them.
pub(crate) struct Words {
    pub(super) words: Vec<Word>,
}

pub(super) struct Word {
    /// Folded; of very long tokens the first letters only.
    pub(super) folded: String,
    pub(super) hash: u64,
    pub(super) shape: Shape,
    pub(super) marks: Marks,
    /// The capitalized tokens in a row that it belongs to; empty where it is in none.
    pub(super) run: Range<usize>,
    pub(super) evidence: Evidence,
    /// How its sentence is written.
    pub(super) case: Case,
    /// Whether only marks stand before it in its sentence.
    pub(super) begins_sentence: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Lower,
    /// `Kyiv`
    Capital,
    /// `NATO`
    Capitals,
    /// `J.`, `U.S.`
    Initials,
    /// `McDonald`, `iPhone`
    Mixed,
    Number,
    Possessive,
    Mark,
}

/// How the words of a sentence are capitalized.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    Normal,
    /// As in many headlines: Most Words Begin With a Capital.
    Title,
    Capitals,
}

/// What the whole article shows of a word, a bit for each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Evidence(u16);

impl Evidence {
    pub(super) const AFTER_GIVEN_NAME: Self = Self(1);
    pub(super) const AFTER_TITLE: Self = Self(1 << 1);
    pub(super) const AFTER_IN: Self = Self(1 << 2);
    /// Before `said` and the like.
    pub(super) const BEFORE_SAID: Self = Self(1 << 3);
    pub(super) const IN_LOWER_CASE: Self = Self(1 << 4);
    pub(super) const IN_ORGANIZATION: Self = Self(1 << 5);
    pub(super) const BEFORE_SURNAME: Self = Self(1 << 6);
    pub(super) const BEFORE_COMMA_PLACE: Self = Self(1 << 7);
    /// With a capital inside a sentence.
    pub(super) const MID_SENTENCE: Self = Self(1 << 8);
    pub(super) const AFTER_THE: Self = Self(1 << 9);

    pub(super) const COUNT: u32 = 10;

    pub(super) fn bits(self) -> u16 {
        self.0
    }
}

/// Letters of a token that are looked at.
const KEPT_LETTERS: usize = 32;

impl Words {
    pub(crate) fn new(analysis: &Analysis<'_>, lists: &Lists) -> Self {
        let mut words: Vec<Word> = Vec::with_capacity(analysis.tokens.len());
        for (index, token) in analysis.tokens.iter().enumerate() {
            let letters = first_letters(analysis.word(index));
            let folded = folded(letters);
            words.push(Word {
                hash: hashing::hash(&folded),
                shape: shape(token.kind, letters),
                folded,
                marks: Marks::default(),
                run: index..index,
                evidence: Evidence::default(),
                case: Case::Normal,
                begins_sentence: false,
            });
        }
        let mut words = Self { words };
        for sentence in &analysis.sentences {
            if analysis.is_cancelled() {
                break;
            }
            words.read_sentence(sentence.tokens.clone(), lists);
        }
        words.gather_evidence(analysis);
        words
    }

    pub(super) fn get(&self, index: usize) -> Option<&Word> {
        self.words.get(index)
    }

    /// Makes the word at `index` one that the model has never seen, for training.
    #[allow(dead_code, reason = "for training/names")]
    pub(crate) fn forget(&mut self, index: usize) {
        if let Some(word) = self.words.get_mut(index).filter(|word| word.is_capital()) {
            word.hash = hashing::mix(word.hash, index as u64);
        }
    }

    fn read_sentence(&mut self, tokens: Range<usize>, lists: &Lists) {
        let Some(sentence) = self.words.get_mut(tokens.clone()) else {
            return;
        };
        let case = case(sentence);
        if let Some(first) = sentence.iter_mut().find(|word| word.shape != Shape::Mark) {
            first.begins_sentence = true;
        }
        for word in sentence.iter_mut() {
            word.case = case;
            if case == Case::Capitals && word.shape == Shape::Capitals {
                word.shape = Shape::Capital;
            }
        }
        let folded: Vec<&str> = sentence.iter().map(|word| word.folded.as_str()).collect();
        let capital: Vec<bool> = sentence.iter().map(Word::is_capital).collect();
        let marks = lists.mark(&folded, &capital);
        for (word, marks) in sentence.iter_mut().zip(marks) {
            word.marks = marks;
        }
        for run in runs(sentence, tokens.start) {
            for index in run.clone() {
                if let Some(word) = sentence.get_mut(index - tokens.start) {
                    word.run = run.clone();
                }
            }
        }
    }

    /// Tells each capitalized word what is seen around the same word anywhere in the article.
    fn gather_evidence(&mut self, analysis: &Analysis<'_>) {
        let mut seen: BTreeMap<u64, u16> = BTreeMap::new();
        for sentence in &analysis.sentences {
            for index in sentence.tokens.clone() {
                let found = self.evidence_at(index, &sentence.tokens);
                if let Some(word) = self.words.get(index)
                    && found != 0
                {
                    *seen.entry(word.hash).or_default() |= found;
                }
            }
        }
        for word in &mut self.words {
            if word.is_capital() {
                word.evidence = Evidence(seen.get(&word.hash).copied().unwrap_or_default());
            }
        }
    }

    fn evidence_at(&self, index: usize, sentence: &Range<usize>) -> u16 {
        let Some(word) = self.words.get(index) else {
            return 0;
        };
        if word.shape == Shape::Lower {
            return Evidence::IN_LOWER_CASE.0;
        }
        if !word.is_capital() || word.case != Case::Normal {
            return 0;
        }
        let before = index
            .checked_sub(1)
            .filter(|before| sentence.contains(before))
            .and_then(|before| self.words.get(before));
        let after = self
            .words
            .get(index + 1)
            .filter(|_| index + 1 < sentence.end);
        let mut found = 0;
        let mut note = |evidence: Evidence, is_so: bool| {
            if is_so {
                found |= evidence.0;
            }
        };
        if let Some(before) = before {
            let is_given = before.is_capital()
                && !before.is_plainly_common()
                && before.marks.has(Marks::GIVEN_NAME);
            note(Evidence::AFTER_GIVEN_NAME, is_given);
            let is_title =
                before.marks.has(Marks::TITLE_END) && (before.is_capital() || before.folded == ".");
            note(Evidence::AFTER_TITLE, is_title);
            note(Evidence::AFTER_IN, IN.contains(&before.folded.as_str()));
            note(Evidence::AFTER_THE, before.folded == "the");
            note(Evidence::MID_SENTENCE, before.shape == Shape::Lower);
        }
        if let Some(after) = after {
            let is_said = after.shape == Shape::Lower && after.marks.has(Marks::AFTER_PERSON);
            note(Evidence::BEFORE_SAID, is_said);
            let is_surname = after.is_capital() && after.marks.has(Marks::SURNAME);
            note(Evidence::BEFORE_SURNAME, is_surname);
            let next_but_one = self
                .words
                .get(index + 2)
                .filter(|_| index + 2 < sentence.end);
            let is_place = next_but_one
                .is_some_and(|place| place.marks.has(Marks::COUNTRY | Marks::STATE))
                && after.folded == ",";
            note(Evidence::BEFORE_COMMA_PLACE, is_place);
        }
        let is_organization = word.run.len() > 1
            && self
                .words
                .get(word.run.end.saturating_sub(1))
                .is_some_and(|last| last.marks.has(Marks::ORGANIZATION_HEAD));
        note(Evidence::IN_ORGANIZATION, is_organization);
        found
    }
}

/// Prepositions that stand before places far more often than before anything else with a capital.
const IN: [&str; 8] = [
    "in",
    "near",
    "across",
    "into",
    "throughout",
    "outside",
    "inside",
    "toward",
];

impl Word {
    /// Whether it is a word of everyday language, and in no list of names.
    pub(super) fn is_plainly_common(&self) -> bool {
        let names = Marks::ANY_PLACE
            | Marks::ORGANIZATION
            | Marks::GIVEN_NAME
            | Marks::SURNAME
            | Marks::TITLE;
        self.marks.has(Marks::COMMON_WORD) && !self.marks.has(names)
    }

    /// Whether it is written as names are.
    pub(super) fn is_capital(&self) -> bool {
        matches!(
            self.shape,
            Shape::Capital | Shape::Capitals | Shape::Initials | Shape::Mixed
        )
    }
}

fn first_letters(word: &str) -> &str {
    if word.len() <= KEPT_LETTERS {
        return word;
    }
    let end = word
        .char_indices()
        .nth(KEPT_LETTERS)
        .map_or(word.len(), |(at, _)| at);
    word.get(..end).unwrap_or(word)
}

fn shape(kind: TokenKind, word: &str) -> Shape {
    match kind {
        TokenKind::Number => return Shape::Number,
        TokenKind::Possessive => return Shape::Possessive,
        TokenKind::Mark => return Shape::Mark,
        TokenKind::Word => {}
    }
    let upper = word.chars().filter(|sign| sign.is_uppercase()).count();
    let letters = word.chars().filter(|sign| sign.is_alphabetic()).count();
    let begins_upper = word.chars().next().is_some_and(char::is_uppercase);
    if upper == 0 {
        Shape::Lower
    } else if word.ends_with('.') {
        Shape::Initials
    } else if upper == letters && letters > 1 {
        Shape::Capitals
    } else if begins_upper && upper == 1 {
        Shape::Capital
    } else {
        Shape::Mixed
    }
}

/// How a sentence is written, by its longer words.
fn case(sentence: &[Word]) -> Case {
    let (mut long, mut capital, mut capitals) = (0, 0, 0);
    for word in sentence {
        let is_word = word.shape == Shape::Lower || word.is_capital();
        if is_word && word.folded.len() > 3 {
            long += 1;
            capital += usize::from(word.is_capital());
            capitals += usize::from(word.shape == Shape::Capitals);
        }
    }
    if long >= 3 && capitals * 10 >= long * 8 {
        Case::Capitals
    } else if long >= 4 && capital * 10 >= long * 8 {
        Case::Title
    } else {
        Case::Normal
    }
}

/// The half-open ranges of capitalized tokens in a row, with hyphens, full stops of abbreviations
/// and name particles between them.
fn runs(sentence: &[Word], first: usize) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (offset, word) in sentence.iter().enumerate() {
        // The capital of a common word that begins a sentence says nothing.
        let is_common = word.begins_sentence && word.is_plainly_common();
        if is_common || !word.is_capital() {
            continue;
        }
        let index = first + offset;
        match runs.last_mut() {
            Some(run)
                if joins(sentence, run.end - first..offset) && !ends_title(sentence, offset) =>
            {
                run.end = index + 1;
            }
            _ => runs.push(index..index + 1),
        }
    }
    runs
}

/// Whether a given name stands at `offset` after a title: `President | Joe Biden`.
fn ends_title(sentence: &[Word], offset: usize) -> bool {
    let before = offset
        .checked_sub(1)
        .and_then(|before| sentence.get(before));
    let is_title = before.is_some_and(|before| {
        before.marks.has(Marks::TITLE_END) && !before.marks.has(Marks::GIVEN_NAME)
    });
    is_title
        && sentence
            .get(offset)
            .is_some_and(|word| word.marks.has(Marks::GIVEN_NAME))
}

/// Whether the tokens between two capitalized ones leave them in one run.
fn joins(sentence: &[Word], between: Range<usize>) -> bool {
    let Some(between) = sentence.get(between) else {
        return false;
    };
    match between {
        [] => true,
        // "Mr." is no part of the name after it.
        [only] if only.folded == "." => !only.marks.has(Marks::TITLE),
        [only] => matches!(only.folded.as_str(), "-" | "&" | "of") || is_particle(only),
        [one, other] => {
            (is_particle(one) && is_particle(other))
                || (one.folded == "of" && other.folded == "the")
        }
        _ => false,
    }
}

fn is_particle(word: &Word) -> bool {
    word.marks.has(Marks::PARTICLE)
}
