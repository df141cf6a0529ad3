//! Names that are labeled elsewhere, and here not.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use copydesk_document::{Change, LabelId, Layer, Rejection, Repair};
use copydesk_i18n::tr;
use copydesk_text::{Span, Token, TokenKind};

use crate::article::Page;
use crate::labels::names_things;
use crate::phrase::{is_capitalized, plain, tokens_of};
use crate::survey::{StringUse, Strings};
use crate::unlike::most_used;
use crate::{Finding, Kind, Right};

/// The names that are labeled anywhere, by their first word.
#[derive(Debug, Default)]
pub(crate) struct Names {
    by_first: BTreeMap<String, Vec<Name>>,
    /// How often a phrase has a label.
    counts: BTreeMap<(String, LabelId), usize>,
}

#[derive(Debug)]
struct Name {
    words: Vec<String>,
    /// It is looked for only where it is labeled too: it is short for a longer name, or a common word.
    is_at_home: bool,
    layer: Layer,
    label: LabelId,
}

/// Words that begin a sentence with a capital and belong to no name.
const BEGINNERS: &[&str] = &[
    "a",
    "after",
    "all",
    "although",
    "an",
    "and",
    "as",
    "at",
    "because",
    "before",
    "both",
    "but",
    "by",
    "during",
    "even",
    "for",
    "from",
    "if",
    "in",
    "inside",
    "like",
    "meanwhile",
    "near",
    "now",
    "of",
    "on",
    "or",
    "outside",
    "over",
    "since",
    "so",
    "that",
    "the",
    "then",
    "though",
    "to",
    "today",
    "under",
    "unlike",
    "until",
    "when",
    "where",
    "while",
    "with",
    "yesterday",
    "yet",
];

/// Titles that stand before a name and do not belong to it.
const TITLES: &[&str] = &[
    "ambassador",
    "capt",
    "captain",
    "chancellor",
    "col",
    "colonel",
    "dr",
    "gen",
    "general",
    "gov",
    "governor",
    "judge",
    "justice",
    "king",
    "lady",
    "lord",
    "minister",
    "miss",
    "mr",
    "mrs",
    "ms",
    "pope",
    "president",
    "prince",
    "princess",
    "prof",
    "professor",
    "queen",
    "rep",
    "representative",
    "secretary",
    "sen",
    "senator",
    "sir",
];

impl Names {
    /// `small` are words that are written small somewhere.
    pub fn of(strings: &Strings, small: &BTreeSet<&str>) -> Self {
        let mut names = Self::default();
        for ((layer, phrase), uses) in strings {
            let Some((label, count)) = most_used(uses) else {
                continue;
            };
            // What is only short for something is that in its own article.
            let (label, count) = match count {
                0 => match uses.iter().max_by_key(|(_, use_)| use_.count) {
                    Some((label, use_)) => (label, use_.count),
                    None => continue,
                },
                _ => (label, uses.get(label).map_or(0, |use_| use_.count)),
            };
            let all: usize = uses.values().map(|use_: &StringUse| use_.count).sum();
            // What has several meanings is not looked for.
            if !is_name(phrase) || !names_things(label) || count * 4 < all * 3 {
                continue;
            }
            let words: Vec<String> = phrase.split(' ').map(str::to_owned).collect();
            let Some(first) = words.first().cloned() else {
                continue;
            };
            names.counts.insert((phrase.clone(), label.clone()), count);
            let is_common = words.len() == 1 && small.contains(phrase.to_lowercase().as_str());
            let is_short = uses.get(label).is_some_and(|use_| use_.full() == 0);
            let name = Name {
                is_at_home: is_common || is_short,
                words,
                layer: layer.clone(),
                label: label.clone(),
            };
            names.by_first.entry(first).or_default().push(name);
        }
        for same_first in names.by_first.values_mut() {
            same_first.sort_by_key(|name| std::cmp::Reverse(name.words.len()));
        }
        names
    }
}

/// Whether a phrase is a name by its looks: its first and last words have capitals, and are no single letters.
fn is_name(phrase: &str) -> bool {
    let is_one = |word: Option<&str>| {
        let is_long = |word: &str| word.chars().filter(|c| c.is_alphabetic()).count() > 1;
        word.is_some_and(|word| is_capitalized(word) && is_long(word))
    };
    is_one(phrase.split(' ').next()) && is_one(phrase.split(' ').next_back())
}

/// `own` are the phrases that are labeled in the article itself.
pub(crate) fn check(page: &Page<'_>, names: &Names, own: &Strings) -> Vec<Finding> {
    let mut layers: BTreeMap<&Layer, Option<Layered>> = BTreeMap::new();
    let mut found = Vec::new();
    let all = page.text().as_str();
    for (at, token) in page.tokens.iter().enumerate() {
        let here = names.by_first.get(plain(token.of(all)).as_str());
        for name in here.into_iter().flatten() {
            if name.is_at_home && !own.contains_key(&(name.layer.clone(), name.words.join(" "))) {
                continue;
            }
            let Some(tokens) = matching(page, at, &name.words) else {
                continue;
            };
            let layered = layers
                .entry(&name.layer)
                .or_insert_with(|| Layered::of(page, &name.layer));
            let Some(layered) = layered else { continue };
            let range = page.tokens[tokens.start].start..page.tokens[tokens.end - 1].end;
            let Some(span) = page.text().span(range.start, range.end) else {
                continue;
            };
            if layered.is_taken(&range) || layered.is_rejected(span, &name.label) {
                continue;
            }
            // What is shorter would only be a part of it.
            layered.take(range);
            let has_label = page.document.schema().label(&name.label).is_some();
            if has_label && stands_alone(page, &tokens) {
                found.push(twin(page, span, name));
            }
        }
    }
    found
}

/// What stands in one layer of an article.
struct Layered {
    /// In order.
    ranges: Vec<Range<usize>>,
    /// Found since, in order.
    found: Vec<Range<usize>>,
    rejections: BTreeSet<Rejection>,
}

impl Layered {
    /// `None` where nobody worked on the layer yet.
    fn of(page: &Page<'_>, layer: &Layer) -> Option<Self> {
        page.is_worked_on(layer).then(|| Self {
            ranges: page.document.annotations().ranges(layer),
            found: Vec::new(),
            rejections: page.document.rejections().clone(),
        })
    }

    fn is_taken(&self, range: &Range<usize>) -> bool {
        let meets = |ranges: &[Range<usize>]| {
            let before = ranges.partition_point(|it| it.start < range.end);
            ranges[..before]
                .last()
                .is_some_and(|it| it.end > range.start)
        };
        meets(&self.ranges) || meets(&self.found)
    }

    fn take(&mut self, range: Range<usize>) {
        self.found.push(range);
    }

    /// Whether a person said that it is not this, or anything that overlaps it.
    fn is_rejected(&self, span: Span, label: &LabelId) -> bool {
        let mut rejections = self.rejections.iter();
        rejections.any(|it| it.span.overlaps(span) && it.label == *label)
    }
}

/// The tokens from `at` on that are these words.
fn matching(page: &Page<'_>, at: usize, words: &[String]) -> Option<Range<usize>> {
    let all = page.text().as_str();
    let tokens = page.tokens.get(at..at + words.len())?;
    let same = |(token, word): (&Token, &String)| plain(token.of(all)) == *word;
    let is_same = tokens.iter().zip(words).all(same);
    let is_on_one_line = || {
        let range = tokens.first()?.start..tokens.last()?.end;
        Some(!all.get(range)?.contains('\n'))
    };
    (is_same && is_on_one_line() == Some(true)).then(|| at..at + words.len())
}

/// Whether no longer name goes on over an edge, and no hyphen joins it to another word.
fn stands_alone(page: &Page<'_>, tokens: &Range<usize>) -> bool {
    let all = page.text().as_str();
    let (Some(first), Some(last)) = (
        page.tokens.get(tokens.start),
        page.tokens.get(tokens.end - 1),
    ) else {
        return false;
    };
    let before = tokens
        .start
        .checked_sub(1)
        .and_then(|at| page.tokens.get(at));
    let after = page.tokens.get(tokens.end);
    let gap = |from: usize, to: usize| all.get(from..to).unwrap_or_default();
    let free_before = before.is_none_or(|before| {
        let word = before.of(all);
        match gap(before.end, first.start) {
            "" => matches!(word, "“" | "\"" | "(" | "‘" | "'" | "[" | "—" | "–"),
            " " if is_capitalized(word) || word == "&" => goes_with_no_name(page, tokens.start - 1),
            _ => true,
        }
    });
    let free_after = after.is_none_or(|after| {
        let word = after.of(all);
        match gap(last.end, after.start) {
            "" => {
                let is_mark = after.kind == TokenKind::Mark
                    && !matches!(word, "-" | "/" | "@" | "_" | "&" | "‑");
                let dot_in_word = word == "."
                    && page.tokens.get(tokens.end + 1).is_some_and(|next| {
                        next.start == after.end && next.kind != TokenKind::Mark
                    });
                (is_mark && !dot_in_word)
                    || after.kind == TokenKind::Possessive && !names_next(page, tokens.end + 1)
            }
            " " => !is_capitalized(word) && word != "&" && after.kind != TokenKind::Number,
            _ => true,
        }
    });
    free_before && free_after
}

/// After “'s”, a word with a capital may be the rest of a name: “St. Peter's Basilica”.
fn names_next(page: &Page<'_>, at: usize) -> bool {
    let next = page.tokens.get(at);
    next.is_some_and(|next| is_capitalized(next.of(page.text().as_str())))
}

/// Whether the word at `at` has its capital from a sentence that it begins, or is a title.
fn goes_with_no_name(page: &Page<'_>, at: usize) -> bool {
    let all = page.text().as_str();
    let Some(token) = page.tokens.get(at) else {
        return true;
    };
    let word = token.of(all).trim_end_matches('.').to_lowercase();
    let is_in = |list: &[&str]| list.contains(&word.as_str());
    is_in(TITLES) || (is_in(BEGINNERS) && begins_sentence(page, at))
}

fn begins_sentence(page: &Page<'_>, at: usize) -> bool {
    let token = page.tokens[at];
    let sentence = page.text().sentence_at(token.start);
    let Some(sentence) = sentence else {
        return true;
    };
    let before = page.text().as_str().get(sentence.start..token.start);
    before.is_none_or(|before| {
        tokens_of(before)
            .iter()
            .all(|it| it.kind == TokenKind::Mark)
    })
}

fn twin(page: &Page<'_>, span: Span, name: &Name) -> Finding {
    let phrase = name.words.join(" ");
    let label = page.document.schema().name_in_sentence(&name.label);
    Finding {
        kind: Kind::Twin,
        article: Some(page.index),
        span: Some(span),
        label: Some(name.label.clone()),
        words: page.text().words(span).to_owned(),
        message: tr!("lint-twin", words = phrase.as_str(), label = label),
        repair: Some(Repair {
            span,
            label: name.label.clone(),
            change: Change::Mark,
        }),
        right: Right {
            kind: Kind::Twin,
            words: phrase,
            labels: vec![name.label.to_string()],
            article: Some(page.name.to_owned()),
        },
    }
}

/// Leaves out twins whose words are not labeled more often than they are: those mean something else.
pub(crate) fn plausible(found: Vec<Finding>, names: &Names) -> Vec<Finding> {
    let key = |finding: &Finding| {
        let label = finding
            .label
            .clone()
            .filter(|_| finding.kind == Kind::Twin)?;
        Some((finding.right.words.clone(), label))
    };
    let mut bare: BTreeMap<(String, LabelId), usize> = BTreeMap::new();
    for key in found.iter().filter_map(key) {
        *bare.entry(key).or_default() += 1;
    }
    let is_plausible = |finding: &Finding| {
        key(finding).is_none_or(|key| {
            let labeled = names.counts.get(&key).copied().unwrap_or(0);
            bare.get(&key).copied().unwrap_or(0) <= labeled
        })
    };
    found.into_iter().filter(is_plausible).collect()
}
