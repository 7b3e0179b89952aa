//! Deposit a project: a proposal with the envelope that would pay for it, a place and perhaps a cost.

use super::{ProjectForm, load_before_the_vote, loosen};
use crate::contributions::{Entry, publish};
use crate::{App, Error, Result, subject};
use domain::actor::Viewer;
use domain::contribution::Draft;
use domain::event::{Event, EventKind};
use domain::id::{ContributionId, EnvelopeId};
use domain::lang::Lang;
use domain::permission::{self, Verb};
use domain::refusal::Refusal;
use domain::text::Fault;
use store::budget::Envelope;
use store::{Db, Uid};

/// Publishes a proposal as a project.
///
/// # Errors
/// A refusal of the permission table, faulty fields (`envelope`, `place`, `asked`, `theme`, `spot`), or the store's failure.
pub async fn deposit(app: &App, viewer: Viewer, slug: &str, draft: Draft, form: &ProjectForm, lang: Lang) -> Result<ContributionId> {
    let (now, id, slug, maps) = (app.now(), app.new_id::<ContributionId>(), slug.to_owned(), app.maps.clone());
    let (envelope, place, asked) = form.parse()?;
    app.store
        // no event: `publish::enter` appends it, for every way in
        .write(move |db| {
            let (consultation, calendar) = subject::consultation(db, &slug)?;
            let chosen = of_consultation(db, envelope, consultation.id)?;
            if super::is_locked(db, &chosen)? {
                return Err(Refusal::NotOpenNow.into());
            }
            publish::enter(db, viewer, (&consultation, &calendar), draft, Entry::here(id, lang).on(maps), now)?;
            store::budget::describe(db, Uid::of(id), chosen.id, &place, asked)?;
            Ok(id)
        })
        .await
}

/// The author corrects envelope, place or cost, as long as the text may change.
///
/// # Errors
/// A refusal of the permission table, faulty fields, or the store's failure.
pub async fn correct(app: &App, viewer: Viewer, id: ContributionId, form: &ProjectForm) -> Result<()> {
    let now = app.now();
    let (envelope, place, asked) = form.parse()?;
    app.store
        .write(move |db| {
            let found = load_before_the_vote(db, id)?;
            permission::may(viewer, Verb::Edit, &found.subject.standing, &found.subject.calendar, now)?;
            let chosen = of_consultation(db, envelope, found.subject.consultation.id)?;
            if chosen.id != found.envelope.id {
                loosen(db, &chosen)?;
                loosen(db, &found.envelope)?;
            }
            store::budget::describe(db, Uid::of(id), chosen.id, &place, asked)?;
            let event = Event::new(EventKind::ContributionEdited)
                .by(viewer.actor)
                .on(id)
                .within(found.subject.consultation.id.to())
                .detail("project");
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}

/// An envelope of this consultation.
pub(super) fn of_consultation(db: &mut Db, envelope: EnvelopeId, consultation: Uid) -> Result<Envelope> {
    let found = store::budget::envelope(db, Uid::of(envelope))?;
    found.filter(|found| found.consultation_id == consultation).ok_or_else(|| Error::fault("envelope", Fault::Choice))
}
