//! Versions side by side: what is a difference and of which kind, and what deciding on it does to the gold.

use std::sync::Arc;

use super::*;
use crate::difference::tests::play;
use crate::test_articles::{label, marked, open, schema, span_of};
use crate::{
    AnnotationId, AttributeKind, EditError, MarkRef, Marks, Metadata, OpenDocument, Status, markup,
};
use copydesk_text::ArticleText;
use proptest::prelude::*;

/// The labels of the other tests; claims have a speaker and a polarity.
fn labels() -> Arc<Schema> {
    let mut labels = schema().labels().to_vec();
    let claim = labels.iter_mut().find(|it| it.id == label("claim"));
    let attribute = |name: &str| AttributeKind {
        name: name.to_owned(),
        title: name.to_owned(),
        content: AttributeContent::Words,
    };
    claim.unwrap().attributes = vec![attribute("speaker"), attribute("polarity")];
    Arc::new(Schema::new(labels).unwrap())
}

/// The article with its spans and their attributes.
fn version(person: &str, marked: &str) -> Version {
    let marked = markup::parse(marked).unwrap();
    let mut document = Document::new(
        ArticleText::new(marked.text.as_str()),
        labels(),
        Metadata::default(),
    );
    let value = |name: &str, words: &str| match name {
        "value" => AttributeValue::Figure(words.parse().unwrap()),
        _ => AttributeValue::Words {
            words: words.to_owned(),
            at: None,
        },
    };
    let annotations = marked.spans.iter().zip(1..).map(|(span, id)| {
        let attributes = span.attributes.iter();
        Annotation {
            id: AnnotationId(id),
            label: span.label.clone(),
            span: document
                .text()
                .span(span.range.start, span.range.end)
                .unwrap(),
            origin: Origin::Human,
            provenance: crate::Provenance::by(person),
            note: String::new(),
            attributes: attributes
                .map(|(name, words)| (name.clone(), value(name, words)))
                .collect(),
        }
    });
    let annotations = annotations.collect();
    let refused = document.restore(Marks {
        annotations,
        ..Marks::default()
    });
    assert_eq!(refused, []);
    Version {
        person: person.to_owned(),
        document,
    }
}

const NAMES: [&str; 5] = ["anna", "ben", "carla", "dan", "eve"];

fn versions(all: &[&str]) -> Vec<Version> {
    let named = NAMES.iter().zip(all);
    named
        .map(|(person, marked)| version(person, marked))
        .collect()
}

fn compare(all: &[&str]) -> Comparison {
    Comparison::new(&versions(all)).unwrap()
}

/// The same text without a mark.
fn empty_gold(version: &Version) -> OpenDocument {
    let text = version.document.text().clone();
    let schema = Arc::clone(version.document.schema());
    OpenDocument::new(Document::new(text, schema, Metadata::default()))
}

/// The article where people make differences of `expected`, one line each: the kind, and what each has.
fn check(all: &[&str], expected: &[&str]) {
    let versions = versions(all);
    let comparison = Comparison::new(&versions).unwrap();
    let text = versions[0].document.text();
    let words = |side: &Vec<Annotation>| {
        let each = side
            .iter()
            .map(|it| format!("{} {}", it.label, text.words(it.span)));
        each.collect::<Vec<_>>().join(" + ")
    };
    let found: Vec<String> = comparison
        .disagreements()
        .iter()
        .map(|it| {
            let sides: Vec<String> = it.sides.iter().map(words).collect();
            format!("{:?}: {}", it.kind, sides.join(" | "))
        })
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn what_all_have_is_no_difference() {
    let same = "{person|Starmer} met {person|Trump}.";
    check(&[same, same, same], &[]);
    assert_eq!(compare(&[same, same]).agreed().len(), 2);
}

#[test]
fn each_difference_is_of_one_kind() {
    check(
        &["{person|Starmer} met Trump.", "Starmer met {person|Trump}."],
        &["Missing: person Starmer | ", "Missing:  | person Trump"],
    );
    check(
        &["{person|Keir Starmer} met.", "Keir {person|Starmer} met."],
        &["Edge: person Keir Starmer | person Starmer"],
    );
    check(
        &["In {place|Paris}.", "In {person|Paris}."],
        &["Label: place Paris | person Paris"],
    );
    check(
        &[
            r#"{figure value="3 percent"|3%} rose."#,
            r#"{figure value="4 percent"|3%} rose."#,
        ],
        &["Value: figure 3% | figure 3%"],
    );
    check(
        &[
            r#"{claim speaker="Starmer"|It rained}."#,
            r#"{claim speaker="Trump"|It rained}."#,
        ],
        &["Speaker: claim It rained | claim It rained"],
    );
    check(
        &[
            r#"{claim polarity="denied"|It rained}."#,
            "{claim|It rained}.",
        ],
        &["Attribute: claim It rained | claim It rained"],
    );
}

#[test]
fn one_who_lacks_what_others_have_otherwise_is_asked_whether_it_is_there_at_all() {
    check(
        &[
            "{person|Keir Starmer} met.",
            "Keir {person|Starmer} met.",
            "Keir Starmer met.",
        ],
        &["Missing: person Keir Starmer | person Starmer | "],
    );
}

#[test]
fn a_span_that_another_split_in_two_is_one_difference() {
    check(
        &[
            "{claim|It rained and it snowed}.",
            "{claim|It rained} and {claim|it snowed}.",
        ],
        &["Edge: claim It rained and it snowed | claim It rained + claim it snowed"],
    );
}

#[test]
fn the_same_words_in_two_layers_are_one_question_unless_one_person_has_both() {
    check(
        &["{claim|Victory}.", "{person|Victory}."],
        &["Label: claim Victory | person Victory"],
    );
    check(
        &["{claim|{person|Victory}}.", "{person|Victory}."],
        &["Missing: claim Victory | "],
    );
}

#[test]
fn where_a_speaker_stands_and_notes_are_no_difference() {
    let one = version("anna", r#"Trump: {claim speaker="Trump"|It rained}."#);
    let mut other = version("ben", r#"Trump: {claim speaker="Trump"|It rained}."#);
    let mut open = OpenDocument::new(other.document.clone());
    let id = AnnotationId(1);
    open.set_note(MarkRef::Annotation(id), "sure?").unwrap();
    let value = AttributeValue::Words {
        words: "Trump".to_owned(),
        at: Some(span_of(open.document(), "Trump")),
    };
    open.set_attribute(MarkRef::Annotation(id), "speaker", Some(value.clone()))
        .unwrap();
    other.document = open.document().clone();
    for pair in [[one.clone(), other.clone()], [other, one]] {
        let comparison = Comparison::new(&pair).unwrap();
        assert_eq!(comparison.disagreements(), []);
        let [agreed] = comparison.agreed() else {
            panic!("one")
        };
        assert_eq!(agreed.note, "sure?");
        assert_eq!(agreed.attributes["speaker"], value);
    }
}

#[test]
fn other_texts_other_labels_and_other_numbers_of_versions_are_refused() {
    let error = |all: &[Version]| Comparison::new(all).unwrap_err();
    let (one, other) = (version("anna", "One."), version("ben", "Two."));
    assert_eq!(
        error(&[one.clone(), other]),
        CompareError::OtherText("ben".to_owned())
    );
    let mut relabeled = one.clone();
    let few = Schema::new(labels().labels()[..1].to_vec()).unwrap();
    relabeled.document = Document::new(
        one.document.text().clone(),
        Arc::new(few),
        Metadata::default(),
    );
    assert_eq!(
        error(&[one.clone(), relabeled]),
        CompareError::OtherLabels("anna".to_owned())
    );
    assert_eq!(error(std::slice::from_ref(&one)), CompareError::Count(1));
    assert_eq!(error(&vec![one; 6]), CompareError::Count(6));
    let words = CompareError::OtherText("ben".to_owned()).to_string();
    assert_eq!(words, "It is of another text than the first version: ben");
}

const REASON: &str = "the guideline";

#[test]
fn a_decision_is_one_step_and_says_who_had_it_so_who_decided_and_why() {
    let all = versions(&[
        "{person|Keir Starmer} met.",
        "Keir {person|Starmer} met.",
        "{person|Keir Starmer} met.",
    ]);
    let comparison = Comparison::new(&all).unwrap();
    let mut gold = empty_gold(&all[0]);
    gold.set_annotator("dora");
    gold.settle(&comparison, 0, Decision::Take(0), REASON)
        .unwrap();
    assert_eq!(marked(gold.document()), "{person|Keir Starmer} met.");
    let provenance = &gold
        .document()
        .annotations()
        .iter()
        .next()
        .unwrap()
        .provenance;
    assert_eq!(provenance.annotator, "dora");
    assert_eq!(provenance.agreed, ["anna", "carla"]);
    assert_eq!(provenance.reason, "the guideline");
    assert_eq!(gold.history().undo_name(), Some("settle “Keir Starmer”"));
    assert_eq!(
        comparison.outcome(0, gold.document()),
        Outcome::As(vec![0, 2])
    );
    assert_eq!(gold.document().status(), Status::InWork);
    gold.undo();
    assert_eq!(comparison.outcome(0, gold.document()), Outcome::Open);
}

#[test]
fn neither_is_a_decision_too_and_another_one_takes_its_place() {
    let all = versions(&["{person|Starmer} met.", "{place|Starmer} met."]);
    let comparison = Comparison::new(&all).unwrap();
    let mut gold = empty_gold(&all[0]);
    gold.settle(&comparison, 0, Decision::Neither, REASON)
        .unwrap();
    assert_eq!(comparison.outcome(0, gold.document()), Outcome::Neither);
    assert_eq!(comparison.settled(gold.document()), [true]);
    let reason = |gold: &OpenDocument| {
        let reason = comparison.disagreements()[0].reason(gold.document());
        reason.to_owned()
    };
    assert_eq!(reason(&gold), "the guideline");
    gold.settle(&comparison, 0, Decision::Take(1), "").unwrap();
    assert_eq!(comparison.outcome(0, gold.document()), Outcome::As(vec![1]));
    assert!(gold.document().rejections().is_empty());
    assert!(gold.document().suggestion_notes().is_empty());
    assert_eq!(reason(&gold), "");
    gold.set_reason(&comparison, 0, "a town").unwrap();
    assert_eq!(reason(&gold), "a town");
    gold.undo();
    assert_eq!(reason(&gold), "");
}

#[test]
fn taking_one_who_has_nothing_there_is_a_decision_for_nothing() {
    let all = versions(&["{person|Starmer} met.", "Starmer met."]);
    let comparison = Comparison::new(&all).unwrap();
    let mut gold = empty_gold(&all[0]);
    gold.settle(&comparison, 0, Decision::Take(1), REASON)
        .unwrap();
    assert_eq!(comparison.outcome(0, gold.document()), Outcome::As(vec![1]));
    gold.set_reason(&comparison, 0, "no name").unwrap();
    let difference = &comparison.disagreements()[0];
    assert_eq!(difference.reason(gold.document()), "no name");
}

#[test]
fn both_are_taken_where_the_layers_have_room() {
    let all = versions(&["{claim|Victory}.", "{person|Victory}."]);
    let comparison = Comparison::new(&all).unwrap();
    let mut gold = empty_gold(&all[0]);
    gold.settle(&comparison, 0, Decision::All, REASON).unwrap();
    assert_eq!(comparison.outcome(0, gold.document()), Outcome::All);
    assert_eq!(gold.document().annotations().len(), 2);

    let all = versions(&["{place|Victory}.", "{person|Victory}."]);
    let comparison = Comparison::new(&all).unwrap();
    let mut gold = empty_gold(&all[0]);
    let refused = gold.settle(&comparison, 0, Decision::All, REASON);
    assert_eq!(refused, Err(SettleError::NoRoom));
    assert_eq!(gold.history().position(), 0);
}

#[test]
fn ones_own_begins_with_the_likeliest_and_is_edited_as_usual() {
    let all = versions(&[
        "Sir {person|Keir Starmer} met.",
        "Sir Keir {person|Starmer} met.",
        "Sir Keir {person|Starmer} met.",
    ]);
    let comparison = Comparison::new(&all).unwrap();
    let mut gold = empty_gold(&all[0]);
    let id = gold.begin_own(&comparison, 0, REASON).unwrap().unwrap();
    assert_eq!(marked(gold.document()), "Sir Keir {person|Starmer} met.");
    let whole = span_of(gold.document(), "Sir Keir Starmer");
    gold.move_to(MarkRef::Annotation(id), whole).unwrap();
    assert_eq!(comparison.outcome(0, gold.document()), Outcome::Own);
    assert_eq!(
        gold.begin_own(&comparison, 0, REASON),
        Ok(Some(id)),
        "what stands there stays"
    );
}

#[test]
fn what_is_already_decided_stays_when_the_rest_is_taken_at_once() {
    let all = versions(&[
        "{person|Starmer} met {person|Trump} in {place|Paris}.",
        "Starmer met Trump in {person|Paris}.",
        "Starmer met {person|Trump} in {place|Paris}.",
    ]);
    let comparison = Comparison::new(&all).unwrap();
    let mut gold = empty_gold(&all[0]);
    gold.settle(&comparison, 2, Decision::Take(1), REASON)
        .unwrap();
    assert_eq!(gold.take_majority(&comparison, |_| true, REASON), Ok(2));
    assert_eq!(
        marked(gold.document()),
        "Starmer met {person|Trump} in {person|Paris}."
    );
    assert_eq!(gold.take_majority(&comparison, |_| true, REASON), Ok(0));
    gold.undo();
    let of = |id: &str| {
        let label = label(id);
        move |it: &Disagreement| it.labels().contains(&label)
    };
    let places = gold.take_all_of(&comparison, 0, of("place"), REASON);
    assert_eq!(places, Ok(0), "the place is decided");
    assert_eq!(
        gold.take_all_of(&comparison, 0, of("person"), REASON),
        Ok(2)
    );
    assert_eq!(
        marked(gold.document()),
        "{person|Starmer} met {person|Trump} in {person|Paris}."
    );
}

#[test]
fn without_more_than_half_a_difference_stays_open() {
    let all = versions(&["In {place|Paris}.", "In {person|Paris}."]);
    let comparison = Comparison::new(&all).unwrap();
    let mut gold = empty_gold(&all[0]);
    assert_eq!(gold.take_majority(&comparison, |_| true, REASON), Ok(0));
    assert_eq!(gold.history().position(), 0);
}

#[test]
fn a_gold_document_that_may_not_be_changed_is_not() {
    let all = versions(&["In {place|Paris}.", "In {person|Paris}."]);
    let comparison = Comparison::new(&all).unwrap();
    let mut gold = empty_gold(&all[0]);
    gold.set_read_only(true);
    let refused = gold.settle(&comparison, 0, Decision::Take(0), REASON);
    assert_eq!(refused, Err(SettleError::Refused(EditError::ReadOnly)));
}

#[test]
fn candidates_say_who_has_them_and_how_many() {
    let all = versions(&["In {place|Paris}.", "In {person|Paris}.", "In Paris."]);
    let comparison = Comparison::new(&all).unwrap();
    let names = ["A", "B", "C"].map(str::to_owned);
    let found = comparison.candidates(&names);
    let said: Vec<(&str, &str, u8)> = found
        .iter()
        .map(|it| {
            (
                it.label.as_str(),
                it.reason.as_str(),
                it.confidence.percent(),
            )
        })
        .collect();
    assert_eq!(
        said,
        [
            ("person", "Marked so by B", 33),
            ("place", "Marked so by A", 33)
        ]
    );
}

const ARTICLE: &str = "{person|Starmer} met {person|Trump} in London and {place|Paris}.";

type Gestures = Vec<(usize, usize)>;

fn gestures() -> impl Strategy<Value = Vec<Gestures>> {
    prop::collection::vec(prop::collection::vec((0..9usize, 0..9usize), 0..10), 2..=5)
}

/// What people made of one article, each in their way.
fn played(all: &[Gestures]) -> Vec<Version> {
    let named = NAMES.iter().zip(all);
    named
        .map(|(person, gestures)| {
            let mut open = open(ARTICLE);
            play(&mut open, gestures);
            Version {
                person: (*person).to_owned(),
                document: open.document().clone(),
            }
        })
        .collect()
}

fn contents(document: &Document) -> Vec<Annotation> {
    let mut all: Vec<Annotation> = document.annotations().iter().cloned().collect();
    all.sort_by(|one, other| (one.span, &one.label).cmp(&(other.span, &other.label)));
    all
}

/// What a gold document holds, whoever was asked in whatever order.
fn essence(gold: &OpenDocument) -> Vec<(Span, LabelId, Vec<String>)> {
    let all = contents(gold.document()).into_iter();
    all.map(|it| (it.span, it.label, it.provenance.agreed))
        .collect()
}

proptest! {
    /// Equal versions give that version.
    #[test]
    fn equal_versions_have_no_differences_and_give_themselves(all in gestures()) {
        let first = played(&all).remove(0);
        let same: Vec<Version> = NAMES[..3].iter().map(|person| Version {
            person: (*person).to_owned(),
            document: first.document.clone(),
        }).collect();
        let comparison = Comparison::new(&same).unwrap();
        prop_assert!(comparison.disagreements().is_empty());
        let mut gold = empty_gold(&first);
        gold.take_agreed(&comparison).unwrap();
        prop_assert!(says_the_same(&contents(gold.document()), &contents(&first.document)));
        prop_assert_eq!(gold.take_agreed(&comparison), Ok(0));
    }

    /// All of a person is what they have, nothing is left open, and undo leads back to the empty gold.
    #[test]
    fn all_of_one_person_is_what_they_have_and_is_undone(all in gestures(), who in 0..5usize) {
        let versions = played(&all);
        let who = who % versions.len();
        let comparison = Comparison::new(&versions).unwrap();
        let mut gold = empty_gold(&versions[0]);
        let empty = gold.document().clone();
        gold.take_agreed(&comparison).unwrap();
        let count = gold.take_all_of(&comparison, who, |_| true, REASON).unwrap();
        prop_assert_eq!(count, comparison.disagreements().len());
        prop_assert!(comparison.settled(gold.document()).iter().all(|it| *it));
        prop_assert!(says_the_same(&contents(gold.document()), &contents(&versions[who].document)));
        while gold.undo().is_some() {}
        prop_assert_eq!(gold.document(), &empty);
    }

    /// Who is named first changes nothing but the order of the sides.
    #[test]
    fn the_order_of_people_does_not_matter(all in gestures(), by in 1..5usize) {
        let versions = played(&all);
        let mut turned = versions.clone();
        turned.rotate_left(by % versions.len());
        let (one, other) = (Comparison::new(&versions).unwrap(), Comparison::new(&turned).unwrap());
        prop_assert_eq!(one.disagreements().len(), other.disagreements().len());
        for (one, other) in one.disagreements().iter().zip(other.disagreements()) {
            let mut sides = one.sides.clone();
            sides.rotate_left(by % versions.len());
            prop_assert_eq!((one.kind, one.span, &sides), (other.kind, other.span, &other.sides));
        }
        let (mut gold, mut other_gold) = (empty_gold(&versions[0]), empty_gold(&turned[0]));
        for (gold, comparison) in [(&mut gold, &one), (&mut other_gold, &other)] {
            gold.take_agreed(comparison).unwrap();
            gold.take_majority(comparison, |_| true, REASON).unwrap();
        }
        prop_assert_eq!(essence(&gold), essence(&other_gold));
    }

    /// Any decisions in any order apply, settle what they are about and are undone to the empty gold.
    #[test]
    fn any_decisions_apply_and_are_undone(
        all in gestures(),
        decisions in prop::collection::vec((0..12usize, 0..7usize), 0..20),
    ) {
        let versions = played(&all);
        let comparison = Comparison::new(&versions).unwrap();
        let mut gold = empty_gold(&versions[0]);
        let empty = gold.document().clone();
        for (index, decision) in decisions {
            let decision = match decision {
                5 => Decision::All,
                6 => Decision::Neither,
                person => Decision::Take(person % versions.len()),
            };
            let done = gold.settle(&comparison, index, decision, REASON);
            let is_there = index < comparison.disagreements().len();
            match done {
                Ok(()) if is_there => prop_assert_ne!(comparison.outcome(index, gold.document()), Outcome::Open),
                Ok(()) => {}
                Err(error) => prop_assert_eq!((error, decision), (SettleError::NoRoom, Decision::All)),
            }
        }
        while gold.undo().is_some() {}
        prop_assert_eq!(gold.document(), &empty);
    }
}
