//! How the back office shows codes: a tone, an icon and a word, and the choices of a form.

use crate::form::Faulty;
use crate::page::Page;
use axum::http::StatusCode;
use domain::Timestamp;
use domain::actor::Role;
use domain::answer::AnswerState;
use domain::consultation::{Calendar, Stage};

/// One choice of a form.
#[derive(Debug, Clone, Default)]
pub(super) struct Choice {
    /// What is sent.
    pub(super) code: String,
    /// What is read.
    pub(super) label: String,
    /// The line of advice under it.
    pub(super) hint: String,
    /// Its icon.
    pub(super) icon: &'static str,
    /// Whether it is chosen.
    pub(super) chosen: bool,
}

impl Choice {
    /// A choice with a code and a label.
    pub(super) fn new(code: &str, label: String, chosen: bool) -> Self {
        Self { code: code.to_owned(), label, chosen, ..Self::default() }
    }

    /// With a line of advice.
    pub(super) fn hint(self, hint: String) -> Self {
        Self { hint, ..self }
    }

    /// With an icon.
    pub(super) fn icon(self, icon: &'static str) -> Self {
        Self { icon, ..self }
    }
}

/// Code, tone and icon of the stage of a consultation.
pub(super) const fn stage(stage: Stage) -> (&'static str, &'static str, &'static str) {
    match stage {
        Stage::Draft => ("draft", "quiet", "pencil"),
        Stage::Upcoming => ("upcoming", "info", "calendar"),
        Stage::Open(_) => ("open", "", "circle-dot"),
        Stage::Pause(_) => ("pause", "info", "hourglass"),
        Stage::Closed => ("closed", "quiet", "lock"),
    }
}

/// Tone and icon of the state of an official answer.
pub(super) const fn answer_state(state: AnswerState) -> (&'static str, &'static str) {
    match state {
        AnswerState::Received => ("info", "mail"),
        AnswerState::UnderStudy => ("warn", "hourglass"),
        AnswerState::Accepted | AnswerState::PartlyAccepted => ("ok", "check-circle"),
        AnswerState::Refused => ("bad", "x-circle"),
        AnswerState::Done => ("ok", "badge-check"),
        AnswerState::PutToVote => ("info", "check"),
        AnswerState::Merged => ("info", "link"),
    }
}

/// Icon of a role.
pub(super) const fn role_icon(role: Role) -> &'static str {
    match role {
        Role::Visitor | Role::Remote | Role::Citizen => "user",
        Role::Stakeholder => "users",
        Role::Agent => "building",
        Role::Moderator => "shield",
        Role::Administrator => "settings",
    }
}

/// The date that matters next: the end of the open phase, or of the last one.
pub(super) fn until(calendar: &Calendar, now: Timestamp) -> Option<Timestamp> {
    calendar.open_phase(now).or(calendar.phases.last()).map(|phase| phase.closes_at)
}

/// The page as it tells of faults, and the status of the answer.
pub(super) fn told(page: Page, faults: &Faulty) -> (Page, StatusCode) {
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    (page.with_faults(!faults.is_empty()), status)
}
