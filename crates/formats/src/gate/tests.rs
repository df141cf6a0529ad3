//! Documents of GATE, and damaged ones.

use crate::testing::reading::{check_read, read};

#[test]
fn annotations_between_nodes_are_read_and_those_of_grammar_are_named() {
    check_read(
        "gate",
        "<?xml version='1.0' encoding='UTF-8'?>\n<GateDocument version='3'><GateDocumentFeatures><Feature><Name \
         className='java.lang.String'>MimeType</Name><Value className='java.lang.String'>text/plain</Value></Feature>\
         </GateDocumentFeatures><TextWithNodes><Node id='0'/>Ann<Node id='3'/> met 😀 <Node id='11'/>Bo<Node id='13'/>.\
         </TextWithNodes><AnnotationSet><Annotation Id='1' Type='Person' StartNode='0' EndNode='3'><Feature><Name>gender\
         </Name><Value>female</Value></Feature></Annotation><Annotation Id='2' Type='Token' StartNode='0' EndNode='3'/>\
         </AnnotationSet><AnnotationSet Name='Key'><Annotation Id='3' Type='Person' StartNode='11' EndNode='13'/>\
         <Annotation Id='4' Type='Place' StartNode='11' EndNode='99'/></AnnotationSet><AnnotationSet Name='Original markups'>\
         <Annotation Id='5' Type='p' StartNode='0' EndNode='13'/></AnnotationSet></GateDocument>",
        &[
            ": Ann met 😀 Bo.",
            "Person “Ann”, gender female",
            "Person “Bo”",
            "! Place is left out: its nodes are not in the text",
            "! Annotations of grammar are not read: Token",
        ],
    );
}

#[test]
fn a_document_without_a_text_is_refused() {
    assert_eq!(
        read("gate", "<GateDocument></GateDocument>"),
        ["error: it has no “TextWithNodes”, which would hold the text"]
    );
}

#[test]
fn relations_are_named_and_left_out() {
    check_read(
        "gate",
        "<GateDocument><TextWithNodes><Node id='0'/>Ann<Node id='3'/></TextWithNodes><AnnotationSet><Annotation Id='0' \
         Type='Person' StartNode='0' EndNode='3'/><Relation Id='9' Type='in' Members='0;0'/></AnnotationSet></GateDocument>",
        &[
            ": Ann",
            "Person “Ann”",
            "! 1 relation is left out: only annotations are read",
        ],
    );
}
