//! Official answers. Each is kept; the latest says where the collectivity stands.

use crate::column::{At, Uid, all, each};
use crate::conn::MultiBackend;
use crate::schema::{contribution, official_answer};
use crate::{Db, Result};
use diesel::prelude::*;

/// An official answer.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = official_answer, check_for_backend(MultiBackend))]
pub struct Answer {
    /// Its id.
    pub id: Uid,
    /// What it answers.
    pub contribution_id: Uid,
    /// Code of the state.
    pub state: String,
    /// The reason, in Markdown.
    pub body: String,
    /// The service or elected person who signs.
    pub signed_by: String,
    /// Who typed it.
    pub author_id: Option<Uid>,
    /// When.
    pub answered_at: At,
    /// Where it lives, when the organiser of a consultation that is carried here gave it: then `author_id` is that collectivity.
    pub uri: Option<String>,
}

/// Keeps an answer and moves the contribution's state.
///
/// # Errors
/// When the database refuses.
pub fn insert(db: &mut Db, new: &Answer) -> Result<()> {
    diesel::insert_into(official_answer::table).values(new.clone()).execute(db)?;
    stand(db, new)
}

/// Keeps an answer that lives elsewhere, once; it moves the contribution's state unless a later one does. `false`: it was here already.
///
/// # Errors
/// When the database refuses.
pub fn hear(db: &mut Db, new: &Answer) -> Result<bool> {
    let values = new.clone();
    let kept = each!(db, c => diesel::insert_into(official_answer::table).values(values).on_conflict_do_nothing().execute(c))?;
    if kept == 1 && latest_of(db, &[new.contribution_id])?.first().is_some_and(|latest| latest.id == new.id) {
        stand(db, new)?;
    }
    Ok(kept == 1)
}

/// The answer that lives at this address, if it is here.
///
/// # Errors
/// When the database refuses.
pub fn by_uri(db: &mut Db, uri: &str) -> Result<Option<Answer>> {
    Ok(official_answer::table.filter(official_answer::uri.eq(uri)).select(all::<Answer>()).first(db).optional()?)
}

/// Removes an answer that is gone where it lives: the one before it stands again, if there is one.
///
/// # Errors
/// When the database refuses.
pub fn forget(db: &mut Db, gone: &Answer) -> Result<()> {
    diesel::delete(official_answer::table.find(gone.id)).execute(db)?;
    if let Some(latest) = latest_of(db, &[gone.contribution_id])?.first() {
        return stand(db, latest);
    }
    let nothing = (contribution::answer_state.eq(None::<String>), contribution::answered_at.eq(None::<At>));
    diesel::update(contribution::table.find(gone.contribution_id)).set(nothing).execute(db)?;
    Ok(())
}

/// The contribution says what the answer says.
fn stand(db: &mut Db, new: &Answer) -> Result<()> {
    diesel::update(contribution::table.find(new.contribution_id))
        .set((
            contribution::answer_state.eq(&new.state),
            contribution::answered_at.eq(new.answered_at),
            contribution::active_at.eq(new.answered_at),
        ))
        .execute(db)?;
    Ok(())
}

/// The answers to a contribution, latest first.
///
/// # Errors
/// When the database refuses.
pub fn of(db: &mut Db, contribution_id: Uid) -> Result<Vec<Answer>> {
    Ok(official_answer::table
        .filter(official_answer::contribution_id.eq(contribution_id))
        .order((official_answer::answered_at.desc(), official_answer::id.desc()))
        .limit(50)
        .select(all::<Answer>())
        .load(db)?)
}

/// The latest answer of each of these contributions that has one, in one statement.
///
/// # Errors
/// When the database refuses.
pub fn latest_of(db: &mut Db, contributions: &[Uid]) -> Result<Vec<Answer>> {
    let mut answers: Vec<Answer> = official_answer::table
        .filter(official_answer::contribution_id.eq_any(contributions.to_vec()))
        .order((official_answer::answered_at.desc(), official_answer::id.desc()))
        .select(all::<Answer>())
        .load(db)?;
    let mut seen: Vec<Uid> = Vec::with_capacity(contributions.len());
    answers.retain(|answer| {
        let first = !seen.contains(&answer.contribution_id);
        seen.push(answer.contribution_id);
        first
    });
    Ok(answers)
}
