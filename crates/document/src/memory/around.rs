//! The words before and after a span: where a label was right before, and where it was not.

use crate::memory::{Memory, Votes, times};
use crate::{Confidence, LabelId, Suggestion};
use copydesk_text::{ArticleText, Span, folded};

/// Stands for the span among the words around it: `in _`, `_ said`.
pub(super) const SPAN: &str = "_";

/// How much of a word's own evidence it takes to weigh as much as what is known of all suggestions.
const PRIOR: f64 = 4.0;
/// The share of the suggestions that people accept.
const RIGHT: f64 = 0.88;
/// The words on both sides say partly the same, so that each counts half.
const SHARE: f64 = 0.5;
/// No word says more than this, in log-odds.
const MOST: f64 = 2.5;

/// `in _` and `_ said`, as far as there are words beside `span` in its paragraph.
pub(super) fn around(text: &ArticleText, span: Span) -> impl Iterator<Item = String> {
    let before = word_before(text, span.start()).map(|word| format!("{} {SPAN}", folded(word)));
    let after = word_after(text, span.end()).map(|word| format!("{SPAN} {}", folded(word)));
    before.into_iter().chain(after)
}

fn word_before(text: &ArticleText, byte: usize) -> Option<&str> {
    let head = text.as_str().get(..byte)?;
    let head = head.trim_end_matches(|c| !is_of_word(c) && c != '\n');
    let word = head.rsplit(|c| !is_of_word(c)).next();
    word.filter(|word| !word.is_empty())
}

fn word_after(text: &ArticleText, byte: usize) -> Option<&str> {
    let tail = text.as_str().get(byte..)?;
    let tail = tail.trim_start_matches(|c| !is_of_word(c) && c != '\n');
    let word = tail.split(|c| !is_of_word(c)).next();
    word.filter(|word| !word.is_empty())
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric()
}

impl Memory {
    /// `suggestion` as sure as the words around it make it. Only order and confidence follow from them.
    pub(super) fn seen_around(&self, text: &ArticleText, suggestion: Suggestion) -> Suggestion {
        let label = &suggestion.label;
        let mut shift = 0.0;
        let mut worst: Option<(Votes, String)> = None;
        for around in around(text, suggestion.span) {
            let votes = self.votes_around(&around, label);
            let weight = weight(votes);
            shift += weight;
            let is_worse = worst
                .as_ref()
                .is_none_or(|(worst, _)| votes.rejected > worst.rejected);
            if weight < 0.0 && is_worse {
                worst = Some((votes, around));
            }
        }
        let confidence = moved(suggestion.confidence, shift);
        let reason = match worst {
            Some((votes, around)) if confidence < suggestion.confidence => {
                let count = times(votes.rejected);
                format!(
                    "rejected {count} {}; {}",
                    place_words(&around),
                    suggestion.reason
                )
            }
            _ => suggestion.reason.clone(),
        };
        Suggestion {
            confidence,
            reason,
            ..suggestion
        }
    }

    fn votes_around(&self, around: &str, label: &LabelId) -> Votes {
        let total = self.totals.get(around);
        let votes = total.and_then(|total| total.by_label.get(label));
        votes.copied().unwrap_or_default()
    }
}

/// What decisions beside a word say, in log-odds: nothing if as many were accepted as of all suggestions.
fn weight(votes: Votes) -> f64 {
    let (right, wrong) = (f64::from(votes.marked), f64::from(votes.rejected));
    let odds = (right + PRIOR * RIGHT) / (wrong + PRIOR * (1.0 - RIGHT));
    (SHARE * (odds * (1.0 - RIGHT) / RIGHT).ln()).clamp(-MOST, MOST)
}

/// `confidence` after `shift` in log-odds; what is certain stays so, and nothing becomes it.
fn moved(confidence: Confidence, shift: f64) -> Confidence {
    let percent = confidence.percent();
    if !(1..=99).contains(&percent) || shift == 0.0 {
        return confidence;
    }
    let share = f64::from(percent) / 100.0;
    let odds = (share / (1.0 - share)) * shift.exp();
    let moved = Confidence::from_probability(odds / (1.0 + odds));
    Confidence::from_percent(moved.percent().clamp(1, 99))
}

/// `before “said”` for `_ said`.
fn place_words(around: &str) -> String {
    match around.strip_prefix(SPAN) {
        Some(word) => format!("before “{}”", word.trim_start()),
        None => format!("after “{}”", around.trim_end_matches(SPAN).trim_end()),
    }
}
