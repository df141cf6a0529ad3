//! The sheets of a workbook, each as a table.

use std::collections::BTreeMap;

use crate::Format;
use crate::import::{Each, Faulty, Head, ImportError, Importer, Likeness, Source, importer};
use crate::package::{self, Package};
use crate::xlsx::FORMAT;
use crate::xlsx::cells::{Shared, rows, words};
use crate::xml::read::{Piece, Tree, Xml};

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
        let mut package = Package::open(&bytes)?;
        let book = Book::of(&mut package)?;
        let table =
            importer("csv").ok_or_else(|| ImportError::malformed("", "tables are not read"))?;
        let mut has_rows = false;
        for (name, part) in &book.sheets {
            let Some(part) = package.part(part)? else {
                continue;
            };
            let rows = rows(&part, &book.shared)?;
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

#[derive(Default)]
struct Book {
    /// Names, and where each is in the archive.
    sheets: Vec<(String, String)>,
    shared: Shared,
}

impl Book {
    fn of(package: &mut Package<'_>) -> Result<Self, ImportError> {
        let mut book = Self::default();
        let mut part = |name: &str| -> Result<Option<Tree>, ImportError> {
            package.part(name)?.map(|part| root(&part)).transpose()
        };
        let workbook = part("xl/workbook.xml")?;
        let relations = part("xl/_rels/workbook.xml.rels")?;
        let targets: BTreeMap<String, String> = relations
            .iter()
            .flat_map(|tree| tree.children("Relationship"))
            .filter_map(|relation| {
                let attribute = |name| relation.element.attribute(name);
                Some((attribute("Id")?.to_owned(), path_of(attribute("Target")?)))
            })
            .collect();
        if let Some(workbook) = &workbook {
            let about = workbook.find(&["workbookPr"]);
            let about = about.and_then(|about| about.element.attribute("date1904"));
            book.shared.is_1904 = matches!(about, Some("1" | "true"));
            for sheet in workbook
                .find(&["sheets"])
                .into_iter()
                .flat_map(|all| all.children("sheet"))
            {
                let name = sheet
                    .element
                    .attribute("name")
                    .unwrap_or_default()
                    .to_owned();
                let id = sheet
                    .element
                    .attributes
                    .iter()
                    .find(|(name, _)| name.ends_with(":id"));
                let target = id.and_then(|(_, id)| targets.get(id));
                book.sheets
                    .extend(target.map(|target| (name, target.clone())));
            }
        }
        if let Some(strings) = part("xl/sharedStrings.xml")? {
            book.shared.words = strings.children("si").map(words).collect();
        }
        if let Some(styles) = part("xl/styles.xml")? {
            book.shared.dates = dates(&styles);
        }
        Ok(book)
    }
}

/// A target of the workbook’s relations from the root of the archive.
fn path_of(target: &str) -> String {
    target
        .strip_prefix('/')
        .map_or_else(|| format!("xl/{target}"), str::to_owned)
}

/// Which styles of cells show a day.
fn dates(styles: &Tree) -> Vec<bool> {
    let own: BTreeMap<&str, bool> = styles
        .find(&["numFmts"])
        .into_iter()
        .flat_map(|all| all.children("numFmt"))
        .filter_map(|format| {
            let code = format.element.attribute("formatCode")?;
            // What stands in quotes or brackets is shown as it is, or a color.
            let code = code.split(['"', '[', ']']).step_by(2).collect::<String>();
            let is_date = code.contains(['y', 'Y']) || code.contains(['d', 'D']);
            Some((format.element.attribute("numFmtId")?, is_date))
        })
        .collect();
    let formats = styles
        .find(&["cellXfs"])
        .into_iter()
        .flat_map(|all| all.children("xf"));
    formats
        .map(|format| {
            let id = format.element.attribute("numFmtId").unwrap_or_default();
            let built_in = matches!(id, "14" | "15" | "16" | "17" | "22");
            own.get(id).copied().unwrap_or(built_in)
        })
        .collect()
}

fn root(part: &str) -> Result<Tree, ImportError> {
    let mut xml = Xml::new(part);
    while let Some(piece) = xml.next()? {
        if let Piece::Start(element) = piece {
            return xml.tree(element);
        }
    }
    Err(ImportError::malformed(
        "",
        "the workbook is damaged; get it again",
    ))
}
