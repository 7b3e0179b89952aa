//! Links that show a draft to whoever has them: made, listed, taken back. A link is read on the page that made it, and never again.

use super::desk::{self, Desk, Section};
use super::editor::{self, Head};
use super::show;
use crate::error::{Error, Reply};
use crate::form::{Faulty, Fields, Posted, done};
use crate::page::{Page, html_with};
use crate::viewer::{Staff, Visit};
use actions::previews::LinkForm;
use askama::Template;
use axum::extract::Path;
use domain::id::PreviewId;
use domain::preview::{DAYS, DAYS_MAX, PreviewState};
use domain::text::NAME_MAX;
use http::{HeaderValue, header};
use store::At;
use store::previews::Link;
use store::views::page::Frame;

#[derive(Template)]
#[template(path = "office/previews.html")]
struct Previews {
    page: Page,
    desk: Desk,
    head: Head,
    links: Vec<Line>,
    name: String,
    name_max: usize,
    days: String,
    days_max: i64,
    /// The address that was just made.
    made: Option<String>,
    faults: Faulty,
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
    let frame = editor::frame(&visit, &slug).await?;
    page(&visit, &frame, fresh(), None, actions::Faults::new()).await
}

/// `POST /admin/consultations/{slug}/previews`: the link is shown on this page and never again.
pub(super) async fn share(Staff(visit): Staff, Path(slug): Path<String>, Posted(typed): Posted<Fields>) -> Reply {
    let frame = editor::frame(&visit, &slug).await?;
    let form = LinkForm { name: typed.get("name").to_owned(), days: typed.get("lasts").to_owned() };
    let made = match actions::previews::share(&visit.web.app, visit.viewer, &slug, &form).await {
        Ok(token) => visit.web.app.links.absolute(&format!("/preview/{token}")),
        Err(actions::Error::Faulty(faults)) => return page(&visit, &frame, form, None, faults).await,
        Err(other) => return Err(other.into()),
    };
    let mut reply = page(&visit, &frame, fresh(), Some(made), actions::Faults::new()).await?;
    reply.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    Ok(reply)
}

/// `POST /admin/consultations/{slug}/previews/end`.
pub(super) async fn end(Staff(visit): Staff, Path(slug): Path<String>, Posted(typed): Posted<Fields>) -> Reply {
    editor::frame(&visit, &slug).await?;
    let id = PreviewId::parse(typed.get("link")).ok_or(Error::NOT_FOUND)?;
    actions::previews::revoke(&visit.web.app, visit.viewer, &slug, id).await?;
    Ok(done(&format!("/admin/consultations/{slug}/previews"), "preview-ended"))
}

fn fresh() -> LinkForm {
    LinkForm { name: String::new(), days: DAYS.to_string() }
}

async fn page(visit: &Visit, frame: &Frame, form: LinkForm, made: Option<String>, faults: actions::Faults) -> Reply {
    let (mut page, desk) = desk::open(visit, Section::Consultations, frame.consultation.title.clone()).await?;
    page.title = page.t.with1("previews-title", "title", page.title.as_str());
    let id = frame.consultation.id;
    let found = visit.web.app.store.read(move |db| store::previews::of_consultation(db, id)).await?;
    let faults = Faulty::new(&page.t, &faults);
    let (page, status) = show::told(page, &faults);
    let view = Previews {
        head: editor::head(&page.t, frame, page.now, "/previews"),
        links: found.iter().map(|link| line(&page, link)).collect(),
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
