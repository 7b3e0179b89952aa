//! Begin a consultation, as a draft.

use super::ConsultationForm;
use crate::{App, Error, Result};
use domain::actor::{ActorKind, Viewer};
use domain::event::{Event, EventKind};
use domain::id::{ActorId, ConsultationId};
use domain::permission::{self, OfficeVerb};
use domain::text::{Fault, Slug};
use store::consultations::NewConsultation;
use store::{At, Uid};

/// Keeps a draft. The consultation is an actor from the first day: its group can be followed once it is published.
///
/// # Errors
/// A refusal of the permission table, faulty fields (`slug` is `Taken` when another has it), or the store's failure.
pub async fn draft(app: &App, viewer: Viewer, form: &ConsultationForm) -> Result<Slug> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let text = form.parse()?;
    let slug = if form.slug.trim().is_empty() { Slug::from_title(&text.title).ok_or(Fault::Shape) } else { Slug::parse(&form.slug) };
    let slug = slug.map_err(|fault| Error::fault("slug", fault))?;
    let (now, id, actor) = (app.now(), app.new_id::<ConsultationId>(), app.new_id::<ActorId>());
    let lang = app.instance().await?.lang.clone();
    app.store
        .write(move |db| {
            let taken = |error| match error {
                store::Error::Duplicate => Error::fault("slug", Fault::Taken),
                other => Error::Store(other),
            };
            let group = slug.as_str().replace('-', "_");
            store::actors::insert(db, Uid::of(actor), ActorKind::Group.code(), &group, &text.title, At(now)).map_err(taken)?;
            let new = NewConsultation { id: Uid::of(id), actor_id: Uid::of(actor), slug: slug.as_str(), lang: &lang, text, now: At(now) };
            store::consultations::insert(db, &new).map_err(taken)?;
            let event = Event::new(EventKind::ConsultationDrafted).by(viewer.actor).on(id).within(id);
            store::journal::append(db, &event, now)?;
            Ok(slug)
        })
        .await
}
