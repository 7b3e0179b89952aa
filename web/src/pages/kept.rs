//! A form whose text was refused comes back with it: what was typed is never lost because somebody else was quicker, or because there is no room.

use crate::error::{Error, refusal_code};
use crate::form::Faulty;
use crate::texts::Texts;
use axum::http::StatusCode;
use domain::refusal::Refusal;

/// Whether the form is shown again with what was typed; else the page of the error says it better.
pub(in crate::pages) const fn keeps(refusal: Refusal) -> bool {
    matches!(
        refusal,
        Refusal::Stale
            | Refusal::Settled
            | Refusal::NoRoom
            | Refusal::TooManyAttempts
            | Refusal::NotPublished
            | Refusal::NotYourRole
            | Refusal::Withdrawn
            | Refusal::AlreadyDone
    )
}

/// What is wrong, with the refusal beside this field, and the status of the answer.
// ftl: refusal-*
pub(in crate::pages) fn told(t: &Texts, faults: &actions::Faults, refused: Option<(&str, Refusal)>) -> (Faulty, StatusCode) {
    let mut faulty = Faulty::new(t, faults);
    let Some((field, refusal)) = refused else {
        let status = if faulty.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        return (faulty, status);
    };
    let text = if refusal == Refusal::Stale {
        t.get("text-stale")
    } else if refusal == Refusal::NoRoom {
        t.get("article-three-wait")
    } else {
        t.code("refusal", refusal_code(refusal))
    };
    faulty.add(field, text);
    (faulty, Error::Refused(refusal).status())
}
