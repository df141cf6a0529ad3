//! What people decided about words: as what they marked them, and as what they rejected them.
//!
//! A memory holds decisions by article, so that two memories merge in any order and an article that is
//! read twice counts once. What follows from them for suggestions is in `adjust`.

mod adjust;
mod clues;

pub use adjust::Proposals;

use std::collections::BTreeMap;

use crate::{Annotation, Document, Edit, LabelId, LabelStyle, Origin, Rejection, Schema};
use copydesk_i18n::tr;
use copydesk_text::{ArticleText, Fingerprint, Span, folded};

/// Decisions of many articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Memory {
    /// By the fingerprint of each article's text.
    articles: BTreeMap<String, Decisions>,
    /// All together, by the words in lower case.
    totals: BTreeMap<String, Total>,
}

/// What was decided in one article, by the words as they stand there and the label; and by the clues to them, as
/// in `in _` and `_ said`.
pub type Decisions = BTreeMap<(String, LabelId), Votes>;

/// How often words were marked with a label, and how often that was rejected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Votes {
    pub marked: u32,
    /// Of these, where nobody had suggested it.
    pub by_hand: u32,
    pub rejected: u32,
}

/// What is known of words, whatever their case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Total {
    by_label: BTreeMap<LabelId, Votes>,
    /// In how many articles they were marked so, and in how many rejected.
    articles: BTreeMap<LabelId, Spread>,
    /// How they were written, and how often.
    forms: BTreeMap<String, u32>,
}

/// In how many articles words were marked with a label, and in how many that was rejected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Spread {
    marked: u32,
    rejected: u32,
}

/// Who makes the suggestions that follow from decisions.
const LEARNED: &str = "memory";

/// In fewer articles, evidence is thin: it changes order and confidence only.
const AGREED: u32 = 2;

/// Longer spans are sentences: they do not come again.
const MOST_WORDS: usize = 6;

impl Memory {
    pub fn is_empty(&self) -> bool {
        self.articles.is_empty()
    }

    /// How many articles it knows.
    pub fn len(&self) -> usize {
        self.articles.len()
    }

    /// The decisions by article, in the order of their texts' fingerprints.
    pub fn articles(&self) -> impl Iterator<Item = (&str, &Decisions)> {
        let articles = self.articles.iter();
        articles.map(|(article, decisions)| (article.as_str(), decisions))
    }

    /// Makes `decisions` those of an article.
    pub fn set(&mut self, article: &str, decisions: Decisions) {
        let old = self.articles.remove(article).unwrap_or_default();
        for (key, votes) in old {
            self.spread(&key, votes, Votes::default());
            self.count(&key, votes, false);
        }
        for (key, votes) in &decisions {
            self.spread(key, Votes::default(), *votes);
            self.count(key, *votes, true);
        }
        if !decisions.is_empty() {
            self.articles.insert(article.to_owned(), decisions);
        }
    }

    /// Learns all that `document` holds, in place of what was known of its text.
    pub fn note(&mut self, document: &Document) {
        self.set(document.text().fingerprint().as_str(), decisions(document));
    }

    /// Learns one change of an article. Returns whether anything else follows for suggestions now: of the same
    /// words, the fourth time says no more than the third.
    pub fn follow(&mut self, text: &ArticleText, schema: &Schema, edit: &Edit) -> bool {
        let mut is_news = false;
        for (key, votes, is_added) in effects(text, schema, edit) {
            let before = self.weight(&key.0);
            self.change(text.fingerprint(), &key, votes, is_added);
            is_news |= before != self.weight(&key.0);
        }
        is_news
    }

    /// What counts of the decisions about `words`.
    fn weight(&self, words: &str) -> Vec<(LabelId, Votes)> {
        let total = self.totals.get(&folded(words));
        let by_label = total.into_iter().flat_map(|total| &total.by_label);
        let is_clue = clues::is_clue(words);
        let counted = by_label.map(|(label, votes)| {
            let votes = if is_clue { *votes } else { votes.counted() };
            (label.clone(), votes)
        });
        counted.collect()
    }

    /// Learns what `other` knows. Where both know an article, the more is taken.
    pub fn merge(&mut self, other: &Self) {
        for (article, decisions) in &other.articles {
            let mut merged = self.articles.get(article).cloned().unwrap_or_default();
            for (key, votes) in decisions {
                let known = merged.entry(key.clone()).or_default();
                known.marked = known.marked.max(votes.marked);
                known.by_hand = known.by_hand.max(votes.by_hand);
                known.rejected = known.rejected.max(votes.rejected);
            }
            self.set(article, merged);
        }
    }

    fn change(
        &mut self,
        article: &Fingerprint,
        key: &(String, LabelId),
        votes: Votes,
        is_added: bool,
    ) {
        let article = article.as_str();
        let decisions = self.articles.entry(article.to_owned()).or_default();
        let known = decisions.entry(key.clone()).or_default();
        let before = *known;
        let now = before.changed(votes, is_added);
        *known = now;
        if now == Votes::default() {
            decisions.remove(key);
        }
        if decisions.is_empty() {
            self.articles.remove(article);
        }
        self.spread(key, before, now);
        self.count(key, votes, is_added);
    }

    /// One article's votes were `before` and are `now`.
    fn spread(&mut self, (words, label): &(String, LabelId), before: Votes, now: Votes) {
        let total = self.totals.entry(folded(words)).or_default();
        let known = total.articles.entry(label.clone()).or_default();
        let step = |known: u32, before: u32, now: u32| {
            known.saturating_sub(u32::from(before > 0)) + u32::from(now > 0)
        };
        known.marked = step(known.marked, before.marked, now.marked);
        known.rejected = step(known.rejected, before.rejected, now.rejected);
        if *known == Spread::default() {
            total.articles.remove(label);
        }
    }

    fn count(&mut self, (words, label): &(String, LabelId), votes: Votes, is_added: bool) {
        let key = folded(words);
        let total = self.totals.entry(key.clone()).or_default();
        let known = total.by_label.entry(label.clone()).or_default();
        *known = known.changed(votes, is_added);
        if *known == Votes::default() {
            total.by_label.remove(label);
        }
        let form = total.forms.entry(words.clone()).or_default();
        let weight = votes.marked + votes.rejected;
        *form = if is_added {
            form.saturating_add(weight)
        } else {
            form.saturating_sub(weight)
        };
        if *form == 0 {
            total.forms.remove(words);
        }
        if total.by_label.is_empty() && total.articles.is_empty() {
            self.totals.remove(&key);
        }
    }
}

impl Memory {
    /// How often `words` were marked as `label` in `document`, and how often rejected.
    fn here(&self, document: &Document, words: &str, label: &LabelId) -> Votes {
        let decisions = self.articles.get(document.text().fingerprint().as_str());
        let votes = decisions.and_then(|them| them.get(&(words.to_owned(), label.clone())));
        votes.copied().unwrap_or_default()
    }
}

/// More often says no more.
const MOST_COUNTED: u32 = 3;

impl Votes {
    fn counted(self) -> Self {
        Self {
            marked: self.marked.min(MOST_COUNTED),
            // Whether all were by hand counts, not how many.
            by_hand: u32::from(self.by_hand == self.marked),
            rejected: self.rejected.min(MOST_COUNTED),
        }
    }

    fn changed(self, by: Self, is_added: bool) -> Self {
        let change = |known: u32, by: u32| {
            if is_added {
                known.saturating_add(by)
            } else {
                known.saturating_sub(by)
            }
        };
        Self {
            marked: change(self.marked, by.marked),
            by_hand: change(self.by_hand, by.by_hand),
            rejected: change(self.rejected, by.rejected),
        }
    }
}

const REJECTED: Votes = Votes {
    marked: 0,
    by_hand: 0,
    rejected: 1,
};

/// All that was decided in `document`.
fn decisions(document: &Document) -> Decisions {
    let (text, schema) = (document.text(), document.schema());
    let mut decisions = Decisions::new();
    let annotations = document.annotations().iter();
    let marked = annotations.flat_map(|annotation| marked(text, schema, annotation));
    let rejections = document.rejections().iter();
    let rejected = rejections.flat_map(|rejection| rejected(text, schema, rejection));
    for (key, votes) in marked.chain(rejected) {
        let known = decisions.entry(key).or_default();
        *known = known.changed(votes, true);
    }
    decisions
}

/// What `edit` adds to an article's decisions, or takes from them.
fn effects(
    text: &ArticleText,
    schema: &Schema,
    edit: &Edit,
) -> Vec<((String, LabelId), Votes, bool)> {
    match edit {
        Edit::Annotation { before, after } => {
            let keys = |annotation: &Option<Box<Annotation>>| {
                let annotation = annotation.as_deref().into_iter();
                let marked = annotation.flat_map(|annotation| marked(text, schema, annotation));
                marked.collect::<Vec<_>>()
            };
            let (before, after) = (keys(before), keys(after));
            if before == after {
                return Vec::new();
            }
            let before = before.into_iter().map(|(key, votes)| (key, votes, false));
            let after = after.into_iter().map(|(key, votes)| (key, votes, true));
            before.chain(after).collect()
        }
        Edit::Rejection {
            rejection,
            is_added,
        } => {
            let keys = rejected(text, schema, rejection).into_iter();
            keys.map(|(key, votes)| (key, votes, *is_added)).collect()
        }
        Edit::Detached { .. }
        | Edit::SuggestionNote { .. }
        | Edit::Status { .. }
        | Edit::Mark { .. }
        | Edit::Labels { .. } => Vec::new(),
    }
}

/// What other programs marked was not decided here.
fn marked(
    text: &ArticleText,
    schema: &Schema,
    annotation: &Annotation,
) -> Vec<((String, LabelId), Votes)> {
    let by_hand = match &annotation.origin {
        Origin::Imported { .. } => return Vec::new(),
        Origin::Human => true,
        // What was learned is no judgment of its own.
        Origin::Suggested { by, .. } => by == LEARNED,
    };
    let votes = Votes {
        marked: 1,
        by_hand: u32::from(by_hand),
        rejected: 0,
    };
    decided(text, schema, (annotation.span, &annotation.label), votes)
}

fn rejected(
    text: &ArticleText,
    schema: &Schema,
    rejection: &Rejection,
) -> Vec<((String, LabelId), Votes)> {
    decided(text, schema, (rejection.span, &rejection.label), REJECTED)
}

/// `votes` about the words of a span and, without regard to who found them, about the clues to it.
fn decided(
    text: &ArticleText,
    schema: &Schema,
    (span, label): (Span, &LabelId),
    votes: Votes,
) -> Vec<((String, LabelId), Votes)> {
    let Some(key) = key(text, schema, span, label) else {
        return Vec::new();
    };
    let beside = Votes {
        by_hand: 0,
        ..votes
    };
    let clues =
        clues::clues(text, schema, (span, label)).map(|clue| ((clue, label.clone()), beside));
    std::iter::once((key, votes)).chain(clues).collect()
}

/// The words on one line; `None` for what does not come again.
fn key(
    text: &ArticleText,
    schema: &Schema,
    span: Span,
    label: &LabelId,
) -> Option<(String, LabelId)> {
    let is_claim = schema.label(label)?.style == LabelStyle::Band;
    let words: Vec<&str> = text.words(span).split_whitespace().collect();
    let is_short = (1..=MOST_WORDS).contains(&words.len()) && !words.contains(&clues::SPAN);
    (is_short && !is_claim).then(|| (words.join(" "), label.clone()))
}

/// Two reasons as one sentence.
fn and_then(first: &str, second: &str) -> String {
    let mut letters = second.chars();
    let begin = letters.next().into_iter().flat_map(char::to_lowercase);
    let second: String = begin.chain(letters).collect();
    tr!("memory-and-then", first = first, second = second)
}

#[cfg(test)]
mod tests;
