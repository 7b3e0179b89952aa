//! What of commitments, of the report on a consultation, of the text that it discusses, of its documents and of petitions enters the public record.

use super::content::{Said, said};
use crate::Result;
use domain::draft_text::{Kept, TextState, resulting};
use domain::event::EventKind;
use store::commitments::milestones::Milestone;
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
    let stages = store::commitments::milestones::of(db, &[id])?;
    let line_of = |one: &Milestone| format!("{} {} {}", one.due_on, one.reached_on.as_deref().unwrap_or("-"), one.title);
    let stages = stages.iter().map(line_of).collect::<Vec<_>>().join("\n");
    let mut fields = vec![
        ("title", found.title.as_str()),
        ("body", &found.body),
        ("responsible", &found.responsible),
        ("cost", &cost),
        ("first_promised_on", found.first_promised_on.as_deref().unwrap_or_default()),
        ("sources", &sources),
    ];
    if !stages.is_empty() {
        fields.push(("milestones", &stages));
    }
    Ok(said(id, version, line, &fields, true))
}

/// The version of the report that was published then.
pub(super) fn report(db: &mut Db, line: &Line, id: Uid) -> Result<Option<Said>> {
    let number = store::journal::count_until(db, EventKind::ConsultationReportPublished, id, line.id)?;
    let version = store::consultation_reports::version(db, id, i32::try_from(number).unwrap_or(0))?;
    Ok(version.and_then(|version| said(id, number, line, &[("title", &version.title), ("body", &version.body)], true)))
}

/// The text that is discussed, as it was opened, closed or settled: settled, with what was kept of its amendments.
pub(super) fn text(db: &mut Db, line: &Line, id: Uid) -> Result<Option<Said>> {
    let Some(found) = store::draft_texts::find(db, id)? else { return Ok(None) };
    let version = store::journal::count_until(db, EventKind::TextChanged, id, line.id)?;
    let state = line.detail.as_deref().unwrap_or_default();
    let pieces = store::draft_texts::paragraphs(db, id)?;
    let settled = state == TextState::Settled.code();
    let kept = if settled { store::draft_texts::kept(db, id)? } else { Vec::new() };
    let mut changes = Vec::with_capacity(kept.len());
    for one in &kept {
        changes.push(Kept { paragraph: one.paragraph_id.0, word: one.word()?, words: one.kept.as_deref().unwrap_or_default() });
    }
    let bodies: Vec<_> = pieces.iter().map(|piece| (piece.id.0, piece.body.as_str())).collect();
    let words: Vec<String> = resulting(&bodies, &changes).into_iter().map(|one| one.after).filter(|words| !words.is_empty()).collect();
    let body = words.join("\n\n");
    Ok(said(id, version, line, &[("title", found.title.as_str()), ("state", state), ("body", &body)], true))
}

/// A document as it was added, or that it was taken away: nothing before its consultation was published.
pub(super) fn document(db: &mut Db, line: &Line, id: Uid) -> Result<Option<Said>> {
    let Some(consultation) = line.consultation_id else { return Ok(None) };
    let published = store::journal::first(db, EventKind::ConsultationPublished, consultation)?;
    if published.is_none_or(|published| published > line.id) {
        return Ok(None);
    }
    let number = store::journal::count_such_until(db, (EventKind::DocumentChanged, "added"), id, line.id)?;
    let version = store::documents::version(db, id, Some(i32::try_from(number).unwrap_or(0)))?;
    let detail = line.detail.as_deref().unwrap_or_default();
    let (digest, note) = version.map_or_else(Default::default, |version| (version.digest, version.note));
    let title = store::documents::find(db, id)?.map(|found| found.title).unwrap_or_default();
    Ok(said(id, number, line, &[("title", title.as_str()), ("digest", &digest), ("note", &note), ("detail", detail)], !digest.is_empty()))
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
