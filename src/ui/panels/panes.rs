//! How wide and high the panes are, and the edges by which they are dragged.

use eframe::egui;
use egui::{
    Context, CornerRadius, CursorIcon, EventFilter, Id, Key, Modifiers, Rect, Response, Role,
    Sense, Ui, WidgetInfo, vec2,
};

use crate::app::{Event, Pane, PaneSizes, Session};
use crate::ui::Outbox;
use crate::ui::direction;
use crate::ui::panels::widgets;
use crate::ui::theme::{Theme, size};
use copydesk_i18n::tr;

/// The article keeps this width.
const ARTICLE: f32 = 420.0;
const ARTICLES: std::ops::RangeInclusive<f32> = 140.0..=420.0;
const REVIEW: std::ops::RangeInclusive<f32> = 220.0..=620.0;
const GUIDELINES: std::ops::RangeInclusive<f32> = 200.0..=620.0;
const LEAST_DETAILS: f32 = 60.0;
/// Of the review pane's height; the list keeps the rest.
const MOST_DETAILS: f32 = 0.65;
/// How far a press of an arrow key moves an edge.
const STEP: f32 = 16.0;
/// An edge is gripped so far to the left of it or above, where a scroll bar lies …
const GRIP_BEFORE: f32 = 3.0;
/// … and so far on its other side.
const GRIP_AFTER: f32 = 5.0;

/// The sizes as drawn, and the edge that is dragged.
#[derive(Default)]
pub struct Panes {
    dragged: Option<Drag>,
    widths: Widths,
    /// The panes in sight, as they were drawn last.
    edges: Vec<Edge>,
}

#[derive(Clone, Copy)]
struct Drag {
    pane: Pane,
    /// The size that it would have without limits.
    wanted: f32,
}

/// The edge of a pane that was drawn.
#[derive(Clone, Copy)]
struct Edge {
    pane: Pane,
    rect: Rect,
}

/// The widths of the panes beside the article, in points; of one that is not shown 0.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Widths {
    pub articles: f32,
    pub review: f32,
    pub guidelines: f32,
}

impl Panes {
    /// Begins a frame in a window of this width.
    pub fn begin(&mut self, session: &Session, window: f32) {
        self.edges.clear();
        let sizes = self.sizes(session);
        let articles = session
            .shows(Pane::Articles)
            .then(|| sizes.articles.map_or(size::ARTICLES_PANEL, f32::from));
        let usual = if window < 900.0 {
            size::REVIEW_PANEL - 32.0
        } else {
            size::REVIEW_PANEL
        };
        let review = session
            .shows(Pane::Review)
            .then(|| sizes.review.map_or(usual, f32::from));
        let guidelines = session
            .shows(Pane::Guidelines)
            .then(|| sizes.guidelines.map_or(size::GUIDELINES_PANEL, f32::from));
        self.widths = fitting(window, articles, review, guidelines);
    }

    /// What fits in this frame.
    pub fn widths(&self) -> Widths {
        self.widths
    }

    /// The height of the details below a list, both together as high as `whole`.
    pub fn details(&self, session: &Session, whole: f32, usual: f32) -> f32 {
        let kept = self.sizes(session).details.map(f32::from);
        let most = (whole * MOST_DETAILS).max(LEAST_DETAILS);
        kept.unwrap_or(usual).clamp(LEAST_DETAILS, most)
    }

    /// The sizes that are kept, with the one that is being dragged.
    fn sizes(&self, session: &Session) -> PaneSizes {
        let mut sizes = session.preferences().panes;
        if let Some(Drag { pane, wanted }) = self.dragged {
            sizes.set(pane, Some(points(wanted)));
        }
        sizes
    }

    /// Notes where a pane was drawn.
    pub fn note(&mut self, pane: Pane, rect: Rect) {
        self.edges.push(Edge { pane, rect });
    }

    /// Lets the edges be dragged. Call it after everything that lies beside them was drawn, which
    /// would take the pointer otherwise.
    pub fn show_edges(&mut self, ui: &Ui, session: &Session, outbox: &mut Outbox) {
        let is_in_front = session.dialog().is_none() && !egui::Popup::is_any_open(ui.ctx());
        for edge in std::mem::take(&mut self.edges) {
            let response = ui.interact(edge.grip(), edge.id(), Sense::click_and_drag());
            response.widget_info(|| WidgetInfo::labeled(Role::Splitter, true, edge.name()));
            self.drag(&response, edge, outbox);
            if let Some(to) = edge.pressed(ui.ctx(), &response) {
                outbox.send(resized(edge.pane, to));
            }
            if is_in_front && (response.hovered() || response.dragged()) {
                ui.ctx().set_cursor_icon(edge.cursor());
            }
            edge.paint(ui, &response);
        }
    }

    fn drag(&mut self, response: &Response, edge: Edge, outbox: &mut Outbox) {
        let pane = edge.pane;
        if response.double_clicked() {
            self.dragged = None;
            outbox.send(Event::PaneResized { pane, to: None });
        } else if response.dragged()
            && let Some(at) = response.interact_pointer_pos()
        {
            let wanted = edge.size_to(at);
            self.dragged = Some(Drag { pane, wanted });
        } else if response.drag_stopped() {
            self.dragged = None;
            outbox.send(resized(pane, edge.size()));
        }
    }
}

impl Edge {
    fn id(self) -> Id {
        Id::unique(("edge of a pane", self.pane as u8))
    }

    /// What a screen reader calls it.
    fn name(self) -> &'static str {
        match self.pane {
            Pane::Articles => tr!("pane-resize-articles"),
            Pane::Review => tr!("pane-resize-review"),
            Pane::Details => tr!("pane-resize-details"),
            Pane::Guidelines => tr!("pane-resize-guidelines"),
        }
    }

    fn size(self) -> f32 {
        match self.pane {
            Pane::Articles | Pane::Review | Pane::Guidelines => self.rect.width(),
            Pane::Details => self.rect.height(),
        }
    }

    /// The size with the edge at a point.
    fn size_to(self, at: egui::Pos2) -> f32 {
        match self.pane {
            Pane::Articles | Pane::Review | Pane::Guidelines if self.is_on_left() => {
                at.x - self.rect.left()
            }
            Pane::Articles | Pane::Review | Pane::Guidelines => self.rect.right() - at.x,
            Pane::Details => self.rect.bottom() - at.y,
        }
    }

    fn is_on_left(self) -> bool {
        (self.pane == Pane::Articles) != direction::is_mirrored()
    }

    /// The edge itself, without width.
    fn line(self) -> Rect {
        let rect = self.rect;
        match self.pane {
            Pane::Articles | Pane::Review | Pane::Guidelines if self.is_on_left() => {
                Rect::from_min_max(rect.right_top(), rect.right_bottom())
            }
            Pane::Articles | Pane::Review | Pane::Guidelines => {
                Rect::from_min_max(rect.left_top(), rect.left_bottom())
            }
            Pane::Details => Rect::from_min_max(rect.left_top(), rect.right_top()),
        }
    }

    fn grip(self) -> Rect {
        let mut grip = self.line();
        match self.pane {
            Pane::Articles | Pane::Review | Pane::Guidelines => {
                grip.min.x -= GRIP_BEFORE;
                grip.max.x += GRIP_AFTER;
            }
            Pane::Details => {
                grip.min.y -= GRIP_BEFORE;
                grip.max.y += GRIP_AFTER;
            }
        }
        grip
    }

    fn cursor(self) -> CursorIcon {
        match self.pane {
            Pane::Articles | Pane::Review | Pane::Guidelines => CursorIcon::ResizeHorizontal,
            Pane::Details => CursorIcon::ResizeVertical,
        }
    }

    /// The size that an arrow key asks for while the edge has keyboard focus.
    fn pressed(self, ctx: &Context, response: &Response) -> Option<f32> {
        if !response.has_focus() {
            return None;
        }
        let filter = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ctx.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        let (more, less) = match self.pane {
            Pane::Articles => (Key::ArrowRight, Key::ArrowLeft),
            Pane::Review | Pane::Guidelines => (Key::ArrowLeft, Key::ArrowRight),
            Pane::Details => (Key::ArrowUp, Key::ArrowDown),
        };
        let pressed = |key| ctx.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let by = match (pressed(more), pressed(less)) {
            (true, false) => STEP,
            (false, true) => -STEP,
            _ => return None,
        };
        Some((self.size() + by).max(0.0))
    }

    fn paint(self, ui: &Ui, response: &Response) {
        let theme = Theme::of(ui.ctx());
        let color = if response.dragged() || response.has_focus() {
            widgets::focus_color(&theme)
        } else if response.hovered() {
            theme.quiet
        } else {
            return;
        };
        let line = self.line().expand2(match self.pane {
            Pane::Articles | Pane::Review | Pane::Guidelines => vec2(1.0, 0.0),
            Pane::Details => vec2(0.0, 1.0),
        });
        ui.painter().rect_filled(line, CornerRadius::ZERO, color);
    }
}

fn resized(pane: Pane, to: f32) -> Event {
    Event::PaneResized {
        pane,
        to: Some(points(to)),
    }
}

/// In whole points, as they are kept.
fn points(length: f32) -> u16 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to what a screen has"
    )]
    let points = length.round().clamp(0.0, 10_000.0) as u16;
    points
}

/// What fits beside the article: the review list first gives way, then the guidelines, then the articles.
fn fitting(
    window: f32,
    articles: Option<f32>,
    review: Option<f32>,
    guidelines: Option<f32>,
) -> Widths {
    let least_articles = articles.map_or(0.0, |_| *ARTICLES.start());
    let least_guidelines = guidelines.map_or(0.0, |_| *GUIDELINES.start());
    let room = window - ARTICLE;
    let within = |wanted: f32, (least, most): (f32, f32), room: f32| {
        wanted.clamp(least, most.min(room).max(least))
    };
    let review = review.map_or(0.0, |review| {
        let left = room - least_articles - least_guidelines;
        within(review, REVIEW.into_inner(), left)
    });
    let guidelines = guidelines.map_or(0.0, |guidelines| {
        let left = room - review - least_articles;
        within(guidelines, GUIDELINES.into_inner(), left)
    });
    let articles = articles.map_or(0.0, |articles| {
        within(articles, ARTICLES.into_inner(), room - review - guidelines)
    });
    Widths {
        articles,
        review,
        guidelines,
    }
}

#[cfg(test)]
#[path = "panes_tests.rs"]
mod tests;
