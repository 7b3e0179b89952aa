//! What the staff does with contributions: answer, recognise, hide, restore, decide on reports.

pub(crate) mod answer;
mod dismiss;
mod hide;
mod recognise;
mod restore;

pub use answer::answer;
pub use dismiss::dismiss;
pub use hide::hide;
pub use recognise::recognise;
pub use restore::restore;

use crate::subject::Subject;
use crate::{Result, jobs, organisations};
use domain::contribution::Kind;
use domain::id::LetterId;
use store::Db;

/// A contribution that was shown is not any more: the counters that people see follow.
pub(crate) fn uncount(db: &mut Db, subject: &Subject) -> Result<()> {
    count(db, subject, -1)
}

/// A contribution is shown again.
pub(crate) fn recount(db: &mut Db, subject: &Subject) -> Result<()> {
    count(db, subject, 1)
}

fn count(db: &mut Db, subject: &Subject, change: i32) -> Result<()> {
    let contribution = &subject.contribution;
    let was_counted = contribution.withdrawn_at.is_none() && (change > 0 || contribution.hidden_at.is_none());
    if !was_counted {
        return Ok(());
    }
    let is_reply = subject.standing.kind == Kind::Reply;
    if let Some(root) = contribution.root_id {
        store::contributions::count_reply(db, root, change, None)?;
    }
    store::consultations::count_contribution(db, contribution.consultation_id, is_reply, change)?;
    if subject.standing.decided {
        store::consultations::count_answer(db, contribution.consultation_id, change)?;
    }
    Ok(())
}

/// Writes to the author of a contribution, if they have an account here.
pub(crate) fn write_to_author(db: &mut Db, subject: &Subject, id: LetterId, kind: &str, now: domain::Timestamp) -> Result<()> {
    let Some(author) = subject.contribution.author_id else { return Ok(()) };
    let root = subject.contribution.root_id.unwrap_or(subject.contribution.id);
    let link = format!("/c/{}/p/{}", subject.consultation.slug, root.0);
    let Some(account) = store::accounts::find(db, author)? else {
        return organisations::tell(db, author, (kind, &link), id, now);
    };
    let name = store::actors::find(db, author)?.map(|actor| actor.display_name).unwrap_or_default();
    jobs::post(db, &jobs::letter(id, kind, (&account.email, &name, &account.lang), link, now), now)
}
