//! Nouns and names that mean people: which may be `he`, `she` or `they`, and which have a role.

use crate::claims::reading::Reading;
use crate::claims::words::{PREPOSITIONS, SUBJECT_PRONOUNS};
use crate::lists::{WordList, word_list};
use copydesk_text::{Span, folded};

/// First names that nearly only men have. A name in neither list fits both.
static MEN: WordList = word_list!("claims/men");

static WOMEN: WordList = word_list!("claims/women");

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sex {
    Man,
    Woman,
}

pub(super) fn sex_of_first_name(folded_name: &str) -> Option<Sex> {
    if MEN.holds(folded_name) {
        Some(Sex::Man)
    } else if WOMEN.holds(folded_name) {
        Some(Sex::Woman)
    } else {
        None
    }
}

/// The words of a noun phrase before its first preposition.
fn head_of(words: &str) -> &str {
    let mut end = 0;
    for word in words.split(' ') {
        if end > 0 && PREPOSITIONS.holds(word) {
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
        && bare.chars().filter(|c| c.is_uppercase()).count() == 1;
    !is_wrong && !last.ends_with('s') && (is_name || is_one_human(last))
}

fn is_one_human(noun: &str) -> bool {
    let by_ending = ["man", "woman", "ist", "yer", "ney", "cian"];
    by_ending.iter().any(|ending| noun.ends_with(ending)) || ROLES.holds(noun) || HUMANS.holds(noun)
}

/// Whether a quotation may go on in the words of `speaker` in a later sentence: a name, somebody, or
/// a body that speaks; not `the slow pace of the tortoise`.
pub(super) fn may_speak_on(speaker: &str) -> bool {
    let head = head_of(speaker);
    let last = head.rsplit(' ').next().unwrap_or_default();
    let noun = folded(last);
    let one = noun.strip_suffix('s').unwrap_or(&noun);
    let is_name = last.starts_with(char::is_uppercase) && !SUBJECT_PRONOUNS.holds(&noun);
    // A survivor, a resident, an employee: most that end so are people.
    let ends_like_one = ["er", "or", "ant", "dent", "ee", "ian"]
        .iter()
        .any(|ending| one.len() > 4 && one.ends_with(ending));
    is_name
        || is_one_human(one)
        || ends_like_one && !THINGS.holds(one)
        || BODIES.holds(&noun)
        || SPEAKING_NOUNS.holds(&noun)
}

/// What ends like somebody, and is nobody.
static THINGS: WordList = word_list!("claims/things-ending-like-people");

static BODIES: WordList = word_list!("claims/bodies");

static HUMANS: WordList = word_list!("claims/people");

/// `president` in `President Bush`, `prime minister` in `Prime Minister Nuri Maliki`.
pub(super) fn role_before(reading: &Reading<'_>, person: Span) -> Option<String> {
    let last = reading.tokens_of(person).start.checked_sub(1)?;
    let role = reading.word(last);
    if !ROLES.holds(role) {
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

/// Offices that a speaker is known by: `President Bush` is later `the president`.
static ROLES: WordList = word_list!("titles", "office");

/// Whether `word` (folded) stands before names: `mayor`, `chairwoman`.
pub(super) fn is_title(word: &str) -> bool {
    TITLES.holds(word) || is_one_human(word)
}

static TITLES: WordList = word_list!("titles", "before");

/// `a spokesman saying`, `a draft alleging`: the noun right before a participle, if it can speak.
pub(super) fn speaking_noun(reading: &Reading<'_>, cue: usize) -> Option<usize> {
    let noun = cue.checked_sub(1)?;
    let word = reading.word(noun);
    (word.len() > 3 && SPEAKING_NOUNS.holds(word)).then_some(noun)
}

static SPEAKING_NOUNS: WordList = word_list!("claims/speaking-nouns");
