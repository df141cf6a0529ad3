//! Scores of small articles, counted by hand.

use crate::{
    Attribution, Case, ErrorKind, GoldFacts, GoldSpan, PredictedFacts, PredictedSpan, Question,
    Report, Score, Scoring, Tally, evaluate,
};
use copydesk_document::{LabelId, markup};
use copydesk_store::built_in_schema;
use copydesk_text::ArticleText;

/// The same article marked up twice: as it should be and as it was predicted. A label that ends
/// with `_opt` is optional.
fn case(document: &str, gold: &str, predicted: &str) -> Case {
    let [gold, predicted] = [gold, predicted].map(|marked| markup::parse(marked).unwrap());
    assert_eq!(gold.text, predicted.text);
    let text = ArticleText::new(gold.text);
    let span = |range: std::ops::Range<usize>| text.span(range.start, range.end).unwrap();
    let gold_spans = gold.spans.into_iter().map(|marked| {
        let name = marked.label.as_str();
        GoldSpan {
            span: span(marked.range),
            label: label(name.strip_suffix("_opt").unwrap_or(name)),
            is_optional: name.ends_with("_opt"),
            facts: GoldFacts::default(),
        }
    });
    let predictions = predicted.spans.into_iter().map(|marked| PredictedSpan {
        span: span(marked.range),
        label: marked.label,
        confidence: marked.confidence,
        facts: PredictedFacts::default(),
    });
    Case {
        id: document.to_owned(),
        document: document.to_owned(),
        gold: gold_spans.collect(),
        predicted: predictions.collect(),
        text: text.clone(),
        is_worth_checking: None,
        verdict: None,
    }
}

fn label(name: &str) -> LabelId {
    LabelId::new(name).unwrap()
}

fn report(cases: &[Case], labels: &[&str]) -> Report {
    let labels: Vec<LabelId> = labels.iter().map(|name| label(name)).collect();
    let schema = built_in_schema();
    let scoring = Scoring {
        schema: &schema,
        together: vec![labels.clone()],
        worth: None,
        labels,
    };
    evaluate(cases, &scoring)
}

fn tally(gold: usize, predicted: usize, right: usize) -> Tally {
    Tally {
        gold,
        predicted,
        right,
    }
}

/// Precision, recall and F1, rounded to thousandths.
fn shares(score: Score) -> [i64; 3] {
    [score.precision, score.recall, score.f1].map(|measure| thousandths(measure.unwrap().estimate))
}

#[expect(clippy::cast_possible_truncation, reason = "shares from 0 to 1")]
fn thousandths(share: f64) -> i64 {
    (share * 1000.0).round() as i64
}

/// Of three people one is found, one by half of the name (6 of 12 letters) and one as a place.
fn meeting() -> Case {
    case(
        "meeting",
        "{person|Keir Starmer} met {person|Donald Trump} in {place|New York} with {person|Zelensky}.",
        "{person?90|Keir Starmer} met {person?60|Donald} Trump in {place?80|New York} with {place?30|Zelensky}.",
    )
}

#[test]
fn each_label_and_all_together_are_scored_strictly_and_by_overlap() {
    let report = report(&[meeting()], &["person", "place"]);
    let [person, place] = report.labels.as_slice() else {
        panic!("two labels")
    };
    assert_eq!(person.scores.strict.tally, tally(3, 2, 1));
    // 1/2, 1/3, 2/5.
    assert_eq!(shares(person.scores.strict), [500, 333, 400]);
    // 2/2, 2/3, 4/5: exactly half is enough.
    assert_eq!(shares(person.scores.overlap), [1000, 667, 800]);
    // 1/2, 1/1, 2/3.
    assert_eq!(shares(place.scores.strict), [500, 1000, 667]);
    assert_eq!(place.scores.overlap, place.scores.strict);
    let together = report.together[0].scores;
    assert_eq!(together.strict.tally, tally(4, 4, 2));
    assert_eq!(together.overlap.tally, tally(4, 4, 3));
}

#[test]
fn each_error_is_reported_once_as_what_it_is() {
    let report = report(&[meeting(), meeting()], &["person", "place"]);
    let reported: Vec<_> = report
        .errors
        .iter()
        .map(|error| {
            let named = |named: &super::Named| format!("{} {}", named.label, named.words);
            let gold = error.gold.as_ref().map(named);
            (
                error.count,
                error.kind,
                gold,
                error.predicted.as_ref().map(named),
            )
        })
        .collect();
    let some = |words: &str| Some(words.to_owned());
    let label = (
        2,
        ErrorKind::WrongLabel,
        some("person Zelensky"),
        some("place Zelensky"),
    );
    let edges = (
        2,
        ErrorKind::WrongEdges,
        some("person Donald Trump"),
        some("person Donald"),
    );
    assert_eq!(reported, [label, edges]);
    let context = &report.errors[1].context;
    assert_eq!(context.before, "Keir Starmer met ");
    assert_eq!(context.words, "Donald Trump");
    assert_eq!(context.after, " in New York with Zelensky.");
}

#[test]
fn gold_of_other_labels_explains_errors_and_is_never_missed() {
    let case = case(
        "a",
        "{place|Kyiv} told {org|Chelsea} and {org|NATO}: {claim|Kyiv}.",
        "Kyiv told {place|Chelsea} and NATO: Kyiv{person|.}",
    );
    let report = report(&[case], &["person", "place"]);
    let kinds: Vec<ErrorKind> = report.errors.iter().map(|error| error.kind).collect();
    assert_eq!(
        kinds,
        [
            ErrorKind::Missed,
            ErrorKind::Invented,
            ErrorKind::WrongLabel
        ]
    );
}

#[test]
fn articles_and_possessives_do_not_count_nor_do_hedges_of_figures() {
    let case = case(
        "a",
        "{place|The United States'} and {place|Rome} lost {figure|about 5%}, {person|Ann}'s word.",
        "The {place|United States'} and {place|Rome} lost about {figure|5%}, {person|Ann's} word.",
    );
    let report = report(&[case], &["person", "place", "figure"]);
    assert_eq!(report.together[0].scores.strict.tally, tally(4, 4, 4));
}

#[test]
fn optional_gold_is_neither_missed_nor_invented() {
    let gold = "A {figure_opt|47-year-old} won {figure|5%}.";
    for (predicted, tallied) in [
        ("A 47-year-old won {figure|5%}.", tally(1, 1, 1)),
        ("A {figure|47-year-old} won {figure|5%}.", tally(1, 1, 1)),
        ("A {figure|47-year}-old won {figure|5%}.", tally(1, 1, 1)),
        // Two of eleven letters are another figure.
        ("A {figure|47}-year-old won {figure|5%}.", tally(1, 2, 1)),
        ("A 47-year-old won 5%.", tally(1, 0, 0)),
    ] {
        let report = report(&[case("a", gold, predicted)], &["figure"]);
        assert_eq!(report.labels[0].scores.strict.tally, tallied, "{predicted}");
        assert_eq!(
            report.labels[0].scores.overlap.tally, tallied,
            "{predicted}"
        );
    }
}

#[test]
fn a_span_is_found_once_by_the_closest() {
    let mut case = case(
        "a",
        "{claim|abcdefghij}",
        "{claim?50|{claim?70|{claim?90|abcdefg}h}ij}",
    );
    // Of 7, 8 and 10 letters: the last one is the same, the others are too many.
    let exact = report(std::slice::from_ref(&case), &["claim"]);
    assert_eq!(exact.labels[0].scores.overlap.tally, tally(1, 3, 1));
    case.predicted.remove(0);
    let closest = report(&[case], &["claim"]);
    assert_eq!(closest.labels[0].scores.overlap.tally, tally(1, 2, 1));
    let calibration = closest.labels[0].calibration.as_ref().unwrap();
    assert_eq!(calibration.bins[7].overlap_right, 1);
    assert_eq!(calibration.bins[9].overlap_right, 0);
}

#[test]
fn confidence_is_held_against_what_was_right() {
    let report = report(&[meeting()], &["person", "place"]);
    let person = report.labels[0].calibration.as_ref().unwrap();
    assert_eq!(
        (person.bins[9].predictions, person.bins[6].predictions),
        (1, 1)
    );
    // Strictly (|1 − 0.9| + |0 − 0.6|) / 2, by overlap (|1 − 0.9| + |1 − 0.6|) / 2.
    assert_eq!(person.strict_error().map(thousandths), Some(350));
    assert_eq!(person.overlap_error().map(thousandths), Some(250));
    let unsure = case("a", "{person|Ann}", "{person|Ann}");
    assert_eq!(
        super::evaluate(
            &[unsure],
            &Scoring {
                schema: &built_in_schema(),
                labels: vec![label("person")],
                together: Vec::new(),
                worth: None,
            }
        )
        .labels[0]
            .calibration,
        None
    );
}

#[test]
fn intervals_say_what_other_documents_might_have_brought() {
    let found = case("a", "{person|Ann}", "{person|Ann}");
    let missed = case("b", "{person|Ann}", "Ann");
    let alone = report(std::slice::from_ref(&found), &["person"]);
    let recall = alone.labels[0].scores.strict.recall.unwrap();
    assert_eq!((recall.interval.low, recall.interval.high), (1.0, 1.0));
    // A quarter of all draws holds only the one document, a quarter only the other.
    let both = report(&[found, missed], &["person"]);
    let score = both.labels[0].scores.strict;
    assert_eq!(shares(score), [1000, 500, 667]);
    let recall = score.recall.unwrap();
    assert_eq!((recall.interval.low, recall.interval.high), (0.0, 1.0));
    // Where nothing was predicted there is no precision, so that draw says nothing of it.
    let precision = score.precision.unwrap();
    assert_eq!(
        (precision.interval.low, precision.interval.high),
        (1.0, 1.0)
    );
}

#[test]
fn nothing_to_take_a_share_of_is_no_score() {
    let report = report(&[case("a", "Ann", "Ann")], &["person"]);
    let score = report.labels[0].scores.strict;
    assert_eq!(
        (score.precision, score.recall, score.f1),
        (None, None, None)
    );
}

/// The same words on both sides, each with its facts.
fn with_facts(gold: GoldFacts, predicted: PredictedFacts) -> Case {
    let mut case = case(
        "d",
        "Ann said {claim|it fell}.",
        "Ann said {claim?80|it fell}.",
    );
    case.gold[0].facts = gold;
    case.predicted[0].facts = predicted;
    case
}

fn said_by(speaker: &str) -> GoldFacts {
    GoldFacts {
        attribution: Attribution::Said,
        speakers: vec![speaker.to_owned()],
        polarity: Some("asserts".to_owned()),
        ..GoldFacts::default()
    }
}

fn with_cue(speaker: &str, polarity: &str) -> PredictedFacts {
    PredictedFacts {
        has_cue: true,
        speaker: Some(speaker.to_owned()),
        polarity: Some(polarity.to_owned()),
        ..PredictedFacts::default()
    }
}

fn answers(cases: &[Case], name: &str) -> Vec<(Question, usize, usize)> {
    let report = report(cases, &[name]);
    let facts = report.labels[0].facts.iter();
    facts
        .map(|fact| (fact.question, fact.right, fact.all))
        .collect()
}

#[test]
fn attribution_is_asked_where_the_gold_has_cues() {
    let own = GoldFacts::default();
    let cases = [
        with_facts(said_by("Sergei Lavrov"), with_cue("Mr. Lavrov", "asserts")),
        with_facts(said_by("Ann"), with_cue("Bo", "denies")),
        with_facts(said_by("Ann"), PredictedFacts::default()),
        with_facts(own.clone(), PredictedFacts::default()),
    ];
    assert_eq!(
        answers(&cases, "claim"),
        [
            (Question::AttributedFound, 2, 3),
            (Question::AttributedRight, 2, 2),
            (Question::WithCueRight, 2, 2),
            (Question::Speaker, 1, 2),
            (Question::Polarity, 1, 2),
            (Question::UnattributedFound, 1, 1),
            (Question::UnattributedRight, 2, 2),
        ]
    );
    let silent = [with_facts(own, with_cue("Ann", "asserts"))];
    assert_eq!(answers(&silent, "claim"), []);
}

#[test]
fn values_are_compared_by_number_and_by_unit_where_the_gold_has_one() {
    let value = |gold: &str, predicted: &str| {
        let mut case = case("d", "It is {figure|5 km}.", "It is {figure|5 km}.");
        case.gold[0].facts.value = gold.parse().ok();
        case.predicted[0].facts.value = predicted.parse().ok();
        case
    };
    for (gold, predicted, right) in [
        ("5", "about 5 kilometer", 1),
        ("5000 meter", "5 kilometer", 1),
        ("5 mile", "5 kilometer", 0),
        ("5..6", "5..6 mile", 1),
        ("5..6", "5", 0),
    ] {
        let answers = answers(&[value(gold, predicted)], "figure");
        let found = (Question::Value, right, 1);
        assert_eq!(answers, [found, (Question::ValueOfAll, right, 1)], "{gold}");
    }
}

#[test]
fn a_sentence_is_worth_checking_where_a_claim_is_suggested() {
    let sentence = |predicted: &str, is_worth: bool| Case {
        is_worth_checking: Some(is_worth),
        ..case("d", "It fell.", predicted)
    };
    let cases = [
        sentence("{claim?90|It fell}.", true),
        sentence("{claim?60|It fell}.", false),
        sentence("It fell.", true),
        sentence("It {person?99|fell}.", false),
    ];
    let schema = built_in_schema();
    let scoring = Scoring {
        schema: &schema,
        labels: vec![label("claim")],
        together: Vec::new(),
        worth: Some(label("claim")),
    };
    let sentences = evaluate(&cases, &scoring).sentences.unwrap();
    assert_eq!(sentences.score.tally, tally(2, 2, 1));
    // 1/1, then 2/4 for the two that nothing is suggested in.
    assert_eq!(sentences.average_precision, Some(0.75));
}
