//! Accreditations at this door: their documents, with proofs by whoever lives here, and what is answered to whoever asks for them.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use domain::organisation::AccreditationState;
use serde_json::Value;
use store::Uid;
use store::accreditations::Accreditation;
use store::actors::Actor;
use uuid::Uuid;

use crate::accept::wants_activity;
use crate::actors;
use crate::documents::{self, AccreditationInput, TombstoneInput};
use crate::routes::{Refusal, Reply, document, document_text, to_page};
use crate::service::{Error, Federation};

/// An accreditation with its two sides: the collectivity and the organisation.
pub(crate) struct Both {
    pub(crate) row: Accreditation,
    pub(crate) by: Actor,
    pub(crate) organisation: Actor,
}

/// An accreditation, by its id here.
///
/// # Errors
/// When the store fails.
pub(crate) async fn find(fed: &Federation, id: Uid) -> Result<Option<Both>, store::Error> {
    let read = fed.app.store.read(move |db| {
        let Some(row) = store::accreditations::find(db, id)? else { return Ok(None) };
        let (by, organisation) = (store::actors::find(db, row.by_id)?, store::actors::find(db, row.organisation_id)?);
        Ok::<_, store::Error>(by.zip(organisation).map(|(by, organisation)| Both { row, by, organisation }))
    });
    read.await
}

/// The address of an accreditation.
pub(crate) fn address(fed: &Federation, row: &Accreditation) -> String {
    row.uri.clone().unwrap_or_else(|| fed.app.links.object(row.id.0))
}

/// The document of an accreditation that this collectivity gave, without its proof.
pub(crate) fn bare(fed: &Federation, both: &Both) -> Value {
    documents::relationship(&AccreditationInput {
        id: address(fed, &both.row),
        subject: actors::uri_of(fed, &both.by),
        object: actors::uri_of(fed, &both.organisation),
        role: both.row.role.clone(),
        mandate: both.row.mandate.clone(),
        since: both.row.since.0,
        until: both.row.until.map(|at| at.0),
        published: both.row.offered_at.0,
    })
}

/// The same with the proof of the collectivity.
///
/// # Errors
/// When the key cannot be had.
pub(crate) async fn proven(fed: &Federation, both: &Both) -> Result<Value, Error> {
    fed.prove(&both.by, &bare(fed, both), both.row.offered_at.0).await
}

/// An accreditation of this collectivity that both sides know of. Nobody hears of what was only offered.
async fn public(fed: &Federation, id: Uuid) -> Result<Both, Refusal> {
    let both = find(fed, Uid(id)).await?.filter(|both| both.row.uri.is_none()).ok_or(Refusal(StatusCode::NOT_FOUND))?;
    match AccreditationState::parse(&both.row.state) {
        Some(AccreditationState::Accepted) => Ok(both),
        Some(AccreditationState::Withdrawn | AccreditationState::Left) if both.row.answered_at.is_some() => Err(Refusal(StatusCode::GONE)),
        Some(AccreditationState::Offered | AccreditationState::Refused | AccreditationState::Withdrawn | AccreditationState::Left)
        | None => Err(Refusal(StatusCode::NOT_FOUND)),
    }
}

/// `GET /objects/{id}` where the id is of an accreditation.
pub(crate) async fn show(fed: &Federation, id: Uuid, headers: &HeaderMap) -> Reply {
    let both = match public(fed, id).await {
        Err(Refusal(StatusCode::GONE)) => return Ok(gone(fed, id)),
        other => other?,
    };
    if !wants_activity(headers) {
        let organisation = &both.organisation;
        let here = || format!("/@{}", organisation.username);
        return Ok(to_page(&organisation.uri.clone().filter(|_| !organisation.host.is_empty()).unwrap_or_else(here)));
    }
    Ok(document(&proven(fed, &both).await?))
}

fn gone(fed: &Federation, id: Uuid) -> Response {
    let input =
        TombstoneInput { id: fed.app.links.object(id), former_type: "Relationship".to_owned(), deleted: fed.app.now(), group: None };
    (StatusCode::GONE, document(&documents::tombstone(&input))).into_response()
}

/// `GET /objects/{id}/acceptance`: what the organisation said, as it proved it.
pub(crate) async fn acceptance(State(fed): State<Federation>, Path(id): Path<String>) -> Reply {
    let id = (id.len() == 36).then(|| Uuid::try_parse(&id).ok()).flatten().ok_or(Refusal(StatusCode::NOT_FOUND))?;
    let both = public(&fed, id).await?;
    if let Some(text) = both.row.acceptance {
        return Ok(document_text(text));
    }
    let at = both.row.answered_at.unwrap_or(both.row.offered_at).0;
    let (own, actor) = (format!("{}/acceptance", address(&fed, &both.row)), actors::uri_of(&fed, &both.organisation));
    let said = documents::acceptance(&own, &actor, &bare(&fed, &both), at);
    Ok(document(&fed.prove(&both.organisation, &said, at).await?))
}
