//! The ledger of what left, for whoever answers for personal data: by server and class, the recalls and what became of them, and the same as a file.

use super::desk::{self, Desk, Section};
use super::network::{PER_PAGE, Tab, tabs};
use crate::error::Reply;
use crate::page::{Page, html};
use crate::pages::pagination::{self, Pagination};
use crate::pages::public::csv_line;
use crate::texts::Texts;
use crate::viewer::Staff;
use actions::limits::Purpose;
use askama::Template;
use axum::body::Body;
use axum::extract::Query;
use axum::response::IntoResponse;
use http::header;
use serde::Deserialize;
use store::Store;
use store::ledger::{DepartureState, HostLine, RecallLine, Totals};

#[derive(Template)]
#[template(path = "office/ledger.html")]
struct Ledger {
    page: Page,
    desk: Desk,
    tabs: Vec<Tab>,
    totals: Totals,
    lines: Vec<(HostLine, String)>,
    pagination: Pagination,
}

#[derive(Template)]
#[template(path = "office/recalls.html")]
struct Recalls {
    page: Page,
    desk: Desk,
    tabs: Vec<Tab>,
    states: Vec<State>,
    lines: Vec<RecallLine>,
    total: i64,
    pagination: Pagination,
}

/// A state of recalls that can be looked at.
struct State {
    path: String,
    label: String,
    current: bool,
}

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    page: String,
    state: String,
}

/// The states that recalls are in.
const STATES: [DepartureState; 6] = [
    DepartureState::Pending,
    DepartureState::Accepted,
    DepartureState::Confirmed,
    DepartureState::Refused,
    DepartureState::Unreachable,
    DepartureState::Gone,
];

/// `GET /admin/network/ledger`.
pub(super) async fn show(Staff(visit): Staff, Query(asked): Query<Asked>) -> Reply {
    let (page, desk) = desk::open(&visit, Section::Network, "network-office").await?;
    let number = pagination::asked(&asked.page);
    let read = visit.web.app.store.read(move |db| {
        let lines = store::ledger::host_lines(db, PER_PAGE, pagination::offset(number, PER_PAGE))?;
        Ok::<_, store::Error>((store::ledger::totals(db)?, lines))
    });
    let (totals, lines) = read.await?;
    let pagination = Pagination::new(totals.lines, PER_PAGE, number, |n| format!("/admin/network/ledger?page={n}"));
    // ftl: ledger-class-*
    let lines = lines.into_iter().map(|line| {
        let class = page.t.code("ledger-class", &line.class);
        (line, class)
    });
    html(Ledger { tabs: tabs(&page.t, "ledger"), totals, lines: lines.collect(), pagination, desk, page })
}

/// `GET /admin/network/recalls?state=pending`.
pub(super) async fn recalls(Staff(visit): Staff, Query(asked): Query<Asked>) -> Reply {
    let (page, desk) = desk::open(&visit, Section::Network, "network-office").await?;
    let number = pagination::asked(&asked.page);
    let state = DepartureState::parse(&asked.state).filter(|state| STATES.contains(state)).unwrap_or(DepartureState::Pending);
    let read = move |db: &mut store::Db| store::ledger::recalls(db, state, PER_PAGE, pagination::offset(number, PER_PAGE));
    let (lines, total) = visit.web.app.store.read(read).await?;
    let pagination = Pagination::new(total, PER_PAGE, number, |n| format!("/admin/network/recalls?state={}&page={n}", state.code()));
    html(Recalls { tabs: tabs(&page.t, "ledger"), states: states(&page.t, state), lines, total, pagination, desk, page })
}

// ftl: ledger-state-*
fn states(t: &Texts, current: DepartureState) -> Vec<State> {
    let state = |state: &DepartureState| State {
        path: format!("/admin/network/recalls?state={}", state.code()),
        label: t.code("ledger-state", state.code()),
        current: *state == current,
    };
    STATES.iter().map(state).collect()
}

/// The columns. They are names for programs, the same in every language.
const COLUMNS: [&str; 8] =
    ["host", "class", "objects", "recalls_pending", "recalls_accepted", "recalls_confirmed", "recalls_refused", "unreachable"];
/// Lines read at once.
const BATCH: i64 = 500;

/// `GET /admin/network/ledger.csv`: every server and class, read page by page as the reader takes it.
pub(super) async fn download(Staff(visit): Staff) -> Reply {
    desk::enter(&visit, Section::Network)?;
    let app = &visit.web.app;
    app.limits.check(Purpose::Download, &visit.client.bucket())?;
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"ledger.csv\""),
        (header::CACHE_CONTROL, "no-store"),
    ];
    let reading = Reading { store: app.store.clone(), offset: None, ended: false };
    Ok((headers, Body::from_stream(futures_util::stream::try_unfold(reading, Reading::piece))).into_response())
}

/// A file that is being read.
struct Reading {
    store: Store,
    /// How many lines were read; `None` before the columns.
    offset: Option<i64>,
    ended: bool,
}

impl Reading {
    async fn piece(mut self) -> Result<Option<(String, Self)>, store::Error> {
        if self.ended {
            return Ok(None);
        }
        let mut piece = String::new();
        let Some(offset) = self.offset else {
            piece.push('\u{FEFF}');
            csv_line(&mut piece, COLUMNS.iter().map(|name| (*name).to_owned()));
            self.offset = Some(0);
            return Ok(Some((piece, self)));
        };
        let lines = self.store.read(move |db| store::ledger::host_lines(db, BATCH, offset)).await?;
        let count = i64::try_from(lines.len()).unwrap_or(BATCH);
        self.ended = count < BATCH;
        self.offset = Some(offset + count);
        for line in lines {
            let numbers = [line.objects, line.pending, line.accepted, line.confirmed, line.refused, line.unreachable];
            csv_line(&mut piece, [line.host, line.class].into_iter().chain(numbers.iter().map(ToString::to_string)));
        }
        Ok(Some((piece, self)))
    }
}
