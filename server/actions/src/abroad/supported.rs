//! Whether the home of what is supported counts the support itself, because it was told of it by name: then it is in no number of supports that is told
//! to the organiser of a consultation.

use super::tell::{Leaving, Parcel};
use crate::Result;
use crate::carrying::tell_supports::{anew, counted_at_home};
use domain::Timestamp;
use domain::personal::Federable;
use store::shares::GivenUp;
use store::{At, Db, Uid};

/// A support was told to the home of what is supported, or nothing of it left.
pub(super) fn decided(db: &mut Db, (contribution, by): (Uid, Uid), parcels: &[Federable<Leaving>], now: Timestamp) -> Result<()> {
    let is_told = |leaving: &Federable<Leaving>| {
        let parcel = &leaving.get().parcel;
        parcel.activity.kind == "Like" && !parcel.inboxes.is_empty()
    };
    counted_at_home(db, (contribution, by), parcels.iter().any(is_told), now)
}

/// Something leaves: where it takes back a support that stays here, the home of what is supported counts it no more.
pub(super) fn left(db: &mut Db, parcel: &Parcel, now: Timestamp) -> Result<()> {
    if parcel.activity.kind == "Undo" && !parcel.inboxes.is_empty() {
        counted_at_home(db, (parcel.object, parcel.activity.actor_id), false, now)?;
    }
    Ok(())
}

/// A delivery is given up. What was refused does not stand there, what was to be taken back still does, and numbers are told anew.
pub(super) fn lost(db: &mut Db, activity: Uid, now: Timestamp) -> Result<()> {
    let Some((kind, by, Some(object))) = store::activities::about(db, activity)? else { return Ok(()) };
    match kind.as_str() {
        "Like" | "Undo" => given_up(db, &GivenUp { activity, kind, object, by }, now),
        "Update" => match store::carried::of_call(db, object)? {
            Some(carried) => Ok(store::shares::tell_anew(db, carried.consultation_id, None).map(drop)?),
            None => Ok(()),
        },
        _ => Ok(()),
    }
}

/// A support or its taking back did not arrive. Of an older one than the last, nothing follows; what was to be taken back stands there only if it
/// ever arrived.
fn given_up(db: &mut Db, lost: &GivenUp, now: Timestamp) -> Result<()> {
    if store::activities::last_of(db, lost.by, lost.object, &["Like", "Undo"])? != Some(lost.activity) {
        return Ok(());
    }
    let like = if lost.kind == "Undo" { store::activities::last_of(db, lost.by, lost.object, &["Like"])? } else { None };
    let stands = match like {
        Some(like) => !store::deliveries::is_given_up(db, like, At(now))?,
        None => false,
    };
    counted_at_home(db, (lost.object, lost.by), stands, now)
}

/// Deliveries that are not worth sending any more are about to be given up.
pub(super) fn expire(db: &mut Db, now: Timestamp) -> Result<()> {
    for lost in store::shares::supports_given_up(db, At(now))? {
        given_up(db, &lost, now)?;
    }
    for consultation in store::shares::numbers_given_up(db, At(now))? {
        anew(db, consultation, now)?;
    }
    Ok(())
}
