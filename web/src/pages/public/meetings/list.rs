//! The meetings of the instance and of a consultation: those that are coming, and those that were held.

use super::{Line, prepares};
use crate::error::{Error, Reply};
use crate::page::{Page, html};
use crate::pages::pagination::{self, Pagination};
use crate::pages::public::load;
use crate::viewer::Visit;
use askama::Template;
use axum::extract::{Path, Query};
use serde::Deserialize;
use store::meetings::When;
use store::{At, Uid};

/// Meetings on a page.
const PER_PAGE: i64 = 20;

#[derive(Template)]
#[template(path = "meetings.html")]
struct Meetings {
    page: Page,
    lead: String,
    past: bool,
    /// The paths of those that are coming and of those that were held.
    tabs: (String, String),
    items: Vec<Line>,
    pagination: Pagination,
    calendar: String,
    /// Where the staff prepares them.
    office: Option<String>,
}

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(in crate::pages::public) struct Asked {
    when: String,
    page: String,
}

/// `GET /meetings?when=past`.
pub(in crate::pages::public) async fn of_all(visit: Visit, Query(asked): Query<Asked>) -> Reply {
    let mut page = visit.page("meetings-title").await?;
    let office = prepares(&visit).then(|| "/admin/meetings".to_owned());
    let lead = page.t.with1("meetings-lead", "place", page.instance.territory_kind.as_str());
    page.crumbs.clear();
    list(&visit, page, asked, (None, "/meetings".to_owned(), "/calendar.ics".to_owned()), lead, office).await
}

/// `GET /c/{slug}/meetings`.
pub(in crate::pages::public) async fn of_consultation(visit: Visit, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Reply {
    let viewer = visit.viewer;
    let frame = visit.web.app.store.read(move |db| load::frame(db, &slug, viewer)).await?;
    let consultation = &frame.consultation;
    let root = format!("/c/{}", consultation.slug);
    let page = visit.page("meetings-title").await?.under(root.clone(), consultation.title.clone());
    let office = prepares(&visit).then(|| format!("/admin/consultations/{}/meetings", consultation.slug));
    let lead = page.t.with1("meetings-lead-consultation", "title", consultation.title.as_str());
    let paths = (Some(consultation.id), format!("{root}/meetings"), format!("{root}/calendar.ics"));
    list(&visit, page, asked, paths, lead, office).await
}

async fn list(
    visit: &Visit,
    page: Page,
    asked: Asked,
    (of, path, calendar): (Option<Uid>, String, String),
    lead: String,
    office: Option<String>,
) -> Reply {
    let (past, number, now) = (asked.when == "past", pagination::asked(&asked.page), At(page.now));
    let when = if past { When::Past(now) } else { When::Coming(now) };
    let read = visit.web.app.store.read(move |db| {
        let (rows, total) = store::meetings::list(db, of, when, pagination::offset(number, PER_PAGE), PER_PAGE)?;
        let among = if of.is_none() { store::meetings::consultations(db, &rows)? } else { Vec::new() };
        Ok::<_, Error>((rows, total, among))
    });
    let (rows, total, among) = read.await?;
    let held = format!("{path}?when=past");
    let base = if past { format!("{held}&") } else { format!("{path}?") };
    html(Meetings {
        lead,
        past,
        tabs: (path, held),
        items: Line::all(&page, &rows, &among)?,
        pagination: Pagination::new(total, PER_PAGE, number, |n| format!("{base}page={n}")),
        calendar,
        office,
        page,
    })
}
