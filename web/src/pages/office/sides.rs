//! Whether the replies to a proposal or a discussion stand side by side: a button on its page.

use crate::error::{Error, Reply};
use crate::form::{Posted, done};
use crate::viewer::Staff;
use axum::extract::Path;
use domain::id::ContributionId;
use domain::permission::{OfficeVerb, may_in_office};
use serde::Deserialize;
use store::Uid;

/// The button.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    sides: String,
}

/// `POST /c/{slug}/p/{id}/sides`.
pub(super) async fn save(Staff(visit): Staff, Path((slug, id)): Path<(String, String)>, Posted(typed): Posted<Typed>) -> Reply {
    may_in_office(visit.viewer, OfficeVerb::PrepareConsultation)?;
    let (viewer, known, contribution) = (visit.viewer, slug.clone(), ContributionId::parse(&id).ok_or(Error::NOT_FOUND)?);
    let is_here = visit.web.app.store.read(move |db| {
        let frame = store::views::page::frame(db, &known)?;
        let whole = store::views::page::whole(db, Uid::of(contribution), viewer.actor.map(Uid::of))?;
        Ok::<_, store::Error>(
            frame.zip(whole).is_some_and(|(frame, whole)| whole.card.contribution.consultation_id == frame.consultation.id),
        )
    });
    if !is_here.await? {
        return Err(Error::NOT_FOUND);
    }
    actions::contributions::set_sides(&visit.web.app, visit.viewer, contribution, typed.sides == "on").await?;
    Ok(done(&format!("/c/{slug}/p/{id}#replies"), "office-saved"))
}
