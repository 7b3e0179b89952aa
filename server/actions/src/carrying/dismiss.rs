//! Take a consultation of ours from a territory that carries it.

use super::hear_supports;
use crate::{App, Result, subject};
use domain::actor::Viewer;
use domain::carrying::CarrierState;
use domain::event::{Event, EventKind};
use domain::id::ActorId;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use store::carrying::Carrier;
use store::{At, Uid};

/// A territory carries a consultation of ours no more, or is not asked any more; of one that left, its numbers count no more. It is told, what was said there stays, nothing new is taken from
/// it as from a carrier. It can be chosen again.
///
/// # Errors
/// A refusal of the permission table, `NotFound` when it was never asked, `AlreadyDone` when it was refused, or the store's failure.
pub async fn dismiss(app: &App, viewer: Viewer, slug: &str, territory: ActorId) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let (now, slug, territory) = (app.now(), slug.to_owned(), Uid::of(territory));
    app.store
        .write(move |db| {
            store::carrying::hold(db)?;
            let (consultation, _) = subject::consultation(db, &slug)?;
            let known = store::carrying::carrier(db, consultation.id, territory)?.ok_or(Refusal::NotFound)?;
            match known.state()? {
                // Of who left, what it said would stand for good.
                CarrierState::Joined | CarrierState::Invited | CarrierState::Left => {}
                CarrierState::Refused => return Err(Refusal::AlreadyDone.into()),
            }
            let left_at = known.left_at.or_else(|| known.joined_at.map(|_| At(now)));
            let dismissed = Carrier { state: CarrierState::Refused.code().to_owned(), since: At(now), left_at, ..known };
            store::carrying::set_carrier(db, &dismissed)?;
            store::follows::end(db, territory, consultation.actor_id)?;
            hear_supports::forget(db, consultation.id, territory)?;
            store::carrying::touch(db, consultation.id, At(now))?;
            let event = Event::new(EventKind::CarrierDismissed).by(viewer.actor).on(territory.0).within(consultation.id.to());
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}
