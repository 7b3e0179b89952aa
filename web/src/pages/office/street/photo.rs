//! Cover faces and plates in a picture that is published already.

use super::super::desk::{self, Desk, Section};
use super::super::show;
use crate::error::{Error, Reply};
use crate::form::{Faulty, Fields, Posted, done};
use crate::page::{Page, html_with};
use crate::pages::public::street::blur::{self, Cell};
use crate::viewer::{Staff, Visit};
use actions::street;
use askama::Template;
use axum::extract::Path;

#[derive(Template)]
#[template(path = "office/street/photo.html")]
struct Photo {
    page: Page,
    desk: Desk,
    number: i64,
    source: String,
    rows: Vec<Vec<Cell>>,
    faults: Faulty,
}

/// `GET /admin/street/{number}/photo`.
pub(in super::super) async fn show(Staff(visit): Staff, Path(number): Path<i64>) -> Reply {
    view(&visit, number, &[]).await
}

async fn view(visit: &Visit, number: i64, faults: &[(&'static str, domain::text::Fault)]) -> Reply {
    desk::enter(visit, Section::Street)?;
    let row = visit.web.app.store.read(move |db| store::street::numbered(db, number)).await?;
    if row.is_none_or(|row| row.photo_id.is_none() || row.confirmed_at.is_none()) {
        return Err(Error::NOT_FOUND);
    }
    let (page, desk) = desk::open(visit, Section::Street, "street-blur-title").await?;
    let faults = Faulty::new(&page.t, faults);
    let (page, status) = show::told(page, &faults);
    html_with(status, Photo { number, source: format!("/street/{number}/photo"), rows: blur::rows(), faults, desk, page })
}

/// `POST /admin/street/{number}/photo`.
pub(in super::super) async fn cover(Staff(visit): Staff, Path(number): Path<i64>, Posted(fields): Posted<Fields>) -> Reply {
    desk::enter(&visit, Section::Street)?;
    match street::cover_photo(&visit.web.app, visit.viewer, number, blur::parts(&fields)).await {
        Ok(()) => Ok(done(&format!("/admin/street/{number}"), "street-tended")),
        Err(actions::Error::Faulty(faults)) => view(&visit, number, &faults).await,
        Err(other) => Err(other.into()),
    }
}
