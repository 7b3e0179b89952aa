//! What is published as open data, under which licence, and whom one may ask.

use super::desk::{self, Desk, Section};
use super::show;
use crate::error::Reply;
use crate::form::{Choice, Faulty, Fields, Posted, done};
use crate::page::{Page, html_with};
use crate::routes::table;
use crate::viewer::{Staff, Visit};
use actions::open_data::OpenDataForm;
use askama::Template;
use domain::open_data::{Dataset, Licence};
use domain::permission::{OfficeVerb, may_in_office};

table! {
    /// The routes of open data in the back office.
    routes, ROUTES:
    "/admin/open-data" => get show_form, post save;
}

#[derive(Template)]
#[template(path = "office/open_data.html")]
struct OpenData {
    page: Page,
    desk: Desk,
    form: OpenDataForm,
    licences: Vec<Choice>,
    /// The data sets with what each is about.
    sets: Vec<(Choice, String)>,
    /// Whether something is prepared and not decided yet.
    prepared: bool,
    faults: Faulty,
}

/// `GET /admin/open-data`.
async fn show_form(Staff(visit): Staff) -> Reply {
    may_in_office(visit.viewer, OfficeVerb::ChangeSettings)?;
    let settings = visit.web.app.store.read(store::open_data::settings).await?;
    page(&visit, OpenDataForm::of(&settings), &actions::Faults::new()).await
}

/// `POST /admin/open-data`.
async fn save(Staff(visit): Staff, Posted(typed): Posted<Fields>) -> Reply {
    let form = form_of(&typed);
    match actions::open_data::arrange(&visit.web.app, visit.viewer, &form).await {
        Ok(()) => Ok(done("/admin/open-data", "office-saved")),
        Err(actions::Error::Faulty(faults)) => page(&visit, form, &faults).await,
        Err(other) => Err(other.into()),
    }
}

async fn page(visit: &Visit, form: OpenDataForm, faults: &actions::Faults) -> Reply {
    let (page, desk) = desk::open(visit, Section::Settings, "open-data-title").await?;
    let settings = page.t.get("settings-title");
    let faults = Faulty::new(&page.t, faults);
    let (page, status) = show::told(page.under("/admin/settings", settings), &faults);
    let prepared = visit.web.app.store.read(store::open_data::draft).await?.is_some();
    let sets = Dataset::ALL.iter().map(|set| sets(&page, &form, *set)).collect();
    html_with(status, OpenData { licences: licences(&form), sets, prepared, form, faults, page, desk })
}

/// What was typed.
pub(super) fn form_of(typed: &Fields) -> OpenDataForm {
    let text = |name: &str| typed.get(name).to_owned();
    OpenDataForm {
        licence: text("licence"),
        contact_name: text("contact_name"),
        contact_email: text("contact_email"),
        description: text("description"),
        published: Dataset::ALL.iter().map(|set| set.code().to_owned()).filter(|code| typed.has(&format!("set-{code}"))).collect(),
    }
}

/// The licences to choose from.
pub(super) fn licences(form: &OpenDataForm) -> Vec<Choice> {
    let licence = |one: &Licence| Choice { code: one.code().to_owned(), label: one.name().to_owned(), chosen: one.code() == form.licence };
    Licence::ALL.iter().map(licence).collect()
}

/// A data set to tick, with what it is about.
// ftl: open-data-set-* open-data-about-*
pub(super) fn sets(page: &Page, form: &OpenDataForm, set: Dataset) -> (Choice, String) {
    let label = page.t.code("open-data-set", set.code());
    let choice = Choice { code: format!("set-{set}"), label, chosen: form.published.iter().any(|code| code == set.code()) };
    (choice, page.t.code("open-data-about", set.code()))
}
