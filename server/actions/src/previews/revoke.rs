//! Take a link to a draft back.

use super::{Draft, share};
use crate::{App, Result};
use domain::Timestamp;
use domain::actor::Viewer;
use domain::event::EventKind;
use domain::id::PreviewId;
use domain::permission;
use domain::refusal::Refusal;
use store::{At, Db, Uid, previews};

/// Takes it back: from now on there is nothing at its address.
///
/// # Errors
/// A refusal of the permission table, `NotFound` when there is no such link or it was taken back before, or the store's failure.
pub async fn revoke(app: &App, viewer: Viewer, draft: Draft, id: PreviewId) -> Result<()> {
    permission::may_in_office(viewer, draft.verb())?;
    let now = app.now();
    app.store
        .write(move |db| {
            let (draft, _) = draft.find(db)?;
            if !store::previews::revoke(db, draft, Uid::of(id), At(now))? {
                return Err(Refusal::NotFound.into());
            }
            Ok(store::journal::append(db, &share::event(EventKind::PreviewRevoked, draft).by(viewer.actor), now)?)
        })
        .await
}

/// Takes back all the links of a draft when another one begins, or when something else was decided. To be called with the draft held.
pub(crate) fn revoke_all(db: &mut Db, viewer: Viewer, draft: previews::Draft, now: Timestamp) -> Result<()> {
    if previews::revoke_all(db, draft, At(now))? > 0 {
        store::journal::append(db, &share::event(EventKind::PreviewRevoked, draft).by(viewer.actor).detail("all"), now)?;
    }
    Ok(())
}
