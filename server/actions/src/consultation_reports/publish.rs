//! Publish a version of the report on a consultation.

use crate::{App, Result, subject};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use store::At;
use store::consultation_reports::{ConsultationReport, Version};

/// Publishes what is written now as the next version; the earlier ones stay readable.
///
/// # Errors
/// A refusal of the permission table, `NotFound` when nothing was written, `NotPublished` when the consultation is a draft, `AlreadyDone` when this
/// very text is published, `Stale` when somebody saved at the same moment, or the store's failure.
pub async fn publish(app: &App, viewer: Viewer, slug: &str) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::Answer)?;
    let (now, slug) = (app.now(), slug.to_owned());
    app.store
        .write(move |db| {
            let (consultation, _) = subject::consultation(db, &slug)?;
            if consultation.published_at.is_none() {
                return Err(Refusal::NotPublished.into());
            }
            store::commitments::hold(db, consultation.id)?;
            let row = store::consultation_reports::of_consultation(db, consultation.id)?.ok_or(Refusal::NotFound)?;
            let last = store::consultation_reports::version(db, row.id, row.version)?;
            if last.is_some_and(|last| last.title == row.title && last.body == row.body) {
                return Err(Refusal::AlreadyDone.into());
            }
            let next = ConsultationReport { version: row.version + 1, edited_at: At(now), ..row };
            if !store::consultation_reports::update(db, &next)? {
                return Err(Refusal::Stale.into());
            }
            let id = next.id;
            let version = Version { report_id: id, version: next.version, title: next.title, body: next.body, published_at: At(now) };
            store::consultation_reports::publish(db, &version)?;
            let event = Event::new(EventKind::ConsultationReportPublished).by(viewer.actor).on(id.0).within(consultation.id.to());
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}
