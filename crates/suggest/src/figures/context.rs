//! Which numbers say neither how much nor how many: years, dates, times, names, codes, pronouns.

use crate::figures::code::{is_glued_word_after, is_part_of_a_code, is_short_code};
use crate::figures::names::{is_address, is_name};
use crate::figures::number::Form;
use crate::figures::numbered::{names_its_noun, takes_the_number_after};
use crate::figures::pieces::{Class, Pieces, has};
use crate::figures::pronoun::is_pronoun;
use crate::figures::quantity::Quantity;
use crate::figures::words::{CHANGES, DAYS, MONTHS, YEAR_BEFORE, is_counted};
use copydesk_document::FigureKind;

/// Whether the quantity, which has no unit, is no figure after all.
pub(super) fn is_no_figure(pieces: &Pieces<'_>, quantity: &Quantity) -> bool {
    let (start, next) = (quantity.start, quantity.next);
    if quantity.form == Form::Part || quantity.form == Form::Inexact {
        return is_glued_word_after(pieces, next);
    }
    is_part_of_a_code(pieces, start, next)
        || is_ordinal(pieces, next)
        || is_date(pieces, start, next)
        || is_time(pieces, start, next)
        || quantity.form == Form::One && !quantity.is_negative && is_pronoun(pieces, start, next)
        || quantity.form == Form::Plain && is_year(pieces, start, next)
        || quantity.form == Form::Plain && is_early_year(pieces, start, next)
        || quantity.form == Form::Plain && is_short_year(pieces, start, next)
        || is_spelled_year(pieces, quantity)
        || is_name(pieces, quantity)
        || names_its_noun(pieces, quantity)
        || is_short_code(pieces, quantity)
        || is_address(pieces, quantity)
        || is_mark_of_a_list(pieces, start, next)
}

/// Whether a date stands where the quantity has read a unit: `May 5 a day later`, `in 2003 dollars`, but
/// not `a span of 1500 meters` or `a fine of 2000 dollars`.
pub(super) fn is_date_before_unit(pieces: &Pieces<'_>, quantity: &Quantity) -> bool {
    let Some(unit) = &quantity.unit else {
        return false;
    };
    let unit_at = quantity.number_end;
    let is_plain = quantity.form == Form::Plain && !pieces.glued(unit_at);
    if !is_plain {
        return false;
    }
    let is_day = pieces.slice(quantity.start, unit_at).len() <= 2
        && is_month(pieces.before(quantity.start, 1));
    let before = pieces.before(quantity.start, 1);
    // "a fine of 2000 dollars"
    let is_amount = unit.kind() == FigureKind::Money && has(&["of", "by", "for", "from"], before);
    let is_measured = (matches!(unit.kind(), FigureKind::Measure | FigureKind::Duration)
        || is_amount)
        && pieces.class(unit_at) != Class::Article;
    let is_year = YEAR_BEFORE.holds_in_any_case(before) && !is_measured
        || takes_the_number_after(pieces, unit_at);
    is_day || is_year && is_year_number(pieces.word(quantity.start))
}

/// `Reagan in 80 and 84,`: years by their last two digits.
fn is_short_year(pieces: &Pieces<'_>, start: usize, next: usize) -> bool {
    let is_short = |at: usize| {
        let word = pieces.word(at);
        word.len() == 2 && matches!(word.as_bytes().first(), Some(b'6'..=b'9'))
    };
    let ends = matches!(pieces.class(next), Class::Mark | Class::Edge)
        && !matches!(pieces.word(next), "%" | "(")
        || pieces.is_any(next, &["and", "or"]);
    let has_in = |at: usize| pieces.before(at, 1).eq_ignore_ascii_case("in");
    let is_second = matches!(pieces.before(start, 1), "and" | "or" | ",")
        && start >= 2
        && is_short(start - 2)
        && has_in(start - 2);
    is_short(start) && ends && (has_in(start) || is_second)
}

/// `347 AD`, `In 737,`: years of fewer digits.
fn is_early_year(pieces: &Pieces<'_>, start: usize, next: usize) -> bool {
    let eras = [
        "AD", "BC", "BCE", "CE", "A.D", "B.C", "A.D.", "B.C.", "B.C.E.",
    ];
    let after_era = matches!(pieces.before(start, 1), "AD" | "A.D." | "BC");
    let opens_with_year = start == 1 && pieces.is(0, "in") && pieces.word(next) == ",";
    let is_of_a_life = pieces.word(start).len() == 3
        && has(
            &["died", "born", "circa", "reigned"],
            pieces.before(start, 1),
        );
    eras.contains(&pieces.word(next)) || after_era || opens_with_year || is_of_a_life
}

fn is_ordinal(pieces: &Pieces<'_>, next: usize) -> bool {
    let after = pieces.past_hyphen(next);
    let is_tied_word = after > next
        && (pieces.is_any(after, &["first", "second", "twentieth", "thirtieth"])
            || matches!(pieces.class(after), Class::Part(below) if below > 2));
    let is_spaced_word =
        matches!(pieces.class(next), Class::Part(3..)) && !pieces.is(next, "quarter");
    is_tied_word
        || is_spaced_word && !pieces.word(next).ends_with('s')
        || matches!(pieces.word(next), "th" | "st" | "nd" | "rd")
}

pub(super) fn is_month(word: &str) -> bool {
    let is_shouted = word.len() > 3 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    MONTHS.holds_capitalized(word) || is_shouted && MONTHS.holds_in_any_case(word)
}

/// `May 5`, `5 May`, `Dec. 5`, `May 5-7`, `5 and 6 May`, `May 5, 2020`.
fn is_date(pieces: &Pieces<'_>, start: usize, next: usize) -> bool {
    if !pieces
        .word(start)
        .starts_with(|first: char| first.is_ascii_digit())
    {
        return false;
    }
    let before = pieces.before(start, 1);
    let is_joined = |word: &str| {
        matches!(
            word,
            "and" | "or" | "to" | "-" | "–" | "—" | "," | "&" | "through"
        )
    };
    let is_small = pieces.word(start).len() <= 2;
    is_month(before)
        || DAYS.holds_capitalized(before) && is_small
        || before == "." && is_month(pieces.before(start, 2))
        || is_month(pieces.word(next))
        || pieces.is(next, "of") && is_month(pieces.word(next + 1))
        || is_joined(before)
            && is_small
            && !is_year_number(pieces.before(start, 2))
            && !(before == "," && counts_noun(pieces, next))
            && (is_month(pieces.before(start, 3))
                || before == "," && is_month(pieces.before(start, 2)))
        || is_joined(pieces.word(next))
            && is_small
            && pieces.class(next + 1) == Class::Digits
            && is_month(pieces.word(next + 2))
}

/// `On May 4, 12 people died`: a plural noun behind the number, which no date has.
fn counts_noun(pieces: &Pieces<'_>, next: usize) -> bool {
    let word = pieces.word(next);
    pieces.is_lower(next)
        && (is_counted(pieces.word(next)) || word.len() > 3 && word.ends_with('s'))
}

/// `5 p.m.`, `1500 GMT`, `six o'clock`, `9 to 5 am`.
fn is_time(pieces: &Pieces<'_>, start: usize, next: usize) -> bool {
    let clock = [
        "am",
        "pm",
        "a.m",
        "p.m",
        "a.m.",
        "p.m.",
        "o'clock",
        "o’clock",
        "GMT",
        "UTC",
        "noon",
        "BST",
        "CET",
        "EST",
        "EDT",
        "PST",
        "CST",
        "ET",
    ];
    let is_clock = |at: usize| pieces.is_any(at, &clock);
    let is_range = matches!(pieces.word(next), "to" | "and" | "or" | "-" | "–")
        && matches!(pieces.class(next + 1), Class::Digits | Class::Small(_))
        && is_clock(next + 2);
    let is_hour = matches!(pieces.class(start), Class::Small(1..=12));
    let of_day = pieces.is(next, "in")
        && pieces.is(next + 1, "the")
        && pieces.is_any(next + 2, &["morning", "afternoon", "evening"])
        && has(
            &["at", "until", "till", "about", "around", "by"],
            pieces.before(start, 1),
        );
    is_clock(next)
        || is_range
        || of_day
        || is_hour && has(&["past"], pieces.before(start, 1))
        || has(&["GMT", "UTC"], pieces.before(start, 1))
}

fn is_year_number(word: &str) -> bool {
    word.len() == 4 && (word.starts_with('1') || word.starts_with("20"))
}

fn is_year(pieces: &Pieces<'_>, start: usize, next: usize) -> bool {
    if next > start + 1 || !is_year_number(pieces.word(start)) {
        return false;
    }
    let before = pieces.before(start, 1);
    let is_plural = |at: usize| {
        let word = pieces.word(at);
        pieces.is_lower(at) && word.len() > 3 && word.ends_with('s')
    };
    let lead = pieces.before(start, 2);
    let is_sample = has(&["of"], before) && SAMPLES.contains(&lead)
        || has(&["from"], before) && CHANGES.holds_in_any_case(lead);
    if is_sample && (is_plural(next) || is_counted(pieces.word(next))) {
        return false;
    }
    if YEAR_BEFORE.holds_in_any_case(before)
        && (says_when(pieces, start) || !is_counted(pieces.word(next)))
    {
        return true;
    }
    let hedges = [
        "some",
        "about",
        "over",
        "nearly",
        "around",
        "than",
        "least",
        "almost",
        "estimated",
        "approximately",
        "roughly",
    ];
    let is_shortened = before == "." && has(&["ca", "approx", "est"], pieces.before(start, 2));
    let counts = is_counted(pieces.word(next))
        || (is_shortened || has(&hedges, before))
            && (is_plural(next) || pieces.is_lower(next) && is_plural(next + 1));
    !counts
}

/// `In 2015 police raided it`, `since 2016 people`, but not `in 1500 homes` or `after 2000 people left`.
fn says_when(pieces: &Pieces<'_>, start: usize) -> bool {
    let before = pieces.before(start, 1);
    let year = pieces.word(start);
    let is_recent = year.starts_with("19") || year.starts_with("20");
    let opens = start == 1 && has(&["in", "by"], before);
    is_recent && (opens || has(&["since", "during", "until", "till"], before))
}

/// What is made up of those who are counted: `a survey of 1709 adults`, but not `the riots of 1968`.
const SAMPLES: [&str; 20] = [
    "survey",
    "poll",
    "sample",
    "total",
    "group",
    "crowd",
    "number",
    "list",
    "set",
    "study",
    "staff",
    "force",
    "average",
    "record",
    "series",
    "collection",
    "fleet",
    "network",
    "panel",
    "cohort",
];

/// `1947–2012`, `from 1699 to 1700`, `2010-15`.
pub(super) fn are_years(pieces: &Pieces<'_>, first: &Quantity, second: &Quantity) -> bool {
    let is_alone = |side: &Quantity| side.form == Form::Plain && side.next == side.start + 1;
    let last = pieces.word(second.start);
    is_alone(first)
        && is_alone(second)
        && is_year_number(pieces.word(first.start))
        && (is_year_number(last) || last.len() <= 2)
        && !is_counted(pieces.word(second.next))
}

/// `nineteen eighty-four`, `twenty twenty`.
fn is_spelled_year(pieces: &Pieces<'_>, quantity: &Quantity) -> bool {
    let is_century = quantity
        .value
        .as_whole()
        .is_some_and(|whole| (10..=20).contains(&whole));
    let is_tens = |at: usize| matches!(pieces.class(at), Class::Small(10..));
    quantity.form == Form::Words && is_century && is_tens(quantity.next)
}

/// `1. `, `2) ` at the start of a sentence, or a sentence that is a number and a full stop.
fn is_mark_of_a_list(pieces: &Pieces<'_>, start: usize, next: usize) -> bool {
    let is_closed = pieces.word(next) == ")" && pieces.glued(next) && next == start + 1;
    let opens_before = (start.saturating_sub(12)..start).any(|at| pieces.word(at) == "(");
    if is_closed && !opens_before && pieces.word(start).len() <= 2 {
        return true;
    }
    // "3 Imam Mosque": a number of two digits before a name, where running text spells it out.
    let is_entry = start == 0
        && !pieces.is_title
        && next == 1
        && pieces.class(0) == Class::Digits
        && pieces.word(0).len() <= 2
        && pieces.is_capital(next)
        && !pieces.word(next).ends_with('s');
    if is_entry {
        return true;
    }
    start == 0
        && pieces.glued(next)
        && matches!(pieces.word(next), "." | ")")
        && (next + 1 == pieces.len() || pieces.is_capital(next + 1))
}
