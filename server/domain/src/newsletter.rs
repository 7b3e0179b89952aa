//! The newsletter: to whom it goes, and where a subscription and an issue stand.

use crate::id::{ConsultationId, ThemeId};

crate::words! {
    /// Where a subscription stands.
    SubscriptionState {
        /// Asked for; the address behind it is not confirmed yet.
        Asked = "asked",
        /// Confirmed by whoever reads the mail of that address.
        Confirmed = "confirmed",
        /// Ended: the address is gone.
        Ended = "ended",
    }
}

crate::words! {
    /// Where an issue stands.
    IssueState {
        /// Being written.
        Draft = "draft",
        /// Its letters are being written, some at a time.
        Sending = "sending",
        /// All of them are written.
        Sent = "sent",
    }
}

crate::words! {
    /// What an issue may point to.
    ItemKind {
        /// News.
        Article = "article",
        /// A meeting.
        Meeting = "meeting",
        /// A consultation.
        Consultation = "consultation",
    }
}

/// Most things that an issue points to.
pub const ITEMS_MAX: usize = 12;
/// Hours in which an address is confirmed; then it is forgotten.
pub const CONFIRM_HOURS: i64 = 48;

/// Those who get the same letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Segment {
    /// Whoever wants to know what happens on the instance.
    All,
    /// Whoever follows a consultation.
    Consultation(ConsultationId),
    /// Whoever follows a theme of a consultation.
    Theme(ThemeId),
}

const ALL: &str = "all";
const CONSULTATION: &str = "c-";
const THEME: &str = "t-";

impl Segment {
    /// Its code, as rows and forms keep it.
    #[must_use]
    pub fn code(self) -> String {
        match self {
            Self::All => ALL.to_owned(),
            Self::Consultation(id) => format!("{CONSULTATION}{id}"),
            Self::Theme(id) => format!("{THEME}{id}"),
        }
    }

    /// Reads a code; anything else is `None`.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        if code == ALL {
            return Some(Self::All);
        }
        if let Some(id) = code.strip_prefix(CONSULTATION) {
            return ConsultationId::parse(id).map(Self::Consultation);
        }
        code.strip_prefix(THEME).and_then(ThemeId::parse).map(Self::Theme)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_segment_is_read_as_it_was_written() {
        let id = Uuid::from_u128(7);
        for segment in [Segment::All, Segment::Consultation(ConsultationId(id)), Segment::Theme(ThemeId(id))] {
            assert_eq!(Segment::parse(&segment.code()), Some(segment));
        }
        for code in ["", "ALL", "c-", "t-x", "c-all", "00000000-0000-0000-0000-000000000007"] {
            assert_eq!(Segment::parse(code), None, "{code}");
        }
    }
}
