//! Support a contribution, or take the support back: one button, which says which of the two it does.

use super::contribution::limit_key;
use super::{load, voice};
use crate::error::{Error, Reply};
use crate::form::{self, Posted};
use crate::viewer::Visit;
use actions::limits::Purpose;
use axum::extract::Path;
use domain::refusal::Refusal;
use serde::Deserialize;

/// The button.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    give: String,
    next: String,
    in_name_of: String,
}

/// `POST /c/{slug}/p/{id}/support`.
pub(super) async fn toggle(visit: Visit, Path((slug, id)): Path<(String, String)>, Posted(typed): Posted<Typed>) -> Reply {
    let subject = load::read(&visit, &slug, &id).await?;
    visit.me()?;
    visit.web.app.limits.check(Purpose::Support, &limit_key(visit.viewer.actor))?;
    let viewer = voice::speaker(&visit, &typed.in_name_of)?;
    let (app, target) = (&visit.web.app, subject.whole.card.contribution.id.to());
    let gives = typed.give != "0";
    let result = if gives {
        actions::contributions::support(app, viewer, target).await
    } else {
        actions::contributions::take_back_support(app, viewer, target).await
    };
    match result.map_err(Error::from) {
        // Pressed twice: it is as was asked.
        Ok(()) | Err(Error::Refused(Refusal::AlreadyDone)) => {}
        Err(other) => return Err(other),
    }
    let back = form::local(&typed.next).map_or_else(|| subject.path(), str::to_owned);
    Ok(form::done(&back, if gives { "supported" } else { "support-taken-back" }))
}
