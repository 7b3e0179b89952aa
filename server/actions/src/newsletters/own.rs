//! What an account has of the newsletter: for its owner, and gone when they go.

use crate::Result;
use serde_json::{Value, json};
use store::Db;

/// The subscriptions of somebody's address.
pub(crate) fn own_data(db: &mut Db, email: &str) -> Result<Value> {
    let row = |row: &store::subscriptions::Subscription| {
        json!({
            "segment": row.segment, "state": row.state, "consent": row.consent, "asked_at": row.asked_at.0.to_string(),
            "confirmed_at": row.confirmed_at.map(|at| at.0.to_string()),
        })
    };
    Ok(store::subscriptions::all_of_address(db, email)?.iter().map(row).collect())
}

/// Forgets the subscriptions of somebody's address.
pub(crate) fn forget(db: &mut Db, email: &str) -> Result<()> {
    Ok(store::subscriptions::forget_address(db, email)?)
}
