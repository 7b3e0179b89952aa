//! Dates and times in words, in the instance's time zone.

use crate::texts::Texts;
use domain::Timestamp;
use jiff::tz::TimeZone;
use store::At;

/// An instant, by value or by reference, as templates pass them.
pub trait Moment {
    /// The instant.
    fn moment(&self) -> Timestamp;
}

impl Moment for Timestamp {
    fn moment(&self) -> Timestamp {
        *self
    }
}

impl Moment for At {
    fn moment(&self) -> Timestamp {
        self.0
    }
}

impl<T: Moment + ?Sized> Moment for &T {
    fn moment(&self) -> Timestamp {
        (**self).moment()
    }
}

/// "3 décembre 2026".
#[must_use]
pub fn day(t: &Texts, zone: &TimeZone, at: Timestamp) -> String {
    let date = at.to_zoned(zone.clone()).date();
    // ftl: month-*
    let month = t.get(&format!("month-{}", date.month()));
    let day = if date.day() == 1 { t.get("date-first") } else { date.day().to_string() };
    t.with("date-day", &[("day", day.into()), ("month", month.into()), ("year", date.year().to_string().into())])
}

/// "3 décembre 2026 à 18 h 30".
#[must_use]
pub fn moment(t: &Texts, zone: &TimeZone, at: Timestamp) -> String {
    let time = at.to_zoned(zone.clone()).time();
    let clock = t.with2("date-time", "hour", time.hour().to_string(), "minute", format!("{:02}", time.minute()));
    t.with2("date-moment", "day", day(t, zone, at), "time", clock)
}

/// RFC 3339 with the zone's offset, for `datetime` attributes.
#[must_use]
pub fn iso(zone: &TimeZone, at: Timestamp) -> String {
    at.to_zoned(zone.clone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

/// "il y a 3 jours"; the date when it is more than 30 days ago or in the future.
#[must_use]
pub fn ago(t: &Texts, zone: &TimeZone, at: Timestamp, now: Timestamp) -> String {
    const MINUTE: i64 = 60;
    const HOUR: i64 = 60 * MINUTE;
    const DAY: i64 = 24 * HOUR;
    match now.as_second() - at.as_second() {
        0..MINUTE => t.get("ago-now"),
        seconds @ MINUTE..HOUR => t.count("ago-minutes", seconds / MINUTE),
        seconds @ HOUR..DAY => t.count("ago-hours", seconds / HOUR),
        seconds if (DAY..=30 * DAY).contains(&seconds) => t.count("ago-days", seconds / DAY),
        _ => day(t, zone, at),
    }
}

/// What `<input type="datetime-local">` shows: local time without offset, to the minute.
#[must_use]
pub fn local(zone: &TimeZone, at: Timestamp) -> String {
    at.to_zoned(zone.clone()).strftime("%Y-%m-%dT%H:%M").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::lang::Lang;

    #[test]
    fn dates_are_words() {
        let zone = TimeZone::get("Europe/Paris").unwrap();
        let at: Timestamp = "2026-12-01T17:05:00Z".parse().unwrap();
        let (fr, en, de) = (Texts::new(Lang::Fr), Texts::new(Lang::En), Texts::new(Lang::De));
        assert_eq!(day(&fr, &zone, at), "1er décembre 2026");
        assert_eq!(moment(&fr, &zone, at), "1er décembre 2026 à 18\u{a0}h\u{a0}05");
        assert_eq!(moment(&en, &zone, at), "1 December 2026 at 18:05");
        assert_eq!(moment(&de, &zone, at), "1. Dezember 2026 um 18:05 Uhr");
        assert_eq!(iso(&zone, at), "2026-12-01T18:05:00+01:00");
        assert_eq!(local(&zone, at), "2026-12-01T18:05");
    }

    #[test]
    fn recent_is_relative() {
        let zone = TimeZone::UTC;
        let t = Texts::new(Lang::Fr);
        let now: Timestamp = "2026-12-01T12:00:00Z".parse().unwrap();
        let check = |seconds: i64, expected: &str| {
            let at = Timestamp::from_second(now.as_second() - seconds).unwrap();
            assert_eq!(ago(&t, &zone, at, now), expected);
        };
        check(0, "à l’instant");
        check(60, "il y a 1 minute");
        check(7300, "il y a 2 heures");
        check(86_400 * 30, "il y a 30 jours");
        check(86_400 * 31, "31 octobre 2026");
        check(-60, "1er décembre 2026");
    }
}
