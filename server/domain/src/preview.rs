//! A link that shows a draft to whoever has it: until when it does, and how many of them there may be.

use crate::text::Fault;
use jiff::Timestamp;

/// Days for which a link works unless the agent says otherwise.
pub const DAYS: i64 = 30;
/// The most days.
pub const DAYS_MAX: i64 = 90;
/// Links of a consultation that work at the same time.
pub const OPEN_MAX: usize = 20;
/// Links of a consultation that are kept: of more, those that ended first are forgotten.
pub const KEPT_MAX: usize = 50;

crate::words! {
    /// Whether a link still shows something.
    PreviewState {
        /// It does.
        Open = "open",
        /// Its time is over.
        Ended = "ended",
        /// An agent took it back.
        Revoked = "revoked",
    }
}

crate::words! {
    /// What a link shows.
    PreviewKind {
        /// A consultation.
        Consultation = "consultation",
        /// A project that looks for money.
        Funding = "funding",
        /// What can be reported from the street.
        Street = "street",
        /// What is published as open data.
        OpenData = "open_data",
    }
}

/// Where a link stands.
#[must_use]
pub fn state(ends_at: Timestamp, revoked_at: Option<Timestamp>, now: Timestamp) -> PreviewState {
    match revoked_at {
        Some(_) => PreviewState::Revoked,
        None if ends_at <= now => PreviewState::Ended,
        None => PreviewState::Open,
    }
}

/// For how many days a link works, as typed; nothing typed: as usual.
///
/// # Errors
/// `Shape` for anything but 1 to [`DAYS_MAX`].
pub fn days(typed: &str) -> Result<i64, Fault> {
    match typed.trim() {
        "" => Ok(DAYS),
        typed => typed.parse().ok().filter(|days| (1..=DAYS_MAX).contains(days)).ok_or(Fault::Shape),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_works_until_it_ends_or_is_taken_back() {
        let at = |second: i64| Timestamp::from_second(second).unwrap();
        let check = |revoked: Option<i64>, now: i64, expected: PreviewState| {
            assert_eq!(state(at(100), revoked.map(at), at(now)), expected, "{revoked:?} {now}");
        };
        check(None, 99, PreviewState::Open);
        check(None, 100, PreviewState::Ended);
        check(Some(50), 60, PreviewState::Revoked);
        check(Some(50), 200, PreviewState::Revoked);
    }

    #[test]
    fn days_are_few_and_whole() {
        let check = |typed: &str, expected: Result<i64, Fault>| assert_eq!(days(typed), expected, "{typed:?}");
        check("", Ok(30));
        check(" 1 ", Ok(1));
        check("90", Ok(90));
        for wrong in ["0", "91", "-3", "1.5", "un mois"] {
            check(wrong, Err(Fault::Shape));
        }
    }
}
