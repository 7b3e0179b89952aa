//! Confirm the address behind a subscription.

use crate::{App, Result, random};
use domain::event::{Event, EventKind};
use domain::newsletter::SubscriptionState;
use domain::refusal::Refusal;
use store::At;

/// Confirms the address: from now on the letters of the segment go there. Again: nothing more happens.
///
/// # Errors
/// `LinkExpired` when the secret leads nowhere or the subscription ended, or the store's failure.
pub async fn confirm(app: &App, key: &str) -> Result<()> {
    let (hash, now) = (random::token_hash(key), app.now());
    app.store
        .write(move |db| {
            let found = store::subscriptions::by_key(db, &hash)?.ok_or(Refusal::LinkExpired)?;
            match found.state()? {
                SubscriptionState::Confirmed => return Ok(()),
                SubscriptionState::Ended => return Err(Refusal::LinkExpired.into()),
                SubscriptionState::Asked => {}
            }
            if store::subscriptions::confirm(db, found.id, At(now))? {
                store::journal::append(db, &Event::new(EventKind::SubscriptionChanged).detail("confirmed"), now)?;
            }
            Ok(())
        })
        .await
}
