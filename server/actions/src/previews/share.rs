//! Make a link that shows a draft.

use crate::{App, Error, Faults, Result, random, subject};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::PreviewId;
use domain::permission::{self, OfficeVerb};
use domain::preview::{self, KEPT_MAX, OPEN_MAX, PreviewState};
use domain::refusal::Refusal;
use domain::text;
use jiff::SignedDuration;
use store::previews::Link;
use store::{At, Uid};

/// A link, as typed.
#[derive(Debug, Clone, Default)]
pub struct LinkForm {
    /// For whom it is; may be empty.
    pub name: String,
    /// For how many days; empty: as usual.
    pub days: String,
}

/// Makes a link to a draft, and gives its token: said once, for only its digest is kept.
///
/// # Errors
/// A refusal of the permission table, `Settled` once the consultation is published, `NoRoom` when too many links work, faulty fields, or the
/// store's failure.
pub async fn share(app: &App, viewer: Viewer, slug: &str, form: &LinkForm) -> Result<String> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let mut faults = Faults::new();
    let name = text::bounded_line(&form.name, 0, text::NAME_MAX).map_err(|fault| faults.push(("name", fault))).unwrap_or_default();
    let days = preview::days(&form.days).map_err(|fault| faults.push(("lasts", fault))).unwrap_or_default();
    if !faults.is_empty() {
        return Err(Error::Faulty(faults));
    }
    let (now, id, token, slug) = (app.now(), app.new_id::<PreviewId>(), random::token(), slug.to_owned());
    app.store
        .write(move |db| {
            let (consultation, _) = subject::consultation(db, &slug)?;
            if consultation.published_at.is_some() {
                return Err(Refusal::Settled.into());
            }
            store::previews::hold(db, consultation.id)?;
            let there = store::previews::of_consultation(db, consultation.id)?;
            let (open, over): (Vec<&Link>, Vec<&Link>) = there.iter().partition(|link| link.state(now) == PreviewState::Open);
            if open.len() >= OPEN_MAX {
                return Err(Refusal::NoRoom.into());
            }
            // Latest first: the last one is the oldest that is over.
            if let Some(oldest) = over.last().filter(|_| there.len() >= KEPT_MAX) {
                store::previews::remove(db, oldest.id)?;
            }
            let link = Link {
                id: Uid::of(id),
                consultation_id: consultation.id,
                name,
                made_at: At(now),
                ends_at: At(now + SignedDuration::from_hours(24 * days)),
                revoked_at: None,
                openings: 0,
            };
            store::previews::insert(db, &link, &random::token_hash(&token))?;
            let event = Event::new(EventKind::PreviewShared).by(viewer.actor).on(consultation.id.0).within(consultation.id.to());
            store::journal::append(db, &event, now)?;
            Ok(token)
        })
        .await
}
