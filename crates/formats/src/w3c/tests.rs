//! Web annotations, written and read.

use crate::testing::export_by;
use crate::testing::reading::{check_recognized, read_with};
use crate::testing::writing::{DETAILS, PLACES, article, check_file, check_losses};

#[test]
fn overlaps_line_ends_and_emoji_have_their_places() {
    check_file(
        "w3c",
        PLACES,
        "data",
        r#"{"@context":["http://www.w3.org/ns/anno.jsonld",{"copydesk":"urn:copydesk:"}],"id":"urn:copydesk:article:a%201:text","type":"Annotation","motivation":"describing","body":{"type":"TextualBody","purpose":"describing","format":"text/plain","value":"📈 Inflation hit 3.5%, Andrew Bailey\nsaid in “London”."},"target":{"id":"urn:copydesk:article:a%201","type":"Text","format":"text/plain","dc:identifier":"a 1"}}
{"@context":["http://www.w3.org/ns/anno.jsonld",{"copydesk":"urn:copydesk:"}],"id":"urn:copydesk:article:a%201:span:0","type":"Annotation","motivation":"tagging","body":[{"type":"TextualBody","purpose":"tagging","value":"claim"}],"target":{"source":"urn:copydesk:article:a%201","selector":[{"type":"TextPositionSelector","start":2,"end":20},{"type":"TextQuoteSelector","exact":"Inflation hit 3.5%","prefix":"📈 ","suffix":", Andrew Bailey\nsaid in “London”"}]},"copydesk:state":"accepted"}
{"@context":["http://www.w3.org/ns/anno.jsonld",{"copydesk":"urn:copydesk:"}],"id":"urn:copydesk:article:a%201:span:1","type":"Annotation","motivation":"tagging","body":[{"type":"TextualBody","purpose":"tagging","value":"figure"}],"target":{"source":"urn:copydesk:article:a%201","selector":[{"type":"TextPositionSelector","start":16,"end":20},{"type":"TextQuoteSelector","exact":"3.5%","prefix":"📈 Inflation hit ","suffix":", Andrew Bailey\nsaid in “London”"}]},"copydesk:state":"accepted"}
{"@context":["http://www.w3.org/ns/anno.jsonld",{"copydesk":"urn:copydesk:"}],"id":"urn:copydesk:article:a%201:span:2","type":"Annotation","motivation":"tagging","body":[{"type":"TextualBody","purpose":"tagging","value":"person"}],"target":{"source":"urn:copydesk:article:a%201","selector":[{"type":"TextPositionSelector","start":22,"end":40},{"type":"TextQuoteSelector","exact":"Andrew Bailey\nsaid","prefix":"📈 Inflation hit 3.5%, ","suffix":" in “London”."}]},"copydesk:state":"accepted"}
{"@context":["http://www.w3.org/ns/anno.jsonld",{"copydesk":"urn:copydesk:"}],"id":"urn:copydesk:article:a%201:span:3","type":"Annotation","motivation":"tagging","body":[{"type":"TextualBody","purpose":"tagging","value":"place"}],"target":{"source":"urn:copydesk:article:a%201","selector":[{"type":"TextPositionSelector","start":45,"end":49},{"type":"TextQuoteSelector","exact":"Lond","prefix":"it 3.5%, Andrew Bailey\nsaid in “","suffix":"on”."}]},"copydesk:state":"accepted"}
"#,
    );
}

#[test]
fn what_a_span_carries_is_written_and_what_would_break_the_file_is_escaped() {
    check_file(
        "w3c",
        DETAILS,
        "data",
        r#"{"@context":["http://www.w3.org/ns/anno.jsonld",{"copydesk":"urn:copydesk:"}],"id":"urn:copydesk:article:a:text","type":"Annotation","motivation":"describing","body":{"type":"TextualBody","purpose":"describing","format":"text/plain","value":"📈 Ann: 3%\t\"x\" <&> \\ Rome"},"target":{"id":"urn:copydesk:article:a","type":"Text","format":"text/plain","dc:identifier":"a","dc:title":"T"}}
{"@context":["http://www.w3.org/ns/anno.jsonld",{"copydesk":"urn:copydesk:"}],"id":"urn:copydesk:article:a:span:0","type":"Annotation","motivation":"tagging","body":[{"type":"TextualBody","purpose":"tagging","value":"person"},{"type":"TextualBody","purpose":"commenting","format":"text/plain","value":"a|b [c] _d;*"}],"target":{"source":"urn:copydesk:article:a","selector":[{"type":"TextPositionSelector","start":2,"end":5},{"type":"TextQuoteSelector","exact":"Ann","prefix":"📈 ","suffix":": 3%\t\"x\" <&> \\ Rome"}]},"copydesk:state":"accepted","copydesk:by":"human"}
{"@context":["http://www.w3.org/ns/anno.jsonld",{"copydesk":"urn:copydesk:"}],"id":"urn:copydesk:article:a:span:1","type":"Annotation","motivation":"questioning","body":[{"type":"TextualBody","purpose":"tagging","value":"figure"}],"target":{"source":"urn:copydesk:article:a","selector":[{"type":"TextPositionSelector","start":7,"end":9},{"type":"TextQuoteSelector","exact":"3%","prefix":"📈 Ann: ","suffix":"\t\"x\" <&> \\ Rome"}]},"creator":{"type":"Software","name":"figures"},"copydesk:state":"suggested","copydesk:by":"figures","copydesk:score":0.57,"copydesk:attribute":[{"copydesk:name":"value","copydesk:words":"3 percent","copydesk:start":7,"copydesk:end":9}]}
{"@context":["http://www.w3.org/ns/anno.jsonld",{"copydesk":"urn:copydesk:"}],"id":"urn:copydesk:article:a:span:2","type":"Annotation","motivation":"moderating","body":[{"type":"TextualBody","purpose":"tagging","value":"place"}],"target":{"source":"urn:copydesk:article:a","selector":[{"type":"TextPositionSelector","start":20,"end":24},{"type":"TextQuoteSelector","exact":"Rome","prefix":"📈 Ann: 3%\t\"x\" <&> \\ ","suffix":""}]},"copydesk:state":"rejected"}
"#,
    );
}

#[test]
fn nothing_is_lost() {
    check_losses("w3c", PLACES, &[]);
    check_losses("w3c", DETAILS, &[]);
}

#[test]
fn web_annotations_are_put_together_by_source() {
    let text = "📈 Ann saw Ann in Rome";
    let annotation = |source: &str, selector: &str, body: &str| {
        format!(
            r#"{{"@context":"http://www.w3.org/ns/anno.jsonld","type":"Annotation","motivation":"tagging","body":{body},"target":{{"source":"{source}","selector":{selector}}}}}"#
        )
    };
    let source = "https://example.org/a.txt?v=1";
    let lines = [
        annotation(
            source,
            r#"{"type":"TextPositionSelector","start":2,"end":5}"#,
            r#""https://example.org/types#Person""#,
        ),
        // As a browser counts, in UTF-16.
        annotation(
            source,
            r#"[{"type":"TextPositionSelector","start":11,"end":14},{"type":"TextQuoteSelector","exact":"Ann"}]"#,
            r#"[{"value":"PER","purpose":"tagging"},{"value":"sure","purpose":"commenting"}]"#,
        ),
        annotation(
            "https://example.org/b.txt",
            r#"{"type":"TextPositionSelector","start":0,"end":1}"#,
            r#"{"value":"X"}"#,
        ),
        annotation(
            source,
            r#"{"type":"TextQuoteSelector","exact":"Ann","prefix":"saw ","suffix":" in"}"#,
            r#"{"value":"X"}"#,
        ),
        annotation(
            source,
            r#"{"type":"TextQuoteSelector","exact":"Ann"}"#,
            r#"{"value":"Y"}"#,
        ),
        annotation(
            source,
            r#"{"type":"FragmentSelector","value":"char=17,21"}"#,
            r#"{"value":"PLACE"}"#,
        ),
        annotation(
            source,
            r#"{"type":"XPathSelector","value":"/p"}"#,
            r#"{"value":"Z"}"#,
        ),
        r#"{"type":"Annotation"}"#.to_owned(),
    ];
    let mut beside = |name: &str| (name == "a.txt").then(|| text.as_bytes().to_vec());
    let expected = [
        "× line 8: an annotation without a field “target”",
        "https://example.org/a.txt?v=1: 📈 Ann saw Ann in Rome",
        "Person “Ann”",
        "PER “Ann”, note sure",
        "X “Ann”",
        "PLACE “Rome”",
        "! the offsets 11–14 of the span “PER” were read as UTF-16 units because its quote is there",
        "! the span “Y” is left out: its quote “Ann” occurs 2 times in the text",
        "! the span “Z” is left out: it has neither a text position nor a text quote",
        "× line 3: the text of https://example.org/b.txt is neither in this file nor in a file “b.txt” beside it; put it there",
    ];
    check_recognized("w3c", &lines.join("\n"));
    assert_eq!(read_with("w3c", &lines.join("\n"), &mut beside), expected);
    let page = format!(
        "{{\n\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"type\":\"AnnotationPage\",\"items\":[{}]}}",
        lines[0]
    );
    check_recognized("w3c", &page);
    assert_eq!(read_with("w3c", &page, &mut beside), expected[1..3]);
}

#[test]
fn the_creator_of_a_mark_made_by_hand_is_the_annotator() {
    let (mut sink, _) = export_by("Anna Keller", "w3c", &[article(DETAILS)]);
    let lines = String::from_utf8(sink.files.remove("data").unwrap()).unwrap();
    let person = r#""creator":{"type":"Person","name":"Anna Keller"}"#;
    assert_eq!(lines.matches(person).count(), 1, "{lines}");
    let program = r#""creator":{"type":"Software","name":"figures"}"#;
    assert_eq!(lines.matches(program).count(), 1, "{lines}");
}
