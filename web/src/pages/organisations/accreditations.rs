//! The accreditations of an organisation: what its administrators answer, and what everybody reads.

use super::manage;
use crate::error::{Error, Reply};
use crate::form::{self, Posted};
use crate::page::Page;
use crate::viewer::SignedIn;
use axum::extract::Path;
use domain::Timestamp;
use domain::organisation::AccreditationState;
use jiff::SignedDuration;
use serde::Deserialize;
use store::At;
use store::accreditations::{Accreditation, With};

/// An accreditation, as pages show it.
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

/// Code and tone of where an accreditation stands.
pub(crate) fn state(row: &Accreditation, now: Timestamp) -> (&'static str, &'static str) {
    let over = row.until.is_some_and(|until| until.0 <= now);
    match AccreditationState::parse(&row.state) {
        Some(AccreditationState::Offered | AccreditationState::Accepted) if over => ("expired", "quiet"),
        Some(AccreditationState::Offered) | None => ("offered", "warn"),
        Some(AccreditationState::Accepted) if row.since.0 > now => ("upcoming", "info"),
        Some(AccreditationState::Accepted) => ("accepted", "ok"),
        Some(AccreditationState::Refused) => ("refused", "quiet"),
        Some(AccreditationState::Withdrawn) => ("withdrawn", "quiet"),
        Some(AccreditationState::Left) => ("left", "quiet"),
    }
}

/// The last instant before an end.
pub(crate) fn last(until: At) -> At {
    At(until.0.checked_sub(SignedDuration::from_secs(1)).unwrap_or(until.0))
}

impl Given {
    /// An accreditation with whoever gives it.
    // ftl: accreditation-state-* organisation-kind-*
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
            state: page.t.code("accreditation-state", code),
            tone,
            document: row.uri.clone().unwrap_or_else(own),
        }
    }
}

/// The form, as it was sent.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    accreditation: String,
    act: String,
}

/// `POST /organisations/{username}/accreditations`
pub(super) async fn answer(SignedIn(visit): SignedIn, Path(username): Path<String>, Posted(typed): Posted<Typed>) -> Reply {
    manage::id_of(&visit, &username).await?;
    let id = uuid::Uuid::try_parse(&typed.accreditation).map_err(|_no_id| Error::NOT_FOUND)?;
    let (app, viewer) = (&visit.web.app, visit.viewer);
    let done = match typed.act.as_str() {
        "accept" => {
            actions::accreditations::answer(app, viewer, id, true).await?;
            "accreditation-accepted"
        }
        "refuse" => {
            actions::accreditations::answer(app, viewer, id, false).await?;
            "accreditation-refused"
        }
        _end => {
            actions::accreditations::end(app, viewer, id, false).await?;
            "accreditation-ended"
        }
    };
    Ok(form::done(&format!("/organisations/{username}#accreditations"), done))
}
