//! How well claims are found, on articles that were marked by hand; see tests/gold/README.md.

use std::fmt::Write as _;
use std::path::Path;

use crate::claims::Claims;
use crate::figures::Figures;
use crate::network::Names;
use crate::{Analysis, Found, Suggester as _};
use copydesk_document::markup;
use copydesk_document::{AttributeValue, Suggestion};
use copydesk_text::{ArticleText, Span, folded};

/// A claim as a reader marked it.
pub(super) struct Marked {
    pub span: Span,
    pub speaker: Option<String>,
    pub cue: Option<String>,
    pub polarity: String,
    pub is_optional: bool,
}

pub(super) struct Article {
    pub text: ArticleText,
    pub claims: Vec<Marked>,
}

fn gold(path: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/gold")
        .join(path)
}

/// The articles of `tune` or `held-out`, by name.
pub(super) fn articles(part: &str) -> Vec<Article> {
    let folder = std::fs::read_dir(gold("claims").join(part)).expect("the folder is there");
    let mut paths: Vec<_> = folder.map(|entry| entry.expect("a file").path()).collect();
    paths.sort();
    paths
        .iter()
        .map(|path| article(&std::fs::read_to_string(path).expect("a text file")))
        .collect()
}

fn article(marked_up: &str) -> Article {
    let marked = markup::parse(marked_up).expect("valid markup");
    let text = ArticleText::new(marked.text);
    let claims = marked
        .spans
        .into_iter()
        .map(|span| Marked {
            span: text
                .span(span.range.start, span.range.end)
                .expect("a valid span"),
            speaker: span.attributes.get("speaker").cloned(),
            cue: span.attributes.get("cue").cloned(),
            polarity: span
                .attributes
                .get("polarity")
                .map_or("asserts", String::as_str)
                .to_owned(),
            is_optional: span.attributes.contains_key("optional"),
        })
        .collect();
    Article { text, claims }
}

/// Single sentences, as articles of their own, and whether they are worth checking.
pub(super) fn sentences(part: &str) -> Vec<(Article, bool)> {
    let path = gold("sentences").join(part).with_extension("txt");
    let lines = std::fs::read_to_string(path).expect("a text file");
    let judged = lines.lines().filter_map(|line| {
        let is_worth = match line.split_at_checked(2)? {
            ("+ ", words) => (words, true),
            ("- ", words) => (words, false),
            _ => return None,
        };
        let text = ArticleText::new(is_worth.0);
        Some((
            Article {
                text,
                claims: Vec::new(),
            },
            is_worth.1,
        ))
    });
    judged.collect()
}

/// What the suggesters before this one find.
pub(super) fn found_before(analysis: &Analysis<'_>) -> Found {
    let mut found = Figures.suggest(analysis, &Found::default());
    found.add(Names.suggest(analysis, &found));
    found
}

/// Right ones and all, optional ones left out.
#[derive(Default)]
struct Share {
    right: usize,
    all: usize,
}

impl Share {
    fn add(&mut self, is_right: bool) {
        self.right += usize::from(is_right);
        self.all += 1;
    }

    fn value(&self) -> f64 {
        self.right as f64 / self.all.max(1) as f64
    }
}

impl std::fmt::Display for Share {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{:.3} ({} of {})", self.value(), self.right, self.all)
    }
}

#[derive(Default)]
struct Scores {
    precision: Share,
    recall: Share,
    speaker: Share,
    polarity: Share,
    unattributed_precision: Share,
    unattributed_recall: Share,
    /// By confidence, in steps of ten percent.
    reliability: std::collections::BTreeMap<u8, (u32, Share)>,
}

fn overlap(one: Span, other: Span) -> f64 {
    let both = one
        .end()
        .min(other.end())
        .saturating_sub(one.start().max(other.start()));
    both as f64 / (one.len() + other.len() - both) as f64
}

fn is_unattributed(suggestion: &Suggestion) -> bool {
    suggestion.reason.ends_with("without a source")
        || suggestion.reason.contains("in a statement by")
}

/// Whether two speakers are the same: `Mr. Lavrov` and `Sergei Lavrov`, `Israeli police` and `police`.
fn is_same_speaker(one: &str, other: &str) -> bool {
    let words = |name: &str| -> Vec<String> {
        folded(name)
            .replace(['’', '\''], " ")
            .split_whitespace()
            .map(str::to_owned)
            .collect()
    };
    let (one, other) = (words(one), words(other));
    let within = |some: &[String], all: &[String]| some.iter().all(|word| all.contains(word));
    one.last() == other.last() || within(&one, &other) || within(&other, &one)
}

fn measure(part: &str) -> Scores {
    let mut scores = Scores::default();
    for article in articles(part) {
        let analysis = Analysis::new(&article.text);
        let found = Claims
            .suggest(&analysis, &found_before(&analysis))
            .suggestions;
        for suggestion in &found {
            count(&mut scores, &article, suggestion);
        }
        for mark in article.claims.iter().filter(|mark| !mark.is_optional) {
            let is_found = found.iter().any(|one| overlap(one.span, mark.span) >= 0.5);
            match mark.cue {
                Some(_) => scores.recall.add(is_found),
                None => scores.unattributed_recall.add(is_found),
            }
        }
    }
    scores
}

fn count(scores: &mut Scores, article: &Article, suggestion: &Suggestion) {
    let mark = article
        .claims
        .iter()
        .find(|mark| overlap(mark.span, suggestion.span) >= 0.5);
    if mark.is_some_and(|mark| mark.is_optional) {
        return;
    }
    let percent = suggestion.confidence.percent();
    let (sum, share) = scores.reliability.entry(percent / 10).or_default();
    *sum += u32::from(percent);
    share.add(mark.is_some());
    if is_unattributed(suggestion) {
        scores.unattributed_precision.add(mark.is_some());
        return;
    }
    scores.precision.add(mark.is_some());
    let Some(mark) = mark.filter(|mark| mark.cue.is_some()) else {
        return;
    };
    let value = |name: &str| suggestion.attributes.get(name).map(AttributeValue::display);
    let (is, should) = (value("speaker"), mark.speaker.as_deref());
    scores.speaker.add(
        is.as_deref()
            .zip(should)
            .is_some_and(|(is, should)| is_same_speaker(is, should)),
    );
    scores
        .polarity
        .add(value("polarity").as_deref() == Some(mark.polarity.as_str()));
}

fn report(part: &str, scores: &Scores) -> String {
    let mut report = String::new();
    let lines = [
        ("attributed, right", &scores.precision),
        ("attributed, found", &scores.recall),
        ("speaker right", &scores.speaker),
        ("polarity right", &scores.polarity),
        ("unattributed, right", &scores.unattributed_precision),
        ("unattributed, found", &scores.unattributed_recall),
    ];
    for (what, share) in lines {
        writeln!(report, "{part}: {what} {share}").expect("a string takes any words");
    }
    for (sum, share) in scores.reliability.values() {
        let mean = f64::from(*sum) / share.all as f64;
        writeln!(report, "{part}: said {mean:.0} %, right {share}")
            .expect("a string takes any words");
    }
    report
}

/// The floors lie well below what is reached, see README.md beside this file.
#[test]
fn claims_marked_by_hand_are_found() {
    for (part, floors) in [
        ("tune", [0.9, 0.85, 0.85, 0.9, 0.8, 0.5]),
        ("held-out", [0.8, 0.7, 0.8, 0.9, 0.7, 0.4]),
    ] {
        let scores = measure(part);
        let report = report(part, &scores);
        println!("{report}");
        let reached = [
            &scores.precision,
            &scores.recall,
            &scores.speaker,
            &scores.polarity,
            &scores.unattributed_precision,
            &scores.unattributed_recall,
        ];
        for (reached, floor) in reached.iter().zip(floors) {
            assert!(reached.value() >= floor, "{floor} is the floor\n{report}");
        }
    }
}
