//! Projects that look for money, in the back office: written, published, reported on by hand or by a file; the secret of a platform.

use super::desk::{self, Desk, Section};
use super::previews::{self, Shown};
use super::show as told;
use crate::error::{Error, Reply};
use crate::form::{Choice, Faulty, Fields, Posted, done};
use crate::funding::View;
use crate::page::{Page, html_with};
use crate::pages::pagination::{self, Pagination};
use crate::routes::table;
use crate::texts::Texts;
use crate::viewer::{Staff, Visit};
use actions::funding::{FileFaults, ProjectForm, ReportForm};
use actions::previews::Draft;
use askama::Template;
use axum::extract::{Path, Query};
use domain::funding::FundingMode;
use domain::id::FundingId;
use http::{HeaderValue, StatusCode, header};
use serde::Deserialize;
use store::Uid;
use store::funding::Project;

table! {
    /// The routes of projects that look for money, in the back office.
    routes, ROUTES:
    "/admin/funding" => get list, post load;
    "/admin/funding/new" => get begin, post create;
    "/admin/funding/{funding}" => get show, post save;
    "/admin/funding/{funding}/publish" => post publish;
    "/admin/funding/{funding}/reports" => post report;
    "/admin/funding/{funding}/secret" => post secret;
    "/admin/funding/{funding}/previews" => get previewed, post share;
    "/admin/funding/{funding}/previews/end" => post take_back;
}

/// Projects on a page.
const PER_PAGE: i64 = 30;
/// Faults of a file that are named at once.
const NAMED: usize = 20;

#[derive(Template)]
#[template(path = "office/funding.html")]
struct List {
    page: Page,
    desk: Desk,
    items: Vec<View>,
    pagination: Pagination,
    /// The file, as typed.
    text: String,
    faults: Faulty,
}

#[derive(Template)]
#[template(path = "office/funding_project.html")]
struct Edit {
    page: Page,
    desk: Desk,
    action: String,
    /// What is kept; none for a new one.
    one: Option<View>,
    draft: bool,
    form: ProjectForm,
    modes: Vec<Choice>,
    told: ReportForm,
    /// The secret that was just made.
    secret: Option<String>,
    /// The address where the platform reports.
    hook: String,
    faults: Faulty,
}

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct Asked {
    page: String,
}

/// `GET /admin/funding`.
async fn list(Staff(visit): Staff, Query(asked): Query<Asked>) -> Reply {
    lines(&visit, &asked.page, String::new(), Vec::new()).await
}

/// `POST /admin/funding`: a file of what projects raised.
async fn load(Staff(visit): Staff, Posted(typed): Posted<Fields>) -> Reply {
    desk::enter(&visit, Section::Initiatives)?;
    let text = typed.get("lines").to_owned();
    match actions::funding::load_file(&visit.web.app, visit.viewer, &text).await? {
        Ok(_count) => Ok(done("/admin/funding", "office-saved")),
        Err(faults) => lines(&visit, "", text, faults).await,
    }
}

async fn lines(visit: &Visit, number: &str, text: String, wrong: FileFaults) -> Reply {
    let (page, desk) = desk::open(visit, Section::Initiatives, "funding-desk").await?;
    let number = pagination::asked(number);
    let read = visit.web.app.store.read(move |db| store::funding::list(db, false, pagination::offset(number, PER_PAGE), PER_PAGE));
    let (rows, total) = read.await?;
    let mut faults = Faulty::none();
    // ftl: funding-column-*
    for (line, column) in wrong.into_iter().take(NAMED) {
        let column = page.t.code("funding-column", column);
        let at = i64::try_from(line).unwrap_or(0);
        faults.add("lines", if at == 0 { column } else { page.t.with2("funding-fault", "line", at, "column", column) });
    }
    let (page, status) = told::told(page, &faults);
    let items = rows.iter().map(|row| View::new(&page, row)).collect::<Result<_, _>>()?;
    let pagination = Pagination::new(total, PER_PAGE, number, |n| format!("/admin/funding?page={n}"));
    html_with(status, List { items, pagination, text, faults, page, desk })
}

/// `GET /admin/funding/new`.
async fn begin(Staff(visit): Staff) -> Reply {
    let form = ProjectForm { mode: FundingMode::Gift.code().to_owned(), ..ProjectForm::default() };
    fresh(&visit, form, &actions::Faults::new()).await
}

/// `POST /admin/funding/new`.
async fn create(Staff(visit): Staff, Posted(typed): Posted<Fields>) -> Reply {
    let form = form_of(&typed);
    match actions::funding::draft(&visit.web.app, visit.viewer, &form).await {
        Ok(id) => Ok(done(&format!("/admin/funding/{id}"), "office-saved")),
        Err(actions::Error::Faulty(faults)) => fresh(&visit, form, &faults).await,
        Err(other) => Err(other.into()),
    }
}

/// `GET /admin/funding/{funding}`.
async fn show(Staff(visit): Staff, Path(id): Path<String>) -> Reply {
    let row = find(&visit, &id).await?;
    let form = typed_of(&row);
    edit(&visit, &row, form, ReportForm::default(), None, &actions::Faults::new()).await
}

/// `POST /admin/funding/{funding}`.
async fn save(Staff(visit): Staff, Path(id): Path<String>, Posted(typed): Posted<Fields>) -> Reply {
    let (row, mut form) = (find(&visit, &id).await?, form_of(&typed));
    if row.published_at.is_some() {
        // On these terms people gave: they are not asked again.
        let kept = typed_of(&row);
        form = ProjectForm { mode: kept.mode, with_return: kept.with_return, goal: kept.goal, link: kept.link, ..form };
    }
    match actions::funding::edit(&visit.web.app, visit.viewer, row.id.to(), &form).await {
        Ok(()) => Ok(done(&format!("/admin/funding/{id}"), "office-saved")),
        Err(actions::Error::Faulty(faults)) => edit(&visit, &row, form, ReportForm::default(), None, &faults).await,
        Err(other) => Err(other.into()),
    }
}

/// `POST /admin/funding/{funding}/publish`.
async fn publish(Staff(visit): Staff, Path(id): Path<String>, _: Posted<Fields>) -> Reply {
    let row = find(&visit, &id).await?;
    actions::funding::publish(&visit.web.app, visit.viewer, row.id.to()).await?;
    Ok(done(&format!("/funding/{id}"), "initiative-published"))
}

/// `POST /admin/funding/{funding}/reports`.
async fn report(Staff(visit): Staff, Path(id): Path<String>, Posted(typed): Posted<Fields>) -> Reply {
    let row = find(&visit, &id).await?;
    let text = |name: &str| typed.get(name).to_owned();
    let form = ReportForm { raised: text("raised"), contributors: text("contributors"), news: text("news") };
    match actions::funding::report(&visit.web.app, visit.viewer, row.id.to(), &form).await {
        Ok(()) => Ok(done(&format!("/funding/{id}"), "office-saved")),
        Err(actions::Error::Faulty(faults)) => edit(&visit, &row, typed_of(&row), form, None, &faults).await,
        Err(other) => Err(other.into()),
    }
}

/// `POST /admin/funding/{funding}/secret`: it is shown on this page and never again.
async fn secret(Staff(visit): Staff, Path(id): Path<String>, _: Posted<Fields>) -> Reply {
    let row = find(&visit, &id).await?;
    let secret = actions::funding::make_secret(&visit.web.app, visit.viewer, row.id.to()).await?;
    let mut reply = edit(&visit, &row, typed_of(&row), ReportForm::default(), Some(secret), &actions::Faults::new()).await?;
    reply.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    Ok(reply)
}

/// `GET /admin/funding/{funding}/previews`.
async fn previewed(Staff(visit): Staff, Path(id): Path<String>) -> Reply {
    let shown = draft(&visit, &id).await?;
    previews::look(&visit, &shown).await
}

/// `POST /admin/funding/{funding}/previews`: the link is shown on this page and never again.
async fn share(Staff(visit): Staff, Path(id): Path<String>, Posted(typed): Posted<Fields>) -> Reply {
    let shown = draft(&visit, &id).await?;
    previews::make(&visit, &shown, &typed).await
}

/// `POST /admin/funding/{funding}/previews/end`.
async fn take_back(Staff(visit): Staff, Path(id): Path<String>, Posted(typed): Posted<Fields>) -> Reply {
    let shown = draft(&visit, &id).await?;
    previews::take_back(&visit, shown, &typed).await
}

async fn draft(visit: &Visit, id: &str) -> Result<Shown, Error> {
    let row = find(visit, id).await?;
    Ok(Shown {
        draft: Draft::Funding(row.id.to()),
        row: store::previews::Draft::Funding(row.id),
        section: Section::Initiatives,
        root: format!("/admin/funding/{}/previews", row.id.0),
        above: vec![
            ("/admin/funding".to_owned(), Texts::new(visit.lang).get("funding-desk")),
            (format!("/admin/funding/{}", row.id.0), row.title.clone()),
        ],
        is_draft: row.published_at.is_none(),
        title: row.title,
        frame: None,
    })
}

async fn find(visit: &Visit, id: &str) -> Result<Project, Error> {
    desk::enter(visit, Section::Initiatives)?;
    let id = Uid::of(FundingId::parse(id).ok_or(Error::NOT_FOUND)?);
    visit.web.app.store.read(move |db| store::funding::find(db, id)).await?.ok_or(Error::NOT_FOUND)
}

async fn fresh(visit: &Visit, form: ProjectForm, faults: &actions::Faults) -> Reply {
    let (page, desk) = desk::open(visit, Section::Initiatives, "funding-new").await?;
    let faults = Faulty::new(&page.t, faults);
    let (page, status) = under(page, &faults);
    let view = Edit {
        action: "/admin/funding/new".to_owned(),
        one: None,
        draft: true,
        modes: modes(&page, &form.mode),
        form,
        told: ReportForm::default(),
        secret: None,
        hook: String::new(),
        faults,
        page,
        desk,
    };
    html_with(status, view)
}

async fn edit(
    visit: &Visit,
    row: &Project,
    form: ProjectForm,
    told: ReportForm,
    secret: Option<String>,
    faults: &actions::Faults,
) -> Reply {
    let (page, desk) = desk::open(visit, Section::Initiatives, row.title.clone()).await?;
    let faults = Faulty::new(&page.t, faults);
    let (page, status) = under(page, &faults);
    let view = Edit {
        action: format!("/admin/funding/{}", row.id.0),
        one: Some(View::new(&page, row)?),
        draft: row.published_at.is_none(),
        modes: modes(&page, &form.mode),
        form,
        told,
        secret,
        hook: page.absolute(&format!("/funding/{}/report", row.id.0)),
        faults,
        page,
        desk,
    };
    html_with(status, view)
}

fn under(page: Page, faults: &Faulty) -> (Page, StatusCode) {
    let list = page.t.get("funding-desk");
    told::told(page.under("/admin/funding", list), faults)
}

// ftl: funding-total-*
fn modes(page: &Page, chosen: &str) -> Vec<Choice> {
    Choice::list(&page.t, "funding-total", FundingMode::ALL.iter().map(|mode| mode.code()), chosen)
}

fn form_of(typed: &Fields) -> ProjectForm {
    let text = |name: &str| typed.get(name).to_owned();
    ProjectForm {
        title: text("title"),
        body: text("body"),
        carrier: text("carrier"),
        mode: text("mode"),
        with_return: typed.get("with_return") == "on",
        goal: text("goal"),
        cost: text("cost"),
        opens_on: text("opens_on"),
        closes_on: text("closes_on"),
        link: text("link"),
    }
}

/// What is kept, as it would be typed.
fn typed_of(row: &Project) -> ProjectForm {
    ProjectForm {
        title: row.title.clone(),
        body: row.body.clone(),
        carrier: row.carrier.clone(),
        mode: row.mode.clone(),
        with_return: row.with_return,
        goal: crate::budget::typed(row.goal),
        cost: row.cost.map(crate::budget::typed).unwrap_or_default(),
        opens_on: row.opens_on.clone(),
        closes_on: row.closes_on.clone(),
        link: row.link.clone(),
    }
}
