//! Short jumps, on which the article glides to where it is scrolled.

use eframe::egui;

use crate::app::Session;
use crate::ui::article::{ArticleView, Shown};

/// A jump that is under way.
#[derive(Clone, Copy)]
pub(super) struct Glide {
    /// Scroll offsets, in points.
    from: f32,
    to: f32,
    /// In seconds of the window's time.
    begun: f64,
}

impl Glide {
    /// In seconds.
    const TIME: f64 = 0.14;

    /// The offset at `now`, slowing down towards the end.
    fn offset(self, now: f64) -> f32 {
        #[expect(clippy::cast_possible_truncation, reason = "a share")]
        let share = ((now - self.begun) / Self::TIME).clamp(0.0, 1.0) as f32;
        let left = (1.0 - share).powi(3);
        self.to + (self.from - self.to) * left
    }

    fn is_over(self, now: f64) -> bool {
        now - self.begun >= Self::TIME
    }
}

impl ArticleView {
    /// The offset for this frame where `jump` was asked for, or a jump is under way: a short way is
    /// glided, unless a person wants nothing to move. A turn of the wheel ends it.
    pub(super) fn follow_glide(
        &mut self,
        ui: &egui::Ui,
        session: &Session,
        shown: &Shown,
        jump: Option<f32>,
    ) -> Option<f32> {
        let (now, is_scrolled) = ui.input(|input| {
            let is_scrolled = input.smooth_scroll_delta().y != 0.0 || input.pointer.any_down();
            (input.time, is_scrolled)
        });
        if is_scrolled {
            self.glide = None;
        }
        if let Some(to) = jump {
            let way = (to - shown.offset).abs();
            let is_glided = way > 4.0
                && way < shown.view_height * 1.5
                && !session.preferences().reduced_motion
                && !is_scrolled;
            self.glide = is_glided.then_some(Glide {
                from: shown.offset,
                to,
                begun: now,
            });
        }
        let Some(glide) = self.glide else { return jump };
        if glide.is_over(now) {
            self.glide = None;
        } else {
            ui.ctx().request_repaint();
        }
        Some(glide.offset(now))
    }
}
