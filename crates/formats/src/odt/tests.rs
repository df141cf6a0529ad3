//! Texts as `LibreOffice` saves them, and damaged.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::import::{Head, ImportError, candidates, importer, read_bytes};
use copydesk_document::Record;

/// An archive of these parts.
pub(crate) fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    // As the part that names the kind has to be.
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, contents) in parts {
        archive.start_file(*name, options).unwrap();
        archive.write_all(contents.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

const MIMETYPE: (&str, &str) = ("mimetype", "application/vnd.oasis.opendocument.text");

fn read(body: &str) -> Result<Record, ImportError> {
    let content = format!(
        "<office:document-content xmlns:office='o' xmlns:text='t' xmlns:table='b' xmlns:draw='d'><office:body>\
         <office:text>{body}</office:text></office:body></office:document-content>"
    );
    let about = "<office:document-meta xmlns:office='o' xmlns:dc='d' xmlns:meta='m'><office:meta><dc:title>New  ropes</dc:title>\
                 <meta:initial-creator>Ann Holm</meta:initial-creator><dc:date>2024-03-01T08:00:00</dc:date></office:meta>\
                 </office:document-meta>";
    let bytes = archive(&[MIMETYPE, ("content.xml", &content), ("meta.xml", about)]);
    let head = Head {
        name: "a",
        bytes: &bytes,
    };
    assert_eq!(candidates(&head)[0].0.id(), "odt");
    let mut records = read_bytes(importer("odt").unwrap(), "a", &bytes)?;
    Ok(records.pop().unwrap().unwrap())
}

#[test]
fn each_word_is_there_once_and_in_its_place() {
    let record = read(
        "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes><text:h>Ropes</text:h>\n <text:p>Oda \
         <text:span>Lind</text:span><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p>\
         </text:note-body></text:note> left<text:s text:c='2'/>at<text:line-break/>noon<office:annotation><text:p>why?</text:p>\
         </office:annotation>.<draw:frame><draw:text-box><text:p>A box.</text:p></draw:text-box></draw:frame> Then it rained.</text:p>\
         <text:list><text:list-item><text:p>One</text:p></text:list-item><text:list-item><text:p>Two</text:p></text:list-item></text:list>\
         <table:table><table:table-row><table:table-cell><text:p>Cost</text:p></table:table-cell><table:table-cell><text:p>€3m</text:p>\
         </table:table-cell></table:table-row></table:table>",
    )
    .unwrap();
    assert_eq!(
        record.text.as_str(),
        "Ropes\n\nOda Lind left  at\nnoon. Then it rained.\n\nA box.\n\nOne\nTwo\n\nCost\t€3m\n\nA note."
    );
    let of = &record.metadata;
    assert_eq!(
        [&of.title, &of.byline, &of.date],
        ["New ropes", "Ann Holm", "2024-03-01"]
    );
}

#[test]
fn what_holds_no_text_is_refused() {
    let why = |bytes: &[u8]| {
        read_bytes(importer("odt").unwrap(), "a.odt", bytes)
            .unwrap_err()
            .to_string()
    };
    assert!(why(&archive(&[MIMETYPE])).contains("holds no text of LibreOffice"));
    assert!(
        read("<text:p/>")
            .unwrap_err()
            .to_string()
            .contains("holds no text")
    );
    assert!(why(b"PK\x03\x04torn").contains("damaged"));
    let entity = ("content.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>");
    assert!(why(&archive(&[MIMETYPE, entity])).contains("entities"));
}
