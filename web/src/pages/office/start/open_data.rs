//! What is published as open data: the questions that make a draft of it, what that will be, a link to show it, and the button that decides it.

use super::super::desk::{self, Desk, Section};
use super::super::open_data::{licences, sets};
use super::super::previews::{self, Shown};
use super::super::show;
use super::made::Point;
use crate::error::{Error, Reply};
use crate::form::{Choice, Faulty, Fields, Posted, done};
use crate::page::{Page, html, html_with};
use crate::texts::Texts;
use crate::viewer::{Staff, Visit};
use actions::open_data::OpenDataForm;
use actions::previews::Draft;
use askama::Template;
use domain::open_data::Dataset;
use domain::permission::{OfficeVerb, may_in_office};
use domain::preview::DAYS;

#[derive(Template)]
#[template(path = "office/start/open_data.html")]
struct Ask {
    page: Page,
    desk: Desk,
    form: OpenDataForm,
    licences: Vec<Choice>,
    /// The data sets with what each is about.
    sets: Vec<(Choice, String)>,
    faults: Faulty,
}

#[derive(Template)]
#[template(path = "office/start/open_data_made.html")]
struct Made {
    page: Page,
    desk: Desk,
    facts: Vec<String>,
    left: Vec<Point>,
    root: String,
    days: i64,
}

/// `GET /admin/start/open-data`: what is prepared, else what is published today.
pub(super) async fn show(Staff(visit): Staff) -> Reply {
    may_in_office(visit.viewer, OfficeVerb::ChangeSettings)?;
    let read = |db: &mut store::Db| Ok::<_, store::Error>((store::open_data::draft(db)?, store::open_data::settings(db)?));
    let (draft, decided) = visit.web.app.store.read(read).await?;
    ask(&visit, OpenDataForm::of(&draft.unwrap_or(decided)), &actions::Faults::new()).await
}

/// `POST /admin/start/open-data`.
pub(super) async fn send(Staff(visit): Staff, Posted(typed): Posted<Fields>) -> Reply {
    let form = super::super::open_data::form_of(&typed);
    match actions::open_data::prepare(&visit.web.app, visit.viewer, &form).await {
        Ok(()) => Ok(done("/admin/start/open-data/made", "office-prepared")),
        Err(actions::Error::Faulty(faults)) => ask(&visit, form, &faults).await,
        Err(other) => Err(other.into()),
    }
}

/// `GET /admin/start/open-data/made`.
pub(super) async fn made(Staff(visit): Staff) -> Reply {
    may_in_office(visit.viewer, OfficeVerb::ChangeSettings)?;
    let prepared = visit.web.app.store.read(store::open_data::draft).await?.ok_or(Error::NOT_FOUND)?;
    let (mut page, desk) = desk::open(&visit, Section::Settings, "start-title").await?;
    let start = page.title.clone();
    page.title = page.t.get("start-made");
    let page = page.under("/admin/start", start);
    let t = &page.t;
    let point = |key: &str, path: &str| Point { text: t.get(key), path: path.to_owned() };
    let mut facts = vec![t.count("start-open-data-sets", prepared.published().len())];
    if !prepared.withheld.is_empty() {
        // ftl: open-data-set-*
        let names: Vec<String> = prepared.withheld.iter().map(|set| t.code("open-data-set", set.code())).collect();
        facts.push(t.with1("start-open-data-withheld", "names", names.join(", ")));
    }
    facts.push(t.with1("start-open-data-licence", "name", prepared.licence.name()));
    let mut left = Vec::new();
    if prepared.contact_email.is_empty() {
        left.push(point("start-open-data-left-contact", "/admin/start/open-data"));
    }
    left.push(point("start-open-data-left-read", "/admin/start/open-data"));
    html(Made { facts, left, root: "/admin/start/open-data/previews".to_owned(), days: DAYS, desk, page })
}

/// `POST /admin/start/open-data/made`: decides it.
pub(super) async fn publish(Staff(visit): Staff, _: Posted<Fields>) -> Reply {
    actions::open_data::publish(&visit.web.app, visit.viewer).await?;
    Ok(done("/open-data", "start-open-data-open"))
}

/// `GET /admin/start/open-data/previews`.
pub(super) async fn previewed(Staff(visit): Staff) -> Reply {
    let shown = draft(&visit).await?;
    previews::look(&visit, &shown).await
}

/// `POST /admin/start/open-data/previews`: the link is shown on this page and never again.
pub(super) async fn share(Staff(visit): Staff, Posted(typed): Posted<Fields>) -> Reply {
    let shown = draft(&visit).await?;
    previews::make(&visit, &shown, &typed).await
}

/// `POST /admin/start/open-data/previews/end`.
pub(super) async fn take_back(Staff(visit): Staff, Posted(typed): Posted<Fields>) -> Reply {
    let shown = draft(&visit).await?;
    previews::take_back(&visit, shown, &typed).await
}

async fn draft(visit: &Visit) -> Result<Shown, Error> {
    may_in_office(visit.viewer, OfficeVerb::ChangeSettings)?;
    let prepared = visit.web.app.store.read(store::open_data::draft).await?;
    let t = Texts::new(visit.lang);
    let mut above = vec![("/admin/start".to_owned(), t.get("start-title"))];
    if prepared.is_some() {
        above.push(("/admin/start/open-data/made".to_owned(), t.get("start-made")));
    }
    Ok(Shown {
        draft: Draft::OpenData,
        row: store::previews::Draft::OpenData,
        section: Section::Settings,
        title: t.get("start-card-open_data"),
        root: "/admin/start/open-data/previews".to_owned(),
        above,
        is_draft: prepared.is_some(),
        frame: None,
    })
}

async fn ask(visit: &Visit, form: OpenDataForm, faults: &[(&'static str, domain::text::Fault)]) -> Reply {
    let (mut page, desk) = desk::open(visit, Section::Settings, "start-title").await?;
    let start = page.title.clone();
    page.title = page.t.get("start-card-open_data");
    let faults = Faulty::new(&page.t, faults);
    let (page, status) = show::told(page.under("/admin/start", start), &faults);
    let sets = Dataset::ALL.iter().map(|set| sets(&page, &form, *set)).collect();
    html_with(status, Ask { licences: licences(&form), sets, form, faults, desk, page })
}
