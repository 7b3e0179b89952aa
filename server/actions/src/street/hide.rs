//! Hide a report from everybody, or show it again.

use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use store::{At, Uid};

use super::{Deed, forward, held, keep};
use crate::{App, Result};

/// Hides a report (an insult, somebody's face or name) or shows it again. Agents do.
///
/// # Errors
/// A refusal of the permission table, `NotFound`, `AlreadyDone`, or the store's failure.
pub async fn hide(app: &App, viewer: Viewer, number: i64, hidden: bool) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::Answer)?;
    let now = app.now();
    app.store
        .write(move |db| {
            let mut row = held(db, number)?;
            if row.hidden_at.is_some() == hidden {
                return Err(Refusal::AlreadyDone.into());
            }
            row.hidden_at = hidden.then_some(At(now));
            row.changed_at = At(now);
            keep(db, &row, Deed { agent: viewer.actor.map(Uid::of), ..Deed::default() }, now)?;
            if row.is_public() || hidden {
                forward::tell_all(db, &row, now)?;
            }
            let detail = if hidden { "hidden" } else { "restored" };
            Ok(store::journal::append(db, &Event::new(EventKind::StreetTended).by(viewer.actor).on(row.id.0).detail(detail), now)?)
        })
        .await
}
