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

use crate::Result;
use crate::subject::Subject;
use domain::contribution::Kind;
use domain::id::LetterId;
use store::letters::Letter;
use store::{At, Db, Uid};

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
    let people = match store::accounts::find(db, author)? {
        Some(account) => {
            let name = store::actors::find(db, author)?.map(|a| a.display_name).unwrap_or_default();
            vec![(account.email, name, account.lang)]
        }
        // An organisation is told through those who look after it.
        None => store::memberships::administrators(db, author, TOLD_MAX)?,
    };
    let root = subject.contribution.root_id.unwrap_or(subject.contribution.id);
    for (index, (recipient, name, lang)) in (0_u128..).zip(people) {
        let letter = Letter {
            id: Uid(uuid::Uuid::from_u128(id.0.as_u128().wrapping_add(index))),
            kind: kind.to_owned(),
            recipient,
            name,
            lang,
            link: format!("/c/{}/p/{}", subject.consultation.slug, root.0),
            created_at: At(now),
        };
        store::letters::insert(db, &letter)?;
        store::jobs::enqueue(db, store::jobs::JobKind::SendLetter, Some(letter.id), now, now)?;
    }
    Ok(())
}

/// Most people of one organisation who are written to.
const TOLD_MAX: i64 = 20;
