//! The texts and files that people sent: read by agents, a page at a time; the ones an agent chose to publish; and forgetting them in time.

use super::{answer, questionnaire, quote, response};
use crate::column::{At, Uid, each};
use crate::{Db, Result};
use diesel::prelude::*;
use diesel::sql_types::{Integer, Nullable, Text};
use domain::questionnaire::ResponseState;

/// A text or a file that somebody sent.
#[derive(Debug, Clone, QueryableByName)]
pub struct Written {
    /// The answer it belongs to.
    #[diesel(sql_type = crate::column::UidSql)]
    pub response_id: Uid,
    /// The text.
    #[diesel(sql_type = Nullable<Text>)]
    pub body: Option<String>,
    /// The file.
    #[diesel(sql_type = Nullable<crate::column::UidSql>)]
    pub file_id: Option<Uid>,
    /// 1 when it is published.
    #[diesel(sql_type = Integer)]
    pub chosen: i32,
}

/// The texts and files that answer a question, and how many there are.
///
/// # Errors
/// When the database refuses.
pub fn page(db: &mut Db, questionnaire: Uid, question: Uid, offset: i64, limit: i64) -> Result<(Vec<Written>, i64)> {
    let all = answer::table
        .inner_join(response::table.on(response::id.eq(answer::response_id)))
        .filter(response::questionnaire_id.eq(questionnaire))
        .filter(response::state.eq(ResponseState::Counted.code()))
        .filter(answer::question_id.eq(question))
        .filter(answer::body.is_not_null().or(answer::file_id.is_not_null()));
    let total = all.count().get_result(db)?;
    let rows = diesel::sql_query(
        "SELECT a.response_id, a.body, a.file_id, CASE WHEN q.response_id IS NULL THEN 0 ELSE 1 END AS chosen \
         FROM questionnaire_response r JOIN questionnaire_answer a ON a.response_id = r.id AND a.question_id = $1 \
         LEFT JOIN questionnaire_quote q ON q.response_id = a.response_id AND q.question_id = a.question_id \
         WHERE r.questionnaire_id = $2 AND r.state = 'counted' AND (a.body IS NOT NULL OR a.file_id IS NOT NULL) \
         ORDER BY r.id LIMIT $3 OFFSET $4",
    )
    .bind::<crate::column::UidSql, _>(question)
    .bind::<crate::column::UidSql, _>(questionnaire)
    .bind::<diesel::sql_types::BigInt, _>(limit)
    .bind::<diesel::sql_types::BigInt, _>(offset)
    .load(db)?;
    Ok((rows, total))
}

/// Publishes a text, or takes it back.
///
/// # Errors
/// When the database refuses.
pub fn choose(db: &mut Db, questionnaire: Uid, question: Uid, response_id: Uid, gives: bool, now: At) -> Result<()> {
    if gives {
        let values = (
            quote::response_id.eq(response_id),
            quote::question_id.eq(question),
            quote::questionnaire_id.eq(questionnaire),
            quote::chosen_at.eq(now),
        );
        each!(db, c => diesel::insert_into(quote::table).values(values).on_conflict_do_nothing().execute(c))?;
    } else {
        diesel::delete(quote::table.find((response_id, question))).execute(db)?;
    }
    Ok(())
}

/// The texts that were published, by question.
///
/// # Errors
/// When the database refuses.
pub fn published(db: &mut Db, questionnaire: Uid) -> Result<Vec<(Uid, String)>> {
    let rows: Vec<(Uid, Option<String>)> = quote::table
        .inner_join(answer::table.on(answer::response_id.eq(quote::response_id).and(answer::question_id.eq(quote::question_id))))
        .filter(quote::questionnaire_id.eq(questionnaire))
        .filter(answer::body.is_not_null())
        .order((quote::question_id, quote::chosen_at))
        .limit(500)
        .select((quote::question_id, answer::body))
        .load(db)?;
    Ok(rows.into_iter().filter_map(|(question, body)| Some((question, body?))).collect())
}

/// Forgets what was begun before `drafts`, and what was sent and not confirmed before `unconfirmed`. Returns how many answers went.
///
/// # Errors
/// When the database refuses.
pub fn sweep(db: &mut Db, drafts: At, unconfirmed: At) -> Result<usize> {
    let begun = response::table.filter(response::state.eq(ResponseState::Draft.code())).filter(response::saved_at.lt(drafts));
    let gone = diesel::delete(begun).execute(db)?;
    let late: Vec<(Uid, Uid)> = response::table
        .filter(response::state.eq(ResponseState::Sent.code()))
        .filter(response::saved_at.lt(unconfirmed))
        .select((response::id, response::questionnaire_id))
        .limit(500)
        .load(db)?;
    let mut of: std::collections::BTreeMap<Uid, i32> = std::collections::BTreeMap::new();
    late.iter().for_each(|(_, questionnaire)| *of.entry(*questionnaire).or_default() += 1);
    for (id, count) in of {
        diesel::update(questionnaire::table.find(id)).set(questionnaire::expired.eq(questionnaire::expired + count)).execute(db)?;
    }
    let ids: Vec<Uid> = late.iter().map(|(id, _)| *id).collect();
    diesel::delete(response::table.filter(response::id.eq_any(ids))).execute(db)?;
    Ok(gone + late.len())
}

/// Questionnaires that may have single answers and are over: end, days to keep. A bounded number, the oldest first.
///
/// # Errors
/// When the database refuses.
pub fn to_purge(db: &mut Db, now: At) -> Result<Vec<crate::questionnaires::Questionnaire>> {
    Ok(questionnaire::table
        .filter(questionnaire::purged_at.is_null())
        .filter(questionnaire::published_at.is_not_null())
        .filter(questionnaire::closes_at.lt(now))
        .order(questionnaire::closes_at)
        .limit(500)
        .select(crate::column::all::<crate::questionnaires::Questionnaire>())
        .load(db)?)
}

/// Deletes the single answers to a questionnaire; its totals stay.
///
/// # Errors
/// When the database refuses.
pub fn purge(db: &mut Db, id: Uid, now: At) -> Result<()> {
    diesel::delete(response::table.filter(response::questionnaire_id.eq(id))).execute(db)?;
    diesel::update(questionnaire::table.find(id)).set(questionnaire::purged_at.eq(now)).execute(db)?;
    Ok(())
}
