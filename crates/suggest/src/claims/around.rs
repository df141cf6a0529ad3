//! The claim around an attribution: `…, officials said`, and `…, officials said, …` in its middle.

use crate::claims::clauses::has_finite;
use crate::claims::cues::Cue;
use crate::claims::draft::{Draft, Pattern};
use crate::claims::extent::{clause_end, close_of, has_new_report, is_reporting_gerund, tidy};
use crate::claims::quotations::Role;
use crate::claims::reading::Reading;
use crate::claims::sources::Source;
use crate::claims::verbs::Polarity;
use crate::claims::words::{PREPOSITIONS, is_adverb, is_time};
use crate::lists::{WordList, word_list};

/// The claim around an attribution that begins after `border` and ends before `rest`.
pub(super) fn around(
    reading: &Reading<'_>,
    cue: &Cue,
    border: usize,
    rest: usize,
    source: Source,
) -> Option<Draft> {
    let left = tidy(reading, content_start(reading, border)..border + 1);
    // `a plane which, they say, was lost`: the words before are not what they say.
    let dangles = matches!(reading.before(left.end), "which" | "that" | "who" | "whom");
    // `On Friday, the minister said, the deal was off`: when it was said.
    let is_when = is_time(reading.before(left.end))
        && reading.count_words(left.clone()) <= 4
        && !has_finite(reading, left.clone());
    if left.is_empty() || dangles || is_when {
        return None;
    }
    let is_quoted = reading.role(border) == Role::Close;
    // `In Syria, the minister said, the army goes on`: the phrase alone says nothing.
    let is_phrase = (PREPOSITIONS.holds(reading.word(left.start))
        || left.len() == 1 && is_adverb(reading.word(left.start)))
        && !has_finite(reading, left.clone())
        && reading.word(rest) == ",";
    let goes_on = if is_phrase && !is_quoted {
        Some(clause_end(reading, rest + 1, reading.end_of_words()))
    } else {
        goes_on(reading, rest, is_quoted)
    };
    let (content, pattern) = match goes_on {
        // `However, he says, they are well`: the adverb is the article's.
        Some(end) if end > rest && is_phrase && left.len() == 1 => {
            (tidy(reading, rest + 1..end), Pattern::Middle)
        }
        Some(end) if end > rest => (tidy(reading, left.start..end), Pattern::Middle),
        _ => (left, Pattern::Trailing),
    };
    Some(Draft {
        content,
        pattern,
        cue: Some(cue.at..cue.end),
        source,
        polarity: Polarity::Asserts,
    })
}

/// Where what is said begins that ends at `end`.
pub(super) fn content_start(reading: &Reading<'_>, end: usize) -> usize {
    // Back to the quotation's mark if that holds all of it.
    let last_open = (0..end).rev().find(|&at| reading.role(at) == Role::Open);
    if reading.role(end) == Role::Close
        && let Some(open) = last_open
        && close_of(reading, open, end + 1) >= end
    {
        let before = reading.before(open);
        let is_led_in =
            matches!(before, "," | ":" | "") || reading.role(open.saturating_sub(1)) == Role::Open;
        if is_led_in {
            return open;
        }
    }
    (0..end)
        .rev()
        .find(|&at| reading.word(at) == ";" && !reading.is_quoted(at))
        .map_or(0, |at| at + 1)
}

/// Where a claim ends that goes on after an attribution in its middle: `“…,” he said, “…”`.
fn goes_on(reading: &Reading<'_>, rest: usize, is_quoted: bool) -> Option<usize> {
    let limit = reading.end_of_words();
    let mark = (rest..limit.min(rest + 25))
        .find(|&at| matches!(reading.word(at), "," | ";") || reading.is_quote_mark(at))?;
    let next = (mark..limit.max(mark))
        .find(|&at| reading.word(at) != ",")
        .unwrap_or(limit);
    if reading.role(next) == Role::Open {
        return second_quotation_end(reading, mark, next);
    }
    let starts_late = reading.count_words(rest..mark) > 6;
    let is_short = reading.count_words(next..limit) < 3;
    let reports = has_new_report(reading, next);
    if is_quoted || starts_late || is_short || reports || adds_to_attribution(reading, next) {
        return None;
    }
    Some(clause_end(reading, next, limit))
}

/// `“…,” he said, “…”`; but in `said, referring to the “deal”` a word or two in marks are no second half.
fn second_quotation_end(reading: &Reading<'_>, mark: usize, open: usize) -> Option<usize> {
    let is_direct = open <= mark + 1 && reading.word(mark) == ",";
    let end = clause_end(reading, open, reading.end_of_words());
    (is_direct && reading.count_words(open..end) >= 3).then_some(end)
}

static TAILS: WordList = word_list!("claims/attribution-tails");

/// `he said, referring to the vote`, `said Smith, of Leeds`, `said Smith, Director of Trade`.
fn adds_to_attribution(reading: &Reading<'_>, at: usize) -> bool {
    let word = reading.word(at);
    TAILS.holds(word)
        || word.ends_with("ing")
        || is_reporting_gerund(reading, at)
        || PREPOSITIONS.holds(word)
        || reading.is_capital(at)
}
