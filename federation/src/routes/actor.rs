//! Actors of this instance, for servers; people are sent to their page.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse;
use domain::actor::ActorKind;

use super::{Refusal, Reply, document, to_page};
use crate::accept::wants_activity;
use crate::egress::Asking;
use crate::service::Federation;
use crate::{actors, objects, reach};

/// `GET /actor`
pub(super) async fn instance(State(fed): State<Federation>, asking: Asking) -> Reply {
    show_one(&fed, actions::instance::INSTANCE_ACTOR, &asking).await
}

/// `GET /actors/{handle}`
pub(super) async fn show(State(fed): State<Federation>, Path(handle): Path<String>, headers: HeaderMap, asking: Asking) -> Reply {
    if !wants_activity(&headers)
        && let Some(actor) = actors::find_public(&fed, &handle).await?
    {
        return Ok(to_page(&actors::page_of(&fed, &actor).await?));
    }
    if handle == actions::instance::INSTANCE_ACTOR {
        return Ok(to_page(&fed.app.links.instance()));
    }
    show_one(&fed, &handle, &asking).await
}

async fn show_one(fed: &Federation, handle: &str, asking: &Asking) -> Reply {
    if let Some(actor) = actors::find_public(fed, handle).await? {
        if ActorKind::parse(&actor.kind) != Some(ActorKind::Group) {
            return Ok(document(&objects::actor(fed, &actor).await?));
        }
        let reader = asking.may_read(fed, reach::within(fed, actor.id).await?).await?;
        return Ok(reader.seal(document(&objects::actor(fed, &actor).await?)));
    }
    if let Some(actor) = actors::find_former(fed, handle).await? {
        return Ok(document(&objects::actor(fed, &actor).await?));
    }
    // Whoever was known elsewhere and is gone, is gone for good.
    let address = fed.app.links.actor(handle);
    let gone = fed.app.store.read(move |db| store::actors::was_at(db, &address)).await?;
    if gone || actors::is_closed(fed, handle).await? {
        return Ok(StatusCode::GONE.into_response());
    }
    Err(Refusal(StatusCode::NOT_FOUND))
}
