//! Decide that a reported contribution breaks no rule.

use crate::{App, Result};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::ReportId;
use domain::moderation::Decision;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use store::{At, Uid};

/// Dismisses every open report on the contribution that this report is about.
///
/// # Errors
/// A refusal of the permission table, `AlreadyDone` when it was decided, or the store's failure.
pub async fn dismiss(app: &App, viewer: Viewer, report: ReportId) -> Result<()> {
    let now = app.now();
    permission::may_in_office(viewer, OfficeVerb::Moderate)?;
    app.store
        .write(move |db| {
            let report = store::moderation::find_report(db, Uid::of(report))?.ok_or(Refusal::NotFound)?;
            let decided =
                store::moderation::decide(db, report.contribution_id, Decision::Dismissed.code(), viewer.actor.map(Uid::of), At(now))?;
            if decided == 0 {
                return Err(Refusal::AlreadyDone.into());
            }
            let event =
                Event::new(EventKind::ReportDecided).by(viewer.actor).on(report.contribution_id.0).detail(Decision::Dismissed.code());
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}
