//! Common votes and tallies by their immutable ids: signed documents, which anybody can check.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use store::Uid;
use uuid::Uuid;

use super::{Refusal, Reply, document, document_text, to_page};
use crate::accept::wants_activity;
use crate::service::Federation;
use crate::tallies;

const NOWHERE: Refusal = Refusal(StatusCode::NOT_FOUND);

fn id_of(text: &str) -> Result<Uid, Refusal> {
    (text.len() == 36).then(|| Uuid::try_parse(text).ok()).flatten().map(Uid).ok_or(NOWHERE)
}

/// `GET /votes/{id}`: the definition of a vote that several territories hold together.
pub(super) async fn definition(State(fed): State<Federation>, Path(id): Path<String>, headers: HeaderMap) -> Reply {
    let id = id_of(&id)?;
    let found = tallies::definition(&fed, id).await?;
    if let Some((shared, _)) = &found
        && !wants_activity(&headers)
    {
        let consultation = shared.consultation;
        let row = fed.app.store.read(move |db| store::consultations::find(db, consultation)).await?.ok_or(NOWHERE)?;
        return Ok(to_page(&format!("/c/{}/polls/{}/whole", row.slug, id.0)));
    }
    found.map(|(_, signed)| document(&signed)).ok_or(NOWHERE)
}

/// `GET /votes/{id}/tallies/{sequence}`: what this territory said of its ballots in it.
pub(super) async fn tally(State(fed): State<Federation>, Path((id, sequence)): Path<(String, i64)>) -> Reply {
    let id = id_of(&id)?;
    let collectivity = fed.app.instance().await.map_err(crate::service::Error::from)?.collectivity_id;
    let kept = fed.app.store.read(move |db| store::tallies::of_carrier(db, id, collectivity)).await?;
    let found = kept.into_iter().find(|kept| kept.sequence == sequence);
    found.map(|kept| document_text(kept.document)).ok_or(NOWHERE)
}
