//! A place in an article as a line of a list: the words, underlined, with what is around them.

use std::ops::Range;
use std::sync::Arc;

use eframe::egui;
use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, Galley, Rect, Stroke, Ui, pos2};

use crate::ui::panels::widgets::{self, Ink};
use crate::ui::theme::{Theme, reading};
use copydesk_text::{ArticleText, Span};

/// What stands at a place and around it, each on one line.
pub struct InContext {
    pub before: String,
    pub words: String,
    pub after: String,
}

impl InContext {
    pub fn of(text: &ArticleText, span: Span) -> Self {
        const REACH: usize = 120;
        let from = text.ceil_grapheme(span.start().saturating_sub(REACH));
        let until = text.floor_grapheme((span.end() + REACH).min(text.len()));
        let part = |range: Range<usize>| {
            let words = text.as_str().get(range).unwrap_or_default();
            words.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let begins = |byte: usize| {
            text.as_str()
                .get(..byte)
                .is_some_and(|words| words.ends_with(char::is_whitespace))
        };
        let goes_on = |byte: usize| {
            text.as_str()
                .get(byte..)
                .is_some_and(|words| words.starts_with(char::is_whitespace))
        };
        let mut before = part(from..span.start());
        if begins(span.start()) && !before.is_empty() {
            before.push(' ');
        }
        let mut after = part(span.end()..until);
        if goes_on(span.end()) {
            after.insert(0, ' ');
        }
        Self {
            before,
            words: part(span.range()),
            after,
        }
    }

    /// As a screen reader hears it.
    pub fn spoken(&self) -> String {
        let Self {
            before,
            words,
            after,
        } = self;
        format!(
            "{}{words}{}",
            last_chars(before, 30),
            first_chars(after, 30)
        )
    }

    /// The words in `color` where all others begin, `left` points from the left edge of `row`, with what
    /// stands before them to the left. The last `right` points stay free.
    pub fn paint(&self, ui: &Ui, row: Rect, (left, right): (f32, f32), color: Color32) {
        let theme = Theme::of(ui.ctx());
        let middle = row.left() + left;
        let y = |height: f32| row.center().y - height / 2.0;
        let before = self.fitting(ui, left - 34.0);
        let left = middle - before.size().x;
        ui.painter()
            .galley(pos2(left, y(before.size().y)), before, theme.quiet);
        let mut job = LayoutJob::default();
        let underlined = TextFormat {
            underline: Stroke::new(1.0, color),
            ..TextFormat::simple(reading(15.0), color)
        };
        job.append(&self.words, 0.0, underlined);
        let quiet = TextFormat::simple(reading(15.0), theme.quiet);
        job.append(&self.after, 0.0, quiet);
        job.wrap.max_rows = 1;
        job.wrap.max_width = row.right() - right - middle;
        job.wrap.break_anywhere = true;
        let words = ui.painter().layout_job(job);
        ui.painter()
            .galley(pos2(middle, y(words.size().y)), words, theme.text);
    }

    /// As much of what stands before as is not wider than `width`, in whole words.
    fn fitting(&self, ui: &Ui, width: f32) -> Arc<Galley> {
        let ink = Ink::new(reading(15.0), Theme::of(ui.ctx()).quiet);
        let mut words = last_chars(&self.before, 34);
        if words.len() < self.before.len() {
            let rest = words.split_once(' ').map(|(_, rest)| format!("…{rest}"));
            words = rest.unwrap_or(words);
        }
        loop {
            let galley = widgets::line(ui, &words, &ink);
            match words.split_once(' ') {
                Some((_, rest)) if galley.size().x > width && !rest.is_empty() => {
                    words = format!("…{rest}");
                }
                _ => return galley,
            }
        }
    }
}

fn last_chars(words: &str, most: usize) -> String {
    let count = words.chars().count();
    words.chars().skip(count.saturating_sub(most)).collect()
}

fn first_chars(words: &str, most: usize) -> String {
    words.chars().take(most).collect()
}
