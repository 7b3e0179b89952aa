//! The data sets: what each is about, how large it is, in which forms one takes it; by theme.

use super::file::Form;
use crate::error::Reply;
use crate::page::{Page, html};
use crate::viewer::Visit;
use askama::Template;
use axum::extract::Query;
use domain::markup;
use domain::open_data::{DataTheme, Dataset, Licence};
use domain::permission::{OfficeVerb, may_in_office};
use serde::Deserialize;

#[derive(Template)]
#[template(path = "open_data.html")]
struct List {
    page: Page,
    /// What the collectivity says of its data; safe HTML.
    description: String,
    licence: Licence,
    contact: (String, String),
    /// Address, name, and whether it is chosen.
    themes: Vec<(String, String, bool)>,
    items: Vec<Item>,
    office: bool,
}

/// A data set in the list.
struct Item {
    path: String,
    title: String,
    about: String,
    theme: String,
    rows: i64,
    files: Vec<(&'static str, String)>,
}

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    theme: String,
}

/// `GET /open-data`.
pub(super) async fn show(visit: Visit, Query(asked): Query<Asked>) -> Reply {
    let mut page = visit.page("open-data-title").await?;
    page.crumbs.clear();
    let chosen = DataTheme::parse(&asked.theme);
    let read = visit.web.app.store.read(move |db| {
        let settings = store::open_data::settings(db)?;
        let shown = settings.published().into_iter().filter(|set| chosen.is_none_or(|theme| set.theme() == theme));
        let counted = shown.map(|dataset| Ok((dataset, (super::set(dataset).count)(db)?))).collect::<Result<Vec<_>, store::Error>>()?;
        Ok::<_, store::Error>((settings, counted))
    });
    let (settings, counted) = read.await?;
    // ftl: open-data-theme-* open-data-set-* open-data-about-*
    let item = |(dataset, rows): (Dataset, i64)| Item {
        path: format!("/open-data/{dataset}"),
        title: page.t.code("open-data-set", dataset.code()),
        about: page.t.code("open-data-about", dataset.code()),
        theme: page.t.code("open-data-theme", dataset.theme().code()),
        rows,
        files: Form::of(dataset).map(|form| (form.name(), form.path(dataset))).collect(),
    };
    let every = ("/open-data".to_owned(), page.t.get("open-data-every-theme"), chosen.is_none());
    let theme =
        |theme: &DataTheme| (format!("/open-data?theme={theme}"), page.t.code("open-data-theme", theme.code()), chosen == Some(*theme));
    html(List {
        description: markup::to_html(&settings.description),
        licence: settings.licence,
        themes: std::iter::once(every).chain(DataTheme::ALL.iter().map(theme)).collect(),
        items: counted.into_iter().map(item).collect(),
        office: may_in_office(visit.viewer, OfficeVerb::ChangeSettings).is_ok(),
        contact: (settings.contact_name, settings.contact_email),
        page,
    })
}
