//! What of commitments, of the report on a consultation and of petitions enters the public record.

use super::content::{Said, said};
use crate::Result;
use domain::event::EventKind;
use store::journal::Line;
use store::{Db, Uid};

/// What a published commitment says, or where it stood when that was reported.
pub(super) fn commitment(db: &mut Db, line: &Line, id: Uid, kind: EventKind) -> Result<Option<Said>> {
    let Some(found) = store::commitments::find(db, id)?.filter(|found| found.published_at.is_some()) else { return Ok(None) };
    let edits = store::journal::count_until(db, EventKind::CommitmentEdited, id, line.id)?;
    let reports = store::journal::count_until(db, EventKind::CommitmentReported, id, line.id)?;
    let version = edits + reports + 1;
    if kind == EventKind::CommitmentReported {
        let step = store::commitments::news(db, id)?.into_iter().find(|step| step.written_at == line.at);
        return Ok(step.and_then(|step| {
            let progress = step.progress.to_string();
            let fields = [
                ("body", step.body.as_str()),
                ("state", &step.state),
                ("progress", &progress),
                ("promised_on", step.promised_on.as_deref().unwrap_or_default()),
            ];
            said(id, version, line, &fields, true)
        }));
    }
    let cost = found.cost.map(|cents| cents.to_string()).unwrap_or_default();
    let sources: Vec<String> =
        store::commitments::sources(db, &[id])?.into_iter().map(|source| source.contribution_id.0.to_string()).collect();
    let sources = sources.join("\n");
    let fields = [
        ("title", found.title.as_str()),
        ("body", &found.body),
        ("responsible", &found.responsible),
        ("cost", &cost),
        ("first_promised_on", found.first_promised_on.as_deref().unwrap_or_default()),
        ("sources", &sources),
    ];
    Ok(said(id, version, line, &fields, true))
}

/// The version of the report that was published then.
pub(super) fn report(db: &mut Db, line: &Line, id: Uid) -> Result<Option<Said>> {
    let number = store::journal::count_until(db, EventKind::ConsultationReportPublished, id, line.id)?;
    let version = store::consultation_reports::version(db, id, i32::try_from(number).unwrap_or(0))?;
    Ok(version.and_then(|version| said(id, number, line, &[("title", &version.title), ("body", &version.body)], true)))
}

/// What a petition asks once enough people signed it, or the answer that was given then.
pub(super) fn petition(db: &mut Db, line: &Line, id: Uid, kind: EventKind) -> Result<Option<Said>> {
    let Some(found) = store::initiatives::find(db, id)? else { return Ok(None) };
    if kind == EventKind::PetitionReached {
        let (threshold, due) = (found.threshold.to_string(), found.answer_due_on.unwrap_or_default());
        let fields = [("title", found.title.as_str()), ("body", &found.body), ("threshold", &threshold), ("answer_due_on", &due)];
        return Ok(said(id, 1, line, &fields, true));
    }
    let number = store::journal::count_until(db, EventKind::PetitionAnswered, id, line.id)?;
    // The text of an answer that was corrected since is kept by the record as it was entered.
    let fields = [("body", found.answer.as_str()), ("signed_by", &found.answer_signed), ("state", &found.answer_state)];
    Ok(said(id, number, line, &fields, true))
}
