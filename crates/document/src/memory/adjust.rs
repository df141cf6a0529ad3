//! What follows from decisions for the suggestions of an article: order and confidence, and where people
//! agreed twice, whether there is one at all.

use crate::memory::{LEARNED, Memory, Total, Votes};
use crate::review::{items, suggestion_at};
use crate::same_words::Places;
use crate::{
    AttributeContent, AttributeValue, Attributes, Confidence, Deed, Document, LabelId, Suggestion,
    Twin, Wanted, WordIndex,
};
use copydesk_text::folded;

/// Less than this is thin evidence: it changes order and confidence only.
const AGREED: u32 = 2;

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

impl Memory {
    /// `proposed`, sorted by span, as they are after all decisions. `index` is that of its text.
    pub fn adjusted(
        &self,
        document: &Document,
        index: &WordIndex,
        proposed: &[Suggestion],
    ) -> Vec<Suggestion> {
        if self.is_empty() {
            return proposed.to_vec();
        }
        let adjusted = proposed.iter();
        let mut adjusted: Vec<Suggestion> = adjusted
            .filter_map(|suggestion| self.adjust(document, suggestion))
            .collect();
        let taught = self.taught(document, index, &adjusted);
        adjusted.extend(taught);
        adjusted.sort_by(|one, other| (one.span, &one.label).cmp(&(other.span, &other.label)));
        adjusted.dedup_by(|one, other| one.span == other.span && one.label == other.label);
        adjusted
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
                changed.confidence = Confidence::from_percent(suggestion.confidence.percent() / 2);
                let before = times(count);
                changed.reason = format!("rejected {before} before; {}", suggestion.reason);
            }
            Verdict::Other(label) => {
                changed.confidence = Confidence::from_percent(suggestion.confidence.percent() / 2);
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
            _ if own.rejected >= AGREED => Verdict::Wrong,
            _ if own.rejected > 0 => Verdict::Doubtful(own.rejected),
            _ => Verdict::Unknown,
        }
    }

    /// Words that were marked and are not suggested.
    fn taught(
        &self,
        document: &Document,
        index: &WordIndex,
        suggestions: &[Suggestion],
    ) -> Vec<Suggestion> {
        let known = items(document, suggestions);
        let mut taught = Vec::new();
        for total in self.totals.values() {
            let Some((form, label, confidence)) = self.lesson(document, total) else {
                continue;
            };
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
                taught.push(Suggestion {
                    label: label.clone(),
                    span: place.span,
                    confidence,
                    by: LEARNED,
                    reason: self.reason(document, words, label, ""),
                    attributes: attributes(document, words, label),
                });
            }
        }
        taught
    }

    /// The words as they are written most, their label and how sure that is, if people agree on them.
    fn lesson<'a>(
        &'a self,
        document: &Document,
        total: &'a Total,
    ) -> Option<(&'a str, &'a LabelId, Confidence)> {
        let (label, votes) = total.only(document)?;
        // A suggester that knows the words says nothing elsewhere for a reason.
        if votes.by_hand < votes.marked {
            return None;
        }
        let (form, _) = total.forms.iter().max_by_key(|(_, count)| **count)?;
        let is_name = form.chars().next().is_some_and(char::is_uppercase);
        let here = self.here(document.text().fingerprint(), form, label);
        let least = if is_name { AGREED } else { AGREED + 1 };
        let confidence = match votes.marked {
            marked if marked >= least => 85,
            _ if here.marked > 0 && is_name => 60,
            _ => return None,
        };
        Some((form, label, Confidence::from_percent(confidence)))
    }

    fn reason(&self, document: &Document, words: &str, label: &LabelId, old: &str) -> String {
        let total = self.totals.get(&on_one_line(words));
        let votes = total.and_then(|total| total.by_label.get(label));
        let count = votes.map_or(0, |votes| votes.marked);
        let form = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let here = self.here(document.text().fingerprint(), &form, label);
        let place = if here.marked == count {
            "here"
        } else {
            "before"
        };
        let name = document.schema().label(label);
        let name = name.map_or_else(|| label.to_string(), |label| label.name.to_lowercase());
        let learned = format!("marked as {name} {} {place}", times(count));
        match old {
            "" => learned,
            old => format!("{learned}; {old}"),
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

fn on_one_line(words: &str) -> String {
    folded(&words.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn times(count: u32) -> String {
    match count {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        count => format!("{count} times"),
    }
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
