//! A project that looks for money: the questions that make its first draft, and what remains to be done.

use super::super::desk::{self, Desk, Section};
use super::super::presets;
use super::super::show;
use super::made::Point;
use crate::error::{Error, Reply};
use crate::form::{Faulty, Fields, Posted, done};
use crate::money::euros;
use crate::page::{Page, html, html_with};
use crate::viewer::{Staff, Visit};
use actions::funding::ProjectForm;
use askama::Template;
use axum::extract::Path;
use domain::funding::FundingMode;
use domain::id::FundingId;
use domain::preview::DAYS;
use jiff::ToSpan;
use jiff::civil::Date;
use store::Uid;

/// How long a campaign lasts, unless the agent says otherwise.
const WEEKS: i64 = 6;

#[derive(Template)]
#[template(path = "office/start/fund.html")]
struct Ask {
    page: Page,
    desk: Desk,
    form: ProjectForm,
    weeks: i64,
    faults: Faulty,
}

#[derive(Template)]
#[template(path = "office/start/fund_made.html")]
struct Made {
    page: Page,
    desk: Desk,
    title: String,
    facts: Vec<String>,
    left: Vec<Point>,
    published: bool,
    /// The page of its links.
    root: String,
    days: i64,
}

/// `GET /admin/start/fund`.
pub(super) async fn show(Staff(visit): Staff) -> Reply {
    ask(&visit, ProjectForm::default(), &actions::Faults::new()).await
}

/// `POST /admin/start/fund`.
pub(super) async fn send(Staff(visit): Staff, Posted(fields): Posted<Fields>) -> Reply {
    desk::enter(&visit, Section::Initiatives)?;
    let app = &visit.web.app;
    let today = app.now().to_zoned(app.time_zone().await?).date();
    let opens = presets::first_day(today);
    let text = |name: &str| fields.get(name).to_owned();
    let form = ProjectForm {
        title: text("title"),
        body: text("body"),
        carrier: text("carrier"),
        goal: text("goal"),
        link: text("link"),
        mode: FundingMode::Gift.code().to_owned(),
        opens_on: opens.to_string(),
        closes_on: last_day(opens).to_string(),
        ..ProjectForm::default()
    };
    match actions::funding::draft(app, visit.viewer, &form).await {
        Ok(id) => Ok(done(&format!("/admin/start/fund/{id}"), "office-prepared")),
        Err(actions::Error::Faulty(faults)) => ask(&visit, form, &faults).await,
        Err(other) => Err(other.into()),
    }
}

/// `GET /admin/start/fund/{funding}`.
pub(super) async fn made(Staff(visit): Staff, Path(id): Path<String>) -> Reply {
    let (mut page, desk) = desk::open(&visit, Section::Initiatives, "start-title").await?;
    let id = Uid::of(FundingId::parse(&id).ok_or(Error::NOT_FOUND)?);
    let row = visit.web.app.store.read(move |db| store::funding::find(db, id)).await?.ok_or(Error::NOT_FOUND)?;
    let start = page.title.clone();
    page.title = page.t.get("start-made");
    let page = page.under("/admin/start", start);
    let t = &page.t;
    let date = |typed: &str| {
        let day: Option<Date> = typed.parse().ok();
        day.and_then(|day| day.to_zoned(page.zone.clone()).ok()).map(|day| page.day(day.timestamp())).unwrap_or_default()
    };
    let edit = format!("/admin/funding/{}", id.0);
    let point = |key: &str| Point { text: t.get(key), path: edit.clone() };
    let mut left = vec![point("start-fund-left-terms"), point("start-fund-left-reports")];
    if row.published_at.is_none() {
        left.push(point("start-fund-left-publish"));
    }
    html(Made {
        facts: vec![
            t.with2("start-fund-goal", "amount", euros(t, row.goal), "carrier", row.carrier.as_str()),
            t.with2("start-fund-dates", "from", date(&row.opens_on), "to", date(&row.closes_on)),
        ],
        title: row.title,
        published: row.published_at.is_some(),
        root: format!("{edit}/previews"),
        days: DAYS,
        left,
        desk,
        page,
    })
}

/// The last day of a campaign that opens on this one.
fn last_day(opens: Date) -> Date {
    opens.saturating_add((WEEKS * 7 - 1).days())
}

async fn ask(visit: &Visit, form: ProjectForm, faults: &[(&'static str, domain::text::Fault)]) -> Reply {
    let (mut page, desk) = desk::open(visit, Section::Initiatives, "start-title").await?;
    let start = page.title.clone();
    page.title = page.t.get("start-fund");
    let faults = Faulty::new(&page.t, faults);
    let (page, status) = show::told(page.under("/admin/start", start), &faults);
    html_with(status, Ask { form, weeks: WEEKS, faults, desk, page })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_campaign_lasts_six_whole_weeks() {
        let check = |opens: Date, expected: Date| assert_eq!(last_day(opens), expected, "{opens}");
        check(jiff::civil::date(2026, 12, 7), jiff::civil::date(2027, 1, 17));
        check(jiff::civil::date(2027, 1, 4), jiff::civil::date(2027, 2, 14));
    }
}
