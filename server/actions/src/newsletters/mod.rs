//! The newsletter: who wants it confirms their address and ends it with one press; agents write issues, which leave some letters at a time.
//! Docs: docs/decisions/0031.

mod confirm;
mod draft;
mod form;
mod leave;
mod leave_again;
mod own;
mod send;
mod spread;
mod subscribe;
mod write;

pub use confirm::confirm;
pub use draft::{draft, edit, remove};
pub use form::IssueForm;
pub use leave::leave;
pub use leave_again::leave_again;
pub(crate) use own::{forget, own_data};
pub use send::{send, try_out};
pub use spread::spread;
pub use subscribe::subscribe;
pub use write::{LETTERS, Matter, matter, segment_name};

use crate::{App, Result, random};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::id::IssueId;
use domain::newsletter::{IssueState, Segment};
use domain::refusal::Refusal;
use store::newsletters::Issue;
use store::{Db, Uid};

/// The secret of the page of a subscription: made of its id, so that every letter can lead there and nothing of it is kept.
#[must_use]
pub fn key(secret: &[u8], subscription: Uid) -> String {
    URL_SAFE_NO_PAD.encode(random::keyed_digest(secret, &[b"newsletter\0", subscription.0.as_bytes()]))
}

/// The path of the page of a subscription.
fn page(key: &str) -> String {
    format!("/newsletter/s/{key}")
}

/// The secret of the instance, from which the keys are made.
async fn secret(app: &App) -> Result<Vec<u8>> {
    Ok(app.instance().await?.secret.clone())
}

/// An issue, held until the end of the transaction.
fn load(db: &mut Db, id: IssueId) -> Result<(Issue, IssueState)> {
    store::newsletters::hold(db, Uid::of(id))?;
    let found = store::newsletters::find(db, Uid::of(id))?.ok_or(Refusal::NotFound)?;
    let state = found.state()?;
    Ok((found, state))
}

/// The consultation and the theme of a segment, where everybody may know of them.
fn ground(db: &mut Db, segment: Segment) -> Result<(Option<Uid>, Option<Uid>)> {
    let (consultation, theme) = match segment {
        Segment::All => return Ok((None, None)),
        Segment::Consultation(id) => (Uid::of(id), None),
        Segment::Theme(id) => {
            let of = store::subscriptions::consultation_of_theme(db, Uid::of(id))?.ok_or(Refusal::NotFound)?;
            (of, Some(Uid::of(id)))
        }
    };
    let known = store::consultations::find(db, consultation)?.is_some_and(|found| found.published_at.is_some());
    if known { Ok((Some(consultation), theme)) } else { Err(Refusal::NotFound.into()) }
}

/// Keeps what changed, unless somebody else was quicker.
fn keep(db: &mut Db, row: &Issue) -> Result<()> {
    if store::newsletters::update(db, row)? { Ok(()) } else { Err(Refusal::Stale.into()) }
}
