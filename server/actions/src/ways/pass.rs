//! Passes: what somebody holds between proving who they are and casting their ballot.

use super::seat::{self, code_mark};
use super::taking;
use crate::{App, Result, random};
use domain::Timestamp;
use domain::id::BoxId;
use domain::letter_code::{self, DESK};
use domain::refusal::Refusal;
use domain::vote::Level;
use jiff::SignedDuration;
use store::ways::Pass;
use store::{At, Db, Uid};

/// How long a pass is good.
pub const PASS_MINUTES: i64 = 30;

/// Gives a pass for the code of a letter, or for the one that an agent gave at a desk (which is used up). `None`: there is no such code.
/// Nothing says whether it has voted: that is only known when a ballot is brought.
///
/// # Errors
/// `NotFound`, `NotOpenNow`, or the store's failure.
pub async fn pass_by_code(app: &App, id: BoxId, typed: &str) -> Result<Option<String>> {
    let Some(code) = letter_code::parse(typed) else { return Ok(None) };
    let (now, id, token) = (app.now(), Uid::of(id), random::token());
    app.store
        // no event: nothing is voted yet
        .write(move |db| if code.len() == DESK { from_desk(db, id, &code, token, now) } else { from_letter(db, id, &code, token, now) })
        .await
}

fn from_letter(db: &mut Db, id: Uid, code: &str, token: String, now: Timestamp) -> Result<Option<String>> {
    let (_, pepper) = taking(db, id, Level::PrintedCode, now)?;
    let Some(mark) = code_mark(&pepper, code) else { return Ok(None) };
    if !store::ways::code_stands(db, id, &mark)? {
        return Ok(None);
    }
    give(db, id, &token, mark, Level::PrintedCode, now)?;
    Ok(Some(token))
}

fn from_desk(db: &mut Db, id: Uid, code: &str, token: String, now: Timestamp) -> Result<Option<String>> {
    taking(db, id, Level::Desk, now)?;
    let Some(ticket) = store::ways::pass(db, id, &desk_hash(code), At(now))? else { return Ok(None) };
    if !store::ways::use_up(db, &ticket)? {
        return Ok(None);
    }
    give(db, id, &token, ticket.mark, Level::Desk, now)?;
    Ok(Some(token))
}

/// What is kept of a code given at a desk: never the digest of a pass, so it votes only through the page that counts the tries.
pub(super) fn desk_hash(code: &str) -> Vec<u8> {
    random::token_hash(&format!("desk:{code}"))
}

/// Keeps a pass for this secret.
pub(super) fn give(db: &mut Db, id: Uid, token: &str, mark: Vec<u8>, level: Level, now: Timestamp) -> Result<()> {
    let expires_at = now + SignedDuration::from_mins(PASS_MINUTES);
    Ok(store::ways::give_pass(db, seat::pass(id, random::token_hash(token), mark, level, expires_at), At(now))?)
}

/// The pass with this secret, if it is good now.
///
/// # Errors
/// When the store fails.
pub async fn find_pass(app: &App, id: BoxId, token: &str) -> Result<Option<Level>> {
    let (now, id, hash) = (app.now(), Uid::of(id), random::token_hash(token));
    let pass: Option<Pass> = app.store.read(move |db| store::ways::pass(db, id, &hash, At(now))).await?;
    pass.map(|pass| Level::parse(&pass.level).ok_or_else(|| Refusal::LinkExpired.into())).transpose()
}
