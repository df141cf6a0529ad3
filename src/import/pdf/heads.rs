//! What repeats on the pages of a PDF file: running heads, running feet, page numbers.

use std::collections::BTreeMap;

use crate::import::pdf::page::{Page, Piece};

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
    let mut places: BTreeMap<&str, Vec<(usize, f64)>> = BTreeMap::new();
    for row in &rows {
        places.entry(&row.key).or_default().push((row.page, row.y));
    }
    let with_text = pages.iter().filter(|page| page.has_text()).count();
    let enough = with_text.div_ceil(3).max(2);
    let mut out: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for row in &rows {
        let same_place = places.get(row.key.as_str()).map_or(0, |places| {
            let near = places.iter().filter(|(_, y)| (y - row.y).abs() < 4.0);
            near.map(|(page, _)| page)
                .collect::<std::collections::BTreeSet<_>>()
                .len()
        });
        if same_place >= enough || (row.is_outermost && is_page_number(&row.key)) {
            out.entry(row.page).or_default().extend(&row.pieces);
        }
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
    rows.into_iter()
        .enumerate()
        .filter(|(place, _)| *place < ROWS || *place + ROWS >= count)
        .map(|(place, pieces)| row(page, number, pieces, place == 0 || place + 1 == count))
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
    for sign in words.chars() {
        if !sign.is_ascii_digit() {
            key.push(sign);
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
        .filter(|sign| sign.is_alphanumeric() || *sign == '#')
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
