//! Report how the works of a selected project go: state, promised day, real day, news.

use super::{WorksForm, load};
use crate::{App, Result};
use domain::actor::Viewer;
use domain::budget::ProjectState;
use domain::event::{Event, EventKind};
use domain::id::ContributionId;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use store::budget::News;
use store::{At, Uid};

/// Says where the works stand and, if something is written, tells everybody.
///
/// # Errors
/// A refusal of the permission table, `NotOpenNow` when the project was not selected, faulty fields, or the store's failure.
pub async fn report_works(app: &App, viewer: Viewer, id: ContributionId, form: &WorksForm) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::Answer)?;
    let now = app.now();
    let today = now.to_zoned(app.time_zone().await?).date();
    let (works, news) = (form.parse(today)?, app.new_id::<ContributionId>());
    app.store
        .write(move |db| {
            let mut found = load(db, id)?;
            if found.project.state()? != ProjectState::Selected {
                return Err(Refusal::NotOpenNow.into());
            }
            let row = &mut found.project;
            row.works = Some(works.state.code().to_owned());
            row.promised_on = works.promised_on.map(|day| day.to_string());
            row.done_on = works.done_on.map(|day| day.to_string());
            row.works_at = Some(At(now));
            store::budget::update(db, row)?;
            if !works.news.is_empty() {
                let told = News { id: Uid::of(news), contribution_id: Uid::of(id), body: works.news, written_at: At(now) };
                store::budget::tell(db, &told)?;
            }
            let event = Event::new(EventKind::WorksReported)
                .by(viewer.actor)
                .on(id)
                .within(found.subject.consultation.id.to())
                .detail(works.state.code());
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}
