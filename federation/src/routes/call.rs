//! The calls to carry a consultation, at their addresses.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use store::Uid;
use uuid::Uuid;

use super::{Refusal, Reply, document};
use crate::calls;
use crate::service::Federation;

/// `GET /objects/{id}/call`: proven, so that it may be believed wherever it is found.
pub(super) async fn show(State(fed): State<Federation>, Path(id): Path<String>) -> Reply {
    let id = (id.len() == 36).then(|| Uuid::try_parse(&id).ok()).flatten().ok_or(Refusal(StatusCode::NOT_FOUND))?;
    match calls::document(&fed, Uid(id)).await? {
        Some(call) => Ok(document(&call)),
        None => Err(gone(&fed, Uid(id)).await?),
    }
}

/// What was offered once and is not shown any more is gone; what never was is not there.
async fn gone(fed: &Federation, id: Uid) -> Result<Refusal, Refusal> {
    let offered = fed.app.store.read(move |db| store::carrying::offered(db, id)).await?;
    let was_published = offered.is_some_and(|offered| offered.changed_at > offered.offered_at);
    Ok(Refusal(if was_published { StatusCode::GONE } else { StatusCode::NOT_FOUND }))
}
