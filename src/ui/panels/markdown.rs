//! Markdown, shown simply: headings, paragraphs, lists, quotes and code, with bold and italic words.

use eframe::egui;
use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, FontId, Role, Stroke, Ui, WidgetInfo, vec2};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::ui::panels::widgets;
use crate::ui::theme::{Theme, headline, reading};
use copydesk_document::ExamplePlace;

/// What stands by itself: a heading, a paragraph, an item of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    kind: Kind,
    runs: Vec<Run>,
    /// In so many lists.
    depth: usize,
    /// Before an item: a bullet or a number.
    marker: Option<String>,
    is_quote: bool,
    /// Where its first link leads.
    link: Option<String>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    Paragraph,
    /// From 1, the largest.
    Heading(u8),
    Code,
    Rule,
}

/// Words of one form.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Run {
    words: String,
    form: Form,
}

#[expect(
    clippy::struct_excessive_bools,
    reason = "words may be of any of these forms at once"
)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Form {
    is_bold: bool,
    is_italic: bool,
    is_code: bool,
    is_link: bool,
}

/// Lists within lists are moved to the right no further than this.
const DEEPEST: usize = 6;
const INDENT: f32 = 22.0;
const SIZE: f32 = 16.0;
const LINE: f32 = 24.0;

/// The blocks of `markdown`. Marks that are not known stand as they were written.
pub fn parse(markdown: &str) -> Vec<Block> {
    let mut parsing = Parsing::default();
    for event in Parser::new_ext(markdown, Options::ENABLE_STRIKETHROUGH) {
        parsing.take(event);
    }
    parsing.end_block();
    parsing.blocks
}

#[derive(Default)]
struct Parsing {
    blocks: Vec<Block>,
    block: Block,
    form: Form,
    /// The number of the next item of each list, `None` for bullets.
    lists: Vec<Option<u64>>,
    /// Of the item that has begun, until its first words come.
    marker: Option<String>,
    quotes: usize,
}

impl Parsing {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(words) | Event::Html(words) | Event::InlineHtml(words) => {
                self.push(&words, self.form);
            }
            Event::Code(words) => self.push(
                &words,
                Form {
                    is_code: true,
                    ..self.form
                },
            ),
            Event::SoftBreak => self.push(" ", self.form),
            Event::HardBreak => self.push("\n", self.form),
            Event::Rule => {
                self.end_block();
                self.blocks.push(Block {
                    kind: Kind::Rule,
                    ..Block::default()
                });
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => self.begin(Kind::Heading(*level as u8)),
            Tag::CodeBlock(_) => self.begin(Kind::Code),
            Tag::Paragraph | Tag::HtmlBlock => self.begin(Kind::Paragraph),
            Tag::List(first) => {
                self.end_block();
                self.lists.push(*first);
            }
            Tag::Item => {
                self.end_block();
                self.marker = self.lists.last_mut().map(|next| match next {
                    Some(number) => {
                        *number += 1;
                        format!("{}.", *number - 1)
                    }
                    None => "•".to_owned(),
                });
            }
            Tag::BlockQuote(_) => {
                self.end_block();
                self.quotes += 1;
            }
            Tag::Strong => self.form.is_bold = true,
            Tag::Emphasis => self.form.is_italic = true,
            Tag::Link { dest_url, .. } if ExamplePlace::parse(dest_url).is_some() => {
                self.form.is_link = true;
                self.block.link.get_or_insert_with(|| dest_url.to_string());
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::Paragraph | TagEnd::HtmlBlock => {
                self.end_block();
            }
            TagEnd::Item => {
                self.end_block();
                self.marker = None;
            }
            TagEnd::List(_) => {
                self.end_block();
                self.lists.pop();
            }
            TagEnd::BlockQuote(_) => {
                self.end_block();
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::Strong => self.form.is_bold = false,
            TagEnd::Emphasis => self.form.is_italic = false,
            TagEnd::Link => self.form.is_link = false,
            _ => {}
        }
    }

    fn begin(&mut self, kind: Kind) {
        self.end_block();
        self.block.kind = kind;
    }

    fn push(&mut self, words: &str, form: Form) {
        if self.block.runs.is_empty() {
            self.block.depth = self.lists.len();
            self.block.marker = self.marker.take();
            self.block.is_quote = self.quotes > 0;
        }
        match self.block.runs.last_mut().filter(|run| run.form == form) {
            Some(run) => run.words.push_str(words),
            None => self.block.runs.push(Run {
                words: words.to_owned(),
                form,
            }),
        }
    }

    fn end_block(&mut self) {
        let block = std::mem::take(&mut self.block);
        if !block.runs.is_empty() {
            self.blocks.push(block);
        }
    }
}

/// Draws `blocks` one below the other. Where the link leads that was pressed; a block with one is pressed as a whole.
pub fn show(ui: &mut Ui, blocks: &[Block]) -> Option<String> {
    let mut pressed = None;
    for block in blocks {
        let theme = Theme::of(ui.ctx());
        if block.kind == Kind::Rule {
            widgets::hairline(ui, 8.0);
            continue;
        }
        if matches!(block.kind, Kind::Heading(_)) {
            ui.add_space(8.0);
        }
        let quote = if block.is_quote { INDENT } else { 0.0 };
        let left = quote + INDENT * block.depth.min(DEEPEST) as f32;
        let width = (ui.available_width() - left).max(80.0);
        let galley = ui.painter().layout_job(job(block, &theme, width));
        let size = vec2(ui.available_width(), galley.size().y);
        let sense = if block.link.is_some() {
            egui::Sense::click()
        } else {
            egui::Sense::hover()
        };
        let response = ui.allocate_response(size, sense);
        let role = match block.kind {
            _ if block.link.is_some() => Role::Link,
            Kind::Heading(_) => Role::Heading,
            _ => Role::Label,
        };
        response.widget_info(|| WidgetInfo::labeled(role, true, block.spoken()));
        let corner = response.rect.min;
        let painter = ui.painter();
        painter.galley(corner + vec2(left, 0.0), galley, theme.text);
        if let Some(marker) = &block.marker {
            let mut job = LayoutJob::default();
            let usual = format(Kind::Paragraph, Form::default(), theme.quiet);
            job.append(marker, 0.0, usual);
            let galley = painter.layout_job(job);
            let at = corner + vec2(left - galley.size().x - 6.0, 0.0);
            painter.galley(at, galley, theme.quiet);
        }
        if block.is_quote {
            let stroke = Stroke::new(2.0, theme.hairline);
            painter.vline(corner.x + 4.0, response.rect.y_range(), stroke);
        }
        if block.link.is_some() {
            let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
            widgets::paint_focus(ui, &response, egui::CornerRadius::same(4));
            if response.clicked() {
                pressed.clone_from(&block.link);
            }
        }
    }
    pressed
}

impl Block {
    fn spoken(&self) -> String {
        let words = self.runs.iter().map(|run| run.words.as_str());
        let marker = self.marker.iter().map(String::as_str);
        let marker = marker.filter(|marker| *marker != "•");
        let parts = marker.flat_map(|marker| [marker, " "]).chain(words);
        parts.collect::<String>().trim().to_owned()
    }
}

fn job(block: &Block, theme: &Theme, width: f32) -> LayoutJob {
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    for run in &block.runs {
        job.append(&run.words, 0.0, format(block.kind, run.form, theme.text));
    }
    job
}

fn format(kind: Kind, form: Form, color: Color32) -> TextFormat {
    let is_code = form.is_code || kind == Kind::Code;
    let (font, line) = match kind {
        Kind::Heading(1) => (headline(22.0), 30.0),
        Kind::Heading(2) => (headline(19.0), 27.0),
        Kind::Heading(_) => (headline(17.0), LINE),
        _ if is_code => (FontId::monospace(13.0), LINE),
        _ if form.is_bold => (headline(SIZE), LINE),
        _ => (reading(SIZE), LINE),
    };
    TextFormat {
        italics: form.is_italic,
        underline: if form.is_link {
            Stroke::new(1.0, color)
        } else {
            Stroke::NONE
        },
        line_height: Some(line),
        ..TextFormat::simple(font, color)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each block with its depth, its marker and its words; bold as `*…*`, italic as `/…/`.
    fn lines(markdown: &str) -> Vec<String> {
        let words = |run: &Run| {
            let Form {
                is_bold,
                is_italic,
                is_code,
                is_link,
            } = run.form;
            let mut words = run.words.clone();
            let marks = [
                (is_bold, "*"),
                (is_italic, "/"),
                (is_code, "`"),
                (is_link, "_"),
            ];
            for (is_so, mark) in marks {
                if is_so {
                    words = format!("{mark}{words}{mark}");
                }
            }
            words
        };
        let line = |block: &Block| {
            let kind = match block.kind {
                Kind::Paragraph => String::new(),
                Kind::Heading(level) => format!("h{level} "),
                Kind::Code => "code ".to_owned(),
                Kind::Rule => "rule".to_owned(),
            };
            let marker = block.marker.as_ref();
            let marker = marker.map_or_else(String::new, |marker| format!("{marker} "));
            let quote = if block.is_quote { "> " } else { "" };
            let runs: Vec<String> = block.runs.iter().map(words).collect();
            let indent = " ".repeat(block.depth);
            format!("{indent}{quote}{kind}{marker}{}", runs.concat())
        };
        parse(markdown).iter().map(line).collect()
    }

    #[test]
    fn headings_paragraphs_and_forms_are_told_apart() {
        assert_eq!(
            lines("# Who\n\nMark **every** *name*,\nwith `code`.\n\n---\n\n> A quote.\n"),
            [
                "h1 Who",
                "Mark *every* /name/, with `code`.",
                "rule",
                "> A quote.",
            ]
        );
    }

    #[test]
    fn items_have_their_marker_and_lists_lie_in_lists() {
        assert_eq!(
            lines("1. one\n2. two\n   - in it\n\n     more of it\n\nafter\n\n- \n- b\n"),
            [
                " 1. one",
                " 2. two",
                "  • in it",
                "  more of it",
                "after",
                " • b",
            ]
        );
    }

    #[test]
    fn a_link_to_a_place_in_an_article_is_one_and_any_other_is_words() {
        let markdown =
            "- In **[Seoul](<b/a story.ron#char=9,14>)** now.\n- [web](https://example.org)\n";
        assert_eq!(lines(markdown), [" • In _*Seoul*_ now.", " • web"]);
        let links: Vec<Option<String>> = parse(markdown).into_iter().map(|it| it.link).collect();
        assert_eq!(links, [Some("b/a story.ron#char=9,14".to_owned()), None]);
    }

    #[test]
    fn what_is_not_shown_otherwise_stands_as_it_was_written() {
        assert_eq!(
            lines("<b>x</b> | a | b |\n\n```\ncode  here\n```\n"),
            ["<b>x</b> | a | b |", "code code  here\n"]
        );
        assert_eq!(lines(""), Vec::<String>::new());
        assert_eq!(lines(&"> - ".repeat(400)).len(), 0);
    }
}
