//! What several people made of one article: what all agree on, and where they disagree.

mod settling;

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    Annotation, AttributeContent, AttributeValue, Attributes, Confidence, Document, LabelId, Layer,
    Origin, Schema, Suggestion,
};
use copydesk_i18n::tr;
use copydesk_text::Span;

pub use settling::{Decision, Outcome, SettleError};

/// One person's work on the article.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// Who made it; no two have the same name.
    pub person: String,
    pub document: Document,
}

/// From two to five versions of one article, laid side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    people: Vec<String>,
    agreed: Vec<Annotation>,
    disagreements: Vec<Disagreement>,
}

/// A place of the article where not all have the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Disagreement {
    pub kind: Kind,
    /// From the first to the last byte of what anyone has there.
    pub span: Span,
    /// What each has there, in reading order; in the order of the people.
    pub sides: Vec<Vec<Annotation>>,
}

/// What the disagreement is about, the first that holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Some have it, some do not.
    Missing,
    /// All have it, with other edges.
    Edge,
    /// The same words with other labels.
    Label,
    /// The same figure with another value.
    Value,
    /// The same words with another speaker.
    Speaker,
    /// Another attribute, such as polarity.
    Attribute,
}

/// Why versions cannot be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CompareError {
    /// There are so many, and it takes from two to five.
    Count(usize),
    /// This person's version is of another text than the first one.
    OtherText(String),
    /// This person's version has other labels than the first one.
    OtherLabels(String),
}

/// As many as there are keys for at hand.
pub const MOST_VERSIONS: usize = 5;

impl Kind {
    pub const ALL: [Self; 6] = [
        Self::Missing,
        Self::Edge,
        Self::Label,
        Self::Value,
        Self::Speaker,
        Self::Attribute,
    ];
}

impl Comparison {
    /// Lays `versions` side by side, in their order.
    pub fn new(versions: &[Version]) -> Result<Self, CompareError> {
        let count = versions.len();
        let Some(first) = versions
            .first()
            .filter(|_| (2..=MOST_VERSIONS).contains(&count))
        else {
            return Err(CompareError::Count(count));
        };
        let (text, schema) = (first.document.text(), first.document.schema());
        for version in versions {
            if version.document.text().fingerprint() != text.fingerprint() {
                return Err(CompareError::OtherText(version.person.clone()));
            }
            if layers_of(version.document.schema()) != layers_of(schema) {
                return Err(CompareError::OtherLabels(version.person.clone()));
            }
        }
        let mut agreed = Vec::new();
        let mut disagreements = Vec::new();
        for sides in merge_layers(clusters(versions), versions.len()) {
            if sides.windows(2).all(|two| says_the_same(&two[0], &two[1])) {
                agreed.extend(agreement(&sides));
            } else if let Some(span) = whole_span(&sides, text) {
                disagreements.push(Disagreement {
                    kind: kind_of(&sides, schema),
                    span,
                    sides,
                });
            }
        }
        agreed.sort_by(|one, other| (one.span, &one.label).cmp(&(other.span, &other.label)));
        disagreements.sort_by(|one, other| one.order().cmp(&other.order()));
        Ok(Self {
            people: versions.iter().map(|it| it.person.clone()).collect(),
            agreed,
            disagreements,
        })
    }

    pub fn people(&self) -> &[String] {
        &self.people
    }

    /// What all have, in reading order; ids mean nothing.
    pub fn agreed(&self) -> &[Annotation] {
        &self.agreed
    }

    /// In reading order.
    pub fn disagreements(&self) -> &[Disagreement] {
        &self.disagreements
    }

    /// What anyone has where they disagree, as suggestions sorted by span; `names` are those that the
    /// reasons give.
    pub fn candidates(&self, names: &[String]) -> Vec<Suggestion> {
        let mut found = BTreeMap::<(Span, LabelId), (Attributes, Vec<usize>)>::new();
        for disagreement in &self.disagreements {
            for (person, side) in disagreement.sides.iter().enumerate() {
                for annotation in side {
                    let key = (annotation.span, annotation.label.clone());
                    let attributes = || (annotation.attributes.clone(), Vec::new());
                    found.entry(key).or_insert_with(attributes).1.push(person);
                }
            }
        }
        let candidate = |((span, label), (attributes, who)): ((Span, LabelId), (_, Vec<usize>))| {
            let names = who.iter().filter_map(|person| names.get(*person));
            let names: Vec<&str> = names.map(String::as_str).collect();
            let share = who.len() as f64 / self.people.len() as f64;
            Suggestion {
                label,
                span,
                confidence: Confidence::from_probability(share),
                by: "versions",
                reason: tr!("adjudicate-marked-by", people = names.join(", ")),
                attributes,
            }
        };
        found.into_iter().map(candidate).collect()
    }
}

impl Disagreement {
    /// The people in groups of the same answer, each by its first person; in the order of the people.
    pub fn groups(&self) -> Vec<Vec<usize>> {
        let mut groups: Vec<Vec<usize>> = Vec::new();
        for (person, side) in self.sides.iter().enumerate() {
            let same = |group: &&mut Vec<usize>| says_the_same(&self.sides[group[0]], side);
            match groups.iter_mut().find(same) {
                Some(group) => group.push(person),
                None => groups.push(vec![person]),
            }
        }
        groups
    }

    /// Those of whom more than half say the same; `None` where there is no such answer.
    pub fn majority(&self) -> Option<Vec<usize>> {
        let mut groups = self.groups().into_iter();
        groups.find(|group| 2 * group.len() > self.sides.len())
    }

    /// The largest group, the first of several; of those who have something here if anyone has.
    pub fn likeliest(&self) -> usize {
        let groups = self.groups();
        let has_any = |group: &&Vec<usize>| !self.sides[group[0]].is_empty();
        let sized = groups.iter().filter(has_any);
        let best = sized.rev().max_by_key(|group| group.len());
        best.map_or(0, |group| group[0])
    }

    /// The labels that anyone has here.
    pub fn labels(&self) -> BTreeSet<&LabelId> {
        self.all().map(|annotation| &annotation.label).collect()
    }

    fn all(&self) -> impl Iterator<Item = &Annotation> {
        self.sides.iter().flatten()
    }

    fn order(&self) -> (Span, Kind, BTreeSet<&LabelId>) {
        (self.span, self.kind, self.labels())
    }
}

/// What makes two schemas comparable.
fn layers_of(schema: &Schema) -> BTreeMap<&LabelId, &Layer> {
    let labels = schema.labels().iter();
    labels.map(|label| (&label.id, &label.layer)).collect()
}

/// What people have at one place, in their order.
type Sides = Vec<Vec<Annotation>>;

/// The annotations of each layer, those that share a byte together, over all versions.
fn clusters(versions: &[Version]) -> Vec<Sides> {
    let mut by_layer = BTreeMap::<&Layer, Vec<(usize, &Annotation)>>::new();
    for (person, version) in versions.iter().enumerate() {
        let schema = version.document.schema();
        for annotation in version.document.annotations().iter() {
            if let Some(label) = schema.label(&annotation.label) {
                let all = by_layer.entry(&label.layer).or_default();
                all.push((person, annotation));
            }
        }
    }
    let mut found: Vec<Sides> = Vec::new();
    for mut all in by_layer.into_values() {
        all.sort_by_key(|(person, annotation)| (annotation.span, *person));
        let mut end = 0;
        for (person, annotation) in all {
            if annotation.span.start() >= end {
                found.push(vec![Vec::new(); versions.len()]);
            }
            end = end.max(annotation.span.end());
            if let Some(sides) = found.last_mut() {
                sides[person].push(annotation.clone());
            }
        }
    }
    found
}

/// The same words under labels of different layers, by different people, are one place: whoever has the
/// one label means it instead of the other.
fn merge_layers(found: Vec<Sides>, people: usize) -> Vec<Sides> {
    let mut merged: Vec<Sides> = Vec::new();
    let mut by_span = BTreeMap::<Span, Vec<usize>>::new();
    for sides in found {
        let spans: BTreeSet<Span> = sides.iter().flatten().map(|it| it.span).collect();
        let own = spans.first().copied().filter(|_| spans.len() == 1);
        let has_other_people = |place: &&usize| {
            let free = |person: usize| merged[**place][person].is_empty();
            (0..people).all(|person| sides[person].is_empty() || free(person))
        };
        let places = own.map(|span| by_span.entry(span).or_default());
        let same = places
            .as_ref()
            .and_then(|it| it.iter().find(has_other_people));
        if let Some(place) = same.copied() {
            for (into, side) in merged[place].iter_mut().zip(sides) {
                into.extend(side);
            }
        } else {
            if let Some(places) = places {
                places.push(merged.len());
            }
            merged.push(sides);
        }
    }
    merged
}

fn whole_span(sides: &Sides, text: &copydesk_text::ArticleText) -> Option<Span> {
    let spans = || sides.iter().flatten().map(|it| it.span);
    let start = spans().map(Span::start).min()?;
    let end = spans().map(Span::end).max()?;
    text.span(start, end).or_else(|| spans().next())
}

fn kind_of(sides: &Sides, schema: &Schema) -> Kind {
    let differs = |of: fn(&Annotation) -> (Option<Span>, Option<&LabelId>)| {
        let all = |side: &Vec<Annotation>| -> Vec<_> {
            let keys = side.iter().map(of);
            keys.map(|(span, label)| (span, label.cloned())).collect()
        };
        sides.windows(2).any(|two| all(&two[0]) != all(&two[1]))
    };
    if sides.iter().any(Vec::is_empty) {
        Kind::Missing
    } else if differs(|it| (Some(it.span), None)) {
        Kind::Edge
    } else if differs(|it| (None, Some(&it.label))) {
        Kind::Label
    } else {
        kind_of_attributes(sides, schema)
    }
}

/// Of the first attribute, in the order of the schema, that is not the same for all.
fn kind_of_attributes(sides: &Sides, schema: &Schema) -> Kind {
    let Some((first, others)) = sides.split_first() else {
        return Kind::Attribute;
    };
    for (index, annotation) in first.iter().enumerate() {
        let same = others.iter().filter_map(|side| side.get(index));
        let label = schema.label(&annotation.label);
        for kind in label.map_or(&[][..], |label| &label.attributes) {
            let value = |it: &Annotation| it.attributes.get(&kind.name).cloned();
            let own = value(annotation);
            let is_other = |it: &Annotation| !is_same_value(own.as_ref(), value(it).as_ref());
            if same.clone().any(is_other) {
                return match kind.content {
                    AttributeContent::Figure => Kind::Value,
                    _ if kind.name == SPEAKER => Kind::Speaker,
                    _ => Kind::Attribute,
                };
            }
        }
    }
    Kind::Attribute
}

/// What files call who said a claim.
const SPEAKER: &str = "speaker";

/// Whether two have the same: words, labels and attributes. Where a speaker's words stand, how an
/// annotation came about and notes make no difference.
pub(crate) fn says_the_same(one: &[Annotation], other: &[Annotation]) -> bool {
    let is_same = |(one, other): (&Annotation, &Annotation)| {
        (one.span, &one.label) == (other.span, &other.label)
            && one.attributes.keys().eq(other.attributes.keys())
            && one
                .attributes
                .iter()
                .all(|(name, value)| is_same_value(Some(value), other.attributes.get(name)))
    };
    one.len() == other.len() && one.iter().zip(other).all(is_same)
}

fn is_same_value(one: Option<&AttributeValue>, other: Option<&AttributeValue>) -> bool {
    match (one, other) {
        (
            Some(AttributeValue::Words { words: one, .. }),
            Some(AttributeValue::Words { words: other, .. }),
        ) => one == other,
        (one, other) => one == other,
    }
}

/// What all have, taken from whoever says the most of it: the same for any order of the people.
fn agreement(sides: &Sides) -> Vec<Annotation> {
    let Some(first) = sides.first() else {
        return Vec::new();
    };
    let one = |index: usize| {
        let same = || sides.iter().filter_map(|side| side.get(index));
        let mut annotation = same().min_by_key(|it| fullness(it))?.clone();
        let notes: BTreeSet<&str> = same().map(|it| it.note.as_str()).collect();
        let notes: Vec<&str> = notes.into_iter().filter(|note| !note.is_empty()).collect();
        annotation.note = notes.join("\n");
        let origins = same().map(|it| &it.origin);
        if let Some(origin) = origins.min_by_key(|origin| by_hand_first(origin)) {
            annotation.origin = origin.clone();
        }
        Some(annotation)
    };
    (0..first.len()).filter_map(one).collect()
}

/// Orders what says where its attributes' words stand before what does not.
fn fullness(annotation: &Annotation) -> Vec<(bool, Option<Span>)> {
    let places = annotation.attributes.values().map(|value| match value {
        AttributeValue::Words { at, .. } => *at,
        AttributeValue::Figure(_) => None,
    });
    places.map(|at| (at.is_none(), at)).collect()
}

fn by_hand_first(origin: &Origin) -> (u8, &str, u8) {
    match origin {
        Origin::Human => (0, "", 0),
        Origin::Suggested { by, confidence } => (1, by, confidence.percent()),
        Origin::Imported { from } => (2, from, 0),
    }
}

impl std::fmt::Display for CompareError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let words = match self {
            Self::Count(count) => tr!("compare-error-count", count = *count),
            Self::OtherText(person) => tr!("compare-error-text", person = person),
            Self::OtherLabels(person) => tr!("compare-error-labels", person = person),
        };
        f.write_str(&words)
    }
}

impl std::error::Error for CompareError {}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
