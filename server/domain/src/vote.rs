//! Votes: what a ballot box may be, how surely a voter is known, and when it takes ballots. What stands on a ballot is the business of
//! `deliberation`.

use crate::refusal::Refusal;
use jiff::Timestamp;

crate::words! {
    /// What a ballot box is for.
    BoxKind {
        /// A question to everybody.
        Poll = "poll",
        /// A participatory budget.
        Budget = "budget",
    }
}

crate::words! {
    /// Where a ballot box stands in its life.
    BoxState {
        /// Being prepared: everything may change.
        Draft = "draft",
        /// Published: nothing changes any more. Ballots are taken between its two moments.
        Published = "published",
        /// Counted: no ballot is taken, whatever the clock says.
        Closed = "closed",
        /// Called off before it was counted.
        Cancelled = "cancelled",
    }
}

crate::words! {
    /// How surely a voter is one person. Levels are never added up without being shown apart.
    Level {
        /// An account whose e-mail address was confirmed.
        Confirmed = "confirmed",
        /// An account that somebody verified.
        Verified = "verified",
        /// An e-mail address, confirmed by a code at the moment of voting.
        EmailCode = "email_code",
        /// A code printed on a letter.
        PrintedCode = "printed_code",
        /// An entry of a list of the town.
        Listed = "listed",
        /// Seen by an agent at a desk.
        Desk = "desk",
        /// A paper ballot.
        Paper = "paper",
    }
}

crate::words! {
    /// How a ballot came.
    Channel {
        /// Through the pages of this instance.
        Online = "online",
        /// On paper, typed in by agents.
        Paper = "paper",
        /// Not said: one of the channels brought fewer than [`SMALLEST_GROUP`].
        Withheld = "withheld",
    }
}

crate::words! {
    /// Where a batch of paper ballots stands.
    BatchState {
        /// Typed by one agent.
        Once = "once",
        /// Typed by two, who differ.
        Differs = "differs",
        /// Settled: its ballots are in the box.
        Agreed = "agreed",
    }
}

/// Fewer people than this are never shown as a group (the practice of INSEE for households).
pub const SMALLEST_GROUP: u64 = 11;

/// Why a ballot is not counted: its voter put another in its place.
pub const REPLACED: &str = "replaced";
/// Why a paper is not counted: it says nothing that the vote asks for.
pub const SPOILED: &str = "spoiled";
/// Why there is less paper than people who voted on paper: it was not found.
pub const MISSING: &str = "missing";

/// Why a voter who counts is looked at twice: somebody voted from the same mailbox (tag and dots left out).
pub const SAME_MAILBOX: &str = "same_mailbox";
/// Why a voter who counts is looked at twice: the address is on a server that gives mailboxes for a few minutes.
pub const THROWAWAY: &str = "throwaway";

/// Whether a ballot may be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taking {
    /// Yes.
    Open,
    /// Its time is over, and it must be counted before anything else happens.
    Over,
}

/// May a box take a ballot now? What was closed once stays closed, even if the clock goes back.
///
/// # Errors
/// `NotFound` for a draft, `NotOpenNow` before it opens and after it was closed.
pub fn takes(state: BoxState, opens_at: Timestamp, closes_at: Timestamp, now: Timestamp) -> Result<Taking, Refusal> {
    match state {
        BoxState::Draft => Err(Refusal::NotFound),
        BoxState::Closed | BoxState::Cancelled => Err(Refusal::NotOpenNow),
        BoxState::Published if now < opens_at => Err(Refusal::NotOpenNow),
        BoxState::Published if now < closes_at => Ok(Taking::Open),
        BoxState::Published => Ok(Taking::Over),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_box_takes_ballots_between_its_two_moments_and_never_again() {
        let at = |second| Timestamp::from_second(second).unwrap();
        let check = |state, now, expected| assert_eq!(takes(state, at(10), at(20), at(now)), expected, "{state} at {now}");
        check(BoxState::Draft, 15, Err(Refusal::NotFound));
        check(BoxState::Published, 9, Err(Refusal::NotOpenNow));
        check(BoxState::Published, 10, Ok(Taking::Open));
        check(BoxState::Published, 19, Ok(Taking::Open));
        check(BoxState::Published, 20, Ok(Taking::Over));
        check(BoxState::Closed, 15, Err(Refusal::NotOpenNow));
        check(BoxState::Cancelled, 15, Err(Refusal::NotOpenNow));
    }
}
