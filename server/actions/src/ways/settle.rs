//! Finish the paper: the number of papers stands beside the number of people marked, a gap has a reason, and the box is counted.

use super::batches::BATCHES_MAX;
use super::running;
use crate::{App, Error, Result};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::BoxId;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use domain::text::{self, Fault};
use domain::vote::{self, BatchState, Level};
use store::paper::Count;
use store::{At, Uid};

/// Longest reason for a gap, in characters.
const REASON_MAX: usize = 1_000;

/// Finishes the paper of a box whose time is over, and counts the box.
///
/// # Errors
/// A refusal of the permission table, `NotFound`, `NotOpenNow` before the closing, faults (`batches`/`Missing`: one is not agreed yet; `reason`/`Missing`: the numbers
/// differ), or the store's failure.
pub async fn settle(app: &App, viewer: Viewer, id: BoxId, reason: &str) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::ReceiveVotes)?;
    let reason = text::bounded_text(reason, 0, REASON_MAX).map_err(|fault| Error::fault("reason", fault))?;
    let (now, id) = (app.now(), Uid::of(id));
    app.store
        .write(move |db| {
            store::votes::hold(db, id)?;
            let (found, _) = running(db, id, Level::Paper)?;
            if now < found.row.closes_at.0 && !found.waits_for_paper(db)? {
                return Err(Refusal::NotOpenNow.into());
            }
            store::paper::wait(db, id, At(now))?;
            let batches = store::paper::batches(db, id, BATCHES_MAX)?;
            if batches.iter().any(|batch| batch.state != BatchState::Agreed.code()) {
                return Err(Error::fault("batches", Fault::Missing));
            }
            let (ballots, spoiled) = batches.iter().fold((0, 0), |(all, spoiled), batch| (all + batch.size, spoiled + batch.spoiled));
            let marks = i32::try_from(store::paper::marks(db, id)?).unwrap_or(i32::MAX);
            if marks != ballots && reason.trim().is_empty() {
                return Err(Error::fault("reason", Fault::Missing));
            }
            for (why, papers) in [(vote::SPOILED, spoiled), (vote::MISSING, marks - ballots)] {
                if papers > 0 {
                    store::votes::leave_out(db, id, why, i64::from(papers))?;
                }
            }
            store::paper::settle(db, id, &Count { settled_at: Some(At(now)), ballots, spoiled, marks, reason })?;
            let event = Event::new(EventKind::PaperSettled).by(viewer.actor).on(id.0).within(found.row.consultation_id.to());
            store::journal::append(db, &event, now)?;
            crate::votes::close_now(db, id, now)
        })
        .await
}
