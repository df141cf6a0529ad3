//! Verbs that report only where they have a certain source: letters read, courts hear, and it emerges.

use crate::claims::cues::Cue;
use crate::claims::draft::{Draft, Pattern};
use crate::claims::reading::Reading;
use crate::claims::sources::Source;

/// Whether the source of a verb with a second meaning can say something by it: a letter reads, a court hears,
/// and `it` emerges.
pub(super) fn is_told_by(reading: &Reading<'_>, cue: &Cue, draft: &Draft) -> bool {
    let is_that = matches!(draft.pattern, Pattern::That);
    match cue.verb.lemma {
        "read" => is_letter(reading, &draft.source),
        "hear" => is_that && is_hearing(reading, &draft.source),
        "emerge" | "transpire" => {
            is_that && matches!(&draft.source, Source::Pronoun(at) if reading.word(*at) == "it")
        }
        _ => true,
    }
}

/// `It emerged that …`: nobody says it.
pub(super) fn without_source(cue: &Cue, draft: Draft) -> Draft {
    if !matches!(cue.verb.lemma, "emerge" | "transpire") {
        return draft;
    }
    Draft {
        source: Source::Unnamed,
        pattern: Pattern::Unnamed,
        ..draft
    }
}

/// Whether evidence is given before the source: `the court heard that …`.
fn is_hearing(reading: &Reading<'_>, source: &Source) -> bool {
    let Source::Noun(at) = source else {
        return false;
    };
    at.clone().any(|at| {
        matches!(
            reading.word(at),
            "committee"
                | "court"
                | "hearing"
                | "inquest"
                | "inquiry"
                | "judges"
                | "jurors"
                | "jury"
                | "panel"
                | "trial"
                | "tribunal"
        )
    })
}

/// Whether what `reads` something is written: no person, and no `he`.
fn is_letter(reading: &Reading<'_>, source: &Source) -> bool {
    match source {
        Source::Noun(_) => true,
        Source::Pronoun(at) => reading.word(*at) == "it",
        _ => false,
    }
}
