//! Forget in time: answers that were begun and left, answers whose address was never confirmed, single answers after their declared date.

use crate::{App, Result};
use jiff::SignedDuration;
use store::At;

/// How long an answer that was begun and not sent is kept after it was last touched.
pub const DRAFT_LIFE: SignedDuration = SignedDuration::from_hours(30 * 24);
/// How long an answer waits for its address to be confirmed. Afterwards only its number is kept, and said.
pub const UNCONFIRMED_LIFE: SignedDuration = SignedDuration::from_hours(7 * 24);

/// Forgets what is due. Totals are kept before single answers go.
pub(crate) async fn sweep(app: &App) -> Result<()> {
    let now = app.now();
    // no event: retention is declared beforehand; the questionnaire says when it was done
    let swept = app.store.write(move |db| {
        store::responses::texts::sweep(db, At(now - DRAFT_LIFE), At(now - UNCONFIRMED_LIFE))?;
        for questionnaire in store::responses::texts::to_purge(db, At(now))? {
            let days = i64::from(questionnaire.retention_days);
            if questionnaire.closes_at.0 + SignedDuration::from_hours(24 * days) > now {
                continue;
            }
            if questionnaire.results_at.is_none() {
                store::responses::totals::keep_totals(db, questionnaire.id)?;
            }
            store::responses::texts::purge(db, questionnaire.id, At(now))?;
        }
        Ok::<(), store::Error>(())
    });
    Ok(swept.await?)
}
