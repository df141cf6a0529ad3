//! All dictionaries together, made ready to be found in any number of articles.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use crate::Analysis;
use crate::dictionary::phrases::{Numbers, Phrases};
use crate::dictionary::token_test::TestedToken;
use crate::dictionary::{Content, Dictionary, Entry, TokenPattern, label_called};
use copydesk_document::{Confidence, LabelId, Layer, Schema, Suggestion};
use copydesk_i18n::tr;
use copydesk_text::Span;

/// Made once from lists, then only read.
#[derive(Clone, Debug, Default)]
pub struct Dictionaries {
    /// The names of the files.
    names: Vec<String>,
    /// The labels in use, as written.
    labels: Vec<String>,
    /// What is known of each entry, in the order of the files.
    sources: Vec<Source>,
    phrases: Phrases,
    patterns: Vec<(TokenPattern, usize)>,
    /// The patterns whose first word is known, by that word.
    by_first_word: HashMap<String, Vec<usize>>,
    /// The other patterns.
    anywhere: Vec<usize>,
}

/// Where an entry came from.
#[derive(Clone, Copy, Debug)]
struct Source {
    dictionary: usize,
    label: usize,
    line: usize,
    is_pattern: bool,
}

/// An entry that was found; sorts by what wins over what.
#[derive(Clone, Debug)]
struct Match {
    span: Span,
    source: usize,
}

impl Dictionaries {
    pub fn new(dictionaries: &[Dictionary]) -> Self {
        let mut all = Self::default();
        let mut labels = HashMap::new();
        for dictionary in dictionaries {
            for entry in &dictionary.entries {
                let label = *labels.entry(entry.label.clone()).or_insert_with(|| {
                    all.labels.push(entry.label.clone());
                    all.labels.len() - 1
                });
                all.add(entry, label);
            }
            all.names.push(dictionary.name.clone());
        }
        all
    }

    fn add(&mut self, entry: &Entry, label: usize) {
        let index = self.sources.len();
        self.sources.push(Source {
            dictionary: self.names.len(),
            label,
            line: entry.line,
            is_pattern: matches!(entry.content, Content::Tokens(_)),
        });
        match &entry.content {
            Content::Words { words, case } => self.phrases.add(words, *case, index),
            Content::Tokens(pattern) => {
                let number = self.patterns.len();
                let list = match pattern.first_word() {
                    Some(word) => self.by_first_word.entry(word).or_default(),
                    None => &mut self.anywhere,
                };
                list.push(number);
                self.patterns.push((pattern.clone(), index));
            }
        }
    }

    pub fn is_empty(&self) -> bool {
        self.sources.is_empty()
    }

    /// What is found in an article, without overlaps inside a layer, sorted by span.
    pub fn suggest(&self, analysis: &Analysis<'_>, schema: &Schema) -> Vec<Suggestion> {
        let labels = self.own_labels(schema);
        let matches = self.matches(analysis, &labels).into_iter();
        let suggestions = matches.filter_map(|found| self.suggestion(&found, &labels));
        suggestions.collect()
    }

    /// How many matches each dictionary has in an article, in the order in which they were given.
    pub fn counts(&self, analysis: &Analysis<'_>, schema: &Schema) -> Vec<usize> {
        let labels = self.own_labels(schema);
        let mut counts = vec![0; self.names.len()];
        for found in self.matches(analysis, &labels) {
            let source = self.sources.get(found.source);
            if let Some(count) = source.and_then(|source| counts.get_mut(source.dictionary)) {
                *count += 1;
            }
        }
        counts
    }

    fn own_labels(&self, schema: &Schema) -> Vec<Option<(LabelId, Layer)>> {
        let own = |name: &String| {
            let label = label_called(schema, name)?;
            Some((label.id.clone(), label.layer.clone()))
        };
        self.labels.iter().map(own).collect()
    }

    fn matches(&self, analysis: &Analysis<'_>, labels: &[Option<(LabelId, Layer)>]) -> Vec<Match> {
        let text = analysis.as_str();
        let tokens: Vec<TestedToken<'_>> = analysis
            .tokens
            .iter()
            .map(|token| TestedToken::new(token.of(text)))
            .collect();
        let numbers: Vec<Numbers> = tokens
            .iter()
            .map(|token| self.phrases.numbers(token))
            .collect();
        let mut found = Vec::new();
        for paragraph in paragraphs(analysis) {
            if analysis.is_cancelled() {
                return Vec::new();
            }
            for start in paragraph.clone() {
                let rest = start..paragraph.end;
                let Some(tokens) = tokens.get(rest.clone()) else {
                    continue;
                };
                let numbers = numbers.get(rest).unwrap_or_default();
                self.add_phrases(analysis, start, (tokens, numbers), &mut found);
                self.add_patterns(analysis, start, tokens, &mut found);
            }
        }
        self.apart(found, labels)
    }

    fn add_phrases(
        &self,
        analysis: &Analysis<'_>,
        start: usize,
        (tokens, numbers): (&[TestedToken<'_>], &[Numbers]),
        found: &mut Vec<Match>,
    ) {
        self.phrases.at_start(tokens, numbers, |reading| {
            let last = start + reading.end_token - 1;
            let cut = usize::from(reading.without_stop);
            if let Some(span) = span(analysis, start, last, cut) {
                let source = reading.index;
                found.push(Match { span, source });
            }
        });
    }

    fn add_patterns(
        &self,
        analysis: &Analysis<'_>,
        start: usize,
        tokens: &[TestedToken<'_>],
        found: &mut Vec<Match>,
    ) {
        let word = tokens.first().map_or("", |token| &token.lower);
        let of_word = self.by_first_word.get(word).into_iter().flatten();
        for number in of_word.chain(&self.anywhere) {
            let Some((pattern, source)) = self.patterns.get(*number) else {
                continue;
            };
            let last = pattern.longest(tokens).map(|count| start + count - 1);
            if let Some(span) = last.and_then(|last| span(analysis, start, last, 0)) {
                let source = *source;
                found.push(Match { span, source });
            }
        }
    }

    /// Of those that overlap in one layer, the longest; of two of one length, words before a pattern, and
    /// then what stands first in the files.
    fn apart(&self, mut found: Vec<Match>, labels: &[Option<(LabelId, Layer)>]) -> Vec<Match> {
        found.retain(|found| self.label(found, labels).is_some());
        found.sort_by_key(|found| {
            let is_pattern = self.source(found).is_some_and(|source| source.is_pattern);
            let length = std::cmp::Reverse(found.span.len());
            (length, is_pattern, found.source, found.span)
        });
        let mut taken: BTreeMap<(&str, usize), usize> = BTreeMap::new();
        let mut kept: Vec<Match> = Vec::new();
        for found in found {
            let Some((_, layer)) = self.label(&found, labels) else {
                continue;
            };
            let layer = layer.as_str();
            let before = taken.range((layer, 0)..(layer, found.span.end()));
            let is_free = before
                .last()
                .is_none_or(|(_, end)| *end <= found.span.start());
            if is_free {
                taken.insert((layer, found.span.start()), found.span.end());
                kept.push(found);
            }
        }
        kept.sort_by_key(|found| (found.span, found.source));
        kept
    }

    fn source(&self, found: &Match) -> Option<&Source> {
        self.sources.get(found.source)
    }

    fn label<'a>(
        &self,
        found: &Match,
        labels: &'a [Option<(LabelId, Layer)>],
    ) -> Option<&'a (LabelId, Layer)> {
        labels.get(self.source(found)?.label)?.as_ref()
    }

    fn suggestion(&self, found: &Match, labels: &[Option<(LabelId, Layer)>]) -> Option<Suggestion> {
        let source = self.source(found)?;
        let (label, _) = self.label(found, labels)?;
        let name = self.names.get(source.dictionary)?;
        let (percent, reason) = if source.is_pattern {
            let reason = tr!("why-your-pattern", line = source.line, list = name);
            (PATTERN_PERCENT, reason)
        } else {
            (WORDS_PERCENT, tr!("why-your-list", list = name))
        };
        Some(Suggestion {
            label: label.clone(),
            span: found.span,
            confidence: Confidence::from_percent(percent),
            by: BY,
            reason,
            attributes: BTreeMap::new(),
        })
    }
}

/// The same words can mean something else in an article …
const WORDS_PERCENT: u8 = 95;
/// … and a pattern takes in more than was thought of.
const PATTERN_PERCENT: u8 = 90;

const BY: &str = "dictionary";

/// The tokens of each paragraph: nothing is found across its edge.
fn paragraphs(analysis: &Analysis<'_>) -> Vec<Range<usize>> {
    let mut paragraphs: Vec<(usize, Range<usize>)> = Vec::new();
    for sentence in &analysis.sentences {
        let (start, end) = (sentence.tokens.start.0, sentence.tokens.end.0);
        match paragraphs.last_mut() {
            Some((paragraph, range)) if *paragraph == sentence.paragraph => range.end = end,
            _ => paragraphs.push((sentence.paragraph, start..end)),
        }
    }
    paragraphs.into_iter().map(|(_, range)| range).collect()
}

/// From the token `first` to the token `last`, without as many bytes at the end.
fn span(analysis: &Analysis<'_>, first: usize, last: usize, cut: usize) -> Option<Span> {
    let start = analysis.tokens.get(first)?.start;
    let end = analysis.tokens.get(last)?.end.checked_sub(cut)?;
    analysis.text().span(start, end)
}
