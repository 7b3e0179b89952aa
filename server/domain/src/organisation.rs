//! Organisations that take part, who acts in their name, and the accreditations that collectivities give them (docs/decisions/0026).

use crate::territory::Siren;
use jiff::Timestamp;

crate::words! {
    /// What an organisation is, and as what a collectivity accredits it.
    OrganisationKind {
        /// An association.
        Association = "association",
        /// A council of a neighbourhood.
        Neighbourhood = "neighbourhood",
        /// A school.
        School = "school",
        /// An enterprise.
        Enterprise = "enterprise",
        /// Somebody who knows the subject.
        Expert = "expert",
        /// Another institution that works with the collectivity.
        Partner = "partner",
    }
}

crate::words! {
    /// Where an accreditation stands.
    AccreditationState {
        /// The collectivity offers it; the organisation has not answered.
        Offered = "offered",
        /// Both sides agree.
        Accepted = "accepted",
        /// The organisation said no.
        Refused = "refused",
        /// The collectivity took it back.
        Withdrawn = "withdrawn",
        /// The organisation wants it no more.
        Left = "left",
    }
}

crate::words! {
    /// What somebody wants to do as a member of an organisation.
    OrganisationVerb {
        /// Act in its name.
        Speak = "speak",
        /// Invite and remove members, change what it says of itself, answer accreditations.
        Manage = "manage",
        /// Leave it.
        Leave = "leave",
    }
}

/// What ties somebody to an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Ties {
    /// Whether it is open.
    pub open: bool,
    /// Whether they are a member.
    pub member: bool,
    /// Whether they look after the membership.
    pub administers: bool,
    /// Whether nobody else does.
    pub alone: bool,
}

/// Whether an accreditation holds now: both sides agree, it has begun and is not over.
#[must_use]
pub fn holds(state: &str, since: Timestamp, until: Option<Timestamp>, now: Timestamp) -> bool {
    state == AccreditationState::Accepted.code() && since <= now && until.is_none_or(|until| now < until)
}

/// A number by which the State knows an organisation: a SIREN (nine digits with a check digit), or the RNA number of an association (W and nine
/// digits). `None` for anything else.
#[must_use]
pub fn registration(text: &str) -> Option<String> {
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_uppercase();
    if let Some(digits) = bare.strip_prefix('W') {
        return (digits.len() == 9 && digits.bytes().all(|b| b.is_ascii_digit())).then_some(bare);
    }
    Siren::parse(&bare).map(|siren| siren.as_str().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_organisations() {
        let check = |text: &str, expected: Option<&str>| assert_eq!(registration(text).as_deref(), expected, "{text}");
        check("732 829 320", Some("732829320"));
        check("w751234567", Some("W751234567"));
        check("W75123456", None);
        check("732829321", None);
        check("", None);
    }

    #[test]
    fn an_accreditation_holds_between_its_dates_when_both_agree() {
        let at = |second| Timestamp::from_second(second).unwrap();
        let check = |state: AccreditationState, until: Option<i64>, now: i64, expected: bool| {
            assert_eq!(holds(state.code(), at(10), until.map(at), at(now)), expected, "{state} {until:?} {now}");
        };
        check(AccreditationState::Accepted, None, 10, true);
        check(AccreditationState::Accepted, None, 9, false);
        check(AccreditationState::Accepted, Some(20), 19, true);
        check(AccreditationState::Accepted, Some(20), 20, false);
        for state in [AccreditationState::Offered, AccreditationState::Refused, AccreditationState::Withdrawn, AccreditationState::Left] {
            check(state, None, 15, false);
        }
    }
}
