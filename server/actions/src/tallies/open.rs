//! At a carrier: the organiser's vote is opened here as it is there, with this territory's own roll. Nothing of it can be changed.

use crate::votes::{BOXES_MAX, destroy, publish_in};
use crate::{App, Result};
use domain::Timestamp;
use domain::carrying::CarriedState;
use domain::event::{Event, EventKind};
use domain::id::{ActorId, BoxId};
use domain::refusal::Refusal;
use domain::vote::{BoxState, Level};
use store::jobs::JobKind;
use store::tallies::Common;
use store::votes::{BallotBox, BallotOption};
use store::{At, Db, Uid};

use super::definition::Definition;
use super::share::{definition_of, ours};
use crate::random;

/// A vote that an organiser hands to its carriers.
#[derive(Debug, Clone)]
pub struct Handed {
    /// What is voted on.
    pub definition: Definition,
    /// The document as it was signed.
    pub document: String,
}

/// The levels that need nothing but accounts or a mailbox: those with which a vote opens where nobody chose others.
const PLAIN: [Level; 3] = [Level::Confirmed, Level::Verified, Level::EmailCode];

/// Keeps a vote of the organiser as a draft here; its agents choose the ways to it and publish it, or it opens by itself when its time comes.
///
/// # Errors
/// `NotYourRole` unless it comes from the organiser of a consultation that is carried here; `NotOpenNow` when it is over; `Settled` when it is
/// another than the one with this id before; `AlreadyDone` when it is here.
pub(crate) fn open(db: &mut Db, organiser: ActorId, handed: &Handed, id: BoxId, now: Timestamp) -> Result<()> {
    let vote = &handed.definition;
    let group = store::remote_actors::by_uri(db, &vote.consultation)?.ok_or(Refusal::NotYourRole)?;
    let (carried, call) = store::carried::by_group(db, group)?.ok_or(Refusal::NotYourRole)?;
    let stands = matches!(carried.state()?, CarriedState::Joined | CarriedState::Asked);
    if call.organiser_id != Uid::of(organiser) || !stands {
        return Err(Refusal::NotYourRole.into());
    }
    if let Some(common) = store::tallies::by_uri(db, &vote.id)? {
        let same = common.organiser_id == Uid::of(organiser) && definition_of(&common)?.is_same(vote);
        return Err(if same { Refusal::AlreadyDone } else { Refusal::Settled }.into());
    }
    if vote.closes <= now {
        return Err(Refusal::NotOpenNow.into());
    }
    let (row, options) = rows(Uid::of(id), vote, carried.consultation_id, At(now));
    store::votes::insert(db, &row, &options)?;
    store::risk::keep(db, row.id, &vote.stakes.to_string())?;
    let common = Common {
        box_id: row.id,
        vote_uri: vote.id.clone(),
        organiser_id: Uid::of(organiser),
        definition: handed.document.clone(),
        result: None,
        counted_at: None,
    };
    store::tallies::join(db, &common)?;
    store::jobs::enqueue(db, JobKind::OpenVote, Some(row.id), vote.opens.max(now), now)?;
    let event = Event::new(EventKind::VoteDrafted).by(organiser).on(row.id.0).within(row.consultation_id.to());
    Ok(store::journal::append(db, &event, now)?)
}

/// Opens a vote of an organiser whose time has come and that nobody published here; where its time has passed meanwhile, it is called off here, so
/// that the organiser waits for nobody. Called by the job that its arrival queued.
///
/// # Errors
/// When the store fails.
pub async fn open_now(app: &App, id: BoxId) -> Result<()> {
    let (now, id, pepper, links) = (app.now(), Uid::of(id), random::bytes::<32>(), app.links.clone());
    app.store
        // no event: `publish_in` and `end` append theirs
        .write(move |db| {
            let Some(row) = store::votes::find(db, id)? else { return Ok(()) };
            let carried = store::carried::find(db, row.consultation_id)?;
            let alive = carried.map(|carried| carried.state()).transpose()?.is_some_and(CarriedState::is_alive);
            if row.state != BoxState::Draft.code() || store::tallies::of_box(db, id)?.is_none() || !alive {
                return Ok(());
            }
            if row.closes_at.0 <= now { end(db, id, None, now) } else { publish_in(db, &links, id, None, &pepper, now) }
        })
        .await
}

/// The organiser has agreed that its consultation is carried here: its votes that came before that answer open when their time comes, or at once.
///
/// # Errors
/// When the store fails.
pub(crate) fn open_all(db: &mut Db, consultation: Uid, now: Timestamp) -> Result<()> {
    let mut rows = store::votes::of_consultation(db, consultation, BOXES_MAX)?;
    rows.retain(|row| row.state == BoxState::Draft.code());
    let ids: Vec<Uid> = rows.iter().map(|row| row.id).collect();
    let common = store::tallies::common(db, &ids)?;
    for row in rows.iter().filter(|row| common.contains(&row.id)) {
        store::jobs::enqueue(db, JobKind::OpenVote, Some(row.id), row.opens_at.0.max(now), now)?;
    }
    Ok(())
}

/// The organiser called a vote off: it is called off here too, and its ballots are destroyed. `false`: it is none that is held here.
pub(crate) fn called_off(db: &mut Db, organiser: ActorId, uri: &str, now: Timestamp) -> Result<bool> {
    let Some(common) = store::tallies::by_uri(db, uri)?.filter(|common| common.organiser_id == Uid::of(organiser)) else {
        return Ok(false);
    };
    end(db, common.box_id, Some(organiser), now)?;
    Ok(true)
}

/// This territory carries a consultation no more: the organiser's votes that are not over end here, and the organiser is told by the event.
///
/// # Errors
/// When the store fails.
pub fn leave(db: &mut Db, consultation: Uid, now: Timestamp) -> Result<()> {
    let local = ours(db)?;
    for row in store::votes::of_consultation(db, consultation, BOXES_MAX)? {
        if store::tallies::of_box(db, row.id)?.is_some_and(|common| common.organiser_id != local) {
            end(db, row.id, None, now)?;
        }
    }
    Ok(())
}

/// Ends a vote before its time: its ballots and its roll are destroyed. What was counted while this waited for the box stays counted.
fn end(db: &mut Db, id: Uid, by: Option<ActorId>, now: Timestamp) -> Result<()> {
    store::votes::hold(db, id)?;
    let Some(row) = store::votes::find(db, id)? else { return Ok(()) };
    if destroy(db, id, now)? {
        let event = Event::new(EventKind::VoteCancelled).by(by).on(row.id.0).within(row.consultation_id.to());
        store::journal::append(db, &event, now)?;
    }
    Ok(())
}

/// The order for ties that the organiser drew, for a vote that is an organiser's.
///
/// # Errors
/// When the definition cannot be read.
pub(crate) fn lots(db: &mut Db, found: &crate::votes::Loaded) -> Result<Option<String>> {
    let local = ours(db)?;
    let Some(common) = store::tallies::of_box(db, found.row.id)?.filter(|common| common.organiser_id != local) else { return Ok(None) };
    let vote = definition_of(&common)?;
    // Whoever votes by another way than those that count would be counted as if by one of them.
    if found.levels.iter().any(|level| !vote.levels.contains(level)) {
        return Err(Refusal::NotYourRole.into());
    }
    let lots: Vec<String> = vote.lots.iter().map(ToString::to_string).collect();
    Ok(Some(lots.join(",")))
}

fn rows(box_id: Uid, vote: &Definition, consultation_id: Uid, now: At) -> (BallotBox, Vec<BallotOption>) {
    let money = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
    let option = |option: &super::DefinedOption| BallotOption {
        box_id,
        number: i32::try_from(option.number).unwrap_or(i32::MAX),
        title: option.title.clone(),
        description: option.description.clone(),
        cost: money(option.cost),
        withdrawn: option.withdrawn,
        contribution_id: None,
    };
    let plain: Vec<&str> = PLAIN.iter().filter(|level| vote.levels.contains(level)).map(|level| level.code()).collect();
    let all: Vec<&str> = vote.levels.iter().map(|level| level.code()).collect();
    let row = BallotBox {
        id: box_id,
        kind: vote.kind.code().to_owned(),
        consultation_id,
        contribution_id: None,
        title: vote.title.clone(),
        description: vote.description.clone(),
        lang: vote.lang.clone(),
        form: vote.form.to_string(),
        rule: vote.counting.to_string(),
        levels: if plain.is_empty() { all } else { plain }.join(" "),
        opens_at: At(vote.opens),
        closes_at: At(vote.closes),
        live: vote.live,
        revote: vote.revote,
        quorum: i32::try_from(vote.quorum).unwrap_or(i32::MAX),
        population: 0,
        population_source: String::new(),
        state: BoxState::Draft.code().to_owned(),
        lots: String::new(),
        pepper: None,
        result: None,
        created_at: now,
        published_at: None,
        closed_at: None,
        budget: money(vote.budget),
        digest: None,
    };
    (row, vote.options.iter().map(option).collect())
}
