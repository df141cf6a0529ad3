//! The article as it is read: one column of text with its spans, drawn only where it is in sight.

mod block_layout;
mod blocks;
pub mod card;
mod glide;
mod hints;
mod label_bar;
pub mod marks;
mod motion;
mod overview;
mod pointer;
mod setting;
mod speech;
mod text_runs;
mod word_boxes;

use std::collections::BTreeMap;
use std::ops::Range;

use eframe::egui;
use egui::{Pos2, Rect, pos2, vec2};

use crate::app::{ArticleId, Event, OpenArticle, Session, ViewRequest};
use crate::ui::Outbox;
use crate::ui::panels::context_menu;
use crate::ui::theme::Theme;
use block_layout::BlockLayout;
use blocks::{Block, Heights};
use glide::Glide;
use setting::{BOTTOM, Settings};
pub use speech::{spoken, state_words};

/// Where each article was scrolled to, and what is being dragged.
#[derive(Default)]
pub struct ArticleView {
    shown: Option<Shown>,
    /// Scroll offsets of the articles that are not in sight, in points.
    offsets: BTreeMap<ArticleId, f32>,
    requests: Vec<ViewRequest>,
    /// Not while something is typed: its keys do not act then, and it may lie over the field.
    pub shows_card: bool,
    pointer: pointer::PointerState,
    /// The first and the last line of the focused span, on screen.
    focused_lines: Option<[Rect; 2]>,
    overview: overview::Overview,
    /// On the way to where was jumped to.
    glide: Option<Glide>,
    /// The column that moving by lines keeps to, in points from the column's left.
    goal: Option<f32>,
    speech: speech::Speech,
}

/// The layout of the article in sight.
struct Shown {
    id: ArticleId,
    blocks: Vec<Block>,
    heights: Heights,
    settings: Settings,
    /// In points.
    offset: f32,
    view_height: f32,
}

/// What is drawn in the scroll area, and how it is laid out.
struct Scene<'a> {
    session: &'a Session,
    article: &'a OpenArticle,
    shown: &'a mut Shown,
}

/// A block on screen.
struct VisibleBlock {
    layout: BlockLayout,
    /// Upper left corner of its text, on screen.
    at: Pos2,
    index: usize,
}

/// Where the article is in the window.
pub struct ArticlePlace {
    pub rect: Rect,
    /// The first and the last line of the focused span, if that is in sight.
    pub focused_lines: Option<[Rect; 2]>,
}

/// The article as a widget with keyboard focus.
pub fn article_id() -> egui::Id {
    egui::Id::unique("article")
}

impl ArticleView {
    /// Queues what only the layout can do, for the next frame.
    pub fn request(&mut self, request: ViewRequest) {
        self.requests.push(request);
    }

    /// Where it is, as last drawn at `rect`.
    pub fn place(&self, rect: Rect) -> ArticlePlace {
        ArticlePlace {
            rect,
            focused_lines: self.focused_lines,
        }
    }

    /// Draws the article and sends what a person does to it.
    pub fn show(
        &mut self,
        ui: &mut egui::Ui,
        session: &Session,
        article: &OpenArticle,
        outbox: &mut Outbox,
    ) {
        keep_keyboard(ui, session);
        let theme = Theme::of(ui.ctx());
        let settings = Settings::new(
            ui.ctx(),
            session.preferences(),
            ui.available_width(),
            &theme,
        );
        let mut shown = self.prepare(article, settings);
        let mut jump = self.answer_requests(ui.ctx(), article, &mut shown, outbox);
        if jump.is_none() && shown.view_height == 0.0 {
            jump = Some(shown.offset);
        }
        jump = self.follow_glide(ui, session, &shown, jump);
        let mut area = egui::ScrollArea::vertical()
            .id_salt(("article", article.id.0))
            .auto_shrink(false)
            .scroll_source(
                egui::scroll_area::ScrollSource::MOUSE_WHEEL
                    | egui::scroll_area::ScrollSource::SCROLL_BAR,
            );
        if let Some(offset) = jump {
            area = area.vertical_scroll_offset(offset);
        }
        let output = area.show_viewport(ui, |ui, viewport| {
            let scene = Scene {
                session,
                article,
                shown: &mut shown,
            };
            self.show_viewport(ui, viewport, scene, outbox)
        });
        shown.offset = output.state.clamped_offset().y;
        let height = output.inner_rect.height();
        if height < shown.view_height - 0.5 {
            self.requests.extend(reveal_focus(article));
            ui.ctx().request_repaint();
        }
        shown.view_height = height;
        let grown_above = output.inner;
        if grown_above.abs() > 0.5 && jump.is_none() {
            // A block above the first visible line turned out taller than estimated.
            self.requests.push(ViewRequest::ScrollBy(grown_above));
            ui.ctx().request_repaint();
        }
        if let Some(offset) = self
            .overview
            .show(ui, output.inner_rect, (session, article), &shown)
        {
            self.requests
                .push(ViewRequest::ScrollBy(offset - shown.offset));
            ui.ctx().request_repaint();
        }
        self.shown = Some(shown);
    }

    /// The layout as it was, unless another article or other sizes are asked for.
    fn prepare(&mut self, article: &OpenArticle, settings: Settings) -> Shown {
        let previous = self.shown.take();
        if let Some(shown) = previous {
            if shown.id == article.id && shown.settings == settings {
                return shown;
            }
            if shown.id == article.id {
                return Self::reset(article, settings, &shown);
            }
            self.offsets.insert(shown.id, shown.offset);
            self.pointer = pointer::PointerState::default();
        }
        let offset = self.offsets.get(&article.id).copied().unwrap_or(0.0);
        Shown::new(article, settings, offset)
    }

    /// Lays the same article out anew, with the same words at the top.
    fn reset(article: &OpenArticle, settings: Settings, before: &Shown) -> Shown {
        let top = article.visible().start;
        let mut shown = Shown::new(article, settings, before.offset);
        let index = shown.block_of(top);
        #[expect(clippy::cast_possible_truncation, reason = "pixels")]
        let offset = shown.heights.top(index) as f32;
        shown.offset = offset;
        shown
    }

    /// Draws what is in sight. Returns by how much the blocks above grew against their estimate.
    fn show_viewport(
        &mut self,
        ui: &mut egui::Ui,
        viewport: Rect,
        scene: Scene<'_>,
        outbox: &mut Outbox,
    ) -> f32 {
        let Scene {
            session,
            article,
            shown,
        } = scene;
        let screen = ui.clip_rect();
        let (visible, grown_above) = shown.lay_out(ui, viewport, article);
        #[expect(clippy::cast_possible_truncation, reason = "egui counts pixels so")]
        let total = shown.heights.total() as f32 + BOTTOM;
        ui.set_height(total.max(viewport.height()));
        ui.set_width(ui.available_width());
        let response = ui.interact(screen, article_id(), egui::Sense::click_and_drag());
        let frame = Frame {
            session,
            article,
            blocks: &shown.blocks,
            visible: &visible,
            theme: Theme::of(ui.ctx()),
            screen,
        };
        self.pointer.follow(ui, &response, &frame, outbox);
        let asked_at = context_menu::is_asked_for(ui, article_id()).then(|| place_of_menu(&frame));
        context_menu::show_for_words(&response, asked_at, session, outbox);
        marks::paint(ui, &frame, &self.pointer);
        hints::show(ui, &frame);
        self.speech.speak(ui, &response, &frame, outbox);
        let is_in_front = session.dialog().is_none() && !egui::Popup::is_any_open(ui.ctx());
        self.focused_lines = focused_lines(&frame);
        if !self.pointer.is_dragging()
            && is_in_front
            && !label_bar::show(ui, &frame, &response, outbox)
            && self.shows_card
        {
            card::show(ui, &frame, self.pointer.hovered());
        }
        send_visible(&frame, outbox);
        grown_above
    }
}

/// Something else has taken of the height: the focused span, if it was in sight, stays so.
fn reveal_focus(article: &OpenArticle) -> Option<ViewRequest> {
    let span = article.focused_item()?.span;
    let (start, end) = (span.start(), span.end());
    let is_in_sight = span.touches(article.visible());
    is_in_sight.then_some(ViewRequest::Reveal { start, end })
}

/// Below the focused span or else the caret, if that is in sight.
fn place_of_menu(frame: &Frame<'_>) -> Pos2 {
    let focused = focused_lines(frame).map(|[_, last]| last);
    let caret = || frame.caret(frame.article.caret());
    let rect = focused.or_else(caret);
    rect.map_or(frame.screen.center(), |rect| rect.left_bottom())
}

fn focused_lines(frame: &Frame<'_>) -> Option<[Rect; 2]> {
    let item = frame.article.focused_item()?;
    let rects = frame.rects(&item.span.range());
    Some([*rects.first()?, *rects.last()?])
}

fn send_visible(frame: &Frame<'_>, outbox: &mut Outbox) {
    let visible = frame.visible_bytes();
    if visible != *frame.article.visible() {
        outbox.send(Event::Visible(visible));
    }
}

/// What the parts of the view are drawn from, for one frame.
struct Frame<'a> {
    session: &'a Session,
    article: &'a OpenArticle,
    /// All of the article's, in order.
    blocks: &'a [Block],
    visible: &'a [VisibleBlock],
    theme: Theme,
    /// What of the view is in sight, in screen coordinates.
    screen: Rect,
}

impl Frame<'_> {
    fn words(&self, block: &VisibleBlock) -> &str {
        self.article
            .text()
            .as_str()
            .get(block.layout.range().clone())
            .unwrap_or_default()
    }

    /// One rectangle a line for a byte range, on screen.
    fn rects(&self, range: &Range<usize>) -> Vec<Rect> {
        self.visible
            .iter()
            .filter(|block| {
                block.layout.range().start < range.end && range.start < block.layout.range().end
            })
            .flat_map(|block| {
                let rects = block.layout.rects(self.words(block), range);
                rects
                    .into_iter()
                    .map(|rect| rect.translate(block.at.to_vec2()))
            })
            .collect()
    }

    /// Where the caret before `byte` stands, if that is in sight.
    fn caret(&self, byte: usize) -> Option<Rect> {
        let holds = |block: &&VisibleBlock| {
            block.layout.range().start <= byte && byte <= block.layout.range().end
        };
        let block = self.visible.iter().rfind(holds)?;
        let rect = block.layout.caret(self.words(block), byte);
        Some(rect.translate(block.at.to_vec2()))
    }

    /// The byte border nearest to a point on screen.
    fn byte_at(&self, point: Pos2) -> Option<usize> {
        let below = |block: &&VisibleBlock| block.at.y + block.layout.height() >= point.y;
        let block = self.visible.iter().find(below).or(self.visible.last())?;
        Some(block.layout.byte_at(self.words(block), point - block.at))
    }

    fn is_on_words(&self, point: Pos2) -> bool {
        self.visible
            .iter()
            .any(|block| block.layout.has_ink_at(point - block.at))
    }

    /// The byte range whose lines are at least in part in sight.
    fn visible_bytes(&self) -> Range<usize> {
        let top = pos2(self.screen.left(), self.screen.top());
        let bottom = pos2(self.screen.right(), self.screen.bottom());
        match (self.byte_at(top), self.byte_at(bottom)) {
            (Some(start), Some(end)) => start..end.max(start),
            _ => 0..0,
        }
    }
}

impl Shown {
    fn new(article: &OpenArticle, settings: Settings, offset: f32) -> Self {
        let blocks = blocks::blocks(article.text());
        let estimate = |(index, block)| settings.estimate(block, index == 0);
        let heights = Heights::new(blocks.iter().enumerate().map(estimate).collect());
        Self {
            id: article.id,
            blocks,
            heights,
            settings,
            offset,
            view_height: 0.0,
        }
    }

    fn block_of(&self, byte: usize) -> usize {
        self.blocks
            .partition_point(|block| block.range.start <= byte)
            .saturating_sub(1)
    }

    /// Lays out block `index` and corrects its height.
    fn lay_out_block(
        &mut self,
        ctx: &egui::Context,
        article: &OpenArticle,
        index: usize,
    ) -> Option<(BlockLayout, f32)> {
        let block = self.blocks.get(index)?;
        let gap = self.settings.gap(block, index == 0);
        let setting = self.settings.of(block.kind);
        let layout = BlockLayout::new(ctx, article.text(), block.range.clone(), &setting);
        let growth = self.heights.set(index, f64::from(gap + layout.height()));
        #[expect(clippy::cast_possible_truncation, reason = "pixels")]
        Some((layout, growth as f32))
    }

    /// The blocks in `viewport`, and by how much those that begin above it grew.
    fn lay_out(
        &mut self,
        ui: &egui::Ui,
        viewport: Rect,
        article: &OpenArticle,
    ) -> (Vec<VisibleBlock>, f32) {
        let origin = ui.max_rect().left_top();
        let screen_top = origin.y + viewport.top();
        let mut visible = Vec::new();
        let mut grown_above = 0.0;
        let mut index = self.heights.at(f64::from(viewport.top()));
        loop {
            let top = self.heights.top(index) - f64::from(viewport.top());
            if top > f64::from(viewport.height()) {
                break;
            }
            let Some((layout, growth)) = self.lay_out_block(ui.ctx(), article, index) else {
                break;
            };
            if top < 0.0 && top + self.heights.height(index) > 0.0 {
                grown_above += growth;
            }
            let gap = self.settings.gap(&self.blocks[index], index == 0);
            #[expect(clippy::cast_possible_truncation, reason = "pixels on screen")]
            let y = screen_top + top as f32 + gap;
            let at = pos2(origin.x + self.settings.left, y);
            visible.push(VisibleBlock { layout, at, index });
            index += 1;
        }
        (visible, grown_above)
    }

    /// Where the caret before `byte` stands, from the upper left of the whole column.
    fn caret(&mut self, ctx: &egui::Context, article: &OpenArticle, byte: usize) -> Option<Rect> {
        let index = self.block_of(byte);
        let (layout, _) = self.lay_out_block(ctx, article, index)?;
        let words = article.text().as_str().get(layout.range().clone())?;
        let gap = self.settings.gap(&self.blocks[index], index == 0);
        #[expect(clippy::cast_possible_truncation, reason = "pixels")]
        let top = self.heights.top(index) as f32 + gap;
        Some(layout.caret(words, byte).translate(vec2(0.0, top)))
    }

    /// The byte border nearest to a point of the whole column.
    fn byte_at(
        &mut self,
        ctx: &egui::Context,
        article: &OpenArticle,
        point: Pos2,
    ) -> Option<usize> {
        let index = self.heights.at(f64::from(point.y));
        let (layout, _) = self.lay_out_block(ctx, article, index)?;
        let words = article.text().as_str().get(layout.range().clone())?;
        let gap = self.settings.gap(&self.blocks[index], index == 0);
        #[expect(clippy::cast_possible_truncation, reason = "pixels")]
        let top = self.heights.top(index) as f32 + gap;
        Some(layout.byte_at(words, vec2(point.x, point.y - top)))
    }
}

/// Keeps keyboard focus, with Tab, arrows and Escape, on the article while nothing else wants it.
fn keep_keyboard(ui: &egui::Ui, session: &Session) {
    let filter = egui::EventFilter {
        tab: true,
        horizontal_arrows: true,
        vertical_arrows: true,
        escape: true,
    };
    let is_free = session.dialog().is_none() && !egui::Popup::is_any_open(ui.ctx());
    ui.memory_mut(|memory| {
        if memory.focused().is_none() && is_free {
            memory.request_focus(article_id());
        }
        memory.set_focus_lock_filter(article_id(), filter);
    });
}
