//! News on its page: signed, dated, with its earlier versions; what was withdrawn says so in its place.

use super::{Around, dated, path, writes};
use crate::error::{Error, Reply};
use crate::page::{Page, html_with};
use crate::pages::public::rich::Html;
use crate::viewer::Visit;
use askama::Template;
use axum::extract::Path;
use domain::id::ArticleId;
use domain::markup;
use http::StatusCode;
use store::articles::{Article, Version};
use store::{At, Uid};

#[derive(Template)]
#[template(path = "article.html")]
struct Shown {
    page: Page,
    lang: String,
    title: String,
    summary: String,
    /// Safe HTML; nothing of what was withdrawn.
    body: String,
    /// Name and page of whoever it is by.
    author: (String, Option<String>),
    published: Html,
    /// When this version was published, if it is not the first.
    changed: Option<Html>,
    withdrawn: bool,
    /// Why it was withdrawn, as safe HTML.
    reason: String,
    consultation: Option<(String, String)>,
    path: String,
    /// Number, day and path of every version, latest first, and whether it is this one.
    versions: Vec<(i32, At, String, bool)>,
    old: bool,
    /// Where the staff works on it.
    office: Option<String>,
}

/// An article with what stands around it.
struct Found {
    row: Article,
    version: Option<Version>,
    versions: Vec<(i32, At)>,
    around: Around,
}

async fn find(visit: &Visit, id: &str, number: Option<i32>) -> Result<Found, Error> {
    let id = Uid::of(ArticleId::parse(id).ok_or(Error::NOT_FOUND)?);
    let read = visit.web.app.store.read(move |db| {
        let row = store::articles::public(db, id)?.ok_or(Error::NOT_FOUND)?;
        let around = Around::read(db, std::slice::from_ref(&row))?;
        if !row.is_shown() {
            return if number.is_none() { Ok(Found { row, version: None, versions: Vec::new(), around }) } else { Err(Error::NOT_FOUND) };
        }
        let version = store::articles::version(db, id, number.unwrap_or(row.version))?.ok_or(Error::NOT_FOUND)?;
        Ok::<_, Error>(Found { version: Some(version), versions: store::articles::versions(db, id)?, row, around })
    });
    read.await
}

/// `GET /news/{article}`.
pub(in crate::pages::public) async fn show(visit: Visit, Path(id): Path<String>) -> Reply {
    let found = find(&visit, &id, None).await?;
    page(&visit, found).await
}

/// `GET /news/{article}/{version}`.
pub(in crate::pages::public) async fn version(visit: Visit, Path((id, number)): Path<(String, String)>) -> Reply {
    let number = number.parse::<i32>().map_err(|_no_number| Error::NOT_FOUND)?;
    let found = find(&visit, &id, Some(number)).await?;
    page(&visit, found).await
}

async fn page(visit: &Visit, found: Found) -> Reply {
    let Found { row, version, versions, around } = found;
    let title = match &version {
        Some(version) => version.title.clone().into(),
        None => crate::page::Title::from("article-withdrawn"),
    };
    let page = visit.page(title).await?;
    let list = page.t.get("news-title");
    let page = page.under("/news", list);
    let old = version.as_ref().is_some_and(|version| version.version < row.version);
    let status = if version.is_some() { StatusCode::OK } else { StatusCode::GONE };
    let (published, path) = (row.published_at.unwrap_or(row.created_at), path(row.id));
    let view = Shown {
        lang: row.lang.clone(),
        title: page.title.clone(),
        summary: version.as_ref().map(|version| version.summary.clone()).unwrap_or_default(),
        body: version.as_ref().map(|version| markup::to_html(&version.body)).unwrap_or_default(),
        author: around.author(&page, &row),
        published: dated(&page, published),
        changed: version.as_ref().filter(|version| version.version > 1).map(|version| dated(&page, version.published_at)),
        withdrawn: version.is_none(),
        reason: markup::to_html(&row.reason),
        consultation: around.consultation(&row).map(|(slug, title)| (title.to_owned(), format!("/c/{slug}"))),
        versions: versions
            .into_iter()
            .map(|(number, at)| {
                let current = version.as_ref().is_some_and(|shown| shown.version == number);
                (number, at, format!("{path}/{number}"), current)
            })
            .collect(),
        path,
        old,
        office: writes(visit).then(|| format!("/admin/news/{}", row.id.0)),
        page,
    };
    html_with(status, view)
}
