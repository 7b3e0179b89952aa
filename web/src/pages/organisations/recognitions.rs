//! The recognitions of an organisation: what its administrators answer, and what everybody reads.

use super::manage;
use crate::error::{Error, Reply};
use crate::form::{self, Posted};
use crate::page::Page;
use crate::viewer::SignedIn;
use axum::extract::Path;
use domain::Timestamp;
use domain::organisation::RecognitionState;
use jiff::SignedDuration;
use serde::Deserialize;
use store::At;
use store::recognitions::{Recognition, With};

/// A recognition, as pages show it.
pub(crate) struct Given {
    pub(crate) id: String,
    /// Who gives it.
    pub(crate) by: String,
    /// Their page, when they are on another server.
    pub(crate) path: Option<String>,
    pub(crate) role: String,
    pub(crate) mandate: String,
    pub(crate) since: At,
    /// The last instant at which it holds.
    pub(crate) until: Option<At>,
    pub(crate) code: &'static str,
    pub(crate) state: String,
    pub(crate) tone: &'static str,
    /// Its document, with both proofs.
    pub(crate) document: String,
}

/// Code and tone of where a recognition stands.
pub(crate) fn state(row: &Recognition, now: Timestamp) -> (&'static str, &'static str) {
    let over = row.until.is_some_and(|until| until.0 <= now);
    match RecognitionState::parse(&row.state) {
        Some(RecognitionState::Offered | RecognitionState::Accepted) if over => ("expired", "quiet"),
        Some(RecognitionState::Offered) | None => ("offered", "warn"),
        Some(RecognitionState::Accepted) if row.since.0 > now => ("upcoming", "info"),
        Some(RecognitionState::Accepted) => ("accepted", "ok"),
        Some(RecognitionState::Refused) => ("refused", "quiet"),
        Some(RecognitionState::Withdrawn) => ("withdrawn", "quiet"),
        Some(RecognitionState::Left) => ("left", "quiet"),
    }
}

/// The last instant before an end.
pub(crate) fn last(until: At) -> At {
    At(until.0.checked_sub(SignedDuration::from_secs(1)).unwrap_or(until.0))
}

impl Given {
    /// A recognition with whoever gives it.
    // ftl: recognition-state-* organisation-kind-*
    pub(crate) fn new(page: &Page, (row, by): &With) -> Self {
        let (code, tone) = state(row, page.now);
        let is_ours = by.id == page.instance.collectivity_id;
        let name = if is_ours { page.instance.name.clone() } else { domain::text::line(&by.display_name) };
        let own = || format!("{}/objects/{}", page.origin, row.id.0);
        Self {
            id: row.id.0.to_string(),
            by: if name.is_empty() { by.host.clone() } else { name },
            path: by.uri.clone().filter(|_| !is_ours),
            role: page.t.code("organisation-kind", &row.role),
            mandate: row.mandate.clone(),
            since: row.since,
            until: row.until.map(last),
            code,
            state: page.t.code("recognition-state", code),
            tone,
            document: row.uri.clone().unwrap_or_else(own),
        }
    }
}

/// The form, as it was sent.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    recognition: String,
    act: String,
}

/// `POST /organisations/{username}/recognitions`
pub(super) async fn answer(SignedIn(visit): SignedIn, Path(username): Path<String>, Posted(typed): Posted<Typed>) -> Reply {
    manage::id_of(&visit, &username).await?;
    let id = uuid::Uuid::try_parse(&typed.recognition).map_err(|_no_id| Error::NOT_FOUND)?;
    let (app, viewer) = (&visit.web.app, visit.viewer);
    let done = match typed.act.as_str() {
        "accept" => {
            actions::recognitions::answer(app, viewer, id, true).await?;
            "recognition-accepted"
        }
        "refuse" => {
            actions::recognitions::answer(app, viewer, id, false).await?;
            "recognition-refused"
        }
        _end => {
            actions::recognitions::end(app, viewer, id, false).await?;
            "recognition-ended"
        }
    };
    Ok(form::done(&format!("/organisations/{username}#recognitions"), done))
}
