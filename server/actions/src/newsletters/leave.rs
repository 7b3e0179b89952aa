//! End a subscription.

use crate::{App, Result, random};
use domain::event::{Event, EventKind};
use domain::refusal::Refusal;
use store::At;

/// Ends a subscription: its address is gone at once. Again: nothing more happens.
///
/// # Errors
/// `LinkExpired` when the secret leads nowhere, or the store's failure.
pub async fn leave(app: &App, key: &str) -> Result<()> {
    let (hash, now) = (random::token_hash(key), app.now());
    app.store
        .write(move |db| {
            let found = store::subscriptions::by_key(db, &hash)?.ok_or(Refusal::LinkExpired)?;
            if store::subscriptions::end(db, found.id, At(now))? {
                store::journal::append(db, &Event::new(EventKind::SubscriptionChanged).detail("ended"), now)?;
            }
            Ok(())
        })
        .await
}
