//! Open a link to a draft: what it shows, and that it was opened once more.

use crate::{App, Result, random};
use domain::Timestamp;
use domain::preview::PreviewState;
use domain::refusal::Refusal;
use store::Db;
use store::consultations::Consultation;
use store::previews::{Draft, Link};

/// What a link shows.
///
/// # Errors
/// `NotFound` for a token that is wrong, over or taken back: they look the same; or the store's failure.
pub fn open(db: &mut Db, token: &str, now: Timestamp) -> Result<Draft> {
    Ok(working(db, token, now)?.draft()?)
}

/// The consultation that a link shows.
///
/// # Errors
/// As for [`open`], and `NotFound` for a link that shows something else.
pub fn consultation(db: &mut Db, token: &str, now: Timestamp) -> Result<Consultation> {
    let found = open(db, token, now)?.consultation().map(|id| store::consultations::find(db, id)).transpose()?;
    Ok(found.flatten().ok_or(Refusal::NotFound)?)
}

/// Notes that a link was opened once more: not by whom, not when.
///
/// # Errors
/// As for [`open`].
pub async fn count(app: &App, token: &str) -> Result<()> {
    let (now, token) = (app.now(), token.to_owned());
    app.store
        // no event: how often a link was opened is a number, and nobody's act
        .write(move |db| {
            let link = working(db, &token, now)?;
            Ok(store::previews::count_opening(db, link.id)?)
        })
        .await
}

fn working(db: &mut Db, token: &str, now: Timestamp) -> Result<Link> {
    let found = store::previews::by_token(db, &random::token_hash(token))?;
    Ok(found.filter(|link| link.state(now) == PreviewState::Open).ok_or(Refusal::NotFound)?)
}
