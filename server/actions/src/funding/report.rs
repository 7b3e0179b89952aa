//! Report by hand what a published project raised, and how it goes.

use super::{ReportForm, Told, event, keep, load};
use crate::{App, Result};
use domain::actor::Viewer;
use domain::event::EventKind;
use domain::funding::ReportSource;
use domain::id::FundingId;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use store::Uid;

/// Says what was raised until now, with news where there are any.
///
/// # Errors
/// A refusal of the permission table, `NotFound`, `NotPublished`, faulty fields, or the store's failure.
pub async fn report(app: &App, viewer: Viewer, id: FundingId, form: &ReportForm) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::Answer)?;
    let ((raised, contributors, news), now, line) = (form.parse()?, app.now(), Uid::of(app.new_id::<FundingId>()));
    app.store
        .write(move |db| {
            let row = load(db, id)?;
            if row.published_at.is_none() {
                return Err(Refusal::NotPublished.into());
            }
            let source = ReportSource::Hand;
            let row = keep(db, row, line, Told { raised, contributors, source, news }, now)?;
            Ok(store::journal::append(db, &event(EventKind::FundingReported, &row).by(viewer.actor).detail(source.code()), now)?)
        })
        .await
}
