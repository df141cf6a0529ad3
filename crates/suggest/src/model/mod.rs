//! Finds people, places and other names with the trained network that is part of the program.

mod calibration;
mod casing;
mod decode;
mod edges;
mod file;
mod listed;
mod mention;
mod network;
mod personal;
mod reason;
mod votes;
mod window;
mod wordpiece;
mod worth;

use std::num::NonZeroUsize;
use std::sync::OnceLock;

use crate::{Analysis, Suggester};
use copydesk_document::{Attributes, Confidence, LabelId, Suggestion};

use file::FileError;
use mention::{Mention, Reading};
use network::Network;
use window::Encoded;
use worth::{Head, States};

/// The suggester. Its network is loaded once, when it is first asked.
pub struct Model {
    source: Source,
}

enum Source {
    /// The one that the program carries, shared by all.
    Embedded,
    #[cfg_attr(
        not(test),
        expect(dead_code, reason = "how the tests give it a damaged file")
    )]
    Given(Box<Result<Network, FileError>>),
}

static FILE: &[u8] = include_bytes!("../../../../assets/model/names.model");
static EMBEDDED: OnceLock<Result<Network, FileError>> = OnceLock::new();

/// More threads than these do not pay for an article.
const MOST_THREADS: usize = 4;
/// Below this many windows one thread is as quick.
const WINDOWS_FOR_THREADS: usize = 4;

impl Model {
    pub fn new() -> Self {
        Self {
            source: Source::Embedded,
        }
    }

    /// Why it suggests nothing, in words to show; `None` while all is well.
    pub fn trouble(&self) -> Option<String> {
        let error = self.error()?;
        Some(format!(
            "{error}. People and places come from word lists alone"
        ))
    }

    /// Why it cannot be used, in words to show.
    pub fn error(&self) -> Option<String> {
        let error = self.network().as_ref().err()?;
        Some(format!("The names model cannot be used: {error}"))
    }

    fn network(&self) -> &Result<Network, FileError> {
        match &self.source {
            Source::Embedded => EMBEDDED.get_or_init(|| Network::load(FILE)),
            Source::Given(network) => network,
        }
    }

    fn mentions_of(network: &Network, analysis: &Analysis<'_>, threads: usize) -> Vec<Suggestion> {
        let encoded = window::encode(analysis, &network.vocabulary);
        let windows = window::windows(&encoded, network.longest_window);
        let heard = network.listen(analysis, &encoded, &windows, threads);
        if analysis.is_cancelled() {
            return Vec::new();
        }
        analysis.add_failed_parts(heard.failed);
        analysis.tell_log_odds(log_odds(analysis, &encoded, &heard.states));
        let reading = Reading {
            analysis,
            encoded: &encoded,
            scores: &heard.scores,
        };
        let first = reading.mentions();
        let mentions = votes::settle(&reading, first.clone());
        mentions
            .iter()
            .filter_map(|mention| suggestion(network, &reading, mention, &first))
            .collect()
    }
}

/// What the embedded file says its checksum is: it tells one model from another.
pub(super) fn hash() -> &'static str {
    static HASH: OnceLock<String> = OnceLock::new();
    HASH.get_or_init(|| file::hash(FILE).unwrap_or_default())
}

impl Default for Model {
    fn default() -> Self {
        Self::new()
    }
}

impl Suggester for Model {
    fn name(&self) -> &'static str {
        "model"
    }

    fn suggest(&self, analysis: &Analysis<'_>, _earlier: &[Suggestion]) -> Vec<Suggestion> {
        let Ok(network) = self.network() else {
            return Vec::new();
        };
        Self::mentions_of(network, analysis, threads_for(analysis))
    }
}

/// That each sentence is worth checking.
fn log_odds(analysis: &Analysis<'_>, encoded: &[Encoded], states: &[States]) -> Vec<Option<f32>> {
    static HEAD: OnceLock<Option<Head>> = OnceLock::new();
    let Some(head) = HEAD.get_or_init(Head::embedded) else {
        return Vec::new();
    };
    let mut all = vec![None; analysis.sentences.len()];
    for (encoded, states) in encoded.iter().zip(states) {
        let place = all.get_mut(encoded.sentence);
        if let Some(place) = place.filter(|_| !states.is_empty()) {
            let words = worth::folded_words(encoded, analysis.as_str());
            *place = Some(head.log_odds(encoded, &words, states));
        }
    }
    all
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
        by: "model",
        reason: reason::reason(reading, mention, first),
        attributes: Attributes::new(),
    })
}

#[cfg(test)]
mod tests;
