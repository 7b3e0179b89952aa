//! End an accreditation: the collectivity takes it back, or the organisation wants it no more.

use crate::{App, Result, organisations};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::organisation::AccreditationState;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use store::{At, Uid};

/// Ends what is offered or accepted, for the side the viewer stands on.
///
/// # Errors
/// A refusal of the permission table, `NotFound`, `AlreadyDone` when it is over, or the store's failure.
pub async fn end(app: &App, viewer: Viewer, accreditation: uuid::Uuid, as_collectivity: bool) -> Result<()> {
    let (now, ours) = (app.now(), app.instance().await?.collectivity_id);
    let done = app
        .store
        .write(move |db| {
            let found = store::accreditations::find(db, Uid(accreditation))?.ok_or(Refusal::NotFound)?;
            let organisation = found.organisation_id.to();
            let (state, event) = if as_collectivity {
                permission::may_in_office(viewer, OfficeVerb::Answer)?;
                if found.by_id != ours {
                    return Err(Refusal::NotFound.into());
                }
                (AccreditationState::Withdrawn, Event::new(EventKind::AccreditationEnded).by(viewer.actor))
            } else {
                if !organisations::manages(db, viewer, organisation)? {
                    return Err(Refusal::NotYours.into());
                }
                (AccreditationState::Left, Event::new(EventKind::AccreditationEnded).said_by(viewer.in_the_name_of(organisation)))
            };
            if !store::accreditations::end(db, found.id, state, At(now))? {
                return Err(Refusal::AlreadyDone.into());
            }
            Ok(store::journal::append(db, &event.on(accreditation).detail(state.code()), now)?)
        })
        .await;
    app.forget_accredited();
    done
}
