//! A report with its history, its picture, and who else follows it.

use crate::assets;
use crate::budget::Look;
use crate::error::{Error, Reply};
use crate::form::{self, Faulty, Posted};
use crate::page::{Page, html_with};
use crate::pages::public::placed::PlaceView;
use crate::street::{self, Told};
use crate::viewer::Visit;
use actions::street::Contact;
use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use serde::Deserialize;
use store::At;
use store::street::followers::{self, Follower};
use store::street::routes::{self, Route};
use store::street::{Report, Step};

#[derive(Template)]
#[template(path = "street/one.html")]
struct One {
    page: Page,
    number: i64,
    category: String,
    kind: String,
    kind_icon: &'static str,
    state: Look,
    body: Vec<String>,
    address: String,
    place: Option<PlaceView>,
    photo: bool,
    at: At,
    due: Option<At>,
    late: bool,
    followers: i32,
    /// How many follow it with an account of another server: counted apart.
    guests: i64,
    told: Vec<Told>,
    elsewhere: Option<Elsewhere>,
    came_from: Option<Elsewhere>,
    /// Of another report that says the same.
    same_as: Option<i64>,
    service: String,
    /// Who is competent, where it is somebody else.
    competent: String,
    private: bool,
    hidden: bool,
    open: bool,
    /// Whether the reader follows it.
    follows: bool,
    with_account: bool,
    /// Where agents work on it.
    office: Option<String>,
    email: String,
    faults: Faulty,
}

/// Another collectivity that has it, or that it came from.
pub(crate) struct Elsewhere {
    pub(crate) name: String,
    pub(crate) page: Option<String>,
    /// Where it stands there.
    pub(crate) state: Option<Look>,
    /// Whether nothing was answered for long.
    pub(crate) silent: bool,
    pub(crate) since: At,
}

/// All that a report's page needs.
pub(super) struct Found {
    report: Report,
    category: String,
    steps: Vec<Step>,
    outward: Option<(Route, String)>,
    inward: Option<(Route, String)>,
    own: Option<Follower>,
    guests: i64,
    same_as: Option<i64>,
}

/// The form to follow, as it was sent.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    email: String,
}

/// Reads a report, for whoever may see it: everybody, or agents, moderators and whoever follows it. `with` is what a letter gave them.
pub(super) async fn read(visit: &Visit, number: i64, with: Option<Follower>) -> Result<Found, Error> {
    let viewer = visit.viewer;
    let staff = [OfficeVerb::Answer, OfficeVerb::Moderate].iter().any(|verb| permission::may_in_office(viewer, *verb).is_ok());
    let read = visit.web.app.store.read(move |db| {
        let report = store::street::numbered(db, number)?.ok_or(Error::NOT_FOUND)?;
        let own = match (with, viewer.actor) {
            (Some(own), _) => Some(own),
            (None, Some(actor)) => followers::of_account(db, report.id, store::Uid::of(actor))?,
            (None, None) => None,
        };
        // Who made it sees what is private as long as it is not hidden; who only follows does not.
        let theirs = own.as_ref().is_some_and(|own| own.reporter) && report.confirmed_at.is_some() && report.hidden_at.is_none();
        if !(report.is_public() || theirs || (staff && report.confirmed_at.is_some())) {
            return Err(Error::NOT_FOUND);
        }
        let name = |found: Option<routes::Named>| found.map(|(route, name, ..)| (route, name));
        let same_as = match report.duplicate_of {
            Some(other) => store::street::find(db, other)?.filter(Report::is_public).map(|other| other.number),
            None => None,
        };
        Ok(Found {
            category: store::street::category(db, report.category_id)?.map(|category| category.name).unwrap_or_default(),
            steps: store::street::steps(db, report.id)?,
            outward: name(routes::of(db, report.id, false)?),
            inward: name(routes::of(db, report.id, true)?),
            guests: followers::count_guests(db, report.id)?,
            own,
            same_as,
            report,
        })
    });
    read.await
}

/// Where a report is elsewhere, in words.
pub(crate) fn elsewhere(page: &Page, (route, name): (Route, String)) -> Elsewhere {
    let silence = jiff::SignedDuration::from_hours(24 * domain::street::UNANSWERED_DAYS);
    let state = domain::street::ReportState::parse(&route.state).map(|state| street::state(&page.t, state));
    Elsewhere {
        name: domain::text::line(&name),
        page: Some(route.uri).filter(|uri| uri.starts_with("http")),
        silent: !route.inward && route.answered_at.is_none() && route.sent_at.0 + silence < page.now,
        since: route.sent_at,
        state,
    }
}

/// `GET /street/{number}`.
pub(super) async fn show(visit: Visit, Path(number): Path<i64>) -> Reply {
    view(&visit, number, String::new(), &[]).await
}

// ftl: street-kind-*
async fn view(visit: &Visit, number: i64, email: String, faults: &[(&'static str, domain::text::Fault)]) -> Reply {
    let found = read(visit, number, None).await?;
    let row = found.report;
    let title = format!("{} · {}", found.category, if row.address.is_empty() { format!("n° {number}") } else { row.address.clone() });
    let page = visit.page(title).await?.with_faults(!faults.is_empty());
    let name = page.t.get("street-title");
    let page = page.under("/street", name);
    let state = row.state()?;
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let agent = permission::may_in_office(visit.viewer, OfficeVerb::Answer).is_ok();
    let view = One {
        number,
        category: found.category,
        kind: page.t.code("street-kind", &row.kind),
        kind_icon: street::kind_icon(&row.kind),
        state: street::state(&page.t, state),
        body: street::paragraphs(&row.body),
        place: PlaceView::of_report(visit, &page, &row),
        photo: row.photo_id.is_some(),
        at: row.confirmed_at.unwrap_or(row.reported_at),
        due: row.due_at.filter(|_| !state.is_closed()),
        late: row.due_at.is_some_and(|due| due.0 < page.now),
        followers: row.followers,
        guests: found.guests,
        told: street::told(&page, found.steps, false)?,
        elsewhere: found.outward.filter(|(route, _)| route.ended_at.is_none()).map(|way| elsewhere(&page, way)),
        came_from: found.inward.map(|way| elsewhere(&page, way)),
        same_as: found.same_as,
        service: row.service.clone(),
        competent: domain::text::line(&row.competent),
        private: row.private,
        hidden: row.hidden_at.is_some(),
        open: !state.is_closed() && row.is_public(),
        follows: found.own.is_some(),
        with_account: page.me.is_some(),
        office: agent.then(|| format!("/admin/street/{number}")),
        address: row.address,
        faults: Faulty::new(&page.t, faults),
        email,
        page,
    };
    html_with(status, view)
}

/// `GET /street/{number}/photo`: for whoever may see the report.
pub(super) async fn photo(visit: Visit, Path(number): Path<i64>, asked: HeaderMap) -> Reply {
    let found = read(&visit, number, None).await?;
    let id = found.report.photo_id.ok_or(Error::NOT_FOUND)?;
    // A digest: the id of a picture opens nothing, and need not be known.
    let tag = format!("\"{}\"", assets::digest(id.0.as_bytes()));
    let public = found.report.is_public();
    if public && asked.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes()) {
        return Ok(StatusCode::NOT_MODIFIED.into_response());
    }
    let media = visit.web.app.store.read(move |db| store::media::find(db, id)).await?.ok_or(Error::NOT_FOUND)?;
    if media.content_type != "image/jpeg" {
        return Err(Error::Broken(format!("a picture of type {}", media.content_type)));
    }
    // It may be hidden tomorrow, or covered: whoever keeps it asks first.
    let keep = if public { "public, no-cache" } else { "private, no-store" };
    let tag = HeaderValue::from_str(&tag).map_err(|bad| Error::Broken(bad.to_string()))?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("image/jpeg")),
        (header::CACHE_CONTROL, HeaderValue::from_static(keep)),
        (header::ETAG, tag),
    ];
    Ok((headers, media.bytes).into_response())
}

/// `POST /street/{number}/follow`: with an account, or an address that a letter asks first.
pub(super) async fn follow(visit: Visit, Path(number): Path<i64>, Posted(typed): Posted<Typed>) -> Reply {
    let app = &visit.web.app;
    let path = format!("/street/{number}");
    if visit.me.is_some() {
        return match actions::street::follow(app, visit.viewer, number, visit.lang).await {
            Ok(()) | Err(actions::Error::Refused(Refusal::AlreadyDone)) => Ok(form::done(&path, "street-followed")),
            Err(other) => Err(other.into()),
        };
    }
    let contact = Contact { email: typed.email.clone(), ..Contact::default() };
    match actions::street::follow_by_mail(app, &visit.client.bucket(), number, &contact, visit.lang).await {
        Ok(()) => Ok(form::see("/street/sent")),
        Err(actions::Error::Faulty(faults)) => view(&visit, number, typed.email, &faults).await,
        Err(other) => Err(other.into()),
    }
}

/// `POST /street/{number}/unfollow`.
pub(super) async fn unfollow(visit: Visit, Path(number): Path<i64>, _: Posted<Typed>) -> Reply {
    visit.me()?;
    match actions::street::unfollow(&visit.web.app, visit.viewer, number, None).await {
        Ok(()) => Ok(form::done(&format!("/street/{number}"), "street-unfollowed")),
        Err(other) => Err(other.into()),
    }
}
