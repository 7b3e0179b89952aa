//! Study a project: who does it, what it costs, whether it can be done. Nothing of it is public before the decision.

use super::deposit::of_consultation;
use super::{StudyForm, load_before_the_vote, loosen};
use crate::{App, Error, Result};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::ContributionId;
use domain::permission::{self, OfficeVerb};
use domain::text::Fault;
use store::budget::{describe, update};
use store::views::budget::agents;

/// Keeps what a service found so far.
///
/// # Errors
/// A refusal of the permission table, `Settled` when its vote is published, faulty fields, or the store's failure.
pub async fn study(app: &App, viewer: Viewer, id: ContributionId, form: &StudyForm) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::Answer)?;
    let (now, study) = (app.now(), form.parse()?);
    app.store
        .write(move |db| {
            let mut found = load_before_the_vote(db, id)?;
            let envelope = of_consultation(db, study.envelope, found.subject.consultation.id)?;
            if study.agent.is_some_and(|agent| found.project.agent_id != Some(agent)) {
                let known = agents(db)?.into_iter().any(|(agent, _)| Some(agent) == study.agent);
                if !known {
                    return Err(Error::fault("agent", Fault::Choice));
                }
            }
            let row = &mut found.project;
            if (row.envelope_id, row.cost) != (envelope.id, study.cost) {
                loosen(db, &found.envelope)?;
                loosen(db, &envelope)?;
            }
            describe(db, row.contribution_id, envelope.id, &row.place, row.asked)?;
            row.service = study.service;
            row.agent_id = study.agent;
            row.verdict = study.verdict.map(|verdict| verdict.code().to_owned());
            row.cost = study.cost;
            row.reasons = study.reasons;
            update(db, row)?;
            let event =
                Event::new(EventKind::ProjectStudied).by(viewer.actor).on(id).within(found.subject.consultation.id.to()).detail("study");
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}
