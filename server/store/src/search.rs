//! Search. The terms are made by `domain::search`, the same for both databases; SQLite finds them with FTS5, PostgreSQL with a tsvector.

use crate::column::{Uid, UidSql, each, is_postgres};
use crate::schema::search_text;
use crate::{Db, Result};
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Nullable, Text};
use diesel::upsert::excluded;

diesel::define_sql_function! {
    /// Lower case, for searching in names.
    fn lower(x: Text) -> Text;
}

/// Puts a text in the index, or puts it there again.
///
/// # Errors
/// When the database refuses.
pub fn index(db: &mut Db, subject: Uid, consultation_id: Uid, title: &str, body: &str) -> Result<()> {
    let title_terms = domain::search::terms(title).join(" ");
    let body_terms = domain::search::terms(body).join(" ");
    let values = (
        search_text::subject_id.eq(subject),
        search_text::consultation_id.eq(consultation_id),
        search_text::title_terms.eq(title_terms),
        search_text::body_terms.eq(body_terms),
    );
    each!(db, c => diesel::insert_into(search_text::table).values(values).on_conflict(search_text::subject_id).do_update()
        .set((search_text::title_terms.eq(excluded(search_text::title_terms)), search_text::body_terms.eq(excluded(search_text::body_terms))))
        .execute(c))?;
    Ok(())
}

/// Takes a text out of the index.
///
/// # Errors
/// When the database refuses.
pub fn forget(db: &mut Db, subject: Uid) -> Result<()> {
    diesel::delete(search_text::table.filter(search_text::subject_id.eq(subject))).execute(db)?;
    Ok(())
}

/// What was found.
#[derive(Debug, Clone, Copy, QueryableByName)]
pub struct Hit {
    /// The contribution (or the consultation itself).
    #[diesel(sql_type = UidSql)]
    pub subject_id: Uid,
    /// The consultation it belongs to.
    #[diesel(sql_type = UidSql)]
    pub consultation_id: Uid,
}

/// Most hits that are looked at.
pub const HITS_MAX: i64 = 500;

/// The texts that hold every term of the query, best first: in one consultation, or in all of them. Hits are not checked for visibility:
/// hidden, withdrawn and draft texts must be left out by the caller.
///
/// # Errors
/// When the database refuses.
pub fn find(db: &mut Db, query: &str, within: Option<Uid>) -> Result<Vec<Hit>> {
    let terms = domain::search::query(query);
    if terms.is_empty() {
        return Ok(Vec::new());
    }
    let (sql, expression) = if is_postgres(db) {
        let expression = terms.iter().map(|t| format!("'{t}'")).collect::<Vec<_>>().join(" & ");
        (
            "SELECT s.subject_id, s.consultation_id FROM search_text s, to_tsquery('simple', $1) q \
             WHERE s.terms @@ q AND ($2 IS NULL OR s.consultation_id = $2) \
             ORDER BY ts_rank_cd(s.terms, q) DESC, s.id DESC LIMIT $3",
            expression,
        )
    } else {
        let expression = terms.iter().map(|t| format!("\"{t}\"")).collect::<Vec<_>>().join(" AND ");
        (
            "SELECT s.subject_id, s.consultation_id FROM search_index JOIN search_text s ON s.id = search_index.rowid \
             WHERE search_index MATCH $1 AND ($2 IS NULL OR s.consultation_id = $2) \
             ORDER BY bm25(search_index, 4.0, 1.0), s.id DESC LIMIT $3",
            expression,
        )
    };
    Ok(sql_query(sql).bind::<Text, _>(expression).bind::<Nullable<UidSql>, _>(within).bind::<BigInt, _>(HITS_MAX).load(db)?)
}
