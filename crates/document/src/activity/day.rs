//! A day of the calendar, as it is written and as a number.

use std::fmt;

use copydesk_i18n::tr;

/// A day between the years 0 and 9999. It is written `2026-11-29`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(i32);

/// Days of 400 years, after which the calendar repeats.
const ERA: i32 = 146_097;

impl Day {
    const FIRST: Self = Self(-719_528);
    const LAST: Self = Self(2_932_896);

    /// The day with this number, counted from 1970-01-01; the nearest one that there is.
    pub fn from_number(number: i32) -> Self {
        Self(number.clamp(Self::FIRST.0, Self::LAST.0))
    }

    /// Counted from 1970-01-01, which is 0.
    pub fn number(self) -> i32 {
        self.0
    }

    /// The day so many days before this one.
    #[must_use]
    pub fn before(self, days: u16) -> Self {
        Self::from_number(self.0 - i32::from(days))
    }

    /// A day as it is written; `None` for anything else, and for days that no calendar has.
    pub fn parse(written: &str) -> Option<Self> {
        let is_plain = |byte: u8| byte.is_ascii_digit() || byte == b'-';
        if written.len() != 10 || !written.bytes().all(is_plain) {
            return None;
        }
        let mut parts = written.split('-').map(str::parse::<i32>);
        let (year, month, day) = (
            parts.next()?.ok()?,
            parts.next()?.ok()?,
            parts.next()?.ok()?,
        );
        let parsed = Self::of(year, month, day);
        // A day such as 2026-02-30 becomes another one.
        (parsed.to_string() == written).then_some(parsed)
    }

    /// By the method of Howard Hinnant's “chrono-compatible low-level date algorithms”: years begin in
    /// March, so that a leap day is the last of its year.
    fn of(year: i32, month: i32, day: i32) -> Self {
        let year = if month <= 2 { year - 1 } else { year };
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let day_of_year = (153 * (month + 9).rem_euclid(12) + 2) / 5 + day - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Self(era * ERA + day_of_era - 719_468)
    }

    /// Year, month and day, each as it is written.
    fn parts(self) -> (i32, usize, i32) {
        let days = self.0 + 719_468;
        let era = days.div_euclid(ERA);
        let day_of_era = days.rem_euclid(ERA);
        let year_of_era =
            (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * from_march + 2) / 5 + 1;
        let month = if from_march < 10 {
            from_march + 3
        } else {
            from_march - 9
        };
        let year = year_of_era + era * 400 + i32::from(month <= 2);
        (year, usize::try_from(month).unwrap_or(1), day)
    }

    /// `Nov 29`.
    pub fn short(self) -> String {
        let (_, month, day) = self.parts();
        tr!("day-short", month = month, day = day.to_string())
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::Day;

    #[test]
    fn a_day_is_written_as_it_is_read() {
        for written in [
            "1970-01-01",
            "2000-02-29",
            "2026-11-29",
            "0000-01-01",
            "9999-12-31",
        ] {
            assert_eq!(Day::parse(written).unwrap().to_string(), written);
        }
        assert_eq!(Day::parse("1970-01-01").unwrap().number(), 0);
        assert_eq!(Day::parse("2026-11-29").unwrap().number(), 20_786);
        assert_eq!(Day::parse("2026-11-09").unwrap().short(), "Nov 9");
    }

    #[test]
    fn what_no_calendar_has_is_no_day() {
        for written in [
            "2026-02-30",
            "2026-13-01",
            "2026-00-10",
            "2026-1-01",
            "+026-01-01",
            "2026-11-29 ",
            "Nov 29, 26",
            "----------",
            "",
        ] {
            assert_eq!(Day::parse(written), None, "{written}");
        }
    }

    #[test]
    fn each_day_follows_the_one_before() {
        // The calendar repeats after 400 years.
        let last = Day::parse("2400-03-02").unwrap();
        let mut day = Day::parse("1999-12-30").unwrap();
        while day < last {
            let next = Day::from_number(day.number() + 1);
            assert!(next.to_string() > day.to_string());
            assert_eq!(Day::parse(&next.to_string()), Some(next));
            assert_eq!(next.before(1), day);
            day = next;
        }
        assert_eq!(Day::from_number(i32::MAX).to_string(), "9999-12-31");
        assert_eq!(Day::from_number(i32::MIN).to_string(), "0000-01-01");
    }
}
