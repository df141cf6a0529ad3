//! The verbs and nouns by which a source is reported, with what each may be followed by.

use crate::claims::words::holds;

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
        if let Ok(at) = IRREGULAR.binary_search_by_key(&word, |(form, ..)| form) {
            let (_, lemma, form) = IRREGULAR[at];
            return Self::new(lemma, form);
        }
        Self::new(word, Form::Base)
            .or_else(|| regular(word, "s", Form::Third))
            .or_else(|| regular(word, "ed", Form::Past))
            .or_else(|| regular(word, "ing", Form::Gerund))
    }

    fn new(lemma: &str, form: Form) -> Option<Self> {
        let at = VERBS
            .binary_search_by_key(&lemma, |(lemma, _)| lemma)
            .ok()?;
        let (lemma, class) = VERBS[at];
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
        matches!(self.form, Form::Base | Form::Third) && holds(ALSO_NOUNS, self.lemma)
    }

    /// Whether it may stand after what is said: `…, she noted`.
    pub(super) fn trails(self) -> bool {
        !matches!(self.class, Class::Deny | Class::Doubt) && !holds(NEVER_TRAIL, self.lemma)
    }

    /// Whether its subject may follow it: `…, said the minister`.
    pub(super) fn inverts(self) -> bool {
        self.trails()
            && matches!(self.class, Class::Clear | Class::Statement | Class::Manner)
            && matches!(self.form, Form::Past | Form::Third)
    }
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

/// Folded form, lemma; sorted.
const IRREGULAR: &[(&str, &str, Form)] = &[
    ("felt", "feel", Form::Past),
    ("foresaw", "foresee", Form::Past),
    ("foretold", "foretell", Form::Past),
    ("found", "find", Form::Past),
    ("heard", "hear", Form::Past),
    ("held", "hold", Form::Past),
    ("knew", "know", Form::Past),
    ("known", "know", Form::Participle),
    ("learnt", "learn", Form::Past),
    ("read", "read", Form::Past),
    ("said", "say", Form::Past),
    ("shown", "show", Form::Participle),
    ("thought", "think", Form::Past),
    ("told", "tell", Form::Past),
    ("understood", "understand", Form::Past),
    ("written", "write", Form::Participle),
    ("wrote", "write", Form::Past),
];

/// Lemma and class; sorted.
const VERBS: &[(&str, Class)] = &[
    ("accept", Class::Statement),
    ("acknowledge", Class::Statement),
    ("add", Class::Clear),
    ("admit", Class::Statement),
    ("advise", Class::Tell),
    ("affirm", Class::Statement),
    ("agree", Class::Statement),
    ("allege", Class::Clear),
    ("announce", Class::Statement),
    ("answer", Class::Manner),
    ("anticipate", Class::Thought),
    ("argue", Class::Clear),
    ("ask", Class::Manner),
    ("assert", Class::Clear),
    ("assume", Class::Thought),
    ("assure", Class::Tell),
    ("believe", Class::Thought),
    ("boast", Class::Statement),
    ("brief", Class::Tell),
    ("calculate", Class::Evidence),
    ("caution", Class::Statement),
    ("charge", Class::Statement),
    ("cite", Class::Manner),
    ("claim", Class::Clear),
    ("clarify", Class::Statement),
    ("comment", Class::Statement),
    ("complain", Class::Statement),
    ("concede", Class::Clear),
    ("conclude", Class::Statement),
    ("confess", Class::Statement),
    ("confirm", Class::Statement),
    ("contend", Class::Clear),
    ("continue", Class::Manner),
    ("declare", Class::Statement),
    ("demonstrate", Class::Evidence),
    ("deny", Class::Deny),
    ("describe", Class::Manner),
    ("determine", Class::Evidence),
    ("disclose", Class::Statement),
    ("discover", Class::Evidence),
    ("dispute", Class::Deny),
    ("doubt", Class::Doubt),
    ("emphasise", Class::Statement),
    ("emphasize", Class::Statement),
    ("establish", Class::Evidence),
    ("estimate", Class::Statement),
    ("expect", Class::Thought),
    ("explain", Class::Statement),
    ("fear", Class::Thought),
    ("feel", Class::Thought),
    ("find", Class::Evidence),
    ("forecast", Class::Statement),
    ("foresee", Class::Thought),
    ("guess", Class::Thought),
    ("hint", Class::Statement),
    ("imply", Class::Statement),
    ("indicate", Class::Evidence),
    ("inform", Class::Tell),
    ("insist", Class::Clear),
    ("joke", Class::Manner),
    ("know", Class::Thought),
    ("lament", Class::Statement),
    ("learn", Class::Evidence),
    ("maintain", Class::Clear),
    ("mention", Class::Statement),
    ("note", Class::Clear),
    ("notify", Class::Tell),
    ("observe", Class::Statement),
    ("persuade", Class::Tell),
    ("pledge", Class::Statement),
    ("point", Class::Statement),
    ("post", Class::Manner),
    ("predict", Class::Clear),
    ("proclaim", Class::Statement),
    ("promise", Class::Statement),
    ("propose", Class::Statement),
    ("prove", Class::Evidence),
    ("question", Class::Doubt),
    ("quip", Class::Manner),
    ("read", Class::Manner),
    ("realise", Class::Thought),
    ("realize", Class::Thought),
    ("reason", Class::Statement),
    ("reassure", Class::Tell),
    ("recall", Class::Statement),
    ("reckon", Class::Clear),
    ("reiterate", Class::Statement),
    ("remark", Class::Statement),
    ("remember", Class::Statement),
    ("remind", Class::Tell),
    ("repeat", Class::Statement),
    ("reply", Class::Statement),
    ("report", Class::Statement),
    ("respond", Class::Statement),
    ("retort", Class::Manner),
    ("reveal", Class::Evidence),
    ("rule", Class::Statement),
    ("say", Class::Clear),
    ("show", Class::Evidence),
    ("speculate", Class::Statement),
    ("state", Class::Clear),
    ("stress", Class::Statement),
    ("submit", Class::Statement),
    ("suggest", Class::Evidence),
    ("suppose", Class::Thought),
    ("suspect", Class::Thought),
    ("tell", Class::Tell),
    ("testify", Class::Statement),
    ("theorize", Class::Statement),
    ("think", Class::Thought),
    ("tweet", Class::Statement),
    ("underline", Class::Statement),
    ("underscore", Class::Statement),
    ("understand", Class::Thought),
    ("urge", Class::Manner),
    ("vow", Class::Statement),
    ("warn", Class::Clear),
    ("worry", Class::Thought),
    ("write", Class::Statement),
];

/// Lemmas whose base or third form is a noun too; sorted.
const ALSO_NOUNS: &[&str] = &[
    "answer", "boast", "caution", "charge", "claim", "comment", "counter", "doubt", "estimate",
    "fear", "feel", "find", "forecast", "guess", "hint", "joke", "lament", "mention", "note",
    "pledge", "point", "post", "promise", "question", "quip", "reason", "remark", "reply",
    "report", "rule", "show", "state", "stress", "suspect", "tweet", "vow", "worry",
];

/// Lemmas that rarely come after what is said; sorted.
const NEVER_TRAIL: &[&str] = &[
    "accept",
    "brief",
    "charge",
    "demonstrate",
    "discover",
    "establish",
    "find",
    "persuade",
    "propose",
    "prove",
    "question",
    "urge",
];

/// Nouns that a `that` clause makes a claim of, singular, sorted.
const CLAIM_NOUNS: &[&str] = &[
    "accusation",
    "admission",
    "allegation",
    "announcement",
    "argument",
    "assertion",
    "assessment",
    "assumption",
    "assurance",
    "belief",
    "charge",
    "claim",
    "comment",
    "complaint",
    "concern",
    "conclusion",
    "confidence",
    "confirmation",
    "contention",
    "conviction",
    "doubt",
    "estimate",
    "evidence",
    "fear",
    "finding",
    "hint",
    "indication",
    "notion",
    "optimism",
    "perception",
    "prediction",
    "promise",
    "proof",
    "remark",
    "report",
    "rumor",
    "rumour",
    "sign",
    "speculation",
    "statement",
    "suggestion",
    "suspicion",
    "theory",
    "view",
    "warning",
];

/// Verbs that turn the claim of such a noun down: `dismissed claims that`; folded, sorted.
const REFUSALS: &[&str] = &[
    "contradict",
    "contradicted",
    "contradicts",
    "denied",
    "denies",
    "deny",
    "denying",
    "discredited",
    "dismiss",
    "dismissed",
    "dismisses",
    "dismissing",
    "dispelled",
    "dispute",
    "disputed",
    "disputes",
    "disputing",
    "rebuffed",
    "rebutted",
    "refute",
    "refuted",
    "refutes",
    "refuting",
    "reject",
    "rejected",
    "rejecting",
    "rejects",
];

/// Whether `word` (folded) is a noun such as `claims` that a `that` clause completes.
pub(super) fn is_claim_noun(word: &str) -> bool {
    holds(CLAIM_NOUNS, word)
        || word
            .strip_suffix('s')
            .is_some_and(|singular| holds(CLAIM_NOUNS, singular))
        || word == "theories"
}

pub(super) fn is_refusal(word: &str) -> bool {
    holds(REFUSALS, word)
}

#[cfg(test)]
pub(super) const SORTED_LISTS: &[&[&str]] = &[ALSO_NOUNS, NEVER_TRAIL, CLAIM_NOUNS, REFUSALS];

#[cfg(test)]
#[path = "verbs_tests.rs"]
mod tests;
