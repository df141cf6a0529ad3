//! What follows from decisions for the suggestions of an article: order and confidence, and where people
//! agreed twice, whether there is one at all.

use std::collections::BTreeSet;

use crate::memory::clues::Rates;
use crate::memory::{AGREED, LEARNED, Memory, Total, Votes, and_then};
use crate::review::{items, suggestion_at};
use crate::same_words::Places;
use crate::{
    AttributeContent, AttributeValue, Attributes, Confidence, Deed, Document, LabelId, Suggestion,
    Twin, Wanted, WordIndex,
};
use copydesk_i18n::tr;
use copydesk_text::folded;

/// How sure a name is that was marked once, in another article …
const MARKED_ONCE: Confidence = Confidence::from_percent(50);
/// … and what was rejected twice.
const GONE: Confidence = Confidence::from_percent(5);

/// Words that people marked.
#[derive(Clone, Copy)]
struct Lesson<'a> {
    /// As they are written most.
    form: &'a str,
    label: &'a LabelId,
    confidence: Confidence,
    /// Enough to suggest them.
    is_sure: bool,
}

/// What is known of words under the label that they are suggested with.
enum Verdict<'a> {
    Unknown,
    /// So often marked so, never rejected.
    Likely(u32),
    /// So often rejected, never marked.
    Doubtful(u32),
    Wrong,
    /// People agree on another label; which one is meant here, the words around it say.
    Other(&'a LabelId),
}

/// What an article has after decisions, or before them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Proposals {
    /// Sorted by span.
    pub suggestions: Vec<Suggestion>,
    /// What is too unlikely to be suggested, the likeliest first.
    pub candidates: Vec<Suggestion>,
}

impl Memory {
    /// `proposed` as it is after all decisions. `index` is that of the text of `document`.
    pub fn adjusted(
        &self,
        document: &Document,
        index: &WordIndex,
        proposed: &Proposals,
    ) -> Proposals {
        if self.is_empty() {
            return proposed.clone();
        }
        let rates = &self.rates();
        let mut suggestions = Vec::new();
        let mut candidates = self.doubted(document, rates, proposed);
        for suggestion in &proposed.suggestions {
            match self.learned(document, rates, suggestion) {
                Ok(suggestion) => suggestions.push(suggestion),
                Err(gone) => candidates.push(gone),
            }
        }
        let taught = self.taught(document, index, &suggestions);
        for (suggestion, is_sure) in taught {
            if is_sure {
                suggestions.push(suggestion);
            } else {
                candidates.push(suggestion);
            }
        }
        suggestions.sort_by(|one, other| (one.span, &one.label).cmp(&(other.span, &other.label)));
        suggestions.dedup_by(|one, other| one.span == other.span && one.label == other.label);
        in_order(&mut candidates);
        Proposals {
            suggestions,
            candidates,
        }
    }

    /// The candidates of `proposed` that may be one after all decisions.
    fn doubted(&self, document: &Document, rates: &Rates, proposed: &Proposals) -> Vec<Suggestion> {
        let adjust = |candidate: &Suggestion| {
            let words = document.text().words(candidate.span);
            let mut changed = candidate.clone();
            match self.verdict(document, words, &candidate.label) {
                Verdict::Unknown | Verdict::Other(_) => {}
                Verdict::Wrong => return None,
                Verdict::Likely(_) => {
                    changed.confidence = changed.confidence.max(MARKED_ONCE);
                    changed.reason =
                        self.reason(document, words, &candidate.label, &candidate.reason);
                }
                Verdict::Doubtful(count) => {
                    changed.confidence = half(changed.confidence);
                    changed.reason = rejected(count, &changed.reason);
                }
            }
            Some(self.weighed(document, rates, changed).0)
        };
        proposed.candidates.iter().filter_map(adjust).collect()
    }

    /// `suggestion` after all decisions; what is not suggested any more is an error.
    fn learned(
        &self,
        document: &Document,
        rates: &Rates,
        suggestion: &Suggestion,
    ) -> Result<Suggestion, Suggestion> {
        let gone = |reason: &str| Suggestion {
            confidence: GONE,
            reason: reason.to_owned(),
            ..suggestion.clone()
        };
        let Some(adjusted) = self.adjust(document, suggestion) else {
            return Err(gone(&and_then(tr!("memory-rejected"), &suggestion.reason)));
        };
        let (weighed, is_enough) = self.weighed(document, rates, adjusted);
        // What stands beside a name says less than the name itself.
        let is_known = || {
            let words = document.text().words(suggestion.span);
            let verdict = self.verdict(document, words, &suggestion.label);
            matches!(verdict, Verdict::Likely(_))
        };
        if is_enough || is_known() {
            Ok(weighed)
        } else {
            Err(gone(&weighed.reason))
        }
    }

    fn adjust(&self, document: &Document, suggestion: &Suggestion) -> Option<Suggestion> {
        let words = document.text().words(suggestion.span);
        let mut changed = suggestion.clone();
        match self.verdict(document, words, &suggestion.label) {
            Verdict::Unknown => {}
            Verdict::Wrong => return None,
            Verdict::Likely(count) => {
                let percent = suggestion.confidence.percent();
                let gap = u32::from(100 - percent) / (count + 1);
                let percent = u32::from(99_u8.max(percent)).min(100 - gap);
                changed.confidence = Confidence::from_percent(u8::try_from(percent).unwrap_or(99));
                changed.reason =
                    self.reason(document, words, &suggestion.label, &suggestion.reason);
            }
            Verdict::Doubtful(count) => {
                changed.confidence = half(suggestion.confidence);
                changed.reason = rejected(count, &suggestion.reason);
            }
            Verdict::Other(label) => {
                changed.confidence = half(suggestion.confidence);
                changed.reason = self.reason(document, words, label, &suggestion.reason);
            }
        }
        Some(changed)
    }

    fn verdict(&self, document: &Document, words: &str, label: &LabelId) -> Verdict<'_> {
        let Some(total) = self.totals.get(&on_one_line(words)) else {
            return Verdict::Unknown;
        };
        let own = total.by_label.get(label).copied().unwrap_or_default();
        let own = own.counted();
        let spread = total.articles.get(label).copied().unwrap_or_default();
        // One article may be a special case; its own decisions count for it.
        let is_agreed = || {
            let here = self.here(document, words, label).rejected;
            spread.rejected >= AGREED || here >= AGREED
        };
        if own.marked > 0 {
            let is_agreed = total.only(document).is_some();
            return if is_agreed {
                Verdict::Likely(own.marked)
            } else {
                Verdict::Unknown
            };
        }
        match total.other(document, label) {
            Some((other, votes)) if votes.marked >= AGREED => Verdict::Other(other),
            _ if own.rejected >= AGREED && is_agreed() => Verdict::Wrong,
            _ if own.rejected > 0 => Verdict::Doubtful(own.rejected),
            _ => Verdict::Unknown,
        }
    }

    /// Words that were marked and are not suggested, and whether they are sure enough to be.
    fn taught(
        &self,
        document: &Document,
        index: &WordIndex,
        suggestions: &[Suggestion],
    ) -> Vec<(Suggestion, bool)> {
        let known = items(document, suggestions);
        let mut taught = Vec::new();
        for total in self.totals.values() {
            let Some(lesson) = self.lesson(document, total) else {
                continue;
            };
            let Lesson { form, label, .. } = lesson;
            let Some(wanted) = Wanted::exactly(form, label) else {
                continue;
            };
            let within = Places {
                deed: &Deed::Mark(label.clone()),
                text: document.text(),
                schema: document.schema(),
                items: &known,
            };
            let places = wanted.indexed_places(&within, index).into_iter();
            let is_new = |place: &Twin| {
                let known = suggestion_at(suggestions, place.span, label);
                place.doubt.is_none() && known.is_none()
            };
            for place in places.filter(is_new) {
                let words = document.text().words(place.span);
                let suggestion = Suggestion {
                    label: label.clone(),
                    span: place.span,
                    confidence: lesson.confidence,
                    by: LEARNED,
                    reason: self.reason(document, words, label, ""),
                    attributes: attributes(document, words, label),
                };
                taught.push((suggestion, lesson.is_sure));
            }
        }
        taught
    }

    /// What was marked, if people agree on it.
    fn lesson<'a>(&'a self, document: &Document, total: &'a Total) -> Option<Lesson<'a>> {
        let (label, votes) = total.only(document)?;
        // A suggester that knows the words says nothing elsewhere for a reason.
        if votes.by_hand < votes.marked {
            return None;
        }
        let (form, _) = total.forms.iter().max_by_key(|(_, count)| **count)?;
        let is_name = form.chars().next().is_some_and(char::is_uppercase);
        let here = self.here(document, form, label);
        let spread = total.articles.get(label).copied().unwrap_or_default();
        let least = if is_name { AGREED } else { AGREED + 1 };
        let is_known = spread.marked >= AGREED || here.marked >= AGREED;
        let (confidence, is_sure) = match votes.marked {
            marked if marked >= least && is_known => (Confidence::from_percent(85), true),
            _ if here.marked > 0 && is_name => (Confidence::from_percent(60), true),
            _ if is_name => (MARKED_ONCE, false),
            _ => return None,
        };
        Some(Lesson {
            form,
            label,
            confidence,
            is_sure,
        })
    }

    fn reason(&self, document: &Document, words: &str, label: &LabelId, old: &str) -> String {
        let total = self.totals.get(&on_one_line(words));
        let votes = total.and_then(|total| total.by_label.get(label));
        let count = votes.map_or(0, |votes| votes.marked);
        let form = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let here = self.here(document, &form, label);
        let label = document.schema().name_in_sentence(label);
        let learned = if here.marked == count {
            tr!("memory-marked-here", label = label, count = count)
        } else {
            tr!("memory-marked-before", label = label, count = count)
        };
        match old {
            "" => learned,
            old => and_then(&learned, old),
        }
    }
}

impl Total {
    /// The label of the same layer as `label`, but not that, that people agree on.
    fn other(&self, document: &Document, label: &LabelId) -> Option<(&LabelId, Votes)> {
        let (only, votes) = self.only(document)?;
        let is_other = only != label && document.schema().share_layer(only, label);
        is_other.then_some((only, votes))
    }

    /// The one label that the words were marked as; it was never rejected.
    fn only(&self, document: &Document) -> Option<(&LabelId, Votes)> {
        let mut marked = self.by_label.iter().filter(|(_, votes)| votes.marked > 0);
        let (label, votes) = marked.next()?;
        let is_known = document.schema().label(label).is_some();
        (marked.next().is_none() && votes.rejected == 0 && is_known).then_some((label, *votes))
    }
}

/// The reason for what was so often rejected, and was suggested for `reason`.
fn rejected(count: u32, reason: &str) -> String {
    and_then(&tr!("memory-rejected-times", count = count), reason)
}

fn half(confidence: Confidence) -> Confidence {
    Confidence::from_percent(confidence.percent() / 2)
}

/// The likeliest first, and of the same words with the same label only that.
fn in_order(candidates: &mut Vec<Suggestion>) {
    candidates.sort_by(|one, other| {
        let doubt = other.confidence.cmp(&one.confidence);
        doubt.then_with(|| (one.span, &one.label).cmp(&(other.span, &other.label)))
    });
    let mut seen = BTreeSet::new();
    candidates.retain(|one| seen.insert((one.span, one.label.clone())));
}

fn on_one_line(words: &str) -> String {
    folded(&words.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A figure's value can be read from its words.
fn attributes(document: &Document, words: &str, label: &LabelId) -> Attributes {
    let label = document.schema().label(label);
    let kinds = label.into_iter().flat_map(|label| &label.attributes);
    let figures = kinds.filter(|kind| kind.content == AttributeContent::Figure);
    let read = figures.filter_map(|kind| {
        let value = AttributeValue::Figure(words.parse().ok()?);
        Some((kind.name.clone(), value))
    });
    read.collect()
}
