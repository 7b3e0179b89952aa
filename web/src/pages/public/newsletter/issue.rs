//! An issue of the newsletter on a page.

use super::path;
use crate::error::{Error, Reply};
use crate::page::{Page, html};
use crate::viewer::Visit;
use askama::Template;
use axum::extract::Path;
use domain::id::IssueId;
use domain::markup;
use domain::newsletter::IssueState;
use store::{At, Uid};

#[derive(Template)]
#[template(path = "newsletter/issue.html")]
struct Shown {
    page: Page,
    lang: String,
    at: At,
    /// Safe HTML.
    body: String,
    /// Path, title and a few words of what it points to.
    items: Vec<(String, String, String)>,
}

/// `GET /newsletter/{issue}`.
pub(in crate::pages::public) async fn show(visit: Visit, Path(id): Path<String>) -> Reply {
    let id = Uid::of(IssueId::parse(&id).ok_or(Error::NOT_FOUND)?);
    let read = visit.web.app.store.read(move |db| {
        let found = store::newsletters::find(db, id)?.filter(|found| found.state != IssueState::Draft.code()).ok_or(Error::NOT_FOUND)?;
        let items = store::newsletters::items(db, id)?;
        Ok::<_, Error>((found, items))
    });
    let (row, items) = read.await?;
    let page = visit.page(row.title.clone()).await?;
    let up = page.t.get("newsletter-title");
    html(Shown {
        lang: row.lang.clone(),
        at: row.sent_at.unwrap_or(row.edited_at),
        body: markup::to_html(&row.body),
        items: items.into_iter().map(|item| (path(&item), item.title, item.summary)).collect(),
        page: page.under("/newsletter", up),
    })
}
