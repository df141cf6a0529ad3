//! Tests of the trained model: against the reference, against specifications, against damage.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use crate::network::file::{FileError, ModelFile};
use crate::network::graph::Network;
use crate::network::listed::Listed;
use crate::network::mention::{Reading, Sentence};
use crate::network::window::Blocks;
use crate::network::wordpiece::Vocabulary;
use crate::network::{MODEL_FILE, Names, casing, listed, read};
use crate::{Analysis, Found, Suggester as _, Watch};
use copydesk_document::Suggestion;
use copydesk_text::{ArticleText, CodePointIndex, CodePointOffset};

const SPEC: &str = include_str!("../spec/names.md");
const WORDPIECE: &str = include_str!("fixtures/wordpiece.jsonl");
const GUM_NEWS: &str = include_str!("fixtures/gum-news.jsonl");
const PIPELINE: &str = include_str!("fixtures/pipeline.jsonl");

fn records(lines: &str) -> Vec<serde_json::Value> {
    lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn number(value: &serde_json::Value) -> usize {
    usize::try_from(value.as_u64().unwrap()).unwrap()
}

#[test]
fn pieces_and_lists_are_those_of_the_training_pipeline() {
    let file = ModelFile::read(MODEL_FILE).unwrap();
    let vocabulary = Vocabulary::read(file.vocabulary).unwrap();
    for record in records(WORDPIECE) {
        let text = record["text"].as_str().unwrap();
        let cut = vocabulary.cut(text, 0);
        let pieces: Vec<u64> = cut.pieces.iter().copied().map(u64::from).collect();
        assert_eq!(serde_json::json!(pieces), record["pieces"], "{text:?}");
        let words: Vec<[usize; 2]> = cut
            .words
            .iter()
            .map(|word| [word.bytes.start, word.bytes.end])
            .collect();
        assert_eq!(serde_json::json!(words), record["words"], "{text:?}");
        let shown = words
            .iter()
            .map(|[start, end]| text.get(*start..*end).unwrap());
        let kinds = casing::kinds(&shown.collect::<Vec<_>>());
        let listed = listed::listed(&cut.words, &kinds);
        assert_eq!(
            serde_json::json!(listed.iter().map(Listed::bits).collect::<Vec<_>>()),
            record["listed"],
            "{text:?}"
        );
    }
}

#[test]
fn names_are_those_of_the_training_pipeline() {
    let network = Network::load(MODEL_FILE).unwrap();
    let (mut same, mut all) = (0, 0);
    for record in records(PIPELINE) {
        let text = ArticleText::new(record["text"].as_str().unwrap());
        let analysis = Analysis::new(&text);
        if analysis.sentences.len() != 1 {
            continue;
        }
        let found = raw_names(&network, &analysis);
        let wanted: BTreeSet<(usize, usize, String)> = record["names"]
            .as_array()
            .unwrap()
            .iter()
            .map(|name| {
                let class = name[2].as_str().unwrap().to_owned();
                (number(&name[0]), number(&name[1]), class)
            })
            .collect();
        same += found.intersection(&wanted).count();
        all += found.union(&wanted).count();
    }
    assert!(all > 300, "{all} names in the fixture");
    // Sums in floating point differ in the last digit between the two runtimes.
    assert!(same * 1000 >= all * 985, "{same} of {all} names agree");
}

fn suggestions(text: &ArticleText) -> Vec<Suggestion> {
    Names
        .suggest(&Analysis::new(text), &Found::default())
        .suggestions
}

/// What the network finds before edges and votes.
fn raw_names(network: &Network, analysis: &Analysis<'_>) -> BTreeSet<(usize, usize, String)> {
    let mut sentences = Vec::new();
    for block in Blocks::new(analysis, &network.vocabulary, network.longest_window) {
        let scores = network.listen(analysis, &block, 1).scores;
        let read = block.sentences.into_iter().zip(scores);
        sentences.extend(read.map(|(encoded, scores)| Sentence::new(encoded, scores)));
    }
    let reading = Reading {
        analysis,
        sentences,
    };
    let mut names = BTreeSet::new();
    for (sentence, read) in reading.all_sentences() {
        for name in super::decode::names(&read.scores) {
            let bytes = reading.bytes(sentence, &name.words).unwrap();
            names.insert((bytes.start, bytes.end, name.class.id().to_owned()));
        }
    }
    names
}

/// Far below what was reached (see the model card): a fall to this is a fault of the program.
const FLOOR: f64 = 0.76;

#[test]
fn whole_articles_are_read_well() {
    let (mut right, mut found, mut wanted) = (0, 0, 0);
    for record in records(GUM_NEWS) {
        let text = ArticleText::new(record["text"].as_str().unwrap());
        let index = CodePointIndex::new(text.as_str());
        let byte = |value| {
            index
                .byte_from_code_point(CodePointOffset(number(value)))
                .unwrap()
        };
        let mut gold = BTreeSet::new();
        for span in record["spans"].as_array().unwrap() {
            let (start, end) = (byte(&span[0]), byte(&span[1]));
            let words = text.as_str().get(start..end).unwrap();
            let article = if words.to_ascii_lowercase().starts_with("the ") {
                4
            } else {
                0
            };
            gold.insert((start + article, end, span[2].as_str().unwrap().to_owned()));
        }
        let guess: BTreeSet<_> = suggestions(&text)
            .into_iter()
            .map(|one| (one.span.start(), one.span.end(), one.label.to_string()))
            .filter(|(_, _, label)| matches!(label.as_str(), "person" | "place"))
            .collect();
        right += gold.intersection(&guess).count();
        found += guess.len();
        wanted += gold.len();
    }
    let score = 2.0 * right as f64 / (found + wanted) as f64;
    assert!(
        score >= FLOOR,
        "strict F1 {score:.3}: {right} of {wanted}, {found} found"
    );
}

/// Text with every person and place in braces, as the model finds them.
fn marked(text: &ArticleText) -> String {
    let mut suggestions = suggestions(text);
    suggestions.sort_by_key(|suggestion| suggestion.span);
    let (mut marked, mut at) = (String::new(), 0);
    for suggestion in suggestions {
        let label = suggestion.label.as_str();
        if !matches!(label, "person" | "place") {
            continue;
        }
        let span = suggestion.span;
        marked.push_str(text.as_str().get(at..span.start()).unwrap());
        write!(marked, "{{{label}|{}}}", text.words(span)).unwrap();
        at = span.end();
    }
    marked + text.as_str().get(at..).unwrap()
}

fn unmarked(line: &str) -> String {
    let bare = line.replace("{person|", "").replace("{place|", "");
    bare.replace('}', "").replace(" ¶ ", "\n\n")
}

#[test]
fn the_specification_holds() {
    let (right, wrong) = SPEC
        .split_once("## Not yet right")
        .expect("the specification ends with what is not right yet");
    let mut faults = String::new();
    let mut count = 0;
    for line in right.lines().filter_map(|line| line.strip_prefix("- ")) {
        let found = marked(&ArticleText::new(unmarked(line))).replace("\n\n", " ¶ ");
        count += 1;
        if found != line {
            writeln!(faults, "  wanted {line}\n  found  {found}").unwrap();
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
    assert!(count >= 80, "{count} situations");
    for line in wrong.lines().filter_map(|line| line.strip_prefix("- ")) {
        let found = marked(&ArticleText::new(unmarked(line))).replace("\n\n", " ¶ ");
        assert_ne!(found, line, "this one is right now: move it up");
    }
}

#[test]
fn one_thread_finds_what_many_find() {
    let network = Network::load(MODEL_FILE).unwrap();
    let lines: Vec<String> = records(PIPELINE)
        .iter()
        .take(60)
        .map(|record| record["text"].as_str().unwrap().to_owned())
        .collect();
    let text = ArticleText::new(lines.join("\n\n"));
    let analysis = Analysis::new(&text);
    let one = read(&network, &analysis, 1).suggestions;
    assert!(one.len() > 50, "{} suggestions", one.len());
    assert_eq!(one, read(&network, &analysis, 3).suggestions);
}

/// Longer than a block.
fn long_article() -> ArticleText {
    let lines: Vec<String> = records(PIPELINE)
        .iter()
        .map(|record| record["text"].as_str().unwrap().to_owned())
        .collect();
    ArticleText::new(lines.join("\n\n").repeat(4))
}

#[test]
fn a_long_article_is_cut_into_the_windows_of_a_whole_one() {
    let file = ModelFile::read(MODEL_FILE).unwrap();
    let vocabulary = Vocabulary::read(file.vocabulary).unwrap();
    let text = long_article();
    let analysis = Analysis::new(&text);
    let windows = |most_windows: usize| {
        let mut blocks = Blocks::new(&analysis, &vocabulary, 120);
        blocks.most_windows = most_windows;
        let (mut count, mut windows, mut sentences) = (0, Vec::new(), Vec::new());
        for block in blocks {
            count += 1;
            windows.extend(block.windows.into_iter().map(|window| window.ids));
            sentences.extend(block.sentences.into_iter().map(|sentence| sentence.index.0));
        }
        (count, windows, sentences)
    };
    let (one, whole, all) = windows(usize::MAX);
    let (many, parts, same) = windows(3);
    assert_eq!((one, many > 20), (1, true), "{many} blocks");
    assert_eq!(all, (0..analysis.sentences.len()).collect::<Vec<_>>());
    assert_eq!((whole, all), (parts, same));
}

#[test]
fn who_waits_for_a_long_article_sees_it_progress_and_may_stop_it() {
    let text = long_article();
    let (cancelled, permille) = (AtomicBool::new(false), AtomicU32::new(0));
    let watch = Watch {
        cancelled: &cancelled,
        permille: &permille,
    };
    let mut analysis = Analysis::watched(&text, Some(watch));
    analysis.threads = NonZeroUsize::new(1);
    let (seen, found) = std::thread::scope(|scope| {
        let work = scope.spawn(|| Names.suggest(&analysis, &Found::default()));
        let mut seen = Vec::new();
        while !work.is_finished() {
            let now = permille.load(Ordering::Relaxed);
            if seen.last() != Some(&now) {
                seen.push(now);
            }
            cancelled.store(now > 300, Ordering::Relaxed);
            std::thread::yield_now();
        }
        (seen, work.join().unwrap())
    });
    assert!(seen.len() > 5 && seen.is_sorted(), "{seen:?}");
    assert!(*seen.last().unwrap() < 600, "it went on: {seen:?}");
    assert_eq!(found, Found::default());
}

fn reasons(text: &str) -> Vec<String> {
    let text = ArticleText::new(text);
    suggestions(&text)
        .into_iter()
        .map(|one| one.reason)
        .collect()
}

#[test]
fn a_reason_names_the_list_that_a_name_is_in() {
    let found = reasons("John Smith flew to Paris and Poland.");
    assert_eq!(
        found,
        [
            "Comes before “flew”; “John” is a listed first name",
            "Comes between “to” and “and”; it is on the list of cities",
            "Comes after “and”; it is on the list of countries and regions",
        ]
    );
}

#[test]
fn a_damaged_model_says_what_is_wrong_with_it() {
    let check = |bytes: &[u8], wanted: &str| {
        let error = Network::load(Vec::leak(bytes.to_vec())).err();
        let error = error.expect("it cannot be used").to_string();
        assert!(error.contains(wanted), "{error}");
    };
    check(&MODEL_FILE[..MODEL_FILE.len() / 2], "cut short or changed");
    let mut flipped = MODEL_FILE.to_vec();
    flipped[MODEL_FILE.len() / 3] ^= 1;
    check(&flipped, "cut short or changed");
    let mut newer = MODEL_FILE.to_vec();
    newer[8] = 9;
    check(&newer, "version 9");
    check(b"%PDF-1.4", "not a names model");
    check(b"", "not a names model");
}

#[test]
fn every_prefix_of_a_short_file_is_refused() {
    for length in 0..200 {
        let error = ModelFile::read(&MODEL_FILE[..length]).err();
        assert!(matches!(
            error,
            Some(FileError::Foreign | FileError::Damaged)
        ));
    }
}

#[test]
fn hostile_text_is_read_to_its_end() {
    for text in [
        "A".repeat(200_000),
        "Ab".repeat(100_000),
        "A ".repeat(3_000),
        "((((((((((".repeat(300),
        "\u{301}".repeat(10_000),
        "👨‍👩‍👧".repeat(2_000),
        "\u{0}\u{feff}\u{200b}".repeat(1_000),
    ] {
        let text = ArticleText::new(text);
        suggestions(&text);
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(40))]

    /// Any text: the same valid spans every time, without overlaps.
    #[test]
    fn suggestions_are_valid_spans(text in "(\\PC|[A-Z][a-z]+ ?|Paris |Dr\\. |\n){0,60}") {
        let text = ArticleText::new(text);
        let mut first = suggestions(&text);
        proptest::prop_assert_eq!(&first, &suggestions(&text));
        first.sort_by_key(|suggestion| suggestion.span);
        for pair in first.windows(2) {
            proptest::prop_assert!(pair[0].span.end() <= pair[1].span.start());
        }
        for suggestion in &first {
            let span = suggestion.span;
            proptest::prop_assert_eq!(text.span(span.start(), span.end()), Some(span));
            proptest::prop_assert!(!suggestion.reason.is_empty());
        }
    }
}
