//! The journal: what happened, in order. Appended to in the transaction of every action, never changed.

use crate::column::{At, Uid, all};
use crate::conn::MultiBackend;
use crate::schema::journal;
use crate::{Db, Result};
use diesel::prelude::*;
use domain::Timestamp;
use domain::event::{Event, EventKind, RECORDED};

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
    /// The member who acted, where it was in the name of an organisation. It is for the record of this house only: no document names them.
    pub member_id: Option<Uid>,
}

/// Appends an event; if other servers may have to hear of it, the job that tells them is queued with it.
///
/// # Errors
/// When the database refuses.
pub fn append(db: &mut Db, event: &Event, now: Timestamp) -> Result<()> {
    if event.kind.may_leave() {
        return append_and_tell(db, event, now);
    }
    insert(db, event, now).map(drop)
}

/// Appends an event that other servers must hear of, whatever its kind.
///
/// # Errors
/// When the database refuses.
pub fn append_and_tell(db: &mut Db, event: &Event, now: Timestamp) -> Result<()> {
    let id = insert(db, event, now)?;
    crate::jobs::publish_abroad(db, id, now)
}

/// The line, and the note that it belongs into the public record.
fn insert(db: &mut Db, event: &Event, now: Timestamp) -> Result<i64> {
    let (id,): (i64,) = diesel::insert_into(journal::table).values(line(event, now)).returning((journal::id,)).get_result(db)?;
    if RECORDED.contains(&event.kind) {
        crate::record::await_entry(db, id)?;
    }
    Ok(id)
}

/// How many events of a kind happened to a subject up to a line.
///
/// # Errors
/// When the database refuses.
pub fn count_until(db: &mut Db, kind: EventKind, subject: Uid, line: i64) -> Result<i64> {
    let of_subject = journal::table.filter(journal::subject_id.eq(subject)).filter(journal::kind.eq(kind.code()));
    Ok(of_subject.filter(journal::id.le(line)).count().get_result(db)?)
}

/// How many events of a kind with this detail happened to a subject up to a line.
///
/// # Errors
/// When the database refuses.
pub fn count_such_until(db: &mut Db, (kind, detail): (EventKind, &str), subject: Uid, line: i64) -> Result<i64> {
    let of_subject = journal::table.filter(journal::subject_id.eq(subject)).filter(journal::kind.eq(kind.code()));
    Ok(of_subject.filter(journal::detail.eq(detail)).filter(journal::id.le(line)).count().get_result(db)?)
}

#[derive(Insertable)]
#[diesel(table_name = journal, treat_none_as_default_value = false)]
struct NewLine {
    at: At,
    kind: &'static str,
    actor_id: Option<Uid>,
    subject_id: Option<Uid>,
    consultation_id: Option<Uid>,
    detail: Option<&'static str>,
    member_id: Option<Uid>,
}

fn line(event: &Event, now: Timestamp) -> NewLine {
    NewLine {
        at: At(now),
        kind: event.kind.code(),
        actor_id: event.actor.map(Uid::of),
        subject_id: event.subject.map(Uid),
        consultation_id: event.consultation.map(Uid::of),
        detail: event.detail,
        member_id: event.member.map(Uid::of),
    }
}

/// The first line with an event of a kind on a subject.
///
/// # Errors
/// When the database refuses.
pub fn first(db: &mut Db, kind: EventKind, subject: Uid) -> Result<Option<i64>> {
    let of_subject = journal::table.filter(journal::subject_id.eq(subject)).filter(journal::kind.eq(kind.code()));
    Ok(of_subject.select(diesel::dsl::min(journal::id)).first(db)?)
}

/// The number of the last line; 0 when there is none.
///
/// # Errors
/// When the database refuses.
pub fn last(db: &mut Db) -> Result<i64> {
    let newest: Option<i64> = journal::table.select(diesel::dsl::max(journal::id)).first(db)?;
    Ok(newest.unwrap_or_default())
}

/// A line.
///
/// # Errors
/// When the database refuses.
pub fn find(db: &mut Db, id: i64) -> Result<Option<Line>> {
    Ok(journal::table.find(id).select(all::<Line>()).first(db).optional()?)
}

/// How many events of these kinds happened from `from` (included) to `to` (excluded), what people of other servers did not counted.
///
/// # Errors
/// When the database refuses.
pub fn count(db: &mut Db, kinds: &[EventKind], from: Timestamp, to: Timestamp) -> Result<i64> {
    let kinds: Vec<&str> = kinds.iter().map(|k| k.code()).collect();
    Ok(journal::table
        .filter(journal::kind.eq_any(kinds))
        .filter(journal::at.ge(At(from)))
        .filter(journal::at.lt(At(to)))
        .filter(journal::detail.is_null().or(journal::detail.ne(domain::event::ELSEWHERE)))
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
