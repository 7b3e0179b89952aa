//! Say what is promised on the way to a commitment, and when it is reached.

use super::{changed, load};
use crate::budget::{date, keep};
use crate::{App, Error, Faults, Result};
use domain::actor::Viewer;
use domain::commitment::{self, MILESTONES_MAX};
use domain::event::Event;
use domain::id::CommitmentId;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use domain::text::{self, Fault};
use store::commitments::{Commitment, milestones};
use store::{At, Db, Uid};

/// A milestone, as typed.
#[derive(Debug, Clone, Default)]
pub struct MilestoneForm {
    /// What is reached with it.
    pub title: String,
    /// The promised day, `2026-11-21`.
    pub due_on: String,
}

impl MilestoneForm {
    fn parse(&self) -> Result<(String, String)> {
        let mut faults = Faults::new();
        let title = keep("milestone", text::bounded_line(&self.title, 3, text::TITLE_MAX), &mut faults);
        let due_on = keep("due_on", date(&self.due_on).and_then(|day| day.ok_or(Fault::Missing)).map(|day| day.to_string()), &mut faults);
        if faults.is_empty() { Ok((title, due_on)) } else { Err(Error::Faulty(faults)) }
    }
}

/// Adds a milestone to a commitment, published or not.
///
/// # Errors
/// A refusal of the permission table, `NoRoom` when it has as many as it may, faulty fields (`milestone` for the title), or the store's failure.
pub async fn add_milestone(app: &App, viewer: Viewer, id: CommitmentId, form: &MilestoneForm) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::Answer)?;
    let (now, own, (title, due_on)) = (app.now(), app.new_id::<CommitmentId>(), form.parse()?);
    app.store
        .write(move |db| {
            let (row, _) = load(db, id)?;
            if milestones::of(db, &[row.id])?.len() >= MILESTONES_MAX {
                return Err(Refusal::NoRoom.into());
            }
            let new = milestones::Milestone { id: Uid::of(own), commitment_id: row.id, title, due_on, reached_on: None, added_at: At(now) };
            milestones::insert(db, &new)?;
            let event = touched(db, viewer, row, At(now))?.detail("milestone_added");
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}

/// Says on which day a milestone was reached; without a day, that it was not after all.
///
/// # Errors
/// A refusal of the permission table, `NotFound`, a faulty `reached_on` (`Missing` where nothing was said before, `Shape` for no day or one to
/// come), or the store's failure.
pub async fn reach_milestone(app: &App, viewer: Viewer, id: CommitmentId, milestone: CommitmentId, reached_on: &str) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::Answer)?;
    let now = app.now();
    let today = now.to_zoned(app.time_zone().await?).date();
    let told = date(reached_on).map_err(|fault| Error::fault("reached_on", fault))?;
    app.store
        .write(move |db| {
            let (row, _) = load(db, id)?;
            let found = milestones::of(db, &[row.id])?.into_iter().find(|one| one.id == Uid::of(milestone)).ok_or(Refusal::NotFound)?;
            let reached =
                commitment::reached_on(told, found.reached_on.is_some(), today).map_err(|fault| Error::fault("reached_on", fault))?;
            milestones::reach(db, found.id, reached.map(|day| day.to_string()).as_deref())?;
            let event = touched(db, viewer, row, At(now))?.detail(if reached.is_some() { "milestone_reached" } else { "milestone_missed" });
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}

/// Takes a milestone away. The journal and the public record keep that there was one.
///
/// # Errors
/// A refusal of the permission table, `NotFound`, or the store's failure.
pub async fn remove_milestone(app: &App, viewer: Viewer, id: CommitmentId, milestone: CommitmentId) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::Answer)?;
    let now = app.now();
    app.store
        .write(move |db| {
            let (row, _) = load(db, id)?;
            if !milestones::remove(db, row.id, Uid::of(milestone))? {
                return Err(Refusal::NotFound.into());
            }
            let event = touched(db, viewer, row, At(now))?.detail("milestone_removed");
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}

/// Notes that a commitment changed; gives what the journal says of it.
fn touched(db: &mut Db, viewer: Viewer, mut row: Commitment, now: At) -> Result<Event> {
    row.edited_at = now;
    store::commitments::update(db, &row)?;
    Ok(changed(viewer, &row))
}
