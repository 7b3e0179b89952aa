//! A consultation and its phases: where it stands at a given time, and what each phase lets people do.

use crate::actor::{Audience, Role};
use jiff::Timestamp;

crate::words! {
    /// How far citizens are involved (guide of the Banque des Territoires, 2018; charte de la participation).
    Participation {
        /// They are told.
        Information = "information",
        /// They give their opinion; the collectivity decides alone.
        Consultation = "consultation",
        /// They discuss and propose; the collectivity decides and explains.
        Concertation = "concertation",
        /// They decide with the collectivity.
        CoProduction = "co_production",
    }
}

crate::words! {
    /// What a phase is for.
    PhaseKind {
        /// Learn: documents, meetings; nobody contributes yet.
        Information = "information",
        /// Propose, discuss, support.
        Contribution = "contribution",
        /// The services study what came in.
        Analysis = "analysis",
        /// The collectivity answers.
        Answer = "answer",
        /// Those who carry a project speak for it; people discuss, nothing new comes in.
        Campaign = "campaign",
        /// People vote.
        Vote = "vote",
        /// What was decided is being done.
        Works = "works",
    }
}

impl PhaseKind {
    /// Whether people say or choose something in it.
    #[must_use]
    pub const fn is_for_people(self) -> bool {
        match self {
            Self::Contribution | Self::Campaign | Self::Vote => true,
            Self::Information | Self::Analysis | Self::Answer | Self::Works => false,
        }
    }
}

crate::words! {
    /// What a consultation does with the voices of people whose account is on another server.
    RemoteVoices {
        /// They are shown at once, as coming from elsewhere.
        Welcome = "welcome",
        /// A moderator looks at each text before it is shown; supports count at once.
        Held = "held",
        /// They are not taken.
        Refused = "refused",
    }
}

/// What a citizen can do in a phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Deed {
    /// Publish a proposal.
    Propose,
    /// Start a discussion.
    Discuss,
    /// Reply to a contribution.
    Reply,
    /// Support a contribution.
    Support,
}

impl Deed {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Propose, Self::Discuss, Self::Reply, Self::Support];
}

/// Who may do what during a phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Openings {
    /// Publish a proposal.
    pub propose: Audience,
    /// Start a discussion.
    pub discuss: Audience,
    /// Reply.
    pub reply: Audience,
    /// Support.
    pub support: Audience,
}

impl Openings {
    /// What a new phase of this kind allows unless the agent changes it.
    #[must_use]
    pub const fn usual(kind: PhaseKind) -> Self {
        let audience = match kind {
            PhaseKind::Contribution => Audience::Everyone,
            PhaseKind::Information | PhaseKind::Analysis | PhaseKind::Answer | PhaseKind::Campaign | PhaseKind::Vote | PhaseKind::Works => {
                Audience::Nobody
            }
        };
        let reply = if matches!(kind, PhaseKind::Campaign) { Audience::Everyone } else { audience };
        Self { propose: audience, discuss: audience, reply, support: audience }
    }

    /// Who may do this deed.
    #[must_use]
    pub const fn audience(&self, deed: Deed) -> Audience {
        match deed {
            Deed::Propose => self.propose,
            Deed::Discuss => self.discuss,
            Deed::Reply => self.reply,
            Deed::Support => self.support,
        }
    }
}

/// When a phase runs and what it allows. Open from `opens_at` (included) to `closes_at` (excluded).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PhaseRule {
    /// What it is for.
    pub kind: PhaseKind,
    /// First instant.
    pub opens_at: Timestamp,
    /// First instant after it.
    pub closes_at: Timestamp,
    /// Who may do what.
    pub openings: Openings,
}

/// Where a consultation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Not published.
    Draft,
    /// Published; its first phase has not begun.
    Upcoming,
    /// In the phase with this index.
    Open(usize),
    /// Between the phase with this index and the next.
    Pause(usize),
    /// After its last phase.
    Closed,
}

/// What rules need to know of a consultation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// Whether it is published.
    pub published: bool,
    /// Its phases, ordered by opening, not overlapping.
    pub phases: Vec<PhaseRule>,
    /// What it does with voices from other servers.
    pub remote_voices: RemoteVoices,
}

impl Calendar {
    /// Where the consultation stands at `now`.
    #[must_use]
    pub fn phase_at(&self, now: Timestamp) -> Stage {
        if !self.published {
            return Stage::Draft;
        }
        let mut stage = if self.phases.is_empty() { Stage::Closed } else { Stage::Upcoming };
        for (index, phase) in self.phases.iter().enumerate() {
            if now < phase.opens_at {
                return stage;
            }
            if now < phase.closes_at {
                return Stage::Open(index);
            }
            stage = if index + 1 == self.phases.len() { Stage::Closed } else { Stage::Pause(index) };
        }
        stage
    }

    /// The phase that is open at `now`.
    #[must_use]
    pub fn open_phase(&self, now: Timestamp) -> Option<&PhaseRule> {
        match self.phase_at(now) {
            Stage::Open(index) => self.phases.get(index),
            Stage::Draft | Stage::Upcoming | Stage::Pause(_) | Stage::Closed => None,
        }
    }

    /// Whether a role may do this deed at `now`.
    #[must_use]
    pub fn allows(&self, deed: Deed, role: Role, now: Timestamp) -> bool {
        self.open_phase(now).is_some_and(|phase| phase.openings.audience(deed).includes(role))
    }

    /// Whether anybody at all may do this deed at `now`: what an invitation to sign in depends on.
    #[must_use]
    pub fn open_for_citizens(&self, deed: Deed, now: Timestamp) -> bool {
        self.allows(deed, Role::Citizen, now)
    }

    /// The index of the first phase that begins before the one before it has ended, or ends before it begins.
    #[must_use]
    pub fn first_disorder(&self) -> Option<usize> {
        let mut end = Timestamp::MIN;
        for (index, phase) in self.phases.iter().enumerate() {
            if phase.opens_at < end || phase.closes_at <= phase.opens_at {
                return Some(index);
            }
            end = phase.closes_at;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    fn phase(kind: PhaseKind, from: i64, to: i64) -> PhaseRule {
        PhaseRule { kind, opens_at: at(from), closes_at: at(to), openings: Openings::usual(kind) }
    }

    fn calendar() -> Calendar {
        Calendar {
            published: true,
            remote_voices: RemoteVoices::Welcome,
            phases: vec![phase(PhaseKind::Information, 10, 20), phase(PhaseKind::Contribution, 20, 30), phase(PhaseKind::Answer, 40, 50)],
        }
    }

    #[test]
    fn stages_follow_the_dates() {
        let check = |now: i64, expected: Stage| assert_eq!(calendar().phase_at(at(now)), expected, "at {now}");
        check(9, Stage::Upcoming);
        check(10, Stage::Open(0));
        check(19, Stage::Open(0));
        check(20, Stage::Open(1));
        check(30, Stage::Pause(1));
        check(39, Stage::Pause(1));
        check(40, Stage::Open(2));
        check(50, Stage::Closed);
        assert_eq!(Calendar { published: false, ..calendar() }.phase_at(at(25)), Stage::Draft);
        assert_eq!(Calendar { published: true, phases: vec![], ..calendar() }.phase_at(at(25)), Stage::Closed);
    }

    #[test]
    fn deeds_are_allowed_by_phase_and_role() {
        let calendar = calendar();
        for deed in Deed::ALL {
            for role in Role::ALL {
                assert_eq!(calendar.allows(*deed, *role, at(25)), *role != Role::Visitor, "{deed:?} {role}");
                for closed in [5, 15, 35, 45, 55] {
                    assert!(!calendar.allows(*deed, *role, at(closed)), "{deed:?} {role} at {closed}");
                }
            }
        }
    }

    #[test]
    fn disorder_is_found() {
        assert_eq!(calendar().first_disorder(), None);
        let mut overlapping = calendar();
        overlapping.phases[1].opens_at = at(15);
        assert_eq!(overlapping.first_disorder(), Some(1));
        let mut backwards = calendar();
        backwards.phases[2].closes_at = at(40);
        assert_eq!(backwards.first_disorder(), Some(2));
    }
}
