//! What came from other servers and waits for a moderator before anybody else sees it.

use crate::column::all;
use crate::contributions::Contribution;
use crate::schema::{actor, consultation, contribution};
use crate::{Db, Result};
use diesel::prelude::*;

/// A text that waits.
#[derive(Debug, Clone)]
pub struct Held {
    /// The contribution.
    pub contribution: Contribution,
    /// Slug of its consultation.
    pub slug: String,
    /// Title of its consultation.
    pub consultation: String,
    /// Name of its author.
    pub author: Option<String>,
    /// Handle of its author; with its host for somebody of another server who wrote it on the pages here.
    pub username: Option<String>,
}

type Joined = (Contribution, String, String, Option<String>, Option<String>, Option<String>);

/// A page of what waits, oldest first.
///
/// # Errors
/// When the database refuses.
pub fn queue(db: &mut Db, offset: i64, limit: i64) -> Result<Vec<Held>> {
    let rows: Vec<Joined> = contribution::table
        .inner_join(consultation::table)
        .left_join(actor::table.on(contribution::author_id.eq(actor::id.nullable())))
        .filter(contribution::held.eq(true))
        .filter(contribution::withdrawn_at.is_null())
        .order((contribution::created_at, contribution::id))
        .offset(offset)
        .limit(limit)
        .select((
            all::<Contribution>(),
            consultation::slug,
            consultation::title,
            actor::display_name.nullable(),
            actor::username.nullable(),
            actor::host.nullable(),
        ))
        .load(db)?;
    let held = |(contribution, slug, consultation, author, username, host): Joined| Held {
        username: crate::actors::handle(username, host, &contribution.origin),
        contribution,
        slug,
        consultation,
        author,
    };
    Ok(rows.into_iter().map(held).collect())
}

/// How many wait.
///
/// # Errors
/// When the database refuses.
pub fn waiting(db: &mut Db) -> Result<i64> {
    Ok(contribution::table.filter(contribution::held.eq(true)).filter(contribution::withdrawn_at.is_null()).count().get_result(db)?)
}
