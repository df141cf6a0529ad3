//! The head that ranks sentences: its file, its laws, and what it is trained from.

use std::io::Write as _;
use std::num::NonZeroUsize;
use std::path::Path;
use std::sync::LazyLock;

use super::{Head, States, WIDTH, folded_words, parts};
use crate::network::graph::Network;
use crate::network::window::Blocks;
use crate::network::{MODEL_FILE, Names};
use crate::{Analysis, Found, Suggester as _};
use copydesk_text::ArticleText;

/// Of each sentence of `text`, what the weights are trained from.
fn features(text: &ArticleText) -> Vec<(Vec<u32>, Vec<f32>)> {
    static NETWORK: LazyLock<Network> = LazyLock::new(|| Network::load(MODEL_FILE).unwrap());
    let analysis = Analysis::new(text);
    let mut features = Vec::new();
    for block in Blocks::new(&analysis, &NETWORK.vocabulary, NETWORK.longest_window) {
        let heard = NETWORK.listen(&analysis, &block, 1);
        for (encoded, states) in block.sentences.iter().zip(&heard.states) {
            let words = folded_words(encoded, text.as_str());
            features.push((parts(encoded, &words), states.features()));
        }
    }
    features
}

/// With `WORTH_IN`, a file of records, and `WORTH_OUT`, this also writes what `training/worth` reads.
#[test]
fn what_is_trained_from_is_what_runs() {
    let text = "Exports fell by 12 percent to $5 billion. Nobody knows why, he said.";
    let head = Head::embedded().unwrap();
    let by_hand: Vec<f32> = features(&ArticleText::new(text))
        .iter()
        .map(|(parts, states)| {
            let weights = parts
                .iter()
                .map(|part| head.parts[*part as usize].cast_signed());
            let sum: f32 = weights.map(f32::from).sum();
            let of_states = states
                .iter()
                .zip(&head.states)
                .map(|(state, weight)| state * weight);
            let of_states: f32 = of_states.sum();
            head.bias + head.scale * sum / (parts.len() as f32).sqrt() + of_states
        })
        .collect();
    let run = log_odds(text, 1);
    assert_eq!(run.len(), 2);
    for (by_hand, run) in by_hand.iter().zip(run) {
        assert!((by_hand - run.unwrap()).abs() < 1e-3, "{by_hand} {run:?}");
    }
    if let (Some(from), Some(to)) = (std::env::var_os("WORTH_IN"), std::env::var_os("WORTH_OUT")) {
        write_features(Path::new(&from), Path::new(&to));
    }
}

fn write_features(from: &Path, to: &Path) {
    let mut out = std::io::BufWriter::new(std::fs::File::create(to).unwrap());
    for line in std::fs::read_to_string(from).unwrap().lines() {
        let record: serde_json::Value = serde_json::from_str(line).unwrap();
        let sentences: Vec<_> = features(&ArticleText::new(record["text"].as_str().unwrap()))
            .into_iter()
            .map(|(parts, states)| serde_json::json!({ "parts": parts, "states": states }))
            .collect();
        let row = serde_json::json!({
            "text": record["text"], "label": record["label"], "sentences": sentences,
        });
        writeln!(out, "{row}").unwrap();
    }
}

#[test]
fn the_embedded_weights_fit_and_a_cut_file_is_refused() {
    assert!(Head::embedded().is_some());
    let bytes = super::EMBEDDED;
    for end in [0, 10, 16, 100, bytes.len() - 1] {
        assert!(Head::read(&bytes[..end]).is_none(), "{end}");
    }
}

/// Log-odds of each sentence, with so many threads.
fn log_odds(text: &str, threads: usize) -> Vec<Option<f32>> {
    let text = ArticleText::new(text);
    let mut analysis = Analysis::new(&text);
    analysis.threads = NonZeroUsize::new(threads);
    Names.suggest(&analysis, &Found::default()).log_odds
}

#[test]
fn what_can_be_checked_is_told_from_what_cannot() {
    for (worth, not) in [
        (
            "The unemployment rate fell to 4.1 percent, the lowest in 17 years.",
            "Good evening, and thank you all for being here.",
        ),
        (
            "My opponent voted against the tax cut 98 times.",
            "I hope that we can all work together.",
        ),
        (
            "We have lost two million jobs since he took office.",
            "That is what I believe, and I always will.",
        ),
    ] {
        let text = format!("{worth} {not}");
        let log_odds = log_odds(&text, 1);
        let [Some(one), Some(other)] = log_odds[..] else {
            panic!("two sentences: {log_odds:?}")
        };
        assert!(one > 0.0 && other < 0.0, "{text} {log_odds:?}");
    }
}

#[test]
fn it_says_the_same_with_any_number_of_threads() {
    let text =
        "Exports fell by 12 percent to $5 billion. Nobody knows why, he said.\n\n".repeat(40);
    let alone = log_odds(&text, 1);
    assert!(alone.iter().all(Option::is_some));
    assert_eq!(alone, log_odds(&text, 3));
}

#[test]
fn texts_without_words_have_nothing_to_check() {
    for text in ["", " ", "\n\n", "\u{200b}"] {
        assert!(log_odds(text, 1).iter().all(Option::is_none), "{text:?}");
    }
}

#[test]
fn states_of_parts_come_to_those_of_the_whole() {
    let piece = |seed: usize| -> Vec<f32> {
        (0..WIDTH)
            .map(|at| ((at * 7 + seed * 13) % 32) as f32 - 16.0)
            .collect()
    };
    let all: Vec<f32> = (0..5).flat_map(piece).collect();
    let (first, rest) = all.split_at(2 * WIDTH);
    let mut whole = States::none();
    whole.add(&all);
    let (mut joined, mut other) = (States::none(), States::none());
    joined.add(first);
    other.add(rest);
    joined.join(&other);
    assert_eq!(joined, whole);
    assert!(States::none().is_empty() && !whole.is_empty());
    assert!(States::none().features().iter().all(|state| *state == 0.0));
}
