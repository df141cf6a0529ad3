//! The sheets of a workbook, each as a table.

use std::io::Cursor;

use calamine::{Reader as _, SheetType, Xlsx, XlsxError};

use crate::Format;
use crate::import::{Each, Faulty, Head, ImportError, Importer, Likeness, Source, importer};
use crate::package::{self, Package};
use crate::xlsx::FORMAT;
use crate::xlsx::cells::rows;

pub(super) struct Reader;

impl Importer for Reader {
    fn format(&self) -> &'static Format {
        &FORMAT
    }

    fn decodes(&self) -> bool {
        true
    }

    fn recognize(&self, head: &Head<'_>) -> Likeness {
        package::likeness(head, &["xlsx", "xlsm", "xltx"], |bytes| {
            bytes.windows(12).any(|bytes| bytes == b"xl/workbook.")
        })
    }

    fn read(&self, source: &mut Source<'_>, each: &mut Each<'_>) -> Result<(), ImportError> {
        let bytes = source.bytes()?;
        let mut book = opened(&bytes)?;
        let table =
            importer("csv").ok_or_else(|| ImportError::malformed("", "tables are not read"))?;
        let sheets = book.sheets_metadata().iter();
        let sheets = sheets.filter(|sheet| sheet.typ == SheetType::WorkSheet);
        let names: Vec<String> = sheets.map(|sheet| sheet.name.clone()).collect();
        let mut has_rows = false;
        for name in &names {
            let rows = rows(&mut book, name)?;
            if rows.is_empty() {
                continue;
            }
            has_rows = true;
            let csv = as_csv(&rows)?;
            let mut input = csv.as_slice();
            let mut sheet = Source {
                name: source.name,
                input: &mut input,
                beside: &mut |_| None,
            };
            let mut is_enough = false;
            let read = table.read(&mut sheet, &mut |record| {
                let place = |faulty: Faulty| Faulty {
                    place: format!("sheet “{name}”, {}", faulty.place),
                    ..faulty
                };
                let flow = each(record.map_err(place));
                is_enough = flow.is_break();
                flow
            });
            if is_enough {
                return Ok(());
            }
            // A sheet of other things does not hinder the next.
            if let Err(error) = read
                && each(Err(Faulty::new(
                    format!("sheet “{name}”"),
                    error.to_string(),
                )))
                .is_break()
            {
                return Ok(());
            }
        }
        if has_rows {
            return Ok(());
        }
        let what = "the workbook holds no table; save the sheet as CSV and open that";
        Err(ImportError::malformed("", what))
    }
}

fn as_csv(rows: &[Vec<String>]) -> Result<Vec<u8>, ImportError> {
    let failed = |error: &dyn std::fmt::Display| ImportError::Io(error.to_string());
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).map_err(|error| failed(&error))?;
    }
    writer.into_inner().map_err(|error| failed(&error))
}

/// A workbook whose sheets unpack within limits, opened. Pictures are not unpacked.
fn opened(bytes: &[u8]) -> Result<Xlsx<Cursor<&[u8]>>, ImportError> {
    let mut package = Package::open(bytes)?;
    let is_read = |name: &String| {
        let name = name.to_ascii_lowercase();
        [".xml", ".rels"]
            .iter()
            .any(|ending| name.ends_with(ending))
    };
    for name in package.names().iter().filter(|name| is_read(name)) {
        package.check(name)?;
    }
    Xlsx::new(Cursor::new(bytes)).map_err(|error| failed(&error))
}

pub(super) fn failed(error: &XlsxError) -> ImportError {
    ImportError::malformed(
        "",
        format!("the workbook is damaged or truncated; get it again ({error})"),
    )
}
