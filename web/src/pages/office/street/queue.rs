//! The queue: what was reported, by state, category, agent and delay.

use super::super::desk::{self, Desk, Section};
use crate::error::Reply;
use crate::form::{Choice, encode};
use crate::page::{Page, html};
use crate::pages::pagination::{self, Pagination};
use crate::street::{self, Line};
use crate::viewer::Staff;
use askama::Template;
use axum::extract::Query;
use domain::street::{ReportState, UNANSWERED_DAYS};
use jiff::SignedDuration;
use serde::Deserialize;
use store::street::lists::{self, Filter};
use store::{At, Uid};

/// Reports on a page.
const PER_PAGE: i64 = 50;

#[derive(Template)]
#[template(path = "office/street/queue.html")]
struct Queue {
    page: Page,
    desk: Desk,
    rows: Vec<Row>,
    total: i64,
    pagination: Pagination,
    states: Vec<Choice>,
    categories: Vec<Choice>,
    whose: Vec<Choice>,
    services: Vec<Choice>,
    /// Received, late, sent and not answered.
    waiting: (i64, i64, i64),
}

/// A line of the queue.
struct Row {
    line: Line,
    by: String,
    due: Option<At>,
    late: bool,
    /// Seen by few, or hidden.
    closed: bool,
}

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(in super::super) struct Asked {
    page: String,
    state: String,
    category: String,
    whose: String,
    service: String,
}

/// `GET /admin/street`.
// ftl: street-state-* street-whose-*
pub(in super::super) async fn show(Staff(visit): Staff, Query(asked): Query<Asked>) -> Reply {
    desk::enter(&visit, Section::Street)?;
    let (now, number) = (visit.web.app.now(), pagination::asked(&asked.page));
    let silent = At(now - SignedDuration::from_hours(24 * UNANSWERED_DAYS));
    let (wanted, me) = (asked.clone(), visit.viewer.actor.map(Uid::of));
    let read = visit.web.app.store.read(move |db| {
        let categories = store::street::categories(db, true)?;
        let mut filter = Filter {
            state: ReportState::parse(&wanted.state).map(ReportState::code),
            categories: categories.iter().find(|category| category.code == wanted.category).map(|category| vec![category.id]),
            service: Some(wanted.service.clone()).filter(|service| !service.is_empty()),
            ..Filter::default()
        };
        match wanted.whose.as_str() {
            "mine" => filter.agent = Some(me),
            "nobody" => filter.agent = Some(None),
            "late" => filter.late_at = Some(At(now)),
            "my_late" => (filter.agent, filter.late_at) = (Some(me), Some(At(now))),
            "silent" => filter.unanswered_before = Some(silent),
            "open" => filter.closed = Some(false),
            _any => {}
        }
        let found = lists::page(db, &filter, pagination::offset(number, PER_PAGE), PER_PAGE)?;
        let services = store::street::services::list(db)?;
        Ok::<_, store::Error>((categories, found, lists::agents(db)?, services, lists::waiting(db, At(now), silent)?))
    });
    let (categories, (reports, total), agents, services, waiting) = read.await?;
    let (page, desk) = desk::open(&visit, Section::Street, "street-title").await?;
    let row = |report: &store::street::Report| -> Result<Row, store::Error> {
        let agent = agents.iter().find(|(id, _)| Some(*id) == report.agent_id).map_or("", |(_, name)| name.as_str());
        let by: Vec<&str> = [report.service.as_str(), agent].into_iter().filter(|name| !name.is_empty()).collect();
        let due = report.due_at.filter(|_| report.closed_at.is_none());
        Ok(Row {
            line: street::line(&page.t, "/admin/street", report, &categories)?,
            by: by.join(", "),
            due,
            late: due.is_some_and(|due| due.0 < now),
            closed: !report.is_public(),
        })
    };
    let (state, category, whose, service) = (encode(&asked.state), encode(&asked.category), encode(&asked.whose), encode(&asked.service));
    let path = format!("/admin/street?state={state}&category={category}&whose={whose}&service={service}");
    // A service that a report alone names can be asked for by its address.
    let unknown = Some(asked.service.clone()).filter(|asked| !asked.is_empty() && !services.contains_key(asked));
    html(Queue {
        rows: reports.iter().map(row).collect::<Result<_, _>>()?,
        total,
        pagination: Pagination::new(total, PER_PAGE, number, |n| format!("{path}&page={n}")),
        states: Choice::list(&page.t, "street-state", ReportState::ALL.iter().map(|state| state.code()), &asked.state),
        categories: super::categories(&categories, &asked.category),
        whose: Choice::list(&page.t, "street-whose", ["open", "mine", "my_late", "nobody", "late", "silent"], &asked.whose),
        services: services.into_keys().chain(unknown).map(|name| super::choice(name.clone(), &name, name == asked.service)).collect(),
        waiting,
        desk,
        page,
    })
}
