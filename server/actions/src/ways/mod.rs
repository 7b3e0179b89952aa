//! Ways to a ballot without an account, and paper: docs/decisions/0017. Each ends in a mark on the roll of the box, so that nobody votes twice
//! in the same way; what is brought to the box is a pass, which is used up with the ballot.

mod batches;
mod choose;
mod codes;
mod compare;
mod desk;
mod lines;
mod list;
mod mail;
mod pass;
mod read_list;
mod seat;
mod settle;

pub use batches::{BATCHES_MAX, Typing, drop_batch, type_batch};
pub use choose::choose;
pub use codes::{BATCH_MAX, CODES_MAX, Letter, cancel_code, make_codes};
pub use compare::{Difference, differences, resolve};
pub use desk::{Received, mark_on_paper, receive};
pub use lines::{LINES_MAX, Line, typed};
pub use list::{Loading, load_list, pass_by_entry};
pub use mail::{ask_by_mail, pass_by_mail};
pub use pass::{PASS_MINUTES, find_pass, pass_by_code};
pub use read_list::{LIST_MAX, ListFault};
pub(crate) use seat::Seat;
pub use seat::{Person, Proof};
pub use settle::settle;

use crate::votes::Loaded;
use crate::{Error, Result};
use domain::Timestamp;
use domain::refusal::Refusal;
use domain::vote::{BoxState, Level, Taking, takes};
use store::{Db, Uid};

/// A published box that is not counted yet and lets people vote in this way, with the key of its marks.
fn running(db: &mut Db, id: Uid, level: Level) -> Result<(Loaded, Vec<u8>)> {
    let found = crate::votes::load(db, id)?;
    match found.state {
        BoxState::Draft => return Err(Refusal::NotFound.into()),
        BoxState::Closed | BoxState::Cancelled => return Err(Refusal::Settled.into()),
        BoxState::Published => {}
    }
    if !found.levels.contains(&level) {
        return Err(Refusal::NotYourRole.into());
    }
    let pepper = found.row.pepper.clone().ok_or_else(|| Error::Broken("an open ballot box without its key".to_owned()))?;
    Ok((found, pepper))
}

/// The same where ballots are taken now.
fn taking(db: &mut Db, id: Uid, level: Level, now: Timestamp) -> Result<(Loaded, Vec<u8>)> {
    let (found, pepper) = running(db, id, level)?;
    match takes(found.state, found.row.opens_at.0, found.row.closes_at.0, now)? {
        Taking::Open if !found.waits_for_paper(db)? => Ok((found, pepper)),
        Taking::Open | Taking::Over => Err(Refusal::NotOpenNow.into()),
    }
}
