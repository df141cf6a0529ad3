//! `WebAnno` TSV as `INCEpTION` writes it, and damaged.

use crate::import::tests::read_all;
use crate::import::{Faulty, Head, candidates};
use crate::testing::writing::{DETAILS, PLACES, check_file, check_losses};
use copydesk_document::Record;

const HEADER: &str = "#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Claim|kind\n\
                      #T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value\n\n\n";

fn read(rows: &str) -> Result<Record, Faulty> {
    let file = format!("{HEADER}{rows}");
    let files = [("talks%2F1.tsv", file.as_bytes())];
    read_all("webanno", &files).unwrap().pop().unwrap()
}

#[test]
fn stacked_spans_and_parts_of_words_are_read() {
    let record = read(
        "#Text=📈 Inflation hit\n#Text=3.5%\n\
         1-1\t0-2\t📈\t_\t_\t_\t\n1-2\t3-12\tInflation\tA\\|B[1]|*[2]\t_\t_\t\n\
         1-3\t13-16\thit\tA\\|B[1]|*[2]\t_\t_\t\n1-4\t17-21\t3.5%\tA\\|B[1]\t_\t_\t\n\
         1-4.1\t17-20\t3.5\t_\thttp://x/1\tFIGURE\\_X\t\n\n\
         #Text=Paris\n2-1\t24-29\tParis\t_\t*\tPLACE\t\n",
    )
    .unwrap();
    assert_eq!(record.text.as_str(), "📈 Inflation hit\n3.5%   Paris");
    let spans: Vec<String> = record
        .spans
        .iter()
        .map(|span| format!("{}={}", span.label, record.words(span)))
        .collect();
    assert_eq!(
        spans,
        [
            "A|B=Inflation hit\n3.5%",
            "Claim=Inflation hit",
            "FIGURE_X=3.5",
            "PLACE=Paris"
        ]
    );
    let figure = &record.spans[2];
    assert_eq!(figure.attributes["identifier"].words, "http://x/1");
    assert_eq!(record.metadata.id, "talks/1");
}

#[test]
fn damage_is_reported_with_its_line() {
    let error = |rows: &str| read(rows).unwrap_err().to_string();
    assert!(
        error("#Text=Paris\n1-1\t0-x\tParis\t_\t_\t_\t\n").starts_with("line 7: “0-x” should be")
    );
    assert_eq!(
        error("#Text=Paris\n1-1\t0-5\tParis\t_\t_"),
        "line 7: the row has 2 of 3 span columns"
    );
    assert!(error("#Text=Paris\n1-1\t99999999-99999999\tParis\t_\t_\t_\t\n").contains("99999999"));
    assert!(error("1-1\t0-5\tParis\t_\t_\t_\t\n").contains("needs its “#Text=”"));
    let record = read("#Text=Paris\n1-1\t0-9\tParis\tA\t_\t_\t\n").unwrap();
    assert_eq!(record.warnings.len(), 1);
}

#[test]
fn overlaps_line_ends_and_emoji_have_their_places() {
    check_file(
        "webanno",
        PLACES,
        "a%201.tsv",
        "#FORMAT=WebAnno TSV 3.3\n\
         #T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|value\n\
         #T_SP=webanno.custom.Claims|value\n\n\n\
         #Text=📈 Inflation hit 3.5%, Andrew Bailey\n\
         #Text=said in “London”.\n\
         1-1\t0-2\t📈\t_\t_\t\n\
         1-2\t3-12\tInflation\t_\tclaim[3]\t\n\
         1-3\t13-16\thit\t_\tclaim[3]\t\n\
         1-4\t17-20\t3.5\tfigure[1]\tclaim[3]\t\n\
         1-5\t20-21\t%\tfigure[1]\tclaim[3]\t\n\
         1-6\t21-22\t,\t_\t_\t\n\
         1-7\t23-29\tAndrew\tperson[2]\t_\t\n\
         1-8\t30-36\tBailey\tperson[2]\t_\t\n\
         1-9\t37-41\tsaid\tperson[2]\t_\t\n\
         1-10\t42-44\tin\t_\t_\t\n\
         1-11\t45-46\t“\t_\t_\t\n\
         1-12\t46-52\tLondon\t_\t_\t\n\
         1-12.1\t46-50\tLond\tplace\t_\t\n\
         1-13\t52-53\t”\t_\t_\t\n\
         1-14\t53-54\t.\t_\t_\t\n",
    );
}

#[test]
fn what_a_span_carries_is_written_and_what_would_break_the_file_is_escaped() {
    check_file(
        "webanno",
        DETAILS,
        "a.tsv",
        "#FORMAT=WebAnno TSV 3.3\n\
         #T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|value|at|attribute_value|by|note|score|state\n\n\n\
         #Text=📈 Ann: 3%\\t\"x\" <&> \\\\ Rome\n\
         1-1\t0-2\t📈\t_\t_\t_\t_\t_\t_\t_\t\n\
         1-2\t3-6\tAnn\tperson\t*\t*\thuman\ta\\|b \\[c\\] \\_d\\;\\*\t*\t*\t\n\
         1-3\t6-7\t:\t_\t_\t_\t_\t_\t_\t_\t\n\
         1-4\t8-9\t3\tfigure[1]\tvalue=8-10[1]\t3 percent[1]\tfigures[1]\t*[1]\t0.57[1]\tsuggested[1]\t\n\
         1-5\t9-10\t%\tfigure[1]\tvalue=8-10[1]\t3 percent[1]\tfigures[1]\t*[1]\t0.57[1]\tsuggested[1]\t\n\
         1-6\t11-12\t\"\t_\t_\t_\t_\t_\t_\t_\t\n\
         1-7\t12-13\tx\t_\t_\t_\t_\t_\t_\t_\t\n\
         1-8\t13-14\t\"\t_\t_\t_\t_\t_\t_\t_\t\n\
         1-9\t15-16\t<\t_\t_\t_\t_\t_\t_\t_\t\n\
         1-10\t16-17\t&\t_\t_\t_\t_\t_\t_\t_\t\n\
         1-11\t17-18\t>\t_\t_\t_\t_\t_\t_\t_\t\n\
         1-12\t19-20\t\\\t_\t_\t_\t_\t_\t_\t_\t\n\
         1-13\t21-25\tRome\tplace\t*\t*\t*\t*\t*\trejected\t\n",
    );
}

#[test]
fn what_is_lost_is_reported() {
    check_losses("webanno", PLACES, &[]);
    check_losses(
        "webanno",
        DETAILS,
        &["a: title: the format has no place for it"],
    );
}

#[test]
fn links_and_relations_are_named_and_a_header_that_slipped_is_noticed() {
    let header = "#FORMAT=WebAnno TSV 3.3\n\
                  #T_SP=custom.Claim|kind|ROLE_custom.Claim:speaker_custom.ClaimSpeakerLink|custom.Person\n\
                  #T_SP=custom.Person|value\n#T_RL=custom.Refers|why|BT_custom.Person\n\n\n#Text=Oda said\n";
    let rows = "1-1\t0-3\tOda\tCLAIM[1]\tspeaker[1]\t1-1[2]\tPER[2]\tas\t1-2\t\n\
                1-2\t4-8\tsaid\tCLAIM[1]\t_[1]\t_[1]\t_\t_\t_\t\n";
    let read = |file: &str| read_all("webanno", &[("a.tsv", file.as_bytes())]).unwrap();
    let records = read(&format!("{header}{rows}"));
    let record = records[0].as_ref().unwrap();
    let words: Vec<&str> = record.spans.iter().map(|span| record.words(span)).collect();
    assert_eq!(words, ["Oda said", "Oda"]);
    assert_eq!(
        record.warnings,
        [
            "Links “speaker” of the layer “Claim” are not read; 1 value is left out",
            "Relations or chains of the layer “Refers” are not read; 1 value is left out"
        ]
    );
    // The same rows under a header that lacks what the link points to.
    let slipped = read(&format!(
        "{}{rows}",
        header.replace("|custom.Person\n", "\n")
    ));
    let warnings = &slipped[0].as_ref().unwrap().warnings;
    assert_eq!(
        warnings[0],
        "The rows have 6 columns of layers where the header names 5; spans may have values of their neighbors"
    );
}

#[test]
fn numbers_of_sentences_are_no_ranges_of_conllu() {
    let file = "#FORMAT=WebAnno TSV 3.3\n#T_SP=a.A|v|w|x|y\n#T_SP=a.B|v|w|x\n\n\n#Text=Oda\n\
                1-1\t0-3\tOda\tA\t_\t_\t_\t_\t_\t_\n";
    let head = Head {
        name: "a.tsv",
        bytes: file.as_bytes(),
    };
    assert_eq!(candidates(&head)[0].0.id(), "webanno");
}
