//! What repeats on the pages of a PDF file: running heads, running feet, page numbers.

use std::collections::{BTreeMap, BTreeSet};

use crate::pdf::page::{Page, Piece};

/// A row at the top or the bottom of a page.
struct Row {
    page: usize,
    /// The pieces of the page that stand in it.
    pieces: Vec<usize>,
    /// Its words with every number alike.
    key: String,
    y: f64,
    is_outermost: bool,
}

/// How many rows at either end of a page may repeat.
const ROWS: usize = 3;

/// Takes the rows that repeat, and page numbers, out of `pages`.
pub(super) fn leave_out(pages: &mut [Page]) {
    let rows: Vec<Row> = pages
        .iter()
        .enumerate()
        .flat_map(|(index, page)| outer_rows(index, page))
        .collect();
    let mut places: BTreeMap<(&str, i64), BTreeSet<usize>> = BTreeMap::new();
    for row in &rows {
        let pages = places.entry((&row.key, height(row.y))).or_default();
        pages.insert(row.page);
    }
    let with_text = pages.iter().filter(|page| page.has_text()).count();
    let enough = with_text.div_ceil(3).max(2);
    let mut out: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for row in &rows {
        let at = height(row.y);
        let near = (at - 1..=at + 1).filter_map(|height| places.get(&(row.key.as_str(), height)));
        let repeats = near.map(BTreeSet::len).sum::<usize>() >= enough;
        if repeats || (row.is_outermost && is_page_number(&row.key)) {
            out.entry(row.page).or_default().extend(&row.pieces);
        }
    }
    // Where nothing else is on any page, it is no head.
    let gone: usize = out.values().map(BTreeSet::len).sum();
    let all: usize = pages.iter().map(|page| page.pieces.len()).sum();
    if gone == all {
        return;
    }
    for (page, pieces) in out {
        if let Some(page) = pages.get_mut(page) {
            let mut index = 0;
            page.pieces.retain(|_| {
                index += 1;
                !pieces.contains(&(index - 1))
            });
        }
    }
}

/// Rows of the same height stand less than a few points apart.
fn height(y: f64) -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "rounding is meant")]
    let height = (y / 4.0).round() as i64;
    height.clamp(-1_000_000, 1_000_000)
}

fn outer_rows(number: usize, page: &Page) -> Vec<Row> {
    let mut order: Vec<usize> = (0..page.pieces.len()).collect();
    let y = |index: &usize| page.pieces.get(*index).map_or(0.0, |piece| piece.y);
    order.sort_by(|one, other| y(other).total_cmp(&y(one)));
    let mut rows: Vec<Vec<usize>> = Vec::new();
    for index in order {
        match rows.last_mut() {
            Some(row)
                if row
                    .first()
                    .is_some_and(|first| (y(first) - y(&index)).abs() < 2.0) =>
            {
                row.push(index);
            }
            _ => rows.push(vec![index]),
        }
    }
    let count = rows.len();
    let heights: Vec<f64> = rows.iter().filter_map(|row| row.first().map(y)).collect();
    // A number close to the text is that of a note, or the last of a table.
    let is_apart = |place: usize| {
        let other = if place == 0 { 1 } else { place - 1 };
        let pair = heights.get(place).zip(heights.get(other));
        pair.is_none_or(|(one, other)| (one - other).abs() > 18.0)
    };
    rows.into_iter()
        .enumerate()
        .filter(|(place, _)| *place < ROWS || *place + ROWS >= count)
        .map(|(place, pieces)| {
            let is_outermost = (place == 0 || place + 1 == count) && is_apart(place);
            row(page, number, pieces, is_outermost)
        })
        .collect()
}

fn row(page: &Page, number: usize, mut pieces: Vec<usize>, is_outermost: bool) -> Row {
    let piece = |index: &usize| page.pieces.get(*index);
    let left = |index: &usize| piece(index).map_or(0.0, |piece| piece.left);
    pieces.sort_by(|one, other| left(one).total_cmp(&left(other)));
    let words: Vec<&str> = pieces
        .iter()
        .filter_map(|index| piece(index).map(|piece: &Piece| piece.text.as_str()))
        .collect();
    let y = pieces.first().and_then(piece).map_or(0.0, |piece| piece.y);
    Row {
        page: number,
        key: key(&words.join(" ")),
        pieces,
        y,
        is_outermost,
    }
}

/// `words` with each number as `#`.
fn key(words: &str) -> String {
    let mut key = String::new();
    for c in words.chars() {
        if !c.is_ascii_digit() {
            key.push(c);
        } else if !key.ends_with('#') {
            key.push('#');
        }
    }
    key
}

/// `12`, `– 12 –`, `Page 3 of 9`, `3/9`.
fn is_page_number(key: &str) -> bool {
    let words: String = key
        .chars()
        .filter(|c| c.is_alphanumeric() || *c == '#')
        .flat_map(char::to_lowercase)
        .collect();
    let numbers = [
        "#",
        "##",
        "#of#",
        "page#",
        "page#of#",
        "p#",
        "seite#",
        "seite#von#",
    ];
    numbers.contains(&words.as_str())
}
