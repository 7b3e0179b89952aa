//! At a carrier: how many could vote here in a vote of an organiser, and whence that number comes. It is all of the vote that is decided here.

use crate::{App, Error, Faults, Result, votes};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::BoxId;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use domain::text::{self, Fault};
use domain::vote::BoxState;
use store::Uid;

/// Says how many could vote here, before the vote is published here.
///
/// # Errors
/// A refusal of the permission table, `NotFound` unless it is a vote of an organiser, `Settled` once it is published, every faulty field, or the store's failure.
pub async fn set_roll(app: &App, viewer: Viewer, id: BoxId, population: &str, source: &str) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let mut faults = Faults::new();
    let size = match population.trim() {
        "" => 0,
        typed => typed.parse::<i32>().ok().filter(|size| *size >= 0).unwrap_or_else(|| {
            faults.push(("population", Fault::Shape));
            0
        }),
    };
    let source = text::bounded_line(source, 0, text::TITLE_MAX).unwrap_or_else(|fault| {
        faults.push(("population_source", fault));
        String::new()
    });
    if size > 0 && source.is_empty() && faults.is_empty() {
        faults.push(("population_source", Fault::Missing));
    }
    if !faults.is_empty() {
        return Err(Error::Faulty(faults));
    }
    let (now, id) = (app.now(), Uid::of(id));
    app.store
        .write(move |db| {
            store::votes::hold(db, id)?;
            let found = votes::load(db, id)?;
            store::tallies::of_box(db, id)?.ok_or(Refusal::NotFound)?;
            if found.state != BoxState::Draft {
                return Err(Refusal::Settled.into());
            }
            store::tallies::set_roll(db, id, size, &source)?;
            let event = Event::new(EventKind::VoteDrafted).by(viewer.actor).on(id.0).within(found.row.consultation_id.to());
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}
