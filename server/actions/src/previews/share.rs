//! Make a link that shows a draft.

use super::Draft;
use crate::{App, Error, Faults, Result, random};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::PreviewId;
use domain::permission;
use domain::preview::{self, KEPT_MAX, OPEN_MAX, PreviewState};
use domain::refusal::Refusal;
use domain::text;
use jiff::SignedDuration;
use store::previews::{self, Link};
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
/// A refusal of the permission table, `Settled` once the draft is published, `NoRoom` when too many links work, faulty fields, or the
/// store's failure.
pub async fn share(app: &App, viewer: Viewer, draft: Draft, form: &LinkForm) -> Result<String> {
    permission::may_in_office(viewer, draft.verb())?;
    let mut faults = Faults::new();
    let name = text::bounded_line(&form.name, 0, text::NAME_MAX).map_err(|fault| faults.push(("name", fault))).unwrap_or_default();
    let days = preview::days(&form.days).map_err(|fault| faults.push(("lasts", fault))).unwrap_or_default();
    if !faults.is_empty() {
        return Err(Error::Faulty(faults));
    }
    let (now, id, token) = (app.now(), app.new_id::<PreviewId>(), random::token());
    app.store
        .write(move |db| {
            let (draft, is_draft) = draft.find(db)?;
            if !is_draft {
                return Err(Refusal::Settled.into());
            }
            previews::hold(db, draft)?;
            let there = previews::list(db, draft)?;
            let (open, over): (Vec<&Link>, Vec<&Link>) = there.iter().partition(|link| link.state(now) == PreviewState::Open);
            if open.len() >= OPEN_MAX {
                return Err(Refusal::NoRoom.into());
            }
            // Latest first: the last one is the oldest that is over.
            if let Some(oldest) = over.last().filter(|_| there.len() >= KEPT_MAX) {
                previews::remove(db, oldest.id)?;
            }
            let link = Link {
                id: Uid::of(id),
                what: draft.kind().code().to_owned(),
                consultation_id: draft.consultation(),
                funding_id: draft.funding(),
                name,
                made_at: At(now),
                ends_at: At(now + SignedDuration::from_hours(24 * days)),
                revoked_at: None,
                openings: 0,
            };
            previews::insert(db, &link, &random::token_hash(&token))?;
            store::journal::append(db, &event(EventKind::PreviewShared, draft).by(viewer.actor), now)?;
            Ok(token)
        })
        .await
}

/// The line of the journal, without who.
pub(super) fn event(kind: EventKind, draft: previews::Draft) -> Event {
    match draft {
        previews::Draft::Consultation(id) => Event::new(kind).on(id.0).within(id.to()),
        previews::Draft::Funding(id) => Event::new(kind).on(id.0),
        previews::Draft::Street | previews::Draft::OpenData => Event::new(kind),
    }
}
