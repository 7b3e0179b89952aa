//! The figures of the territory: all together, of one collectivity, and side by side of those that agreed to it.

use super::{Tab, named};
use crate::error::{Error, Reply};
use crate::page::{Page, html};
use crate::pages::pagination::{self, Pagination};
use crate::viewer::Visit;
use askama::Template;
use axum::extract::Query;
use serde::Deserialize;
use store::Uid;
use store::views::territory::figures::{self as sums, Compared, Sums};
use store::views::territory::places;
use uuid::Uuid;

/// Collectivities on a page.
const PER_PAGE: i64 = 50;

#[derive(Template)]
#[template(path = "territory_figures.html")]
struct Figures {
    page: Page,
    tabs: Vec<Tab>,
    /// Of which collectivity alone, if it is one.
    alone: Option<String>,
    sums: Sums,
    territories: i64,
    lines: Vec<Line>,
    /// Those that agreed to be compared.
    comparable: i64,
    pagination: Pagination,
}

/// A collectivity beside others.
struct Line {
    id: String,
    name: String,
    host: String,
    sums: Sums,
    /// The share of contributions that the collectivity decided on, in percent.
    answered: Option<i64>,
}

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    territory: String,
    page: String,
}

/// `GET /territory/figures`.
pub(crate) async fn show(visit: Visit, Query(asked): Query<Asked>) -> Reply {
    let page = visit.page("territory-figures-title").await?;
    let (now, number) = (page.now, pagination::asked(&asked.page));
    let wanted = Uuid::try_parse(&asked.territory).ok().map(Uid);
    let read = visit.web.app.store.read(move |db| {
        let alone = match wanted {
            Some(id) => Some(places::name_of(db, id)?.ok_or(Error::NOT_FOUND)?),
            None => None,
        };
        let (territories, comparable) = places::count(db)?;
        let number = number.min(pagination::pages(comparable, PER_PAGE));
        let lines = sums::compared(db, now, pagination::offset(number, PER_PAGE), PER_PAGE)?;
        Ok::<_, Error>((alone, sums::sums(db, wanted, now)?, territories, comparable, lines, number))
    });
    let (alone, all, territories, comparable, lines, number) = read.await?;
    let parent = page.t.get("territory-title");
    html(Figures {
        tabs: super::tabs(&page, "figures"),
        alone: alone.map(|(name, host)| named(&name, &host)),
        sums: all,
        territories,
        lines: lines.iter().map(Line::new).collect(),
        comparable,
        pagination: Pagination::new(comparable, PER_PAGE, number, |n| format!("/territory/figures?page={n}#compared")),
        page: page.under("/territory", parent),
    })
}

impl Line {
    fn new(compared: &Compared) -> Self {
        let sums = compared.sums;
        Self {
            id: compared.id.0.to_string(),
            name: named(&compared.name, &compared.host),
            host: compared.host.clone(),
            answered: (sums.contributions > 0).then(|| (sums.answers.min(sums.contributions) * 100).div_euclid(sums.contributions)),
            sums,
        }
    }
}
