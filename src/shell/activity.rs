//! How long a person is at work in the window.

use eframe::egui;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::app::{ActivityEvent, Event};
use copydesk_document::Day;

/// After so long without input, a person is elsewhere.
const LONGEST_PAUSE_SECS: f64 = 30.0;
/// Less is told with what comes next.
const LEAST_TOLD_SECS: f64 = 1.0;

/// The time between inputs, until the session is told of it.
#[derive(Debug, Default)]
pub struct WorkClock {
    /// When something was last typed, clicked or pointed at, in seconds of the window's time.
    last: Option<f64>,
    untold_secs: f64,
    /// The day that was told last.
    told: Option<Day>,
}

impl WorkClock {
    /// Follows the input of a frame. `is_due` where something was done to the article: what comes before
    /// it is told first. Returns what to tell the session.
    pub fn follow(&mut self, ctx: &egui::Context, is_due: bool) -> Option<Event> {
        let (now, is_at_work) = ctx.input(|input| {
            let is_input = input.raw.events.iter().any(is_by_hand);
            (input.time, is_input && input.raw.focused)
        });
        if is_at_work {
            self.note(now);
        }
        let is_due = is_due || self.untold_secs >= LEAST_TOLD_SECS;
        let told = (is_due && self.last.is_some()).then(|| self.tell(today()));
        told.flatten().map(Event::Activity)
    }

    fn note(&mut self, now: f64) {
        let pause = self.last.map_or(0.0, |last| now - last);
        if (0.0..LONGEST_PAUSE_SECS).contains(&pause) {
            self.untold_secs += pause;
        }
        self.last = Some(now);
    }

    /// `None` where there is nothing new.
    fn tell(&mut self, day: Day) -> Option<ActivityEvent> {
        let millis = (self.untold_secs * 1000.0).floor();
        if millis < 1.0 && self.told == Some(day) {
            return None;
        }
        self.untold_secs -= millis / 1000.0;
        self.told = Some(day);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "not below zero, and told at least every half minute"
        )]
        let millis = millis as u32;
        Some(ActivityEvent::Worked { day, millis })
    }
}

/// Whether a person did it, and not the window or the system.
fn is_by_hand(event: &egui::Event) -> bool {
    use egui::Event::{PointerGone, WindowFocused};
    !matches!(event, WindowFocused(_) | PointerGone)
}

/// By the clock and the calendar of the machine.
fn today() -> Day {
    let now = Timestamp::now().to_zoned_datetime(TimeZone::system());
    let written = now.strftime("%Y-%m-%d").to_string();
    // A clock before the year 0 or after 9999 is none.
    Day::parse(&written).unwrap_or(Day::from_number(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(written: &str) -> Day {
        Day::parse(written).unwrap()
    }

    fn worked(written: &str, millis: u32) -> ActivityEvent {
        let day = day(written);
        ActivityEvent::Worked { day, millis }
    }

    /// What is told after inputs at these seconds.
    fn told(clock: &mut WorkClock, inputs: &[f64], written: &str) -> Option<ActivityEvent> {
        for at in inputs {
            clock.note(*at);
        }
        clock.tell(day(written))
    }

    #[test]
    fn short_pauses_are_work_and_long_ones_are_not() {
        let mut clock = WorkClock::default();
        let inputs = [100.0, 100.5, 130.25, 160.25, 161.25];
        let told = told(&mut clock, &inputs, "2026-11-29");
        assert_eq!(told, Some(worked("2026-11-29", 31_250)));
    }

    #[test]
    fn no_millisecond_is_lost_between_what_is_told() {
        let mut clock = WorkClock::default();
        let mut sum = 0;
        for frame in 0..1000 {
            clock.note(f64::from(frame) * 0.0166);
            if let Some(ActivityEvent::Worked { millis, .. }) = clock.tell(day("2026-11-29")) {
                sum += millis;
            }
        }
        assert!((16_582..=16_584).contains(&sum), "{sum}");
    }

    #[test]
    fn the_day_is_told_even_where_no_time_has_passed() {
        let mut clock = WorkClock::default();
        assert_eq!(
            told(&mut clock, &[5.0], "2026-11-29"),
            Some(worked("2026-11-29", 0))
        );
        assert_eq!(told(&mut clock, &[5.0], "2026-11-29"), None);
        assert_eq!(
            told(&mut clock, &[], "2026-11-30"),
            Some(worked("2026-11-30", 0))
        );
    }

    #[test]
    fn today_is_a_day_of_this_century() {
        assert!((day("2024-01-01")..day("2100-01-01")).contains(&today()));
    }
}
