//! What the cells of a sheet show.

use crate::import::ImportError;
use crate::xml::read::{Node, Piece, Tree, Xml};
use copydesk_document::Day;

/// What cells refer to.
#[derive(Default)]
pub(super) struct Shared {
    pub words: Vec<String>,
    /// Whether numbers in cells of this style are days.
    pub dates: Vec<bool>,
    /// Whether days are counted from 1904, as Excel for the Mac once did.
    pub is_1904: bool,
}

/// As many columns as Excel has.
const MOST_COLUMNS: usize = 16_384;

/// More cells than this are no table of articles.
const MOST_CELLS: usize = 5_000_000;

/// The cells of each row of the sheet in `part` that has any.
pub(super) fn rows(part: &str, shared: &Shared) -> Result<Vec<Vec<String>>, ImportError> {
    let mut xml = Xml::new(part);
    let (mut rows, mut count) = (Vec::new(), 0);
    while let Some(piece) = xml.next()? {
        let Piece::Start(element) = piece else {
            continue;
        };
        if element.local_name() != "row" {
            continue;
        }
        let tree = xml.tree(element)?;
        let mut row: Vec<String> = Vec::new();
        for cell in tree.children("c") {
            let place = cell.element.attribute("r").and_then(column);
            let at = place.unwrap_or(row.len());
            if at >= MOST_COLUMNS {
                continue;
            }
            row.resize(row.len().max(at + 1), String::new());
            if let Some(slot) = row.get_mut(at) {
                *slot = shown(cell, shared);
            }
        }
        count += row.len();
        if count > MOST_CELLS {
            return Err(ImportError::Limit(
                "its sheet has more than five million cells; split it",
            ));
        }
        if row.iter().any(|cell| !cell.trim().is_empty()) {
            rows.push(row);
        }
    }
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    if width.saturating_mul(rows.len()) > MOST_CELLS {
        return Err(ImportError::Limit(
            "its sheet has more than five million cells; split it",
        ));
    }
    for row in &mut rows {
        row.resize(width, String::new());
    }
    Ok(rows)
}

/// The column of a place such as `AB12`, from 0.
fn column(place: &str) -> Option<usize> {
    let letters = place.bytes().take_while(u8::is_ascii_alphabetic);
    let number = letters.fold(0_usize, |number, letter| {
        let letter = usize::from(letter.to_ascii_uppercase() - b'A') + 1;
        number.saturating_mul(26).saturating_add(letter)
    });
    number.checked_sub(1)
}

fn shown(cell: &Tree, shared: &Shared) -> String {
    let value = || cell.find(&["v"]).map(Tree::text).unwrap_or_default();
    match cell.element.attribute("t") {
        Some("s") => {
            let at = value().trim().parse::<usize>().ok();
            at.and_then(|at| shared.words.get(at).cloned())
                .unwrap_or_default()
        }
        Some("inlineStr") => cell.find(&["is"]).map(words).unwrap_or_default(),
        Some("b") => if value() == "1" { "true" } else { "false" }.to_owned(),
        Some(_) => value(),
        None => {
            let style = cell
                .element
                .attribute("s")
                .and_then(|style| style.parse::<usize>().ok());
            let is_date = style.and_then(|style| shared.dates.get(style)).copied();
            let number = value();
            let day = is_date
                .unwrap_or(false)
                .then(|| day(&number, shared.is_1904))
                .flatten();
            day.unwrap_or(number)
        }
    }
}

/// The words of a string, also where parts of it look different; not how they are pronounced.
pub(super) fn words(string: &Tree) -> String {
    let mut words = String::new();
    for child in &string.children {
        if let Node::Tree(tree) = child {
            match tree.element.local_name() {
                "t" => words.push_str(&tree.text()),
                "r" => words.push_str(&tree.find(&["t"]).map(Tree::text).unwrap_or_default()),
                _ => {}
            }
        }
    }
    words
}

/// The day that a number of Excel’s is, as `2024-03-01`.
fn day(number: &str, is_1904: bool) -> Option<String> {
    let (days, _) = number.split_once('.').unwrap_or((number, ""));
    let days: i32 = days
        .parse()
        .ok()
        .filter(|days| (1..3_000_000).contains(days))?;
    // Excel counts from 1900 and takes that for a leap year.
    let since_1970 = if is_1904 {
        days - 24_107
    } else {
        days - 25_569
    };
    Some(Day::from_number(since_1970).to_string())
}
