//! Every consultation: the open ones, then the closed ones.

use super::teasers::TeaserCard;
use crate::error::{Error, Reply};
use crate::page::{Page, html};
use crate::pages::pagination::{self, Pagination};
use crate::viewer::Visit;
use askama::Template;
use axum::extract::Query;
use serde::Deserialize;
use store::views::home::{self, State};

/// Open consultations that are shown at most.
const OPEN_MAX: i64 = 60;
/// Closed consultations on a page.
const PER_PAGE: i64 = 12;

#[derive(Template)]
#[template(path = "consultations.html")]
struct Consultations {
    page: Page,
    open: Vec<TeaserCard>,
    closed: Vec<TeaserCard>,
    pagination: Pagination,
}

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    page: String,
}

/// `GET /c`.
pub(super) async fn list(visit: Visit, Query(asked): Query<Asked>) -> Reply {
    let page = visit.page("consultation-all").await?;
    let (now, asked) = (page.now, pagination::asked(&asked.page));
    let (open, closed, total) = visit
        .web
        .app
        .store
        .read(move |db| {
            let open = home::teasers(db, State::Open, now, 0, OPEN_MAX)?.0;
            let (mut closed, total) = home::teasers(db, State::Closed, now, pagination::offset(asked, PER_PAGE), PER_PAGE)?;
            if closed.is_empty() && total > 0 {
                closed =
                    home::teasers(db, State::Closed, now, pagination::offset(pagination::pages(total, PER_PAGE), PER_PAGE), PER_PAGE)?.0;
            }
            Ok::<_, Error>((open, closed, total))
        })
        .await?;
    html(Consultations {
        open: TeaserCard::open(&page, &open)?,
        closed: TeaserCard::all(&page, &closed)?,
        pagination: Pagination::new(total, PER_PAGE, asked, |n| format!("/c?page={n}#closed")),
        page,
    })
}
