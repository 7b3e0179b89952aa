//! The back office: what there is to do.

use crate::column::{At, Uid};
use crate::schema::{carried, consultation, contribution, heard_call, phase, promised_answer};
use crate::street::lists;
use crate::views::cards::{self, Card};
use crate::{Db, Result, jobs, moderation};
use diesel::prelude::*;
use domain::Timestamp;
use domain::carrying::CallState;
use jiff::SignedDuration;

/// What waits for the staff.
#[derive(Debug, Clone)]
pub struct ToDo {
    /// Reports that wait for a decision.
    pub reports: i64,
    /// Contributions without a decision.
    pub unanswered: i64,
    /// Among them, those older than 30 days.
    pub late: i64,
    /// Proposals that reached the threshold at which an answer is promised, without a decision.
    pub promised: i64,
    /// Drafts.
    pub drafts: i64,
    /// Open calls of others to carry a consultation that came within 30 days and that nobody here has taken up.
    pub calls: i64,
    /// Reports from the street that nobody has looked at, and how many have passed their deadline.
    pub street: (i64, i64),
    /// Phases that end within 7 days: slug and title of the consultation, name and end of the phase.
    pub ending: Vec<(String, String, String, At)>,
    /// The queue of jobs.
    pub queue: jobs::Queue,
}

/// Those of them that are proposals with as many supports as it takes to be promised an answer.
macro_rules! promised_query {
    () => {
        unanswered_query()
            .filter(contribution::kind.eq("proposal"))
            .filter(consultation::support_threshold.gt(0))
            .filter(contribution::support_count.ge(consultation::support_threshold))
            .filter(consultation::id.eq_any(promised_answer::table.select(promised_answer::consultation_id)))
    };
}

/// What there is to do.
///
/// # Errors
/// When the database refuses.
pub fn to_do(db: &mut Db, now: Timestamp) -> Result<ToDo> {
    let month_ago = At(now - SignedDuration::from_hours(30 * 24));
    let week = At(now + SignedDuration::from_hours(7 * 24));
    let unanswered = || unanswered_query();
    let late = unanswered().filter(contribution::created_at.lt(month_ago)).count().get_result(db)?;
    let count = unanswered().count().get_result(db)?;
    let promised = promised_query!().count().get_result(db)?;
    let drafts = consultation::table.filter(consultation::published_at.is_null()).count().get_result(db)?;
    let ending = phase::table
        .inner_join(consultation::table)
        .filter(consultation::published_at.is_not_null())
        .filter(phase::closes_at.gt(At(now)))
        .filter(phase::closes_at.le(week))
        .order(phase::closes_at)
        .limit(10)
        .select((consultation::slug, consultation::title, phase::name, phase::closes_at))
        .load(db)?;
    let taken = carried::table.select(carried::call_id);
    let calls = heard_call::table
        .filter(heard_call::state.eq(CallState::Open.code()))
        .filter(heard_call::heard_at.ge(month_ago))
        .filter(heard_call::id.ne_all(taken))
        .count()
        .get_result(db)?;
    let street = (lists::received(db)?, lists::late(db, At(now))?);
    let (reports, queue) = (moderation::waiting(db)?, jobs::queue(db)?);
    Ok(ToDo { reports, unanswered: count, late, promised, drafts, calls, street, ending, queue })
}

#[diesel::dsl::auto_type]
fn unanswered_query() -> _ {
    contribution::table
        .inner_join(consultation::table)
        .filter(consultation::published_at.is_not_null())
        .filter(contribution::root_id.is_null())
        .filter(contribution::hidden_at.is_null())
        .filter(contribution::withdrawn_at.is_null())
        .filter(
            contribution::answer_state
                .is_null()
                .or(contribution::answer_state.eq("received"))
                .or(contribution::answer_state.eq("under_study")),
        )
}

/// A page of the proposals without a decision to which an answer is promised: most supported first, and how many there are.
///
/// # Errors
/// When the database refuses.
pub fn promised(db: &mut Db, offset: i64, limit: i64) -> Result<(Vec<Card>, i64)> {
    let total = promised_query!().count().get_result(db)?;
    let ids: Vec<Uid> = promised_query!()
        .order((contribution::support_count.desc(), contribution::created_at.asc(), contribution::id.asc()))
        .offset(offset)
        .limit(limit)
        .select(contribution::id)
        .load(db)?;
    Ok((cards::by_ids(db, &ids, None)?, total))
}

/// A page of the contributions without a decision, in one consultation or in all: most supported first, and how many there are.
///
/// # Errors
/// When the database refuses.
pub fn unanswered(db: &mut Db, within: Option<Uid>, offset: i64, limit: i64) -> Result<(Vec<Card>, i64)> {
    let base = || {
        let mut query = unanswered_query().into_boxed::<crate::conn::MultiBackend>();
        if let Some(id) = within {
            query = query.filter(contribution::consultation_id.eq(id));
        }
        query
    };
    let total = base().count().get_result(db)?;
    let ids: Vec<Uid> = base()
        .order((contribution::support_count.desc(), contribution::created_at.asc(), contribution::id.asc()))
        .offset(offset)
        .limit(limit)
        .select(contribution::id)
        .load(db)?;
    Ok((cards::by_ids(db, &ids, None)?, total))
}
