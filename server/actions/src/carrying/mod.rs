//! What agents do with consultations that several territories carry: open one of theirs, carry one of somebody else's.

mod choose;
mod dismiss;
pub(crate) mod follow;
pub(crate) mod hear_supports;
mod introduce;
mod join;
mod leave;
mod offer;
pub(crate) mod tell_carriers;
pub(crate) mod tell_supports;
mod withdraw;

pub use choose::{Choosing, TERRITORIES_MAX, choose};
pub use dismiss::dismiss;
pub use hear_supports::{SupportLine, ToldSupports};
pub use introduce::introduce;
pub use join::{CarryForm, join};
pub use leave::leave;
pub use offer::{OfferForm, offer};
pub use tell_carriers::tell_carriers;
pub use tell_supports::{after_restore as supports_after_restore, tell_supports};
pub use withdraw::withdraw;

use crate::{App, Result};
use jiff::SignedDuration;
use store::carried::{Behind, Call};
use store::jobs::JobKind;
use store::{At, Db, Uid};

/// How often the organiser of a carried consultation is read through, for what was missed.
const READ_EVERY: SignedDuration = SignedDuration::from_hours(24);
/// Organisers that begin to be read in one go.
const READ_MAX: i64 = 100;

/// Queues the reading of organisers that were not read lately: who was away for long, or missed something, catches up.
///
/// # Errors
/// When the store fails.
pub async fn read_later(app: &App) -> Result<()> {
    let now = app.now();
    let before = At(now - READ_EVERY);
    let calls = app.store.read(move |db| store::carried::unread_calls(db, before, READ_MAX)).await?;
    if calls.is_empty() {
        return Ok(());
    }
    let queue =
        move |db: &mut Db| calls.iter().try_for_each(|call| store::jobs::about(db, JobKind::ReadCall, &call.uri, Some(call.id), now));
    // no event: bookkeeping
    Ok(app.store.write(queue).await?)
}

/// Notes that the organiser of a call was read, and tells it again what it was told long ago.
///
/// # Errors
/// When the store fails.
pub async fn read(app: &App, call: Uid) -> Result<()> {
    let now = app.now();
    let note = move |db: &mut Db| -> Result<()> {
        store::carried::read(db, call, At(now))?;
        tell_supports::refresh(db, call, now)
    };
    // no event: bookkeeping
    app.store.write(note).await
}

/// Notes where the organiser of a carried consultation is read on: at once, after what was found.
///
/// # Errors
/// When the store fails.
pub async fn read_on(app: &App, consultation: Uid, call: &Call, behind: Option<Behind>) -> Result<()> {
    let (now, id, uri) = (app.now(), call.id, call.uri.clone());
    let note = move |db: &mut Db| {
        if behind.is_some() {
            store::jobs::about(db, JobKind::ReadCall, &uri, Some(id), now)?;
        }
        store::carried::set_behind(db, consultation, behind)
    };
    // no event: bookkeeping
    Ok(app.store.write(note).await?)
}
