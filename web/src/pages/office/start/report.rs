//! Reports from the street, set up from a ready-made list: what can be reported, who answers, within how many days. The categories are made
//! closed; the last page opens them.

use super::super::desk::{self, Desk, Section};
use super::super::previews::{self, Shown};
use super::super::show;
use super::super::street as office;
use super::made::Point;
use crate::error::{Error, Reply};
use crate::form::{Choice, Faulty, Fields, Posted, done};
use crate::page::{Page, html_with};
use crate::street as words;
use crate::texts::Texts;
use crate::viewer::{Staff, Visit};
use actions::Faults;
use actions::previews::Draft;
use actions::street::{self, CategoryForm};
use askama::Template;
use domain::id::StreetId;
use domain::lang::Lang;
use domain::preview::DAYS as DAYS_SHOWN;
use domain::street::{DAYS_MAX, NAME_MAX};
use domain::text::{self, Fault};
use store::Uid;
use store::street::{Category, lists};

/// Those that are ticked first.
const FIRST: usize = 5;
/// Days that are proposed for an answer.
const DAYS: &str = "10";

#[derive(Template)]
#[template(path = "office/start/report.html")]
struct Ask {
    page: Page,
    desk: Desk,
    kinds: Vec<Kind>,
    /// What can be reported already.
    known: Vec<String>,
    service: String,
    service_max: usize,
    referents: Vec<Choice>,
    delay: String,
    faults: Faulty,
}

/// A kind of report to tick.
struct Kind {
    code: &'static str,
    name: String,
    hint: String,
    ticked: bool,
}

#[derive(Template)]
#[template(path = "office/start/report_made.html")]
struct Made {
    page: Page,
    desk: Desk,
    closed: Vec<Waiting>,
    open: i64,
    left: Vec<Point>,
    days: i64,
    faults: Faulty,
}

/// A category that takes nothing yet.
struct Waiting {
    id: String,
    name: String,
    about: String,
    /// Whether it comes from the ready-made list: what agents closed themselves stays closed unless they say so.
    ticked: bool,
}

/// `GET /admin/start/report`.
pub(super) async fn show(Staff(visit): Staff) -> Reply {
    ask(&visit, None, &Faults::new()).await
}

/// `POST /admin/start/report`.
pub(super) async fn send(Staff(visit): Staff, Posted(fields): Posted<Fields>) -> Reply {
    desk::enter(&visit, Section::Consultations)?;
    let app = &visit.web.app;
    let t = theirs(&visit).await?;
    let (there, agents) = app.store.read(|db| Ok::<_, store::Error>((lists::categories(db)?, lists::agents(db)?))).await?;
    let wanted: Vec<&str> = offered(&t, &there.iter().map(|(category, ..)| category.clone()).collect::<Vec<_>>())
        .into_iter()
        .filter(|code| fields.get(&format!("kind-{code}")) == "on")
        .collect();
    let faults = faults(&fields, &wanted, &agents);
    if !faults.is_empty() {
        return ask(&visit, Some(&fields), &faults).await;
    }
    for code in wanted {
        let form = CategoryForm {
            name: t.code("start-kind", code),
            description: t.get(&format!("start-kind-{code}-hint")),
            service: fields.get("service").to_owned(),
            referent: fields.get("referent").to_owned(),
            days: fields.get("delay").trim().to_owned(),
            closed: true,
            ..CategoryForm::default()
        };
        match street::keep_category(app, visit.viewer, None, &form).await {
            Ok(_) => {}
            // A colleague made the same in the same moment: it is there.
            Err(actions::Error::Faulty(faults)) if faults == [("name", Fault::Taken)] => {}
            Err(other) => return Err(other.into()),
        }
    }
    Ok(done("/admin/start/report/made", "office-prepared"))
}

/// `GET /admin/start/report/made`.
pub(super) async fn made(Staff(visit): Staff) -> Reply {
    waiting(&visit, Faulty::none()).await
}

/// `POST /admin/start/report/made`: opens what is ticked.
pub(super) async fn open(Staff(visit): Staff, Posted(fields): Posted<Fields>) -> Reply {
    desk::enter(&visit, Section::Consultations)?;
    let app = &visit.web.app;
    let there = app.store.read(lists::categories).await?;
    let ticked = |category: &Category| fields.get(&format!("open-{}", category.id.0)) == "on" && category.closed_at.is_some();
    let chosen: Vec<&Category> = there.iter().map(|(category, ..)| category).filter(|category| ticked(category)).collect();
    if chosen.is_empty() {
        let mut faults = Faulty::none();
        faults.add("closed", Texts::new(visit.lang).get("start-report-none"));
        return waiting(&visit, faults).await;
    }
    for category in chosen {
        let form = CategoryForm { closed: false, ..office::arrange::kept(category) };
        street::keep_category(app, visit.viewer, Some(category.id.to::<StreetId>()), &form).await?;
    }
    Ok(done("/street", "start-street-open"))
}

/// `GET /admin/start/report/previews`.
pub(super) async fn previewed(Staff(visit): Staff) -> Reply {
    let shown = draft(&visit).await?;
    previews::look(&visit, &shown).await
}

/// `POST /admin/start/report/previews`: the link is shown on this page and never again.
pub(super) async fn share(Staff(visit): Staff, Posted(typed): Posted<Fields>) -> Reply {
    let shown = draft(&visit).await?;
    previews::make(&visit, &shown, &typed).await
}

/// `POST /admin/start/report/previews/end`.
pub(super) async fn take_back(Staff(visit): Staff, Posted(typed): Posted<Fields>) -> Reply {
    let shown = draft(&visit).await?;
    previews::take_back(&visit, shown, &typed).await
}

async fn draft(visit: &Visit) -> Result<Shown, Error> {
    desk::enter(visit, Section::Consultations)?;
    let there = visit.web.app.store.read(|db| store::street::categories(db, true)).await?;
    let t = Texts::new(visit.lang);
    Ok(Shown {
        draft: Draft::Street,
        row: store::previews::Draft::Street,
        section: Section::Consultations,
        title: t.get("start-card-report"),
        root: "/admin/start/report/previews".to_owned(),
        above: vec![("/admin/start".to_owned(), t.get("start-title")), ("/admin/start/report/made".to_owned(), t.get("start-made"))],
        is_draft: there.iter().any(|category| category.closed_at.is_some()),
        frame: None,
    })
}

/// The words of the collectivity's own language: what is made is read by its people.
async fn theirs(visit: &Visit) -> Result<Texts, Error> {
    Ok(Texts::new(Lang::parse(&visit.web.app.instance().await?.lang).unwrap_or(Lang::Fr)))
}

/// The kinds that cannot be reported yet.
fn offered(t: &Texts, there: &[Category]) -> Vec<&'static str> {
    let is_there = |kind: &&str| words::ready_made(t, kind).is_some_and(|code| there.iter().any(|one| one.code == code));
    words::KINDS.into_iter().filter(|code| !is_there(code)).collect()
}

fn faults(fields: &Fields, wanted: &[&str], agents: &[(Uid, String)]) -> Faults {
    let mut faults = Faults::new();
    if wanted.is_empty() {
        faults.push(("kinds", Fault::Missing));
    }
    faults.extend(text::bounded_line(fields.get("service"), 0, NAME_MAX).err().map(|fault| ("service", fault)));
    let referent = fields.get("referent");
    if !referent.is_empty() && !agents.iter().any(|(id, _)| id.0.to_string() == referent) {
        faults.push(("referent", Fault::Choice));
    }
    let delay = fields.get("delay").trim();
    if !delay.is_empty() && !delay.parse::<i32>().is_ok_and(|days| (0..=DAYS_MAX).contains(&days)) {
        faults.push(("delay", Fault::Shape));
    }
    faults
}

async fn ask(visit: &Visit, fields: Option<&Fields>, faults: &[(&'static str, Fault)]) -> Reply {
    let (mut page, desk) = desk::open(visit, Section::Consultations, "start-title").await?;
    let (there, agents) = visit.web.app.store.read(|db| Ok::<_, store::Error>((lists::categories(db)?, lists::agents(db)?))).await?;
    let there: Vec<Category> = there.into_iter().map(|(category, ..)| category).collect();
    let theirs = theirs(visit).await?;
    let start = page.title.clone();
    page.title = page.t.get("start-report");
    let faults = Faulty::new(&page.t, faults);
    let (page, status) = show::told(page.under("/admin/start", start), &faults);
    let text = |name: &str, first: &str| fields.map_or(first, |fields| fields.get(name)).to_owned();
    let kind = |(rank, code): (usize, &'static str)| Kind {
        code,
        name: theirs.code("start-kind", code),
        hint: theirs.get(&format!("start-kind-{code}-hint")),
        ticked: fields.map_or(rank < FIRST, |fields| fields.get(&format!("kind-{code}")) == "on"),
    };
    let view = Ask {
        kinds: offered(&theirs, &there).into_iter().enumerate().map(kind).collect(),
        known: there.into_iter().map(|category| category.name).collect(),
        service: text("service", ""),
        service_max: NAME_MAX,
        referents: office::agents(&agents, &text("referent", "")),
        delay: text("delay", DAYS),
        faults,
        desk,
        page,
    };
    html_with(status, view)
}

async fn waiting(visit: &Visit, faults: Faulty) -> Reply {
    let (mut page, desk) = desk::open(visit, Section::Consultations, "start-title").await?;
    let there = visit.web.app.store.read(lists::categories).await?;
    let start = page.title.clone();
    page.title = page.t.get("start-made");
    let (page, status) = show::told(page.under("/admin/start", start), &faults);
    let t = &page.t;
    let theirs = theirs(visit).await?;
    let made = words::ready_made_all(&theirs);
    let (closed, open): (Vec<_>, Vec<_>) = there.into_iter().partition(|(category, ..)| category.closed_at.is_some());
    let about = |category: &Category, referent: Option<String>| {
        let days = (category.days > 0).then(|| t.count("start-report-days", category.days));
        let said = [Some(category.service.clone()), referent, days];
        said.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    };
    let unnamed = closed.iter().chain(&open).any(|(category, referent, _)| referent.is_none() && category.competent_id.is_none());
    let point = |key: &str, path: &str| Point { text: t.get(key), path: path.to_owned() };
    let mut left = vec![point("start-report-left-categories", "/admin/street/categories")];
    if unnamed {
        left.push(point("start-report-left-referent", "/admin/street/categories"));
    }
    left.push(point("start-report-left-areas", "/admin/street/areas"));
    let view = Made {
        closed: closed
            .into_iter()
            .map(|(category, referent, _)| Waiting {
                about: about(&category, referent),
                ticked: made.contains(&category.code),
                id: category.id.0.to_string(),
                name: category.name,
            })
            .collect(),
        open: i64::try_from(open.len()).unwrap_or(i64::MAX),
        left,
        days: DAYS_SHOWN,
        faults,
        desk,
        page,
    };
    html_with(status, view)
}
