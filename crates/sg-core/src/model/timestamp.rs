//! A UTC timestamp, in the API's format.

use std::fmt;

/// Whole seconds since 1970-01-01T00:00:00Z; may be negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(i64);

impl Timestamp {
    /// Creates a timestamp from Unix seconds. Clamped to the years 0000 to 9999, so that the text
    /// form always has a four-digit year.
    pub const fn from_unix_seconds(seconds: i64) -> Self {
        const FIRST: i64 = -62_167_219_200;
        const LAST: i64 = 253_402_300_799;
        if seconds < FIRST {
            Self(FIRST)
        } else if seconds > LAST {
            Self(LAST)
        } else {
            Self(seconds)
        }
    }

    /// Seconds since the Unix epoch.
    pub const fn unix_seconds(self) -> i64 {
        self.0
    }

    /// The time, unless it is the Unix epoch, which stands for a time that is not known.
    pub fn on_record(self) -> Option<Self> {
        (self.0 != 0).then_some(self)
    }

    /// Parses `YYYY-MM-DDThh:mm:ssZ`. A fraction of a second, which some client libraries send, is
    /// accepted and dropped. Rejects dates and times that do not exist.
    pub fn parse(text: &str) -> Option<Self> {
        let (date, time) = text.strip_suffix('Z')?.split_once('T')?;
        let (time, fraction) = time.split_once('.').unwrap_or((time, "0"));
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        if !digits(fraction) {
            return None;
        }
        let [year, month, day] = numbers(date, '-', [4, 2, 2])?;
        let [hour, minute, second] = numbers(time, ':', [2, 2, 2])?;
        if hour > 23 || minute > 59 || second > 59 {
            return None;
        }
        let day_start = Self(days_before(year, month, day) * 86_400);
        // A month of 13 or 31 June comes back as a different date.
        let exists = day_start.date() == (year, month, day);
        exists.then_some(Self(day_start.0 + hour * 3_600 + minute * 60 + second))
    }

    /// Year, month and day (Howard Hinnant's `civil_from_days`). Written by hand because a date
    /// crate would add more to the page than the whole emulator.
    const fn date(self) -> (i64, i64, i64) {
        let days = self.0.div_euclid(86_400) + 719_468;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
        let year = year_of_era + era * 400 + if month <= 2 { 1 } else { 0 };
        (year, month, day)
    }
}

/// Days from 1970-01-01 to a date (Howard Hinnant's `days_from_civil`).
const fn days_before(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let shifted_month = if month > 2 { month - 3 } else { month + 9 };
    let day_of_year = (153 * shifted_month + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// Parses three numbers with the given digit counts and a separator between them.
fn numbers(text: &str, separator: char, lengths: [usize; 3]) -> Option<[i64; 3]> {
    let mut parts = text.split(separator);
    let mut numbers = [0; 3];
    for (number, length) in numbers.iter_mut().zip(lengths) {
        let part = parts.next()?;
        let plain = part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
        *number = plain.then(|| part.parse().ok()).flatten()?;
    }
    parts.next().is_none().then_some(numbers)
}

impl fmt::Display for Timestamp {
    /// `YYYY-MM-DDThh:mm:ssZ`, the form of `Timestamp` and `CreateTime`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.date();
        let second = self.0.rem_euclid(86_400);
        let (hour, minute, second) = (second / 3_600, second / 60 % 60, second % 60);
        write!(f, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_moments_are_written_as_the_api_writes_them() {
        for (seconds, text) in [
            (0, "1970-01-01T00:00:00Z"),
            (-1, "1969-12-31T23:59:59Z"),
            (951_782_400, "2000-02-29T00:00:00Z"),
            (1_456_231_584, "2016-02-23T12:46:24Z"),
            (4_107_542_400, "2100-03-01T00:00:00Z"),
            (i64::MAX, "9999-12-31T23:59:59Z"),
            (i64::MIN, "0000-01-01T00:00:00Z"),
        ] {
            assert_eq!(Timestamp::from_unix_seconds(seconds).to_string(), text);
        }
    }

    #[test]
    fn what_is_written_is_read_back_and_what_does_not_exist_is_refused() {
        for seconds in [0, -1, 951_782_400, 1_456_231_584, 4_107_542_400, i64::MAX, i64::MIN] {
            let moment = Timestamp::from_unix_seconds(seconds);
            assert_eq!(Timestamp::parse(&moment.to_string()), Some(moment));
        }
        let fraction = Timestamp::parse("2016-02-23T12:46:24.987Z");
        assert_eq!(fraction, Some(Timestamp::from_unix_seconds(1_456_231_584)));
        for bad in [
            "",
            "2016-02-23",
            "2016-02-23T12:46:24",
            "2016-02-23T12:46:24+00:00",
            "2016-02-23 12:46:24Z",
            "2016-2-23T12:46:24Z",
            "2016-02-30T12:46:24Z",
            "2015-02-29T12:46:24Z",
            "2016-13-01T12:46:24Z",
            "2016-00-01T12:46:24Z",
            "2016-01-00T12:46:24Z",
            "2016-02-23T24:00:00Z",
            "2016-02-23T12:60:24Z",
            "2016-02-23T12:46:60Z",
            "2016-02-23T12:46:24.Z",
            "2016-02-23T12:46:24.1.2Z",
            "+016-02-23T12:46:24Z",
            "2016-02-23T12:46:24:00Z",
            "２016-02-23T12:46:24Z",
        ] {
            assert_eq!(Timestamp::parse(bad), None, "{bad}");
        }
    }
}
