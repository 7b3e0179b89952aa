//! The documents of a consultation: added, followed by newer versions, taken away.

use super::desk::{self, Desk, Section};
use super::editor::{self, Head};
use super::show::{self, Choice};
use crate::error::{Error, Reply};
use crate::form::{Faulty, Fields, Posted, Upload, done};
use crate::page::{Page, html_with};
use crate::pages::public::DocumentView;
use crate::viewer::{Staff, Visit};
use actions::documents::FileForm;
use askama::Template;
use axum::extract::Path;
use domain::document::{BYTES_MAX, DOCUMENTS_MAX};
use domain::text::TITLE_MAX;
use store::Uid;
use store::views::page::Frame;

#[derive(Template)]
#[template(path = "office/documents.html")]
struct DocumentsPage {
    page: Page,
    desk: Desk,
    head: Head,
    faults: Faulty,
    documents: Vec<DocumentView>,
    lang: String,
    /// Which document a file is a version of; the first means none.
    choices: Vec<Choice>,
    title: String,
    title_max: usize,
    note: String,
    /// In megabytes.
    most: usize,
    full: bool,
}

/// `GET /admin/consultations/{slug}/documents`.
pub(super) async fn show(Staff(visit): Staff, Path(slug): Path<String>) -> Reply {
    let frame = editor::frame(&visit, &slug).await?;
    page(&visit, &frame, &Fields::default(), actions::Faults::new()).await
}

/// `POST /admin/consultations/{slug}/documents`.
pub(super) async fn add(Staff(visit): Staff, Path(slug): Path<String>, upload: Upload) -> Reply {
    let frame = editor::frame(&visit, &slug).await?;
    let fields = &upload.fields;
    let of = match fields.get("of") {
        "" => None,
        id => Some(id.parse().map(Uid).map_err(|_not_an_id| Error::NOT_FOUND)?),
    };
    let text = |name: &str| fields.get(name).to_owned();
    let form = FileForm { title: text("title"), note: text("changes"), file: upload.file.clone().unwrap_or_default() };
    match actions::documents::add(&visit.web.app, visit.viewer, &slug, of, form).await {
        Ok(_) => Ok(done(&format!("/admin/consultations/{slug}/documents"), "document-added")),
        Err(actions::Error::Faulty(faults)) => page(&visit, &frame, fields, named(faults)).await,
        Err(other) => Err(other.into()),
    }
}

/// `POST /admin/consultations/{slug}/documents/{id}/remove`.
pub(super) async fn remove(Staff(visit): Staff, Path((slug, id)): Path<(String, String)>, _: Posted<Fields>) -> Reply {
    editor::frame(&visit, &slug).await?;
    let id = id.parse().map(Uid).map_err(|_not_an_id| Error::NOT_FOUND)?;
    actions::documents::remove(&visit.web.app, visit.viewer, &slug, id).await?;
    Ok(done(&format!("/admin/consultations/{slug}/documents"), "document-removed"))
}

/// The field of a file has other faults than those of other forms.
fn named(faults: actions::Faults) -> actions::Faults {
    faults.into_iter().map(|(field, fault)| (if field == "file" { "document" } else { field }, fault)).collect()
}

async fn page(visit: &Visit, frame: &Frame, typed: &Fields, faults: actions::Faults) -> Reply {
    let (page, desk) = desk::open(visit, Section::Consultations, frame.consultation.title.clone()).await?;
    let id = frame.consultation.id;
    let found = visit.web.app.store.read(move |db| store::documents::of_consultation(db, id)).await?;
    let head = editor::head(&page.t, frame, page.now, "/documents");
    let faults = Faulty::new(&page.t, &faults);
    let (page, status) = show::told(page, &faults);
    let chosen = typed.get("of");
    let mut choices = vec![Choice::new("", page.t.get("document-new"), chosen.is_empty())];
    choices.extend(found.iter().map(|(document, _)| {
        let code = document.id.0.to_string();
        Choice::new(&code, page.t.with1("document-new-version", "title", document.title.as_str()), code == chosen)
    }));
    let view = DocumentsPage {
        documents: found.iter().map(|one| DocumentView::new(&page.t, &format!("/c/{}", frame.consultation.slug), one)).collect(),
        lang: frame.consultation.lang.clone(),
        full: found.len() >= DOCUMENTS_MAX,
        choices,
        title: typed.get("title").to_owned(),
        title_max: TITLE_MAX,
        note: typed.get("changes").to_owned(),
        most: BYTES_MAX / (1024 * 1024),
        faults,
        page,
        desk,
        head,
    };
    html_with(status, view)
}
