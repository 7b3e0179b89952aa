//! Consultations that several territories carry: who may, and how far it has come.

use crate::actor::Audience;
use crate::consultation::{Calendar, Openings, PhaseRule, RemoteVoices};
use jiff::Timestamp;

crate::words! {
    /// Which territories are called to carry a consultation.
    Called {
        /// Those that are confirmed as official.
        Official = "official",
        /// Those that were chosen, one by one.
        Chosen = "chosen",
    }
}

crate::words! {
    /// How a territory stands to a consultation that this instance offers.
    CarrierState {
        /// It was chosen and has not answered.
        Invited = "invited",
        /// It carries the consultation.
        Joined = "joined",
        /// It did, and does no more.
        Left = "left",
        /// It is not wanted any more.
        Refused = "refused",
    }
}

crate::words! {
    /// What a call says of itself.
    CallState {
        /// Territories may join.
        Open = "open",
        /// Nobody can join any more; those who carry it go on.
        Withdrawn = "withdrawn",
        /// The consultation is not shown any more.
        Gone = "gone",
    }
}

crate::words! {
    /// How this instance stands to a consultation of somebody else.
    CarriedState {
        /// It asked to carry it.
        Asked = "asked",
        /// It carries it.
        Joined = "joined",
        /// The organiser said no.
        Refused = "refused",
        /// It carries it no more: what was said stays, nothing new is taken.
        Left = "left",
    }
}

impl CarriedState {
    /// Whether the consultation takes contributions here, as far as carrying goes.
    #[must_use]
    pub const fn is_alive(self) -> bool {
        match self {
            Self::Joined => true,
            Self::Asked | Self::Refused | Self::Left => false,
        }
    }
}

/// The calendar as it holds for what somebody wrote on the instance of another territory that carries the same consultation. That instance asked
/// the same phases before it took the text, so what counts is when it was written there, not when it comes; a phase for organisations is open to
/// it, since its home knows who they are. Who looks first at what comes from elsewhere still does.
#[must_use]
pub fn admitting(calendar: &Calendar, written_at: Timestamp, now: Timestamp) -> Calendar {
    let voices = match calendar.remote_voices {
        RemoteVoices::Refused | RemoteVoices::Welcome => RemoteVoices::Welcome,
        RemoteVoices::Held => RemoteVoices::Held,
    };
    let widened = |audience: Audience| match audience {
        Audience::Everyone | Audience::Stakeholders => Audience::Everyone,
        Audience::Agents | Audience::Nobody => Audience::Nobody,
    };
    let phases = calendar.open_phase(written_at.min(now)).map(|phase| PhaseRule {
        kind: phase.kind,
        opens_at: Timestamp::MIN,
        closes_at: Timestamp::MAX,
        openings: Openings {
            propose: widened(phase.openings.propose),
            discuss: widened(phase.openings.discuss),
            reply: widened(phase.openings.reply),
            support: widened(phase.openings.support),
        },
    });
    Calendar { published: calendar.published, phases: phases.into_iter().collect(), remote_voices: voices }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actor::Role;
    use crate::consultation::{Deed, PhaseKind};

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn what_was_written_in_time_at_home_is_admitted_late() {
        let phase = |kind, opens, closes| PhaseRule { kind, opens_at: at(opens), closes_at: at(closes), openings: Openings::usual(kind) };
        let calendar = |remote_voices| Calendar {
            published: true,
            phases: vec![phase(PhaseKind::Contribution, 10, 20), phase(PhaseKind::Answer, 20, 30)],
            remote_voices,
        };
        let check = |voices, written: i64, now: i64, expected: bool| {
            let admitted = admitting(&calendar(voices), at(written), at(now));
            assert_eq!(admitted.allows(Deed::Propose, Role::Remote, at(now)), expected, "{voices} written {written}, now {now}");
        };
        check(RemoteVoices::Welcome, 15, 15, true);
        check(RemoteVoices::Refused, 19, 99, true);
        check(RemoteVoices::Welcome, 9, 15, false);
        check(RemoteVoices::Welcome, 20, 25, false);
        // A clock that is ahead: what claims to come from the future comes from now.
        check(RemoteVoices::Welcome, 99, 15, true);
        check(RemoteVoices::Welcome, 15, 9, false);
        assert_eq!(admitting(&calendar(RemoteVoices::Held), at(15), at(15)).remote_voices, RemoteVoices::Held);
        assert_eq!(admitting(&calendar(RemoteVoices::Refused), at(15), at(15)).remote_voices, RemoteVoices::Welcome);
        let mut closed = calendar(RemoteVoices::Welcome);
        closed.phases[0].openings.propose = Audience::Stakeholders;
        assert!(admitting(&closed, at(15), at(15)).allows(Deed::Propose, Role::Remote, at(15)));
        closed.phases[0].openings.propose = Audience::Agents;
        assert!(!admitting(&closed, at(15), at(15)).allows(Deed::Propose, Role::Remote, at(15)));
    }

    #[test]
    fn only_what_is_carried_takes_contributions() {
        let alive: Vec<_> = CarriedState::ALL.iter().filter(|state| state.is_alive()).collect();
        assert_eq!(alive, [&CarriedState::Joined]);
    }
}
