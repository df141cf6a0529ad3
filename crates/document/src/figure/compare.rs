//! Finds figures of one article that name the same amount, or seem to disagree about the same thing.

use std::collections::BTreeMap;

use crate::figure::context::FigureContext;
use crate::review::{Item, Target, suggestion_at};
use crate::{AttributeValue, Document, FigureKind, FigureValue, Suggestion};
use copydesk_text::{ArticleText, Span, folded};

/// A figure as it stands in the article.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureMention {
    pub span: Span,
    pub value: FigureValue,
}

/// How one figure relates to another of the same article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FigureRelation {
    /// The same amount in other words.
    SameAmount { other: Span },
    /// Another value for what seems to be the same thing; `noun` is what is counted, may be empty.
    Differs { other: Span, noun: String },
}

/// How the figures of one article relate to each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FigureRelations {
    /// Spans that name one amount, in the order of the article; at least two differ in words.
    pub same: Vec<Vec<Span>>,
    /// By the first span.
    pub differing: Vec<DifferingFigures>,
}

/// Two figures that seem to be about the same thing and have different values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DifferingFigures {
    pub first: Span,
    pub second: Span,
    /// What is counted, singular and without case; empty for money and measures without a noun.
    pub noun: String,
}

/// Each figure is compared with so many before it of its unit and noun, which keeps long articles
/// cheap.
const MOST_COMPARED: usize = 8;

/// The figures among `items`, in their order: what was accepted, and what is suggested and open.
/// `suggestions` are sorted by span.
pub fn figure_mentions<'a>(
    document: &'a Document,
    items: &'a [Item],
    suggestions: &'a [Suggestion],
) -> impl Iterator<Item = FigureMention> {
    let of_item = |item: &'a Item| match &item.target {
        Target::Annotation(id) => Some(&document.annotations().get(*id)?.attributes),
        Target::Suggestion(span, label) => {
            Some(&suggestion_at(suggestions, *span, label)?.attributes)
        }
        Target::Rejected(..) => None,
    };
    items.iter().filter_map(move |item| {
        let value = of_item(item)?.values().find_map(|value| match value {
            AttributeValue::Figure(value) => Some(value.clone()),
            AttributeValue::Words { .. } => None,
        })?;
        let span = item.span;
        Some(FigureMention { span, value })
    })
}

/// Compares the figures of `text`, which are in its order.
pub fn compare_figures(text: &ArticleText, mentions: &[FigureMention]) -> FigureRelations {
    let contexts: Vec<FigureContext> = mentions
        .iter()
        .map(|mention| FigureContext::of(text, mention.span))
        .collect();
    FigureRelations {
        same: same_amounts(text, mentions, &contexts),
        differing: differing(text, mentions, &contexts),
    }
}

impl FigureRelations {
    /// How the figure at `span` relates to others, nearest in the article first.
    pub fn of(&self, span: Span) -> Vec<FigureRelation> {
        let groups = self.same.iter().filter(|group| group.contains(&span));
        let same = groups.flatten().filter(|other| **other != span);
        let mut relations: Vec<(Span, FigureRelation)> = same
            .map(|other| (*other, FigureRelation::SameAmount { other: *other }))
            .collect();
        for pair in &self.differing {
            let other = match span {
                span if span == pair.first => pair.second,
                span if span == pair.second => pair.first,
                _ => continue,
            };
            let noun = pair.noun.clone();
            relations.push((other, FigureRelation::Differs { other, noun }));
        }
        relations.sort_by_key(|(other, _)| other.start().abs_diff(span.start()));
        relations
            .into_iter()
            .map(|(_, relation)| relation)
            .collect()
    }
}

/// Groups by amount: in base units, to nine digits.
fn same_amounts(
    text: &ArticleText,
    mentions: &[FigureMention],
    contexts: &[FigureContext],
) -> Vec<Vec<Span>> {
    let mut groups: BTreeMap<String, Vec<Span>> = BTreeMap::new();
    for (mention, context) in mentions.iter().zip(contexts) {
        let value = &mention.value;
        // "two" and "2" count many things, so they must count the same.
        let noun = match value.kind() {
            FigureKind::Count => context.noun.as_str(),
            _ => "",
        };
        let is_small = value.numbers().0.abs() < 1000.0;
        let is_vague = value.kind() == FigureKind::Count && noun.is_empty() && is_small;
        if !is_vague {
            let key = format!("{} {noun}", amount_key(value));
            groups.entry(key).or_default().push(mention.span);
        }
    }
    let differ_in_words = |group: &Vec<Span>| {
        let mut words = group.iter().map(|span| plain(text.words(*span)));
        let first = words.next();
        words.any(|other| Some(other) != first)
    };
    let mut groups: Vec<Vec<Span>> = groups.into_values().filter(differ_in_words).collect();
    groups.sort();
    groups
}

/// Words without case and white space, so that a hyphen or a line break makes no other words.
fn plain(words: &str) -> String {
    folded(words)
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '-')
        .collect()
}

/// The same for all values of which [`FigureValue::same_amount`] is true, but at its last digit.
fn amount_key(value: &FigureValue) -> String {
    let (unit, factor) = value.unit().base();
    let (first, second) = value.numbers();
    let kind = value.kind() == FigureKind::Score;
    let rounded = |number: f64| format!("{:.8e}", number * factor);
    let second = second.map(rounded).unwrap_or_default();
    format!("{unit} {kind} {} {second}", rounded(first))
}

fn differing(
    text: &ArticleText,
    mentions: &[FigureMention],
    contexts: &[FigureContext],
) -> Vec<DifferingFigures> {
    let mut earlier: BTreeMap<(String, &str), Vec<usize>> = BTreeMap::new();
    let mut pairs = Vec::new();
    for (index, (mention, context)) in mentions.iter().zip(contexts).enumerate() {
        let is_compared = !matches!(mention.value.kind(), FigureKind::Score | FigureKind::Ratio);
        let is_bare = mention.value.kind() == FigureKind::Count && context.noun.is_empty();
        if !is_compared || is_bare {
            continue;
        }
        let (unit, _) = mention.value.unit().base();
        let same_thing = earlier.entry((unit, context.noun.as_str())).or_default();
        for before in same_thing.iter().rev().take(MOST_COMPARED) {
            let (Some(other), Some(other_context)) = (mentions.get(*before), contexts.get(*before))
            else {
                continue;
            };
            let is_one_thing = !in_one_sentence(text, other.span, mention.span)
                && seem_one_thing(other_context, context)
                && !may_be_equal(&other.value, &mention.value);
            if is_one_thing {
                pairs.push(DifferingFigures {
                    first: other.span,
                    second: mention.span,
                    noun: context.noun.clone(),
                });
            }
        }
        same_thing.push(index);
    }
    pairs.sort_by_key(|pair| (pair.first, pair.second));
    pairs
}

/// The same names around both, and words in common: two of them where names or noun are missing.
fn seem_one_thing(one: &FigureContext, two: &FigureContext) -> bool {
    let is_vague = one.noun.is_empty() || one.names.is_empty();
    let least = if is_vague { 2 } else { 1 };
    !one.is_of_another_time
        && !two.is_of_another_time
        && one.names == two.names
        && one.shared_stems(two) >= least
}

/// Whether both may be true of one thing: the same amount, or hedged and near.
fn may_be_equal(one: &FigureValue, two: &FigureValue) -> bool {
    use crate::Qualifier::{About, AtLeast, AtMost, LessThan, MoreThan};
    let ((low, high), (other_low, other_high)) = (in_base(one), in_base(two));
    let overlaps = low <= other_high && other_low <= high;
    let bound = |value: &FigureValue, number: f64, other: f64| match value.qualifier() {
        AtLeast | MoreThan => other >= number,
        AtMost | LessThan => other <= number,
        About => (number - other).abs() <= 0.1 * number.abs(),
        _ => false,
    };
    overlaps || one.same_amount(two) || bound(one, low, other_low) || bound(two, other_low, low)
}

/// The least and the most that a value says, in base units.
fn in_base(value: &FigureValue) -> (f64, f64) {
    let (_, factor) = value.unit().base();
    let (low, high) = value.numbers();
    (low * factor, high.unwrap_or(low) * factor)
}

/// Whether nothing that ends a sentence stands between the two.
fn in_one_sentence(text: &ArticleText, one: Span, two: Span) -> bool {
    let is_near = two.start().saturating_sub(one.end()) < 400;
    let between = text.as_str().get(one.end()..two.start());
    is_near && between.is_some_and(|between| !between.contains(". ") && !between.contains('\n'))
}

#[cfg(test)]
#[path = "compare_tests.rs"]
mod tests;
