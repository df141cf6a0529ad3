//! A window that was last on a screen that is gone comes back to one that is there.

use eframe::egui;
use egui::{Context, Pos2, Rect, Vec2, ViewportCommand, pos2, vec2};

/// In this frame the window has its place.
const FRAME: u64 = 3;

/// Moves the window once, soon after the start, if too little of it can be seen.
pub(super) fn bring(ctx: &Context, frame: &eframe::Frame) {
    if ctx.cumulative_frame_nr() != FRAME {
        return;
    }
    let Some(window) = frame.winit_window() else {
        return;
    };
    // Where the system does not tell, as under Wayland, it places windows itself.
    let Ok(position) = window.outer_position() else {
        return;
    };
    let size = window.outer_size();
    let place = rect((position.x, position.y), (size.width, size.height));
    let screens = window.available_monitors().map(|screen| {
        let (position, size) = (screen.position(), screen.size());
        rect((position.x, position.y), (size.width, size.height))
    });
    let screens: Vec<Rect> = screens.collect();
    if let Some(to) = better_place(place, &screens) {
        let points = ctx.pixels_per_point();
        let to = (to.to_vec2() / points).to_pos2();
        ctx.send_viewport_cmd(ViewportCommand::OuterPosition(to));
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "screens are no larger than that"
)]
fn rect((x, y): (i32, i32), (width, height): (u32, u32)) -> Rect {
    let size = vec2(width as f32, height as f32);
    Rect::from_min_size(pos2(x as f32, y as f32), size)
}

/// The top left corner that a window should have instead, in the middle of the screen that shows most of
/// it, or else of the first one; `None` where its title bar and most of it are in sight.
fn better_place(window: Rect, screens: &[Rect]) -> Option<Pos2> {
    /// Of the window's height, in pixels.
    const TITLE_BAR: f32 = 30.0;
    let area = |rect: Rect| rect.width().max(0.0) * rect.height().max(0.0);
    let seen = |part: Rect| -> f32 { screens.iter().map(|it| area(it.intersect(part))).sum() };
    let title = Rect::from_min_size(window.min, vec2(window.width(), TITLE_BAR));
    let is_seen = |part: Rect| seen(part) * 2.0 >= area(part);
    if is_seen(title) && is_seen(window) {
        return None;
    }
    let shown = |screen: &&Rect| area(screen.intersect(window));
    let most = screens
        .iter()
        .max_by(|one, other| shown(one).total_cmp(&shown(other)));
    let screen = most
        .filter(|screen| shown(screen) > 0.0)
        .or(screens.first())?;
    let free: Vec2 = (screen.size() - window.size()).max(Vec2::ZERO);
    Some(screen.min + (free / 2.0).round())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(x: f32, y: f32) -> Rect {
        Rect::from_min_size(pos2(x, y), vec2(1000.0, 700.0))
    }

    const ONE: Rect = Rect {
        min: pos2(0.0, 0.0),
        max: pos2(1280.0, 800.0),
    };

    #[test]
    fn a_window_in_sight_stays() {
        assert_eq!(better_place(at(0.0, 0.0), &[ONE]), None);
        assert_eq!(better_place(at(300.0, 80.0), &[ONE]), None);
        let second = ONE.translate(vec2(1280.0, 0.0));
        assert_eq!(better_place(at(1300.0, 50.0), &[ONE, second]), None);
        let between = at(800.0, 50.0);
        assert_eq!(better_place(between, &[ONE, second]), None, "on both");
    }

    #[test]
    fn a_window_on_a_screen_that_is_gone_comes_back() {
        let middle = Some(pos2(140.0, 50.0));
        assert_eq!(better_place(at(3900.0, 2500.0), &[ONE]), middle);
        assert_eq!(
            better_place(at(1154.0, 762.0), &[ONE]),
            middle,
            "but for a corner"
        );
        assert_eq!(
            better_place(at(100.0, -400.0), &[ONE]),
            middle,
            "no title bar"
        );
    }

    #[test]
    fn a_window_larger_than_the_screen_has_its_title_bar_in_sight() {
        let large = Rect::from_min_size(pos2(2000.0, 0.0), vec2(2000.0, 1500.0));
        assert_eq!(better_place(large, &[ONE]), Some(pos2(0.0, 0.0)));
        assert_eq!(better_place(at(0.0, 0.0), &[]), None, "nothing is known");
    }
}
