//! Publish a proposal or start a discussion.

use crate::{App, Error, Result, subject};
use domain::actor::Viewer;
use domain::contribution::{Draft, Kind};
use domain::event::{Event, EventKind};
use domain::id::ContributionId;
use domain::lang::Lang;
use domain::permission;
use domain::refusal::Refusal;
use domain::text::Fault;
use store::{At, Uid};

/// Publishes a proposal or a discussion in a consultation.
///
/// # Errors
/// A refusal of the permission table, a faulty theme, or the store's failure.
pub async fn publish(app: &App, viewer: Viewer, slug: &str, draft: Draft, lang: Lang) -> Result<ContributionId> {
    let (now, id, slug) = (app.now(), app.new_id::<ContributionId>(), slug.to_owned());
    app.store
        .write(move |db| {
            let (consultation, calendar) = subject::consultation(db, &slug)?;
            permission::may_publish(viewer, draft.kind, &calendar, now)?;
            let author = viewer.actor.ok_or(Refusal::SignInFirst)?;
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
            new.lang = lang.code().to_owned();
            new.theme_id = draft.theme.map(Uid::of);
            new.author_id = Some(Uid::of(author));
            store::contributions::insert(db, &new)?;
            store::search::index(db, new.id, consultation.id, &new.title, &new.body)?;
            store::consultations::count_contribution(db, consultation.id, false, 1)?;
            store::supports::take_part(db, consultation.id, Uid::of(author), At(now))?;
            let event = Event::new(kind).by(author).on(id).within(consultation.id.to());
            store::journal::append(db, &event, now)?;
            Ok(id)
        })
        .await
}
