//! CoNLL-U as others write it, and damaged.

use crate::import::Faulty;
use crate::import::tests::read_all;
use copydesk_document::Record;

fn check(file: &str, expected: &str) {
    let records = read_all("conllu", &[("data.conllu", file.as_bytes())]).unwrap();
    let told: Vec<String> = records.into_iter().map(told).collect();
    assert_eq!(told.join("\n"), expected);
}

fn told(record: Result<Record, Faulty>) -> String {
    match record {
        Ok(record) => {
            let spans: Vec<String> = record
                .spans
                .iter()
                .map(|span| format!("{}={}", span.label, record.words(span)))
                .collect();
            let text = record.text.as_str().replace('\n', "/");
            let mut told = format!("{}: {text}: {}", record.metadata.id, spans.join(", "));
            for warning in record.warnings {
                told.push_str("; ");
                told.push_str(&warning);
            }
            told
        }
        Err(faulty) => faulty.to_string(),
    }
}

/// A row with what matters here.
fn row(id: &str, word: &str, misc: &str) -> String {
    format!("{id}\t{word}\t_\t_\t_\t_\t_\t_\t_\t{misc}\n")
}

#[test]
fn entities_in_brackets_are_read() {
    let file = [
        "# newdoc id = a\n# global.Entity = eid-etype-head-other\n".to_owned(),
        row("1", "Anna", "Entity=(e1-person-1-x:y(e2-name"),
        row("2", "Berg", "Entity=e2)e1)"),
        row("3", "left", "Entity=(e3--1)"),
        row(
            "4",
            "Paris",
            "Entity=(e4-place-1-)(e1-person-1-|SpaceAfter=No",
        ),
        row("5", ".", "Entity=e1)e9)"),
    ]
    .concat();
    check(
        &file,
        "a: Anna Berg left Paris.: name=Anna Berg, person=Anna Berg, entity=left, person=Paris., \
         place=Paris; Line 7: the entity “e9” ends without beginning; it was left out",
    );
}

#[test]
fn tags_words_in_one_and_paragraphs_are_read() {
    let file = [
        row("1", "Anna", "start_char=0|ner=B-PERSON"),
        row("2", "Berg", "ner=E-PERSON"),
        row("3-4", "didn't", "_"),
        row("3", "did", "_"),
        row("4", "not", "_"),
        row("4.1", "go", "_"),
        "\n# newpar\n".to_owned(),
        row("1", "“", "SpaceAfter=No"),
        row("2", "No", "ner=S-ORG"),
    ]
    .concat();
    check(&file, ": Anna Berg didn't//“No: PERSON=Anna Berg, ORG=No");
}

#[test]
fn damage_is_reported_with_its_line() {
    let file = format!(
        "# newdoc\n{}# newdoc id = b\n{}\n",
        row("one", "x", "_"),
        "1\tx"
    );
    check(
        &file,
        "line 2: “one” is not a word number\nline 4: a row needs ten tab-separated columns",
    );
    let file = row("1", "x", "Entity=(e1-person-1-");
    check(
        &file,
        ": x: person=x; Line 1: the entity “person” does not end; only its first word was taken",
    );
}
