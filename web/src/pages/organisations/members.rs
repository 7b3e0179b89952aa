//! Who acts in the name of an organisation: inviting, removing, leaving.

use super::manage;
use crate::error::{Error, Reply};
use crate::form::{self, Posted};
use crate::viewer::{SignedIn, Visit};
use actions::organisations;
use axum::extract::Path;
use domain::id::ActorId;
use serde::Deserialize;

/// The forms, as they were sent.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    email: String,
    administers: String,
    member: String,
}

/// `GET /organisations/{username}/members`: they are on its page.
pub(super) async fn to_page(_: Visit, Path(username): Path<String>) -> Reply {
    Ok(form::see(&format!("/organisations/{username}#members")))
}

/// `POST /organisations/{username}/members`
pub(super) async fn invite(SignedIn(visit): SignedIn, Path(username): Path<String>, Posted(typed): Posted<Typed>) -> Reply {
    let id = manage::id_of(&visit, &username).await?;
    let administers = !typed.administers.is_empty();
    match organisations::invite(&visit.web.app, visit.viewer, id, &typed.email, administers).await {
        Err(actions::Error::Faulty(faults)) => manage::again(&visit, &username, (typed.email, administers), &faults).await,
        other => {
            other?;
            Ok(form::done(&format!("/organisations/{username}#members"), "member-invited"))
        }
    }
}

/// `POST /organisations/{username}/members/uninvite`
pub(super) async fn uninvite(SignedIn(visit): SignedIn, Path(username): Path<String>, Posted(typed): Posted<Typed>) -> Reply {
    let id = manage::id_of(&visit, &username).await?;
    organisations::uninvite(&visit.web.app, visit.viewer, id, &typed.email).await?;
    Ok(form::done(&format!("/organisations/{username}#members"), "member-uninvited"))
}

/// `POST /organisations/{username}/members/remove`: whoever names themselves leaves.
pub(super) async fn remove(SignedIn(visit): SignedIn, Path(username): Path<String>, Posted(typed): Posted<Typed>) -> Reply {
    let id = manage::id_of(&visit, &username).await?;
    let member = ActorId::parse(&typed.member).ok_or(Error::NOT_FOUND)?;
    organisations::remove(&visit.web.app, visit.viewer, id, member).await?;
    if visit.viewer.actor == Some(member) && !visit.viewer.role.is_staff() {
        return Ok(form::done("/organisations", "organisation-left"));
    }
    Ok(form::done(&format!("/organisations/{username}#members"), "member-removed"))
}
