//! Where words begin and end in an article, remembered: the annotator asks for the same ones again and again.

use std::cell::RefCell;
use std::collections::HashMap;
use std::hash::Hash;

use copydesk_text::{ArticleText, Direction, Edge, Span, find_folded};

/// A text that answers like [`ArticleText`], but splits it into words only once for each question.
pub(super) struct Reading {
    pub text: ArticleText,
    /// Where the caret stops by words, in order.
    stops: Vec<usize>,
    words: Known<usize, Option<Span>>,
    smart: Known<(usize, usize), Option<Span>>,
    grown: Known<(usize, Option<Span>), Option<Span>>,
    stepped: Known<(Span, bool, bool), Option<Span>>,
    found: Known<String, Vec<usize>>,
}

/// Answers by their question.
type Known<Q, A> = RefCell<HashMap<Q, A>>;

impl Reading {
    pub fn new(text: &ArticleText) -> Self {
        Self {
            text: text.clone(),
            stops: stops(text),
            words: RefCell::default(),
            smart: RefCell::default(),
            grown: RefCell::default(),
            stepped: RefCell::default(),
            found: RefCell::default(),
        }
    }

    pub fn word_at(&self, byte: usize) -> Option<Span> {
        remembered(&self.words, byte, || self.text.word_at(byte))
    }

    pub fn smart_span(&self, start: usize, end: usize) -> Option<Span> {
        remembered(&self.smart, (start, end), || {
            self.text.smart_span(start, end)
        })
    }

    pub fn grown(&self, byte: usize, span: Option<Span>) -> Option<Span> {
        remembered(&self.grown, (byte, span), || self.text.grown(byte, span))
    }

    pub fn step_edge(&self, span: Span, edge: Edge, direction: Direction) -> Option<Span> {
        let question = (span, edge == Edge::Start, direction == Direction::Forward);
        remembered(&self.stepped, question, || {
            self.text.step_edge(span, edge, direction)
        })
    }

    pub fn step_word(&self, byte: usize, forward: bool) -> usize {
        if forward {
            let next = self.stops.partition_point(|stop| *stop <= byte);
            self.stops.get(next).copied().unwrap_or(self.text.len())
        } else {
            let next = self.stops.partition_point(|stop| *stop < byte);
            let before = next.checked_sub(1).and_then(|index| self.stops.get(index));
            before.copied().unwrap_or(0)
        }
    }

    /// Where the search for `letters` comes to from the byte `from`.
    pub fn found(&self, letters: &str, from: usize) -> Option<usize> {
        let mut found = self.found.borrow_mut();
        let starts = found.entry(letters.to_owned()).or_insert_with(|| {
            let matches = find_folded(self.text.as_str(), letters);
            matches.into_iter().map(|found| found.start).collect()
        });
        let next = starts.iter().find(|start| **start >= from);
        next.or(starts.first()).copied()
    }
}

fn remembered<Q: Eq + Hash, A: Copy>(
    known: &Known<Q, A>,
    question: Q,
    answer: impl FnOnce() -> A,
) -> A {
    *known.borrow_mut().entry(question).or_insert_with(answer)
}

fn stops(text: &ArticleText) -> Vec<usize> {
    let mut stops = vec![0];
    let mut last = 0;
    while last < text.len() {
        last = text.step_word(last, Direction::Forward);
        stops.push(last);
    }
    stops
}
