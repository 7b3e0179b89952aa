//! The picture of a consultation.

use super::desk::{self, Desk, Section};
use super::editor::{self, Head};
use super::show;
use crate::error::Reply;
use crate::form::{Faulty, Fields, Posted, Upload, done};
use crate::page::{Page, html_with};
use crate::viewer::{Staff, Visit};
use actions::pictures::Use;
use askama::Template;
use axum::extract::Path;
use store::views::page::Frame;

#[derive(Template)]
#[template(path = "office/cover.html")]
struct Cover {
    page: Page,
    desk: Desk,
    head: Head,
    picture: Option<String>,
    alt: String,
    faults: Faulty,
}

/// `GET /admin/consultations/{slug}/cover`.
pub(super) async fn show(Staff(visit): Staff, Path(slug): Path<String>) -> Reply {
    let frame = editor::frame(&visit, &slug).await?;
    let alt = frame.cover_alt.clone().unwrap_or_default();
    page(&visit, &frame, alt, actions::Faults::new()).await
}

/// `POST /admin/consultations/{slug}/cover`.
pub(super) async fn save(Staff(visit): Staff, Path(slug): Path<String>, upload: Upload) -> Reply {
    let frame = editor::frame(&visit, &slug).await?;
    let alt = upload.fields.get("alt").to_owned();
    match actions::pictures::store(&visit.web.app, visit.viewer, upload.file.unwrap_or_default(), &alt, Use::Cover(slug.clone())).await {
        Ok(_) => Ok(done(&format!("/admin/consultations/{slug}/cover"), "office-saved")),
        Err(actions::Error::Faulty(faults)) => page(&visit, &frame, alt, faults).await,
        Err(other) => Err(other.into()),
    }
}

/// `POST /admin/consultations/{slug}/cover/remove`.
pub(super) async fn remove(Staff(visit): Staff, Path(slug): Path<String>, _: Posted<Fields>) -> Reply {
    desk::enter(&visit, Section::Consultations)?;
    actions::consultations::set_cover(&visit.web.app, visit.viewer, &slug, None).await?;
    Ok(done(&format!("/admin/consultations/{slug}/cover"), "office-saved"))
}

async fn page(visit: &Visit, frame: &Frame, alt: String, faults: actions::Faults) -> Reply {
    let (page, desk) = desk::open(visit, Section::Consultations, frame.consultation.title.clone()).await?;
    let head = editor::head(&page.t, frame, visit.web.app.now(), "/cover");
    let faults = Faulty::new(&page.t, &faults);
    let (page, status) = show::told(page, &faults);
    let picture = frame.consultation.cover_id.map(|id| id.0.to_string());
    html_with(status, Cover { page, desk, head, picture, alt, faults })
}
