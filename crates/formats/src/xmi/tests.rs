//! UIMA CAS XMI as its readers know it.

use copydesk_document::SpanState;

use crate::testing::export;
use crate::testing::writing::{DETAILS, PLACES, check_lines, check_losses};
use crate::testing::xml::small;

#[test]
fn overlaps_line_ends_and_emoji_have_their_places() {
    check_lines(
        "xmi",
        PLACES,
        "a%201.xmi",
        &[
            r#"<custom:Claims xmi:id="20" sofa="1" begin="3" end="21" kind="claim"/>"#,
            r#"<ner:NamedEntity xmi:id="21" sofa="1" begin="17" end="21" value="figure"/>"#,
            r#"<ner:NamedEntity xmi:id="22" sofa="1" begin="23" end="41" value="person"/>"#,
            r#"<ner:NamedEntity xmi:id="23" sofa="1" begin="46" end="50" value="place"/>"#,
            r#"<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text/plain" sofaString="📈 Inflation hit 3.5%, Andrew Bailey&#10;said in “London”."/>"#,
        ],
    );
}

#[test]
fn what_a_span_carries_is_written_and_what_would_break_the_file_is_escaped() {
    check_lines(
        "xmi",
        DETAILS,
        "a.xmi",
        &[
            r#"<ner:NamedEntity xmi:id="18" sofa="1" begin="3" end="6" value="person"/>"#,
            r#"<copydesk:Span xmi:id="19" sofa="1" begin="3" end="6" label="person" state="accepted" annotation="18" origin="human" note="a|b [c] _d;*"/>"#,
            r#"<copydesk:Span xmi:id="20" sofa="1" begin="8" end="10" label="figure" state="suggested" origin="suggested" by="figures" confidence="57"/>"#,
            r#"<copydesk:Attribute xmi:id="21" sofa="1" begin="8" end="10" owner="20" name="value" words="3 percent" placed="true"/>"#,
            r#"<copydesk:Span xmi:id="22" sofa="1" begin="21" end="25" label="place" state="rejected"/>"#,
            r#"<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text/plain" sofaString="📈 Ann: 3%&#9;&quot;x&quot; &lt;&amp;&gt; \ Rome"/>"#,
        ],
    );
}

#[test]
fn nothing_is_lost() {
    check_losses("xmi", PLACES, &[]);
    check_losses("xmi", DETAILS, &[]);
}

#[test]
fn xmi_is_what_uima_expects() {
    let (sink, _) = export("xmi", &[small()]);
    let xml = String::from_utf8(sink.files["a%2F1.xmi"].clone()).unwrap();
    for line in [
        r#"<metadata:DocumentMetaData xmi:id="2" sofa="1" begin="0" end="27" language="x-unspecified" documentTitle="" documentId="a/1"/>"#,
        r#"<segmentation:Token xmi:id="5" sofa="1" begin="0" end="2"/>"#,
        r#"<custom:Claims xmi:id="11" sofa="1" begin="3" end="18" kind="claim"/>"#,
        r#"<ner:NamedEntity xmi:id="12" sofa="1" begin="13" end="24" value="place"/>"#,
        r#"sofaString="📈 Anna left Paris again.&#13;&#10;"/>"#,
        r#"<cas:View sofa="1" members="2 3 4 5 6 7 8 9 10 11 12"/>"#,
    ] {
        assert!(xml.contains(line), "{line}\n{xml}");
    }
    let types = String::from_utf8(sink.files["TypeSystem.xml"].clone()).unwrap();
    assert!(types.contains("<name>webanno.custom.Claims</name>"));
}

#[test]
fn spans_that_are_no_gold_are_no_entities() {
    let mut record = small();
    record.spans[1].state = SpanState::Suggested;
    let (sink, _) = export("xmi", &[record]);
    let xml = String::from_utf8(sink.files["a%2F1.xmi"].clone()).unwrap();
    assert!(!xml.contains("<ner:NamedEntity"), "{xml}");
    assert!(xml.contains("label=\"place\" state=\"suggested\""), "{xml}");
}
