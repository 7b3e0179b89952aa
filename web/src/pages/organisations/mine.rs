//! In whose name one acts, and what one is invited to.

use crate::error::{Error, Reply};
use crate::form::{self, Posted};
use crate::page::{Page, html};
use crate::viewer::SignedIn;
use askama::Template;
use domain::id::ActorId;
use serde::Deserialize;
use store::Uid;
use store::memberships::Mine;
use store::organisations::Request;

#[derive(Template)]
#[template(path = "organisations/mine.html")]
struct MinePage {
    page: Page,
    mine: Vec<Mine>,
    /// Id, name and handle.
    invitations: Vec<(Uid, String, String)>,
    asked: Vec<Request>,
}

/// The answer to an invitation.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    organisation: String,
    accept: String,
}

/// `GET /organisations`
pub(super) async fn show(SignedIn(visit): SignedIn) -> Reply {
    let person = Uid::of(visit.me()?.id);
    let read = visit.web.app.store.read(move |db| {
        let mine = store::memberships::of_person(db, person)?;
        let invitations = match store::accounts::find(db, person)? {
            Some(account) => store::memberships::invitations_for(db, &account.email)?,
            None => Vec::new(),
        };
        Ok::<_, store::Error>((mine, invitations, store::organisations::asked_by(db, person, 10)?))
    });
    let (mine, invitations, asked) = read.await?;
    let page = visit.page("organisations-mine").await?;
    html(MinePage { page, mine, invitations, asked })
}

/// `POST /organisations`
pub(super) async fn answer(SignedIn(visit): SignedIn, Posted(typed): Posted<Typed>) -> Reply {
    let organisation = ActorId::parse(&typed.organisation).ok_or(Error::NOT_FOUND)?;
    if typed.accept == "1" {
        actions::organisations::join(&visit.web.app, visit.viewer, organisation).await?;
        return Ok(form::done("/organisations", "organisation-joined"));
    }
    actions::organisations::turn_down(&visit.web.app, visit.viewer, organisation).await?;
    Ok(form::done("/organisations", "organisation-turned-down"))
}
