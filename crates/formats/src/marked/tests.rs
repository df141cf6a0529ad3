//! Marked-up text, written and read.

use crate::testing::reading::read;
use crate::testing::records::three;
use crate::testing::writing::{DETAILS, PLACES, check_file, check_losses};
use crate::testing::{check_round_trip, export};

#[test]
fn overlaps_line_ends_and_emoji_have_their_places() {
    check_file(
        "marked",
        PLACES,
        "data",
        r#"=== {"id":"a 1"}
📈 {claim|Inflation hit {figure|3.5%}}, {person|Andrew Bailey
said} in “{place|Lond}on”.
"#,
    );
}

#[test]
fn what_a_span_carries_is_written_and_what_would_break_the_file_is_escaped() {
    check_file(
        "marked",
        DETAILS,
        "data",
        "=== {\"id\":\"a\",\"title\":\"T\"}\n\
         📈 {person by=\"human\" note=\"a|b [c] _d;*\"|Ann}: {figure?57 at.value=\"7-9\" by=\"figures\" value=\"3 percent\"|3%}\t\"x\" <&> \\\\ {place state=\"rejected\"|Rome}\n",
    );
}

#[test]
fn nothing_is_lost() {
    check_losses("marked", PLACES, &[]);
    check_losses("marked", DETAILS, &[]);
}

#[test]
fn marked_up_text_is_read_with_and_without_headers() {
    assert_eq!(
        read("marked", "{person|Ann} in \\{Rome\\}\r\n"),
        [": Ann in {Rome}\r\n", "person “Ann”"]
    );
    assert_eq!(
        read(
            "marked",
            "\n=== {\"id\":\"a\"}\n\\=== {person?90|Ann}\n\n=== nothing\nx\n=== {\"id\":\"b\"}\none\ntwo {person|Ann\n=== {\"id\":\"c\"}\n{x|}y\n"
        ),
        [
            "a: === Ann\n",
            "person “Ann”, suggested,  90 %",
            "× line 5: what follows “===” is not a JSON object: expected ident at line 1 column 2",
            "× line 9, column 16: a “{” that nothing closes",
            "c: y",
            "! the span “x” is left out: it has no words",
        ]
    );
}

#[test]
fn text_with_its_spans_loses_what_crosses() {
    let records = three();
    check_round_trip("marked", &records);
    let (_, lost) = export("marked", &records);
    let lost: Vec<String> = lost.iter().map(ToString::to_string).collect();
    assert_eq!(
        lost,
        [
            "crossing/2: span of claim “Jean Dupont\r\nthat 12 of 20 had left” at 33: it crosses another span"
        ]
    );
}
