//! The way to the next correction that is worth most for what it costs.

use std::collections::{HashSet, VecDeque};
use std::ops::Range;

use crate::annotator::corrections::Ways;
use crate::annotator::hands::{Act, Hands, cost};
use crate::annotator::place::Place;
use crate::annotator::spreading::{Spread, Spreads};
use crate::annotator::task::Difference;
use crate::app::CommandId;
use copydesk_document::LabelId;
use copydesk_text::Span;

/// What to do next.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    pub acts: Vec<Act>,
    pub cost: usize,
    pub label: LabelId,
    /// How many differences it puts right.
    gain: usize,
    /// Its cost, and what the annotator has against it, in eighths of an action.
    weight: usize,
}

/// How far the annotator looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// At all that has been on screen.
    Screen,
    /// Along the order by doubt, so many keys at most.
    Doubt(usize),
    /// Along what may be missing, so many keys at most.
    Candidates(usize),
}

/// No way is longer; finding the words is shorter then.
const FARTHEST: usize = 14;
/// More letters are not typed to find words.
const MOST_LETTERS: usize = 8;

pub(super) struct Search<'a> {
    pub ways: Ways<'a>,
    /// What is to be put right, and where the caret must be for it.
    zones: Vec<(Range<usize>, Difference)>,
    spreads: Spreads,
    /// Right items whose words stand elsewhere too.
    right: Vec<Span>,
    reach: Reach,
    taste: Taste,
    best: Option<Plan>,
    /// Of all plans that were looked at.
    least_cost: usize,
}

/// Nothing but which of the plans that cost about the same comes first. The nearest first is not always the
/// shortest way around, so several orders are tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Taste(pub usize);

impl Taste {
    /// What the annotator has against beginning at the byte `at`, in eighths of an action.
    fn against(self, at: usize) -> usize {
        const MOST: usize = 20;
        let mixed = at.wrapping_add(1).wrapping_mul(self.0.wrapping_mul(40_503));
        (mixed >> 6) % MOST
    }

    /// How much more than the cheapest a plan may cost to be looked at.
    fn slack(self) -> usize {
        if self.0 == 0 { 0 } else { 2 }
    }
}

/// A place, and how it is reached from another one.
struct Node {
    place: Place,
    depth: usize,
    from: Option<(usize, Act)>,
}

impl<'a> Search<'a> {
    pub fn new(ways: Ways<'a>, reach: Reach, taste: Taste) -> Self {
        let all = ways.goal.differences(ways.sight.article);
        let spreads = Spreads::of(&ways, &all);
        let right = spreads.like.keys();
        let right = right.filter_map(|index| Some(ways.sight.item(*index)?.span));
        let right = right.collect();
        let zones = all.iter().filter_map(|difference| {
            let zone = ways.zone(*difference)?;
            Some((zone, *difference))
        });
        let screen = ways.sight.screen;
        let is_in_reach = |zone: &Range<usize>| match (reach, ways.hands) {
            (Reach::Doubt(_) | Reach::Candidates(_), _) => true,
            (Reach::Screen, Hands::Keys) => screen.has_seen(zone),
            (Reach::Screen, Hands::Mouse) => overlaps(&screen.visible(), zone),
        };
        Self {
            zones: zones.filter(|(zone, _)| is_in_reach(zone)).collect(),
            ways,
            spreads,
            right,
            reach,
            taste,
            best: None,
            least_cost: usize::MAX,
        }
    }

    /// The best plan; `None` if there is nothing to put right in reach.
    pub fn best(mut self) -> Option<Plan> {
        if self.zones.is_empty() {
            return None;
        }
        match self.ways.hands {
            Hands::Keys => {
                // First, since no longer way is then looked for.
                if self.reach == Reach::Screen {
                    self.find_words();
                    for (act, place) in self.ways.sight.hint_moves() {
                        self.consider(place, || vec![act.clone()]);
                    }
                }
                self.walk();
            }
            Hands::Mouse => self.point(),
        }
        self.best
    }

    /// Goes through the places that keys lead to, the nearest first.
    fn walk(&mut self) {
        let sight = self.ways.sight;
        let here = sight.here();
        let mut nodes = vec![Node {
            place: here,
            depth: 0,
            from: None,
        }];
        let mut known = HashSet::from([here]);
        let mut queue = VecDeque::from([0]);
        while let Some(index) = queue.pop_front() {
            let (place, depth) = (nodes[index].place, nodes[index].depth);
            if !self.is_worth(depth) {
                break;
            }
            let ways = self.ways;
            let is_right = |place: Place| ways.is_right(place);
            self.consider(place, || path(&nodes, index, is_right));
            let moves = match self.reach {
                Reach::Screen => sight.moves(place),
                Reach::Doubt(_) => sight.doubt_moves(place),
                Reach::Candidates(_) => sight.candidate_moves(place),
            };
            for (act, place) in moves {
                if known.insert(place) {
                    queue.push_back(nodes.len());
                    nodes.push(Node {
                        place,
                        depth: depth + 1,
                        from: Some((index, act)),
                    });
                }
            }
        }
    }

    /// Whether a way of `depth` keys may still lead to something better.
    fn is_worth(&self, depth: usize) -> bool {
        let farthest = match self.reach {
            Reach::Screen => FARTHEST,
            Reach::Doubt(most) | Reach::Candidates(most) => most,
        };
        let most = self.least_cost.saturating_add(self.taste.slack());
        depth <= farthest && depth + 1 < most
    }

    /// Looks what can be done at `place`, to which `way` leads.
    fn consider(&mut self, place: Place, way: impl Fn() -> Vec<Act>) {
        let caret = place.caret;
        let near: Vec<Difference> = self
            .zones
            .iter()
            .filter(|(zone, _)| match place.selected {
                Some(selected) => overlaps(&selected.range(), zone),
                None => zone.start <= caret && caret <= zone.end,
            })
            .map(|(_, difference)| *difference)
            .collect();
        for difference in near.iter().copied() {
            if let Some(acts) = self.ways.cheapest(place, difference) {
                self.offer([way(), acts].concat(), difference);
            }
        }
        let is_at_right = self.right.iter().any(|span| span.range().contains(&caret));
        if (is_at_right || !near.is_empty())
            && let Some(spread) = self.spreads.at(&self.ways, place).cloned()
        {
            self.offer_spread(way(), spread, caret);
        }
    }

    fn offer(&mut self, acts: Vec<Act>, difference: Difference) {
        let (label, at) = match difference {
            Difference::Missing(index) => {
                let gold = self.ways.goal.gold.get(index);
                gold.map(|gold| (gold.label.clone(), gold.span.start()))
            }
            Difference::Extra(index) => {
                let item = self.ways.sight.item(index);
                item.map(|item| (item.label.clone(), item.span.start()))
            }
        }
        .unzip();
        if let Some((label, at)) = label.zip(at) {
            self.weigh(acts, (1, label), at);
        }
    }

    fn offer_spread(&mut self, way: Vec<Act>, spread: Spread, at: usize) {
        let Spread { acts, gain, label } = spread;
        self.weigh([way, acts].concat(), (gain, label), at);
    }

    /// Keeps what costs least for each difference that it puts right.
    fn weigh(&mut self, acts: Vec<Act>, (gain, label): (usize, LabelId), at: usize) {
        let cost = cost(&acts, self.ways.hands);
        let plan = Plan {
            weight: cost * 8 + self.taste.against(at),
            cost,
            acts,
            gain,
            label,
        };
        self.least_cost = self.least_cost.min(cost);
        let is_better = |best: &Plan| {
            let (new, old) = (plan.weight * best.gain, best.weight * plan.gain);
            new < old || (new == old && plan.cost < best.cost)
        };
        if self.best.as_ref().is_none_or(is_better) {
            self.best = Some(plan);
        }
    }

    /// Finds words by the first letters of one of them, if that is shorter than going there.
    fn find_words(&mut self) {
        for (zone, difference) in self.zones.clone() {
            let words = match difference {
                Difference::Missing(index) => self.ways.goal.gold.get(index),
                Difference::Extra(_) => None,
            };
            let words = words.map_or(zone, |gold| gold.span.range());
            let mut start = words.start;
            while start < words.end {
                if let Some(letters) = self.letters_to(start) {
                    self.consider_found(start, &letters);
                }
                start = self.ways.sight.reading.step_word(start, true);
            }
        }
    }

    /// Looks what can be done once `letters` are found at the byte `start`.
    fn consider_found(&mut self, start: usize, letters: &str) {
        let find = Act::FindWords(letters.to_owned());
        let place = Place {
            caret: start,
            focus: None,
            selected: None,
            is_by_doubt: false,
            goal: None,
            ..self.ways.sight.here()
        };
        self.consider(place, || vec![find.clone()]);
    }

    /// The fewest letters by which the search comes to the byte `start`.
    fn letters_to(&self, start: usize) -> Option<String> {
        let text = self.ways.sight.text().as_str();
        let here = self.ways.sight.here().caret;
        let rest = text.get(start..)?;
        let mut letters = String::new();
        for letter in rest.chars().take(MOST_LETTERS) {
            letters.push(letter);
            if letters.ends_with(char::is_whitespace) {
                continue;
            }
            if self.ways.sight.reading.found(&letters, here) == Some(start) {
                return Some(letters);
            }
        }
        None
    }

    /// Looks at all places that a click leads to, and at where the annotator is.
    fn point(&mut self) {
        let sight = self.ways.sight;
        let here = sight.here();
        self.consider(here, Vec::new);
        for (zone, difference) in self.zones.clone() {
            if let Some(acts) = self.ways.dragged(difference) {
                self.offer(acts, difference);
            }
            let mut at = zone.start;
            while at < zone.end {
                let place = sight.clicked(here, at);
                self.consider(place, || vec![Act::Click(at)]);
                at = sight.reading.step_word(at, true);
            }
        }
        for span in self.right.clone() {
            if overlaps(&sight.screen.visible(), &span.range()) {
                let place = sight.clicked(here, span.start());
                self.consider(place, || vec![Act::Click(span.start())]);
            }
        }
    }
}

fn overlaps(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// What leads from the first node to this one. Where it goes on from a right suggestion, that is accepted
/// instead, which leads to the same place.
fn path(nodes: &[Node], index: usize, is_right: impl Fn(Place) -> bool) -> Vec<Act> {
    let mut acts = Vec::new();
    let mut at = nodes.get(index);
    let mut goes_back = false;
    while let Some(Node {
        from: Some((before, act)),
        ..
    }) = at
    {
        at = nodes.get(*before);
        let goes_on = |place: Place| match act {
            Act::Press(CommandId::NextOpen) => !place.is_by_doubt,
            Act::Press(CommandId::NextDoubtful) => place.is_by_doubt,
            _ => false,
        };
        let is_accepting = at.is_some_and(|node| goes_on(node.place) && is_right(node.place));
        goes_back |= *act == Act::Press(CommandId::PreviousOpen);
        acts.push(if is_accepting && !goes_back {
            Act::Press(CommandId::Accept)
        } else {
            act.clone()
        });
    }
    acts.reverse();
    acts
}
