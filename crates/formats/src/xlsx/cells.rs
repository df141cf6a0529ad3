//! What the cells of a sheet show.

use std::io::{Read, Seek};
use std::ops::Range;

use calamine::{DataRef, ExcelDateTime, Xlsx};

use crate::import::ImportError;
use crate::xlsx::read::failed;

/// More cells than this are no table of articles.
const MOST_CELLS: usize = 5_000_000;

/// As many columns as Excel has.
const MOST_COLUMNS: usize = 16_384;

const TOO_MANY: ImportError =
    ImportError::Limit("its sheet has more than five million cells; split it");

/// The cells of each row of the sheet called `name` that has any, all rows of one length. One cell at a time
/// is read: a far corner that is filled makes no table of all cells before it.
pub(super) fn rows<R: Read + Seek>(
    book: &mut Xlsx<R>,
    name: &str,
) -> Result<Vec<Vec<String>>, ImportError> {
    let mut cells = book
        .worksheet_cells_reader(name)
        .map_err(|error| failed(&error))?;
    let mut rows: Vec<Vec<String>> = Vec::new();
    let (mut number, mut count) = (None, 0);
    while let Some(cell) = cells.next_cell().map_err(|error| failed(&error))? {
        let shown = shown(cell.get_value());
        if shown.trim().is_empty() {
            continue;
        }
        let (row, column) = cell.get_position();
        let column = column as usize;
        if column >= MOST_COLUMNS {
            continue;
        }
        if number != Some(row) {
            number = Some(row);
            rows.push(Vec::new());
        }
        let Some(last) = rows.last_mut() else {
            continue;
        };
        let before = last.len();
        last.resize(before.max(column + 1), String::new());
        count += last.len() - before;
        if count > MOST_CELLS {
            return Err(TOO_MANY);
        }
        if let Some(slot) = last.get_mut(column) {
            *slot = shown;
        }
    }
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    if width.saturating_mul(rows.len()) > MOST_CELLS {
        return Err(TOO_MANY);
    }
    for row in &mut rows {
        row.resize(width, String::new());
    }
    Ok(rows)
}

/// The numbers that are days, up to the end of the year 9999; below are times of day.
const DAYS: Range<f64> = 1.0..2_958_466.0;

fn shown(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(words) => words.clone(),
        DataRef::SharedString(words) => (*words).to_owned(),
        DataRef::Bool(is_true) => is_true.to_string(),
        DataRef::DateTime(time) if time.is_datetime() && DAYS.contains(&time.as_f64()) => day(time),
        DataRef::DateTime(time) => time.as_f64().to_string(),
        DataRef::DateTimeIso(time) => time.split('T').next().unwrap_or_default().to_owned(),
        DataRef::DurationIso(time) => time.clone(),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

/// As `2024-03-01`, whatever the cell’s format.
fn day(time: &ExcelDateTime) -> String {
    let (year, month, day, ..) = time.to_ymd_hms_milli();
    format!("{year:04}-{month:02}-{day:02}")
}
