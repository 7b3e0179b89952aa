//! The same meetings as calendars: one, those of a consultation, those of the instance.

use super::{Found, find, path};
use crate::error::{Error, Reply};
use crate::ics::Calendar;
use crate::pages::public::{load, territory};
use crate::texts::Texts;
use crate::viewer::Visit;
use axum::extract::Path;
use domain::links::Links;
use domain::markup;
use domain::meeting::MeetingState;
use http::HeaderMap;
use jiff::SignedDuration;
use store::At;
use store::meetings::{Meeting, When};

/// Meetings of a file.
const EVENTS: i64 = 500;
/// How far a file looks back: those that were held last stay in people's calendars.
const BACK: SignedDuration = SignedDuration::from_hours(90 * 24);
/// Characters of a text.
const EXCERPT: usize = 600;
/// What the files are.
const MEDIA_TYPE: &str = "text/calendar; charset=utf-8";

/// `GET /meetings/{meeting}/calendar.ics`.
pub(in crate::pages::public) async fn one(visit: Visit, Path(id): Path<String>, asked: HeaderMap) -> Reply {
    let Found { row, .. } = visit.web.app.store.read(move |db| find(db, (false, &id))).await?;
    let file = file(&visit, &row.title.clone(), &[row])?;
    Ok(territory::kept(&asked, MEDIA_TYPE, file))
}

/// `GET /calendar.ics`.
pub(in crate::pages::public) async fn of_all(visit: Visit, asked: HeaderMap) -> Reply {
    let since = At(visit.web.app.now() - BACK);
    let read = visit.web.app.store.read(move |db| store::meetings::list(db, None, When::Coming(since), 0, EVENTS));
    let (rows, _) = read.await?;
    let name = visit.web.app.instance().await?.name.clone();
    let file = file(&visit, &Texts::new(visit.lang).with1("meetings-of", "place", name), &rows)?;
    Ok(territory::kept(&asked, MEDIA_TYPE, file))
}

/// `GET /c/{slug}/calendar.ics`.
pub(in crate::pages::public) async fn of_consultation(visit: Visit, Path(slug): Path<String>, asked: HeaderMap) -> Reply {
    let (viewer, since) = (visit.viewer, At(visit.web.app.now() - BACK));
    let read = visit.web.app.store.read(move |db| {
        let frame = load::frame(db, &slug, viewer)?;
        let (rows, _) = store::meetings::list(db, Some(frame.consultation.id), When::Coming(since), 0, EVENTS)?;
        Ok::<_, Error>((frame.consultation.title, rows))
    });
    let (title, rows) = read.await?;
    let file = file(&visit, &Texts::new(visit.lang).with1("meetings-of", "place", title), &rows)?;
    Ok(territory::kept(&asked, MEDIA_TYPE, file))
}

fn file(visit: &Visit, name: &str, rows: &[Meeting]) -> Result<String, Error> {
    let mut calendar = Calendar::named("meetings", name);
    for row in rows {
        write(&mut calendar, &visit.web.app.links, row)?;
    }
    Ok(calendar.file())
}

/// A link that is for those who have a place is not in it, whoever asks: calendars are passed on.
fn write(calendar: &mut Calendar, links: &Links, row: &Meeting) -> Result<(), Error> {
    let host = links.origin().rsplit('/').next().unwrap_or_default();
    calendar.begin(&format!("{}@{host}", row.id.0));
    calendar.instant("DTSTAMP", row.edited_at.0);
    calendar.instant("LAST-MODIFIED", row.edited_at.0);
    calendar.plain("SEQUENCE", &row.sequence.to_string());
    calendar.instant("DTSTART", row.begins_at.0);
    calendar.instant("DTEND", row.ends_at.0);
    let cancelled = row.terms()?.state == MeetingState::Cancelled;
    calendar.plain("STATUS", if cancelled { "CANCELLED" } else { "CONFIRMED" });
    calendar.text("SUMMARY", &row.title);
    let place = [&row.venue, &row.address].into_iter().filter(|text| !text.is_empty()).cloned().collect::<Vec<_>>().join(", ");
    let online = !row.link.is_empty() && !row.link_is_private;
    match (place.is_empty(), online) {
        (false, _) => calendar.text("LOCATION", &place),
        (true, true) => calendar.text("LOCATION", &row.link),
        (true, false) => {}
    }
    if let Some((latitude, longitude)) = row.latitude.zip(row.longitude) {
        calendar.plain("GEO", &format!("{latitude:.6};{longitude:.6}"));
    }
    let words = markup::excerpt(&row.body, EXCERPT);
    if !words.is_empty() {
        calendar.text("DESCRIPTION", &words);
    }
    calendar.address(&links.absolute(&path(row.id)));
    calendar.end();
    Ok(())
}
