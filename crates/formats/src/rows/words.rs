//! Tokens as the rows of a file, in sentences that no span crosses, and spans as runs of rows.

use std::ops::Range;

use crate::export::{Article, LossKind, Losses};
use crate::notation::percent_decoded;
use copydesk_document::{RecordSpan, SpanState, Status};

/// The tokens of an article.
pub(crate) struct Rows {
    /// Half-open, in bytes, in reading order; none is empty or holds a gap.
    pub tokens: Vec<Range<usize>>,
    /// Where sentences begin, as places in `tokens`.
    starts: Vec<usize>,
}

/// A span and the rows that it takes.
pub(crate) struct Run<'a> {
    pub span: &'a RecordSpan,
    /// Half-open, never empty.
    pub rows: Range<usize>,
}

impl Rows {
    /// All that is no gap is in exactly one token.
    pub fn of(article: &Article<'_>, is_gap: fn(char) -> bool) -> Self {
        let text = article.text();
        let tokens = article.sentences().iter().map(|one| one.tokens.len()).sum();
        let mut rows = Self {
            tokens: Vec::with_capacity(tokens),
            starts: Vec::new(),
        };
        let mut done = 0;
        for sentence in article.sentences() {
            for (at, token) in sentence.tokens.iter().enumerate() {
                rows.push_ink(text, done..token.start, is_gap);
                if at == 0 {
                    rows.starts.push(rows.tokens.len());
                }
                rows.push_ink(text, token.start..token.end, is_gap);
                done = token.end;
            }
        }
        rows.push_ink(text, done..text.len(), is_gap);
        if let Some(first) = rows.starts.first_mut() {
            *first = 0;
        } else {
            rows.starts.push(0);
        }
        rows.starts.retain(|start| *start < rows.tokens.len());
        rows.starts.dedup();
        rows
    }

    fn push_ink(&mut self, text: &str, range: Range<usize>, is_gap: fn(char) -> bool) {
        let words = text.get(range.clone()).unwrap_or_default();
        // Nearly all that is asked for: whatever counts as a gap, these do not and a space does.
        if words.bytes().all(|byte| byte.is_ascii_graphic()) {
            if !words.is_empty() {
                self.tokens.push(range);
            }
            return;
        }
        if words == " " {
            return;
        }
        let mut at = range.start;
        for piece in words.split_inclusive(is_gap) {
            let ink = piece.trim_end_matches(is_gap);
            if !ink.is_empty() {
                self.tokens.push(at..at + ink.len());
            }
            at += piece.len();
        }
    }

    /// The rows that `span` touches; empty if there are none.
    pub fn touched(&self, span: &Range<usize>) -> Range<usize> {
        let first = self.tokens.partition_point(|token| token.end <= span.start);
        let after = self.tokens.partition_point(|token| token.start < span.end);
        first..after.max(first)
    }

    /// Joins the sentences that one of `runs` goes across: where a person marked a span there is no
    /// end of a sentence, and tags could not go on behind it.
    pub fn join(&mut self, runs: &[Run<'_>]) {
        self.starts.retain(|start| {
            !runs
                .iter()
                .any(|run| run.rows.start < *start && *start < run.rows.end)
        });
    }

    /// The sentences, as places in `tokens`.
    pub fn sentences(&self) -> impl Iterator<Item = Range<usize>> {
        let ends = self.starts.iter().skip(1).copied();
        self.starts
            .iter()
            .copied()
            .zip(ends.chain([self.tokens.len()]))
            .map(|(start, end)| start..end)
    }
}

/// What separates tokens in files whose readers split at white space: that, controls, and marks
/// without width at which some of them stumble.
pub(crate) fn is_gap(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{feff}' | '\u{200b}')
}

/// The runs of `spans` that fit into one column: what a person accepted first, then the earlier and
/// the longer. The others are lost; a span that cuts a token grows to all of it, since a reader who
/// saw nothing there would learn that the word is no name at all.
pub(crate) fn one_column<'a>(
    article: &Article<'_>,
    rows: &Rows,
    mut spans: Vec<&'a RecordSpan>,
    losses: &mut Losses<'_>,
) -> Vec<Run<'a>> {
    spans.sort_by_key(|span| span.state);
    let mut is_taken = vec![false; rows.tokens.len()];
    let mut runs = Vec::new();
    for span in spans {
        let touched = rows.touched(&span.range);
        let Some(cells) = is_taken
            .get_mut(touched.clone())
            .filter(|cells| !cells.is_empty())
        else {
            losses.span(article, span, LossKind::Span, "it contains no word");
            continue;
        };
        if cells.contains(&true) {
            let why = "it shares words with another span in its column";
            losses.span(article, span, LossKind::Span, why);
            continue;
        }
        cells.fill(true);
        runs.push(Run {
            span,
            rows: touched,
        });
    }
    runs.sort_by_key(|run| run.rows.start);
    runs
}

/// Reports a span whose edges cut a token.
pub(crate) fn report_edges(
    article: &Article<'_>,
    rows: &Rows,
    run: &Run<'_>,
    losses: &mut Losses<'_>,
) {
    let first = rows.tokens.get(run.rows.start);
    let last = rows.tokens.get(run.rows.end - 1);
    let edges = first.zip(last).map(|(first, last)| first.start..last.end);
    if edges.as_ref() != Some(&run.span.range) {
        let why = "it does not begin and end with whole words; it was widened to them";
        losses.span(article, run.span, LossKind::Edges, why);
    }
}

/// Reports all that `span` carries beside its label and place.
pub(crate) fn report_extras(
    article: &Article<'_>,
    span: &RecordSpan,
    losses: &mut Losses<'_>,
    why: &str,
) {
    if span.state != SpanState::Accepted {
        losses.span(article, span, LossKind::State, why);
    }
    if span.origin.is_some() {
        losses.span(article, span, LossKind::Origin, why);
    }
    if !span.note.is_empty() {
        losses.span(article, span, LossKind::Note, why);
    }
    for name in span.attributes.keys() {
        losses.span(article, span, LossKind::Attribute(name.clone()), why);
    }
}

/// Reports all that is known of the article beside its id and text.
pub(crate) fn report_metadata(article: &Article<'_>, losses: &mut Losses<'_>, why: &str) {
    for (name, _) in metadata(article) {
        losses.article(article, LossKind::Metadata(name.to_owned()), why);
    }
}

/// Reports an id that the name of the article's file does not give back.
pub(crate) fn report_name(article: &Article<'_>, name: &str, losses: &mut Losses<'_>) {
    if percent_decoded(name) != article.id {
        let why = "it is too long for a file name; a shorter one was used";
        losses.article(article, LossKind::Metadata("id".to_owned()), why);
    }
}

/// What is known of the article beside its id, text and encoding; nothing that is empty or as usual.
pub(crate) fn metadata(article: &Article<'_>) -> Vec<(&'static str, String)> {
    let record = article.record;
    let status = match record.status {
        Status::Open => "",
        other => other.word(),
    };
    let marked = if record.is_marked { "true" } else { "" };
    let known = record.metadata.words().into_iter();
    known
        .chain([("status", status), ("marked", marked)])
        .filter(|(_, words)| !words.is_empty())
        .map(|(name, words)| (name, words.to_owned()))
        .collect()
}
