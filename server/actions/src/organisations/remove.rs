//! Remove a member of an organisation, or leave it. What it said stays; whoever is removed acts in its name no more, at once.

use super::event;
use super::speak::manages;
use crate::accounts::signed_in;
use crate::{App, Result};
use domain::actor::Viewer;
use domain::event::EventKind;
use domain::id::ActorId;
use domain::organisation::OrganisationVerb;
use domain::permission;
use domain::refusal::Refusal;
use store::Uid;

/// Removes a member.
///
/// # Errors
/// A refusal of the permission table, `LastAdministrator` for the last one who looks after it, `AlreadyDone`, or the store's failure.
pub async fn remove(app: &App, viewer: Viewer, organisation: ActorId, member: ActorId) -> Result<()> {
    if viewer.actor == Some(member) {
        return leave(app, viewer, organisation).await;
    }
    let (now, id) = (app.now(), Uid::of(organisation));
    app.store
        .write(move |db| {
            store::memberships::hold(db, id)?;
            let is_member = manages(db, viewer, organisation)?;
            if !store::memberships::leave(db, id, Uid::of(member))? {
                return Err(Refusal::AlreadyDone.into());
            }
            let event = event(EventKind::MembersChanged, viewer, organisation, is_member).on(member).detail("removed");
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}

/// Leaves.
///
/// # Errors
/// As [`remove`].
pub async fn leave(app: &App, viewer: Viewer, organisation: ActorId) -> Result<()> {
    let (person, now, id) = (Uid::of(signed_in(viewer)?), app.now(), Uid::of(organisation));
    app.store
        .write(move |db| {
            store::memberships::hold(db, id)?;
            let ties = store::memberships::ties(db, id, person)?;
            permission::may_in_organisation(viewer, OrganisationVerb::Leave, ties)?;
            store::memberships::leave(db, id, person)?;
            let event = event(EventKind::MembersChanged, viewer, organisation, true).detail("left");
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}
