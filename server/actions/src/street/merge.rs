//! Put a report together with another one that says the same: those who follow it follow the other one.

use domain::actor::Viewer;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use domain::street::ReportState;
use domain::text::Fault;
use store::street::followers;
use store::{Db, Uid};

use super::{Deed, keep, letters, put, tend};
use crate::{App, Error, Result};

/// Makes one report the duplicate of another.
///
/// # Errors
/// A refusal of the permission table, `NotFound`, a faulty `same_as` (itself, a duplicate, one that does not count, or one that fewer may see), or the store's failure.
pub async fn merge(app: &App, viewer: Viewer, number: i64, into: i64) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::Answer)?;
    let now = app.now();
    app.store
        // no event: `tell_sender` appends it
        .write(move |db| {
            // Always the smaller number first: two agents who merge crosswise do not wait for each other.
            let held = |db: &mut Db, number| Ok::<_, Error>(store::street::hold(db, number)?);
            let (first, second) = (held(db, number.min(into))?, held(db, number.max(into))?);
            let (row, other) = if number < into { (first, second) } else { (second, first) };
            let mut row = row.ok_or(Refusal::NotFound)?;
            let other = other.ok_or_else(|| Error::fault("same_as", Fault::Choice))?;
            let fits = other.number != row.number
                && other.confirmed_at.is_some()
                && other.duplicate_of.is_none()
                && (other.is_public() || !row.is_public());
            if row.confirmed_at.is_none() || !fits || !row.state()?.may_become(ReportState::Duplicate) {
                return Err(Error::fault("same_as", Fault::Choice));
            }
            put(&mut row, ReportState::Duplicate, now);
            row.duplicate_of = Some(other.id);
            let deed = Deed { agent: viewer.actor.map(Uid::of), ..Deed::default() };
            keep(db, &row, deed, now)?;
            letters::tell(db, &row, None, now)?;
            store::street::follow_merge(db, row.id, other.id)?;
            followers::move_all(db, row.id, other.id)?;
            tend::tell_sender(db, &row, viewer, true, now)?;
            // Whoever sent it hears the end at once where the other one is closed: nobody would tell it later.
            if other.state()?.is_closed() { tend::tell_joined(db, &other, now) } else { Ok(()) }
        })
        .await
}
