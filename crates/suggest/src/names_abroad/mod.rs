//! Finds people and places in German, French and Spanish: by lists, by titles and by the form of a name.

mod known;
mod people;
mod places;

use std::ops::Range;

use crate::figures::abroad::pieces::Pieces;
use crate::language::Language;
use crate::{Analysis, Found, Suggester};
use copydesk_document::{Attributes, Confidence, LabelId, Suggestion};

use people::Surnames;

/// The suggester. It suggests only what is sure: the network for English knows no other language.
pub(super) struct NamesAbroad;

const BY: &str = "lists";

/// A name in some pieces of a passage.
struct Name {
    pieces: Range<usize>,
    label: &'static str,
    /// In percent.
    confidence: u8,
    reason: String,
}

impl Suggester for NamesAbroad {
    fn suggest(&self, analysis: &Analysis<'_>, _earlier: &Found) -> Found {
        let passages: Vec<Pieces<'_>> = analysis
            .passages()
            .filter(|(language, _)| language.has_grammar())
            .take_while(|_| !analysis.is_cancelled())
            .map(|(language, sentences)| pieces(analysis, sentences, language))
            .collect();
        let mut names: Vec<Vec<Name>> = passages.iter().map(people::people).collect();
        let surnames = Surnames::of(&passages, &names);
        let mut suggestions = Vec::new();
        for (passage, found) in passages.iter().zip(&mut names) {
            surnames.add_repeats(passage, found);
            places::add_places(passage, found);
        }
        places::add_repeats(&passages, &mut names);
        for (passage, found) in passages.iter().zip(&names) {
            let found = found.iter();
            suggestions.extend(found.filter_map(|name| suggestion(analysis, passage, name)));
        }
        Found {
            suggestions,
            ..Found::default()
        }
    }
}

fn pieces<'a>(analysis: &Analysis<'a>, sentences: Range<usize>, language: Language) -> Pieces<'a> {
    let sentences = analysis.sentences.get(sentences).unwrap_or_default();
    let start = sentences.first().map_or(0, |first| first.tokens.start.0);
    let end = sentences.last().map_or(start, |last| last.tokens.end.0);
    let tokens = crate::analysis::TokenRange {
        start: crate::analysis::TokenIndex(start),
        end: crate::analysis::TokenIndex(end),
    };
    Pieces::new(analysis, tokens, language)
}

fn suggestion(analysis: &Analysis<'_>, pieces: &Pieces<'_>, name: &Name) -> Option<Suggestion> {
    let bytes = pieces.bytes(name.pieces.start, name.pieces.end);
    Some(Suggestion {
        label: LabelId::new(name.label)?,
        span: analysis.text().snap(bytes.start, bytes.end)?,
        confidence: Confidence::from_percent(name.confidence),
        by: BY,
        reason: name.reason.clone(),
        attributes: Attributes::new(),
    })
}

/// Whether some of `names` share a piece with `range`.
fn is_taken(names: &[Name], range: &Range<usize>) -> bool {
    let mut names = names.iter();
    names.any(|name| name.pieces.start < range.end && range.start < name.pieces.end)
}

#[cfg(test)]
mod tests;
