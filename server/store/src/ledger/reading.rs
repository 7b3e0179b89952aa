//! What others read here: by whom, when they sign what they ask; how often, when they do not.

use super::{DepartureState, Row, Way};
use crate::column::{At, Uid, each};
use crate::schema::{anonymous_reading, sent};
use crate::{Db, Result};
use diesel::prelude::*;
use diesel::upsert::excluded;
use std::collections::HashMap;

/// Who read something, having signed what it asked.
#[derive(Debug, Clone)]
pub struct ReadBy {
    /// The server.
    pub host: String,
    /// Where a deletion must be sent.
    pub inbox: String,
}

/// What was read.
#[derive(Debug, Clone)]
pub struct Reading {
    /// What.
    pub object: Uid,
    /// SHA-256 of what was given.
    pub version: Vec<u8>,
    /// Code of its class.
    pub class: &'static str,
}

/// Those of these readings that are not known yet in this version, or only from before `since`.
///
/// # Errors
/// When the database refuses.
pub fn unknown(db: &mut Db, by: &ReadBy, readings: Vec<Reading>, since: At) -> Result<Vec<Reading>> {
    let objects: Vec<Uid> = readings.iter().map(|reading| reading.object).collect();
    let there = sent::table.filter(sent::inbox.eq(&by.inbox)).filter(sent::object_id.eq_any(objects)).filter(sent::last_at.ge(since));
    let known: Vec<(Uid, Option<Vec<u8>>)> = there.select((sent::object_id, sent::version)).load(db)?;
    let known: HashMap<Uid, Option<Vec<u8>>> = known.into_iter().collect();
    Ok(readings.into_iter().filter(|reading| known.get(&reading.object).and_then(Option::as_ref) != Some(&reading.version)).collect())
}

/// Notes that a server read these, each once in the list.
///
/// # Errors
/// When the database refuses.
pub fn read(db: &mut Db, by: &ReadBy, readings: &[Reading], now: At) -> Result<()> {
    for some in readings.chunks(super::TOGETHER) {
        say(db, some.iter().map(|reading| row(by, reading, now)).collect())?;
    }
    Ok(())
}

fn row(by: &ReadBy, reading: &Reading, now: At) -> Row {
    Row {
        object_id: reading.object,
        inbox: by.inbox.clone(),
        host: by.host.clone(),
        first_at: now,
        last_at: now,
        version: Some(reading.version.clone()),
        class: reading.class.to_owned(),
        consent_at: None,
        way: Way::Read.code(),
        state: DepartureState::Arrived.code(),
        recall_at: None,
        settled_at: None,
    }
}

fn say(db: &mut Db, rows: Vec<Row>) -> Result<()> {
    each!(db, c => diesel::insert_into(sent::table)
        .values(rows)
        .on_conflict((sent::object_id, sent::inbox))
        .do_update()
        .set((sent::last_at.eq(excluded(sent::last_at)), sent::version.eq(excluded(sent::version))))
        .execute(c))?;
    Ok(())
}

#[derive(Debug, Clone, Insertable)]
#[diesel(table_name = anonymous_reading, treat_none_as_default_value = false)]
struct Count {
    object_id: Uid,
    readings: i64,
    last_at: At,
}

/// Adds to how often things were read by somebody who did not sign.
///
/// # Errors
/// When the database refuses.
pub fn anonymous(db: &mut Db, counts: &[(Uid, i64)], now: At) -> Result<()> {
    let rows: Vec<Count> =
        counts.iter().map(|(object_id, readings)| Count { object_id: *object_id, readings: *readings, last_at: now }).collect();
    for some in rows.chunks(super::TOGETHER) {
        let some = some.to_vec();
        each!(db, c => diesel::insert_into(anonymous_reading::table)
            .values(some)
            .on_conflict(anonymous_reading::object_id)
            .do_update()
            .set((
                anonymous_reading::readings.eq(anonymous_reading::readings + excluded(anonymous_reading::readings)),
                anonymous_reading::last_at.eq(excluded(anonymous_reading::last_at)),
            ))
            .execute(c))?;
    }
    Ok(())
}

/// How often something was read by somebody who did not sign.
///
/// # Errors
/// When the database refuses.
pub fn anonymous_of(db: &mut Db, object: Uid) -> Result<i64> {
    Ok(anonymous_reading::table.find(object).select(anonymous_reading::readings).first(db).optional()?.unwrap_or(0))
}
