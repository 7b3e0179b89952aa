//! Vote: one line of the roll and one ballot, which know nothing of each other, in one transaction.

use super::{Loaded, Voter, close, flags, load};
use crate::ways::Seat;
use crate::{App, Error, Result, random};
use deliberation::ballot::{Ballot, Fault};
use domain::Timestamp;
use domain::event::{Event, EventKind};
use domain::id::BoxId;
use domain::refusal::Refusal;
use domain::vote::{self, Taking};
use store::{Db, Uid};

/// What became of a ballot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It is in the box: the receipt exists nowhere else.
    Cast {
        /// The secret by which the voter finds and replaces the ballot.
        receipt: String,
    },
    /// It took the place of the one with this receipt.
    Replaced,
    /// It came too late: the box is closed.
    Late,
    /// This voter has voted, and brings no receipt of this box. Nothing was changed.
    AlreadyVoted,
    /// It is no ballot of this form. Nothing was changed.
    Unfit(Fault),
}

/// Casts a ballot, or replaces the one whose receipt is brought.
///
/// # Errors
/// `NotFound`, `NotOpenNow`, `NotYourRole` where the voter's level may not vote, or the store's failure.
pub async fn cast(app: &App, voter: Voter, id: BoxId, ballot: Ballot, receipt: Option<String>) -> Result<Outcome> {
    cast_as(app, Who::Voter(voter), id, ballot, receipt).await
}

/// The same for somebody who holds a pass: it is used up in the same transaction, so it votes once.
///
/// # Errors
/// As for `cast`, and `LinkExpired` when the pass is unknown, too old or used.
pub async fn cast_with_pass(app: &App, pass: &str, id: BoxId, ballot: Ballot, receipt: Option<String>) -> Result<Outcome> {
    cast_as(app, Who::Pass(random::token_hash(pass)), id, ballot, receipt).await
}

/// Who brings a ballot.
pub(super) enum Who {
    Voter(Voter),
    /// Whoever holds the secret with this digest.
    Pass(Vec<u8>),
}

async fn cast_as(app: &App, who: Who, id: BoxId, ballot: Ballot, receipt: Option<String>) -> Result<Outcome> {
    let now = app.now();
    // no event: `put` appends it, without who voted
    let outcome = app.store.write(move |db| put(db, &who, Uid::of(id), &ballot, receipt.as_deref(), now)).await?;
    if outcome == Outcome::Late {
        // Whoever comes first after the end closes the box, so that no clock that goes back opens it again.
        close(app, id).await?;
    }
    Ok(outcome)
}

fn put(db: &mut Db, who: &Who, id: Uid, ballot: &Ballot, receipt: Option<&str>, now: Timestamp) -> Result<Outcome> {
    store::votes::hold_open(db, id)?;
    let found = load(db, id)?;
    match vote::takes(found.state, found.row.opens_at.0, found.row.closes_at.0, now)? {
        Taking::Open => {}
        Taking::Over => return Ok(Outcome::Late),
    }
    if found.waits_for_paper(db)? {
        return Ok(Outcome::Late); // whatever the clock says
    }
    if let Who::Voter(voter) = who
        && !found.levels.contains(&voter.level())
    {
        return Err(Refusal::NotYourRole.into());
    }
    let ballot = match found.form.check(ballot, &found.choices()) {
        Ok(ballot) => ballot,
        Err(fault) => return Ok(Outcome::Unfit(fault)),
    };
    let pepper = found.row.pepper.as_deref().ok_or_else(|| Error::Broken("an open ballot box without its key".to_owned()))?;
    let seat = match who {
        Who::Voter(voter) => Seat { mark: voter.mark(pepper), level: voter.level(), channel: voter.channel() },
        Who::Pass(hash) => Seat::of_pass(db, id, hash, now)?,
    };
    let outcome = if store::votes::enrol(db, id, &seat.mark, seat.level, seat.channel)? {
        flags::look(db, id, who, &seat, pepper)?;
        let receipt = random::token();
        store::votes::put_in(db, id, &random::token_hash(&receipt), &ballot.to_string(), seat.channel)?;
        Outcome::Cast { receipt }
    } else {
        match receipt.filter(|_| found.row.revote) {
            Some(receipt) if store::votes::replace(db, id, &random::token_hash(receipt), &ballot.to_string())? => {
                store::votes::leave_out(db, id, vote::REPLACED, 1)?;
                Outcome::Replaced
            }
            _ => return Ok(Outcome::AlreadyVoted),
        }
    };
    remember(db, &found, now)?;
    Ok(outcome)
}

/// The journal learns that a ballot was cast: never whose, nor which.
fn remember(db: &mut Db, found: &Loaded, now: Timestamp) -> Result<()> {
    let event = Event::new(EventKind::BallotCast).on(found.row.id.0).within(found.row.consultation_id.to());
    Ok(store::journal::append(db, &event, now)?)
}
