//! What the collectivity commits itself to after a consultation, the contributions that come from, and how it went.

use crate::column::{At, Uid, UidSql, all, each, is_postgres};
use crate::conn::MultiBackend;
use crate::schema::{commitment, commitment_news, commitment_source, consultation_report, contribution};
use crate::{Db, Error, Result};
use diesel::prelude::*;
use domain::commitment::{COMMITMENTS_MAX, CommitmentState, SOURCES_MAX};

pub mod milestones;

/// Most news of a commitment that are read at once.
pub const NEWS_MAX: i64 = 200;

/// A commitment.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = commitment, check_for_backend(MultiBackend))]
pub struct Commitment {
    /// Its id.
    pub id: Uid,
    /// Its consultation.
    pub consultation_id: Uid,
    /// Its place in the list, from 0.
    pub position: i32,
    /// Its title.
    pub title: String,
    /// What is promised, in Markdown.
    pub body: String,
    /// Code of where it stands.
    pub state: String,
    /// Why it was given up; empty otherwise.
    pub reason: String,
    /// How far it is, in hundredths, 0 to 100.
    pub progress: i32,
    /// What it costs, in cents.
    pub cost: Option<i64>,
    /// The service or elected person who answers for it; may be empty.
    pub responsible: String,
    /// The promised day, `2026-11-21`.
    pub promised_on: Option<String>,
    /// The day that was promised first.
    pub first_promised_on: Option<String>,
    /// The day it was done.
    pub done_on: Option<String>,
    /// When it was written.
    pub created_at: At,
    /// When it last changed.
    pub edited_at: At,
    /// When it was published; `None` for a draft.
    pub published_at: Option<At>,
}

impl Commitment {
    /// Where it stands.
    ///
    /// # Errors
    /// `Corrupt` when the code is unknown.
    pub fn state(&self) -> Result<CommitmentState> {
        CommitmentState::parse(&self.state).ok_or_else(|| Error::Corrupt(format!("commitment state {}", self.state)))
    }
}

/// A step of a commitment: what was told, and where it stood then.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = commitment_news, check_for_backend(MultiBackend))]
pub struct News {
    /// Its id.
    pub id: Uid,
    /// The commitment.
    pub commitment_id: Uid,
    /// The text, in Markdown; may be empty.
    pub body: String,
    /// Code of the state from then on.
    pub state: String,
    /// How far it was then, in hundredths.
    pub progress: i32,
    /// The day that was promised then.
    pub promised_on: Option<String>,
    /// When.
    pub written_at: At,
}

/// Holds the commitments of a consultation until the end of the transaction. SQLite has one writer anyway.
///
/// # Errors
/// When the database refuses.
pub fn hold(db: &mut Db, consultation_id: Uid) -> Result<()> {
    if is_postgres(db) {
        diesel::sql_query("SELECT id FROM consultation WHERE id = $1 FOR NO KEY UPDATE").bind::<UidSql, _>(consultation_id).execute(db)?;
    }
    Ok(())
}

/// A commitment.
///
/// # Errors
/// When the database refuses.
pub fn find(db: &mut Db, id: Uid) -> Result<Option<Commitment>> {
    Ok(commitment::table.find(id).select(all::<Commitment>()).first(db).optional()?)
}

/// The commitments of a consultation in their order: all, or the published ones only.
///
/// # Errors
/// When the database refuses.
pub fn of_consultation(db: &mut Db, consultation_id: Uid, published_only: bool) -> Result<Vec<Commitment>> {
    let mut query = commitment::table.filter(commitment::consultation_id.eq(consultation_id)).into_boxed::<MultiBackend>();
    if published_only {
        query = query.filter(commitment::published_at.is_not_null());
    }
    let limit = i64::try_from(COMMITMENTS_MAX).unwrap_or(i64::MAX);
    Ok(query.order((commitment::position, commitment::id)).limit(limit).select(all::<Commitment>()).load(db)?)
}

/// Whether commitments or a report were published after a consultation.
///
/// # Errors
/// When the database refuses.
pub fn followed(db: &mut Db, consultation_id: Uid) -> Result<bool> {
    let promised = commitment::table.filter(commitment::consultation_id.eq(consultation_id)).filter(commitment::published_at.is_not_null());
    let report = consultation_report::table
        .filter(consultation_report::consultation_id.eq(consultation_id))
        .filter(consultation_report::version.gt(0));
    Ok(diesel::select(diesel::dsl::exists(promised).or(diesel::dsl::exists(report))).get_result(db)?)
}

/// Keeps a new commitment.
///
/// # Errors
/// When the database refuses.
pub fn insert(db: &mut Db, new: &Commitment) -> Result<()> {
    diesel::insert_into(commitment::table).values(new.clone()).execute(db)?;
    Ok(())
}

/// Keeps what changed of a commitment, its place apart.
///
/// # Errors
/// When the database refuses.
pub fn update(db: &mut Db, row: &Commitment) -> Result<()> {
    diesel::update(commitment::table.find(row.id))
        .set((
            commitment::title.eq(&row.title),
            commitment::body.eq(&row.body),
            commitment::state.eq(&row.state),
            commitment::reason.eq(&row.reason),
            commitment::progress.eq(row.progress),
            commitment::cost.eq(row.cost),
            commitment::responsible.eq(&row.responsible),
            commitment::promised_on.eq(&row.promised_on),
            commitment::first_promised_on.eq(&row.first_promised_on),
            commitment::done_on.eq(&row.done_on),
            commitment::edited_at.eq(row.edited_at),
            commitment::published_at.eq(row.published_at),
        ))
        .execute(db)?;
    Ok(())
}

/// Puts a commitment in another place of the list.
///
/// # Errors
/// When the database refuses.
pub fn place(db: &mut Db, id: Uid, position: i32) -> Result<()> {
    diesel::update(commitment::table.find(id)).set(commitment::position.eq(position)).execute(db)?;
    Ok(())
}

/// Removes a commitment that was not published. `false`: it was.
///
/// # Errors
/// When the database refuses.
pub fn remove_draft(db: &mut Db, id: Uid) -> Result<bool> {
    Ok(diesel::delete(commitment::table.find(id).filter(commitment::published_at.is_null())).execute(db)? == 1)
}

/// Says that a commitment comes from a contribution. `false`: that was said already.
///
/// # Errors
/// When the database refuses.
pub fn link(db: &mut Db, id: Uid, contribution_id: Uid) -> Result<bool> {
    let row = (commitment_source::commitment_id.eq(id), commitment_source::contribution_id.eq(contribution_id));
    Ok(each!(db, c => diesel::insert_into(commitment_source::table).values(row).on_conflict_do_nothing().execute(c))? == 1)
}

/// Says that it does not. `false`: nobody said so.
///
/// # Errors
/// When the database refuses.
pub fn unlink(db: &mut Db, id: Uid, contribution_id: Uid) -> Result<bool> {
    Ok(diesel::delete(commitment_source::table.find((id, contribution_id))).execute(db)? == 1)
}

/// How many contributions a commitment comes from, whether they are shown or not.
///
/// # Errors
/// When the database refuses.
pub fn count_sources(db: &mut Db, id: Uid) -> Result<i64> {
    Ok(commitment_source::table.filter(commitment_source::commitment_id.eq(id)).count().get_result(db)?)
}

/// A contribution that commitments come from, and how it is named.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Source {
    /// The commitment.
    pub commitment_id: Uid,
    /// The contribution.
    pub contribution_id: Uid,
    /// Its title.
    pub title: String,
    /// Code of its language.
    pub lang: String,
    /// Its author, if they have an actor here.
    pub author_id: Option<Uid>,
}

/// The contributions that these commitments come from and that are shown, most supported first, in one statement.
///
/// # Errors
/// When the database refuses.
pub fn sources(db: &mut Db, commitments: &[Uid]) -> Result<Vec<Source>> {
    let limit = i64::try_from(SOURCES_MAX * commitments.len().max(1)).unwrap_or(i64::MAX);
    Ok(commitment_source::table
        .inner_join(contribution::table.on(contribution::id.eq(commitment_source::contribution_id)))
        .filter(commitment_source::commitment_id.eq_any(commitments.to_vec()))
        .filter(contribution::hidden_at.is_null())
        .filter(contribution::withdrawn_at.is_null())
        .order((contribution::support_count.desc(), contribution::id))
        .limit(limit)
        .select((
            commitment_source::commitment_id,
            commitment_source::contribution_id,
            contribution::title,
            contribution::lang,
            contribution::author_id,
        ))
        .load(db)?)
}

/// The published commitments that come from a contribution, in their order.
///
/// # Errors
/// When the database refuses.
pub fn from_contribution(db: &mut Db, contribution_id: Uid) -> Result<Vec<Commitment>> {
    Ok(commitment_source::table
        .inner_join(commitment::table.on(commitment::id.eq(commitment_source::commitment_id)))
        .filter(commitment_source::contribution_id.eq(contribution_id))
        .filter(commitment::published_at.is_not_null())
        .order((commitment::position, commitment::id))
        .limit(i64::try_from(COMMITMENTS_MAX).unwrap_or(i64::MAX))
        .select(all::<Commitment>())
        .load(db)?)
}

/// Keeps a step.
///
/// # Errors
/// When the database refuses.
pub fn tell(db: &mut Db, new: &News) -> Result<()> {
    diesel::insert_into(commitment_news::table).values(new.clone()).execute(db)?;
    Ok(())
}

/// The steps of a commitment, latest first.
///
/// # Errors
/// When the database refuses.
pub fn news(db: &mut Db, id: Uid) -> Result<Vec<News>> {
    Ok(commitment_news::table
        .filter(commitment_news::commitment_id.eq(id))
        .order((commitment_news::written_at.desc(), commitment_news::id.desc()))
        .limit(NEWS_MAX)
        .select(all::<News>())
        .load(db)?)
}

/// The latest steps of the published commitments of a consultation, latest first: for its feed.
///
/// # Errors
/// When the database refuses.
pub fn latest_news(db: &mut Db, consultation_id: Uid, limit: i64) -> Result<Vec<(News, Commitment)>> {
    Ok(commitment_news::table
        .inner_join(commitment::table.on(commitment::id.eq(commitment_news::commitment_id)))
        .filter(commitment::consultation_id.eq(consultation_id))
        .filter(commitment::published_at.is_not_null())
        .order((commitment_news::written_at.desc(), commitment_news::id.desc()))
        .limit(limit)
        .select((all::<News>(), all::<Commitment>()))
        .load(db)?)
}
