//! What a collectivity commits itself to after a consultation: where it stands, how far it is, and whether it is late.

use crate::budget;
use crate::text::Fault;
use jiff::civil::Date;

crate::words! {
    /// Where a commitment stands.
    CommitmentState {
        /// Nothing has begun.
        Planned = "planned",
        /// Being done.
        UnderWay = "under_way",
        /// Done.
        Done = "done",
        /// Given up, with a reason.
        Abandoned = "abandoned",
    }
}

/// Most commitments of a consultation.
pub const COMMITMENTS_MAX: usize = 100;
/// Most contributions that a commitment comes from.
pub const SOURCES_MAX: usize = 100;
/// Most milestones of a commitment.
pub const MILESTONES_MAX: usize = 20;
/// All of it, in hundredths.
pub const PROGRESS_MAX: i32 = 100;

/// Whether what was promised comes late.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delay {
    /// No day was promised, it has not come, or the commitment was given up.
    None,
    /// The promised day passed so many days ago, and it is not done.
    Late(i64),
    /// It was done so many days after the promised day.
    DoneLate(i64),
}

/// Where a milestone of a commitment stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Passage {
    /// Its day is to come.
    Planned,
    /// Its day passed so many days ago, and it is not reached.
    Late(i64),
    /// It was reached, so many days after its day; 0: in time.
    Reached(i64),
    /// The commitment was done or given up without it.
    Dropped,
}

impl CommitmentState {
    /// Whether nothing more is to be expected.
    #[must_use]
    pub const fn is_over(self) -> bool {
        match self {
            Self::Planned | Self::UnderWay => false,
            Self::Done | Self::Abandoned => true,
        }
    }

    /// How far it is, in hundredths, when somebody says `told`: what has not begun is at 0, and what is done at 100.
    #[must_use]
    pub const fn progress(self, told: i32) -> i32 {
        match self {
            Self::Planned => 0,
            Self::Done => PROGRESS_MAX,
            Self::UnderWay | Self::Abandoned => told,
        }
    }
}

/// Whether a commitment in this state comes late.
#[must_use]
pub fn delay(state: CommitmentState, promised: Option<Date>, done: Option<Date>, today: Date) -> Delay {
    let Some(promised) = promised else { return Delay::None };
    let days = budget::late(promised, done, today);
    match (state, days) {
        (CommitmentState::Planned | CommitmentState::UnderWay, 1..) => Delay::Late(days),
        (CommitmentState::Done, 1..) => Delay::DoneLate(days),
        (CommitmentState::Planned | CommitmentState::UnderWay | CommitmentState::Done | CommitmentState::Abandoned, _) => Delay::None,
    }
}

/// The day on which it was done, as far as it may be said: what is done was done on a day that has come, and what is not has none.
///
/// # Errors
/// `Missing` without a day for what is done, `Shape` for a day to come, `Choice` for a day of what is not done.
pub fn done_on(state: CommitmentState, told: Option<Date>, today: Date) -> Result<Option<Date>, Fault> {
    match (state, told) {
        (CommitmentState::Done, None) => Err(Fault::Missing),
        (CommitmentState::Done, Some(day)) if day > today => Err(Fault::Shape),
        (CommitmentState::Done, Some(day)) => Ok(Some(day)),
        (CommitmentState::Planned | CommitmentState::UnderWay | CommitmentState::Abandoned, Some(_)) => Err(Fault::Choice),
        (CommitmentState::Planned | CommitmentState::UnderWay | CommitmentState::Abandoned, None) => Ok(None),
    }
}

/// Where a milestone stands, of a commitment in this state.
#[must_use]
pub fn passage(state: CommitmentState, due: Date, reached: Option<Date>, today: Date) -> Passage {
    let days = budget::late(due, reached, today).max(0);
    match (reached, days) {
        (Some(_), days) => Passage::Reached(days),
        (None, _) if state.is_over() => Passage::Dropped,
        (None, 0) => Passage::Planned,
        (None, days) => Passage::Late(days),
    }
}

/// The day on which a milestone was reached, as far as it may be said: one that has come; none takes back what was `said` before.
///
/// # Errors
/// `Missing` where there is nothing to take back, `Shape` for a day to come.
pub fn reached_on(told: Option<Date>, said: bool, today: Date) -> Result<Option<Date>, Fault> {
    match told {
        Some(day) if day > today => Err(Fault::Shape),
        Some(day) => Ok(Some(day)),
        None if said => Ok(None),
        None => Err(Fault::Missing),
    }
}

/// Reads how far something is: a whole number of hundredths, 0 to [`PROGRESS_MAX`], with or without its sign.
///
/// # Errors
/// `Missing` when nothing is written, `Shape` when it is no such number.
pub fn hundredths(typed: &str) -> Result<i32, Fault> {
    let kept = typed.trim().trim_end_matches('%').trim_end();
    if kept.is_empty() {
        return Err(Fault::Missing);
    }
    if kept.len() > 3 || !kept.chars().all(|c| c.is_ascii_digit()) {
        return Err(Fault::Shape);
    }
    kept.parse().ok().filter(|told| *told <= PROGRESS_MAX).ok_or(Fault::Shape)
}

#[cfg(test)]
mod tests {
    use super::CommitmentState::{Abandoned, Done, Planned, UnderWay};
    use super::*;
    use jiff::civil::date;

    const PROMISED: Date = date(2026, 3, 28);

    #[test]
    fn what_was_promised_and_is_not_done_is_late() {
        let check = |state, promised, done, today, expected| {
            assert_eq!(delay(state, promised, done, today), expected, "{state} {promised:?} {done:?} {today}");
        };
        let (before, the_day, after) = (date(2026, 3, 27), PROMISED, date(2026, 4, 2));
        for state in [Planned, UnderWay] {
            check(state, Some(PROMISED), None, before, Delay::None);
            check(state, Some(PROMISED), None, the_day, Delay::None);
            check(state, Some(PROMISED), None, after, Delay::Late(5));
            check(state, None, None, after, Delay::None);
        }
        check(Done, Some(PROMISED), Some(before), after, Delay::None);
        check(Done, Some(PROMISED), Some(the_day), after, Delay::None);
        check(Done, Some(PROMISED), Some(after), date(2027, 1, 1), Delay::DoneLate(5));
        check(Done, None, Some(after), after, Delay::None);
        check(Abandoned, Some(PROMISED), None, after, Delay::None);
    }

    #[test]
    fn a_state_says_how_far_it_is() {
        let check = |state: CommitmentState, told, expected| assert_eq!(state.progress(told), expected, "{state} {told}");
        check(Planned, 30, 0);
        check(UnderWay, 30, 30);
        check(UnderWay, 100, 100);
        check(Done, 30, 100);
        check(Abandoned, 30, 30);
        assert_eq!(CommitmentState::ALL.iter().filter(|state| state.is_over()).count(), 2);
    }

    #[test]
    fn what_is_done_was_done_on_a_day_that_has_come() {
        let check = |state, told, expected| assert_eq!(done_on(state, told, PROMISED), expected, "{state} {told:?}");
        check(Done, Some(PROMISED), Ok(Some(PROMISED)));
        check(Done, Some(date(2026, 3, 29)), Err(Fault::Shape));
        check(Done, None, Err(Fault::Missing));
        for state in [Planned, UnderWay, Abandoned] {
            check(state, None, Ok(None));
            check(state, Some(PROMISED), Err(Fault::Choice));
        }
    }

    #[test]
    fn a_milestone_is_planned_late_reached_or_dropped() {
        let (before, the_day, after) = (date(2026, 3, 27), PROMISED, date(2026, 4, 2));
        #[rustfmt::skip]
        let table = [
            // reached        today    not over            over
            (None,           before,  Passage::Planned,    Passage::Dropped),
            (None,           the_day, Passage::Planned,    Passage::Dropped),
            (None,           after,   Passage::Late(5),    Passage::Dropped),
            (Some(before),   after,   Passage::Reached(0), Passage::Reached(0)),
            (Some(the_day),  after,   Passage::Reached(0), Passage::Reached(0)),
            (Some(after),    after,   Passage::Reached(5), Passage::Reached(5)),
        ];
        for (reached, today, open, over) in table {
            for state in CommitmentState::ALL {
                let expected = if state.is_over() { over } else { open };
                assert_eq!(passage(*state, PROMISED, reached, today), expected, "{state} {reached:?} {today}");
            }
        }
    }

    #[test]
    fn a_milestone_is_reached_on_a_day_that_has_come() {
        let check = |told, said, expected| assert_eq!(reached_on(told, said, PROMISED), expected, "{told:?} {said}");
        for said in [false, true] {
            check(Some(date(2026, 3, 27)), said, Ok(Some(date(2026, 3, 27))));
            check(Some(PROMISED), said, Ok(Some(PROMISED)));
            check(Some(date(2026, 3, 29)), said, Err(Fault::Shape));
        }
        check(None, false, Err(Fault::Missing));
        check(None, true, Ok(None));
    }

    #[test]
    fn hundredths_are_read_as_people_write_them() {
        let check = |typed: &str, expected| assert_eq!(hundredths(typed), expected, "{typed:?}");
        check("0", Ok(0));
        check(" 35 % ", Ok(35));
        check("35\u{a0}%", Ok(35));
        check("100", Ok(100));
        check("101", Err(Fault::Shape));
        check("-1", Err(Fault::Shape));
        check("3.5", Err(Fault::Shape));
        check("٣", Err(Fault::Shape));
        check("9999999999", Err(Fault::Shape));
        check("%", Err(Fault::Missing));
        check("", Err(Fault::Missing));
    }
}
