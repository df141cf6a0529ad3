//! Marked-up articles with figures that say the same, or that should.

use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::prelude::*;

use crate::review::items;
use crate::{
    Annotation, AnnotationId, AttributeValue, ColorRole, Confidence, Document, FigureMention,
    FigureRelation, FigureValue, Label, LabelId, LabelStyle, Layer, Marks, Metadata, Origin,
    Provenance, Rejection, Schema, Suggestion, compare_figures, figure_mentions, markup,
};
use copydesk_text::ArticleText;

fn read(marked: &str) -> (ArticleText, Vec<FigureMention>) {
    let marked = markup::parse(marked).expect("markup reads");
    let text = ArticleText::new(marked.text.as_str());
    let mentions = marked.spans.iter().map(|span| FigureMention {
        span: text
            .span(span.range.start, span.range.end)
            .expect("a valid span"),
        value: span.attributes["v"]
            .parse::<FigureValue>()
            .expect("value reads"),
    });
    let mentions = mentions.collect();
    (text, mentions)
}

/// The words of each group, and of each pair with what it counts.
fn check(marked: &str, same: &[&[&str]], differing: &[(&str, &str, &str)]) {
    let (text, mentions) = read(marked);
    let relations = compare_figures(&text, &mentions);
    let groups: Vec<Vec<&str>> = relations
        .same
        .iter()
        .map(|group| group.iter().map(|span| text.words(*span)).collect())
        .collect();
    let pairs: Vec<(&str, &str, &str)> = relations
        .differing
        .iter()
        .map(|pair| {
            let (one, two) = (text.words(pair.first), text.words(pair.second));
            (one, two, pair.noun.as_str())
        })
        .collect();
    assert_eq!(groups, same, "{marked}");
    assert_eq!(pairs, differing, "{marked}");
}

#[test]
fn one_amount_in_other_words_is_one_group() {
    check(
        "It gave {v v=\"350000000000 USD\"|$350 billion}.\n\nThe {v v=\"350000000000 USD\"|350bn dollars} are gone. \
         He named {v v=\"350000000000 USD\"|$350 billion} again.",
        &[&["$350 billion", "350bn dollars", "$350 billion"]],
        &[],
    );
    check(
        "It took {v v=\"60 minute\"|60 minutes}.\n\nAfter {v v=\"1 hour\"|one hour} it ended.",
        &[&["60 minutes", "one hour"]],
        &[],
    );
    check(
        "{v v=\"0.25 times\"|A quarter} agreed. The paper said {v v=\"25 percent\"|25%} did.",
        &[&["A quarter", "25%"]],
        &[],
    );
}

#[test]
fn the_same_words_are_nothing_to_tell() {
    check(
        "It gave {v v=\"5 USD\"|$5}. It took {v v=\"5 USD\"|$5}.",
        &[],
        &[],
    );
}

#[test]
fn small_counts_of_different_things_are_no_group() {
    check(
        "Police met {v v=2|two} men. They had {v v=2|2} cars.",
        &[],
        &[],
    );
    check(
        "Police met {v v=2|two} men. The {v v=2|2} men had left.",
        &[&["two", "2"]],
        &[],
    );
}

#[test]
fn one_thing_with_two_values_is_pointed_out() {
    check(
        "The blast in Kyiv killed {v v=20|20} people.\n\nOn Monday the attack in Kyiv killed {v v=25|25} people, officials said.",
        &[],
        &[("20", "25", "people")],
    );
    check(
        "The mineral deal is worth {v v=\"350000000000 USD\"|$350 billion}.\n\n\
         Ministers signed the mineral deal, worth {v v=\"500000000000 USD\"|$500bn}.",
        &[],
        &[("$350 billion", "$500bn", "")],
    );
}

#[test]
fn what_may_both_be_true_is_not_pointed_out() {
    let quiet = [
        // Other places, other times.
        "The blast in Kyiv killed {v v=20|20} people.\n\nThe blast in Odesa killed {v v=25|25} people.",
        "The rate rose to {v v=\"5 percent\"|5%} of output.\n\nThe rate rose to {v v=\"4 percent\"|4%} of output last year.",
        "The tax brought {v v=\"5 USD\"|$5} in 2001.\n\nThe tax brought {v v=\"6 USD\"|$6} in 2002.",
        // One sentence tells two of them.
        "The army lost {v v=20|20} tanks and then lost {v v=25|25} tanks.",
        // Bounds.
        "The blast killed {v v=\"at least 20\"|20} people.\n\nThe blast killed {v v=25|25} people.",
        "The blast killed {v v=\"about 1000\"|1,000} people.\n\nThe blast killed {v v=1020|1,020} people.",
        "The plan costs {v v=\"3000000000..5000000000 USD\"|$3-5bn} a year.\n\nThe plan costs {v v=\"4000000000 USD\"|$4bn} a year.",
        // Other things, and nothing in common.
        "The blast killed {v v=20|20} people.\n\nThe blast killed {v v=25|25} cows.",
        "The raids killed {v v=20|20} militants.\n\nAn ambush killed {v v=25|25} militants.",
        "The blast killed {v v=20|20} people.\n\nAbout tax he asked {v v=25|25} people.",
    ];
    for marked in quiet {
        check(marked, &[], &[]);
    }
}

#[test]
fn each_figure_tells_its_relations_nearest_first() {
    let (text, mentions) = read(
        "It took {v v=\"60 minute\"|60 minutes}. It took {v v=\"1 hour\"|an hour}. It took {v v=\"1 hour\"|one hour}.",
    );
    let relations = compare_figures(&text, &mentions).of(mentions[0].span);
    let expected: Vec<FigureRelation> = mentions
        .iter()
        .skip(1)
        .map(|mention| FigureRelation::SameAmount {
            other: mention.span,
        })
        .collect();
    assert_eq!(relations, expected);
}

fn figure_label() -> Label {
    Label {
        id: LabelId::new("figure").expect("an id"),
        name: "Figure".to_owned(),
        plural: "Figures".to_owned(),
        layer: Layer::new("figures"),
        color: ColorRole::Amber,
        style: LabelStyle::Tint,
        key: 'f',
        guideline: String::new(),
        attributes: Vec::new(),
    }
}

/// The first figure is accepted, the second open, the third rejected.
#[test]
fn accepted_and_open_figures_are_compared_and_rejected_ones_are_not() {
    let (text, mentions) = read("{v v=5|five} {v v=5|5} {v v=6|six}");
    let label = figure_label();
    let attributes = |mention: &FigureMention| {
        let value = AttributeValue::Figure(mention.value.clone());
        BTreeMap::from([("value".to_owned(), value)])
    };
    let suggestions: Vec<Suggestion> = mentions
        .iter()
        .map(|mention| Suggestion {
            label: label.id.clone(),
            span: mention.span,
            confidence: Confidence::CERTAIN,
            by: "figures",
            reason: String::new(),
            attributes: attributes(mention),
        })
        .collect();
    let schema = Schema::new(vec![label.clone()]).expect("a schema");
    let mut document = Document::new(text, Arc::new(schema), Metadata::default());
    let refused = document.restore(Marks {
        annotations: vec![Annotation {
            id: AnnotationId(1),
            label: label.id.clone(),
            span: mentions[0].span,
            origin: Origin::Human,
            provenance: Provenance::default(),
            note: String::new(),
            attributes: attributes(&mentions[0]),
        }],
        rejections: [Rejection {
            span: mentions[2].span,
            label: label.id.clone(),
        }]
        .into(),
        ..Marks::default()
    });
    assert!(refused.is_empty());
    let items = items(&document, &suggestions);
    let found: Vec<FigureMention> = figure_mentions(&document, &items, &suggestions).collect();
    assert_eq!(found, mentions[..2]);
}

proptest! {
    /// Whatever is pointed out stands in the article, in order, and no group is of one span.
    #[test]
    fn relations_are_of_figures_given(text in "\\PC{0,60}", cuts in prop::collection::vec((0..60usize, 0..6usize, 0..5u8), 0..8)) {
        let text = ArticleText::new(text);
        let mut mentions: Vec<FigureMention> = cuts
            .into_iter()
            .filter_map(|(start, length, number)| {
                let span = text.snap(start, start + length)?;
                let value = format!("{number} USD").parse::<FigureValue>().ok()?;
                Some(FigureMention { span, value })
            })
            .collect();
        mentions.sort_by_key(|mention| mention.span);
        let given = |span| mentions.iter().any(|mention| mention.span == span);
        let relations = compare_figures(&text, &mentions);
        for group in &relations.same {
            prop_assert!(group.len() > 1 && group.iter().all(|span| given(*span)));
        }
        for pair in &relations.differing {
            prop_assert!(pair.first <= pair.second && given(pair.first) && given(pair.second));
        }
    }
}
