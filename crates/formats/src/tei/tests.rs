//! TEI, written and read.

use crate::testing::writing::{DETAILS, PLACES, check_lines, check_losses};
use crate::testing::xml::{first, main_file, small};

#[test]
fn overlaps_line_ends_and_emoji_have_their_places() {
    check_lines(
        "tei",
        PLACES,
        "data",
        &[
            r#"<text><body><ab xml:id="a1.t" xml:space="preserve">📈 Inflation hit 3.5%, Andrew Bailey"#,
            "said in “London”.</ab></body></text>",
            r##"<annotation xml:id="a1.s1" motivation="classifying" target="#string-range(a1.t,2,18)"><note type="label">claim</note><note type="state">accepted</note></annotation>"##,
            r##"<annotation xml:id="a1.s2" motivation="classifying" target="#string-range(a1.t,16,4)"><note type="label">figure</note><note type="state">accepted</note></annotation>"##,
            r##"<annotation xml:id="a1.s3" motivation="classifying" target="#string-range(a1.t,22,18)"><note type="label">person</note><note type="state">accepted</note></annotation>"##,
            r##"<annotation xml:id="a1.s4" motivation="classifying" target="#string-range(a1.t,45,4)"><note type="label">place</note><note type="state">accepted</note></annotation>"##,
        ],
    );
}

#[test]
fn what_a_span_carries_is_written_and_what_would_break_the_file_is_escaped() {
    check_lines(
        "tei",
        DETAILS,
        "data",
        &[
            r#"<text><body><ab xml:id="a1.t" xml:space="preserve">📈 Ann: 3%	"x" &lt;&amp;&gt; \ Rome</ab></body></text>"#,
            r##"<annotation xml:id="a1.s1" motivation="classifying" target="#string-range(a1.t,2,3)"><note type="label">person</note><note type="state">accepted</note><note type="origin">human</note><note type="note">a|b [c] _d;*</note></annotation>"##,
            r##"<annotation xml:id="a1.s2" motivation="classifying" target="#string-range(a1.t,7,2)"><note type="label">figure</note><note type="state">suggested</note><note type="origin">suggested</note><note type="by">figures</note><note type="confidence">57</note><note type="attribute" n="value" target="#string-range(a1.t,7,2)">3 percent</note></annotation>"##,
            r##"<annotation xml:id="a1.s3" motivation="classifying" target="#string-range(a1.t,20,4)"><note type="label">place</note><note type="state">rejected</note></annotation>"##,
        ],
    );
}

#[test]
fn nothing_is_lost() {
    check_losses("tei", PLACES, &[]);
    check_losses("tei", DETAILS, &[]);
}

#[test]
fn tei_targets_count_code_points_of_an_exact_text() {
    let xml = main_file("tei", &[small()]);
    for part in [
        "<ab xml:id=\"a1.t\" xml:space=\"preserve\">📈 Anna left Paris again.&#13;\n</ab>",
        "<annotation xml:id=\"a1.s1\" motivation=\"classifying\" target=\"#string-range(a1.t,2,15)\"><note type=\"label\">claim</note><note type=\"state\">accepted</note></annotation>",
    ] {
        assert!(xml.contains(part), "{part}\n{xml}");
    }
}

#[test]
fn the_layout_of_a_tei_file_is_no_part_of_its_text() {
    let tei = "<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><fileDesc><titleStmt>\
               <title>A  title</title></titleStmt></fileDesc></teiHeader>\n<text>\n <body>\n  \
               <head>Talks</head>\n  <p>In\n    <placeName ref='#p'>Paris,\n France</placeName>\
               <note>no</note>.</p>\n  <p>End<lb/>here.</p>\n </body></text></TEI>";
    let (record, spans) = first("tei", "a.xml", tei.as_bytes());
    assert_eq!(
        record.text.as_str(),
        "Talks\n\nIn Paris, France.\n\nEnd\nhere.\n\nno"
    );
    assert_eq!(spans, ["placeName Paris, France"]);
    assert_eq!(record.metadata.title, "A title");
    assert_eq!(
        record.warnings,
        ["1 note stands after the text instead of inside its sentences"]
    );
}

#[test]
fn a_word_that_a_line_breaks_is_one_word() {
    let tei = "<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><body><p>On Mon<lb break='no'/>day the \
               har-\n<lb break='no'/>\n bour of Anglo-<lb break='no'/>Varn froze<lb/>\n over.</p></body></text></TEI>";
    let (record, _) = first("tei", "a.xml", tei.as_bytes());
    assert_eq!(
        record.text.as_str(),
        "On Monday the harbour of Anglo-Varn froze\nover."
    );
}

#[test]
fn of_several_readings_the_chosen_one_is_the_text() {
    let tei = "<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><body><p><app><lem><persName>Ann Berg</persName></lem>\
               <rdg>Anna Berg</rdg></app> left <app><rdg>Bonn</rdg><rdg>Rome</rdg></app>.</p></body></text></TEI>";
    let (record, spans) = first("tei", "a.xml", tei.as_bytes());
    assert_eq!(record.text.as_str(), "Ann Berg left Bonn.");
    assert_eq!(spans, ["persName Ann Berg"]);
    assert_eq!(
        record.warnings,
        ["2 other readings are left out: a text has one"]
    );
}

#[test]
fn spans_beside_a_paragraph_reach_from_point_to_point() {
    let tei = "<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><body><div><p>So <anchor xml:id='a1'/>Ann Berg<anchor \
               xml:id='a2'/> left <w xml:id='w1'>Bonn</w>.</p><spanGrp><span from='#a1' to='#a2'>person</span><span \
               target='#w1'>place</span><span from='#a2' to='#a2'>none</span></spanGrp></div></body></text></TEI>";
    let (record, spans) = first("tei", "a.xml", tei.as_bytes());
    assert_eq!(record.text.as_str(), "So Ann Berg left Bonn.");
    assert_eq!(spans, ["person Ann Berg", "place Bonn"]);
    assert_eq!(record.lost, 1);
    assert_eq!(record.warnings, ["none at #a2 is left out: it is empty"]);
}

#[test]
fn an_annotation_may_say_by_an_element_what_it_marks() {
    let tei = "<TEI xmlns='http://www.tei-c.org/ns/1.0'><standOff><listAnnotation><annotation \
               target='#string-range(p1,0,8)'><rs type='person'/></annotation></listAnnotation></standOff>\
               <text><body><p xml:id='p1'>Ann Berg in Bonn</p></body></text></TEI>";
    let (_, spans) = first("tei", "a.xml", tei.as_bytes());
    assert_eq!(spans, ["person Ann Berg"]);
}
