//! What a line of the journal puts into the record: the object, its version, and the content whose salted hash is entered. What is in the
//! content is public, and says neither who wrote nor who decided.

use std::collections::BTreeMap;

use ::record::canonical;
use domain::actor::ActorKind;
use domain::contribution::Origin;
use domain::event::EventKind;
use domain::organisation::AccreditationState;
use store::contributions::Contribution;
use store::journal::Line;
use store::tallies::Kept;
use store::{Db, Uid};

use super::follow;
use crate::{Result, tallies};

/// Texts of citizens.
pub(super) const TEXTS: [EventKind; 5] = [
    EventKind::ProposalPublished,
    EventKind::DiscussionStarted,
    EventKind::ReplyPublished,
    EventKind::ContributionEdited,
    EventKind::ContributionRestored,
];
/// What was done about such a text.
const ACTS: [EventKind; 3] = [EventKind::ContributionWithdrawn, EventKind::ContributionHidden, EventKind::WorksReported];
/// What territories say of a vote that they hold together.
const TALLIES: [EventKind; 3] = [EventKind::TallySigned, EventKind::TallyReceived, EventKind::TallyChecked];
const CONSULTATIONS: [EventKind; 2] = [EventKind::ConsultationPublished, EventKind::ConsultationEdited];
const VOTES: [EventKind; 5] =
    [EventKind::VotePublished, EventKind::VoteOpened, EventKind::VoteCancelled, EventKind::VoteClosed, EventKind::OptionWithdrawn];

/// An offer is nobody's business before the organisation accepts: these three bring an answer, or the end.
const ACCREDITATIONS: [EventKind; 3] = [EventKind::AccreditationReceived, EventKind::AccreditationAnswered, EventKind::AccreditationEnded];

/// What the collectivity commits itself to.
const COMMITMENTS: [EventKind; 3] = [EventKind::CommitmentPublished, EventKind::CommitmentEdited, EventKind::CommitmentReported];

/// What the collectivity owes a petition, and what it answers.
const PETITIONS: [EventKind; 2] = [EventKind::PetitionReached, EventKind::PetitionAnswered];

/// What is entered.
pub(super) struct Said {
    pub(super) object: Uid,
    pub(super) version: u32,
    /// Canonical JSON.
    pub(super) content: String,
    /// Whether it is kept with its salt: not what is no longer public.
    pub(super) kept: bool,
}

/// What a line puts into the record; nothing for what is not public or lives on another server.
pub(super) fn of(db: &mut Db, line: &Line) -> Result<Option<Said>> {
    let (Some(kind), Some(object)) = (EventKind::parse(&line.kind), line.subject_id) else { return Ok(None) };
    if TEXTS.contains(&kind) {
        contribution(db, line, object)
    } else if ACTS.contains(&kind) {
        act(db, line, object)
    } else if VOTES.contains(&kind) {
        vote(db, line, object)
    } else if TALLIES.contains(&kind) {
        tally(db, line, object, kind)
    } else if CONSULTATIONS.contains(&kind) {
        consultation(db, line, object)
    } else if kind == EventKind::AnsweredOfficially {
        answer(db, line, object)
    } else if kind == EventKind::WholeCounted {
        whole(db, line, object)
    } else if kind == EventKind::QuestionnaireResultsPublished {
        questionnaire(db, line, object)
    } else if ACCREDITATIONS.contains(&kind) {
        accreditation(db, line, object)
    } else if COMMITMENTS.contains(&kind) {
        follow::commitment(db, line, object, kind)
    } else if kind == EventKind::ConsultationReportPublished {
        follow::report(db, line, object)
    } else if kind == EventKind::TextChanged {
        follow::text(db, line, object)
    } else if kind == EventKind::DocumentChanged {
        follow::document(db, line, object)
    } else if PETITIONS.contains(&kind) {
        follow::petition(db, line, object, kind)
    } else {
        Ok(None)
    }
}

pub(super) fn said(object: Uid, version: i64, line: &Line, fields: &[(&str, &str)], kept: bool) -> Option<Said> {
    let mut content: BTreeMap<&str, &str> = fields.iter().copied().collect();
    content.insert("type", &line.kind);
    Some(Said { object, version: u32::try_from(version).unwrap_or(u32::MAX), content: canonical(&content), kept })
}

/// A contribution of this instance that everybody may read, and how many times it had been edited by then.
fn ours(db: &mut Db, line: &Line, id: Uid) -> Result<Option<(Contribution, i64)>> {
    let Some(found) = store::contributions::find(db, id)? else { return Ok(None) };
    if found.origin == Origin::Remote.code() || found.held {
        return Ok(None);
    }
    let edits = store::journal::count_until(db, EventKind::ContributionEdited, id, line.id)?;
    Ok(Some((found, edits + 1)))
}

fn contribution(db: &mut Db, line: &Line, id: Uid) -> Result<Option<Said>> {
    let Some((found, version)) = ours(db, line, id)? else { return Ok(None) };
    let older = store::contributions::version(db, id, i32::try_from(version).unwrap_or(0))?;
    let (title, body) = older.map_or_else(|| (found.title.clone(), found.body.clone()), |older| (older.title, older.body));
    let kept = found.is_shown() && !(title.is_empty() && body.is_empty());
    let mut fields = vec![("body", body.as_str()), ("kind", &found.kind), ("lang", &found.lang), ("title", &title)];
    let spoken = store::draft_texts::said(db, id)?;
    if let Some((spoken, paragraph)) = &spoken {
        fields.extend([("change", spoken.word.as_str()), ("paragraph", &paragraph.body), ("wording", &spoken.wording)]);
    }
    Ok(said(id, version, line, &fields, kept))
}

/// An act about a contribution, wherever that lives: it is decided here.
fn act(db: &mut Db, line: &Line, id: Uid) -> Result<Option<Said>> {
    if line.kind == EventKind::ContributionWithdrawn.code() && ours(db, line, id)?.is_none() {
        return Ok(None);
    }
    let version = store::journal::count_until(db, EventKind::ContributionEdited, id, line.id)? + 1;
    Ok(said(id, version, line, &[("detail", line.detail.as_deref().unwrap_or_default())], true))
}

fn answer(db: &mut Db, line: &Line, id: Uid) -> Result<Option<Said>> {
    let version = store::journal::count_until(db, EventKind::AnsweredOfficially, id, line.id)?;
    let given = store::answers::of(db, id)?.into_iter().find(|answer| answer.answered_at == line.at && answer.uri.is_none());
    Ok(given.and_then(|answer| {
        let fields = [("body", answer.body.as_str()), ("signed_by", &answer.signed_by), ("state", &answer.state)];
        said(id, version, line, &fields, true)
    }))
}

fn consultation(db: &mut Db, line: &Line, id: Uid) -> Result<Option<Said>> {
    let Some(found) = store::consultations::find(db, id)? else { return Ok(None) };
    // A draft is nobody's business, and neither is how often it was changed.
    let Some(published) = store::journal::first(db, EventKind::ConsultationPublished, id)?.filter(|first| *first <= line.id) else {
        return Ok(None);
    };
    let edits = |db: &mut Db, until| store::journal::count_until(db, EventKind::ConsultationEdited, id, until);
    let version = edits(db, line.id)? - edits(db, published)? + 1;
    let phases: Vec<String> = store::consultations::phases(db, id)?
        .iter()
        .map(|phase| format!("{} {} {} {}", phase.kind, phase.opens_at.0, phase.closes_at.0, phase.name))
        .collect();
    let (phases, threshold) = (phases.join("\n"), found.support_threshold.to_string());
    let fields = [
        ("title", found.title.as_str()),
        ("teaser", &found.teaser),
        ("introduction", &found.introduction),
        ("stakes", &found.stakes),
        ("settled", &found.settled),
        ("open_points", &found.open_points),
        ("input_use", &found.input_use),
        ("organiser", &found.organiser),
        ("phases", &phases),
        ("support_threshold", &threshold),
    ];
    Ok(said(id, version, line, &fields, true))
}

fn vote(db: &mut Db, line: &Line, id: Uid) -> Result<Option<Said>> {
    let Some(found) = store::votes::find(db, id)?.filter(|found| found.published_at.is_some()) else { return Ok(None) };
    let (opens, closes, quorum) = (found.opens_at.0.to_string(), found.closes_at.0.to_string(), found.quorum.to_string());
    let mut fields = vec![
        ("title", found.title.as_str()),
        ("form", &found.form),
        ("rule", &found.rule),
        ("levels", &found.levels),
        ("lots", &found.lots),
        ("opens_at", &opens),
        ("closes_at", &closes),
        ("quorum", &quorum),
    ];
    if line.kind == EventKind::VoteClosed.code() {
        fields.push(("result", found.result.as_deref().unwrap_or_default()));
        fields.push(("digest", found.digest.as_deref().unwrap_or_default()));
    }
    Ok(said(id, 1, line, &fields, true))
}

/// What a territory signed of its ballots: this one, or another that said so or whose ballots were compared at that moment.
fn tally(db: &mut Db, line: &Line, id: Uid, kind: EventKind) -> Result<Option<Said>> {
    let carrier = match line.actor_id {
        Some(carrier) => carrier,
        None => store::instance::find(db)?.ok_or(store::Error::NotFound)?.collectivity_id,
    };
    let compared = kind == EventKind::TallyChecked;
    let then = |kept: &Kept| if compared { kept.checked_at == Some(line.at) } else { kept.received_at == line.at };
    let Some(kept) = store::tallies::of_carrier(db, id, carrier)?.into_iter().find(then) else { return Ok(None) };
    let Some(read) = tallies::document(&kept) else { return Ok(None) };
    let sequence = kept.sequence.to_string();
    let mut fields = vec![
        ("vote", read.tally.vote.as_str()),
        ("territory", &read.tally.carrier),
        ("sequence", &sequence),
        ("state", &kept.state),
        ("digest", &kept.digest),
    ];
    if compared {
        fields.extend([("checked", line.detail.as_deref().unwrap_or_default()), ("reason", &kept.reason)]);
    }
    let version = store::journal::count_until(db, kind, id, line.id)?;
    Ok(said(id, version, line, &fields, true))
}

/// The result of all territories together.
fn whole(db: &mut Db, line: &Line, id: Uid) -> Result<Option<Said>> {
    let Some(common) = store::tallies::of_box(db, id)? else { return Ok(None) };
    let fields = [("vote", common.vote_uri.as_str()), ("result", common.result.as_deref().unwrap_or_default())];
    Ok(said(id, 1, line, &fields, true))
}

fn questionnaire(db: &mut Db, line: &Line, id: Uid) -> Result<Option<Said>> {
    let Some(found) = store::questionnaires::find(db, id)? else { return Ok(None) };
    let version = store::journal::count_until(db, EventKind::QuestionnaireResultsPublished, id, line.id)?;
    Ok(said(id, version, line, &[("title", &found.title)], true))
}

/// What this collectivity says an organisation is to it, once both agree, and its end. People are not named.
fn accreditation(db: &mut Db, line: &Line, id: Uid) -> Result<Option<Said>> {
    let Some(found) = store::accreditations::find(db, id)?.filter(|found| found.uri.is_none()) else { return Ok(None) };
    let state = line.detail.as_deref().and_then(AccreditationState::parse);
    let version = match state {
        Some(AccreditationState::Accepted) => 1,
        Some(AccreditationState::Withdrawn | AccreditationState::Left) if found.answered_at.is_some() => 2,
        Some(AccreditationState::Offered | AccreditationState::Refused | AccreditationState::Withdrawn | AccreditationState::Left)
        | None => {
            return Ok(None);
        }
    };
    let named = store::actors::find(db, found.organisation_id)?.filter(|actor| actor.kind == ActorKind::Organization.code());
    let organisation = match named {
        Some(actor) if actor.host.is_empty() => actor.username,
        Some(actor) => format!("{}@{}", actor.username, actor.host),
        None => String::new(),
    };
    let (since, until) = (found.since.0.to_string(), found.until.map(|until| until.0.to_string()).unwrap_or_default());
    let fields = [
        ("organisation", organisation.as_str()),
        ("role", &found.role),
        ("mandate", &found.mandate),
        ("since", &since),
        ("until", &until),
        ("state", state.map(AccreditationState::code).unwrap_or_default()),
    ];
    Ok(said(id, version, line, &fields, true))
}
