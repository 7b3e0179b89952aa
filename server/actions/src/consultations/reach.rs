//! How far a consultation reaches: chosen before it is published, and only narrower afterwards.

use crate::{App, Result, subject};
use domain::Timestamp;
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::permission::{self, OfficeVerb};
use domain::reach::Reach;
use domain::refusal::Refusal;
use store::consultations::Consultation;
use store::{At, Db};

/// Most objects that are taken back when a consultation becomes narrower.
const OBJECTS_MAX: i64 = 20_000;

/// Chooses how far a consultation reaches. What left and may not be where it went any more is taken back from there.
///
/// # Errors
/// A refusal of the permission table, `Settled` when a published one would become wider, or the store's failure.
pub async fn set_reach(app: &App, viewer: Viewer, slug: &str, reach: Reach) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let (now, slug) = (app.now(), slug.to_owned());
    app.store
        .write(move |db| {
            let (consultation, calendar) = subject::consultation(db, &slug)?;
            let before = consultation.reach()?;
            if before == reach {
                return Ok(());
            }
            if calendar.published && !reach.is_narrower_than(before) {
                return Err(Refusal::Settled.into());
            }
            store::reach::choose(db, consultation.id, reach, At(now))?;
            let event = Event::new(EventKind::ConsultationEdited).by(viewer.actor).on(consultation.id.0).within(consultation.id.to());
            store::journal::append(db, &event.detail("reach"), now)?;
            if calendar.published { take_back(db, viewer, &consultation, now) } else { Ok(()) }
        })
        .await
}

/// A line for each thing that left, and the last one for the consultation itself: each is told alone, and none is lost.
fn take_back(db: &mut Db, viewer: Viewer, consultation: &Consultation, now: Timestamp) -> Result<()> {
    store::reach::restrict(db, consultation.id)?;
    let left = store::reach::left(db, consultation.id, OBJECTS_MAX)?;
    if i64::try_from(left.len()).is_ok_and(|count| count >= OBJECTS_MAX) {
        tracing::warn!("more of a consultation left than is taken back at once");
    }
    for object in left.into_iter().chain([consultation.id]) {
        let event = Event::new(EventKind::ReachNarrowed).by(viewer.actor).on(object.0).within(consultation.id.to());
        store::journal::append(db, &event, now)?;
    }
    Ok(())
}
