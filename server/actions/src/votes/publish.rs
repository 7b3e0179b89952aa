//! Publish a vote: from now on nothing of it changes.

use super::{Loaded, grid, load};
use crate::{App, Error, Result, random, tallies};
use domain::Timestamp;
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::{ActorId, BoxId};
use domain::links::Links;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use domain::text::Fault;
use domain::vote::BoxState;
use store::jobs::JobKind;
use store::{At, Db, Uid};

/// Publishes a draft: the order for ties is drawn, the key of the marks is made, the closing is queued.
///
/// # Errors
/// A refusal of the permission table, `Settled` when it is published already, `NotOpenNow` when its end has passed, `NotPublished` when its
/// consultation is a draft, a fault when nobody said what is at stake, or the store's failure.
pub async fn publish(app: &App, viewer: Viewer, id: BoxId) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let (now, id, pepper, links) = (app.now(), Uid::of(id), random::bytes::<32>(), app.links.clone());
    // no event: `publish_in` appends it
    app.store.write(move |db| publish_in(db, &links, id, viewer.actor, &pepper, now)).await
}

/// The same in a transaction that is open, by the machine where `by` is nobody.
pub(crate) fn publish_in(db: &mut Db, links: &Links, id: Uid, by: Option<ActorId>, pepper: &[u8], now: Timestamp) -> Result<()> {
    store::votes::hold(db, id)?;
    let found = load(db, id)?;
    if found.state != BoxState::Draft {
        return Err(Refusal::Settled.into());
    }
    if found.row.closes_at.0 <= now {
        return Err(Refusal::NotOpenNow.into());
    }
    let consultation = store::consultations::find(db, found.row.consultation_id)?.ok_or(Refusal::NotFound)?;
    if consultation.published_at.is_none() {
        return Err(Refusal::NotPublished.into());
    }
    if grid(db, id)?.is_none() {
        return Err(Error::fault("grid_purpose", Fault::Missing));
    }
    let lots = match tallies::lots(db, &found)? {
        Some(lots) => {
            store::jobs::enqueue(db, JobKind::SayTurnout, Some(id), found.row.opens_at.0.max(now), now)?;
            lots
        }
        None => draw(&found),
    };
    store::votes::publish(db, id, &lots, pepper, At(now))?;
    store::jobs::enqueue(db, JobKind::CloseVote, Some(id), found.row.closes_at.0, now)?;
    store::jobs::enqueue(db, JobKind::TellVote, Some(id), found.row.opens_at.0.max(now), now)?;
    let event = Event::new(EventKind::VotePublished).by(by).on(id.0).within(consultation.id.to());
    store::journal::append(db, &event, now)?;
    tallies::share(db, links, &found.row, now)
}

/// An order for ties drawn by lot.
fn draw(found: &Loaded) -> String {
    let mut drawn: Vec<([u8; 16], i32)> = found.options.iter().map(|option| (random::bytes(), option.number)).collect();
    drawn.sort_unstable();
    let lots: Vec<String> = drawn.into_iter().map(|(_, number)| number.to_string()).collect();
    lots.join(",")
}
