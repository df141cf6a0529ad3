//! What an article file says, and what is reported where it does not fit.

use std::sync::Arc;

use super::*;
use crate::built_in_schema;
use copydesk_document::{
    Annotation, AnnotationId, AttributeValue, Attributes, Confidence, DetachedMark, LabelId, Marks,
    Origin, Provenance, Rejection, Status, SuggestionNote,
};

pub(crate) const ARTICLE: &str =
    "Keir Starmer arrives\n\nKeir Starmer said taxes would rise by 5%.\n";

pub(crate) fn read(ron: &str) -> Result<Restored, ReadError> {
    parse(ron.as_bytes(), &mut |name| Err(format!("no file {name}")))
}

/// The problems beside the one that says the file was edited, which these tests do all the time.
fn kinds(restored: &Restored) -> Vec<ProblemKind> {
    restored
        .problems
        .iter()
        .map(|problem| problem.kind)
        .filter(|kind| *kind != ProblemKind::Edited)
        .collect()
}

fn human(text: &ArticleText, id: u64, label: &str, words: &str) -> Annotation {
    let start = text.as_str().find(words).unwrap();
    Annotation {
        id: AnnotationId(id),
        label: LabelId::new(label).unwrap(),
        span: text.span(start, start + words.len()).unwrap(),
        origin: Origin::Human,
        provenance: Provenance::default(),
        note: String::new(),
        attributes: Attributes::new(),
    }
}

fn document_of(text: &str, marks: impl FnOnce(&ArticleText) -> Marks) -> Document {
    let text = ArticleText::new(text);
    let marks = marks(&text);
    let metadata = Metadata {
        title: "Keir Starmer arrives".to_owned(),
        source: "starmer.txt".to_owned(),
        encoding: "UTF-8".to_owned(),
        ..Metadata::default()
    };
    let mut document = Document::new(text, built_in_schema(), metadata);
    assert_eq!(document.restore(marks), []);
    document
}

pub(crate) fn sample() -> Document {
    document_of(ARTICLE, |text| {
        let mut claim = human(text, 2, "claim", "taxes would rise by 5%");
        claim.origin = Origin::Suggested {
            by: "claims".to_owned(),
            confidence: Confidence::from_percent(81),
        };
        claim.note = "Ask the \"Treasury\"".to_owned();
        let speaker = text.span(22, 34);
        for (name, words, at) in [("speaker", "Keir Starmer", speaker), ("cue", "said", None)] {
            let words = words.to_owned();
            claim
                .attributes
                .insert(name.to_owned(), AttributeValue::Words { words, at });
        }
        Marks {
            annotations: vec![human(text, 1, "person", "Keir Starmer"), claim],
            rejections: vec![Rejection {
                span: text.span(60, 62).unwrap(),
                label: LabelId::new("figure").unwrap(),
            }],
            status: Status::InWork,
            ..Marks::default()
        }
    })
}

#[test]
fn a_document_comes_back_as_it_was() {
    let document = sample();
    let ron = print(&document);
    let restored = read(&ron).unwrap();
    assert_eq!(restored.problems, []);
    assert_eq!(restored.document, document);
    assert_eq!(print(&restored.document), ron);
}

/// The sample with a note on a suggestion.
fn noted() -> Document {
    document_of(ARTICLE, |text| {
        let document = sample();
        Marks {
            annotations: document.annotations().iter().cloned().collect(),
            rejections: document.rejections().iter().cloned().collect(),
            suggestion_notes: vec![SuggestionNote {
                span: text.span(13, 20).unwrap(),
                label: LabelId::new("place").unwrap(),
                note: "Ask \"Keir\"".to_owned(),
            }],
            status: Status::InWork,
            ..Marks::default()
        }
    })
}

#[test]
fn a_note_on_a_suggestion_is_a_line_of_its_own_and_comes_back() {
    let ron = print(&noted());
    let expected = "    suggestion_notes: [\n        (label: \"place\", start: 13, end: 20, quote: \
                    \"arrives\", note: \"Ask \\\"Keir\\\"\", before: \"Keir Starmer \", after: ";
    assert!(ron.contains(expected), "{ron}");
    let restored = read(&ron).unwrap();
    assert_eq!(restored.problems, []);
    assert_eq!(restored.document, noted());
    assert!(!print(&sample()).contains("suggestion_notes"));
}

#[test]
fn a_note_whose_suggestion_is_gone_from_the_text_is_set_aside_and_comes_back_with_it() {
    let cut = print(&noted()).replacen("Starmer arrives\n", "Starmer\n", 1);
    let restored = read(&cut).unwrap();
    let aside = DetachedMark::Note("Ask \"Keir\"".to_owned());
    let mut detached = restored.document.detached().iter();
    assert!(detached.any(|detached| detached.mark == aside));
    assert!(kinds(&restored).contains(&ProblemKind::Detached));
    let again = print(&restored.document);
    assert_eq!(read(&again).unwrap().document, restored.document);
    let mended = again.replacen("Starmer\n\nKeir", "Starmer arrives\n\nKeir", 1);
    let mended = read(&mended).unwrap().document;
    assert_eq!(mended.suggestion_notes(), noted().suggestion_notes());
    assert_eq!(mended.detached(), []);
}

#[test]
fn of_two_notes_on_one_suggestion_in_a_file_none_is_lost() {
    let ron = print(&noted());
    let line = ron
        .lines()
        .find(|line| line.contains("13, end: 20"))
        .unwrap();
    let other = line.replace("Ask", "Call");
    let empty = line.replace("note: \"Ask \\\"Keir\\\"\", ", "");
    let edited = ron.replacen(line, &format!("{line}\n{other}\n{empty}"), 1);
    let document = read(&edited).unwrap().document;
    let notes: Vec<_> = document.suggestion_notes().values().collect();
    assert_eq!(notes, ["Ask \"Keir\"\nCall \"Keir\""]);
}

#[test]
fn each_annotation_is_one_line_that_a_person_can_read() {
    let ron = print(&sample());
    let expected = "        (id: 1, label: \"person\", start: 0, end: 12, quote: \"Keir Starmer\", \
                    by: Human, after: \" arrives\\n\\nKeir Starmer said taxe\"),";
    assert!(ron.lines().any(|line| line == expected), "{ron}");
}

#[test]
fn who_decided_is_on_the_line_where_it_is_known_and_comes_back() {
    let document = document_of(ARTICLE, |text| {
        let mut gold = human(text, 1, "person", "Keir Starmer");
        gold.provenance = Provenance {
            annotator: "carla".to_owned(),
            agreed: vec!["anna".to_owned(), "ben \"B\"".to_owned()],
            reason: "both names".to_owned(),
        };
        let mut claim = human(text, 2, "claim", "taxes would rise by 5%");
        claim.provenance = Provenance::by("anna");
        Marks {
            annotations: vec![gold, claim, human(text, 3, "figure", "5%")],
            ..Marks::default()
        }
    });
    let ron = print(&document);
    let said = [
        r#"by: Human, annotator: "carla", agreed: ["anna", "ben \"B\""], reason: "both names", after"#,
        r#"by: Human, annotator: "anna", before"#,
        r#"quote: "5%", by: Human, before"#,
    ];
    for words in said {
        assert!(ron.contains(words), "{words}: {ron}");
    }
    assert_eq!(read(&ron).unwrap().document, document);
}

#[test]
fn a_small_change_is_a_small_diff() {
    let before = print(&sample());
    let more = document_of(ARTICLE, |text| {
        let document = sample();
        let mut annotations: Vec<Annotation> = document.annotations().iter().cloned().collect();
        annotations.push(human(text, 7, "place", "arrives"));
        Marks {
            annotations,
            rejections: document.rejections().iter().cloned().collect(),
            status: Status::InWork,
            ..Marks::default()
        }
    });
    let after = print(&more);
    let added: Vec<&str> = after
        .lines()
        .filter(|line| !line.starts_with("// Checksum"))
        .filter(|line| !before.lines().any(|old| old == *line))
        .collect();
    assert_eq!(added.len(), 1, "{added:?}");
    assert_eq!(after.lines().count(), before.lines().count() + 1);
}

#[test]
fn texts_that_a_raw_string_could_spoil_come_back_byte_for_byte() {
    for text in [
        "a\r\nb\r\n",
        "a\rb",
        "NUL \0 inside",
        "line\u{2028}separator",
        "quote \"# and \"### inside",
        "ends with a quote\"",
        "\"",
        "\\ backslash \\n",
        "\u{feff}mark inside",
        "\u{202e}turned\u{202c}",
        "",
        "\n\n",
        "e\u{301}\u{1f468}\u{200d}\u{1f469}",
    ] {
        let document = document_of(text, |_| Marks::default());
        let restored = read(&print(&document)).unwrap();
        assert_eq!(restored.document.text().as_str(), text);
        assert_eq!(restored.problems, []);
    }
}

#[test]
fn plain_text_keeps_its_lines_in_the_file() {
    assert!(print(&sample()).contains(ARTICLE));
}

#[test]
fn spans_follow_their_words_where_the_text_was_edited_by_hand() {
    let ron = print(&sample()).replace("text: Inside(r\"", "text: Inside(r\"Today: ");
    let restored = read(&ron).unwrap();
    let text = restored.document.text();
    let words: Vec<&str> = restored
        .document
        .annotations()
        .iter()
        .map(|annotation| text.words(annotation.span))
        .collect();
    // “Keir Starmer” stood at the very beginning; which of the two it was is not certain now.
    assert_eq!(words, ["taxes would rise by 5%"]);
    assert_eq!(kinds(&restored).first(), Some(&ProblemKind::TextChanged));
    let moved = restored
        .problems
        .iter()
        .find(|problem| problem.kind == ProblemKind::Moved);
    let line = ron
        .lines()
        .position(|line| line.contains("(id: 2,"))
        .unwrap()
        + 1;
    assert_eq!(
        moved.unwrap().place.map(|place| (place.line, place.column)),
        Some((line, 9))
    );
}

#[test]
fn what_has_lost_its_words_is_kept_and_comes_back_with_them() {
    let whole = print(&sample());
    let cut = whole.replacen("taxes would rise by 5%.\n\")", "less.\n\")", 1);
    assert_ne!(cut, whole);
    let restored = read(&cut).unwrap();
    // The name stands there twice, and near the edit: which of the two it was is not certain.
    assert_eq!(restored.document.annotations().len(), 0);
    assert_eq!(restored.document.detached().len(), 3);
    assert!(kinds(&restored).contains(&ProblemKind::Detached));
    // Saved and opened again nothing more is lost …
    let again = print(&restored.document);
    let reread = read(&again).unwrap();
    assert_eq!(reread.document, restored.document);
    // … and with the words back, the marks are back, and no id is used twice.
    let mended = again.replacen("less.\n\")", "taxes would rise by 5%.\n\")", 1);
    let mended = read(&mended).unwrap();
    assert_eq!(mended.document.annotations(), sample().annotations());
    assert_eq!(mended.document.rejections(), sample().rejections());
    assert!(kinds(&mended).contains(&ProblemKind::Reattached));
}

#[test]
fn unknown_labels_overlaps_and_duplicate_ids_are_reported_and_kept() {
    let ron = print(&sample());
    let line = ron.lines().find(|line| line.contains("(id: 1,")).unwrap();
    let unknown = line
        .replace("\"person\"", "\"ship\"")
        .replace("id: 1", "id: 9");
    let no_label = line
        .replace("\"person\"", "\"no label\"")
        .replace("id: 1", "id: 8");
    let overlap = line
        .replace("\"person\"", "\"place\"")
        .replace("id: 1", "id: 4");
    let twice = line.replace("person", "claim");
    let all = format!("{line}\n{unknown}\n{no_label}\n{overlap}\n{twice}");
    let restored = read(&ron.replace(line, &all)).unwrap();
    assert_eq!(
        kinds(&restored),
        [
            ProblemKind::UnknownLabel,
            ProblemKind::UnknownLabel,
            ProblemKind::Overlaps,
            ProblemKind::DuplicateId,
        ]
    );
    assert_eq!(restored.document.annotations().len(), 3);
    assert_eq!(
        restored.document.annotations().highest_id(),
        Some(AnnotationId(10))
    );
    assert_eq!(restored.document.detached().len(), 3);
    let again = read(&print(&restored.document)).unwrap();
    assert_eq!(again.document, restored.document);
}

#[test]
fn a_hand_written_annotation_needs_no_id_and_no_context() {
    let ron = print(&sample()).replace(
        "    annotations: [\n",
        "    annotations: [\n(label: \"place\", start: 0, end: 0, quote: \"arrives\"),\n",
    );
    let restored = read(&ron).unwrap();
    assert_eq!(restored.document.annotations().len(), 3);
    assert_eq!(kinds(&restored), [ProblemKind::Moved]);
}

#[test]
fn wild_positions_are_set_aside() {
    let ron = print(&sample());
    for (start, end) in [
        ("5", "2"),
        ("1", "1"),
        ("18446744073709551615", "3"),
        ("0", "999999"),
    ] {
        let wild = ron.replace(
            "start: 0, end: 12, quote: \"Keir Starmer\"",
            &format!("start: {start}, end: {end}, quote: \"nowhere\""),
        );
        let restored = read(&wild).unwrap();
        assert_eq!(kinds(&restored), [ProblemKind::Detached]);
        assert_eq!(
            read(&print(&restored.document)).unwrap().document,
            restored.document
        );
    }
}

#[test]
fn a_number_that_makes_no_sense_costs_only_its_own_span() {
    let whole = print(&sample());
    for (good, bad, expected) in [
        (
            "start: 0, end: 12",
            "start: -5, end: 12",
            ProblemKind::Moved,
        ),
        (
            "start: 40, end: 62",
            "start: 40, end: 99999999999999999999999",
            ProblemKind::Moved,
        ),
        (
            "start: 60, end: 62",
            "start: 60.5, end: 62",
            ProblemKind::Moved,
        ),
        ("(id: 1,", "(id: -1,", ProblemKind::DuplicateId),
        (
            "(id: 1,",
            "(id: 18446744073709551616,",
            ProblemKind::DuplicateId,
        ),
        ("\"claims\", 81", "\"claims\", -81", ProblemKind::Attribute),
        ("\"claims\", 81", "\"claims\", 810", ProblemKind::Attribute),
        (
            "At(\"Keir Starmer\", 22, 34)",
            "At(\"Keir Starmer\", -22, 34)",
            ProblemKind::Attribute,
        ),
    ] {
        let ron = whole.replace(good, bad);
        assert_ne!(ron, whole, "{bad}");
        let restored = read(&ron).unwrap();
        assert_eq!(kinds(&restored), [expected], "{bad}");
        let again = read(&print(&restored.document)).unwrap();
        assert_eq!(again.document, restored.document, "{bad}");
    }
    let negative = whole.replace("start: 0, end: 12", "start: -5, end: 12");
    let restored = read(&negative).unwrap();
    let mut problems = restored.problems.iter();
    let moved = problems.find(|problem| problem.kind == ProblemKind::Moved);
    let message = &moved.unwrap().message;
    assert!(message.contains("not at -5–12"), "{message}");
    let error = read(&whole.replace("start: 0,", "start: \"0\",")).unwrap_err();
    assert_eq!(error.kind, ReadErrorKind::Syntax);
}

#[test]
fn many_spans_that_overlap_are_each_reported_with_their_line() {
    let whole = print(&sample());
    let line = whole.lines().find(|line| line.contains("(id: 1,")).unwrap();
    let copies: Vec<String> = (0..5_000)
        .map(|index| line.replace("id: 1,", &format!("id: {},", 100 + index)))
        .collect();
    let first_line = whole.lines().position(|other| other == line).unwrap() + 1;
    let restored = read(&whole.replace(line, &copies.join("\n"))).unwrap();
    let kinds = kinds(&restored);
    assert!(kinds.iter().all(|kind| *kind == ProblemKind::Overlaps));
    let lines = restored.problems.iter().filter_map(|problem| problem.place);
    let lines = lines.map(|place| place.line);
    assert!(lines.eq(first_line + 1..first_line + 5_000));
}

#[test]
fn each_kind_of_error_is_recognized() {
    let ron = print(&sample());
    let kind = |ron: &str| read(ron).unwrap_err().kind;
    assert_eq!(kind(""), ReadErrorKind::NotOurs);
    assert_eq!(kind("Keir Starmer arrives"), ReadErrorKind::NotOurs);
    assert_eq!(kind("(window: (width: 3))"), ReadErrorKind::NotOurs);
    assert_eq!(kind("{\"format\": 1, \"text\": 2}"), ReadErrorKind::NotOurs);
    assert_eq!(
        kind(&ron.replace("format 1", "format 2")),
        ReadErrorKind::Newer
    );
    let bare = ron.split_once('\n').unwrap().1;
    assert_eq!(
        kind(&bare.replace("format: 1", "format: 2")),
        ReadErrorKind::Newer
    );
    assert_eq!(
        kind(bare.get(..bare.len() / 2).unwrap()),
        ReadErrorKind::CutOff
    );
    assert_eq!(
        kind(&ron.replace("key: 'c'", "key: 'p'")),
        ReadErrorKind::Schema
    );
    assert_eq!(
        kind(&ron.replace("Inside(r\"", "Reference(\"x.txt\"), title: (r\"")),
        ReadErrorKind::Syntax
    );
    assert!(read(&format!("\u{feff}{ron}")).is_ok());
    assert!(read(bare).is_ok());
    let error = read(&ron.replace("    marked: false", "    marked: maybe")).unwrap_err();
    assert_eq!(error.kind, ReadErrorKind::Syntax);
    assert_eq!(error.place.map(|place| place.line), Some(8));
}

#[test]
fn unknown_fields_are_an_error_because_saving_would_lose_them() {
    let ron = print(&sample()).replace("    marked: false,", "    marked: false,\n    mood: 3,");
    let error = read(&ron).unwrap_err();
    assert_eq!(error.kind, ReadErrorKind::Syntax);
    assert!(error.to_string().contains("mood"), "{error}");
    let twice = print(&sample()).replace("{\"cue\":", "{\"cue\": Words(\"a\"), \"cue\":");
    let error = read(&twice).unwrap_err();
    assert!(
        error.to_string().contains("“cue” is a duplicate"),
        "{error}"
    );
}

#[test]
fn nesting_bombs_are_errors() {
    for bomb in ["[", "(", "{", "Some("] {
        let ron = format!("{HEADER}1\n(format: 1, text: {}", bomb.repeat(200_000));
        assert!(read(&ron).is_err());
        assert!(read(&format!("(format: 1, mood: {}", bomb.repeat(200_000))).is_err());
    }
}

#[test]
fn every_truncation_is_an_error_and_no_panic() {
    let ron = print(&sample());
    // Whoever cuts off no more than the checksum has taken nothing away.
    let content = ron.rfind("\n// Checksum").unwrap();
    for end in 0..ron.len() - 1 {
        let cut = ron.as_bytes().get(..end).unwrap();
        let restored = parse(cut, &mut |_| Err(String::new()));
        if end < content {
            assert!(restored.is_err(), "cut at {end}");
        } else if let Ok(restored) = restored {
            assert_eq!(restored.document, sample(), "cut at {end}");
        }
    }
}

#[test]
fn what_was_edited_by_hand_is_welcome_and_mentioned() {
    let ron = print(&sample());
    assert_eq!(read(&ron).unwrap().problems, []);
    let edited = ron.replace("by: Human", "by: Imported(\"brat\")");
    let restored = read(&edited).unwrap();
    let [problem] = restored.problems.as_slice() else {
        panic!("{:?}", restored.problems);
    };
    assert_eq!(problem.kind, ProblemKind::Edited);
    // Once it is saved again there is nothing to mention.
    let saved = print(&restored.document);
    assert_eq!(read(&saved).unwrap().problems, []);
}

#[test]
fn the_text_may_stand_beside() {
    let document = sample();
    let place = TextPlace::Beside("texts/starmer.txt".to_owned());
    let ron = print_with(&document, &place);
    assert!(!ron.contains("arrives\n"));
    let restored = parse(ron.as_bytes(), &mut |name| {
        assert_eq!(name, "texts/starmer.txt");
        Ok(ArticleText::new(ARTICLE))
    })
    .unwrap();
    assert_eq!(restored.document, document);
    assert_eq!(restored.text_place, place);
    assert_eq!(read(&ron).unwrap_err().kind, ReadErrorKind::Text);
}

#[test]
fn the_first_article_file_ever_written_can_still_be_read() {
    let golden = include_bytes!("../../../tests/fixtures/article-v1.ron");
    let restored = parse(golden, &mut |_| Err(String::new())).unwrap();
    assert_eq!(restored.problems, []);
    assert_eq!(restored.document.annotations().len(), 2);
    assert_eq!(restored.document.rejections().len(), 1);
    // Today's files have a checksum more.
    assert!(print(&restored.document).as_bytes().starts_with(golden));
}

#[test]
fn a_schema_of_ones_own_goes_with_the_article() {
    let ron = "(format: 1, labels: [(id: \"ship\", name: \"Ship\", plural: \"Ships\", layer: \"x\",
        color: Teal, style: Tint, key: 's')])";
    let schema = crate::parse_schema(ron.as_bytes()).unwrap();
    let document = Document::new(ArticleText::new("A"), Arc::new(schema), Metadata::default());
    let restored = read(&print(&document)).unwrap();
    assert_eq!(restored.document.schema(), document.schema());
}
