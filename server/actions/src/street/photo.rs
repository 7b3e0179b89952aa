//! The picture of a report: one that a program speaks of is read later; where faces and plates are covered, the covered picture takes the place of the
//! other one, which is gone.

use domain::Timestamp;
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use domain::text::Fault;
use store::jobs::JobKind;
use store::street::Report;
use store::street::routes;
use store::{At, Db, Uid};
use url::Url;

use super::{forward, held, make};
use crate::pictures::{self, Part};
use crate::{App, Error, Result};

/// Most parts that are covered at once.
const PARTS_MAX: usize = 64;

/// Longest address of a picture, in bytes.
const ADDRESS_MAX: usize = 2000;

/// Where a program says that the picture of its report is.
///
/// # Errors
/// `media` when it is no address of the web.
pub(super) fn address(typed: &str) -> Result<Option<Url>> {
    if typed.is_empty() {
        return Ok(None);
    }
    let found = Url::parse(typed).ok().filter(|url| {
        let is_web = matches!(url.scheme(), "http" | "https") && url.host_str().is_some();
        is_web && url.username().is_empty() && url.password().is_none() && typed.len() <= ADDRESS_MAX
    });
    found.map(Some).ok_or_else(|| Error::fault("media", Fault::Shape))
}

/// Has the picture of a report read. Two reports may speak of one picture: the fragment, which no server is told, keeps them apart.
pub(super) fn want(db: &mut Db, report: Uid, address: &Url, now: Timestamp) -> Result<()> {
    let mut address = address.clone();
    address.set_fragment(Some(&report.0.to_string()));
    Ok(store::jobs::about(db, JobKind::FetchPhoto, address.as_str(), Some(report), now)?)
}

/// The picture of a report that another collectivity sent, as that says now: what is not said any more is gone, another one is read. `known` is what it
/// signed before: the same picture stays as it is here, also where agents covered parts of it.
pub(super) fn as_said(db: &mut Db, row: &mut Report, known: &str, address: Option<&Url>, now: Timestamp) -> Result<()> {
    if let Some(old) = row.photo_id {
        // In quotes: of its words, a quote would be escaped.
        if address.is_some_and(|address| known.contains(&format!("\"{address}\""))) {
            return Ok(());
        }
        store::street::changes::drop_photo(db, row.id, old)?;
        row.photo_id = None;
    }
    address.map_or(Ok(()), |address| want(db, row.id, address, now))
}

/// Whether a report still waits for its picture, and may have it: not where whoever sent it hides it.
fn waits(db: &mut Db, row: &Report) -> Result<bool> {
    Ok(row.photo_id.is_none() && routes::of(db, row.id, true)?.is_none_or(|(route, ..)| route.hidden_at.is_none()))
}

/// Whether a report still waits for its picture.
///
/// # Errors
/// When the store fails.
pub async fn wants_photo(app: &App, report: Uid) -> Result<bool> {
    let found = app.store.read(move |db| match store::street::find(db, report)? {
        Some(row) => waits(db, &row),
        None => Ok(false),
    });
    Ok(app.remote_pictures && found.await?)
}

/// Keeps the picture that was read for a report, encoded anew; of what is no picture, nothing.
///
/// # Errors
/// When the store fails.
pub async fn keep_photo(app: &App, report: Uid, bytes: Vec<u8>) -> Result<()> {
    let photo = match pictures::in_turn(app, bytes, make::PHOTO_SIDE, false).await {
        Ok(photo) => photo,
        Err(Error::Faulty(faults)) => {
            tracing::info!(?faults, "the picture of a report is none");
            return Ok(());
        }
        Err(error) => return Err(error),
    };
    let now = app.now();
    app.store
        .write(move |db| {
            let Some(row) = store::street::find(db, report)? else { return Ok(()) };
            let mut row = held(db, row.number)?;
            if !waits(db, &row)? {
                return Ok(());
            }
            let photo = make::store_photo(db, photo, now)?;
            store::street::changes::first_photo(db, row.id, photo)?;
            row.changed_at = At(now);
            store::street::update(db, &row)?;
            passed_on(db, &row, now)?;
            Ok(store::journal::append(db, &Event::new(EventKind::StreetTended).on(row.id.0).detail("photo"), now)?)
        })
        .await
}

/// Whoever has the report hears of its other picture.
fn passed_on(db: &mut Db, row: &Report, now: Timestamp) -> Result<()> {
    if row.is_public() { forward::tell_all(db, row, now) } else { Ok(()) }
}

/// Covers parts of the picture of a report. Agents do.
///
/// # Errors
/// A refusal of the permission table, `NotFound` without a picture, a faulty `cell` where no part is named or too many are, `NotOpenNow` when the
/// picture changed meanwhile, or the store's failure.
pub async fn cover_photo(app: &App, viewer: Viewer, number: i64, parts: Vec<Part>) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::Answer)?;
    if parts.is_empty() || parts.len() > PARTS_MAX {
        return Err(Error::fault("cell", Fault::Missing));
    }
    let read = app.store.read(move |db| {
        let row = store::street::numbered(db, number)?.and_then(|row| row.photo_id);
        Ok::<_, store::Error>(match row {
            Some(id) => store::media::find(db, id)?,
            None => None,
        })
    });
    let old = read.await?.ok_or(Refusal::NotFound)?;
    let covered = pictures::in_turn_covered(app, old.bytes, make::PHOTO_SIDE, (false, parts)).await?;
    let (now, replaced) = (app.now(), old.id);
    app.store
        .write(move |db| {
            let mut row = held(db, number)?;
            let photo = make::store_photo(db, covered, now)?;
            if !store::street::changes::replace_photo(db, row.id, replaced, photo)? {
                return Err(Refusal::NotOpenNow.into());
            }
            row.changed_at = At(now);
            store::street::update(db, &row)?;
            passed_on(db, &row, now)?;
            let event = Event::new(EventKind::StreetTended).by(viewer.actor).on(row.id.0).detail("photo");
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}
