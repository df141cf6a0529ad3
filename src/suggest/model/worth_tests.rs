//! The head that ranks sentences: its file, its laws, and what it is trained from.

use std::io::Write as _;

use super::{Head, States, WIDTH, folded_words, parts};
use crate::suggest::Analysis;
use crate::suggest::model::network::Network;
use crate::suggest::model::{FILE, window};
use crate::text::ArticleText;

/// For `training/worth`: of each text of the records in `WORTH_IN` its label and, of each of its
/// sentences, the parts and the states, to `WORTH_OUT`.
#[test]
#[ignore = "writes what training/worth reads"]
fn writes_what_is_trained_from() {
    let from = std::env::var("WORTH_IN").expect("a file of records");
    let to = std::env::var("WORTH_OUT").expect("a file to write");
    let network = Network::load(FILE).unwrap();
    let mut out = std::io::BufWriter::new(std::fs::File::create(to).unwrap());
    for line in std::fs::read_to_string(from).unwrap().lines() {
        let record: serde_json::Value = serde_json::from_str(line).unwrap();
        let text = ArticleText::new(record["text"].as_str().unwrap());
        let analysis = Analysis::new(&text);
        let encoded = window::encode(&analysis, &network.vocabulary);
        let windows = window::windows(&encoded, network.longest_window);
        let heard = network.listen(&analysis, &encoded, &windows, 1);
        let sentences: Vec<serde_json::Value> = encoded
            .iter()
            .zip(&heard.states)
            .map(|(encoded, states)| {
                let words = folded_words(encoded, text.as_str());
                serde_json::json!({"parts": parts(encoded, &words), "states": states.features()})
            })
            .collect();
        let row = serde_json::json!({"id": record["id"], "label": record["label"], "sentences": sentences});
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
