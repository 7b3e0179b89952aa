//! The territory's projects that look for money: the list with what each mode raised, the page of each, the files, and the door of platforms.

use super::atom::{Entry, Feed};
use super::csv::Sheet;
use crate::error::{Error, Reply};
use crate::funding::{self, View};
use crate::money::euros;
use crate::page::{Page, html};
use crate::pages::pagination::{self, Pagination};
use crate::routes::table;
use crate::texts::Texts;
use crate::viewer::Visit;
use crate::{ClientAddress, Web};
use actions::funding::Refused;
use actions::limits::Purpose;
use askama::Template;
use axum::body::to_bytes;
use axum::extract::{Path, Query, Request, State};
use axum::response::{IntoResponse, Response};
use domain::funding::{CampaignStage, REPORT_BYTES, ReportSource};
use domain::id::FundingId;
use domain::markup;
use domain::permission::{OfficeVerb, may_in_office};
use http::StatusCode;
use serde::Deserialize;
use std::collections::HashSet;
use store::funding::{Project, Report, Total};
use store::{At, Uid};

table! {
    /// The routes of projects that look for money.
    routes, ROUTES:
    "/funding" => get list;
    "/funding.csv" => get file;
    "/feeds/funding.atom" => get feed;
    "/funding/{funding}" => get show;
}

table! {
    /// The door of platforms: no visit, no cookie.
    platforms, PLATFORMS:
    "/funding/{funding}/report" => post hear;
}

/// Projects on a page.
const PER_PAGE: i64 = 20;
/// Lines of the file.
const LINES: i64 = 5_000;
/// Entries of the feed.
const ENTRIES: i64 = 50;
/// The columns of the file. They are names for programs, the same in every language.
const COLUMNS: [&str; 13] = [
    "id",
    "url",
    "title",
    "carrier",
    "mode",
    "with_return",
    "stage",
    "goal_euros",
    "cost_euros",
    "raised_euros",
    "contributors",
    "opens_on",
    "closes_on",
];

#[derive(Template)]
#[template(path = "funding.html")]
struct List {
    page: Page,
    totals: Vec<Sum>,
    items: Vec<View>,
    pagination: Pagination,
    office: bool,
}

/// What one mode raised.
struct Sum {
    mode: String,
    projects: String,
    raised: String,
    goal: String,
}

#[derive(Template)]
#[template(path = "funding_project.html")]
struct Show {
    page: Page,
    one: View,
    /// Safe HTML.
    body: String,
    reports: Vec<Line>,
    is_open: bool,
    office: bool,
}

/// A line of the history.
struct Line {
    at: At,
    raised: String,
    contributors: i32,
    source: String,
    /// Safe HTML.
    news: String,
}

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct Asked {
    page: String,
}

/// `GET /funding`.
async fn list(visit: Visit, Query(asked): Query<Asked>) -> Reply {
    let mut page = visit.page("funding-title").await?;
    page.crumbs.clear();
    let number = pagination::asked(&asked.page);
    let read = visit.web.app.store.read(move |db| {
        let (rows, total) = store::funding::list(db, true, pagination::offset(number, PER_PAGE), PER_PAGE)?;
        Ok::<_, store::Error>((rows, total, store::funding::totals(db)?))
    });
    let (rows, total, totals) = read.await?;
    // ftl: funding-total-*
    let sum = |one: Total| Sum {
        mode: page.t.code("funding-total", &one.mode),
        projects: page.t.count("funding-projects", one.projects),
        raised: euros(&page.t, one.raised),
        goal: euros(&page.t, one.goal),
    };
    html(List {
        totals: totals.into_iter().map(sum).collect(),
        items: rows.iter().map(|row| View::new(&page, row)).collect::<Result<_, _>>()?,
        pagination: Pagination::new(total, PER_PAGE, number, |n| format!("/funding?page={n}")),
        office: may_in_office(visit.viewer, OfficeVerb::Answer).is_ok(),
        page,
    })
}

/// `GET /funding/{funding}`.
async fn show(visit: Visit, Path(id): Path<String>) -> Reply {
    let id = Uid::of(FundingId::parse(&id).ok_or(Error::NOT_FOUND)?);
    let office = may_in_office(visit.viewer, OfficeVerb::Answer).is_ok();
    let read = visit.web.app.store.read(move |db| {
        let row = store::funding::find(db, id)?.filter(|row| office || row.published_at.is_some()).ok_or(Error::NOT_FOUND)?;
        let reports = store::funding::reports(db, id)?;
        Ok::<_, Error>((row, reports))
    });
    let (row, reports) = read.await?;
    let page = visit.page(row.title.clone()).await?;
    let list = page.t.get("funding-title");
    let page = page.under("/funding", list);
    // ftl: funding-source-*
    let line = |report: &Report| Line {
        at: report.reported_at,
        raised: euros(&page.t, report.raised),
        contributors: report.contributors,
        source: page.t.code("funding-source", &report.source),
        news: markup::to_html(&report.news),
    };
    html(Show {
        one: View::new(&page, &row)?,
        body: markup::to_html(&row.body),
        reports: once_a_day(&page, reports).iter().map(line).collect(),
        is_open: funding::stage(&page, &row) == Some(CampaignStage::Open),
        office,
        page,
    })
}

/// Of what a platform reports, the last of each day; what people say stands whole.
fn once_a_day(page: &Page, mut reports: Vec<Report>) -> Vec<Report> {
    let mut days = HashSet::new();
    reports.retain(|report| {
        report.source != ReportSource::Platform.code() || days.insert(report.reported_at.0.to_zoned(page.zone.clone()).date())
    });
    reports
}

/// `GET /funding.csv`.
async fn file(visit: Visit) -> Reply {
    let app = &visit.web.app;
    app.limits.check(Purpose::Download, &visit.client.bucket())?;
    let (rows, _) = app.store.read(|db| store::funding::list(db, true, 0, LINES)).await?;
    let page = visit.page("funding-title").await?;
    let mut sheet = Sheet::new(COLUMNS);
    let amount = |cents: i64| format!("{}.{:02}", cents / 100, cents % 100);
    for row in &rows {
        let cells = [
            row.id.0.to_string(),
            page.absolute(&format!("/funding/{}", row.id.0)),
            row.title.clone(),
            row.carrier.clone(),
            row.mode.clone(),
            row.with_return.to_string(),
            funding::stage(&page, row).map(|stage| stage.code().to_owned()).unwrap_or_default(),
            amount(row.goal),
            row.cost.map(amount).unwrap_or_default(),
            amount(row.raised),
            row.contributors.to_string(),
            row.opens_on.clone(),
            row.closes_on.clone(),
        ];
        sheet.line(cells);
    }
    Ok(sheet.reply("funding"))
}

/// `GET /feeds/funding.atom`.
async fn feed(visit: Visit) -> Reply {
    let read = visit.web.app.store.read(|db| {
        let (rows, _) = store::funding::list(db, true, 0, ENTRIES)?;
        let ids: Vec<Uid> = rows.iter().map(|row| row.id).collect();
        let news = store::funding::latest_news(db, &ids)?;
        Ok::<_, store::Error>((rows, news))
    });
    let (rows, news) = read.await?;
    let (t, links, instance) = (Texts::new(visit.lang), &visit.web.app.links, visit.web.app.instance().await?);
    let entry = |row: &Project| {
        let page = links.absolute(&format!("/funding/{}", row.id.0));
        Entry {
            id: page.clone(),
            page,
            title: row.title.clone(),
            author: row.carrier.clone(),
            lang: row.lang.clone(),
            published: row.published_at.unwrap_or(row.created_at).0,
            updated: row.edited_at.0,
            category: None,
            html: news
                .iter()
                .filter(|(project, _)| *project == row.id)
                .map(|(_, words)| words)
                .chain([&row.body])
                .map(|text| markup::to_html(text))
                .collect(),
        }
    };
    let entries = rows.iter().map(entry).collect();
    Ok(Feed::of_instance(
        &visit,
        &instance,
        ("/feeds/funding.atom", "/funding"),
        t.with1("funding-feed", "place", instance.name.as_str()),
        entries,
    )
    .reply())
}

/// `POST /funding/{funding}/report`: a platform says what was raised, signed. It has no session: the signature is all that counts.
async fn hear(State(web): State<Web>, Path(id): Path<String>, request: Request) -> Response {
    let bucket = ClientAddress::of(request.extensions()).bucket();
    if web.app.limits.check(Purpose::Form, &bucket).is_err() {
        return StatusCode::TOO_MANY_REQUESTS.into_response();
    }
    let Some(id) = FundingId::parse(&id) else { return StatusCode::UNAUTHORIZED.into_response() };
    let (head, body) = request.into_parts();
    let Ok(body) = to_bytes(body, REPORT_BYTES).await else { return StatusCode::PAYLOAD_TOO_LARGE.into_response() };
    let said = |name: &str| head.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    match actions::funding::hear(&web.app, id, (said("parvis-timestamp"), said("parvis-signature")), &body).await {
        Ok(Ok(())) => StatusCode::NO_CONTENT.into_response(),
        Ok(Err(Refused::Unsigned)) => StatusCode::UNAUTHORIZED.into_response(),
        Ok(Err(Refused::Stale)) => StatusCode::CONFLICT.into_response(),
        Ok(Err(Refused::Unsound)) => StatusCode::UNPROCESSABLE_ENTITY.into_response(),
        Err(error) => {
            tracing::error!(%error, "a report of a platform could not be kept");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
