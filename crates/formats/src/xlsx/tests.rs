//! Workbooks as Excel saves them, and damaged.

use crate::import::{Head, candidates, importer, read_bytes};
use crate::odt::tests::archive;

const BOOK: [(&str, &str); 5] = [
    (
        "_rels/.rels",
        "<Relationships><Relationship Id='rId1' Target='xl/workbook.xml' \
         Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'/></Relationships>",
    ),
    (
        "xl/workbook.xml",
        "<workbook xmlns:r='r'><sheets><sheet name='News' sheetId='1' r:id='rId1'/><sheet name='Empty' sheetId='2' r:id='rId2'/>\
         </sheets></workbook>",
    ),
    (
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id='rId1' Target='worksheets/sheet1.xml' \
         Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet'/><Relationship Id='rId2' \
         Target='/xl/worksheets/sheet2.xml' \
         Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet'/></Relationships>",
    ),
    (
        "xl/sharedStrings.xml",
        "<sst><si><t>id</t></si><si><t>Titel</t></si><si><t>Text</t></si><si><t>date</t></si><si><r><t xml:space='preserve'>Oda </t></r><r>\
         <t>left; \"so\",&#10;she said.</t></r><rPh><t>x</t></rPh></si></sst>",
    ),
    (
        "xl/styles.xml",
        "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='dd/mm/yyyy'/></numFmts><cellXfs><xf numFmtId='0'/>\
         <xf numFmtId='164'/></cellXfs></styleSheet>",
    ),
];

fn lines(sheet: &str) -> Vec<String> {
    let mut parts = BOOK.to_vec();
    parts.push(("xl/worksheets/sheet1.xml", sheet));
    parts.push((
        "xl/worksheets/sheet2.xml",
        "<worksheet><sheetData/></worksheet>",
    ));
    let bytes = archive(&parts);
    let head = Head {
        name: "a",
        bytes: &bytes,
    };
    assert_eq!(candidates(&head)[0].0.id(), "xlsx");
    match read_bytes(importer("xlsx").unwrap(), "a", &bytes) {
        Ok(records) => records
            .into_iter()
            .map(|record| match record {
                Ok(record) => {
                    let of = &record.metadata;
                    let text = record.text.as_str();
                    format!("{}|{}|{}|{text}", of.id, of.title, of.date)
                }
                Err(faulty) => faulty.to_string(),
            })
            .collect(),
        Err(error) => vec![error.to_string()],
    }
}

#[test]
fn rows_are_articles_with_strings_numbers_and_days_as_they_are_shown() {
    assert_eq!(
        lines(
            "<worksheet><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c><c r='C1' t='s'><v>2</v></c>\
             <c r='D1' t='s'><v>3</v></c></row><row r='2'><c r='A2'><v>7</v></c><c r='C2' t='s'><v>4</v></c><c r='D2' s='1'>\
             <v>45352</v></c></row><row r='3'/><row r='4'><c r='A4'><v>8</v></c><c r='C4' t='inlineStr'><is><t>Ann came.</t></is></c>\
             </row><row r='5'><c r='A5'><v>9</v></c></row></sheetData></worksheet>"
        ),
        [
            "7||2024-03-01|Oda left; \"so\",\nshe said.",
            "8|||Ann came.",
            "sheet “News”, row 4, line 5: its text is empty"
        ]
    );
}

#[test]
fn a_workbook_without_a_table_is_refused() {
    let why = lines("<worksheet><sheetData/></worksheet>");
    assert!(why[0].contains("the workbook holds no table"), "{why:?}");
    let why = lines("<worksheet><sheetData><row><c r='A1'>");
    assert!(why[0].contains("truncated"), "{why:?}");
}

#[test]
fn a_number_that_is_no_day_is_shown_as_it_is() {
    let days = [(2, "0.604166"), (3, "-5"), (4, "1e300"), (5, "45352.5")];
    let rows = days.map(|(row, day)| {
        format!(
            "<row r='{row}'><c r='A{row}'><v>{row}</v></c><c r='C{row}' t='inlineStr'><is><t>Ann.</t></is></c>\
             <c r='D{row}' s='1'><v>{day}</v></c></row>"
        )
    });
    let rows = rows.concat();
    let lines = lines(&format!(
        "<worksheet><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c><c r='C1' t='s'><v>2</v></c>\
         <c r='D1' t='s'><v>3</v></c></row>{rows}</sheetData></worksheet>"
    ));
    let days = lines
        .iter()
        .map(|line| line.split('|').nth(2).unwrap_or(line));
    let days: Vec<&str> = days.collect();
    assert_eq!(days[0], "0.604166");
    assert_eq!(days[1], "-5");
    assert!(days[2].starts_with("1000000"), "{days:?}");
    assert_eq!(days[3], "2024-03-01");
}

#[test]
fn a_cell_far_to_the_right_takes_no_memory() {
    let lines = lines(
        "<worksheet><sheetData><row r='1'><c r='A1' t='s'><v>2</v></c><c r='XFE1'><v>1</v></c><c r='ZZZZZZ1'><v>1</v></c></row>\
         <row r='2'><c r='A2' t='inlineStr'><is><t>Ann came.</t></is></c></row></sheetData></worksheet>",
    );
    assert_eq!(lines, ["|||Ann came."]);
}

#[test]
fn a_picture_of_any_size_does_not_matter() {
    let mut parts = BOOK.to_vec();
    let sheet = "<worksheet><sheetData><row r='1'><c r='A1' t='s'><v>2</v></c></row><row r='2'><c r='A2' t='inlineStr'><is>\
                 <t>Ann came.</t></is></c></row></sheetData></worksheet>";
    let picture = "\0".repeat(70 << 20);
    parts.push(("xl/worksheets/sheet1.xml", sheet));
    parts.push((
        "xl/worksheets/sheet2.xml",
        "<worksheet><sheetData/></worksheet>",
    ));
    parts.push(("xl/media/image1.bmp", &picture));
    let read = read_bytes(importer("xlsx").unwrap(), "a", &archive(&parts)).unwrap();
    assert_eq!(read[0].as_ref().unwrap().text.as_str(), "Ann came.");
}
