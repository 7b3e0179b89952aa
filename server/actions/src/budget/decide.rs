//! Decide on a project after its study: it is put to the vote or set aside, and its author is answered in writing.

use super::{load_before_the_vote, loosen};
use crate::office::answer::{self, Given};
use crate::{App, Error, Faults, Result};
use domain::actor::Viewer;
use domain::answer::AnswerState;
use domain::budget::{ProjectState, Verdict};
use domain::id::{AnswerId, ContributionId, LetterId};
use domain::permission::{self, OfficeVerb};
use domain::text::{self, Fault};
use store::At;
use store::budget::{Envelope, Project};

/// What is decided, as typed.
#[derive(Debug, Clone, Default)]
pub struct Decision {
    /// Whether it is put to the vote; else it is set aside.
    pub to_vote: bool,
    /// The answer to its author and everybody.
    pub body: String,
    /// Who signs it.
    pub signed_by: String,
}

/// Decides, answers officially and writes to the author. A decision may be taken again until the vote of its envelope is published.
///
/// # Errors
/// A refusal of the permission table, `Settled` when the vote is published, faulty fields (`body`, `signed_by`; `cost` and `verdict` when what was
/// studied does not allow to put it to the vote), or the store's failure.
pub async fn decide(app: &App, viewer: Viewer, id: ContributionId, decision: &Decision) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::Answer)?;
    let now = app.now();
    let (body, signed_by) = answered(&decision.body, &decision.signed_by)?;
    let (answer, letter, to_vote) = (app.new_id::<AnswerId>(), app.new_id::<LetterId>(), decision.to_vote);
    let (project_state, state) =
        if to_vote { (ProjectState::PutToVote, AnswerState::PutToVote) } else { (ProjectState::SetAside, AnswerState::Refused) };
    app.store
        // no event: `answer::enter` appends it
        .write(move |db| {
            let mut found = load_before_the_vote(db, id)?;
            loosen(db, &found.envelope)?;
            if to_vote {
                ready(&found.project, &found.envelope)?;
            }
            let row = &mut found.project;
            project_state.code().clone_into(&mut row.state);
            row.reasons.clone_from(&body);
            row.decided_at = Some(At(now));
            row.merged_into = None;
            store::budget::update(db, row)?;
            answer::enter(db, viewer, &found.subject, Given { id: answer, letter, state, body, signed_by }, now)
        })
        .await
}

/// The text of an answer and who signs it.
pub(crate) fn answered(body: &str, signed_by: &str) -> Result<(String, String)> {
    match (text::bounded_text(body, 20, text::BODY_MAX), text::bounded_line(signed_by, 2, text::NAME_MAX)) {
        (Ok(body), Ok(signed_by)) => Ok((body, signed_by)),
        (body, signed_by) => {
            let faults = [("body", body.err()), ("signed_by", signed_by.err())];
            Err(Error::Faulty(faults.into_iter().filter_map(|(field, fault)| fault.map(|f| (field, f))).collect()))
        }
    }
}

/// What must be known before people vote on it: that it can be done, and what it costs.
fn ready(project: &Project, envelope: &Envelope) -> Result<()> {
    let mut faults = Faults::new();
    match project.verdict.as_deref().and_then(Verdict::parse) {
        Some(Verdict::Feasible | Verdict::Adapted) => {}
        Some(Verdict::NotFeasible) => faults.push(("verdict", Fault::Choice)),
        None => faults.push(("verdict", Fault::Missing)),
    }
    let most = if envelope.most > 0 { envelope.most } else { envelope.amount };
    match project.cost {
        None | Some(..1) => faults.push(("cost", Fault::Missing)),
        Some(cost) if cost > most => faults.push(("cost", Fault::Choice)),
        Some(_) => {}
    }
    if faults.is_empty() { Ok(()) } else { Err(Error::Faulty(faults)) }
}
