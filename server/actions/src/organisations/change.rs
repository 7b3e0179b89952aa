//! Change what an organisation says of itself; close it.

use super::event;
use super::form::{self, OrganisationForm};
use super::speak::manages;
use crate::accounts::{RECALLED, recall};
use crate::{App, Result};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::ActorId;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use store::{At, Uid};

/// Changes the profile. An organisation that agrees no more that its name leaves takes back what left under it.
///
/// # Errors
/// Faulty fields, a refusal of the permission table, or the store's failure.
pub async fn change(app: &App, viewer: Viewer, organisation: ActorId, form: &OrganisationForm) -> Result<()> {
    let (now, id, sound) = (app.now(), Uid::of(organisation), form::parse(form)?);
    app.store
        .write(move |db| {
            let is_member = manages(db, viewer, organisation)?;
            let known = store::organisations::find(db, id)?.ok_or(Refusal::NotFound)?;
            store::actors::rename(db, id, &sound.name, &sound.summary)?;
            // What it is to the fediverse does not change: an expert stays a person, an association an organisation.
            store::organisations::change(db, id, sound.kind.code(), &sound.web, &sound.registration, sound.publish_abroad)?;
            let mut event = event(EventKind::OrganisationChanged, viewer, organisation, is_member);
            if known.publish_abroad && !sound.publish_abroad {
                recall(db, organisation, Some(organisation), None, now)?;
                crate::articles::unname(db, organisation, Some(organisation), now)?;
                event = event.detail(RECALLED);
            }
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}

/// Closes an organisation, or opens it again: what it said stays, nobody acts in its name.
///
/// # Errors
/// A refusal of the permission table, `AlreadyDone`, or the store's failure.
pub async fn set_closed(app: &App, viewer: Viewer, organisation: ActorId, closed: bool) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::Answer)?;
    let now = app.now();
    app.store
        .write(move |db| {
            if !store::organisations::set_closed(db, Uid::of(organisation), closed.then_some(At(now)))? {
                return Err(Refusal::AlreadyDone.into());
            }
            let detail = if closed { "organisation_closed" } else { "organisation_reopened" };
            let event = Event::new(EventKind::OrganisationClosed).by(viewer.actor).on(organisation).detail(detail);
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}
