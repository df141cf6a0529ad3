//! Whose words a quotation is that goes on into a sentence which names them: `“A. B,” Smith said.`

use crate::Analysis;
use crate::analysis::Sentence;
use crate::claims::attributed;
use crate::claims::cues::cues;
use crate::claims::draft::Pattern;
use crate::claims::quotations::{Quotations, Role};
use crate::claims::reading::Reading;
use crate::claims::speakers::{Memory, Speaker};
use copydesk_text::Span;

/// As many sentences as a quotation may go on before its speaker is named.
const MOST_SENTENCES: usize = 12;

/// The speaker behind the end of the quotation that is still open after the sentence `index`.
pub(super) fn speaker_ahead(
    analysis: &Analysis<'_>,
    quotations: &Quotations,
    index: usize,
    persons: &[Span],
    memory: &Memory,
) -> Option<Speaker> {
    let mut before = analysis.sentences.get(index)?;
    let rest = analysis.sentences.iter().skip(index + 1);
    for sentence in rest.take(MOST_SENTENCES) {
        if !goes_on(quotations, before, sentence) {
            return None;
        }
        let reading = Reading::new(analysis, quotations, sentence, persons);
        if (0..reading.len()).any(|at| reading.role(at) == Role::Close) {
            return named_behind(&reading, memory);
        }
        before = sentence;
    }
    None
}

/// Whether the quotation that `before` leaves open is that which `next` begins in, perhaps with a mark of
/// its own as a new paragraph has.
fn goes_on(quotations: &Quotations, before: &Sentence, next: &Sentence) -> bool {
    let Some(last) = before.tokens.end.before() else {
        return false;
    };
    let is_open = quotations.role(last) == Role::Quoted;
    let first = quotations.role(next.tokens.start);
    let is_repeated = first == Role::Open && next.paragraph == before.paragraph + 1;
    is_open && (first == Role::Quoted || is_repeated)
}

/// `B,” Smith said` in the sentence that ends the quotation.
fn named_behind(reading: &Reading<'_>, memory: &Memory) -> Option<Speaker> {
    let close = (0..reading.len()).find(|&at| reading.role(at) == Role::Close)?;
    cues(reading)
        .iter()
        .filter_map(|cue| attributed::draft(reading, cue))
        .filter(|draft| matches!(draft.pattern, Pattern::Trailing | Pattern::Middle))
        .find_map(|draft| {
            let cue = draft.cue?;
            let is_behind = draft.content.start < close && close < cue.start;
            is_behind
                .then(|| memory.speaker(reading, &draft.source, cue.start))
                .flatten()
        })
}
