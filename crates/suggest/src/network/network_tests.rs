//! Windows that the network cannot read: the others are read, and a person is told.

use super::*;
use crate::network::window::Blocks;
use crate::network::{MODEL_FILE, read};
use crate::trouble;
use copydesk_document::Suggestion;
use copydesk_text::ArticleText;

fn is_first(window: &Window) -> bool {
    window.answers.iter().any(|wanted| wanted.sentence == 0)
}

fn fails_at_first(reader: &Reader<'_>, window: &Window) -> Option<Answer> {
    if is_first(window) {
        return None;
    }
    reader.read(window)
}

fn panics_at_first(reader: &Reader<'_>, window: &Window) -> Option<Answer> {
    assert!(!is_first(window), "as a test");
    reader.read(window)
}

fn fails_always(_: &Reader<'_>, _: &Window) -> Option<Answer> {
    None
}

fn network(read: fn(&Reader<'_>, &Window) -> Option<Answer>) -> Network {
    Network {
        read,
        ..Network::load(MODEL_FILE).unwrap()
    }
}

/// Enough for several windows; the first names stand nowhere else.
fn article() -> ArticleText {
    let rest = "Angela Merkel flew to Berlin on Monday and met officials of the ministry there. ";
    ArticleText::new(format!("Keir Starmer flew to Paris. {}", rest.repeat(30)))
}

fn suggested(network: &Network, text: &ArticleText) -> (Vec<Suggestion>, Option<String>) {
    let analysis = Analysis::new(text);
    let suggestions = read(network, &analysis, 2).suggestions;
    (suggestions, trouble(&analysis))
}

#[test]
fn a_window_that_cannot_be_read_is_told_and_costs_only_its_own_names() {
    let text = article();
    let (all, nothing) = suggested(&Network::load(MODEL_FILE).unwrap(), &text);
    assert_eq!(nothing, None);
    assert_eq!(text.words(all[0].span), "Keir Starmer");
    for fails in [fails_at_first, panics_at_first] {
        let (left, told) = suggested(&network(fails), &text);
        let told = told.expect("a failure is told");
        assert!(
            told.starts_with("The names model failed in one place"),
            "{told}"
        );
        assert!(!left.is_empty() && left.len() < all.len());
    }
}

#[test]
fn every_failed_window_counts_on_any_number_of_threads() {
    let (text, network) = (article(), network(fails_always));
    for threads in 1..=3 {
        let analysis = Analysis::new(&text);
        let mut windows = 0;
        let mut failed = 0;
        for block in Blocks::new(&analysis, &network.vocabulary, network.longest_window) {
            windows += block.windows.len();
            failed += network.listen(&analysis, &block, threads).failed;
        }
        assert!(windows > 2);
        assert_eq!(failed, windows, "on {threads} threads");
    }
    let (left, told) = suggested(&network, &text);
    assert_eq!(left, []);
    assert!(told.is_some_and(|told| told.contains("places; people")));
}
