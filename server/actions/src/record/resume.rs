//! Stop the record when it is behind what was served, and let it go on: never by forking it.

use domain::Timestamp;
use store::record::Standing;
use store::record::peers::Fork;
use store::{At, Db, Uid};

use crate::{App, Result};

/// After a restore: nothing is signed until the witnesses have said how far the record was.
///
/// # Errors
/// When the store fails.
pub async fn after_restore(app: &App) -> Result<()> {
    let now = app.now();
    // no event: nothing happened yet
    app.store
        .write(move |db| match store::record::state(db)? {
            Some(state) if store::record::latest(db)?.is_some() => set(db, state.generation, Standing::Restored, now),
            _ => Ok(()),
        })
        .await
}

/// Somebody has seen more of this log than is here, or something else: `known` is the checkpoint that is here, `seen` theirs, signed with the key of this
/// log. Nothing is signed any more.
///
/// # Errors
/// When the store fails.
pub async fn stop(app: &App, origin: String, known: String, seen: String) -> Result<()> {
    let (now, id) = (app.now(), app.new_id::<uuid::Uuid>());
    tracing::error!(%origin, "the public record is behind what was served of it: nothing is signed until an administrator begins another one");
    // no event: nothing was decided
    app.store
        .write(move |db| {
            store::record::peers::keep_fork(db, &Fork { id: Uid(id), origin, found_at: At(now), known, refused: seen, proven: true })?;
            match store::record::state(db)? {
                Some(state) => set(db, state.generation, Standing::Behind, now),
                None => Ok(()),
            }
        })
        .await
}

/// The record is where it was: it goes on. `false`: it was not stopped after a restore.
///
/// # Errors
/// When the store fails.
pub async fn confirm(app: &App) -> Result<bool> {
    let now = app.now();
    // no event: nothing happened to it
    app.store
        .write(move |db| match store::record::state(db)? {
            Some(state) if state.standing() == Standing::Restored => set(db, state.generation, Standing::Open, now).map(|()| true),
            _ => Ok(false),
        })
        .await
}

/// Begins another log, with another name and another key, into which everything that happened is entered anew. Receipts of the old one stay true: they
/// are checked with its key, which stays on the record's page.
///
/// # Errors
/// When the store fails.
pub async fn restart(app: &App) -> Result<i32> {
    let now = app.now();
    // no event: everything that happened is entered again
    app.store
        .write(move |db| {
            store::record::hold(db)?;
            let generation = store::record::state(db)?.map_or(1, |state| state.generation + 1);
            store::record::begin_again(db)?;
            store::record::peers::forget_cosigned(db)?;
            set(db, generation, Standing::Open, now)?;
            Ok(generation)
        })
        .await
}

fn set(db: &mut Db, generation: i32, standing: Standing, now: Timestamp) -> Result<()> {
    Ok(store::record::set_state(db, generation, standing, At(now))?)
}
