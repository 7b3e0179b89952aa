//! Links that show a draft to whoever has them: made, listed, taken back. A link is read on the page that made it, and never again. The same page
//! for a consultation, a project that looks for money, what can be reported, and what is published as open data.

use super::desk::{self, Desk, Section};
use super::editor::{self, Head};
use super::show;
use crate::error::{Error, Reply};
use crate::form::{Faulty, Fields, Posted, done};
use crate::page::{Page, html_with};
use crate::viewer::{Staff, Visit};
use actions::previews::{Draft, LinkForm};
use askama::Template;
use axum::extract::Path;
use domain::id::PreviewId;
use domain::preview::{DAYS, DAYS_MAX, PreviewState};
use domain::text::NAME_MAX;
use http::{HeaderValue, header};
use store::At;
use store::previews::{self, Link};
use store::views::page::Frame;

#[derive(Template)]
#[template(path = "office/previews.html")]
struct Previews {
    page: Page,
    desk: Desk,
    /// The head of the consultation, where it is one.
    head: Option<Head>,
    /// Where the forms are sent.
    root: String,
    links: Vec<Line>,
    /// Whether there is something to show; else what that means.
    is_draft: bool,
    over: String,
    name: String,
    name_max: usize,
    days: String,
    days_max: i64,
    /// The address that was just made.
    made: Option<String>,
    faults: Faulty,
}

/// A draft that can be shown.
pub(super) struct Shown {
    pub(super) draft: Draft,
    /// The same, as the store knows it.
    pub(super) row: previews::Draft,
    pub(super) section: Section,
    pub(super) title: String,
    /// The path of this page.
    pub(super) root: String,
    /// The pages that lead here, with their titles.
    pub(super) above: Vec<(String, String)>,
    pub(super) is_draft: bool,
    pub(super) frame: Option<Box<Frame>>,
}

/// A link.
struct Line {
    id: String,
    name: String,
    state: String,
    tone: &'static str,
    icon: &'static str,
    open: bool,
    made_at: At,
    ends_at: At,
    openings: i64,
}

/// `GET /admin/consultations/{slug}/previews`.
pub(super) async fn show(Staff(visit): Staff, Path(slug): Path<String>) -> Reply {
    let shown = consultation(&visit, &slug).await?;
    look(&visit, &shown).await
}

/// `POST /admin/consultations/{slug}/previews`: the link is shown on this page and never again.
pub(super) async fn share(Staff(visit): Staff, Path(slug): Path<String>, Posted(typed): Posted<Fields>) -> Reply {
    let shown = consultation(&visit, &slug).await?;
    make(&visit, &shown, &typed).await
}

/// `POST /admin/consultations/{slug}/previews/end`.
pub(super) async fn end(Staff(visit): Staff, Path(slug): Path<String>, Posted(typed): Posted<Fields>) -> Reply {
    let shown = consultation(&visit, &slug).await?;
    take_back(&visit, shown, &typed).await
}

async fn consultation(visit: &Visit, slug: &str) -> Result<Shown, Error> {
    let frame = editor::frame(visit, slug).await?;
    Ok(Shown {
        draft: Draft::Consultation(slug.to_owned()),
        row: previews::Draft::Consultation(frame.consultation.id),
        section: Section::Consultations,
        title: frame.consultation.title.clone(),
        root: format!("/admin/consultations/{slug}/previews"),
        above: Vec::new(),
        is_draft: !frame.calendar.published,
        frame: Some(Box::new(frame)),
    })
}

/// The page of a draft.
pub(super) async fn look(visit: &Visit, shown: &Shown) -> Reply {
    page(visit, shown, fresh(), None, actions::Faults::new()).await
}

/// Makes a link to a draft: it is shown on this page and never again.
pub(super) async fn make(visit: &Visit, shown: &Shown, typed: &Fields) -> Reply {
    let form = LinkForm { name: typed.get("name").to_owned(), days: typed.get("lasts").to_owned() };
    let made = match actions::previews::share(&visit.web.app, visit.viewer, shown.draft.clone(), &form).await {
        Ok(token) => visit.web.app.links.absolute(&format!("/preview/{token}")),
        Err(actions::Error::Faulty(faults)) => return page(visit, shown, form, None, faults).await,
        Err(other) => return Err(other.into()),
    };
    let mut reply = page(visit, shown, fresh(), Some(made), actions::Faults::new()).await?;
    reply.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    Ok(reply)
}

/// Takes a link of a draft back.
pub(super) async fn take_back(visit: &Visit, shown: Shown, typed: &Fields) -> Reply {
    let id = PreviewId::parse(typed.get("link")).ok_or(Error::NOT_FOUND)?;
    actions::previews::revoke(&visit.web.app, visit.viewer, shown.draft, id).await?;
    Ok(done(&shown.root, "preview-ended"))
}

fn fresh() -> LinkForm {
    LinkForm { name: String::new(), days: DAYS.to_string() }
}

// ftl: previews-published-*
async fn page(visit: &Visit, shown: &Shown, form: LinkForm, made: Option<String>, faults: actions::Faults) -> Reply {
    let (mut page, desk) = desk::open(visit, shown.section, shown.title.clone()).await?;
    page.title = page.t.with1("previews-title", "title", shown.title.as_str());
    for (path, title) in &shown.above {
        page = page.under(path.clone(), title.clone());
    }
    let row = shown.row;
    let found = visit.web.app.store.read(move |db| previews::list(db, row)).await?;
    let faults = Faulty::new(&page.t, &faults);
    let (page, status) = show::told(page, &faults);
    let view = Previews {
        head: shown.frame.as_deref().map(|frame| editor::head(&page.t, frame, page.now, "/previews")),
        root: shown.root.clone(),
        links: found.iter().map(|link| line(&page, link)).collect(),
        is_draft: shown.is_draft,
        over: page.t.code("previews-published", row.kind().code()),
        name: form.name,
        name_max: NAME_MAX,
        days: form.days,
        days_max: DAYS_MAX,
        made,
        faults,
        desk,
        page,
    };
    html_with(status, view)
}

// ftl: preview-state-*
fn line(page: &Page, link: &Link) -> Line {
    let state = link.state(page.now);
    let (tone, icon) = match state {
        PreviewState::Open => ("ok", "eye"),
        PreviewState::Ended => ("quiet", "clock"),
        PreviewState::Revoked => ("quiet", "x-circle"),
    };
    Line {
        id: link.id.0.to_string(),
        name: if link.name.is_empty() { page.t.get("previews-unnamed") } else { link.name.clone() },
        state: page.t.code("preview-state", state.code()),
        tone,
        icon,
        open: state == PreviewState::Open,
        made_at: link.made_at,
        ends_at: link.ends_at,
        openings: link.openings,
    }
}
