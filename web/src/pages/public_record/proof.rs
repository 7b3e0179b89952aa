//! The file that proves that something is in the record.

use crate::error::{Error, Reply};
use crate::page::{Page, html};
use crate::viewer::Visit;
use actions::limits::Purpose;
use actions::record::Readiness;
use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use http::header;

#[derive(Template)]
#[template(path = "record_soon.html")]
struct Soon {
    page: Page,
}

/// `GET /record/receipt/{place}`: of what the collectivity did, for everybody; of a text, for its author.
pub(crate) async fn download(visit: Visit, Path(place): Path<String>) -> Reply {
    visit.web.app.limits.check(Purpose::Download, &visit.client.bucket())?;
    let place: i64 = place.parse().map_err(|_not_a_place| Error::NOT_FOUND)?;
    let viewer = visit.viewer;
    match visit.web.app.store.read(move |db| actions::record::receipt(db, viewer, place)).await? {
        Readiness::Ready(receipt) => {
            let headers = [
                (header::CONTENT_TYPE, "text/plain; charset=utf-8".to_owned()),
                (header::CONTENT_DISPOSITION, format!("attachment; filename=\"parvis-{place}.tlog-proof\"")),
                (header::CACHE_CONTROL, "private, no-store".to_owned()),
            ];
            Ok((headers, receipt.to_string()).into_response())
        }
        Readiness::Soon => html(Soon { page: visit.page("record-soon-title").await? }),
    }
}
