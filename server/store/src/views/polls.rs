//! Votes where they are shown: in a discussion, on the home page.

use crate::column::{At, Uid, all};
use crate::schema::{ballot_box, consultation};
use crate::votes::BallotBox;
use crate::{Db, Result};
use diesel::prelude::*;
use domain::Timestamp;
use domain::vote::{BoxKind, BoxState};

/// The polls that stand in a contribution and are published, the last to close first; `limit` of them.
///
/// # Errors
/// When the database refuses.
pub fn of_contribution(db: &mut Db, id: Uid, limit: i64) -> Result<Vec<BallotBox>> {
    Ok(ballot_box::table
        .filter(ballot_box::contribution_id.eq(id))
        .filter(ballot_box::state.ne(BoxState::Draft.code()))
        .order((ballot_box::closes_at.desc(), ballot_box::id))
        .limit(limit)
        .select(all::<BallotBox>())
        .load(db)?)
}

/// The polls that take ballots now, with the slug and the title of their consultation: the first to close first.
///
/// # Errors
/// When the database refuses.
pub fn open(db: &mut Db, now: Timestamp, limit: i64) -> Result<Vec<(BallotBox, String, String)>> {
    Ok(ballot_box::table
        .inner_join(consultation::table.on(consultation::id.eq(ballot_box::consultation_id)))
        .filter(consultation::published_at.is_not_null())
        .filter(ballot_box::kind.eq(BoxKind::Poll.code()))
        .filter(ballot_box::state.eq(BoxState::Published.code()))
        .filter(ballot_box::opens_at.le(At(now)))
        .filter(ballot_box::closes_at.gt(At(now)))
        .order((ballot_box::closes_at, ballot_box::id))
        .limit(limit)
        .select((all::<BallotBox>(), consultation::slug, consultation::title))
        .load(db)?)
}
