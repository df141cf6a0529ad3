//! Tells the titles of works from measures: `21 Grams`, `127 Hours`, `Twelve Years a Slave`.

use crate::figures::pieces::Pieces;
use crate::figures::quantity::Quantity;

/// Whether the unit has a capital, as no unit that is spelled out has in running text.
pub(super) fn is_title_of_a_work(pieces: &Pieces<'_>, quantity: &Quantity) -> bool {
    let at = quantity.number_end;
    let unit = pieces.word(at);
    let one = unit.strip_suffix('s').unwrap_or(unit);
    !pieces.is_title && !pieces.glued(at) && TITLED.contains(&one)
}

/// Units that titles are made of. Those named after people, and money, have capitals elsewhere too.
const TITLED: [&str; 13] = [
    "Second", "Minute", "Hour", "Day", "Night", "Week", "Month", "Year", "Mile", "Gram", "Pound",
    "Feet", "Foot",
];
