//! After a restore: what was withdrawn, deleted or taken back since the backup was made does not come back.

use crate::office::uncount;
use crate::{App, Result, subject};
use domain::event::{Event, EventKind};
use store::{At, Uid};

/// Withdraws and takes back again. Gives how much had come back.
///
/// # Errors
/// When the store fails.
pub async fn take_back_again(app: &App, withdrawn: Vec<Uid>, recalled: Vec<Uid>) -> Result<usize> {
    let now = app.now();
    app.store
        .write(move |db| {
            let mut again = 0;
            for id in withdrawn {
                let Some(found) = store::contributions::find(db, id)?.filter(|found| found.withdrawn_at.is_none()) else { continue };
                let subject = subject::contribution(db, id.to())?;
                if store::contributions::withdraw(db, id, At(now))? {
                    uncount(db, &subject)?;
                }
                if found.uri.is_some() {
                    store::remote_pictures::forget_of(db, id)?;
                    store::contributions::empty(db, id)?;
                    store::search::forget(db, id)?;
                }
                let event = Event::new(EventKind::ContributionWithdrawn).on(id.0).within(found.consultation_id.to());
                store::journal::append(db, &event.detail("after_restore"), now)?;
                again += 1;
            }
            for id in recalled {
                // Others deleted it when it was taken back: here it answers as it did.
                if !store::recalls::is_recalled(db, id)? {
                    store::activities::conceal(db, id)?;
                    store::recalls::recall(db, id, At(now))?;
                    again += 1;
                }
            }
            Ok(again)
        })
        .await
}
