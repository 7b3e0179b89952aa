//! At the desk: an agent sees somebody and gives them a ballot, or notes that they vote on paper.

use super::pass::desk_hash;
use super::seat::{self, Person, Proof};
use super::{running, taking};
use crate::{App, Result, random};
use domain::actor::Viewer;
use domain::event::{Event, EventKind};
use domain::id::BoxId;
use domain::letter_code::DESK;
use domain::permission::{self, OfficeVerb};
use domain::refusal::Refusal;
use domain::vote::{Channel, Level};
use jiff::SignedDuration;
use store::{At, Uid};

/// How long the code given at a desk is good.
const TICKET: SignedDuration = SignedDuration::from_mins(15);

/// What somebody received at a desk is given.
pub type Received = Proof<String>;

/// Gives somebody at a desk a code for one ballot, to be typed on the device on which they vote. Their mark is made when the ballot comes,
/// so who goes away without voting has not voted.
///
/// # Errors
/// A refusal of the permission table, `NotFound`, `NotYourRole`, `NotOpenNow`, or the store's failure.
pub async fn receive(app: &App, viewer: Viewer, id: BoxId, person: Person) -> Result<Received> {
    permission::may_in_office(viewer, OfficeVerb::ReceiveVotes)?;
    let (now, id, code) = (app.now(), Uid::of(id), random::code(DESK));
    app.store
        .write(move |db| {
            let (found, pepper) = taking(db, id, Level::Desk, now)?;
            let mark = match seat::find(db, &found, &pepper, &person)? {
                Proof::Known(mark) => mark,
                Proof::Unknown => return Ok(Proof::Unknown),
                Proof::Voted => return Ok(Proof::Voted),
                Proof::Several => return Ok(Proof::Several),
            };
            store::ways::give_pass(db, seat::pass(id, desk_hash(&code), mark, Level::Desk, now + TICKET), At(now))?;
            let event = Event::new(EventKind::VoterReceived).by(viewer.actor).on(id.0).within(found.row.consultation_id.to());
            store::journal::append(db, &event, now)?;
            Ok(Proof::Known(code))
        })
        .await
}

/// Notes that somebody votes on paper, until all paper is counted: then they cannot vote on a screen, nor twice on paper.
///
/// # Errors
/// A refusal of the permission table, `NotFound`, `NotYourRole`, `NotOpenNow` before the opening, `Settled`, or the store's failure.
pub async fn mark_on_paper(app: &App, viewer: Viewer, id: BoxId, person: Person) -> Result<Proof<()>> {
    permission::may_in_office(viewer, OfficeVerb::ReceiveVotes)?;
    let (now, id) = (app.now(), Uid::of(id));
    app.store
        .write(move |db| {
            store::votes::hold_open(db, id)?;
            let (found, pepper) = running(db, id, Level::Paper)?;
            if now < found.row.opens_at.0 {
                return Err(Refusal::NotOpenNow.into());
            }
            let mark = match seat::find(db, &found, &pepper, &person)? {
                Proof::Known(mark) => mark,
                Proof::Unknown => return Ok(Proof::Unknown),
                Proof::Voted => return Ok(Proof::Voted),
                Proof::Several => return Ok(Proof::Several),
            };
            if !store::votes::enrol(db, id, &mark, Level::Paper, Channel::Paper)? {
                return Ok(Proof::Voted);
            }
            let event = Event::new(EventKind::PaperMarked).by(viewer.actor).on(id.0).within(found.row.consultation_id.to());
            store::journal::append(db, &event, now)?;
            Ok(Proof::Known(()))
        })
        .await
}
