//! Common votes and tallies by their immutable ids: signed documents, which whoever may read them can check.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use domain::reach::Reach;
use store::Uid;
use uuid::Uuid;

use super::object::stays;
use super::{Refusal, Reply, to_page};
use crate::accept::wants_activity;
use crate::egress::{Asking, Reader};
use crate::service::Federation;
use crate::{reach, tallies};

const NOWHERE: Refusal = Refusal(StatusCode::NOT_FOUND);

fn id_of(text: &str) -> Result<Uid, Refusal> {
    (text.len() == 36).then(|| Uuid::try_parse(text).ok()).flatten().map(Uid).ok_or(NOWHERE)
}

/// Whether whoever asks may read what is said of a vote: as of everything in its consultation.
async fn reader(fed: &Federation, id: Uid, asking: &Asking) -> Result<Reader, Refusal> {
    let within = reach::within(fed, id).await?;
    if within.is_some_and(|(_, reach)| reach == Reach::Here) {
        return Err(stays(fed, id).await?);
    }
    asking.may_read(fed, within).await
}

/// `GET /votes/{id}`: the definition of a vote that several territories hold together.
pub(super) async fn definition(State(fed): State<Federation>, Path(id): Path<String>, headers: HeaderMap, asking: Asking) -> Reply {
    let id = id_of(&id)?;
    if !wants_activity(&headers) {
        let (shared, _) = tallies::definition(&fed, id).await?.ok_or(NOWHERE)?;
        let row = fed.app.store.read(move |db| store::consultations::find(db, shared.consultation)).await?.ok_or(NOWHERE)?;
        return Ok(to_page(&format!("/c/{}/polls/{}/whole", row.slug, id.0)));
    }
    let reader = reader(&fed, id, &asking).await?;
    let (_, signed) = tallies::definition(&fed, id).await?.ok_or(NOWHERE)?;
    reader.give(&fed, id, signed.to_string()).await
}

/// `GET /votes/{id}/tallies/{sequence}`: what this territory said of its ballots in it.
pub(super) async fn tally(State(fed): State<Federation>, Path((id, sequence)): Path<(String, i64)>, asking: Asking) -> Reply {
    let id = id_of(&id)?;
    let reader = reader(&fed, id, &asking).await?;
    let collectivity = fed.app.instance().await.map_err(crate::service::Error::from)?.collectivity_id;
    let kept = fed.app.store.read(move |db| store::tallies::of_carrier(db, id, collectivity)).await?;
    let found = kept.into_iter().find(|kept| kept.sequence == sequence).ok_or(NOWHERE)?;
    reader.give(&fed, id, found.document).await
}
