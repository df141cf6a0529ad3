//! Which verbs of a sentence report something, and how.

use crate::claims::noun_or_verb::{has_plural_head, noun_form_is_verb};
use crate::claims::quotations::Role;
use crate::claims::reading::Reading;
use crate::claims::verbs::{Class, Form, Verb};
use crate::claims::words::{
    AUXILIARIES, BE, COLLECTIVES, DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS, UNREAL, is_adverb,
};
use copydesk_text::TokenKind;

/// A verb of saying as it is used in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cue {
    pub verb: Verb,
    /// The verb's position.
    pub at: usize,
    /// The first word of the verb group: `has also said`.
    pub start: usize,
    /// After the verb and its particle: `pointed out`.
    pub end: usize,
    pub voice: Voice,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Voice {
    Active,
    /// `was told`, `is believed`.
    Passive,
    /// `, claiming that …`
    Participle,
}

impl Cue {
    /// Whether a clause may follow without `that`: `said the deal was off`.
    pub(super) fn is_clear(&self) -> bool {
        matches!(self.verb.class, Class::Clear | Class::Tell)
    }
}

/// The reporting verbs of a sentence outside its quotations, in order.
pub(super) fn cues(reading: &Reading<'_>) -> Vec<Cue> {
    (0..reading.len())
        .filter_map(|at| cue_at(reading, at))
        .collect()
}

fn cue_at(reading: &Reading<'_>, at: usize) -> Option<Cue> {
    if reading.role(at) != Role::Plain || !reading.is_word(at) {
        return None;
    }
    let verb = Verb::of(reading.word(at))?;
    let is_name = reading.is_capital(at) && (at > 0 || verb.form != Form::Gerund);
    if is_name || reading.is_hyphened(at) {
        return None;
    }
    let needs_out = verb.lemma == "point";
    if needs_out && reading.word(at + 1) != "out" {
        return None;
    }
    let is_by = verb.form == Form::Past && reading.word(at + 1 + usize::from(needs_out)) == "by";
    if is_by && reading.before(at) != "as" {
        return None;
    }
    let group = Group::before(reading, at);
    let voice = voice(reading, verb, &group)?;
    if group.is_unreal || !fits_left(reading, verb, at, &group) {
        return None;
    }
    Some(Cue {
        verb,
        at,
        start: group.start,
        end: at + 1 + usize::from(needs_out),
        voice,
    })
}

/// The auxiliaries and adverbs before a verb.
struct Group {
    start: usize,
    has_auxiliary: bool,
    has_be: bool,
    is_unreal: bool,
}

impl Group {
    fn before(reading: &Reading<'_>, at: usize) -> Self {
        let mut group = Self {
            start: at,
            has_auxiliary: false,
            has_be: false,
            is_unreal: false,
        };
        while group.start > 0 && reading.role(group.start - 1) == Role::Plain {
            let word = reading.word(group.start - 1);
            let is_auxiliary = AUXILIARIES.holds(word) || matches!(word, "not" | "never");
            let is_since = matches!(
                word,
                "since" | "earlier" | "later" | "all" | "each" | "both"
            ) && is_between(reading, group.start - 1);
            let leads_on = word == "to" && leads_to_saying(reading, group.start - 1);
            if !is_auxiliary && !leads_on && !is_since && !is_adverb(word) {
                break;
            }
            group.has_auxiliary |= is_auxiliary || leads_on;
            group.has_be |= BE.holds(word);
            group.is_unreal |= UNREAL.holds(word);
            group.start -= if leads_on {
                words_leading(reading, group.start - 1)
            } else {
                1
            };
        }
        // An adverb alone may belong to the clause before it.
        if !group.has_auxiliary && group.start + 2 < at {
            group.start = at;
        }
        group
    }
}

/// Whether `since`, `earlier` or `each` stands between an auxiliary or a subject and its verb: `has since
/// said`, `Seoul and Tokyo each said`.
fn is_between(reading: &Reading<'_>, at: usize) -> bool {
    let before = reading.before(at);
    if matches!(reading.word(at), "since" | "earlier" | "later") {
        return matches!(before, "has" | "have" | "had");
    }
    before.ends_with('s') || reading.is_capital(at.saturating_sub(1))
}

/// `went on to say`, `continued to say`, `had come to believe`.
fn leads_to_saying(reading: &Reading<'_>, to: usize) -> bool {
    words_leading(reading, to) > 1
}

fn words_leading(reading: &Reading<'_>, to: usize) -> usize {
    let word = |back: usize| to.checked_sub(back).map_or("", |at| reading.word(at));
    match (word(2), word(1)) {
        ("went" | "goes" | "go", "on") => 3,
        // "the footage appears to show"
        (
            _,
            "appear" | "appeared" | "appears" | "came" | "come" | "comes" | "continued"
            | "continues" | "purport" | "purports" | "seem" | "seemed" | "seems",
        ) => 2,
        _ => 1,
    }
}

fn voice(reading: &Reading<'_>, verb: Verb, group: &Group) -> Option<Voice> {
    match verb.form {
        Form::Gerund if group.has_be => Some(Voice::Active),
        Form::Gerund => Some(Voice::Participle),
        Form::Past | Form::Participle if group.has_be => Some(Voice::Passive),
        Form::Participle => group.has_auxiliary.then_some(Voice::Active),
        Form::Past | Form::Third => Some(Voice::Active),
        Form::Base => {
            let before = reading.before(group.start);
            let is_plural = before.ends_with('s') && !before.ends_with("ss");
            let is_subject = matches!(
                before,
                "i" | "we" | "you" | "they" | "who" | "and" | ")" | ","
            ) || COLLECTIVES.holds(before);
            // "Norway and Iceland argue"
            let is_pair = group.start > 2
                && reading.is_capital(group.start - 1)
                && reading.before(group.start - 1) == "and"
                && reading.is_capital(group.start - 3);
            (group.has_auxiliary
                || is_plural
                || is_pair
                || is_subject
                || verb.lemma == "say"
                || has_plural_head(reading, group.start))
            .then_some(Voice::Active)
        }
    }
}

/// Whether what stands on the left lets the word be a verb.
fn fits_left(reading: &Reading<'_>, verb: Verb, at: usize, group: &Group) -> bool {
    let before = reading.before(group.start);
    if group.has_auxiliary {
        return true;
    }
    if verb.form == Form::Gerund {
        return gerund_reports(reading, verb, group.start);
    }
    // "Some say so", "some claims": only the former needs no noun.
    let is_some = matches!(before, "some" | "many" | "most" | "all") && verb.lemma == "say";
    let is_noun_place = DETERMINERS.holds(before) && !SUBJECT_PRONOUNS.holds(before) && !is_some
        || PREPOSITIONS.holds(before) && before != "as"
        || matches!(before, "'s" | "’s" | "to" | "$")
        || is_number(reading, group.start);
    if is_noun_place || (before == "as" && verb.form != Form::Past) {
        return false;
    }
    !verb.may_be_noun() || noun_form_is_verb(reading, verb, group.start, at)
}

/// `, claiming that`, `by saying it`: but not `the ruling party`.
fn gerund_reports(reading: &Reading<'_>, verb: Verb, at: usize) -> bool {
    let before = reading.before(at);
    let is_led_in = matches!(before, "," | "—" | "–" | ")" | "" | "as" | "by" | "while");
    let opens_that = reading.word(at + 1) == "that";
    let is_clear = verb.class == Class::Clear && !PREPOSITIONS.holds(before);
    !DETERMINERS.holds(before) && (is_led_in || opens_that || is_clear)
}

fn is_number(reading: &Reading<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| reading.kind(at));
    before == Some(TokenKind::Number)
}
