//! The report on a consultation: what its agents write, each version that was published, and the figures it is composed from.

use crate::column::{At, Uid, all};
use crate::conn::MultiBackend;
use crate::schema::{consultation_report, consultation_report_version, contribution};
use crate::{Db, Result};
use diesel::prelude::*;

/// Most versions that are listed.
pub const VERSIONS_MAX: i64 = 100;

/// A report as its agents write it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = consultation_report, check_for_backend(MultiBackend))]
pub struct ConsultationReport {
    /// Its id.
    pub id: Uid,
    /// Its consultation.
    pub consultation_id: Uid,
    /// Its title.
    pub title: String,
    /// The text, in Markdown.
    pub body: String,
    /// How often it was published; 0 as long as it was not.
    pub version: i32,
    /// Raised by every change.
    pub revision: i32,
    /// When its figures were taken.
    pub composed_at: At,
    /// When it last changed.
    pub edited_at: At,
}

/// A published version.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = consultation_report_version, check_for_backend(MultiBackend))]
pub struct Version {
    /// The report.
    pub report_id: Uid,
    /// Its number, from 1.
    pub version: i32,
    /// Its title.
    pub title: String,
    /// The text, in Markdown.
    pub body: String,
    /// When.
    pub published_at: At,
}

/// The report on a consultation, if one was begun.
///
/// # Errors
/// When the database refuses.
pub fn of_consultation(db: &mut Db, consultation_id: Uid) -> Result<Option<ConsultationReport>> {
    let row = consultation_report::table.filter(consultation_report::consultation_id.eq(consultation_id));
    Ok(row.select(all::<ConsultationReport>()).first(db).optional()?)
}

/// A report by its id.
///
/// # Errors
/// When the database refuses.
pub fn find(db: &mut Db, id: Uid) -> Result<Option<ConsultationReport>> {
    Ok(consultation_report::table.find(id).select(all::<ConsultationReport>()).first(db).optional()?)
}

/// Keeps a new report.
///
/// # Errors
/// `Duplicate` when the consultation has one, or when the database refuses.
pub fn insert(db: &mut Db, new: &ConsultationReport) -> Result<()> {
    diesel::insert_into(consultation_report::table).values(new.clone()).execute(db)?;
    Ok(())
}

/// Keeps what changed of a report, if nobody else changed it since `row.revision`. `false`: somebody did.
///
/// # Errors
/// When the database refuses.
pub fn update(db: &mut Db, row: &ConsultationReport) -> Result<bool> {
    let same = consultation_report::table.find(row.id).filter(consultation_report::revision.eq(row.revision));
    let changed = diesel::update(same)
        .set((
            consultation_report::title.eq(&row.title),
            consultation_report::body.eq(&row.body),
            consultation_report::version.eq(row.version),
            consultation_report::revision.eq(row.revision + 1),
            consultation_report::composed_at.eq(row.composed_at),
            consultation_report::edited_at.eq(row.edited_at),
        ))
        .execute(db)?;
    Ok(changed == 1)
}

/// Keeps a published version.
///
/// # Errors
/// When the database refuses.
pub fn publish(db: &mut Db, new: &Version) -> Result<()> {
    diesel::insert_into(consultation_report_version::table).values(new.clone()).execute(db)?;
    Ok(())
}

/// A published version.
///
/// # Errors
/// When the database refuses.
pub fn version(db: &mut Db, id: Uid, number: i32) -> Result<Option<Version>> {
    Ok(consultation_report_version::table.find((id, number)).select(all::<Version>()).first(db).optional()?)
}

/// The numbers of the published versions and when each was published, latest first.
///
/// # Errors
/// When the database refuses.
pub fn versions(db: &mut Db, id: Uid) -> Result<Vec<(i32, At)>> {
    Ok(consultation_report_version::table
        .filter(consultation_report_version::report_id.eq(id))
        .order(consultation_report_version::version.desc())
        .limit(VERSIONS_MAX)
        .select((consultation_report_version::version, consultation_report_version::published_at))
        .load(db)?)
}

/// How many shown proposals and discussions there are of each theme of a consultation; `None` for those without one.
///
/// # Errors
/// When the database refuses.
pub fn by_theme(db: &mut Db, consultation_id: Uid) -> Result<Vec<(Option<Uid>, i64)>> {
    Ok(contribution::table
        .filter(contribution::consultation_id.eq(consultation_id))
        .filter(contribution::root_id.is_null())
        .filter(contribution::hidden_at.is_null())
        .filter(contribution::withdrawn_at.is_null())
        .group_by(contribution::theme_id)
        .select((contribution::theme_id, diesel::dsl::count_star()))
        .load(db)?)
}
