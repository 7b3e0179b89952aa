//! What actors that we follow published on their own servers: title, excerpt and address, never the whole.

use crate::column::{At, Uid, all};
use crate::conn::MultiBackend;
use crate::schema::{actor, mirrored};
use crate::{Db, Result};
use diesel::prelude::*;

/// Something published elsewhere.
#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = mirrored, check_for_backend(MultiBackend))]
pub struct Mirrored {
    /// Its id here.
    pub id: Uid,
    /// Its id there.
    pub uri: String,
    /// Its type there.
    pub kind: String,
    /// Who wrote it.
    pub author_id: Option<Uid>,
    /// The actor that we follow through which it came.
    pub via_id: Uid,
    /// Its title.
    pub title: String,
    /// Its beginning, as plain text.
    pub excerpt: String,
    /// Its page.
    pub url: String,
    /// Code of its language.
    pub lang: Option<String>,
    /// When it was published.
    pub published_at: At,
    /// When it was last edited there.
    pub edited_at: Option<At>,
    /// When it came.
    pub received_at: At,
}

/// Keeps it; what is known is brought up to date unless the new text is older (B10).
///
/// # Errors
/// When the database refuses.
pub fn keep(db: &mut Db, new: &Mirrored) -> Result<()> {
    let known: Option<(Uid, Option<At>)> =
        mirrored::table.filter(mirrored::uri.eq(&new.uri)).select((mirrored::id, mirrored::edited_at)).first(db).optional()?;
    match known {
        None => {
            diesel::insert_into(mirrored::table).values(new.clone()).execute(db)?;
        }
        Some((_, edited)) if edited > new.edited_at => {}
        Some((id, _)) => {
            diesel::update(mirrored::table.find(id))
                .set((
                    mirrored::kind.eq(&new.kind),
                    mirrored::title.eq(&new.title),
                    mirrored::excerpt.eq(&new.excerpt),
                    mirrored::edited_at.eq(new.edited_at),
                ))
                .execute(db)?;
        }
    }
    Ok(())
}

/// Removes it. `false`: it was not here.
///
/// # Errors
/// When the database refuses.
pub fn remove(db: &mut Db, uri: &str) -> Result<bool> {
    Ok(diesel::delete(mirrored::table.filter(mirrored::uri.eq(uri))).execute(db)? == 1)
}

/// Who wrote it and through whom it came.
///
/// # Errors
/// When the database refuses.
pub fn find(db: &mut Db, uri: &str) -> Result<Option<Mirrored>> {
    Ok(mirrored::table.filter(mirrored::uri.eq(uri)).select(all::<Mirrored>()).first(db).optional()?)
}

/// Removes what an actor wrote or passed on.
///
/// # Errors
/// When the database refuses.
pub fn remove_of(db: &mut Db, id: Uid) -> Result<usize> {
    Ok(diesel::delete(mirrored::table.filter(mirrored::author_id.eq(id).or(mirrored::via_id.eq(id)))).execute(db)?)
}

/// What came through one actor comes through another from now on: it moved.
///
/// # Errors
/// When the database refuses.
pub fn move_via(db: &mut Db, from: Uid, to: Uid) -> Result<usize> {
    Ok(diesel::update(mirrored::table.filter(mirrored::via_id.eq(from))).set(mirrored::via_id.eq(to)).execute(db)?)
}

/// Removes something that came through this actor. `false`: it did not.
///
/// # Errors
/// When the database refuses.
pub fn remove_via(db: &mut Db, uri: &str, via: Uid) -> Result<bool> {
    Ok(diesel::delete(mirrored::table.filter(mirrored::uri.eq(uri)).filter(mirrored::via_id.eq(via))).execute(db)? == 1)
}

/// Something published elsewhere, with the names around it.
#[derive(Debug, Clone)]
pub struct Listed {
    /// The thing.
    pub mirrored: Mirrored,
    /// Name of the actor through which it came.
    pub via_name: String,
    /// Its host.
    pub via_host: String,
    /// Its page or address.
    pub via_uri: String,
}

/// What came last, newest first.
///
/// # Errors
/// When the database refuses.
pub fn recent(db: &mut Db, via: Option<Uid>, limit: i64, offset: i64) -> Result<Vec<Listed>> {
    let mut query = mirrored::table
        .inner_join(actor::table.on(actor::id.eq(mirrored::via_id)))
        .order((mirrored::published_at.desc(), mirrored::id.desc()))
        .limit(limit)
        .offset(offset)
        .select((all::<Mirrored>(), actor::display_name, actor::host, actor::uri))
        .into_boxed::<MultiBackend>();
    if let Some(via) = via {
        query = query.filter(mirrored::via_id.eq(via));
    }
    let rows: Vec<(Mirrored, String, String, Option<String>)> = query.load(db)?;
    let listed = |(mirrored, via_name, via_host, uri): (Mirrored, String, String, Option<String>)| Listed {
        mirrored,
        via_name,
        via_host,
        via_uri: uri.unwrap_or_default(),
    };
    Ok(rows.into_iter().map(listed).collect())
}

/// How many there are.
///
/// # Errors
/// When the database refuses.
pub fn count(db: &mut Db, via: Option<Uid>) -> Result<i64> {
    Ok(match via {
        Some(via) => mirrored::table.filter(mirrored::via_id.eq(via)).count().get_result(db)?,
        None => mirrored::table.count().get_result(db)?,
    })
}
