//! Deletions of other instances that were carried out here, and of which they hear.

use crate::column::{At, Uid, all, each};
use crate::conn::MultiBackend;
use crate::schema::{contribution, honoured, mirrored, search_text};
use crate::{Db, Result};
use diesel::prelude::*;

/// A deletion that was carried out.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = honoured, check_for_backend(MultiBackend))]
pub struct Honoured {
    /// Its id here.
    pub id: Uid,
    /// The address of the deletion.
    pub activity: String,
    /// The address of what was deleted.
    pub object: String,
    /// Where that is said.
    pub inbox: String,
    /// The host of that.
    pub host: String,
    /// When it was carried out.
    pub honoured_at: At,
}

/// Keeps one. `false`: it is kept already.
///
/// # Errors
/// When the database refuses.
pub fn keep(db: &mut Db, new: &Honoured) -> Result<bool> {
    Ok(each!(db, c => diesel::insert_into(honoured::table).values(new.clone()).on_conflict_do_nothing().execute(c))? == 1)
}

/// By its id here.
///
/// # Errors
/// When the database refuses.
pub fn find(db: &mut Db, id: Uid) -> Result<Option<Honoured>> {
    Ok(honoured::table.find(id).select(all::<Honoured>()).first(db).optional()?)
}

/// Whether anything of what lives at this address is left here: a text, what is found of it, what was noted of it, or what was said of it to others;
/// `tells` says of the words of an activity whether they say more than that it is gone.
///
/// # Errors
/// When the database refuses.
pub fn is_left(db: &mut Db, object: &str, tells: impl Fn(&str) -> bool) -> Result<bool> {
    if diesel::select(diesel::dsl::exists(mirrored::table.filter(mirrored::uri.eq(object)))).get_result(db)? {
        return Ok(true);
    }
    let kept: Option<(Uid, String, String)> = contribution::table
        .filter(contribution::uri.eq(object))
        .select((contribution::id, contribution::title, contribution::body))
        .first(db)
        .optional()?;
    let Some((id, title, body)) = kept else { return Ok(false) };
    let found = search_text::table.filter(search_text::subject_id.eq(id));
    let relayed = crate::barriers::relayed(db, id)?.is_some_and(|body| tells(&body));
    let said = relayed || crate::activities::announcements(db, id)?.iter().any(|said| said.public && tells(&said.body));
    Ok(!title.is_empty() || !body.is_empty() || said || diesel::select(diesel::dsl::exists(found)).get_result(db)?)
}

/// Forgets those from before an instant.
///
/// # Errors
/// When the database refuses.
pub fn sweep(db: &mut Db, before: At) -> Result<()> {
    diesel::delete(honoured::table.filter(honoured::honoured_at.lt(before))).execute(db)?;
    Ok(())
}
