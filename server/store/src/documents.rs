//! Documents of a consultation: each version stays as it was, with its digest.

use crate::column::{At, Uid, UidSql, all, is_postgres};
use crate::conn::MultiBackend;
use crate::schema::{document, document_version};
use crate::{Db, Result};
use diesel::prelude::*;
use domain::document::{DOCUMENTS_MAX, VERSIONS_MAX};

/// A document.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = document, check_for_backend(MultiBackend))]
pub struct Document {
    /// Its id.
    pub id: Uid,
    /// Its consultation.
    pub consultation_id: Uid,
    /// Its title.
    pub title: String,
    /// Since when it is there.
    pub created_at: At,
}

/// A version of a document, without its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = document_version, check_for_backend(MultiBackend))]
pub struct Version {
    /// The document.
    pub document_id: Uid,
    /// Its number, from 1.
    pub version: i32,
    /// Code of what the file is.
    pub kind: String,
    /// The name under which it is taken home.
    pub file_name: String,
    /// In bytes.
    pub size: i32,
    /// SHA-256 of its bytes, in lower-case hexadecimals.
    pub digest: String,
    /// What changed since the version before; empty for the first.
    pub note: String,
    /// Since when it is there.
    pub added_at: At,
}

/// Holds the documents of a consultation until the end of the transaction. SQLite has one writer anyway.
///
/// # Errors
/// When the database refuses.
pub fn hold(db: &mut Db, consultation_id: Uid) -> Result<()> {
    if is_postgres(db) {
        diesel::sql_query("SELECT id FROM consultation WHERE id = $1 FOR NO KEY UPDATE").bind::<UidSql, _>(consultation_id).execute(db)?;
    }
    Ok(())
}

/// The documents of a consultation, oldest first, each with its versions, latest first: two statements.
///
/// # Errors
/// When the database refuses.
pub fn of_consultation(db: &mut Db, consultation_id: Uid) -> Result<Vec<(Document, Vec<Version>)>> {
    let limit = i64::try_from(DOCUMENTS_MAX).unwrap_or(i64::MAX);
    let documents: Vec<Document> = document::table
        .filter(document::consultation_id.eq(consultation_id))
        .order((document::created_at, document::id))
        .limit(limit)
        .select(all::<Document>())
        .load(db)?;
    let ids: Vec<Uid> = documents.iter().map(|one| one.id).collect();
    let versions: Vec<Version> = document_version::table
        .filter(document_version::document_id.eq_any(ids))
        .order((document_version::document_id, document_version::version.desc()))
        .limit(limit * i64::from(VERSIONS_MAX))
        .select(all::<Version>())
        .load(db)?;
    let own = |one: &Document| versions.iter().filter(|version| version.document_id == one.id).cloned().collect();
    Ok(documents.into_iter().map(|one| (one.clone(), own(&one))).collect())
}

/// Whether a consultation has documents.
///
/// # Errors
/// When the database refuses.
pub fn exist(db: &mut Db, consultation_id: Uid) -> Result<bool> {
    let some = document::table.filter(document::consultation_id.eq(consultation_id));
    Ok(diesel::select(diesel::dsl::exists(some)).get_result(db)?)
}

/// A document.
///
/// # Errors
/// When the database refuses.
pub fn find(db: &mut Db, id: Uid) -> Result<Option<Document>> {
    Ok(document::table.find(id).select(all::<Document>()).first(db).optional()?)
}

/// The latest version of a document, or the one with this number.
///
/// # Errors
/// When the database refuses.
pub fn version(db: &mut Db, id: Uid, number: Option<i32>) -> Result<Option<Version>> {
    let mut query = document_version::table.filter(document_version::document_id.eq(id)).into_boxed::<MultiBackend>();
    if let Some(number) = number {
        query = query.filter(document_version::version.eq(number));
    }
    Ok(query.order(document_version::version.desc()).select(all::<Version>()).first(db).optional()?)
}

/// The bytes of a version.
///
/// # Errors
/// When the database refuses.
pub fn bytes(db: &mut Db, id: Uid, number: i32) -> Result<Option<Vec<u8>>> {
    Ok(document_version::table.find((id, number)).select(document_version::bytes).first(db).optional()?)
}

/// Keeps a new document.
///
/// # Errors
/// When the database refuses.
pub fn insert(db: &mut Db, new: &Document) -> Result<()> {
    diesel::insert_into(document::table).values(new.clone()).execute(db)?;
    Ok(())
}

/// Keeps a new version.
///
/// # Errors
/// When the database refuses; `Duplicate` when there is one with its number.
pub fn add(db: &mut Db, new: &Version, bytes: &[u8]) -> Result<()> {
    diesel::insert_into(document_version::table)
        .values((
            document_version::document_id.eq(new.document_id),
            document_version::version.eq(new.version),
            document_version::kind.eq(&new.kind),
            document_version::file_name.eq(&new.file_name),
            document_version::size.eq(new.size),
            document_version::digest.eq(&new.digest),
            document_version::note.eq(&new.note),
            document_version::added_at.eq(new.added_at),
            document_version::bytes.eq(bytes),
        ))
        .execute(db)?;
    Ok(())
}

/// Removes a document with all its versions, and what the public record keeps of its words.
///
/// # Errors
/// When the database refuses.
pub fn remove(db: &mut Db, id: Uid) -> Result<()> {
    diesel::delete(document_version::table.filter(document_version::document_id.eq(id))).execute(db)?;
    diesel::delete(document::table.find(id)).execute(db)?;
    crate::record::forget(db, id)
}

/// Gives a document another title.
///
/// # Errors
/// When the database refuses.
pub fn rename(db: &mut Db, id: Uid, title: &str) -> Result<()> {
    diesel::update(document::table.find(id)).set(document::title.eq(title)).execute(db)?;
    Ok(())
}
