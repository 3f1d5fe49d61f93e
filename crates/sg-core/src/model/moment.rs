//! A moment as people write it.

use super::Timestamp;

const DAY: i64 = 86_400;

impl Timestamp {
    /// Parses a moment: a date with a time, a date (its first second), or a time of day, which is the
    /// last one before `now`. Without `Z` or an offset such as `+08:00`, it is UTC. `None` for anything
    /// else.
    pub fn moment(text: &str, now: Self) -> Option<Self> {
        let (local, offset) = split_offset(text)?;
        let (date, time) = match local.split_once('T').or_else(|| local.split_once(' ')) {
            Some((date, time)) => (date, time),
            None if local.contains(':') => {
                let today = now.unix_seconds().checked_add(offset)?.div_euclid(DAY) * DAY;
                let today = today + at("1970-01-01", local)?.unix_seconds() - offset;
                let latest = if today > now.unix_seconds() { today - DAY } else { today };
                return Some(Self::from_unix_seconds(latest));
            }
            None => (local, "00:00"),
        };
        let moment = at(date, time)?.unix_seconds().checked_sub(offset)?;
        Some(Self::from_unix_seconds(moment))
    }
}

/// A date and a time with or without seconds, as UTC.
fn at(date: &str, time: &str) -> Option<Timestamp> {
    let seconds = if time.matches(':').count() == 1 { ":00" } else { "" };
    Timestamp::parse(&format!("{date}T{time}{seconds}Z"))
}

/// The text without `Z` or an offset, and the offset in seconds.
fn split_offset(text: &str) -> Option<(&str, i64)> {
    if let Some(local) = text.strip_suffix('Z') {
        return Some((local, 0));
    }
    let Some((local, offset)) = text.len().checked_sub(6).and_then(|at| text.split_at_checked(at))
    else {
        return Some((text, 0));
    };
    let sign = match offset.chars().next() {
        // `2026-11-29` ends like an offset without a colon.
        Some('+') => 1,
        Some('-') if offset.contains(':') => -1,
        _ => return Some((text, 0)),
    };
    let (hours, minutes) = offset.get(1..)?.split_once(':')?;
    let number = |text: &str| {
        let digits = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| text.parse::<i64>().ok()).flatten()
    };
    let (hours, minutes) = (number(hours)?, number(minutes)?);
    (hours <= 14 && minutes <= 59).then_some((local, sign * (hours * 3_600 + minutes * 60)))
}

#[cfg(test)]
mod tests {
    use super::Timestamp;

    #[test]
    fn a_moment_is_utc_unless_it_says_otherwise() {
        let now = Timestamp::parse("2026-11-30T01:30:00Z").unwrap();
        let read = |text: &str| Timestamp::moment(text, now).map(|moment| moment.to_string());
        for (text, moment) in [
            ("2026-11-29T20:00:00Z", "2026-11-29T20:00:00Z"),
            ("2026-11-29T20:00", "2026-11-29T20:00:00Z"),
            ("2026-11-29 20:00:30", "2026-11-29T20:00:30Z"),
            ("2026-11-29T20:00+08:00", "2026-11-29T12:00:00Z"),
            ("2026-11-29T20:00:00-05:30", "2026-11-30T01:30:00Z"),
            ("2026-11-29", "2026-11-29T00:00:00Z"),
            ("20:00", "2026-11-29T20:00:00Z"),
            ("01:30", "2026-11-30T01:30:00Z"),
            ("01:31", "2026-11-29T01:31:00Z"),
            // 09:30 in Shanghai now.
            ("09:30+08:00", "2026-11-30T01:30:00Z"),
            ("20:00+08:00", "2026-11-29T12:00:00Z"),
        ] {
            assert_eq!(read(text).as_deref(), Some(moment), "{text}");
        }
        for text in
            ["", "yesterday", "2026-13-01", "24:00", "2026-11-29T20:00+8:00", "20", "+08:00"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
