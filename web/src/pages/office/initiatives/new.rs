//! The form with which the collectivity asks people to act.

use super::{Desk, Section, desk};
use crate::error::Reply;
use crate::form::{Choice, Faulty, Fields, Posted, done};
use crate::page::{Page, html_with};
use crate::pages::office::show;
use crate::viewer::{Staff, Visit};
use actions::initiatives::InitiativeForm;
use askama::Template;
use domain::initiative::InitiativeKind;

/// Consultations that are offered.
const OFFERED: i64 = 100;

#[derive(Template)]
#[template(path = "office/initiative_new.html")]
struct New {
    page: Page,
    desk: Desk,
    form: InitiativeForm,
    consultations: Vec<Choice>,
    faults: Faulty,
}

/// `GET /admin/initiatives/new`.
pub(in crate::pages::office) async fn begin(Staff(visit): Staff) -> Reply {
    page(&visit, InitiativeForm::default(), &actions::Faults::new()).await
}

/// `POST /admin/initiatives/new`.
pub(in crate::pages::office) async fn create(Staff(visit): Staff, Posted(typed): Posted<Fields>) -> Reply {
    let text = |name: &str| typed.get(name).to_owned();
    let form = InitiativeForm {
        kind: InitiativeKind::Act.code().to_owned(),
        title: text("title"),
        body: text("body"),
        link: text("link"),
        closes_on: text("closes_on"),
        consultation: text("consultation"),
    };
    match actions::initiatives::promote(&visit.web.app, visit.viewer, &form).await {
        Ok(id) => Ok(done(&format!("/actions/{id}"), "initiative-published")),
        Err(actions::Error::Faulty(faults)) => page(&visit, form, &faults).await,
        Err(other) => Err(other.into()),
    }
}

async fn page(visit: &Visit, form: InitiativeForm, faults: &actions::Faults) -> Reply {
    let (page, desk) = desk::open(visit, Section::Initiatives, "action-promote").await?;
    let named = visit.web.app.store.read(|db| store::initiatives::published_consultations(db, OFFERED)).await?;
    let none = Choice { code: String::new(), label: page.t.get("action-no-consultation"), chosen: form.consultation.is_empty() };
    let choice = |(slug, title): (String, String)| Choice { chosen: slug == form.consultation, code: slug, label: title };
    let consultations = std::iter::once(none).chain(named.into_iter().map(choice)).collect();
    let faults = Faulty::new(&page.t, faults);
    let (page, status) = show::told(page, &faults);
    let list = page.t.get("initiatives-desk");
    html_with(status, New { form, consultations, faults, page: page.under("/admin/initiatives", list), desk })
}
