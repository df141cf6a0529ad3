//! Tells the verb in `he claims that` from the noun in `the claims that`.

use crate::claims::clauses::has_finite;
use crate::claims::quotations::Role;
use crate::claims::reading::Reading;
use crate::claims::verbs::{Class, Form, Verb};
use crate::claims::words::{
    AUXILIARIES, COLLECTIVES, DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS, is_time,
};
use copydesk_text::TokenKind;

/// A form such as `claims` that may be either.
struct Doubtful<'a> {
    reading: &'a Reading<'a>,
    verb: Verb,
    /// Where its adverbs and auxiliaries begin.
    start: usize,
    at: usize,
}

/// Whether the form of `verb` at `at`, whose adverbs begin at `start`, is a verb here: after a subject, and before a
/// clause or the end of its sentence.
pub(super) fn noun_form_is_verb(
    reading: &Reading<'_>,
    verb: Verb,
    start: usize,
    at: usize,
) -> bool {
    let form = Doubtful {
        reading,
        verb,
        start,
        at,
    };
    if form.follows_pronoun() || form.claims_to() && !form.follows_verb() {
        return true;
    }
    if form.precedes_verb() || form.begins_or_is_listed() || form.follows_verb() {
        return false;
    }
    if form.has_plural_head() {
        return !form.is_before_relative() && (form.opens_clause() || form.opens_long_clause());
    }
    let goes_on = form.opens_clause() || form.a_clause_follows() || form.opens_share();
    form.agrees() && (goes_on || form.may_trail())
}

impl Doubtful<'_> {
    fn before(&self) -> &str {
        self.reading.before(self.start)
    }

    fn after(&self) -> &str {
        self.reading.word(self.at + 1)
    }

    /// `he claims`.
    fn follows_pronoun(&self) -> bool {
        matches!(
            self.before(),
            "he" | "she" | "it" | "they" | "we" | "i" | "you" | "who" | "which"
        )
    }

    /// `and claims to have won`.
    fn claims_to(&self) -> bool {
        let next = self.reading.word(self.at + 2);
        self.verb.lemma == "claim" && self.after() == "to" && matches!(next, "be" | "have")
    }

    /// `media reports indicate that`: two verbs in a row; but `the media reports that`.
    fn precedes_verb(&self) -> bool {
        Verb::of(self.after()).is_some_and(|next| next.form != Form::Gerund)
            || AUXILIARIES.holds(self.after())
    }

    /// `Claims that`, `rumors and reports that`, `rumors, reports and`.
    fn begins_or_is_listed(&self) -> bool {
        let before = self.before();
        let is_listed =
            before == "," && self.verb.form != Form::Past && self.verb.class != Class::Clear;
        matches!(before, "" | "and" | "or") || is_listed
    }

    /// `deny claims that`, `confirming reports that`.
    fn follows_verb(&self) -> bool {
        let before = self.before();
        let is_object =
            Verb::of(before).is_some_and(|verb| verb.form == Form::Base && !verb.may_be_noun());
        is_object || before.len() > 5 && before.ends_with("ing")
    }

    /// `critics of the plan claim`.
    fn has_plural_head(&self) -> bool {
        self.verb.form == Form::Base
            && !self.before().ends_with('s')
            && has_plural_head(self.reading, self.start)
    }

    /// `residents of the state that were`: what follows `that` belongs to the noun.
    fn is_before_relative(&self) -> bool {
        self.after() == "that" && AUXILIARIES.holds(self.reading.word(self.at + 2))
    }

    /// `claims that`, `claims on Friday that`, `claims “`.
    fn opens_clause(&self) -> bool {
        let reading = self.reading;
        let next = (self.at + 1..self.at + 5)
            .find(|&later| !is_time(reading.word(later)) && reading.word(later) != "on");
        next.is_some_and(|next| reading.word(next) == "that")
            || reading.role(self.at + 1) == Role::Open
    }

    /// `polls show at least two-thirds`.
    fn opens_share(&self) -> bool {
        let mut next = (self.at + 1..self.at + 6).map(|at| self.reading.word(at));
        self.verb.class == Class::Evidence && next.any(is_share)
    }

    /// `claims the`, `claims Smith`, `claims 30`.
    fn opens_noun(&self) -> bool {
        self.reading.is_capital(self.at + 1)
            || DETERMINERS.holds(self.after())
            || SUBJECT_PRONOUNS.holds(self.after())
            || self.reading.kind(self.at + 1) == Some(TokenKind::Number)
    }

    /// `claims the deal with the bank was off`: a verb soon after.
    fn a_verb_follows(&self) -> bool {
        let (first, opens_noun) = (self.at + 1, self.opens_noun());
        let reach = (self.at + if opens_noun { 14 } else { 9 }).min(self.reading.len());
        (first..reach).any(|later| AUXILIARIES.holds(self.reading.word(later)))
            || opens_noun && has_finite(self.reading, first..reach)
    }

    fn opens_long_clause(&self) -> bool {
        self.opens_noun() && self.a_verb_follows()
    }

    /// `claims the deal was off`; `Sarvis notes he favors it`, but not `new claims they made`.
    fn a_clause_follows(&self) -> bool {
        let names_speaker = self.verb.form != Form::Base && self.follows_capital();
        self.a_verb_follows()
            || names_speaker && SUBJECT_PRONOUNS.holds(self.after()) && self.after() != "it"
    }

    fn follows_capital(&self) -> bool {
        self.reading.is_capital(self.start.saturating_sub(1))
    }

    /// `the minister claims`, `Reuters reports`, `the ministers claim`, `police claim`.
    fn agrees(&self) -> bool {
        let before = self.before();
        match self.verb.form {
            Form::Third => !before.ends_with('s') || self.follows_capital(),
            _ => before.ends_with('s') || COLLECTIVES.holds(before),
        }
    }

    /// `…, the minister claims.`
    fn may_trail(&self) -> bool {
        let is_plural_report = self.verb.form == Form::Base && self.before().ends_with('s');
        (self.verb.class == Class::Clear || is_plural_report)
            && self.at + 1 >= self.reading.end_of_words()
    }
}

/// As far left of its verb as a subject begins, in tokens.
const LONGEST_SUBJECT: usize = 9;

/// Whether a plural with a phrase behind it ends at `end`: `critics of the plan`, where the clause
/// begins with it.
pub(super) fn has_plural_head(reading: &Reading<'_>, end: usize) -> bool {
    let is_inner = |at: usize| {
        let word = reading.word(at);
        reading.role(at) == Role::Plain
            && (reading.is_word(at) || matches!(word, "-" | "." | "’s" | "'s"))
            && !AUXILIARIES.holds(word)
            && !SUBJECT_PRONOUNS.holds(word)
            && !matches!(word, "who" | "which" | "that" | "and" | "but" | "or" | "to")
    };
    let least = end.saturating_sub(LONGEST_SUBJECT);
    let start = (least..end).rev().take_while(|&at| is_inner(at)).last();
    let Some(start) = start else { return false };
    let begins = start == 0
        || matches!(
            reading.before(start),
            "," | ";" | "that" | "but" | "and" | "“" | "\""
        );
    let phrase = (start + 1..end.saturating_sub(1)).find(|&at| {
        matches!(
            reading.word(at),
            "of" | "in"
                | "at"
                | "from"
                | "for"
                | "near"
                | "with"
                | "on"
                | "against"
                | "around"
                | "across"
                | "by"
        )
    });
    let Some(phrase) = phrase.filter(|_| begins) else {
        return false;
    };
    // `documents seen by the Herald`: the participle belongs to the plural.
    let is_made = reading.word(phrase) == "by" && is_participle(reading.before(phrase));
    let phrase = phrase - usize::from(is_made);
    let head = reading.before(phrase);
    let is_plural = head.len() > 3 && head.ends_with('s') && !head.ends_with("ss");
    let has_verb = (start..end)
        .filter(|at| !is_made || *at != phrase)
        .any(|at| {
            let verb = Verb::of(reading.word(at));
            verb.is_some_and(|verb| matches!(verb.form, Form::Past) && !reading.is_capital(at))
        });
    (is_plural || COLLECTIVES.holds(head)) && !has_verb && !PREPOSITIONS.holds(reading.word(start))
}

/// `seen`, `obtained`: what is done by somebody.
fn is_participle(word: &str) -> bool {
    word.len() > 3
        && (word.ends_with("ed") || matches!(word, "made" | "seen" | "sent" | "taken" | "written"))
}

/// What a share of people is told in.
pub(super) fn is_share(word: &str) -> bool {
    matches!(
        word,
        "%" | "percent"
            | "half"
            | "majority"
            | "quarter"
            | "quarters"
            | "third"
            | "thirds"
            | "two-thirds"
            | "three-quarters"
    )
}
