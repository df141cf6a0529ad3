//! Files of tagged words as others write them, and damaged ones.

use crate::import::tests::read_all;
use crate::import::{Faulty, Head, Likeness, candidates};
use copydesk_document::Record;

fn read(bytes: &[u8]) -> Vec<Result<Record, Faulty>> {
    read_all("conll2003", &[("data.conll", bytes)]).unwrap()
}

/// One line for each article: its id, its text and its spans.
fn check(file: &str, expected: &str) {
    let told = |record: Result<Record, Faulty>| match record {
        Ok(record) => {
            let spans: Vec<String> = record
                .spans
                .iter()
                .map(|span| format!("{}={}", span.label, record.words(span)))
                .collect();
            let text = record.text.as_str().replace('\n', "/");
            format!("{}: {text}: {}", record.metadata.id, spans.join(", "))
        }
        Err(faulty) => faulty.to_string(),
    };
    let found: Vec<String> = read(file.as_bytes()).into_iter().map(told).collect();
    assert_eq!(found.join("\n"), expected);
}

#[test]
fn the_shared_tasks_own_files_are_read() {
    check(
        "-DOCSTART- -X- O O\n\nEU NNP I-NP I-ORG\nrejects VBZ I-VP O\nGerman JJ I-NP I-MISC\n\n\
         Peter NNP I-NP I-PER\nBlackburn NNP I-NP I-PER\n\n-DOCSTART- -X- -X- O\n\nBRUSSELS NNP B-NP B-LOC\n",
        ": EU rejects German/Peter Blackburn: ORG=EU, MISC=German, PER=Peter Blackburn\n\
         : BRUSSELS: LOC=BRUSSELS",
    );
}

#[test]
fn other_layouts_are_read() {
    // Two columns without documents, as for shared tasks on tweets.
    check(
        "@paul\tO\nin\tO\nEmpire\tB-location\nState\tI-location\n\n#\tO\r\nok\tO\r\n",
        ": @paul in Empire State/# ok: location=Empire State",
    );
    // Counted tokens, a comment with the source, and nested names in a column of their own.
    check(
        "#\thttp://example.org/1\t[2009-10-17]\n1\tUniversität\tB-ORG\tO\n2\tMarburg\tI-ORG\tB-LOC\n",
        ": Universität Marburg: ORG=Universität Marburg, LOC=Marburg",
    );
    // Counted tokens with columns behind the tags.
    check(
        "# sent_id = 1\n# text = Paris is.\n1\tParis\tB-LOC\t-\t-\n2\tis\tO\t-\t-\n",
        ": Paris is: LOC=Paris",
    );
    check(
        "-DOCSTART- (1 EU)\nJean\tB-PER\nDupont\tE-PER\nParis\tS-LOC\n",
        "1 EU: Jean Dupont Paris: PER=Jean Dupont, LOC=Paris",
    );
}

#[test]
fn damage_is_reported_with_its_line() {
    let cut = read(b"Paris\tO\tB-LOC\nis\tO\tO\nfa");
    let record = cut.first().unwrap().as_ref().unwrap();
    assert_eq!(record.spans.len(), 1);
    assert!(
        record
            .warnings
            .first()
            .unwrap()
            .starts_with("Line 3 has 1 columns")
    );
    check(
        "one\ntwo\n",
        "line 1: no column holds tags such as “B-PER” and “O”; check that this is a file of tagged words",
    );
    let broken = read(b"-DOCSTART-\n\nParis B-LOC\n\xff\xfe O\n-DOCSTART-\n\nRome B-LOC\n");
    assert!(
        broken
            .first()
            .unwrap()
            .as_ref()
            .unwrap_err()
            .to_string()
            .starts_with("line 4: the line is not UTF-8")
    );
    assert_eq!(broken.len(), 2);
    assert!(broken[1].is_ok());
}

#[test]
fn a_tag_without_a_word_is_left_out_with_its_line() {
    let file = "Anna\tB-PER\n\tB-LOC\nleft\tO\n";
    check(file, ": Anna  left: PER=Anna");
    let record = read(file.as_bytes()).remove(0).unwrap();
    assert_eq!(
        record.warnings,
        ["Line 2 has no word; its “LOC” is left out"]
    );
}

#[test]
fn only_files_of_tagged_words_are_taken_for_such() {
    let first = |text: &str| {
        let head = Head {
            name: "x.txt",
            bytes: text.as_bytes(),
        };
        let (importer, likeness) = candidates(&head).into_iter().next().unwrap();
        (importer.id(), likeness)
    };
    assert_eq!(first("EU B-ORG\nsays O\n"), ("iob2", Likeness::Sure));
    assert_eq!(first("EU U-ORG\nsays O\n"), ("bilou", Likeness::Sure));
    assert_eq!(
        first("-DOCSTART- -X- O O\n\nEU -X- _ B-ORG\n"),
        ("conll2003", Likeness::Sure)
    );
    assert_eq!(first("Take vitamin B-12\nIt helps.\n").0, "text");
    assert_eq!(first("Talks fail\n\nMinisters left.\n").0, "text");
}
