//! Projects that look for money, what was reported of them, and the secrets with which platforms sign.

use crate::column::{At, Uid, UidSql, all, each, is_postgres};
use crate::conn::MultiBackend;
use crate::schema::{funding_hook, funding_project, funding_report};
use crate::{Db, Error, Result};
use diesel::prelude::*;
use domain::funding::{FundingMode, ReportSource};

/// Most reports of a project that are read at once.
pub const REPORTS_MAX: i64 = 200;
/// Most projects whose amounts are added.
const PROJECTS_MAX: i64 = 100_000;

/// A project that looks for money.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = funding_project, check_for_backend(MultiBackend), treat_none_as_null = true, treat_none_as_default_value = false)]
pub struct Project {
    /// Its id.
    pub id: Uid,
    /// The consultation it comes from, if any.
    pub consultation_id: Option<Uid>,
    /// Who carries it.
    pub carrier: String,
    /// Its title.
    pub title: String,
    /// What it is, in Markdown.
    pub body: String,
    /// Code of the language of its texts.
    pub lang: String,
    /// Code of what money is given as.
    pub mode: String,
    /// With a reward, or with interest.
    pub with_return: bool,
    /// What is looked for, in cents.
    pub goal: i64,
    /// What the whole project costs, in cents.
    pub cost: Option<i64>,
    /// What was raised, in cents.
    pub raised: i64,
    /// By how many people.
    pub contributors: i32,
    /// The first day of the campaign, `2026-11-22`.
    pub opens_on: String,
    /// The last one.
    pub closes_on: String,
    /// The campaign on the platform, `https`.
    pub link: String,
    /// When it was written.
    pub created_at: At,
    /// When it was published.
    pub published_at: Option<At>,
    /// When it last changed.
    pub edited_at: At,
}

impl Project {
    /// What money is given as.
    ///
    /// # Errors
    /// `Corrupt` when the code is unknown.
    pub fn mode(&self) -> Result<FundingMode> {
        FundingMode::parse(&self.mode).ok_or_else(|| Error::Corrupt(format!("funding mode {}", self.mode)))
    }
}

/// What was reported of a project.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = funding_report, check_for_backend(MultiBackend))]
pub struct Report {
    /// Its id.
    pub id: Uid,
    /// The project.
    pub project_id: Uid,
    /// What was raised until then, in cents.
    pub raised: i64,
    /// By how many people.
    pub contributors: i32,
    /// Code of from where it is known.
    pub source: String,
    /// News of the project, in Markdown; may be empty.
    pub news: String,
    /// When.
    pub reported_at: At,
}

/// What was raised in one mode.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Total {
    /// Code of the mode.
    pub mode: String,
    /// Projects.
    pub projects: i64,
    /// In cents.
    pub raised: i64,
    /// In cents.
    pub goal: i64,
}

/// Keeps a new project.
///
/// # Errors
/// When the database refuses.
pub fn insert(db: &mut Db, new: &Project) -> Result<()> {
    diesel::insert_into(funding_project::table).values(new.clone()).execute(db)?;
    Ok(())
}

/// Keeps what changed of a project that is held.
///
/// # Errors
/// When the database refuses.
pub fn update(db: &mut Db, row: &Project) -> Result<()> {
    diesel::update(funding_project::table.find(row.id)).set(row.clone()).execute(db)?;
    Ok(())
}

/// A project.
///
/// # Errors
/// When the database refuses.
pub fn find(db: &mut Db, id: Uid) -> Result<Option<Project>> {
    Ok(funding_project::table.find(id).select(all::<Project>()).first(db).optional()?)
}

/// Keeps everybody else from a project until the end of the transaction.
///
/// # Errors
/// When the database refuses.
pub fn hold(db: &mut Db, id: Uid) -> Result<()> {
    if is_postgres(db) {
        diesel::sql_query("SELECT id FROM funding_project WHERE id = $1 FOR UPDATE").bind::<UidSql, _>(id).execute(db)?;
    }
    Ok(())
}

/// Projects, those whose campaign ends last first: the published ones, or all of them; and how many there are.
///
/// # Errors
/// When the database refuses.
pub fn list(db: &mut Db, published_only: bool, offset: i64, limit: i64) -> Result<(Vec<Project>, i64)> {
    let rows = || {
        let query = funding_project::table.into_boxed::<MultiBackend>();
        if published_only { query.filter(funding_project::published_at.is_not_null()) } else { query }
    };
    let total = rows().count().get_result(db)?;
    let page = rows().order((funding_project::closes_on.desc(), funding_project::id)).offset(offset).limit(limit);
    Ok((page.select(all::<Project>()).load(db)?, total))
}

/// What the published projects raised, each mode apart: a gift and a loan are not added together.
///
/// # Errors
/// When the database refuses.
pub fn totals(db: &mut Db) -> Result<Vec<Total>> {
    let published = funding_project::table.filter(funding_project::published_at.is_not_null()).limit(PROJECTS_MAX);
    let rows: Vec<(String, i64, i64)> =
        published.select((funding_project::mode, funding_project::raised, funding_project::goal)).load(db)?;
    let mut totals = Vec::with_capacity(FundingMode::ALL.len());
    for mode in FundingMode::ALL {
        let mut total = Total { mode: mode.code().to_owned(), ..Total::default() };
        for (_, raised, goal) in rows.iter().filter(|(code, ..)| code == mode.code()) {
            total.projects += 1;
            total.raised = total.raised.saturating_add(*raised);
            total.goal = total.goal.saturating_add(*goal);
        }
        if total.projects > 0 {
            totals.push(total);
        }
    }
    Ok(totals)
}

/// Keeps a report; it is never changed.
///
/// # Errors
/// When the database refuses.
pub fn report(db: &mut Db, new: &Report) -> Result<()> {
    diesel::insert_into(funding_report::table).values(new.clone()).execute(db)?;
    Ok(())
}

/// The reports of a project, latest first.
///
/// # Errors
/// When the database refuses.
pub fn reports(db: &mut Db, project: Uid) -> Result<Vec<Report>> {
    // A platform may report after each gift: its lines are read apart, so that they push no word of anybody away.
    let platform = ReportSource::Platform.code();
    let mut rows = Vec::new();
    for of_platform in [false, true] {
        let query = funding_report::table.filter(funding_report::project_id.eq(project));
        let query = query.filter(funding_report::source.eq(platform).eq(of_platform));
        let query = query.order((funding_report::reported_at.desc(), funding_report::id.desc())).limit(REPORTS_MAX);
        rows.extend(query.select(all::<Report>()).load::<Report>(db)?);
    }
    rows.sort_by_key(|row| std::cmp::Reverse((row.reported_at.0, row.id.0)));
    Ok(rows)
}

/// What was last said of these projects: project, words.
///
/// # Errors
/// When the database refuses.
pub fn latest_news(db: &mut Db, projects: &[Uid]) -> Result<Vec<(Uid, String)>> {
    let rows = funding_report::table.filter(funding_report::project_id.eq_any(projects.to_vec())).filter(funding_report::news.ne(""));
    let rows = rows.order((funding_report::reported_at.desc(), funding_report::id.desc())).limit(REPORTS_MAX * 5);
    let mut rows: Vec<(Uid, String)> = rows.select((funding_report::project_id, funding_report::news)).load(db)?;
    let mut seen = std::collections::HashSet::new();
    rows.retain(|(project, _)| seen.insert(*project));
    Ok(rows)
}

/// The secret with which the platform of a project signs, and the second of its last report.
///
/// # Errors
/// When the database refuses.
pub fn hook(db: &mut Db, project: Uid) -> Result<Option<(String, i64)>> {
    Ok(funding_hook::table.find(project).select((funding_hook::secret, funding_hook::last_second)).first(db).optional()?)
}

/// Gives a project another secret: the one before is worth nothing from then on.
///
/// # Errors
/// When the database refuses.
pub fn set_hook(db: &mut Db, project: Uid, secret: &str, now: At) -> Result<()> {
    let new = (funding_hook::secret.eq(secret), funding_hook::last_second.eq(0_i64), funding_hook::made_at.eq(now));
    let row = (funding_hook::project_id.eq(project), new);
    each!(db, c => diesel::insert_into(funding_hook::table).values(row).on_conflict(funding_hook::project_id).do_update().set(new).execute(c))?;
    Ok(())
}

/// Notes the second of the last report.
///
/// # Errors
/// When the database refuses.
pub fn note_second(db: &mut Db, project: Uid, second: i64) -> Result<()> {
    diesel::update(funding_hook::table.find(project)).set(funding_hook::last_second.eq(second)).execute(db)?;
    Ok(())
}
