//! Publish a proposal or start a discussion.

use super::{Entry, hold_if_asked};
use crate::{App, Error, Result, places, subject};
use domain::Timestamp;
use domain::actor::Viewer;
use domain::consultation::Calendar;
use domain::contribution::{Draft, Kind};
use domain::event::{Event, EventKind};
use domain::id::ContributionId;
use domain::lang::Lang;
use domain::permission;
use domain::refusal::Refusal;
use domain::text::Fault;
use store::consultations::Consultation;
use store::{At, Db, Uid};

/// Publishes a proposal or a discussion in a consultation.
///
/// # Errors
/// A refusal of the permission table, a faulty theme, or the store's failure.
pub async fn publish(app: &App, viewer: Viewer, slug: &str, draft: Draft, lang: Lang) -> Result<ContributionId> {
    let (now, id, slug, maps) = (app.now(), app.new_id::<ContributionId>(), slug.to_owned(), app.maps.clone());
    app.store
        // no event: `enter` appends it, for both doors
        .write(move |db| {
            let (consultation, calendar) = subject::consultation(db, &slug)?;
            let viewer = crate::organisations::speak(db, viewer, now)?;
            enter(db, viewer, (&consultation, &calendar), draft, Entry::here(id, lang).on(maps), now)
        })
        .await
}

/// The same in a transaction that is open.
pub(crate) fn enter(
    db: &mut Db,
    viewer: Viewer,
    (consultation, calendar): (&Consultation, &Calendar),
    draft: Draft,
    entry: Entry,
    now: Timestamp,
) -> Result<ContributionId> {
    let calendar = &entry.calendar(calendar, now);
    permission::may_publish(viewer, draft.kind, calendar, now)?;
    let (author, from, id) = (viewer.actor.ok_or(Refusal::SignInFirst)?, subject::whence(viewer), entry.id);
    if let Some(theme) = draft.theme
        && !store::consultations::themes(db, consultation.id)?.iter().any(|t| t.id == Uid::of(theme))
    {
        return Err(Error::fault("theme", Fault::Choice));
    }
    let kind = match draft.kind {
        Kind::Proposal => EventKind::ProposalPublished,
        Kind::Discussion => EventKind::DiscussionStarted,
        Kind::Reply => return Err(Refusal::NotFound.into()),
    };
    let mut new = super::blank(Uid::of(id), consultation.id, At(now));
    new.kind = draft.kind.code().to_owned();
    new.title = draft.title;
    new.body = draft.body;
    new.theme_id = draft.theme.map(Uid::of);
    new.author_id = Some(Uid::of(author));
    let (entry_ground, is_on_text) = (entry.ground.clone(), entry.is_on_text);
    entry.fill(&mut new);
    hold_if_asked(&mut new, viewer, calendar, At(now));
    store::contributions::insert(db, &new)?;
    places::settle(db, entry_ground.as_deref(), (consultation.id, new.id), draft.kind, draft.place.as_ref())?;
    if draft.kind == Kind::Proposal && !is_on_text {
        crate::budget::enter(db, new.id, consultation.id)?;
    }
    store::search::index(db, new.id, consultation.id, &new.title, &new.body)?;
    if !new.held {
        store::consultations::count_contribution(db, consultation.id, false, 1)?;
    }
    store::supports::take_part(db, consultation.id, Uid::of(author), from, At(now))?;
    let event = subject::from(Event::new(kind), from).said_by(viewer).on(id).within(consultation.id.to());
    store::journal::append(db, &event, now)?;
    Ok(id)
}
