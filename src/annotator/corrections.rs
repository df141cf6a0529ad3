//! The ways to put one difference right, once the annotator is at its words.

use std::ops::Range;

use crate::annotator::hands::{Act, Hands, cost};
use crate::annotator::place::{Place, Sight};
use crate::annotator::task::{Difference, Goal, Gold};
use crate::app::{CommandId, EdgeOf, LabelIndex, SelectBy, Step};
use copydesk_document::review::State;
use copydesk_text::{Direction, Edge, Span};

/// No more keys than these are tried for one thing: it can be done otherwise with fewer.
const MOST_KEYS: usize = 12;
/// How often a selection can grow: word, phrase, clause, statement, sentence, paragraph.
const UNITS: usize = 6;

/// What is known while ways are looked for.
#[derive(Clone, Copy)]
pub(super) struct Ways<'a> {
    pub sight: &'a Sight<'a>,
    pub goal: &'a Goal,
    pub hands: Hands,
}

impl Ways<'_> {
    /// Where the caret must be for a difference to be put right.
    pub fn zone(&self, difference: Difference) -> Option<Range<usize>> {
        match difference {
            Difference::Extra(index) => Some(self.sight.item(index)?.span.range()),
            Difference::Missing(index) => {
                let gold = self.goal.gold.get(index)?.span.range();
                let overlapping = self.sight.article.items_touching(&gold);
                Some(overlapping.fold(gold.clone(), |zone, item| {
                    zone.start.min(item.span.start())..zone.end.max(item.span.end())
                }))
            }
        }
    }

    /// The cheapest way to put `difference` right from `place`.
    pub fn cheapest(&self, place: Place, difference: Difference) -> Option<Vec<Act>> {
        match difference {
            Difference::Extra(index) => {
                let is_aimed = self.sight.aimed(place) == Some(index);
                is_aimed.then(|| vec![Act::Press(CommandId::Remove)])
            }
            Difference::Missing(index) => {
                let gold = self.goal.gold.get(index)?;
                let mut ways: Vec<Vec<Act>> = Vec::new();
                if let Some(selected) = place.selected {
                    return self.selected_marked(selected, gold);
                }
                ways.extend(self.reshaped(place, gold));
                ways.extend(self.word_marked(place, index, gold));
                if self.hands == Hands::Keys {
                    let focused = self.sight.chosen_span(place);
                    ways.extend(self.grown(place.caret, focused, index));
                    ways.extend(self.extended(place, gold));
                }
                ways.into_iter().min_by_key(|acts| cost(acts, self.hands))
            }
        }
    }

    fn letter(&self, gold: &Gold) -> Option<Act> {
        let schema = self.sight.article.document().schema();
        let index = LabelIndex::try_from(schema.position(&gold.label)?).ok()?;
        Some(Act::Press(CommandId::Label(index)))
    }

    /// An item that is there takes the edges and the label of the gold.
    fn reshaped(&self, place: Place, gold: &Gold) -> Option<Vec<Act>> {
        let index = self.sight.aimed(place)?;
        let item = self.sight.item(index)?;
        let schema = self.sight.article.document().schema();
        let is_rival = item.span.overlaps(gold.span)
            && schema.share_layer(&item.label, &gold.label)
            && item.state != State::Rejected;
        if !is_rival || self.goal.gold_of(item).is_some() {
            return None;
        }
        let mut acts = self.edges(place, index, gold)?;
        if item.label != gold.label {
            let is_meant =
                !acts.is_empty() || self.sight.labeled(place, &gold.label) == Some(index);
            acts.push(is_meant.then(|| self.letter(gold)).flatten()?);
        }
        Some(acts)
    }

    /// With the mouse one drag moves an edge; keys move it by words.
    fn edges(&self, place: Place, index: usize, gold: &Gold) -> Option<Vec<Act>> {
        let item = self.sight.item(index)?;
        if self.hands == Hands::Keys || item.span == gold.span {
            return self.stepped(item.span, gold.span);
        }
        place.focus?;
        let is_start = item.span.end() == gold.span.end();
        let (edge, to) = if is_start {
            (Edge::Start, gold.span.start())
        } else {
            (Edge::End, gold.span.end())
        };
        let (start, end) = match edge {
            Edge::Start => (to, item.span.end()),
            Edge::End => (item.span.start(), to),
        };
        let target = item.target.clone();
        let moved = self.sight.reading.smart_span(start, end)?;
        (moved == gold.span).then(|| vec![Act::DragEdge { target, edge, to }])
    }

    /// The edges of the selection are moved; then the letter marks it and goes on.
    fn selected_marked(&self, selected: Span, gold: &Gold) -> Option<Vec<Act>> {
        let mut acts = self.stepped(selected, gold.span)?;
        acts.push(self.letter(gold)?);
        Some(acts)
    }

    /// The letter marks the word at the caret; then its edges are moved.
    fn word_marked(&self, place: Place, index: usize, gold: &Gold) -> Option<Vec<Act>> {
        if self.sight.labeled(place, &gold.label).is_some() {
            return None;
        }
        let word = self.sight.reading.word_at(place.caret)?;
        self.marked(word, index, gold, Vec::new())
    }

    /// `acts` have selected `span`, or the caret is on it: label it, then move the edges.
    fn marked(&self, span: Span, index: usize, gold: &Gold, acts: Vec<Act>) -> Option<Vec<Act>> {
        let schema = self.sight.article.document().schema();
        if !span.overlaps(gold.span) || self.goal.has_other(span, index, schema) {
            return None;
        }
        if self.hands == Hands::Mouse && span != gold.span {
            return None;
        }
        let mut acts = acts;
        acts.push(self.letter(gold)?);
        acts.extend(self.stepped(span, gold.span)?);
        Some(acts)
    }

    /// From `selected` or the word at the caret the selection grows by units, is labeled, and its edges are
    /// moved.
    fn grown(&self, caret: usize, selected: Option<Span>, index: usize) -> Vec<Vec<Act>> {
        let (mut ways, mut acts) = (Vec::new(), Vec::new());
        let Some(gold) = self.goal.gold.get(index) else {
            return ways;
        };
        let mut selected = selected;
        for _ in 0..UNITS {
            let Some(grown) = self.sight.reading.grown(caret, selected) else {
                break;
            };
            acts.push(Act::Press(CommandId::GrowSelection));
            selected = Some(grown);
            ways.extend(self.marked(grown, index, gold, acts.clone()));
        }
        ways
    }

    /// From its first letter the selection is extended by words, then by letters.
    fn extended(&self, place: Place, gold: &Gold) -> Vec<Vec<Act>> {
        let mut ways = Vec::new();
        if place.caret != gold.span.start() {
            return ways;
        }
        let Some(letter) = self.letter(gold) else {
            return ways;
        };
        let mut head = place.caret;
        for words in 0..=MOST_KEYS {
            let acts = vec![Act::Press(extend(Step::Word, true)); words];
            let selected = self.sight.reading.smart_span(place.caret, head);
            if words > 0 && selected == Some(gold.span) {
                ways.push([acts, vec![letter]].concat());
                break;
            }
            if let Some(letters) = self
                .letters(head, gold.span.end())
                .filter(|it| !it.is_empty())
            {
                ways.push([acts, letters, vec![letter.clone()]].concat());
            }
            head = self.sight.reading.step_word(head, true);
        }
        ways
    }

    /// The keys that extend a selection from `head` to `end` letter by letter.
    fn letters(&self, head: usize, end: usize) -> Option<Vec<Act>> {
        let text = self.sight.text();
        let is_forward = head < end;
        let direction = if is_forward {
            Direction::Forward
        } else {
            Direction::Back
        };
        let mut acts = Vec::new();
        let mut at = head;
        while at != end {
            at = text.step_grapheme(at, direction);
            acts.push(Act::Press(extend(Step::Grapheme, is_forward)));
            let is_past = (at > end) == is_forward && at != end;
            if is_past || acts.len() > MOST_KEYS {
                return None;
            }
        }
        Some(acts)
    }

    /// The keys that move the edges of `from` by words until it is `to`.
    fn stepped(&self, from: Span, to: Span) -> Option<Vec<Act>> {
        let orders = [[EdgeOf::Start, EdgeOf::End], [EdgeOf::End, EdgeOf::Start]];
        orders.into_iter().find_map(|order| {
            let mut acts = Vec::new();
            let mut span = from;
            for edge in order {
                span = self.edge_stepped(span, to, edge, &mut acts)?;
            }
            (span == to).then_some(acts)
        })
    }

    fn edge_stepped(
        &self,
        from: Span,
        to: Span,
        edge: EdgeOf,
        acts: &mut Vec<Act>,
    ) -> Option<Span> {
        let place = |span: Span| match edge {
            EdgeOf::Start => span.start(),
            EdgeOf::End => span.end(),
        };
        let mut span = from;
        let is_forward = place(from) < place(to);
        while place(span) != place(to) {
            let outward = is_forward == (edge == EdgeOf::End);
            let (side, direction) = (
                match edge {
                    EdgeOf::Start => Edge::Start,
                    EdgeOf::End => Edge::End,
                },
                if is_forward {
                    Direction::Forward
                } else {
                    Direction::Back
                },
            );
            span = self.sight.reading.step_edge(span, side, direction)?;
            acts.push(Act::Press(CommandId::MoveEdge { edge, outward }));
            let is_past = (place(span) > place(to)) == is_forward && place(span) != place(to);
            if is_past || acts.len() > MOST_KEYS {
                return None;
            }
        }
        Some(span)
    }

    /// Whether the focused item is a suggestion that only needs to be accepted.
    pub fn is_right(&self, place: Place) -> bool {
        let item = place.focus.and_then(|index| self.sight.item(index));
        item.is_some_and(|item| item.state == State::Suggested && self.goal.gold_of(item).is_some())
    }

    /// A drag over missing words, with Alt where its edges would snap elsewhere; then the letter.
    pub fn dragged(&self, difference: Difference) -> Option<Vec<Act>> {
        let Difference::Missing(index) = difference else {
            return None;
        };
        let gold = self.goal.gold.get(index)?;
        let (anchor, head) = (gold.span.start(), gold.span.end());
        let is_snapping = self.sight.reading.smart_span(anchor, head) == Some(gold.span);
        let by = if is_snapping {
            SelectBy::Word
        } else {
            SelectBy::Grapheme
        };
        Some(vec![Act::Drag { anchor, head, by }, self.letter(gold)?])
    }
}

fn extend(by: Step, forward: bool) -> CommandId {
    CommandId::Step {
        by,
        forward,
        extend: true,
    }
}
