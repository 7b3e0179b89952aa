//! End a recognition: the collectivity takes it back, or the organisation wants it no more.

use crate::{App, Result, organisations};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::organisation::RecognitionState;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use store::{At, Uid};

/// Ends what is offered or accepted, for the side the viewer stands on.
///
/// # Errors
/// A refusal of the permission table, `NotFound`, `AlreadyDone` when it is over, or the store's failure.
pub async fn end(app: &App, viewer: Viewer, recognition: uuid::Uuid, as_collectivity: bool) -> Result<()> {
    let (now, ours) = (app.now(), app.instance().await?.collectivity_id);
    let done = app
        .store
        .write(move |db| {
            let found = store::recognitions::find(db, Uid(recognition))?.ok_or(Refusal::NotFound)?;
            let organisation = found.organisation_id.to();
            let (state, event) = if as_collectivity {
                permission::may_in_office(viewer, OfficeVerb::Answer)?;
                if found.by_id != ours {
                    return Err(Refusal::NotFound.into());
                }
                (RecognitionState::Withdrawn, Event::new(EventKind::RecognitionEnded).by(viewer.actor))
            } else {
                if !organisations::manages(db, viewer, organisation)? {
                    return Err(Refusal::NotYours.into());
                }
                (RecognitionState::Left, Event::new(EventKind::RecognitionEnded).said_by(viewer.in_the_name_of(organisation)))
            };
            if !store::recognitions::end(db, found.id, state, At(now))? {
                return Err(Refusal::AlreadyDone.into());
            }
            Ok(store::journal::append(db, &event.on(recognition).detail(state.code()), now)?)
        })
        .await;
    app.forget_recognised();
    done
}
