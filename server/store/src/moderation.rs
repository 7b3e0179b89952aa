//! Reports, and the statements of reasons of what was hidden.

use crate::column::{At, Uid, all, each};
use crate::conn::MultiBackend;
use crate::schema::{actor, consultation, contribution, report, restriction};
use crate::{Db, Result};
use diesel::prelude::*;

/// Why a contribution was hidden.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = restriction, check_for_backend(MultiBackend))]
pub struct Restriction {
    /// Its id.
    pub id: Uid,
    /// What was hidden.
    pub contribution_id: Uid,
    /// Code of the reason.
    pub reason: String,
    /// In words, shown to everybody.
    pub note: String,
    /// Who decided.
    pub moderator_id: Option<Uid>,
    /// When.
    pub imposed_at: At,
    /// When it was lifted.
    pub lifted_at: Option<At>,
}

/// A report.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = report, check_for_backend(MultiBackend))]
pub struct Report {
    /// Its id.
    pub id: Uid,
    /// What is reported.
    pub contribution_id: Uid,
    /// Who reported: never shown outside the moderation queue.
    pub reporter_id: Option<Uid>,
    /// Code of the reason.
    pub reason: String,
    /// In words.
    pub note: String,
    /// When.
    pub reported_at: At,
    /// When it was decided.
    pub decided_at: Option<At>,
    /// Code of the decision.
    pub decision: Option<String>,
    /// Who decided.
    pub decided_by: Option<Uid>,
}

/// Keeps a statement of reasons.
///
/// # Errors
/// When the database refuses.
pub fn impose(db: &mut Db, new: &Restriction) -> Result<()> {
    diesel::insert_into(restriction::table).values(new.clone()).execute(db)?;
    Ok(())
}

/// Lifts what stands on a contribution.
///
/// # Errors
/// When the database refuses.
pub fn lift(db: &mut Db, contribution_id: Uid, now: At) -> Result<()> {
    diesel::update(restriction::table.filter(restriction::contribution_id.eq(contribution_id)).filter(restriction::lifted_at.is_null()))
        .set(restriction::lifted_at.eq(now))
        .execute(db)?;
    Ok(())
}

/// What stands on these contributions.
///
/// # Errors
/// When the database refuses.
pub fn standing_on(db: &mut Db, contributions: &[Uid]) -> Result<Vec<Restriction>> {
    Ok(restriction::table
        .filter(restriction::contribution_id.eq_any(contributions.to_vec()))
        .filter(restriction::lifted_at.is_null())
        .order(restriction::imposed_at.desc())
        .select(all::<Restriction>())
        .load(db)?)
}

/// Keeps a report, or opens this person's decided one again: the text may have changed since. `false`: theirs already waits.
///
/// # Errors
/// When the database refuses.
pub fn insert_report(db: &mut Db, new: &Report) -> Result<bool> {
    let kept = each!(db, c => diesel::insert_into(report::table).values(new.clone()).on_conflict_do_nothing().execute(c))?;
    if kept == 1 {
        return Ok(true);
    }
    let own = report::table.filter(report::contribution_id.eq(new.contribution_id)).filter(report::reporter_id.eq(new.reporter_id));
    let opened = diesel::update(own.filter(report::decided_at.is_not_null()))
        .set((
            report::reason.eq(&new.reason),
            report::note.eq(&new.note),
            report::reported_at.eq(new.reported_at),
            report::decided_at.eq(None::<At>),
            report::decision.eq(None::<String>),
            report::decided_by.eq(None::<Uid>),
        ))
        .execute(db)?;
    Ok(opened == 1)
}

/// A report.
///
/// # Errors
/// When the database refuses.
pub fn find_report(db: &mut Db, id: Uid) -> Result<Option<Report>> {
    Ok(report::table.find(id).select(all::<Report>()).first(db).optional()?)
}

/// The reports somebody made, oldest first: for the export of their data.
///
/// # Errors
/// When the database refuses.
pub fn reported_by(db: &mut Db, reporter: Uid) -> Result<Vec<Report>> {
    Ok(report::table.filter(report::reporter_id.eq(reporter)).order(report::reported_at).limit(10_000).select(all::<Report>()).load(db)?)
}

/// Decides every open report on a contribution. Returns how many there were.
///
/// # Errors
/// When the database refuses.
pub fn decide(db: &mut Db, contribution_id: Uid, decision: &str, by: Option<Uid>, now: At) -> Result<usize> {
    Ok(diesel::update(report::table.filter(report::contribution_id.eq(contribution_id)).filter(report::decided_at.is_null()))
        .set((report::decided_at.eq(now), report::decision.eq(decision), report::decided_by.eq(by)))
        .execute(db)?)
}

/// A contribution of the moderation queue.
#[derive(Debug, Clone)]
pub struct Queued {
    /// The report.
    pub report: Report,
    /// What is reported.
    pub contribution: crate::contributions::Contribution,
    /// Slug of its consultation.
    pub slug: String,
    /// Title of its consultation.
    pub consultation: String,
    /// Who wrote it.
    pub author: Option<String>,
}

/// A page of reports, undecided oldest first, or decided latest first, and how many there are.
///
/// # Errors
/// When the database refuses.
pub fn queue(db: &mut Db, decided: bool, offset: i64, limit: i64) -> Result<(Vec<Queued>, i64)> {
    let base = || {
        let query = report::table
            .inner_join(
                contribution::table
                    .inner_join(consultation::table)
                    .left_join(actor::table.on(contribution::author_id.eq(actor::id.nullable()))),
            )
            .into_boxed::<MultiBackend>();
        if decided { query.filter(report::decided_at.is_not_null()) } else { query.filter(report::decided_at.is_null()) }
    };
    let total = base().count().get_result(db)?;
    let ordered = if decided {
        base().order((report::decided_at.desc(), report::id.desc()))
    } else {
        base().order((report::reported_at.asc(), report::id.asc()))
    };
    let rows: Vec<(Report, crate::contributions::Contribution, String, String, Option<String>)> = ordered
        .offset(offset)
        .limit(limit)
        .select((
            all::<Report>(),
            all::<crate::contributions::Contribution>(),
            consultation::slug,
            consultation::title,
            actor::display_name.nullable(),
        ))
        .load(db)?;
    let queued = rows
        .into_iter()
        .map(|(report, contribution, slug, consultation, author)| Queued { report, contribution, slug, consultation, author })
        .collect();
    Ok((queued, total))
}

/// How many reports wait.
///
/// # Errors
/// When the database refuses.
pub fn waiting(db: &mut Db) -> Result<i64> {
    Ok(report::table.filter(report::decided_at.is_null()).count().get_result(db)?)
}
