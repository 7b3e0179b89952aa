//! What was said at home in consultations that several territories carry: each of them shows what all say, and counts its own.

use crate::column::Uid;
use crate::schema::{carried, carrier, contribution, heard_call};
use crate::{Db, Result};
use diesel::dsl::{count_star, not, sql};
use diesel::prelude::*;
use diesel::sql_types::Bool;
use domain::answer::AnswerState;
use domain::contribution::Kind;

/// What was said at home in one of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaidAtHome {
    /// Which.
    pub consultation_id: Uid,
    /// The call that it answers; `None`: it is carried by others, and organised here.
    pub call: Option<String>,
    /// Proposals and discussions.
    pub contributions: i64,
    /// Replies.
    pub replies: i64,
    /// Contributions on which the collectivity or the organiser decided.
    pub answers: i64,
}

/// What was said at home in those of these consultations that are another collectivity's, or that others carry or did.
///
/// # Errors
/// When the database refuses.
pub fn of(db: &mut Db, ids: &[Uid]) -> Result<Vec<SaidAtHome>> {
    let answers: Vec<(Uid, String)> = carried::table
        .inner_join(heard_call::table.on(heard_call::id.eq(carried::call_id)))
        .filter(carried::consultation_id.eq_any(ids.to_vec()))
        .select((carried::consultation_id, heard_call::uri))
        .load(db)?;
    let organised: Vec<Uid> = carrier::table
        .filter(carrier::consultation_id.eq_any(ids.to_vec()))
        .filter(carrier::joined_at.is_not_null())
        .select(carrier::consultation_id)
        .distinct()
        .load(db)?;
    let blank = |consultation_id, call| SaidAtHome { consultation_id, call, contributions: 0, replies: 0, answers: 0 };
    let mut found: Vec<SaidAtHome> = answers.into_iter().map(|(id, uri)| blank(id, Some(uri))).collect();
    found.extend(organised.into_iter().map(|id| blank(id, None)));
    if found.is_empty() {
        return Ok(found);
    }
    let shared: Vec<Uid> = found.iter().map(|one| one.consultation_id).collect();
    // In the words of the index `contribution_home`: what is said elsewhere is not even looked at.
    let rows: Vec<(Uid, String, Option<String>, i64)> = contribution::table
        .filter(contribution::consultation_id.eq_any(shared))
        .filter(sql::<Bool>("contribution.origin <> 'remote'"))
        .filter(contribution::withdrawn_at.is_null())
        .filter(contribution::hidden_at.is_null())
        .filter(not(contribution::held))
        .group_by((contribution::consultation_id, contribution::kind, contribution::answer_state))
        .select((contribution::consultation_id, contribution::kind, contribution::answer_state, count_star()))
        .load(db)?;
    for (id, kind, answer, count) in rows {
        let Some(one) = found.iter_mut().find(|one| one.consultation_id == id) else { continue };
        if kind == Kind::Reply.code() {
            one.replies += count;
        } else {
            one.contributions += count;
        }
        if answer.as_deref().and_then(AnswerState::parse).is_some_and(AnswerState::is_decision) {
            one.answers += count;
        }
    }
    Ok(found)
}
