//! Initiatives: something that people are asked to do, and petitions that the collectivity must answer once enough people sign.

use crate::actor::{Role, Viewer};
use crate::answer::AnswerState;
use crate::refusal::Refusal;
use crate::text::Fault;
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use url::Url;

crate::words! {
    /// What an initiative asks.
    InitiativeKind {
        /// To do something, on a page elsewhere.
        Act = "act",
        /// To sign, so that the collectivity answers.
        Petition = "petition",
    }
}

crate::words! {
    /// Where an initiative stands, as far as people decide it: the rest follows from its days and its number.
    InitiativeState {
        /// An agent has to decide about it; nobody else reads it.
        Proposed = "proposed",
        /// Everybody reads it.
        Open = "open",
        /// It was not admitted, with a reason.
        Declined = "declined",
        /// Whoever proposed it, or the collectivity, ended it.
        Ended = "ended",
    }
}

crate::words! {
    /// Why an initiative is not admitted.
    Ground {
        /// The collectivity is not competent for it.
        NotCompetent = "not_competent",
        /// It breaks the law, or accuses somebody.
        Unlawful = "unlawful",
        /// The same is already asked.
        Duplicate = "duplicate",
        /// It sells something, or asks for money.
        Commercial = "commercial",
        /// It is not clear what is asked.
        Unclear = "unclear",
        /// Another reason, in words.
        Other = "other",
    }
}

/// Longest address of a link, in characters.
pub const LINK_MAX: usize = 500;
/// Most initiatives of one account that wait for a decision.
pub const WAITING_MAX: i64 = 5;
/// Shortest reason or answer, in characters.
pub const WORDS_MIN: usize = 10;
/// The states that an answer to a petition may have.
pub const ANSWERS: [AnswerState; 4] = [AnswerState::Accepted, AnswerState::PartlyAccepted, AnswerState::Refused, AnswerState::PutToVote];

/// What the instance promises about petitions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PetitionRules {
    /// Signatures from which the collectivity answers, 2 to 1,000,000.
    pub threshold: i32,
    /// Days during which one signs, 7 to 730.
    pub days: i32,
    /// Days that the collectivity gives itself to answer, 7 to 365.
    pub answer_days: i32,
}

impl PetitionRules {
    /// What a form proposes first.
    pub const PROPOSED: Self = Self { threshold: 300, days: 180, answer_days: 60 };
}

/// What the rules need to know of an initiative.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terms {
    /// What it asks.
    pub kind: InitiativeKind,
    /// Where it stands.
    pub state: InitiativeState,
    /// Until when one takes part; none: without end.
    pub closes: Option<Timestamp>,
    /// When enough had signed.
    pub reached: Option<Timestamp>,
    /// When it was answered.
    pub answered: Option<Timestamp>,
}

crate::words! {
    /// Where an initiative stands for those who read it.
    Standing {
        /// An agent has to decide about it.
        Proposed = "proposed",
        /// It was not admitted.
        Declined = "declined",
        /// People take part.
        Open = "open",
        /// Enough have signed: the collectivity owes an answer.
        Reached = "reached",
        /// The collectivity has answered.
        Answered = "answered",
        /// Its days are over, or it was ended.
        Over = "over",
    }
}

impl Terms {
    /// Where it stands now.
    #[must_use]
    pub fn standing(&self, now: Timestamp) -> Standing {
        match self.state {
            InitiativeState::Proposed => Standing::Proposed,
            InitiativeState::Declined => Standing::Declined,
            InitiativeState::Open | InitiativeState::Ended if self.answered.is_some() => Standing::Answered,
            InitiativeState::Open | InitiativeState::Ended if self.reached.is_some() => Standing::Reached,
            InitiativeState::Ended => Standing::Over,
            InitiativeState::Open if self.closes.is_some_and(|closes| closes <= now) => Standing::Over,
            InitiativeState::Open => Standing::Open,
        }
    }

    /// Whether one may take part, or take that back, at this moment: signatures go on after the threshold, until the last day or the answer.
    #[must_use]
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.state == InitiativeState::Open && self.answered.is_none() && self.closes.is_none_or(|closes| closes > now)
    }

    /// Whether everybody reads it.
    #[must_use]
    pub const fn is_public(&self) -> bool {
        match self.state {
            InitiativeState::Open | InitiativeState::Ended => true,
            InitiativeState::Proposed | InitiativeState::Declined => false,
        }
    }
}

/// May the viewer propose an initiative, sign a petition or say that they acted? With an account of this instance alone.
///
/// # Errors
/// `SignInFirst` for a visitor, `NotYourRole` for somebody of another server.
pub const fn may_take_part(viewer: Viewer) -> Result<(), Refusal> {
    match viewer.role {
        Role::Visitor => Err(Refusal::SignInFirst),
        Role::Remote => Err(Refusal::NotYourRole),
        Role::Citizen | Role::Stakeholder | Role::Agent | Role::Moderator | Role::Administrator => Ok(()),
    }
}

/// The last day for the answer to a petition that enough people had signed on this day.
#[must_use]
pub fn answer_due(reached: Date, answer_days: i32) -> Date {
    reached.checked_add(i64::from(answer_days).days()).unwrap_or(Date::MAX)
}

/// The address where one acts: `https`, with the name of a server and nobody's password (RFC 3986 §3.2.1). Nothing written is no address.
///
/// # Errors
/// `TooLong` or `Shape`.
pub fn link(typed: &str) -> Result<Option<Url>, Fault> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    if typed.chars().count() > LINK_MAX {
        return Err(Fault::TooLong(LINK_MAX));
    }
    let url = Url::parse(typed).map_err(|_unreadable| Fault::Shape)?;
    let named = url.domain().is_some_and(|name| name.contains('.'));
    let sound = url.scheme() == "https" && named && url.username().is_empty() && url.password().is_none();
    if sound { Ok(Some(url)) } else { Err(Fault::Shape) }
}

/// A whole number between these two.
///
/// # Errors
/// `Missing` or `Shape`.
pub fn whole(typed: &str, (least, most): (i32, i32)) -> Result<i32, Fault> {
    let kept: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    if kept.is_empty() {
        return Err(Fault::Missing);
    }
    if kept.len() > 9 || !kept.chars().all(|c| c.is_ascii_digit()) {
        return Err(Fault::Shape);
    }
    kept.parse().ok().filter(|number| (least..=most).contains(number)).ok_or(Fault::Shape)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::ActorId;
    use jiff::civil::date;
    use uuid::Uuid;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn where_an_initiative_stands() {
        let now = at(100);
        let terms = |state, closes: Option<i64>, reached: Option<i64>, answered: Option<i64>| Terms {
            kind: InitiativeKind::Petition,
            state,
            closes: closes.map(at),
            reached: reached.map(at),
            answered: answered.map(at),
        };
        let check = |terms: Terms, standing: Standing, open: bool| {
            assert_eq!((terms.standing(now), terms.is_open(now)), (standing, open), "{terms:?}");
        };
        check(terms(InitiativeState::Proposed, None, None, None), Standing::Proposed, false);
        check(terms(InitiativeState::Declined, None, None, None), Standing::Declined, false);
        check(terms(InitiativeState::Open, None, None, None), Standing::Open, true);
        check(terms(InitiativeState::Open, Some(101), None, None), Standing::Open, true);
        check(terms(InitiativeState::Open, Some(100), None, None), Standing::Over, false);
        check(terms(InitiativeState::Open, Some(101), Some(50), None), Standing::Reached, true);
        check(terms(InitiativeState::Open, Some(90), Some(50), None), Standing::Reached, false);
        check(terms(InitiativeState::Open, Some(101), Some(50), Some(60)), Standing::Answered, false);
        check(terms(InitiativeState::Ended, None, None, None), Standing::Over, false);
        // What is owed stays owed.
        check(terms(InitiativeState::Ended, None, Some(50), None), Standing::Reached, false);
    }

    #[test]
    fn who_takes_part() {
        for role in Role::ALL {
            let viewer = Viewer { role: *role, ..Viewer::signed_in(ActorId(Uuid::nil()), Role::Citizen) };
            let expected = match role {
                Role::Visitor => Err(Refusal::SignInFirst),
                Role::Remote => Err(Refusal::NotYourRole),
                Role::Citizen | Role::Stakeholder | Role::Agent | Role::Moderator | Role::Administrator => Ok(()),
            };
            assert_eq!(may_take_part(viewer), expected, "{role}");
        }
    }

    #[test]
    fn a_link_leads_to_a_named_server_by_https() {
        for good in ["https://agir.example.org/signer?x=1", " https://exemple.fr "] {
            assert!(matches!(link(good), Ok(Some(_))), "{good}");
        }
        for bad in [
            "http://exemple.fr",
            "javascript:alert(1)",
            "https://127.0.0.1/",
            "https://u:p@exemple.fr",
            "https://localhost",
            "x",
            "https://",
        ] {
            assert_eq!(link(bad), Err(Fault::Shape), "{bad}");
        }
        assert_eq!(link("  "), Ok(None));
        assert_eq!(link(&format!("https://exemple.fr/{}", "a".repeat(LINK_MAX))), Err(Fault::TooLong(LINK_MAX)));
    }

    #[test]
    fn days_and_numbers() {
        assert_eq!(answer_due(date(2026, 11, 22), 60), date(2027, 1, 21));
        assert_eq!(answer_due(Date::MAX, 60), Date::MAX);
        let check = |typed: &str, expected| assert_eq!(whole(typed, (2, 1000)), expected, "{typed:?}");
        check("2", Ok(2));
        check("1\u{202f}000", Ok(1000));
        check("1", Err(Fault::Shape));
        check("1001", Err(Fault::Shape));
        check("-5", Err(Fault::Shape));
        check("٣", Err(Fault::Shape));
        check("99999999999", Err(Fault::Shape));
        check("", Err(Fault::Missing));
    }
}
