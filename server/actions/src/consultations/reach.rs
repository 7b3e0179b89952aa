//! How far a consultation reaches: chosen before it is published, and only narrower afterwards.

use crate::{App, Result, subject};
use domain::Timestamp;
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::ActorId;
use domain::permission::{self, OfficeVerb};
use domain::reach::Reach;
use domain::refusal::Refusal;
use store::consultations::Consultation;
use store::{At, Db, Uid};

/// Most objects that are taken back when a consultation becomes narrower.
const OBJECTS_MAX: i64 = 20_000;

/// Chooses how far a consultation reaches. What left and may not be where it went any more is taken back from there.
///
/// # Errors
/// A refusal of the permission table, `Settled` when a published one would become wider, `NeedsNetwork` when others carry it, `DecidedElsewhere` when it
/// is another collectivity's that lets it go less far, or the store's failure.
pub async fn set_reach(app: &App, viewer: Viewer, slug: &str, reach: Reach) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let (now, slug) = (app.now(), slug.to_owned());
    app.store
        .write(move |db| {
            store::carrying::hold(db)?;
            let (consultation, calendar) = subject::consultation(db, &slug)?;
            let before = consultation.reach()?;
            if before == reach {
                return Ok(());
            }
            if calendar.published && !reach.is_narrower_than(before) {
                return Err(Refusal::Settled.into());
            }
            match store::reach::bounds(db, consultation.id)? {
                (true, _) if reach == Reach::Here => return Err(Refusal::NeedsNetwork.into()),
                (_, Some(most)) if most.is_narrower_than(reach) => return Err(Refusal::DecidedElsewhere.into()),
                (_, _) => {}
            }
            let event = Event::new(EventKind::ConsultationEdited).by(viewer.actor).on(consultation.id.0).within(consultation.id.to());
            store::reach::choose(db, consultation.id, reach, At(now))?;
            // Its carriers are told.
            store::carrying::touch(db, consultation.id, At(now))?;
            store::journal::append(db, &event.detail("reach"), now)?;
            if calendar.published { take_back(db, viewer.actor, &consultation, now) } else { Ok(()) }
        })
        .await
}

/// A consultation of another collectivity that is carried here reaches no further than its organiser says.
pub(crate) fn keep_within(db: &mut Db, id: Uid, most: Reach, now: Timestamp) -> Result<()> {
    let Some(consultation) = store::consultations::find(db, id)? else { return Ok(()) };
    if !most.is_narrower_than(consultation.reach()?) {
        return Ok(());
    }
    store::reach::choose(db, id, most, At(now))?;
    if consultation.published_at.is_some() { take_back(db, None, &consultation, now) } else { Ok(()) }
}

/// A line for each thing that left, and the last one for the consultation itself: each is told alone, and none is lost.
fn take_back(db: &mut Db, by: Option<ActorId>, consultation: &Consultation, now: Timestamp) -> Result<()> {
    store::reach::restrict(db, consultation.id)?;
    let left = store::reach::left(db, consultation.id, OBJECTS_MAX)?;
    if i64::try_from(left.len()).is_ok_and(|count| count >= OBJECTS_MAX) {
        tracing::warn!("more of a consultation left than is taken back at once");
    }
    for object in left.into_iter().chain([consultation.id]) {
        let event = Event::new(EventKind::ReachNarrowed).by(by).on(object.0).within(consultation.id.to());
        store::journal::append(db, &event, now)?;
    }
    Ok(())
}
