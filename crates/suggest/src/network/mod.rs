//! Finds people, places and other names with the trained network that is part of the program.

mod bodies;
mod calibration;
mod casing;
mod decode;
mod edges;
mod file;
mod graph;
mod listed;
mod mention;
mod namesakes;
mod personal;
mod reason;
mod unsure;
mod votes;
mod window;
mod wordpiece;
mod worth;

use std::num::NonZeroUsize;
use std::sync::OnceLock;

use crate::language::Language;
use crate::{Analysis, Found, Suggester};
use copydesk_document::{Attributes, Confidence, LabelId, Suggestion};
use copydesk_i18n::tr;

pub(crate) use listed::{Listed, lists_of};

use file::FileError;
use graph::Network;
use mention::{Mention, Reading, Sentence};
use window::{Block, Blocks};
use worth::{Head, States};

/// The suggester. Its network is loaded once, when it is first asked.
pub(crate) struct Names;

/// What users' files name as the source of these suggestions: the trained model.
const BY: &str = "model";

static MODEL_FILE: &[u8] = include_bytes!("../../../../assets/model/names.model");

/// More threads than these do not pay for an article.
const MOST_THREADS: usize = 4;
/// Below this many windows one thread is as quick.
const WINDOWS_FOR_THREADS: usize = 4;

impl Suggester for Names {
    fn suggest(&self, analysis: &Analysis<'_>, _earlier: &Found) -> Found {
        match network() {
            Ok(network) => read(network, analysis, threads_for(analysis)),
            Err(_) => Found::default(),
        }
    }
}

/// The one that the program carries; loaded at the first call.
fn network() -> &'static Result<Network, FileError> {
    static EMBEDDED: OnceLock<Result<Network, FileError>> = OnceLock::new();
    EMBEDDED.get_or_init(|| Network::load(MODEL_FILE))
}

/// Why no names are suggested, in words to show; `None` while all is well.
pub(crate) fn trouble() -> Option<String> {
    let error = network().as_ref().err()?;
    Some(tr!("names-model-none", error = error.to_string()))
}

/// Why the network cannot be used, in words to show. Loads it if it was not.
pub(crate) fn error() -> Option<String> {
    let error = network().as_ref().err()?;
    Some(tr!("names-model-unusable", error = error.to_string()))
}

/// What the model file says its checksum is: two models have different ones.
pub(crate) fn hash() -> &'static str {
    static HASH: OnceLock<String> = OnceLock::new();
    HASH.get_or_init(|| file::hash(MODEL_FILE).unwrap_or_default())
}

/// The names of an article and how likely each of its sentences is worth checking.
fn read(network: &Network, analysis: &Analysis<'_>, threads: usize) -> Found {
    let mut sentences = Vec::with_capacity(analysis.sentences.len());
    let mut log_odds = vec![None; analysis.sentences.len()];
    for block in Blocks::new(analysis, &network.vocabulary, network.longest_window) {
        let heard = network.listen(analysis, &block, threads);
        analysis.add_failed_parts(heard.failed);
        add_log_odds(&mut log_odds, analysis, &block, &heard.states);
        let read = block.sentences.into_iter().zip(heard.scores);
        sentences.extend(read.map(|(encoded, scores)| Sentence::new(encoded, scores)));
    }
    if analysis.is_cancelled() {
        return Found::default();
    }
    let reading = Reading {
        analysis,
        sentences,
    };
    // It learned English alone; elsewhere, only what is known from there counts.
    let mut first = reading.mentions();
    first.retain(|mention| analysis.language(mention.sentence) == Language::English);
    let mentions = votes::settle(&reading, first.clone());
    let suggestions = mentions
        .iter()
        .filter_map(|mention| suggestion(network, &reading, mention, &first))
        .collect();
    Found {
        candidates: unsure::unsure(&reading, &mentions),
        suggestions,
        log_odds,
    }
}

/// Adds the log-odds of the sentences of `block` to `all`, which has a place for each of the article.
fn add_log_odds(
    all: &mut [Option<f32>],
    analysis: &Analysis<'_>,
    block: &Block,
    states: &[States],
) {
    static HEAD: OnceLock<Option<Head>> = OnceLock::new();
    let Some(head) = HEAD.get_or_init(Head::embedded) else {
        return;
    };
    for (sentence, states) in block.sentences.iter().zip(states) {
        let place = all.get_mut(sentence.index.0);
        if let Some(place) = place.filter(|_| !states.is_empty()) {
            let words = worth::folded_words(sentence, analysis.as_str());
            *place = Some(head.log_odds(sentence, &words, states));
        }
    }
}

fn threads_for(analysis: &Analysis<'_>) -> usize {
    // A window holds about four sentences.
    if analysis.sentences.len() / 4 < WINDOWS_FOR_THREADS {
        return 1;
    }
    let allowed = analysis.threads.map_or(MOST_THREADS, NonZeroUsize::get);
    let cores = std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
    cores.min(allowed).min(MOST_THREADS)
}

/// `first` holds the mentions that the sources of `mention` count.
fn suggestion(
    network: &Network,
    reading: &Reading<'_>,
    mention: &Mention,
    first: &[Mention],
) -> Option<Suggestion> {
    let bytes = reading.bytes(mention.sentence, &mention.words)?;
    let right = network
        .calibration
        .likely(mention.class, f64::from(mention.said))?;
    Some(Suggestion {
        label: LabelId::new(mention.class.id())?,
        span: reading.analysis.text().snap(bytes.start, bytes.end)?,
        confidence: Confidence::from_probability(right),
        by: BY,
        reason: reason::reason(reading, mention, first),
        attributes: Attributes::new(),
    })
}

#[cfg(test)]
mod tests;
