//! What is to be published as open data: the list as it will be.

use crate::error::Reply;
use crate::form::see;
use crate::page::{Page, html};
use crate::viewer::Visit;
use askama::Template;
use domain::markup;
use domain::open_data::{Dataset, Licence};

#[derive(Template)]
#[template(path = "preview/open_data.html")]
struct Show {
    page: Page,
    /// What the collectivity says of its data; safe HTML.
    description: String,
    licence: Licence,
    contact: (String, String),
    sets: Vec<Line>,
}

/// A data set.
struct Line {
    title: String,
    about: String,
    theme: String,
}

/// What a link to it shows.
// ftl: open-data-theme-* open-data-set-* open-data-about-*
pub(super) async fn show(visit: &Visit) -> Reply {
    let Some(prepared) = visit.web.app.store.read(store::open_data::draft).await? else { return Ok(see("/open-data")) };
    let page = super::alone(visit, "open-data-title").await?;
    let line = |set: Dataset| Line {
        title: page.t.code("open-data-set", set.code()),
        about: page.t.code("open-data-about", set.code()),
        theme: page.t.code("open-data-theme", set.theme().code()),
    };
    html(Show {
        sets: prepared.published().into_iter().map(line).collect(),
        description: markup::to_html(&prepared.description),
        licence: prepared.licence,
        contact: (prepared.contact_name, prepared.contact_email),
        page,
    })
}
