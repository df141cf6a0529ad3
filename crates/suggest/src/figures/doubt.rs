//! Numbers that are read right and yet count nothing worth checking: who is meant, and what is numbered.

use copydesk_document::FigureKind;

use crate::figures::figure::{Figure, Rule};
use crate::figures::pieces::{Class, Pieces, has};

/// Below what a reviewer who sets a threshold sees.
const NAMED_GROUP: u8 = 45;
const NUMBERED: u8 = 35;

/// Why `figure` is likely no news, with the confidence that is left.
pub(super) fn doubt(pieces: &Pieces<'_>, figure: &Figure) -> Option<Rule> {
    if figure.value.kind() != FigureKind::Count || !figure.value.unit().is_none() {
        return None;
    }
    if is_named_group(pieces, figure) {
        let words = pieces.slice(figure.start.saturating_sub(1), figure.next);
        return Some((NAMED_GROUP, format!("“{words}” says which, not how many")));
    }
    let noun = numbered_noun(pieces, figure)?;
    Some((
        NUMBERED,
        format!("a number after “{noun}”, perhaps its name"),
    ))
}

/// `the two leaders`, `both the three men`: a small number in words of those who are known already.
fn is_named_group(pieces: &Pieces<'_>, figure: &Figure) -> bool {
    let is_small = figure.next == figure.start + 1
        && matches!(pieces.class(figure.start), Class::Small(2..=9));
    let determiners = [
        "the", "these", "those", "his", "her", "its", "their", "our", "my", "your",
    ];
    let noun = pieces.word(figure.next);
    is_small
        && has(&determiners, pieces.before(figure.start, 1))
        && pieces.is_lower(figure.next)
        && (noun.ends_with('s') || IRREGULAR.contains(&noun))
        && !pieces.is_any(figure.next + 1, &["killed", "dead", "injured", "wounded"])
}

const IRREGULAR: [&str; 5] = ["men", "women", "people", "children", "countrymen"];

/// `police posts 542 and 543`: the noun before digits that count nothing after them.
fn numbered_noun<'a>(pieces: &Pieces<'a>, figure: &Figure) -> Option<&'a str> {
    let is_plain = figure.next == figure.start + 1 && pieces.class(figure.start) == Class::Digits;
    let counts_nothing = matches!(pieces.class(figure.next), Class::Mark | Class::Edge)
        || pieces.is_any(figure.next, &["and", "or", "to"]);
    if !is_plain || !counts_nothing {
        return None;
    }
    let is_second = pieces.before(figure.start, 1).eq_ignore_ascii_case("and")
        && figure
            .start
            .checked_sub(2)
            .is_some_and(|at| pieces.class(at) == Class::Digits);
    let at = figure.start.checked_sub(if is_second { 3 } else { 1 })?;
    let noun = pieces.word(at);
    NUMBERED_NOUNS.contains(&noun).then_some(noun)
}

/// What has a number for a name.
const NUMBERED_NOUNS: [&str; 34] = [
    "post",
    "posts",
    "room",
    "rooms",
    "gate",
    "gates",
    "route",
    "routes",
    "flight",
    "flights",
    "page",
    "pages",
    "chapter",
    "chapters",
    "article",
    "articles",
    "section",
    "sections",
    "unit",
    "units",
    "checkpoint",
    "checkpoints",
    "platform",
    "platforms",
    "line",
    "lines",
    "building",
    "buildings",
    "terminal",
    "terminals",
    "reactor",
    "reactors",
    "district",
    "districts",
];
