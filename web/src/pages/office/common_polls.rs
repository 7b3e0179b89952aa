//! A vote of an organiser before it is published here: what is decided there is shown, what is decided here is asked.

use super::desk::{self, Desk, Section};
use super::editor::{self, Head};
use super::show;
use crate::error::Reply;
use crate::form::{Faulty, Fields, done};
use crate::page::{Page, html_with};
use crate::viewer::Visit;
use actions::votes::Loaded;
use askama::Template;
use store::views::page::Frame;

#[derive(Template)]
#[template(path = "office/poll_common.html")]
struct Draft {
    page: Page,
    desk: Desk,
    head: Head,
    action: String,
    title: String,
    lang: String,
    population: String,
    source: String,
    faults: Faulty,
}

/// Whether a vote is an organiser's.
pub(super) async fn is_one(visit: &Visit, found: &Loaded) -> Result<bool, crate::error::Error> {
    let id = found.row.id;
    Ok(visit.web.app.store.read(move |db| store::tallies::of_box(db, id)).await?.is_some())
}

/// The page of a draft.
pub(super) async fn open(visit: &Visit, frame: &Frame, found: &Loaded) -> Reply {
    let population = if found.row.population > 0 { found.row.population.to_string() } else { String::new() };
    page(visit, frame, found, (population, found.row.population_source.clone()), actions::Faults::new()).await
}

/// Keeps what is decided here.
pub(super) async fn save(visit: &Visit, frame: &Frame, found: &Loaded, typed: &Fields) -> Reply {
    let (population, source) = (typed.get("population"), typed.get("population_source"));
    match actions::tallies::set_roll(&visit.web.app, visit.viewer, found.row.id.to(), population, source).await {
        Ok(()) => Ok(done(&format!("/admin/consultations/{}/polls/{}", frame.consultation.slug, found.row.id.0), "office-saved")),
        Err(actions::Error::Faulty(faults)) => page(visit, frame, found, (population.to_owned(), source.to_owned()), faults).await,
        Err(other) => Err(other.into()),
    }
}

async fn page(visit: &Visit, frame: &Frame, found: &Loaded, (population, source): (String, String), faults: actions::Faults) -> Reply {
    let (page, desk) = desk::open(visit, Section::Consultations, frame.consultation.title.clone()).await?;
    let head = editor::head(&page.t, frame, visit.web.app.now(), "/polls");
    let faults = Faulty::new(&page.t, &faults);
    let (page, status) = show::told(page, &faults);
    let action = format!("/admin/consultations/{}/polls/{}", frame.consultation.slug, found.row.id.0);
    let (title, lang) = (found.row.title.clone(), found.row.lang.clone());
    html_with(status, Draft { action, title, lang, population, source, faults, page, desk, head })
}
