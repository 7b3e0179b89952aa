//! The one visibility rule: what may this viewer see of this? HTML, JSON, feeds, search and exports all ask here.

use crate::actor::Viewer;
use crate::contribution::Standing;

/// How much of a thing a viewer sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sight {
    /// Nothing, not even that it exists: the answer is 404, the same as for an id that never was.
    Nothing,
    /// That it was there and why it is not shown any more: the answer is 410 with the reason.
    Notice,
    /// All of it.
    Full,
}

/// What may the viewer see of a consultation?
#[must_use]
pub const fn consultation(published: bool, viewer: Viewer) -> Sight {
    if published || viewer.role.is_staff() { Sight::Full } else { Sight::Nothing }
}

/// What may the viewer see of a questionnaire that is published or not, in a consultation that is published or not?
#[must_use]
pub const fn questionnaire(published: bool, consultation_published: bool, viewer: Viewer) -> Sight {
    if viewer.role.is_staff() || (published && consultation_published) { Sight::Full } else { Sight::Nothing }
}

/// What may the viewer see of a contribution in a consultation that is published or not?
#[must_use]
pub fn contribution(standing: &Standing, published: bool, viewer: Viewer) -> Sight {
    if consultation(published, viewer) == Sight::Nothing {
        return Sight::Nothing;
    }
    if standing.held && !viewer.role.is_staff() && !viewer.is(standing.author) {
        return Sight::Nothing;
    }
    let concealed = standing.hidden_at.is_some() || standing.withdrawn_at.is_some();
    let insider = viewer.is(standing.author) || (viewer.role.is_staff() && standing.withdrawn_at.is_none());
    if concealed && !insider { Sight::Notice } else { Sight::Full }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actor::Role;
    use crate::contribution::{Kind, RootState};
    use crate::id::ActorId;
    use jiff::Timestamp;
    use uuid::Uuid;

    const AUTHOR: ActorId = ActorId(Uuid::from_u128(1));
    const OTHER: ActorId = ActorId(Uuid::from_u128(2));

    fn standing(withdrawn: bool, hidden: bool) -> Standing {
        let when = |yes: bool| yes.then_some(Timestamp::UNIX_EPOCH);
        Standing {
            kind: Kind::Proposal,
            author: Some(AUTHOR),
            withdrawn_at: when(withdrawn),
            hidden_at: when(hidden),
            held: false,
            root: RootState::Shown,
            decided: false,
            depth: 0,
        }
    }

    #[test]
    fn table_over_every_role_and_state() {
        use Sight::{Full, Nothing, Notice};
        // published, withdrawn, hidden → visitor, remote, citizen, stakeholder, agent, moderator, administrator, author
        let rows: [(bool, bool, bool, [Sight; 8]); 8] = [
            (true, false, false, [Full, Full, Full, Full, Full, Full, Full, Full]),
            (true, false, true, [Notice, Notice, Notice, Notice, Full, Full, Full, Full]),
            (true, true, false, [Notice, Notice, Notice, Notice, Notice, Notice, Notice, Full]),
            (true, true, true, [Notice, Notice, Notice, Notice, Notice, Notice, Notice, Full]),
            (false, false, false, [Nothing, Nothing, Nothing, Nothing, Full, Full, Full, Nothing]),
            (false, false, true, [Nothing, Nothing, Nothing, Nothing, Full, Full, Full, Nothing]),
            (false, true, false, [Nothing, Nothing, Nothing, Nothing, Notice, Notice, Notice, Nothing]),
            (false, true, true, [Nothing, Nothing, Nothing, Nothing, Notice, Notice, Notice, Nothing]),
        ];
        for (published, withdrawn, hidden, expected) in rows {
            let mut viewers = vec![Viewer::VISITOR];
            viewers.extend(Role::ALL.iter().skip(1).map(|role| Viewer::signed_in(OTHER, *role)));
            viewers.push(Viewer::signed_in(AUTHOR, Role::Citizen));
            for (viewer, expected) in viewers.into_iter().zip(expected) {
                let got = contribution(&standing(withdrawn, hidden), published, viewer);
                assert_eq!(got, expected, "published={published} withdrawn={withdrawn} hidden={hidden} {viewer:?}");
            }
        }
    }

    #[test]
    fn what_is_held_is_known_to_its_author_and_the_staff_only() {
        let held = Standing { held: true, ..standing(false, true) };
        for role in Role::ALL {
            let viewer = Viewer { actor: (*role != Role::Visitor).then_some(OTHER), role: *role, member: None };
            let expected = if role.is_staff() { Sight::Full } else { Sight::Nothing };
            assert_eq!(contribution(&held, true, viewer), expected, "{role}");
        }
        assert_eq!(contribution(&held, true, Viewer::signed_in(AUTHOR, Role::Remote)), Sight::Full);
    }

    #[test]
    fn an_authorless_contribution_belongs_to_nobody() {
        let orphan = Standing { author: None, ..standing(false, true) };
        assert_eq!(contribution(&orphan, true, Viewer::VISITOR), Sight::Notice);
        assert_eq!(contribution(&orphan, true, Viewer::signed_in(OTHER, Role::Citizen)), Sight::Notice);
    }
}
