//! Choose in which ways people reach the ballot of a box, while it is a draft.

use crate::{App, Error, Result};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::BoxId;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use domain::text::Fault;
use domain::vote::{BoxState, Level};
use store::Uid;

/// Chooses them. After publication they never change.
///
/// # Errors
/// A refusal of the permission table, `NotFound`, `Settled` once published, a fault of `ways` (`Missing`: none; `Choice`: a desk and paper need
/// letters or a list, by which people are known), or the store's failure.
pub async fn choose(app: &App, viewer: Viewer, id: BoxId, levels: Vec<Level>) -> Result<()> {
    permission::may_in_office(viewer, OfficeVerb::PrepareConsultation)?;
    let has = |level: Level| levels.contains(&level);
    if levels.is_empty() {
        return Err(Error::fault("ways", Fault::Missing));
    }
    if (has(Level::Desk) || has(Level::Paper)) && !has(Level::PrintedCode) && !has(Level::Listed) {
        return Err(Error::fault("ways", Fault::Choice));
    }
    let codes: Vec<&str> = Level::ALL.iter().filter(|level| has(**level)).map(|level| level.code()).collect();
    let (now, codes, id) = (app.now(), codes.join(" "), Uid::of(id));
    app.store
        .write(move |db| {
            store::votes::hold(db, id)?;
            let found = crate::votes::load(db, id)?;
            if found.state != BoxState::Draft {
                return Err(Refusal::Settled.into());
            }
            store::ways::set_levels(db, id, &codes)?;
            let event = Event::new(EventKind::WaysChosen).by(viewer.actor).on(id.0).within(found.row.consultation_id.to());
            Ok(store::journal::append(db, &event, now)?)
        })
        .await
}
