//! Scores the figures that are found in whole texts against those marked in `tests/gold/figures`.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::figures::Figures;
use crate::{Analysis, Found, Suggester as _};
use copydesk_document::{AttributeValue, markup};
use copydesk_text::ArticleText;

macro_rules! gold {
    ($folder:literal: $($name:literal)*) => {
        &[$((
            $name,
            include_str!(concat!("../../../tests/gold/", $folder, "/", $name, ".txt")),
        )),*]
    };
}

const GOLD: &[(&str, &str)] = gold!["figures":
    "centcom-1" "centcom-2" "centcom-3" "centcom-4" "centcom-5"
    "gmb-01" "gmb-02" "gmb-03" "gmb-04" "gmb-05" "gmb-06" "gmb-07" "gmb-08" "gmb-09" "gmb-10"
    "gmb-11" "gmb-12" "gmb-13" "gmb-14" "gmb-15" "gmb-16" "gmb-17" "gmb-18" "gmb-19" "gmb-20"
    "uk-government-1" "uk-government-2" "uk-government-3" "uk-government-4" "uk-government-5"
    "us-state-department-1" "us-state-department-2" "us-state-department-3"
    "us-state-department-4"
    "wikinews-interview-ants" "wikinews-interview-chomsky" "wikinews-interview-cyclone"
    "wikinews-interview-hill" "wikinews-interview-libertarian" "wikinews-interview-peres"
];

/// Marked before anything was suggested, without values; only scored.
const NEWS: &[(&str, &str)] = gold!["figures-news":
    "wikinews-afghan" "wikinews-asylum" "wikinews-clock" "wikinews-crane" "wikinews-defector" "wikinews-election" "wikinews-expo" "wikinews-flag" "wikinews-hackers"
    "wikinews-homeopathic" "wikinews-ie9" "wikinews-imprisoned" "wikinews-iodine"
    "wikinews-korea" "wikinews-lanterns" "wikinews-nasa" "wikinews-questionnaire"
    "wikinews-sensitive" "wikinews-soccer" "wikinews-stampede" "wikinews-taxes" "wikinews-warhol" "wikinews-warming" "wikinews-worship"
];

/// Sentences of news in other languages, marked before any was read.
const ABROAD: &[(&str, &str)] = gold!["figures-abroad": "french" "german" "spanish"];

/// How the figures found compare with those marked.
#[derive(Default)]
struct Score {
    marked: usize,
    found: usize,
    /// With the very same span.
    same_span: usize,
    same_value: usize,
}

impl Score {
    fn f1(&self) -> f64 {
        2.0 * self.same_span as f64 / (self.marked + self.found) as f64
    }

    fn values_right(&self) -> f64 {
        self.same_value as f64 / self.marked as f64
    }

    fn told(&self) -> String {
        format!(
            "{} marked, {} found, P {:.3}, R {:.3}, F1 {:.3}, values {:.3}",
            self.marked,
            self.found,
            self.same_span as f64 / self.found as f64,
            self.same_span as f64 / self.marked as f64,
            self.f1(),
            self.values_right()
        )
    }

    fn add(&mut self, name: &str, marked_up: &str) {
        let gold = markup::parse(marked_up).expect("gold reads");
        let marked: BTreeMap<(usize, usize), &str> = gold
            .spans
            .iter()
            .map(|span| (ends(&span.range), span.attributes["value"].as_str()))
            .collect();
        let article = ArticleText::new(gold.text.as_str());
        assert_eq!(article.as_str(), gold.text, "{name} is normal text");
        let found = figures(&article);
        self.marked += marked.len();
        self.found += found.len();
        for (span, value) in &found {
            let expected = marked.get(span);
            self.same_span += usize::from(expected.is_some());
            self.same_value += usize::from(expected == Some(&value.as_str()));
            if expected != Some(&value.as_str()) {
                let words = gold.text.get(span.0..span.1);
                println!("{name}: found {words:?} = {value}, marked {expected:?}");
            }
        }
        for (span, value) in marked.iter().filter(|(span, _)| !found.contains_key(span)) {
            let words = gold.text.get(span.0..span.1);
            println!("{name}: missed {words:?} = {value}");
        }
    }
}

fn ends(range: &Range<usize>) -> (usize, usize) {
    (range.start, range.end)
}

fn figures(article: &ArticleText) -> BTreeMap<(usize, usize), String> {
    let found = Figures
        .suggest(&Analysis::new(article), &Found::default())
        .suggestions;
    let value = |attribute: Option<&AttributeValue>| attribute.map(AttributeValue::display);
    found
        .iter()
        .map(|found| {
            let value = value(found.attributes.get("value")).unwrap_or_default();
            ((found.span.start(), found.span.end()), value)
        })
        .collect()
}

/// Whether a text is one to tune on; the hash (FNV-1a) keeps the halves apart for good.
fn is_to_tune_on(name: &str) -> bool {
    let hash = name.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    (hash >> 16) % 2 == 0
}

/// Each half: its name, and the least F1 and share of values right.
#[test]
fn figures_of_whole_texts_are_found_with_their_values() {
    for (half, tune, least_f1, least_values) in
        [("tune", true, 0.97, 0.97), ("held out", false, 0.95, 0.95)]
    {
        let mut score = Score::default();
        let texts = GOLD.iter().filter(|(name, _)| is_to_tune_on(name) == tune);
        println!("== {half}");
        for (name, marked_up) in texts {
            score.add(name, marked_up);
        }
        let (f1, values) = (score.f1(), score.values_right());
        println!("{half}: {}", score.told());
        assert!(f1 >= least_f1, "{half}: F1 {f1:.3}");
        assert!(values >= least_values, "{half}: values {values:.3}");
    }
}

/// The first byte of `range` that counts: of `a third` not the article.
fn start(text: &str, range: &Range<usize>) -> usize {
    let words = text.get(range.clone()).unwrap_or_default();
    let article = ["a ", "an "]
        .iter()
        .find(|article| words.starts_with(**article));
    range.start + article.map_or(0, |article| article.len())
}

#[test]
fn figures_of_news_marked_blind_are_found() {
    let (mut marked, mut suggested, mut right) = (0, 0, 0);
    for (name, marked_up) in NEWS {
        let gold = markup::parse(marked_up).expect("gold reads");
        let article = ArticleText::new(gold.text.as_str());
        assert_eq!(article.as_str(), gold.text, "{name} is normal text");
        let spans = |is_optional: bool| {
            let spans = gold.spans.iter();
            spans
                .filter(move |span| span.attributes.contains_key("optional") == is_optional)
                .map(|span| (start(&gold.text, &span.range), span.range.end))
        };
        let found: Vec<(usize, usize)> = figures(&article)
            .into_keys()
            .map(|(from, until)| (start(&gold.text, &(from..until)), until))
            .filter(|found| spans(true).all(|open| found.1 <= open.0 || open.1 <= found.0))
            .collect();
        marked += spans(false).count();
        suggested += found.len();
        right += spans(false).filter(|span| found.contains(span)).count();
    }
    let f1 = 2.0 * right as f64 / (marked + suggested) as f64;
    println!("news: {marked} marked, {suggested} suggested, {right} right, F1 {f1:.3}");
    assert!(f1 >= 0.97, "F1 {f1:.3}");
}

#[test]
fn figures_of_other_languages_marked_blind_are_found_with_their_values() {
    let mut all = Score::default();
    for (name, marked_up) in ABROAD {
        let mut score = Score::default();
        score.add(name, marked_up);
        println!("{name}: {}", score.told());
        all.add(name, marked_up);
    }
    println!("all: {}", all.told());
    assert!(all.f1() >= 0.97, "{}", all.told());
    assert!(all.values_right() >= 0.97, "{}", all.told());
}
