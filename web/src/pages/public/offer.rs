//! What is offered to whoever looks: the act itself, the way to sign in first, or nothing.

use super::voice;
use crate::viewer::Visit;
use domain::Timestamp;
use domain::consultation::{Calendar, Deed};
use domain::contribution::{Kind, Standing};
use domain::permission::{self, Verb};
use domain::refusal::Refusal;

/// Whether an act is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Offer {
    /// It can be done now.
    Yes,
    /// It can be done now by whoever signs in.
    SignIn,
    /// It cannot be done.
    No,
}

impl Offer {
    /// It can be done now.
    pub(super) const fn is_yes(self) -> bool {
        matches!(self, Self::Yes)
    }

    /// It could be done after signing in.
    pub(super) const fn is_sign_in(self) -> bool {
        matches!(self, Self::SignIn)
    }

    /// Something is offered.
    pub(super) const fn is_some(self) -> bool {
        !matches!(self, Self::No)
    }

    fn of(answer: Result<(), Refusal>, open_for_citizens: bool) -> Self {
        match answer {
            Ok(()) => Self::Yes,
            Err(Refusal::SignInFirst) if open_for_citizens => Self::SignIn,
            Err(_) => Self::No,
        }
    }
}

/// Whether publishing this kind of contribution is offered.
pub(super) fn to_publish(visit: &Visit, kind: Kind, calendar: &Calendar, now: Timestamp) -> Offer {
    // For a visitor the table already says `SignInFirst` only while it is open for citizens.
    Offer::of(voice::any(visit, &visit.names, |viewer| permission::may_publish(viewer, kind, calendar, now)), true)
}

/// Whether this act on a contribution is offered.
pub(super) fn to(visit: &Visit, verb: Verb, standing: &Standing, calendar: &Calendar, now: Timestamp) -> Offer {
    let shown = standing.hidden_at.is_none() && standing.withdrawn_at.is_none();
    let open = match verb {
        Verb::Reply => standing.depth < domain::contribution::DEPTH_MAX && calendar.open_for_citizens(Deed::Reply, now),
        Verb::Support | Verb::TakeBackSupport => calendar.open_for_citizens(Deed::Support, now),
        Verb::Report => true,
        Verb::Edit | Verb::Withdraw | Verb::Hide | Verb::Restore | Verb::AnswerOfficially | Verb::Recognise => false,
    };
    let may = |viewer| permission::may(viewer, verb, standing, calendar, now);
    let answer = match verb {
        Verb::Reply | Verb::Edit | Verb::Withdraw => voice::any(visit, &visit.names, may),
        // Each of these is pressed in one's own name; in another's there is a button of its own.
        Verb::Support | Verb::TakeBackSupport | Verb::Report | Verb::Hide | Verb::Restore | Verb::AnswerOfficially | Verb::Recognise => {
            may(visit.viewer)
        }
    };
    Offer::of(answer, open && shown)
}

/// Whether supporting is offered in a consultation, for a list of contributions that are all shown.
pub(super) fn to_support(visit: &Visit, calendar: &Calendar, now: Timestamp) -> Offer {
    if visit.me.is_none() {
        return if calendar.open_for_citizens(Deed::Support, now) { Offer::SignIn } else { Offer::No };
    }
    if calendar.allows(Deed::Support, visit.viewer.role, now) { Offer::Yes } else { Offer::No }
}

/// Whether supporting a part of a text is offered: a paragraph, as it is.
pub(super) fn to_support_a_part(visit: &Visit, calendar: &Calendar, now: Timestamp) -> Offer {
    Offer::of(permission::may_support_a_part(visit.viewer, calendar, now), calendar.open_for_citizens(Deed::Support, now))
}

/// The same as [`to_publish`], in one's own name or any of these.
pub(super) fn to_publish_as(visit: &Visit, names: &[voice::Name], kind: Kind, calendar: &Calendar, now: Timestamp) -> Offer {
    Offer::of(voice::any(visit, names, |viewer| permission::may_publish(viewer, kind, calendar, now)), true)
}
