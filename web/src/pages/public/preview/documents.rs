//! The documents of a draft.

use super::super::documents::{View, read_file, taken_home};
use super::super::head::{Head, Tab};
use super::Draft;
use crate::error::{Error, Reply};
use crate::page::{Page, html};
use crate::viewer::Visit;
use actions::limits::Purpose;
use askama::Template;
use axum::extract::Path;
use store::Uid;
use store::documents::{Document, Version};

#[derive(Template)]
#[template(path = "preview/documents.html")]
struct Documents {
    page: Page,
    head: Head,
    documents: Vec<View>,
}

/// `GET /preview/{token}/documents`.
pub(super) async fn show(visit: Visit, Path(token): Path<String>) -> Reply {
    super::show(visit, (token, Tab::Documents), |db, frame| Ok(store::documents::of_consultation(db, frame.consultation.id)?), draw).await
}

fn draw(draft: Draft, found: Vec<(Document, Vec<Version>)>) -> Reply {
    let title = draft.page.t.with1("documents-of", "consultation", draft.head.title.as_str());
    let Draft { page, head, .. } = draft.below(title);
    html(Documents { documents: found.into_iter().map(|one| View::new(&page.t, &head.path, &one)).collect(), head, page })
}

/// `GET /preview/{token}/documents/{id}/{version}`.
pub(super) async fn file(visit: Visit, Path((token, id, number)): Path<(String, String, String)>) -> Reply {
    visit.web.app.limits.check(Purpose::Download, &visit.client.bucket())?;
    let id = id.parse().map(Uid).map_err(|_not_an_id| Error::NOT_FOUND)?;
    let number: i32 = number.parse().map_err(|_not_a_number| Error::NOT_FOUND)?;
    super::show(
        visit,
        (token, Tab::Documents),
        move |db, frame| read_file(db, frame.consultation.id, id, number),
        |_, (version, bytes)| Ok(taken_home(&version, bytes)),
    )
    .await
}
