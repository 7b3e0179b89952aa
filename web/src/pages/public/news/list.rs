//! The news of the instance, and of a consultation, latest first.

use super::{Around, Line, writes};
use crate::error::{Error, Reply};
use crate::page::{Page, html};
use crate::pages::pagination::{self, Pagination};
use crate::pages::public::load;
use crate::viewer::Visit;
use askama::Template;
use axum::extract::{Path, Query};
use domain::article;
use serde::Deserialize;
use store::Uid;

/// News on a page.
const PER_PAGE: i64 = 20;

#[derive(Template)]
#[template(path = "news.html")]
struct News {
    page: Page,
    lead: String,
    items: Vec<Line>,
    pagination: Pagination,
    /// Whether the visitor is offered to propose an article.
    proposes: bool,
    /// Whether they have an account here, and so perhaps articles that they proposed.
    mine: bool,
    /// Whether they write news for the collectivity.
    writes: bool,
}

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(in crate::pages::public) struct Asked {
    page: String,
}

/// `GET /news`.
pub(in crate::pages::public) async fn of_all(visit: Visit, Query(asked): Query<Asked>) -> Reply {
    let page = visit.page("news-title").await?;
    let lead = page.t.with1("news-lead", "place", page.instance.territory_kind.as_str());
    list(&visit, page, &asked, (None, "/news".to_owned()), lead).await
}

/// `GET /c/{slug}/news`.
pub(in crate::pages::public) async fn of_consultation(visit: Visit, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Reply {
    let viewer = visit.viewer;
    let frame = visit.web.app.store.read(move |db| load::frame(db, &slug, viewer)).await?;
    let consultation = &frame.consultation;
    let root = format!("/c/{}", consultation.slug);
    let page = visit.page("news-title").await?.under(root.clone(), consultation.title.clone());
    let lead = page.t.with1("news-lead-consultation", "title", consultation.title.as_str());
    list(&visit, page, &asked, (Some(consultation.id), format!("{root}/news")), lead).await
}

async fn list(visit: &Visit, page: Page, asked: &Asked, (of, path): (Option<Uid>, String), lead: String) -> Reply {
    let number = pagination::asked(&asked.page);
    let read = visit.web.app.store.read(move |db| {
        let (rows, total) = store::articles::list(db, of, pagination::offset(number, PER_PAGE), PER_PAGE)?;
        let around = Around::read(db, &rows)?;
        Ok::<_, Error>((rows, total, around))
    });
    let (rows, total, around) = read.await?;
    html(News {
        lead,
        items: Line::all(&page, &rows, &around),
        pagination: Pagination::new(total, PER_PAGE, number, |n| format!("{path}?page={n}")),
        proposes: visit.me.is_none() || article::may_propose(visit.viewer).is_ok(),
        mine: article::may_propose(visit.viewer).is_ok(),
        writes: writes(visit),
        page,
    })
}
