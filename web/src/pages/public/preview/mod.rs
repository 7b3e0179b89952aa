//! A draft, shown to whoever has a link to it: the pages as they will be, marked as a draft, with nothing to send. Wrong, over and taken back look
//! the same; what is published has its own page. The headers of these addresses are set for all of them in `security.rs`.

mod budget;
mod documents;
mod funding;
mod learn;
mod map;
mod open_data;
mod poll;
mod questionnaire;
mod street;
mod text;

use super::head::{Head, Line, Tab};
use crate::error::{Error, Reply};
use crate::form::see;
use crate::page::{Page, Title};
use crate::routes::table;
use crate::viewer::Visit;
use actions::limits::Purpose;
use axum::extract::Path;
use store::Db;
use store::views::page::{self, Frame};

table! {
    /// What a link to a draft shows.
    routes, ROUTES:
    "/preview/{token}" => get first;
    "/preview/{token}/text" => get text::show;
    "/preview/{token}/documents" => get documents::show;
    "/preview/{token}/documents/{id}/{version}" => get documents::file;
    "/preview/{token}/map" => get map::show;
    "/preview/{token}/budget" => get budget::show;
    "/preview/{token}/polls/{poll}" => get poll::show;
    "/preview/{token}/q/{form}" => get questionnaire::show;
}

/// `GET /preview/{token}`: the first page of a draft, or its only one.
async fn first(mut visit: Visit, Path(token): Path<String>) -> Reply {
    let app = visit.web.app.clone();
    app.limits.check(Purpose::Form, &visit.client.bucket())?;
    let (now, asked) = (app.now(), token.clone());
    let draft = app.store.read(move |db| actions::previews::open(db, &asked, now)).await?;
    let counted = token.clone();
    let reply = match draft {
        store::previews::Draft::Consultation(_) => learn::show(visit, token).await?,
        store::previews::Draft::Funding(id) => {
            visit.leave_rights();
            funding::show(&visit, id).await?
        }
        store::previews::Draft::Street => {
            visit.leave_rights();
            street::show(&visit).await?
        }
        store::previews::Draft::OpenData => {
            visit.leave_rights();
            open_data::show(&visit).await?
        }
    };
    if reply.status().is_success() {
        actions::previews::count(&app, &counted).await?;
    }
    Ok(reply)
}

/// A page of a draft that is no consultation.
async fn alone(visit: &Visit, title: impl Into<Title>) -> Result<Page, Error> {
    let mut page = visit.page(title).await?;
    page.crumbs.clear();
    page.title = page.t.with1("preview-title", "title", page.title.as_str());
    Ok(page)
}

/// A page of a draft, before it is drawn.
struct Draft {
    page: Page,
    head: Head,
    frame: Frame,
}

impl Draft {
    /// The page below that of the consultation.
    fn below(mut self, title: String) -> Self {
        self.page = self.page.under(self.head.path.clone(), self.head.title.clone());
        self.page.title = title;
        self
    }
}

/// Shows a page of the draft behind a token: `read` what it needs, then `draw` it. The reader has no rights there, whoever they are.
async fn show<T: Send + 'static>(
    visit: Visit,
    at: (String, Tab),
    read: impl FnOnce(&mut Db, &Frame) -> Result<T, Error> + Send + 'static,
    draw: impl FnOnce(Draft, T) -> Reply,
) -> Reply {
    visit.web.app.limits.check(Purpose::Form, &visit.client.bucket())?;
    shown(visit, at, read, draw).await
}

/// The same for whom the limit was asked before.
async fn shown<T: Send + 'static>(
    mut visit: Visit,
    (token, tab): (String, Tab),
    read: impl FnOnce(&mut Db, &Frame) -> Result<T, Error> + Send + 'static,
    draw: impl FnOnce(Draft, T) -> Reply,
) -> Reply {
    let app = &visit.web.app;
    let (now, asked) = (app.now(), token.clone());
    let looked = app.store.read(move |db| {
        let consultation = actions::previews::consultation(db, &asked, now)?;
        let mut frame = page::frame(db, &consultation.slug)?.ok_or(Error::NOT_FOUND)?;
        // A text that is being written is a part of the draft.
        frame.text = store::draft_texts::of_consultation(db, consultation.id)?.is_some();
        let more = if frame.calendar.published { None } else { Some(read(db, &frame)?) };
        Ok::<_, Error>((frame, more))
    });
    let (mut frame, more) = looked.await?;
    let Some(more) = more else { return Ok(see(&format!("/c/{}", frame.consultation.slug))) };
    visit.leave_rights();
    frame.calendar.published = true;
    frame.consultation.published_at.get_or_insert(store::At(now));
    let title = frame.consultation.title.clone();
    let mut page = visit.page(title).await?;
    page.title = page.t.with1("preview-title", "title", page.title.as_str());
    let head = head(&visit, &page, &frame, (&token, tab));
    draw(Draft { page, head, frame }, more)
}

/// The head of the consultation, which leads to nothing but what the link shows.
fn head(visit: &Visit, page: &Page, frame: &Frame, (token, tab): (&str, Tab)) -> Head {
    let path = format!("/preview/{token}");
    let line = |end: &str, key: &str, this: Tab| Line { path: format!("{path}{end}"), label: page.t.get(key), current: this == tab };
    let mut tabs = vec![line("", "consultation-tab-learn", Tab::Learn)];
    if frame.text {
        tabs.push(line("/text", "text-tab", Tab::Text));
    }
    if frame.documents {
        tabs.push(line("/documents", "documents-tab", Tab::Documents));
    }
    if frame.map {
        tabs.push(line("/map", "map-tab", Tab::Map));
    }
    if frame.budget {
        tabs.push(line("/budget", "budget-tab", Tab::Budget));
    }
    Head { tabs, editor: None, draft: false, inviting: false, path, ..Head::new(visit, page, frame, tab) }
}
