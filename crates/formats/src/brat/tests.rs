//! brat's files as others write them, and damaged.

use crate::import::Faulty;
use crate::import::tests::read_all;
use crate::testing::writing::{DETAILS, PLACES, check_file, check_losses};
use copydesk_document::Record;

fn read(text: &str, annotations: &str) -> Result<Record, Faulty> {
    let files = [
        ("talks%2F1.ann", annotations.as_bytes()),
        ("talks%2F1.txt", text.as_bytes()),
    ];
    read_all("brat", &files).unwrap().pop().unwrap()
}

fn spans(record: &Record) -> Vec<String> {
    let spans = record.spans.iter();
    spans
        .map(|span| format!("{}={}", span.label, record.words(span)))
        .collect()
}

#[test]
fn spans_notes_attributes_and_relations_are_read() {
    let record = read(
        "📈 Inflation hit 3.5%, Bank of England governor Andrew Bailey said.",
        "T1\tFigure 16 20\t3.5%\nT2\tPerson 47 60\tAndrew Bailey\nT6\tClaim 2 15;22 37\tInflation hit Bank of England\n\
         A1\tConfidence T1 High\nA2\tNegated T6\n#1\tAnnotatorNotes T6\tchecked\n#2\tAnnotatorNotes T6\ttwice\n\
         R1\tSaidBy Arg1:T6 Arg2:T2\n*\tEquiv T1 T2\n",
    )
    .unwrap();
    assert_eq!(record.metadata.id, "talks/1");
    assert_eq!(
        spans(&record),
        [
            "Claim=Inflation hit 3.5%, Bank of England",
            "Figure=3.5%",
            "Person=Andrew Bailey"
        ]
    );
    let claim = record.spans.first().unwrap();
    assert_eq!(claim.note, "checked\ntwice");
    assert_eq!(claim.attributes["Negated"].words, "true");
    let speaker = &claim.attributes["SaidBy"];
    assert_eq!(
        (speaker.words.as_str(), speaker.at.clone()),
        ("Andrew Bailey", Some(50..63))
    );
    assert_eq!(record.warnings.len(), 2, "{:?}", record.warnings);
}

#[test]
fn what_events_say_is_kept_by_their_triggers_and_the_rest_is_named() {
    let record = read(
        "Oda Lind struck in Port Varn.",
        "T1\tPerson 0 8\tOda Lind\nT2\tAttack 9 15\tstruck\nT3\tPlace 19 28\tPort Varn\n\
         E1\tAttack:T2 Attacker:T1 Place:T3\nA1\tNegation E1\n#1\tAnnotatorNotes E1\tdisputed\n\
         N1\tReference T3 Wikipedia:Q95\tPort Varn\n*\tEquiv T1 T3\nA2\tSure T9\n",
    )
    .unwrap();
    let attack = &record.spans[1];
    assert_eq!(attack.note, "disputed");
    assert_eq!(attack.attributes["Negation"].words, "true");
    assert_eq!(attack.attributes["Attacker"].words, "Oda Lind");
    assert_eq!(attack.attributes["Place"].words, "Port Varn");
    assert_eq!(
        record.spans[2].attributes["Reference"].words,
        "Wikipedia:Q95"
    );
    assert_eq!(
        record.warnings,
        [
            "Line 8 is left out, nothing here can hold it: Equiv T1 T3",
            "Line 9 is left out, nothing here can hold it: Sure T9"
        ]
    );
}

#[test]
fn line_ends_are_counted_as_the_file_does() {
    for (start, end) in [(8, 13), (7, 12)] {
        let record = read(
            "Talks\r\nParis",
            &format!("T1\tPlace {} {}\tParis\n", start - 1, end - 1),
        );
        assert_eq!(spans(&record.unwrap()), ["Place=Paris"]);
    }
}

#[test]
fn damage_is_reported() {
    let cut = read("Paris", "T1\tPlace 0 5\tParis\nT2\tPla").unwrap_err();
    assert!(cut.to_string().starts_with("line 2: a span needs an id"));
    let record = read("Paris", "T1\tPlace 3 9\tParis\nT2\tPlace 4 2\tx\n").unwrap();
    assert_eq!((record.spans.len(), record.lost), (0, 2));
    assert_eq!(
        record.warnings,
        [
            "Place 3–9 is left out: it lies outside the text",
            "Place 4–2 is left out: it ends before it begins"
        ]
    );
}

#[test]
fn overlaps_line_ends_and_emoji_have_their_places() {
    check_file(
        "brat",
        PLACES,
        "a%201.ann",
        "T1\tclaim 2 20\tInflation hit 3.5%\n\
         T2\tfigure 16 20\t3.5%\n\
         T3\tperson 22 35;36 40\tAndrew Bailey said\n\
         T4\tplace 45 49\tLond\n",
    );
    check_file(
        "brat",
        PLACES,
        "a%201.txt",
        "📈 Inflation hit 3.5%, Andrew Bailey
said in “London”.",
    );
}

#[test]
fn what_a_span_carries_is_written_and_what_would_break_the_file_is_escaped() {
    check_file(
        "brat",
        DETAILS,
        "a.ann",
        "T1\tperson 2 5\tAnn\n\
         #1\tby T1\thuman\n\
         #2\tAnnotatorNotes T1\ta|b [c] _d;*\n\
         T2\tfigure 7 9\t3%\n\
         A1\tstate T2 suggested\n\
         #3\tby T2\tfigures\n\
         #4\tscore T2\t0.57\n\
         #5\tvalue T2\t3 percent\n\
         #6\tat T2\tvalue=7-9\n\
         R1\tvalue Arg1:T2 Arg2:T2\n\
         T3\tplace 20 24\tRome\n\
         A2\tstate T3 rejected\n",
    );
    check_file("brat", DETAILS, "a.txt", "📈 Ann: 3%\t\"x\" <&> \\ Rome");
}

#[test]
fn what_is_lost_is_reported() {
    check_losses("brat", PLACES, &[]);
    check_losses(
        "brat",
        DETAILS,
        &["a: title: the format has no place for it"],
    );
}

#[test]
fn two_spans_with_one_id_are_both_read() {
    let annotations = "T1\tPER 0 3\tAnn\nT1\tLOC 7 11\tBonn\n#1\tAnnotatorNotes T1\tchecked\n";
    let record = read("Ann in Bonn", annotations).unwrap();
    assert_eq!(spans(&record), ["PER=Ann", "LOC=Bonn"]);
    assert_eq!(record.spans[0].note, "checked");
    assert_eq!(
        record.warnings,
        ["T1 is there twice, again in line 2; both spans were read"]
    );
}
