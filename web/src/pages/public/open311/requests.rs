//! What was reported, for programs.

use super::shape::{Cell, ROWS_MAX, Row, Rows, moment, text};
use super::{Answer, Asked, No};
use domain::Timestamp;
use http::StatusCode;
use jiff::SignedDuration;
use store::street::lists::{self, Filter};
use store::street::{Category, Report};
use store::{At, Uid};

/// How far back is looked, and how long a range may be (GeoReport v2, "GET Service Requests").
const RANGE: SignedDuration = SignedDuration::from_hours(90 * 24);
/// The highest number of a page that is looked at.
const PAGES_MAX: i64 = 100_000;

const WRONG: StatusCode = StatusCode::BAD_REQUEST;

/// A moment with its zone, as W3C writes it.
fn day(asked: &Asked, name: &'static str) -> Result<Option<Timestamp>, No> {
    asked.get(name).map(|typed| typed.parse().map_err(|_no_moment| No(WRONG, "date"))).transpose()
}

/// From when until when: the last 90 days where nothing is said, and 90 days at the most where both are.
pub(super) fn range(asked: &Asked) -> Result<(Timestamp, Timestamp), No> {
    let now = asked.web.app.now();
    let (from, until) = match (day(asked, "start_date")?, day(asked, "end_date")?) {
        (Some(from), Some(until)) => (from, until),
        (Some(from), None) => (from, from.checked_add(RANGE).map_or(now, |end| end.min(now))),
        (None, Some(until)) => (until.checked_sub(RANGE).unwrap_or(until), until),
        (None, None) => (now - RANGE, now),
    };
    let (first, last) = (from.as_second(), until.as_second());
    if first > last && first <= now.as_second() {
        return Err(No(WRONG, "range"));
    }
    if last - first > RANGE.as_secs() { Err(No(WRONG, "range")) } else { Ok((from, until)) }
}

fn number(asked: &Asked, name: &str, most: i64) -> Result<Option<i64>, No> {
    asked.get(name).map(|typed| typed.parse().ok().filter(|n| (1..=most).contains(n)).ok_or(No(WRONG, "page"))).transpose()
}

fn closed(asked: &Asked) -> Result<Option<bool>, No> {
    let mut wanted = (false, false);
    for status in asked.all("status") {
        match status {
            "open" => wanted.0 = true,
            "closed" => wanted.1 = true,
            _other => return Err(No(WRONG, "status")),
        }
    }
    Ok(match wanted {
        (true, false) => Some(false),
        (false, true) => Some(true),
        (true, true) | (false, false) => None,
    })
}

/// `GET /open311/v2/requests`.
pub(super) async fn list(asked: &Asked) -> Answer {
    let numbers = asked.all("service_request_id").into_iter().map(|id| id.parse::<i64>().map_err(|_no_id| No(WRONG, "id")));
    let numbers: Vec<i64> = numbers.collect::<Result<_, _>>()?;
    let most = i64::try_from(ROWS_MAX).unwrap_or(i64::MAX);
    let size = number(asked, "page_size", most)?.unwrap_or(most);
    let page = number(asked, "page", PAGES_MAX)?.unwrap_or(1);
    let mut filter = Filter { public: true, ..Filter::default() };
    let mut codes: Vec<String> = Vec::new();
    if numbers.is_empty() {
        let (from, until) = range(asked)?;
        (filter.from, filter.until, filter.closed) = (Some(At(from)), Some(At(until)), closed(asked)?);
        codes = asked.all("service_code").into_iter().map(str::to_owned).collect();
    } else {
        // This overrides all other arguments.
        filter.numbers = Some(numbers);
    }
    let read = asked.web.app.store.read(move |db| {
        let categories = store::street::categories(db, true)?;
        if !codes.is_empty() {
            let chosen: Vec<Uid> =
                categories.iter().filter(|category| codes.contains(&category.code)).map(|category| category.id).collect();
            if chosen.is_empty() {
                return Ok(None);
            }
            filter.categories = Some(chosen);
        }
        let (reports, _) = lists::page(db, &filter, (page - 1) * size, size)?;
        let ids: Vec<Uid> = reports.iter().map(|report| report.id).collect();
        Ok::<_, store::Error>(Some((store::street::last_words(db, &ids)?, categories, reports)))
    });
    let (words, categories, reports) = read.await?.ok_or(No(StatusCode::NOT_FOUND, "service"))?;
    let rows = reports.iter().map(|report| row(asked, report, &categories, &words)).collect::<Result<_, _>>()?;
    Ok(Rows { root: "service_requests", item: Some("request"), rows })
}

/// `GET /open311/v2/requests/{id}`.
pub(super) async fn one(asked: &Asked) -> Answer {
    let number: i64 = asked.name.parse().map_err(|_no_number| No(StatusCode::NOT_FOUND, "request"))?;
    let read = asked.web.app.store.read(move |db| {
        let Some(report) = store::street::numbered(db, number)?.filter(Report::is_public) else { return Ok(None) };
        Ok::<_, store::Error>(Some((store::street::last_words(db, &[report.id])?, store::street::categories(db, true)?, report)))
    });
    let (words, categories, report) = read.await?.ok_or(No(StatusCode::NOT_FOUND, "request"))?;
    Ok(Rows { root: "service_requests", item: Some("request"), rows: vec![row(asked, &report, &categories, &words)?] })
}

/// `GET /open311/v2/tokens/{token}`: reports get their number at once, so the only token is the id of the report.
pub(super) async fn token(asked: &Asked) -> Answer {
    let none = || No(StatusCode::NOT_FOUND, "token");
    let id = uuid::Uuid::try_parse(&asked.name).map_err(|_no_token| none())?;
    let found = asked.web.app.store.read(move |db| store::street::find(db, Uid(id))).await?;
    let report = found.filter(Report::is_public).ok_or_else(none)?;
    let row = vec![("service_request_id", Cell::Whole(report.number)), ("token", Cell::Text(asked.name.clone()))];
    Ok(Rows { root: "service_requests", item: Some("request"), rows: vec![row] })
}

/// A report, with nothing of whoever made it.
fn row(asked: &Asked, report: &Report, categories: &[Category], words: &[(Uid, String)]) -> Result<Row, No> {
    let category = categories.iter().find(|category| category.id == report.category_id);
    let closed = report.state().map_err(No::from)?.is_closed();
    let said = words.iter().find(|(id, _)| *id == report.id).map_or("", |(_, words)| words.as_str());
    let agency = if report.competent.is_empty() { &report.service } else { &report.competent };
    let photo = || asked.web.app.links.absolute(&format!("/street/{}/photo", report.number));
    Ok(vec![
        ("service_request_id", Cell::Whole(report.number)),
        ("status", text(if closed { "closed" } else { "open" })),
        ("status_notes", text(said)),
        ("service_name", text(category.map_or("", |category| &category.name))),
        ("service_code", text(category.map_or("", |category| &category.code))),
        ("description", text(&report.body)),
        ("agency_responsible", text(agency)),
        ("service_notice", Cell::Nothing),
        ("requested_datetime", moment(report.reported_at.0)),
        ("updated_datetime", moment(report.closed_at.unwrap_or(report.changed_at).0)),
        ("expected_datetime", report.due_at.map_or(Cell::Nothing, |due| moment(due.0))),
        ("address", text(&report.address)),
        ("address_id", Cell::Nothing),
        ("zipcode", Cell::Nothing),
        ("lat", report.latitude.map_or(Cell::Nothing, Cell::Number)),
        ("long", report.longitude.map_or(Cell::Nothing, Cell::Number)),
        ("media_url", report.photo_id.map_or(Cell::Nothing, |_| Cell::Text(photo()))),
    ])
}
