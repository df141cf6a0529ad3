//! Claims that follow or precede a verb of saying: `said that …`, `…, officials said`.

use std::ops::Range;

use crate::claims::around::{around, content_start};
use crate::claims::clauses::{has_auxiliary, has_finite};
use crate::claims::cues::{Cue, Voice};
use crate::claims::draft::{Draft, Pattern};
use crate::claims::extent::{clause_end, is_reporting_gerund, tidy};
use crate::claims::following::{Opening, opening_after};
use crate::claims::polls::{finds, is_share_of_people, poll_result};
use crate::claims::quotations::Role;
use crate::claims::reading::Reading;
use crate::claims::second_meanings::{is_told_by, without_source};
use crate::claims::sources::{
    Source, Subject, noun_phrase_before, source_of, subject_after, subject_before,
};
use crate::claims::verbs::Class;
use crate::claims::words::{
    AUXILIARIES, BE, PREPOSITIONS, is_adverb, is_dash, is_final_mark, is_time,
};

/// The claim that `cue` reports, if there is one.
pub(super) fn draft(reading: &Reading<'_>, cue: &Cue) -> Option<Draft> {
    as_announced_by(reading, cue)
        .or_else(|| as_said(reading, cue))
        .or_else(|| inverted(reading, cue))
        .or_else(|| trailing(reading, cue))
        .or_else(|| following(reading, cue))
        .filter(|draft| is_told_by(reading, cue, draft))
        .map(|draft| without_source(cue, draft))
}

/// `…, as announced by Trump`.
fn as_announced_by(reading: &Reading<'_>, cue: &Cue) -> Option<Draft> {
    let starts = reading.before(cue.start) == "as";
    if !starts || reading.word(cue.end) != "by" || cue.start < 4 {
        return None;
    }
    let subject = subject_after(reading, cue.end + 1)?;
    let content = tidy(
        reading,
        content_start(reading, cue.start - 1)..cue.start - 1,
    );
    Some(Draft {
        content,
        pattern: Pattern::Trailing,
        cue: Some(cue.at..cue.end),
        source: subject.source,
        polarity: cue.verb.polarity(),
    })
}

/// `As the minister pointed out, …`.
fn as_said(reading: &Reading<'_>, cue: &Cue) -> Option<Draft> {
    let says = cue.verb.trails() && cue.verb.class != Class::Manner && cue.voice == Voice::Active;
    let begins = reading.word(0) == "as" && reading.word(cue.end) == ",";
    if !says || !begins {
        return None;
    }
    let subject = subject_before(reading, cue.start).filter(|subject| subject.at.start <= 2)?;
    let limit = reading.end_of_words();
    let end = clause_end(reading, cue.end + 1, limit);
    let content = tidy(reading, cue.end + 1..end);
    has_finite(reading, content.clone()).then_some(Draft {
        content,
        pattern: Pattern::AccordingTo,
        cue: Some(cue.at..cue.end),
        source: subject.source,
        polarity: cue.verb.polarity(),
    })
}

/// `…, said the minister`, `“…,” says Smith, a baker`.
fn inverted(reading: &Reading<'_>, cue: &Cue) -> Option<Draft> {
    let border = cue.start.checked_sub(1)?;
    let is_border = reading.word(border) == "," || ends_quotation(reading, border);
    if !is_border || !cue.verb.inverts() || cue.voice != Voice::Active {
        return None;
    }
    let subject = subject_after(reading, cue.end)?;
    let is_quoted = ends_quotation(reading, border);
    if cue.verb.class == Class::Manner && !is_quoted {
        return None;
    }
    // Without quotation marks only a name or an article shows that it is a subject, not an object.
    let is_plain_noun =
        matches!(&subject.source, Source::Noun(at) if !reading.is_capital(at.start));
    let apposition = subject_before(reading, cue.start);
    if !is_quoted && is_plain_noun && apposition.is_some() {
        return None;
    }
    // `Not so, countered Ruiz: the valve was old`: what is said comes after the colon.
    let colon = subject.at.end;
    if reading.word(colon) == ":" && reading.count_words(0..border) <= 3 {
        let end = clause_end(reading, colon + 1, reading.end_of_words());
        return Some(Draft {
            content: tidy(reading, colon + 1..end),
            pattern: Pattern::Quoted,
            cue: Some(cue.at..cue.end),
            source: subject.source,
            polarity: cue.verb.polarity(),
        });
    }
    around(reading, cue, border, subject.at.end, subject.source)
}

/// `…, officials said`, `“…,” she added on Friday`.
fn trailing(reading: &Reading<'_>, cue: &Cue) -> Option<Draft> {
    if cue.voice != Voice::Active {
        return None;
    }
    let subject = subject_before(reading, cue.start)?;
    let is_study = cue.verb.lemma == "find" && finds(reading, &subject);
    if !(cue.verb.trails() || is_study) {
        return None;
    }
    let border = subject.at.start.checked_sub(1)?;
    let is_quoted = ends_quotation(reading, border);
    let is_border = is_quoted || reading.word(border) == "," || is_dash(reading.word(border));
    let is_shared =
        matches!(subject.source, Source::Shared) || is_own_thought(reading, cue, &subject);
    // `Children sleep less, the survey found`: what a study found is a clause.
    let is_finding = is_study
        && cue.end >= reading.end_of_words()
        && reading.count_words(0..border) >= 4
        && !PREPOSITIONS.holds(reading.word(0));
    let ends = is_quoted || is_finding || ends_after(reading, cue, border);
    if !is_border || is_shared || !ends {
        return None;
    }
    // `“…,” he told reporters that` does not occur; what follows a quotation belongs to its cue.
    if is_quoted && opens_clause(reading, cue) {
        return None;
    }
    // `After the vote, Smith remarked, “…”`: the quotation is what is said.
    let opens = opening_after(reading, cue);
    if !is_quoted && opens.is_some_and(|opening| opening.kind == Pattern::Quoted) {
        return None;
    }
    around(reading, cue, border, cue.end, subject.source)
}

/// Whether a quotation that can be a claim closes at `at`: not `about his “friend” he wrote`.
fn ends_quotation(reading: &Reading<'_>, at: usize) -> bool {
    let is_stopped = matches!(reading.before(at), "," | "." | "!" | "?" | "…");
    let is_whole = reading.role(0) == Role::Open || reading.is_quoted(0);
    let is_double = at > 0 && reading.role(at - 1) == Role::Close;
    reading.role(at) == Role::Close && (is_stopped || is_whole || is_double)
}

fn opens_clause(reading: &Reading<'_>, cue: &Cue) -> bool {
    matches!(opening_after(reading, cue), Some(opening) if opening.kind == Pattern::That)
}

/// Whether nothing that could be said follows the verb: its end, a comma, a phrase, a time.
fn ends_after(reading: &Reading<'_>, cue: &Cue, border: usize) -> bool {
    let mut at = cue.end;
    if cue.verb.class == Class::Tell {
        // `officials told the BBC.`
        while at < cue.end + 6 && reading.is_word(at) && !is_time(reading.word(at)) {
            if reading.word(at) == "that" {
                return false;
            }
            at += 1;
        }
    }
    while is_adverb(reading.word(at)) {
        at += 1;
    }
    let word = reading.word(at);
    let is_end =
        at >= reading.end_of_words() || matches!(word, "," | ";" | ")") || is_final_mark(word);
    if is_end {
        // "On Friday, officials said, …" has its claim on the right.
        return reading.count_words(0..border) >= 3 && reads_as_content(reading, border)
            || phrase_goes_on(reading, at);
    }
    let is_phrase = matches!(
        word,
        "in" | "on" | "at" | "during" | "after" | "when" | "last" | "through"
    ) || is_time(word);
    is_phrase
        && reading.count_words(0..border) >= 4
        && reads_as_content(reading, border)
        && !opens_clause(reading, cue)
        && !clause_in_rest(reading, at)
}

/// `In Syria, the minister said, the army goes on`: a phrase on the left, its clause on the right.
fn phrase_goes_on(reading: &Reading<'_>, at: usize) -> bool {
    let rest = at + 1..reading.end_of_words();
    reading.word(at) == ","
        && (has_auxiliary(reading, rest.clone()) || reading.count_words(rest) > 5)
        && !is_reporting_gerund(reading, at + 1)
        && reading.word(at + 1) != "however"
        && reading.role(at + 1) != Role::Open
}

/// Whether the words before `border` hold a verb, so that they are no mere phrase of time.
fn reads_as_content(reading: &Reading<'_>, border: usize) -> bool {
    let counts = reading.word(0) == "as" && matches!(reading.word(1), "many" | "much" | "few");
    let starts_with_phrase = reading.role(0) == Role::Plain
        && !counts
        && matches!(
            reading.word(0),
            "in" | "on"
                | "at"
                | "after"
                | "during"
                | "when"
                | "while"
                | "as"
                | "for"
                | "with"
                | "by"
                | "if"
                | "since"
                | "following"
                | "speaking"
                | "asked"
                | "although"
                | "though"
                | "because"
                | "despite"
        );
    let commas = (0..border).filter(|&at| reading.word(at) == ",").count();
    let has_verb = has_finite(reading, 0..border);
    has_verb && (!starts_with_phrase || commas > 0)
}

/// `said in London the deal was off`: a clause after the phrase.
fn clause_in_rest(reading: &Reading<'_>, at: usize) -> bool {
    let end = (at..reading.end_of_words())
        .find(|&at| matches!(reading.word(at), "," | ";") || reading.is_quote_mark(at))
        .unwrap_or(reading.end_of_words());
    reading.count_words(at..end) > 4
        && has_auxiliary(reading, at..end)
        && !matches!(reading.word(at), "when" | "after")
}

/// `Smith said that …`, `said: “…”`, `told reporters …`.
fn following(reading: &Reading<'_>, cue: &Cue) -> Option<Draft> {
    let opening = opening_after(reading, cue)?;
    let subject = subject_of(reading, cue, &opening)?;
    let is_no_source =
        is_own_thought(reading, cue, &subject) || asks_or_supposes(reading, &subject);
    if is_no_source {
        return None;
    }
    if is_share_of_people(reading, &subject) {
        return Some(poll_result(reading));
    }
    let limit = reading.end_of_words();
    let end = clause_end(reading, opening.at, limit);
    let content = tidy(reading, opening.at..end);
    if reading.is_question() && end + 1 >= limit {
        return None;
    }
    Some(Draft {
        content,
        pattern: pattern_of(cue, &opening),
        cue: Some(cue.at..cue.end),
        source: subject.source,
        polarity: cue.verb.polarity(),
    })
}

fn pattern_of(cue: &Cue, opening: &Opening) -> Pattern {
    match (opening.kind, cue.voice, cue.verb.class) {
        (Pattern::That | Pattern::Bare | Pattern::WeakBare, Voice::Participle, _) => {
            Pattern::Participle
        }
        (Pattern::That, Voice::Passive, class) if class != Class::Tell => Pattern::Unnamed,
        (Pattern::That | Pattern::WeakBare, _, Class::Thought) => Pattern::Thought,
        (kind, ..) => kind,
    }
}

/// `the paper quotes a man`: without the one who quotes him.
fn after_quoting(reading: &Reading<'_>, mut at: Range<usize>) -> Range<usize> {
    let quotes = at.clone().rev().find(|&at| is_quoting(reading.word(at)));
    at.start = quotes.map_or(at.start, |quotes| quotes + 1);
    at
}

/// Where `has been quoted` begins in `has been quoted by the paper as`, which ends before `end`.
fn passive_quoting(reading: &Reading<'_>, end: usize) -> Option<usize> {
    let quoted = (end.saturating_sub(8)..end).rev().find(|&at| {
        matches!(reading.word(at), "quoted" | "cited") && BE.holds(reading.before(at))
    })?;
    let is_group = |at: &usize| AUXILIARIES.holds(reading.word(*at));
    (0..quoted).rev().take_while(is_group).last()
}

fn is_quoting(word: &str) -> bool {
    matches!(
        word,
        "quote" | "quotes" | "quoted" | "quoting" | "cited" | "cites" | "citing"
    )
}

/// The subject of a cue that has its content on the right.
fn subject_of(reading: &Reading<'_>, cue: &Cue, opening: &Opening) -> Option<Subject> {
    let unnamed = |source| Subject {
        source,
        at: cue.start..cue.start,
    };
    match cue.voice {
        // `quotes a man as saying`: not the sentence's subject.
        Voice::Participle if reading.before(cue.start) == "as" => {
            let end = cue.start.checked_sub(1)?;
            if let Some(start) = passive_quoting(reading, end) {
                return Some(subject_before(reading, start).map_or_else(
                    || unnamed(Source::Unnamed),
                    |subject| unnamed(subject.source),
                ));
            }
            // `quotes a spokesman, Bryan Whitman, as saying`
            if reading.before(end) == "," {
                let subject = subject_before(reading, end).or_else(|| {
                    let at = noun_phrase_before(reading, end - 1)?;
                    let source = Source::Noun(at.clone());
                    Some(Subject { source, at })
                })?;
                let Source::Noun(at) = subject.source else {
                    return Some(unnamed(subject.source));
                };
                return Some(unnamed(source_of(reading, after_quoting(reading, at))));
            }
            let at = after_quoting(reading, noun_phrase_before(reading, end)?);
            Some(unnamed(source_of(reading, at)))
        }
        Voice::Participle => Some(unnamed(Source::Shared)),
        Voice::Passive => Some(unnamed(Source::Unnamed)),
        // `…, smiled, asserted that`: the comma divides verbs.
        Voice::Active => subject_before(reading, cue.start).or_else(|| {
            let is_sure = opening.kind == Pattern::That && reading.before(cue.start) == ",";
            is_sure.then(|| unnamed(Source::Shared))
        }),
    }
}

/// `I think`, `we hope`: an opinion of its own, no report.
fn is_own_thought(reading: &Reading<'_>, cue: &Cue, subject: &Subject) -> bool {
    let is_own = matches!(reading.word(subject.at.start), "i" | "we" | "you");
    is_own
        && matches!(
            cue.verb.class,
            Class::Thought | Class::Doubt | Class::Manner
        )
}

/// `if he says`, `whether officials knew`.
fn asks_or_supposes(reading: &Reading<'_>, subject: &Subject) -> bool {
    matches!(
        reading.before(subject.at.start),
        "if" | "whether" | "unless"
    )
}
