//! The job that writes the letters of an issue, some at a time.

use super::{key, load, secret};
use crate::{App, Error, Result, jobs, random};
use domain::id::{IssueId, LetterId};
use domain::newsletter::IssueState;
use domain::refusal::Refusal;
use store::At;
use store::jobs::JobKind;

/// Letters written in one transaction.
const BATCH: i64 = 200;

/// Writes the next letters of an issue that leaves, and where it stopped, in one transaction; the job queues itself again until all are written. It
/// may run twice: nobody gets the same letter again.
///
/// # Errors
/// When the store fails.
pub async fn spread(app: &App, id: IssueId) -> Result<()> {
    let (secret, now) = (secret(app).await?, app.now());
    app.store
        // no event: what happened is in the journal already
        .write(move |db| {
            let mut row = match load(db, id) {
                Ok((row, IssueState::Sending)) => row,
                // It left whole, or it is gone: nothing is to be done any more.
                Ok((_, IssueState::Draft | IssueState::Sent)) | Err(Error::Refused(Refusal::NotFound)) => return Ok(()),
                Err(failed) => return Err(failed),
            };
            let next = store::subscriptions::next(db, &row.segment, row.sent_to, BATCH)?;
            let many = i32::try_from(next.len()).unwrap_or(i32::MAX);
            row.sent_to = next.last().map(|last| last.id).or(row.sent_to);
            for one in next {
                let Some(email) = &one.email else { continue };
                let link = format!("/newsletter/{}/s/{}", row.id.0, key(&secret, one.id));
                let letter = jobs::letter(LetterId(random::uuid_v7(now)), "newsletter_issue", (email, "", &one.lang), link, now);
                jobs::post(db, &letter, now)?;
            }
            row.letters = row.letters.saturating_add(many);
            row.edited_at = At(now);
            if i64::from(many) < BATCH {
                row.state = IssueState::Sent.code().to_owned();
            } else {
                store::jobs::enqueue(db, JobKind::SpreadNewsletter, Some(row.id), now, now)?;
            }
            super::keep(db, &row)
        })
        .await
}
