//! A block of the article as runs of text that a screen reader walks by character, word and line.

use std::collections::BTreeSet;
use std::ops::Range;

use eframe::egui;
use egui::accesskit::{Node, NodeId, Role, TextDirection};

use crate::ui::article::block_layout::{BlockLayout, Stretch, characters};
use copydesk_text::{ArticleText, TokenKind, tokens};

/// Some characters of one line. Its node lacks the bounds, which move as the article is scrolled.
#[derive(Clone)]
pub struct Run {
    /// Half-open, in bytes of the article.
    pub range: Range<usize>,
    pub node: Node,
    /// Relative to the block's upper left corner, in points; `None` where the block is not laid out.
    pub rect: Option<egui::Rect>,
    /// Of the block, from 0.
    line: usize,
}

/// AccessKit finds words by an index of one byte.
const MOST_CHARACTERS: usize = 250;

/// The runs of a block that is laid out.
pub fn seen(text: &ArticleText, layout: &BlockLayout, ends_paragraph: bool) -> Vec<Run> {
    let range = layout.range();
    let words = text.as_str().get(range.clone()).unwrap_or_default();
    let stretches = layout.stretches(words);
    let runs = stretches.iter().flat_map(|stretch| {
        let places = stretch.places.as_slice();
        cut(text, &stretch.range, places).map(|run| placed(run, stretch))
    });
    finished(text, range, runs.collect(), ends_paragraph)
}

/// The runs of the block `range` that is not laid out: it counts as one line.
pub fn unseen(text: &ArticleText, range: &Range<usize>, ends_paragraph: bool) -> Vec<Run> {
    let runs = cut(text, range, &[]).map(|(run, _)| run);
    finished(text, range, runs.collect(), ends_paragraph)
}

/// Which character of `run` begins at `byte`.
pub fn character_at(text: &ArticleText, run: &Range<usize>, byte: usize) -> usize {
    let before = text.as_str().get(run.start..byte.min(run.end));
    before.map_or(0, |before| characters(before).count())
}

/// The byte before the character of `run` with this index.
pub fn byte_of(text: &ArticleText, run: &Range<usize>, character: usize) -> usize {
    let words = text.as_str().get(run.clone()).unwrap_or_default();
    let before = characters(words).take(character);
    run.start + before.map(str::len).sum::<usize>()
}

/// Stretches of `range` that are short enough, each with the places of its characters.
fn cut<'a>(
    text: &ArticleText,
    range: &Range<usize>,
    places: &'a [(f32, f32)],
) -> impl Iterator<Item = (Run, &'a [(f32, f32)])> {
    let words = text.as_str().get(range.clone()).unwrap_or_default();
    let all: Vec<&str> = characters(words).collect();
    let mut start = range.start;
    let mut runs = Vec::with_capacity(all.len() / MOST_CHARACTERS + 1);
    for (index, part) in all.chunks(MOST_CHARACTERS).enumerate() {
        let end = start + part.iter().map(|character| character.len()).sum::<usize>();
        let mut node = Node::new(Role::TextRun);
        let value: String = part.iter().map(|character| heard(character)).collect();
        node.set_value(value);
        let lengths = part.iter().map(|character| byte_len(heard(character)));
        node.set_character_lengths(lengths.collect::<Vec<u8>>());
        node.set_text_direction(TextDirection::LeftToRight);
        let run = Run {
            range: start..end,
            node,
            rect: None,
            line: 0,
        };
        let first = index * MOST_CHARACTERS;
        let places = places.get(first..first + part.len()).unwrap_or_default();
        runs.push((run, places));
        start = end;
    }
    runs.into_iter()
}

/// What is read for a character: a space for a break or a sign without shape.
fn heard(character: &str) -> &str {
    let is_blank = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    if character.contains(is_blank) {
        " "
    } else {
        character
    }
}

fn byte_len(character: &str) -> u8 {
    u8::try_from(character.len()).unwrap_or(u8::MAX)
}

/// Gives `run` its place on the screen, and its characters theirs.
fn placed((mut run, places): (Run, &[(f32, f32)]), stretch: &Stretch) -> Run {
    run.line = stretch.line;
    let (Some(first), Some(last)) = (places.first(), places.last()) else {
        return run;
    };
    let (from, until) = (first.0, last.0 + last.1);
    let x = if stretch.is_rtl {
        run.node.set_text_direction(TextDirection::RightToLeft);
        stretch.rect.right() - until..=stretch.rect.right() - from
    } else {
        stretch.rect.left() + from..=stretch.rect.left() + until
    };
    run.rect = Some(egui::Rect::from_x_y_ranges(x, stretch.rect.y_range()));
    let positions: Vec<f32> = places.iter().map(|(at, _)| at - from).collect();
    run.node.set_character_positions(positions);
    let widths: Vec<f32> = places.iter().map(|(_, width)| *width).collect();
    run.node.set_character_widths(widths);
    run
}

/// With the starts of words and, at the end of a paragraph, the break that says so.
fn finished(
    text: &ArticleText,
    block: &Range<usize>,
    mut runs: Vec<Run>,
    ends_paragraph: bool,
) -> Vec<Run> {
    let words = text.as_str().get(block.clone()).unwrap_or_default();
    let is_word = |kind: TokenKind| matches!(kind, TokenKind::Word | TokenKind::Number);
    let starts: BTreeSet<usize> = tokens(words, block.start)
        .into_iter()
        .filter(|token| is_word(token.kind))
        .map(|token| text.floor_grapheme(token.start))
        .collect();
    for run in &mut runs {
        let starts = starts.range(run.range.clone());
        let starts = starts.map(|start| character_at(text, &run.range, *start));
        let starts = starts.filter_map(|start| u8::try_from(start).ok());
        run.node.set_word_starts(starts.collect::<Vec<u8>>());
    }
    if ends_paragraph && let Some(last) = runs.last_mut() {
        end_paragraph(last);
    }
    runs
}

fn end_paragraph(run: &mut Run) {
    let node = &mut run.node;
    let value = format!("{}\n", node.value().unwrap_or_default());
    node.set_value(value);
    let mut lengths = node.character_lengths().to_vec();
    lengths.push(1);
    node.set_character_lengths(lengths);
    let places = node.character_positions().zip(node.character_widths());
    if let Some((positions, widths)) = places {
        let last = positions.last().zip(widths.last());
        let end = last.map_or(0.0, |(at, width)| at + width);
        let positions: Vec<f32> = positions.iter().copied().chain([end]).collect();
        let widths: Vec<f32> = widths.iter().copied().chain([0.0]).collect();
        node.set_character_positions(positions);
        node.set_character_widths(widths);
    }
}

/// Says of the runs of a block, whose nodes are called `ids`, which follow each other on a line.
pub fn join_lines(runs: &mut [Run], ids: &[NodeId]) {
    let lines: Vec<usize> = runs.iter().map(|run| run.line).collect();
    let is_joined = |index: usize| lines.get(index) == lines.get(index + 1);
    for (index, run) in runs.iter_mut().enumerate() {
        if let Some(next) = ids.get(index + 1).filter(|_| is_joined(index)) {
            run.node.set_next_on_line(*next);
        }
        if let Some(before) = index.checked_sub(1).filter(|before| is_joined(*before))
            && let Some(previous) = ids.get(before)
        {
            run.node.set_previous_on_line(*previous);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{byte_of, character_at, unseen};
    use copydesk_text::ArticleText;

    proptest! {
        #[test]
        fn runs_hold_their_words_whole(words in "(\\PC{0,40}|[\u{300}-\u{36f}]{0,300}|[\r\t\u{2028}👩‍👧]{0,3}){1,20}") {
            let text = ArticleText::new(words);
            let range = 0..text.len();
            let runs = unseen(&text, &range, true);
            let mut at = 0;
            for run in &runs {
                prop_assert_eq!(run.range.start, at);
                at = run.range.end;
                let value = run.node.value().unwrap_or_default();
                let lengths = run.node.character_lengths();
                prop_assert_eq!(value.len(), lengths.iter().copied().map(usize::from).sum::<usize>());
                prop_assert!(lengths.len() <= 255);
                let starts = run.node.word_starts();
                prop_assert!(starts.windows(2).all(|pair| pair[0] < pair[1]));
                prop_assert!(starts.iter().all(|start| usize::from(*start) < lengths.len()));
                prop_assert!(!value.trim_end_matches('\n').contains(char::is_control));
            }
            prop_assert_eq!(at, text.len());
        }

        #[test]
        fn a_character_and_its_byte_are_the_same_place(words in "\\PC{1,400}") {
            let text = ArticleText::new(words);
            for run in unseen(&text, &(0..text.len()), false) {
                for character in 0..run.node.character_lengths().len() {
                    let byte = byte_of(&text, &run.range, character);
                    prop_assert_eq!(character_at(&text, &run.range, byte), character);
                }
            }
        }
    }

    #[test]
    fn a_paragraph_ends_with_a_break_and_a_part_of_one_does_not() {
        let text = ArticleText::new("He left.");
        for (ends, expected) in [(true, "He left.\n"), (false, "He left.")] {
            let runs = unseen(&text, &(0..8), ends);
            assert_eq!(runs[0].node.value(), Some(expected));
        }
    }
}
