//! At the organiser: what a carrier says of its ballots is kept once, and compared with what it publishes.

use crate::{App, Error, Result};
use deliberation::tallies::State;
use domain::Timestamp;
use domain::carrying::{Called, CarrierState};
use domain::event::{Event, EventKind};
use domain::id::ActorId;
use domain::refusal::Refusal;
use jiff::SignedDuration;
use store::jobs::JobKind;
use store::tallies::{Checked, Kept};
use store::{At, Db, Uid};

use super::document::Document;
use super::make::digest;
use super::share::{definition_of, ours};
use super::{record, whole};

/// A tally that was received, and proven to be its carrier's.
#[derive(Debug, Clone)]
pub struct Told {
    /// What it says.
    pub document: Document,
    /// As it was signed, in its canonical form.
    pub text: String,
}

/// Most documents that one carrier may leave for one vote: what comes beyond is refused.
const DOCUMENTS_MAX: usize = 200;

/// Keeps a tally. What is older than what is known changes nothing; two different ones with one number are both kept.
///
/// # Errors
/// `NotFound` for a vote that is not ours; `NotYourRole` unless the collectivity carries its consultation; `NotYours` where the form, the rule or
/// the options are not those of the vote; `AlreadyDone` when it was received before; `NoRoom` when the carrier sends without end.
pub(crate) fn receive(db: &mut Db, carrier: ActorId, told: &Told, now: Timestamp) -> Result<()> {
    let tally = &told.document.tally;
    let common = store::tallies::by_uri(db, &tally.vote)?.ok_or(Refusal::NotFound)?;
    if common.organiser_id != ours(db)? {
        return Err(Refusal::NotFound.into());
    }
    // Whether the whole was counted before is asked when nobody else can count it.
    store::votes::hold(db, common.box_id)?;
    let late = store::tallies::of_box(db, common.box_id)?.is_some_and(|common| common.counted_at.is_some());
    let row = store::votes::find(db, common.box_id)?.ok_or(Refusal::NotFound)?;
    may_tell(db, row.consultation_id, Uid::of(carrier), tally.state)?;
    let vote = definition_of(&common)?;
    if (tally.form, &tally.counting, &tally.options) != (vote.form, &vote.counting, &vote.numbers()) {
        return Err(Refusal::NotYours.into());
    }
    let before = store::tallies::of_carrier(db, common.box_id, Uid::of(carrier))?;
    if before.len() >= DOCUMENTS_MAX {
        return Err(Refusal::NoRoom.into());
    }
    let sequence = i64::try_from(tally.sequence).unwrap_or(i64::MAX);
    let latest = before.last().map_or(0, |kept| kept.sequence);
    if sequence < latest && !before.iter().any(|kept| kept.sequence == sequence) {
        return Err(Refusal::AlreadyDone.into());
    }
    let compares = tally.state == State::Final && tally.record.is_some();
    let kept = Kept {
        box_id: common.box_id,
        carrier_id: Uid::of(carrier),
        sequence,
        digest: digest(&told.document),
        state: tally.state.code().to_owned(),
        document: told.text.clone(),
        received_at: At(now),
        late,
        checked: if compares { Checked::Waiting } else { Checked::Nothing }.code().to_owned(),
        reason: String::new(),
        checked_at: None,
    };
    if !store::tallies::keep(db, &kept)? {
        return Err(Refusal::AlreadyDone.into());
    }
    store::tallies::forget_interims(db, &kept, State::Interim.code())?;
    if let Some(record) = tally.record.as_ref().filter(|_| compares) {
        store::jobs::about(db, JobKind::CheckTally, &record.address, Some(common.box_id), now)?;
    }
    let event = Event::new(EventKind::TallyReceived).by(carrier).on(common.box_id.0).within(row.consultation_id.to());
    store::journal::append(db, &event, now)?;
    whole::count(db, common.box_id, now)
}

/// Only who carries this consultation speaks of its votes, and only while it is as official as it had to be; who left only takes back.
fn may_tell(db: &mut Db, consultation: Uid, carrier: Uid, state: State) -> Result<()> {
    let offered = store::carrying::offered(db, consultation)?.ok_or(Refusal::NotYourRole)?;
    let stands = store::carrying::carrier(db, consultation, carrier)?.ok_or(Refusal::NotYourRole)?;
    let may = match stands.state()? {
        CarrierState::Joined => true,
        // It left, or the consultation was taken from it.
        CarrierState::Left | CarrierState::Refused => state == State::Withdrawn && stands.joined_at.is_some(),
        CarrierState::Invited => false,
    };
    let official = offered.called()? == Called::Chosen || store::trust::is_official(db, carrier)?;
    if may && official { Ok(()) } else { Err(Refusal::NotYourRole.into()) }
}

/// The tallies that wait for the ballots at an address, with the address of their carrier.
///
/// # Errors
/// When the store fails.
pub async fn waiting(app: &App, id: Uid, address: &str) -> Result<Vec<(Kept, Document)>> {
    let address = address.to_owned();
    app.store
        .read(move |db| {
            let all = store::tallies::of_vote(db, id)?;
            let open = |kept: &Kept| kept.checked == Checked::Waiting.code() || kept.checked == Checked::Unreachable.code();
            let read = |kept: Kept| whole::document(&kept).map(|document| (kept, document));
            let named = |document: &Document| document.tally.record.as_ref().is_some_and(|record| record.address == address);
            Ok(all.into_iter().filter(open).filter_map(read).filter(|(_, document)| named(document)).collect())
        })
        .await
}

/// Compares a tally with the ballots that its carrier publishes, and keeps what came of it.
///
/// # Errors
/// When the store fails.
pub async fn check(app: &App, kept: Kept, document: Document, published: String) -> Result<()> {
    let now = app.now();
    let read = kept.box_id;
    let common = app.store.read(move |db| Ok::<_, Error>(store::tallies::of_box(db, read)?.ok_or(Refusal::NotFound)?)).await?;
    let vote = definition_of(&common)?;
    let compared = tokio::task::spawn_blocking(move || {
        let found = record::compare(&document.tally, &vote, &published);
        found.map(|_| (document, published))
    });
    let compared = compared.await.map_err(|error| Error::Broken(error.to_string()))?;
    app.store
        .write(move |db| {
            store::votes::hold(db, kept.box_id)?;
            let counted = store::tallies::of_box(db, kept.box_id)?.is_some_and(|common| common.counted_at.is_some());
            let (checked, reason) = match &compared {
                // It is not in what was counted without it.
                Ok(_) if counted => (Checked::AfterCount, ""),
                Ok(_) => (Checked::Holds, ""),
                Err(difference) => (Checked::Differs, difference.code()),
            };
            store::tallies::check(db, &kept, checked, reason, At(now))?;
            // The whole is counted from the ballots of what a carrier said last.
            let is_last = store::tallies::last_sequence(db, kept.box_id, kept.carrier_id)? == kept.sequence;
            if let (Ok((document, published)), false, true) = (&compared, counted, is_last) {
                let digest = document.tally.record.as_ref().map(|record| record.digest.as_str()).unwrap_or_default();
                store::tallies::keep_record(db, kept.box_id, kept.carrier_id, digest, published)?;
            }
            let event = Event::new(EventKind::TallyChecked).by(kept.carrier_id.to::<ActorId>()).on(kept.box_id.0).detail(checked.code());
            store::journal::append(db, &event, now)?;
            whole::count(db, kept.box_id, now)
        })
        .await
}

/// How long after the end of a vote ballots that cannot be had are asked for.
const ASKED_FOR: SignedDuration = SignedDuration::from_hours(24 * 28);
/// How long to wait before they are asked for again: as long as was waited until now, between these.
const AGAIN: (SignedDuration, SignedDuration) = (SignedDuration::from_mins(1), SignedDuration::from_hours(6));

/// Notes that the ballots at an address could not be had; they are asked for again, for weeks.
///
/// # Errors
/// When the store fails.
pub async fn unreachable(app: &App, vote: Uid, address: &str, tallies: Vec<Kept>) -> Result<()> {
    let (now, address) = (app.now(), address.to_owned());
    app.store
        // no event: bookkeeping of a job that runs again
        .write(move |db| {
            for kept in &tallies {
                store::tallies::check(db, kept, Checked::Unreachable, "", At(now))?;
            }
            let Some(row) = store::votes::find(db, vote)? else { return Ok(()) };
            let waited = tallies.iter().map(|kept| now.duration_since(kept.received_at.0)).max().unwrap_or(AGAIN.0);
            let next = now + waited.clamp(AGAIN.0, AGAIN.1);
            if next < row.closes_at.0 + ASKED_FOR {
                store::jobs::about_later(db, JobKind::CheckTally, (&address, Some(vote)), next, now)?;
            }
            Ok(())
        })
        .await
}
