//! How states and marks look: a tone, an icon and a word.

use crate::texts::Texts;
use domain::Timestamp;
use domain::answer::AnswerState;
use domain::consultation::{Calendar, PhaseKind, Stage};
use store::contributions::Contribution;

/// A state, as pages show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct State {
    /// Its tone; empty for the town's colour.
    pub(super) tone: &'static str,
    /// Its icon.
    pub(super) icon: &'static str,
    /// Its word.
    pub(super) label: String,
}

/// A mark of recognition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Badge {
    /// Its icon.
    pub(super) icon: &'static str,
    /// Its words.
    pub(super) label: String,
}

/// Where a consultation stands.
pub(super) fn stage(t: &Texts, calendar: &Calendar, now: Timestamp) -> State {
    let (code, tone, icon) = stage_look(calendar, now);
    // ftl: stage-*
    State { tone, icon, label: t.code("stage", code) }
}

fn stage_look(calendar: &Calendar, now: Timestamp) -> (&'static str, &'static str, &'static str) {
    match calendar.phase_at(now) {
        Stage::Draft => ("draft", "quiet", "pencil"),
        Stage::Upcoming => ("upcoming", "info", "calendar"),
        Stage::Open(index) => match calendar.phases.get(index).map_or(PhaseKind::Contribution, |phase| phase.kind) {
            PhaseKind::Information => ("information", "info", "info"),
            PhaseKind::Contribution => ("contribution", "", "circle-dot"),
            PhaseKind::Analysis => ("analysis", "info", "hourglass"),
            PhaseKind::Answer => ("answer", "info", "message"),
            PhaseKind::Campaign => ("campaign", "", "megaphone"),
            PhaseKind::Vote => ("vote", "", "circle-dot"),
            PhaseKind::Works => ("works", "info", "hourglass"),
        },
        Stage::Pause(_) => ("pause", "info", "clock"),
        Stage::Closed => ("closed", "quiet", "lock"),
    }
}

/// The state of an official answer, by its code.
pub(super) fn answer(t: &Texts, code: &str) -> Option<State> {
    let state = AnswerState::parse(code)?;
    let (tone, icon) = match state {
        AnswerState::Received => ("info", "mail"),
        AnswerState::UnderStudy => ("warn", "hourglass"),
        AnswerState::Accepted | AnswerState::PartlyAccepted => ("ok", "check-circle"),
        AnswerState::Refused => ("bad", "x-circle"),
        AnswerState::Done => ("ok", "badge-check"),
        AnswerState::PutToVote => ("info", "check"),
        AnswerState::Merged => ("info", "link"),
    };
    // ftl: answer-state-*
    Some(State { tone, icon, label: t.code("answer-state", state.code()) })
}

/// The marks of a contribution. `threshold` is the number of supports the consultation declared, 0 for none.
pub(super) fn badges(t: &Texts, contribution: &Contribution, threshold: i32) -> Vec<Badge> {
    let widely = threshold > 0 && contribution.root_id.is_none() && contribution.support_count >= threshold;
    // ftl: mark-*
    let of = |shown: bool, icon: &'static str, code: &str| shown.then(|| Badge { icon, label: t.code("mark", code) });
    [
        of(widely, "users", "widely_supported"),
        of(contribution.quality_at.is_some(), "award", "quality"),
        of(contribution.impact_at.is_some(), "target", "impact"),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::consultation::{Openings, PhaseRule};

    #[test]
    fn every_stage_has_a_look() {
        let at = |second: i64| Timestamp::from_second(second).unwrap();
        let phase = |kind, from, to| PhaseRule { kind, opens_at: at(from), closes_at: at(to), openings: Openings::usual(kind) };
        let calendar = Calendar {
            remote_voices: domain::consultation::RemoteVoices::Welcome,
            published: true,
            phases: vec![
                phase(PhaseKind::Information, 10, 20),
                phase(PhaseKind::Contribution, 20, 30),
                phase(PhaseKind::Analysis, 40, 50),
                phase(PhaseKind::Answer, 50, 60),
            ],
        };
        let check = |now: i64, code: &str| assert_eq!(stage_look(&calendar, at(now)).0, code, "at {now}");
        check(5, "upcoming");
        check(15, "information");
        check(25, "contribution");
        check(35, "pause");
        check(45, "analysis");
        check(55, "answer");
        check(65, "closed");
        assert_eq!(stage_look(&Calendar { published: false, ..calendar }, at(25)).0, "draft");
    }
}
