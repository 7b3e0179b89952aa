//! Organisations, for agents: what citizens ask to be opened, opening one, closing one.

use super::desk::{self, Desk, Section};
use super::show;
use crate::error::{Error, Reply};
use crate::form::{Choice, Faulty, Posted, done};
use crate::page::{Page, html_with};
use crate::pages::organisations::fields::{self, Typed};
use crate::pages::pagination::{self, Pagination};
use crate::viewer::{Staff, Visit};
use actions::organisations::{self, OrganisationForm};
use askama::Template;
use axum::extract::{Path, Query};
use domain::text::{Fault, NAME_MAX, SHORT_MAX};
use serde::Deserialize;
use store::actors::Actor;
use store::organisations::{Asked as Request, Organisation};

/// Organisations on a page.
const PER_PAGE: i64 = 50;
/// Requests that are shown.
const WAITING: i64 = 50;

#[derive(Template)]
#[template(path = "office/organisations.html")]
struct Organisations {
    page: Page,
    desk: Desk,
    waiting: Vec<Request>,
    total: i64,
    organisations: Vec<(Organisation, Actor)>,
    pagination: Pagination,
    form: OrganisationForm,
    email: String,
    kinds: Vec<Choice>,
    name_max: usize,
    summary_max: usize,
    faults: Faulty,
}

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    page: String,
}

/// The decision about a request, or about an organisation.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Decided {
    request: String,
    open: String,
}

/// `GET /admin/organisations`
pub(super) async fn show(Staff(visit): Staff, Query(asked): Query<Asked>) -> Reply {
    view(&visit, &asked, &Typed::default(), &[]).await
}

/// `POST /admin/organisations`: opens one.
pub(super) async fn open(Staff(visit): Staff, Posted(typed): Posted<Typed>) -> Reply {
    match organisations::open(&visit.web.app, visit.viewer, &typed.form(), &typed.email).await {
        Ok(handle) => Ok(done(&format!("/organisations/{handle}"), "organisation-opened")),
        Err(actions::Error::Faulty(faults)) => view(&visit, &Asked::default(), &typed, &faults).await,
        Err(other) => Err(other.into()),
    }
}

/// `POST /admin/organisations/requests`
pub(super) async fn decide(Staff(visit): Staff, Posted(decided): Posted<Decided>) -> Reply {
    desk::enter(&visit, Section::Stakeholders)?;
    let request = uuid::Uuid::try_parse(&decided.request).map_err(|_no_id| Error::NOT_FOUND)?;
    if decided.open == "1" {
        let handle = organisations::confirm(&visit.web.app, visit.viewer, request).await?;
        return Ok(done(&format!("/organisations/{handle}"), "organisation-opened"));
    }
    organisations::decline(&visit.web.app, visit.viewer, request).await?;
    Ok(done("/admin/organisations", "organisation-declined"))
}

/// `POST /admin/organisations/{username}/close`
pub(super) async fn close(Staff(visit): Staff, Path(username): Path<String>, Posted(decided): Posted<Decided>) -> Reply {
    desk::enter(&visit, Section::Stakeholders)?;
    let found = visit.web.app.store.read(move |db| store::actors::find_local(db, &username)).await?.ok_or(Error::NOT_FOUND)?;
    let closes = decided.open != "1";
    organisations::set_closed(&visit.web.app, visit.viewer, found.id.to(), closes).await?;
    Ok(done("/admin/organisations", if closes { "organisation-closed" } else { "organisation-reopened" }))
}

// ftl: organisation-kind-*
async fn view(visit: &Visit, asked: &Asked, typed: &Typed, faults: &[(&'static str, Fault)]) -> Reply {
    let (page, desk) = desk::open(visit, Section::Stakeholders, "organisations-title").await?;
    let number = pagination::asked(&asked.page);
    let read = visit.web.app.store.read(move |db| {
        let waiting = store::organisations::waiting(db, WAITING)?;
        Ok::<_, store::Error>((waiting, store::organisations::page(db, pagination::offset(number, PER_PAGE), PER_PAGE)?))
    });
    let (waiting, (organisations, total)) = read.await?;
    let faults = Faulty::new(&page.t, faults);
    let (page, status) = show::told(page, &faults);
    let form = typed.form();
    let view = Organisations {
        waiting,
        total,
        organisations,
        pagination: Pagination::new(total, PER_PAGE, number, |n| format!("/admin/organisations?page={n}")),
        kinds: fields::kinds(&page.t, &form.kind),
        form,
        email: typed.email.clone(),
        name_max: NAME_MAX,
        summary_max: SHORT_MAX,
        faults,
        page,
        desk,
    };
    html_with(status, view)
}
