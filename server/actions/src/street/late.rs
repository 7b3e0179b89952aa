//! Tell agents that reports of theirs became late: one letter a day at most to each, whatever the number.

use jiff::SignedDuration;
use store::At;
use store::street::reminders;

use super::letters;
use crate::{App, Result};

/// How long nobody is written to again.
const PAUSE: SignedDuration = SignedDuration::from_hours(24);

/// Writes to those for whom something became late since they were last written to.
pub(super) async fn tell(app: &App) -> Result<()> {
    let now = app.now();
    let (at, before) = (At(now), At(now - PAUSE));
    // Looking first costs nothing.
    if app.store.read(move |db| reminders::due(db, at, before)).await?.is_empty() {
        return Ok(());
    }
    app.store
        // no event: nothing is done, the calendar says it
        .write(move |db| {
            for agent in reminders::due(db, at, before)? {
                reminders::told(db, agent, at)?;
                letters::write_to_agent(db, agent, "street_late", "/admin/street?whose=my_late".to_owned(), now)?;
            }
            Ok(())
        })
        .await
}
