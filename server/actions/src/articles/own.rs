//! What an account leaves behind in articles: for its owner, and gone when they go.

use super::event;
use crate::Result;
use domain::Timestamp;
use domain::article::ArticleState;
use domain::event::EventKind;
use serde_json::{Value, json};
use store::{At, Db, Uid};

/// What somebody proposed.
pub(crate) fn own_data(db: &mut Db, person: Uid) -> Result<Value> {
    let row = |row: &store::articles::Article| {
        json!({
            "id": row.id.0.to_string(), "title": row.title, "summary": row.summary, "body": row.body, "lang": row.lang,
            "state": row.state, "reason": row.reason, "proposed_at": row.created_at.0.to_string(),
            "published_at": row.published_at.map(|at| at.0.to_string()),
        })
    };
    Ok(store::articles::all_proposed_by(db, person)?.iter().map(row).collect())
}

/// Forgets somebody: what was never published goes; the rest loses its name, or is withdrawn and emptied where they want that.
pub(crate) fn forget(db: &mut Db, person: Uid, empties: bool, now: Timestamp) -> Result<()> {
    if empties {
        for mut row in store::articles::all_proposed_by(db, person)? {
            // In the name of an organisation, it is the organisation's.
            if row.author_id != Some(person) || row.published_at.is_none() {
                continue;
            }
            let was_shown = row.is_shown();
            row.state = ArticleState::Withdrawn.code().to_owned();
            row.edited_at = At(now);
            store::articles::update(db, &row)?;
            store::articles::empty(db, row.id)?;
            if was_shown {
                store::journal::append(db, &event(EventKind::ArticleWithdrawn, &row), now)?;
            }
        }
    }
    Ok(store::articles::forget_person(db, person)?)
}
