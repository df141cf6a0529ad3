//! The article as a screen reader hears it: text that it walks, with the spans as marks in it.
//!
//! Only the text around the window is in the tree, so that an article of any length takes the same time; the
//! rest comes as the caret or the scroll bar gets near.

use std::collections::BTreeMap;
use std::ops::Range;

use eframe::egui;
use egui::accesskit::{
    Action, ActionData, ActionRequest, NodeId, Role, TextPosition, TextSelection,
};
use egui::{Response, Sense, UiBuilder, WidgetInfo};

use crate::app::{ArticleId, Event, OpenArticle, SelectBy};
use crate::ui::Outbox;
use crate::ui::article::text_runs::{self, Run};
use crate::ui::article::{Block, Frame, VisibleBlock, article_id};
use copydesk_document::review::{Item, State};
use copydesk_i18n::tr;
use copydesk_text::ParagraphKind;

/// What of the article is in the tree.
#[derive(Default)]
pub(super) struct Speech {
    article: Option<ArticleId>,
    /// The blocks that are in the tree; moved only when what is in sight comes near its ends, so that
    /// positions in the text mostly stay what they were.
    window: Range<usize>,
    /// The runs of blocks out of sight, by the block's index; they do not change.
    unseen: BTreeMap<usize, Vec<Run>>,
    /// What is in the tree, in order: the nodes of the text, and the bytes of each.
    runs: Vec<(NodeId, Range<usize>)>,
}

/// So much text before and after what is in sight is in the tree, in bytes.
const AROUND: usize = 16_000;

/// The text in the tree is moved before what is in sight is so few blocks from its ends.
const NEAR: usize = 2;

impl Speech {
    /// Names everything near the window, and does what a screen reader asks. A span can be chosen by its click.
    pub(super) fn speak(
        &mut self,
        ui: &mut egui::Ui,
        response: &Response,
        frame: &Frame<'_>,
        outbox: &mut Outbox,
    ) {
        if !ui.ctx().has_accesskit_node(article_id()) {
            return;
        }
        let title = frame.article.title();
        response.widget_info(|| {
            WidgetInfo::labeled(Role::Document, true, tr!("speech-article", title = title))
        });
        self.follow(frame);
        self.select_as_asked(ui, frame, outbox);
        self.runs.clear();
        for index in self.window.clone() {
            self.speak_block(ui, frame, index, outbox);
        }
        let selection = self.selection(frame.article);
        ui.ctx().accesskit_node_builder(article_id(), |node| {
            node.add_action(Action::SetTextSelection);
            if let Some(selection) = selection {
                node.set_text_selection(selection);
            }
        });
    }

    /// Keeps what is in the tree around what is in sight.
    fn follow(&mut self, frame: &Frame<'_>) {
        let (Some(first), Some(last)) = (frame.visible.first(), frame.visible.last()) else {
            self.window = 0..0;
            return;
        };
        let count = frame.blocks.len();
        let near = first.index.saturating_sub(NEAR)..(last.index + 1 + NEAR).min(count);
        let holds = self.window.start <= near.start && near.end <= self.window.end;
        let is_same = self.article == Some(frame.article.id) && self.window.end <= count;
        if !is_same {
            self.unseen.clear();
        }
        if !is_same || !holds {
            self.article = Some(frame.article.id);
            self.window = around(frame.blocks, &near);
            let window = self.window.clone();
            self.unseen.retain(|index, _| window.contains(index));
        }
    }

    fn speak_block(
        &mut self,
        ui: &mut egui::Ui,
        frame: &Frame<'_>,
        index: usize,
        outbox: &mut Outbox,
    ) {
        let Some(block) = frame.blocks.get(index) else {
            return;
        };
        let text = frame.article.text();
        let next = frame.blocks.get(index + 1);
        let ends_paragraph = next.is_some_and(|next| next.opens);
        let seen = frame.visible.iter().find(|seen| seen.index == index);
        let mut runs = if let Some(seen) = seen {
            text_runs::seen(text, &seen.layout, ends_paragraph)
        } else {
            let make = || text_runs::unseen(text, &block.range, ends_paragraph);
            self.unseen.entry(index).or_insert_with(make).clone()
        };
        let paragraph = paragraph_ui(ui, frame, block, (index, seen));
        let id = |run: usize| node_id(frame.article, ("run", index, run));
        let ids: Vec<NodeId> = (0..runs.len()).map(|run| id(run).accesskit_id()).collect();
        text_runs::join_lines(&mut runs, &ids);
        for (number, run) in runs.into_iter().enumerate() {
            self.runs.push((ids[number], run.range.clone()));
            let at = seen.map_or(egui::Pos2::ZERO, |seen| seen.at);
            put_run(&paragraph, id(number), run, at);
        }
        if let Some(seen) = seen {
            let is_first = frame.visible.first().map(|first| first.index) == Some(index);
            let range = seen.layout.range();
            for item in frame.article.shown_items(range, false) {
                if is_first || range.contains(&item.span.start()) {
                    speak_item(&paragraph, frame, item, outbox);
                }
            }
        }
    }

    /// The caret or the selection; none while the caret is far from what is in sight.
    fn selection(&self, article: &OpenArticle) -> Option<TextSelection> {
        let (anchor, head) = match article.selection() {
            Some(selection) if selection.head < selection.anchor => {
                (selection.span.end(), selection.span.start())
            }
            Some(selection) => (selection.span.start(), selection.span.end()),
            None => (article.caret(), article.caret()),
        };
        let first = self.runs.first()?.1.start;
        let last = self.runs.last()?.1.end;
        let article_end = article
            .text()
            .paragraphs()
            .last()
            .map_or(0, |last| last.end);
        let is_near = first <= head && (head <= last || last == article_end);
        if !is_near {
            return None;
        }
        Some(TextSelection {
            anchor: self.position(article, anchor.clamp(first, last))?,
            focus: self.position(article, head.clamp(first, last))?,
        })
    }

    /// Where in the tree the border before `byte` is; between paragraphs, the end of the one before.
    fn position(&self, article: &OpenArticle, byte: usize) -> Option<TextPosition> {
        let after = self.runs.partition_point(|(_, range)| range.start <= byte);
        let (node, range) = self.runs.get(after.saturating_sub(1))?;
        Some(TextPosition {
            node: *node,
            character_index: text_runs::character_at(article.text(), range, byte),
        })
    }

    /// Puts the caret or the selection where a screen reader wants it.
    fn select_as_asked(&self, ui: &egui::Ui, frame: &Frame<'_>, outbox: &mut Outbox) {
        let asked: Vec<ActionRequest> = ui.input(|input| {
            let asked = input.accesskit_action_requests(article_id(), Action::SetTextSelection);
            asked.cloned().collect()
        });
        let byte = |position: TextPosition| {
            let mut runs = self.runs.iter();
            let (_, range) = runs.find(|(node, _)| *node == position.node)?;
            let text = frame.article.text();
            Some(text_runs::byte_of(text, range, position.character_index))
        };
        for request in asked {
            let Some(ActionData::SetTextSelection(selection)) = request.data else {
                continue;
            };
            let (Some(anchor), Some(head)) = (byte(selection.anchor), byte(selection.focus)) else {
                continue;
            };
            outbox.send(if anchor == head {
                let extend = false;
                Event::CaretMoved { to: head, extend }
            } else {
                let by = SelectBy::Grapheme;
                Event::Selected { anchor, head, by }
            });
        }
    }
}

/// `near` and as many blocks before and after it as hold [`AROUND`] bytes.
fn around(blocks: &[Block], near: &Range<usize>) -> Range<usize> {
    let is_within = |sum: &mut usize, block: &Block| {
        *sum += block.range.len();
        Some(()).filter(|()| *sum <= AROUND)
    };
    let before = blocks.get(..near.start).unwrap_or_default().iter().rev();
    let after = blocks.get(near.end..).unwrap_or_default().iter();
    let before = before.scan(0, is_within).count();
    let after = after.scan(0, is_within).count();
    near.start - before..near.end + after
}

fn node_id(article: &OpenArticle, name: impl std::hash::Hash + std::fmt::Debug) -> egui::Id {
    article_id().with((article.id.0, name))
}

/// What the runs and marks of one block hang on, named by its words.
fn paragraph_ui(
    ui: &mut egui::Ui,
    frame: &Frame<'_>,
    block: &Block,
    (index, seen): (usize, Option<&VisibleBlock>),
) -> egui::Ui {
    let role = match block.kind {
        ParagraphKind::Headline | ParagraphKind::Subheading => Role::Heading,
        ParagraphKind::Standfirst | ParagraphKind::Body => Role::Paragraph,
    };
    let text = frame.article.text().as_str();
    let words = text.get(block.range.clone()).unwrap_or_default();
    let rect = seen.map(|seen| {
        let size = egui::vec2(frame.screen.width(), seen.layout.height());
        egui::Rect::from_min_size(seen.at, size)
    });
    let id = node_id(frame.article, ("block", index));
    let builder = UiBuilder::new()
        .scope_id(id)
        .max_rect(rect.unwrap_or(egui::Rect::ZERO))
        .accessibility_parent(article_id())
        .accessibility_role(role)
        .accessibility_label(words);
    let paragraph = ui.new_child(builder);
    if let Some(rect) = rect {
        ui.ctx()
            .accesskit_node_builder(id, |node| node.set_bounds(bounds(rect)));
    }
    paragraph
}

fn put_run(paragraph: &egui::Ui, id: egui::Id, run: Run, at: egui::Pos2) {
    // Without a place of its own: the pointer is the article's.
    paragraph.interact(egui::Rect::NOTHING, id, Sense::hover());
    let Run {
        node: content,
        rect,
        ..
    } = run;
    paragraph.ctx().accesskit_node_builder(id, |node| {
        *node = content;
        if let Some(rect) = rect {
            node.set_bounds(bounds(rect.translate(at.to_vec2())));
        }
    });
}

fn bounds(rect: egui::Rect) -> egui::accesskit::Rect {
    egui::accesskit::Rect {
        x0: rect.min.x.into(),
        y0: rect.min.y.into(),
        x1: rect.max.x.into(),
        y1: rect.max.y.into(),
    }
}

fn speak_item(ui: &egui::Ui, frame: &Frame<'_>, item: &Item, outbox: &mut Outbox) {
    let rects = frame.rects(&item.span.range());
    let Some(rect) = rects.first() else { return };
    let id = article_id().with((
        "span",
        item.span.start(),
        item.span.end(),
        item.label.as_str(),
    ));
    let response = ui.interact(*rect, id, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Mark, true, spoken(frame.article, item)));
    if ui.input(|input| input.has_accesskit_action_request(id, Action::Click)) {
        outbox.send(Event::Focused(item.target.clone()));
    }
    ui.ctx()
        .accesskit_node_builder(id, |node| node.add_action(Action::Click));
}

/// `Person: Trump, suggested, 98%`.
pub fn spoken(article: &OpenArticle, item: &Item) -> String {
    let document = article.document();
    let name = document
        .schema()
        .label(&item.label)
        .map_or(item.label.as_str(), |label| &label.name);
    let words = document.text().words(item.span);
    format!("{name}: {words}, {}", state_words(item))
}

/// `suggested, 98%`.
pub fn state_words(item: &Item) -> String {
    match (item.state, item.confidence) {
        (State::Suggested, Some(confidence)) => {
            tr!("speech-suggested-sure", percent = confidence.percent())
        }
        (State::Suggested, None) => tr!("span-suggested").to_owned(),
        (State::Accepted, _) => tr!("span-accepted").to_owned(),
        (State::Rejected, _) => tr!("span-rejected").to_owned(),
    }
}
