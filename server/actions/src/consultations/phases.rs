//! Set the phases of a consultation.

use super::PhaseForm;
use super::form::{PHASE_FIELDS, ParsedPhase};
use crate::{App, Error, Faults, Result, subject};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::PhaseId;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use domain::text::Fault;
use store::Uid;
use store::consultations::Phase;

/// Puts these phases, in the order of their dates, in the place of the old ones.
///
/// # Errors
/// A refusal of the permission table, `NoPhase` when there is none, faulty or overlapping phases (`phase-N-field`), or the store's failure.
pub async fn set_phases(app: &App, viewer: Viewer, slug: &str, forms: Vec<PhaseForm>) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let zone = app.time_zone().await?;
    let mut faults = Faults::new();
    let mut parsed: Vec<(usize, ParsedPhase)> = Vec::new();
    for (rank, (form, fields)) in forms.iter().zip(&PHASE_FIELDS).enumerate() {
        parsed.extend(form.parse(fields, &zone, &mut faults).map(|phase| (rank, phase)));
    }
    parsed.sort_by_key(|(_, phase)| phase.opens_at);
    for pair in parsed.windows(2) {
        if let [(_, earlier), (rank, later)] = pair
            && later.opens_at < earlier.closes_at
            && let Some([_, _, _, opens_field, ..]) = PHASE_FIELDS.get(*rank)
        {
            faults.push((opens_field, Fault::Order));
        }
    }
    if !faults.is_empty() {
        return Err(Error::Faulty(faults));
    }
    if parsed.is_empty() {
        return Err(Refusal::NoPhase.into());
    }
    let ids: Vec<PhaseId> = parsed.iter().map(|_| app.new_id()).collect();
    let (now, slug) = (app.now(), slug.to_owned());
    app.store
        .write(move |db| {
            let (consultation, _) = subject::consultation(db, &slug)?;
            subject::decided_here(db, consultation.id)?;
            store::carrying::touch(db, consultation.id, store::At(now))?;
            let rows: Vec<Phase> = parsed.into_iter().zip(ids).map(|((_, phase), id)| row(phase, Uid::of(id), consultation.id)).collect();
            store::consultations::replace_phases(db, consultation.id, &rows)?;
            let event = Event::new(EventKind::ConsultationEdited)
                .by(viewer.actor)
                .on(consultation.id.0)
                .within(consultation.id.to())
                .detail("phases");
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}

fn row(phase: ParsedPhase, id: Uid, consultation_id: Uid) -> Phase {
    Phase {
        id,
        consultation_id,
        kind: phase.kind.code().to_owned(),
        name: phase.name,
        description: phase.description,
        opens_at: phase.opens_at,
        closes_at: phase.closes_at,
        propose: phase.openings.propose.code().to_owned(),
        discuss: phase.openings.discuss.code().to_owned(),
        reply: phase.openings.reply.code().to_owned(),
        support: phase.openings.support.code().to_owned(),
    }
}
