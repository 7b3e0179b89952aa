//! After a restore: what was withdrawn since the backup was made is not shown again.

use super::{event, keep};
use crate::{App, Result};
use domain::article::ArticleState;
use domain::event::EventKind;
use store::{At, Uid};

/// Withdraws again, each with its reason. Gives how many had come back.
///
/// # Errors
/// When the store fails.
pub async fn withdraw_again(app: &App, withdrawn: Vec<(Uid, String)>) -> Result<usize> {
    let now = app.now();
    app.store
        .write(move |db| {
            let mut again = 0;
            for (id, reason) in withdrawn {
                let Some(mut row) = store::articles::find(db, id)? else { continue };
                if row.state()? == ArticleState::Withdrawn {
                    continue;
                }
                ArticleState::Withdrawn.code().clone_into(&mut row.state);
                row.reason = reason;
                row.edited_at = At(now);
                keep(db, &row)?;
                store::journal::append(db, &event(EventKind::ArticleWithdrawn, &row).detail("after_restore"), now)?;
                again += 1;
            }
            Ok(again)
        })
        .await
}
