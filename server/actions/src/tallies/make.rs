//! This territory's own tally of a vote that is over here: made once from what is published, signed at the door, and kept as it was signed.

use crate::{App, Error, Result, votes};
use deliberation::tallies::{RecordAt, Saying, State, Tally};
use domain::vote::BoxState;
use jiff::SignedDuration;
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use store::jobs::JobKind;
use store::tallies::{Checked, Kept};
use store::{At, Db, Uid};

use super::document::{self, Document};
use super::record::hexadecimal;
use super::share::ours;

/// How long after the end of a vote the whole waits for those who have not sent their tally.
pub const GRACE: SignedDuration = SignedDuration::from_hours(72);

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
    pub at: domain::Timestamp,
    /// The published ballots.
    record: Option<(String, String)>,
}

/// What this territory has to say of a vote that is over: nothing where it is no common vote, or not over. `carrier`: our address as the one who says it.
///
/// # Errors
/// When the store fails.
pub fn own(db: &mut Db, id: Uid, carrier: &str, origin: &domain::links::Links) -> Result<Option<Own>> {
    let Some(common) = store::tallies::of_box(db, id)? else { return Ok(None) };
    let local = ours(db)?;
    let found = votes::load(db, id)?;
    let state = match found.state {
        BoxState::Closed => State::Final,
        BoxState::Cancelled => State::Withdrawn,
        BoxState::Draft | BoxState::Published => return Ok(None),
    };
    let at_home = common.organiser_id == local;
    if at_home && state == State::Withdrawn {
        return Ok(None);
    }
    let kept = store::tallies::of_carrier(db, id, local)?.into_iter().find(|kept| kept.state == state.code());
    let sequence = match &kept {
        Some(kept) => kept.sequence,
        None => store::tallies::last_sequence(db, id, local)? + 1,
    };
    let at = found.row.closed_at.map_or(found.row.closes_at.0, |at| at.0);
    let sequence = u64::try_from(sequence).unwrap_or(1);
    let taken = domain::Timestamp::from_second(at.as_second()).unwrap_or(at).to_string();
    let saying = Saying { vote: common.vote_uri.clone(), carrier: carrier.to_owned(), sequence, taken };
    let consultation = store::consultations::find(db, found.row.consultation_id)?.ok_or(store::Error::NotFound)?;
    let address = origin.absolute(&format!("/c/{}/polls/{}/record.json", consultation.slug, id.0));
    let published = if state == State::Final { votes::record(db, &found)? } else { None };
    let (tally, record) = match published {
        Some(published) => {
            let at = RecordAt { address, digest: published.digest.clone() };
            let body = published.record.published(&published.digest);
            (Tally::of(&published.record, at, saying), Some((published.digest, body)))
        }
        None => (Tally::without(state, &votes::empty(&found), saying), None),
    };
    if tally.sound().is_err() {
        return Err(Error::Broken(format!("the tally of {} is not sound", id.0)));
    }
    let document = Document { id: origin.absolute(&format!("/votes/{}/tallies/{sequence}", id.0)), tally };
    Ok(Some(Own { document, signed: kept.map(|kept| kept.document), organiser: common.organiser_id, at_home, at, record }))
}

/// Keeps our own tally as it was signed; at the organiser the whole is counted when all have said theirs, or when the time of grace is over.
///
/// # Errors
/// When the store fails.
pub async fn keep_own(app: &App, id: Uid, own: &Own, signed: &Value) -> Result<()> {
    let now = app.now();
    let (tally, text, own) = (own.document.tally.clone(), signed.to_string(), own.clone());
    app.store
        // no event: derived from the event of the closing
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
            if !store::tallies::keep(db, &kept)? || !own.at_home {
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
    hexadecimal(&Sha256::digest(document::write(document).to_string().as_bytes()))
}
