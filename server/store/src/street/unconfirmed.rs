//! Reports and followings whose address was never confirmed: how long they wait for it.

use super::Report;
use crate::column::{At, all};
use crate::schema::{street_follower, street_report};
use crate::{Db, Result};
use diesel::dsl::not;
use diesel::prelude::*;

/// The letter with this secret left: its answer is waited for from now on.
///
/// # Errors
/// When the database refuses.
pub fn asked(db: &mut Db, secret: &str, at: At) -> Result<()> {
    diesel::update(street_follower::table.filter(street_follower::secret.eq(secret)).filter(street_follower::confirmed.eq(false)))
        .set(street_follower::asked_at.eq(at))
        .execute(db)?;
    Ok(())
}

/// The oldest reports whose address was never confirmed, at most `limit`: asked for it before `asked`, or never asked and made before `made`.
///
/// # Errors
/// When the database refuses.
pub fn reports(db: &mut Db, asked: At, made: At, limit: i64) -> Result<Vec<Report>> {
    let reporters = || street_follower::table.filter(street_follower::reporter);
    let silent = reporters().filter(street_follower::asked_at.lt(asked)).select(street_follower::report_id);
    let were_asked = reporters().filter(street_follower::asked_at.is_not_null()).select(street_follower::report_id);
    let unasked = street_report::reported_at.lt(made).and(not(street_report::id.eq_any(were_asked)));
    let query = street_report::table.filter(street_report::confirmed_at.is_null()).filter(street_report::id.eq_any(silent).or(unasked));
    Ok(query.order(street_report::reported_at).limit(limit).select(all::<Report>()).load(db)?)
}

/// Removes those who follow a report that stands and never confirmed: asked before `asked`, or never asked and there before `made`.
///
/// # Errors
/// When the database refuses.
pub fn sweep_followers(db: &mut Db, asked: At, made: At) -> Result<()> {
    let unasked = street_follower::asked_at.is_null().and(street_follower::since.lt(made));
    diesel::delete(
        street_follower::table
            .filter(street_follower::confirmed.eq(false))
            .filter(street_follower::reporter.eq(false))
            .filter(street_follower::asked_at.lt(asked).or(unasked)),
    )
    .execute(db)?;
    Ok(())
}
