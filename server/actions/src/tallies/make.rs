//! This territory's own tally of a vote that is over here: made once from what is published, signed at the door, and kept as it was signed.

use crate::{App, Error, Result, votes};
use deliberation::tallies::{RecordAt, Saying, State, Tally};
use domain::Timestamp;
use domain::event::{Event, EventKind};
use domain::links::Links;
use domain::vote::{BoxState, SMALLEST_GROUP};
use jiff::SignedDuration;
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use store::jobs::JobKind;
use store::tallies::{Checked, Kept};
use store::{At, Db, Uid};

use super::document::{self, Document};
use super::record::hexadecimal;
use super::share::ours;

/// How long after the end of a vote the whole waits for those who have not sent their tally.
pub const GRACE: SignedDuration = SignedDuration::from_hours(72);
/// How often a territory says how many have voted there.
const EVERY: SignedDuration = SignedDuration::from_hours(24);

/// This territory's tally, and to whom it goes.
#[derive(Debug, Clone)]
pub struct Own {
    /// What it says, where it was not signed before.
    pub document: Document,
    /// As it was signed before.
    pub signed: Option<String>,
    /// The organiser.
    pub organiser: Uid,
    /// Whether the organiser is this instance.
    pub at_home: bool,
    /// Moment of the end, from which the proof is dated.
    pub at: Timestamp,
    /// The published ballots.
    record: Option<(String, String)>,
}

/// What this territory has to say of a common vote: nothing where it is none, or where nothing may be said yet. `carrier`: our address as the one who
/// says it.
///
/// # Errors
/// When the store fails.
pub fn own(db: &mut Db, id: Uid, carrier: &str, (links, now): (&Links, Timestamp)) -> Result<Option<Own>> {
    let Some(common) = store::tallies::of_box(db, id)? else { return Ok(None) };
    let local = ours(db)?;
    let found = votes::load(db, id)?;
    let at_home = common.organiser_id == local;
    let state = match found.state {
        BoxState::Closed => State::Final,
        BoxState::Cancelled if !at_home => State::Withdrawn,
        BoxState::Published if !at_home && turnout(db, &found)?.is_some() => State::Interim,
        BoxState::Draft | BoxState::Published | BoxState::Cancelled => return Ok(None),
    };
    let said = |kept: &Kept| kept.state == state.code() && state != State::Interim;
    if let Some(kept) = store::tallies::of_carrier(db, id, local)?.into_iter().find(said)
        && let Some(document) = super::whole::document(&kept)
    {
        let (signed, at) = (Some(kept.document), kept.received_at.0);
        return Ok(Some(Own { document, signed, organiser: common.organiser_id, at_home, at, record: None }));
    }
    let sequence = u64::try_from(store::tallies::last_sequence(db, id, local)? + 1).unwrap_or(1);
    let at = if state == State::Interim { now } else { found.row.closed_at.map_or(found.row.closes_at.0, |at| at.0) };
    let taken = Timestamp::from_second(at.as_second()).unwrap_or(at).to_string();
    let saying = Saying { vote: common.vote_uri.clone(), carrier: carrier.to_owned(), sequence, taken };
    let consultation = store::consultations::find(db, found.row.consultation_id)?.ok_or(store::Error::NotFound)?;
    let address = links.absolute(&format!("/c/{}/polls/{}/record.json", consultation.slug, id.0));
    let published = if state == State::Final { votes::record(db, &found)? } else { None };
    let (tally, record) = match published {
        Some(published) => {
            let at = RecordAt { address, digest: published.digest.clone() };
            let body = published.record.published(&published.digest);
            (Tally::of(&published.record, at, saying), Some((published.digest, body)))
        }
        None => {
            let turnout = if state == State::Interim { turnout(db, &found)? } else { None };
            (Tally { turnout, ..Tally::without(state, &votes::empty(&found), saying) }, None)
        }
    };
    if tally.sound().is_err() {
        return Err(Error::Broken(format!("the tally of {} is not sound", id.0)));
    }
    let document = Document { id: links.absolute(&format!("/votes/{}/tallies/{sequence}", id.0)), tally };
    Ok(Some(Own { document, signed: None, organiser: common.organiser_id, at_home, at, record }))
}

/// How many have voted, where that is shown meanwhile.
fn turnout(db: &mut Db, found: &votes::Loaded) -> Result<Option<u64>> {
    let count = u64::try_from(store::votes::turnout(db, found.row.id)?).unwrap_or(0);
    Ok((found.row.live && count >= SMALLEST_GROUP).then_some(count))
}

/// Says once a day how many have voted, while a vote of an organiser runs here. Called by the job that its publication queued.
///
/// # Errors
/// When the store fails.
pub async fn say_turnout(app: &App, id: Uid) -> Result<()> {
    let now = app.now();
    app.store
        .write(move |db| {
            let found = votes::load(db, id)?;
            let next = now + EVERY;
            if found.state != BoxState::Published || found.row.closes_at.0 <= next {
                return Ok(());
            }
            if turnout(db, &found)?.is_some() {
                let event = Event::new(EventKind::TurnoutSaid).on(id.0).within(found.row.consultation_id.to());
                store::journal::append(db, &event, now)?;
            }
            Ok(store::jobs::enqueue(db, JobKind::SayTurnout, Some(id), next, now)?)
        })
        .await
}

/// Keeps our own tally as it was signed; at the organiser the whole is counted when all have said theirs, or when the time of grace is over.
///
/// # Errors
/// When the store fails.
pub async fn keep_own(app: &App, id: Uid, own: &Own, signed: &Value) -> Result<()> {
    let now = app.now();
    let (tally, text, own) = (own.document.tally.clone(), signed.to_string(), own.clone());
    app.store
        .write(move |db| {
            let local = ours(db)?;
            let checked = if own.record.is_some() { Checked::Holds } else { Checked::Nothing };
            let kept = Kept {
                box_id: id,
                carrier_id: local,
                sequence: i64::try_from(tally.sequence).unwrap_or(i64::MAX),
                digest: digest(&own.document),
                state: tally.state.code().to_owned(),
                document: text,
                received_at: At(now),
                late: false,
                checked: checked.code().to_owned(),
                reason: String::new(),
                checked_at: Some(At(now)),
            };
            if !store::tallies::keep(db, &kept)? {
                return Ok(());
            }
            let row = store::votes::find(db, id)?.ok_or(store::Error::NotFound)?;
            let event = Event::new(EventKind::TallySigned).on(id.0).within(row.consultation_id.to());
            store::journal::append(db, &event, now)?;
            if !own.at_home {
                return Ok(());
            }
            if let Some((digest, body)) = &own.record {
                store::tallies::keep_record(db, id, local, digest, body)?;
            }
            store::jobs::enqueue(db, JobKind::CountWhole, Some(id), own.at + GRACE, now)?;
            super::whole::count(db, id, now)
        })
        .await
}

/// Under what a document is kept: SHA-256 of what it says, whoever signed it when.
pub(super) fn digest(document: &Document) -> String {
    hexadecimal(&Sha256::digest(canonical(&document::write(document)).as_bytes()))
}

/// The canonical text (RFC 8785) of what has only whole numbers and keys in ASCII, as a tally.
fn canonical(value: &Value) -> String {
    match value {
        Value::Object(map) => {
            let sorted: BTreeMap<&String, &Value> = map.iter().collect();
            let inside: Vec<String> =
                sorted.into_iter().map(|(key, value)| format!("{}:{}", Value::from(key.as_str()), canonical(value))).collect();
            format!("{{{}}}", inside.join(","))
        }
        Value::Array(list) => format!("[{}]", list.iter().map(canonical).collect::<Vec<_>>().join(",")),
        plain => plain.to_string(),
    }
}
