//! Finds the numbers that say how much or how many, with what they amount to.

pub(crate) mod abroad;
mod bounds;
mod code;
mod compound;
mod context;
mod digits;
mod doubt;
mod exact;
mod figure;
mod hedge;
mod money;
mod names;
mod number;
mod numbered;
mod pair;
mod part;
mod pieces;
mod pronoun;
mod quantity;
mod rate;
mod scientific;
mod score;
mod scripts;
mod share;
mod spelled;
mod titles;
mod vague;
mod whole;
mod words;

use std::collections::BTreeMap;
use std::ops::Range;

use crate::analysis::{Sentence, TokenRange};
use crate::figures::figure::{Figure, Step};
use crate::figures::pieces::{Class, Pieces};
use crate::figures::whole::figure_at;
use crate::language::Language;
use crate::{Analysis, Found, Suggester};
use copydesk_document::{AttributeValue, Confidence, LabelId, Suggestion};
use copydesk_text::ParagraphKind;

/// Figures by grammar: every number is read, then those that are dates, names or codes are left.
pub(super) struct Figures;

impl Suggester for Figures {
    fn suggest(&self, analysis: &Analysis<'_>, _earlier: &Found) -> Found {
        let mut suggestions = Vec::new();
        let Some(label) = LabelId::new("figure") else {
            return Found::default();
        };
        let mut pieces = Pieces::new(analysis);
        for (language, passage) in analysis.passages() {
            let sentences = analysis.sentences.get(passage).unwrap_or_default();
            if analysis.is_cancelled() {
                break;
            }
            match language {
                Language::English => {
                    english(analysis, &mut pieces, sentences, &label, &mut suggestions);
                }
                _ => suggestions.extend(abroad(analysis, sentences, language, &label)),
            }
        }
        Found {
            suggestions,
            ..Found::default()
        }
    }
}

fn english<'a>(
    analysis: &Analysis<'a>,
    pieces: &mut Pieces<'a>,
    sentences: &[Sentence],
    label: &LabelId,
    suggestions: &mut Vec<Suggestion>,
) {
    let paragraphs = analysis.text().paragraphs();
    for sentence in sentences {
        let kind = paragraphs
            .get(sentence.paragraph)
            .map(|paragraph| paragraph.kind);
        if pieces.take(analysis, sentence.tokens) {
            pieces.is_title = kind != Some(ParagraphKind::Body) && is_in_title_case(pieces);
            find(analysis, pieces, label, suggestions);
        }
    }
}

/// Sentences end elsewhere in other languages, so that a passage is read as a whole.
fn abroad(
    analysis: &Analysis<'_>,
    sentences: &[Sentence],
    language: Language,
    label: &LabelId,
) -> Vec<Suggestion> {
    let (Some(first), Some(last)) = (sentences.first(), sentences.last()) else {
        return Vec::new();
    };
    let tokens = TokenRange {
        start: first.tokens.start,
        end: last.tokens.end,
    };
    abroad::figures(analysis, tokens, language, label)
}

fn find(
    analysis: &Analysis<'_>,
    pieces: &Pieces<'_>,
    label: &LabelId,
    suggestions: &mut Vec<Suggestion>,
) {
    let mut at = 0;
    while at < pieces.len() {
        if !may_begin(pieces, at) {
            at += 1;
            continue;
        }
        match figure_at(pieces, at) {
            Step::Found(figures, next) => {
                for mut figure in figures {
                    if let Some(doubt) = doubt::doubt(pieces, &figure) {
                        (figure.confidence, figure.reason) = doubt;
                    }
                    let bytes = pieces.bytes(figure.start, figure.next);
                    suggestions.extend(suggestion(analysis, bytes, label, figure));
                }
                at = next.max(at + 1);
            }
            Step::Skip(next) => at = next.max(at + 1),
        }
    }
}

/// A quick look at what nearly all words fail.
fn may_begin(pieces: &Pieces<'_>, at: usize) -> bool {
    match pieces.class(at) {
        Class::Mark | Class::Edge => false,
        Class::Hundred | Class::Scale(_) | Class::Dozen => {
            matches!(pieces.class(at + 1), Class::Scale(_)) || pieces.is(at + 2, "strong")
        }
        Class::Hyphen => matches!(pieces.class(at + 1), Class::Digits | Class::Sign),
        Class::Word => match pieces.class(at + 1) {
            Class::Sign | Class::Digits | Class::Hundred | Class::Scale(_) | Class::Dozen => true,
            Class::Mark => pieces.class(at + 2) == Class::Digits && pieces.is(at, "Rs"),
            _ => pieces.is_any(at, &["minus", "negative", "several"]),
        },
        Class::Article => !matches!(pieces.class(at + 1), Class::Mark | Class::Edge),
        _ => true,
    }
}

/// Whether most longer words begin with a capital.
fn is_in_title_case(pieces: &Pieces<'_>) -> bool {
    let longer = (0..pieces.len()).filter(|at| pieces.word(*at).len() > 3);
    let (mut capitals, mut words) = (0, 0);
    for at in longer {
        capitals += usize::from(pieces.is_capital(at));
        words += usize::from(pieces.is_capital(at) || pieces.is_lower(at));
    }
    capitals * 3 > words * 2
}

/// What is suggested for `figure`, which stands at `bytes`.
fn suggestion(
    analysis: &Analysis<'_>,
    bytes: Range<usize>,
    label: &LabelId,
    figure: Figure,
) -> Option<Suggestion> {
    let text = analysis.text();
    let span = text
        .span(bytes.start, bytes.end)
        .or_else(|| text.snap(bytes.start, bytes.end))?;
    let value = AttributeValue::Figure(figure.value);
    Some(Suggestion {
        label: label.clone(),
        span,
        confidence: Confidence::from_percent(figure.confidence),
        by: "figures",
        reason: figure.reason,
        attributes: BTreeMap::from([("value".to_owned(), value)]),
    })
}

#[cfg(test)]
#[path = "../figures_tests.rs"]
mod tests;

#[cfg(test)]
#[path = "../figures_gold_tests.rs"]
mod gold_tests;
