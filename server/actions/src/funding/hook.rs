//! What a platform reports by itself, signed: HMAC-SHA-256 (RFC 2104) over `second.body` with the secret of the project.

use super::{Told, event, keep, load};
use crate::{App, Error, Result, random};
use domain::actor::Viewer;
use domain::event::EventKind;
use domain::funding::{self, ReportSource};
use domain::id::FundingId;
use domain::permission::{self, OfficeVerb};
use store::{At, Uid};
use subtle::ConstantTimeEq;

/// Why a report of a platform is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// There is no such project with a secret, or the signature is not its own: they look the same.
    Unsigned,
    /// It was signed too long ago, in the future, or taken already.
    Stale,
    /// It is not `{"raised_cents": …, "contributors": …}` with sound numbers.
    Unsound,
}

/// Makes the secret with which the platform of a project signs: shown once. The one before is worth nothing any more.
///
/// # Errors
/// A refusal of the permission table, `NotFound`, or the store's failure.
pub async fn make_secret(app: &App, viewer: Viewer, id: FundingId) -> Result<String> {
    permission::may_in_office(viewer, OfficeVerb::Answer)?;
    let (now, secret) = (app.now(), random::token());
    app.store
        .write(move |db| {
            let row = load(db, id)?;
            store::funding::set_hook(db, row.id, &secret, At(now))?;
            store::journal::append(db, &event(EventKind::FundingKeyMade, &row).by(viewer.actor), now)?;
            Ok(secret)
        })
        .await
}

/// Takes what a platform reports: `second` and `signature` (64 hexadecimal digits) as its headers say them, `body` as it came.
///
/// # Errors
/// The store's failure. What is not taken is an answer, not an error.
pub async fn hear(app: &App, id: FundingId, (second, signature): (&str, &str), body: &[u8]) -> Result<std::result::Result<(), Refused>> {
    let (now, line) = (app.now(), Uid::of(app.new_id::<FundingId>()));
    let (Ok(at), Ok(signed)) = (second.parse::<i64>(), <[u8; 32]>::try_from(unhex(signature))) else { return Ok(Err(Refused::Unsigned)) };
    let (second, body) = (second.to_owned(), body.to_vec());
    app.store
        .write(move |db| {
            store::funding::hold(db, Uid::of(id))?;
            let Some((secret, last)) = store::funding::hook(db, Uid::of(id))? else { return Ok(Err(Refused::Unsigned)) };
            let made = random::keyed_digest(secret.as_bytes(), &[second.as_bytes(), b".", &body]);
            if !bool::from(made.ct_eq(&signed)) {
                return Ok(Err(Refused::Unsigned));
            }
            if !funding::is_fresh(at, last, now.as_second()) {
                return Ok(Err(Refused::Stale));
            }
            let row = load(db, id)?;
            let told = said(&body).filter(|told| funding::sound(told.raised, told.contributors).is_ok() && row.published_at.is_some());
            let Some(told) = told else { return Ok(Err(Refused::Unsound)) };
            store::funding::note_second(db, row.id, at)?;
            let row = keep(db, row, line, told, now)?;
            store::journal::append(db, &event(EventKind::FundingReported, &row).detail(ReportSource::Platform.code()), now)?;
            Ok::<_, Error>(Ok(()))
        })
        .await
}

/// The two numbers of a report: whole, in cents.
fn said(body: &[u8]) -> Option<Told> {
    let value: serde_json::Value = serde_json::from_slice(body).ok()?;
    let raised = value.get("raised_cents")?.as_i64()?;
    let contributors = i32::try_from(value.get("contributors")?.as_i64()?).ok()?;
    Some(Told { raised, contributors, source: ReportSource::Platform, news: String::new() })
}

/// Bytes of 64 hexadecimal digits; nothing of anything else.
fn unhex(text: &str) -> Vec<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let byte = |pair: &[u8]| match pair {
        [high, low] => Some((digit(*high)? << 4) | digit(*low)?),
        _ => None,
    };
    if text.len() == 64 { text.as_bytes().chunks_exact(2).filter_map(byte).collect() } else { Vec::new() }
}
