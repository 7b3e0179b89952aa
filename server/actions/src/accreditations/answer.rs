//! Answer an offer, in the name of the organisation.

use crate::{App, Result, organisations};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::organisation::AccreditationState;
use domain::refusal::Refusal;
use store::{At, Uid};

/// Accepts or refuses what a collectivity offers. An agent does not answer for an organisation.
///
/// # Errors
/// A refusal of the permission table, `NotFound`, `AlreadyDone` when it was answered or taken back, or the store's failure.
pub async fn answer(app: &App, viewer: Viewer, accreditation: uuid::Uuid, accepted: bool) -> Result<()> {
    let now = app.now();
    let done = app
        .store
        .write(move |db| {
            let found = store::accreditations::find(db, Uid(accreditation))?.ok_or(Refusal::NotFound)?;
            let organisation = found.organisation_id.to();
            if !organisations::manages(db, viewer, organisation)? {
                return Err(Refusal::NotYours.into());
            }
            let state = if accepted { AccreditationState::Accepted } else { AccreditationState::Refused };
            if !store::accreditations::answer(db, found.id, state, None, At(now))? {
                return Err(Refusal::AlreadyDone.into());
            }
            let event = Event::new(EventKind::AccreditationAnswered).said_by(viewer.in_the_name_of(organisation));
            Ok(store::journal::append(db, &event.on(accreditation).detail(state.code()), now)?)
        })
        .await;
    app.forget_accredited();
    done
}
