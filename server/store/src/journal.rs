//! The journal: what happened, in order. Appended to in the transaction of every action, never changed.

use crate::column::{At, Uid, all};
use crate::conn::MultiBackend;
use crate::schema::{actor, journal};
use crate::{Db, Result};
use diesel::prelude::*;
use domain::Timestamp;
use domain::event::{Event, EventKind};

/// A line of the journal.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = journal, check_for_backend(MultiBackend))]
pub struct Line {
    /// Its number.
    pub id: i64,
    /// When.
    pub at: At,
    /// Code of the event.
    pub kind: String,
    /// Who.
    pub actor_id: Option<Uid>,
    /// What.
    pub subject_id: Option<Uid>,
    /// Where.
    pub consultation_id: Option<Uid>,
    /// A code that completes it.
    pub detail: Option<String>,
}

/// Appends an event.
///
/// # Errors
/// When the database refuses.
pub fn append(db: &mut Db, event: &Event, now: Timestamp) -> Result<()> {
    diesel::insert_into(journal::table)
        .values((
            journal::at.eq(At(now)),
            journal::kind.eq(event.kind.code()),
            journal::actor_id.eq(event.actor.map(Uid::of)),
            journal::subject_id.eq(event.subject.map(Uid)),
            journal::consultation_id.eq(event.consultation.map(Uid::of)),
            journal::detail.eq(event.detail),
        ))
        .execute(db)?;
    Ok(())
}

/// The acts of the staff, latest first, with the name of who did them; `before` is the number of the last line already shown.
///
/// # Errors
/// When the database refuses.
pub fn staff_acts(db: &mut Db, before: Option<i64>, limit: i64) -> Result<Vec<(Line, Option<String>)>> {
    let kinds: Vec<&str> = EventKind::ALL.iter().filter(|k| k.is_staff_act()).map(|k| k.code()).collect();
    Ok(journal::table
        .left_join(actor::table.on(journal::actor_id.eq(actor::id.nullable())))
        .filter(journal::kind.eq_any(kinds))
        .filter(journal::id.lt(before.unwrap_or(i64::MAX)))
        .order(journal::id.desc())
        .limit(limit)
        .select((all::<Line>(), actor::display_name.nullable()))
        .load(db)?)
}

/// How many events of these kinds happened from `from` (included) to `to` (excluded).
///
/// # Errors
/// When the database refuses.
pub fn count(db: &mut Db, kinds: &[EventKind], from: Timestamp, to: Timestamp) -> Result<i64> {
    let kinds: Vec<&str> = kinds.iter().map(|k| k.code()).collect();
    Ok(journal::table
        .filter(journal::kind.eq_any(kinds))
        .filter(journal::at.ge(At(from)))
        .filter(journal::at.lt(At(to)))
        .count()
        .get_result(db)?)
}

/// The kinds of events on a subject, oldest first: for tests of what an action leaves behind.
///
/// # Errors
/// When the database refuses.
pub fn on_subject(db: &mut Db, subject: Uid) -> Result<Vec<Line>> {
    Ok(journal::table.filter(journal::subject_id.eq(subject)).order(journal::id).limit(200).select(all::<Line>()).load(db)?)
}
