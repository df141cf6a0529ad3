//! Putting the same words right everywhere at once, where that is worth it.

use std::collections::BTreeMap;

use crate::annotator::corrections::Ways;
use crate::annotator::hands::{Act, cost};
use crate::annotator::place::Place;
use crate::annotator::task::Difference;
use crate::app::{CommandId, LabelIndex};
use copydesk_document::review::{Item, State};
use copydesk_document::{Deed, LabelId, Wanted};
use copydesk_text::{Span, folded};

/// What a list of the same words would put right, and how.
#[derive(Clone, Debug)]
pub(super) struct Spread {
    pub acts: Vec<Act>,
    /// How many differences it puts right.
    pub gain: usize,
    pub label: LabelId,
}

/// The lists that are worth it, by what they begin at.
#[derive(Default)]
pub(super) struct Spreads {
    /// At a right item: mark its words wherever they stand.
    pub like: BTreeMap<usize, Spread>,
    /// At words that are missing, or at an item of just these words: mark them, and all others.
    pub marking: BTreeMap<usize, Spread>,
    /// At a wrong item: clear its words wherever they have its label.
    pub clearing: BTreeMap<usize, Spread>,
}

impl Spreads {
    pub fn of(ways: &Ways<'_>, differences: &[Difference]) -> Self {
        let mut spreads = Self::default();
        let find = Finder {
            ways: *ways,
            differences,
        };
        for difference in differences {
            match *difference {
                Difference::Missing(index) => {
                    let spread = find.marking(index).filter(|spread| spread.gain > 1);
                    spreads.marking.extend(spread.map(|spread| (index, spread)));
                }
                Difference::Extra(index) => {
                    let spread = find.clearing(index).filter(|spread| spread.gain > 1);
                    spreads
                        .clearing
                        .extend(spread.map(|spread| (index, spread)));
                }
            }
        }
        for (index, item) in ways.sight.article.items().iter().enumerate() {
            let spread = find.like(item).filter(|spread| spread.gain > 0);
            spreads.like.extend(spread.map(|spread| (index, spread)));
        }
        spreads
    }

    /// What can be begun at `place`, if the caret is at the words of a difference or a right item there.
    pub fn at(&self, ways: &Ways<'_>, place: Place) -> Option<&Spread> {
        let aimed = ways.sight.aimed(place);
        let at_item = aimed.and_then(|index| self.like.get(&index).or(self.clearing.get(&index)));
        let span = ways
            .sight
            .chosen_span(place)
            .or_else(|| ways.sight.reading.word_at(place.caret));
        let all = at_item.into_iter().chain(self.at_words(ways, span));
        all.min_by(|one, other| {
            let worth = |it: &Spread, of: &Spread| cost(&it.acts, ways.hands) * of.gain;
            worth(one, other).cmp(&worth(other, one))
        })
    }

    /// What can be begun with these words selected, or the caret on them.
    pub fn at_words(&self, ways: &Ways<'_>, span: Option<Span>) -> Option<&Spread> {
        let mut marking = self.marking.iter();
        let is_there = |index: usize| {
            let gold = ways.goal.gold.get(index);
            gold.map(|gold| gold.span) == span
        };
        let found = marking.find(|(index, _)| is_there(**index));
        found.map(|(_, spread)| spread)
    }
}

struct Finder<'a> {
    ways: Ways<'a>,
    differences: &'a [Difference],
}

impl Finder<'_> {
    fn marking(&self, index: usize) -> Option<Spread> {
        let gold = self.ways.goal.gold.get(index)?;
        let schema = self.ways.sight.article.document().schema();
        let letter = LabelIndex::try_from(schema.position(&gold.label)?).ok()?;
        let deed = Deed::Mark(gold.label.clone());
        self.spread(CommandId::LabelEverywhere(letter), &deed, gold.span)
    }

    fn clearing(&self, index: usize) -> Option<Spread> {
        let item = self.ways.sight.item(index)?;
        let deed = Deed::Clear(item.label.clone());
        self.spread(CommandId::RemoveEverywhere, &deed, item.span)
    }

    /// Only where something that is missing reads alike, or is the last word: looking reads all of the text.
    fn like(&self, item: &Item) -> Option<Spread> {
        let text = self.ways.sight.text();
        let words = folded(text.words(item.span));
        let is_alike = |difference: &Difference| {
            let Difference::Missing(index) = difference else {
                return false;
            };
            let gold = self.ways.goal.gold.get(*index);
            gold.is_some_and(|gold| {
                let missing = folded(text.words(gold.span));
                gold.label == item.label && (words.contains(&missing) || missing.contains(&words))
            })
        };
        let is_right = item.state != State::Rejected && self.ways.goal.gold_of(item).is_some();
        if !is_right || !self.differences.iter().any(is_alike) {
            return None;
        }
        let deed = Deed::Mark(item.label.clone());
        self.spread(CommandId::Everywhere, &deed, item.span)
    }

    /// What the list that `opener` shows would be worth, with its lines ticked as the gold has them.
    fn spread(&self, opener: CommandId, deed: &Deed, from: Span) -> Option<Spread> {
        let article = self.ways.sight.article;
        let text = article.text();
        let wanted = Wanted::new(text.words(from), deed.label())?;
        let schema = article.document().schema();
        let mut lines = wanted.places(deed, text, schema, article.items());
        for line in &mut lines {
            line.doubt = line.doubt.take().filter(|_| line.span != from);
        }
        lines.sort_by_key(|line| line.doubt.is_some());
        let mut acts = vec![Act::Press(opener)];
        let (mut gain, mut chosen) = (0, 0);
        for (line, place) in lines.iter().enumerate() {
            let is_ticked = place.doubt.is_none();
            let wanted = self.wants(deed, place.span);
            gain += usize::from(wanted == Some(true));
            if wanted.is_some_and(|wanted| wanted != is_ticked) {
                acts.push(Act::Tick {
                    line,
                    from: chosen,
                    is_ticked: !is_ticked,
                });
                chosen = line;
            }
        }
        acts.push(Act::Confirm);
        let label = deed.label().clone();
        Some(Spread { acts, gain, label })
    }

    /// Whether `deed` puts a difference right at `span`, or makes one; `None` if it does neither.
    fn wants(&self, deed: &Deed, span: Span) -> Option<bool> {
        let goal = self.ways.goal;
        let index = goal
            .gold
            .iter()
            .position(|gold| gold.span == span && gold.label == *deed.label());
        match (deed, index) {
            (Deed::Mark(_), Some(index)) => {
                let is_missing = self.differences.contains(&Difference::Missing(index));
                is_missing.then_some(true)
            }
            (Deed::Mark(_), None) => Some(false),
            (Deed::Clear(_), _) => Some(index.is_none()),
        }
    }
}
