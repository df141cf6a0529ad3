//! Width, size and font of an article's blocks.

use eframe::egui;
use egui::text::TextFormat;
use egui::{Align, Color32};

use crate::app::{Face, Preferences};
use crate::ui::article::block_layout::Setting;
use crate::ui::article::blocks::Block;
use crate::ui::theme::{self, Theme, size};
use copydesk_text::ParagraphKind;

/// Everything that determines the line layout: equal settings give equal layouts.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    text_size: f32,
    face: Face,
    /// Width of the column of text, in points.
    pub column: f32,
    /// From the left edge of the view to the column.
    pub left: f32,
    /// Mean width of a character of the reading face.
    char_width: f32,
    text: Color32,
    quiet: Color32,
}

/// Room for the rules and letters of the margin.
const MARGIN: f32 = 44.0;
const TOP: f32 = 42.0;
/// Below the last line, so that it can be read in the middle of the window.
pub const BOTTOM: f32 = 160.0;

impl Settings {
    pub fn new(
        ctx: &egui::Context,
        preferences: &Preferences,
        available: f32,
        theme: &Theme,
    ) -> Self {
        let text_size = preferences.text_size;
        let sample = "The agreement was announced by the president on Friday, and 5 officials said it would hold. ";
        let width = ctx.fonts_mut(|fonts| {
            let font = theme::reading(text_size);
            sample
                .chars()
                .map(|c| fonts.glyph_width(&font, c))
                .sum::<f32>()
        });
        let char_width = width / sample.chars().count() as f32;
        let preferred = (char_width * f32::from(preferences.column_chars)).round();
        let column = preferred.min(available - 2.0 * MARGIN).max(120.0);
        Self {
            text_size,
            face: preferences.face,
            column,
            left: ((available - column) / 2.0).max(MARGIN).round(),
            char_width,
            text: theme.text,
            quiet: theme.quiet,
        }
    }

    /// How the lines of a block of `kind` are set.
    pub fn of(&self, kind: ParagraphKind) -> Setting {
        let (font, height, line, color) = match kind {
            ParagraphKind::Headline => {
                let height = self.text_size * size::HEADLINE;
                (theme::headline(height), height, 1.24, self.text)
            }
            ParagraphKind::Standfirst => {
                let height = self.text_size * size::STANDFIRST;
                (theme::reading(height), height, 1.5, self.quiet)
            }
            ParagraphKind::Subheading => {
                let height = self.text_size * size::SUBHEADING;
                (theme::headline(height), height, 1.4, self.text)
            }
            ParagraphKind::Body => (
                theme::reading(self.text_size),
                self.text_size,
                size::LINE_HEIGHT,
                self.text,
            ),
        };
        let line_height = (height * line).round();
        let format = TextFormat {
            line_height: Some(line_height),
            valign: Align::Center,
            ..TextFormat::simple(font, color)
        };
        Setting {
            format,
            width: self.column,
            line_height,
        }
    }

    /// The empty space above `block`.
    pub fn gap(&self, block: &Block, is_first: bool) -> f32 {
        if is_first {
            return TOP;
        }
        if !block.opens {
            return 0.0;
        }
        let share = match block.kind {
            ParagraphKind::Headline => 0.9,
            ParagraphKind::Standfirst => 0.35,
            ParagraphKind::Subheading => 1.2,
            ParagraphKind::Body => 0.85,
        };
        (self.text_size * share).round()
    }

    /// An estimate of `block`'s height, made without laying it out.
    pub fn estimate(&self, block: &Block, is_first: bool) -> f64 {
        let setting = self.of(block.kind);
        let relative = setting.format.font_id.size / self.text_size;
        let chars_a_line = (self.column / (self.char_width * relative)).max(1.0);
        let lines = (block.range.len() as f32 / chars_a_line).ceil().max(1.0);
        f64::from(lines * setting.line_height + self.gap(block, is_first))
    }
}
