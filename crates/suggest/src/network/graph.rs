//! Runs the network over windows and gives back, for each word, how likely each tag is.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rten::{Model, ModelOptions, NodeId, OpRegistry, RunOptions, ThreadPool, Value, op_registry};

use crate::Analysis;
use crate::network::calibration::Calibration;
use crate::network::decode::{Class, Scores, SentenceScores, TAGS};
use crate::network::file::{FileError, ModelFile};
use crate::network::window::{Block, Window};
use crate::network::wordpiece::Vocabulary;
use crate::network::worth::{States, WIDTH};

/// A loaded model file, ready to run.
pub(super) struct Network {
    pub vocabulary: Vocabulary,
    pub calibration: Calibration,
    /// Pieces in a window, its marks included.
    pub longest_window: usize,
    graph: Model,
    inputs: [NodeId; 5],
    output: NodeId,
    /// What the second layer, the last that reads all pieces whole, says of them.
    states: NodeId,
    /// Reads one window; the tests give it another way, which fails.
    pub read: fn(&Reader<'_>, &Window) -> Option<Answer>,
}

/// What the network says of a block of an article.
pub(super) struct Heard {
    /// The tag probabilities of every word of every sentence.
    pub scores: Vec<SentenceScores>,
    /// Of every sentence.
    pub states: Vec<States>,
    /// So many windows could not be read.
    pub failed: usize,
}

/// What it says of one window.
pub(super) struct Answer {
    logits: Vec<f32>,
    states: Vec<(usize, States)>,
}

/// Rows of the table of positions.
const LONGEST_TABLE: usize = 256;

impl Network {
    pub fn load(bytes: &'static [u8]) -> Result<Self, FileError> {
        let file = ModelFile::read(bytes)?;
        let unusable = |why: &str| FileError::Unusable(why.to_owned());
        if file.fact("tags") != Some(Class::tag_names().as_str()) {
            return Err(unusable("its tags are others"));
        }
        let longest_window = file
            .fact("subwords")
            .and_then(|count| count.parse().ok())
            .filter(|count| (32..=LONGEST_TABLE).contains(count))
            .ok_or_else(|| unusable("its windows have no length"))?;
        let vocabulary = Vocabulary::read(file.vocabulary)
            .ok_or_else(|| unusable("its vocabulary is another"))?;
        let graph = ModelOptions::with_ops(operators())
            .prepack_weights(true)
            .load_static_slice(file.graph)
            .map_err(|error| FileError::Unusable(error.to_string()))?;
        let node = |name: &str| graph.find_node(name).ok_or_else(|| unusable(name));
        Ok(Self {
            inputs: [
                node("ids")?,
                node("kinds")?,
                node("listed")?,
                node("places")?,
                node("kept")?,
            ],
            output: node("logits")?,
            states: node("l1.f.norm")?,
            calibration: Calibration::read(&file),
            vocabulary,
            longest_window,
            graph,
            read: |reader, window| reader.read(window),
        })
    }

    /// Words that were not looked at, or whose window failed, are outside every name. The same for
    /// any number of `threads`. Whoever cancels gets an answer that is worth nothing.
    pub fn listen(&self, analysis: &Analysis<'_>, block: &Block, threads: usize) -> Heard {
        let Block { sentences, windows } = block;
        let next = AtomicUsize::new(0);
        let work = || {
            let reader = self.reader();
            let mut done = Vec::new();
            loop {
                let index = next.fetch_add(1, Ordering::Relaxed);
                let Some(window) = windows.get(index) else {
                    return done;
                };
                if analysis.is_cancelled() {
                    return done;
                }
                analysis.tell_progress(block.first_sentence(window).0, analysis.sentences.len());
                // A panic costs one window, not all that this thread has read.
                let read = AssertUnwindSafe(|| (self.read)(&reader, window));
                if let Ok(Some(answer)) = catch_unwind(read) {
                    done.push((index, answer));
                }
            }
        };
        let mut results: Vec<(usize, Answer)> = std::thread::scope(|scope| {
            let helpers: Vec<_> = (1..threads.min(windows.len()))
                .map(|_| scope.spawn(work))
                .collect();
            let mut results = work();
            for helper in helpers {
                // None panics, since each window is caught; if one did, its windows would count as failed.
                results.extend(helper.join().unwrap_or_default());
            }
            results
        });
        let mut scores: Vec<SentenceScores> = sentences
            .iter()
            .map(|sentence| SentenceScores::outside(sentence.words.len()))
            .collect();
        let mut states = vec![States::none(); sentences.len()];
        let failed = windows.len() - results.len();
        // Sums come out the same only in one order.
        results.sort_by_key(|(index, _)| *index);
        for (index, answer) in results {
            for (sentence, some) in &answer.states {
                states[*sentence].join(some);
            }
            for wanted in &windows[index].answers {
                let row = wanted.row * TAGS..(wanted.row + 1) * TAGS;
                if let Some(row) = answer.logits.get(row) {
                    scores[wanted.sentence].set(wanted.word, Scores::from_logits(row));
                }
            }
        }
        Heard {
            scores,
            states,
            failed,
        }
    }

    fn reader(&self) -> Reader<'_> {
        Reader {
            network: self,
            pool: POOL.with(Arc::clone),
        }
    }
}

thread_local! {
    // One thread inside, so that sums are added in the same order on every machine. Kept from one
    // article to the next: making it takes a twentieth of the time of a sentence.
    static POOL: Arc<ThreadPool> = Arc::new(ThreadPool::with_num_threads(1));
}

/// One thread's way to read windows.
pub(super) struct Reader<'a> {
    network: &'a Network,
    pool: Arc<ThreadPool>,
}

impl Reader<'_> {
    pub fn read(&self, window: &Window) -> Option<Answer> {
        let Network {
            inputs,
            output,
            states,
            ..
        } = self.network;
        let length = window.ids.len();
        let places: Vec<i32> = (0..i32::try_from(length).ok()?).collect();
        let values = [
            Value::from_shape(&[length], window.ids.clone()),
            Value::from_shape(&[length], window.kinds.clone()),
            Value::from_shape(&[length], window.listed.clone()),
            Value::from_shape(&[length], places),
            Value::from_shape(&[window.kept.len()], window.kept.clone()),
        ];
        let mut fed = Vec::with_capacity(values.len());
        for (input, value) in inputs.iter().zip(values) {
            fed.push((*input, value.ok()?.into()));
        }
        let mut options = RunOptions::default();
        options.thread_pool = Some(Arc::clone(&self.pool));
        let graph = &self.network.graph;
        let [logits, states] = graph.run_n(fed, [*output, *states], Some(options)).ok()?;
        let (_, mut logits) = logits.into_shape_vec::<f32, 2>().ok()?;
        // It comes in a buffer that held something larger before, fifty times its size.
        logits.shrink_to_fit();
        let (_, states) = states.into_shape_vec::<f32, 2>().ok()?;
        let owners = window.owners.iter().map(|(sentence, pieces)| {
            let mut some = States::none();
            let numbers = states.get(pieces.start * WIDTH..pieces.end * WIDTH);
            some.add(numbers.unwrap_or_default());
            (*sentence, some)
        });
        Some(Answer {
            states: owners.collect(),
            logits,
        })
    }
}

/// What the graph is made of; the rest of the runtime stays out of the binary.
fn operators() -> OpRegistry {
    op_registry!(
        Add,
        Cast,
        Clip,
        Div,
        DynamicQuantizeLinear,
        Exp,
        Gather,
        Gelu,
        LayerNormalization,
        MatMul,
        MatMulInteger,
        Mul,
        Reshape,
        Slice,
        Transpose
    )
}

#[cfg(test)]
#[path = "network_tests.rs"]
mod tests;
