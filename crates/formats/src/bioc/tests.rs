//! Collections of both shapes.

use crate::testing::reading::{check_read, read};

const LINES: [&str; 6] = [
    "d1: Ann’s flu\n\nThe flu of 😀 Ann. It went.",
    "Disease “flu”, identifier D1",
    "Disease “flu”",
    "Person “Ann”",
    "! Person 90–93 is left out: its words are not there",
    "! 1 relation is left out: only annotations are read",
];

#[test]
fn passages_and_sentences_of_xml_are_read() {
    check_read(
        "bioc",
        "<?xml version='1.0' encoding='UTF-8'?><!DOCTYPE collection SYSTEM 'BioC.dtd'><collection><source>x</source>\
         <document><id>d1</id><passage><offset>0</offset><text>Ann’s flu</text><annotation id='1'><infon key='type'>Disease</infon>\
         <infon key='identifier'>D1</infon><location offset='6' length='3'/><text>flu</text></annotation></passage>\
         <passage><offset>10</offset><sentence><offset>10</offset><text>The flu of 😀 Ann.</text><annotation id='2'>\
         <infon key='type'>Disease</infon><location offset='14' length='3'/><text>flu</text></annotation><annotation id='3'>\
         <infon key='type'>Person</infon><location offset='23' length='3'/><text>Ann</text></annotation></sentence>\
         <sentence><offset>28</offset><text>It went.</text><annotation id='4'><infon key='type'>Person</infon>\
         <location offset='90' length='3'/><text>Bo x</text></annotation></sentence></passage><relation id='R1'/></document></collection>",
        &LINES,
    );
}

#[test]
fn collections_and_documents_of_json_are_read() {
    let document = r#"{"id":"d1","passages":[{"offset":0,"text":"Ann’s flu","annotations":[{"infons":{"type":"Disease","identifier":"D1"},"text":"flu","locations":[{"offset":6,"length":3}]}]},{"offset":10,"sentences":[{"offset":10,"text":"The flu of 😀 Ann.","annotations":[{"infons":{"type":"Disease"},"text":"flu","locations":[{"offset":14,"length":3}]},{"infons":{"type":"Person"},"text":"Ann","locations":[{"offset":23,"length":3}]}]},{"offset":28,"text":"It went.","annotations":[{"infons":{"type":"Person"},"text":"Bo x","locations":[{"offset":90,"length":3}]}]}]}],"relations":[{}]}"#;
    check_read("bioc", document, &LINES);
    check_read(
        "bioc",
        &format!("{{\"source\":\"x\",\"documents\":[{document}]}}"),
        &LINES,
    );
}

#[test]
fn damage_is_reported() {
    assert_eq!(
        read("bioc", "<collection><document><id>1</id><passage>"),
        ["error: line 1, column 42: the file ends before its elements do: it is truncated"]
    );
    assert_eq!(
        read("bioc", r#"{"documents":[{"id":1}]}"#),
        ["× line 1, document 1: there is no field “passages”"]
    );
}

#[test]
fn annotations_beside_the_passages_go_where_they_begin() {
    check_read(
        "bioc",
        "<?xml version='1.0'?><collection><document><id>d2</id><passage><offset>0</offset><text>Ann met</text></passage>\
         <passage><offset>9</offset><text>Bo Ray.</text></passage><annotation id='1'><infon key='type'>Person</infon>\
         <location offset='9' length='6'/><text>Bo Ray</text></annotation></document></collection>",
        &["d2: Ann met\n\nBo Ray.", "Person “Bo Ray”"],
    );
    check_read(
        "bioc",
        r#"{"documents":[{"id":"d3","passages":[{"offset":0,"text":"Ann met"}],"annotations":[{"infons":{"type":"Person"},"text":"Ann","locations":[{"offset":0,"length":3}]}]}]}"#,
        &["d3: Ann met", "Person “Ann”"],
    );
}
