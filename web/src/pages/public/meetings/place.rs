//! One's own place: the code for the desk, the confirmation of the address, the way to give the place back. Whoever has the address of the page has
//! the place: it is in the letter alone.

use super::show::place_state;
use super::{Found, dated, find, path};
use crate::error::{Error, Reply};
use crate::form::{Fields, Posted, done};
use crate::page::{Page, html};
use crate::pages::public::rich::Html;
use crate::pages::public::states::State;
use crate::viewer::Visit;
use actions::limits::Purpose;
use actions::{meetings, random};
use askama::Template;
use axum::extract::Path;
use domain::letter_code::grouped;
use domain::meeting::{self, MeetingState, PlaceState};
use domain::refusal::Refusal;
use http::{HeaderValue, header};
use store::registrations::Registration;

#[derive(Template)]
#[template(path = "meeting_place.html")]
struct Place {
    page: Page,
    /// The path of this page, with its secret.
    own: String,
    path: String,
    lang: String,
    title: String,
    when: Html,
    venue: String,
    address: String,
    link: Option<String>,
    state: State,
    /// What it means and what comes next.
    text: String,
    code: Option<String>,
    cancelled: bool,
    may_confirm: bool,
    may_leave: bool,
}

/// `GET /meetings/{meeting}/r/{key}`.
pub(in crate::pages::public) async fn show(visit: Visit, Path((id, key)): Path<(String, String)>) -> Reply {
    let (found, one, before) = read(&visit, &id, &key).await?;
    let mut page = found.page(&visit).await?.under(path(found.row.id), found.row.title.clone());
    page.title = page.t.get("place-title");
    let (row, state) = (&found.row, one.state()?);
    let over = row.ends_at.0 <= page.now;
    let view = Place {
        own: format!("{}/r/{key}", path(row.id)),
        path: path(row.id),
        lang: row.lang.clone(),
        title: row.title.clone(),
        when: dated(&page, row),
        venue: row.venue.clone(),
        address: row.address.clone(),
        link: Some(row.link.clone()).filter(|link| !link.is_empty() && !over && (!row.link_is_private || state.takes_a_place())),
        // ftl: place-text-*
        text: page.t.with1(&format!("place-text-{state}"), "before", before),
        state: place_state(&page, state),
        code: state.wants_to_come().then(|| grouped(&one.code)),
        cancelled: found.terms.state == MeetingState::Cancelled,
        may_confirm: !state.wants_to_come() && meeting::may_register(&found.terms, page.now).is_ok(),
        may_leave: state.wants_to_come() && meeting::may_leave(&found.terms, state, page.now).is_ok(),
        page,
    };
    let mut reply = html(view)?;
    let headers = reply.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    headers.insert("x-robots-tag", HeaderValue::from_static("noindex"));
    Ok(reply)
}

/// `POST /meetings/{meeting}/r/{key}`: confirms, or gives the place back.
pub(in crate::pages::public) async fn change(
    visit: Visit,
    Path((id, key)): Path<(String, String)>,
    Posted(typed): Posted<Fields>,
) -> Reply {
    let app = &visit.web.app;
    app.limits.check(Purpose::Form, &visit.client.bucket())?;
    let (found, ..) = read(&visit, &id, &key).await?;
    let (meeting, own) = (found.row.id.to(), format!("{}/r/{key}", path(found.row.id)));
    match typed.get("act") {
        "confirm" => {
            let state = meetings::confirm(app, meeting, &key).await?;
            Ok(done(&own, if state == PlaceState::Waiting { "meeting-waiting" } else { "meeting-registered" }))
        }
        "leave" => {
            meetings::leave_with(app, meeting, &key).await?;
            Ok(done(&own, "meeting-left"))
        }
        _unknown => Err(Error::Unreadable("act".to_owned())),
    }
}

/// A registration with its meeting, and how many wait before it.
async fn read(visit: &Visit, id: &str, key: &str) -> Result<(Found, Registration, i64), Error> {
    let (id, hash) = (id.to_owned(), random::token_hash(key));
    let read = visit.web.app.store.read(move |db| {
        let found = find(db, (false, &id))?;
        let one = store::registrations::by_key(db, found.row.id, &hash)?.ok_or(Error::Refused(Refusal::LinkExpired))?;
        let before = store::registrations::before(db, &one)?;
        Ok::<_, Error>((found, one, before))
    });
    read.await
}
