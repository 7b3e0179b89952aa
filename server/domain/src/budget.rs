//! A participatory budget: its envelopes, where a project stands, what a service finds, and how the works go. The vote is `vote`'s business.

use crate::text::{self, Fault};
use jiff::civil::Date;

crate::words! {
    /// Where a project stands.
    ProjectState {
        /// Deposited: its author waits for an answer.
        Deposited = "deposited",
        /// Found feasible: it will stand, or stands, on the ballot.
        PutToVote = "put_to_vote",
        /// Not put to the vote; the reasons are published.
        SetAside = "set_aside",
        /// Put together with another project that says the same.
        Merged = "merged",
        /// Chosen by the vote.
        Selected = "selected",
        /// Voted on and not chosen.
        NotSelected = "not_selected",
    }
}

crate::words! {
    /// What the service that studied a project finds.
    Verdict {
        /// It can be done as it is.
        Feasible = "feasible",
        /// It can be done once changed.
        Adapted = "adapted",
        /// It cannot be done.
        NotFeasible = "not_feasible",
    }
}

crate::words! {
    /// Where the works of a selected project stand.
    WorksState {
        /// Decided, nothing begun.
        Planned = "planned",
        /// Drawn, put out to tender.
        Prepared = "prepared",
        /// Being done.
        UnderWay = "under_way",
        /// Done.
        Done = "done",
        /// Given up; the reason is in the news.
        Stopped = "stopped",
    }
}

/// The largest amount, in cents: one billion.
pub const AMOUNT_MAX: i64 = 100_000_000_000;
/// Most envelopes of a budget.
pub const ENVELOPES_MAX: usize = 20;
/// Longest name of a place, in characters.
pub const PLACE_MAX: usize = 200;

impl ProjectState {
    /// Whether the service may still decide: nothing was voted on.
    #[must_use]
    pub const fn is_before_the_vote(self) -> bool {
        match self {
            Self::Deposited | Self::PutToVote | Self::SetAside | Self::Merged => true,
            Self::Selected | Self::NotSelected => false,
        }
    }

    /// Whether it was put to the vote, whatever came of it.
    #[must_use]
    pub const fn was_put_to_vote(self) -> bool {
        match self {
            Self::PutToVote | Self::Selected | Self::NotSelected => true,
            Self::Deposited | Self::SetAside | Self::Merged => false,
        }
    }
}

impl WorksState {
    /// How far the works are, in quarters.
    #[must_use]
    pub const fn quarters(self) -> u8 {
        match self {
            Self::Planned | Self::Stopped => 0,
            Self::Prepared => 1,
            Self::UnderWay => 2,
            Self::Done => 4,
        }
    }
}

/// Reads an amount of money as people write it: `25000`, `25 000 €`, `25 000,50`, `1250.5`. Gives whole cents, 0 to [`AMOUNT_MAX`].
///
/// # Errors
/// `Missing` when nothing is written, `Shape` when it is no amount or is out of bounds.
pub fn cents(typed: &str) -> Result<i64, Fault> {
    let kept: String = text::line(typed).chars().filter(|c| !c.is_whitespace() && !matches!(c, '€' | '\'' | '’')).collect();
    if kept.is_empty() {
        return Err(Fault::Missing);
    }
    let (whole, part) = kept.rsplit_once([',', '.']).unwrap_or((&kept, ""));
    let digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    if whole.is_empty() || part.len() > 2 || !digits(whole) || !digits(part) {
        return Err(Fault::Shape);
    }
    let euros: i64 = whole.parse().map_err(|_too_long| Fault::Shape)?;
    let rest: i64 = format!("{part:0<2}").parse().map_err(|_never| Fault::Shape)?;
    let cents = euros.checked_mul(100).and_then(|cents| cents.checked_add(rest));
    cents.filter(|cents| *cents <= AMOUNT_MAX).ok_or(Fault::Shape)
}

/// The same, where nothing written means nothing known.
///
/// # Errors
/// `Shape`.
pub fn cents_or_none(typed: &str) -> Result<Option<i64>, Fault> {
    match cents(typed) {
        Ok(cents) => Ok(Some(cents)),
        Err(Fault::Missing) => Ok(None),
        Err(other) => Err(other),
    }
}

/// Days by which works are late: between the promised day and the day they were done, or today. Negative or 0: not late.
#[must_use]
pub fn late(promised: Date, done: Option<Date>, today: Date) -> i64 {
    let to = done.unwrap_or(today);
    to.since(promised).map_or(0, |span| i64::from(span.get_days()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn amounts_are_read_as_people_write_them() {
        let check = |typed: &str, expected: Result<i64, Fault>| assert_eq!(cents(typed), expected, "{typed:?}");
        check("25000", Ok(2_500_000));
        check(" 25 000 € ", Ok(2_500_000));
        check("25\u{202f}000,50\u{a0}€", Ok(2_500_050));
        check("1250.5", Ok(125_050));
        check("0", Ok(0));
        check("1000000000", Ok(AMOUNT_MAX));
        check("1000000000,01", Err(Fault::Shape));
        check("99999999999999999999", Err(Fault::Shape));
        for bad in ["-5", "1,234", "12,345,00", "1e5", "cent", "€", ",5", "١٢"] {
            assert!(cents(bad).is_err(), "{bad:?}");
        }
        check("", Err(Fault::Missing));
        assert_eq!((cents_or_none(" "), cents_or_none("x")), (Ok(None), Err(Fault::Shape)));
    }

    #[test]
    fn works_are_late_in_days() {
        let check = |done, today, expected| assert_eq!(late(date(2026, 3, 28), done, today), expected);
        check(None, date(2026, 3, 27), -1);
        check(None, date(2026, 3, 28), 0);
        check(None, date(2026, 4, 2), 5);
        check(Some(date(2026, 3, 30)), date(2027, 1, 1), 2);
        check(None, date(2027, 3, 28), 365);
    }
}
