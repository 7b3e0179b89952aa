//! A project that its author takes back leaves the votes in which it stands: no ballot may count for it silently.

use super::load;
use crate::Result;
use domain::Timestamp;
use domain::event::{Event, EventKind};
use domain::vote::BoxState;
use store::{Db, Uid};

/// Takes a contribution out of every vote that offers it, by the rules by which an agent withdraws an option: until the end of the vote, for good, and
/// ballots that name it stay. A draft that offers it is thrown away, for it is no longer true. After the end nothing changes, nor in a vote that other
/// territories hold too.
pub(crate) fn withdraw_project(db: &mut Db, contribution: Uid, now: Timestamp) -> Result<()> {
    for (id, number) in store::votes::offering(db, contribution)? {
        store::votes::hold(db, id)?;
        let found = load(db, id)?;
        let kind = match found.state {
            BoxState::Draft => {
                store::votes::remove_draft(db, id)?;
                EventKind::VoteCancelled
            }
            // What several territories vote on together is the same everywhere, to the end.
            BoxState::Published if store::tallies::of_box(db, id)?.is_some() => continue,
            BoxState::Published if now < found.row.closes_at.0 => {
                store::votes::withdraw_option(db, id, number)?;
                EventKind::OptionWithdrawn
            }
            BoxState::Published | BoxState::Closed | BoxState::Cancelled => continue,
        };
        store::journal::append(db, &Event::new(kind).on(id.0).within(found.row.consultation_id.to()), now)?;
    }
    Ok(())
}
