//! After a restore: whoever left since the backup was made is not written to again.

use crate::{App, Result};
use domain::event::{Event, EventKind};
use store::{At, Uid};

/// Ends these subscriptions again. Gives how many had come back.
///
/// # Errors
/// When the store fails.
pub async fn leave_again(app: &App, ended: Vec<Uid>) -> Result<usize> {
    let now = app.now();
    app.store
        .write(move |db| {
            let mut again = 0;
            for id in ended {
                if store::subscriptions::end(db, id, At(now))? {
                    store::journal::append(db, &Event::new(EventKind::SubscriptionChanged).detail("after_restore"), now)?;
                    again += 1;
                }
            }
            Ok(again)
        })
        .await
}
