//! At the organiser: a vote of a consultation that other territories carry is held by all of them.

use crate::{Error, Result};
use domain::Timestamp;
use domain::carrying::CarrierState;
use domain::event::{Event, EventKind};
use domain::id::ActorId;
use domain::links::Links;
use domain::vote::BoxState;
use store::tallies::Common;
use store::votes::BallotBox;
use store::{Db, Uid};

use super::definition::{self, Definition};
use crate::votes::BOXES_MAX;
use crate::{App, votes};

/// Makes a vote that is being published a common one, where its consultation is offered to other territories; they are told by the event.
pub(crate) fn share(db: &mut Db, links: &Links, row: &BallotBox, now: Timestamp) -> Result<()> {
    // What is at stake goes with it: a vote of the time before that was asked stays where it is.
    if store::carrying::offered(db, row.consultation_id)?.is_none() || votes::grid(db, row.id)?.is_none() {
        return Ok(());
    }
    let organiser = ours(db)?;
    let common = Common {
        box_id: row.id,
        vote_uri: links.absolute(&format!("/votes/{}", row.id.0)),
        organiser_id: organiser,
        definition: String::new(),
        result: None,
        counted_at: None,
    };
    if store::tallies::join(db, &common)? {
        tell(db, row, None, now)?;
    }
    Ok(())
}

/// A consultation is offered to other territories: its votes that are published and not over are held by all of them.
///
/// # Errors
/// When the store fails.
pub(crate) fn share_all(db: &mut Db, links: &Links, consultation: Uid, now: Timestamp) -> Result<()> {
    for row in running(db, consultation, now)? {
        share(db, links, &row, now)?;
    }
    Ok(())
}

/// Tells a territory that has just joined of the votes that it holds too.
///
/// # Errors
/// When the store fails.
pub(crate) fn tell_all(db: &mut Db, consultation: Uid, carrier: ActorId, now: Timestamp) -> Result<()> {
    for row in running(db, consultation, now)? {
        if store::tallies::of_box(db, row.id)?.is_some() {
            tell(db, &row, Some(carrier), now)?;
        }
    }
    Ok(())
}

/// The votes of a consultation that are published and not over.
fn running(db: &mut Db, consultation: Uid, now: Timestamp) -> Result<Vec<BallotBox>> {
    let mut rows = store::votes::of_consultation(db, consultation, BOXES_MAX)?;
    rows.retain(|row| row.state == BoxState::Published.code() && row.closes_at.0 > now);
    Ok(rows)
}

fn tell(db: &mut Db, row: &BallotBox, with: Option<ActorId>, now: Timestamp) -> Result<()> {
    let event = Event::new(EventKind::VoteShared).by(with).on(row.id.0).within(row.consultation_id.to());
    Ok(store::journal::append(db, &event, now)?)
}

/// A vote of this instance that others hold too, with what they are told of it.
#[derive(Debug, Clone)]
pub struct Shared {
    /// The consultation.
    pub consultation: Uid,
    /// What is voted on.
    pub definition: Definition,
    /// The document as it was signed before; empty before the first time.
    pub document: String,
    /// Those who carry it.
    pub carriers: Vec<Uid>,
}

/// What the carriers of a vote are told, `None` where it is nobody else's or nothing any more. `addresses`: of the collectivity and of the group.
///
/// # Errors
/// When the store fails.
pub fn shared(db: &mut Db, id: Uid, (organiser, group): (&str, &str)) -> Result<Option<Shared>> {
    let Some(common) = store::tallies::of_box(db, id)? else { return Ok(None) };
    if ours(db)? != common.organiser_id {
        return Ok(None);
    }
    let found = votes::load(db, id)?;
    if found.state == BoxState::Draft {
        return Ok(None);
    }
    let Some(stakes) = votes::grid(db, id)? else { return Ok(None) };
    let definition = Definition::of(&found, stakes, (common.vote_uri.clone(), organiser.to_owned(), group.to_owned()));
    let carriers = joined(db, found.row.consultation_id)?;
    Ok(Some(Shared { consultation: found.row.consultation_id, definition, document: common.definition, carriers }))
}

/// The collectivity of this instance.
pub(super) fn ours(db: &mut Db) -> Result<Uid> {
    Ok(store::instance::find(db)?.ok_or(store::Error::NotFound)?.collectivity_id)
}

/// Those who carry a consultation now.
fn joined(db: &mut Db, consultation: Uid) -> Result<Vec<Uid>> {
    let all = store::carrying::carriers(db, consultation, store::tallies::TALLIES_MAX, 0)?;
    let joined = |one: &store::carrying::NamedCarrier| one.carrier.state == CarrierState::Joined.code();
    Ok(all.iter().filter(|one| joined(one)).map(|one| one.carrier.actor_id).collect())
}

/// Keeps the definition of a vote as it was signed.
///
/// # Errors
/// When the store fails.
pub async fn keep_definition(app: &App, id: Uid, document: String) -> Result<()> {
    // no event: the vote was shared by the event from which this is derived
    app.store.write(move |db| Ok::<_, Error>(store::tallies::define(db, id, &document)?)).await
}

/// The definition of a common vote, read from what was signed.
///
/// # Errors
/// When it cannot be read.
pub fn definition_of(common: &Common) -> Result<Definition> {
    let value = serde_json::from_str(&common.definition).map_err(|error| Error::Broken(format!("a definition: {error}")))?;
    definition::read(&value).map_err(|unfit| Error::Broken(format!("a definition: {unfit}")))
}
