//! What an account leaves behind in initiatives: for its owner, and gone when they go.

use crate::Result;
use serde_json::{Value, json};
use store::{Db, Uid};

/// Most lines of each kind that an account's own data lists.
const MOST: i64 = 10_000;

/// What somebody promotes, and what they took part in.
pub(crate) fn own_data(db: &mut Db, actor: Uid) -> Result<Value> {
    let promoted = store::initiatives::promoted_by(db, actor, MOST)?;
    let promoted: Vec<Value> = promoted
        .iter()
        .map(|row| {
            json!({ "kind": row.kind, "state": row.state, "title": row.title, "body": row.body, "link": row.link, "reason": row.reason,
                "created_at": row.created_at.0.to_string() })
        })
        .collect();
    let acts = store::initiatives::acts_of(db, actor, MOST)?;
    let acts: Vec<Value> = acts
        .iter()
        .map(|(kind, title, named, at)| json!({ "kind": kind, "initiative": title, "name_is_shown": named, "at": at.0.to_string() }))
        .collect();
    Ok(json!({ "promoted": promoted, "took_part_in": acts }))
}

/// Forgets somebody: their signatures count no more, but what was reached stays reached. `withdraw`: what they asked others to do goes as well; a
/// petition that was admitted stays, without its author, for those who signed it.
pub(crate) fn forget(db: &mut Db, actor: Uid, withdraw: bool) -> Result<()> {
    for id in store::initiatives::forget_actor(db, actor, withdraw)? {
        store::initiatives::hold(db, id)?;
        store::initiatives::recount(db, id)?;
    }
    Ok(())
}
