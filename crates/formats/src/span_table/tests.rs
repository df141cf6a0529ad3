//! Tables of spans and of articles as others write them, and damaged.

use crate::import::tests::read_all;
use crate::import::{Faulty, Head, Likeness, candidates};
use copydesk_document::Record;

fn read(files: &[(&str, &[u8])]) -> Vec<Result<Record, Faulty>> {
    read_all("csv", files).unwrap()
}

/// One line for each article.
fn check(bytes: &[u8], expected: &str) {
    let told: Vec<String> = read(&[("corpus.csv", bytes)])
        .into_iter()
        .map(told)
        .collect();
    assert_eq!(told.join("\n"), expected);
}

fn told(record: Result<Record, Faulty>) -> String {
    match record {
        Ok(record) => {
            let of = &record.metadata;
            let mut told = format!(
                "{}|{}|{}|{}",
                of.id,
                of.title,
                of.date,
                record.text.as_str()
            );
            for span in &record.spans {
                told.extend(["|", &span.label, "=", record.words(span)]);
            }
            for warning in &record.warnings {
                told.push_str("; ");
                told.push_str(warning);
            }
            told
        }
        Err(faulty) => faulty.to_string(),
    }
}

#[test]
fn columns_of_a_corpus_are_found_by_name() {
    check(
        b"\xef\xbb\xbfID,Headline,Publish Date,Body,Section\r\n7,NA,2026-05-01,\"He said \"\"no\"\",\r\nthen left.\",UK\r\n\
          8,Two,,NA,UK\r\n",
        "7|NA|2026-05-01|He said \"no\",\r\nthen left.; These columns were not read: “Section”\n8|Two||NA",
    );
    check(
        "title;text\nA;Café, closed\n".as_bytes(),
        "|A||Café, closed",
    );
    check(
        b"Class Index,Title,Description\n3,Rates,The bank left rates as they were on Thursday.\n",
        "|Rates||The bank left rates as they were on Thursday.; These columns were not read: “Class Index”, “Description”",
    );
    check(
        b"1,The bank left rates as they were on Thursday, as had been expected by all.\n"
            .replace_comma()
            .as_slice(),
        "|||The bank left rates as they were on Thursday as had been expected by all.",
    );
    let latin = b"id,text\n1,The caf\xe9 and the na\xefve fa\xe7ade of the r\xe9sum\xe9\n";
    let record = read(&[("a.csv", latin)]).remove(0).unwrap();
    assert_eq!(
        record.text.as_str(),
        "The café and the naïve façade of the résumé"
    );
}

trait ReplaceComma {
    fn replace_comma(&self) -> Vec<u8>;
}

impl ReplaceComma for [u8] {
    /// Leaves only the first comma, which is between cells.
    fn replace_comma(&self) -> Vec<u8> {
        let text = String::from_utf8(self.to_vec()).unwrap();
        let (first, rest) = text.split_once(',').unwrap();
        format!("{first},{}", rest.replace(',', "")).into_bytes()
    }
}

#[test]
fn spans_find_their_articles_beside_them() {
    let spans = "doc_id,span_id,label,start,end,text,status\r\narticle.txt,s1,FIGURE,16,20,3.5%,gold\r\n\
                 article.txt,s2,PLACE,70,99,London,gold\r\nother,s3,PLACE,0,1,x,gold\r\n";
    let text = "📈 Inflation hit 3.5%, Bank of England governor Andrew Bailey said in London.";
    let records = read(&[
        ("spans.csv", spans.as_bytes()),
        ("article.txt", text.as_bytes()),
    ]);
    let record = records.first().unwrap().as_ref().unwrap();
    let span = record.spans.first().unwrap();
    assert_eq!((record.words(span), span.id), ("3.5%", Some(1)));
    assert_eq!(span.attributes["status"].words, "gold");
    assert!(
        record
            .warnings
            .first()
            .unwrap()
            .starts_with("PLACE 70–99 is left out")
    );
    let missing = records[1].as_ref().unwrap_err().to_string();
    assert!(
        missing.starts_with("row 4, line 4: the text of “other” is not there"),
        "{missing}"
    );
}

#[test]
fn damage_is_reported_with_its_row() {
    check(
        b"id,text\n1,a,b\n2,\n3,\"never\n4,closed\n",
        "row 2, line 2: it has 3 cells where the first row has 2\nrow 3, line 3: its text is empty\n\
         row 4, line 4: a quotation mark is opened and never closed",
    );
    check(
        b"id,text\n1,\"one\" two\"\n2,fine \"as\" it is\n3,The caf\xe9 and the na\xefve fa\xe7ade of the r\xe9sum\xe9\n",
        "row 2, line 2: a quotation mark inside a quoted cell is not doubled\n2|||fine \"as\" it is\n\
         3|||The café and the naïve façade of the résumé; Read as windows-1252, a guess from the bytes",
    );
    check(
        b"doc_id,label,start,end\na,x,one,2\n",
        "row 2, line 2: the span begins at “one”, which is not a number of characters",
    );
}

#[test]
fn only_tables_are_taken_for_tables() {
    let first = |name: &str, text: &str| {
        let head = Head {
            name,
            bytes: text.as_bytes(),
        };
        let (importer, likeness) = candidates(&head).into_iter().next().unwrap();
        (importer.id(), likeness)
    };
    assert_eq!(first("a.txt", "id,text\n1,x\n"), ("csv", Likeness::Sure));
    assert_eq!(first("a", "id\ttext\n1\tx\n"), ("tsv", Likeness::Sure));
    assert_eq!(first("a.csv", "one,two\n1,x\n"), ("csv", Likeness::Maybe));
    assert_eq!(
        first("a.txt", "First, a headline\n\nThen, text.\n").0,
        "text"
    );
    assert_eq!(first("a.txt", "text\n\nThen text.\n").0, "text");
}
