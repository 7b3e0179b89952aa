//! Set the envelopes of a budget.

use super::form::{ENVELOPE_FIELDS, EnvelopeForm, Parsed};
use super::loosen;
use crate::{App, Error, Faults, Result, subject};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::EnvelopeId;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use domain::text::Fault;
use store::budget::Envelope;
use store::{Db, Uid};

/// Puts these envelopes in the place of the old ones. What was only prepared of the vote of an envelope that changes is thrown away.
///
/// # Errors
/// A refusal of the permission table, `Settled` when an envelope whose vote is published would change, faulty envelopes (`envelope-N-field`;
/// `envelopes` when one that holds projects would go), or the store's failure.
pub async fn set_envelopes(app: &App, viewer: Viewer, slug: &str, forms: &[EnvelopeForm]) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let mut faults = Faults::new();
    let mut parsed: Vec<(EnvelopeId, Parsed)> = Vec::new();
    for (form, fields) in forms.iter().zip(&ENVELOPE_FIELDS).filter(|(form, _)| !form.is_empty()) {
        parsed.extend(form.parse(*fields, &mut faults).map(|one| (one.id.unwrap_or_else(|| app.new_id()), one)));
    }
    if !faults.is_empty() {
        return Err(Error::Faulty(faults));
    }
    let (now, slug) = (app.now(), slug.to_owned());
    app.store
        .write(move |db| {
            let (consultation, _) = subject::consultation(db, &slug)?;
            store::budget::hold(db, consultation.id)?;
            let old = store::budget::envelopes(db, consultation.id)?;
            let known = |id: EnvelopeId| old.iter().find(|row| row.id == Uid::of(id));
            if parsed.iter().any(|(id, one)| one.id.is_some() && known(*id).is_none()) {
                return Err(Refusal::NotFound.into());
            }
            for row in old.iter().filter(|row| !parsed.iter().any(|(id, _)| Uid::of(*id) == row.id)) {
                loosen(db, row)?;
                if !store::budget::remove_envelope(db, row.id)? {
                    return Err(Error::fault("envelopes", Fault::Taken));
                }
            }
            for (position, (id, one)) in (0..).zip(parsed) {
                let new = row(id, one, consultation.id, position);
                keep(db, known(id), &new)?;
            }
            let event = Event::new(EventKind::EnvelopesSet).by(viewer.actor).on(consultation.id.0).within(consultation.id.to());
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}

fn keep(db: &mut Db, old: Option<&Envelope>, new: &Envelope) -> Result<()> {
    if let Some(old) = old
        && (&old.title, &old.district, old.amount, old.most) != (&new.title, &new.district, new.amount, new.most)
    {
        loosen(db, old)?;
    }
    Ok(store::budget::keep_envelope(db, new)?)
}

fn row(id: EnvelopeId, one: Parsed, consultation_id: Uid, position: i32) -> Envelope {
    Envelope {
        id: Uid::of(id),
        consultation_id,
        position,
        title: one.title,
        district: one.district,
        amount: one.amount,
        most: one.most,
        box_id: None,
        settled_at: None,
    }
}
