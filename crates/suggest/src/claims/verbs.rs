//! The verbs and nouns by which a source is reported, with what each may be followed by.

use std::sync::OnceLock;

use crate::lists::{WordList, list_file, rows, word_list};

/// One verb that reports what somebody says, thinks or shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Verb {
    pub lemma: &'static str,
    pub class: Class,
    pub form: Form,
}

/// How a verb takes what is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    /// A clause may follow without `that`: `said the deal was off`.
    Clear,
    /// Needs `that`, quotation marks, or a clause that is plainly one.
    Statement,
    /// What a study or a picture does: `showed that`.
    Evidence,
    /// What goes on in a head: `believes that`.
    Thought,
    /// Has a hearer first: `told reporters that`.
    Tell,
    /// Goes with quotations only: `joked`.
    Manner,
    /// The source holds the clause to be false: `denied that`.
    Deny,
    /// The source leaves the clause open: `doubted that`.
    Doubt,
}

impl Class {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "clear" => Self::Clear,
            "statement" => Self::Statement,
            "evidence" => Self::Evidence,
            "thought" => Self::Thought,
            "tell" => Self::Tell,
            "manner" => Self::Manner,
            "deny" => Self::Deny,
            "doubt" => Self::Doubt,
            _ => return None,
        })
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Base,
    Third,
    /// Also the participle of a regular verb.
    Past,
    /// Only a participle: `shown`.
    Participle,
    Gerund,
}

/// Whether the source stands by the claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Polarity {
    Asserts,
    Denies,
    Doubts,
}

impl Polarity {
    /// The word of the attribute `polarity`.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Asserts => "asserts",
            Self::Denies => "denies",
            Self::Doubts => "doubts",
        }
    }
}

impl Verb {
    /// The verb that `word` (folded) is a form of.
    pub(super) fn of(word: &str) -> Option<Self> {
        let irregular = irregular_forms();
        if let Ok(at) = irregular.binary_search_by_key(&word, |(form, ..)| form) {
            let (_, lemma, form) = irregular[at];
            return Self::new(lemma, form);
        }
        Self::new(word, Form::Base)
            .or_else(|| regular(word, "s", Form::Third))
            .or_else(|| regular(word, "ed", Form::Past))
            .or_else(|| regular(word, "ing", Form::Gerund))
    }

    fn new(lemma: &str, form: Form) -> Option<Self> {
        let verbs = verbs();
        let at = verbs
            .binary_search_by_key(&lemma, |(lemma, _)| lemma)
            .ok()?;
        let (lemma, class) = verbs[at];
        Some(Self { lemma, class, form })
    }

    pub(super) fn polarity(self) -> Polarity {
        match self.class {
            Class::Deny => Polarity::Denies,
            Class::Doubt => Polarity::Doubts,
            _ => Polarity::Asserts,
        }
    }

    /// Whether this form is a noun as often: `claims`, `report`.
    pub(super) fn may_be_noun(self) -> bool {
        matches!(self.form, Form::Base | Form::Third) && ALSO_NOUNS.holds(self.lemma)
    }

    /// Whether it may stand after what is said: `…, she noted`.
    pub(super) fn trails(self) -> bool {
        !matches!(self.class, Class::Deny | Class::Doubt) && !NEVER_TRAIL.holds(self.lemma)
    }

    /// Whether its subject may follow it: `…, said the minister`.
    pub(super) fn inverts(self) -> bool {
        self.trails()
            && matches!(self.class, Class::Clear | Class::Statement | Class::Manner)
            && matches!(self.form, Form::Past | Form::Third)
    }
}

/// Lemma and class, sorted.
fn verbs() -> &'static [(&'static str, Class)] {
    static VERBS: OnceLock<Vec<(&str, Class)>> = OnceLock::new();
    VERBS.get_or_init(|| {
        rows(list_file!("claims/reporting-verbs"))
            .filter_map(|(lemma, class)| Some((lemma, Class::named(class)?)))
            .collect()
    })
}

/// Form, lemma and which form it is, sorted.
fn irregular_forms() -> &'static [(&'static str, &'static str, Form)] {
    static FORMS: OnceLock<Vec<(&str, &str, Form)>> = OnceLock::new();
    FORMS.get_or_init(|| {
        rows(list_file!("claims/irregular-forms"))
            .filter_map(|(word, verb)| {
                let (lemma, form) = verb.split_once(' ')?;
                let form = match form {
                    "past" => Form::Past,
                    "participle" => Form::Participle,
                    _ => return None,
                };
                Some((word, lemma, form))
            })
            .collect()
    })
}

fn regular(word: &str, ending: &str, form: Form) -> Option<Verb> {
    let stem = word.strip_suffix(ending)?;
    let verb = |lemma: &str| Verb::new(lemma, form);
    verb(stem)
        .or_else(|| verb(&format!("{stem}e")))
        .or_else(|| verb(stem.strip_suffix('e')?))
        .or_else(|| {
            verb(&format!(
                "{}y",
                stem.strip_suffix("ie").or_else(|| stem.strip_suffix('i'))?
            ))
        })
        .or_else(|| {
            // "admitted", "quipping": the last letter is doubled.
            let last = stem.chars().next_back()?;
            let short = stem.strip_suffix(last)?;
            if short.ends_with(last) {
                verb(short)
            } else {
                None
            }
        })
}

/// Lemmas whose base or third form is a noun too.
static ALSO_NOUNS: WordList = word_list!("claims/verbs-also-nouns");

/// Lemmas that rarely come after what is said.
static NEVER_TRAIL: WordList = word_list!("claims/verbs-never-trailing");

/// Nouns that a `that` clause makes a claim of, singular.
static CLAIM_NOUNS: WordList = word_list!("claims/claim-nouns");

/// Verbs that turn the claim of such a noun down: `dismissed claims that`.
static REFUSALS: WordList = word_list!("claims/refusals");

/// Whether `word` (folded) is a noun such as `claims` that a `that` clause completes.
pub(super) fn is_claim_noun(word: &str) -> bool {
    CLAIM_NOUNS.holds(word)
        || word
            .strip_suffix('s')
            .is_some_and(|singular| CLAIM_NOUNS.holds(singular))
        || word == "theories"
}

pub(super) fn is_refusal(word: &str) -> bool {
    REFUSALS.holds(word)
}

#[cfg(test)]
#[path = "verbs_tests.rs"]
mod tests;
