//! The report on a consultation ("bilan de la concertation"): its latest version, the earlier ones, and each as a PDF.

use super::head::{Head, Tab};
use super::load;
use crate::error::{Error, Reply};
use crate::page::{Page, html};
use crate::print::{self, PaperReport};
use crate::viewer::Visit;
use actions::limits::Purpose;
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::IntoResponse;
use domain::markup;
use http::header;
use serde::Deserialize;
use store::At;
use store::consultation_reports::{self as reports, Version};
use store::views::page::Frame;

#[derive(Template)]
#[template(path = "consultation_report.html")]
struct ReportPage {
    page: Page,
    head: Head,
    title: String,
    version: i32,
    at: At,
    /// Safe HTML.
    body: String,
    /// Number, day and path of every version, latest first, and whether it is this one.
    versions: Vec<(i32, At, String, bool)>,
    /// Whether a later one was published.
    old: bool,
}

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    version: String,
}

/// A version with what stands around it.
struct Found {
    frame: Frame,
    version: Version,
    versions: Vec<(i32, At)>,
}

/// A published version: this one, or the latest.
async fn find(visit: &Visit, slug: String, number: Option<i32>) -> Result<Found, Error> {
    let viewer = visit.viewer;
    let read = visit.web.app.store.read(move |db| {
        let frame = load::frame(db, &slug, viewer)?;
        let report = reports::of_consultation(db, frame.consultation.id)?.ok_or(Error::NOT_FOUND)?;
        let version = reports::version(db, report.id, number.unwrap_or(report.version))?.ok_or(Error::NOT_FOUND)?;
        Ok::<_, Error>(Found { frame, version, versions: reports::versions(db, report.id)? })
    });
    read.await
}

/// `GET /c/{slug}/report`.
pub(super) async fn show(visit: Visit, Path(slug): Path<String>) -> Reply {
    let found = find(&visit, slug, None).await?;
    page(&visit, found).await
}

/// `GET /c/{slug}/report/{version}`.
pub(super) async fn show_version(visit: Visit, Path((slug, version)): Path<(String, String)>) -> Reply {
    let number = version.parse::<i32>().map_err(|_no_number| Error::NOT_FOUND)?;
    let found = find(&visit, slug, Some(number)).await?;
    page(&visit, found).await
}

/// `GET /c/{slug}/report.pdf?version=…`.
pub(super) async fn pdf(visit: Visit, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Reply {
    visit.web.app.limits.check(Purpose::Download, &visit.client.bucket())?;
    let Found { frame, version, .. } = find(&visit, slug, asked.version.parse().ok()).await?;
    let page = visit.page(version.title.clone()).await?;
    let path = format!("/c/{}/report/{}", frame.consultation.slug, version.version);
    let about = page.t.with2("bilan-version", "number", version.version.to_string(), "day", page.day(version.published_at));
    let words = PaperReport {
        place: page.instance.name.clone(),
        title: version.title,
        lang: frame.consultation.lang.clone(),
        about: vec![about, page.absolute(&path)],
        body: version.body,
    };
    let name = format!("attachment; filename=\"{}-{}.pdf\"", frame.consultation.slug, version.version);
    let headers = [(header::CONTENT_TYPE, "application/pdf".to_owned()), (header::CONTENT_DISPOSITION, name)];
    Ok((headers, print::report(&words)).into_response())
}

async fn page(visit: &Visit, found: Found) -> Reply {
    let Found { frame, version, versions } = found;
    let path = format!("/c/{}", frame.consultation.slug);
    let page = visit.page(version.title.clone()).await?;
    let page = page.under(path.clone(), frame.consultation.title.clone());
    let old = versions.first().is_some_and(|(latest, _)| *latest > version.version);
    html(ReportPage {
        head: Head::new(visit, &page, &frame, Tab::Results),
        body: markup::to_html(&version.body),
        title: version.title,
        version: version.version,
        at: version.published_at,
        versions: versions
            .into_iter()
            .map(|(number, at)| (number, at, format!("{path}/report/{number}"), number == version.version))
            .collect(),
        old,
        page,
    })
}
