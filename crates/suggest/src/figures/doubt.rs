//! Numbers that are read right and yet count nothing worth checking: they say who is meant.

use copydesk_document::FigureKind;
use copydesk_i18n::tr;

use crate::figures::figure::{Figure, Rule};
use crate::figures::pieces::{Class, Pieces, has};

/// Below what a reviewer who sets a threshold sees.
const NAMED_GROUP: u8 = 45;

/// Why `figure` is likely no news, with the confidence that is left.
pub(super) fn doubt(pieces: &Pieces<'_>, figure: &Figure) -> Option<Rule> {
    if figure.value.kind() != FigureKind::Count || !figure.value.unit().is_none() {
        return None;
    }
    is_named_group(pieces, figure).then(|| {
        let words = pieces.slice(figure.start.saturating_sub(1), figure.next);
        (NAMED_GROUP, tr!("why-which", words = words))
    })
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
