//! What happened to a report, one step after the other.

use super::{Report, STEPS_MAX};
use crate::column::{At, Uid, all};
use crate::conn::MultiBackend;
use crate::schema::{street_report, street_step};
use crate::{Db, Error, Result};
use diesel::prelude::*;
use domain::street::ReportState;

/// Something that happened to a report.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = street_step, check_for_backend(MultiBackend), treat_none_as_default_value = false)]
pub struct Step {
    /// Its id.
    pub id: Uid,
    /// The report.
    pub report_id: Uid,
    /// When.
    pub at: At,
    /// Code of the state from then on.
    pub state: String,
    /// Code of why nothing is done.
    pub reason: Option<String>,
    /// What everybody reads.
    pub words: String,
    /// What agents read.
    pub note: String,
    /// The service that had it.
    pub service: String,
    /// The agent who did it: for agents only.
    pub agent_id: Option<Uid>,
    /// The collectivity that said so, where it was another one.
    pub said_by: String,
}

impl Step {
    /// Whether it says something new to everybody, after a step that left the report in the state with this code.
    #[must_use]
    pub fn is_news(&self, before: &str) -> bool {
        self.state != before || !self.words.is_empty() || !self.said_by.is_empty()
    }

    /// Where the report stood from then on.
    ///
    /// # Errors
    /// `Corrupt` when the code is unknown.
    pub fn state(&self) -> Result<ReportState> {
        ReportState::parse(&self.state).ok_or_else(|| Error::Corrupt(format!("state of a step {}", self.state)))
    }
}

/// Keeps a step.
///
/// # Errors
/// When the database refuses.
pub fn step(db: &mut Db, row: Step) -> Result<()> {
    diesel::insert_into(street_step::table).values(row).execute(db)?;
    Ok(())
}

/// When something last happened to a report.
///
/// # Errors
/// When the database refuses.
pub fn last_step_at(db: &mut Db, id: Uid) -> Result<Option<At>> {
    let steps = street_step::table.filter(street_step::report_id.eq(id)).order(street_step::at.desc());
    Ok(steps.select(street_step::at).first(db).optional()?)
}

/// What happened to a report, oldest first.
///
/// # Errors
/// When the database refuses.
pub fn steps(db: &mut Db, id: Uid) -> Result<Vec<Step>> {
    let query = street_step::table.filter(street_step::report_id.eq(id)).order((street_step::at, street_step::id));
    Ok(query.limit(STEPS_MAX).select(all::<Step>()).load(db)?)
}

/// The report that a step is of.
///
/// # Errors
/// When the database refuses.
pub fn stepped(db: &mut Db, step: Uid) -> Result<Option<Report>> {
    Ok(street_step::table
        .inner_join(street_report::table.on(street_report::id.eq(street_step::report_id)))
        .filter(street_step::id.eq(step))
        .select(all::<Report>())
        .first(db)
        .optional()?)
}

/// What was last said of each of these reports to everybody.
///
/// # Errors
/// When the database refuses.
pub fn last_words(db: &mut Db, ids: &[Uid]) -> Result<Vec<(Uid, String)>> {
    let query = street_step::table.filter(street_step::report_id.eq_any(ids.to_vec())).filter(street_step::words.ne(""));
    let limit = i64::try_from(ids.len()).unwrap_or(0).saturating_mul(STEPS_MAX);
    let rows: Vec<(Uid, String)> = query
        .order((street_step::report_id, street_step::at.desc(), street_step::id.desc()))
        .limit(limit)
        .select((street_step::report_id, street_step::words))
        .load(db)?;
    let mut last: Vec<(Uid, String)> = Vec::with_capacity(ids.len());
    for row in rows {
        if last.last().is_none_or(|(id, _)| *id != row.0) {
            last.push(row);
        }
    }
    Ok(last)
}
