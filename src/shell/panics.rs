//! Reports of what went wrong in the program itself, in a file that a person can send.

use std::any::Any;
use std::backtrace::Backtrace;
use std::panic::PanicHookInfo;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use crate::engine;
use copydesk_i18n::tr;
use copydesk_store::{Home, disk};

/// Where reports are written.
#[derive(Clone, Debug, Default)]
pub struct Reports {
    log: Option<PathBuf>,
    is_written: Arc<AtomicBool>,
}

impl Reports {
    /// Without a home there is no file for them.
    pub fn of(home: Option<&Home>) -> Self {
        Self {
            log: home.map(Home::log),
            is_written: Arc::default(),
        }
    }

    /// From now on every panic is reported, on whatever thread, and nothing is printed.
    pub fn install(&self) {
        let reports = self.clone();
        std::panic::set_hook(Box::new(move |info| reports.write(info)));
    }

    fn write(&self, info: &PanicHookInfo<'_>) {
        let Some(log) = &self.log else { return };
        // Where even this cannot be written, the window tells without it what went wrong.
        if disk::append(log, report(info).as_bytes()).is_ok() {
            self.is_written.store(true, Ordering::Relaxed);
        }
    }

    /// What a panic said, and where more of it can be read; without a full stop.
    pub fn explain(&self, panic: &(dyn Any + Send)) -> String {
        let words = engine::words_of_panic(panic);
        let log = self.log.as_ref();
        match log.filter(|_| self.is_written.load(Ordering::Relaxed)) {
            Some(log) => {
                let path = log.display().to_string();
                tr!("shell-report-written", words = words, path = path)
            }
            None => words.to_owned(),
        }
    }
}

fn report(info: &PanicHookInfo<'_>) -> String {
    let thread = std::thread::current();
    format!(
        "== Copydesk {}, {}, {} {}\nthread “{}” panicked{}\n{}\n{}\n",
        env!("CARGO_PKG_VERSION"),
        utc(SystemTime::now()),
        std::env::consts::OS,
        std::env::consts::ARCH,
        thread.name().unwrap_or("without a name"),
        info.location()
            .map_or(String::new(), |place| format!(" at {place}:")),
        engine::words_of_panic(info.payload()),
        Backtrace::force_capture(),
    )
}

/// Such as `2026-11-29 08:54:00 UTC`.
fn utc(time: SystemTime) -> String {
    let secs = time
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_secs());
    let (year, month, day) = date(secs / 86_400);
    let (hour, minute, second) = (secs / 3600 % 24, secs / 60 % 60, secs % 60);
    format!("{year}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02} UTC")
}

/// The date so many days after 1 January 1970, counted in years that begin in March: the leap day
/// is then the last one, and 400 years have 146,097 days.
fn date(days: u64) -> (u64, u64, u64) {
    let days = days + 719_468;
    let of_era = days % 146_097;
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    // Five months from March on have 153 days.
    let month_from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month_from_march + 2) / 5 + 1;
    let (month, later) = match month_from_march {
        0..=9 => (month_from_march + 3, 0),
        _ => (month_from_march - 9, 1),
    };
    (days / 146_097 * 400 + year_of_era + later, month, day)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_panic_on_any_thread_is_reported_with_its_place() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::below(folder.path());
        let reports = Reports::of(Some(&home));
        let before = reports.explain(&"early");
        assert_eq!(before, "early", "nothing has been reported yet");
        let usual = std::panic::take_hook();
        reports.install();
        let thread = std::thread::Builder::new().name("job".to_owned());
        let panic = thread
            .spawn(|| panic!("as a test"))
            .unwrap()
            .join()
            .unwrap_err();
        std::panic::set_hook(usual);
        let report = String::from_utf8(disk::read(&home.log()).unwrap().bytes).unwrap();
        let lines: Vec<&str> = report.lines().collect();
        let start = concat!("== Copydesk ", env!("CARGO_PKG_VERSION"), ", 20");
        assert!(report.contains(start), "{report}");
        let place = lines
            .iter()
            .position(|line| line.starts_with("thread “job” panicked at src/shell/panics.rs:"));
        assert_eq!(lines[place.expect(&report) + 1], "as a test");
        assert!(report.contains("0: "), "a backtrace: {report}");
        let told = reports.explain(panic.as_ref());
        assert_eq!(
            told,
            format!("as a test. The report is in {}", home.log().display())
        );
    }

    #[test]
    fn times_are_written_as_dates() {
        let check = |secs, written: &str| {
            assert_eq!(utc(UNIX_EPOCH + Duration::from_secs(secs)), written);
        };
        check(0, "1970-01-01 00:00:00 UTC");
        check(951_782_400, "2000-02-29 00:00:00 UTC");
        check(1_796_000_039, "2026-11-30 00:53:59 UTC");
        check(4_102_444_799, "2099-12-31 23:59:59 UTC");
    }
}
