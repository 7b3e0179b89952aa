//! The initiatives of the instance and of a consultation, and the petitions: those one can take part in, and those that are over.

use crate::error::{Error, Reply};
use crate::initiatives::Line;
use crate::page::{Page, html};
use crate::pages::pagination::{self, Pagination};
use crate::pages::public::load;
use crate::viewer::Visit;
use askama::Template;
use axum::extract::{Path, Query};
use domain::initiative::{InitiativeKind, PetitionRules};
use domain::permission::{OfficeVerb, may_in_office};
use serde::Deserialize;
use store::initiatives::Which;
use store::{At, Uid};

/// Initiatives on a page.
const PER_PAGE: i64 = 20;

#[derive(Template)]
#[template(path = "initiatives.html")]
struct Initiatives {
    page: Page,
    lead: String,
    over: bool,
    /// The paths of those that are open and of those that are over.
    tabs: (String, String),
    items: Vec<Line>,
    pagination: Pagination,
    /// Whether these are petitions.
    petitions: bool,
    /// What is promised about petitions.
    rules: Option<PetitionRules>,
    /// Where one proposes another.
    new: Option<String>,
    /// Where the staff looks after them.
    office: bool,
}

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    when: String,
    page: String,
}

/// `GET /actions?when=over`.
pub(super) async fn acts(visit: Visit, Query(asked): Query<Asked>) -> Reply {
    let mut page = visit.page("actions-title").await?;
    page.crumbs.clear();
    let lead = page.t.get("actions-lead");
    list(&visit, page, asked, (InitiativeKind::Act, None), "/actions".to_owned(), lead).await
}

/// `GET /petitions?when=over`.
pub(super) async fn petitions(visit: Visit, Query(asked): Query<Asked>) -> Reply {
    let mut page = visit.page("petitions-title").await?;
    page.crumbs.clear();
    let lead = page.t.get("petitions-lead");
    list(&visit, page, asked, (InitiativeKind::Petition, None), "/petitions".to_owned(), lead).await
}

/// `GET /c/{slug}/actions`.
pub(super) async fn of_consultation(visit: Visit, Path(slug): Path<String>, Query(asked): Query<Asked>) -> Reply {
    let viewer = visit.viewer;
    let frame = visit.web.app.store.read(move |db| load::frame(db, &slug, viewer)).await?;
    let root = format!("/c/{}", frame.consultation.slug);
    let page = visit.page("actions-title").await?.under(root.clone(), frame.consultation.title.clone());
    let lead = page.t.with1("actions-lead-consultation", "title", frame.consultation.title.as_str());
    list(&visit, page, asked, (InitiativeKind::Act, Some(frame.consultation.id)), format!("{root}/actions"), lead).await
}

async fn list(
    visit: &Visit,
    page: Page,
    asked: Asked,
    (kind, consultation): (InitiativeKind, Option<Uid>),
    path: String,
    lead: String,
) -> Reply {
    let (over, number) = (asked.when == "over", pagination::asked(&asked.page));
    let which = Which { kind, consultation, open: !over, now: At(page.now) };
    let read = visit.web.app.store.read(move |db| {
        let (rows, total) = store::initiatives::list(db, which, pagination::offset(number, PER_PAGE), PER_PAGE)?;
        let promoters: Vec<Uid> = rows.iter().filter_map(|row| row.promoter_id).collect();
        let names = store::initiatives::names(db, &promoters)?;
        let among = if consultation.is_none() { store::initiatives::consultations(db, &rows)? } else { Vec::new() };
        let rules = if kind == InitiativeKind::Petition { store::initiatives::rules(db)? } else { None };
        Ok::<_, Error>((rows, total, names, among, rules))
    });
    let (rows, total, names, among, rules) = read.await?;
    let gone = format!("{path}?when=over");
    let base = if over { format!("{gone}&") } else { format!("{path}?") };
    let petitions = kind == InitiativeKind::Petition;
    let new = match rules {
        _ if consultation.is_some() => Some("/actions/new".to_owned()),
        Some((_, true)) => Some("/petitions/new".to_owned()),
        _ => (!petitions).then(|| "/actions/new".to_owned()),
    };
    html(Initiatives {
        lead,
        over,
        tabs: (path, gone),
        items: Line::all(&page, &rows, &names, &among)?,
        pagination: Pagination::new(total, PER_PAGE, number, |n| format!("{base}page={n}")),
        petitions,
        rules: rules.filter(|(_, is_open)| *is_open).map(|(rules, _)| rules),
        new,
        office: may_in_office(visit.viewer, OfficeVerb::Answer).is_ok(),
        page,
    })
}
