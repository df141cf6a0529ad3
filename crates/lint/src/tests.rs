//! Each kind of finding, in the smallest articles that show it.

mod support;

use std::collections::BTreeSet;

use proptest::prelude::*;

use crate::{Article, Checks, Finding, Kind, Right, Rights, lint};
use copydesk_document::Document;
use copydesk_text::ArticleText;
use support::{document, found, marked, mended, with_aside};

/// In `articles`, which are marked up, `kind` is found at these words, and nowhere else.
#[track_caller]
fn check(kind: Kind, articles: &[&str], expected: &[&str]) {
    let words: Vec<String> = found(kind, articles)
        .into_iter()
        .map(|finding| finding.words)
        .collect();
    assert_eq!(words, expected);
}

/// What `kind` finds in `articles` would make of the first.
#[track_caller]
fn check_mended(kind: Kind, articles: &[&str], first: &str) {
    assert_eq!(mended(kind, articles), first);
}

#[test]
fn words_with_two_labels_are_found_where_they_have_the_rarer_one() {
    let articles = [
        "{person|Jordan} signed it.",
        "{place|Jordan} signed it, and {place|Jordan’s} king came.",
        "{place|Jordan} and {place|Jordan}",
    ];
    check(Kind::TwoLabels, &articles, &["Jordan"]);
    check_mended(Kind::TwoLabels, &articles, "{place|Jordan} signed it.");
    check(
        Kind::TwoLabels,
        &["{place|Jordan} and {person|jordan}"],
        &[],
    );
    // Labels of two layers may stand on the same words.
    check(Kind::TwoLabels, &["{claim|Jordan} or {place|Jordan}"], &[]);
}

#[test]
fn where_the_rarer_label_may_be_meant_there_is_no_remedy() {
    let text = "{person|Jordan} and {place|Jordan}, {place|Jordan}, {place|Jordan}";
    let all = found(Kind::TwoLabels, &[text]);
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].repair, None);
}

#[test]
fn the_short_form_of_a_longer_name_has_its_label() {
    let articles = [
        "{person|George Washington} came; {person|Washington} spoke.",
        "{place|Washington} and {place|Washington} and {place|Washington}",
    ];
    check(Kind::TwoLabels, &articles, &[]);
}

#[test]
fn a_name_that_is_labeled_elsewhere_and_not_here_is_a_twin() {
    let articles = [
        "{place|Kyiv} slept. In Kyiv’s streets {person|Starmer} stood.",
        "“Starmer” left {place|Odesa}.",
    ];
    check(Kind::Twin, &articles, &["Kyiv", "Starmer"]);
    check_mended(
        Kind::Twin,
        &articles,
        "{place|Kyiv} slept. In {place|Kyiv}’s streets {person|Starmer} stood.",
    );
}

#[test]
fn a_twin_has_whole_words_and_no_longer_name_around_it() {
    let folder = "{place|York} {place|York} {place|York} {place|York} {place|York}";
    for text in [
        "New York slept, {place|Odesa} too.",
        "{place|Odesa}, Yorkshire and york",
        "{place|Odesa} is York-based, a-York, @York or York.org",
        "{place|Odesa} and York Minster, York & Sons, York 12",
        "{place|Odesa} and St. York's Basilica",
        "Mary York in {place|Odesa}",
        "{person|Duchess of York} in {place|Odesa}",
        "On\nYork, {place|Odesa}",
    ] {
        let expected: &[&str] = if text.starts_with("On") {
            &["York"]
        } else {
            &[]
        };
        check(Kind::Twin, &[text, folder], expected);
    }
    check(
        Kind::Twin,
        &["In York and {place|Odesa}", folder],
        &["York"],
    );
    check(
        Kind::Twin,
        &["President York met {place|Odesa}", folder],
        &["York"],
    );
}

#[test]
fn a_short_form_or_a_common_word_is_a_twin_only_where_it_is_labeled_too() {
    let folder =
        "{person|Mary Church} sang. {person|Church} left. {organization|Study} and {place|Odesa}";
    let other = "{place|Odesa} saw Church, then Study; a study";
    check(Kind::Twin, &[other, folder], &[]);
    check(
        Kind::Twin,
        &["{person|Mary Church} and Mary Church saw Church and {person|Church}, {person|Church}"],
        &["Mary Church", "Church"],
    );
    check(
        Kind::Twin,
        &["{organization|Study} and Study did a study"],
        &["Study"],
    );
}

#[test]
fn claims_and_figures_have_no_twins() {
    check(
        Kind::Twin,
        &["{claim|Time Flies}. Time Flies. {figure|Two Percent} or Two Percent"],
        &[],
    );
}

#[test]
fn what_was_rejected_or_not_begun_has_no_twins() {
    let folder = "{place|York} {place|York}";
    check(Kind::Twin, &["York slept.", folder], &[]);
    let mut open = copydesk_document::OpenDocument::new(document("York and {place|Odesa}"));
    let label = copydesk_document::LabelId::new("place").unwrap();
    let span = open.document().text().span(0, 4).unwrap();
    let rejection = copydesk_document::Rejection { span, label };
    let edits = vec![copydesk_document::Edit::Rejection {
        rejection,
        is_added: true,
    }];
    open.edit(copydesk_document::Transaction::new("reject", edits))
        .unwrap();
    let documents = [open.document().clone(), document(folder)];
    assert_eq!(support::found_in(Kind::Twin, &documents), []);
}

#[test]
fn words_that_are_mostly_not_labeled_are_no_twins() {
    let articles = ["{person|May} met {place|Odesa}. In May and May, and in May."];
    check(Kind::Twin, &articles, &[]);
    check(
        Kind::Twin,
        &["{figure|two} and two, {place|city} and city"],
        &[],
    );
}

#[test]
fn marks_at_an_edge_do_not_belong_to_the_span() {
    for (text, expected) in [
        ("{person|Putin,} came", "{person|Putin}, came"),
        ("{person|“Putin} came", "“{person|Putin} came"),
        ("({place|Kyiv)} came", "({place|Kyiv}) came"),
        ("{place|— Kyiv:} came", "— {place|Kyiv}: came"),
        ("He left {place|Kyiv.} Then", "He left {place|Kyiv}. Then"),
        ("up {figure|5 percent.} Then", "up {figure|5 percent}. Then"),
        ("{place|Kyiv\"} came", "{place|Kyiv}\" came"),
    ] {
        check_mended(Kind::Edge, &[text], expected);
    }
}

#[test]
fn marks_that_belong_to_a_name_stay() {
    for text in [
        "He joined {organization|Yahoo!} Then",
        "He left the {place|U.S.} Then",
        "He left {organization|Apple Inc.} Then",
        "{organization|Bank (Europe)} came",
        "{organization|“Kyiv Post”} came",
        "up {figure|-5%}, {figure|$3} and {figure|.5}",
        "{person|Martin Luther King Jr.} Then",
        "{figure|6'11\"} tall",
        "{organization|McDonald’s} came, {organization|McDonald’s} went",
    ] {
        check(Kind::Edge, &[text], &[]);
    }
}

#[test]
fn a_possessive_is_left_out_where_it_mostly_is() {
    check_mended(
        Kind::Edge,
        &["{person|Putin’s} men", "{person|Putin} and {person|Putin}"],
        "{person|Putin}’s men",
    );
}

#[test]
fn a_claim_ends_as_most_claims_do() {
    let leaves_out = "{claim|It fell}. {claim|It rose}.";
    check_mended(
        Kind::Edge,
        &["{claim|It stood.}", leaves_out],
        "{claim|It stood}.",
    );
    check(Kind::Edge, &["{claim|It fell.} {claim|It rose}."], &[]);
}

#[test]
fn a_figure_has_the_value_that_its_words_say() {
    check(
        Kind::Value,
        &[r#"{figure value="3 hour"|3 hours} late"#],
        &[],
    );
    check(
        Kind::Value,
        &[r#"{figure value="2000"|2,000 miles} far"#],
        &[],
    );
    check(
        Kind::Value,
        &[r#"{figure value="180 minute"|3 hours} late"#],
        &[],
    );
    check(
        Kind::Value,
        &[r#"{figure value="4 hour"|3 hours} late"#],
        &["3 hours"],
    );
    check(Kind::Value, &["{figure|3 hours} late"], &["3 hours"]);
    let all = found(Kind::Value, &["{figure|several} men"]);
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].repair, None);
}

#[test]
fn a_value_is_set_to_what_a_suggester_reads() {
    let document = document("He is {figure|forty-seven} now");
    let read = |text: &ArticleText| {
        let span = text.span(6, 17).unwrap();
        vec![(span, "47 year".parse().unwrap())]
    };
    let checks = Checks {
        kinds: [Kind::Value].into(),
        figures: &read,
        ..Checks::default()
    };
    let article = Article {
        name: "a.ron",
        part: "",
        document: &document,
    };
    let all = lint(&[article], &checks, &Rights::default());
    let mended = support::repaired(&document, &all);
    assert_eq!(
        support::attribute(&mended, "value"),
        Some("47 year".to_owned())
    );
}

#[test]
fn who_says_a_claim_is_named_in_its_sentence() {
    for text in [
        "{person|Starmer} said that {claim|it fell}.",
        "{claim|It fell}, said {person|Starmer}.",
        "{claim|It fell}, said Prime Minister {person|Starmer}.",
        "{claim|It fell}, according to {organization|NATO}.",
        "{organization|NATO} has also said {claim|it fell}.",
    ] {
        let all = found(Kind::Speaker, &[text]);
        assert_eq!(all.len(), 1, "{text}");
        let mended = support::repaired(&document(text), &all);
        let speaker = support::attribute(&mended, "speaker").unwrap();
        assert!(["Starmer", "NATO"].contains(&speaker.as_str()), "{speaker}");
    }
}

#[test]
fn nobody_is_asked_for_where_nobody_speaks() {
    for text in [
        r#"{person|Starmer} said that {claim speaker="Starmer"|it fell}."#,
        "{person|Starmer} said nothing. {claim|It fell}.",
        "He told {person|Starmer} that {claim|it fell}.",
        "{claim|{person|Starmer} said so} in {place|Kyiv}.",
        "{place|Kyiv} said {claim|it fell}.",
        "{person|Starmer} left, and {claim|it fell}.",
        "A letter seen by {organization|NATO} says {claim|it fell}.",
    ] {
        check(Kind::Speaker, &[text], &[]);
    }
}

#[test]
fn a_span_ends_with_its_sentence() {
    let name = "{organization|Regina v. St. Mary Lumber} and {person|Michael I. Carol}";
    check(Kind::Sentences, &[name], &[]);
    check(
        Kind::Sentences,
        &["{place|Kyiv. Odesa} slept"],
        &["Kyiv. Odesa"],
    );
    check(
        Kind::Sentences,
        &["{claim|It fell. It rose}. {person|J. D. Vance} met {person|Dr. No}."],
        &["It fell. It rose"],
    );
    check(Kind::Sentences, &["“{claim|It fell.”} Then"], &[]);
}

#[test]
fn what_was_set_aside_because_it_overlaps_is_found_and_dropped() {
    let document = with_aside("{person|Keir Starmer} came", "Starmer", "place");
    let all = support::found_in(Kind::Overlap, std::slice::from_ref(&document));
    let words: Vec<&str> = all.iter().map(|finding| finding.words.as_str()).collect();
    assert_eq!(words, ["Starmer"]);
    let mended = support::repaired(&document, &all);
    assert_eq!(mended.detached(), []);
    assert_eq!(marked(&mended), "{person|Keir Starmer} came");
    // Where nothing stands in its layer, it was set aside for another reason.
    let alone = with_aside("{person|Keir} Starmer came", "Starmer", "place");
    assert_eq!(support::found_in(Kind::Overlap, &[alone]), []);
}

const STORY: &str = "The minister spoke for an hour about the harbor, the bridge and the long winter \
    before the council voted to rebuild both, although nobody in the room knew what that would cost \
    the town, or who would pay for it in the end.";

#[test]
fn nearly_the_same_article_is_found_in_another_part_of_the_data() {
    let changed = STORY.replace("an hour", "two hours");
    let other = "Nothing of this is in the other text, which speaks of birds, of the sea, of lamps \
        that burn at night, and of a man who walked along the shore until the morning came.";
    let names = ["dev/b.ron", "test/c.ron", "train/a.ron"];
    let texts = [other, STORY, &changed];
    let all = support::found_named(Kind::Duplicate, &names, &texts);
    assert_eq!(all.len(), 1);
    assert_eq!(
        (all[0].article, all[0].words.as_str()),
        (Some(2), "test/c.ron")
    );
    assert!(
        all[0].message.contains("another part"),
        "{}",
        all[0].message
    );
}

#[test]
fn two_people_have_the_same_article_and_it_is_no_duplicate() {
    let names = ["a/summit.anna.ron", "a/summit.ben.ron", "a/other.ron"];
    let all = support::found_named(Kind::Duplicate, &names, &[STORY, STORY, STORY]);
    assert_eq!(all.len(), 1, "the file of another name is one");
    assert_eq!(all[0].article, Some(2));
    let same = support::found_named(Kind::Duplicate, &names[..2], &[STORY, STORY]);
    assert_eq!(same, []);
}

#[test]
fn a_label_with_few_examples_is_named() {
    let document = document("{person|Putin} and {person|Trump}");
    let article = Article {
        name: "a.ron",
        part: "",
        document: &document,
    };
    let checks = Checks {
        kinds: [Kind::FewExamples].into(),
        least: 2,
        ..Checks::default()
    };
    let all = lint(&[article], &checks, &Rights::default());
    let labels: Vec<&str> = all.iter().map(|finding| finding.words.as_str()).collect();
    assert_eq!(labels, ["place", "organization", "claim", "figure"]);
}

#[test]
fn what_is_right_is_not_found_again() {
    let texts = ["{person|Putin,} came; {person|Trump,} went"];
    let all = found(Kind::Edge, &texts);
    assert_eq!(all.len(), 2);
    let rights = Rights(BTreeSet::from([all[0].right.clone()]));
    let left = support::found_but(Kind::Edge, &texts, &rights);
    assert_eq!(left, all[1..]);
    let elsewhere = Right {
        article: Some("other.ron".to_owned()),
        ..all[0].right.clone()
    };
    assert!(!rights.contains(&elsewhere));
}

#[test]
fn every_kind_is_called_by_its_name() {
    for kind in Kind::ALL {
        assert_eq!(Kind::called(kind.name()), Some(kind));
    }
    assert_eq!(Kind::called("none"), None);
}

fn word() -> impl Strategy<Value = String> {
    let words = [
        "Putin", "Kyiv", "said", "that", "fell", "5", "percent", "the", "York", "New", "J.",
    ];
    let marks = prop::sample::select(vec!["", "", "", ",", ".", "’s", "\"", ")"]);
    (prop::sample::select(words.to_vec()), marks).prop_map(|(word, mark)| format!("{word}{mark}"))
}

fn article() -> impl Strategy<Value = String> {
    let labels = prop::sample::select(vec!["", "", "person", "place", "figure", "claim"]);
    let piece = (labels, prop::collection::vec(word(), 1..4));
    prop::collection::vec(piece, 1..12).prop_map(|pieces| {
        let pieces = pieces.into_iter().map(|(label, words)| {
            let words = words.join(" ");
            if label.is_empty() {
                words
            } else {
                format!("{{{label}|{words}}}")
            }
        });
        pieces.collect::<Vec<_>>().join(" ")
    })
}

proptest! {
    /// What is put right is not found again, and nothing but it is changed.
    #[test]
    fn every_remedy_works(texts in prop::collection::vec(article(), 1..4)) {
        let documents: Vec<Document> = texts.iter().map(|text| document(text)).collect();
        for kind in [Kind::Edge, Kind::Value, Kind::Speaker, Kind::Twin, Kind::TwoLabels] {
            let all = support::found_in(kind, &documents);
            let mended: Vec<Document> = documents
                .iter()
                .enumerate()
                .map(|(index, document)| {
                    let here = all.iter().filter(|finding| finding.article == Some(index));
                    let here: Vec<Finding> = here.cloned().collect();
                    support::repaired(document, &here)
                })
                .collect();
            let again = support::found_in(kind, &mended);
            let remedied = all.iter().filter(|finding| finding.repair.is_some());
            for finding in remedied {
                let same = again.iter().any(|it| it.article == finding.article && it.span == finding.span && it.label == finding.label);
                prop_assert!(!same, "{:?}", finding);
            }
        }
    }

    /// Any text is checked without a panic, and the same twice.
    #[test]
    fn any_article_is_checked_the_same_twice(texts in prop::collection::vec(article(), 1..4)) {
        let documents: Vec<Document> = texts.iter().map(|text| document(text)).collect();
        for kind in Kind::ALL {
            prop_assert_eq!(support::found_in(kind, &documents), support::found_in(kind, &documents));
        }
    }
}
