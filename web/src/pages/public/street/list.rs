//! What was reported, latest first.

use super::super::elsewhere::Invitation;
use super::feed;
use super::groups::Chosen;
use super::marked::Marked;
use crate::error::Reply;
use crate::form::{Choice, encode};
use crate::page::{Page, html};
use crate::pages::pagination::{self, Pagination};
use crate::street::{self, Line};
use crate::viewer::Visit;
use askama::Template;
use axum::extract::Query;
use domain::street::ReportKind;
use serde::Deserialize;
use store::street::lists::{self, Filter};

/// Reports on a page.
const PER_PAGE: i64 = 20;

#[derive(Template)]
#[template(path = "street/list.html")]
struct List {
    page: Page,
    lines: Vec<Line>,
    /// Those of them that have a place, on a map.
    map: Option<Marked>,
    total: i64,
    pagination: Pagination,
    states: Vec<Choice>,
    kinds: Vec<Choice>,
    categories: Vec<Choice>,
    areas: Vec<Choice>,
    /// Whether something can be reported here.
    open: bool,
    /// The name and the address of the feed of what is looked at.
    feed: (String, String),
    invitation: Option<Invitation>,
}

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    page: String,
    state: String,
    kind: String,
    category: String,
    area: String,
}

/// `GET /street`.
// ftl: street-kind-* street-any-state street-which-*
pub(super) async fn show(visit: Visit, Query(asked): Query<Asked>) -> Reply {
    let number = pagination::asked(&asked.page);
    let wanted = asked.clone();
    let links = visit.web.app.links.clone();
    let read = visit.web.app.store.read(move |db| {
        let chosen = Chosen::read(db, &wanted.category, &wanted.area)?;
        let closed = match wanted.state.as_str() {
            "open" => Some(false),
            "closed" => Some(true),
            _any => None,
        };
        let kind = ReportKind::parse(&wanted.kind).map(ReportKind::code);
        let categories = chosen.category.map(|id| vec![id]);
        let filter = Filter { public: true, closed, kind, categories, area: chosen.area, ..Filter::default() };
        let (rows, total) = lists::page(db, &filter, pagination::offset(number, PER_PAGE), PER_PAGE)?;
        let invitation = chosen.invitation(db, &links)?;
        Ok::<_, store::Error>((chosen, invitation, rows, total))
    });
    let (chosen, invitation, rows, total) = read.await?;
    let page = visit.page("street-title").await?;
    let shown = chosen.categories.iter().filter(|category| !category.private);
    let category = |c: &store::street::Category| Choice { code: c.code.clone(), label: c.name.clone(), chosen: c.code == asked.category };
    let Asked { state, kind, category: code, area, .. } = &asked;
    let path = format!("/street?state={}&kind={}&category={}&area={}", encode(state), encode(kind), encode(code), encode(area));
    let lines = rows.iter().map(|row| street::line(&page.t, "/street", row, &chosen.categories)).collect::<Result<Vec<_>, _>>()?;
    html(List {
        map: Marked::new(&visit, &page, &rows, &lines),
        lines,
        total,
        pagination: Pagination::new(total, PER_PAGE, number, |n| format!("{path}&page={n}")),
        states: Choice::list(&page.t, "street-which", ["open", "closed"], &asked.state),
        kinds: Choice::list(&page.t, "street-kind", ReportKind::ALL.iter().map(|kind| kind.code()), &asked.kind),
        open: chosen.categories.iter().any(|category| category.closed_at.is_none()),
        categories: shown.map(category).collect(),
        areas: chosen.choices(),
        feed: (feed::title(&page.t, &page.instance.name, &chosen), format!("/feeds/street.atom{}", chosen.query())),
        invitation: invitation.and_then(|found| found.when(visit.web.openness())),
        page,
    })
}
