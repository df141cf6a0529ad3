//! CoNLL-U as others write it, and damaged.

use crate::import::Faulty;
use crate::import::tests::read_all;
use crate::testing::writing::{DETAILS, PLACES, check_file, check_losses};
use copydesk_document::Record;

fn check(file: &str, expected: &str) {
    let records = read_all("conllu", &[("data.conllu", file.as_bytes())]).unwrap();
    let line: Vec<String> = records.into_iter().map(line).collect();
    assert_eq!(line.join("\n"), expected);
}

fn line(record: Result<Record, Faulty>) -> String {
    match record {
        Ok(record) => {
            let spans: Vec<String> = record
                .spans
                .iter()
                .map(|span| format!("{}={}", span.label, record.words(span)))
                .collect();
            let text = record.text.as_str().replace('\n', "/");
            let mut line = format!("{}: {text}: {}", record.metadata.id, spans.join(", "));
            for warning in record.warnings {
                line.push_str("; ");
                line.push_str(&warning);
            }
            line
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

#[test]
fn overlaps_line_ends_and_emoji_have_their_places() {
    check_file(
        "conllu",
        PLACES,
        "data",
        "# newdoc id = a%201\n\
         # global.Entity = eid-etype-other\n\
         # sent_id = a%201-1\n\
         # text = 📈 Inflation hit 3.5%, Andrew Bailey said in “London”.\n\
         1\t📈\t_\t_\t_\t_\t_\t_\t_\tTokenRange=0:1\n\
         2\tInflation\t_\t_\t_\t_\t_\t_\t_\tEntity=(d1e1-claim|TokenRange=2:11\n\
         3\thit\t_\t_\t_\t_\t_\t_\t_\tTokenRange=12:15\n\
         4\t3.5\t_\t_\t_\t_\t_\t_\t_\tEntity=(d1e2-figure|SpaceAfter=No|TokenRange=16:19\n\
         5\t%\t_\t_\t_\t_\t_\t_\t_\tEntity=d1e2)d1e1)|SpaceAfter=No|TokenRange=19:20\n\
         6\t,\t_\t_\t_\t_\t_\t_\t_\tTokenRange=20:21\n\
         7\tAndrew\t_\t_\t_\t_\t_\t_\t_\tEntity=(d1e3-person|TokenRange=22:28\n\
         8\tBailey\t_\t_\t_\t_\t_\t_\t_\tSpacesAfter=\\n|TokenRange=29:35\n\
         9\tsaid\t_\t_\t_\t_\t_\t_\t_\tEntity=d1e3)|TokenRange=36:40\n\
         10\tin\t_\t_\t_\t_\t_\t_\t_\tTokenRange=41:43\n\
         11\t“\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No|TokenRange=44:45\n\
         12\tLondon\t_\t_\t_\t_\t_\t_\t_\tEntity=(d1e4-place)|SpaceAfter=No|TokenRange=45:51\n\
         13\t”\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No|TokenRange=51:52\n\
         14\t.\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No|TokenRange=52:53\n\n",
    );
}

#[test]
fn what_a_span_carries_is_written_and_what_would_break_the_file_is_escaped() {
    check_file(
        "conllu",
        DETAILS,
        "data",
        "# newdoc id = a\n\
         # global.Entity = eid-etype-other\n\
         # meta::title = T\n\
         # sent_id = a-1\n\
         # text = 📈 Ann: 3% \"x\" <&> \\ Rome\n\
         1\t📈\t_\t_\t_\t_\t_\t_\t_\tTokenRange=0:1\n\
         2\tAnn\t_\t_\t_\t_\t_\t_\t_\tEntity=(d1e1-person-by:human,note:a%7Cb%20%5Bc%5D%20_d;*)|SpaceAfter=No|TokenRange=2:5\n\
         3\t:\t_\t_\t_\t_\t_\t_\t_\tTokenRange=5:6\n\
         4\t3\t_\t_\t_\t_\t_\t_\t_\tEntity=(d1e2-figure-state:suggested,by:figures,score:0.57,value:3%20percent,at:value%3D7%2D9|SpaceAfter=No|TokenRange=7:8\n\
         5\t%\t_\t_\t_\t_\t_\t_\t_\tEntity=d1e2)|SpacesAfter=\\t|TokenRange=8:9\n\
         6\t\"\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No|TokenRange=10:11\n\
         7\tx\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No|TokenRange=11:12\n\
         8\t\"\t_\t_\t_\t_\t_\t_\t_\tTokenRange=12:13\n\
         9\t<\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No|TokenRange=14:15\n\
         10\t&\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No|TokenRange=15:16\n\
         11\t>\t_\t_\t_\t_\t_\t_\t_\tTokenRange=16:17\n\
         12\t\\\t_\t_\t_\t_\t_\t_\t_\tTokenRange=18:19\n\
         13\tRome\t_\t_\t_\t_\t_\t_\t_\tEntity=(d1e3-place-state:rejected)|SpaceAfter=No|TokenRange=20:24\n\n",
    );
}

#[test]
fn what_is_lost_is_reported() {
    check_losses(
        "conllu",
        PLACES,
        &[
            "a 1: edges of place “Lond” at 45: it does not begin and end with whole words; it was widened to them",
        ],
    );
    check_losses("conllu", DETAILS, &[]);
}

#[test]
fn white_space_is_that_of_the_sentence_s_text() {
    let row =
        |id: &str, word: &str, misc: &str| format!("{id}\t{word}\t_\t_\t_\t_\t_\t_\t_\t{misc}\n");
    let file = [
        "# newdoc id = a\n# text = Oda’s  boat.\n",
        &row("1-2", "Oda’s", "_"),
        &row("1", "Oda", "Entity=(e1-person)"),
        &row("2", "’s", "_"),
        &row("3", "boat", "SpaceAfter=No"),
        &row("4", ".", "_"),
        "\n# text = It left.\n",
        &row("1", "That", "_"),
        &row("2", "left", "_"),
    ]
    .concat();
    let records =
        crate::import::tests::read_all("conllu", &[("a.conllu", file.as_bytes())]).unwrap();
    let record = records[0].as_ref().unwrap();
    assert_eq!(record.text.as_str(), "Oda’s  boat.\nThat left");
    assert_eq!(record.words(&record.spans[0]), "Oda’s");
}
