//! Where the annotator is in an article, and where each key or click would lead.

use crate::annotator::hands::Act;
use crate::annotator::reading::Reading;
use crate::annotator::screen::Screen;
use crate::app::{CommandId, HintTarget, Motion, OpenArticle, ReviewOrder, Step};
use copydesk_document::LabelId;
use copydesk_document::review::{Item, State};
use copydesk_text::{ArticleText, Direction, Span};

/// The caret, and what is focused, by its index among the items.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Place {
    pub caret: usize,
    pub focus: Option<usize>,
    /// The words that are selected, if any.
    pub selected: Option<Span>,
    /// The next of what may be missing, by its index among those that are open.
    pub candidate: Option<usize>,
    pub is_by_doubt: bool,
    /// The column that vertical motions keep.
    pub goal: Option<usize>,
}

/// An article as it lies before the annotator. What a key would do is worked out here without doing it.
pub(super) struct Sight<'a> {
    pub article: &'a OpenArticle,
    pub screen: &'a Screen,
    pub reading: &'a Reading,
    /// The open items in reading order.
    open: Vec<usize>,
    /// The same, the least certain first.
    by_doubt: Vec<usize>,
    /// What may be missing, the likeliest first.
    candidates: Vec<Span>,
}

impl<'a> Sight<'a> {
    pub fn new(article: &'a OpenArticle, screen: &'a Screen, reading: &'a Reading) -> Self {
        let items = article.items();
        let is_open = |index: &usize| {
            let item = items.get(*index);
            item.is_some_and(|item| item.state == State::Suggested)
        };
        let open: Vec<usize> = (0..items.len()).filter(is_open).collect();
        let mut by_doubt = open.clone();
        by_doubt.sort_by_key(|index| {
            let item = items.get(*index);
            item.map(|item| (item.confidence, item.span, &item.label))
        });
        let candidates = article.open_candidates().map(|one| one.span).collect();
        Self {
            article,
            screen,
            reading,
            open,
            by_doubt,
            candidates,
        }
    }

    pub fn text(&self) -> &ArticleText {
        self.article.text()
    }

    pub fn item(&self, index: usize) -> Option<&'a Item> {
        self.article.items().get(index)
    }

    /// Where the annotator is now.
    pub fn here(&self) -> Place {
        let focus = self.article.focus();
        let next = self.article.next_candidate().map(|next| next.span);
        Place {
            caret: self.article.caret(),
            focus: focus.and_then(|target| self.article.position(target)),
            selected: self.article.selection().map(|selection| selection.span),
            candidate: next.and_then(|next| self.candidates.iter().position(|it| *it == next)),
            is_by_doubt: self.article.order() == ReviewOrder::Doubt,
            goal: self.screen.goal,
        }
    }

    /// What keys act on: the focused item, or the shortest at the caret.
    pub fn aimed(&self, place: Place) -> Option<usize> {
        place
            .focus
            .or_else(|| self.at_caret(place).first().copied())
    }

    /// The items at the caret, the shortest first; behind the last letter of a word, those of the word.
    /// None beside a selection.
    fn at_caret(&self, place: Place) -> Vec<usize> {
        if place.selected.is_some() {
            return Vec::new();
        }
        let caret = place.caret;
        let items = self.items_at(caret);
        match self.reading.word_at(caret) {
            Some(word) if items.is_empty() && word.end() == caret => self.items_at(word.start()),
            _ => items,
        }
    }

    fn items_at(&self, byte: usize) -> Vec<usize> {
        let items = self.article.items_at(byte).into_iter();
        let indices = items.filter_map(|item| self.article.position(&item.target));
        indices.collect()
    }

    /// The item that the letter of `label` would give that label.
    pub fn labeled(&self, place: Place, label: &LabelId) -> Option<usize> {
        let schema = self.article.document().schema();
        let style = |label: &LabelId| Some(schema.label(label)?.style);
        let is_alike = |index: &usize| {
            let item = self.item(*index);
            item.is_some_and(|item| style(&item.label) == style(label))
        };
        let mut here = self.at_caret(place).into_iter();
        place.focus.or_else(|| here.find(is_alike))
    }

    /// The selection or the focused span, from which a selection grows.
    pub fn chosen_span(&self, place: Place) -> Option<Span> {
        let focused = || Some(self.item(place.focus?)?.span);
        place.selected.or_else(focused)
    }

    /// Where a click would lead.
    pub fn clicked(&self, from: Place, at: usize) -> Place {
        let items = self.items_at(at);
        let focused = items.iter().position(|index| Some(*index) == from.focus);
        let next = focused.map_or(0, |position| (position + 1) % items.len());
        Place {
            caret: at,
            focus: items.get(next).copied(),
            selected: None,
            goal: None,
            ..from
        }
    }

    /// All that a key of motion can do from `from`, with where it leads.
    pub fn moves(&self, from: Place) -> Vec<(Act, Place)> {
        let mut moves = self.doubt_moves(from);
        moves.extend(self.candidate_moves(from));
        let mut add = |id, place: Place| moves.push((Act::Press(id), place));
        for (id, to) in [
            (CommandId::NextOpen, self.next_open(from)),
            (CommandId::PreviousOpen, self.previous_open(from)),
        ] {
            if let Some(place) = to.and_then(|index| self.at_item(from, index, false)) {
                add(id, place);
            }
        }
        for forward in [true, false] {
            for by in [Step::Word, Step::Grapheme, Step::Article] {
                let id = CommandId::Step {
                    by,
                    forward,
                    extend: false,
                };
                add(id, self.stepped(from, by, forward));
            }
        }
        for motion in MOTIONS {
            let (to, goal) = self.screen.moved(from.caret, motion, from.goal);
            let id = CommandId::Layout {
                motion,
                extend: false,
            };
            let place = Place {
                caret: self.text().floor_grapheme(to),
                focus: None,
                selected: None,
                goal,
                ..from
            };
            add(id, place);
        }
        if from.focus.is_some() || from.selected.is_some() {
            let place = Place {
                focus: None,
                selected: None,
                is_by_doubt: false,
                goal: None,
                ..from
            };
            add(CommandId::Unselect, place);
        }
        moves
    }

    /// The key that goes on to the next doubtful one.
    pub fn doubt_moves(&self, from: Place) -> Vec<(Act, Place)> {
        let to = self.next_doubtful(from);
        let place = to.and_then(|index| self.at_item(from, index, true));
        let act = Act::Press(CommandId::NextDoubtful);
        place.map(|place| (act, place)).into_iter().collect()
    }

    /// The key that goes on to what may be missing, the likeliest first.
    pub fn candidate_moves(&self, from: Place) -> Vec<(Act, Place)> {
        let place = from.candidate.and_then(|index| self.at_candidate(index));
        let act = Act::Press(CommandId::NextCandidate);
        place.map(|place| (act, place)).into_iter().collect()
    }

    /// What the letters lead to that can be shown on this screen.
    pub fn hint_moves(&self) -> Vec<(Act, Place)> {
        let here = self.here();
        let hints = self.article.hints_on_screen().into_iter();
        let moves = hints.filter_map(|hint| {
            let place = match hint.to {
                HintTarget::Suggestion(target) => {
                    self.at_item(here, self.article.position(&target)?, false)
                }
                HintTarget::Candidate(_) => {
                    let mut candidates = self.candidates.iter();
                    self.at_candidate(candidates.position(|span| *span == hint.span)?)
                }
            };
            Some((Act::Hint(hint.letter), place?))
        });
        moves.collect()
    }

    fn at_candidate(&self, index: usize) -> Option<Place> {
        let span = *self.candidates.get(index)?;
        Some(Place {
            caret: span.start(),
            focus: None,
            selected: Some(span),
            candidate: Some(index + 1).filter(|next| *next < self.candidates.len()),
            is_by_doubt: false,
            goal: None,
        })
    }

    fn at_item(&self, from: Place, index: usize, is_by_doubt: bool) -> Option<Place> {
        Some(Place {
            caret: self.item(index)?.span.start(),
            focus: Some(index),
            selected: None,
            is_by_doubt,
            goal: None,
            ..from
        })
    }

    fn next_open(&self, from: Place) -> Option<usize> {
        let later = |index: &&usize| match from.focus {
            Some(focus) => **index > focus,
            None => self
                .item(**index)
                .is_some_and(|item| item.span.start() >= from.caret),
        };
        let next = self.open.iter().find(later).or_else(|| self.open.first());
        next.copied()
    }

    fn previous_open(&self, from: Place) -> Option<usize> {
        let earlier = |index: &&usize| match from.focus {
            Some(focus) => **index < focus,
            None => self
                .item(**index)
                .is_some_and(|item| item.span.start() < from.caret),
        };
        let previous = self.open.iter().rev().find(earlier);
        previous.or_else(|| self.open.last()).copied()
    }

    fn next_doubtful(&self, from: Place) -> Option<usize> {
        let first = self.by_doubt.first().copied();
        let is_going_on = from.is_by_doubt || from.focus == first;
        let doubt = |index: usize| {
            let item = self.item(index)?;
            Some((item.confidence, item.span, &item.label))
        };
        let Some(focus) = from.focus.filter(|_| is_going_on) else {
            return first;
        };
        let mut later = self.by_doubt.iter();
        let later = later.find(|index| doubt(**index) > doubt(focus));
        later.copied().or(first)
    }

    fn stepped(&self, from: Place, by: Step, forward: bool) -> Place {
        let to = match by {
            Step::Word => self.reading.step_word(from.caret, forward),
            Step::Grapheme => self.text().step_grapheme(from.caret, direction(forward)),
            Step::Sentence => self.text().step_sentence(from.caret, direction(forward)),
            Step::Article if forward => self.text().len(),
            Step::Article => 0,
        };
        Place {
            caret: self.text().floor_grapheme(to),
            focus: None,
            selected: None,
            goal: None,
            ..from
        }
    }
}

fn direction(forward: bool) -> Direction {
    if forward {
        Direction::Forward
    } else {
        Direction::Back
    }
}

const MOTIONS: [Motion; 6] = [
    Motion::LineUp,
    Motion::LineDown,
    Motion::LineStart,
    Motion::LineEnd,
    Motion::PageUp,
    Motion::PageDown,
];
