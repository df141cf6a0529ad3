//! Marks along the scroll bar: where in a long article open suggestions and claims lie.

use eframe::egui;
use egui::{Color32, CornerRadius, Rect, Role, Sense, WidgetInfo, pos2, vec2};

use crate::app::{ArticleId, OpenArticle, Session};
use crate::ui::article::Shown;
use crate::ui::theme::Theme;
use copydesk_document::LabelStyle;
use copydesk_document::review::State;
use copydesk_i18n::tr;

/// The marks as they were last computed, and for what.
#[derive(Default)]
pub(super) struct Overview {
    key: Option<Key>,
    marks: Vec<Mark>,
}

/// What the marks depend on: as long as it is the same, so are they.
#[derive(Clone, Copy, PartialEq)]
struct Key {
    article: ArticleId,
    generation: u64,
    items: (usize, *const copydesk_document::review::Item),
    open: usize,
    height: f32,
    /// Of the whole article, where that tells the places.
    total: f32,
    theme: (bool, bool, Color32),
}

#[derive(Clone, Copy, PartialEq)]
struct Mark {
    /// From the top of the strip, in points.
    from: f32,
    to: f32,
    color: Color32,
    is_claim: bool,
}

const WIDTH: f32 = 12.0;
/// From the right edge of the view, where the scroll bar is.
const RIGHT: f32 = 12.0;
const LEAST: f32 = 2.0;
/// Where more are on an article, their places are told from their bytes alone.
const MOST_EXACT: usize = 800;
/// Nothing is shown unless the article is so much higher than the view.
const LONG: f32 = 1.5;

impl Overview {
    /// Draws the strip beside `view`. Returns the offset to scroll to where it was clicked.
    pub fn show(
        &mut self,
        ui: &egui::Ui,
        view: Rect,
        (session, article): (&Session, &OpenArticle),
        shown: &Shown,
    ) -> Option<f32> {
        #[expect(clippy::cast_possible_truncation, reason = "pixels")]
        let total = shown.heights.total() as f32;
        if total < view.height() * LONG {
            return None;
        }
        let left = view.right() - RIGHT - WIDTH;
        let strip = Rect::from_min_size(pos2(left, view.top()), vec2(WIDTH, view.height()));
        self.follow(ui, (strip.height(), total), article, shown);
        for mark in &self.marks {
            let (left, width) = if mark.is_claim {
                (0.0, 3.0)
            } else {
                (5.0, 7.0)
            };
            let rect = Rect::from_min_max(
                pos2(strip.left() + left, strip.top() + mark.from),
                pos2(strip.left() + left + width, strip.top() + mark.to),
            );
            ui.painter()
                .rect_filled(rect, CornerRadius::same(1), mark.color);
        }
        let id = super::article_id().with("overview");
        let response = ui.interact(strip, id, Sense::click_and_drag() - Sense::FOCUSABLE);
        let counts = article.counts();
        response.widget_info(|| {
            let words = tr!("overview-about", count = counts.suggested);
            WidgetInfo::labeled(Role::ScrollBar, true, words)
        });
        let is_in_front = session.dialog().is_none();
        let at = response
            .interact_pointer_pos()
            .filter(|_| is_in_front && (response.clicked() || response.dragged()))?;
        let share = (at.y - strip.top()) / strip.height();
        Some((share * total - view.height() / 2.0).max(0.0))
    }

    fn follow(
        &mut self,
        ui: &egui::Ui,
        (height, total): (f32, f32),
        article: &OpenArticle,
        shown: &Shown,
    ) {
        let theme = Theme::of(ui.ctx());
        let items = article.items();
        let is_exact = items.len() <= MOST_EXACT;
        let key = Key {
            article: article.id,
            generation: article.generation(),
            items: (items.len(), items.as_ptr()),
            open: article.counts().suggested,
            height,
            total: if is_exact { total.round() } else { 0.0 },
            theme: (
                theme.is_dark,
                theme.is_high_contrast,
                theme.label_of_first(),
            ),
        };
        if self.key == Some(key) {
            return;
        }
        self.key = Some(key);
        self.marks.clear();
        let schema = article.document().schema();
        let length = article.text().as_str().len().max(1) as f32;
        let place = |byte: usize| {
            if is_exact {
                shown.share_of(byte)
            } else {
                byte as f32 / length
            }
        };
        // Of many on one line of the screen, one claim and one other mark are drawn: the rest is not
        // looked at, as there may be very many.
        let mut drawn = Drawn::default();
        for item in items {
            let from = (place(item.span.start()) * height).floor();
            drawn.go_to(from);
            let is_done = match item.state {
                State::Suggested => drawn.has_claim && drawn.has_other,
                State::Accepted => drawn.has_claim,
                State::Rejected => true,
            };
            if is_done {
                continue;
            }
            let Some(label) = schema.label(&item.label) else {
                continue;
            };
            let is_claim = label.style == LabelStyle::Band;
            let is_accepted = item.state == State::Accepted;
            if (is_accepted && !is_claim) || !drawn.takes(is_claim) {
                continue;
            }
            let to = if is_claim {
                (place(item.span.end()) * height).ceil()
            } else {
                from
            };
            let strength = if is_accepted { 0.9 } else { 0.55 };
            self.marks.push(Mark {
                from,
                to: to.max(from + LEAST),
                color: Theme::mix(theme.paper, theme.label(label.color), strength),
                is_claim,
            });
        }
    }
}

/// What is drawn on one line of the screen.
#[derive(Default)]
struct Drawn {
    at: f32,
    has_claim: bool,
    has_other: bool,
}

impl Drawn {
    fn go_to(&mut self, at: f32) {
        if at > self.at {
            *self = Self {
                at,
                ..Self::default()
            };
        }
    }

    /// Whether there is room for one more; then there is none after it.
    fn takes(&mut self, is_claim: bool) -> bool {
        let has_one = if is_claim {
            &mut self.has_claim
        } else {
            &mut self.has_other
        };
        !std::mem::replace(has_one, true)
    }
}

impl Shown {
    /// How far down in the article `byte` stands, from 0 to 1.
    fn share_of(&self, byte: usize) -> f32 {
        let index = self.block_of(byte);
        let Some(block) = self.blocks.get(index) else {
            return 0.0;
        };
        let inside =
            byte.saturating_sub(block.range.start) as f64 / block.range.len().max(1) as f64;
        let at = self.heights.top(index) + self.heights.height(index) * inside.min(1.0);
        #[expect(clippy::cast_possible_truncation, reason = "a share")]
        let share = (at / self.heights.total().max(1.0)) as f32;
        share
    }
}
