//! brat's files as others write them, and damaged.

use crate::import::Faulty;
use crate::import::tests::read_all;
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
    assert_eq!(record.spans.len(), 0);
    assert_eq!(
        record.warnings,
        [
            "Place 3–9 is left out: it lies outside the text",
            "Place 4–2 is left out: it ends before it begins"
        ]
    );
}
