//! Nouns and names that mean people: which may be `he`, `she` or `they`, and which have a role.

use crate::claims::first_names::{MEN, WOMEN};
use crate::claims::reading::Reading;
use crate::claims::words::{PREPOSITIONS, SUBJECT_PRONOUNS, holds};
use copydesk_text::{Span, folded};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sex {
    Man,
    Woman,
}

pub(super) fn sex_of_first_name(folded_name: &str) -> Option<Sex> {
    if holds(MEN, folded_name) {
        Some(Sex::Man)
    } else if holds(WOMEN, folded_name) {
        Some(Sex::Woman)
    } else {
        None
    }
}

/// The words of a noun phrase before its first preposition.
fn head_of(words: &str) -> &str {
    let mut end = 0;
    for word in words.split(' ') {
        if end > 0 && holds(PREPOSITIONS, word) {
            break;
        }
        end += word.len() + usize::from(end > 0);
    }
    words.get(..end).unwrap_or(words)
}

pub(super) fn is_plural_noun(words: &str) -> bool {
    let head = head_of(words);
    head.ends_with('s')
        || ["police", "people", "media"]
            .iter()
            .any(|noun| head.ends_with(noun))
}

/// Whether `he` or `she` may mean `coalition spokeswoman`, `attorney for Smith`, `Negroponte`.
pub(super) fn means_one(words: &str, sex: Sex) -> bool {
    let head = folded(head_of(words));
    let last = head.rsplit(' ').next().unwrap_or_default();
    let is_wrong = match sex {
        Sex::Man => last.ends_with("woman"),
        Sex::Woman => last.ends_with("man") && !last.ends_with("woman"),
    };
    let bare = ["Mr. ", "Mrs. ", "Ms. ", "Dr. "]
        .iter()
        .find_map(|title| words.strip_prefix(title))
        .unwrap_or(words);
    let is_name = !bare.contains(' ')
        && bare.starts_with(char::is_uppercase)
        && bare.chars().filter(|sign| sign.is_uppercase()).count() == 1;
    !is_wrong && !last.ends_with('s') && (is_name || is_one_human(last))
}

fn is_one_human(noun: &str) -> bool {
    let by_ending = ["man", "woman", "ist", "yer", "ney", "cian"];
    by_ending.iter().any(|ending| noun.ends_with(ending))
        || holds(ROLES, noun)
        || holds(HUMANS, noun)
}

/// Whether a quotation may go on in the words of `speaker` in a later sentence: a name, somebody, or
/// a body that speaks; not `the slow pace of the tortoise`.
pub(super) fn may_speak_on(speaker: &str) -> bool {
    let head = head_of(speaker);
    let last = head.rsplit(' ').next().unwrap_or_default();
    let noun = folded(last);
    let one = noun.strip_suffix('s').unwrap_or(&noun);
    let is_name = last.starts_with(char::is_uppercase) && !holds(SUBJECT_PRONOUNS, &noun);
    // A survivor, a resident, an employee: most that end so are people.
    let ends_like_one = ["er", "or", "ant", "dent", "ee", "ian"]
        .iter()
        .any(|ending| one.len() > 4 && one.ends_with(ending));
    is_name
        || is_one_human(one)
        || ends_like_one && !holds(THINGS, one)
        || holds(BODIES, &noun)
        || holds(SPEAKING_NOUNS, &noun)
}

/// What ends like somebody, and is nobody; folded, sorted.
const THINGS: &[&str] = &[
    "accident", "banner", "border", "center", "chapter", "corner", "disaster", "error", "factor",
    "floor", "incident", "matter", "number", "offer", "order", "power", "river", "summer", "water",
    "weather", "winter", "wonder",
];

/// Folded, sorted.
const BODIES: &[&str] = &[
    "administration",
    "agency",
    "army",
    "association",
    "authorities",
    "authority",
    "commission",
    "committee",
    "company",
    "council",
    "court",
    "department",
    "embassy",
    "firm",
    "government",
    "group",
    "groups",
    "hospital",
    "military",
    "ministry",
    "office",
    "organisation",
    "organization",
    "panel",
    "party",
    "people",
    "police",
    "rebels",
    "union",
    "university",
];

/// Folded, sorted.
const HUMANS: &[&str] = &[
    "actor",
    "actress",
    "adviser",
    "analyst",
    "author",
    "brother",
    "captain",
    "chief",
    "coach",
    "commander",
    "critic",
    "daughter",
    "diplomat",
    "director",
    "doctor",
    "envoy",
    "expert",
    "farmer",
    "father",
    "friend",
    "head",
    "husband",
    "investigator",
    "leader",
    "mother",
    "negotiator",
    "neighbor",
    "neighbour",
    "officer",
    "official",
    "professor",
    "prosecutor",
    "representative",
    "researcher",
    "resident",
    "singer",
    "sister",
    "soldier",
    "son",
    "speaker",
    "spokesperson",
    "star",
    "student",
    "teacher",
    "widow",
    "wife",
    "witness",
    "worker",
    "writer",
];

/// `president` in `President Bush`, `prime minister` in `Prime Minister Nuri Maliki`.
pub(super) fn role_before(reading: &Reading<'_>, person: Span) -> Option<String> {
    let last = reading.tokens_of(person).start.checked_sub(1)?;
    let role = reading.word(last);
    if !holds(ROLES, role) {
        return None;
    }
    let before = reading.before(last);
    let is_two = matches!(
        before,
        "prime" | "foreign" | "vice" | "defense" | "interior"
    );
    let words = if is_two {
        format!("{before} {role}")
    } else {
        role.to_owned()
    };
    Some(words)
}

/// Folded, sorted.
const ROLES: &[&str] = &[
    "ambassador",
    "chancellor",
    "commissioner",
    "general",
    "governor",
    "judge",
    "king",
    "mayor",
    "minister",
    "pope",
    "president",
    "queen",
    "secretary",
    "senator",
];

/// `a spokesman saying`, `a draft alleging`: the noun right before a participle, if it can speak.
pub(super) fn speaking_noun(reading: &Reading<'_>, cue: usize) -> Option<usize> {
    let noun = cue.checked_sub(1)?;
    let word = reading.word(noun);
    (word.len() > 3 && holds(SPEAKING_NOUNS, word)).then_some(noun)
}

/// Folded, sorted.
const SPEAKING_NOUNS: &[&str] = &[
    "analysts",
    "article",
    "document",
    "documents",
    "draft",
    "editorial",
    "lawyer",
    "lawyers",
    "letter",
    "message",
    "note",
    "official",
    "officials",
    "report",
    "reports",
    "resolution",
    "spokesman",
    "spokesperson",
    "spokeswoman",
    "statement",
    "statements",
    "study",
    "witnesses",
];

#[cfg(test)]
pub(super) const SORTED_LISTS: &[&[&str]] = &[BODIES, HUMANS, ROLES, SPEAKING_NOUNS, THINGS];
