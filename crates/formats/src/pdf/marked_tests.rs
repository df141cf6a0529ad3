//! What a page says of the letters that it shows: `/ActualText`, soft hyphens, ligatures.

use super::tests::{file, stream};
use crate::import::documents_tests::read;

/// Its codes 128 to 134 are a ligature that the map makes a NUL, U+FB01, a soft hyphen, “ffl” as three
/// letters, U+FB05, a soft hyphen without width, and a ligature with a NUL whose name says “ff”.
const FONT: &str = "<</Type/Font/Subtype/TrueType/BaseFont/Courier/FirstChar 128\
    /Widths[600 600 600 600 600 0 600]/ToUnicode 6 0 R\
    /FontDescriptor<</Type/FontDescriptor/MissingWidth 600>>\
    /Encoding<</BaseEncoding/WinAnsiEncoding/Differences[134/ff]>>>>";

const MAP: &str = "1 begincodespacerange <00> <ff> endcodespacerange \
    1 beginbfrange <20> <7e> <0020> endbfrange \
    7 beginbfchar <80> <0000> <81> <FB01> <82> <00AD> <83> <00660066006C> <84> <FB05> <85> <00AD> \
    <86> <0000> endbfchar";

/// A page that shows this, ten points large, its lines twelve apart.
fn page(operators: &str) -> Vec<u8> {
    let content = format!("BT /F 10 Tf 12 TL 50 700 Td {operators} ET");
    file(&[
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>\
         /Properties<</Here<</ActualText(ff)>>/There 8 0 R>>/XObject<</X 7 0 R>>>>>>"
            .to_owned(),
        stream("", &content),
        FONT.to_owned(),
        stream("", MAP),
        stream(
            "/Type/XObject/Subtype/Form/BBox[0 0 600 800]",
            "BT /F 10 Tf 50 600 Td (Drawn) Tj ET",
        ),
        "<</ActualText<FEFF00660066>>>".to_owned(),
    ])
}

fn check(operators: &str, expected: &str) {
    let record = read("pdf", &page(operators));
    let text = record.as_ref().map(|record| record.text.as_str());
    assert_eq!(text.unwrap_or("refused"), expected, "{operators}");
}

#[test]
fn what_the_page_says_in_letters_goes_before_what_it_shows() {
    for said in [
        "<</ActualText <feff00660066>>>",
        "<</Lang(en)/ActualText (\\376\\377\\000f\\000f)>>",
        "<</ActualText (\\146\\146)>>",
        "<</ActualText <EFBBBF6666>>>",
        "<</ActualText <feff001b0065006e001b00660066>>>",
        "<</ActualText <feff0000006600660000>>>",
        "<</ActualText <fffe66006600>>>",
        "<</ActualText <feffFB00>>>",
        "/Here",
        "/There",
    ] {
        check(
            &format!("(Oda shut o) Tj /Span {said} BDC (\\200) Tj EMC ( the pump.) Tj"),
            "Oda shut off the pump.",
        );
    }
    check(
        "(at ) Tj /Span <</ActualText (\\215caf\\351\\216 \\204)>> BDC (xxxxxxxx) Tj EMC ( ten) Tj",
        "at “café” — ten",
    );
}

#[test]
fn of_marks_in_marks_the_outer_one_says_the_letters() {
    check(
        "/P <</MCID 0>> BDC (Sh) Tj /Span <</ActualText (ut off)>> BDC (a) Tj \
         /Span <</ActualText (X)>> BDC (b) Tj EMC /Tag BMC (cdef) Tj EMC EMC ( now) Tj EMC (.) Tj",
        "Shut off now.",
    );
    check(
        "/Artifact <</Type/Pagination>> BDC /Span <</ActualText (Head)>> BDC (x) Tj EMC EMC T* (Text) Tj",
        "Text",
    );
    check(
        "/Span <</ActualText (o)>> BDC (\\200) Tj EMC /Span <</ActualText (ffi)>> BDC (\\200) Tj EMC \
         (ce) Tj",
        "office",
    );
}

#[test]
fn marks_hold_for_drawings_within_them() {
    check(
        "(Text) Tj ET /Artifact <</Type/Pagination>> BDC /X Do EMC BT",
        "Text",
    );
    check("ET /Span <</ActualText (Said)>> BDC /X Do EMC BT", "Said");
    check("ET /X Do BT", "Drawn");
}

#[test]
fn marks_that_are_not_closed_or_not_opened_do_no_harm() {
    check("(A) Tj /Span <</ActualText (B)>> BDC (x) Tj", "AB");
    check("EMC (A) Tj EMC (B) Tj", "AB");
    let deep = "/T BMC ".repeat(1000) + &"EMC ".repeat(1000);
    check(
        &format!("{deep} /Artifact <</Type/Pagination>> BDC (Head) Tj EMC T* (Text) Tj"),
        "Text",
    );
}

#[test]
fn letters_that_say_nothing_are_left_out() {
    check(
        "(one) Tj /Span <</ActualText ()>> BDC (~) Tj EMC ( two) Tj",
        "one two",
    );
    check(
        "(She left the har) Tj /Span <</ActualText ()>> BDC (-) Tj EMC T* (bour.) Tj",
        "She left the harbour.",
    );
    check(
        "(It was self) Tj /Span <</ActualText <FEFF00AD>>> BDC (-) Tj EMC T* (ish of him.) Tj",
        "It was selfish of him.",
    );
}

#[test]
fn words_said_over_two_lines_come_out_whole() {
    let over = |said: &str, first: &str, second: &str| {
        format!(
            "(She left the) Tj ( ) Tj /Span <</ActualText ({said})>> BDC ({first}) Tj T* ({second}) Tj \
             EMC ( at noon.) Tj"
        )
    };
    check(
        "/Span <</ActualText (a longish hyphenated)>> BDC (a long-) Tj T* (ish hyphen-) Tj T* (ated) Tj \
         EMC ( word) Tj",
        "a longish hyphenated word",
    );
    for (said, first, second) in [
        ("harbour", "har-", "bour"),
        ("well-known", "well-", "known"),
        ("lighthouse-keeper", "light-", "house-keeper"),
        ("two words", "two", "words"),
        ("two words", "two ", "words"),
        ("unlike", "~~", "~~"),
    ] {
        let expected = format!("She left the {said} at noon.");
        check(&over(said, first, second), &expected);
    }
}

#[test]
fn soft_hyphens_at_line_ends_are_undone() {
    check(
        "(She left the har\\202) Tj T* (bour of the light\\202) Tj T* (house-keeper, a long\\202) Tj T* \
         (shoreman.) Tj",
        "She left the harbour of the lighthouse-keeper, a longshoreman.",
    );
    check("(A har\\205bour) Tj", "A harbour");
}

#[test]
fn soft_hyphens_that_a_font_shows_within_lines_are_hyphens() {
    check(
        "(A state\\202run bank and a well\\202) Tj T* (known govern\\202) Tj T* (ment man.) Tj",
        "A state-run bank and a well-known government man.",
    );
}

#[test]
fn ligatures_are_letters() {
    check(
        "(The \\201rst ba\\203ed \\204\\201) Tj",
        "The first baffled stfi",
    );
    check("(Shut o\\206.) Tj", "Shut off.");
}
