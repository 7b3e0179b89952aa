//! Carry a consultation of another collectivity no more.

use super::{follow, tell_supports};
use crate::{App, Result, subject, tallies};
use domain::actor::Viewer;
use domain::carrying::CarriedState;
use domain::event::{Event, EventKind};
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use store::At;
use store::carried::Carried;

/// Leaves: what was said stays, nothing new is taken, the organiser is told.
///
/// # Errors
/// A refusal of the permission table, `NotFound` when the consultation is our own, `AlreadyDone` when it is not carried (any more), or the store's
/// failure.
pub async fn leave(app: &App, viewer: Viewer, slug: &str) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let (now, slug) = (app.now(), slug.to_owned());
    app.store
        .write(move |db| {
            store::carrying::hold(db)?;
            let (consultation, _) = subject::consultation(db, &slug)?;
            let carried = store::carried::find(db, consultation.id)?.ok_or(Refusal::NotFound)?;
            match carried.state()? {
                CarriedState::Joined | CarriedState::Asked => {}
                CarriedState::Left | CarriedState::Refused => return Err(Refusal::AlreadyDone.into()),
            }
            let call = store::carried::call(db, carried.call_id)?.ok_or(Refusal::NotFound)?;
            let left = Carried { state: CarriedState::Left.code().to_owned(), left_at: Some(At(now)), ..carried };
            store::carried::set(db, &left)?;
            // What was supported until now is told before.
            tell_supports::say(db, consultation.id, now)?;
            follow::close(db, consultation.id, now)?;
            tallies::leave(db, consultation.id, now)?;
            let ours = store::instance::find(db)?.ok_or(Refusal::NotFound)?.collectivity_id;
            store::follows::end(db, ours, call.group_id)?;
            let event = Event::new(EventKind::CarryingLeft).by(viewer.actor).on(consultation.id.0).within(consultation.id.to());
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}
