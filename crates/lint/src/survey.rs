//! What one article says that others may say otherwise.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use copydesk_document::{LabelId, Layer, Schema};

use crate::phrase::{is_possessive, phrase, tokens_of};
use crate::similar::shingles;
use crate::{Article, Checks, Kind};

/// What is known of one article beforehand.
#[derive(Clone, Debug)]
pub struct Survey {
    pub(crate) name: String,
    pub(crate) part: String,
    pub(crate) schema: Arc<Schema>,
    pub(crate) strings: Strings,
    pub(crate) labels: BTreeMap<LabelId, LabelUse>,
    /// Sorted; empty unless they are asked for.
    pub(crate) shingles: Vec<u64>,
    pub(crate) fingerprint: String,
    /// Words of the text that are written small.
    pub(crate) small: BTreeSet<String>,
}

/// How often each phrase of a layer has which label.
pub(crate) type Strings = BTreeMap<(Layer, String), BTreeMap<LabelId, StringUse>>;

/// How a label is used for one phrase.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct StringUse {
    pub count: usize,
    /// Of these with a possessive behind.
    pub possessive: usize,
    /// Of these short for a longer name of the label in the article: “Washington” after “George Washington”.
    pub short: usize,
}

impl StringUse {
    /// How often the words stand for themselves.
    pub fn full(self) -> usize {
        self.count - self.short
    }

    pub fn add(&mut self, other: Self) {
        self.count += other.count;
        self.possessive += other.possessive;
        self.short += other.short;
    }
}

/// How a label is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct LabelUse {
    pub count: usize,
    /// Spans that take in the mark that ends their sentence …
    pub with_stop: usize,
    /// … and those that leave it out.
    pub without_stop: usize,
}

impl Survey {
    pub fn of(article: &Article<'_>, checks: &Checks<'_>) -> Self {
        let (document, text) = (article.document, article.document.text());
        let mut survey = Self {
            name: article.name.to_owned(),
            part: article.part.to_owned(),
            schema: Arc::clone(document.schema()),
            strings: Strings::new(),
            labels: BTreeMap::new(),
            shingles: Vec::new(),
            fingerprint: String::new(),
            small: BTreeSet::new(),
        };
        for annotation in document.annotations().iter() {
            let words = text.words(annotation.span);
            let label = survey.labels.entry(annotation.label.clone()).or_default();
            label.count += 1;
            let after = text.as_str().get(annotation.span.end()..);
            if words.ends_with(STOPS) {
                label.with_stop += 1;
            } else if after.is_some_and(|after| after.starts_with(STOPS)) {
                label.without_stop += 1;
            }
            survey.note(&annotation.label, words);
        }
        survey.note_short_forms();
        if checks.wants(Kind::Twin) {
            survey.small = small_words(text.as_str());
        }
        if checks.wants(Kind::Duplicate) {
            survey.shingles = shingles(text.as_str());
            text.fingerprint()
                .as_str()
                .clone_into(&mut survey.fingerprint);
        }
        survey
    }

    fn note(&mut self, label: &LabelId, words: &str) {
        let layer = self.schema.label(label).map(|label| label.layer.clone());
        if let (Some(layer), Some(phrase)) = (layer, phrase(words)) {
            let uses = self.strings.entry((layer, phrase)).or_default();
            let of_label = uses.entry(label.clone()).or_default();
            of_label.count += 1;
            of_label.possessive += usize::from(is_possessive(words));
        }
    }

    /// A phrase that is part of a longer one with the same label is short for it.
    fn note_short_forms(&mut self) {
        let names = self.strings.iter().flat_map(|((layer, phrase), uses)| {
            let labels = uses.keys();
            labels.map(move |label| (layer.clone(), phrase.clone(), label.clone()))
        });
        let names: Vec<(Layer, String, LabelId)> = names.collect();
        let mut parts: BTreeSet<(&Layer, &LabelId, String)> = BTreeSet::new();
        for (layer, phrase, label) in &names {
            let words: Vec<&str> = phrase.split(' ').collect();
            for from in 0..words.len() {
                for to in from + 1..=words.len() {
                    if to - from < words.len() {
                        parts.insert((layer, label, words[from..to].join(" ")));
                    }
                }
            }
        }
        for ((layer, phrase), uses) in &mut self.strings {
            for (label, use_) in uses {
                if parts.contains(&(layer, label, phrase.clone())) {
                    use_.short = use_.count;
                }
            }
        }
    }
}

/// What ends a sentence.
pub(crate) const STOPS: [char; 3] = ['.', '!', '?'];

fn small_words(text: &str) -> BTreeSet<String> {
    let words = tokens_of(text).into_iter().map(|token| token.of(text));
    let small = words.filter(|word| word.starts_with(char::is_lowercase));
    small.map(str::to_owned).collect()
}
