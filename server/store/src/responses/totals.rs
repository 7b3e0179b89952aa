//! How many said what: as it is now, and as it was kept when the results were published.

use super::{questionnaire, states};
use crate::column::{Uid, UidSql, each};
use crate::schema::questionnaire_total as kept_total;
use crate::{Db, Result};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Integer, Nullable};
use domain::questionnaire::ResponseState;

/// How many answers say something.
#[derive(Debug, Clone, PartialEq, Eq, QueryableByName, Queryable)]
pub struct Total {
    /// The question.
    #[diesel(sql_type = UidSql)]
    pub question_id: Uid,
    /// Whether it counts the people who answered the question at all.
    #[diesel(sql_type = Bool)]
    pub people: bool,
    /// What was chosen; none for another answer or a text.
    #[diesel(sql_type = Nullable<UidSql>)]
    pub choice_id: Option<Uid>,
    /// In which row.
    #[diesel(sql_type = Nullable<UidSql>)]
    pub row_id: Option<Uid>,
    /// The rank or the place on the scale.
    #[diesel(sql_type = Nullable<Integer>)]
    pub number: Option<i32>,
    /// How many.
    #[diesel(sql_type = BigInt)]
    pub total: i64,
}

/// The totals of the counted answers, as they are now.
///
/// # Errors
/// When the database refuses.
pub fn totals(db: &mut Db, questionnaire: Uid) -> Result<Vec<Total>> {
    let mut totals: Vec<Total> = diesel::sql_query(COUNT_PARTS).bind::<UidSql, _>(questionnaire).load(db)?;
    totals.extend(diesel::sql_query(COUNT_PEOPLE).bind::<UidSql, _>(questionnaire).load::<Total>(db)?);
    Ok(totals)
}

const COUNT_PARTS: &str = "SELECT a.question_id, FALSE AS people, a.choice_id, a.row_id, a.number, CAST(count(*) AS BIGINT) AS total \
    FROM questionnaire_response r JOIN questionnaire_answer a ON a.response_id = r.id \
    WHERE r.questionnaire_id = $1 AND r.state = 'counted' GROUP BY a.question_id, a.choice_id, a.row_id, a.number";

const COUNT_PEOPLE: &str = "SELECT a.question_id, TRUE AS people, NULL AS choice_id, NULL AS row_id, NULL AS number, \
    CAST(count(DISTINCT r.id) AS BIGINT) AS total FROM questionnaire_response r JOIN questionnaire_answer a ON a.response_id = r.id \
    WHERE r.questionnaire_id = $1 AND r.state = 'counted' GROUP BY a.question_id";

/// Keeps the totals as they are now.
///
/// # Errors
/// When the database refuses.
pub fn keep_totals(db: &mut Db, id: Uid) -> Result<()> {
    let totals = totals(db, id)?;
    let people = states(db, id)?.into_iter().find(|(state, _)| state == ResponseState::Counted.code()).map_or(0, |(_, count)| count);
    let people = i32::try_from(people).unwrap_or(i32::MAX);
    diesel::update(questionnaire::table.find(id)).set(questionnaire::people.eq(people)).execute(db)?;
    diesel::delete(kept_total::table.filter(kept_total::questionnaire_id.eq(id))).execute(db)?;
    let numbered: Vec<(i32, Total)> = (0..).zip(totals).collect();
    for some in numbered.chunks(200) {
        let rows: Vec<_> = some
            .iter()
            .map(|(position, t)| {
                (
                    kept_total::questionnaire_id.eq(id),
                    kept_total::position.eq(*position),
                    kept_total::question_id.eq(t.question_id),
                    kept_total::people.eq(t.people),
                    kept_total::choice_id.eq(t.choice_id),
                    kept_total::row_id.eq(t.row_id),
                    kept_total::number.eq(t.number),
                    kept_total::total.eq(t.total),
                )
            })
            .collect();
        each!(db, c => diesel::insert_into(kept_total::table).values(rows).execute(c))?;
    }
    Ok(())
}

/// The totals that were kept.
///
/// # Errors
/// When the database refuses.
pub fn kept_totals(db: &mut Db, id: Uid) -> Result<Vec<Total>> {
    let columns =
        (kept_total::question_id, kept_total::people, kept_total::choice_id, kept_total::row_id, kept_total::number, kept_total::total);
    Ok(kept_total::table.filter(kept_total::questionnaire_id.eq(id)).order(kept_total::position).select(columns).load(db)?)
}
