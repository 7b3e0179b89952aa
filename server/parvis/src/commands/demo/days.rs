//! The demo's days: so many before or after today, at an hour when people are awake, and written in words.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use super::town::Town;

/// When a day begins for people, in seconds since midnight.
const MORNING: f64 = 7.5 * 3600.0;
/// How long it is.
const AWAKE: f64 = 14.5 * 3600.0;

/// Days counted from today.
#[derive(Debug, Clone)]
pub(super) struct Days {
    today: Date,
    zone: TimeZone,
}

impl Days {
    /// Days around the local day of `now`.
    pub(super) fn around(now: Timestamp, zone: TimeZone) -> Self {
        Self { today: now.to_zoned(zone.clone()).date(), zone }
    }

    /// A moment: −2.5 is the middle of the day before yesterday. Later numbers are never earlier moments.
    pub(super) fn at(&self, day: f64) -> anyhow::Result<Timestamp> {
        let whole = day.floor();
        let seconds = (day - whole).mul_add(AWAKE, MORNING);
        let date = self.date(whole as i32)?;
        Ok(date.at(0, 0, 0, 0).checked_add((seconds as i64).seconds())?.to_zoned(self.zone.clone())?.timestamp())
    }

    /// What an agent types in a field for date and time.
    pub(super) fn typed(&self, day: i32, time: &str) -> anyhow::Result<String> {
        Ok(format!("{}T{time}", self.date(day)?))
    }

    /// A text in which each `{+95}` has become a date in words.
    pub(super) fn told(&self, text: &str, town: &Town) -> anyhow::Result<String> {
        let mut told = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let (days, after) = after.split_once('}').ok_or_else(|| anyhow::anyhow!("a brace is open in: {text}"))?;
            told.push_str(before);
            told.push_str(&self.words(days.parse()?, town)?);
            rest = after;
        }
        told.push_str(rest);
        Ok(told)
    }

    fn words(&self, day: i32, town: &Town) -> anyhow::Result<String> {
        let date = self.date(day)?;
        let month = usize::try_from(date.month() - 1).ok().and_then(|month| town.months.get(month));
        let month = month.ok_or_else(|| anyhow::anyhow!("no name for month {}", date.month()))?;
        let number = if date.day() == 1 { town.first.clone() } else { date.day().to_string() };
        Ok(format!("{number}\u{a0}{month} {}", date.year()))
    }

    /// A day of the calendar.
    pub(super) fn date(&self, day: i32) -> anyhow::Result<Date> {
        Ok(self.today.checked_add(day.days())?)
    }
}

/// A number between 0 and 1 that depends on the words only: the same demo at every start (FNV-1a, then a finaliser that spreads the bits).
pub(super) fn draw(words: &[&str]) -> f64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in words.iter().flat_map(|word| word.bytes().chain([0])) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    hash = (hash ^ (hash >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash ^= hash >> 33;
    (hash >> 11) as f64 / (1_u64 << 53) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days() -> Days {
        Days::around("2026-11-21T02:00:00Z".parse().unwrap(), TimeZone::get("Europe/Paris").unwrap())
    }

    #[test]
    fn people_write_by_day_and_in_order() {
        assert_eq!(days().at(-1.0).unwrap().to_string(), "2026-11-20T06:30:00Z");
        assert_eq!(days().at(-0.001).unwrap().to_string(), "2026-11-20T20:59:07Z");
        let moments: Vec<Timestamp> = (0..700).map(|n| days().at(f64::from(n) / 10.0 - 70.0).unwrap()).collect();
        assert!(moments.is_sorted());
    }

    #[test]
    fn dates_are_told_in_words() {
        let town = Town::read(&super::super::town::NETWORK[0]).unwrap();
        let told = |text: &str| days().told(text, &town).unwrap();
        assert_eq!(told("avant le {+10}."), "avant le 1er\u{a0}décembre 2026.");
        assert_eq!(told("{+0} {-21}"), "21\u{a0}novembre 2026 31\u{a0}octobre 2026");
        assert_eq!(days().typed(12, "23:59").unwrap(), "2026-12-03T23:59");
    }

    #[test]
    fn draws_are_spread_and_always_the_same() {
        assert_eq!(draw(&["a", "b"]).to_bits(), draw(&["a", "b"]).to_bits());
        assert_ne!(draw(&["a", "b"]).to_bits(), draw(&["ab"]).to_bits());
        let low = (0..1000).filter(|n| draw(&[&n.to_string()]) < 0.5).count();
        assert!((400..600).contains(&low), "{low}");
    }
}
