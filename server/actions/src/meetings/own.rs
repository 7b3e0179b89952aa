//! What an account leaves behind at meetings: for its owner, and gone when they go.

use super::call;
use crate::Result;
use domain::Timestamp;
use domain::refusal::Refusal;
use serde_json::{Value, json};
use store::jobs::JobKind;
use store::{Db, Uid};

/// Most registrations that an account's own data lists.
const MOST: i64 = 10_000;

/// The meetings somebody registered for, for themselves.
pub(crate) fn own_data(db: &mut Db, actor: Uid) -> Result<Value> {
    let rows = store::registrations::all_of(db, actor, MOST)?;
    let row = |(row, title, begins): &(store::registrations::Registration, String, store::At)| {
        json!({
            "meeting": title, "begins_at": begins.0.to_string(), "state": row.state, "code": row.code,
            "registered_at": row.created_at.0.to_string(), "changed_at": row.changed_at.0.to_string(),
        })
    };
    Ok(rows.iter().map(row).collect())
}

/// Forgets somebody's registrations; their places go to those who wait.
pub(crate) fn forget(db: &mut Db, actor: Uid, now: Timestamp) -> Result<()> {
    let secret = store::instance::find(db)?.ok_or(Refusal::NotFound)?.secret;
    for id in store::registrations::erase_actor(db, actor)? {
        store::meetings::hold(db, id)?;
        let Some(found) = store::meetings::find(db, id)? else { continue };
        let terms = found.terms()?;
        if call(db, &secret, &found, &terms, now)? {
            store::jobs::enqueue(db, JobKind::TellMeeting, Some(id), now, now)?;
        }
    }
    Ok(())
}
