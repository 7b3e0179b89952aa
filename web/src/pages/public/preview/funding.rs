//! The draft of a project that looks for money.

use crate::error::{Error, Reply};
use crate::form::see;
use crate::funding::View;
use crate::page::{Page, html};
use crate::viewer::Visit;
use askama::Template;
use domain::markup;
use store::Uid;

#[derive(Template)]
#[template(path = "preview/funding.html")]
struct Show {
    page: Page,
    one: View,
    /// Safe HTML.
    body: String,
}

/// What a link to it shows.
pub(super) async fn show(visit: &Visit, id: Uid) -> Reply {
    let row = visit.web.app.store.read(move |db| store::funding::find(db, id)).await?.ok_or(Error::NOT_FOUND)?;
    if row.published_at.is_some() {
        return Ok(see(&format!("/funding/{}", row.id.0)));
    }
    let page = super::alone(visit, row.title.clone()).await?;
    html(Show { one: View::new(&page, &row)?, body: markup::to_html(&row.body), page })
}
