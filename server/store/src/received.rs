//! What came in and must count once: the digests of activities that had their effect, of objects deleted for good, and of what may be undone.

use crate::column::{At, Uid, all, each};
use crate::conn::MultiBackend;
use crate::schema::{seen_activity, tombstone, undoable};
use crate::{Db, Result};
use diesel::prelude::*;

/// SHA-256 of an address.
pub type Digest = [u8; 32];

domain::words! {
    /// What may be undone.
    UndoableKind {
        /// A support.
        Like = "like",
        /// A follow.
        Follow = "follow",
    }
}

/// Remembers that an activity has its effect in this transaction. `false`: it already had.
///
/// # Errors
/// When the database refuses.
pub fn see(db: &mut Db, digest: &Digest, now: At) -> Result<bool> {
    let values = (seen_activity::digest.eq(digest.to_vec()), seen_activity::seen_at.eq(now));
    Ok(each!(db, c => diesel::insert_into(seen_activity::table).values(values).on_conflict_do_nothing().execute(c))? == 1)
}

/// Whether an activity already had its effect: a read, to answer early. The truth is [`see`], in the transaction of the effect.
///
/// # Errors
/// When the database refuses.
pub fn is_seen(db: &mut Db, digest: &Digest) -> Result<bool> {
    Ok(diesel::select(diesel::dsl::exists(seen_activity::table.find(digest.to_vec()))).get_result(db)?)
}

/// Remembers that an object is deleted for good, also when it was never here.
///
/// # Errors
/// When the database refuses.
pub fn bury(db: &mut Db, digest: &Digest, now: At) -> Result<()> {
    let values = (tombstone::digest.eq(digest.to_vec()), tombstone::buried_at.eq(now));
    each!(db, c => diesel::insert_into(tombstone::table).values(values).on_conflict_do_nothing().execute(c))?;
    Ok(())
}

/// Whether an object is deleted for good.
///
/// # Errors
/// When the database refuses.
pub fn is_buried(db: &mut Db, digest: &Digest) -> Result<bool> {
    Ok(diesel::select(diesel::dsl::exists(tombstone::table.find(digest.to_vec()))).get_result(db)?)
}

/// Something that may be undone.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = undoable, check_for_backend(MultiBackend))]
pub struct Undoable {
    /// Code of what it is.
    pub kind: String,
    /// Who did it.
    pub actor_id: Uid,
    /// To what.
    pub target_id: Option<Uid>,
    /// When it was undone.
    pub undone_at: Option<At>,
}

/// Notes a Like or a Follow, unless it is known (perhaps because its Undo came first).
///
/// # Errors
/// When the database refuses.
pub fn note(db: &mut Db, digest: &Digest, kind: UndoableKind, actor: Uid, target: Uid, now: At) -> Result<()> {
    let values = (
        undoable::digest.eq(digest.to_vec()),
        undoable::kind.eq(kind.code()),
        undoable::actor_id.eq(actor),
        undoable::target_id.eq(target),
        undoable::received_at.eq(now),
    );
    each!(db, c => diesel::insert_into(undoable::table).values(values).on_conflict_do_nothing().execute(c))?;
    Ok(())
}

/// Notes that an activity is undone by its own actor, whether it came already or not. Gives what it was, if it was known.
///
/// # Errors
/// When the database refuses.
pub fn undo(db: &mut Db, digest: &Digest, kind: UndoableKind, actor: Uid, now: At) -> Result<Option<Undoable>> {
    let known: Option<Undoable> = undoable::table.find(digest.to_vec()).select(all::<Undoable>()).first(db).optional()?;
    match known {
        Some(known) if known.actor_id == actor => {
            diesel::update(undoable::table.find(digest.to_vec())).set(undoable::undone_at.eq(now)).execute(db)?;
            Ok(Some(known))
        }
        // Somebody undoes what another did: nothing happens (B12).
        Some(_) => Ok(None),
        None => {
            let values = (
                undoable::digest.eq(digest.to_vec()),
                undoable::kind.eq(kind.code()),
                undoable::actor_id.eq(actor),
                undoable::undone_at.eq(now),
                undoable::received_at.eq(now),
            );
            each!(db, c => diesel::insert_into(undoable::table).values(values).on_conflict_do_nothing().execute(c))?;
            Ok(None)
        }
    }
}

/// An activity that came and was undone comes again under the same id: it stands again. `false`: it is not of this actor on this target, or stands.
///
/// # Errors
/// When the database refuses.
pub fn repeat(db: &mut Db, digest: &Digest, actor: Uid, target: Uid) -> Result<bool> {
    let undone = undoable::table
        .find(digest.to_vec())
        .filter(undoable::actor_id.eq(actor))
        .filter(undoable::target_id.eq(target))
        .filter(undoable::undone_at.is_not_null());
    Ok(diesel::update(undone).set((undoable::undone_at.eq(None::<At>), undoable::undone_by.eq(None::<Vec<u8>>))).execute(db)? == 1)
}

/// Whether this activity of this actor came and is not undone.
///
/// # Errors
/// When the database refuses.
pub fn is_standing(db: &mut Db, digest: &Digest, actor: Uid) -> Result<bool> {
    let standing = undoable::table.find(digest.to_vec()).filter(undoable::actor_id.eq(actor)).filter(undoable::undone_at.is_null());
    Ok(diesel::select(diesel::dsl::exists(standing)).get_result(db)?)
}

/// An activity comes after its own Undo. When that was taken for the Undo of others, because it was not known, they stand again: then `true`.
///
/// # Errors
/// When the database refuses.
pub fn arrive_late(db: &mut Db, digest: &Digest, actor: Uid, target: Uid) -> Result<bool> {
    let late = undoable::table.find(digest.to_vec()).filter(undoable::actor_id.eq(actor)).filter(undoable::target_id.is_null());
    if diesel::update(late).set(undoable::target_id.eq(target)).execute(db)? == 0 {
        return Ok(false);
    }
    let others = undoable::table
        .filter(undoable::target_id.eq(target))
        .filter(undoable::actor_id.eq(actor))
        .filter(undoable::undone_by.eq(digest.to_vec()));
    Ok(diesel::update(others).set((undoable::undone_at.eq(None::<At>), undoable::undone_by.eq(None::<Vec<u8>>))).execute(db)? > 0)
}

/// Undoes everything of this kind that an actor did to a target: for an Undo that does not say which one, or names one that never came (`by`).
///
/// # Errors
/// When the database refuses.
pub fn undo_all(db: &mut Db, kind: UndoableKind, (actor, target): (Uid, Uid), by: Option<&Digest>, now: At) -> Result<()> {
    diesel::update(
        undoable::table
            .filter(undoable::target_id.eq(target))
            .filter(undoable::actor_id.eq(actor))
            .filter(undoable::kind.eq(kind.code()))
            .filter(undoable::undone_at.is_null()),
    )
    .set((undoable::undone_at.eq(now), undoable::undone_by.eq(by.map(|digest| digest.to_vec()))))
    .execute(db)?;
    Ok(())
}

/// Whether one of the things of this kind that an actor did to a target stands.
///
/// # Errors
/// When the database refuses.
pub fn stands(db: &mut Db, kind: UndoableKind, actor: Uid, target: Uid) -> Result<bool> {
    let standing = undoable::table
        .filter(undoable::target_id.eq(target))
        .filter(undoable::actor_id.eq(actor))
        .filter(undoable::kind.eq(kind.code()))
        .filter(undoable::undone_at.is_null());
    Ok(diesel::select(diesel::dsl::exists(standing)).get_result(db)?)
}

/// Forgets activities seen, undone and buried before this.
///
/// # Errors
/// When the database refuses.
pub fn sweep(db: &mut Db, before: At) -> Result<usize> {
    let seen = diesel::delete(seen_activity::table.filter(seen_activity::seen_at.lt(before))).execute(db)?;
    diesel::delete(tombstone::table.filter(tombstone::buried_at.lt(before))).execute(db)?;
    diesel::delete(undoable::table.filter(undoable::undone_at.lt(before))).execute(db)?;
    Ok(seen)
}
