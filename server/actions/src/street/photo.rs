//! Cover faces and plates in the picture of a report: the covered picture takes the place of the other one, which is gone.

use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use domain::text::Fault;
use store::At;

use super::{held, make};
use crate::pictures::{self, Part};
use crate::{App, Error, Result};

/// Most parts that are covered at once.
const PARTS_MAX: usize = 64;

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
            let event = Event::new(EventKind::StreetTended).by(viewer.actor).on(row.id.0).detail("photo");
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}
