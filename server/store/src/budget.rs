//! Participatory budgets: envelopes, the projects in them, what services write to each other, and news of the works.

use crate::column::{At, Uid, UidSql, all, is_postgres};
use crate::conn::MultiBackend;
use crate::schema::{actor, envelope, project, project_news, project_note};
use crate::{Db, Error, Result};
use diesel::prelude::*;
use domain::budget::{ENVELOPES_MAX, ProjectState};

/// Most notes and news of a project that are read at once.
pub const NOTES_MAX: i64 = 200;

/// A part of the budget.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = envelope, check_for_backend(MultiBackend))]
pub struct Envelope {
    /// Its id.
    pub id: Uid,
    /// Its consultation.
    pub consultation_id: Uid,
    /// Its place in the list, from 0.
    pub position: i32,
    /// Its title.
    pub title: String,
    /// The district it is for; empty for the whole territory.
    pub district: String,
    /// What there is to spend, in cents.
    pub amount: i64,
    /// The most a project may cost, in cents; 0 for no limit of its own.
    pub most: i64,
    /// Its vote, once it was prepared; the box may have been deleted since.
    pub box_id: Option<Uid>,
    /// When its results were carried over to its projects.
    pub settled_at: Option<At>,
}

/// What makes a proposal a project.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = project, check_for_backend(MultiBackend))]
pub struct Project {
    /// The proposal.
    pub contribution_id: Uid,
    /// Its consultation.
    pub consultation_id: Uid,
    /// The envelope that would pay.
    pub envelope_id: Uid,
    /// Where, in words.
    pub place: String,
    /// What its author thinks it costs, in cents.
    pub asked: Option<i64>,
    /// Code of where it stands.
    pub state: String,
    /// The service that studies it.
    pub service: String,
    /// The agent who studies it.
    pub agent_id: Option<Uid>,
    /// Code of what the service finds.
    pub verdict: Option<String>,
    /// What it costs, in cents, as the service finds.
    pub cost: Option<i64>,
    /// Why; published with the decision.
    pub reasons: String,
    /// When its author was answered.
    pub decided_at: Option<At>,
    /// The project it was put together with.
    pub merged_into: Option<Uid>,
    /// Code of where its works stand.
    pub works: Option<String>,
    /// The day promised for the end of the works, `2026-11-21`.
    pub promised_on: Option<String>,
    /// The day they ended.
    pub done_on: Option<String>,
    /// When that last changed.
    pub works_at: Option<At>,
}

impl Project {
    /// Where it stands.
    ///
    /// # Errors
    /// `Corrupt` when the code is unknown.
    pub fn state(&self) -> Result<ProjectState> {
        ProjectState::parse(&self.state).ok_or_else(|| Error::Corrupt(format!("project state {}", self.state)))
    }
}

/// Something that one service writes to another.
#[derive(Debug, Clone, Insertable)]
#[diesel(table_name = project_note)]
pub struct NewNote {
    /// Its id.
    pub id: Uid,
    /// The project.
    pub contribution_id: Uid,
    /// Who wrote it.
    pub author_id: Option<Uid>,
    /// The text.
    pub body: String,
    /// When.
    pub written_at: At,
}

/// News of the works.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = project_news, check_for_backend(MultiBackend))]
pub struct News {
    /// Its id.
    pub id: Uid,
    /// The project.
    pub contribution_id: Uid,
    /// The text, in Markdown.
    pub body: String,
    /// When.
    pub written_at: At,
}

/// The envelopes of a consultation, in their order.
///
/// # Errors
/// When the database refuses.
pub fn envelopes(db: &mut Db, consultation_id: Uid) -> Result<Vec<Envelope>> {
    Ok(envelope::table
        .filter(envelope::consultation_id.eq(consultation_id))
        .order((envelope::position, envelope::id))
        .limit(i64::try_from(ENVELOPES_MAX).unwrap_or(i64::MAX))
        .select(all::<Envelope>())
        .load(db)?)
}

/// Whether a consultation has a budget.
///
/// # Errors
/// When the database refuses.
pub fn exists(db: &mut Db, consultation_id: Uid) -> Result<bool> {
    Ok(diesel::select(diesel::dsl::exists(envelope::table.filter(envelope::consultation_id.eq(consultation_id)))).get_result(db)?)
}

/// An envelope.
///
/// # Errors
/// When the database refuses.
pub fn envelope(db: &mut Db, id: Uid) -> Result<Option<Envelope>> {
    Ok(envelope::table.find(id).select(all::<Envelope>()).first(db).optional()?)
}

/// Holds the budget of a consultation until the end of the transaction. SQLite has one writer anyway.
///
/// # Errors
/// When the database refuses.
pub fn hold(db: &mut Db, consultation_id: Uid) -> Result<()> {
    if is_postgres(db) {
        diesel::sql_query("SELECT id FROM consultation WHERE id = $1 FOR NO KEY UPDATE").bind::<UidSql, _>(consultation_id).execute(db)?;
    }
    Ok(())
}

/// Keeps an envelope: a new one, or in the place of the one with the same id.
///
/// # Errors
/// When the database refuses.
pub fn keep_envelope(db: &mut Db, new: &Envelope) -> Result<()> {
    let changed = diesel::update(envelope::table.find(new.id))
        .set((
            envelope::position.eq(new.position),
            envelope::title.eq(&new.title),
            envelope::district.eq(&new.district),
            envelope::amount.eq(new.amount),
            envelope::most.eq(new.most),
        ))
        .execute(db)?;
    if changed == 0 {
        diesel::insert_into(envelope::table).values(new.clone()).execute(db)?;
    }
    Ok(())
}

/// Removes an envelope that holds no project. `false`: it holds some.
///
/// # Errors
/// When the database refuses.
pub fn remove_envelope(db: &mut Db, id: Uid) -> Result<bool> {
    if diesel::select(diesel::dsl::exists(project::table.filter(project::envelope_id.eq(id)))).get_result(db)? {
        return Ok(false);
    }
    diesel::delete(envelope::table.find(id)).execute(db)?;
    Ok(true)
}

/// Says which box is the vote of an envelope.
///
/// # Errors
/// When the database refuses.
pub fn set_box(db: &mut Db, id: Uid, box_id: Option<Uid>) -> Result<()> {
    diesel::update(envelope::table.find(id)).set(envelope::box_id.eq(box_id)).execute(db)?;
    Ok(())
}

/// Its results are carried over. `false`: they were already.
///
/// # Errors
/// When the database refuses.
pub fn settle(db: &mut Db, id: Uid, now: At) -> Result<bool> {
    let row = envelope::table.find(id).filter(envelope::settled_at.is_null());
    Ok(diesel::update(row).set(envelope::settled_at.eq(now)).execute(db)? == 1)
}

/// Makes a proposal a project.
///
/// # Errors
/// When the database refuses.
pub fn insert(db: &mut Db, contribution_id: Uid, of: &Envelope) -> Result<()> {
    diesel::insert_into(project::table)
        .values((
            project::contribution_id.eq(contribution_id),
            project::consultation_id.eq(of.consultation_id),
            project::envelope_id.eq(of.id),
            project::place.eq(""),
            project::state.eq(ProjectState::Deposited.code()),
            project::service.eq(""),
            project::reasons.eq(""),
        ))
        .execute(db)?;
    Ok(())
}

/// What its author says of it, or what an agent corrects: envelope, place, cost.
///
/// # Errors
/// When the database refuses.
pub fn describe(db: &mut Db, id: Uid, envelope_id: Uid, place: &str, asked: Option<i64>) -> Result<()> {
    diesel::update(project::table.find(id))
        .set((project::envelope_id.eq(envelope_id), project::place.eq(place), project::asked.eq(asked)))
        .execute(db)?;
    Ok(())
}

/// A project.
///
/// # Errors
/// When the database refuses.
pub fn find(db: &mut Db, id: Uid) -> Result<Option<Project>> {
    Ok(project::table.find(id).select(all::<Project>()).first(db).optional()?)
}

/// Keeps what changed of a project; what its author said of it is not touched.
///
/// # Errors
/// When the database refuses.
pub fn update(db: &mut Db, row: &Project) -> Result<()> {
    diesel::update(project::table.find(row.contribution_id))
        .set((
            project::state.eq(&row.state),
            project::service.eq(&row.service),
            project::agent_id.eq(row.agent_id),
            project::verdict.eq(&row.verdict),
            project::cost.eq(row.cost),
            project::reasons.eq(&row.reasons),
            project::decided_at.eq(row.decided_at),
            project::merged_into.eq(row.merged_into),
            project::works.eq(&row.works),
            project::promised_on.eq(&row.promised_on),
            project::done_on.eq(&row.done_on),
            project::works_at.eq(row.works_at),
        ))
        .execute(db)?;
    Ok(())
}

/// What was put together with `from` is from now on put together with `to`.
///
/// # Errors
/// When the database refuses.
pub fn follow_merge(db: &mut Db, from: Uid, to: Uid) -> Result<()> {
    diesel::update(project::table.filter(project::merged_into.eq(from))).set(project::merged_into.eq(to)).execute(db)?;
    Ok(())
}

/// Keeps a note.
///
/// # Errors
/// When the database refuses.
pub fn note(db: &mut Db, new: &NewNote) -> Result<()> {
    diesel::insert_into(project_note::table).values(new.clone()).execute(db)?;
    Ok(())
}

/// The notes on a project with the names of those who wrote them, latest first.
///
/// # Errors
/// When the database refuses.
pub fn notes(db: &mut Db, id: Uid) -> Result<Vec<(String, At, Option<String>)>> {
    Ok(project_note::table
        .left_join(actor::table.on(project_note::author_id.eq(actor::id.nullable())))
        .filter(project_note::contribution_id.eq(id))
        .order((project_note::written_at.desc(), project_note::id.desc()))
        .limit(NOTES_MAX)
        .select((project_note::body, project_note::written_at, actor::display_name.nullable()))
        .load(db)?)
}

/// Keeps news of the works.
///
/// # Errors
/// When the database refuses.
pub fn tell(db: &mut Db, new: &News) -> Result<()> {
    diesel::insert_into(project_news::table).values(new.clone()).execute(db)?;
    Ok(())
}

/// The news of the works of a project, latest first.
///
/// # Errors
/// When the database refuses.
pub fn news(db: &mut Db, id: Uid) -> Result<Vec<News>> {
    Ok(project_news::table
        .filter(project_news::contribution_id.eq(id))
        .order((project_news::written_at.desc(), project_news::id.desc()))
        .limit(NOTES_MAX)
        .select(all::<News>())
        .load(db)?)
}

/// Takes the name of somebody who leaves off what they studied and noted.
///
/// # Errors
/// When the database refuses.
pub fn forget_actor(db: &mut Db, actor_id: Uid) -> Result<()> {
    diesel::update(project::table.filter(project::agent_id.eq(actor_id))).set(project::agent_id.eq(None::<Uid>)).execute(db)?;
    diesel::update(project_note::table.filter(project_note::author_id.eq(actor_id)))
        .set(project_note::author_id.eq(None::<Uid>))
        .execute(db)?;
    Ok(())
}
