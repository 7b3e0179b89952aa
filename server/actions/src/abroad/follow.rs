//! Follow an actor of another server in the name of one of ours, or stop.

use crate::{App, Result};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::ActorId;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use store::follows::FollowState;
use store::{At, Uid};

/// Asks to follow: the collectivity, or another local actor, follows `followed`, which is known here. Asking again sends the request again.
///
/// # Errors
/// A refusal of the permission table, or the store's failure.
pub async fn ask(app: &App, viewer: Viewer, follower: ActorId, followed: ActorId) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::ChangeSettings)?;
    let (now, activity) = (app.now(), app.links.activity(app.new_id::<uuid::Uuid>()));
    app.store
        .write(move |db| {
            let target = store::actors::find(db, Uid::of(followed))?.filter(|a| !a.host.is_empty()).ok_or(Refusal::NotFound)?;
            if let Some((state, _)) = store::follows::find(db, Uid::of(follower), target.id)?
                && state == FollowState::Accepted.code()
            {
                return Err(Refusal::AlreadyDone.into());
            }
            store::peers::meet(db, &target.host, At(now))?;
            store::follows::keep(db, Uid::of(follower), target.id, FollowState::Asked, &activity, At(now))?;
            // The actor of the line is who follows; the subject is who is followed.
            let event = Event::new(EventKind::FollowAsked).by(follower).on(followed);
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}

/// Stops following. What came through that actor goes.
///
/// # Errors
/// A refusal of the permission table, `NotFound` when there was no follow, or the store's failure.
pub async fn stop(app: &App, viewer: Viewer, follower: ActorId, followed: ActorId) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::ChangeSettings)?;
    let now = app.now();
    app.store
        .write(move |db| {
            if !store::follows::end(db, Uid::of(follower), Uid::of(followed))? {
                return Err(Refusal::NotFound.into());
            }
            store::mirrored::remove_of(db, Uid::of(followed))?;
            super::listings::forget(db, Uid::of(followed), now)?;
            let event = Event::new(EventKind::FollowStopped).by(follower).on(followed);
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}
