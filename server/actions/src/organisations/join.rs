//! Accept an invitation to act in the name of an organisation, or turn it down.

use super::event;
use crate::accounts::signed_in;
use crate::{App, Result};
use domain::actor::Viewer;
use domain::event::EventKind;
use domain::id::ActorId;
use domain::refusal::Refusal;
use store::memberships::Invitation;
use store::{At, Db, Uid};

/// Joins: the invitation of the account's own address is used up.
///
/// # Errors
/// `SignInFirst`, `NotFound` when the address is not invited, or the store's failure.
pub async fn join(app: &App, viewer: Viewer, organisation: ActorId) -> Result<()> {
    let (person, now) = (signed_in(viewer)?, app.now());
    app.store
        .write(move |db| {
            let invitation = take(db, viewer, organisation)?;
            store::memberships::join(db, invitation.organisation_id, Uid::of(person), invitation.administers, At(now))?;
            let event = event(EventKind::MembersChanged, viewer, organisation, true).detail("joined");
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}

/// Turns an invitation down.
///
/// # Errors
/// As [`join`].
pub async fn turn_down(app: &App, viewer: Viewer, organisation: ActorId) -> Result<()> {
    let now = app.now();
    app.store
        .write(move |db| {
            take(db, viewer, organisation)?;
            let event = event(EventKind::MembersChanged, viewer, organisation, false).detail("turned_down");
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}

fn take(db: &mut Db, viewer: Viewer, organisation: ActorId) -> Result<Invitation> {
    let person = Uid::of(signed_in(viewer)?);
    let account = store::accounts::find(db, person)?.ok_or(Refusal::NotYourRole)?;
    Ok(store::memberships::take_invitation(db, Uid::of(organisation), &account.email)?.ok_or(Refusal::NotFound)?)
}
