//! Keep what was composed of a report, or what its agents made of it.

use super::REPORT_MAX;
use crate::budget::keep as kept;
use crate::{App, Error, Faults, Result, subject};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::ConsultationReportId;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use domain::text;
use store::consultation_reports::ConsultationReport;
use store::{At, Db, Uid};

/// A report, as typed or composed.
#[derive(Debug, Clone, Default)]
pub struct ReportForm {
    /// Its title.
    pub title: String,
    /// The text, in Markdown.
    pub body: String,
}

impl ReportForm {
    fn parse(&self) -> Result<(String, String)> {
        let mut faults = Faults::new();
        let title = kept("title", text::bounded_line(&self.title, text::TITLE_MIN, text::TITLE_MAX), &mut faults);
        let body = kept("body", text::bounded_text(&self.body, 20, REPORT_MAX), &mut faults);
        if faults.is_empty() { Ok((title, body)) } else { Err(Error::Faulty(faults)) }
    }
}

/// Keeps what was just composed from the data, in the place of what was written so far; what is published stays as it is.
///
/// # Errors
/// A refusal of the permission table, faulty fields, `Stale` when somebody saved at the same moment, or the store's failure.
pub async fn keep(app: &App, viewer: Viewer, slug: &str, form: &ReportForm) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::Answer)?;
    let (now, id, slug, (title, body)) = (app.now(), app.new_id::<ConsultationReportId>(), slug.to_owned(), form.parse()?);
    app.store
        .write(move |db| {
            let (consultation, _) = subject::consultation(db, &slug)?;
            store::commitments::hold(db, consultation.id)?;
            match store::consultation_reports::of_consultation(db, consultation.id)? {
                Some(row) => save(db, &ConsultationReport { title, body, composed_at: At(now), edited_at: At(now), ..row })?,
                None => {
                    let row = ConsultationReport {
                        id: Uid::of(id),
                        consultation_id: consultation.id,
                        title,
                        body,
                        version: 0,
                        revision: 0,
                        composed_at: At(now),
                        edited_at: At(now),
                    };
                    store::consultation_reports::insert(db, &row)?;
                }
            }
            let event =
                Event::new(EventKind::ConsultationReportDrafted).by(viewer.actor).on(consultation.id.0).within(consultation.id.to());
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}

/// Keeps what an agent made of it.
///
/// # Errors
/// A refusal of the permission table, `NotFound` when none was composed, faulty fields, `Stale` when somebody else saved since `revision`, or the
/// store's failure.
pub async fn edit(app: &App, viewer: Viewer, slug: &str, revision: i32, form: &ReportForm) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::Answer)?;
    let (now, slug, (title, body)) = (app.now(), slug.to_owned(), form.parse()?);
    app.store
        .write(move |db| {
            let (consultation, _) = subject::consultation(db, &slug)?;
            let row = store::consultation_reports::of_consultation(db, consultation.id)?.ok_or(Refusal::NotFound)?;
            save(db, &ConsultationReport { title, body, revision, edited_at: At(now), ..row })?;
            let event =
                Event::new(EventKind::ConsultationReportDrafted).by(viewer.actor).on(consultation.id.0).within(consultation.id.to());
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}

fn save(db: &mut Db, row: &ConsultationReport) -> Result<()> {
    if store::consultation_reports::update(db, row)? { Ok(()) } else { Err(Refusal::Stale.into()) }
}
