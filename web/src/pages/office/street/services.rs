//! The services that reports are given to, and where each gets its letters.

use super::super::desk::{self, Desk, Section};
use super::super::show;
use crate::error::Reply;
use crate::form::{Faulty, Fields, Posted, done, encode};
use crate::page::{Page, html_with};
use crate::viewer::{Staff, Visit};
use actions::street::{self, ServiceForm};
use askama::Template;
use axum::extract::Query;
use domain::street::NAME_MAX;
use serde::Deserialize;
use store::street::services;

#[derive(Template)]
#[template(path = "office/street/services.html")]
struct Services {
    page: Page,
    desk: Desk,
    rows: Vec<Row>,
    form: ServiceForm,
    name_max: usize,
    faults: Faulty,
}

/// A service in the list.
struct Row {
    name: String,
    /// Its name in an address.
    asked: String,
    email: Option<String>,
}

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct Asked {
    service: String,
}

/// `GET /admin/street/services?service=…`.
pub(in super::super) async fn show(Staff(visit): Staff, Query(asked): Query<Asked>) -> Reply {
    view(&visit, ServiceForm { name: asked.service, email: String::new() }, &[]).await
}

/// `POST /admin/street/services`.
pub(in super::super) async fn save(Staff(visit): Staff, Posted(fields): Posted<Fields>) -> Reply {
    desk::enter(&visit, Section::Street)?;
    let form = ServiceForm { name: fields.get("service").to_owned(), email: fields.get("email").to_owned() };
    match street::keep_service(&visit.web.app, visit.viewer, &form).await {
        Ok(()) => Ok(done("/admin/street/services", "office-saved")),
        Err(actions::Error::Faulty(faults)) => view(&visit, form, &faults).await,
        Err(other) => Err(other.into()),
    }
}

async fn view(visit: &Visit, mut form: ServiceForm, faults: &[(&'static str, domain::text::Fault)]) -> Reply {
    desk::enter(visit, Section::Street)?;
    let known = visit.web.app.store.read(services::list).await?;
    let (page, desk) = desk::open(visit, Section::Street, "street-services").await?;
    if faults.is_empty() {
        form.email = known.get(&form.name).cloned().flatten().unwrap_or_default();
    }
    let faults = Faulty::new(&page.t, faults);
    let (page, status) = show::told(page, &faults);
    let rows = known.into_iter().map(|(name, email)| Row { asked: encode(&name), name, email }).collect();
    html_with(status, Services { rows, form, name_max: NAME_MAX, faults, desk, page })
}
