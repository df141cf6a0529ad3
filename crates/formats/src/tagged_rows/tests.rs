//! Files of tagged words as others write them, and damaged ones.

use crate::import::tests::read_all;
use crate::import::{Faulty, Head, Likeness, candidates};
use crate::testing::writing::{DETAILS, PLACES, check_file, check_losses};
use copydesk_document::Record;

fn read(bytes: &[u8]) -> Vec<Result<Record, Faulty>> {
    read_all("conll2003", &[("data.conll", bytes)]).unwrap()
}

/// One line for each article: its id, its text and its spans.
fn check(file: &str, expected: &str) {
    let line = |record: Result<Record, Faulty>| match record {
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
    let found: Vec<String> = read(file.as_bytes()).into_iter().map(line).collect();
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
    // Bytes that are wrong among many that are right.
    let mut bytes = b"-DOCSTART-\n\nParis B-LOC\n\xff\xfe O\n".to_vec();
    bytes.extend("café O\n".repeat(40).as_bytes());
    bytes.extend(b"-DOCSTART-\n\nRome B-LOC\n");
    let broken = read(&bytes);
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

#[test]
fn overlaps_line_ends_and_emoji_have_their_places() {
    check_file(
        "conll2003",
        PLACES,
        "data",
        "-DOCSTART- -X- O O

📈 -X- _ O
Inflation -X- _ O
hit -X- _ O
3.5 -X- _ B-figure
% -X- _ I-figure
, -X- _ O
Andrew -X- _ B-person
Bailey -X- _ I-person
said -X- _ I-person
in -X- _ O
“ -X- _ O
London -X- _ B-place
” -X- _ O
. -X- _ O

",
    );
    check_file(
        "conll2003",
        PLACES,
        "data.offsets",
        r#"{"id":"a 1","text":"📈 Inflation hit 3.5%, Andrew Bailey\nsaid in “London”.","tokens":[[0,1],[2,11],[12,15],[16,19],[19,20],[20,21],[22,28],[29,35],[36,40],[41,43],[44,45],[45,51],[51,52],[52,53]]}
"#,
    );
    check_file(
        "iob2",
        PLACES,
        "data",
        "-DOCSTART- (a%201)\tO\tO\tO\tO\n\n\
         📈\tO\tO\tO\tO\n\
         Inflation\tO\tO\tB-claim\tO\n\
         hit\tO\tO\tI-claim\tO\n\
         3.5\tO\tB-figure\tI-claim\tO\n\
         %\tO\tI-figure\tI-claim\tO\n\
         ,\tO\tO\tO\tO\n\
         Andrew\tB-person\tO\tO\tO\n\
         Bailey\tI-person\tO\tO\tO\n\
         said\tI-person\tO\tO\tO\n\
         in\tO\tO\tO\tO\n\
         “\tO\tO\tO\tO\n\
         London\tB-place\tO\tO\tO\n\
         ”\tO\tO\tO\tO\n\
         .\tO\tO\tO\tO\n\n",
    );
    check_file(
        "bilou",
        PLACES,
        "data",
        "-DOCSTART- (a%201)\tO\tO\tO\tO\n\n\
         📈\tO\tO\tO\tO\n\
         Inflation\tO\tO\tB-claim\tO\n\
         hit\tO\tO\tI-claim\tO\n\
         3.5\tO\tB-figure\tI-claim\tO\n\
         %\tO\tL-figure\tL-claim\tO\n\
         ,\tO\tO\tO\tO\n\
         Andrew\tB-person\tO\tO\tO\n\
         Bailey\tI-person\tO\tO\tO\n\
         said\tL-person\tO\tO\tO\n\
         in\tO\tO\tO\tO\n\
         “\tO\tO\tO\tO\n\
         London\tU-place\tO\tO\tO\n\
         ”\tO\tO\tO\tO\n\
         .\tO\tO\tO\tO\n\n",
    );
}

#[test]
fn what_a_span_carries_is_written_and_what_would_break_the_file_is_escaped() {
    check_file(
        "conll2003",
        DETAILS,
        "data",
        r#"-DOCSTART- -X- O O

📈 -X- _ O
Ann -X- _ B-person
: -X- _ O
3 -X- _ B-figure
% -X- _ I-figure
" -X- _ O
x -X- _ O
" -X- _ O
< -X- _ O
& -X- _ O
> -X- _ O
\ -X- _ O
Rome -X- _ O

"#,
    );
    check_file(
        "conll2003",
        DETAILS,
        "data.offsets",
        r#"{"id":"a","text":"📈 Ann: 3%\t\"x\" <&> \\ Rome","tokens":[[0,1],[2,5],[5,6],[7,8],[8,9],[10,11],[11,12],[12,13],[14,15],[15,16],[16,17],[18,19],[20,24]]}
"#,
    );
}

#[test]
fn what_is_lost_is_reported() {
    check_losses(
        "conll2003",
        PLACES,
        &[
            "a 1: span of claim “Inflation hit 3.5%” at 2: its label overlaps others, and the format has one column of tags; use IOB2 or BILOU columns",
            "a 1: edges of place “Lond” at 45: it does not begin and end with whole words; it was widened to them",
        ],
    );
    check_losses(
        "conll2003",
        DETAILS,
        &[
            "a: title: the format has no place for it",
            "a: span of place “Rome” at 20: it was rejected, which the format cannot express",
            "a: origin of person “Ann” at 2: the format has no place for it",
            "a: note of person “Ann” at 2: the format has no place for it",
            "a: state of figure “3%” at 7: the format has no place for it",
            "a: origin of figure “3%” at 7: the format has no place for it",
            "a: value of figure “3%” at 7: the format has no place for it",
        ],
    );
    check_losses(
        "iob2",
        PLACES,
        &[
            "a 1: edges of place “Lond” at 45: it does not begin and end with whole words; it was widened to them",
        ],
    );
    check_losses(
        "iob2",
        DETAILS,
        &[
            "a: title: the format has no place for it",
            "a: span of place “Rome” at 20: it was rejected, which the format cannot express",
            "a: origin of person “Ann” at 2: the format has no place for it",
            "a: note of person “Ann” at 2: the format has no place for it",
            "a: state of figure “3%” at 7: the format has no place for it",
            "a: origin of figure “3%” at 7: the format has no place for it",
            "a: value of figure “3%” at 7: the format has no place for it",
        ],
    );
    check_losses(
        "bilou",
        PLACES,
        &[
            "a 1: edges of place “Lond” at 45: it does not begin and end with whole words; it was widened to them",
        ],
    );
    check_losses(
        "bilou",
        DETAILS,
        &[
            "a: title: the format has no place for it",
            "a: span of place “Rome” at 20: it was rejected, which the format cannot express",
            "a: origin of person “Ann” at 2: the format has no place for it",
            "a: note of person “Ann” at 2: the format has no place for it",
            "a: state of figure “3%” at 7: the format has no place for it",
            "a: origin of figure “3%” at 7: the format has no place for it",
            "a: value of figure “3%” at 7: the format has no place for it",
        ],
    );
}
