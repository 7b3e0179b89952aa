//! Ask the agents to open an organisation.

use super::fields::{self, Typed};
use crate::error::Reply;
use crate::form::{self, Choice, Faulty, Posted};
use crate::page::{Page, html, html_faulty};
use crate::viewer::{SignedIn, Visit};
use actions::organisations::OrganisationForm;
use askama::Template;
use domain::actor::Role;
use domain::refusal::Refusal;
use domain::text::{Fault, NAME_MAX, SHORT_MAX};

#[derive(Template)]
#[template(path = "organisations/ask.html")]
struct Ask {
    page: Page,
    form: OrganisationForm,
    kinds: Vec<Choice>,
    name_max: usize,
    summary_max: usize,
    faults: Faulty,
}

/// `GET /organisations/new`
pub(super) async fn show(SignedIn(visit): SignedIn) -> Reply {
    if visit.viewer.role == Role::Remote {
        return Err(Refusal::NotYourRole.into());
    }
    html(view(&visit, OrganisationForm::default(), &[]).await?)
}

/// `POST /organisations/new`
pub(super) async fn send(SignedIn(visit): SignedIn, Posted(typed): Posted<Typed>) -> Reply {
    let form = typed.form();
    match actions::organisations::ask(&visit.web.app, visit.viewer, &form).await {
        Err(actions::Error::Faulty(faults)) => html_faulty(view(&visit, form, &faults).await?),
        other => {
            other?;
            Ok(form::done("/organisations", "organisation-asked"))
        }
    }
}

async fn view(visit: &Visit, form: OrganisationForm, faults: &[(&'static str, Fault)]) -> Result<Ask, crate::Error> {
    let page = visit.page("organisations-ask").await?;
    let name = page.t.get("organisations-mine");
    let page = page.under("/organisations", name).with_faults(!faults.is_empty());
    let kinds = fields::kinds(&page.t, &form.kind);
    Ok(Ask { kinds, form, name_max: NAME_MAX, summary_max: SHORT_MAX, faults: Faulty::new(&page.t, faults), page })
}
