//! Capitalized words that are too unlikely a name to be suggested: where a missing one may stand.

use std::ops::Range;

use crate::analysis::SentenceIndex;
use crate::network::BY;
use crate::network::decode::Class;
use crate::network::edges;
use crate::network::mention::{Mention, Reading};
use copydesk_document::{Attributes, Confidence, LabelId, Suggestion};
use copydesk_i18n::tr;

/// Below this share of the network's opinion one in thirty is a name: not worth a look.
const LEAST_SHARE: f32 = 0.02;

/// For each class what may be a name of it, apart from those of `mentions` that are. Sorted like these, by
/// sentence.
pub(super) fn unsure(reading: &Reading<'_>, mentions: &[Mention]) -> Vec<Suggestion> {
    let mut found = Vec::new();
    let mut mentions = mentions.iter().peekable();
    for (sentence, read) in reading.all_sentences() {
        let mut at = 0;
        while at < read.words.len() {
            while mentions
                .next_if(|mention| (mention.sentence, mention.words.end) <= (sentence, at))
                .is_some()
            {}
            let next = mentions.peek().filter(|next| next.sentence == sentence);
            let (words, own) = match next {
                Some(next) if next.words.start <= at => (at..next.words.end, Some(next.class)),
                Some(next) => (capitals(reading, sentence, at..next.words.start), None),
                None => (capitals(reading, sentence, at..read.words.len()), None),
            };
            at = words.end.max(at + 1);
            // Of a people or its adjective hardly any is a name of something else.
            if own == Some(Class::Peoples) {
                continue;
            }
            let others = Class::ALL.into_iter().filter(|class| Some(*class) != own);
            found.extend(others.filter_map(|class| candidate(reading, sentence, &words, class)));
        }
    }
    found
}

/// The words from the first of `range` on that begin with a capital and stand a space apart.
fn capitals(reading: &Reading<'_>, sentence: SentenceIndex, range: Range<usize>) -> Range<usize> {
    let is_capital = |index: usize| {
        let first = reading.word(sentence, index).chars().next();
        first.is_some_and(char::is_uppercase)
    };
    let follows = |index: usize| {
        let both = reading.written(sentence, &(index - 1..index + 1));
        both.contains(' ')
    };
    let mut end = range.start;
    while end < range.end && is_capital(end) && (end == range.start || follows(end)) {
        end += 1;
    }
    range.start..end
}

fn candidate(
    reading: &Reading<'_>,
    sentence: SentenceIndex,
    words: &Range<usize>,
    class: Class,
) -> Option<Suggestion> {
    if words.is_empty() {
        return None;
    }
    let scores = reading.sentences.get(sentence.0)?.scores.of(words.clone());
    let shares = scores.map(|scores| scores.shares()[1 + class.index()]);
    let share = shares.fold(0.0, f32::max);
    if share < LEAST_SHARE {
        return None;
    }
    let words = edges::settle(reading, sentence, words.clone(), class)?;
    // A people or its adjective is no place.
    if edges::class(reading, sentence, &words, class) != class {
        return None;
    }
    let bytes = reading.bytes(sentence, &words)?;
    Some(Suggestion {
        label: LabelId::new(class.id())?,
        span: reading.analysis.text().snap(bytes.start, bytes.end)?,
        confidence: Confidence::from_probability(likely(f64::from(share))),
        by: BY,
        reason: tr!("why-unlikely-name").to_owned(),
        attributes: Attributes::new(),
    })
}

/// How often such words are a name, as measured on development data: the network gives a share above one
/// half to few of them, and it is wrong about most.
fn likely(share: f64) -> f64 {
    0.4 * share / (share + 0.08)
}
